"""Clip 00, first act: one knob, one error, and many knobs that ask the same."""

from __future__ import annotations

from typing import Any, cast

from manim import (
    DOWN,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
    VMobject,
)

from lessons.derivatives.numbers.c00 import one_question
from mathcore.lines import Point
from scenes import theme
from scenes.components.dial import Dial, Gauge
from scenes.components.formula import Formula
from scenes.components.fraction import LiveFraction
from scenes.components.marks import SpanBrace
from scenes.components.motion import Sweep, between
from scenes.components.numeral import Numeral
from scenes.components.readout import Readout
from scenes.components.text import Words
from scenes.stage import LessonScene

SPAN = (1.5, 2.5)


class Knob(LessonScene):
    """A knob turns a little: which way did the error move, and how much per turn."""

    clip_number = "00"

    def setup(self) -> None:
        """Build the knob and its error, side by side."""
        super().setup()
        self.numbers = one_question()
        before = self.numbers.before
        self.dial = Dial(before.x, SPAN).move_to(self.layout.full.at(0.22, 0.58))
        self.gauge = Gauge(before.y, before.y).move_to(self.layout.full.at(0.52, 0.52))
        self.knob = Readout("w =", before.x, decimals=1, color=theme.RUN)
        self.knob.next_to(self.dial, DOWN, buff=theme.GUTTER)
        self.error = Readout("J =", before.y, decimals=2, digits=2, flush=True, color=theme.FUNC)
        self.error.next_to(self.gauge, DOWN, buff=theme.GUTTER)
        self.machine = VGroup(self.dial, self.gauge, self.knob, self.error)

    def _turn(self, to: Point) -> None:
        self.dial.set_value(to.x)
        self.gauge.set_value(to.y)
        self.knob.set_value(to.x)
        self.error.set_value(to.y)

    def knob_turns_error_drops(self) -> None:
        self.show_opening()
        self.play(FadeIn(self.dial, self.knob))
        self.what = Words("error", color=theme.FUNC).next_to(self.gauge, UP, buff=theme.GUTTER)
        self.play(FadeIn(self.gauge, self.error, self.what))
        self.ghost = self.gauge.ghost()
        self.add(self.ghost)
        start, end = self.numbers.before.x, self.numbers.after.x
        way = between(start, end)
        self.play(
            Sweep(
                lambda w: self._turn(self.numbers.at(w)),
                way,
                *self.machine,
                run_time=theme.SETTLE,
            )
        )

    def two_moves_make_a_ratio(self) -> None:
        before, after, change = self.numbers.before, self.numbers.after, self.numbers.triangle
        self.turn = self.dial.turn_mark(before.x, after.x)
        self.fall = self.gauge.fall_mark(before.y, after.y)
        turned = Formula("Delta w", size=theme.LABEL_SIZE, color=theme.RUN)
        fallen = Formula("Delta J", size=theme.LABEL_SIZE, color=theme.RISE)
        self.names = VGroup(turned, fallen)
        self._name_marks()
        self.play(Create(self.turn), FadeIn(turned))
        self.play(Create(self.fall), FadeIn(fallen))
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

    def _name_marks(self) -> None:
        turned, fallen = self.names
        turned.next_to(self.turn, UP, buff=theme.LABEL_GAP)
        fallen.next_to(self.fall, RIGHT, buff=theme.LEG_GAP)

    # All knobs share one error: a bar beside each knob would tell of as many errors. What each knob
    # has for itself is its ratio, known for ours and asked for by all others.
    def one_knob_among_many(self) -> None:
        answer = cast(Numeral, self.figures.quotient).copy()
        self.add(answer)
        self.play(
            FadeOut(self.turn, self.fall, self.names, self.ghost, self.ratio, self.figures),
            FadeOut(self.knob, self.what),
        )
        crowded, alone = self.layout.full.columns(4, 1, gap=theme.COLUMN_GAP)
        cells = [
            cell.part(0.0, 1.0, 0.3, 1.0)
            for row in crowded.part(0.0, 1.0, 0.14, 1.0).rows(*[1] * 3, gap=theme.GUTTER)
            for cell in row.columns(*[1] * 8, gap=theme.GUTTER)
        ]
        crowd = [
            cell.place(Dial(turn, (0.0, 1.0), theme.CROWD_RADIUS, ticks=5))
            for cell, (turn, _) in zip(cells, self.numbers.crowd, strict=True)
        ]
        chosen = len(cells) // 3
        self.small = cells[chosen].place(Dial(self.dial.value, SPAN, theme.CROWD_RADIUS, ticks=5))
        self.answer = Numeral(answer.value, answer.decimals, color=theme.APPROX)
        self.answer.next_to(self.small, DOWN, buff=theme.LABEL_GAP)
        self.home = self.gauge.get_center()
        away = alone.at(0.5, 0.5) - self.home
        self._change(
            self.dial,
            self.small,
            ReplacementTransform(answer, self.answer),
            VGroup(self.gauge, self.error).animate.shift((away[0], 0.0, 0.0)),
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
        # One error answers to all of them together.
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

    def _change(self, before: VMobject, after: VMobject, *others: Any) -> None:
        """Turn one dial into another, leaving both as they were built; others move with it."""
        passing = before.copy()
        self.remove(before)
        self.play(ReplacementTransform(passing, after), *others, run_time=theme.MORPH)
