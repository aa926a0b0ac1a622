"""Clip 03, fourth act: one formula for every slope, and the curve close up."""

from __future__ import annotations

from itertools import pairwise

from manim import DR, UL, UP, Create, FadeIn, FadeOut, Line, ReplacementTransform, VGroup

from lessons.derivatives.c03.numbers import Numbers, ZoomWindow
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.secant import TangentLine
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate
from scenes.components.motion.attention import dim
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c03_closing_in.act3_algebra import AfterAlgebra
from scenes.derivatives.c03_closing_in.props.lens import (
    EdgeGap,
    dock_badge,
    name_edges,
    shrink_brackets,
)

REACH = 1.5
"""Half the length of a tangent, in frame units."""
TABLE_PITCH = 0.72
NARROW_PITCH, NARROW_GAP = 0.66, 0.5
"""The same of the table above the close-up, and the distance between its columns."""
TABLE_TOP = 0.97
"""The upper edge of the table between the branches, as a share of the window."""
UNITS_UP = 8.5
"""How many units upward the close-up shows on the length of one unit across."""
PUSH = 1.6
"""How long the window takes for a factor of ten, in seconds."""
FACTORS = (10.0, 100.0)
NAME_PLACE = (-1.85, 8.4)
"""Where the name of the curve stands, inside its left branch, in lesson units."""
GAP_NAME = (0.95, 0.79)
"""Where the gap is named, below its place at the right edge, as shares of the window."""
TABLE_DOCK, RULE_DOCK = (0.055, 0.98), (0.96, 0.09)
"""Where the table and the rule stand, as shares of the window."""


