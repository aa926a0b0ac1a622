"""Clip 05b, first act: two machines in a row, and what each makes of a nudge.

The storyboard gives every line a scale of its own. Here the first two share one, so that three
times as much is seen as three times as long, and the third is drawn at a tenth of it. While the
nudge shrinks, all lines are magnified about their markers by the factor by which it shrank: the
bars stay visible, the first two do not change at all, and the third is seen to settle.
The thick bars need no braces, which would stand where the rays arrive: each is named beside it and
measured in the column of values.
"""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    PI,
    RIGHT,
    UP,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    ShowPassingFlash,
    Transform,
    VGroup,
    there_and_back,
)
from manim.typing import Point3D

from lessons.derivatives.numbers.c05b import rules_two
from mathcore.rules import ChainNudge
from scenes import theme
from scenes.components.emerge import emerge
from scenes.components.formula import Formula
from scenes.components.lens import Lens
from scenes.components.motion import Sweep, animated, between, log_way
from scenes.components.nudge_beam import NudgeBeam
from scenes.components.number_lines import NumberLines, Scale
from scenes.components.numeral import Numeral, spell
from scenes.components.table import Column, ValueTable
from scenes.components.text import Words
from scenes.notation import per, typst
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
        self.note = Words("at a tenth of the scale", size=theme.FLOOR_SIZE, color=theme.MUTED)
        lines.place(self.note, 1.0, 0.0)
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
            FadeIn(self.note, run_time=theme.GROUP),
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
            ("dif x", "dif u", "dif y"),
            (first.dx, first.du, first.dy),
            (UP, DOWN, UP),
        )
        dx, du, _ = self.beam.marks
        last = self.lines.lines[2]
        self.later = VGroup(*self.lines.machines[1], last.axis, last.ticks, last.numbers)
        self.later.add(last.marker, self.note, self.rules[1])
        self.play(
            animated(VGroup(*self.lines.readouts)).set_opacity(theme.GHOST),
            self._light_later(theme.DIM),
        )
        self.play(FadeIn(dx))
        self.play(
            Create(self.beam.rays[0].shaft),
            FadeIn(self.beam.rays[0].tip),
            FadeIn(du),
        )
        upper, lower = self._gaps()
        self.inner = Lens(upper, per("u", "x"), self.numbers.inner_slope, color=theme.EXACT)
        self.outer = Lens(lower, per("y", "u"), first.outer_ratio, decimals=3, digits=2)
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

    def _light_later(self, opacity: float) -> Animation:
        goal = self.later.copy().set_opacity(opacity)
        # The box stays opaque: its arrow shall not run through its rule.
        goal[1].set_fill(opacity=1.0)
        return Transform(self.later, goal)

    def _wander(self, x: float) -> None:
        now = self.numbers.nudge_at(x, self.numbers.nudges[0].dx)
        self.lines.put(x)
        self.beam.put(now.dx, now.du, now.dy)
        self.outer.read(now.outer_ratio)

    def _gaps(self) -> tuple[Point3D, Point3D]:
        upper, lower = (self.glasses.at(0.5, (a + b) / 2) for a, b in pairwise(theme.LINE_LEVELS))
        return upper, lower

    def second_lens_settles(self) -> None:
        _, du, dy = self.beam.marks
        ray, nudges = self.beam.rays[1], self.numbers.nudges
        self.play(self._light_later(1.0), run_time=theme.FADE)
        self.play(Create(ray.shaft), FadeIn(ray.tip), FadeIn(dy))
        self.play(
            FadeOut(self.rules[1], run_time=theme.FADE), emerge(self.outer, VGroup(du.bar, dy.bar))
        )
        self.add(self.lines, self.beam)
        self.play(
            Sweep(
                self._wander,
                between(self.numbers.at, WANDERING[1]),
                self.lines,
                self.beam,
                self.outer,
                rate_func=there_and_back,
                run_time=theme.JOURNEY,
            )
        )
        for wide, tight in pairwise(nudges):
            self.play(
                Sweep(
                    self._shrink,
                    log_way(wide.dx, tight.dx),
                    self.lines,
                    self.beam,
                    self.outer,
                    run_time=theme.DRAW,
                )
            )
            self.wait(theme.FADE)
        exact = self._exact(self.outer, per("y", "u"), self.numbers.outer_slope)
        power = Formula(
            f"= 4 dot {spell(self.lines.values[1], 1)}^3", size=theme.LABEL_SIZE, color=theme.EXACT
        ).next_to(exact, DOWN, buff=theme.LABEL_GAP)
        self.play(FadeIn(exact), FadeIn(power))
        self.remove(self.outer)
        self.outer, self.power = exact, power

    def _shrink(self, dx: float) -> None:
        now: ChainNudge = self.numbers.nudge(dx)
        self.lines.magnify(self.numbers.nudges[0].dx / dx)
        self.beam.put(now.dx, now.du, now.dy)
        self.outer.read(now.outer_ratio)

    def _exact(self, lens: Lens, name: str, value: float) -> Lens:
        return Lens(lens.get_center(), name, value, decimals=3, digits=2, color=theme.EXACT)

    def lenses_multiply(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.power, run_time=theme.FADE))
        for ray, lens in zip(self.beam.rays, (self.inner, self.outer), strict=True):
            self.play(
                ShowPassingFlash(ray.pulse(theme.EXACT)),
                animated(lens, rate_func=there_and_back).scale(theme.POINT_GROWTH),
                run_time=theme.LEG,
            )
        # The glasses themselves are the equation: no second row of the same numbers below.
        both = self._exact(self.outer, per("y", "x"), numbers.slope)
        row = VGroup(
            self.inner.copy(),
            Formula("dot", size=theme.TITLE_SIZE),
            self.outer.copy(),
            Formula("=", size=theme.TITLE_SIZE),
            both,
        )
        row.arrange(RIGHT, buff=theme.GUTTER)
        left, right = self.layout.full.columns(*theme.EQUATION_COLUMNS, gap=theme.COLUMN_GAP)
        left.place(row.scale_to_fit_width(left.width - theme.TICK))
        self.play(FadeOut(self.lines, self.beam, self.note, run_time=theme.FADE))
        # One after the other, so that they do not meet on the way.
        self.play(
            LaggedStart(
                ReplacementTransform(self.inner, row[0]),
                ReplacementTransform(self.outer, row[2]),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.DRAW,
            )
        )
        self.play(FadeIn(row[1], row[3], run_time=theme.FADE))
        self.play(
            FadeOut(row[0].copy(), target_position=both, scale=theme.SEED, path_arc=-PI / 2),
            FadeOut(row[2].copy(), target_position=both, scale=theme.SEED, path_arc=PI / 2),
            emerge(both, VGroup(row[0], row[2])),
            run_time=theme.MORPH,
        )
        self.point_at(both)
        table = ValueTable(
            [
                Column("dif x", theme.RUN, decimals=3),
                Column(per("y", "x"), theme.APPROX, decimals=3),
            ],
            [(nudge.dx, nudge.ratio) for nudge in numbers.nudges],
        )
        right.place(table)
        limit = Numeral(numbers.slope, 3, color=theme.EXACT)
        limit.pin_point(table.cell(0, 1).point_x).stand_on(
            table.cell(2, 1).baseline - theme.ROW_PITCH
        )
        nothing = Formula("-> 0", size=theme.LABEL_SIZE, color=theme.RUN)
        nothing.match_x(table.heading(0)).match_y(limit)
        VGroup(table, limit, nothing).move_to(right.center)
        self.play(table.open())
        self.play(table.reveal())
        self.play(FadeIn(limit, nothing, run_time=theme.FADE))
