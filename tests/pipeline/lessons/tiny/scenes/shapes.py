"""A component that only one clip uses."""

from manim import BLUE, Dot


def big_dot() -> Dot:
    return Dot(radius=1, color=BLUE)
