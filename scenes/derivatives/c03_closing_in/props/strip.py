"""The area that (x + h)² has more than x², laid out as one strip of height h."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import DOWN, LEFT, PI, RIGHT, UP, Rectangle, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula

PIECE_FILL = 0.2
"""How dense the pieces are filled: a letter in the colour of h is read on them."""
SMALLEST = 0.55
"""How small the name of h becomes under the end piece, as a share of its first size."""


class AreaStrip(VGroup):
    """Two slivers of length x and a corner of length h, end to end, all of them h high.

    A bracket on the left measures the height, two below measure the width, 2x + h. The sign that
    divides by the height, ``divide``, keeps its place beside it, but joins the strip only later.

    Parameters
    ----------
    side, nudge
        The lengths x and h, in frame units.
    start
        The lower left corner, a frame point.
    """

    def __init__(self, side: float, nudge: float, start: Point3D) -> None:
        self.side, self.nudge, self.first_nudge = side, nudge, nudge
        self.start = np.asarray(start, float)
        self.pieces = VGroup(*(_piece(color) for color in (theme.RISE, theme.RISE, theme.RUN)))
        self.ruler, self.end_width = _bracket(theme.RUN), _bracket(theme.RUN)
        self.width_mark = _bracket(theme.RISE)
        self.height_name, self.end_name = (
            Formula("h", size=theme.KEY_SIZE, color=theme.RUN) for _ in range(2)
        )
        self.width_name = Formula("2 x", size=theme.KEY_SIZE, color=theme.RISE)
        self.divide = Formula("div", size=theme.KEY_SIZE, color=theme.RUN)
        self.full_height = self.end_name.height
        self.widths = VGroup(self.width_mark, self.width_name, self.end_width, self.end_name)
        super().__init__(self.pieces, self.ruler, self.height_name, self.widths)
        self.set_nudge(nudge)

    def set_nudge(self, nudge: float) -> Self:
        """Let h have another length; x keeps its own."""
        self.nudge, low = nudge, self.start
        at = low
        for piece, length in zip(self.pieces, (self.side, self.side, nudge), strict=True):
            _lay_piece(piece, at, length, nudge)
            at = at + RIGHT * length
        left, below = LEFT * theme.GUTTER, DOWN * theme.GUTTER
        _lay_bracket(self.ruler, low + left, low + left + UP * nudge, RIGHT)
        bend = low + RIGHT * 2 * self.side
        _lay_bracket(self.width_mark, low + below, bend + below, UP)
        _lay_bracket(self.end_width, bend + below, at + below, UP)
        share = SMALLEST + (1 - SMALLEST) * nudge / self.first_nudge
        self.end_name.scale(share * self.full_height / self.end_name.height)
        self.height_name.next_to(self.ruler, LEFT, buff=theme.LABEL_GAP)
        self.divide.next_to(self.height_name, LEFT, buff=theme.LABEL_GAP)
        for name, mark in ((self.width_name, self.width_mark), (self.end_name, self.end_width)):
            name.next_to(mark, DOWN, buff=theme.LABEL_GAP)
        return self


def lay_flat(piece: VMobject, goal: VMobject) -> Sweep:
    """Return the motion that turns an upright piece by a quarter and carries it to ``goal``."""
    upright, (start, end) = piece.copy(), (piece.get_center(), goal.get_center())

    def put(share: float) -> None:
        turned = upright.copy().rotate(share * PI / 2)
        piece.become(turned.move_to(start + share * (end - start)))

    return Sweep(put, between(0.0, 1.0), piece, run_time=theme.MORPH, rate_func=theme.TRAVEL)


def _piece(color: str) -> Rectangle:
    return Rectangle(
        stroke_color=color,
        stroke_width=theme.FRAME_STROKE,
        fill_color=color,
        fill_opacity=PIECE_FILL,
    )


def _bracket(color: str) -> VMobject:
    return VMobject(stroke_color=color, stroke_width=theme.EXACT_STROKE, fill_opacity=0.0)


def _lay_piece(piece: VMobject, corner: Point3D, width: float, height: float) -> None:
    low_left, low_right = corner, corner + RIGHT * width
    up_left, up_right = low_left + UP * height, low_right + UP * height
    piece.set_points_as_corners([up_right, up_left, low_left, low_right, up_right])


def _lay_bracket(bracket: VMobject, start: Point3D, end: Point3D, inward: Point3D) -> None:
    tick = np.asarray(inward) * theme.TICK
    bracket.set_points_as_corners([start + tick, start, end, end + tick])
