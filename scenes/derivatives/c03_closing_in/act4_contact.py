"""Clip 03, fourth act: curve and tangent at their contact, seen through a microscope."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c03.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, OpenDot
from scenes.components.graph.microscope import Microscope
from scenes.components.graph.secant import TangentLine
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import limit_picture
from scenes.notation import typst

LENS_SHAPE = 6.2
"""How many units of height the microscope shows per unit of width."""


class Contact(MappedAct):
    """A tangent under the microscope; it may meet its curve again, and cross it at the contact."""

    numbers: Numbers

    def microscope(self) -> None:
        self.clear_stage()
        windows = self.numbers.zoom_windows
        lens = Microscope(
            self.layout.left.part(0.01, 0.76, 0.14, 0.98),
            self.numbers.parabola,
            self.numbers.zoom_tangent,
            self.numbers.zoom_gap,
            windows[0].width,
            shape=LENS_SHAPE,
        )
        table = ValueTable(
            [
                Column('upright("window")', theme.RUN),
                Column('upright("largest gap")', theme.APPROX),
            ],
            [[window.width, window.gap] for window in windows],
        )
        self.layout.right.place(table, 0.3, 0.65)
        place = Readout("x =", self.numbers.zoom_tangent.point.x, color=theme.EXACT)
        place.next_to(lens.dot, UP + LEFT, buff=theme.LABEL_GAP)
        self.play(FadeIn(lens, place), table.open())
        self.play(FadeIn(table.rows[0]))
        for (wide, tight), row in zip(pairwise(windows), table.rows[1:], strict=True):
            self.play(lens.zoom(wide.width, tight.width, run_time=theme.ZOOM))
            self.play(FadeIn(row, run_time=theme.FADE))
        rule = Formula(
            '{{upright("gap") : gap}} = ({{upright("window") : window}} / 2)^2',
            colors={"gap": theme.APPROX, "window": theme.RUN},
            size=theme.FORMULA_SMALL_SIZE,
        )
        rule.next_to(table, DOWN, buff=theme.COLUMN_GAP).align_to(table, LEFT)
        self.play(FadeIn(rule))

    def tangent_meets_again(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        self.axes = GraphAxes((-2.6, 2.2, 1), (-10, 8, 2), self.layout.left)
        # Curve and tangent would strike these numbers out.
        for axis, value in ((0, -1), (1, -2)):
            self.axes.numbers.remove(self.axes.number_at(axis, value))
        curve = Curve(self.axes, sample(numbers.cubic, -2.6, 2.2))
        self.tangent = TangentLine(self.axes, numbers.cubic_tangent, reach=theme.TANGENT_REACH)
        name = Formula("y = x^3", size=theme.FORMULA_SMALL_SIZE, color=theme.FUNC)
        name.next_to(self.axes.map(1.6, 6.4), LEFT, buff=theme.LABEL_GAP)
        self.play(FadeIn(self.axes, name), Create(curve), run_time=theme.WRITE)
        self.play(FadeIn(self.tangent))
        whole = TangentLine(self.axes, numbers.cubic_tangent)
        line = Formula("y = 3 x - 2", size=theme.LABEL_SIZE, color=theme.EXACT)
        line.next_to(self.axes.map(0.3, -2.3), RIGHT, buff=theme.LABEL_GAP)
        self.play(ReplacementTransform(self.tangent, whole, run_time=theme.DRAW), FadeIn(line))
        self.tangent = whole
        meeting = OpenDot(self.axes.map(*numbers.meets_again))
        self.play(FadeIn(meeting, scale=2))
        claim = Formula(
            "{{x^3 : curve}} - ({{3 x - 2 : line}})",
            colors={"curve": theme.FUNC, "line": theme.EXACT},
            size=theme.FORMULA_SMALL_SIZE,
        )
        factors = Formula(
            f"= {{{{{typst(numbers.touching_factor)} : touch}}}} "
            f"({{{{{typst(numbers.crossing_factor)} : cross}}}})",
            colors={"touch": theme.EXACT, "cross": theme.APPROX},
            size=theme.FORMULA_SMALL_SIZE,
        )
        lines = VGroup(claim, factors).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.layout.right.place(lines, 0.4, 0.75)
        touches, crosses = (
            factors.part(name).copy().scale(theme.TAG_SCALE).next_to(dot, RIGHT)
            for name, dot in (("touch", self.tangent.dot), ("cross", meeting))
        )
        self.play(FadeIn(claim))
        self.play(FadeIn(factors))
        self.play(TransformFromCopy(factors.part("touch"), touches))
        self.play(TransformFromCopy(factors.part("cross"), crosses))
        self.surprise = VGroup(meeting, line, lines, touches, crosses)

    def tangent_crosses_at_contact(self) -> None:
        numbers = self.numbers
        tangents = (numbers.cubic_tangent, numbers.crossing_tangent)
        start, end = (tangent.point.x for tangent in tangents)
        self.play(FadeOut(self.surprise))
        self.play(
            Sweep(
                lambda x: self.tangent.put(numbers.cubic_tangent_at(x)),
                between(start, end),
                self.tangent,
            )
        )
        lens = Microscope(
            self.layout.right.part(0.0, 0.66, 0.2, 0.9),
            numbers.cubic,
            numbers.crossing_tangent,
            numbers.crossing_gap,
            numbers.crossing_width,
            shape=1.0,
        )
        self.play(FadeIn(lens))
        self.play(
            lens.zoom(numbers.crossing_width, numbers.zoom_windows[-2].width, run_time=theme.SETTLE)
        )
        self.wait(theme.THINK)
        self.clear_stage()
        self.leave_tile("limit", limit_picture())
