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
BAR_FILL = 0.9
"""How dense they are filled when they are a bar that has nothing but a length."""
BAR = 0.95
"""How thick that bar is, in frame units."""
SMALLEST = 0.62
"""How small h and its plus sign become over the end piece, as a share of their first size."""
FAINTEST = 0.85
"""How faint they become there: they can still be read."""


class AreaStrip(VGroup):
    """Two slivers of length x and a corner of length h, end to end, all of them h high.

    A bracket on the left measures the height, two above measure the width, 2x + h. Divided by its
    height the strip collapses to a bar: a length, 2x + h, whose thickness means nothing.

    Parameters
    ----------
    side, nudge
        The lengths x and h, in frame units.
    start
        The upper left corner, a frame point.
    """

    def __init__(self, side: float, nudge: float, start: Point3D) -> None:
        self.side, self.nudge, self.first_nudge = side, nudge, nudge
        self.start = np.asarray(start, float)
        self.divided, self.growth = 0.0, 1.0
        self.pieces = VGroup(*(_piece(color) for color in (theme.RISE, theme.RISE, theme.RUN)))
        self.ruler, self.end_width = _bracket(theme.RUN), _bracket(theme.RUN)
        self.width_mark = _bracket(theme.INK)
        self.divisor = Formula("div h", size=theme.KEY_SIZE, color=theme.RUN)
        self.height_name, self.end_name = (
            Formula("h", size=theme.KEY_SIZE, color=theme.RUN) for _ in range(2)
        )
        self.width_name = Formula("2 x", size=theme.KEY_SIZE)
        self.plus = Formula("+", size=theme.KEY_SIZE)
        self._heights = (self.width_name.height, self.plus.width, self.end_name.height)
        self.widths = VGroup(self.width_mark, self.width_name, self.end_width, self.end_name)
        super().__init__(self.pieces, self.ruler, self.height_name, self.widths)
        self.set_nudge(nudge)

    @property
    def thickness(self) -> float:
        """How high the pieces are drawn, in frame units."""
        return self.nudge + self.divided * (BAR - self.nudge)

    def set_nudge(self, nudge: float) -> Self:
        """Let h have another length; x keeps its own."""
        self.nudge, high = nudge, self.start
        at = high
        for piece, length in zip(self.pieces, (self.side, self.side, nudge), strict=True):
            _lay_piece(piece, at, length, self.thickness)
            at = at + RIGHT * length
        left, above = LEFT * theme.GUTTER, UP * theme.GUTTER
        _lay_bracket(self.ruler, high + left, high + left + DOWN * self.thickness, RIGHT)
        bend = high + RIGHT * 2 * self.side
        _lay_bracket(self.width_mark, high + above, bend + above, DOWN)
        _lay_bracket(self.end_width, bend + above, at + above, DOWN)
        share = SMALLEST + (1 - SMALLEST) * nudge / self.first_nudge
        whole, sign, small = self._heights
        self.width_name.scale(self.growth * whole / self.width_name.height)
        self.plus.scale(self.growth * share * sign / self.plus.width)
        self.end_name.scale(self.growth * share * small / self.end_name.height)
        # What is added to 2x vanishes with the end piece.
        for vanishing in (self.plus, self.end_name):
            vanishing.set_opacity(FAINTEST + (1 - FAINTEST) * nudge / self.first_nudge)
        for name in (self.height_name, self.divisor):
            name.next_to(self.ruler, LEFT, buff=theme.LABEL_GAP)
        for name, mark in ((self.width_name, self.width_mark), (self.end_name, self.end_width)):
            name.next_to(mark, UP, buff=theme.LABEL_GAP)
        self.plus.move_to((self.width_name.get_right() + self.end_name.get_left()) / 2)
        self.plus.set_y(self.width_name.get_y())
        return self

    def divide(self, share: float) -> Self:
        """Divide the area by its height: at a share of 1 the strip is a bar without a height."""
        self.divided = share
        self.pieces.set_fill(opacity=PIECE_FILL + share * (BAR_FILL - PIECE_FILL))
        for part in (self.ruler, self.divisor):
            part.set_stroke(opacity=1 - share)
        self.divisor.set_opacity(1 - share)
        return self.set_nudge(self.nudge)

    def grow_names(self, growth: float) -> Self:
        """Write the names of the lengths larger than at first by a factor."""
        self.growth = growth
        return self.set_nudge(self.nudge)


def lay_flat(piece: VMobject, goal: VMobject) -> Sweep:
    """Return the motion that turns an upright piece by a quarter and lays it onto ``goal``."""
    upright, (start, end) = piece.copy(), (piece.get_center(), goal.get_center())
    growth = goal.width / piece.height

    def put(share: float) -> None:
        turned = upright.copy().rotate(share * PI / 2).scale(1 + share * (growth - 1))
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
    """Put a piece below and to the right of its upper left corner."""
    low_left = corner + DOWN * height
    low_right, up_right = low_left + RIGHT * width, corner + RIGHT * width
    piece.set_points_as_corners([up_right, corner, low_left, low_right, up_right])


def _lay_bracket(bracket: VMobject, start: Point3D, end: Point3D, inward: Point3D) -> None:
    """Put a bracket between two points; one that is too short for two ends is a mere stroke."""
    room = float(np.linalg.norm(end - start)) - theme.TICK
    tick = np.asarray(inward) * float(np.clip(room, 0.0, theme.TICK))
    bracket.set_points_as_corners([start + tick, start, end, end + tick])
