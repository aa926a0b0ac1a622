"""Clip 00, second act: the ratio settles as the turn shrinks, and the map of the lesson appears."""

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

from lessons.derivatives.c00.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.secant import TangentLine
from scenes.components.graph.triangle import TriangleRig
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c00_one_question.act1_knob import AfterKnob
from scenes.derivatives.c00_one_question.props.knob_and_error import KnobAndError
from scenes.derivatives.map.tiles import TileMap

PARTS = (
    ("lines", "line", "line"),
    ("curves", "secant", "secant"),
    ("limits", "limit", "tangent"),
    ("rules", "rules", "chain"),
    ("descent", "gradient", "descent"),
)
"""The words over the map, each with the first and the last tile that it stands over."""


class RatioSettles(Act):
    """The ratio settles as the turn shrinks, and the map of the lesson appears."""

    numbers: Numbers
    before: AfterKnob

    def ratio_settles(self) -> None:
        numbers, before, marks = self.numbers, self.before, self.before.marks
        self.play(FadeOut(before.others, before.error))
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
        passing = before.small.copy()  # both dials stay as they were built
        self.remove(before.small)
        self.play(
            ReplacementTransform(passing, before.dial),
            ReplacementTransform(before.answer, table.cell(0, 1)),
            before.gauge.animate.move_to(before.home),
            run_time=theme.MORPH,
        )
        knob = Readout("w =", numbers.after.x, decimals=3, color=theme.RUN)
        knob.next_to(before.dial, DOWN, buff=theme.GUTTER)
        error = Readout("J =", numbers.before.y, decimals=3, digits=2, flush=True, color=theme.FUNC)
        error.next_to(before.gauge, DOWN, buff=theme.GUTTER)
        error.set_value(numbers.after.y)
        self.play(
            FadeIn(before.ghost, marks.turn, marks.fall, marks.names, knob, error),
            table.open(),
            FadeIn(table.cell(0, 0)),
        )
        machine = KnobAndError(before.dial, before.gauge, knob, error)

        def nudge(run: float) -> None:
            machine.turn_to(numbers.secant(run).q)
            marks.follow(numbers.before, machine)

        moving = (*machine.parts, marks.turn, marks.fall, marks.names)
        for (wide, tight), row in zip(pairwise(numbers.nudges), table.rows[1:], strict=True):
            self.play(
                Sweep(nudge, log_way(wide, tight), *moving, run_time=theme.DRAW),
            )
            self.play(FadeIn(row, run_time=theme.FADE))
        settled = Readout("->", numbers.slope, size=theme.CONCLUSION_SIZE, color=theme.EXACT)
        settled.next_to(table, DOWN, buff=theme.CARD_GAP)
        # Its minus sign stands below those of the ratios: it ends their column.
        settled.shift(RIGHT * (table.cell(0, 1).get_left()[0] - settled.number.get_left()[0]))
        self.play(FadeIn(settled, shift=DOWN * theme.NUDGE_SHIFT))
        self.settled, self.table = settled, table

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
