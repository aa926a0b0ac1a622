"""What is not known yet: a disc with a question mark, on a curve or on the way along an axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import UP, Circle, Line, VGroup
from manim.typing import Point3D

from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.moving import HalfDot
from scenes.components.graph.stacked import StackedGraphs, Thread
from scenes.components.text.text import Words

PASSING = 0.12
"""How far past a candidate the line is when its disc has come, in lesson units."""
HIDING, ASKING = 0.6, 0.28
"""The radius of a disc that hides a piece of a curve, and of one that moves, in frame units."""


class QuestionDisc(VGroup):
    """A disc that hides what lies below it, with a question mark on it.

    Parameters
    ----------
    at
        Its middle, a frame point.
    radius
        In frame units.
    size
        Of the question mark, named in the theme.
    """

    def __init__(self, at: Point3D, radius: float, size: float) -> None:
        self.disc = Circle(
            radius=radius,
            stroke_color=theme.INK,
            stroke_width=theme.FRAME_STROKE,
            fill_color=theme.PANEL,
            fill_opacity=1.0,
        ).move_to(at)
        self.mark = Words("?", size=size).move_to(at)
        super().__init__(self.disc, self.mark)


class SearchLine(VGroup):
    """An upright line that goes along a curve and leaves question marks on the axis below.

    Parameters
    ----------
    graphs
        The graphs.
    tangent
        The tangent of the upper curve where it begins; only its point is used.
    candidates
        Tangents of the upper curve at the inputs where it leaves one.
    """

    def __init__(
        self, graphs: StackedGraphs, tangent: Tangent, candidates: Sequence[Tangent]
    ) -> None:
        self.graphs, self.candidates = graphs, tuple(candidates)
        self.line = Line(stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
        self.dot = HalfDot(graphs.upper.map(*tangent.point), theme.INK)
        self.slots = VGroup(*(self._slot(candidate) for candidate in self.candidates))
        super().__init__(self.line, self.slots, self.dot)
        self.put(tangent)

    def _slot(self, tangent: Tangent) -> VGroup:
        """Return a disc on the axis below a point of the curve, and a thread up to that point."""
        foot = self.graphs.lower.map(tangent.point.x, 0.0)
        disc = QuestionDisc(foot, ASKING, theme.DIGIT_SIZE)
        point = self.graphs.upper.map(*tangent.point)
        return VGroup(Thread(point, foot + ASKING * UP), SolidDot(point, theme.MUTED), disc)

    def put(self, tangent: Tangent) -> Self:
        """Look at another input; a disc comes as the line passes it."""
        x = tangent.point.x
        _, foot = self.graphs.column(x)
        self.line.put_start_and_end_on(self.graphs.upper.map(*tangent.point), foot)
        self.dot.move_to(self.graphs.upper.map(*tangent.point))
        for slot, candidate in zip(self.slots, self.candidates, strict=True):
            thread, point, disc = slot
            seen = float(np.clip((x - candidate.point.x) / PASSING, 0.0, 1.0))
            thread.set_stroke(opacity=seen)
            point.set_fill(opacity=seen)
            disc.set_opacity(seen)
        return self
