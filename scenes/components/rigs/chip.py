"""A slope taken apart: an arrow for its sign, a bar for its size."""

from __future__ import annotations

from typing import Any

from manim import (
    LEFT,
    PI,
    RIGHT,
    AnimationGroup,
    GrowFromEdge,
    Line,
    Polygon,
    Rectangle,
    VGroup,
    VMobject,
)
from manim.typing import Point3D

from scenes import theme
from scenes.components.motion.carry import ARRIVAL, Flight, late
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest
from scenes.components.text.text import STROKE_PER_UNIT


class SlopeChip(VGroup):
    """A row that shows which way a slope goes, and how much it is per unit of input.

    A positive slope points up, a negative one down, and a level one nowhere: a zero and no bar.

    Parameters
    ----------
    slope
        The slope itself.
    at
        The middle of the arrow, a frame point.
    unit
        Length of the bar per unit of slope, in frame units.
    """

    def __init__(self, slope: float, at: Point3D, unit: float) -> None:
        super().__init__()
        self.arrow = _arrow(slope).move_to(at)
        edge = at + theme.CHIP_GAP * RIGHT
        self.bar = Rectangle(
            width=max(abs(slope) * unit, theme.VANISH),
            height=theme.CHIP_HEIGHT,
            stroke_width=0.0,
            fill_color=theme.EXACT,
            fill_opacity=1.0 if slope else 0.0,
        ).next_to(edge, RIGHT, buff=0)
        self.size = Numeral(abs(slope), shortest(abs(slope)), color=theme.EXACT)
        self.size.next_to(self.bar, RIGHT, buff=theme.LABEL_GAP)
        self.add(self.arrow, self.bar, self.size)

    def grow_from(self, rise: Line) -> AnimationGroup:
        """Let a copy of a rise fly to the bar's beginning, upright, and the bar grow from there."""
        landing = rise.copy().move_to(self.bar.get_left())
        return AnimationGroup(
            Flight(rise, landing),
            GrowFromEdge(self.bar, LEFT, rate_func=late(ARRIVAL)),
            run_time=theme.MORPH,
        )


def _arrow(slope: float) -> VMobject:
    """Return one filled shape, so that the glyphs of a sign can turn into it."""
    half, tip = theme.CHIP_ARROW / 2, theme.TIP
    shaft = theme.NUDGE_STROKE / STROKE_PER_UNIT / 2
    color = theme.RISE if slope else theme.MUTED
    style: dict[str, Any] = {"stroke_width": 0.0, "fill_color": color, "fill_opacity": 1.0}
    outline = [(shaft, -half), (shaft, half - tip), (tip * 0.7, half - tip), (0.0, half)]
    mirrored = [(-x, y) for x, y in reversed(outline[:-1])]
    arrow = Polygon(*((x, y, 0.0) for x, y in outline + mirrored), **style)
    if not slope:
        # It points ahead: a dash would read as a minus.
        return arrow.rotate(-PI / 2)
    return arrow if slope > 0 else arrow.flip(RIGHT)
