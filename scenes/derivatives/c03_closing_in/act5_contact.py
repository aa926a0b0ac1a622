"""Clip 03, fifth act: a tangent may meet its curve again, and may cross it where it touches."""

from __future__ import annotations

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
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.secant import TangentLine
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate
from scenes.components.motion.carry import ARRIVAL, carry, late
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c03_closing_in.props.contact_places import (
    DOCK,
    TABLE_DOCK,
    ContactPlaces,
)
from scenes.derivatives.c03_closing_in.props.lens import (
    EdgeMiss,
    WindowFrame,
    clear_scale,
    name_edges,
    scale_outside,
    shrink_brackets,
)
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import limit_picture
from scenes.layout import Region
from scenes.notation import typst

WINDOW = ((-3.2, 2.2, 1), (-10, 8, 4))
"""The window of the cubic."""
REACH = 1.5
"""Half the length of a tangent, in frame units."""
TABLE_PITCH, TABLE_GAP = 0.58, 0.3
"""The distances between the rows and between the columns of the table, in frame units."""
DOT_GROWTH = 1.8
"""By how much the second meeting point swells."""
KEPT = (("it crosses", "where it touches"), ("close up", "it fits"))
"""What is said of the large window and of the small one when the clip ends, on two lines each."""
CLOSER = 10.0
"""By what the close-up magnifies."""


