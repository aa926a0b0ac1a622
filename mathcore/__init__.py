"""The mathematics: curves, secants, limits, gradients and descent paths, computed."""
