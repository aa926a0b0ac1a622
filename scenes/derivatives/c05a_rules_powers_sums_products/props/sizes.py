"""Sizes that several acts of this clip share."""

AREA_SIDE = 3.4
"""Side of the square, and height of the rectangle, in frame units."""
