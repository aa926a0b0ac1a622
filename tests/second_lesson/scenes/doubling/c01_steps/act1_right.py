"""Clip 01, first act: a step to the right."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.doubling.c01.numbers import Numbers
from manim import FadeIn
from scenes.doubling.c01_steps.props.leg import Leg

from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes


@dataclass(frozen=True, slots=True)
class AfterStepRight:
    """The axes that stand."""

    axes: GraphAxes


class StepRight(Act):
    """One step to the right."""

    numbers: Numbers

    def one_step(self) -> None:
        steps = self.numbers.triangle
        self.axes = axes = GraphAxes((0, 2, 1), (0, 3, 1), self.layout.stage)
        ends = axes.map(0, 0), axes.map(steps.run, 0)
        self.play(FadeIn(axes), FadeIn(Leg(*ends, steps.run, upright=False, color=theme.RUN)))

    def hand_over(self) -> AfterStepRight:
        """Return what the next act needs."""
        return AfterStepRight(self.axes)
