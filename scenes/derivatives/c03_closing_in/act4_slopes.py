"""Clip 03, fourth act: one formula for every slope, and the curve close up."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DR,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c03.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.quiet_scale import QuietScale
from scenes.components.graph.secant import TangentLine
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c03_closing_in.act3_algebra import RESULT_SIZE, AfterAlgebra
from scenes.derivatives.c03_closing_in.props.lens import (
    EdgeMiss,
    name_edges,
    shrink_brackets,
)

REACH = 1.7
"""Half the length of a tangent, in frame units."""
RESULT_TOP = 0.97
"""The upper edge of the result's plate between the branches, as a share of the window."""
WINDOW = ((-3.9, 3.9, 1), (-2, 12, 4))
"""The window of the parabola and its tangents."""
NAME_PLACE = (-2.95, 2.4)
"""Where the name of the curve stands, outside its left branch, in lesson units."""
SLIDE = 0.6
"""How long the tangent takes from one place to the next, in seconds."""
TOLD_GAP = 0.2
"""The distance between a contact point and the slope that is told there, in frame units."""
TABLE_PITCH, TABLE_GAP = 0.58, 0.4
"""The distances between the rows and between the columns of the table, in frame units."""
COLUMNS, COLUMN_GAP = (5.4, 6.8), 0.4
"""The widths of the table's column and of the close-up's, and what is free between them."""
WINDOW_SHARE = (0.0, 0.84, 0.0, 1.0)
"""The part of its column that the close-up takes: the miss is named at its right edge."""
UNITS_UP = 5.6
"""How many units upward the close-up shows on the length of one unit across."""
PUSH = 1.6
"""How long the window takes for a factor of ten, in seconds."""
FACTORS = (10.0, 100.0)
BADGE_DOCK = (0.96, 0.14)
"""The lower right corner of the badge, as shares of the window."""
TABLE_HEIGHT, RULE_HEIGHT = 0.74, 0.24
"""Where the middles of the table and of the rule stand, as shares of their column."""


RESULT = 'upright("slope") = {{2 x : value}}'
"""What the algebra says, in Typst mathematics."""
RESULT_LATE = 0.5
"""The share of a motion after which what it brings comes in."""


