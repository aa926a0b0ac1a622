"""Clip 04, sixth act: a curve with a positive slope at one point, and dips at any distance."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.moving import MovingTangent
from scenes.components.graph.stacked import WindowTangent
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate
from scenes.components.motion.carry import late
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.dips import (
    DippingCurve,
    rising_quadrants,
    zero_lines,
)
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import tangent_picture
from scenes.layout import Region
from scenes.notation import typst

WIDTH = 1.6
"""How wide the first window of the lens is, in lesson units."""
PUSH, PUSH_TIME = 10.0, 1.8
"""How far the lens pushes in, and for how many seconds."""
NAME_AT, FOUND_AT = (0.03, 0.95), (0.95, 0.12)
"""Where what is known of a curve and what it does stand in its window, as shares."""
BADGE_AT = ((1.0, 1.0), (0.0, 0.0), (0.0, 0.0))
"""Where the magnification stands in the lens, by shape: in a narrow frame a line ends in the upper
right corner."""
NEIGHBOURS = ("lower", "higher")
"""How high the neighbours on either side of the point lie, in words."""
STILL_FALLS, RISES = 'f upright("still falls")', 'g upright("rises")'
"""What each curve does, in Typst mathematics."""
AT_ONE_POINT, ALL_ALONG = "at one point", "all along"
"""On which inputs its slope is known to be positive."""
RISER_WINDOW = ((-1.8, 1.8, 1.0), (-3.3, 5.6, 2.0))
"""The window of the curve that rises all along: what is known of it stands above it."""
RISER_ROOM = (0.012, 1.0, 0.0, 1.0)
"""The part of its region that it takes: its numbers have a sign."""
RISER_REACH = 0.9
"""Half the length of its tangents, in frame units: no two meet."""
RIDE, RISES_LATE = 3.0, 0.6
"""How long the tangent slides along that curve, in seconds, and the share of that time after which
it is said that the curve rises."""


class EndlessDips(MappedAct):
    """A positive slope at one point does not make a curve rise around it."""

    numbers: Numbers

    def endless_small_dips(self) -> None:
        self.clear_stage()
        self._at_one_point()
        self.clear_stage(run_time=theme.LEAP)
        self._all_along()
        self.clear_stage(run_time=theme.LEAP)
        self.leave_tile("tangent", tangent_picture())

    def _at_one_point(self) -> None:
        """Compare a point with its neighbours, then push in on the dips between them."""
        numbers = self.numbers
        lens = ZoomPlot(
            self.layout.stage.inset(theme.TICK),
            Point(0.0, numbers.wiggle(0.0)),
            width=WIDTH,
            numbered=False,
        )
        inner = lens.region.inset(theme.GUTTER)
        inner.place(lens.badge, *self.layout.by_shape(*BADGE_AT))
        curve = DippingCurve(lens, numbers.wiggle)
        line = FunctionCurve(lens, numbers.wiggle_line.at, theme.EXACT, theme.APPROX_STROKE)
        dot = SolidDot(lens.region.center, color=theme.EXACT)
        quadrants = rising_quadrants(lens.region)
        pair = self._neighbours(lens)
        lens.hold(quadrants, zero_lines(lens.region), line, curve, dot)
        quadrants.set_opacity(0.0)
        name = Formula(
            f"f(x) = {typst(numbers.wiggle_rule, rising=True)}",
            size=theme.TABLE_SIZE,
            color=theme.FUNC,
        )
        value, slope = (
            spell(number, 0) for number in (numbers.wiggle(0.0), numbers.wiggle_line.slope)
        )
        origin = Formula(f"f(0) = {value}", size=theme.TABLE_SIZE, color=theme.FUNC)
        here = Formula(f"f'(0) = {slope}", size=theme.KEY_SIZE, color=theme.EXACT)
        docked = self._dock(lens.region, [name, origin], here, AT_ONE_POINT)
        self.play(FadeIn(lens, docked[0], name, origin), run_time=theme.STEP)
        self.play(emerge(here, dot), FadeIn(docked[-1]), run_time=theme.FADE)
        self.play(quadrants.animate.set_fill(opacity=theme.VEIL), FadeIn(pair), run_time=theme.FADE)
        self.wait(theme.HOLD)
        # At every magnification there are stretches that go down.
        falls = Formula(STILL_FALLS, size=theme.KEY_SIZE)
        lens.region.place(falls, *FOUND_AT)
        self.play(
            curve.light_falls(),
            quadrants.animate.set_fill(opacity=0.0),
            FadeIn(falls),
            FadeOut(pair),
            run_time=theme.FADE,
        )
        self.play(lens.push(PUSH, run_time=PUSH_TIME))
        self.wait(theme.STEP)

    def _dock(self, room: Region, named: list[Formula], claim: Formula, where: str) -> VGroup:
        """Put what is known of a curve on a plate in the upper left corner of its plot.

        Parameters
        ----------
        room
            The plot.
        named
            What the curve is.
        claim, where
            What is known of its slope, and on which inputs: in words, beside it or below it.
        """
        words = Words(where, size=theme.TABLE_SIZE)
        VGroup(*named, claim, words).arrange(DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        if not self.layout.narrow:
            words.next_to(claim, RIGHT, buff=theme.CARD_GAP).stand_on(claim.baseline)
        docked = on_plate(*named, claim, words)
        docked[0].set_fill(theme.BG)
        return room.place(docked, *NAME_AT)

    def _neighbours(self, lens: ZoomPlot) -> VGroup:
        """Return a neighbour of the point on either side, and beside it how high it lies."""
        numbers, pair = self.numbers, VGroup()
        for side, word in zip((-1, 1), NEIGHBOURS, strict=True):
            x = side * numbers.near_pair
            dot = SolidDot(lens.map(x, numbers.wiggle(x)))
            told = Words(word, size=theme.TABLE_SIZE if self.layout.narrow else theme.KEY_SIZE)
            told.next_to(dot, side * RIGHT, buff=theme.CARD_GAP).shift(side * theme.GUTTER * DOWN)
            pair.add(dot, told)
        return pair

    def _all_along(self) -> None:
        """Slide a tangent along a curve whose slope is positive on a whole stretch."""
        numbers = self.numbers
        first, last = numbers.riser_range
        axes = GraphAxes(*RISER_WINDOW, self.layout.readable.part(*RISER_ROOM), framed=True)
        # At the left edge, beside its numbers, it crosses no plate.
        axes.y_axis.set_x(axes.window.left)
        axes.names[1].next_to(axes.window.at(0.0, 1.0), UP, buff=theme.TICK)
        riser = Curve(axes, sample(numbers.riser, first, last), stroke=theme.EXACT_STROKE)
        name = Formula(
            f"g(x) = {typst(numbers.riser.expression, rising=True)}",
            size=theme.TABLE_SIZE,
            color=theme.FUNC,
        )
        slope = typst(numbers.riser.derivative_expression, rising=True)
        size = theme.FORMULA_SIZE if self.layout.upright else theme.KEY_SIZE
        claim = Formula(f"g'(x) = {slope} > 0", size=size, color=theme.EXACT)
        docked = self._dock(axes.window, [name], claim, ALL_ALONG)
        self.play(FadeIn(axes, docked), Create(riser), run_time=theme.STEP)
        rises = Formula(RISES, size=theme.KEY_SIZE)
        axes.window.place(rises, *FOUND_AT)
        tangent = MovingTangent(axes, numbers.riser_tangent(first), RISER_REACH)
        self.add(tangent)
        self.play(
            Sweep(lambda x: tangent.put(numbers.riser_tangent(x)), between(first, last), tangent),
            FadeIn(rises, rate_func=late(RISES_LATE)),
            run_time=RIDE,
        )
        # The tangents that stay come when the sliding one has gone: it never meets them.
        tangents = VGroup(*(WindowTangent(axes, at, RISER_REACH) for at in numbers.riser_tangents))
        self.play(FadeOut(tangent), FadeIn(tangents), run_time=theme.LEAP)
        self.wait(theme.HOLD)
