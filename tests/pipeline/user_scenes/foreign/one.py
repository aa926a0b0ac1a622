"""An ordinary file with one scene, which takes a colour from a file beside it."""

from manim import RIGHT, Dot, FadeIn, Scene
from near.colours import SHADE


class Walk(Scene):
    def construct(self) -> None:
        dot = Dot(radius=1, color=SHADE)
        self.play(FadeIn(dot), run_time=0.4)
        self.play(dot.animate.shift(3 * RIGHT), run_time=1)
