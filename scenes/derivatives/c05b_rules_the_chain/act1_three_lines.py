"""Clip 05b, first act: two machines in a row, and what the first makes of a nudge.

All three lines have one scale. The values at which the nudges begin stand below each other, so that
the eye compares lengths from one edge: three times as much is three times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import (
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ShowPassingFlash,
    TransformFromCopy,
    VMobject,
)

from lessons.derivatives.c05b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05b_rules_the_chain.props.cascade import (
    Cascade,
    NudgedCascade,
    StretchMachine,
)
from scenes.derivatives.c05b_rules_the_chain.props.track import Track, TrackSpec
from scenes.layout import Layout
from scenes.notation import typst

HOMES = (-4.55, -3.15, -2.0)
"""Where the homes of the lines stand across in a wide, in a square and in an upright frame, in
frame units."""
HEIGHTS = ((3.1, 0.66, -1.78), (4.1, 1.1, -1.9), (5.6, 1.5, -2.6))
"""How high each line stands there."""
UNITS, STEP, DECADES = (6.2, 4.2, 2.8), 0.5, 2
"""Frame units per unit of each scale, the step between its numbers, and powers of ten to come."""
NOTE_LIFT = (0.0, 0.0, 0.95)
"""How much higher than a machine its note stands, clear of the light, in frame units."""
PACES = (theme.JOURNEY, theme.DRAW, theme.DRAW)
"""Durations of the first marker's three ways, in seconds."""


@dataclass(frozen=True, slots=True)
class AfterThreeLines:
    """Three lines, a nudge on the first two, and a lens between these.

    Attributes
    ----------
    nudged
        The lines with their bars and lenses; the second beam and the third bar are not on stage.
    note
        What the first machine does, at the right.
    rest
        The third line and the second machine, which are dim.
    """

    nudged: NudgedCascade
    note: Formula
    rest: tuple[VMobject, ...]


def note_beside(layout: Layout, machine: StretchMachine, formula: Formula) -> Formula:
    """Move a formula to the right end of the frame, at the height of a machine."""
    height = float(machine.rule.get_y()) + layout.by_shape(*NOTE_LIFT)
    formula.move_to(layout.safe.right * RIGHT + height * UP, RIGHT)
    return formula


