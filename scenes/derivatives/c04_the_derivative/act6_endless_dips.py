"""Clip 04, sixth act: a curve with a positive slope at one point, and dips at any distance."""

from __future__ import annotations

from manim import DOWN, LEFT, Create, FadeIn, FadeOut, Transform, VGroup

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import WindowTangent
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.dips import (
    DippingCurve,
    NeighbourBracket,
    rising_quadrants,
)
from scenes.derivatives.c04_the_derivative.props.ribbon import SignRibbon
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import tangent_picture
from scenes.notation import typst

WIDTH = 1.6
"""How wide the first window of the lens is, in lesson units."""
PUSH = 10.0
"""How far the lens pushes in."""
NAME_AT, RULE_AT = (0.04, 0.92), (0.95, 0.2)
"""Where the name of the curve and the conclusion stand in the window, as shares."""
RISER_SPANS = ((-1.7, 1.7, 1.0), (-3.9, 3.3, 2.0))
"""The window of the curve that rises all along, and its ticks."""
STRIP = (0.015, 0.095)
"""Where the arrows lie in that window, below the curve: lower and upper edge, as shares."""
RISER_RULE_AT = (0.95, 0.3)
"""Where the conclusion stands in that window, as shares."""
RIDE = 2.0
"""How long the tangent slides along that curve, in seconds."""
ROOM_LEFT = 0.015
"""The share of the stage left of that window, for the signs of its numbers."""
PAYOFF = 2.0
"""How long the conclusion stands before the map, in seconds."""
HIGHER_AT, LOWER_AT = (0.8, 0.62), (0.2, 0.38)
"""Where the two neighbours are named, as shares of the window."""


class EndlessDips(MappedAct):
    """A positive slope at one point does not make a curve rise around it."""

    numbers: Numbers

    def endless_small_dips(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        lens = ZoomPlot(
            self.layout.stage.inset(theme.TICK),
            Point(0.0, numbers.wiggle(0.0)),
            width=WIDTH,
            numbered=False,
        )
        curve = DippingCurve(lens, numbers.wiggle)
        line = FunctionCurve(lens, numbers.wiggle_line.at, theme.EXACT, theme.APPROX_STROKE)
        dot = SolidDot(lens.region.center, color=theme.EXACT)
        quadrants = rising_quadrants(lens.region)
        lens.hold(quadrants, line, curve, dot)
        quadrants.set_opacity(0.0)
        name = Formula(
            f"f(x) = {typst(numbers.wiggle_rule, rising=True)}",
            size=theme.TABLE_SIZE,
            color=theme.FUNC,
        )
        value = spell(numbers.wiggle(0.0), 0)
        origin = Formula(f"f(0) = {value}", size=theme.TABLE_SIZE, color=theme.FUNC)
        slope = spell(numbers.wiggle_line.slope, 0)
        here = Formula(f"f'(0) = {slope}", size=theme.KEY_SIZE, color=theme.EXACT)
        words = VGroup(name, origin, here)
        lens.region.place(words.arrange(DOWN, buff=theme.GUTTER, aligned_edge=LEFT), *NAME_AT)
        higher, lower = (Words(word, size=theme.TABLE_SIZE) for word in ("higher", "lower"))
        lens.region.place(higher, *HIGHER_AT)
        lens.region.place(lower, *LOWER_AT)
        near = NeighbourBracket(lens, numbers.neighbours, "neighbours")
        self.play(FadeIn(lens, name, origin), run_time=theme.STEP)
        self.play(emerge(here, dot), run_time=theme.STEP)
        self.play(
            quadrants.animate.set_fill(opacity=theme.VEIL),
            FadeIn(near, higher, lower),
            run_time=theme.FADE,
        )
        self.wait(theme.HOLD)
        # At every magnification there are stretches that go down.
        falls = Words("still falls", size=theme.TABLE_SIZE)
        piece = curve.fall().next_to(falls, LEFT)
        legend = on_plate(piece, falls)
        lens.region.place(legend, *RULE_AT)
        self.play(
            curve.light_falls(), FadeIn(legend), FadeOut(near, higher, lower), run_time=theme.FADE
        )
        self.play(lens.push(PUSH, run_time=theme.ZOOM))
        self._rise_all_along()
        self.clear_stage()
        self.leave_tile("tangent", tangent_picture())

    def _rise_all_along(self) -> None:
        """Show a curve without any dip: its slope is positive at every input."""
        numbers = self.numbers
        self.clear_stage(run_time=theme.LEAP)
        axes = GraphAxes(
            *RISER_SPANS, self.layout.stage.part(ROOM_LEFT, 1.0, 0.0, 1.0), framed=True
        )
        first, last = numbers.riser_range
        curve = Curve(axes, sample(numbers.riser, first, last), stroke=theme.EXACT_STROKE)
        tangent = WindowTangent(axes, numbers.riser_tangent(first), theme.TANGENT_REACH)
        ribbon = SignRibbon(axes, numbers.riser_signs, axes.window.part(0.0, 1.0, *STRIP))
        ribbon.show_until(first)
        every = Formula('f\' > 0 upright("all along")', size=theme.KEY_SIZE, color=theme.EXACT)
        rises = Formula('==> f upright("rises")', size=theme.KEY_SIZE)
        whole, *_ = on_plate(VGroup(every, rises).arrange(DOWN, theme.GUTTER, aligned_edge=LEFT))
        axes.window.place(VGroup(whole, every, rises), *RISER_RULE_AT)
        # The plate is no larger than what stands on it.
        ground, _ = on_plate(every)
        self.play(FadeIn(axes), Create(curve), run_time=theme.STEP)
        self.play(FadeIn(tangent, ground, every), run_time=theme.FADE)
        self.add(ribbon)

        def ride(x: float) -> None:
            tangent.put(numbers.riser_tangent(x))
            ribbon.show_until(x)

        self.play(Sweep(ride, between(first, last), tangent, ribbon, run_time=RIDE))
        self.play(Transform(ground, whole), FadeIn(rises), run_time=theme.FADE)
        self.wait(PAYOFF)
