"""Two windows that are compared: their zero lines and scales, and what is known of each slope."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from manim import DOWN, LEFT, Line, RoundedRectangle, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.marks.plate import outline
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.dips import DippingCurve
from scenes.derivatives.c04_the_derivative.props.ribbon import CHEVRON, chevron
from scenes.layout import Layout, MobjectT, Region

ROWS, UPRIGHT_ROWS = (1.4, 3.7, 0.55, 0.45), (1.7, 3.35, 0.6, 0.45)
"""Heights of a claim, of its window, of the scale and of the signs below it, as shares."""
SQUARE_PARTS, SQUARE_ROWS, SQUARE_TEXTS = (5.95, 3.4), (3.0, 0.55, 0.45), (2.5, 1.2)
"""In a square frame, widths of a window and of the texts beside it, heights of the window, of the
scale and of the signs, and heights of the claim and of what the curve does."""
SCALE_WIDTH = 0.8
"""The room for the numbers at the left of a window, in frame units."""
CLAIM_AT, CURVE_NAME_AT, FOUND_AT = (0.5, 0.7), (0.04, 0.94), (0.95, 0.1)
"""Where a claim stands in its row, a curve is named and it is said what it does, as shares."""
FALL_ROOM = 0.12
"""How much wider than a stretch that falls its band is, in frame units."""


def zero_lines(region: Region, origin: Point3D) -> VGroup:
    """Return the two lines of a window on which an input and a height are zero."""
    x, y, _ = origin
    ends = (
        ((region.left, y, 0.0), (region.right, y, 0.0)),
        ((x, region.bottom, 0.0), (x, region.top, 0.0)),
    )
    return VGroup(
        *(
            Line(start, end, stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
            for start, end in ends
        )
    )


class PaneScale(VGroup):
    """The numbers of a window, outside of it: along its lower and its left edge.

    Parameters
    ----------
    region
        The window.
    place
        The frame point of a lesson point.
    steps
        The distance between two numbers across and up, in lesson units: each edge has zero and the
        number on either side of it.
    """

    def __init__(
        self, region: Region, place: Callable[[float, float], Point3D], steps: Sequence[float]
    ) -> None:
        super().__init__()
        across, up = steps
        for side in (-1, 0, 1):
            below, beside = (self._number(side * step, shortest(step)) for step in (across, up))
            # The digits, not digits and sign together, stand under their line.
            below.move_to((place(side * across, 0.0)[0], 0.0, 0.0))
            digits = VGroup(*below[int(side < 0) :])
            below.shift(float(below.get_x() - digits.get_x()) * np.array([1.0, 0.0, 0.0]))
            below.stand_on(region.bottom - theme.LABEL_GAP - below.height)
            beside.move_to((0.0, place(0.0, side * up)[1], 0.0))
            beside.shift(
                (region.left - theme.LABEL_GAP - float(beside.get_right()[0]))
                * np.array([1.0, 0.0, 0.0])
            )
            self.add(below, beside)

    @staticmethod
    def _number(value: float, decimals: int) -> Numeral:
        return Numeral(
            value, decimals if value else 0, scale=True, size=theme.TICK_SIZE, color=theme.MUTED
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """The room of one of two curves that are compared.

    Attributes
    ----------
    head
        Where the claim about its slope stands.
    pane
        Its window.
    strip
        Where the signs of its slope are written down, below the numbers of the window.
    foot
        Where it is said what the curve does, if that has a room of its own.
    """

    head: Region
    pane: Region
    strip: Region
    foot: Region | None = None

    @classmethod
    def two(cls, layout: Layout) -> tuple[Compared, Compared]:
        """Return the rooms of both curves in a frame.

        They stand side by side in a wide frame and one above the other in the others; in a square
        one the texts stand beside the window.
        """
        split = layout.readable.rows if layout.narrow else layout.readable.columns
        first, second = split(1, 1, gap=theme.GUTTER)
        within = layout.by_shape(cls.within, cls._with_texts_beside, cls._upright)
        return within(first), within(second)

    @classmethod
    def within(cls, region: Region, rows: Sequence[float] = ROWS) -> Compared:
        """Split a region into rows, and leave room for the numbers at the left of the window."""
        head, pane, _, strip = (_right_of_scale(row) for row in region.rows(*rows))
        return cls(head, pane, strip)

    @classmethod
    def _upright(cls, region: Region) -> Compared:
        return cls.within(region, UPRIGHT_ROWS)

    @classmethod
    def _with_texts_beside(cls, region: Region) -> Compared:
        room = Region(region.left, region.right, region.bottom, region.top - theme.TICK)
        left, right = room.columns(*SQUARE_PARTS, gap=theme.GUTTER)
        pane, _, strip = (_right_of_scale(row) for row in left.rows(*SQUARE_ROWS))
        head, foot = right.rows(*SQUARE_TEXTS)
        return cls(head, pane, strip, foot)

    def claim(self, slope: str, value: str, where: str) -> VGroup:
        """Return what is known of a slope, and below it where.

        Parameters
        ----------
        slope, value
            Both sides of an equation in Typst mathematics; it has two lines where one is too long.
        where
            In words.
        """
        style: dict[str, Any] = {"size": theme.KEY_SIZE, "color": theme.EXACT}
        equation: VMobject = Formula(f"{slope} = {value}", **style)
        if equation.width > self.head.width:
            lines = VGroup(Formula(slope, **style), Formula(f"= {value}", **style))
            equation = self.head.fit(lines.arrange(DOWN, buff=theme.GUTTER, aligned_edge=LEFT))
        told = VGroup(equation, Words(where, size=theme.TABLE_SIZE))
        return self.head.place(told.arrange(DOWN, buff=theme.LABEL_GAP), *CLAIM_AT)

    def named(self, name: str) -> Formula:
        """Return the name of the curve, in its window."""
        return self.pane.place(Formula(name, size=theme.KEY_SIZE, color=theme.FUNC), *CURVE_NAME_AT)

    def conclude(self, found: MobjectT) -> MobjectT:
        """Place what the curve does: in its room, or where a rising one leaves its window free."""
        return self.foot.place(found) if self.foot else self.pane.place(found, *FOUND_AT)

    def frame(self) -> RoundedRectangle:
        """Return the frame of the strip."""
        frame = outline(self.strip.width, self.strip.height, theme.GRID)
        return frame.move_to(self.strip.center)


def _right_of_scale(row: Region) -> Region:
    return Region(row.left + SCALE_WIDTH, row.right, row.bottom, row.top)


def known_signs(curve: DippingCurve, strip: Region) -> VGroup:
    """Return what is known of a slope: up at one point, down on the stretches that are lit.

    Parameters
    ----------
    curve
        The curve in its window, about the point.
    strip
        Where the signs stand, each below its place on the curve.
    """
    signs = VGroup()
    height = float(strip.center[1])
    for stretch in curve.falls.get_subpaths():
        left, right = float(stretch[:, 0].min()), float(stretch[:, 0].max())
        band = RoundedRectangle(
            corner_radius=theme.CORNER,
            width=max(right - left, CHEVRON) + FALL_ROOM,
            height=strip.height,
            stroke_width=0.0,
            fill_color=theme.INK,
            fill_opacity=theme.VEIL,
        )
        middle = ((left + right) / 2, height, 0.0)
        signs.add(band.move_to(middle), chevron(-1, theme.INK).move_to(middle))
    return signs.add(chevron(1).move_to(strip.center))
