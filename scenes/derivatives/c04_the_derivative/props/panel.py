"""A small graph over the columns of its difference quotients: a place that may have no slope."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from manim import DOWN, UP, Animation, FadeIn, Line, Transform, VGroup, VMobject

from mathcore.formulas.curves import Samples
from mathcore.slopes.quotients import Secant
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.secant import SecantRig
from scenes.components.text.formula import Formula
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.layout import Region

PANEL_SHARES = (0.55, 2.6, 3.55)
"""The heights of a panel's name, graph and table, as shares."""
PANEL_GAP = 0.36
"""The gap between two columns of a panel's table, in frame units."""


class QuotientPanel(VGroup):
    """A name, a curve about one point with equal units, and a table of its quotients.

    On stage are at first the name and the graph; secants and rows enter when they are spoken of.

    Parameters
    ----------
    region
        The whole panel.
    name
        A word or two.
    samples
        The curve.
    secant
        The secant for a gap h ≠ 0, from ``mathcore``.
    reach
        How far the window goes to either side of the point.
    heights
        Lower and upper edge of the window.
    columns
        Typst headings of the quotient columns; over several of them stands "slope".
    rows
        (|h|, quotient, …) from the largest gap to the smallest.
    decimals
        Digits after the point of the quotients; ``None`` for as few as each needs.
    """

    def __init__(
        self,
        region: Region,
        name: str,
        samples: Samples,
        secant: Callable[[float], Secant],
        reach: float,
        heights: tuple[float, float],
        columns: Sequence[str],
        rows: FloatArray,
        decimals: int | None = None,
    ) -> None:
        head, pane, foot = region.rows(*PANEL_SHARES)
        self.secant_at = secant
        self.name_tag = Words(name, size=theme.LABEL_SIZE)
        head.place(self.name_tag, 0.5, 0.5)
        self.axes = GraphAxes(
            (-reach, reach, 1),
            (*heights, 1),
            pane.inset(theme.LABEL_GAP - AXIS_ROOM),
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
        )
        self.curve = Curve(self.axes, samples)
        self.table = ValueTable(
            [
                Column("abs(h)", theme.RUN),
                *(Column(heading, theme.APPROX, decimals) for heading in columns),
            ],
            rows,
            pitch=theme.PANEL_PITCH,
            gap=PANEL_GAP,
            size=theme.LABEL_SIZE,
        )
        foot.place(self.table, 0.5, 1.0).shift(theme.PANEL_PITCH * DOWN)
        if len(columns) > 1:
            slopes = Formula('upright("slope")', size=theme.LABEL_SIZE, color=theme.APPROX)
            slopes.next_to(self.table.headings[1:], UP, buff=theme.TICK)
            self.table.headings.add(slopes)
        self.table.rule.shift(theme.TICK / 2 * UP)  # the rows are close
        # The dots say that the columns have no end.
        self.dots = VGroup(
            *(
                Formula("dots.v", size=theme.LABEL_SIZE, color=theme.MUTED).move_to(
                    self.column(place).get_bottom() + theme.PANEL_PITCH * DOWN
                )
                for place in range(1, len(columns) + 1)
            )
        )
        self.evidence = VGroup()
        super().__init__(self.name_tag, self.axes, self.curve)

    def secant_rig(self, gap: float) -> SecantRig:
        """Return a secant from the point to the gap h."""
        return SecantRig(self.axes, self.secant_at, gap)

    def enter(self, row: int, *columns: int, **kwargs: Any) -> Animation:
        """Bring in some cells of one row."""
        cells: list[VMobject] = [self.table.cell(row, column) for column in columns]
        return FadeIn(*cells, run_time=theme.FADE / 2, **kwargs)

    def keep(self, *evidence: VMobject) -> None:
        """Keep lines and dots that are on stage, and the table, as parts of the panel."""
        self.evidence = VGroup(*evidence)
        self.add(*evidence, self.table, self.dots)

    def light_up(self) -> Animation:
        """Bring curve, name and evidence back after the panel was dimmed."""
        bright = VGroup(self.curve, self.name_tag, self.evidence)
        goal = bright.copy()
        goal[0].set_stroke(opacity=1.0)
        goal[1].set_fill(opacity=1.0)
        for part in goal[2].family_members_with_points():
            # Lines have a stroke, dots a face.
            if isinstance(part, SolidDot):
                part.set_fill(opacity=1.0)
            else:
                part.set_stroke(opacity=1.0)
        return Transform(bright, goal, run_time=theme.WRITE)

    def upright(self) -> Line:
        """Return the vertical line through the point: a tangent without a slope."""
        _, (low, high, _) = self.axes.spans
        return Line(
            self.axes.map(0.0, low),
            self.axes.map(0.0, high),
            stroke_color=theme.EXACT,
            stroke_width=theme.EXACT_STROKE,
        )

    def column(self, place: int) -> VGroup:
        """Return all numbers of one column."""
        return VGroup(*(cast(VMobject, row[place]) for row in self.table.rows))
