"""Secants of several curves over one gap, all from the one point in which the curves meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Self

import numpy as np
from manim import Line, VGroup
from manim.typing import Point3D

from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import OpenDot, SolidDot
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.sweep import Sweep, log_way

BEYOND = 0.35
"""How far a line reaches beyond its far point, in frame units."""


class SharedSecants(VGroup):
    """A dashed line through the common point and the far point of each curve, and their run h.

    Parameters
    ----------
    axes
        Where they are drawn.
    secants
        For each curve its secant for a gap h > 0, from ``mathcore``; all begin at one point.
    gap
        The first h.
    reach
        How far each line reaches to either side at least, in frame units. It reaches beyond its far
        point and never out of the window.
    """

    def __init__(
        self,
        axes: GraphAxes,
        secants: Sequence[Callable[[float], Secant]],
        gap: float,
        reach: float,
    ) -> None:
        self.axes, self.secants, self.gap, self.reach = axes, tuple(secants), gap, reach
        start = secants[0](gap).p
        self.common = axes.map(*start)
        self.near = SolidDot(self.common)
        self.run = Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        self.lines = VGroup(*(Dashes(self.common, self.common) for _ in secants))
        self.rings = VGroup(*(OpenDot(self.common) for _ in secants))
        super().__init__(self.run, self.lines, self.rings, self.near)
        self.put(gap)

    def put(self, gap: float) -> Self:
        """Put every far point at the gap h from the common one."""
        self.gap = gap
        for secant_at, line, ring in zip(self.secants, self.lines, self.rings, strict=True):
            secant = secant_at(gap)
            far = self.axes.map(*secant.q)
            line.put(*self._ends(secant, far), anchor=self.common)
            ring.move_to(far)
        start = self.secants[0](gap).p
        self.run.put_start_and_end_on(self.common, self.axes.map(start.x + gap, start.y))
        return self

    def _ends(self, secant: Secant, far: Point3D) -> list[Point3D]:
        """Return the ends of a line, within the window."""
        beyond = float(np.linalg.norm(far - self.common)) + BEYOND
        reaches = (self.reach, max(self.reach, beyond))
        edges = self.axes.clip_line(secant.slope, secant.intercept)
        ways = [edge - self.common for edge in edges]
        lengths = [float(np.linalg.norm(way)) for way in ways]
        return [
            self.common + way * min(1.0, reach / length)
            for way, length, reach in zip(ways, lengths, reaches, strict=True)
        ]

    def close(self, gap: float, **kwargs: Any) -> Sweep:
        """Carry h to another gap, every decade in equal time."""
        return Sweep(self.put, log_way(self.gap, gap), self, **kwargs)
