"""The chain from a knob to one error and to its square, each slope beside what it measures."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, UP, Line, VGroup

from lessons.derivatives.c09a.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.components.motion.sweep import Sweep
from scenes.components.text.decimals import common_places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import LineMachine
from scenes.derivatives.c09a_regression_the_machine.props.strip_square import StripSquare
from scenes.layout import Region

_ASIDE = 0.22
"""How far beside the gap a mark stands, in frame units."""
_SQUARE_SHARE = 0.42
"""How much of the width of its room the square may take."""
_STACKED_SHARE = 0.5
"""How much of the height of a high room it may take, below what is told of it."""
_BESIDE, _ABOVE = (0.8, 0.3), (0.9, 0.66)
"""At which shares of the room's height area and twice the error are told: beside it, above it."""
_LOW_UNIT = 0.27
"""Where a unit of the outputs is lower than this, the error is told higher: marks are near it."""
_RAISE = 0.62
"""How much higher an error is told there, in heights of its letters."""


class PointChain(VGroup):
    """One gap in the graph, and its square beside the graph; both follow the knobs.

    Parameters
    ----------
    numbers
        Of the clip.
    machine
        The line with its knobs.
    room
        Where the square stands, with what is told of it.

    Attributes
    ----------
    stick
        The gap: one of the sticks of the machine.
    error, area, outer
        The error, its square, and twice the error.
    square
        The square with its strips.
    """

    def __init__(self, numbers: Numbers, machine: LineMachine, room: Region) -> None:
        self.numbers, self.machine = numbers, machine
        which = numbers.focus
        self.stick = machine.errors.sticks[which]
        error = numbers.focus_error
        dot = machine.plot.dots[which]
        decimals = max(1, common_places([error]))
        self.error = self._told('upright("error") =', error, decimals, theme.ERROR)
        is_right = dot.get_center()[0] > machine.plot.window.center[0]
        self.error.next_to(dot, LEFT if is_right else RIGHT, buff=theme.GUTTER)
        if machine.plot.y_unit < _LOW_UNIT:
            self.error.shift(_RAISE * self.error.height * UP)
        self.area = self._told('upright("error")^2 =', error**2, decimals, theme.ERROR)
        self.outer = self._told('2 dot upright("error") =', numbers.outer, decimals, theme.EXACT)
        stacked = room.width < room.height
        side = min((_STACKED_SHARE if stacked else 1.0) * room.height, room.width)
        if not stacked:
            side = min(side, _SQUARE_SHARE * room.width)
        unit = side / abs(error)
        self.square = StripSquare(room.at(0.0, 0.0), unit, error)
        beside = room.left if stacked else room.left + side + theme.GUTTER
        for told, height in zip(
            (self.area, self.outer), _ABOVE if stacked else _BESIDE, strict=True
        ):
            told.move_to((beside, room.at(0.0, height)[1], 0.0), aligned_edge=LEFT)
            over = float(told.get_right()[0]) - room.right
            if over > 0:
                told.scale(1 - over / told.width, about_edge=LEFT)
        self.marks = VGroup()
        super().__init__(self.stick, self.error, self.square, self.area, self.outer, self.marks)

    def _told(self, name: str, value: float, decimals: int, color: str) -> Readout:
        return Readout(
            name,
            value,
            decimals=decimals,
            digits=whole_digits(value),
            signed=value < 0,
            flush=True,
            size=theme.TABLE_SIZE,
            color=color,
        )

    def nudges(self, row: int) -> tuple[Sweep, Sweep]:
        """Return how one knob is turned a little and back: gap and square follow.

        Parameters
        ----------
        row
            0 for w and 1 for b.
        """
        return self._turn(self._nudged(row), theme.LEG), self._turn(self.numbers.trial, theme.MORPH)

    def _nudged(self, row: int) -> Parameters:
        w, b = self.numbers.trial
        nudge = self.numbers.nudge
        return Parameters(w + nudge, b) if row == 0 else Parameters(w, b + nudge)

    def _turn(self, end: Parameters, run_time: float) -> Sweep:
        def follow() -> None:
            error = float(self.machine.errors.errors[self.numbers.focus])
            self.error.set_value(error)
            self.square.put(error)
            self.area.set_value(error**2)
            self.outer.set_value(2 * error)

        return self.machine.turn(
            end, run_time, self.error, self.square, self.area, self.outer, follow=follow
        )

    def ghost(self) -> Line:
        """Return a faint copy of the line where it is now."""
        ghost = self.machine.line.copy()
        ghost.set_stroke(theme.MUTED, theme.AXIS_STROKE, theme.GHOST)
        self.marks.add(ghost)
        return ghost

    def mark(self, row: int) -> tuple[Line, Formula]:
        """Return how far one knob has moved the line at the point, and the inner slope."""
        axes, x = self.machine.plot.axes, self.numbers.focus_x
        side = LEFT if row else RIGHT
        start, end = (
            axes.map(x, self.numbers.line_at(*at).at(x)) + _ASIDE * np.asarray(side)
            for at in (self.numbers.trial, self._nudged(row))
        )
        mark = Line(start, end, stroke_color=theme.EXACT, stroke_width=theme.NUDGE_STROKE)
        tag = Formula("1" if row else "x", size=theme.TABLE_SIZE, color=theme.EXACT)
        # The line comes past neither of the two while it turns.
        way = float(np.sign(end[1] - start[1])) * UP
        if row:
            tag.next_to(end, way, buff=theme.TICK).shift(_ASIDE / 2 * np.asarray(side))
        else:
            tag.next_to(start, -way, buff=theme.TICK)
        self.marks.add(mark, tag)
        return mark, tag
