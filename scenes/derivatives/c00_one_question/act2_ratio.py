"""Clip 00, second act: the ratio settles as the turn shrinks, and the map of the lesson appears."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UR,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c00.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.secant import TangentLine
from scenes.components.marks.plate import on_plate
from scenes.components.motion.carry import carry
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.rigs.dial import Dial
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c00_one_question.act1_knob import SPAN, AfterKnob
from scenes.derivatives.c00_one_question.props.magnified_step import MagnifiedStep
from scenes.derivatives.map.pictures import PICTURES
from scenes.derivatives.map.tiles import TileBoard
from scenes.derivatives.shared.fit_panel import FitPanel

STEP, SQUARE_STEP, UPRIGHT_STEP = (4.0, 4.4), (3.6, 4.4), (4.0, 4.8)
"""Frame units that the first step and the slope's rise over it take under the lens."""
CORNER, SQUARE_CORNER, UPRIGHT_CORNER = (0.455, 0.9), (0.335, 0.9), (0.02, 0.93)
"""Where the step starts, as shares of the stage."""
DIAL_AT, UPRIGHT_DIAL = (0.14, 0.78), (0.2, 0.62)
"""Where the dial stands, beside the step or below it."""
TABLE_PITCH = 0.85
FIRST = "line"
"""The tile that the next clip fills."""
WINDOW = ((1.6, 3.4, 0.5), (0, 20, 5))
"""The window of the loss, across and up."""
RATIO_PLACE, PANEL_PART = (0.36, 0.94), (0.56, 1.0, 0.26, 1.0)
"""Where the ratio stands in the window of a wide frame, and the part of it that the data take."""
UPRIGHT_PANEL = (0.42, 1.0, 0.44, 1.0)
RATIO_ROOM = 2.3
"""Height of the strip with the ratio above the plot of a narrow frame, in frame units."""


