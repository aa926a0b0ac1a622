"""Areas that grow along two sides, as pictures of (x + h)² and of a product."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import RIGHT, UP, Rectangle, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.marks.brace import SpanBrace
from scenes.components.text.formula import Formula

NUDGE = "nudge"
"""The part of a piece's name that is the length by which a side grows."""


class GrowingRectangle(VGroup):
    """A rectangle, a sliver on its right, one on its top, and the little corner between them.

    Parameters
    ----------
    sides
        Width and height, in frame units.
    nudges
        By how much they grow, in frame units.
    corner
        The lower left corner, a frame point.
    """

    def __init__(
        self, sides: tuple[float, float], nudges: tuple[float, float], corner: Point3D
    ) -> None:
        super().__init__()
        self.sides, self.corner_point = sides, np.asarray(corner, float)
        self.core = _block(theme.FUNC)
        self.right_sliver, self.top_sliver = _block(theme.RISE), _block(theme.RISE)
        self.corner = _block(theme.RUN)
        self.add(self.core, self.right_sliver, self.top_sliver, self.corner)
        self.set_nudges(*nudges)

    def set_nudges(self, across: float, up: float) -> Self:
        """Let width and height grow by other lengths."""
        self.nudges = (across, up)
        low, (width, height) = self.corner_point, self.sides
        _lay(self.core, low, width, height)
        _lay(self.right_sliver, low + RIGHT * width, across, height)
        _lay(self.top_sliver, low + UP * height, width, up)
        _lay(self.corner, low + RIGHT * width + UP * height, across, up)
        return self

    def name_pieces(self, core: str, right: str, corner: str, top: str) -> VGroup:
        """Write Typst mathematics into the pieces; the labels are not part of the rectangle."""
        self.core_label = Formula(core, size=theme.KEY_SIZE).move_to(self.core)
        self.piece_labels = VGroup(
            *(
                _named(name, theme.TABLE_SIZE).move_to(piece)
                for name, piece in (
                    (right, self.right_sliver),
                    (corner, self.corner),
                    (top, self.top_sliver),
                )
            )
        )
        return VGroup(self.core_label, self.piece_labels)

    def brace_bottom(self, side: str, nudge: str) -> VGroup:
        """Brace the lower side and its nudge."""
        low, (width, _) = self.corner_point, self.sides
        span = low + RIGHT * width
        return VGroup(
            SpanBrace(low, span, Formula(side, size=theme.TABLE_SIZE)),
            SpanBrace(
                span,
                span + RIGHT * self.nudges[0],
                Formula(nudge, size=theme.TABLE_SIZE, color=theme.RUN),
                color=theme.RUN,
            ),
        )

    def brace_left(self, side: str, nudge: str) -> VGroup:
        """Brace the left side and its nudge."""
        low, (_, height) = self.corner_point, self.sides
        span = low + UP * height
        return VGroup(
            SpanBrace(span, low, Formula(side, size=theme.TABLE_SIZE)),
            SpanBrace(
                span + UP * self.nudges[1],
                span,
                Formula(nudge, size=theme.TABLE_SIZE, color=theme.RUN),
                color=theme.RUN,
            ),
        )

    @property
    def pieces(self) -> VGroup:
        """The two slivers and the corner that were added."""
        return VGroup(self.right_sliver, self.corner, self.top_sliver)


class GrowingSquare(GrowingRectangle):
    """A square of side x that grows along two sides, its pieces and its lower side named.

    Parameters
    ----------
    side, nudge
        Lengths, in frame units.
    corner
        The lower left corner.
    names
        Typst mathematics for side and nudge.
    told
        What stands under the brace instead of the side's name, such as its length.
    """

    def __init__(
        self,
        side: float,
        nudge: float,
        corner: Point3D,
        names: tuple[str, str] = ("x", "h"),
        told: str | None = None,
    ) -> None:
        self.side = side
        super().__init__((side, side), (nudge, nudge), corner)
        side_name, nudge_name = names
        nudged = f"{{{{{nudge_name} : {NUDGE}}}}}"
        sliver = f"{side_name} {nudged}"
        self.marks = self.brace_bottom(told or side_name, nudge_name)
        self.name_pieces(f"{side_name}^2", sliver, f"{{{{{nudge_name}^2 : {NUDGE}}}}}", sliver)
        self.add(self.core_label, self.piece_labels, self.marks)

    def set_nudge(self, nudge: float) -> Self:
        """Let both sides grow by another length."""
        return self.set_nudges(nudge, nudge)

    def strip(self, start: Point3D) -> VGroup:
        """Return copies of the pieces laid end to end: thickness h, length 2x + h.

        Parameters
        ----------
        start
            The left end of the strip's lower edge.
        """
        first, corner, second = (piece.copy() for piece in self.pieces)
        at = np.asarray(start, float)
        for piece, length in ((second, self.side), (first, self.side), (corner, self.nudges[0])):
            _lay(piece, at, length, self.nudges[0])
            at = at + RIGHT * length
        return VGroup(first, corner, second)


def _named(name: str, size: float) -> Formula:
    """Return the name of a piece, whose part ``NUDGE`` has the colour of an input."""
    formula = Formula(name, size=size)
    if NUDGE in formula.labels:
        formula.part(NUDGE).set_color(theme.RUN)
    return formula


def _block(color: str) -> Rectangle:
    return Rectangle(
        stroke_color=color,
        stroke_width=theme.FRAME_STROKE,
        fill_color=color,
        fill_opacity=theme.FILL,
    )


def _lay(block: VMobject, corner: Point3D, width: float, height: float) -> None:
    low_left, low_right = corner, corner + RIGHT * width
    up_left, up_right = corner + UP * height, corner + UP * height + RIGHT * width
    block.set_points_as_corners([up_right, up_left, low_left, low_right, up_right])
