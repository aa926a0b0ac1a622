"""Clip 05a, second act: the growth of the square, divided by its nudge."""

from __future__ import annotations

from manim import (
    DL,
    DOWN,
    DR,
    RIGHT,
    UL,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.carry import ARRIVAL, late
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.numeral import Numeral
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c05a_rules_powers_sums_products.act1_square import AfterSquareGrows
from scenes.derivatives.c05a_rules_powers_sums_products.props.ribbon import Ribbon

RIBBON_UNITS = ((1.6, 1.6), (1.14, 1.6), (0.76, 2.2))
"""Frame units per unit of the ribbon's length and of its thickness: wide, square and
upright."""
RIBBON_LOW = (-0.95, -0.7, -0.4)
"""The height of the ribbon's lower edge, in frame units."""
HEAD_AT, QUESTION_BELOW = (0.96, 0.9, 0.9), (1.15, 1.5, 2.2)
"""How high the formula stands in the frame, as a share, and how far the question below the ribbon,
in frame units."""


class RibbonDivided(Act):
    """Per unit of the nudge the slivers keep their length and the corner leaves nothing."""

    numbers: Numbers
    before: AfterSquareGrows

    def corner_leaves_nothing(self) -> None:
        numbers = self.numbers
        first, last = numbers.squares[0], numbers.squares[-1]
        growth, bar = self.before.growth, self.before.bar
        self.clear_stage(growth, bar.slivers)
        halves = bar.halves()
        self.remove(bar.slivers)
        # The two slivers, which stay, stand in the middle of the frame.
        units = self.layout.by_shape(*RIBBON_UNITS)
        start = float(self.layout.readable.center[0]) - first.side * units[0]
        low = self.layout.by_shape(*RIBBON_LOW)
        ribbon = Ribbon(first.side, first.nudge, units, (start, low))
        spans = [
            SpanBrace(
                piece.get_corner(DL),
                piece.get_corner(DR),
                Formula("x", size=theme.TABLE_SIZE, color=theme.RISE),
                color=theme.RISE,
            )
            for piece in ribbon.slivers
        ]
        thick = self._thickness(ribbon, Formula("Delta x", size=theme.TABLE_SIZE))
        rest = Formula("Delta x", size=theme.TABLE_SIZE, color=theme.RUN)

        def shorten(nudge: float) -> None:
            ribbon.set_nudge(nudge)
            rest.next_to(ribbon, RIGHT, buff=theme.LABEL_GAP)

        shorten(first.nudge)
        self.play(
            ReplacementTransform(
                halves, ribbon.slivers, rate_func=theme.TRAVEL, run_time=theme.WRITE
            ),
            FadeIn(
                *(ribbon.rest, *spans, thick, rest),
                rate_func=late(ARRIVAL),
                run_time=theme.WRITE,
            ),
        )
        quotient = self._divide(ribbon, thick, rest)
        self.play(
            Sweep(shorten, log_way(first.nudge, last.nudge), ribbon, rest, run_time=theme.MORPH)
        )
        # The finite nudges end here: with the last of them, both Δ become d.
        slope = self._head(
            "{{dif f : rise1}} / {{dif x : run}} {{= : is}} {{2 : exact2}} {{x : exact}}"
        )
        self.play(
            Morph(quotient, slope, {"rise": "exact", "rise2": "exact2"}),
            FadeOut(ribbon.rest, rest),
        )
        self.play(
            animated(ribbon.slivers).set_stroke(theme.EXACT).set_fill(theme.EXACT, theme.DIM),
            animated(VGroup(*spans)).set_color(theme.EXACT),
            run_time=theme.LEAP,
        )
        question = Words("And a cube?", size=theme.CONCLUSION_SIZE)
        below = self.layout.by_shape(*QUESTION_BELOW)
        question.next_to(ribbon.slivers, DOWN, buff=below)
        self.ask(question)

    @staticmethod
    def _thickness(ribbon: Ribbon, told: VMobject) -> SpanBrace:
        """Return a brace at the left end of the ribbon, with what it measures."""
        first = ribbon.slivers[0]
        return SpanBrace(
            first.get_corner(UL), first.get_corner(DL), told.set_color(theme.RUN), color=theme.RUN
        )

    def _divide(self, ribbon: Ribbon, thick: SpanBrace, rest: VMobject) -> Formula:
        """Divide the growth by the nudge: the ribbon, as thick as the nudge, becomes one thick."""
        nudge = ribbon.nudge
        quotient = self._head(
            "{{Delta f : rise1}} / {{Delta x : run}} {{= : is}} {{2 : rise2}} {{x : rise}} "
            "{{+ : plus}} {{Delta x : run1}}"
        )
        one = Numeral(1, size=theme.TABLE_SIZE)
        name = thick[-1]

        def stretch(thickness: float) -> None:
            ribbon.set_thickness(thickness)
            rest.next_to(ribbon, RIGHT, buff=theme.LABEL_GAP)
            thick.brace.become(self._thickness(ribbon, one).brace)
            name.set_y(one.get_y())

        stretch(nudge)

        # Each term loses one nudge. That of the slivers fades: on its way below the line it would
        # cross the sign of equality.
        self.play(
            Morph(self.before.growth, quotient, {"run": "run1"}),
            Sweep(
                stretch,
                between(nudge, 1.0),
                *(ribbon, rest, thick.brace, name),
                run_time=theme.MORPH,
                rate_func=theme.TRAVEL,
            ),
        )
        self.play(FadeOut(name), FadeIn(one), run_time=theme.LEAP)
        return quotient

    def _head(self, source: str) -> Formula:
        height = self.layout.by_shape(*HEAD_AT)
        return self.layout.readable.place(in_roles(source, size=theme.TITLE_SIZE), 0.5, height)
