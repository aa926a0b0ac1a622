"""Clip 03, third act: the algebra that gives every slope at once."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    Line,
    ReplacementTransform,
    VGroup,
    VMobject,
    Write,
    rush_from,
)

from lessons.derivatives.c03.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.secant import TangentLine
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.square import GrowingSquare
from scenes.components.text.formula import Formula, Morph, Moves
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c03_closing_in.props.lock import Padlock

SQUARE_SIDE = 2.5
"""The side of the square, in frame units."""
SQUARE_NUDGE = 0.75
"""By how much that side grows, in frame units."""


class Algebra(Act):
    """The same limit for any x, beside the square that the terms come from."""

    numbers: Numbers

    def one_becomes_x(self) -> None:
        self.clear_stage()
        self.slot, self.picture = self.layout.full.columns(1, 1, gap=theme.COLUMN_GAP)
        self.line = self._write("(({{1 : p}} + {{h : h1}})^2 - {{1 : q}}^2) / {{h : run}}")
        self.square = GrowingSquare(SQUARE_SIDE, SQUARE_NUDGE, self.picture.at(0.15, 0.24))
        self.play(Write(self.line))
        self.wait(theme.FADE)
        self._turn_into("(({{x : p}} + {{h : h1}})^2 - {{x : q}}^2) / {{h : run}}")
        self.play(FadeIn(self.square, lag_ratio=theme.LAG, run_time=theme.GROUP))

    def squares_cancel(self) -> None:
        self._turn_into(
            "({{x^2 : square}} + {{2 x h : slivers}} + {{h^2 : corner}} - {{x^2 : old}})"
            " / {{h : run}}",
            {"p": ("square", "slivers"), "h1": ("slivers", "corner"), "q": "old"},
        )
        self.play(
            self.line.parts("square", "old").animate.set_opacity(theme.DIM),
            self.square.core_label.animate.set_opacity(theme.DIM),
            self.square.core.animate.set_opacity(theme.DIM),
        )
        self._turn_into("({{2 x h : slivers}} + {{h^2 : corner}}) / {{h : run}}")
        self.play(FadeOut(self.square.core, self.square.core_label, self.square.marks))

    def h_is_divided_away(self) -> None:
        self._turn_into(
            "({{h : above}} ({{2 x : slivers}} + {{h : corner}})) / {{h : run}}",
            {"slivers": ("above", "slivers"), "corner": ("above", "corner")},
        )
        strip = self.square.strip(self.picture.at(0.0, 0.5))
        self.play(
            FadeOut(self.square.piece_labels),
            ReplacementTransform(self.square.pieces, strip),
        )
        first, corner, second = strip
        self.strip_marks = VGroup(
            _length(VGroup(first, second), "2 x", theme.RISE), _length(corner, "h", theme.APPROX)
        )
        thickness = Formula("h", size=theme.LABEL_SIZE, color=theme.RUN)
        thickness.next_to(strip, LEFT, buff=theme.LABEL_GAP)
        self.play(FadeIn(self.strip_marks, thickness))
        self.condition = Padlock("h != 0").next_to(self.line, DOWN, buff=theme.COLUMN_GAP)
        self.play(FadeIn(self.condition))
        self.play(self.condition.open())
        # The area is divided by its thickness: what is left is a length, not a thinner area.
        edges = VGroup(*(_lower_edge(piece) for piece in strip))
        self.play(FadeIn(edges))
        self.play(
            self.line.parts("above", "run").animate.set_opacity(theme.DIM),
            FadeOut(strip, thickness),
        )
        self._turn_into("{{2 x : slivers}} + {{h : corner}}")
        self.strip = edges

    def lone_h_shrinks(self) -> None:
        first, corner, second = self.strip
        condition = Formula("h -> 0", size=theme.FORMULA_SMALL_SIZE, color=theme.RUN)
        condition.move_to(self.condition.condition, aligned_edge=LEFT)
        self.play(FadeOut(self.condition), FadeIn(condition))
        edge = corner.get_left()
        self.play(
            self.line.part("corner").animate.scale(theme.VANISH),
            # Where nothing is added, the plus goes too.
            self.line.rest().animate.set_opacity(0.0),
            corner.animate.stretch(theme.VANISH, 0, about_point=edge),
            FadeOut(self.strip_marks[1], run_time=theme.FADE),
            run_time=theme.SETTLE,
            rate_func=rush_from,
        )
        self.play(FadeOut(self.line.part("corner"), corner))
        self._turn_into("{{2 x : limit}}", {"slivers": "limit"})
        self.play(
            *(
                part.animate.set_color(theme.EXACT)
                for part in (self.line.part("limit"), first, second, self.strip_marks[0])
            )
        )
        self.point_at(self.line.part("limit"))

    def _write(self, source: str) -> Formula:
        roles = {
            "h1": theme.RUN,
            "run": theme.RUN,
            "above": theme.RUN,
            "slivers": theme.RISE,
            "corner": theme.APPROX,
        }
        formula = Formula(source, size=theme.CONCLUSION_SIZE)
        for label in formula.labels:
            formula.part(label).set_color(roles.get(label, theme.INK))
        return self.slot.place(formula, 0.5, 0.6)

    def _turn_into(self, source: str, moves: Moves | None = None) -> None:
        line = self._write(source)
        self.play(Morph(self.line, line, moves))
        self.line = line

    def slopes_at_every_point(self) -> None:
        answer = self.line.part("limit")
        self.clear_stage(answer)
        numbers = self.numbers
        axes = GraphAxes((-3.6, 3.6, 1), (-1, 12, 2), self.layout.left)
        curve = Curve(axes, sample(numbers.parabola, -3.6, 3.6))
        stops = numbers.slope_inputs
        tangent = TangentLine(axes, numbers.slope_tangents[0], reach=theme.TANGENT_REACH)
        table = ValueTable(
            [Column("x", theme.RUN), Column("2 x", theme.EXACT)],
            [[line.point.x, line.slope] for line in numbers.slope_tangents],
            size=theme.FORMULA_SMALL_SIZE,
            pitch=theme.WIDE_PITCH,
        )
        self.layout.right.place(table, 0.4, 0.6)
        self.play(ReplacementTransform(answer, table.headings[1]), FadeIn(axes), Create(curve))
        self.play(FadeIn(table.headings[0], table.rule, run_time=theme.FADE))
        self.play(FadeIn(tangent), FadeIn(table.rows[0]))
        for (start, end), row in zip(pairwise(stops), table.rows[1:], strict=True):
            ghost = tangent.line.copy().set_stroke(opacity=theme.GHOST)
            self.add(ghost, tangent)
            self.play(
                Sweep(lambda x: tangent.put(numbers.tangent_at(x)), between(start, end), tangent),
                run_time=theme.WRITE,
            )
            self.play(FadeIn(row, run_time=theme.FADE))
        self.add(tangent.line.copy().set_stroke(opacity=theme.GHOST), tangent)
        # The tangent goes back to the slope that clip 02 had asked for.
        self.play(
            Sweep(
                lambda x: tangent.put(numbers.tangent_at(x)),
                between(stops[-1], stops[1]),
                tangent,
                run_time=theme.WRITE,
            )
        )
        others = VGroup(table.rows[0], *table.rows[2:])
        told = Readout('upright("slope") =', tangent.tangent.slope, color=theme.EXACT)
        told.next_to(tangent.dot, RIGHT, buff=theme.LABEL_GAP)
        self.play(others.animate.set_opacity(theme.GHOST), FadeIn(told), run_time=theme.FADE)
        self.point_at(table.rows[1], tangent.dot)


def _length(piece: VGroup | VMobject, name: str, color: str) -> SpanBrace:
    """Brace a piece of the strip from below."""
    label = Formula(name, size=theme.LABEL_SIZE, color=color)
    return SpanBrace(
        piece.get_corner(DOWN + LEFT), piece.get_corner(DOWN + RIGHT), label, color=color
    )


def _lower_edge(piece: VMobject) -> Line:
    """Return the edge along which a piece of the strip is as long as it is."""
    start, end = piece.get_corner(DOWN + LEFT), piece.get_corner(DOWN + RIGHT)
    return Line(start, end, stroke_color=piece.get_fill_color(), stroke_width=theme.EXACT_STROKE)
