"""Clip 05b, first act: two machines in a row, and what each makes of a nudge.

The storyboard gives every line a scale of its own. Here the first two share one, so that three
times as much is seen as three times as long, and the third is drawn at a tenth of it: what the
second machine makes of a nudge is counted there, in nudges laid end to end at that tenth. While the
nudge shrinks, all lines are magnified about their markers by the factor by which it shrank: the
bars stay visible, the first two do not change at all, and the third is seen to settle.
The thick bars need no braces, which would stand where the rays arrive: each is named beside it and
measured in the column of values. Nudges and their quotients are written with Δ until the limit.
"""

from __future__ import annotations

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

from lessons.derivatives.numbers.c05b import rules_two
from scenes import theme
from scenes.components.emerge import emerge
from scenes.components.formula import Formula
from scenes.components.lens import Lens
from scenes.components.motion import Sweep, animated, between
from scenes.components.nudge_beam import NudgeBeam
from scenes.components.number_lines import NumberLines, Scale
from scenes.components.readout import Readout
from scenes.components.text import Words
from scenes.notation import typst
from scenes.stage import LessonScene

SCALES = (
    Scale("x", (0.0, 1.5), 0.5, theme.RUN, (1, 2, 3)),
    Scale("u", (1.0, 2.5), 0.5, theme.INK, (1, 2, 3)),
    Scale("y", (0.0, 15.0), 5.0, theme.RISE, (0, 4, 4)),
)
"""The first two at one scale, the third at a tenth of it."""
PACES = (theme.MORPH, theme.JOURNEY, theme.DRAW)
"""For the first marker's three ways."""
WANDERING = (0.2, 0.0, 0.2)
"""Where x goes while the glasses are read: so far that the third line still holds the nudge."""


class ThreeLines(LessonScene):
    """Magnify, then magnify again."""

    clip_number = "05b"

    def setup(self) -> None:
        """Lay out the three lines, their values at the left and room for lenses at the right."""
        super().setup()
        self.numbers = numbers = rules_two()
        names, lines, glasses = self.layout.full.columns(*theme.LINE_COLUMNS)
        self.glasses = glasses
        self.lines = NumberLines(
            SCALES,
            ("times 3 + 1", "u^4"),
            (numbers.inner.value, numbers.outer.value),
            numbers.at,
            names,
            lines,
        )
        words, times = Words("all lines magnified"), Readout("times", 1, digits=3, flush=True)
        self.zoom = VGroup(words, times).arrange(RIGHT, buff=theme.LABEL_GAP)
        lines.place(self.zoom, 1.0, 0.97)
        times.stand_on(words.baseline)
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
        self.show_title()
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
            # The value goes into the machine and comes out of it, not over it.
            self.add_foreground_mobjects(machine.box, machine.rule)
            self.play(
                FadeIn(machine.ray.tip, line.marker, readout, run_time=theme.FADE),
                ShowPassingFlash(machine.ray.pulse(theme.INK), run_time=theme.STEP),
            )
            self.remove_foreground_mobjects(machine.box, machine.rule)
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
        self.later = VGroup(*self.lines.machines[1], self.rules[1], self.lines.lines[2])
        self.play(
            animated(VGroup(*self.lines.readouts)).set_opacity(theme.GHOST),
            Transform(self.later, self._lit(theme.DIM)),
        )
        self.play(FadeIn(dx))
        self.play(
            Create(self.beam.rays[0].shaft),
            FadeIn(self.beam.rays[0].tip),
            FadeIn(du),
        )
        upper, lower = self._gaps()
        # Of a line every nudge tells the slope, however large: solid from the beginning.
        self.inner = self._three(upper, "Delta u \\/ Delta x")
        self.outer = Lens(lower, "Delta y \\/ Delta u", first.outer_ratio, decimals=3, digits=2)
        self.play(
            FadeOut(self.rules[0], run_time=theme.FADE),
            emerge(self.inner, VGroup(dx.bar, du.bar)),
        )
        # Wherever x goes, the glass has nothing new to read.
        self.add(self.lines, self.beam.rays[0], dx, du)
        for start, end in pairwise(WANDERING):
            self.play(
                Sweep(
                    self._wander,
                    between(start, end),
                    self.lines,
                    self.beam.rays[0],
                    dx,
                    du,
                    run_time=theme.DRAW,
                )
            )
        self.point_at(self.inner.reading)

    def _lit(self, opacity: float) -> VGroup:
        goal = self.later.copy().set_opacity(opacity)
        # The box stays opaque: its arrow shall not run through its rule.
        goal[1].set_fill(opacity=1.0)
        return goal

    def _wander(self, x: float) -> None:
        now = self.numbers.nudge_at(x, self.numbers.nudges[0].dx)
        self.lines.put(x)
        self.beam.put(now.dx, now.du, now.dy)
        self.outer.read(now.outer_ratio)

    def _gaps(self) -> tuple[Point3D, Point3D]:
        upper, lower = (self.glasses.at(0.5, (a + b) / 2) for a, b in pairwise(theme.LINE_LEVELS))
        return upper, lower

    def _three(self, center: Point3D, name: str) -> Lens:
        return Lens(center, name, self.numbers.inner_slope, color=theme.EXACT)
