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

from lessons.derivatives.c05b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.rigs.lens import Lens
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c05b_rules_the_chain.act1_three_lines import WANDERING, AfterThreeLines
from scenes.notation import per

EQUATION_COLUMNS = (2.75, 1)
"""Widths of an equation of lenses and of the table beside it."""


class TwoLenses(Act):
    """The second magnification settles; magnifications multiply."""

    numbers: Numbers
    before: AfterThreeLines

    def prepare(self) -> None:
        """Begin with the two glasses of the act before, which exact ones will replace."""
        self.inner, self.outer = self.before.inner, self.before.nudged.glass

    def second_lens_settles(self) -> None:
        stage, nudged, zoom = self.before.stage, self.before.nudged, self.before.zoom
        lines, beam, nudges = nudged.lines, nudged.beam, self.numbers.nudges
        _, du, dy = beam.marks
        ray = beam.rays[1]
        caption = VGroup(
            Words("each dash is"),
            Formula("Delta u", size=theme.LABEL_SIZE),
            Words("on the scale of"),
            Formula("y", size=theme.LABEL_SIZE, color=theme.RISE),
        ).arrange(RIGHT, buff=theme.LABEL_GAP)
        for words in caption:
            words.stand_on(caption[0].baseline)
        pieces = beam.measure_last(caption)
        lit = stage.lit(1.0)
        lit.line.make_way(pieces)
        self.play(Transform(stage, lit, run_time=theme.FADE))
        self.play(Create(ray.shaft), FadeIn(ray.tip, dy))
        one = pieces.pitch / dy.bar.get_length()
        pieces.reach(one)
        self.play(
            TransformFromCopy(du.bar, pieces.strokes, run_time=theme.LEG),
            FadeIn(caption),
            FadeOut(self.before.rule),
        )
        self.play(
            Sweep(pieces.reach, between(one, 1.0), pieces, run_time=theme.DRAW),
            emerge(self.outer, VGroup(du.bar, dy.bar)),
        )
        self.add(lines, beam)
        self.play(
            Sweep(
                lambda x: nudged.wander(x, nudges[0].dx),
                between(self.numbers.at, WANDERING[1]),
                lines,
                beam,
                self.outer,
                rate_func=there_and_back,
                run_time=theme.JOURNEY,
            )
        )
        self.play(FadeIn(zoom, run_time=theme.FADE))
        for wide, tight in pairwise(nudges):
            self.play(
                Sweep(
                    self._shrink,
                    log_way(wide.dx, tight.dx),
                    lines,
                    beam,
                    self.outer,
                    zoom,
                    run_time=theme.DRAW,
                )
            )
            self.wait(theme.FADE)
        exact = self._exact(self.outer, per("y", "u"), self.numbers.outer_slope)
        three = Lens(
            self.inner.get_center(), per("u", "x"), self.numbers.inner_slope, color=theme.EXACT
        )
        power = Formula(
            f"= 4 dot {spell(lines.values[1], 1)}^3", size=theme.LABEL_SIZE, color=theme.EXACT
        ).next_to(exact, DOWN, buff=theme.LABEL_GAP)
        self.play(FadeIn(exact, three, power))
        self.remove(self.outer, self.inner)
        self.wait(theme.BREATH)
        self.outer, self.inner, self.power = exact, three, power

    def _shrink(self, dx: float) -> None:
        times = self.numbers.nudges[0].dx / dx
        self.before.nudged.shrink(dx, times)
        self.before.times.set_value(times)

    def _exact(self, lens: Lens, name: str, value: float) -> Lens:
        return Lens(lens.get_center(), name, value, decimals=3, digits=2, color=theme.EXACT)

    def lenses_multiply(self) -> None:
        numbers, nudged = self.numbers, self.before.nudged
        self.play(FadeOut(self.power, run_time=theme.FADE))
        for ray, lens in zip(nudged.beam.rays, (self.inner, self.outer), strict=True):
            self.play(
                ShowPassingFlash(ray.pulse(theme.EXACT)),
                animated(lens, rate_func=there_and_back).scale(theme.POINT_GROWTH),
                run_time=theme.LEG,
            )
        # The glasses themselves are the equation, so no row below repeats their numbers.
        both = self._exact(self.outer, per("y", "x"), numbers.slope)
        row = VGroup(
            self.inner.copy(),
            Formula("dot", size=theme.TITLE_SIZE),
            self.outer.copy(),
            Formula("=", size=theme.TITLE_SIZE),
            both,
        )
        row.arrange(RIGHT, buff=theme.GUTTER)
        left, right = self.layout.full.columns(*EQUATION_COLUMNS, gap=theme.COLUMN_GAP)
        left.place(row.scale_to_fit_width(left.width - theme.TICK))
        self.play(FadeOut(nudged.lines, nudged.beam, self.before.zoom, run_time=theme.FADE))
        # The glasses move one after the other, so that they do not meet on the way.
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
