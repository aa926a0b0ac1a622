"""A nudge that runs through number lines: a bar on each, and rays from line to line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, Line, VGroup, VMobject
from manim.typing import Vector3D

from scenes import theme
from scenes.components.graph.curve import OpenDot
from scenes.components.marks.ray import Ray
from scenes.components.rigs.number_lines import NumberLine, NumberLines
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout

VALUE_DROP = 0.62
"""How far below the value of a marker the size of its nudge stands, in frame units."""


class NudgeMark(VGroup):
    """A bar on a number line from its marker to where a nudge takes it, measured.

    Its name stands at the bar, its size below the value of the marker, ``beside``.
    """

    def __init__(
        self,
        line: NumberLine,
        name: str,
        beside: Readout,
        at: float,
        change: float,
        side: Vector3D,
    ) -> None:
        color, (_, _, decimals) = line.scale_of.color, line.scale_of.decimals
        self.line, self.side = line, np.asarray(side)
        self.bar = Line(stroke_color=color, stroke_width=theme.ROAD_STROKE)
        self.end = OpenDot(line.map(at), color=color, radius=theme.HOLE_RADIUS)
        self.name_tag = Formula(name, size=theme.LABEL_SIZE, color=color)
        self.readout = Readout(f"{name} =", change, decimals=decimals, color=color)
        self.readout.move_to(beside, LEFT).shift(VALUE_DROP * DOWN)
        super().__init__(self.bar, self.end, self.name_tag, self.readout)
        self.put(at, change)

    def put(self, at: float, change: float) -> Self:
        """Measure another nudge."""
        start, end = self.line.map(at), self.line.map(at + change)
        self.bar.put_start_and_end_on(start, end)
        self.end.move_to(end)
        self.name_tag.next_to(self.bar, self.side, buff=theme.GUTTER)
        self.readout.set_value(change)
        return self


class Pieces(VGroup):
    """A nudge laid end to end below the bar of the next one: how many fit is what it grew by.

    Parameters
    ----------
    mark
        Whose bar is measured.
    piece
        The nudge that measures it, unrounded; drawn on the scale of the measured bar.
    caption
        Stands below the first piece, and stays there.
    """

    def __init__(self, mark: NudgeMark, piece: float, color: str, caption: VMobject) -> None:
        self.mark, self.caption, self.share = mark, caption, 1.0
        self.strokes = VMobject(stroke_color=color, stroke_width=theme.NUDGE_STROKE)
        super().__init__(self.strokes, caption)
        self.put(piece)
        # The caption keeps the first place of the first piece: letters that slide would flicker.
        start = self.strokes.get_start()
        caption.next_to(start, DOWN, buff=theme.LABEL_GAP)
        caption.shift((start[0] - caption.get_left()[0]) * RIGHT)

    @property
    def pitch(self) -> float:
        """Length of one piece, in frame units."""
        return self.piece * self.mark.line.unit

    def put(self, piece: float) -> Self:
        """Measure the bar as it is now with another nudge."""
        self.piece = piece
        start, length = np.array(self.mark.bar.get_start()), self.mark.bar.get_length()
        start[1] -= theme.GUTTER
        self.strokes.clear_points()
        # A narrow gap follows each piece, so that the pieces can be counted.
        for begin in np.arange(0.0, self.share * length, self.pitch):
            end = min(begin + self.pitch, self.share * length) - theme.TICK / 3
            if end > begin:
                self.strokes.start_new_path(start + begin * RIGHT)
                self.strokes.add_line_to(start + end * RIGHT)
        return self

    def reach(self, share: float) -> Self:
        """Lay pieces only along a share of the bar."""
        self.share = share
        return self.put(self.piece)


class NudgeBeam(VGroup):
    """A nudge on each of several number lines, and the rays that lead its end from line to line.

    Parameters
    ----------
    lines
        The number lines that it runs through.
    names
        Typst mathematics for each nudge.
    changes
        The nudge on each line, unrounded.
    sides
        On which side of its line each name stands.
    """

    def __init__(
        self,
        lines: NumberLines,
        names: Sequence[str],
        changes: Sequence[float],
        sides: Sequence[Vector3D],
    ) -> None:
        self.lines = lines
        self.marks = [
            NudgeMark(line, name, readout, value, change, side)
            for line, name, readout, value, change, side in zip(
                lines.lines, names, lines.readouts, lines.values, changes, sides, strict=True
            )
        ]
        self.rays = [
            Ray(start.end.get_center(), end.end.get_center(), gap=theme.HOLE_RADIUS + theme.TICK)
            for start, end in pairwise(self.marks)
        ]
        self.pieces: Pieces | None = None
        super().__init__(*self.rays, *self.marks)

    def measure_last(self, caption: VMobject) -> Pieces:
        """Return the nudge before the last laid end to end along the last; it follows the beam."""
        *_, before, last = self.marks
        color = before.line.scale_of.color
        self.pieces = Pieces(last, before.readout.value, color, caption)
        self.add(self.pieces)
        return self.pieces

    def put(self, *changes: float) -> Self:
        """Measure other nudges from the same markers."""
        for mark, value, change in zip(self.marks, self.lines.values, changes, strict=True):
            mark.put(value, change)
        for ray, (start, end) in zip(self.rays, pairwise(self.marks), strict=True):
            ray.put(start.end.get_center(), end.end.get_center())
        for machine, ray, mark in zip(self.lines.machines, self.rays, self.marks, strict=False):
            below = (mark.name_tag,) if mark.name_tag.get_y() < mark.bar.get_y() else ()
            mark.line.make_way(machine.ray, ray, *below)
        if self.pieces is not None:
            self.pieces.put(changes[-2])
            self.marks[-1].line.make_way(self.pieces)
        return self
