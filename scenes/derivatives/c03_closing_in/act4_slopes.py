"""Clip 03, fourth act: the last h, one formula for every slope, and the curve close up."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DR,
    LEFT,
    RIGHT,
    UL,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    VMobject,
)
from manim.typing import Point3D

from lessons.derivatives.c03.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.secant import TangentLine
from scenes.components.marks.plate import on_plate
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c03_closing_in.act3_algebra import LINE_SIZE, AfterAlgebra
from scenes.derivatives.c03_closing_in.props.lens import ReadMiss, shrink_brackets
from scenes.derivatives.c03_closing_in.props.level import LevelWindow
from scenes.layout import Region

REACH = 0.8
"""Half the length of a tangent, in frame units: no two meet."""
RESULT_TOP = 0.97
"""The upper edge of the result's plate between the branches, as a share of the window."""
WINDOW = ((-3.9, 3.9, 1), (-2, 12, 4))
"""The window of the parabola and its tangents."""
NAME_PLACE = (-2.95, 2.4)
"""Where the name of the curve stands, outside its left branch, in lesson units."""
SLIDE = 0.5
"""How long the tangent takes from one place to the next, in seconds."""
TOLD_GAP = 0.2
"""The distance between a contact point and the slope that is told there, in frame units."""
SHRINKING = 2.4
"""How long the last h takes to shrink, in seconds."""
LAST_NUDGE = 0.1
"""How small it has become when it vanishes, in frame units."""
RESULT_SIZE, RESULT_HEIGHT = 240.0, 0.72
"""The size of the result, in font size units, and where it stands, as a share of the height."""
NAME_GROWTH = 2.4
"""By how much the names of the two lengths grow before h shrinks."""
TABLE_PITCH, TABLE_GAP = 0.7, 0.35
"""The distances between the rows and between the columns of the table, in frame units."""
WINDOW_SHARE = (0.01, 0.58, 0.13, 1.0)
"""The part of the stage that the close-up takes: its table stands at its right."""
STEEP = 6.6
"""How many units upward the close-up shows on the length of one unit across, at first."""
PUSH, TURN = 1.4, 2.2
"""How long the window takes for a factor of ten, and the tangent to turn level, in seconds."""
FACTORS = (10.0, 100.0)
CURVE_PLACE, TANGENT_PLACE = (0.17, 0.7), (0.72, 0.3)
"""Where curve and tangent are named at first, as shares of the window."""
COLUMN = (0.61, 1.0)
"""The part of the stage beside the window, from left to right."""
RULE_AT = 0.24
"""The height of the rule below the level tangent, as a share of the window."""


RESULT = 'upright("slope") = {{2 x : value}}'
"""What the algebra says, in Typst mathematics."""
RESULT_LATE = 0.5
"""The share of a motion after which what it brings comes in."""


