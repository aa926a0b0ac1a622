"""Three number lines under each other, two machines between them, and a nudge that runs through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Self

from manim import DOWN, UP, VGroup
from manim.typing import Point3D

from mathcore.slopes.rules import ChainNudge
from scenes import theme
from scenes.components.marks.plate import plate
from scenes.components.marks.ray import Ray
from scenes.components.text.formula import Formula
from scenes.derivatives.c05b_rules_the_chain.props.nudge import NudgeBar, NudgeBeam
from scenes.derivatives.c05b_rules_the_chain.props.track import MarkedValue, Track

ARROW_GAP = 0.26
"""Between an arrow and the markers that it joins, in frame units."""


class StretchMachine(VGroup):
    """An arrow from the marker of one line to that of the next, with its rule on a plate on it."""

    def __init__(self, rule: str, start: Point3D, end: Point3D) -> None:
        self.ray = Ray(start, end, gap=0.0)
        self.rule = Formula(rule, size=theme.KEY_SIZE)
        self.box = plate(self.rule.width + 2 * theme.GUTTER, self.rule.height + 2 * theme.GUTTER)
        super().__init__(self.ray, self.box, self.rule)
        self.put(start, end)

    def put(self, start: Point3D, end: Point3D) -> Self:
        """Lay it between two other markers."""
        self.ray.put(start + ARROW_GAP * DOWN, end + ARROW_GAP * UP)
        for part in (self.box, self.rule):
            part.move_to(self.ray.middle)
        return self


class Cascade(VGroup):
    """Number lines whose markers respond together.

    Parameters
    ----------
    tracks
        The lines from top to bottom, of one scale.
    rules
        Typst mathematics for the machine between each line and the next.
    functions
        The function of each machine, from ``mathcore``.
    at
        Where the first marker stands.
    """

    def __init__(
        self,
        tracks: Sequence[Track],
        rules: Sequence[str],
        functions: Sequence[Callable[[float], float]],
        at: float,
    ) -> None:
        self.tracks, self.functions = list(tracks), tuple(functions)
        self.values = self._through(at)
        self.readouts = [
            MarkedValue(track, value, 2)
            for track, value in zip(self.tracks, self.values, strict=True)
        ]
        self.machines = [
            StretchMachine(rule, above.home, below.home)
            for rule, above, below in zip(rules, self.tracks, self.tracks[1:], strict=False)
        ]
        super().__init__(*self.tracks, *self.machines, *self.readouts)
        self.put(at)

    def _through(self, value: float) -> list[float]:
        values = [value]
        for function in self.functions:
            values.append(float(function(values[-1])))
        return values

    def put(self, at: float) -> Self:
        """Move the first marker; all others respond."""
        self.values = self._through(at)
        for track, readout, value in zip(self.tracks, self.readouts, self.values, strict=True):
            track.put(value)
            readout.put(value)
        spots = [track.map(value) for track, value in zip(self.tracks, self.values, strict=True)]
        for machine, start, end in zip(self.machines, spots, spots[1:], strict=False):
            machine.put(start, end)
        return self


class NudgedCascade(VGroup):
    """A nudge on each of three lines, and the light between them.

    Parameters
    ----------
    cascade
        The lines.
    names
        Typst mathematics for each nudge.
    quotients
        Typst mathematics for what each of the two lenses reads.
    nudge_at
        What a nudge of the first marker does: from its place and the nudge, from ``mathcore``.
    dx
        The first nudge.
    """

    def __init__(
        self,
        cascade: Cascade,
        names: Sequence[str],
        quotients: Sequence[str],
        nudge_at: Callable[[float, float], ChainNudge],
        dx: float,
    ) -> None:
        self.cascade, self.nudge_at, self.dx = cascade, nudge_at, dx
        now = nudge_at(cascade.values[0], dx)
        changes = (now.dx, now.du, now.dy)
        self.bars = [
            NudgeBar(track, name, change, below=track is cascade.tracks[-1])
            for track, name, change in zip(cascade.tracks, names, changes, strict=True)
        ]
        first, second, third = self.bars
        self.beams = [
            NudgeBeam(first, second, quotients[0], now.inner_ratio),
            NudgeBeam(second, third, quotients[1], now.outer_ratio, color=theme.APPROX, decimals=3),
        ]
        super().__init__(*self.beams, *self.bars)

    def put(self, x: float, dx: float, factor: float = 1.0) -> Self:
        """Nudge the first marker at ``x`` by ``dx``, with all lines magnified by ``factor``."""
        for track in self.cascade.tracks:
            if factor != track.factor:
                track.magnify(factor)
        self.cascade.put(x)
        now = self.nudge_at(x, dx)
        for bar, at, change in zip(
            self.bars, (now.x, now.u, now.y), (now.dx, now.du, now.dy), strict=True
        ):
            bar.put(at, change)
        first, second, third = self.bars
        second.cut(first.length)
        third.cut(second.length)
        for beam, ratio in zip(self.beams, (now.inner_ratio, now.outer_ratio), strict=True):
            beam.put()
            beam.lens.read(ratio)
        return self
