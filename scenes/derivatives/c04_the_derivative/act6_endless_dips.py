"""Clip 04, sixth act: a curve with a positive slope at one point, and dips at any distance."""

from __future__ import annotations

from manim import DOWN, LEFT, UP, FadeIn, FadeOut, VGroup

from lessons.derivatives.c04.numbers import Numbers
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate
from scenes.components.motion.emerge import emerge
from scenes.components.text.formula import Formula
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.dips import DippingCurve, rising_quadrants
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import tangent_picture
from scenes.notation import typst

WIDTH = 1.6
"""How wide the first window of the lens is, in lesson units."""
PUSH = 10.0
"""How far the lens pushes in."""
NAME_AT, RULE_AT = (0.04, 0.92), (0.95, 0.2)
"""Where the name of the curve and the conclusion stand in the window, as shares."""
HIGHER_AT, LOWER_AT = (0.86, 0.62), (0.14, 0.38)
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
        here = Formula("f'(0) = 1", size=theme.KEY_SIZE, color=theme.EXACT)
        here.next_to(name, DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        lens.region.place(VGroup(name, here), *NAME_AT)
        higher, lower = (Words(word, size=theme.TABLE_SIZE) for word in ("higher", "lower"))
        lens.region.place(higher, *HIGHER_AT)
        lens.region.place(lower, *LOWER_AT)
        self.play(FadeIn(lens, name), run_time=theme.STEP)
        self.play(emerge(here, dot), run_time=theme.STEP)
        self.play(
            quadrants.animate.set_fill(opacity=theme.VEIL),
            FadeIn(higher, lower),
            run_time=theme.FADE,
        )
        self.wait(theme.FADE)
        # At every magnification there are stretches that go down.
        falls = Words("still falls", size=theme.TABLE_SIZE)
        piece = curve.fall().next_to(falls, LEFT)
        legend = on_plate(piece, falls)
        lens.region.place(legend, *RULE_AT)
        self.play(curve.light_falls(), FadeIn(legend), run_time=theme.FADE)
        self.play(lens.push(PUSH, run_time=theme.SETTLE))
        rule = VGroup(
            Formula('f\' > 0 upright("all along")', size=theme.KEY_SIZE, color=theme.EXACT),
            Formula('==> f upright("rises")', size=theme.KEY_SIZE),
        ).arrange(DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        plate = on_plate(*rule)
        lens.region.place(plate, *RULE_AT)
        self.play(FadeOut(legend), run_time=theme.LEAP)
        self.play(FadeIn(plate, shift=UP * theme.NUDGE_SHIFT), run_time=theme.FADE)
        self.wait(theme.THINK)
        self.clear_stage()
        self.leave_tile("tangent", tangent_picture())
