"""What both clips stand on: a beat shows something, and the next one takes it away."""

from typing import Any

from manim import Dot, FadeIn, Mobject, VGroup

from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.stage import LessonScene
from tests.pipeline.lessons.watched.numbers import Numbers


class Watched(LessonScene):
    lesson_name = "tests.pipeline.lessons.watched"

    def setup(self) -> None:
        super().setup()
        self.numbers = Numbers()
        safe = self.layout.full.inset(theme.DOT_RADIUS)
        dot = Dot(radius=theme.FINE_DOT_RADIUS, color=theme.MUTED)
        self.corners = VGroup(*(dot.copy().move_to(safe.at(end, end)) for end in (0, 1)))
        self.add(self.corners)

    def clear_stage(self, *keep: Mobject, **settings: Any) -> None:
        """Fade out all but the dots in two corners, which let each picture use the frame."""
        super().clear_stage(self.corners, *keep, **settings)

    def draw_axes(self) -> GraphAxes:
        """Return axes with the numbers 1, 2 and 3, and without names."""
        region = self.layout.left.inset(theme.STACK_GAP)
        return GraphAxes((0, 3, 1), (0, 3, 1), region, x_name="", y_name="", grid=False)

    def show(self, *mobjects: Mobject) -> None:
        """Clear the stage, and let these appear together and stay."""
        self.clear_stage(run_time=0.4)
        self.play(FadeIn(*mobjects), run_time=0.4)