class Contact(MappedAct):
    """The cubic meets one of its tangents again, and crosses another one at the contact."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out both plots and what is told in them."""
        self.places = ContactPlaces.lay(self.layout)

    def tangent_meets_again(self) -> None:
        self.clear_stage()
        numbers, places = self.numbers, self.places
        first, last, _ = WINDOW[0]
        self.axes = GraphAxes(*WINDOW, places.plot, framed=True)
        curve = Curve(self.axes, sample(numbers.cubic, first, last), stroke=theme.EXACT_STROKE)
        tangent = TangentLine(self.axes, numbers.cubic_tangent, reach=REACH)
        name = Formula("y = x^3", size=theme.TABLE_SIZE, color=theme.FUNC)
        name.move_to(self.axes.map(*places.curve_name), aligned_edge=RIGHT)
        self.play(FadeIn(self.axes, name), Create(curve), run_time=theme.STEP)
        line = Formula("y = 3 x - 2", size=theme.TABLE_SIZE, color=theme.EXACT)
        line.move_to(self.axes.map(*places.line_name), aligned_edge=LEFT)
        self.play(FadeIn(tangent, line), run_time=theme.FADE)
        self.tangent = TangentLine(self.axes, numbers.cubic_tangent)
        self.play(ReplacementTransform(tangent, self.tangent), run_time=theme.WRITE)
        meeting = SolidDot(self.axes.map(*numbers.meets_again))
        self.play(FadeIn(meeting, scale=2), run_time=theme.FADE)
        self.point_at(meeting, growth=DOT_GROWTH)
        claim = Formula(
            "{{x^3 : curve}} - ({{3 x - 2 : line}})",
            colors={"curve": theme.FUNC, "line": theme.EXACT},
            size=theme.KEY_SIZE,
        )
        factors = Formula(
            f"= {{{{{typst(numbers.touching_factor)} : touch}}}} "
            f"({{{{{typst(numbers.crossing_factor)} : cross}}}})",
            colors={"touch": theme.EXACT},
            size=theme.KEY_SIZE,
        )
        factors.next_to(claim, DOWN, buff=theme.GUTTER).align_to(claim, LEFT)
        plate = on_plate(claim, factors)
        plate[0].set_fill(theme.BG)
        if places.head:
            places.head.place(plate)
        else:
            plate.move_to(self.axes.window.at(*DOCK), aligned_edge=UL)
        self.play(FadeIn(plate), run_time=theme.FADE)
        touch = self._tag(numbers.cubic_tangent.point.x, "(touch)", theme.EXACT)
        touch.move_to(self.axes.map(*places.touch), aligned_edge=DR)
        cross = self._tag(numbers.meets_again.x, "(cross)", theme.INK)
        cross.move_to(self.axes.map(*places.cross), aligned_edge=places.cross_edge)
        for part, tag in (("touch", touch), ("cross", cross)):
            if self.layout.narrow:
                # A copy that grew to the height of two lines would cover the plot.
                words = FadeIn(tag[1], rate_func=late(ARRIVAL), run_time=theme.MORPH)
                self.play(*carry(factors.part(part), tag[0]), words)
            else:
                self.play(*carry(factors.part(part), tag))
        self.surprise = VGroup(meeting, line, plate, touch, cross)

    def _tag(self, x: float, what: str, color: str) -> VGroup:
        """Return where two graphs meet, and how they do; on two lines in a narrow frame."""
        place = Readout("x =", x, size=theme.TABLE_SIZE, color=color)
        words = Words(what, size=theme.TABLE_SIZE, color=color)
        if self.layout.narrow:
            return VGroup(place, words).arrange(DOWN, buff=theme.LEG_GAP)
        return VGroup(place, words.next_to(place, RIGHT, buff=theme.LABEL_GAP))

    def tangent_crosses_at_contact(self) -> None:
        numbers = self.numbers
        tangents = (numbers.cubic_tangent, numbers.crossing_tangent)
        start, end = (tangent.point.x for tangent in tangents)
        self.play(FadeOut(self.surprise), run_time=theme.FADE)
        self.play(
            Sweep(
                lambda x: self.tangent.put(numbers.cubic_tangent_at(x)),
                between(start, end),
                self.tangent,
                run_time=theme.STEP,
            )
        )
        self.clear_stage(run_time=theme.LEAP)
        self._show_crossing()
        inset = self._show_fit()
        self.keep(
            [_bare(plot) for plot in (self.plot, inset)],
            [
                (Words(first, size=theme.TABLE_SIZE), Words(second, size=theme.TABLE_SIZE))
                for first, second in KEPT
            ],
        )
        self.leave_tile("limit", limit_picture(), kept=True)

    def _window(self, region: Region, **settings: bool) -> ZoomPlot:
        """Return a window about the contact, with the cubic and its flat tangent in it."""
        numbers = self.numbers
        contact, (wide, _) = numbers.crossing_tangent, numbers.crossing_windows
        plot = ZoomPlot(
            region, contact.point, width=wide.width, units_up=self.places.units_up, **settings
        )
        plot.hold(
            FunctionCurve(plot, numbers.cubic.value, stroke=theme.ROAD_STROKE),
            FunctionCurve(plot, contact.at, theme.EXACT, theme.EXACT_STROKE),
            SolidDot(plot.region.center, color=theme.EXACT),
        )
        return plot

    def _show_crossing(self) -> None:
        """Show the curve below its tangent, then above it."""
        places = self.places
        self.plot = plot = self._window(places.close_up)
        clear_scale(plot)
        if self.layout.narrow:
            scale_outside(plot)
        plot.remove(plot.badge)
        names = VGroup(
            *(
                Formula(name, size=theme.TABLE_SIZE, color=color).move_to(plot.map(*place))
                for name, color, place in (
                    ("y = x^3", theme.FUNC, places.cubic_name),
                    ("y = 0", theme.EXACT, places.flat_name),
                )
            )
        )
        self.play(FadeIn(plot, names, name_edges(plot, "x", "y")), run_time=theme.FADE)
        self.sides = VGroup(
            *(
                Words(words, size=theme.TABLE_SIZE, color=theme.FUNC).move_to(plot.map(*place))
                for words, place in (("curve below", places.below), ("curve above", places.above))
            )
        )
        self.play(FadeIn(self.sides), run_time=theme.FADE)
        self.wait(theme.STEP)

    def _show_fit(self) -> ZoomPlot:
        """Let a small window, which is returned, push in: a thousandth of the miss is left."""
        numbers, plot = self.numbers, self.plot
        miss = EdgeMiss(plot, numbers.cubic.value, numbers.crossing_tangent.at)
        table = ValueTable(
            [Column('upright("window")', theme.RUN), Column('upright("miss")', theme.APPROX)],
            [[window.width, window.gap] for window in numbers.crossing_windows],
            size=theme.TABLE_SIZE,
            pitch=TABLE_PITCH,
            gap=TABLE_GAP,
        )
        (shrink,) = shrink_brackets(table, 1, numbers.crossing_shrink)
        plate = on_plate(table, shrink)
        places = self.places
        if places.table:
            places.table.place(plate)
        else:
            plate.move_to(plot.region.at(*TABLE_DOCK), aligned_edge=DR)
        inset = self._window(places.inset, numbered=False)
        inset.pane.set_fill(theme.PANEL, 1.0)
        # The curve leaves the window at the upper right corner.
        inset.badge.move_to(inset.region.inset(theme.GUTTER / 2).at(1.0, 0.0), aligned_edge=DR)
        frame = WindowFrame(plot, inset)
        inset.hold(frame)
        inset.remove(frame)
        self.play(FadeOut(self.sides), FadeIn(frame, inset, miss), run_time=theme.FADE)
        self.play(FadeIn(plate[0]), table.open(), FadeIn(table.rows[0]), run_time=theme.LEAP)
        way = log_way(inset.factor, CLOSER)
        self.play(Sweep(inset.put, way, inset, frame, run_time=theme.MORPH, rate_func=theme.TRAVEL))
        self.play(FadeIn(table.rows[1], shrink), run_time=theme.FADE)
        self.wait(theme.THINK)
        return inset


def _bare(plot: ZoomPlot) -> VGroup:
    """Return what is kept of a window: its frame, its grid and its two graphs."""
    return VGroup(
        plot.pane, *plot.grids, *(part for part in plot if isinstance(part, FunctionCurve))
    )
