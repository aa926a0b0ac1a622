"""Clip 05a, first act: the corner of a growing square, and why it may be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    UR,
    FadeIn,
    FadeOut,
    VGroup,
    Write,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.carry import ARC, Flight, carry
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_view import (
    CornerState,
    CornerView,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.ribbon import Ribbon
from scenes.derivatives.c05a_rules_powers_sums_products.props.share_bar import ShareBar
from scenes.layout import Region

SQUARE_UNIT = 1.4
"""Frame units per unit of the square's side."""
SQUARE_AT = (0.343, 0.78)
"""Where the corner stands in the stage, as shares."""
SHARE_LENGTH = 2.7
"""The length of the bars that compare the corner with the whole growth, in frame units."""
SHARES = (0.49, 0.51)
"""The shares of picture and algebra of the stage's width."""
RIBBON_UNIT = 1.7
"""Frame units per unit of the ribbon's length."""
RIBBON_AT = (0.06, 0.3)
"""Where the ribbon begins in the stage, as shares."""


@dataclass(frozen=True, slots=True)
class AfterSquareGrows:
    """The two halves of the frame, in which the cube is shown as well.

    Attributes
    ----------
    picture
        The left half, for what grows.
    algebra
        The right half, for what is written about it.
    """

    picture: Region
    algebra: Region


