"""Clip 01, first act: a rule becomes a table, dots, a line, and two numbers."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    LaggedStart,
    Line,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c01.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import PointCloud, SolidDot
from scenes.components.graph.straight import StraightLine
from scenes.components.motion.attention import dim, undim
from scenes.components.motion.carry import carry
from scenes.components.text.formula import Formula, fly
from scenes.components.text.roles import in_roles, wear_roles
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c01_lines_and_slopes.props.edged import edged_axes
from scenes.derivatives.c01_lines_and_slopes.props.places import PlotAndColumn
from scenes.derivatives.c01_lines_and_slopes.props.stairs import Stairs


@dataclass(frozen=True, slots=True)
class AfterRuleBecomesLine:
    """The line on its axes, and the formulas beside it.

    Attributes
    ----------
    axes, line
        The graph, on stage.
    rule
        The equation of the line, in the header.
    described
        The general equation, the crossing and the stairs: what the next act begins without.
    places
        Where the graph stands, and the rows for formulas.
    """

    axes: GraphAxes
    line: StraightLine
    rule: Formula
    described: VGroup
    places: PlotAndColumn


class RuleBecomesLine(Act):
    """From four rows of a table to a line that two numbers describe."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the axes, the rule with its table, the line and its stairs."""
        numbers, places = self.numbers, PlotAndColumn.of(self.layout)
        self.places = places
        self.axes = edged_axes(places.x_span, (-1.6, 7.6, 1), places.plot)
        self.line = StraightLine(self.axes, numbers.line)
        self.dots = PointCloud(self.axes, numbers.rows).set_z_index(1)
        self.stairs = Stairs(self.axes, numbers.stairs)
        m, b = (f"{value:g}" for value in (numbers.line.slope, numbers.line.intercept))
        rule = f"{{{{y : rise}}}} = {{{{{m} : m}}}} {{{{x : run}}}} + {{{{{b} : b}}}}"
        self.rule = in_roles(rule, theme.KEY_SIZE)
        places.header.place(self.rule, 0, 0.5)
        self.table = ValueTable(
            [Column("x", theme.RUN), Column(rule, theme.RISE)],
            numbers.rows,
            size=theme.TABLE_SIZE,
            pitch=theme.WIDE_PITCH,
        )
        # The 2 has no colour until its meaning is found.
        for formula in (self.rule, wear_roles(self.table.heading(1))):
            formula.part("m").set_color(theme.INK)
        places.column.place(self.table, 0.5, 0.6)

    def rows_become_dots(self) -> None:
        self.scene.show_title()
        self.play(FadeIn(self.axes, run_time=theme.FADE), self.table.open())
        self.play(self._work_out(0))
        # One row behind the other: while a row flies to its dot, the next one is worked out.
        for place, (row, dot) in enumerate(zip(self.table.rows, self.dots, strict=True), start=1):
            coming = [self._work_out(place)] if place < len(self.dots) else []
            self.play(TransformFromCopy(row, dot, run_time=theme.STEP), *coming)

    def _work_out(self, place: int) -> Animation:
        """Bring in one row, the output after the input."""
        cells = (FadeIn(cell, shift=RIGHT * theme.NUDGE_SHIFT) for cell in self.table.rows[place])
        return LaggedStart(*cells, lag_ratio=theme.ROW_LAG, run_time=theme.STEP)

    def steps_repeat(self) -> None:
        numbers, self.brackets = self.numbers, VGroup()
        self.wait(theme.FADE)
        for row, step in enumerate(self.stairs.steps):
            run, rise = step.tags
            for column, leg, tag, changes, side in (
                (0, step.run, run, numbers.runs, LEFT),
                (1, step.rise, rise, numbers.rises, RIGHT),
            ):
                bracket = self.table.step(row, column, changes[row], side)
                self.brackets.add(bracket)
                self.play(Create(leg), FadeIn(tag, bracket), run_time=theme.STEP)

    def dots_become_a_line(self) -> None:
        _, some, many = self.numbers.fillings
        more = PointCloud(self.axes, some)
        fine = PointCloud(self.axes, many, radius=theme.FINE_DOT_RADIUS)
        self.play(FadeOut(self.stairs, self.brackets, run_time=theme.FADE))
        for cloud in (more, fine):
            self.play(
                LaggedStart(*(GrowFromCenter(dot) for dot in cloud), lag_ratio=theme.LAG),
                run_time=theme.WRITE,
            )
        x, rule = self.table.headings
        self.play(
            Create(self.line, run_time=theme.DRAW),
            ReplacementTransform(rule, self.rule, run_time=theme.DRAW),
            FadeOut(x, self.table.rule, self.table.rows),
        )
        self.play(FadeOut(more, fine, self.dots))

    def two_numbers_describe_it(self) -> None:
        rule, crossing = self.rule, SolidDot(self.axes.map(*self.numbers.crossing))
        general = in_roles("{{y : rise}} = {{m : m}} {{x : run}} + {{b : b}}", theme.KEY_SIZE)
        general.next_to(rule, DOWN, buff=theme.COLUMN_GAP / 2, aligned_edge=LEFT)
        equals, plus = general.rest()
        general.part("b").set_color(theme.RISE)
        axis = self.axes.map(self.numbers.crossing[0], 0.0)
        height = Line(axis, crossing.get_center(), stroke_width=theme.NUDGE_STROKE)
        height.set_color(theme.RISE)
        self.play(
            FadeIn(self.stairs, lag_ratio=theme.LAG),
            rule.part("m").animate.set_color(theme.EXACT),
            run_time=theme.FADE,
        )
        self.point_at(rule.part("m"))
        letters = general.parts("rise", "run")
        self.play(fly(rule.part("m"), general.part("m")), FadeIn(equals, letters))
        # Where the line starts is a height: it stands on the axis as long as b is spoken of.
        steepness = (self.stairs, rule.without("b"), VGroup(equals, letters, general.part("m")))
        self.play(
            dim(*steepness),
            Create(height),
            rule.part("b").animate.set_color(theme.RISE),
            run_time=theme.FADE,
        )
        named = in_roles("{{b : rise}}", theme.TABLE_SIZE).next_to(height, LEFT, theme.COLUMN_GAP)
        self.play(FadeIn(crossing, scale=2), FadeIn(named), run_time=theme.FADE)
        self.point_at(rule.part("b"), crossing)
        self.play(*carry(named, general.part("b"), run_time=theme.WRITE), FadeIn(plus))
        # The question: of the two numbers it is the first that has to be measured.
        start = VGroup(height, named, crossing, plus, rule.part("b"), general.part("b"))
        self.play(undim(*steepness), dim(start))
        self.point_at(general.part("m"))
        self.described = VGroup(general, height, named, crossing, self.stairs)

    def hand_over(self) -> AfterRuleBecomesLine:
        """Return what the next act needs."""
        return AfterRuleBecomesLine(
            axes=self.axes,
            line=self.line,
            rule=self.rule,
            described=self.described,
            places=self.places,
        )
