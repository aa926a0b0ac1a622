"""Clip 09a, fourth act: the line swings and the ball runs: one step in both pictures."""

from __future__ import annotations

from manim import Create, FadeIn, FadeOut

from lessons.derivatives.c09a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.plane import path_on, plane_in
from scenes.components.motion.carry import late
from scenes.components.text.decimals import common_places, places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.table import shortest
from scenes.derivatives.c09a_regression_the_machine.act3_slopes import AfterTwoSlopes
from scenes.derivatives.c09a_regression_the_machine.props.loss_map import loss_map
from scenes.derivatives.c09a_regression_the_machine.props.written import in_colors

STEP_SECONDS = 0.8


class FirstSteps(Act):
    """The line swings and the ball runs: one step in both pictures."""

    numbers: Numbers
    before: AfterTwoSlopes

    def first_step(self) -> None:
        numbers, rooms = self.numbers, self.before.rooms
        old, self.machine = self.before.machine, self.before.machine.standing_at(rooms.panel)
        plane = plane_in(rooms.map_room, numbers.plane)
        heights = loss_map(numbers, plane)
        self.path = path_on(plane, numbers.descent.points)
        self.play(
            old.move_to(self.machine),
            FadeOut(self.before.work, run_time=theme.FADE),
            FadeIn(plane, heights, rate_func=late(0.6), run_time=theme.MORPH),
        )
        self.add(self.machine.errors.sticks, self.machine.line, self.machine.plot.dots)
        self.play(
            FadeIn(self.machine.errors.sticks, self.machine.loss, self.path, run_time=theme.FADE)
        )
        self.first = first = self._first_step()
        strip = rooms.strip
        strip.place(strip.fit(first), 0.0, 0.5)
        arrow = self.path.step(0)
        self.play(FadeIn(first.without("end")))
        self.play(Create(arrow.shaft), FadeIn(arrow.tip))
        self.play(FadeIn(first.part("end")))
        self.add(first)
        self._step(0, theme.DRAW)
        self.arrow = arrow

    def _first_step(self) -> Formula:
        numbers = self.numbers
        (w, b), (p, q) = numbers.descent.at(1), numbers.start_gradient
        zero = spell(0, 0)
        alpha = spell(numbers.descent.alpha, shortest(numbers.descent.alpha, 9))
        return in_colors(
            f"({zero}, {zero}) - {{{{{alpha} : alpha}}}} dot "
            f"({{{{{_short(p)} : exact1}}}}, {{{{{_short(q)} : exact2}}}}) "
            f"{{{{= ({_short(w)}, {_short(b)}) : end}}}}",
            theme.TABLE_SIZE,
            {"alpha": "run"},
        )

    def _step(self, index: int, run_time: float) -> None:
        """Take one step: the ball moves, the line swings, the loss changes."""
        turn = self.machine.turn(self.numbers.descent.at(index + 1), run_time)
        go = self.path.go(index, index + 1, run_time=run_time, rate_func=theme.TRAVEL)
        self.play(turn, go)

    def ten_steps(self) -> None:
        numbers, strip = self.numbers, self.before.rooms.strip
        counter = Readout(
            'upright("step")', 1, digits=len(str(numbers.steps)), flush=True, size=theme.TABLE_SIZE
        )
        strip.place(counter, 0.0, 0.5)
        self.play(FadeOut(self.arrow, self.first, run_time=theme.FADE))
        self.play(FadeIn(counter, run_time=theme.FADE))
        for index in range(1, numbers.steps):
            counter.set_value(index + 1)
            self._step(index, STEP_SECONDS)
        told = in_colors(self._gone(), theme.TABLE_SIZE, {})
        strip.place(strip.fit(told), 0.0, 0.5)
        self.play(FadeOut(counter, run_time=theme.FADE))
        self.play(FadeIn(told))
        self.wait(theme.HOLD)

    def _gone(self) -> str:
        """Write how much of the loss is gone, or how many times as large it is where it grew."""
        numbers = self.numbers
        first, last = (_short(loss) for loss in numbers.descent.losses[[0, -1]].tolist())
        if numbers.growth >= 1:
            return f"{last} \\/ {first} = {spell(numbers.growth, places(numbers.growth))}"
        gone = 100 * numbers.share_gone
        share = spell(gone, places(min(gone, 100 - gone), 1))
        return f'J colon {first} -> {last} quad {share} % thin upright("gone")'


def _short(value: float) -> str:
    return spell(value, common_places([value]))
