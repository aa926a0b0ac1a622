"""What is read at three tangents of the exponential: height and slope, and the rule they show."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, VGroup

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.straight import StraightLine
from scenes.components.marks.plate import on_plate
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words

_PITCH = 0.5
"""The distance between the columns of the table, in frame units."""

_TANGENT_END = 1.12
"""How far a tangent reaches from its root, as a multiple of its run."""


class HeightNotes(VGroup):
    """A table of heights and slopes on a plate, with the base, the rule and a question.

    Parameters
    ----------
    numbers
        Of the clip.
    stacked
        Whether base and rule stand above the table and the question below it, instead of all on
        its left.

    Attributes
    ----------
    ground, base, rule, question, table
        The plate and what stands on it.
    """

    def __init__(self, numbers: Numbers, *, stacked: bool) -> None:
        self.table = ValueTable(
            [
                Column("x", theme.RUN),
                Column('upright("height")', theme.RISE, decimals=3),
                Column('upright("slope")', theme.EXACT, decimals=3),
            ],
            [(line.point.x, line.point.y, line.slope) for line in numbers.heights],
            pitch=theme.ROW_PITCH,
            gap=_PITCH,
            size=theme.TABLE_SIZE,
        )
        self.base = Formula(
            f"e = {spell(numbers.e, 5)} dots.h", color=theme.FUNC, size=theme.TABLE_SIZE
        )
        self.rule = in_roles("{{(e^x)' : exact}} = {{e^x : rise}}", size=theme.KEY_SIZE)
        self.question = Words("mirror image?", size=theme.TABLE_SIZE)
        self.ground, _ = whole = on_plate(self._stacked() if stacked else self._beside())
        self.ground.set_fill(theme.BG)
        super().__init__(*whole)

    def _stacked(self) -> VGroup:
        said = VGroup(self.base, self.rule).arrange(RIGHT, buff=theme.COLUMN_GAP)
        return VGroup(said, self.table, self.question).arrange(DOWN, buff=theme.COLUMN_GAP / 2)

    def _beside(self) -> VGroup:
        said = VGroup(self.base, self.rule, self.question).arrange(
            DOWN, aligned_edge=LEFT, buff=theme.COLUMN_GAP / 2
        )
        return VGroup(said, self.table).arrange(RIGHT, buff=theme.COLUMN_GAP, aligned_edge=UP)


def rooted(axes: GraphAxes, tangent: Tangent, root: float) -> VGroup:
    """Return a tangent from where it meets the axis to a little beyond its contact.

    Parameters
    ----------
    axes
        Where it is drawn.
    tangent
        The tangent.
    root
        The input at which it meets the axis.
    """
    contact, start = axes.map(*tangent.point), axes.map(root, 0.0)
    line = StraightLine(axes, tangent.line, theme.EXACT, theme.EXACT_STROKE)
    line.put_start_and_end_on(start, start + _TANGENT_END * (contact - start))
    return VGroup(line, SolidDot(contact, color=theme.EXACT))
