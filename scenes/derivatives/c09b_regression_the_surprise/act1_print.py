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
    VMobject,
    linear,
)

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.data_plot import DataPlot
from scenes.components.marks.plate import on_plate
from scenes.components.motion.carry import late
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.text.code import CodeLine
from scenes.components.text.decimals import common_places, places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.printing import printed, program, spec_of
from scenes.derivatives.c09b_regression_the_surprise.props.program import Program
from scenes.derivatives.c09b_regression_the_surprise.props.see_saw import SeeSaw
from scenes.derivatives.c09b_regression_the_surprise.props.training_plot import TrainingPlot
from scenes.layout import Region

LOOP = 1
LOWER_ROW, SQUARE_LOWER_ROW, UPRIGHT_LOWER_ROW = 0.26, 0.19, 0.27
"""The share of the height that is left below the program and its plot, for two lines."""
ROWS, SQUARE_ROWS, UPRIGHT_ROWS = (0.17, 0.05), (0.13, 0.04), (0.17, 0.1)
"""How high the expected and the printed line stand, as shares of the height."""
BADGE_AT = 0.97
KEY_AT = (0.97, 0.07)
LINE_RIGHT = 0.93
"""Where such a line ends at most, as a share of the width."""
LABEL_ROOM, SQUARE_LABEL_ROOM, UPRIGHT_LABEL_ROOM = 4.6, 2.8, 0.5
"""The room before it for its name; in an upright frame that stands above or below it."""
BEGUN = 3
"""How many epochs are run before the question."""
ARC = 0.6
PLOT_LATE = 0.6
"""The share of the way of both lines after which the plot comes in."""
ABOVE = 2


