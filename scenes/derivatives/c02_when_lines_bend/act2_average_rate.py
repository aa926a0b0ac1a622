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
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)
from manim.typing import Vector3D

from lessons.derivatives.c02.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.secant import SecantRig
from scenes.components.graph.straight import StraightLine
from scenes.components.marks.brace import Hairline
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.fraction import LiveFraction
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import secant_picture


class AverageRate(MappedAct):
    """The average rate between two points, its formula, and what it cannot tell."""

    numbers: Numbers

    def secant_joins_two_points(self) -> None:
        self.clear_stage()
        numbers, secant = self.numbers, self.numbers.secant
        self.axes = GraphAxes((-1.2, 3.6, 1), (-1, 10, 2), self.layout.left)
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
        size = theme.FORMULA_SMALL_SIZE
        bar = max(self.quotient.rest(), key=lambda part: part.width)
        equals = Formula("=", size=size).next_to(bar, RIGHT, buff=theme.LABEL_GAP)
        self.value = LiveFraction(legs.rise, legs.run, secant.slope, size=size)
        self.value.shift(equals.get_right() + theme.LABEL_GAP * RIGHT - self.value.axis)
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
        near, far = (
            self._name(point, name, DOWN, color)
            for point, name, color in ((secant.p, "x", theme.INK), (secant.q, "x + h", theme.RUN))
        )
        low, high = (
            self._name(point, name, LEFT, theme.RISE)
            for point, name in ((secant.p, "f(x)"), (secant.q, "f(x + h)"))
        )
        self.play(FadeOut(self.axes.numbers), FadeIn(near, far))
        self.play(FadeIn(low, high))
        gap = Formula("h", size=theme.LABEL_SIZE, color=theme.RUN).move_to(self.run_label)
        general = self._quotient("({{f(x + h) : fq}} - {{f(x) : fp}}) / {{h : gap}}")
        self.play(ReplacementTransform(self.run_label, gap))
        self.play(
            Morph(self.quotient, general, {"q": "gap", "p": "gap"}),
            FadeOut(self.rise_label),
        )
        for part, (label, _) in (("fq", high), ("fp", low)):
            self.point_at(general.part(part), label)
        self.point_at(general.part("gap"), gap)
        self.quotient, self.names = general, VGroup(near, far, low, high, gap)

    def _name(self, point: Point, name: str, side: Vector3D, color: str) -> VGroup:
        """Name a point's input below its axis, or its output beside it, and tie the two."""
        foot = self.axes.map(*((point.x, 0.0) if side is DOWN else (0.0, point.y)))
        label = Formula(name, size=theme.LABEL_SIZE, color=color)
        label.next_to(foot, side, buff=theme.LABEL_GAP)
        return VGroup(label, Hairline(foot, self.axes.map(*point)))

    def gap_points_left(self) -> None:
        numbers = self.numbers
        start, end = numbers.secant.triangle.run, numbers.left_gap
        rule = Formula("h != 0", color=theme.RUN)
        self.body.place(rule, 0, 0.55)
        self.remove(self.rig)
        rig, readout = self._rig_and_gap(start)
        fixed = rig.near.copy()  # stays while there is no secant
        self.add(rig, fixed)
        self.play(FadeOut(self.names), FadeIn(self.axes.numbers, readout))
        self.play(Sweep(rig.set_gap, between(start, -end / 5), rig, readout))
        # Nothing is drawn for h = 0: the secant leaves on one side and comes back on the other.
        self.play(FadeOut(rig, readout), FadeIn(rule))
        self.rig, readout = self._rig_and_gap(end / 5)
        self.play(FadeIn(self.rig, readout))
        self.play(Sweep(self.rig.set_gap, between(end / 5, end), self.rig, readout))
        self.readout = VGroup(readout, rule, fixed)

    def _rig_and_gap(self, gap: float) -> tuple[SecantRig, Readout]:
        """Return a secant for gaps of one sign, and the readout of its gap."""
        readout = Readout("h =", gap, decimals=2, color=theme.RUN)
        self.body.place(readout, 0, 0.85)
        rig = SecantRig(self.axes, self.numbers.secant_with_gap, gap)
        return rig.follow(lambda _, h: readout.set_value(h)), readout

    def three_paths_one_average(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.readout, self.rig))
        self.rig = SecantRig(self.axes, numbers.secant_with_gap, numbers.secant.triangle.run)
        self.play(FadeIn(self.rig), FadeOut(self.curve))
        first, last = numbers.secant.p.x, numbers.secant.q.x
        paths, rates = VGroup(), VGroup()
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
            paths.add(path)
            rates.add(rate)
        # The secant lies above the journey that it coincides with, also while that one leaves.
        for part in (self.rig.line, self.rig.far, self.rig.near):
            part.set_z_index(1)
        self.add(paths)
        self.play(paths.animate.set_stroke(color=theme.FUNC, opacity=1.0))
        self.point_at(self.rig.near, self.rig.far)
        self.told = VGroup(paths, rates)

    def parallel_line_kisses(self) -> None:
        numbers = self.numbers
        # The kissing line passes through the place of one number of the axis.
        struck = self.axes.number_at(0, numbers.secant.p.x)
        self.play(FadeOut(self.told, self.rig.triangle, self.quotient, struck), FadeIn(self.curve))
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
            size=theme.FORMULA_SMALL_SIZE,
        )
        self.head.place(question, 0, 0.5)
        self.play(FadeIn(kiss, scale=2), line.animate.set_stroke(color=theme.EXACT))
        self.play(FadeIn(question, shift=UP * theme.NUDGE_SHIFT))
        self.wait(theme.THINK)
        self.clear_stage()
        self.leave_tile("secant", secant_picture())