class SquareGrows(Act):
    """Two slivers count, the corner does not: the slope of x² as a picture."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the square on the left and the equation on the right."""
        stage = self.layout.stage
        self.picture, self.algebra = stage.columns(*SHARES, gap=theme.CARD_GAP)
        x, y, _ = stage.at(*SQUARE_AT)
        first = self.numbers.squares[0]
        self.afar = CornerState(SQUARE_UNIT, (float(x), float(y)), first.nudge)
        self.view = CornerView(first.side, self.afar)

    def _brace(self, start: float, end: float, name: str, color: str) -> SpanBrace:
        label = Formula(name, size=theme.TABLE_SIZE, color=color)
        return SpanBrace(*self.view.below(start, end), label, color=color)

    def square_grows(self) -> None:
        self.scene.show_title()
        view, first = self.view, self.numbers.squares[0]
        area = in_roles("f = x^2", size=theme.KEY_SIZE)
        self.algebra.place(area, 0.0, 0.96)
        self.name = Formula("x^2", size=theme.KEY_SIZE).move_to(view.core)
        side = self._brace(0.0, first.side, f"x = {spell(first.side, 0)}", theme.INK)
        self.nudge_mark = self._brace(first.side, first.side + first.nudge, "Delta x", theme.RUN)
        self.side = side

        def grow(nudge: float) -> None:
            view.put(CornerState(SQUARE_UNIT, self.afar.at, nudge))

        grow(theme.VANISH)
        self.play(FadeIn(view.core, self.name, side), Write(area))
        self.add(*view.pieces)
        self.play(Sweep(grow, between(theme.VANISH, first.nudge), view, rate_func=theme.TRAVEL))
        self.play(FadeIn(self.nudge_mark, run_time=theme.FADE))
        self.wait(theme.FADE)

    def pieces_become_terms(self) -> None:
        view = self.view
        unit, at, nudge = self.afar.unit, self.afar.at, self.afar.nudge
        self.play(
            Sweep(
                lambda gap: view.put(CornerState(unit, at, nudge, gap)),
                between(0.0, theme.DRIFT),
                view,
                run_time=theme.STEP,
            ),
            FadeOut(self.nudge_mark, run_time=theme.FADE),
        )
        right, corner, top = areas = VGroup(
            *(
                in_roles(name, size=theme.TABLE_SIZE)
                for name in (
                    "{{x thin Delta x : rise}}",
                    "{{(Delta x)^2 : approx}}",
                    "{{x thin Delta x : rise}}",
                )
            )
        )
        right.next_to(view.right_sliver, RIGHT, buff=theme.LABEL_GAP)
        corner.next_to(view.corner, UP, buff=theme.LABEL_GAP)
        top.move_to(view.top_sliver)
        top.set_color(theme.INK)
        self.play(FadeIn(areas))
        growth = self._write(
            "{{Delta f : rise1}} {{= : is}} {{2 : rise2}} {{x : rise}} thin {{Delta x : rise3}} "
            "{{+ : plus}} ({{Delta x : approx}})^2"
        )
        told, sliver = growth.parts("rise1", "is", "plus"), growth.parts("rise", "rise3")
        squared = growth.without(*growth.labels[:-1]).set_color(theme.APPROX)
        self.play(FadeIn(told, run_time=theme.FADE))
        self.play(*carry(top, sliver), Flight(right, sliver))
        self.play(FadeIn(growth.part("rise2"), run_time=theme.FADE))
        # The wide arc leads below the terms that are written already.
        self.play(*carry(corner, squared, angle=2 * ARC))
        self.growth, self.areas = growth, areas

    def _write(self, source: str) -> Formula:
        return self.algebra.place(in_roles(source, size=theme.KEY_SIZE), 0.0, 0.8)

    def corner_fades(self) -> None:
        numbers, view = self.numbers, self.view
        table = ValueTable(
            [
                Column("Delta x", theme.RUN),
                Column('upright("corner, %")', theme.APPROX, decimals=2),
            ],
            [
                (nudge.nudge, percent)
                for nudge, percent in zip(numbers.squares, numbers.corner_percents, strict=True)
            ],
            pitch=theme.WIDE_PITCH,
            gap=SHARE_LENGTH + 2 * theme.CARD_GAP,
            size=theme.TABLE_SIZE,
        )
        table.rule.put_start_and_end_on(
            table.rule.get_start() + table.rule.get_x(LEFT) * LEFT,
            table.headings.get_right()[0] * RIGHT + table.rule.get_y() * UP,
        )
        self.algebra.place(table, 0.0, 0.34)
        # Each growth is drawn as a bar of one length: the corner is its orange end.
        left = float(table.heading(1).get_left()[0]) - theme.CARD_GAP - SHARE_LENGTH
        bars = [
            ShareBar(
                nudge.corner_share, SHARE_LENGTH, (left, float(table.cell(row, 0).get_center()[1]))
            )
            for row, nudge in enumerate(numbers.squares)
        ]
        whole = Formula("Delta f", size=theme.TABLE_SIZE, color=theme.RISE)
        whole.move_to(bars[0]).stand_on(table.heading(0).baseline)
        self.play(
            FadeOut(self.areas, run_time=theme.FADE),
            table.open(),
            FadeIn(whole, table.rows[0], bars[0], run_time=theme.FADE),
        )
        first, second, third = (nudge.nudge for nudge in numbers.squares)
        states = (
            self.afar.seen(first, theme.DRIFT),
            self.afar.seen(second),
            self.afar.seen(third),
        )
        for row, (before, after) in enumerate(pairwise(states), start=1):
            way = before.way_to(after)

            def shrink(share: float, way: Callable[[float], CornerState] = way) -> None:
                view.put(way(share))

            self.play(Sweep(shrink, between(0.0, 1.0), view, run_time=theme.SETTLE))
            self.play(FadeIn(table.rows[row], bars[row], run_time=theme.FADE))
        self.point_at(table.cell(2, 1))

    def corner_leaves_nothing(self) -> None:
        numbers, stage = self.numbers, self.layout.stage
        first, last = numbers.squares[0], numbers.squares[-1]
        self.clear_stage(self.growth)
        x, y, _ = stage.at(*RIBBON_AT)
        ribbon = Ribbon(first.side, first.nudge, RIBBON_UNIT, (float(x), float(y)))
        spans = [
            SpanBrace(
                piece.get_corner(DOWN + LEFT),
                piece.get_corner(DOWN + RIGHT),
                Formula(name, size=theme.TABLE_SIZE, color=color),
                color=color,
            )
            for piece, name, color in (
                (ribbon.slivers[0], "x", theme.RISE),
                (ribbon.slivers[1], "x", theme.RISE),
                (ribbon.rest, "Delta x", theme.APPROX),
            )
        ]
        thickness = SpanBrace(
            ribbon.slivers[0].get_corner(UP + LEFT),
            ribbon.slivers[0].get_corner(DOWN + LEFT),
            Numeral(1, size=theme.TABLE_SIZE, color=theme.RUN),
            color=theme.RUN,
        )
        quotient = self._head(
            "{{Delta f : rise1}} / {{Delta x : run}} {{= : is}} {{2 : rise2}} {{x : rise}} "
            "{{+ : plus}} {{Delta x : approx}}"
        )
        # Each term loses one nudge; the nudge of the slivers goes below the line.
        self.play(
            Morph(self.growth, quotient, {"rise3": "run"}),
            FadeIn(ribbon, shift=theme.NUDGE_SHIFT * UR),
            FadeIn(*spans, thickness),
        )
        self.wait(theme.FADE)
        self.play(FadeOut(spans[2], run_time=theme.FADE))
        self.play(
            Sweep(ribbon.set_nudge, log_way(first.nudge, last.nudge), ribbon),
        )
        # The finite nudges end here: with the last of them, both Δ become d.
        slope = self._head(
            "{{dif f : rise1}} / {{dif x : run}} {{= : is}} {{2 : exact2}} {{x : exact}}"
        )
        self.play(
            Morph(quotient, slope, {"rise": "exact", "rise2": "exact2"}),
            FadeOut(ribbon.rest),
        )
        self.point_at(slope.parts("exact2", "exact"))

    def _head(self, source: str) -> Formula:
        return self.layout.stage.place(in_roles(source, size=theme.TITLE_SIZE), 0.45, 0.93)

    def hand_over(self) -> AfterSquareGrows:
        """Return what the next act needs."""
        return AfterSquareGrows(self.picture, self.algebra)
