"""Clip 03, second act: the quotient plotted against its gap, and what a limit promises."""

from __future__ import annotations

from itertools import chain, zip_longest

from manim import (
    DL,
    DOWN,
    LEFT,
    RIGHT,
    UL,
    UP,
    UR,
    AnimationGroup,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c03.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import OpenDot, SolidDot
from scenes.components.graph.hole import HoleGraph
from scenes.components.graph.quiet_scale import QuietScale
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate
from scenes.components.motion.carry import carry
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c03_closing_in.act1_approach import AfterApproach
from scenes.derivatives.c03_closing_in.props.lens import MagnifiedBand, name_edges
from scenes.layout import Region

WINDOW = ((-3.1, 3.1, 1), (-0.4, 4.4, 1))
"""The window of the slope against the gap."""
FORMULA_AT = (0.5, 0.62)
"""Where the formula stands in the place of the table, as shares of it."""
QUESTION_PLACE = ((-0.46, 2.08), (-0.75, 2.12), (-0.6, 2.1))
"""Where the question ends, to the left of the hole, by shape, in lesson units."""
NAME_DROP = 0.08
"""By how much the name of the slope is lowered, into the safe area, in frame units."""
RIM = theme.HOLE_RADIUS / 2
"""Where a line ends beside its hole, in frame units along each axis."""
FLIGHT = 1.0
"""How long a number flies to its dot, in seconds."""
FLIGHT_LAG = 0.3
"""The share of a flight after which the next one begins: three at most are in the air."""
RING = 0.24
"""The radius of the hole, in frame units."""
MISSING_PLACE = (0.55, 1.85)
"""Where it is said that the quotient has no value at the hole: an upper left corner."""
REST = 1.0
"""How long the hole is looked at before the question, in seconds."""
FIRST_WIDTH = 7.1
"""How wide the first window about the hole is, in lesson units."""
PUSH = 1.6
"""How long the window takes for a factor of ten, in seconds."""
TAGS, BADGE_AT = 1.25, (1.0, 0.14)
"""The height of the two tags above the window of a narrow frame, in frame units, and where the
magnification stands in that window, clear of the line."""
TAG_INSET = 1.15
"""How far the tags stand from the left and from the upper edge's corner, in frame units."""


class HoleAndBand(Act):
    """The rows become a line with a hole, and a band about it narrows to any tolerance."""

    numbers: Numbers
    before: AfterApproach

    def prepare(self) -> None:
        """Take over the table of both sides."""
        self.squeeze = self.before.squeeze

    def quotient_has_a_hole(self) -> None:
        squeeze, numbers = self.squeeze, self.numbers
        self.clear_stage(squeeze)
        axes = GraphAxes(
            *WINDOW, self.before.plot, x_name="h", y_name='upright("slope")', framed=True
        )
        axes.names[1].align_to(axes.window.at(0.0, 1.0), LEFT).shift(NAME_DROP * DOWN)
        self.play(FadeIn(axes), run_time=theme.FADE)
        # The outermost fly first; the innermost would lie under the ring, and stay in the table.
        landed = []
        rows = zip_longest(
            zip(squeeze.above, numbers.right_points, strict=True),
            zip(squeeze.below, numbers.left_points, strict=True),
        )
        for row in chain.from_iterable(rows):
            if row is None:
                continue
            (_, number), (gap, slope) = row
            if abs(gap) > numbers.close_gap:
                landed.append((number, SolidDot(axes.map(gap, slope), theme.APPROX)))
        self._let_fly(landed)
        self.hole = HoleGraph(axes, numbers.quotient_graph)
        self.hole.branches.set_stroke(theme.INK)
        self.hole.ring.scale_to_fit_width(2 * RING)
        # What was listed is plotted now: its formula takes the place of the table.
        self.play(FadeOut(squeeze.heads, squeeze.above, squeeze.below), run_time=theme.LEAP)
        formula = in_roles("{{(1 + h)^2 - 1 : rise}} / {{h : run}}", theme.KEY_SIZE)
        self.before.table.fit(formula)
        self.before.table.place(formula, *FORMULA_AT)
        self.play(Create(self.hole.branches, lag_ratio=0), FadeIn(formula), run_time=theme.STEP)
        for _, dot in landed:
            dot.set_stroke(theme.BG, theme.HALO / 2, background=True)
            self.bring_to_front(dot)
        two = Numeral(numbers.limit, size=theme.KEY_SIZE, color=theme.EXACT)
        question = Formula("plus.minus med ?", size=theme.KEY_SIZE)
        question.move_to(axes.map(*self.layout.by_shape(*QUESTION_PLACE)), aligned_edge=RIGHT)
        two.next_to(question, LEFT, buff=theme.LABEL_GAP)
        self.play(
            FadeIn(self.hole.ring, scale=1 / theme.GHOST, run_time=theme.STEP),
            FadeOut(squeeze.box, squeeze.limit, run_time=theme.FADE),
            *carry(squeeze.limit, two),
        )
        self.remove(squeeze)
        self.scene.bring_to_front(self.hole.ring)
        where = in_roles("{{h : run}} = 0", theme.KEY_SIZE)
        missing = VGroup(where, Words("no value", size=theme.KEY_SIZE))
        missing.arrange(DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        missing.move_to(axes.map(*MISSING_PLACE), aligned_edge=UL)
        self.play(emerge(missing, self.hole.ring), run_time=theme.STEP)
        self.wait(REST)
        self.ask(question)

    def _let_fly(self, pairs: list[tuple[VMobject, SolidDot]]) -> None:
        self.play(
            LaggedStart(
                *(AnimationGroup(*carry(number, dot, run_time=FLIGHT)) for number, dot in pairs),
                lag_ratio=FLIGHT_LAG,
            )
        )

    def band_and_strip(self) -> None:
        numbers = self.numbers
        first, second, third = (band.tolerance for band in numbers.bands)
        room = self.layout.readable
        tags, room = room.rows(TAGS, room.height - TAGS) if self.layout.narrow else (None, room)
        plot = ZoomPlot(
            room.inset(theme.TICK),
            numbers.quotient_graph.hole,
            width=FIRST_WIDTH,
            depth=2,
        )
        if tags:
            plot.region.inset(theme.GUTTER).place(plot.badge, *BADGE_AT)
        band = MagnifiedBand(plot, numbers.band, first)
        line = FunctionCurve(plot, numbers.quotient_line.at, theme.INK, stroke=theme.EXACT_STROKE)
        ring = OpenDot(plot.region.center, color=theme.EXACT, radius=theme.HOLE_RADIUS)
        plot.hold(line, QuietScale(plot, *([line] if tags else [])))
        names = name_edges(plot, "h", 'upright("slope")')
        # The same line with its hole takes the whole stage.
        old = self.hole
        self.clear_stage(old, run_time=theme.LEAP)
        grown = VGroup(
            Line(line.get_start(), ring.get_center() + RIM * DL),
            Line(ring.get_center() + RIM * UR, line.get_end()),
        )
        grown.set_stroke(theme.INK, theme.EXACT_STROKE)
        self.play(
            ReplacementTransform(old.branches, grown),
            animated(old.ring).become(ring),
            run_time=theme.STEP,
            rate_func=theme.TRAVEL,
        )
        self.play(FadeIn(plot, names, run_time=theme.FADE))
        self.remove(old.ring, grown)
        self.add(ring)
        allowed, needed, docks = self._docks(plot, first, tags)
        self.play(FadeIn(band.band, docks[0]), run_time=theme.FADE)
        self.play(FadeIn(band.strip, docks[1]), run_time=theme.FADE)
        self.remove(band)
        plot.hold(band)
        self.add(plot, names, ring, docks)

        def narrow(tolerance: float) -> None:
            band.set_band(tolerance)
            allowed.set_value(tolerance)

        def follow(tolerance: float) -> None:
            band.set_strip(tolerance)
            needed.set_value(tolerance)

        # The band narrows first: the line visibly leaves it, until the strip follows.
        for setter, readout in ((narrow, allowed), (follow, needed)):
            self.play(Sweep(setter, log_way(first, second), band, readout, run_time=theme.LEG))
        self.play(plot.push(10.0, run_time=PUSH))
        self.play(
            Sweep(narrow, log_way(second, third), band, allowed, run_time=theme.LEG),
            Sweep(follow, log_way(second, third), needed, run_time=theme.LEG),
        )
        self.play(plot.push(100.0, run_time=PUSH))

    def _docks(
        self, plot: ZoomPlot, tolerance: float, tags: Region | None
    ) -> tuple[Readout, Readout, VGroup]:
        """Return the tolerance and the condition that keeps it, and their plates.

        They stand in the window, or where ``tags`` says above it.
        """
        allowed = Readout(
            "plus.minus", tolerance, decimals=2, size=theme.KEY_SIZE, color=theme.RISE
        )
        two = Numeral(self.numbers.limit, size=theme.KEY_SIZE, color=theme.EXACT)
        two.next_to(allowed.name_part, LEFT, buff=theme.LABEL_GAP).stand_on(allowed.baseline)
        needed = Readout(
            "0 < abs(h) <", tolerance, decimals=2, size=theme.TABLE_SIZE, color=theme.RUN
        )
        within, near = on_plate(two, allowed), on_plate(needed)
        if tags:
            inner = tags.inset(theme.TICK)
            inner.place(within, 0.0, 0.5)
            inner.place(near, 1.0, 0.5)
            return allowed, needed, VGroup(within, near)
        # One tag lies on the band, the other hangs from the upper end of the strip.
        region = plot.region
        within.move_to(region.at(0.0, 0.5) + TAG_INSET * RIGHT, aligned_edge=LEFT)
        near.move_to(region.at(0.5, 1.0) + theme.LABEL_GAP * DOWN, aligned_edge=UP)
        return allowed, needed, VGroup(within, near)
