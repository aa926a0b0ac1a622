"""Clip 02, second act: the average rate between two points, its formula, and what it misses."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    VGroup,
    VMobject,
    linear,
)
from manim.typing import Vector3D

from lessons.derivatives.c02.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, OpenDot, SolidDot
from scenes.components.graph.secant import SecantRig
from scenes.components.graph.straight import StraightLine
from scenes.components.marks.brace import Hairline
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import carry
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.fraction import LiveFraction
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import secant_picture

DOCK = (0.285, 0.6, 0.56, 0.86)
"""The part of the window in which the formula stands, above the curve: left, right, low, high."""
LANES = (theme.FUNC, theme.INK, theme.MUTED)
"""The colours of the three journeys, in their order."""


class AverageRate(MappedAct):
    """The average rate between two points, its formula, and what it cannot tell."""

    numbers: Numbers

    def secant_joins_two_points(self) -> None:
        self.clear_stage()
        numbers, secant = self.numbers, self.numbers.secant
        head, plot = self.layout.headed()
        self.axes = GraphAxes((-1.2, 3.6, 1), (-1, 10, 2), plot)
        self.curve = Curve(
            self.axes, sample(numbers.parabola, -1.2, 3.6), stroke=theme.EXACT_STROKE
        )
        self.dock = head or self.axes.window.part(*DOCK)
        legs = secant.triangle
        run = Numeral(legs.run, size=theme.TABLE_SIZE, color=theme.RUN)
        rise = Numeral(legs.rise, size=theme.TABLE_SIZE, color=theme.RISE)
        self.rig = SecantRig(self.axes, numbers.secant_with_gap, legs.run, run, rise)
        self.play(FadeIn(self.axes), Create(self.curve), run_time=theme.WRITE)
        self.play(FadeIn(self.rig.near, scale=2), FadeIn(self.rig.far, scale=2))
        self.play(Create(self.rig.triangle.run), FadeIn(run), run_time=theme.FADE)
        self.play(Create(self.rig.triangle.rise), FadeIn(rise), run_time=theme.FADE)
        p, q = ([spell(value, 0) for value in point] for point in (secant.p, secant.q))
        self.quotient = self._quotient(
            f"({{{{{q[1]} : fq}}}} - {{{{{p[1]} : fp}}}}) / "
            f"({{{{{q[0]} : q}}}} - {{{{{p[0]} : p}}}})"
        )
        bar = max(self.quotient.rest(), key=lambda part: part.width)
        equals = Formula("=", size=theme.KEY_SIZE).next_to(bar, RIGHT, buff=theme.LABEL_GAP)
        self.value = LiveFraction(legs.rise, legs.run, secant.slope, size=theme.KEY_SIZE)
        self.value.shift(equals.get_right() + theme.LABEL_GAP * RIGHT - self.value.axis)
        self.play(FadeIn(self.quotient), run_time=theme.FADE)
        self.play(
            FadeIn(equals, self.value.bar),
            *carry(rise, self.value.rise, run_time=theme.WRITE),
            *carry(run, self.value.run, run_time=theme.WRITE),
        )
        self.play(Create(self.rig.line), FadeIn(self.value))
        self.equals, self.run_label, self.rise_label = equals, run, rise

    def _quotient(self, source: str) -> Formula:
        roles = {"fq": theme.RISE, "fp": theme.RISE, "q": theme.RUN, "p": theme.RUN}
        formula = Formula(source, size=theme.KEY_SIZE)
        for label in formula.labels:
            formula.part(label).set_color(roles.get(label, theme.RUN))
        return self.dock.place(formula, 0, 0.5)

    def numbers_become_letters(self) -> None:
        secant = self.numbers.secant
        # The name of the axis is the letter that its point is about to have.
        self.play(FadeOut(self.value, self.equals, self.axes.names[0], self.axes.numbers))
        near, far = (
            self._name(point, name, DOWN, theme.RUN)
            for point, name in ((secant.p, "x"), (secant.q, "x + h"))
        )
        low, high = (
            self._name(point, name, LEFT, theme.RISE)
            for point, name in ((secant.p, "f(x)"), (secant.q, "f(x + h)"))
        )
        gap = Formula("h", size=theme.TABLE_SIZE, color=theme.RUN).move_to(self.run_label)
        self.play(FadeIn(near, far), FadeOut(self.run_label), FadeIn(gap))
        self.play(FadeIn(low, high), FadeOut(self.rise_label))
        general = self._quotient("({{f(x + h) : fq}} - {{f(x) : fp}}) / {{h : gap}}")
        self.play(
            FadeOut(self.quotient, run_time=theme.LEAP),
            *carry(high[0], general.part("fq")),
            *carry(low[0], general.part("fp")),
            *carry(gap, general.part("gap")),
            FadeIn(general.without("fq", "fp", "gap")),
        )
        self.remove(general)
        self.add(general)
        self.point_at(general.part("gap"), gap)
        self.quotient, self.names = general, VGroup(near, far, low, high, gap)

    def _name(self, point: Point, name: str, side: Vector3D, color: str) -> VGroup:
        """Name a point's input below its axis, or its output beside it, and tie the two."""
        foot = self.axes.map(*((point.x, 0.0) if side is DOWN else (0.0, point.y)))
        label = Formula(name, size=theme.DIGIT_SIZE, color=color)
        label.next_to(foot, side, buff=theme.LABEL_GAP)
        return VGroup(label, Hairline(foot, self.axes.map(*point)))

    def gap_points_left(self) -> None:
        numbers = self.numbers
        start, end = numbers.secant.triangle.run, numbers.left_gap
        rule = Formula("h != 0", size=theme.KEY_SIZE, color=theme.RUN)
        if self.layout.narrow:
            rule.next_to(self.quotient, RIGHT, buff=theme.COLUMN_GAP)
        else:
            rule.next_to(self.quotient.part("gap"), DOWN, buff=theme.COLUMN_GAP / 2)
        self.remove(self.rig)
        *named, gap = self.names
        rig = self._rig(start, gap)
        fixed = rig.near.copy()  # stays while there is no secant
        self.remove(self.names)
        self.add(*named, rig, fixed)
        self.play(
            FadeOut(*named),
            FadeIn(self.axes.numbers, self.axes.names[0]),
            run_time=theme.LEAP,
        )
        self.play(Sweep(rig.set_gap, between(start, -end / 5), rig, run_time=theme.WRITE))
        # Nothing is drawn for h = 0: the secant leaves on one side and comes back on the other.
        self.play(FadeOut(rig), run_time=theme.LEAP)
        readout = Readout("h =", end / 5, decimals=2, size=theme.DIGIT_SIZE, color=theme.RUN)
        self.rig = self._rig(end / 5, readout).follow(lambda _, h: readout.set_value(h))
        self.play(FadeIn(self.rig), run_time=theme.LEAP)
        self.play(Sweep(self.rig.set_gap, between(end / 5, end), self.rig, run_time=theme.WRITE))
        # Towards zero the secant leaves: one point alone has none.
        self.play(Sweep(self.rig.set_gap, between(end, end / 30), self.rig, run_time=theme.WRITE))
        self.play(FadeOut(self.rig, run_time=theme.LEAP))
        self.play(FadeIn(rule, rate_func=theme.ENTER), run_time=theme.FADE)
        self.rule = VGroup(rule, fixed)

    def _rig(self, gap: float, label: VMobject) -> SecantRig:
        """Return a secant for gaps of one sign, whose run has a label."""
        label.set_stroke(theme.BG, width=theme.HALO, background=True)
        return SecantRig(self.axes, self.numbers.secant_with_gap, gap, label)

    def three_paths_one_average(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.rule, self.curve, self.quotient))
        secant = numbers.secant
        first, last = secant.p.x, secant.q.x
        start, goal = SolidDot(self.axes.map(*secant.p)), OpenDot(self.axes.map(*secant.q))
        paths = [
            Curve(self.axes, sample(journey, first, last), color=color, stroke=theme.EXACT_STROKE)
            for journey, color in zip(numbers.journeys, LANES, strict=True)
        ]
        racers = [
            SolidDot(self.axes.map(*secant.p), color=color, radius=theme.MARBLE_RADIUS)
            for color in LANES
        ]
        self.play(FadeIn(start, goal, *racers), run_time=theme.FADE)

        def race(x: float) -> None:
            for journey, racer in zip(numbers.journeys, racers, strict=True):
                racer.move_to(self.axes.map(x, journey(x)))

        run_time = theme.SETTLE + theme.STEP
        self.play(
            *(Create(path, rate_func=linear, run_time=run_time) for path in paths),
            Sweep(race, between(first, last), *racers, rate_func=linear, run_time=run_time),
        )
        rate = Readout(
            'upright("average") =', numbers.averages[0], size=theme.KEY_SIZE, color=theme.APPROX
        )
        self.dock.place(rate, 0, 0.5)
        self.rig = SecantRig(self.axes, numbers.secant_with_gap, secant.triangle.run)
        for part in (self.rig.line, self.rig.far, self.rig.near):
            part.set_z_index(1)  # also while the legs leave
        # The straight journey lies under the secant: dimmed, it does not show through the dashes.
        self.play(FadeIn(self.rig), FadeOut(*racers, start, goal), dim(*paths), run_time=theme.FADE)
        self.play(emerge(rate, self.rig.line, run_time=theme.WRITE))
        self.point_at(self.rig.near, self.rig.far)
        self.told = (*paths, rate)

    def parallel_line_kisses(self) -> None:
        numbers = self.numbers
        # The kissing line passes through the place of one number of the axis.
        struck = self.axes.number_at(0, numbers.secant.p.x)
        self.play(FadeOut(*self.told, self.rig.triangle, struck), FadeIn(self.curve))
        line = StraightLine(
            self.axes, numbers.secant.line, color=theme.INK, stroke=theme.APPROX_STROKE
        )
        self.play(FadeIn(line))
        self.play(
            Sweep(
                lambda height: line.put(numbers.parallel_at(height)),
                between(numbers.secant.intercept, numbers.kissing.intercept),
                line,
                run_time=theme.SETTLE,
            )
        )
        kiss = SolidDot(self.axes.map(*numbers.kissing.point), color=theme.EXACT)
        slope, at = (spell(value, 0) for value in (numbers.kissing.slope, numbers.kissing.point.x))
        question = in_roles(
            f'upright("slope") {{{{{slope} : exact}}}} upright("at") {{{{x = {at} : run}}}} ?',
            size=theme.TABLE_SIZE,
        )
        self.dock.place(question, 0, 0.5)
        self.play(FadeIn(kiss, scale=2), line.animate.set_stroke(color=theme.EXACT))
        self.play(FadeIn(question, shift=UP * theme.NUDGE_SHIFT))
        self.wait(theme.THINK)
        self.clear_stage()
        self.leave_tile("secant", secant_picture())
