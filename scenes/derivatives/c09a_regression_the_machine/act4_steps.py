"""Clip 09a, fourth act: the line swings and the ball runs: one step in both pictures."""

from __future__ import annotations

from manim import RIGHT, UP, Create, FadeIn, FadeOut

from lessons.derivatives.c09a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.parameter_plane import ContourMap
from scenes.components.landscape.plane import path_on, plane_in
from scenes.components.text.decimals import common_places, places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c09a_regression_the_machine.act3_slopes import AfterTwoSlopes

STEP_SECONDS = 0.8


class FirstSteps(Act):
    """The line swings and the ball runs: one step in both pictures."""

    numbers: Numbers
    before: AfterTwoSlopes

    def first_step(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(*self.before.work, run_time=theme.FADE))
        self.plane = plane_in(self.before.main.part(0.0, 1.0, 0.0, 0.82), numbers.plane)
        rings = ContourMap(self.plane, numbers.rings)
        self.path = path_on(self.plane, numbers.descent.points)
        first = self._first_step()
        self.before.main.place(self.before.main.fit(first), 0.5, 1.0)
        self.play(FadeIn(self.plane, rings))
        self.play(FadeIn(self.path))
        self.play(FadeIn(first.without("end")))
        arrow = self.path.step(0)
        self.play(Create(arrow.shaft), FadeIn(arrow.tip))
        self.play(FadeIn(first.part("end")))
        self.add(first)
        self.counter = Readout('upright("step")', 0, digits=len(str(numbers.steps)))
        self.counter.next_to(self.plane, RIGHT, buff=theme.GUTTER).align_to(self.plane.frame, UP)
        self.play(FadeIn(self.counter, run_time=theme.FADE))
        self._step(0, theme.DRAW)
        self.arrow, self.first = arrow, first

    def _first_step(self) -> Formula:
        numbers = self.numbers
        (w, b), (p, q) = numbers.descent.at(1), numbers.start_gradient
        zero = spell(0, 0)
        alpha = spell(numbers.descent.alpha, shortest(numbers.descent.alpha, 9))
        return in_roles(
            f"({zero}, {zero}) - {alpha} thin "
            f"({{{{{_short(p)} : exact1}}}}, {{{{{_short(q)} : exact2}}}}) "
            f"{{{{= ({_short(w)}, {_short(b)}) : end}}}}",
            theme.LABEL_SIZE,
        )

    def _step(self, index: int, run_time: float) -> None:
        """Take one step: the ball moves, the line swings, the loss changes."""
        descent = self.numbers.descent
        turn = self.before.machine.turn(descent.at(index + 1), run_time)
        self.counter.set_value(index + 1)
        self.play(turn, self.path.go(index, index + 1, run_time=run_time))

    def ten_steps(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.arrow, self.first, run_time=theme.FADE))
        for index in range(1, numbers.steps):
            self._step(index, STEP_SECONDS)
        # What is left of the loss: in per cent, or as a multiple where it grew.
        growth = numbers.growth
        left = (
            f'{spell(100 * growth, places(100 * growth, 2))} % upright(" left")'
            if growth < 1
            else spell(growth, places(growth))
        )
        first, last = (
            spell(loss, common_places([loss])) for loss in numbers.descent.losses[[0, -1]].tolist()
        )
        told = in_roles(f"{last} \\/ {first} = {{{{{left} : exact}}}}")
        self.before.main.place(told, 0.4, 1.0)
        self.play(FadeIn(told))
        self.wait(theme.HOLD)


def _short(value: float) -> str:
    return spell(value, common_places([value]))
