"""Clip 04, sixth act: a curve with a positive slope at one point, and dips at any distance."""

from __future__ import annotations

from manim import DOWN, LEFT, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.moving import MovingTangent
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
from scenes.layout import MobjectT, Region
from scenes.notation import typst

WIDTH = 1.6
"""How wide the first window of the lens is, in lesson units."""
PUSH, PUSH_TIME = 10.0, 1.2
"""How far the lens pushes in, and for how many seconds."""
NAME_AT, RULE_AT = (0.04, 0.92), (0.95, 0.2)
"""Where the name of the curve and the conclusion stand in the window, as shares."""
HIGHER_AT, LOWER_AT = (0.8, 0.62), (0.2, 0.38)
"""Where the two neighbours are named, as shares of the window."""
ROWS = (0.9, 4.3, 1.0)
"""Heights of the claims, of the pictures and of the conclusions that are compared, as shares."""
WORD_AT = ((0.86, 0.62), (0.14, 0.38))
"""Where higher and lower stand in the small window, as shares."""
RISER_SPANS = ((-1.7, 1.7, 1.0), (-4.7, 3.9, 2.0))
"""The window of the curve that rises all along, and its ticks."""
STRIP = (0.07, 0.15)
"""Where the arrows lie in that window, clear of curve and axis: lower and upper edge, as shares."""
RIDE = 1.6
"""How long the tangent slides along that curve, in seconds."""
PAYOFF = 2.4
"""How long the conclusion stands before the map, in seconds."""


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
        self.play(emerge(here, dot), run_time=theme.FADE)
        self.play(
            quadrants.animate.set_fill(opacity=theme.VEIL),
            FadeIn(near, higher, lower),
            run_time=theme.FADE,
        )
        self.wait(theme.POINT)
        # At every magnification there are stretches that go down.
        falls = Words("still falls", size=theme.TABLE_SIZE)
        piece = curve.fall().next_to(falls, LEFT)
        legend = on_plate(piece, falls)
        lens.region.place(legend, *RULE_AT)
        self.play(
            curve.light_falls(), FadeIn(legend), FadeOut(near, higher, lower), run_time=theme.FADE
        )
        self.play(lens.push(PUSH, run_time=PUSH_TIME))
        self._compare()
        self.clear_stage()
        self.leave_tile("tangent", tangent_picture())

    def _compare(self) -> None:
        """Set a positive slope at one point beside positive slopes on a whole stretch."""
        numbers = self.numbers
        heads, pictures, feet = self.layout.readable.rows(*ROWS)
        near, stretch = pictures.columns(1, 1, gap=theme.COLUMN_GAP)
        lens = ZoomPlot(near, Point(0.0, numbers.wiggle(0.0)), width=WIDTH, numbered=False)
        lens.badge.set_opacity(0.0)
        curve = DippingCurve(lens, numbers.wiggle)
        line = FunctionCurve(lens, numbers.wiggle_line.at, theme.EXACT, theme.APPROX_STROKE)
        neighbours = VGroup(
            *(
                SolidDot(lens.map(x, numbers.wiggle(x)))
                for x in (numbers.near_pair, -numbers.near_pair)
            )
        )
        lens.hold(rising_quadrants(near), line, curve, neighbours)
        lens.hold(SolidDot(near.center, color=theme.EXACT))
        words = VGroup(
            *(
                near.place(Words(word, size=theme.TABLE_SIZE), *at)
                for word, at in zip(("higher", "lower"), WORD_AT, strict=True)
            )
        )
        # The names of its inputs stay clear of the conclusion below.
        window = Region(stretch.left, stretch.right, stretch.bottom, stretch.top + AXIS_ROOM)
        axes = GraphAxes(*RISER_SPANS, window, framed=True, y_name="")
        first, last = numbers.riser_range
        riser = Curve(axes, sample(numbers.riser, first, last), stroke=theme.EXACT_STROKE)
        tangent = MovingTangent(axes, numbers.riser_tangent(first), theme.TANGENT_REACH)
        ribbon = SignRibbon(axes, numbers.riser_signs, axes.window.part(0.0, 1.0, *STRIP))
        ribbon.show_until(first)
        here, along = (
            _under(
                picture,
                heads,
                Formula(f'f\' > 0 upright("{where}")', size=theme.KEY_SIZE, color=theme.EXACT),
            )
            for picture, where in ((near, "at one point"), (stretch, "all along"))
        )
        falls = Words("still falls", size=theme.CONCLUSION_SIZE)
        fall = _under(near, feet, VGroup(curve.fall().next_to(falls, LEFT), falls))
        rises = _under(stretch, feet, Formula('==> f upright("rises")', size=theme.KEY_SIZE))
        curve.falls.set_stroke(opacity=1.0)
        self.clear_stage(run_time=theme.LEAP)
        self.play(FadeIn(lens, words, here, fall), FadeIn(axes), Create(riser), run_time=theme.STEP)
        self.play(FadeIn(tangent, along), run_time=theme.LEAP)
        self.add(ribbon, tangent)

        def ride(x: float) -> None:
            tangent.put(numbers.riser_tangent(x))
            ribbon.show_until(x)

        self.play(Sweep(ride, between(first, last), tangent, ribbon, run_time=RIDE))
        self.play(FadeIn(rises), run_time=theme.FADE)
        self.wait(PAYOFF)


def _under(picture: Region, row: Region, thing: MobjectT) -> MobjectT:
    """Place a thing in a row, on the middle of a picture."""
    return Region(picture.left, picture.right, row.bottom, row.top).place(thing)
