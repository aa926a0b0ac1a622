"""Clip 02: when a line bends, one number is not enough; an average forgets the way."""

from __future__ import annotations

from manim import (
    DOWN,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from mathcore.curves import sample
from scenes import theme
from scenes.components.axes import GraphAxes
from scenes.components.curve import Curve, OpenDot
from scenes.components.formula import Formula, Morph
from scenes.components.fraction import LiveFraction
from scenes.components.marks import Hairline
from scenes.components.motion import Sweep, between
from scenes.components.numeral import Numeral, spell
from scenes.components.pictures import secant_picture
from scenes.components.readout import Readout
from scenes.components.roles import in_roles
from scenes.components.secant import SecantRig
from scenes.components.straight import StraightLine
from scenes.derivatives.c02_rises import Rises


class WhenLinesBend(Rises):
    """The average rate between two points, its formula, and what it cannot tell."""

    def secant_joins_two_points(self) -> None:
        self.clear_stage()
        numbers, secant = self.numbers, self.numbers.secant
        self.axes = GraphAxes((-1.2, 3.6, 1), (-1, 10, 2), self.layout.left, slopes=True)
        self.curve = Curve(self.axes, sample(numbers.parabola, -1.2, 3.6))
        self.head, self.body = self.layout.right.rows(1, 2)
        legs = secant.triangle
        run = Numeral(legs.run, color=theme.RUN)
        rise = Numeral(legs.rise, color=theme.RISE)
        self.rig = SecantRig(self.axes, numbers.secant_with_gap, legs.run, run, rise)
        self.play(FadeIn(self.axes), Create(self.curve))
        self.play(FadeIn(self.rig.near, scale=2), FadeIn(self.rig.far, scale=2))
        self.play(Create(self.rig.triangle.run), FadeIn(run))
        self.play(Create(self.rig.triangle.rise), FadeIn(rise))
        p, q = ([spell(value, 0) for value in point] for point in (secant.p, secant.q))
        self.quotient = self._quotient(
            f"({{{{{q[1]} : fq}}}} - {{{{{p[1]} : fp}}}}) / "
            f"({{{{{q[0]} : q}}}} - {{{{{p[0]} : p}}}})"
        )
        equals = Formula("=").next_to(self.quotient, RIGHT, buff=theme.LABEL_GAP)
        self.value = LiveFraction(legs.rise, legs.run, secant.slope)
        self.value.next_to(equals, RIGHT, buff=theme.LABEL_GAP)
        self.value.shift((0.0, self.quotient.get_y() - self.value.bar.get_y(), 0.0))
        self.play(FadeIn(self.quotient))
        self.play(
            FadeIn(equals),
            TransformFromCopy(rise, self.value.rise),
            TransformFromCopy(run, self.value.run),
            FadeIn(self.value.bar),
        )
        self.play(Create(self.rig.line), FadeIn(self.value))
        self.equals, self.run_label, self.rise_label = equals, run, rise

    def _quotient(self, source: str) -> Formula:
        roles = {"fq": theme.RISE, "fp": theme.RISE, "q": theme.RUN, "p": theme.RUN}
        formula = Formula(source, size=theme.FORMULA_SMALL_SIZE)
        for label in formula.labels:
            formula.part(label).set_color(roles.get(label, theme.RUN))
        return self.head.place(formula, 0, 0.5)

    def numbers_become_letters(self) -> None:
        self.play(FadeOut(self.value, self.equals))
        secant = self.numbers.secant
        names = VGroup(
            *(
                self._name(point.x, name, color)
                for point, name, color in (
                    (secant.p, "x", theme.INK),
                    (secant.q, "x + h", theme.RUN),
                )
            )
        )
        drops = VGroup(
            *(
                Hairline(self.axes.map(point.x, 0), self.axes.map(*point))
                for point in (secant.p, secant.q)
            )
        )
        self.play(FadeOut(self.axes.numbers), FadeIn(names, drops))
        gap = Formula("h", size=theme.LABEL_SIZE, color=theme.RUN).move_to(self.run_label)
        general = self._quotient("({{f(x + h) : fq}} - {{f(x) : fp}}) / {{h : gap}}")
        self.play(ReplacementTransform(self.run_label, gap))
        self.play(
            Morph(self.quotient, general, {"q": "gap", "p": "gap"}),
            FadeOut(self.rise_label),
        )
        self.point_at(general.part("gap"), gap)
        self.quotient, self.names = general, VGroup(names, drops, gap)

    def _name(self, x: float, name: str, color: str) -> Formula:
        label = Formula(name, size=theme.LABEL_SIZE, color=color)
        return label.next_to(self.axes.map(x, 0), DOWN, buff=theme.LABEL_GAP)

    def gap_points_left(self) -> None:
        numbers = self.numbers
        start, end = numbers.secant.triangle.run, numbers.left_gap
        readout = Readout("h =", start, decimals=2, signed=True, color=theme.RUN)
        self.body.place(readout, 0, 0.85)
        rule = Formula("h != 0", color=theme.RUN)
        self.body.place(rule, 0, 0.55)
        self.play(FadeOut(self.names), FadeIn(self.axes.numbers, readout))
        self.rig = SecantRig(self.axes, numbers.secant_with_gap, start).follow(
            lambda _, h: readout.set_value(h)
        )
        self.clear_stage(self.axes, self.curve, self.quotient, readout, run_time=theme.FADE / 2)
        self.add(self.rig)
        self.play(Sweep(self.rig.set_gap, between(start, -end / 5), self.rig, readout))
        # Nothing is drawn for h = 0: the secant leaves on one side and comes back on the other.
        self.play(FadeOut(self.rig), FadeIn(rule))
        self.rig.set_gap(end / 5)
        self.play(FadeIn(self.rig))
        self.play(Sweep(self.rig.set_gap, between(end / 5, end), self.rig, readout))
        self.readout = VGroup(readout, rule)

    def three_paths_one_average(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.readout, self.rig))
        self.rig = SecantRig(self.axes, numbers.secant_with_gap, numbers.secant.triangle.run)
        self.play(FadeIn(self.rig), FadeOut(self.curve))
        first, last = numbers.secant.p.x, numbers.secant.q.x
        told = VGroup()
        for place, (journey, average) in enumerate(
            zip(numbers.journeys, numbers.averages, strict=True)
        ):
            path = Curve(self.axes, sample(journey, first, last))
            rate = Readout('upright("average rate") =', average, color=theme.APPROX)
            self.body.place(rate, 0, 0.9).shift(DOWN * place * theme.WIDE_PITCH)
            self.add(path, self.rig.near, self.rig.far)
            self.play(Create(path, run_time=theme.DRAW))
            self.play(FadeIn(rate))
            self.play(path.animate.set_stroke(color=theme.MUTED, opacity=theme.GHOST))
            told.add(path, rate)
        self.told = told

    def parallel_line_kisses(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.told, self.rig.triangle), FadeIn(self.curve))
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
        kiss = OpenDot(self.axes.map(*numbers.kissing.point), color=theme.EXACT)
        slope, at = (spell(value, 0) for value in (numbers.kissing.slope, numbers.kissing.point.x))
        question = in_roles(
            f'upright("slope") {{{{{slope} : exact}}}} upright("at") {{{{x = {at} : run}}}} ?',
            size=theme.FORMULA_SMALL_SIZE,
        )
        self.body.place(question, 0, 0.8)
        self.play(FadeIn(kiss, scale=2), line.animate.set_stroke(color=theme.EXACT))
        self.play(FadeIn(question, shift=UP * theme.NUDGE_SHIFT))
        self.wait(theme.THINK)
        self.clear_stage()
        self.leave_tile("secant", secant_picture())
