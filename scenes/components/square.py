"""A square that grows along two sides: the picture of (x + h)²."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import RIGHT, UP, Rectangle, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.formula import Formula
from scenes.components.marks import SpanBrace


class GrowingSquare(VGroup):
    """A square of side x, a sliver on top and one on the right, and the little corner.

    Parameters
    ----------
    side, nudge
        In frame units.
    corner
        The lower left corner.
    names
        Typst mathematics for side and nudge.
    """

    def __init__(
        self,
        side: float,
        nudge: float,
        corner: Point3D,
        names: tuple[str, str] = ("x", "h"),
    ) -> None:
        super().__init__()
        self.side, self.corner_point = side, np.asarray(corner, float)
        self.core = _block(theme.FUNC)
        self.right_sliver, self.top_sliver = _block(theme.RISE), _block(theme.RISE)
        self.corner = _block(theme.APPROX)
        self.add(self.core, self.right_sliver, self.top_sliver, self.corner)
        self.set_nudge(nudge)
        side_name, nudge_name = names
        low = self.corner_point
        span = low + np.array([side, 0.0, 0.0])
        end = span + np.array([nudge, 0.0, 0.0])
        self.marks = VGroup(
            SpanBrace(low, span, Formula(side_name, size=theme.LABEL_SIZE, color=theme.INK)),
            SpanBrace(
                span,
                end,
                Formula(nudge_name, size=theme.LABEL_SIZE, color=theme.RUN),
                color=theme.RUN,
            ),
        )
        self.core_label = Formula(f"{side_name}^2", size=theme.FORMULA_SMALL_SIZE)
        self.core_label.move_to(self.core)
        self.piece_labels = VGroup(
            *(
                Formula(name, size=theme.AXIS_SIZE).move_to(piece)
                for name, piece in (
                    (f"{side_name} {nudge_name}", self.right_sliver),
                    (f"{nudge_name}^2", self.corner),
                    (f"{side_name} {nudge_name}", self.top_sliver),
                )
            )
        )
        self.add(self.core_label, self.piece_labels, self.marks)

    def set_nudge(self, nudge: float) -> Self:
        """Let the sides grow by another length."""
        self.nudge = nudge
        low, side = self.corner_point, self.side
        _lay(self.core, low, side, side)
        _lay(self.right_sliver, low + RIGHT * side, nudge, side)
        _lay(self.top_sliver, low + UP * side, side, nudge)
        _lay(self.corner, low + (RIGHT + UP) * side, nudge, nudge)
        return self

    @property
    def pieces(self) -> VGroup:
        """What was added: two slivers and the corner."""
        return VGroup(self.right_sliver, self.corner, self.top_sliver)

    def strip(self, start: Point3D) -> VGroup:
        """Return copies of the pieces laid end to end: thickness h, length 2x + h.

        Parameters
        ----------
        start
            The left end of the strip's lower edge.
        """
        first, corner, second = (piece.copy() for piece in self.pieces)
        at = np.asarray(start, float)
        for piece, length in ((second, self.side), (first, self.side), (corner, self.nudge)):
            _lay(piece, at, length, self.nudge)
            at = at + RIGHT * length
        return VGroup(first, corner, second)


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
