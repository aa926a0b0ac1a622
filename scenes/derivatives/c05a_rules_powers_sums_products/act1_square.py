"""Clip 05a, first act: the corner of a growing square, and why it may be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import (
    PI,
    RIGHT,
    UP,
    FadeIn,
    FadeOut,
    TransformFromCopy,
    VGroup,
    Write,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.rigs.square import GrowingSquare
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c05a_rules_powers_sums_products.props.share_bar import ShareBar
from scenes.derivatives.c05a_rules_powers_sums_products.props.sizes import AREA_SIDE
from scenes.layout import Region


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
        self.picture, self.algebra = self.layout.full.columns(1, 1, gap=theme.COLUMN_GAP)
        first = self.numbers.squares[0]
        self.unit = AREA_SIDE / first.side
        self.square = GrowingSquare(
            AREA_SIDE,
            first.nudge * self.unit,
            self.picture.at(0.12, 0.2),
            names=("x", "Delta x"),
            told=f"x = {spell(first.side, 0)}",
        )

    def square_grows(self) -> None:
        self.scene.show_title()
        square, full = self.square, self.square.nudges[0]
        area = in_roles("f = x^2", size=theme.CONCLUSION_SIZE)
        self.algebra.place(area, 0.0, 0.88)
        square.set_nudge(theme.VANISH)
        side = square.marks[0]
        self.play(FadeIn(square.core, square.core_label, side), Write(area))
        self.add(*square.pieces)
        self.play(Sweep(square.set_nudge, between(theme.VANISH, full), square))
        self.play(FadeIn(square.marks[1]))
        self.wait(theme.FADE)

    def pieces_become_terms(self) -> None:
        square = self.square
        self.play(*square.part_pieces(), FadeOut(square.marks[1], run_time=theme.FADE))
        right, corner, top = areas = VGroup(
            *(
                in_roles(name, size=theme.LABEL_SIZE)
                for name in (
                    "{{x thin Delta x : rise}}",
                    "{{(Delta x)^2 : approx}}",
                    "{{x thin Delta x : rise}}",
                )
            )
        )
        right.next_to(square.right_sliver, RIGHT, buff=theme.LABEL_GAP)
        corner.next_to(square.corner, RIGHT, buff=theme.LABEL_GAP)
        top.next_to(square.top_sliver, UP, buff=theme.LABEL_GAP)
        self.play(FadeIn(areas))
        growth = self._write(
            "{{Delta f : rise1}} {{= : is}} {{2 : rise2}} {{x : rise}} thin {{Delta x : rise3}} "
            "{{+ : plus}} ({{Delta x : approx}})^2"
        )
        told, sliver = growth.parts("rise1", "is", "plus"), growth.parts("rise", "rise3")
        squared = growth.without(*growth.labels[:-1]).set_color(theme.APPROX)
        self.play(FadeIn(told))
        second = sliver.copy()
        self.play(
            TransformFromCopy(top.part("rise"), sliver),
            TransformFromCopy(right.part("rise"), second),
            run_time=theme.MORPH,
        )
        self.remove(second)
        self.play(FadeIn(growth.part("rise2"), run_time=theme.FADE))
        self.play(
            TransformFromCopy(corner.part("approx"), squared, path_arc=-PI / 2),
            run_time=theme.MORPH,
        )
        self.growth, self.areas = growth, areas

    def _write(self, source: str) -> Formula:
        return self.algebra.place(in_roles(source), 0.0, 0.68)

    def corner_fades(self) -> None:
        numbers, square = self.numbers, self.square
        table = ValueTable(
            [
                Column("Delta x", theme.RUN),
                Column('upright("corner, % of") med Delta f', theme.APPROX, decimals=2),
            ],
            [
                (nudge.nudge, percent)
                for nudge, percent in zip(numbers.squares, numbers.corner_percents, strict=True)
            ],
        )
        self.algebra.place(table, 0.0, 0.08)
        share = ShareBar(numbers.squares[0].corner_share)
        self.algebra.place(share, 0.0, 0.52)
        self.play(FadeOut(self.areas), FadeIn(share))
        self.play(table.open(), FadeIn(table.rows[0]))
        drift = theme.DRIFT

        def shrink(nudge: float) -> None:
            square.set_nudge(nudge * self.unit)
            share.set_share(numbers.square(nudge).corner_share)
            for piece, way in zip(square.pieces, ((1, 0), (1, 1), (0, 1)), strict=True):
                piece.shift((way[0] * drift, way[1] * drift, 0.0))

        for (wide, tight), row in zip(pairwise(numbers.squares), table.rows[1:], strict=True):
            self.play(
                Sweep(
                    shrink,
                    log_way(wide.nudge, tight.nudge),
                    square,
                    share,
                    run_time=theme.SETTLE,
                )
            )
            self.play(FadeIn(row, run_time=theme.FADE))
        self.told = VGroup(table, share)

    def corner_leaves_nothing(self) -> None:
        self.play(FadeOut(self.told))
        quotient = self._write(
            "{{Delta f : rise1}} / {{Delta x : run}} {{= : is}} {{2 : rise2}} {{x : rise}} "
            "{{+ : plus}} {{Delta x : approx}}"
        )
        # Each term loses one nudge; the nudge of the slivers goes below the line.
        self.play(Morph(self.growth, quotient, {"rise3": "run"}))
        self.wait(theme.HOLD)
        # The finite nudges end here: with the last of them, both Δ become d.
        slope = self._write(
            "{{dif f : rise1}} / {{dif x : run}} {{= : is}} {{2 : exact2}} {{x : exact}}"
        )
        self.play(
            Morph(quotient, slope, {"rise": "exact", "rise2": "exact2"}),
            FadeOut(self.square.corner),
            run_time=theme.SETTLE,
        )
        self.wait(theme.HOLD)
        self.point_at(slope.parts("exact2", "exact"))

    def hand_over(self) -> AfterSquareGrows:
        """Return what the next act needs."""
        return AfterSquareGrows(self.picture, self.algebra)
