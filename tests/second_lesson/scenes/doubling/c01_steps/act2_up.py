"""Clip 01, second act: twice as far up, and the tile."""

from __future__ import annotations

from lessons.doubling.c01.numbers import Numbers
from manim import FadeIn
from scenes.doubling.accent import DOUBLED
from scenes.doubling.c01_steps.act1_right import AfterStepRight
from scenes.doubling.c01_steps.props.leg import Leg
from scenes.doubling.map.clip import DoublingClip

from scenes.act import Act


class StepUp(Act):
    """Two steps up, from where the first step ends."""

    scene: DoublingClip
    numbers: Numbers
    before: AfterStepRight

    def two_up(self) -> None:
        steps, axes = self.numbers.triangle, self.before.axes
        ends = axes.map(steps.run, 0), axes.map(steps.run, steps.rise)
        self.play(FadeIn(Leg(*ends, steps.rise, upright=True, color=DOUBLED)))

    def tile(self) -> None:
        self.clear_stage()
        self.scene.fill_tile("steps")
