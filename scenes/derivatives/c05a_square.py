"""Clip 05a, first act: the corner of a growing square, and why it may be forgotten."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    RIGHT,
    FadeIn,
    FadeOut,
    TransformFromCopy,
    VGroup,
    Write,
)

from lessons.derivatives.numbers.c05a import rules_one
from scenes import theme
from scenes.components.formula import Formula, Morph, Moves
from scenes.components.motion import Sweep, between, log_way
from scenes.components.numeral import spell
from scenes.components.roles import in_roles
from scenes.components.square import GrowingSquare
from scenes.components.table import Column, ValueTable
from scenes.stage import LessonScene


class Square(LessonScene):
    """Two slivers count, the corner does not: the slope of x² as a picture."""

    clip_number = "05a"

    def setup(self) -> None:
        """Lay out the square on the left and the equation on the right."""
        super().setup()
        self.numbers = rules_one()
        self.picture, self.algebra = self.layout.full.columns(1, 1, gap=theme.COLUMN_GAP)
        first = self.numbers.squares[0]
        self.unit = theme.AREA_SIDE / first.side
        self.square = GrowingSquare(
            theme.AREA_SIDE,
            first.nudge * self.unit,
            self.picture.at(0.12, 0.2),
            names=("x", "dif x"),
            told=f"x = {spell(first.side, 0)}",
        )

    def square_grows(self) -> None:
        self.show_title()
        square, full = self.square, self.square.nudges[0]
        area = in_roles("f = x^2", size=theme.CONCLUSION_SIZE)
        self.line = self.algebra.place(area, 0.3, 0.8)
        square.set_nudge(theme.VANISH)
        side = square.marks[0]
        self.play(FadeIn(square.core, square.core_label, side), Write(self.line))
        self.add(*square.pieces)
        self.play(Sweep(square.set_nudge, between(theme.VANISH, full), square))
        self.play(FadeIn(square.marks[1]))

    def pieces_become_terms(self) -> None:
        square = self.square
        self.play(*square.part_pieces(), FadeOut(square.marks[1], run_time=theme.FADE))
        self._name_pieces()
        self.play(FadeIn(square.piece_labels))
        growth = self._write("dif f = {{2 x thin dif x : rise}} + {{dif x^2 : approx}}")
        self.play(FadeIn(growth.rest()))
        self.play(
            TransformFromCopy(VGroup(square.right_sliver, square.top_sliver), growth.part("rise")),
            run_time=theme.MORPH,
        )
        self.play(TransformFromCopy(VGroup(square.corner), growth.part("approx")))
        self.growth = growth

    def _name_pieces(self) -> None:
        labels = self.square.piece_labels
        for label, piece in zip(labels, self.square.pieces, strict=True):
            label.move_to(piece)
        # Too narrow for its name: it stands beside.
        labels[0].next_to(self.square.right_sliver, RIGHT, buff=theme.LABEL_GAP)

    def _write(self, source: str) -> Formula:
        return self.algebra.place(in_roles(source), 0.3, 0.6)

    def corner_fades(self) -> None:
        numbers, square = self.numbers, self.square
        table = ValueTable(
            [
                Column("dif x", theme.RUN),
                Column('upright("corner, % of") dif f', theme.APPROX, decimals=2),
            ],
            [
                (nudge.nudge, percent)
                for nudge, percent in zip(numbers.squares, numbers.corner_percents, strict=True)
            ],
        )
        self.algebra.place(table, 0.25, 0.2)
        self.play(FadeOut(square.piece_labels), table.open())
        self.play(FadeIn(table.rows[0]))
        drift = theme.DRIFT

        def shrink(nudge: float) -> None:
            square.set_nudge(nudge * self.unit)
            for piece, way in zip(square.pieces, ((1, 0), (1, 1), (0, 1)), strict=True):
                piece.shift((way[0] * drift, way[1] * drift, 0.0))

        for (wide, tight), row in zip(pairwise(numbers.squares), table.rows[1:], strict=True):
            self.play(
                Sweep(
                    shrink,
                    log_way(wide.nudge, tight.nudge),
                    square,
                    run_time=theme.SETTLE,
                )
            )
            self.play(FadeIn(row, run_time=theme.FADE))
        self.table = table

    def corner_leaves_nothing(self) -> None:
        self.play(FadeOut(self.table))
        self._turn_into("(dif f) / (dif x) = {{2 x : rise}} + {{dif x : approx}}", {"rise": "rise"})
        self.play(
            self.growth.part("approx").animate.set_opacity(theme.DIM),
            self.square.corner.animate.set_opacity(0.0),
        )
        self._turn_into("(dif f) / (dif x) = {{2 x : exact}}", {"rise": "exact"})
        self.point_at(self.growth.part("exact"))

    def _turn_into(self, source: str, moves: Moves | None = None) -> None:
        line = self._write(source)
        self.play(Morph(self.growth, line, moves))
        self.growth = line