class Slopes(Act):
    """2x is read at four places, and the curve under a lens at one of them."""

    numbers: Numbers
    before: AfterAlgebra

    def slopes_at_every_point(self) -> None:
        numbers = self.numbers
        result = self._tell_result()
        axes = GraphAxes(*WINDOW, self.layout.readable, framed=True)
        first, last, _ = WINDOW[0]
        curve = Curve(axes, sample(numbers.parabola, first, last))
        name = Formula("f(x) = x^2", size=theme.TABLE_SIZE, color=theme.FUNC)
        name.move_to(axes.map(*NAME_PLACE))
        docked = Formula(RESULT, size=theme.KEY_SIZE, color=theme.EXACT)
        plate = on_plate(docked)
        plate.move_to(axes.window.at(0.5, RESULT_TOP), aligned_edge=UP)
        self.play(
            FadeIn(axes, name),
            Create(curve),
            ReplacementTransform(result, docked, rate_func=theme.TRAVEL),
            run_time=theme.STEP,
        )
        self.remove(docked)
        self.add(plate)
        tangent = TangentLine(axes, numbers.slope_tangents[0], reach=REACH)
        told = VGroup(*(self._told(axes, at.point, at.slope) for at in numbers.slope_tangents))
        self.play(FadeIn(tangent, told[0]), run_time=theme.LEAP)
        traces = VGroup(self._leave_trace(tangent))
        for (start, end), slope in zip(pairwise(numbers.slope_inputs), told[1:], strict=True):
            self._slide(tangent, start, end, slope)
            traces.add(self._leave_trace(tangent))
        # The tangent goes back to the slope that clip 02 had asked for.
        asked = numbers.zoom_tangent
        self._slide(tangent, numbers.slope_inputs[-1], asked.point.x)
        place = numbers.slope_inputs.tolist().index(asked.point.x)
        answer = Readout(
            'upright("slope") =', asked.slope, size=theme.TABLE_SIZE, color=theme.EXACT
        )
        answer.next_to(tangent.dot, LEFT, buff=TOLD_GAP).shift(UP * theme.GUTTER)
        others = VGroup(*(one for one in told if one is not told[place]))
        rest = VGroup(*(one for one in traces if one is not traces[place]))
        self.play(dim(others, rest), FadeOut(told[place]), FadeIn(answer), run_time=theme.FADE)
        self.point_at(answer, tangent.dot)
        self.wait(theme.STEP)

    def _tell_result(self) -> Formula:
        """Let the last h vanish, and show what stays, alone and large."""
        strip = self.before.strip
        first, second, end = strip.pieces
        gone = (end, strip.end_width, strip.end_name, strip.plus)
        kept = VGroup(first, second, strip.width_mark, strip.width_name)
        self.play(
            *(FadeOut(thing) for thing in self.scene.all_but(kept, *gone)),
            FadeOut(VGroup(*gone), shift=LEFT * theme.GUTTER),
            animated(kept).set_color(theme.EXACT),
            run_time=theme.FADE,
        )
        result = Formula(RESULT, size=RESULT_SIZE, color=theme.EXACT)
        result.move_to(self.layout.readable.center)
        self.play(
            FadeOut(first, second, strip.width_mark),
            ReplacementTransform(strip.width_name, result.part("value"), rate_func=theme.TRAVEL),
            FadeIn(result.without("value"), rate_func=late(RESULT_LATE)),
            run_time=theme.STEP,
        )
        self.remove(strip)
        self.add(result)
        self.point_at(result)
        return result

    @staticmethod
    def _told(axes: GraphAxes, contact: Point, slope: float) -> Numeral:
        """Return the slope at a place, written on the inner side of the curve."""
        number = Numeral(slope, size=theme.DIGIT_SIZE, color=theme.EXACT)
        inner = UP + (LEFT if contact.x > 0 else RIGHT)
        return number.next_to(axes.map(*contact), inner, buff=TOLD_GAP)

    def _leave_trace(self, tangent: TangentLine) -> VGroup:
        trace = tangent.copy()
        self.add(trace, tangent)
        return trace

    def _slide(self, tangent: TangentLine, start: float, end: float, *told: VMobject) -> None:
        self.play(
            Sweep(
                lambda x: tangent.put(self.numbers.tangent_at(x)),
                between(start, end),
                tangent,
            ),
            *(FadeIn(slope, rate_func=late(RESULT_LATE)) for slope in told),
            run_time=SLIDE,
        )

    def microscope(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first, *windows = numbers.zoom_windows
        beside, room = self.layout.readable.inset(theme.TICK).columns(*COLUMNS, gap=COLUMN_GAP)
        lens = ZoomPlot(
            room.part(*WINDOW_SHARE),
            numbers.zoom_tangent.point,
            width=windows[0].width,
            units_up=UNITS_UP,
            depth=2,
        )
        miss = EdgeMiss(lens, numbers.parabola.value, numbers.zoom_tangent.at)
        curve = FunctionCurve(lens, numbers.parabola.value, stroke=theme.ROAD_STROKE)
        lens.hold(
            curve,
            FunctionCurve(lens, numbers.zoom_tangent.at, theme.EXACT, theme.EXACT_STROKE),
            SolidDot(lens.region.center, color=theme.EXACT),
        )
        lens.hold(QuietScale(lens, curve), miss)
        lens.remove(miss)
        # The widest window shows the bend; the magnification is told from the next one on.
        lens.put(windows[0].width / first.width)
        badge = lens.badge
        lens.remove(badge)
        badge.move_to(lens.region.at(*BADGE_DOCK), aligned_edge=DR)
        names = name_edges(lens, "x", "y")
        names[0].shift(theme.TICK * UP)
        self.play(FadeIn(lens, names), run_time=theme.FADE)
        table = ValueTable(
            [Column('upright("window")', theme.RUN), Column('upright("miss")', theme.APPROX)],
            [[window.width, window.gap] for window in windows],
            size=theme.TABLE_SIZE,
            pitch=TABLE_PITCH,
            gap=TABLE_GAP,
        )
        shrinks = shrink_brackets(table, 1, numbers.zoom_shrink)
        VGroup(table, shrinks).move_to(beside.at(0.5, TABLE_HEIGHT))
        self.play(lens.push(1.0, run_time=PUSH))
        self.play(FadeIn(miss), run_time=theme.FADE)
        lens.add(miss)
        self.play(table.open(), FadeIn(badge, table.rows[0]), dim(names), run_time=theme.FADE)
        lens.add(badge)
        self.wait(theme.GROUP)
        for factor, row, shrink in zip(FACTORS, table.rows[1:], shrinks, strict=True):
            self.play(lens.push(factor, run_time=PUSH))
            self.play(FadeIn(row, shrink, run_time=theme.FADE))
            self.wait(theme.LEAP)
        rule = Formula(
            '{{upright("miss") : miss}} = ({{upright("window") : window}} / 2)^2',
            colors={"miss": theme.APPROX, "window": theme.RUN},
            size=theme.KEY_SIZE,
        )
        beside.fit(rule).move_to(beside.at(0.5, RULE_HEIGHT))
        self.play(FadeIn(rule), FadeOut(badge), run_time=theme.FADE)
