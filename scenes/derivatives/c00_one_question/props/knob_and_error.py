"""A knob with the error that it changes, and the marks of one change of both."""

from __future__ import annotations

from dataclasses import dataclass

from manim import RIGHT, UP, Arc, Line, VGroup

from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.rigs.dial import Dial, Gauge
from scenes.components.text.readout import Readout


@dataclass(frozen=True, slots=True)
class KnobAndError:
    """A dial and the gauge of its error, each with the readout of its number.

    Attributes
    ----------
    dial, gauge
        They show the knob's value and the error.
    knob, error
        The numbers below the two.
    """

    dial: Dial
    gauge: Gauge
    knob: Readout
    error: Readout

    @property
    def parts(self) -> tuple[Dial, Gauge, Readout, Readout]:
        """All that moves when the knob turns."""
        return self.dial, self.gauge, self.knob, self.error

    def turn_to(self, state: Point) -> None:
        """Show a value of the knob and the error that belongs to it."""
        self.dial.set_value(state.x)
        self.gauge.set_value(state.y)
        self.knob.set_value(state.x)
        self.error.set_value(state.y)


@dataclass(frozen=True, slots=True)
class ChangeMarks:
    """The marks of one change: by how much the knob turned, and by how much the error fell.

    Attributes
    ----------
    turn
        The arc at the dial.
    fall
        The line at the gauge.
    names
        The names of the two changes, that of the turn first.
    """

    turn: Arc
    fall: Line
    names: VGroup

    def place_names(self) -> None:
        """Put each name beside its mark."""
        turned, fallen = self.names
        turned.next_to(self.turn, UP, buff=theme.LABEL_GAP)
        fallen.next_to(self.fall, RIGHT, buff=theme.LEG_GAP)

    def follow(self, start: Point, machine: KnobAndError) -> None:
        """Mark the change from a start to what the dial and the gauge show now."""
        self.turn.become(machine.dial.turn_mark(start.x, machine.dial.value))
        self.fall.become(machine.gauge.fall_mark(start.y, machine.gauge.value))
        self.place_names()
