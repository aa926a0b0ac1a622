"""Clip 04, fourth act: the size of a slope, and five readings of one number."""

from __future__ import annotations

from manim import (
    DL,
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UL,
    UP,
    UR,
    Create,
    FadeIn,
    FadeOut,
    Line,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import SlopeTriangle
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.moving import MovingTangent
from scenes.components.graph.stacked import Ticks, WindowTangent
from scenes.components.graph.triangle import TriangleRig
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.marble import Marble
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import HeadingLines, Words
from scenes.derivatives.c04_the_derivative.act3_signs import AfterSigns
from scenes.layout import Region
from scenes.notation import typst

STEP_WINDOW = ((-2.3, 3.8, 1), (-3.6, 11.6, 4))
"""The window of the two steps: a rise of 9 has room above the point where it begins."""
STEP_END = 2.68
"""Where the curve leaves that window at its upper edge."""
NAME_AT = (-2.1, 3.2)
"""Where the name of the curve begins, over its peak, in lesson units."""
CLIFF, GENTLE = ("a cliff", (9.4, 9.4, 10.6)), ("gentle", (6.8, 6.8, 8.2))
"""What each size says, and the height at which that stands, by shape, in lesson units."""
UNIT_AT = ((2.5, 1.0), (2.5, 1.0), (2.72, 1.0))
"""Where the run of a step is named, by shape, in lesson units; the second run is as long as the
first."""
EQUALS_AT, WORD_AT = (-0.7, -0.6, 0.2), (0.62, 1.14)
TOLD_SIZES = (theme.KEY_SIZE, theme.KEY_SIZE, theme.FORMULA_SIZE)
"""Where the signs of equality stand and where the words begin, by shape, in lesson units, and
the size of what is told. In an upright frame a word stands below what it says."""
FIVE_WINDOW = ((-2.9, 3.15, 1), (-3.5, 4.5, 2))
"""The window in which five places are visited: each of them has room for what is read there."""
NARROW_INPUTS = (-2.4, 2.4, 1)
"""Its inputs in a narrow frame, where what is read stands in the bends of the curve."""
FIVE_ROOM = (0.012, 1.0, 0.0, 1.0)
"""The part of its room that it takes: its numbers have a sign."""
FIVE_ROWS = (5.4, 0.9)
"""The heights of that window and of the question below it, as shares."""
READ_AT, NARROW_READ_AT = (2.95, 4.0), (2.3, 4.1)
"""Where the slope that is read ends, in lesson units: over the right part of the curve."""
NARROW_FIVE = {
    "rising": (UL, -1.5, -0.35),
    "slow": (DOWN, -1.0, 2.4),
    "falling": (DL, 0.2, 0.45),
    "level": (UP, 1.0, -2.4),
    "fast": (DR, 1.75, 2.35),
}
"""Which edge or corner of each word stands at which point in a narrow frame, in lesson units."""
FIVE_SIDES = {"rising": UL, "slow": UP, "falling": UR, "level": DOWN, "fast": RIGHT}
"""On which side of its point each word stands: clear of the curve and of its tangent."""
QUESTION = "at every point of every curve?"
FIVE_REACH = 0.75 * theme.GLIMPSE_REACH
"""Half the length of their tangents, in frame units: no two meet."""
BESIDE = 0.35
"""The distance of a word from its point, in frame units: its tangent does not meet it."""
VISIT = 0.5
"""How long the tangent takes from one of them to the next, in seconds."""


class SizesOfSlope(Act):
    """A cliff and a gentle slope, one step along each; then five readings along one curve."""

    numbers: Numbers
    before: AfterSigns

    def cliff_and_gentle_slope(self) -> None:
        numbers = self.numbers
        self.axes = axes = self._axes(STEP_WINDOW, self.layout.stage)
        curve = Curve(
            axes, sample(numbers.cubic, numbers.cubic_range[0], STEP_END), stroke=theme.EXACT_STROKE
        )
        name = Formula(
            f"f(x) = {typst(numbers.cubic.expression)}", size=theme.TABLE_SIZE, color=theme.FUNC
        )
        name.move_to(axes.map(*NAME_AT), aligned_edge=LEFT)
        self.marble = marble = Marble(axes, numbers.fast)
        self.play(
            *(FadeOut(thing) for thing in self.scene.all_but(self.before.curve)),
            run_time=theme.LEAP,
        )
        self.play(
            FadeIn(axes, name),
            ReplacementTransform(self.before.curve, curve),
            run_time=theme.WRITE,
        )
        # Its arrow would lie on the step.
        marble.remove(marble.arrow)
        self.play(FadeIn(marble, scale=2), run_time=theme.LEAP)
        self.curve = curve
        first, second = numbers.unit_steps
        unit = Formula(
            f'{spell(first.run, 0)} upright("unit")', size=theme.TABLE_SIZE, color=theme.RUN
        )
        unit.move_to(axes.map(*self.layout.by_shape(*UNIT_AT)))
        self._step(numbers.fast, first, *CLIFF, unit)
        self.play(
            Sweep(
                lambda x: marble.put(numbers.cubic_tangent(x)),
                between(numbers.fast.point.x, numbers.slow.point.x),
                marble,
                run_time=theme.STEP,
            )
        )
        self._step(numbers.slow, second, *GENTLE)
        self.wait(theme.FADE)

    @staticmethod
    def _axes(window: tuple[Ticks, Ticks], region: Region) -> GraphAxes:
        axes = GraphAxes(*window, region, y_name="f(x)", framed=True)
        # At the left edge, beside its numbers, it crosses no text.
        axes.y_axis.set_x(axes.window.left)
        axes.names[1].next_to(axes.window.at(0.0, 1.0), UP, buff=theme.TICK)
        return axes

    def _step(
        self,
        tangent: Tangent,
        triangle: SlopeTriangle,
        word: str,
        heights: tuple[float, ...],
        *named: VMobject,
    ) -> None:
        """Take one step of one unit along a tangent, from its point of contact."""
        axes, x, layout = self.axes, tangent.point.x, self.layout
        said_at = layout.by_shape(*heights)
        start, end = axes.map(*triangle.p), axes.map(*triangle.q)
        path = Line(start, end, stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        legs = TriangleRig(axes, triangle)
        told_size = layout.by_shape(*TOLD_SIZES)
        rise, size = (
            Numeral(triangle.rise, shortest(triangle.rise), size=at, color=color)
            for at, color in ((theme.KEY_SIZE, theme.RISE), (told_size, theme.EXACT))
        )
        rise.next_to(legs.rise, RIGHT, buff=theme.GUTTER)
        name = in_roles(
            f"{{{{f'({spell(x, shortest(x))}) : m}}}} {{{{= : equals}}}}", size=told_size
        )
        size.next_to(name, RIGHT, buff=theme.GUTTER).stand_on(name.baseline)
        says = Words(word, size=theme.TABLE_SIZE)
        # The two slopes stand below each other in the free part of the plot.
        told = VGroup(name, size)
        equals_at = axes.map(layout.by_shape(*EQUALS_AT), said_at)
        told.shift(equals_at - name.part("equals").get_center())
        if layout.upright:
            says.next_to(told, DOWN, buff=theme.GUTTER)
        else:
            word_at = axes.map(WORD_AT[layout.narrow], said_at)
            says.move_to(word_at, aligned_edge=LEFT).stand_on(name.baseline)
        VGroup(told, says).set_stroke(theme.BG, theme.HALO, background=True)
        self.add(SolidDot(start, color=theme.EXACT), self.marble)
        self.play(Create(legs.run), *(FadeIn(thing) for thing in named), run_time=theme.STEP)
        self.play(Create(legs.rise), Create(path), run_time=theme.STEP)
        self.bring_to_front(self.marble)
        self.play(FadeIn(rise), run_time=theme.LEAP)
        self.play(FadeIn(name), emerge(size, legs.rise), run_time=theme.FADE)
        self.play(FadeIn(says), run_time=theme.LEAP)

    def five_pictures(self) -> None:
        numbers = self.numbers
        plot, below = self.layout.readable.rows(*FIVE_ROWS)
        inputs, heights = FIVE_WINDOW
        narrow = self.layout.narrow
        window = (NARROW_INPUTS if narrow else inputs, heights)
        self.axes = axes = self._axes(window, plot.part(*FIVE_ROOM))
        curve = Curve(axes, sample(numbers.cubic, *numbers.cubic_range), stroke=theme.EXACT_STROKE)
        self.play(
            *(FadeOut(thing) for thing in self.scene.all_but(self.curve)),
            ReplacementTransform(self.curve, curve),
            FadeIn(axes),
            run_time=theme.STEP,
        )
        first, *_ = numbers.five.values()
        tangent = MovingTangent(axes, first, FIVE_REACH)
        slope = Readout(
            "f'(x) =", first.slope, decimals=1, signed=True, size=theme.KEY_SIZE, color=theme.EXACT
        )
        slope.move_to(axes.map(*(NARROW_READ_AT if narrow else READ_AT)), aligned_edge=RIGHT)
        self.play(FadeIn(tangent, slope), run_time=theme.LEAP)

        def read(x: float) -> None:
            at = numbers.cubic_tangent(x)
            tangent.put(at)
            slope.set_value(at.slope)

        # One number is read at five places: each leaves its tangent and what the number says.
        for word, at in numbers.five.items():
            if at is not first:
                way = between(tangent.tangent.point.x, at.point.x)
                self.play(Sweep(read, way, tangent, slope, run_time=VISIT))
            kept = WindowTangent(axes, at, FIVE_REACH)
            self.add(kept, tangent)
            self.play(FadeIn(self._told(word, at)), run_time=theme.FADE / 2)
        question = HeadingLines(QUESTION, below.width, theme.CONCLUSION_SIZE)
        below.place(question, 0.5, 0.2)
        self.play(FadeOut(slope, tangent), run_time=theme.LEAP)
        self.ask(question)

    def _told(self, word: str, at: Tangent) -> Words:
        """Return what a slope says, in a word beside its point."""
        told = Words(word, size=theme.KEY_SIZE)
        if self.layout.narrow:
            edge, *place = NARROW_FIVE[word]
            told.move_to(self.axes.map(*place), aligned_edge=edge)
        else:
            told.next_to(self.axes.map(*at.point), FIVE_SIDES[word], buff=BESIDE)
        return told.set_stroke(theme.BG, theme.HALO, background=True)
