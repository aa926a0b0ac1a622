"""Clip 04, sixth act: a curve with a positive slope at one point, and dips at any distance."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.moving import MovingTangent
from scenes.components.graph.stacked import WindowTangent
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate, outline
from scenes.components.motion.carry import late
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.dips import (
    DippingCurve,
    rising_quadrants,
)
from scenes.derivatives.c04_the_derivative.props.panes import (
    Compared,
    PaneScale,
    known_signs,
    zero_lines,
)
from scenes.derivatives.c04_the_derivative.props.ribbon import SignRibbon
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import tangent_picture
from scenes.layout import Region
from scenes.notation import typst

WIDTH = 1.6
"""How wide the first window of the lens is, in lesson units."""
PUSH, PUSH_TIME = 10.0, 1.2
"""How far the lens pushes in, and for how many seconds."""
NAME_AT = (0.03, 0.95)
RULE_AT = ((0.97, 0.08), (0.97, 0.12), (0.97, 0.12))
FIT_AT = ((0.68, 0.34), (0.92, 0.36), (0.96, 0.4))
BADGE_AT = ((1.0, 1.0), (1.0, 0.235), (1.0, 0.26))
"""Where the name of the curve, the conclusion, the name of the line and the magnification stand, as
shares, the last three by shape: in a narrow frame a line ends in the upper right corner."""
NEIGHBOURS, SHORT_NAMES = ("lower neighbour", "higher neighbour"), ("lower", "higher")
"""What lies on either side of the point, in words."""
STILL_FALLS = ("at one point", 'f upright("still falls")')
RISES = ("all along", 'g upright("rises")')
"""On which inputs the slope is known to be positive, and what the curve does, in Typst mathematics.
"""
SMALL_STEPS, RISER_STEPS = (0.4, 0.4), (1.0, 2.0)
"""The distances between the numbers of the two windows, across and up, in lesson units."""
RISER_WINDOW = ((-1.8, 1.8, 1.0), (-3.3, 3.3, 1.0))
"""The window of the curve that rises all along."""
RISER_REACH = 0.6
"""Half the length of its tangents, in frame units: no two meet."""
RIDE, RISES_LATE = 2.2, 0.6
"""How long the tangent slides along that curve, in seconds, and the share of that time after which
it is said that the curve rises."""
PAYOFF = 2.0
"""How long the conclusion stands before the map, in seconds."""
KEPT_FALL = 5.0
"""The stroke of a stretch that goes down in such a window."""


class EndlessDips(MappedAct):
    """A positive slope at one point does not make a curve rise around it."""

    numbers: Numbers

    def endless_small_dips(self) -> None:
        self.clear_stage()
        self._magnify()
        near, stretch = Compared.two(self.layout)
        pictures = (self._at_one_point(near), self._all_along(stretch))
        self.wait(PAYOFF)
        # On a small window a thick stroke would be a blot.
        self.curve.falls.set_stroke(width=KEPT_FALL)
        self.keep(
            pictures,
            [
                (Words(where, size=theme.TABLE_SIZE), Formula(what, size=theme.TABLE_SIZE))
                for where, what in (STILL_FALLS, RISES)
            ],
        )
        self.leave_tile("tangent", tangent_picture(), kept=True)

    def _magnify(self) -> None:
        """Compare the point with its neighbours, then push in on the dips between them."""
        numbers = self.numbers
        self.lens = lens = ZoomPlot(
            self.layout.stage.inset(theme.TICK),
            Point(0.0, numbers.wiggle(0.0)),
            width=WIDTH,
            numbered=False,
        )
        inner = lens.region.inset(theme.GUTTER)
        inner.place(lens.badge, *self.layout.by_shape(*BADGE_AT))
        self.curve = curve = DippingCurve(lens, numbers.wiggle)
        line = FunctionCurve(lens, numbers.wiggle_line.at, theme.EXACT, theme.APPROX_STROKE)
        dot = SolidDot(lens.region.center, color=theme.EXACT)
        quadrants = rising_quadrants(lens.region)
        names = SHORT_NAMES if self.layout.narrow else NEIGHBOURS
        pair = self._neighbours(*names, theme.CARD_GAP)
        self.cross = zero_lines(lens.region, lens.region.center)
        lens.hold(quadrants, self.cross, line, curve, dot)
        quadrants.set_opacity(0.0)
        name = Formula(
            f"f(x) = {typst(numbers.wiggle_rule, rising=True)}",
            size=theme.TABLE_SIZE,
            color=theme.FUNC,
        )
        value = spell(numbers.wiggle(0.0), 0)
        origin = Formula(f"f(0) = {value}", size=theme.TABLE_SIZE, color=theme.FUNC)
        slope = spell(numbers.wiggle_line.slope, 0)
        self.rule = ("f'(0)", slope)
        here = Formula(" = ".join(self.rule), size=theme.KEY_SIZE, color=theme.EXACT)
        words = VGroup(name, origin, here).arrange(DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        docked = on_plate(*words)
        lens.region.place(docked, *NAME_AT)
        ground = docked[0].set_fill(theme.BG)
        fit = Words("best straight fit", size=theme.TABLE_SIZE, color=theme.EXACT)
        lens.region.place(fit, *self.layout.by_shape(*FIT_AT))
        self.play(FadeIn(lens, ground, name, origin), run_time=theme.STEP)
        self.play(emerge(here, dot), FadeIn(fit), run_time=theme.FADE)
        self.play(quadrants.animate.set_fill(opacity=theme.VEIL), FadeIn(pair), run_time=theme.FADE)
        self.wait(theme.FADE)
        # At every magnification there are stretches that go down.
        falls = Words("still falls", size=theme.TABLE_SIZE)
        piece = curve.fall().next_to(falls, LEFT)
        legend = on_plate(piece, falls)
        lens.region.place(legend, *self.layout.by_shape(*RULE_AT))
        self.play(
            curve.light_falls(),
            quadrants.animate.set_fill(opacity=0.0),
            FadeIn(legend),
            FadeOut(pair),
            run_time=theme.FADE,
        )
        self.quadrants = quadrants
        self.play(lens.push(PUSH, run_time=PUSH_TIME))
        self.wait(theme.LEAP)
        self.here, self.dot = here, dot
        lens.remove(lens.badge)
        self.told = (ground, name, origin, fit, legend, lens.badge.copy())

    def _neighbours(self, lower: str, higher: str, gap: float) -> VGroup:
        """Return a neighbour of the point on either side, and beside it how high it lies."""
        lens, numbers = self.lens, self.numbers
        pair = VGroup()
        for side, word in ((-1, lower), (1, higher)):
            x = side * numbers.near_pair
            dot = SolidDot(lens.map(x, numbers.wiggle(x)))
            name = Words(word, size=theme.TABLE_SIZE)
            name.next_to(dot, side * RIGHT, buff=gap).shift(side * theme.GUTTER * DOWN)
            pair.add(dot, name)
        return pair

    def _at_one_point(self, side: Compared) -> VGroup:
        """Let what the lens has found become the first picture: one slope is known, at a point."""
        lens = self.lens
        claim = side.claim(*self.rule, STILL_FALLS[0])
        # A group of them would be drawn above what stays.
        self.play(
            *(FadeOut(thing, run_time=theme.FADE / 2) for thing in self.told),
            self._pull_back(side.pane),
            ReplacementTransform(self.here, claim[0], rate_func=theme.TRAVEL),
            run_time=theme.WRITE,
        )
        # A square window has little room beside them.
        pair = self._neighbours(*SHORT_NAMES, theme.LABEL_GAP / (2 if side.foot else 1))
        scale = PaneScale(side.pane, lens.map, SMALL_STEPS)
        self.play(FadeIn(claim[1], side.named("f"), scale, pair), run_time=theme.FADE)
        lines = (Formula('f upright("still")', size=theme.KEY_SIZE), Words("falls", theme.KEY_SIZE))
        found = VGroup(*lines).arrange(DOWN, buff=theme.LABEL_GAP, aligned_edge=LEFT)
        side.conclude(found)
        signs = known_signs(self.curve, side.strip)
        self.play(FadeIn(side.frame(), signs, found), run_time=theme.FADE)
        return VGroup(lens, pair[0], pair[2])

    def _pull_back(self, goal: Region) -> Sweep:
        """Let the lens go back to its first window while its frame becomes another one."""
        lens, start = self.lens, self.lens.region

        def put(share: float) -> None:
            lens.region = room = start.towards(goal, share)
            lens.pane.become(outline(room.width, room.height, theme.GRID).move_to(room.center))
            self.dot.move_to(room.center)
            self.cross.become(zero_lines(room, room.center))
            # The neighbours on either side are compared again, now on the whole curve.
            self.quadrants.become(rising_quadrants(room)).set_fill(opacity=theme.VEIL * share)
            lens.put(PUSH ** (1 - share))

        return Sweep(put, between(0.0, 1.0), lens, rate_func=theme.TRAVEL)

    def _all_along(self, side: Compared) -> VGroup:
        """Show the second picture: a curve whose slope is positive on a whole stretch."""
        numbers, pane = self.numbers, side.pane
        axes = GraphAxes(
            *RISER_WINDOW, pane.inset(-AXIS_ROOM), x_name="", y_name="", numbers=(None, None)
        )
        axes.remove(axes.x_axis, axes.y_axis, axes.ticks)
        frame = outline(pane.width, pane.height, theme.GRID).move_to(pane.center)
        cross = zero_lines(pane, axes.map(0.0, 0.0))
        riser = Curve(axes, sample(numbers.riser, *numbers.riser_range), stroke=theme.EXACT_STROKE)
        slope = f"{typst(numbers.riser.derivative_expression, rising=True)} > 0"
        claim = side.claim("g'(x)", slope, RISES[0])
        scale = PaneScale(pane, axes.map, RISER_STEPS)
        ground = VGroup(frame, axes, cross)
        self.play(
            FadeIn(ground, scale, side.named("g"), claim, side.frame()),
            Create(riser),
            run_time=theme.STEP,
        )
        rises = side.conclude(Formula(RISES[1], size=theme.KEY_SIZE))
        self._ride(axes, SignRibbon(axes, numbers.riser_signs, side.strip), rises)
        # The tangents that stay come when the sliding one has gone: it never meets them.
        tangents = VGroup(*(WindowTangent(axes, at, RISER_REACH) for at in numbers.riser_tangents))
        self.play(FadeIn(tangents), run_time=theme.LEAP)
        return VGroup(ground, riser, tangents)

    def _ride(self, axes: GraphAxes, ribbon: SignRibbon, rises: Formula) -> None:
        """Slide a tangent along the riser: its signs are written down, then what they say."""
        numbers = self.numbers
        first, last = numbers.riser_range
        tangent = MovingTangent(axes, numbers.riser_tangent(first), RISER_REACH)
        self.add(ribbon.show_until(first), tangent)

        def ride(x: float) -> None:
            tangent.put(numbers.riser_tangent(x))
            ribbon.show_until(x)

        self.play(
            Sweep(ride, between(first, last), tangent, ribbon),
            FadeIn(rises, rate_func=late(RISES_LATE)),
            run_time=RIDE,
        )
        self.play(FadeOut(tangent), run_time=theme.LEAP)
