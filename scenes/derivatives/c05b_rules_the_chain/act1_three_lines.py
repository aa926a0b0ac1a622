"""Clip 05b, first act: two machines in a row, and what each makes of a nudge.

The first two lines share one scale, so that three times as much is seen as three times as long.
The third line is drawn at a tenth of that scale; copies of the middle nudge, laid end to end there,
count what the second machine makes of it. While the nudge shrinks, all lines are magnified about
their markers by the factor by which it shrank: the bars stay visible, the first two do not change
at all, and the third is seen to settle. The thick bars have no braces, which would stand where the
rays arrive: each bar is named beside it and measured in the column of values. Nudges and their
quotients are written with Δ until the limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import (
    DOWN,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ShowPassingFlash,
    Transform,
    VGroup,
)
from manim.typing import Point3D

from lessons.derivatives.c05b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.lens import Lens
from scenes.components.rigs.number_lines import NumberLines, Scale
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c05b_rules_the_chain.props.nudge_beam import NudgeBeam
from scenes.derivatives.c05b_rules_the_chain.props.nudged_lines import LaterStage, NudgedLines
from scenes.notation import typst

SCALES = (
    Scale("x", (0.0, 1.5), 0.5, theme.RUN, (1, 2, 3)),
    Scale("u", (1.0, 2.5), 0.5, theme.INK, (1, 2, 3)),
    Scale("y", (0.0, 15.0), 5.0, theme.RISE, (0, 4, 4)),
)
"""The first two at one scale, the third at a tenth of it."""
PACES = (theme.MORPH, theme.JOURNEY, theme.DRAW)
"""Durations of the first marker's three ways, in seconds."""
WANDERING = (0.2, 0.0, 0.2)
"""Where x goes while the glasses are read: the third line holds the nudge all the way."""


LINE_COLUMNS = (2.35, 7.4, 2.9)
"""Widths of the names, of the number lines and of the lenses beside them."""


@dataclass(frozen=True, slots=True)
class AfterThreeLines:
    """Three lines with a nudge through them, and a glass beside each machine.

    Attributes
    ----------
    nudged
        The lines, the nudge on each, and the outer glass, which is not on stage yet.
    inner
        The glass that reads 3.
    stage
        The second machine and the third line, which are dim.
    rule
        What the second machine does, a part of the stage.
    zoom
        How much all lines are magnified, in words and a number; it is not on stage yet.
    times
        That number.
    """

    nudged: NudgedLines
    inner: Lens
    stage: LaterStage
    rule: Formula
    zoom: VGroup
    times: Readout


class ThreeLines(Act):
    """Three lines and two machines; the first machine makes every nudge three times as long."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the three lines, their values at the left and room for lenses at the right."""
        numbers = self.numbers
        names, lines, glasses = self.layout.full.columns(*LINE_COLUMNS)
        self.glasses = glasses
        self.lines = NumberLines(
            SCALES,
            ("times 3 + 1", "u^4"),
            (numbers.inner.value, numbers.outer.value),
            numbers.at,
            names,
            lines,
        )
        words = Words("all lines magnified")
        self.times = Readout("times", 1, digits=3, flush=True)
        self.zoom = VGroup(words, self.times).arrange(RIGHT, buff=theme.LABEL_GAP)
        lines.place(self.zoom, 1.0, 0.97)
        self.times.stand_on(words.baseline)
        self.rules = [
            Formula(rule, size=theme.FORMULA_SMALL_SIZE).move_to(gap)
            for rule, gap in zip(
                (
                    f"u = {typst(numbers.inner.expression)}",
                    f"y = {typst(numbers.outer.expression)}",
                ),
                self._gaps(),
                strict=True,
            )
        ]

    def two_machines_in_a_row(self) -> None:
        self.scene.show_title()
        lines = self.lines
        first = lines.lines[0]
        self.play(
            LaggedStart(
                *(
                    FadeIn(VGroup(line.axis, line.ticks, line.numbers), shift=RIGHT * theme.TIP)
                    for line in lines.lines
                ),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.GROUP,
            ),
        )
        self.play(FadeIn(first.marker, lines.readouts[0]), run_time=theme.FADE)
        steps = zip(lines.machines, lines.lines[1:], lines.readouts[1:], self.rules, strict=True)
        for machine, line, readout, rule in steps:
            self.play(
                Create(machine.ray.shaft),
                FadeIn(machine.box, machine.rule, rule),
                run_time=theme.WRITE,
            )
            # The pulse goes below the box, so that the value is seen to pass through the machine.
            self.scene.add_foreground_mobjects(machine.box, machine.rule)
            self.play(
                FadeIn(machine.ray.tip, line.marker, readout, run_time=theme.FADE),
                ShowPassingFlash(machine.ray.pulse(theme.INK), run_time=theme.STEP),
            )
            self.scene.remove_foreground_mobjects(machine.box, machine.rule)
        self.add(lines)

    def markers_follow(self) -> None:
        stops = (self.numbers.at, *self.numbers.sweep)
        for (start, end), pace in zip(pairwise(stops), PACES, strict=True):
            self.play(Sweep(self.lines.put, between(start, end), self.lines, run_time=pace))

    def first_lens_reads_three(self) -> None:
        first = self.numbers.nudges[0]
        self.beam = NudgeBeam(
            self.lines,
            ("Delta x", "Delta u", "Delta y"),
            (first.dx, first.du, first.dy),
            (UP, DOWN, UP),
        )
        dx, du, _ = self.beam.marks
        self.stage = LaterStage(self.lines.machines[1], self.rules[1], self.lines.lines[2])
        self.play(
            animated(VGroup(*self.lines.readouts)).set_opacity(theme.GHOST),
            Transform(self.stage, self.stage.lit(theme.DIM)),
        )
        self.play(FadeIn(dx))
        self.play(
            Create(self.beam.rays[0].shaft),
            FadeIn(self.beam.rays[0].tip),
            FadeIn(du),
        )
        upper, lower = self._gaps()
        # On a line every nudge tells the slope, so this glass has a solid rim from the beginning.
        slope = self.numbers.inner_slope
        self.inner = Lens(upper, "Delta u \\/ Delta x", slope, color=theme.EXACT)
        outer = Lens(lower, "Delta y \\/ Delta u", first.outer_ratio, decimals=3, digits=2)
        self.nudged = NudgedLines(self.lines, self.beam, outer, self.numbers.nudge_at)
        self.play(
            FadeOut(self.rules[0], run_time=theme.FADE),
            emerge(self.inner, VGroup(dx.bar, du.bar)),
        )
        # The glass reads the same number wherever x goes.
        self.add(self.lines, self.beam.rays[0], dx, du)
        for start, end in pairwise(WANDERING):
            self.play(
                Sweep(
                    lambda x: self.nudged.wander(x, first.dx),
                    between(start, end),
                    self.lines,
                    self.beam.rays[0],
                    dx,
                    du,
                    run_time=theme.DRAW,
                )
            )
        self.point_at(self.inner.reading)

    def hand_over(self) -> AfterThreeLines:
        """Return what the next act needs."""
        return AfterThreeLines(
            self.nudged, self.inner, self.stage, self.rules[1], self.zoom, self.times
        )

    def _gaps(self) -> tuple[Point3D, Point3D]:
        upper, lower = (self.glasses.at(0.5, (a + b) / 2) for a, b in pairwise(theme.LINE_LEVELS))
        return upper, lower
