"""Clip 00: one knob, one error, and the question that the whole lesson answers."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from mathcore.curves import sample
from scenes import theme
from scenes.components.axes import GraphAxes
from scenes.components.curve import Curve
from scenes.components.emerge import emerge
from scenes.components.formula import Formula
from scenes.components.motion import Sweep, log_way
from scenes.components.numeral import spell
from scenes.components.readout import Readout
from scenes.components.roles import in_roles
from scenes.components.secant import TangentLine
from scenes.components.table import Column, ValueTable
from scenes.components.text import Words
from scenes.components.tile import TileMap
from scenes.components.triangle import TriangleRig
from scenes.derivatives.c00_knob import Knob

PARTS = (
    ("lines", "line", "line"),
    ("curves", "secant", "secant"),
    ("limits", "limit", "tangent"),
    ("rules", "rules", "chain"),
    ("descent", "gradient", "descent"),
)
"""What the map will tell of, each over its first to its last tile."""


class OneQuestion(Knob):
    """The ratio settles as the turn shrinks, and the map of the lesson appears."""

    def ratio_settles(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.others, self.error))
        table = ValueTable(
            [
                Column("Delta w", theme.RUN),
                Column("{{Delta J : rise}} \\/ {{Delta w : run}}", theme.APPROX),
            ],
            list(zip(numbers.nudges, numbers.ratios, strict=True)),
            size=theme.FORMULA_SMALL_SIZE,
            pitch=theme.WIDE_PITCH,
        )
        self.layout.full.part(0.64, 1.0, 0.0, 1.0).place(table, 0.5, 0.66)
        self._change(
            self.small,
            self.dial,
            ReplacementTransform(self.answer, table.cell(0, 1)),
            self.gauge.animate.move_to(self.home),
        )
        self.knob = Readout("w =", numbers.after.x, decimals=3, color=theme.RUN)
        self.knob.next_to(self.dial, DOWN, buff=theme.GUTTER)
        self.error = Readout(
            "J =", numbers.before.y, decimals=3, digits=2, flush=True, color=theme.FUNC
        )
        self.error.next_to(self.gauge, DOWN, buff=theme.GUTTER)
        self.error.set_value(numbers.after.y)
        self.play(
            FadeIn(self.ghost, self.turn, self.fall, self.names, self.knob, self.error),
            table.open(),
            FadeIn(table.cell(0, 0)),
        )
        moving = (self.dial, self.gauge, self.knob, self.error, self.turn, self.fall, self.names)
        for (wide, tight), row in zip(pairwise(numbers.nudges), table.rows[1:], strict=True):
            self.play(
                Sweep(self._nudge, log_way(wide, tight), *moving, run_time=theme.DRAW),
            )
            self.play(FadeIn(row, run_time=theme.FADE))
        settled = Readout("->", numbers.slope, size=theme.CONCLUSION_SIZE, color=theme.EXACT)
        settled.next_to(table, DOWN, buff=theme.CARD_GAP)
        # Its minus sign stands below those of the ratios: it ends their column.
        settled.shift(RIGHT * (table.cell(0, 1).get_left()[0] - settled.number.get_left()[0]))
        self.play(FadeIn(settled, shift=DOWN * theme.NUDGE_SHIFT))
        self.settled, self.table = settled, table

    def _nudge(self, nudge: float) -> None:
        start = self.numbers.before
        self._turn(self.numbers.secant(nudge).q)
        self.turn.become(self.dial.turn_mark(start.x, self.dial.value))
        self.fall.become(self.gauge.fall_mark(start.y, self.gauge.value))
        self._name_marks()

    def map_appears(self) -> None:
        numbers = self.numbers
        upper, lower = self.layout.full.rows(5, 1.6, gap=theme.GUTTER)
        axes = GraphAxes(
            (1.7, 3.3, 0.5), (0, 20, 5), upper, x_name="w", y_name="J", numbers=(1, 0), grid=False
        )
        curve = Curve(axes, sample(numbers.loss, 1.7, 3.3))
        ratio = in_roles(
            "{{Delta J : rise}} / {{Delta w : run}} {{-> : to}} "
            f"{{{{{spell(numbers.slope, 0)} : exact}}}}",
            size=theme.CONCLUSION_SIZE,
        )
        ratio.move_to(axes.window.at(0.62, 0.66))
        heading = self.table.heading(1)
        self.clear_stage(self.settled, heading)
        self.play(
            *(
                ReplacementTransform(heading.part(role), ratio.part(role))
                for role in ("rise", "run")
            ),
            ReplacementTransform(heading.rest(), ratio.rest()),
            ReplacementTransform(self.settled.name_part, ratio.part("to")),
            ReplacementTransform(self.settled.number, ratio.part("exact")),
            FadeIn(axes),
            run_time=theme.MORPH,
        )
        self.play(Create(curve))
        nudge = TriangleRig(
            axes,
            numbers.triangle,
            Formula("Delta w", size=theme.LABEL_SIZE, color=theme.RUN),
            Formula("Delta J", size=theme.LABEL_SIZE, color=theme.RISE),
        )
        turned, fallen = nudge.tags
        self.play(
            TransformFromCopy(ratio.part("run"), turned), FadeIn(nudge.run), run_time=theme.MORPH
        )
        self.play(
            TransformFromCopy(ratio.part("rise"), fallen), FadeIn(nudge.rise), run_time=theme.MORPH
        )
        # What the ratio tends to is the slope of this line, not of the step.
        tangent = TangentLine(axes, numbers.tangent, reach=theme.TANGENT_REACH)
        self.play(emerge(tangent, ratio.part("exact"), run_time=theme.WRITE))
        tiles = TileMap(lower)
        words = VGroup(
            *(
                Words(word, size=theme.AXIS_SIZE, color=theme.MUTED)
                .move_to((tiles.center_of(first) + tiles.center_of(last)) / 2)
                .stand_on(tiles.get_top()[1] + theme.LABEL_GAP)
                for word, first, last in PARTS
            )
        )
        self.play(
            LaggedStart(*(FadeIn(tile, shift=DOWN * theme.NUDGE_SHIFT) for tile in tiles)),
            run_time=theme.DRAW,
        )
        self.play(FadeIn(words))
        self.wait(theme.CLIP_END)
