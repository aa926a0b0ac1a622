"""Clip 09b, first act: what one expects, what is printed, and the misses under a lens."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.data_plot import DataPlot, FittedLine
from scenes.components.graph.straight import StraightLine
from scenes.components.marks.plate import outline
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, log_way
from scenes.components.text.code import CodeCard, CodeLine
from scenes.components.text.decimals import common_places, places
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.printing import printed, program, spec_of
from scenes.derivatives.c09b_regression_the_surprise.props.see_saw import SeeSaw

CARD_AT, GUESS_AT = (0.5, 1.0), (0.52, 0.22)


class WrongDigits(Act):
    """After five hundred steps the printed digits are still wrong."""

    numbers: Numbers

    def guess_the_print(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        self.card = CodeCard(program(numbers), self._output())
        self.layout.full.place(self.card, *CARD_AT)
        self.play(self.card.open())
        self.play(self.card.point_at(1))
        question = Words("expected", size=theme.AXIS_SIZE, color=theme.MUTED)
        guess = CodeLine(printed(numbers.expected), theme.FORMULA_SMALL_SIZE, theme.INK)
        mark = Words("?", size=theme.FORMULA_SIZE)
        box = outline(guess.width + theme.COLUMN_GAP, guess.height + theme.COLUMN_GAP)
        self.layout.full.place(box, *GUESS_AT)
        guess.move_to(box)
        question.next_to(box, LEFT, buff=theme.GUTTER)
        mark.next_to(box, RIGHT, buff=theme.GUTTER)
        self.play(Create(box), FadeIn(question, mark))
        self.play(FadeIn(guess))
        self.guess = VGroup(question, guess, mark, box)

    def _output(self) -> str:
        """Return what the code really prints: after an overflow, no number any more."""
        if self.numbers.descent.diverged_at is not None:
            return "nanx + nan"
        return printed(self.numbers.printed, spec_of(self.numbers))

    def printed_line(self) -> None:
        numbers = self.numbers
        self.play(self.card.point_at(len(self.card.lines) - 1))
        self.play(self.card.print_line())
        self.wait(theme.BREATH)
        output = self.card.output
        assert output is not None  # noqa: S101 the card was made with a line to print
        _, expected, mark, box = self.guess
        big = CodeLine(self._output(), theme.FORMULA_SMALL_SIZE, theme.APPROX)
        right = numbers.outcome == "settled"
        if right:
            big.set_color(theme.EXACT)
        self.play(FadeOut(mark, run_time=theme.FADE))
        if box.width < big.width + theme.COLUMN_GAP:
            self.layout.full.fit(big)
        big.move_to(box.get_center() + DOWN * box.height)
        if not right and len(big) == len(expected):
            big.align_to(expected, LEFT)
        told = Words("printed", size=theme.AXIS_SIZE, color=theme.MUTED)
        told.next_to(big, LEFT, buff=theme.GUTTER)
        told.shift(min(0.0, self.guess[0].get_right()[0] - told.get_right()[0]) * RIGHT)
        self.play(FadeIn(told), emerge(big, output))
        if not right:
            self.point_at(big)

    def misses_magnified(self) -> None:
        numbers = self.numbers
        self.clear_stage()
        left, right = self.layout.full.columns(0.42, 0.58, gap=theme.CARD_GAP)
        plot = DataPlot(left, numbers.data, numbers.x_span, numbers.y_span)
        best = StraightLine(
            plot.axes, numbers.best_line, color=theme.MUTED, stroke=theme.AXIS_STROKE
        )
        fitted = FittedLine(plot, numbers.fitted)
        self.play(FadeIn(plot))
        self.play(Create(best))
        self.play(Create(fitted))
        saw = SeeSaw(
            plot,
            right.part(0.04, 0.92, 0.06, 0.8),
            numbers.miss_line,
            numbers.data.xs if numbers.truth else numbers.data.xs[[0, -1]],
            numbers.crossing,
        )
        told = 'upright("errors")' if numbers.truth else 'hat(y) - hat(y)_"best"'
        self.lens = Readout(
            f"{told} times",
            1.0,
            decimals=0,
            digits=len(f"{numbers.lens:.0f}"),
            flush=True,
            size=theme.FORMULA_SIZE,
        )
        self.lens.set_color(theme.APPROX)
        right.place(self.lens, 0.4, 1.0)
        self.play(FadeIn(saw, self.lens))

        def magnify(times: float) -> None:
            saw.magnify(times)
            self.lens.set_value(times)

        self.play(Sweep(magnify, log_way(1.0, numbers.lens), saw, self.lens, run_time=theme.SETTLE))
        tags = VGroup()
        shown = (0, -1)
        decimals = common_places([numbers.misses[k] for k in shown], 2)
        decimals = max(decimals, places(float(numbers.misses[-1]), 2))
        for k in shown:
            x, miss = float(numbers.data.xs[k]), float(numbers.misses[k])
            tag = Numeral(miss, decimals, plus=True, color=theme.APPROX)
            at = saw.place(x, numbers.lens * miss)
            tag.next_to(at, UP if miss > 0 else DOWN, buff=theme.GUTTER)
            tags.add(tag)
        pivot = Numeral(numbers.crossing, common_places([numbers.crossing]), color=theme.RUN)
        pivot.next_to(saw.fulcrum, DOWN, buff=theme.LABEL_GAP)
        self.play(FadeIn(tags))
        self.play(FadeIn(pivot))
        self.wait(theme.HOLD)
