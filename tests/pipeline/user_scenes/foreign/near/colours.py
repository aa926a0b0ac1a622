"""A colour, in a folder that is no package."""

from manim import BLUE

SHADE = BLUE
