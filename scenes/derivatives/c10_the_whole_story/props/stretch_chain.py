"""A nudge that several machines stretch one after the other: a bar for each, true to scale."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Self

import numpy as np
from manim import RIGHT, UP, Line, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.text.text import STROKE_PER_UNIT
from scenes.layout import Region


class StretchChain(VGroup):
    """Bars below each other, each as many times longer as the machine before it magnifies.

    Each bar is cut into parts as long as the first bar, so that the eye can count them.

    Parameters
    ----------
    region
        Where; the first bar lies along its upper edge, the last one along its lower edge.
    magnifications
        Magnifications of the machines, in their order.
    nudge
        Length of the first bar, in frame units.
    """

    def __init__(self, region: Region, magnifications: Iterable[float], nudge: float) -> None:
        self.region, self.magnifications = region, tuple(map(float, magnifications))
        colors = [theme.RUN, *[theme.INK] * (len(self.magnifications) - 1), theme.RISE]
        self.bars = VGroup(
            *(Line(stroke_color=color, stroke_width=theme.ROAD_STROKE) for color in colors)
        )
        self.rays = VGroup(
            *(
                Line(stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
                for _ in self.magnifications
                for _ in (0, 1)
            )
        )
        self.cuts = VGroup(
            *(VMobject(stroke_color=theme.BG, stroke_width=theme.AXIS_STROKE) for _ in colors)
        )
        super().__init__(self.rays, self.bars, self.cuts)
        self.put(nudge)

    def put(self, nudge: float) -> Self:
        """Send another nudge through the chain."""
        self.nudge = nudge
        lengths = nudge * np.cumprod([1.0, *self.magnifications])
        x = self.region.center[0]
        ends: list[tuple[Point3D, Point3D]] = []
        for bar, length, share in zip(
            self.bars, lengths, np.linspace(1.0, 0.0, len(lengths)), strict=True
        ):
            y = self.region.at(0.0, share)[1]
            ends.append((np.array([x - length / 2, y, 0.0]), np.array([x + length / 2, y, 0.0])))
            bar.set_points_as_corners(ends[-1])
        half = theme.ROAD_STROKE / STROKE_PER_UNIT / 2 * UP
        for cut, (left, _), length in zip(self.cuts, ends, lengths, strict=True):
            cut.clear_points()
            for part in range(1, round(length / nudge)):
                cut.start_new_path(left + part * nudge * RIGHT - half)
                cut.add_line_to(left + part * nudge * RIGHT + half)
        for place, (above, below) in enumerate(pairwise(ends)):
            for side in (0, 1):
                self.rays[2 * place + side].set_points_as_corners([above[side], below[side]])
        return self

    def height_between(self, machine: int) -> float:
        """Return the height at which a machine stands: halfway between its two bars."""
        above, below = self.bars[machine : machine + 2]
        return float(above.get_y() + below.get_y()) / 2
