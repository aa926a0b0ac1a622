"""Clip 03, first act: the forbidden zero, and two series of slopes that squeeze one number."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import (
    DR,
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
from scenes.components.graph.moving import MovingSecant
from scenes.components.graph.secant import TangentLine
from scenes.components.marks.plate import on_plate
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.fraction import LiveFraction
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c03_closing_in.props.approach_places import (
    DOCK_AT,
    GLASS_RADII,
    NAME_AT,
    WINDOW,
    ApproachPlaces,
)
from scenes.derivatives.c03_closing_in.props.free_line import FreeLine
from scenes.derivatives.c03_closing_in.props.glass import GapGlass
from scenes.derivatives.c03_closing_in.props.squeeze import SqueezeTable
from scenes.layout import Region

ARROWS = ("2.5em", "1.4em", "1.4em")
"""How long the arrow from the slope to its limit is, by shape, in Typst's units."""
FUSED_GROWTH = 1.45
"""By how much the forbidden fraction swells."""
LEG, GLASS_LEG = 1.0, 1.8
"""How long the gap takes from one row of the table to the next, in seconds; and under the glass."""
ROW_LATE = 0.7
"""The share of that time after which the row comes in: the gap has then all but arrived."""


@dataclass(frozen=True, slots=True)
class AfterApproach:
    """The table of both sides, full.

    Attributes
    ----------
    squeeze
        The table, on stage with its arrows.
    plot, table
        The regions of the graph at it and of the table itself.
    """

    squeeze: SqueezeTable
    plot: Region
    table: Region


