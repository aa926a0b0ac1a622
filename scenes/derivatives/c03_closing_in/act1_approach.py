"""Clip 03, first act: the forbidden zero, and two series of slopes that squeeze one number."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import (
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UL,
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
from scenes.components.marks.plate import on_plate
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.fraction import LiveFraction
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c03_closing_in.props.squeeze import SqueezeTable
from scenes.layout import Region

WINDOW = ((-1.0, 3.5, 1), (-1, 11.2, 4))
"""The window of the parabola."""
NAME_PLACE = (3.36, 11.28)
"""Where the name of the curve ends, above its upper end, in lesson units."""
DOCK = (0.02, 0.98)
"""The upper left corner of the formula's plate, as shares of the window."""
VALUE_GAP = 0.5
"""The distance from the quotient to its value: an arrow with its condition fits between."""
FUSED_GROWTH = 1.45
"""By how much the forbidden fraction swells."""
LEG = 1.0
"""How long the gap takes from one row of the table to the next, in seconds."""


@dataclass(frozen=True, slots=True)
class AfterApproach:
    """The table of both sides, full.

    Attributes
    ----------
    squeeze
        The table, on stage with its arrows.
    plot
        The region of the graph beside it.
    """

    squeeze: SqueezeTable
    plot: Region


class Approach(Act):
    """A secant closes in from the right and from the left; neither side reaches the point."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the parabola over the whole stage, and the table that will stand beside it."""
        self.plot, right = self.layout.split
        self._lay_graph(self.layout.stage)
        self.quotient = in_roles("{{f(1 + h) - f(1) : rise}} / {{h : run}}", theme.KEY_SIZE)
        readable = self.layout.readable
        self.squeeze = SqueezeTable(
            self.numbers.right_points,
            self.numbers.left_points,
            self.numbers.limit,
            Region(right.left, right.right, readable.bottom, readable.top),
            heads=("h", 'upright("slope")'),
        )

    def _lay_graph(self, region: Region) -> None:
        self.axes = GraphAxes(*WINDOW, region, framed=True)
        first, last, _ = WINDOW[0]
        self.curve = Curve(self.axes, sample(self.numbers.parabola, first, last))
        self.name = Formula("f(x) = x^2", size=theme.DIGIT_SIZE, color=theme.FUNC)
        self.name.move_to(self.axes.map(*NAME_PLACE), aligned_edge=DR)

    def _secant(self, gap: float) -> SecantRig:
        self.gap_name = Readout("h =", gap, decimals=3, size=theme.DIGIT_SIZE, color=theme.RUN)
        rig = SecantRig(self.axes, self.numbers.secant, gap, run_label=self.gap_name)
        return rig.follow(self._tell_gap)

    def _tell_gap(self, _: Secant, gap: float) -> None:
        self.gap_name.set_value(gap)

    def _dock(self, plate: VGroup) -> None:
        """Put a plate into the upper left corner of the window."""
        plate.move_to(self.axes.window.at(*DOCK), aligned_edge=UL)

    # Scene 3A: the forbidden value

    def points_fuse(self) -> None:
        self.scene.show_title()
        self.rig = self._secant(self.numbers.first_secant.triangle.run)
        start = self.rig.state.triangle
        equals = Formula("=", size=theme.KEY_SIZE)
        self.fraction = LiveFraction(start.rise, start.run, decimals=(2, 0), size=theme.KEY_SIZE)
        equals.next_to(self.quotient, RIGHT, buff=theme.LABEL_GAP)
        self.fraction.shift(equals.get_right() + theme.LABEL_GAP * RIGHT - self.fraction.axis)
        plate = on_plate(self.quotient, equals, self.fraction)
        self._dock(plate)
        self.ground, self.equals = plate[0], equals
        self.play(FadeIn(self.axes, self.name), Create(self.curve), run_time=theme.STEP)
        self.play(FadeIn(self.rig), FadeIn(plate))
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
        fused = LiveFraction(0.0, 0.0, size=theme.KEY_SIZE).move_to(self.fraction)
        self.play(
            FadeOut(self.rig.line),
            FadeOut(self.rig.triangle),
            FadeOut(self.rig.far),
            FadeOut(self.fraction),
            FadeIn(fused),
            run_time=theme.FADE,
        )
        self.point_at(fused, self.rig.near, growth=FUSED_GROWTH)
        self.nothing = fused

    def _tell_fraction(self, secant: Secant, _: float) -> None:
        self.fraction.set_values(secant.triangle.rise, secant.triangle.run)

    def points_part_by_a_hair(self) -> None:
        self.rule = Formula("h != 0", size=theme.KEY_SIZE, color=theme.RUN)
        self.rule.move_to(VGroup(self.equals, self.nothing))
        self.play(FadeOut(self.nothing, self.equals), run_time=theme.FADE)
        self.play(FadeIn(self.rule), run_time=theme.FADE)
        self.remove(self.rig.near)
        self.play(FadeIn(self.rig), run_time=theme.FADE)
        self.wait(theme.FADE)
        self.play(
            self.rig.close(self.numbers.hair, self.numbers.right_gaps[0], run_time=theme.DRAW)
        )

    # Scene 3B: two approaches meet

    def gap_closes_from_the_right(self) -> None:
        self._make_room()
        self.play(self.squeeze.drop(self.squeeze.above[0]))
        self._measure(self.numbers.right_gaps, self.squeeze.above)
        self.play(FadeIn(self.squeeze.box), run_time=theme.FADE)

    def _make_room(self) -> None:
        """Let the graph shrink to the left, so that the table has room beside it."""
        wide = VGroup(self.axes, self.curve, self.name)
        rig, ground, quotient = self.rig, self.ground, self.quotient
        self._lay_graph(self.plot)
        self.rig = self._secant(rig.gap)
        moved = quotient.copy()
        self.slope = Readout(
            "=", self.rig.state.slope, decimals=3, size=theme.KEY_SIZE, color=theme.APPROX
        )
        self.slope.next_to(moved, DOWN, buff=VALUE_GAP)
        plate = on_plate(moved, self.slope)
        self._dock(plate)
        self.play(FadeOut(self.rule, rig), run_time=theme.LEAP)
        narrow = VGroup(self.axes, self.curve, self.name)
        self.play(
            ReplacementTransform(wide, narrow),
            ReplacementTransform(VGroup(ground, quotient), VGroup(plate[0], moved)),
            run_time=theme.WRITE,
            rate_func=theme.TRAVEL,
        )
        self.rig.follow(self._tell_slope)
        self.play(FadeIn(self.rig, self.slope), FadeIn(self.squeeze.heads), run_time=theme.FADE)

    def _tell_slope(self, secant: Secant, _: float) -> None:
        self.slope.set_value(secant.slope)

    def _measure(self, gaps: FloatArray, rows: VGroup) -> None:
        for (start, end), row in zip(pairwise(gaps), rows[1:], strict=True):
            self.play(self.rig.close(start, end, self.slope, run_time=LEG))
            self.play(self.squeeze.drop(row))

    def gap_closes_from_the_left(self) -> None:
        gaps = self.numbers.left_gaps
        # The gap never passes through 0: the secant leaves, and comes back on the other side.
        self.play(FadeOut(self.rig, run_time=theme.LEAP))
        place = self.gap_name
        self.gap_name = Readout("h =", gaps[0], decimals=3, size=theme.DIGIT_SIZE, color=theme.RUN)
        self.gap_name.move_to(place, aligned_edge=LEFT)
        self.rig = SecantRig(self.axes, self.numbers.secant, gaps[0]).follow(self._tell_gap)
        self.rig.add(self.gap_name)
        self.rig.follow(self._tell_slope)
        self.play(FadeIn(self.rig), self.squeeze.drop(self.squeeze.below[0]), run_time=theme.LEAP)
        self._measure(gaps, self.squeeze.below)

    def both_sides_meet(self) -> None:
        self.tangent = TangentLine(self.axes, self.numbers.tangent)
        settled = Readout(
            "limits(stretch(->, size: #2.5em))^(h -> 0)",
            self.numbers.limit,
            size=theme.KEY_SIZE,
            color=theme.EXACT,
        )
        settled.move_to(self.slope)
        settled.stand_on(self.slope.baseline)
        self.play(self.squeeze.point_inward())
        self.wait(theme.FADE)
        self.play(
            self.rig.hand_over(self.tangent, run_time=theme.DRAW),
            self.squeeze.fill(),
            animated(self.slope, run_time=theme.FADE).set_opacity(0.0),
        )
        self.remove(self.slope)
        self.play(FadeIn(settled), run_time=theme.FADE)
        self.point_at(self.squeeze.limit)

    def hand_over(self) -> AfterApproach:
        """Return what the next act needs."""
        return AfterApproach(squeeze=self.squeeze, plot=self.plot)
