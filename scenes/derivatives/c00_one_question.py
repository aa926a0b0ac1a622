"""Clip 00: one knob, one error, and the question that the whole lesson answers."""

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
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
    VMobject,
)

from lessons.derivatives.numbers.c00 import one_question
from mathcore.curves import sample
from scenes import theme
from scenes.components.axes import GraphAxes
from scenes.components.curve import Curve
from scenes.components.dial import Dial, Gauge
from scenes.components.formula import Formula
from scenes.components.fraction import LiveFraction
from scenes.components.marks import SpanBrace
from scenes.components.motion import Sweep, between, log_way
from scenes.components.readout import Readout
from scenes.components.table import Column, ValueTable
from scenes.components.text import Words
from scenes.components.tile import TileMap
from scenes.components.triangle import TriangleRig
from scenes.layout import Region
from scenes.stage import LessonScene

SPAN = (1.5, 2.5)


class OneQuestion(LessonScene):
    """A knob turns a little: which way did the error move, and how much per turn."""

    clip_number = "00"

    def setup(self) -> None:
        """Build the knob and its error, side by side."""
        super().setup()
        self.numbers = one_question()
        before = self.numbers.before
        self.dial = Dial(before.x, SPAN).move_to(self.layout.full.at(0.22, 0.58))
        self.gauge = Gauge(before.y, before.y).move_to(self.layout.full.at(0.52, 0.52))
        self.knob = Readout("w =", before.x, decimals=1, color=theme.RUN)
        self.knob.next_to(self.dial, DOWN, buff=theme.GUTTER)
        self.error = Readout("J =", before.y, decimals=2, digits=2, flush=True, color=theme.FUNC)
        self.error.next_to(self.gauge, DOWN, buff=theme.GUTTER)
        self.machine = VGroup(self.dial, self.gauge, self.knob, self.error)

    def _turn(self, w: float) -> None:
        point = self.numbers.loss.value(w)
        self.dial.set_value(w)
        self.gauge.set_value(point)
        self.knob.set_value(w)
        self.error.set_value(point)

    def knob_turns_error_drops(self) -> None:
        self.show_opening()
        self.play(FadeIn(self.dial, self.knob))
        self.play(FadeIn(self.gauge, self.error))
        self.ghost = self.gauge.ghost()
        self.add(self.ghost)
        start, end = self.numbers.before.x, self.numbers.after.x
        self.play(Sweep(self._turn, between(start, end), *self.machine, run_time=theme.SETTLE))

    def two_moves_make_a_ratio(self) -> None:
        before, after, change = self.numbers.before, self.numbers.after, self.numbers.triangle
        drop = Formula("Delta J", size=theme.LABEL_SIZE, color=theme.RISE)
        fall = SpanBrace(
            self.gauge.edge(after.y), self.gauge.edge(before.y), drop, color=theme.RISE
        )
        turn = self.dial.turn_mark(before.x, after.x)
        name = Formula("Delta w", size=theme.LABEL_SIZE, color=theme.RUN)
        name.next_to(turn, UP, buff=theme.LABEL_GAP)
        self.play(FadeIn(fall))
        self.play(Create(turn), FadeIn(name))
        self.ratio = Formula(
            "{{Delta J : rise}} / {{Delta w : run}} =",
            colors={"rise": theme.RISE, "run": theme.RUN},
            size=theme.FORMULA_SMALL_SIZE,
        )
        change_in_figures = LiveFraction(
            change.rise,
            change.run,
            self.numbers.ratios[0],
            decimals=(2, 1),
            signed=True,
            size=theme.FORMULA_SMALL_SIZE,
        )
        row = VGroup(self.ratio, change_in_figures).arrange(RIGHT, buff=theme.LABEL_GAP)
        self.layout.full.part(0.62, 1.0, 0.0, 1.0).place(row, 0.5, 0.58)
        self.play(
            TransformFromCopy(drop, self.ratio.part("rise")),
            TransformFromCopy(name, self.ratio.part("run")),
            FadeIn(self.ratio.rest()),
        )
        self.play(FadeIn(change_in_figures))
        self.marks = VGroup(fall, turn, name, self.ghost)
        self.figures = change_in_figures

    def one_knob_among_many(self) -> None:
        self.play(FadeOut(self.marks, self.ratio, self.figures, self.knob, self.error))
        cells = [
            cell
            for row in self.layout.full.part(0.0, 1.0, 0.18, 1.0).rows(*[1] * 3, gap=theme.GUTTER)
            for cell in row.columns(*[1] * 8, gap=theme.GUTTER)
        ]
        crowd = [
            self._small(cell, Dial(turn, (0.0, 1.0), theme.CROWD_RADIUS, ticks=5), level, 1.0)
            for cell, (turn, level) in zip(cells, self.numbers.crowd, strict=True)
        ]
        chosen = len(cells) // 3
        dial = Dial(self.dial.value, SPAN, theme.CROWD_RADIUS, ticks=5)
        self.small = self._small(cells[chosen], dial, self.gauge.value, self.gauge.full)
        self._change(VGroup(self.dial, self.gauge), self.small)
        words = Words("two knobs … or billions", size=theme.FORMULA_SMALL_SIZE)
        self.layout.full.place(words, 0.5, 0.0)
        others = VGroup(*crowd[:chosen], *crowd[chosen + 1 :])
        self.play(
            LaggedStart(*(FadeIn(pair, scale=0.5) for pair in others), lag_ratio=theme.LAG),
            FadeIn(words),
            run_time=2 * theme.DRAW,
        )
        self.others = VGroup(others, words)

    def _small(self, cell: Region, dial: Dial, level: float, full: float) -> VGroup:
        height = 2 * theme.CROWD_RADIUS
        gauge = Gauge(level, full, height=height, width=height / 4)
        return cell.place(VGroup(dial, gauge).arrange(RIGHT, buff=theme.LABEL_GAP))

    def _change(self, before: VGroup, after: VGroup) -> None:
        """Turn one dial with its gauge into another, leaving both as they were built."""
        passing = before.copy()
        self.remove(before)
        self.play(
            *(ReplacementTransform(old, new) for old, new in zip(passing, after, strict=True)),
            run_time=theme.MORPH,
        )

    def ratio_settles(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.others))
        self._change(self.small, VGroup(self.dial, self.gauge))
        self.knob = Readout("w =", numbers.after.x, decimals=3, color=theme.RUN)
        self.knob.next_to(self.dial, DOWN, buff=theme.GUTTER)
        self.error = Readout(
            "J =", numbers.after.y, decimals=3, digits=2, flush=True, color=theme.FUNC
        )
        self.error.next_to(self.gauge, DOWN, buff=theme.GUTTER)
        table = ValueTable(
            [Column("Delta w", theme.RUN), Column("Delta J \\/ Delta w", theme.APPROX)],
            list(zip(numbers.nudges, numbers.ratios, strict=True)),
            size=theme.FORMULA_SMALL_SIZE,
            pitch=theme.WIDE_PITCH,
        )
        self.layout.full.part(0.64, 1.0, 0.0, 1.0).place(table, 0.5, 0.66)
        self.play(FadeIn(self.ghost, self.knob, self.error), table.open())
        self.play(FadeIn(table.rows[0]))
        for (wide, tight), row in zip(pairwise(numbers.nudges), table.rows[1:], strict=True):
            self.play(
                Sweep(
                    lambda nudge: self._turn(numbers.knob + nudge),
                    log_way(wide, tight),
                    self.dial,
                    self.gauge,
                    self.knob,
                    self.error,
                    run_time=theme.WRITE,
                )
            )
            self.play(FadeIn(row, run_time=theme.FADE))
        settled = Readout("->", numbers.slope, size=theme.CONCLUSION_SIZE, color=theme.EXACT)
        settled.next_to(table, DOWN, buff=theme.COLUMN_GAP)
        self.play(FadeIn(settled, shift=DOWN * theme.NUDGE_SHIFT))
        self.settled = settled

    def map_appears(self) -> None:
        numbers = self.numbers
        upper, lower = self.layout.full.rows(5, 1.4, gap=theme.GUTTER)
        axes = GraphAxes((1.7, 3.3, 0.5), (0, 20, 5), upper, x_name="w", y_name="J", numbers=(1, 0))
        curve = Curve(axes, sample(numbers.loss, 1.7, 3.3))
        nudge = TriangleRig(axes, numbers.triangle)
        self.clear_stage(self.settled)
        self.play(FadeIn(axes), Create(curve))
        source: VMobject = self.settled
        self.play(ReplacementTransform(source, VGroup(nudge.run, nudge.rise)))
        tiles = TileMap(lower)
        words = Words("lines · curves · limits · rules · descent", color=theme.MUTED)
        words.next_to(tiles, UP, buff=theme.GUTTER)
        self.play(
            LaggedStart(*(FadeIn(tile, shift=UP * theme.NUDGE_SHIFT) for tile in tiles)),
            run_time=theme.DRAW,
        )
        self.play(FadeIn(words))
