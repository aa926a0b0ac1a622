"""Clip 03, third act: the algebra that gives every slope at once."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Rectangle,
    VGroup,
    VMobject,
    Write,
)

from lessons.derivatives.c03.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import Cross
from scenes.components.marks.plate import outline
from scenes.components.motion.carry import ARC, Flight, carry
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.square import GrowingSquare
from scenes.components.text.formula import Formula, Morph, Moves
from scenes.derivatives.c03_closing_in.props.algebra_places import AlgebraPlaces
from scenes.derivatives.c03_closing_in.props.lock import Padlock
from scenes.derivatives.c03_closing_in.props.strip import PIECE_FILL, AreaStrip, lay_flat

LINE_SIZE = 70.0
"""The size of the formula that is turned into the next, in font size units."""
CORE_GLOW = 0.85
"""How dense the square x² is filled while its terms cancel."""
ROLES = {
    **dict.fromkeys(("h1", "h2", "run", "above", "corner", "power"), theme.RUN),
    "limit": theme.EXACT,
}
"""The colours of a formula's parts: h has one colour wherever it stands, and so has x."""


@dataclass(frozen=True, slots=True)
class AfterAlgebra:
    """What is left when the division is done.

    Attributes
    ----------
    strip
        The bar of length 2x + h, its two lengths named.
    line
        The same as a formula, above it.
    lock
        The condition h ≠ 0 beside or below that, unlocked.
    name_growth
        By how much the names of the two lengths grow now.
    """

    strip: AreaStrip
    line: Formula
    lock: Padlock
    name_growth: float


class Algebra(Act):
    """The same limit for any x, beside the square that the terms come from."""

    numbers: Numbers

    def one_becomes_x(self) -> None:
        self.clear_stage()
        self.places = places = AlgebraPlaces.lay(self.layout)
        self.line_at, corner, whole = places.first_line, places.corner, places.whole
        self.square = square = GrowingSquare(places.side, places.nudge, corner)
        square.pieces.set_fill(opacity=PIECE_FILL)
        self.sides = square.brace_left("x", "h")
        self.whole = Rectangle(
            width=whole,
            height=whole,
            stroke_color=theme.INK,
            stroke_width=theme.EXACT_STROKE,
            fill_color=theme.INK,
            fill_opacity=0.0,
        ).move_to(corner + (RIGHT + UP) * whole / 2)
        self.line = self._write("(({{1 : one}} + {{h : h1}})^2 - {{1^2 : ones}}) / {{h : run}}")
        self.play(Write(self.line), run_time=theme.STEP)
        self._turn_into("(({{x : p}} + {{h : h1}})^2 - {{x^2 : old}}) / {{h : run}}")
        # First the whole, then what is taken away from it: what is left is new.
        name = Formula("(x + {{h : h}})^2", size=LINE_SIZE, colors={"h": theme.RUN})
        name.move_to(self.whole)
        self.play(Create(self.whole), FadeIn(square.marks, self.sides), run_time=theme.STEP)
        self.play(
            FadeIn(name), animated(self.whole).set_fill(opacity=theme.VEIL), run_time=theme.FADE
        )
        self.wait(theme.STEP)
        self.play(
            FadeOut(name),
            animated(self.whole).set_fill(opacity=0.0),
            FadeIn(square.core, square.core_label),
            run_time=theme.FADE,
        )
        self.play(FadeIn(square.pieces, square.piece_labels), run_time=theme.FADE)
        self.bring_to_front(self.whole)

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
        frames = VGroup(*(self._frame(line, name) for name in ("square", "old")))
        self.play(
            FadeIn(frames), animated(square.core).set_fill(opacity=CORE_GLOW), run_time=theme.STEP
        )
        short = self._write(
            "({{2 x : slivers}} {{h : h2}} + {{h : corner}}^{{2 : power}}) / {{h : run}}"
        )
        gone = VGroup(square.core, square.core_label, square.marks[0], self.sides[0], self.whole)
        self.play(
            FadeOut(frames, gone, rate_func=theme.ENTER), Morph(line, short), run_time=theme.STEP
        )
        self.line = short
        # What is left moves to the middle, and its formula into the place of the square.
        left = VGroup(square.pieces, square.piece_labels, square.marks[1], self.sides[1])
        aside = self.places.middle - self.whole.get_center()
        self.play(
            animated(left, rate_func=theme.TRAVEL).shift(aside),
            animated(short, rate_func=theme.TRAVEL).move_to(square.core.get_center() + aside),
            run_time=theme.STEP,
        )

    def h_is_divided_away(self) -> None:
        square, places = self.square, self.places
        right, corner, top = square.right_sliver, square.corner, square.top_sliver
        self.line_at, growth = places.line, places.strip_growth
        goal = self._write(
            "({{2 x : slivers}} {{h : h2}} + {{h : corner}}^{{2 : power}}) / {{h : run}}"
        )
        self.play(
            FadeOut(square.piece_labels, square.marks[1], self.sides[1]),
            animated(self.line, rate_func=theme.TRAVEL).move_to(goal),
            run_time=theme.STEP,
        )
        # What it is divided by stands at its left side.
        strip = AreaStrip(places.side * growth, places.nudge * growth, places.strip_start)
        first, second, end = strip.pieces
        self.play(
            animated(top, rate_func=theme.TRAVEL).scale(growth).move_to(first),
            lay_flat(right, second),
            animated(corner, rate_func=theme.TRAVEL).scale(growth).move_to(end),
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
        self.lock = Padlock("h != 0")
        self.lock.move_to(places.lock)
        self.lock.shift(UP * (places.lock[1] - self.lock.condition.get_y()))
        self.play(FadeIn(self.lock), run_time=theme.FADE)
        self.play(self.lock.open())
        # The area is divided by its height: what is left is a length, and none has shrunk.
        strokes = VGroup(
            *(Cross(self.line.part(name), color=theme.INK) for name in ("above", "run"))
        )
        self.play(
            Create(strokes),
            FadeOut(strip.height_name),
            FadeIn(strip.divisor),
            run_time=theme.FADE,
        )
        strip.remove(strip.height_name)
        strip.add(strip.divisor)
        self.add(strip)
        self.play(FadeOut(strokes), run_time=theme.LEAP)
        goal = self._write("{{2 x : slivers}} + {{h : corner}}")
        self.play(
            Sweep(strip.divide, between(0.0, 1.0), strip, rate_func=theme.TRAVEL),
            Morph(self.line, goal),
            run_time=theme.MORPH,
        )
        self.line = goal
        self.remove(strip.ruler, strip.divisor)
        strip.remove(strip.ruler, strip.divisor)
        self.point_at(strip.widths, growth=places.width_growth)
        self.strip = strip

    @staticmethod
    def _frame(line: Formula, name: str) -> VMobject:
        """Return a frame in the colour of the square x² about one of its two terms."""
        part = line.part(name)
        frame = outline(part.width + theme.GUTTER, part.height + theme.GUTTER, theme.FUNC)
        return frame.move_to(part)

    def _write(self, source: str) -> Formula:
        formula = Formula(source, size=LINE_SIZE)
        for label in formula.labels:
            formula.part(label).set_color(ROLES.get(label, theme.INK))
        return formula.move_to(self.line_at)

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
        growth = self.places.name_growth
        return AfterAlgebra(strip=self.strip, line=self.line, lock=self.lock, name_growth=growth)
