"""Clip 05a, first act: the corner of a growing square, and why it may be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from manim import (
    DL,
    DOWN,
    DR,
    RIGHT,
    UL,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.carry import ARC, ARRIVAL, Flight, carry, late
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c05a_rules_powers_sums_products.props.area_lines import area_lines
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_table import corner_table
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_view import (
    CornerState,
    CornerView,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.cuts import Cuts, times_fewer
from scenes.derivatives.c05a_rules_powers_sums_products.props.ribbon import Ribbon
from scenes.derivatives.c05a_rules_powers_sums_products.props.share_bar import ShareBar
from scenes.derivatives.c05a_rules_powers_sums_products.props.side_marks import SideMarks
from scenes.layout import Region

LARGE_UNIT, SQUARE_UNIT = 1.52, 1.35
"""Frame units per unit of the square's side: alone on stage, and beside the algebra."""
LARGE_TOP, SQUARE_TOP = 2.75, 2.1
"""Heights of the old square's upper edge, in frame units: above the later a row of names fits."""
LARGE_MARGIN = 1.6
"""Room for the brace and the name at the left of the large square, in frame units."""
AREAS_GAP = 1.1
"""What separates the areas from the large square, in frame units."""
SQUARE_MARGIN = 1.08
"""Room for the brace at the left of the square once it has moved there, in frame units."""
ALGEBRA_FROM = 0.5
"""Where the algebra beside the square begins, as a share of the frame."""
BAR_AT, BAR_HEIGHT = 0.135, 0.85
"""Where the bar of the growth stands in the algebra's part, as a share; its height."""
SHARES = (0.49, 0.51)
"""The shares of picture and algebra of the stage's width, for the cube."""
RIBBON_UNIT = 1.6
"""Frame units per unit of the ribbon's length."""
RIBBON_LOW = -0.95
"""The height of the ribbon's lower edge, in frame units."""


