"""Clip 05a, first act: the corner of a growing square, and why it may be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from manim import (
    DOWN,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    VGroup,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import ARC, Flight, carry
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c05a_rules_powers_sums_products.props.area_lines import area_lines
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_view import (
    CornerState,
    CornerView,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.cuts import Cuts, times_fewer
from scenes.derivatives.c05a_rules_powers_sums_products.props.share_bar import ShareBar
from scenes.derivatives.c05a_rules_powers_sums_products.props.side_marks import SideMarks

LARGE_UNIT, SQUARE_UNIT = (1.52, 1.15, 1.33), (1.35, 1.0, 1.05)
"""Frame units per unit of the square's side, alone on stage and beside the algebra: in a wide, in a
square and in an upright frame."""
LARGE_TOP, SQUARE_TOP = 0.85, 1.5
"""How far below the upper edge the old square begins: above the later a row of names fits."""
LARGE_MARGIN = 1.6
"""Room for the brace and the name at the left of the large square, in frame units."""
AREAS_GAP, AREAS_BELOW = 1.1, 0.8
"""What separates the areas from the large square beside it or above it, in frame units."""
AREAS_PITCH = (1.45, 0.95, 1.35)
"""Distance between two areas, in frame units."""
LEFT_SHARE = 0.35
"""Which share of the spare width is at the left in an upright frame: names stand at the right."""
SQUARE_MARGIN = 1.08
"""Room for the brace at the left of the square once it has moved there, in frame units."""
ALGEBRA = ((0.5, 1.0, 0.0, 1.0), (0.56, 1.0, 0.35, 1.0), (0.0, 1.0, 0.0, 0.48))
"""The part of the frame for the algebra, as shares: beside the square, or below it."""
TOLD = ((0.5, 1.0, 0.0, 1.0), (0.0, 1.0, 0.0, 0.36), (0.0, 1.0, 0.0, 0.48))
"""The part of the frame for the question and for the bar."""
QUESTION_AT = (0.3, 0.5, 0.4)
"""How high the question stands in that part, as a share."""
NUDGE_AT = (0.72, 0.4, 0.72)
"""How high the nudge is told in the algebra's part, as a share."""
BAR_AT, BAR_HEIGHT = (0.24, 0.34, 0.25), 1.1
"""Where the bar of the growth stands in its part, as a share; its height in
frame units."""


@dataclass(frozen=True, slots=True)
class AfterSquareGrows:
    """What the square has grown by.

    Attributes
    ----------
    growth
        Its growth as a formula.
    bar
        Its growth as a bar, of which the corner takes a share.
    """

    growth: Formula
    bar: ShareBar


class SquareGrows(Act):
    """Two slivers count, the corner does not: the slope of x² as a picture."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the square: large at first, and then beside the algebra."""
        first, room, choose = self.numbers.squares[0], self.layout.readable, self.layout.by_shape
        self.algebra, self.told = room.part(*choose(*ALGEBRA)), room.part(*choose(*TOLD))
        self.near = self._standing(choose(*LARGE_UNIT), LARGE_MARGIN, LARGE_TOP)
        self.afar = self._standing(choose(*SQUARE_UNIT), SQUARE_MARGIN, SQUARE_TOP)
        self.view = CornerView(first.side, self.near)

    def _standing(self, unit: float, margin: float, drop: float) -> CornerState:
        """Return how the square is seen at the left, or about the middle of an upright frame.

        Parameters
        ----------
        unit
            Frame units per unit of its side.
        margin
            Room at its left for a brace.
        drop
            How far below the upper edge the old square begins.
        """
        first, room = self.numbers.squares[0], self.layout.readable
        spare = room.width - margin - (first.side + first.nudge) * unit
        left = room.left + margin + (LEFT_SHARE * spare if self.layout.upright else 0.0)
        return CornerState(unit, (left + first.side * unit, room.top - drop), first.nudge)

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
        self.areas_told = self._areas()
        before, after, growth = self.areas_told
        self.play(FadeIn(view.core, self.name, self.marks.sides, before))
        self.add(*view.pieces)
        self.play(Sweep(grow, between(theme.VANISH, first.nudge), view, rate_func=theme.TRAVEL))
        self.play(FadeIn(self.marks.nudges, after, run_time=theme.FADE))
        self.play(FadeIn(growth, run_time=theme.FADE))
        self.wait(theme.FADE)

    def _areas(self) -> VGroup:
        """Write the areas clear of the square, as large as it grows: beside it, or below it."""
        near, pitch = self.near, self.layout.by_shape(*AREAS_PITCH)
        right, top = near.at
        if not self.layout.narrow:
            at = right + near.nudge * near.unit + AREAS_GAP, top
            return area_lines(self.numbers, at, pitch)
        lines = area_lines(self.numbers, (0.0, 0.0), pitch)
        low = float(self.marks.get_bottom()[1]) - AREAS_BELOW
        return lines.next_to((self.layout.readable.center[0], low, 0.0), DOWN, buff=0.0)

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
        # A square frame has room for one term in a line.
        second = self.layout.by_shape("", "\\ ", "")
        growth = in_roles(
            "{{Delta f : rise1}} {{= : is}} {{2 : rise2}} {{x : rise}} thin {{Delta x : rise3}} "
            f"{second} {{{{+ : plus}}}} ({{{{Delta x : run}}}})^2",
            size=theme.KEY_SIZE,
        )
        self.algebra.place(growth, 0.5 if self.layout.narrow else 1.0, 1.0)
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
        side = 0.5 if self.layout.narrow else 1.0
        self.told.place(question, side, self.layout.by_shape(*QUESTION_AT))
        self.asked = question
        self.ask(question)

    def corner_fades(self) -> None:
        numbers, view, choose = self.numbers, self.view, self.layout.by_shape
        first, room = numbers.squares[0], self.told
        left, low, _ = room.at(0.0, choose(*BAR_AT))
        size = room.width, BAR_HEIGHT
        bar = self.bar = ShareBar((float(left), float(low)), size, first.corner_share)
        change = Readout("Delta x =", first.nudge, decimals=2, size=theme.KEY_SIZE, color=theme.RUN)
        self.algebra.place(change, 0.0, choose(*NUDGE_AT))
        self.play(FadeOut(self.areas, self.asked, self.marks.nudges, run_time=theme.FADE))
        cuts = Cuts(view, round(numbers.nudge_shrinks[0]))
        self.play(FadeIn(change, bar, run_time=theme.FADE))
        self.play(Create(cuts), run_time=theme.WRITE)
        places: VGroup = cuts
        states = [self.afar.seen(square.nudge, theme.DRIFT) for square in numbers.squares]
        for row, (before, after) in enumerate(pairwise(states), start=1):
            way = before.way_to(after)

            def shrink(share: float, way: Callable[[float], CornerState] = way) -> None:
                view.put(way(share))
                bar.set_share(numbers.square(view.state.nudge).corner_share)
                change.set_value(view.state.nudge)

            self.play(Sweep(shrink, between(0.0, 1.0), view, bar, change, run_time=theme.DRAW))
            fewer = times_fewer(
                places, numbers.nudge_shrinks[row - 1], numbers.corner_shrink_steps[row - 1]
            )
            self.play(FadeIn(fewer, run_time=theme.FADE))
            self.wait(theme.HOLD)
            if row < len(states) - 1:
                self.play(FadeOut(cuts, fewer, run_time=theme.LEAP))
            places = view.pieces
        self.point_at(bar.percent)

    def hand_over(self) -> AfterSquareGrows:
        """Return the growth, as a formula and as a bar, which the next act divides."""
        return AfterSquareGrows(self.growth, self.bar)
