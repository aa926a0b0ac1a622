"""Clip 05c, first act: the base that leaves zero with slope one, and its mirror image."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    Line,
    ReplacementTransform,
    Rotate,
    VGroup,
)
from manim.typing import Vector3D

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from mathcore.slopes.lines import SlopeTriangle
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.secant import TangentLine
from scenes.components.graph.stacked import WindowTangent
from scenes.components.graph.triangle import TriangleRig
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable


class Exponentials(Act):
    """Two bases race and a third one wins: its slope is its height. Its mirror image follows."""

    numbers: Numbers

    def bases_race(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        self.axes = GraphAxes((-1.4, 1.6, 1), (-0.2, 3.2, 1), self.layout.left, equal=True)
        # All curves meet there: a number would lie under them.
        self.axes.numbers.remove(self.axes.number_at(1, 1.0))
        low, high = (self._curve(numbers.base(base)) for base in (2.0, 3.0))
        # The winning curve will end between the two, so a name stands on either side.
        names = VGroup(self._name(low, "2^x"), self._name(high, "3^x", LEFT))
        quotient = in_roles("{{(a^h - 1) \\/ h : approx}}", size=theme.LABEL_SIZE)
        table = ValueTable(
            [
                Column("h", theme.RUN),
                Column("2^x", theme.APPROX, decimals=3),
                Column("3^x", theme.APPROX, decimals=3),
            ],
            list(zip(numbers.gaps, numbers.two_quotients, numbers.three_quotients, strict=True)),
        )
        self.layout.right.place(table, 0.0, 0.72)
        across = VGroup(table.heading(1), table.heading(2))
        quotient.next_to(across, UP, buff=theme.GUTTER)
        self.play(FadeIn(self.axes, names), Create(low), Create(high))
        self.play(table.open(), FadeIn(quotient))
        self.play(table.reveal())
        # The goal of the race is a line that climbs by one per step.
        reach = 2 * theme.TANGENT_REACH
        goal = TangentLine(self.axes, numbers.base_tangent(numbers.e), reach).line
        goal.set_stroke(theme.MUTED, width=theme.HAIRLINE_STROKE)
        base = Readout("a =", 2.0, decimals=5, color=theme.FUNC)
        slope = Readout(
            'upright("slope") =', numbers.base_slope(2.0), decimals=3, color=theme.EXACT
        )
        rows = VGroup(base, slope).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.layout.right.place(rows, 0.0, 0.14)
        tangent = TangentLine(self.axes, numbers.base_tangent(2.0), reach=theme.TANGENT_REACH)
        curve = low.copy()
        self.add(curve)
        self.play(
            FadeIn(goal, rows, tangent),
            *(part.animate.set_stroke(opacity=theme.GHOST) for part in (low, high)),
            VGroup(names, quotient, table).animate.set_opacity(theme.GHOST),
        )

        def slide(value: float) -> None:
            curve.set_points(self._curve(numbers.base(value)).points)
            tangent.put(numbers.base_tangent(value))
            base.set_value(value)
            slope.set_value(numbers.base_slope(value))

        moved = (curve, tangent, base, slope)
        self.play(Sweep(slide, between(2.0, 3.0), *moved, run_time=theme.DRAW))
        self.play(Sweep(slide, between(3.0, numbers.e), *moved, run_time=theme.SETTLE))
        self.point_at(slope)
        self.base = base

    def _name(self, curve: Curve, name: str, side: Vector3D = RIGHT) -> Formula:
        label = Formula(name, size=theme.LABEL_SIZE, color=theme.FUNC)
        return label.next_to(curve.get_end(), side, buff=theme.LABEL_GAP)

    def _curve(self, f: Function) -> Curve:
        (first, last, _), _ = self.axes.spans
        return Curve(self.axes, sample(f, first, last))

    def slope_equals_height(self) -> None:
        self.clear_stage(self.base)
        numbers = self.numbers
        name = Formula(f"e = {spell(numbers.e, 5)} dots.h", color=theme.FUNC, size=theme.LABEL_SIZE)
        name.move_to(self.base, aligned_edge=LEFT)
        self.axes = GraphAxes((-1.2, 2.4, 1), (-1, 9, 2), self.layout.left)
        curve = self._curve(numbers.exponential)
        rule = in_roles("(e^x)' = {{e^x : exact}}", size=theme.CONCLUSION_SIZE)
        self.layout.right.place(rule, 0.0, 0.95)
        table = ValueTable(
            [
                Column("x", theme.RUN),
                Column('upright("height")', theme.FUNC, decimals=3),
                Column('upright("slope")', theme.EXACT, decimals=3),
            ],
            [(line.point.x, line.point.y, line.slope) for line in numbers.heights],
        )
        self.layout.right.place(table, 0.0, 0.55)
        self.play(
            ReplacementTransform(self.base, name), FadeIn(self.axes), Create(curve), table.open()
        )
        for line, row in zip(numbers.heights, table.rows, strict=True):
            bar = Line(
                self.axes.map(line.point.x, 0),
                self.axes.map(*line.point),
                stroke_color=theme.FUNC,
                stroke_width=theme.NUDGE_STROKE,
            )
            self.play(Create(bar), run_time=theme.FADE)
            tangent = WindowTangent(self.axes, line, theme.GLIMPSE_REACH)
            self.play(FadeIn(tangent), FadeIn(row), run_time=theme.STEP)
        self.play(FadeIn(rule))

    def mirror_swaps_run_and_rise(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        self.axes = GraphAxes((-2, 4.4, 1), (-2, 4.4, 1), self.layout.left, equal=True)
        (first, last, _), _ = self.axes.spans
        curve = self._curve(numbers.exponential)
        mirror = Line(
            self.axes.map(first, first),
            self.axes.map(last, last),
            stroke_color=theme.MUTED,
            stroke_width=theme.HAIRLINE_STROKE,
        )
        image = Curve(self.axes, sample(numbers.logarithm, numbers.smallest, last))
        here, there = (
            self._on_tangent(triangle)
            for triangle in (numbers.tangent_triangle, numbers.mirrored_triangle)
        )
        names = VGroup(self._name(curve, "e^x"), self._name(image, "ln x"))
        before = Readout(
            'upright("slope") =',
            numbers.tangent_triangle.slope,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.EXACT,
        )
        # The mirror image has its slope at the height of the original.
        place = spell(numbers.mirrored_triangle.p.x, 0)
        after = in_roles(
            f'{{{{upright("mirrored:") 1/{place} : exact}}}} upright(" at") '
            f"{{{{x = {place} : run}}}}",
            size=theme.FORMULA_SMALL_SIZE,
        )
        rule = in_roles("(ln x)' = {{1 / x : exact}}", size=theme.CONCLUSION_SIZE)
        condition = in_roles("{{x > 0 : run}}", size=theme.FORMULA_SMALL_SIZE)
        rows = VGroup(before, after, rule, condition)
        rows.arrange(DOWN, aligned_edge=LEFT, buff=theme.CARD_GAP)
        self.layout.right.place(rows, 0.0, 0.6)
        self.play(FadeIn(self.axes), Create(curve), FadeIn(names[0]))
        self.play(FadeIn(*here, before), Create(mirror), run_time=theme.WRITE)
        # The picture makes a half turn about the mirror: run and rise trade places.
        legs = here[1].copy()
        twin = VGroup(curve.copy(), here[0].copy(), legs)
        self.play(
            Rotate(twin, PI, axis=UP + RIGHT, about_point=self.axes.map(0, 0)),
            run_time=theme.JOURNEY,
        )
        self.play(
            ReplacementTransform(legs.run, there[1].rise),
            ReplacementTransform(legs.rise, there[1].run),
            FadeIn(names[1], after),
            run_time=theme.MORPH,
        )
        self.remove(twin)
        self.add(image, *there)
        self.play(FadeIn(rule), run_time=theme.STEP)
        self.play(FadeIn(condition), run_time=theme.FADE)

    def _on_tangent(self, triangle: SlopeTriangle) -> tuple[VGroup, TriangleRig]:
        """Return a piece of a tangent, from its point of contact on, and the triangle below it."""
        start, end = (self.axes.map(*point) for point in (triangle.p, triangle.q))
        line = Line(start, end, stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        touching = VGroup(line.scale(2), SolidDot(start, color=theme.EXACT))
        return touching, TriangleRig(self.axes, triangle)
