"""Clip 08, second act: in the formula, a knob that is held still is a plain number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from manim import DOWN, LEFT, RIGHT, UP, FadeIn, FadeOut, LaggedStart, ReplacementTransform, VGroup

from lessons.derivatives.c08.numbers import Numbers
from mathcore.formulas.symbolic import Expr
from mathcore.optimization.landscape import W1, W2
from scenes import theme
from scenes.act import Act
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.derivatives.c08_many_knobs.act1_slices import AfterSlices
from scenes.derivatives.c08_many_knobs.props.frozen import FrozenBlock
from scenes.derivatives.c08_many_knobs.props.knob_landscape import KnobLandscape
from scenes.derivatives.c08_many_knobs.props.shared_places import PARTIALS
from scenes.layout import Region
from scenes.notation import typst

FROZEN_SIZE = 80.0
"""Type size of the formulas, which have the stage for themselves."""
PARTIALS_ROW, UPRIGHT_PARTIALS_ROWS = 0.12, 0.17
"""The share of a narrow frame's height above them, in which both slopes wait as they were read."""


@dataclass(frozen=True, slots=True)
class AfterFrozenKnob:
    """What the second act leaves for the next one.

    Attributes
    ----------
    landscape
        The landscape of the first act, which is out of sight.
    picture, column
        Where landscapes and maps stand, and where is told what they show.
    results
        The values of both partial derivatives, which are on stage.
    """

    landscape: KnobLandscape
    picture: Region
    column: Region
    results: VGroup


class FrozenKnob(Act):
    """The slopes of both cuts, read off the formula itself."""

    numbers: Numbers
    before: AfterSlices

    def frozen_symbol(self) -> None:
        self.clear_stage(*self.before.partials)
        saddle = self.numbers.saddle
        room = self.layout.full.part(0.04, 1.0, 0.04, 0.98)
        if self.layout.narrow:
            room = self._below_partials()
        rows = room.rows(1, 1)
        self.results = VGroup()
        terms = saddle.expression.as_ordered_terms()
        point = f"({', '.join(spell(value, 0) for value in self.numbers.at)})"
        lines = []
        for row, held in enumerate((W2, W1)):
            slopes = saddle.partial_expressions[row].as_ordered_terms()
            # The slope of a term keeps its place; a term without the free symbol has no slope.
            loss = _with_held("J =", _placed(terms), typst(held))
            slope = _with_held(f"{PARTIALS[row]} =", _placed(slopes, row), typst(held))
            lines.append((loss, slope))
        widest = max(line.width for pair in lines for line in pair) + theme.GUTTER
        share = min(1.0, room.width / widest)
        for row, (loss, slope) in enumerate(lines):
            VGroup(loss, slope).scale(share)
            rows[row].place(loss, 0.0, 0.9)
            slope.next_to(loss, DOWN, buff=theme.CARD_GAP).align_to(loss, LEFT)
            value = Readout("=", self.before.partials[row].value, size=share * FROZEN_SIZE)
            value.set_color(theme.EXACT).next_to(slope, RIGHT, buff=theme.CARD_GAP)
            value.stand_on(slope.baseline)
            if self.layout.narrow:  # on a line of its own, below the first term
                value.next_to(slope, DOWN, buff=theme.CARD_GAP)
                first = slope.part(slope.labels[0])
                value.shift((first.get_left()[0] - value.number.get_left()[0]) * RIGHT)
            where = Formula(f'upright("at ") {point}', size=theme.FORMULA_SIZE, color=theme.MUTED)
            where.next_to(value, RIGHT, buff=theme.CARD_GAP).stand_on(value.baseline)
            value.name_part.add(where)
            self._freeze_row(row, loss, slope, value)

    def _below_partials(self) -> Region:
        """Move both results to the top of a narrow frame, and return the room below them."""
        before, clear = self.before, self.layout.above_captions(self.layout.full)
        share = UPRIGHT_PARTIALS_ROWS if self.layout.upright else PARTIALS_ROW
        top, below = clear.rows(share, 1 - share)
        self.play(
            *(
                animated(partial, run_time=theme.LEAP, rate_func=theme.TRAVEL).move_to(
                    cell.at(0.0, 1.0), aligned_edge=LEFT + UP
                )
                for partial, cell in zip(
                    before.partials, self.layout.beside(top, 1, 1), strict=True
                )
            )
        )
        return below

    def _freeze_row(self, row: int, loss: Formula, slope: Formula, value: Readout) -> None:
        """Grey the symbol that is held, then take the slope of one term after the other."""
        self.play(FadeIn(loss, run_time=theme.FADE))
        blocks = _blocks(loss)
        self.play(FadeIn(blocks, run_time=theme.FADE))
        below = _blocks(slope)
        partial = self.before.partials[row]
        kept = [label for label in loss.labels if label in slope.labels]
        moves = [fly(loss.part(label), slope.part(label)) for label in kept]
        self.play(
            FadeIn(slope.without(*kept), below, run_time=theme.FADE),
            LaggedStart(*moves, lag_ratio=theme.LAG, run_time=theme.MORPH),
        )
        self.add(slope)
        self.play(
            FadeIn(value.name_part, run_time=theme.FADE),
            ReplacementTransform(partial.number, value.number, run_time=theme.STEP),
            FadeOut(partial.name_part, run_time=theme.FADE),
        )
        self.results.add(value.number)

    def hand_over(self) -> AfterFrozenKnob:
        """Return what the next act needs."""
        before = self.before
        return AfterFrozenKnob(before.landscape, before.picture, before.column, self.results)


def _with_held(head: str, terms: Mapping[int, str], held: str) -> Formula:
    """Write a sum whose terms are named by their places, and in them the symbol that is held.

    Labels cannot be nested: what stands before the held symbol and what stands after it therefore
    have labels of their own. A power of the held symbol is held as a whole.
    """
    pieces = []
    for place, term in terms.items():
        before, cold, after = term.partition(held)
        if after.startswith("^"):
            cold, after = cold + after, ""
        parts = ((before, "t"), (cold, "cold"), (after, "u"))
        # The block around what is held needs room of its own.
        piece = " thin med ".join(
            f"{{{{{part} : {name}{place}}}}}" for part, name in parts if part.strip()
        )
        pieces.append(piece)
    formula = Formula(f"{head} med med {' med + med '.join(pieces)}", size=FROZEN_SIZE)
    for label in formula.labels:
        if label.startswith("cold"):
            formula.part(label).set_color(theme.MUTED)
    return formula


def _placed(terms: Iterable[Expr], first: int = 0) -> dict[int, str]:
    return {first + place: typst(term) for place, term in enumerate(terms)}


def _blocks(formula: Formula) -> VGroup:
    return VGroup(
        *(FrozenBlock(formula.part(label)) for label in formula.labels if label.startswith("cold"))
    )
