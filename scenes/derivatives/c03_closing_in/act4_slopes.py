"""Clip 03, fourth act: the last h, one formula for every slope, and the curve close up."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from manim import (
    DOWN,
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
from scenes.components.graph.curve import Curve
from scenes.components.graph.secant import TangentLine
from scenes.components.marks.plate import on_plate
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c03_closing_in.act3_algebra import LINE_SIZE, AfterAlgebra
from scenes.derivatives.c03_closing_in.props.ladder import MissLadder
from scenes.derivatives.c03_closing_in.props.level import LevelWindow
from scenes.derivatives.c03_closing_in.props.stacked_ladder import StackedLadder

REACH = 0.8
"""Half the length of a tangent, in frame units: no two meet."""
RESULT_TOP = 0.97
"""The upper edge of the result's plate between the branches, as a share of the window."""
WINDOW = ((-3.9, 3.9, 1), (-2, 12, 4))
"""The window of the parabola and its tangents."""
NAME_PLACE = ((-2.95, 2.4), (-2.95, 2.4), (2.95, 0.8))
"""Where the name of the curve stands, outside its branches, by shape, in lesson units."""
SLIDE = 0.5
"""How long the tangent takes from one place to the next, in seconds."""
TOLD_GAP = 0.2
"""The distance between a contact point and the slope that is told there, in frame units."""
ANSWER_GAP = 0.45
"""The same for the slope that was asked for, which swells."""
SHRINKING = 2.4
"""How long the last h takes to shrink, in seconds."""
LAST_NUDGE = 0.1
"""How small it has become when it vanishes, in frame units."""
RESULT_SIZE, RESULT_HEIGHT = 240.0, 0.72
"""The size of the result, in font size units, and where it stands, as a share of the height."""
TURN, GROW = 1.2, 1.2
"""How long the tangent turns level, and a part of a window grows into the next, in seconds."""
ARROWS = ("3.3em", "1.6em", "5.2em")
"""How long the arrow from one number to the next is, by shape, in Typst's units."""
LADDER_ROWS = (2.95, 0.93, 0.85, 1.5), (4.5, 0.92, 0.8, 1.96)
"""Heights of the windows side by side, of their widths, of what is missed and of the rule, wide and
square, as shares."""
DOT_GROWTH = 1.8
"""By how much the point of contact swells where curve and tangent look like one line."""


RESULT = ('upright("slope")', "= {{2 x : value}}")
"""What the algebra says, in two parts, in Typst mathematics."""
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
        names = between(1.0, self.before.name_growth)
        self.play(
            FadeOut(line, target_position=strip.widths),
            Sweep(strip.grow_names, names, strip, rate_func=theme.TRAVEL),
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
        result = self._result(RESULT_SIZE, stacked=self.layout.upright)
        readable.inset(theme.TICK).fit(result).move_to(readable.at(0.5, RESULT_HEIGHT))
        bar = VGroup(first, second, strip.width_mark)
        *rest, value = result
        self.play(
            animated(bar, rate_func=theme.TRAVEL).set_x(float(readable.center[0])),
            ReplacementTransform(strip.width_name, value.part("value"), rate_func=theme.TRAVEL),
            FadeIn(value.without("value"), *rest, rate_func=late(RESULT_LATE)),
            run_time=theme.STEP,
        )
        self.remove(strip)
        self.add(result, bar)
        self.result, self.bar = result, bar
        self.wait(theme.THINK)

    def _result(self, size: float, *, stacked: bool) -> VGroup:
        """Return what the algebra says: one formula, or in an upright frame two parts of it."""
        if not self.layout.upright:
            return VGroup(Formula(" ".join(RESULT), size=size, color=theme.EXACT))
        first, second = (Formula(part, size=size, color=theme.EXACT) for part in RESULT)
        if stacked:
            return VGroup(first, second).arrange(DOWN, buff=theme.COLUMN_GAP)
        gap = size * theme.SPACE_PER_SIZE
        second.next_to(first, RIGHT, buff=gap).stand_on(first.baseline)
        return VGroup(first, second)

    def slopes_at_every_point(self) -> None:
        numbers, result = self.numbers, self.result
        axes = GraphAxes(*WINDOW, self.layout.readable, framed=True)
        first, last, _ = WINDOW[0]
        curve = Curve(axes, sample(numbers.parabola, first, last))
        name = Formula("f(x) = x^2", size=theme.TABLE_SIZE, color=theme.FUNC)
        name.move_to(axes.map(*self.layout.by_shape(*NAME_PLACE)))
        docked = self._result(theme.KEY_SIZE, stacked=False)
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
        answer = self._answer(asked.slope)
        answer.next_to(
            tangent.dot, LEFT, buff=TOLD_GAP if self.layout.upright else ANSWER_GAP
        ).shift(UP * theme.GUTTER)
        self.play(FadeOut(told[place]), FadeIn(answer), run_time=theme.FADE)
        self.point_at(answer, tangent.dot)
        self.wait(theme.STEP)

    def _answer(self, slope: float) -> VMobject:
        """Return the slope that was asked for, on two lines where the plot is narrow."""
        style: dict[str, Any] = {"size": theme.FORMULA_SIZE, "color": theme.EXACT}
        if not self.layout.narrow:
            return Readout('upright("slope") =', slope, **style)
        lines = VGroup(Words("slope", **style), Readout("=", slope, **style))
        return lines.arrange(DOWN, buff=theme.LABEL_GAP)

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
        self.clear_stage(run_time=theme.LEAP)
        room = self.layout.readable.inset(theme.TICK)
        arrow = self.layout.by_shape(*ARROWS)
        if self.layout.upright:
            ladder: MissLadder = StackedLadder(room, self.numbers, arrow)
        else:
            ladder = MissLadder(room, self.numbers, arrow, LADDER_ROWS[self.layout.narrow])
        first, *_, last = ladder.windows
        self.play(
            FadeIn(ladder.frames[1:], first, ladder.factors, ladder.heads), run_time=theme.LEAP
        )
        # The tangent is laid level: what is seen above it then is the miss, and nothing else.
        self.play(first.lay_level(run_time=TURN))
        self.play(
            FadeIn(names := ladder.graph_names(), first.miss(), ladder.measure(0)),
            run_time=theme.LEAP,
        )
        steps = [
            self._magnify(ladder, place, wider, window)
            for place, (wider, window) in enumerate(pairwise(ladder.windows), start=1)
        ]
        rule = Formula(
            '{{upright("miss") : miss}} = ({{upright("window") : window}} \\/ thin 2)^2',
            colors={"miss": theme.APPROX, "window": theme.RUN},
            size=theme.KEY_SIZE,
        )
        ladder.foot.place(docked := on_plate(rule), 0.5, 0.1)
        self.play(FadeOut(names[-1], *steps), FadeIn(docked), run_time=theme.FADE)
        self.wait(theme.HOLD)
        self.play(animated(last.pane).set_stroke(theme.INK), run_time=theme.FADE)
        self.point_at(last.dot, growth=DOT_GROWTH)

    def _magnify(
        self, ladder: MissLadder, place: int, wider: LevelWindow, window: LevelWindow
    ) -> VGroup:
        """Let the middle of a window grow into the next one: a hundredth of the miss is left.

        What says so is returned.
        """
        grow = window.grow_out_of(wider, run_time=GROW)
        mark = ladder.mark(place)
        self.play(Create(mark), run_time=theme.LEAP)
        self.add(window, mark, ladder.factors[place])
        self.play(grow)
        self.play(
            FadeIn(ladder.measure(place), step := ladder.step(place), window.miss()),
            run_time=theme.LEAP,
        )
        return step