class ThreeLines(Act):
    """Three lines and two machines; the first machine makes every nudge three times as long."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the three lines at one scale."""
        numbers, safe, choose = self.numbers, self.layout.safe, self.layout.by_shape
        first = numbers.nudges[0]
        tracks = [
            Track(
                TrackSpec(name, home, color),
                choose(*HOMES) * RIGHT + height * UP,
                (safe.left, safe.right),
                choose(*UNITS),
                STEP,
                DECADES,
            )
            for name, home, color, height in zip(
                ("x", "u", "y"),
                (first.x, first.u, first.y),
                (theme.RUN, theme.INK, theme.RISE),
                choose(*HEIGHTS),
                strict=True,
            )
        ]
        self.cascade = Cascade(
            tracks,
            (typst(numbers.inner.expression), typst(numbers.outer.expression)),
            (numbers.inner.value, numbers.outer.value),
            numbers.shown_at,
        )

    def two_machines_in_a_row(self) -> None:
        self.scene.show_title()
        cascade = self.cascade
        first = cascade.tracks[0]
        self.play(
            LaggedStart(
                *(FadeIn(track.scale_parts) for track in cascade.tracks),
                lag_ratio=theme.LAG,
                run_time=theme.WRITE,
            ),
            FadeIn(first.marker, cascade.readouts[0], scale=theme.SEED),
        )
        steps = zip(cascade.machines, cascade.tracks[1:], cascade.readouts[1:], strict=True)
        for machine, track, readout in steps:
            self.play(
                Create(machine.ray.shaft),
                FadeIn(machine.ray.tip, machine.box, machine.rule),
                run_time=theme.FADE,
            )
            # The pulse goes below the box, so that the value is seen to pass through the machine.
            self.scene.add_foreground_mobjects(machine.box, machine.rule)
            self.play(
                ShowPassingFlash(machine.ray.pulse(theme.EXACT), run_time=theme.STEP),
                FadeIn(track.marker, readout, rate_func=theme.LEAVE, run_time=theme.STEP),
            )
            self.scene.remove_foreground_mobjects(machine.box, machine.rule)
            self.point_at(readout)
        self.add(cascade)

    def markers_follow(self) -> None:
        stops = (self.numbers.shown_at, *self.numbers.sweep)
        for (start, end), pace in zip(pairwise(stops), PACES, strict=True):
            self.play(
                Sweep(
                    self.cascade.put,
                    between(start, end),
                    self.cascade,
                    run_time=pace,
                    rate_func=theme.TRAVEL,
                )
            )

    def first_lens_reads_three(self) -> None:
        numbers, cascade = self.numbers, self.cascade
        dx = numbers.nudges[0].dx
        self.nudged = nudged = NudgedCascade(
            cascade,
            ("Delta x", "Delta u", "Delta y"),
            ("Delta u \\/ Delta x", "Delta y \\/ Delta u"),
            numbers.nudge_at,
            dx,
        )
        upper, middle, _ = nudged.bars
        beam, machine = nudged.beams[0], cascade.machines[0]
        self.remove(cascade)
        self.add(*cascade.tracks, *cascade.machines, *cascade.readouts)
        rest = (cascade.tracks[-1], cascade.machines[1])
        self.note = in_roles(
            f"u = {{{{{typst(numbers.inner.expression)} : rule}}}}", theme.KEY_SIZE
        )
        note_beside(self.layout, machine, self.note)
        # Faded one by one, the box stays below its rule.
        leaving = (*cascade.readouts, machine.ray, machine.box)
        self.play(*(FadeOut(part) for part in leaving), dim(*rest), run_time=theme.FADE)
        self.play(
            *carry(machine.rule, self.note.part("rule"), run_time=theme.STEP),
            FadeIn(self.note.without("rule"), run_time=theme.STEP),
            FadeOut(machine.rule, run_time=theme.STEP),
        )
        self.add(self.note)
        self._grow_first(dx)
        # The light lies below the lines, so that it veils none of their numbers.
        self.add(beam.light)
        self.bring_to_back(beam.light)
        self.play(Sweep(beam.reach, between(0.0, 1.0), beam.light, run_time=theme.FADE))
        pieces = middle.cut(upper.length).pieces(upper.length, theme.RUN)
        self.play(
            LaggedStart(
                *(TransformFromCopy(upper.strip, piece) for piece in pieces),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.DRAW,
            )
        )
        self.play(FadeIn(middle), FadeIn(beam.lens, scale=theme.SEED), run_time=theme.FADE)
        self.remove(*pieces)
        for start, end in pairwise((numbers.at, numbers.shown_at, numbers.at)):
            self.play(
                Sweep(
                    lambda x: nudged.put(x, dx),
                    between(start, end),
                    *cascade.tracks,
                    cascade.machines[1],
                    upper,
                    middle,
                    beam.light,
                    beam.lens,
                    run_time=theme.DRAW,
                    rate_func=theme.TRAVEL,
                )
            )
        self.point_at(beam.lens)
        self.rest = rest

    def _grow_first(self, dx: float) -> None:
        """Let the first nudge grow out of the first marker."""
        first = self.nudged.bars[0]
        first.put(self.numbers.at, dx / 100)
        self.add(first)
        self.play(
            Sweep(
                lambda now: first.put(self.numbers.at, now),
                between(dx / 100, dx),
                first,
                run_time=theme.STEP,
                rate_func=theme.ENTER,
            )
        )

    def hand_over(self) -> AfterThreeLines:
        """Return what the next act needs."""
        return AfterThreeLines(self.nudged, self.note, self.rest)