class Approach(Act):
    """A secant closes in from the right and from the left; neither side reaches the point."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the parabola over the whole frame, and the table that will stand beside it."""
        self.places = places = ApproachPlaces.lay(self.layout)
        self._lay_graph(places.plot)
        self.quotient = in_roles("{{f(1 + h) - f(1) : rise}} / {{h : run}}", places.size)
        self.squeeze = SqueezeTable(
            self.numbers.right_points,
            self.numbers.left_points,
            self.numbers.limit,
            places.table,
            heads=("h", 'upright("slope")'),
            columns=places.columns,
            sides=places.sides,
        )

    def _lay_graph(self, region: Region) -> None:
        self.axes = GraphAxes(*WINDOW, region, framed=True)
        first, last, _ = WINDOW[0]
        self.curve = Curve(self.axes, sample(self.numbers.parabola, first, last))
        self.name = Formula("f(x) = x^2", size=theme.DIGIT_SIZE, color=theme.FUNC)
        self.name.move_to(self.axes.map(*NAME_AT), aligned_edge=DR)

    def _dock(self, plate: VGroup, head: Region | None) -> None:
        """Put a plate above the plot, or into its upper left corner, clear of the axis."""
        if head:
            head.place(plate, 0.5, 1.0)
        else:
            plate.move_to(self.axes.map(*DOCK_AT), aligned_edge=UL)

    def _glass(self, gap: float, *, small: bool = False) -> GapGlass:
        """Return the magnifying glass over the secant of a gap, on the first or the small plot."""
        numbers, places = self.numbers, self.places
        return GapGlass(
            self.axes,
            numbers.parabola.value,
            numbers.secant,
            gap,
            self.axes.map(*(places.small_glass if small else places.glass)),
            self.layout.by_shape(*GLASS_RADII)[small],
            numbers.magnified(numbers.close_gap),
        )

    def points_fuse(self) -> None:
        self.scene.show_title()
        first = self.numbers.first_secant.triangle.run
        name = Formula("h", size=theme.DIGIT_SIZE, color=theme.RUN)
        self.rig = MovingSecant(self.axes, self.numbers.secant, first, run_label=name)
        start = self.rig.state.triangle
        equals = Formula("=", size=self.places.size)
        self.fraction = LiveFraction(start.rise, start.run, decimals=(2, 0), size=self.places.size)
        # Both fraction bars and the sign between them stand on one line.
        line = self.quotient.rest()
        equals.next_to(line, RIGHT, buff=theme.GUTTER)
        self.fraction.shift(equals.get_right() + theme.GUTTER * RIGHT - self.fraction.axis)
        plate = on_plate(self.quotient, equals, self.fraction)
        self._dock(plate, self.places.head)
        self.ground, self.equals = plate[0], equals
        self.play(
            FadeIn(self.axes, self.name, plate, self.rig), Create(self.curve), run_time=theme.FADE
        )
        self.wait(theme.LEAP)
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
        words = self.places.no_line_width
        free = FreeLine(self.rig.near.get_center(), self.axes.map(*self.places.no_line), words)
        zero = LiveFraction(0.0, 0.0, size=self.places.size)
        zero.shift(self.fraction.bar.get_center() - zero.bar.get_center())
        zero.bar.become(self.fraction.bar)
        self.play(
            FadeOut(self.rig.line),
            FadeOut(self.rig.triangle),
            FadeOut(self.rig.far),
            FadeOut(self.fraction),
            FadeIn(zero, free.line),
            run_time=theme.FADE,
        )
        self.bring_to_front(self.rig.near)
        self.point_at(VGroup(zero.rise, zero.run), self.rig.near, growth=FUSED_GROWTH)
        self.play(free.spin())
        self.play(FadeOut(free.line), FadeIn(free.places, free.words), run_time=theme.LEAP)
        self.bring_to_front(self.rig.near)
        self.nothing = VGroup(zero, free.places, free.words)

    def _tell_fraction(self, secant: Secant, _: float) -> None:
        self.fraction.set_values(secant.triangle.rise, secant.triangle.run)

    def points_part_by_a_hair(self) -> None:
        numbers = self.numbers
        small = on_plate(self.quotient.copy())[0]
        rule = Formula("h != 0", size=theme.KEY_SIZE, color=theme.RUN)
        self.rule = on_plate(rule)
        self.rule[0].set_stroke(theme.RUN)
        self.rule.next_to(small, RIGHT, buff=theme.GUTTER)
        self.play(FadeOut(self.nothing, self.equals), run_time=theme.FADE)
        self.play(animated(self.ground).become(small), FadeIn(self.rule), run_time=theme.FADE)
        self.remove(self.rig.near)
        self.rig = MovingSecant(self.axes, numbers.secant, numbers.right_gaps[0])
        self.play(FadeIn(self.rig), run_time=theme.FADE)
        self.play(self.rig.close(self.rig.gap, numbers.hair, run_time=theme.DRAW))
        self.glass = self._glass(numbers.hair)
        self.play(FadeIn(self.glass), run_time=theme.FADE)
        self.point_at(self.glass.gap_name, growth=FUSED_GROWTH)

    def gap_closes_from_the_right(self) -> None:
        self._make_room()
        self.play(self.squeeze.drop(self.squeeze.above[0]))
        self._measure(self.numbers.right_gaps, self.squeeze.above)
        self.play(FadeIn(self.squeeze.box), run_time=theme.FADE)

    def _make_room(self) -> None:
        """Let the graph shrink to the left, so that the table has room beside it."""
        wide, leaving = VGroup(self.axes, self.curve, self.name), (self.rule, self.rig, self.glass)
        self._lay_graph(self.places.small_plot)
        # Its gap and its slope stand in the table, the last ones under the glass.
        self.rig = MovingSecant(self.axes, self.numbers.secant, self.numbers.right_gaps[0])
        self.play(FadeOut(*leaving, self.ground, self.quotient), run_time=theme.LEAP)
        narrow = VGroup(self.axes, self.curve, self.name)
        self.play(ReplacementTransform(wide, narrow), run_time=theme.WRITE, rate_func=theme.TRAVEL)
        self.play(FadeIn(self.rig), FadeIn(self.squeeze.heads), run_time=theme.FADE)

    def _measure(self, gaps: FloatArray, rows: VGroup) -> None:
        numbers, glass = self.numbers, None
        for (start, end), row in zip(pairwise(gaps), rows[1:], strict=True):
            moved, leg = ((), LEG) if glass is None else ((glass,), GLASS_LEG)
            self.play(
                self.rig.close(start, end, *moved, run_time=leg),
                self.squeeze.drop(row, run_time=leg, rate_func=late(ROW_LATE)),
            )
            if glass is None and abs(end) <= numbers.close_gap:
                # From here on the two points can be told apart only under the glass.
                glass = self.glass = self._glass(end, small=True)
                self.play(FadeIn(glass), run_time=theme.FADE)
                self.rig.follow(self._tell_glass)

    def _tell_glass(self, _: Secant, gap: float) -> None:
        self.glass.follow(gap, self.numbers.magnified(gap))

    def gap_closes_from_the_left(self) -> None:
        gaps = self.numbers.left_gaps
        # The gap never passes through 0: the secant leaves, and comes back on the other side.
        self.play(FadeOut(self.rig, self.glass, run_time=theme.LEAP))
        self.rig = MovingSecant(self.axes, self.numbers.secant, gaps[0])
        self.play(FadeIn(self.rig), self.squeeze.drop(self.squeeze.below[0]), run_time=theme.LEAP)
        self._measure(gaps, self.squeeze.below)

    def both_sides_meet(self) -> None:
        self.tangent = TangentLine(self.axes, self.numbers.tangent)
        arrow = self.layout.by_shape(*ARROWS)
        settled = Readout(
            f'upright("slope") limits(stretch(->, size: #{arrow}))^(h -> 0)',
            self.numbers.limit,
            size=theme.KEY_SIZE,
            color=theme.EXACT,
        )
        card = on_plate(settled)
        self._dock(card, None)
        self.play(self.squeeze.point_inward(), FadeOut(self.glass))
        self.wait(theme.FADE)
        self.play(
            self.rig.hand_over(self.tangent, run_time=theme.DRAW),
            self.squeeze.fill(),
        )
        self.play(FadeIn(card), run_time=theme.FADE)
        self.point_at(self.squeeze.limit)

    def hand_over(self) -> AfterApproach:
        """Return what the next act needs."""
        places = self.places
        return AfterApproach(squeeze=self.squeeze, plot=places.small_plot, table=places.table)
