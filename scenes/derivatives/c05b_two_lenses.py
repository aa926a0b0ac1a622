"""Clip 05b, second act: what the second machine makes of a nudge, and both together."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    PI,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    ShowPassingFlash,
    Transform,
    TransformFromCopy,
    VGroup,
    there_and_back,
)

from mathcore.rules import ChainNudge
from scenes import theme
from scenes.components.emerge import emerge
from scenes.components.formula import Formula
from scenes.components.lens import Lens
from scenes.components.motion import Sweep, animated, between, log_way
from scenes.components.numeral import Numeral, spell
from scenes.components.table import Column, ValueTable
from scenes.components.text import Words
from scenes.derivatives.c05b_three_lines import WANDERING, ThreeLines
from scenes.notation import per


class TwoLenses(ThreeLines):
    """The second magnification settles; magnifications multiply."""

    def second_lens_settles(self) -> None:
        _, du, dy = self.beam.marks
        ray, nudges = self.beam.rays[1], self.numbers.nudges
        caption = VGroup(
            Words("each dash is"),
            Formula("Delta u", size=theme.LABEL_SIZE),
            Words("on the scale of"),
            Formula("y", size=theme.LABEL_SIZE, color=theme.RISE),
        ).arrange(RIGHT, buff=theme.LABEL_GAP)
        for words in caption:
            words.stand_on(caption[0].baseline)
        pieces = self.beam.measure_last(caption)
        lit = self._lit(1.0)
        lit[-1].make_way(pieces)
        self.play(Transform(self.later, lit, run_time=theme.FADE))
        self.play(Create(ray.shaft), FadeIn(ray.tip, dy))
        one = pieces.pitch / dy.bar.get_length()
        pieces.reach(one)
        self.play(
            TransformFromCopy(du.bar, pieces.strokes, run_time=theme.LEG),
            FadeIn(caption),
            FadeOut(self.rules[1]),
        )
        self.play(
            Sweep(pieces.reach, between(one, 1.0), pieces, run_time=theme.DRAW),
            emerge(self.outer, VGroup(du.bar, dy.bar)),
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
        self.play(FadeIn(self.zoom, run_time=theme.FADE))
        for wide, tight in pairwise(nudges):
            self.play(
                Sweep(
                    self._shrink,
                    log_way(wide.dx, tight.dx),
                    self.lines,
                    self.beam,
                    self.outer,
                    self.zoom,
                    run_time=theme.DRAW,
                )
            )
            self.wait(theme.FADE)
        exact = self._exact(self.outer, per("y", "u"), self.numbers.outer_slope)
        three = self._three(self.inner.get_center(), per("u", "x"))
        power = Formula(
            f"= 4 dot {spell(self.lines.values[1], 1)}^3", size=theme.LABEL_SIZE, color=theme.EXACT
        ).next_to(exact, DOWN, buff=theme.LABEL_GAP)
        self.play(FadeIn(exact, three, power))
        self.remove(self.outer, self.inner)
        self.wait(theme.BREATH)
        self.outer, self.inner, self.power = exact, three, power

    def _shrink(self, dx: float) -> None:
        now: ChainNudge = self.numbers.nudge(dx)
        times = self.numbers.nudges[0].dx / dx
        self.lines.magnify(times)
        self.zoom[1].set_value(times)
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
        self.play(FadeOut(self.lines, self.beam, self.zoom, run_time=theme.FADE))
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
                Column("Delta x", theme.RUN, decimals=3),
                Column("Delta y \\/ Delta x", theme.APPROX, decimals=3),
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
