"""A page with sliders: a clip for every combination of some values of its parameters."""