class RatioSettles(Act):
    """The ratio settles as the turn shrinks, and the map of the lesson appears."""

    numbers: Numbers
    before: AfterKnob

    def ratio_settles(self) -> None:
        numbers, before = self.numbers, self.before
        stage = self.layout.stage
        first, last = numbers.nudges[0], len(numbers.nudges) - 1
        run_length, rise_length = self.layout.by_shape(STEP, SQUARE_STEP, UPRIGHT_STEP)
        units = (run_length / first, rise_length / abs(numbers.slope) / first)
        corner = self.layout.by_shape(CORNER, SQUARE_CORNER, UPRIGHT_CORNER)
        step = MagnifiedStep(
            stage.at(*corner), units, (5, 5), numbers.change, first, edge=stage.left
        )
        step.put(first, numbers.secant(first).triangle.rise, 1.0)
        dial_at = self.layout.by_shape(DIAL_AT, DIAL_AT, UPRIGHT_DIAL)
        dial = Dial(numbers.after.x, SPAN).move_to(stage.at(*dial_at))
        knob = Readout("w =", numbers.after.x, decimals=3, size=theme.TABLE_SIZE, color=theme.RUN)
        if self.layout.narrow:
            knob.next_to(dial, DOWN, buff=theme.LABEL_GAP)
        else:
            knob.next_to(dial, RIGHT, buff=theme.CARD_GAP)
        table = ValueTable(
            [
                Column("Delta w", theme.RUN),
                Column("{{Delta J : rise}} \\/ {{Delta w : run}}", theme.APPROX),
            ],
            list(zip(numbers.nudges, numbers.ratios, strict=True)),
            size=theme.TABLE_SIZE,
            pitch=TABLE_PITCH,
        )
        self.layout.readable.place(table, 0.06, 0.0)
        power = Readout("times", first / numbers.nudges[last], digits=3, flush=True)
        badge = on_plate(power).move_to(stage.at(1.0, 1.0), aligned_edge=UR)
        power.set_value(1.0)
        passing = before.small[0].copy()
        self.remove(before.small)
        self.play(
            FadeOut(before.others, before.small[1]),
            ReplacementTransform(passing, dial),
            ReplacementTransform(before.answer, table.cell(0, 1)),
            FadeIn(table.cell(0, 0), knob, step),
            table.open(),
            run_time=theme.MORPH,
        )
        self.play(FadeIn(badge, run_time=theme.FADE))

        def shrink(run: float) -> None:
            state = numbers.secant(run)
            dial.set_value(state.q.x)
            knob.set_value(state.q.x)
            step.put(run, state.triangle.rise, self.factor)

        def magnify(factor: float) -> None:
            self.factor = factor
            power.set_value(factor)
            step.put(self.run, numbers.secant(self.run).triangle.rise, factor)

        self.factor = 1.0
        for (wide, tight), row in zip(pairwise(numbers.nudges), table.rows[1:], strict=True):
            self.play(
                Sweep(shrink, log_way(wide, tight), dial, knob, step, run_time=theme.LEG),
            )
            self.run = float(tight)
            self.play(
                Sweep(magnify, log_way(self.factor, first / tight), power, step),
                FadeIn(row),
                run_time=theme.LEG,
            )
        settled = Readout("->", numbers.slope, size=theme.TITLE_SIZE, color=theme.EXACT)
        settled.next_to(table, RIGHT, buff=theme.CARD_GAP).stand_on(table.cell(last, 1).baseline)
        self.play(FadeIn(settled, shift=LEFT * theme.NUDGE_SHIFT))
        self.settled, self.table = settled, table

    def map_appears(self) -> None:
        numbers = self.numbers
        head, plot = self.layout.headed(RATIO_ROOM / self.layout.stage.height)
        axes = GraphAxes(*WINDOW, plot, x_name="w", y_name="J", numbers=(1, 0), grid=False)
        (low, high, _), _ = WINDOW
        curve = Curve(axes, sample(numbers.loss, low, high), stroke=theme.EXACT_STROKE)
        tangent = TangentLine(axes, numbers.tangent, reach=2 * theme.TANGENT_REACH)
        ratio = in_roles(
            "{{Delta J : rise}} / {{Delta w : run}} {{-> : to}} "
            f"{{{{{spell(numbers.slope, 0)} : exact}}}}",
            size=theme.TITLE_SIZE,
        )
        if head:
            head.place(ratio)
        else:
            ratio.move_to(axes.window.at(*RATIO_PLACE), aligned_edge=DOWN).align_to(
                axes.window.at(0, RATIO_PLACE[1]), DOWN
            )
            ratio.shift(DOWN * ratio.height)
        heading = self.table.heading(1)
        fraction = ratio.without("to", "exact")
        self.clear_stage(self.settled, heading)
        # A copy that grows to the height of the fraction is broader than a narrow frame.
        named = (emerge(fraction, heading),) if head else carry(heading, fraction)
        self.play(
            *named,
            ReplacementTransform(self.settled.name_part, ratio.part("to")),
            ReplacementTransform(self.settled.number, ratio.part("exact")),
            FadeOut(heading),
            FadeIn(axes),
            Create(curve),
            run_time=theme.MORPH,
        )
        # What the ratio tends to is the slope of this line, not of the step.
        self.play(emerge(tangent, ratio.part("exact"), run_time=theme.WRITE))
        part = self.layout.by_shape(PANEL_PART, PANEL_PART, UPRIGHT_PANEL)
        panel = FitPanel(axes.window.part(*part), numbers.data, numbers.fit(numbers.knob))
        ball = SolidDot(axes.map(*numbers.before), radius=theme.MARBLE_RADIUS)
        self.play(FadeIn(panel, ball), run_time=theme.FADE)

        def descend(w: float) -> None:
            ball.move_to(axes.map(*numbers.at(w)))
            panel.lay(numbers.fit(w))

        self.play(
            Sweep(
                descend,
                between(numbers.knob, numbers.best),
                ball,
                panel.guess,
                panel.misses,
                rate_func=theme.TRAVEL,
                run_time=theme.DRAW,
            ),
        )
        self.wait(theme.BREATH)
        self.clear_stage()
        room = self.layout.readable if self.layout.narrow else self.layout.full
        board = TileBoard(room, FIRST, PICTURES)
        board[FIRST].hold(PICTURES[FIRST]())
        self.play(
            LaggedStart(
                *(
                    FadeIn(VGroup(*pair))
                    for pair in zip(board.tiles.values(), board.names, strict=True)
                ),
                lag_ratio=theme.LAG,
            ),
            run_time=theme.GROUP,
        )
        self.wait(theme.CLIP_END)
