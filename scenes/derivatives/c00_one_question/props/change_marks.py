"""The marks of one change of a knob and of its error."""

from __future__ import annotations

from dataclasses import dataclass

from manim import RIGHT, UP, Arc, Line, VGroup

from mathcore.slopes.lines import Point
from scenes import theme
from scenes.derivatives.shared.knob_and_error import KnobAndError


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
