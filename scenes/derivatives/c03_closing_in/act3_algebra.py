"""Clip 03, third act: the algebra that gives every slope at once."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    VGroup,
    Write,
)

from lessons.derivatives.c03.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import Cross
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import ARC, Flight, carry
from scenes.components.motion.sweep import Sweep, animated, log_way
from scenes.components.rigs.square import GrowingSquare
from scenes.components.text.formula import Formula, Morph, Moves
from scenes.derivatives.c03_closing_in.props.lock import Padlock
from scenes.derivatives.c03_closing_in.props.strip import PIECE_FILL, AreaStrip, lay_flat

SIDE, NUDGE = 4.1, 1.1
"""The side of the square and by how much it grows, in frame units."""
SQUARE_SHARE = 0.8
"""How much of the formula's width the square takes."""
LAST_NUDGE = 0.13
"""How small h has become when the question is asked, in frame units."""
STRIP_HEIGHT = 0.3
"""Where the lower edge of the strip stands, as a share of the height that can be read."""
LINE_PART = (0.0, 0.44, 0.0, 1.0)
"""Where the formula above the strip stands: no piece passes it on its way."""
LINE_HEIGHT = 0.87
"""Where the formula above the strip stands, as such a share."""
SMALL_H = 0.6
"""How small the last h of the formula has become by then, as a share of its size."""
READ_FILL = 0.08
"""How dense the strip is filled when its area has been divided by its height."""
WIDTH_GROWTH = 1.12
"""By how much the width of the strip swells when it is read off."""
ROLES = {
    **dict.fromkeys(("h1", "h2", "run", "above", "corner", "power"), theme.RUN),
    "slivers": theme.RISE,
    "limit": theme.EXACT,
}
"""The colours of a formula's parts: h has one colour wherever it stands."""


@dataclass(frozen=True, slots=True)
class AfterAlgebra:
    """What is left when h has all but vanished.

    Attributes
    ----------
    line
        The formula 2x + h.
    strip
        The strip with its width.
    """

    line: Formula
    strip: AreaStrip


