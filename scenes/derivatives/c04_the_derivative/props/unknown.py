"""What is not known yet: a disc with a question mark, on a curve or on the way along an axis."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Circle, Line, VGroup
from manim.typing import Point3D

from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.stacked import StackedGraphs
from scenes.components.marks.dashes import Dashes
from scenes.components.text.text import Words

HIDING, ASKING = 0.6, 0.28
"""The radius of a disc that hides a piece of a curve, and of one that moves, in frame units."""
NEEDLE = 1.1
"""How far the line about a hidden point reaches beyond the disc, in frame units."""
TILT, SWING, WAVES = np.radians(24.0), np.radians(40.0), 1.25
"""The middle direction of that line, how far it turns to either side, and how often, in waves."""


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


class HiddenPoint(VGroup):
    """A point of a curve under a disc, and a dashed line about it that finds no direction.

    Parameters
    ----------
    at
        The point, in the frame.
    angle
        The first direction of the line, in radians.
    """

    def __init__(self, at: Point3D, angle: float) -> None:
        self.at, self.first = np.asarray(at, float), angle
        self.halves = VGroup(*(Dashes(self.at, self.at + 1.0) for _ in range(2)))
        self.cover = QuestionDisc(at, HIDING, theme.TITLE_SIZE)
        super().__init__(self.halves, self.cover)
        self.waver(0.0)

    def waver(self, share: float) -> Self:
        """Turn the line as it stands after a share of its motion."""
        rest = self.first + (TILT - self.first) * min(1.0, 4 * share)
        self.angle = rest + SWING * float(np.sin(2 * np.pi * WAVES * share))
        along = np.array([np.cos(self.angle), np.sin(self.angle), 0.0])
        for half, side in zip(self.halves, (1, -1), strict=True):
            half.put(self.at + side * HIDING * along, self.at + side * (HIDING + NEEDLE) * along)
        return self


class SearchLine(VGroup):
    """An upright line from a curve down to the graph below, which looks for the zeros of that.

    Parameters
    ----------
    graphs
        The graphs.
    tangent
        The tangent of the upper curve where it begins; only its point is used.
    """

    def __init__(self, graphs: StackedGraphs, tangent: Tangent) -> None:
        self.graphs = graphs
        self.line = Line(stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
        self.dot = SolidDot(graphs.upper.map(*tangent.point))
        self.ask = QuestionDisc(graphs.lower.map(0.0, 0.0), ASKING, theme.DIGIT_SIZE)
        super().__init__(self.line, self.dot, self.ask)
        self.put(tangent)

    def put(self, tangent: Tangent) -> Self:
        """Look at another input."""
        x = tangent.point.x
        _, foot = self.graphs.column(x)
        self.line.put_start_and_end_on(self.graphs.upper.map(*tangent.point), foot)
        self.dot.move_to(self.graphs.upper.map(*tangent.point))
        self.ask.move_to(self.graphs.lower.map(x, 0.0))
        return self
