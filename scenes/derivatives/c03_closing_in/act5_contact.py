"""Clip 03, fifth act: a tangent may meet its curve again, and may cross it where it touches."""

from __future__ import annotations

from manim import (
    DOWN,
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
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c03_closing_in.props.lens import (
    EdgeGap,
    clear_scale,
    dock_badge,
    name_edges,
)
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import limit_picture
from scenes.notation import typst

WINDOW = ((-3.2, 2.2, 1), (-10, 8, 4))
"""The window of the cubic."""
ROOM = (0.012, 1.0, 0.0, 1.0)
"""The part of the stage that the graph takes: its numbers have a sign."""
REACH = 1.5
"""Half the length of a tangent, in frame units."""
DOCK = (0.02, 0.98)
"""The upper left corner of the factors' plate, as shares of the window."""
CURVE_NAME, LINE_NAME = (1.72, 6.6), (1.15, -1.4)
"""Where the names of curve and tangent stand, in lesson units."""
UNITS_UP = 1.95
"""How many units upward the close-up shows on the length of one unit across."""
BELOW, ABOVE = (-0.5, -0.5), (0.5, 0.5)
"""Where it is said on which side of its tangent the curve runs, in lesson units."""
TABLE_DOCK = (0.1, 0.95)
"""The upper left corner of the table, as shares of the window."""
DOT_GROWTH = 1.8
"""By how much the second meeting point swells."""
CLOSER = 10.0
"""By what the close-up magnifies."""


class Contact(MappedAct):
    """The cubic meets one of its tangents again, and crosses another one at the contact."""

    numbers: Numbers

    def tangent_meets_again(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first, last, _ = WINDOW[0]
        self.axes = GraphAxes(*WINDOW, self.layout.stage.part(*ROOM), framed=True)
        curve = Curve(self.axes, sample(numbers.cubic, first, last), stroke=theme.EXACT_STROKE)
        tangent = TangentLine(self.axes, numbers.cubic_tangent, reach=REACH)
        name = Formula("y = x^3", size=theme.TABLE_SIZE, color=theme.FUNC)
        name.move_to(self.axes.map(*CURVE_NAME), aligned_edge=RIGHT)
        self.play(FadeIn(self.axes, name), Create(curve), run_time=theme.STEP)
        line = Formula("y = 3 x - 2", size=theme.TABLE_SIZE, color=theme.EXACT)
        line.move_to(self.axes.map(*LINE_NAME), aligned_edge=LEFT)
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
        plate.move_to(self.axes.window.at(*DOCK), aligned_edge=UL)
        self.play(FadeIn(plate), run_time=theme.FADE)
        tags = [
            Formula(typst(factor), size=theme.TABLE_SIZE, color=color).next_to(
                dot, UL, buff=theme.TICK
            )
            for factor, color, dot in (
                (numbers.touching_factor, theme.EXACT, self.tangent.dot),
                (numbers.crossing_factor, theme.INK, meeting),
            )
        ]
        self.play(*carry(factors.part("touch"), tags[0]))
        self.play(*carry(factors.part("cross"), tags[1]))
        self.surprise = VGroup(meeting, line, plate, *tags)

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
                run_time=theme.MORPH,
            )
        )
        wide, _ = numbers.crossing_windows
        contact = numbers.crossing_tangent
        lens = ZoomPlot(
            self.layout.stage.inset(theme.TICK),
            contact.point,
            width=wide.width,
            units_up=UNITS_UP,
        )
        lens.hold(
            FunctionCurve(lens, numbers.cubic.value, stroke=theme.ROAD_STROKE),
            FunctionCurve(lens, contact.at, theme.EXACT, theme.EXACT_STROKE),
            EdgeGap(lens, numbers.cubic.value, contact.at),
            SolidDot(lens.region.center, color=theme.EXACT),
        )
        table = ValueTable(
            [Column('upright("window")', theme.RUN), Column('upright("gap")', theme.APPROX)],
            [[window.width, window.gap] for window in numbers.crossing_windows],
            size=theme.TABLE_SIZE,
            pitch=theme.ROW_PITCH,
        )
        plate = on_plate(table)
        plate.move_to(lens.region.at(*TABLE_DOCK), aligned_edge=UL)
        dock_badge(lens, plate)
        clear_scale(lens)
        self.clear_stage(run_time=theme.LEAP)
        self.play(FadeIn(lens, name_edges(lens, "x", "y")), run_time=theme.FADE)
        sides = VGroup(
            *(
                Words(words, size=theme.TABLE_SIZE, color=theme.FUNC).move_to(lens.map(*place))
                for words, place in (("curve below", BELOW), ("curve above", ABOVE))
            )
        )
        self.play(FadeIn(sides), run_time=theme.FADE)
        self.wait(theme.WRITE)
        self.play(FadeOut(sides), run_time=theme.LEAP)
        self.play(FadeIn(plate[0]), table.open(), FadeIn(table.rows[0]), run_time=theme.FADE)
        self.wait(theme.STEP)
        self.play(lens.push(CLOSER, run_time=theme.MORPH))
        self.play(FadeIn(table.rows[1]), run_time=theme.FADE)
        self.wait(theme.THINK)
        self.clear_stage()
        self.leave_tile("limit", limit_picture())