@dataclass(frozen=True, slots=True)
class AfterSquareGrows:
    """The two halves of the frame, in which the cube is shown.

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
        """Lay out the square: large at first, and then beside the algebra."""
        first, room = self.numbers.squares[0], self.layout.readable
        self.algebra = room.part(ALGEBRA_FROM, 1.0, 0.0, 1.0)
        near = room.left + LARGE_MARGIN + first.side * LARGE_UNIT
        left = room.left + SQUARE_MARGIN + first.side * SQUARE_UNIT
        self.near = CornerState(LARGE_UNIT, (near, LARGE_TOP), first.nudge)
        self.afar = CornerState(SQUARE_UNIT, (left, SQUARE_TOP), first.nudge)
        self.view = CornerView(first.side, self.near)

    def _mark(self, across: str, up: str, nudge: str = "Delta x") -> SideMarks:
        view = self.view
        return SideMarks(
            (view.core, view.right_sliver, view.top_sliver),
            ((across, nudge), (up, "Delta x")),
            theme.RUN,
        )

    def square_grows(self) -> None:
        self.scene.show_title()
        view, first = self.view, self.numbers.squares[0]
        told = f"x = {spell(first.side, 0)}"
        wider = f"Delta x = {spell(first.nudge, shortest(first.nudge))}"
        self.marks = self._mark(told, told, wider)
        self.name = Formula("f = x^2", size=theme.TITLE_SIZE).move_to(view.core)
        self.side = Formula(told, size=theme.TABLE_SIZE)

        def grow(nudge: float) -> None:
            view.put(self.near.seen(nudge))

        grow(theme.VANISH)
        left = self.near.at[0] + self.near.nudge * LARGE_UNIT + AREAS_GAP
        # Clear of the square, as large as it grows.
        self.areas_told = area_lines(self.numbers, (left, LARGE_TOP))
        before, after, growth = self.areas_told
        self.play(FadeIn(view.core, self.name, self.marks.sides, before))
        self.add(*view.pieces)
        self.play(Sweep(grow, between(theme.VANISH, first.nudge), view, rate_func=theme.TRAVEL))
        self.play(FadeIn(self.marks.nudges, after, run_time=theme.FADE))
        self.play(FadeIn(growth, run_time=theme.FADE))
        self.wait(theme.FADE)

    def pieces_become_terms(self) -> None:
        view, afar, way = self.view, self.afar, self.near.moved_to(self.afar)

        def move(share: float) -> None:
            view.put(way(share))
            self.name.move_to(view.core)

        self.play(
            FadeOut(self.marks, self.areas_told, run_time=theme.LEAP),
            Sweep(
                move,
                between(0.0, 1.0),
                view,
                self.name,
                run_time=theme.WRITE,
                rate_func=theme.TRAVEL,
            ),
        )
        marks = self.marks = self._mark("x", "x")
        # How long both sides are stands once, inside.
        self.side.next_to(self.name, DOWN, buff=theme.CARD_GAP)
        self.play(FadeIn(marks, self.side, run_time=theme.LEAP))
        across, up = (mark.get_center() for mark in marks.nudges)

        def part(gap: float) -> None:
            view.put(afar.seen(afar.nudge, gap))
            marks.nudges[0].move_to(across + gap * RIGHT)
            marks.nudges[1].move_to(up + gap * UP)

        self.play(Sweep(part, between(0.0, theme.DRIFT), view, marks.nudges, run_time=theme.STEP))
        right, corner, top = areas = VGroup(
            *(
                in_roles(name, size=theme.TABLE_SIZE).next_to(piece, side, buff=theme.LABEL_GAP)
                for name, piece, side in (
                    ("{{x thin Delta x : rise}}", view.right_sliver, RIGHT),
                    ("{{(Delta x)^2 : run}}", view.corner, UP),
                    ("{{x thin Delta x : rise}}", view.top_sliver, UP),
                )
            )
        )
        top.stand_on(corner.baseline)
        self.play(FadeIn(areas, run_time=theme.FADE))
        growth = in_roles(
            "{{Delta f : rise1}} {{= : is}} {{2 : rise2}} {{x : rise}} thin {{Delta x : rise3}} "
            "{{+ : plus}} ({{Delta x : run}})^2",
            size=theme.KEY_SIZE,
        )
        self.algebra.place(growth, 1.0, 1.0)
        told, sliver = growth.parts("rise1", "is", "plus"), growth.parts("rise", "rise3")
        squared = growth.without(*growth.labels[:-1]).set_color(theme.RUN)
        self.play(FadeIn(told, run_time=theme.FADE))
        # The arc of the copy from the right leads below the terms.
        self.play(*carry(top, sliver, run_time=theme.WRITE), Flight(right, sliver))
        self.play(
            FadeIn(growth.part("rise2"), run_time=theme.FADE),
            *carry(corner, squared, angle=2 * ARC, run_time=theme.WRITE),
        )
        self.growth, self.areas = growth, areas
        question = VGroup(
            *(Words(line, size=theme.TITLE_SIZE) for line in ("May we forget", "the corner?"))
        ).arrange(DOWN, buff=theme.CARD_GAP)
        self.algebra.place(question, 1.0, 0.3)
        self.asked = question
        self.ask(question)

    def corner_fades(self) -> None:
        numbers, view = self.numbers, self.view
        table = corner_table(numbers)
        self.algebra.place(table, 0.5, 0.69)
        self.play(
            FadeOut(self.areas, self.asked, self.marks.nudges, run_time=theme.FADE),
            table.open(),
            FadeIn(table.rows[0], run_time=theme.FADE),
        )
        _, low, _ = self.algebra.at(0.0, BAR_AT)
        left, right = float(table.rule.get_left()[0]), float(table.rule.get_right()[0])
        bar = self.bar = ShareBar(
            (left, float(low)), (right - left, BAR_HEIGHT), numbers.squares[0].corner_share
        )
        cuts = Cuts(view, round(numbers.nudge_shrinks[0]))
        self.play(FadeIn(bar), run_time=theme.FADE)
        self.play(Create(cuts), run_time=theme.WRITE)
        places: VGroup = cuts
        states = [self.afar.seen(square.nudge, theme.DRIFT) for square in numbers.squares]
        for row, (before, after) in enumerate(pairwise(states), start=1):
            way = before.way_to(after)

            def shrink(share: float, way: Callable[[float], CornerState] = way) -> None:
                view.put(way(share))
                bar.set_share(numbers.square(view.state.nudge).corner_share)

            self.play(Sweep(shrink, between(0.0, 1.0), view, bar, run_time=theme.JOURNEY))
            fewer = times_fewer(
                places, numbers.nudge_shrinks[row - 1], numbers.corner_shrink_steps[row - 1]
            )
            self.play(FadeIn(table.rows[row], fewer, run_time=theme.FADE))
            if row < len(table.rows) - 1:
                self.wait(theme.HOLD)
                self.play(FadeOut(cuts, fewer, run_time=theme.LEAP))
            places = view.pieces
        self.point_at(table.cell(2, 2), table.cell(2, 3))

    def corner_leaves_nothing(self) -> None:
        numbers = self.numbers
        first, last = numbers.squares[0], numbers.squares[-1]
        self.clear_stage(self.growth, self.bar.slivers)
        halves = self.bar.halves()
        self.remove(self.bar.slivers)
        # The two slivers, which stay, stand in the middle of the frame.
        start = float(self.layout.readable.center[0]) - first.side * RIBBON_UNIT
        ribbon = Ribbon(first.side, first.nudge, RIBBON_UNIT, (start, RIBBON_LOW))
        spans = [
            SpanBrace(
                piece.get_corner(DL),
                piece.get_corner(DR),
                Formula("x", size=theme.TABLE_SIZE, color=theme.RISE),
                color=theme.RISE,
            )
            for piece in ribbon.slivers
        ]
        thickness = SpanBrace(
            ribbon.slivers[0].get_corner(UL),
            ribbon.slivers[0].get_corner(DL),
            Numeral(1, size=theme.TABLE_SIZE, color=theme.RUN),
            color=theme.RUN,
        )
        rest = Formula("Delta x", size=theme.TABLE_SIZE, color=theme.RUN)

        def shorten(nudge: float) -> None:
            ribbon.set_nudge(nudge)
            rest.next_to(ribbon, RIGHT, buff=theme.LABEL_GAP)

        shorten(first.nudge)
        quotient = self._head(
            "{{Delta f : rise1}} / {{Delta x : run}} {{= : is}} {{2 : rise2}} {{x : rise}} "
            "{{+ : plus}} {{Delta x : run1}}"
        )
        # Each term loses one nudge. That of the slivers fades: on its way below the line it would
        # cross the sign of equality.
        self.play(
            Morph(self.growth, quotient, {"run": "run1"}),
            ReplacementTransform(
                halves, ribbon.slivers, rate_func=theme.TRAVEL, run_time=theme.MORPH
            ),
            FadeIn(
                *(ribbon.rest, *spans, thickness, rest),
                rate_func=late(ARRIVAL),
                run_time=theme.MORPH,
            ),
        )
        self.wait(theme.FADE)
        self.play(Sweep(shorten, log_way(first.nudge, last.nudge), ribbon, rest))
        # The finite nudges end here: with the last of them, both Δ become d.
        slope = self._head(
            "{{dif f : rise1}} / {{dif x : run}} {{= : is}} {{2 : exact2}} {{x : exact}}"
        )
        self.play(
            Morph(quotient, slope, {"rise": "exact", "rise2": "exact2"}),
            FadeOut(ribbon.rest, rest),
        )
        question = Words("And a cube?", size=theme.CONCLUSION_SIZE)
        question.next_to(ribbon.slivers, DOWN, buff=theme.STACK_GAP + 2 * theme.CARD_GAP)
        self.ask(question)

    def _head(self, source: str) -> Formula:
        return self.layout.readable.place(in_roles(source, size=theme.TITLE_SIZE), 0.5, 0.96)

    def hand_over(self) -> AfterSquareGrows:
        """Return the halves of the frame for the cube."""
        return AfterSquareGrows(*self.layout.stage.columns(*SHARES, gap=theme.CARD_GAP))
