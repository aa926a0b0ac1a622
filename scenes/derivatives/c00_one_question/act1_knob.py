"""Clip 00, first act: one knob changes one error, and many knobs ask the same question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from manim import (
    DOWN,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Rectangle,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)
from manim.typing import Point3D

from lessons.derivatives.c00.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.dial import Dial, Gauge
from scenes.components.text.formula import Formula
from scenes.components.text.fraction import LiveFraction
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c00_one_question.props.knob_and_error import ChangeMarks, KnobAndError

SPAN = (1.5, 2.5)
"""The least and the greatest value on the scale of the knob."""
CROWD_RADIUS = 0.5
"""The radius of one dial among many, in frame units."""


@dataclass(frozen=True, slots=True)
class AfterKnob:
    """The knob among many others, and the parts that come back when it is alone again.

    Attributes
    ----------
    dial
        The large dial, which is off stage.
    gauge, error
        The gauge, at the side of the crowd, and the readout of its number.
    home
        Where the gauge stood before.
    marks
        The marks of the change, which are off stage.
    ghost
        The gauge as it was before the change; it is off stage.
    small
        The dial as one of the crowd.
    answer
        The ratio below that dial.
    others
        All that belongs to the other dials.
    """

    dial: Dial
    gauge: Gauge
    error: Readout
    home: Point3D
    marks: ChangeMarks
    ghost: Rectangle
    small: Dial
    answer: Numeral
    others: VGroup


class Knob(Act):
    """A knob turns a little; a ratio tells which way the error moved, and how much per turn."""

    numbers: Numbers

    def prepare(self) -> None:
        """Build the knob and its error, side by side."""
        before = self.numbers.before
        self.dial = Dial(before.x, SPAN).move_to(self.layout.full.at(0.22, 0.58))
        self.gauge = Gauge(before.y, before.y).move_to(self.layout.full.at(0.52, 0.52))
        self.knob = Readout("w =", before.x, decimals=1, color=theme.RUN)
        self.knob.next_to(self.dial, DOWN, buff=theme.GUTTER)
        self.error = Readout("J =", before.y, decimals=2, digits=2, flush=True, color=theme.FUNC)
        self.error.next_to(self.gauge, DOWN, buff=theme.GUTTER)
        self.machine = KnobAndError(self.dial, self.gauge, self.knob, self.error)

    def knob_turns_error_drops(self) -> None:
        self.scene.show_opening()
        self.play(FadeIn(self.dial, self.knob))
        self.what = Words("error", color=theme.FUNC).next_to(self.gauge, UP, buff=theme.GUTTER)
        self.play(FadeIn(self.gauge, self.error, self.what))
        self.ghost = self.gauge.ghost()
        self.add(self.ghost)
        start, end = self.numbers.before.x, self.numbers.after.x
        way = between(start, end)
        self.play(
            Sweep(
                lambda w: self.machine.turn_to(self.numbers.at(w)),
                way,
                *self.machine.parts,
                run_time=theme.SETTLE,
            )
        )

    def two_moves_make_a_ratio(self) -> None:
        before, after, change = self.numbers.before, self.numbers.after, self.numbers.triangle
        turn = self.dial.turn_mark(before.x, after.x)
        fall = self.gauge.fall_mark(before.y, after.y)
        turned = Formula("Delta w", size=theme.LABEL_SIZE, color=theme.RUN)
        fallen = Formula("Delta J", size=theme.LABEL_SIZE, color=theme.RISE)
        self.marks = ChangeMarks(turn, fall, VGroup(turned, fallen))
        self.marks.place_names()
        self.play(Create(turn), FadeIn(turned))
        self.play(Create(fall), FadeIn(fallen))
        self.ratio = Formula(
            "{{Delta J : rise}} / {{Delta w : run}} {{= : is}}",
            colors={"rise": theme.RISE, "run": theme.RUN},
            size=theme.FORMULA_SMALL_SIZE,
        )
        change_in_figures = LiveFraction(
            change.rise,
            change.run,
            self.numbers.ratios[0],
            decimals=(2, 1),
            run_decimals=1,
            signed=True,
            size=theme.FORMULA_SMALL_SIZE,
        )
        # Both fractions stand on the height of the equals sign between them.
        after_sign = self.ratio.part("is").get_right() + theme.LABEL_GAP * RIGHT
        change_in_figures.shift(after_sign - change_in_figures.axis)
        row = VGroup(self.ratio, change_in_figures)
        self.layout.full.part(0.62, 1.0, 0.0, 1.0).place(row, 0.5, 0.58)
        self.play(
            TransformFromCopy(fallen, self.ratio.part("rise")),
            TransformFromCopy(turned, self.ratio.part("run")),
            FadeIn(self.ratio.without("rise", "run")),
        )
        self.play(FadeIn(change_in_figures))
        sign, *size = cast(Numeral, change_in_figures.quotient)
        self.wait(theme.FADE)
        self.point_at(sign)
        self.point_at(VGroup(*size))
        self.figures = change_in_figures

    # All knobs share one error: a bar beside each knob would suggest as many errors. Each knob has
    # a ratio of its own, which is known for the first knob and asked for by all others.
    def one_knob_among_many(self) -> None:
        answer, marks = cast(Numeral, self.figures.quotient).copy(), self.marks
        self.add(answer)
        self.play(
            FadeOut(marks.turn, marks.fall, marks.names, self.ghost, self.ratio, self.figures),
            FadeOut(self.knob, self.what),
        )
        crowded, alone = self.layout.full.columns(4, 1, gap=theme.COLUMN_GAP)
        cells = [
            cell.part(0.0, 1.0, 0.3, 1.0)
            for row in crowded.part(0.0, 1.0, 0.14, 1.0).rows(*[1] * 3, gap=theme.GUTTER)
            for cell in row.columns(*[1] * 8, gap=theme.GUTTER)
        ]
        crowd = [
            cell.place(Dial(turn, (0.0, 1.0), CROWD_RADIUS, ticks=5))
            for cell, (turn, _) in zip(cells, self.numbers.crowd, strict=True)
        ]
        chosen = len(cells) // 3
        self.small = cells[chosen].place(Dial(self.dial.value, SPAN, CROWD_RADIUS, ticks=5))
        self.answer = Numeral(answer.value, answer.decimals, color=theme.APPROX)
        self.answer.next_to(self.small, DOWN, buff=theme.LABEL_GAP)
        self.home = self.gauge.get_center()
        away = alone.at(0.5, 0.5) - self.home
        passing = self.dial.copy()  # both dials stay as they were built
        self.remove(self.dial)
        self.play(
            ReplacementTransform(passing, self.small),
            ReplacementTransform(answer, self.answer),
            VGroup(self.gauge, self.error).animate.shift((away[0], 0.0, 0.0)),
            run_time=theme.MORPH,
        )
        others = VGroup(*crowd[:chosen], *crowd[chosen + 1 :])
        asked = VGroup(
            *(
                Formula("?", size=theme.LABEL_SIZE, color=theme.MUTED).next_to(
                    dial, DOWN, buff=theme.LABEL_GAP
                )
                for dial in others
            )
        )
        # The brace says that all of them together have one error.
        edge = (VGroup(*crowd).get_right()[0] + theme.GUTTER) * RIGHT
        bottom, top = (VGroup(others, asked).get_edge_center(side)[1] for side in (DOWN, UP))
        together = SpanBrace(edge + bottom * UP, edge + top * UP, color=theme.MUTED)
        words = Words("two knobs … or billions", size=theme.FORMULA_SMALL_SIZE)
        crowded.place(words, 0.5, 0.0)
        self.play(
            LaggedStart(*(FadeIn(dial, scale=0.5) for dial in others), lag_ratio=theme.LAG),
            run_time=theme.DRAW,
        )
        self.play(FadeIn(together, words), run_time=theme.FADE)
        self.play(
            LaggedStart(*(FadeIn(mark) for mark in asked), lag_ratio=theme.LAG),
            run_time=theme.GROUP,
        )
        self.others = VGroup(others, asked, together, words)

    def hand_over(self) -> AfterKnob:
        """Return what the next act needs."""
        return AfterKnob(
            dial=self.dial,
            gauge=self.gauge,
            error=self.error,
            home=self.home,
            marks=self.marks,
            ghost=self.ghost,
            small=self.small,
            answer=self.answer,
            others=self.others,
        )
