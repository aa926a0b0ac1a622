"""What both clips stand on: a beat shows something, and the next one takes it away."""

from manim import FadeIn, Mobject

from scenes.stage import LessonScene
from tests.pipeline.lessons.watched.numbers import Numbers


class Watched(LessonScene):
    lesson_name = "tests.pipeline.lessons.watched"

    def setup(self) -> None:
        super().setup()
        self.numbers = Numbers()

    def show(self, *mobjects: Mobject) -> None:
        """Clear the stage, and let these appear together and stay."""
        self.clear_stage(run_time=0.4)
        self.play(FadeIn(*mobjects), run_time=0.4)