class Algebra(Act):
    """The same limit for any x, beside the square that the terms come from."""

    numbers: Numbers

    def one_becomes_x(self) -> None:
        self.clear_stage()
        self.slot, picture = self.layout.readable.columns(1, SQUARE_SHARE, gap=theme.COLUMN_GAP)
        self.line_height = 0.5
        corner = picture.center + (LEFT + DOWN) * (SIDE + NUDGE) / 2 + UP * theme.COLUMN_GAP / 2
        self.square = square = GrowingSquare(SIDE, NUDGE, corner)
        square.corner.set_color(theme.RUN)
        square.pieces.set_fill(opacity=PIECE_FILL)
        self.line = self._write("(({{1 : one}} + {{h : h1}})^2 - {{1^2 : ones}}) / {{h : run}}")
        self.play(Write(self.line), run_time=theme.STEP)
        self._turn_into("(({{x : p}} + {{h : h1}})^2 - {{x^2 : old}}) / {{h : run}}")
        self.play(FadeIn(square.core, square.core_label, square.marks[0]), run_time=theme.FADE)
        self.play(FadeIn(square.pieces, square.piece_labels, square.marks[1]), run_time=theme.STEP)

    def squares_cancel(self) -> None:
        square, before = self.square, self.line
        line = self._write(
            "({{x^2 : square}} + {{2 x : slivers}} {{h : h2}} + {{h : corner}}^{{2 : power}} "
            "- {{x^2 : old}})"
            " / {{h : run}}"
        )
        kept = ("old", "run")
        self.play(
            FadeOut(before.without(*kept)),
            *(animated(before.part(name)).move_to(line.part(name)) for name in kept),
            FadeIn(line.rest()),
            run_time=theme.STEP,
        )
        right, corner, top = square.piece_labels
        terms, last = line.parts("slivers", "h2"), line.parts("corner", "power")
        self.play(*carry(square.core_label, line.part("square"), run_time=theme.STEP))
        self.play(
            *carry(right, terms, run_time=theme.STEP),
            Flight(top, terms, angle=-ARC, run_time=theme.STEP),
        )
        self.play(*carry(corner, last, run_time=theme.STEP))
        self._settle(line)
        strokes = VGroup(*(Cross(line.part(name), color=theme.INK) for name in ("square", "old")))
        gone = VGroup(square.core, square.core_label, square.marks[0])
        self.play(Create(strokes), dim(gone), run_time=theme.STEP)
        short = self._write(
            "({{2 x : slivers}} {{h : h2}} + {{h : corner}}^{{2 : power}}) / {{h : run}}"
        )
        self.play(
            FadeOut(strokes, gone, rate_func=theme.ENTER), Morph(line, short), run_time=theme.STEP
        )
        self.line = short

    def h_is_divided_away(self) -> None:
        square, readable = self.square, self.layout.readable
        right, corner, top = square.right_sliver, square.corner, square.top_sliver
        self.slot, self.line_height = readable.part(*LINE_PART), LINE_HEIGHT
        self.play(
            FadeOut(square.piece_labels, square.marks[1]),
            animated(self.line, rate_func=theme.TRAVEL).move_to(self.slot.at(0.5, LINE_HEIGHT)),
            run_time=theme.STEP,
        )
        length = 2 * SIDE + NUDGE
        strip = AreaStrip(SIDE, NUDGE, readable.at(0.5, STRIP_HEIGHT) + LEFT * length / 2)
        first, second, end = strip.pieces
        self.play(
            animated(top, rate_func=theme.TRAVEL).move_to(first),
            lay_flat(right, second),
            animated(corner, rate_func=theme.TRAVEL).move_to(end),
            run_time=theme.MORPH,
        )
        self.remove(right, corner, top)
        self.add(strip.pieces)
        self.play(
            FadeIn(strip.ruler, strip.height_name),
            FadeIn(strip.widths),
            run_time=theme.FADE,
        )
        self._turn_into(
            "({{h : above}} ({{2 x : slivers}} + {{h : corner}})) / {{h : run}}", {"h2": "above"}
        )
        self.lock = Padlock("h != 0").next_to(self.line, RIGHT, buff=theme.COLUMN_GAP)
        self.play(FadeIn(self.lock), run_time=theme.FADE)
        self.play(self.lock.open())
        # The area is divided by its height: what is left is its width, and nothing has shrunk.
        strokes = VGroup(
            *(Cross(self.line.part(name), color=theme.INK) for name in ("above", "run"))
        )
        self.play(
            Create(strokes),
            FadeIn(strip.divide),
            animated(strip.pieces).set_fill(opacity=READ_FILL),
            run_time=theme.FADE,
        )
        self.play(FadeOut(strokes), run_time=theme.LEAP)
        self._turn_into("{{2 x : slivers}} + {{h : corner}}")
        self.remove(strip.pieces, strip.ruler, strip.height_name, strip.widths, strip.divide)
        strip.add(strip.divide)
        self.add(strip)
        self.point_at(strip.widths, growth=WIDTH_GROWTH)
        self.strip = strip

    def lone_h_shrinks(self) -> None:
        condition = Formula("h -> 0", size=theme.KEY_SIZE, color=theme.RUN)
        condition.move_to(self.lock.condition, aligned_edge=LEFT).set_y(self.line.get_y())
        self.play(FadeOut(self.lock), run_time=theme.LEAP)
        self.play(FadeIn(condition), run_time=theme.LEAP)
        self.play(
            Sweep(
                self.strip.set_nudge,
                log_way(NUDGE, LAST_NUDGE),
                self.strip,
                run_time=theme.SETTLE,
                rate_func=theme.TRAVEL,
            ),
            animated(self.line.part("corner"), run_time=theme.SETTLE, rate_func=theme.TRAVEL).scale(
                SMALL_H
            ),
        )

    def _write(self, source: str) -> Formula:
        formula = Formula(source, size=theme.KEY_SIZE)
        for label in formula.labels:
            formula.part(label).set_color(ROLES.get(label, theme.INK))
        return self.slot.place(formula, 0.5, self.line_height)

    def _turn_into(self, source: str, moves: Moves | None = None) -> None:
        line = self._write(source)
        self.play(Morph(self.line, line, moves), run_time=theme.WRITE)
        self.line = line

    def _settle(self, line: Formula) -> None:
        """Put a formula on stage whole, in place of its letters."""
        self.remove(self.line, line)
        self.add(line)
        self.line = line

    def hand_over(self) -> AfterAlgebra:
        """Return what the next act needs."""
        return AfterAlgebra(line=self.line, strip=self.strip)
