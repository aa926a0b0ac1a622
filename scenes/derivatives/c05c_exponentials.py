"""Clip 05c, first act: the base that leaves zero with slope one, and its mirror image."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    Line,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.numbers.c05c import rules_three
from mathcore.curves import sample
from mathcore.functions import Function
from scenes import theme
from scenes.components.axes import GraphAxes
from scenes.components.curve import Curve
from scenes.components.formula import Formula
from scenes.components.motion import Sweep, between
from scenes.components.readout import Readout
from scenes.components.roles import in_roles
from scenes.components.secant import TangentLine
from scenes.components.table import Column, ValueTable
from scenes.components.triangle import TriangleRig
from scenes.stage import LessonScene


class Exponentials(LessonScene):
    """Two bases race, a third one wins: its slope is its height."""

    clip_number = "05c"

    def setup(self) -> None:
        """Take the numbers of the clip."""
        super().setup()
        self.numbers = rules_three()

    def bases_race(self) -> None:
        self.show_title()
        numbers = self.numbers
        self.axes = GraphAxes((-1.4, 1.6, 1), (-0.2, 3.2, 1), self.layout.left, equal=True)
        low, high = (self._curve(numbers.base(base)) for base in (2.0, 3.0))
        names = VGroup(
            Formula("2^x", size=theme.LABEL_SIZE, color=theme.FUNC).next_to(
                low.get_end(), RIGHT, buff=theme.LABEL_GAP
            ),
            Formula("3^x", size=theme.LABEL_SIZE, color=theme.FUNC).next_to(
                high.get_end(), RIGHT, buff=theme.LABEL_GAP
            ),
        )
        table = ValueTable(
            [
                Column("h", theme.RUN),
                Column("2^x", theme.APPROX, decimals=3),
                Column("3^x", theme.APPROX, decimals=3),
            ],
            list(zip(numbers.gaps, numbers.two_quotients, numbers.three_quotients, strict=True)),
        )
        self.layout.right.place(table, 0.0, 0.85)
        self.play(FadeIn(self.axes, names), Create(low), Create(high))
        self.play(table.open())
        self.play(table.reveal())
        base = Readout("a =", 2.0, decimals=5, color=theme.FUNC)
        slope = Readout(
            'upright("slope") =', numbers.base_slope(2.0), decimals=3, color=theme.EXACT
        )
        rows = VGroup(base, slope).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.layout.right.place(rows, 0.0, 0.2)
        tangent = TangentLine(self.axes, numbers.base_tangent(2.0), reach=theme.TANGENT_REACH)
        curve = low.copy()
        self.add(curve)
        self.play(
            FadeIn(rows, tangent),
            *(part.animate.set_stroke(opacity=theme.DIM) for part in (low, high)),
            FadeOut(names),
        )

        def slide(value: float) -> None:
            curve.set_points(self._curve(numbers.base(value)).points)
            tangent.put(numbers.base_tangent(value))
            base.set_value(value)
            slope.set_value(numbers.base_slope(value))

        self.play(Sweep(slide, between(2.0, 3.0), curve, tangent, base, slope, run_time=theme.DRAW))
        self.play(
            Sweep(slide, between(3.0, numbers.e), curve, tangent, base, slope, run_time=theme.DRAW)
        )

    def _curve(self, f: Function) -> Curve:
        (first, last, _), _ = self.axes.spans
        return Curve(self.axes, sample(f, first, last))

    def slope_equals_height(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        self.axes = GraphAxes((-1.2, 2.4, 1), (-1, 9, 2), self.layout.left, slopes=True)
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
        self.layout.right.place(table, 0.0, 0.4)
        self.play(FadeIn(self.axes), Create(curve), table.open())
        for line, row in zip(numbers.heights, table.rows, strict=True):
            bar = Line(
                self.axes.map(line.point.x, 0),
                self.axes.map(*line.point),
                stroke_color=theme.FUNC,
                stroke_width=theme.NUDGE_STROKE,
            )
            self.play(Create(bar), run_time=theme.FADE)
            tangent = TangentLine(self.axes, line, reach=theme.TANGENT_REACH / 2)
            self.play(FadeIn(tangent), FadeIn(row), run_time=theme.STEP)
        self.play(FadeIn(rule))

    def mirror_swaps_run_and_rise(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        self.axes = GraphAxes((-2, 4.4, 1), (-2, 4.4, 1), self.layout.left, equal=True)
        curve = self._curve(numbers.exponential)
        mirror = Line(
            self.axes.map(-2, -2),
            self.axes.map(4.4, 4.4),
            stroke_color=theme.MUTED,
            stroke_width=theme.HAIRLINE_STROKE,
        )
        triangle = TriangleRig(self.axes, numbers.tangent_triangle)
        self.play(FadeIn(self.axes), Create(curve))
        self.play(FadeIn(triangle), Create(mirror))
        (_, last, _), _ = self.axes.spans
        image = Curve(self.axes, sample(numbers.logarithm, numbers.smallest, last))
        goal = TriangleRig(self.axes, numbers.mirrored_triangle)
        names = VGroup(
            Formula("e^x", size=theme.LABEL_SIZE, color=theme.FUNC).next_to(
                curve.get_end(), LEFT, buff=theme.GUTTER
            ),
            Formula("ln x", size=theme.LABEL_SIZE, color=theme.FUNC).next_to(
                image.get_end(), DOWN, buff=theme.GUTTER
            ),
        )
        self.play(FadeIn(names[0]))
        self.play(
            TransformFromCopy(curve, image),
            TransformFromCopy(triangle.run, goal.rise),
            TransformFromCopy(triangle.rise, goal.run),
            run_time=theme.DRAW,
        )
        self.play(FadeIn(names[1]))
        slopes = VGroup(
            Readout(
                'upright("slope") =',
                numbers.tangent_triangle.slope,
                size=theme.FORMULA_SMALL_SIZE,
                color=theme.EXACT,
            ),
            Readout(
                'upright("mirrored:") ',
                numbers.mirrored_triangle.slope,
                decimals=1,
                size=theme.FORMULA_SMALL_SIZE,
                color=theme.EXACT,
            ),
            in_roles("(ln x)' = {{1 / x : exact}}"),
            in_roles("{{x > 0 : run}}", size=theme.FORMULA_SMALL_SIZE),
        ).arrange(DOWN, aligned_edge=LEFT, buff=2 * theme.GUTTER)
        self.layout.right.place(slopes, 0.0, 0.7)
        for line in slopes:
            self.play(FadeIn(line), run_time=theme.STEP)
