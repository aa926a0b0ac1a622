"""What is true: curves, secants, limits, gradients and descent paths, computed."""