class WrongDigits(Act):
    """After five hundred steps the printed digits are still wrong."""

    numbers: Numbers

    def guess_the_print(self) -> None:
        self.scene.show_title()
        numbers, stage = self.numbers, self.layout.readable
        low = self.layout.by_shape(LOWER_ROW, SQUARE_LOWER_ROW, UPRIGHT_LOWER_ROW)
        above, _ = stage.rows(1 - low, low)
        size = self.layout.by_shape(theme.TABLE_SIZE, theme.CODE_SIZE, theme.TABLE_SIZE)
        self.program = Program(program(numbers), size)
        above.place(self.program, 0.5 if self.layout.narrow else 0.0, 1.0)
        self.run = TrainingPlot(self._beside_program(above), numbers)
        self.play(FadeIn(self.program, shift=UP * theme.NUDGE_SHIFT), FadeIn(self.run.plot))
        self.expected = self._row("expected", printed(numbers.expected), theme.INK, 0)
        self.mark = Words("?", size=theme.KEY_SIZE)
        self.mark.next_to(self.expected[1], RIGHT, buff=theme.CARD_GAP)
        self.play(
            self.program.point_at(LOOP),
            FadeIn(self.run.line, self.run.misses, self.run.sign, run_time=theme.FADE),
            FadeIn(self.expected, run_time=theme.FADE),
        )
        self.play(self.run.begin(BEGUN))
        self.play(FadeIn(self.mark, scale=2))
        self.wait(theme.THINK)

    def _beside_program(self, room: Region) -> Region:
        """Return what the program leaves of a room: beside it, in a narrow frame below it."""
        program = self.program
        if self.layout.narrow:
            top = float(program.get_bottom()[1]) - theme.GUTTER
            return Region(room.left, room.right, room.bottom, top)
        return Region(
            float(program.get_right()[0]) + theme.GUTTER, room.right, room.bottom, room.top
        )

    def _row(self, name: str, text: str, color: str, place: int) -> VGroup:
        """Return a printed line in large type with its name, the two lines close together."""
        stage, layout = self.layout.readable, self.layout
        rows = layout.by_shape(ROWS, SQUARE_ROWS, UPRIGHT_ROWS)
        before = layout.by_shape(LABEL_ROOM, SQUARE_LABEL_ROOM, UPRIGHT_LABEL_ROOM)
        line = CodeLine(text, theme.TITLE_SIZE, color)
        label = Words(name, size=theme.TABLE_SIZE, color=theme.MUTED)
        room = stage.part(0.0, LINE_RIGHT, 0.0, 1.0)
        if line.width > room.width - before:
            line.scale((room.width - before) / line.width)
        line.move_to((room.left + before, *stage.at(0.0, rows[place])[1:]), aligned_edge=LEFT)
        if layout.upright:
            label.next_to(line, (UP, DOWN)[place], buff=theme.LABEL_GAP, aligned_edge=LEFT)
        else:
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
        self.play(self.run.train(BEGUN), FadeOut(self.mark, run_time=theme.LEAP))
        self.play(self.program.point_at(len(self.program.lines) - 1))
        right = numbers.outcome == "settled"
        self.printed = self._row("printed", self._output(), theme.EXACT if right else theme.INK, 1)
        label, line = self.printed
        if not right:
            self._wrong_digits().set_color(theme.APPROX)
        self.play(FadeIn(label, run_time=theme.FADE))
        self.play(ShowIncreasingSubsets(line, run_time=theme.DRAW, rate_func=linear))
        self.wait(theme.THINK)

    def _wrong_digits(self) -> VGroup:
        """Return the digits of each number from its first wrong one on.

        Where the two lines have no one length, all is wrong.
        """
        line = self.printed[1]
        texts = [text.replace(" ", "") for text in self._texts()]
        if len(texts[0]) != len(texts[1]):
            return VGroup(*line)
        wrong, found = VGroup(), False
        for letter, wanted, shown in zip(line, *texts, strict=True):
            found = (found or wanted != shown) and (shown.isdigit() or shown == ".")
            if found:
                wrong.add(letter)
        return wrong

    def misses_magnified(self) -> None:
        numbers, stage = self.numbers, self.layout.readable
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
        self.play(FadeOut(self.program, self.run, names, run_time=theme.LEAP))
        # Where the points have noise, no place above the line is certain to be free.
        name = self._name_of_best(saw) if numbers.truth else VGroup()
        self.play(
            FadeIn(plot, legend[0], rate_func=late(PLOT_LATE)),
            *(
                ReplacementTransform(row[1], line, path_arc=-ARC)
                for row, line in zip((self.expected, self.printed), key, strict=True)
            ),
        )
        self.play(Create(saw.level), *([FadeIn(name)] if len(name) else []))
        self.play(Create(saw.beam))
        self.wait(theme.BREATH)
        self._magnify(plot, saw, legend, name)

    def _name_of_best(self, saw: SeeSaw) -> Formula:
        """Return the equation of the best line, which stands above its left part."""
        slope, intercept = self.numbers.best_line.slope, self.numbers.best_line.intercept
        decimals = common_places([slope, intercept])
        sign = "-" if intercept < 0 else "+"
        name = Formula(
            f"{spell(slope, decimals)} x {sign} {spell(abs(intercept), decimals)}",
            size=theme.TABLE_SIZE,
            color=theme.EXACT,
        )
        saw.carry(name)
        return name

    def _magnify(self, plot: DataPlot, saw: SeeSaw, legend: VGroup, name: VMobject) -> None:
        """Lay the best line level, then let what is left grow."""
        numbers, axes = self.numbers, plot.axes
        upright = VGroup(
            *(axes.number_at(1, value) for value in axes.tick_values(1)),
            axes.names[1],
            axes.y_axis,
            axes.ticks[len(axes.tick_values(0)) :],
            axes.grid[len(axes.tick_values(0)) :],
        )
        tail = saw.marks
        # Points on the best line lie down with it; others would leave the picture.
        dots = plot.dots if numbers.truth else VGroup()
        gone = legend if numbers.truth else VGroup(legend, plot.dots)
        self.play(FadeOut(gone), FadeIn(saw.sticks, tail), run_time=theme.FADE)
        self.add(saw, dots)

        def lay(flat: float) -> None:
            saw.lay(flat)
            for x, dot in zip(saw.xs.tolist(), dots, strict=False):
                dot.move_to(saw.place(x, 0.0))

        moved = (saw, name, dots)
        self.play(
            Sweep(lay, between(0.0, 1.0), *moved, rate_func=theme.TRAVEL, run_time=theme.MORPH),
            FadeOut(upright, run_time=theme.MORPH),
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
            outward = UP if miss > 0 else DOWN
            if not self.layout.narrow:
                outward = RIGHT if k else LEFT
            tag.next_to(saw.place(x, miss), outward, buff=theme.GUTTER)
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
