"""Clip 01, first act: a step to the right."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.doubling.c01.numbers import Numbers
from manim import FadeIn
from scenes.doubling.c01_steps.props.leg import Leg

from scenes import theme
from scenes.act import Act


@dataclass(frozen=True, slots=True)
class AfterStepRight:
    """The step that stands."""

    run: Leg


class StepRight(Act):
    """One step to the right."""

    numbers: Numbers

    def one_step(self) -> None:
        self.run = Leg(self.numbers.triangle.run, upright=False, color=theme.RUN)
        self.layout.full.place(self.run, 0.3, 0.4)
        self.play(FadeIn(self.run))

    def hand_over(self) -> AfterStepRight:
        """Return what the next act needs."""
        return AfterStepRight(self.run)
