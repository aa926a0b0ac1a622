"""Clip 04, sixth act: a curve with a positive slope at one point, and dips at any distance."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, Create, FadeIn, FadeOut, ReplacementTransform, VGroup, VMobject

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
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.dips import (
    DippingCurve,
    rising_quadrants,
)
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import tangent_picture
from scenes.layout import MobjectT, Region
from scenes.notation import typst

WIDTH = 1.6
"""How wide the first window of the lens is, in lesson units."""
PUSH, PUSH_TIME = 10.0, 1.4
"""How far the lens pushes in, and for how many seconds."""
NAME_AT, RULE_AT, FIT_AT = (0.03, 0.95), (0.97, 0.08), (0.47, 0.08)
"""Where the name of the curve, the conclusion and the name of the line stand, as shares."""
ROWS = (1.5, 3.9, 0.9)
"""Heights of the claims, of the pictures and of the conclusions that are compared, as shares."""
SMALL_NAME_AT = (0.03, 0.94)
"""Where a curve is named in one of the two small pictures, as shares."""
LOWER_AT, HIGHER_AT = (0.03, 0.34), (0.97, 0.66)
"""Where it is said how the neighbours of the point lie, as shares of its small picture."""
RISER_HALF = 3.5
"""Half the width of the window of the curve that rises all along, in lesson units."""
RISER_REACH = 0.6
"""Half the length of its tangents, in frame units: no two meet."""
RIDE = 1.6
"""How long the tangent slides along that curve, in seconds."""
PAYOFF = 2.0
"""How long the conclusion stands before the map, in seconds."""


class EndlessDips(MappedAct):
    """A positive slope at one point does not make a curve rise around it."""

    numbers: Numbers

    def endless_small_dips(self) -> None:
        self.clear_stage()
        self._magnify()
        self._compare()
        self.clear_stage()
        self.leave_tile("tangent", tangent_picture())

    def _magnify(self) -> None:
        """Compare the point with its neighbours, then push in on the dips between them."""
        numbers = self.numbers
        self.lens = lens = ZoomPlot(
            self.layout.stage.inset(theme.TICK),
            Point(0.0, numbers.wiggle(0.0)),
            width=WIDTH,
            numbered=False,
        )
        self.curve = curve = DippingCurve(lens, numbers.wiggle)
        line = FunctionCurve(lens, numbers.wiggle_line.at, theme.EXACT, theme.APPROX_STROKE)
        dot = SolidDot(lens.region.center, color=theme.EXACT)
        quadrants, pair = rising_quadrants(lens.region), self._neighbours()
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
        self.rule = f"f'(0) = {slope}"
        here = Formula(self.rule, size=theme.KEY_SIZE, color=theme.EXACT)
        words = VGroup(name, origin, here).arrange(DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        docked = on_plate(*words)
        lens.region.place(docked, *NAME_AT)
        ground = docked[0].set_fill(theme.BG)
        fit = Words("best straight fit", size=theme.TABLE_SIZE, color=theme.EXACT)
        lens.region.place(fit, *FIT_AT)
        self.play(FadeIn(lens, ground, name, origin), run_time=theme.STEP)
        self.play(emerge(here, dot), FadeIn(fit), run_time=theme.FADE)
        self.play(quadrants.animate.set_fill(opacity=theme.VEIL), FadeIn(pair), run_time=theme.FADE)
        self.wait(theme.POINT)
        # At every magnification there are stretches that go down.
        falls = Words("still falls", size=theme.TABLE_SIZE)
        piece = curve.fall().next_to(falls, LEFT)
        legend = on_plate(piece, falls)
        lens.region.place(legend, *RULE_AT)
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
        leaving = (ground, name, origin, fit, legend, lens.badge)
        self.play(FadeOut(*leaving), run_time=theme.LEAP)
        lens.remove(lens.badge)

    def _neighbours(self) -> VGroup:
        """Return one neighbour of the point on either side, and how high it lies."""
        lens, numbers = self.lens, self.numbers
        pair = VGroup()
        for side, word in ((1, "higher neighbour"), (-1, "lower neighbour")):
            x = side * numbers.near_pair
            dot = SolidDot(lens.map(x, numbers.wiggle(x)))
            name = Words(word, size=theme.TABLE_SIZE)
            name.next_to(dot, side * RIGHT, buff=theme.CARD_GAP).shift(side * theme.GUTTER * DOWN)
            pair.add(dot, name)
        return pair

    def _compare(self) -> None:
        """Set a positive slope at one point beside positive slopes on a whole stretch."""
        numbers = self.numbers
        heads, pictures, feet = self.layout.readable.rows(*ROWS)
        near, stretch = pictures.columns(1, 1, gap=theme.COLUMN_GAP)
        # What the lens has found becomes the left one of two pictures.
        falls = Formula('f upright("still falls")', size=theme.KEY_SIZE)
        fall = _under(near, feet, VGroup(self.curve.fall().next_to(falls, LEFT), falls))
        goal = _claim(near, heads, self.rule, "at one point")
        self.play(
            self._pull_back(near),
            ReplacementTransform(self.here, goal[0], rate_func=theme.TRAVEL),
            run_time=theme.WRITE,
        )
        f_name, lower, higher = (
            _named(near, source, color, at)
            for source, color, at in (
                ("f", theme.FUNC, SMALL_NAME_AT),
                ('upright("lower")', theme.INK, LOWER_AT),
                ('upright("higher")', theme.INK, HIGHER_AT),
            )
        )
        dots = VGroup(
            *(
                SolidDot(self.lens.map(x, numbers.wiggle(x)))
                for x in (-numbers.near_pair, numbers.near_pair)
            )
        )
        self.play(FadeIn(goal[1], f_name), run_time=theme.FADE)
        self.play(FadeIn(dots, lower, higher), run_time=theme.FADE)
        self.play(FadeIn(fall), run_time=theme.FADE)
        axes, pane = self._second_picture(stretch)
        first, last = numbers.riser_range
        riser = Curve(axes, sample(numbers.riser, first, last), stroke=theme.EXACT_STROKE)
        name = _named(stretch, "g", theme.FUNC, SMALL_NAME_AT)
        rule = f"g'(x) = {typst(numbers.riser.derivative_expression, rising=True)} > 0"
        along = _claim(stretch, heads, rule, "all along")
        self.play(FadeIn(pane, axes, name, along), Create(riser), run_time=theme.STEP)
        self._ride(axes)
        rises = _under(stretch, feet, Formula('g upright("rises")', size=theme.KEY_SIZE))
        self.play(FadeIn(rises), run_time=theme.FADE)
        self.wait(PAYOFF)

    @staticmethod
    def _second_picture(region: Region) -> tuple[GraphAxes, VMobject]:
        """Return a window like that of the lens: a grid in a frame, both axes to the same scale."""
        half = RISER_HALF * region.height / region.width
        axes = GraphAxes(
            (-RISER_HALF, RISER_HALF, 1.0),
            (-half, half, 1.0),
            region.inset(-AXIS_ROOM),
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
        )
        axes.remove(axes.x_axis, axes.y_axis, axes.ticks)
        return axes, outline(region.width, region.height, theme.GRID).move_to(region.center)

    def _pull_back(self, goal: Region) -> Sweep:
        """Let the lens go back to its first window while its frame becomes another one."""
        lens, start = self.lens, self.lens.region

        def put(share: float) -> None:
            lens.region = room = start.towards(goal, share)
            lens.pane.become(outline(room.width, room.height, theme.GRID).move_to(room.center))
            self.dot.move_to(room.center)
            # The neighbours on either side are compared again, now on the whole curve.
            self.quadrants.become(rising_quadrants(room)).set_fill(opacity=theme.VEIL * share)
            lens.put(PUSH ** (1 - share))

        return Sweep(put, between(0.0, 1.0), lens, rate_func=theme.TRAVEL)

    def _ride(self, axes: GraphAxes) -> None:
        """Slide a tangent along the riser; each place where it is read keeps its own."""
        numbers = self.numbers
        start, *_, end = (tangent.point.x for tangent in numbers.riser_tangents)
        tangent = MovingTangent(axes, numbers.riser_tangents[0], RISER_REACH)
        kept = [WindowTangent(axes, at, RISER_REACH) for at in numbers.riser_tangents]
        traces = VGroup(*kept).set_opacity(0.0)
        self.add(traces, tangent)

        def ride(x: float) -> None:
            tangent.put(numbers.riser_tangent(x))
            for trace in kept:
                trace.set_opacity(float(trace.tangent.point.x <= x))

        self.play(Sweep(ride, between(start, end), tangent, traces, run_time=RIDE))
        self.remove(tangent)


def _under(picture: Region, row: Region, thing: MobjectT) -> MobjectT:
    """Place a thing in a row, on the middle of a picture."""
    return Region(picture.left, picture.right, row.bottom, row.top).place(thing)


def _named(picture: Region, source: str, color: str, at: tuple[float, float]) -> VGroup:
    """Return a name on a plate of its own in a picture, clear of the grid."""
    named = on_plate(Formula(source, size=theme.TABLE_SIZE, color=color))
    named[0].set_fill(theme.BG)
    return picture.place(named, *at)


def _claim(picture: Region, row: Region, formula: str, where: str) -> VGroup:
    """Return what is known of a slope, and below it where, over a picture."""
    told = VGroup(
        Formula(formula, size=theme.KEY_SIZE, color=theme.EXACT),
        Words(where, size=theme.TABLE_SIZE),
    )
    return _under(picture, row, told.arrange(DOWN, buff=theme.LABEL_GAP))