class Slopes(Act):
    """2x is read at four places, and the curve under a lens at one of them."""

    numbers: Numbers
    before: AfterAlgebra

    def lone_h_shrinks(self) -> None:
        strip, line, lock = self.before.strip, self.before.line, self.before.lock
        then = Formula("h -> 0", size=LINE_SIZE, color=theme.RUN)
        then.move_to((lock.get_x(), line.get_y(), 0.0))
        # The lock was opened first: the condition of the division stays in sight.
        aside = (line.get_x(), lock.get_y(), 0.0)
        self.remove(line)
        self.add(strip)
        self.play(
            FadeOut(line, target_position=strip.widths),
            Sweep(strip.grow_names, between(1.0, NAME_GROWTH), strip, rate_func=theme.TRAVEL),
            run_time=theme.STEP,
        )
        self.play(
            FadeIn(strip.plus, then),
            animated(lock, rate_func=theme.TRAVEL).move_to(aside),
            run_time=theme.FADE,
        )
        strip.add(strip.plus)
        first = strip.pieces[-1].copy().set_fill(opacity=0.0).set_stroke(theme.MUTED)
        self.play(dim(lock), FadeIn(first), run_time=theme.LEAP)
        self.add(first, strip)
        self.play(
            Sweep(
                strip.set_nudge,
                log_way(strip.nudge, LAST_NUDGE),
                strip,
                run_time=SHRINKING,
                rate_func=theme.TRAVEL,
            )
        )
        self._tell_result()

    def _tell_result(self) -> None:
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
        # Formula and bar stand in the middle together: what stays, and how long it is.
        readable = self.layout.readable
        result = Formula(RESULT, size=RESULT_SIZE, color=theme.EXACT)
        result.move_to(readable.at(0.5, RESULT_HEIGHT))
        bar = VGroup(first, second, strip.width_mark)
        self.play(
            animated(bar, rate_func=theme.TRAVEL).set_x(float(readable.center[0])),
            ReplacementTransform(strip.width_name, result.part("value"), rate_func=theme.TRAVEL),
            FadeIn(result.without("value"), rate_func=late(RESULT_LATE)),
            run_time=theme.STEP,
        )
        self.remove(strip)
        self.add(result, bar)
        self.result, self.bar = result, bar
        self.wait(theme.THINK)

    def slopes_at_every_point(self) -> None:
        numbers, result = self.numbers, self.result
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
            FadeOut(self.bar),
            Create(curve),
            ReplacementTransform(result, docked, rate_func=theme.TRAVEL),
            run_time=theme.STEP,
        )
        self.remove(docked)
        self.add(plate)
        tangent = TangentLine(axes, numbers.slope_tangents[0], reach=REACH)
        told = VGroup(*(self._told(axes, at.point, at.slope) for at in numbers.slope_tangents))
        self.play(FadeIn(tangent, told[0]), run_time=theme.LEAP)
        self._leave_trace(tangent)
        for (start, end), slope in zip(pairwise(numbers.slope_inputs), told[1:], strict=True):
            self._slide(tangent, start, end, slope)
            self._leave_trace(tangent)
        # The tangent goes back to the slope that clip 02 had asked for.
        asked = numbers.zoom_tangent
        self._slide(tangent, numbers.slope_inputs[-1], asked.point.x)
        place = numbers.slope_inputs.tolist().index(asked.point.x)
        answer = Readout(
            'upright("slope") =', asked.slope, size=theme.FORMULA_SIZE, color=theme.EXACT
        )
        answer.next_to(tangent.dot, LEFT, buff=TOLD_GAP).shift(UP * theme.GUTTER)
        self.play(FadeOut(told[place]), FadeIn(answer), run_time=theme.FADE)
        self.point_at(answer, tangent.dot)
        self.wait(theme.STEP)

    @staticmethod
    def _told(axes: GraphAxes, contact: Point, slope: float) -> Numeral:
        """Return the slope at a place, written on the inner side of the curve."""
        number = Numeral(slope, size=theme.TABLE_SIZE, color=theme.EXACT)
        inner = UP + (LEFT if contact.x > 0 else RIGHT)
        return number.next_to(axes.map(*contact), inner, buff=TOLD_GAP)

    def _leave_trace(self, tangent: TangentLine) -> None:
        self.add(tangent.copy(), tangent)

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
        widest, *windows = numbers.zoom_windows
        window = LevelWindow(
            self.layout.stage.inset(theme.TICK).part(*WINDOW_SHARE),
            numbers.parabola.value,
            numbers.zoom_tangent,
            width=windows[0].width,
            widest=widest.width,
            steep=STEEP,
            depth=len(FACTORS),
        )
        badge, region = window.badge, window.region
        window.remove(badge)
        left, right = COLUMN
        column = self.layout.stage.part(left, right, 0.0, 1.0)
        self.column = Region(column.left, column.right, region.bottom, region.top)
        slope = spell(numbers.zoom_tangent.slope, 0)
        names = VGroup(
            self._name('upright("curve")', theme.FUNC, region.at(*CURVE_PLACE)),
            self._name(
                f'upright("tangent, slope") {slope}', theme.EXACT, region.at(*TANGENT_PLACE)
            ),
        )
        self.play(FadeIn(window, names), run_time=theme.FADE)
        self.wait(theme.HOLD)
        # The tangent is laid level: what is seen above it then is the miss, and nothing else.
        drawn = self._name('upright("curve") - upright("tangent")', theme.FUNC, region.center)
        drawn.move_to(region.inset(theme.GUTTER).at(0.0, 1.0), aligned_edge=UL)
        self.play(FadeOut(names), FadeIn(drawn), run_time=theme.LEAP)
        self.play(window.lay_level(run_time=TURN))
        miss = ReadMiss(window, window.curve_at, window.tangent_at)
        level = self._name('upright("tangent, laid level")', theme.EXACT, region.center)
        level.next_to(region.at(0.0, 0.5), DR, buff=theme.GUTTER)
        self.play(FadeIn(level, miss, badge), run_time=theme.FADE)
        window.hold(drawn, level, miss)
        self._measure_the_miss(window, level)

    @staticmethod
    def _name(source: str, color: str, place: Point3D) -> Formula:
        """Name a line of the close-up in its window."""
        name = Formula(source, size=theme.TABLE_SIZE, color=color).move_to(place)
        return name.set_stroke(theme.BG, theme.HALO, background=True)

    def _measure_the_miss(self, window: LevelWindow, level: Formula) -> None:
        """Push in twice: each time a hundredth of the miss is left."""
        numbers = self.numbers
        table = ValueTable(
            [Column('upright("window")', theme.RUN), Column('upright("miss")', theme.APPROX)],
            [[at.width, at.gap] for at in numbers.zoom_windows[1:]],
            size=theme.TABLE_SIZE,
            pitch=TABLE_PITCH,
            gap=TABLE_GAP,
        )
        shrinks = shrink_brackets(table, 1, numbers.zoom_shrink)
        VGroup(table, shrinks).move_to(self.column.at(1.0, 0.5), aligned_edge=RIGHT)
        self.play(table.open(), FadeIn(table.rows[0]), run_time=theme.FADE)
        self.wait(theme.STEP)
        for factor, row, shrink in zip(FACTORS, table.rows[1:], shrinks, strict=True):
            self.play(window.push(factor, run_time=PUSH))
            self.play(FadeIn(row, shrink), run_time=theme.FADE)
            self.wait(theme.LEAP)
        rule = Formula(
            '{{upright("miss") : miss}} = ({{upright("window") : window}} \\/ thin 2)^2',
            colors={"miss": theme.APPROX, "window": theme.RUN},
            size=theme.KEY_SIZE,
        )
        docked = on_plate(rule).move_to(window.region.at(0.5, RULE_AT))
        self.play(FadeOut(level), FadeIn(docked), run_time=theme.FADE)
        window.remove(level)
        self.wait(theme.HOLD)
