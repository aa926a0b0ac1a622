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
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c03_closing_in.props.contact_places import (
    DOCK,
    ContactPlaces,
)
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import limit_picture
from scenes.notation import typst

WINDOW = ((-3.2, 2.2, 1), (-10, 8, 4))
"""The window of the cubic."""
REACH = 1.5
"""Half the length of a tangent, in frame units."""
DOT_GROWTH = 1.8
"""By how much the second meeting point swells."""
BADGE_AT, FITS_AT = (1.0, 0.0), (0.5, 0.3)
"""Where the magnification and what is seen close up stand in the window, as shares of it."""


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
        self.clear_stage(run_time=theme.LEAP)
        self.leave_tile("limit", limit_picture())

    def _show_crossing(self) -> None:
        """Show the curve below its tangent, then above it, and push in until both are one line."""
        numbers, places = self.numbers, self.places
        contact, (wide, narrow) = numbers.crossing_tangent, numbers.crossing_windows
        plot = ZoomPlot(
            places.close_up,
            contact.point,
            width=wide.width,
            units_up=places.units_up,
            numbered=False,
        )
        plot.hold(
            FunctionCurve(plot, numbers.cubic.value, stroke=theme.ROAD_STROKE),
            FunctionCurve(plot, contact.at, theme.EXACT, theme.EXACT_STROKE),
            SolidDot(plot.region.center, color=theme.EXACT),
        )
        plot.region.inset(theme.GUTTER).place(plot.badge, *BADGE_AT)
        names = VGroup(
            *(
                Formula(name, size=theme.TABLE_SIZE, color=color).move_to(plot.map(*place))
                for name, color, place in (
                    ("y = x^3", theme.FUNC, places.cubic_name),
                    ("y = 0", theme.EXACT, places.flat_name),
                )
            )
        )
        self.play(FadeIn(plot, names), run_time=theme.FADE)
        sides = VGroup(
            *(
                Words(words, size=places.side_size, color=theme.FUNC).move_to(plot.map(*place))
                for words, place in (("curve below", places.below), ("curve above", places.above))
            )
        )
        self.play(FadeIn(sides), run_time=theme.FADE)
        self.wait(theme.STEP)
        self.play(FadeOut(sides, names), run_time=theme.LEAP)
        self.play(plot.push(wide.width / narrow.width, run_time=theme.ZOOM))
        fits = Words("close up it fits", size=theme.CONCLUSION_SIZE)
        plot.region.place(fits, *FITS_AT)
        self.play(FadeIn(fits), run_time=theme.LEAP)
        self.wait(theme.HOLD)
