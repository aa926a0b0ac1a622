"""Clip 09b, first act: what one expects, what is printed, and the misses under a lens."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    ShowIncreasingSubsets,
    VGroup,
    linear,
)

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.data_plot import DataPlot
from scenes.components.marks.plate import on_plate
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.text.code import CodeLine
from scenes.components.text.decimals import common_places, places
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.printing import printed, program, spec_of
from scenes.derivatives.c09b_regression_the_surprise.props.program import Program
from scenes.derivatives.c09b_regression_the_surprise.props.see_saw import SeeSaw

LOOP = 1
ROWS = (0.275, 0.155)
"""How high the expected and the printed line stand, as shares of the stage."""
ROW_LEFT = 0.33
BADGE_AT = 0.97
KEY_AT = (0.97, 0.07)
ARC = 0.6
ABOVE = 2


class WrongDigits(Act):
    """After five hundred steps the printed digits are still wrong."""

    numbers: Numbers

    def guess_the_print(self) -> None:
        self.scene.show_title()
        numbers, stage = self.numbers, self.layout.stage
        self.program = Program(program(numbers), theme.CONCLUSION_SIZE)
        stage.place(stage.fit(self.program), 0.5, 1.0)
        self.play(FadeIn(self.program, shift=UP * theme.NUDGE_SHIFT))
        self.play(self.program.point_at(LOOP))
        self.point_at(self.program.line(LOOP))
        self.expected = self._row("expected", printed(numbers.expected), theme.INK, 0)
        self.mark = Words("?", size=theme.KEY_SIZE)
        self.mark.next_to(self.expected, RIGHT, buff=theme.GUTTER)
        self.play(FadeIn(self.expected))
        self.play(FadeIn(self.mark, scale=2))
        self.wait(theme.THINK)

    def _row(self, name: str, text: str, color: str, place: int) -> VGroup:
        """Return a printed line in large type, with its name on its left."""
        stage = self.layout.stage
        line = CodeLine(text, theme.KEY_SIZE, color)
        room = stage.part(ROW_LEFT, 1.0, 0.0, 1.0)
        room.fit(line)
        line.move_to(stage.at(ROW_LEFT, ROWS[place]), aligned_edge=LEFT)
        label = Words(name, size=theme.TABLE_SIZE, color=theme.MUTED)
        label.next_to(line, LEFT, buff=theme.CARD_GAP).stand_on(line.baseline)
        return VGroup(label, line)

    def _output(self) -> str:
        """Return what the code really prints: after an overflow, no number any more."""
        if self.numbers.descent.diverged_at is not None:
            return "nanx + nan"
        return printed(self.numbers.printed, spec_of(self.numbers))

    def _texts(self) -> tuple[str, str]:
        """Return what one expects, and what is printed."""
        return printed(self.numbers.expected), self._output()

    def printed_line(self) -> None:
        numbers = self.numbers
        self.play(self.program.point_at(len(self.program.lines) - 1), FadeOut(self.mark))
        right = numbers.outcome == "settled"
        self.printed = self._row("printed", self._output(), theme.EXACT if right else theme.INK, 1)
        label, line = self.printed
        if not right:
            self._wrong_digits().set_color(theme.APPROX)
        self.play(FadeIn(label, run_time=theme.FADE))
        self.play(ShowIncreasingSubsets(line, run_time=theme.DRAW, rate_func=linear))
        self.wait(theme.THINK)

    def _wrong_digits(self) -> VGroup:
        """Return the digits that are not those expected; all where the lines have no one length."""
        line = self.printed[1]
        texts = [text.replace(" ", "") for text in self._texts()]
        if len(texts[0]) != len(texts[1]):
            return VGroup(*line)
        pairs = zip(line, *texts, strict=True)
        return VGroup(*(letter for letter, wanted, found in pairs if wanted != found))

    def misses_magnified(self) -> None:
        numbers, stage = self.numbers, self.layout.stage
        rising = numbers.best_line.slope >= 0
        plot = DataPlot(stage, numbers.data, numbers.x_span, numbers.y_span)
        saw = SeeSaw(
            plot,
            numbers.best_line,
            numbers.fitted,
            numbers.data.xs if numbers.truth else numbers.data.xs[[0, -1]],
            numbers.crossing,
            numbers.lens,
        )
        key = VGroup(
            *(
                CodeLine(text, theme.TABLE_SIZE, color)
                for text, color in zip(self._texts(), (theme.EXACT, theme.APPROX), strict=True)
            )
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        legend = on_plate(key)
        at = KEY_AT if rising else (KEY_AT[0], 1 - KEY_AT[1])
        plot.window.place(legend, *at)
        legend[0].set_z_index(ABOVE)
        VGroup(key, self.expected, self.printed).set_z_index(ABOVE + 1)
        names = VGroup(self.expected[0], self.printed[0])
        self.play(
            FadeOut(self.program, names, run_time=theme.FADE),
            FadeIn(legend[0], run_time=theme.FADE),
        )
        self.play(
            *(
                ReplacementTransform(row[1], line, path_arc=-ARC)
                for row, line in zip((self.expected, self.printed), key, strict=True)
            )
        )
        self.play(FadeIn(plot), Create(saw.level))
        self.play(Create(saw.beam))
        self.wait(theme.BREATH)
        self._magnify(plot, saw, legend)

    def _magnify(self, plot: DataPlot, saw: SeeSaw, legend: VGroup) -> None:
        """Lay the best line level, then let what is left grow."""
        numbers, axes = self.numbers, plot.axes
        upright = VGroup(
            *(axes.number_at(1, value) for value in axes.tick_values(1)),
            axes.names[1],
            axes.y_axis,
            axes.ticks[len(axes.tick_values(0)) :],
            axes.grid,
        )
        tail = saw.marks
        self.play(
            FadeOut(upright, legend, plot.dots),
            FadeIn(saw.sticks, tail),
            run_time=theme.FADE,
        )
        self.add(saw)
        self.play(
            Sweep(saw.lay, between(0.0, 1.0), saw, rate_func=theme.TRAVEL, run_time=theme.MORPH)
        )
        told = 'upright("misses")' if numbers.truth else 'hat(y) - hat(y)_"best"'
        lens = Readout(
            f"{told} times",
            1.0,
            decimals=0,
            digits=len(f"{numbers.lens:.0f}"),
            flush=True,
            size=theme.KEY_SIZE,
            color=theme.APPROX,
        )
        rises = numbers.miss_line.slope >= 0
        plot.window.place(lens, 1 - BADGE_AT if rises else BADGE_AT, 0.95)
        self.play(FadeIn(lens, saw.fulcrum, run_time=theme.FADE))

        def magnify(times: float) -> None:
            saw.magnify(times)
            lens.set_value(times)

        self.play(Sweep(magnify, log_way(1.0, numbers.lens), saw, lens, run_time=theme.DRAW))
        tags = VGroup()
        shown = (0, -1)
        decimals = common_places([numbers.misses[k] for k in shown], 2)
        decimals = max(decimals, places(float(numbers.misses[-1]), 2))
        for k in shown:
            x, miss = float(numbers.data.xs[k]), float(numbers.misses[k])
            tag = Numeral(miss, decimals, plus=True, color=theme.APPROX, size=theme.TABLE_SIZE)
            tag.next_to(saw.place(x, miss), RIGHT if k else LEFT, buff=theme.GUTTER)
            tags.add(tag)
        pivot = Readout(
            "x =",
            numbers.crossing,
            decimals=common_places([numbers.crossing]),
            color=theme.RUN,
            size=theme.TABLE_SIZE,
        )
        # The beam goes down on one side of the wedge; its number stands on the other.
        side = LEFT if rises else RIGHT
        pivot.next_to(saw.fulcrum, DOWN, buff=theme.LABEL_GAP, aligned_edge=side)
        ends = saw.marks[:: len(saw.marks) - 1]
        settings = {"run_time": theme.STEP}
        self.play(
            *(emerge(tag, end, **settings) for tag, end in zip(tags, ends, strict=True)),
            emerge(pivot, saw.fulcrum, **settings),
        )
        self.wait(theme.HOLD)
