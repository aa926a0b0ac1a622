"""Number lines with a nudge through them, the glass that reads it, and the stage that waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from manim import VGroup

from mathcore.slopes.rules import ChainNudge
from scenes.components.rigs.lens import Lens
from scenes.components.rigs.number_lines import Machine, NumberLine, NumberLines
from scenes.components.text.formula import Formula
from scenes.derivatives.c05b_rules_the_chain.props.nudge_beam import NudgeBeam


@dataclass(frozen=True, slots=True)
class NudgedLines:
    """The lines, the nudge on each of them, and the glass that reads what the last machine does.

    Attributes
    ----------
    lines
        The number lines, whose markers respond together.
    beam
        The nudge on each line.
    glass
        A lens that reads the ratio of the last two nudges.
    nudge_at
        What a nudge of the first marker does: from its place and the nudge, from ``mathcore``.
    """

    lines: NumberLines
    beam: NudgeBeam
    glass: Lens
    nudge_at: Callable[[float, float], ChainNudge]

    def wander(self, x: float, dx: float) -> Self:
        """Move the first marker to ``x`` and its nudge ``dx`` with it."""
        self.lines.put(x)
        return self._read(self.nudge_at(x, dx))

    def shrink(self, dx: float, times: float) -> Self:
        """Let the nudge be ``dx`` long, and magnify all lines by ``times``."""
        self.lines.magnify(times)
        return self._read(self.nudge_at(self.lines.values[0], dx))

    def _read(self, now: ChainNudge) -> Self:
        self.beam.put(now.dx, now.du, now.dy)
        self.glass.read(now.outer_ratio)
        return self


class LaterStage(VGroup):
    """The machine that is explained later, its rule, and the number line that it leads to.

    Parameters
    ----------
    machine
        The arrow with its box.
    rule
        What the machine does, written beside it.
    line
        The line below the machine.
    """

    def __init__(self, machine: Machine, rule: Formula, line: NumberLine) -> None:
        ray, self.box, name = machine
        self.line = line
        super().__init__(ray, self.box, name, rule, line)

    def lit(self, opacity: float) -> Self:
        """Return a copy of another opacity, for the stage to turn into."""
        goal = self.copy().set_opacity(opacity)
        # The box stays opaque: its arrow shall not run through its rule.
        goal.box.set_fill(opacity=1.0)
        return goal
