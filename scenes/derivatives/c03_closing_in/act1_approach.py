"""Clip 03, first act: the forbidden zero, and two series of slopes that squeeze one number."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import (
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c03.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.quotients import Secant
from mathcore.values import FloatArray
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.secant import SecantRig, TangentLine
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.fraction import LiveFraction
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c03_closing_in.props.squeeze import SqueezeTable


@dataclass(frozen=True, slots=True)
class AfterApproach:
    """The table of both sides, full.

    Attributes
    ----------
    squeeze
        The table, on stage with its arrows.
    """

    squeeze: SqueezeTable


class Approach(Act):
    """A secant closes in from the right and from the left; neither side reaches the point."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the parabola with its secant, the header and the table of both sides."""
        header, body = self.layout.right.rows(1, 3, gap=theme.GUTTER)
        self.body = body
        self.axes = GraphAxes((-0.8, 3.6, 1), (-1, 10, 2), self.layout.left)
        self.curve = Curve(self.axes, sample(self.numbers.parabola, -0.8, 3.6))
        self.quotient = in_roles(
            "{{f(1 + h) - f(1) : rise}} / {{h : run}}", theme.FORMULA_SMALL_SIZE
        )
        header.place(self.quotient, 0, 0.5)
        self.squeeze = SqueezeTable(
            self.numbers.right_points,
            self.numbers.left_points,
            self.numbers.limit,
            body,
            heads=("h", 'upright("slope")'),
        )
        self.rig = self._secant(self.numbers.first_secant.triangle.run)

    def _secant(self, gap: float) -> SecantRig:
        self.gap_name = Readout("h =", gap, decimals=3, color=theme.RUN)
        rig = SecantRig(self.axes, self.numbers.secant, gap, run_label=self.gap_name)
        return rig.follow(self._tell_gap)

    def _tell_gap(self, _: Secant, gap: float) -> None:
        self.gap_name.set_value(gap)

    # Scene 3A: the forbidden value

    def points_fuse(self) -> None:
        self.scene.show_title()
        start = self.rig.state.triangle
        self.fraction = LiveFraction(start.rise, start.run, decimals=(2, 0), size=theme.TITLE_SIZE)
        self.fraction.move_to(self.body.at(0.5, 0.75))
        # The name stands above the secant, which only falls from here on.
        name = Formula("f(x) = x^2", size=theme.LABEL_SIZE, color=theme.FUNC)
        name.next_to(self.axes.map(2.7, 9.2), LEFT, buff=theme.LABEL_GAP)
        self.play(FadeIn(self.axes, name), Create(self.curve), run_time=theme.WRITE)
        self.play(FadeIn(self.rig), FadeIn(self.quotient), FadeIn(self.fraction))
        self.rig.follow(self._tell_fraction)
        self.play(
            Sweep(
                self.rig.set_gap,
                between(self.rig.gap, self.numbers.hair),
                self.rig,
                self.fraction,
            )
        )
        self.rig.followers.remove(self._tell_fraction)
        fused = LiveFraction(0.0, 0.0, size=theme.TITLE_SIZE).move_to(self.fraction)
        self.play(
            FadeOut(self.rig.line),
            FadeOut(self.rig.triangle),
            FadeOut(self.rig.far),
            ReplacementTransform(self.fraction, fused),
        )
        self.nothing = fused

    def _tell_fraction(self, secant: Secant, _: float) -> None:
        self.fraction.set_values(secant.triangle.rise, secant.triangle.run)

    def points_part_by_a_hair(self) -> None:
        rule = Formula("h != 0", size=theme.CONCLUSION_SIZE, color=theme.RUN)
        rule.move_to(self.body.at(0.5, 0.75))
        self.play(FadeOut(self.nothing), FadeIn(rule))
        self.remove(self.rig.near)
        self.play(FadeIn(self.rig))
        self.wait(theme.THINK)
        self.play(
            self.rig.close(self.numbers.hair, self.numbers.right_gaps[0], run_time=theme.DRAW)
        )
        self.rule = rule

    # Scene 3B: two approaches meet

    def gap_closes_from_the_right(self) -> None:
        self.slope = Readout(
            "=",
            self.rig.state.slope,
            decimals=3,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.APPROX,
        )
        self.slope.next_to(self.quotient, RIGHT, buff=theme.LABEL_GAP)
        self.rig.follow(self._tell_slope)
        self.play(FadeOut(self.rule), FadeIn(self.slope, self.squeeze.heads))
        self._measure(self.numbers.right_gaps, self.squeeze.above)
        self.play(FadeIn(self.squeeze.box))

    def _tell_slope(self, secant: Secant, _: float) -> None:
        self.slope.set_value(secant.slope)

    def _measure(self, gaps: FloatArray, rows: VGroup) -> None:
        self.play(self.squeeze.drop(rows[0]))
        for (start, end), row in zip(pairwise(gaps), rows[1:], strict=True):
            self.play(self.rig.close(start, end, self.slope, run_time=theme.LEG))
            self.play(self.squeeze.drop(row))

    def gap_closes_from_the_left(self) -> None:
        gaps = self.numbers.left_gaps
        # The gap never passes through 0: the secant leaves, and comes back on the other side.
        self.play(FadeOut(self.rig, run_time=theme.FADE))
        place = self.gap_name
        self.gap_name = Readout("h =", gaps[0], decimals=3, color=theme.RUN)
        self.gap_name.move_to(place, aligned_edge=LEFT)
        self.rig = SecantRig(self.axes, self.numbers.secant, gaps[0]).follow(self._tell_gap)
        self.rig.add(self.gap_name)
        self.rig.follow(self._tell_slope)
        self.play(FadeIn(self.rig, run_time=theme.FADE))
        self._measure(gaps, self.squeeze.below)

    def both_sides_meet(self) -> None:
        self.tangent = TangentLine(self.axes, self.numbers.tangent)
        settled = Readout(
            "limits(stretch(->, size: #2.5em))^(h -> 0)",
            self.numbers.limit,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.EXACT,
        )
        settled.move_to(self.slope, aligned_edge=LEFT)
        settled.stand_on(self.slope.baseline)
        self.play(self.squeeze.point_inward())
        self.wait(theme.FADE)
        self.play(
            self.rig.hand_over(self.tangent, run_time=theme.DRAW),
            self.squeeze.fill(),
            FadeOut(self.slope),
        )
        self.play(FadeIn(settled))
        self.point_at(self.squeeze.limit)

    def hand_over(self) -> AfterApproach:
        """Return what the next act needs."""
        return AfterApproach(squeeze=self.squeeze)