class Slopes(Act):
    """2x is read at four places, and the curve under a lens at one of them."""

    numbers: Numbers
    before: AfterAlgebra

    def slopes_at_every_point(self) -> None:
        numbers, line, strip = self.numbers, self.before.line, self.before.strip
        answer = Formula("2 x", size=theme.KEY_SIZE, color=theme.EXACT)
        answer.move_to(line.part("slivers"))
        kept = VGroup(strip.width_mark, strip.width_name)
        self.play(
            *(FadeOut(thing) for thing in self.scene.all_but(line.part("slivers"), kept)),
            line.part("slivers").animate.set_color(theme.EXACT),
            kept.animate.set_color(theme.EXACT),
            run_time=theme.FADE,
        )
        self.remove(line)
        self.add(answer)
        self.point_at(answer)
        axes = GraphAxes((-3.6, 3.6, 1), (-1, 12, 4), self.layout.stage, framed=True)
        curve = Curve(axes, sample(numbers.parabola, -3.6, 3.6), stroke=theme.EXACT_STROKE)
        table = ValueTable(
            [Column("x", theme.RUN), Column("2 x", theme.EXACT)],
            [[tangent.point.x, tangent.slope] for tangent in numbers.slope_tangents],
            size=theme.TABLE_SIZE,
            pitch=TABLE_PITCH,
        )
        plate = on_plate(table)
        plate.move_to(axes.window.at(0.5, TABLE_TOP), aligned_edge=UP)
        name = Formula("f(x) = x^2", size=theme.TABLE_SIZE, color=theme.FUNC)
        name.move_to(axes.map(*NAME_PLACE))
        self.play(FadeOut(kept), FadeIn(axes, name), Create(curve), run_time=theme.STEP)
        tangent = TangentLine(axes, numbers.slope_tangents[0], reach=REACH)
        self.play(
            FadeIn(plate[0], table.headings[0], table.rule),
            run_time=theme.LEAP,
        )
        self.bring_to_front(answer)
        self.play(ReplacementTransform(answer, table.headings[1]), run_time=theme.STEP)
        self.play(FadeIn(tangent), FadeIn(table.rows[0]), run_time=theme.FADE)
        traces = VGroup()
        for (start, end), row in zip(pairwise(numbers.slope_inputs), table.rows[1:], strict=True):
            traces.add(self._leave_trace(tangent))
            self._slide(tangent, start, end)
            self.play(FadeIn(row, run_time=theme.LEAP))
        traces.add(self._leave_trace(tangent))
        # The tangent goes back to the slope that clip 02 had asked for.
        self._slide(tangent, numbers.slope_inputs[-1], numbers.slope_inputs[1])
        told = Readout(
            'upright("slope") =', tangent.tangent.slope, size=theme.KEY_SIZE, color=theme.EXACT
        )
        told.next_to(tangent.dot, DR, buff=theme.LABEL_GAP)
        others = VGroup(table.rows[0], *table.rows[2:])
        self.play(dim(others, traces), FadeIn(told), run_time=theme.FADE)
        self.point_at(table.rows[1], tangent.dot)

    def _leave_trace(self, tangent: TangentLine) -> Line:
        trace = tangent.line.copy().set_stroke(width=theme.APPROX_STROKE)
        self.add(trace, tangent)
        return trace

    def _slide(self, tangent: TangentLine, start: float, end: float) -> None:
        self.play(
            Sweep(
                lambda x: tangent.put(self.numbers.tangent_at(x)),
                between(start, end),
                tangent,
                run_time=theme.STEP,
            )
        )

    def microscope(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first, *windows = numbers.zoom_windows
        lens = ZoomPlot(
            self.layout.stage.inset(theme.TICK),
            numbers.zoom_tangent.point,
            width=windows[0].width,
            units_up=UNITS_UP,
            depth=2,
        )
        gap = EdgeGap(lens, numbers.parabola.value, numbers.zoom_tangent.at)
        lens.hold(
            FunctionCurve(lens, numbers.parabola.value, stroke=theme.ROAD_STROKE),
            FunctionCurve(lens, numbers.zoom_tangent.at, theme.EXACT, theme.EXACT_STROKE),
            gap,
            SolidDot(lens.region.center, color=theme.EXACT),
        )
        # The widest window shows the bend; the magnification is told from the next one on.
        lens.put(windows[0].width / first.width)
        badge = lens.badge
        lens.remove(badge)
        names = name_edges(lens, "x", "y")
        told = Formula('upright("gap")', size=theme.TABLE_SIZE, color=theme.APPROX)
        told.move_to(lens.region.at(*GAP_NAME))
        self.play(FadeIn(lens, names), run_time=theme.FADE)
        table = self._table(windows)
        shrinks = shrink_brackets(table, 1, numbers.zoom_shrink)
        plate = on_plate(table, shrinks)
        plate.move_to(lens.region.at(*TABLE_DOCK), aligned_edge=UL)
        dock_badge(lens, plate)
        self.play(lens.push(1.0, run_time=PUSH), FadeIn(told))
        self.play(FadeIn(plate[0]), table.open(), FadeIn(badge, table.rows[0]), run_time=theme.FADE)
        lens.add(badge)
        self.play(FadeOut(told), run_time=theme.LEAP)
        for factor, row, shrink in zip(FACTORS, table.rows[1:], shrinks, strict=True):
            self.play(lens.push(factor, run_time=PUSH))
            self.play(FadeIn(row, shrink, run_time=theme.FADE))
            self.wait(theme.STEP)
        rule = on_plate(
            Formula(
                '{{upright("gap") : gap}} = ({{upright("window") : window}} / 2)^2',
                colors={"gap": theme.APPROX, "window": theme.RUN},
                size=theme.KEY_SIZE,
            )
        )
        rule.move_to(lens.region.at(*RULE_DOCK), aligned_edge=DR)
        self.play(FadeIn(rule), run_time=theme.FADE)

    def _table(self, windows: list[ZoomWindow]) -> ValueTable:
        return ValueTable(
            [Column('upright("window")', theme.RUN), Column('upright("gap")', theme.APPROX)],
            [[window.width, window.gap] for window in windows],
            size=theme.TABLE_SIZE,
            pitch=NARROW_PITCH,
            gap=NARROW_GAP,
        )
