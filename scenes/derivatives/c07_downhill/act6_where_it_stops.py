"""Clip 07, sixth act: descent finds one of two valleys, and slows down on level ground."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, Create, FadeIn, VGroup, linear

from lessons.derivatives.c07.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.marks.brace import Hairline
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c07_downhill.props.written import written
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import descent_picture
from scenes.notation import typst

VALLEYS_HEIGHTS = (-2.4, 1.8, 1.0)
VALLEY_DECIMALS = 3
FIRST_STEPS, ROLLS = 12.0, (3.0, 3.0)
"""How many steps the balls take slowly; seconds that the slow and the fast ones last."""
STALL_WINDOW = ((-0.4, 1.2, 0.5), (-0.3, 1.3, 0.5))
STALL_NUMBERS = (1, 1)
STALL_SECONDS = 5.0


class WhereItStops(MappedAct):
    """The start decides which of two valleys is found; on level ground the steps shrink."""

    numbers: Numbers

    def two_valleys(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first, last = numbers.two_valleys_range
        self.axes = GraphAxes(
            (first, last, 1),
            VALLEYS_HEIGHTS,
            self.layout.full.part(theme.SCALE_SHARE / 2, 1.0, 0.0, 1.0),
            framed=True,
        )
        curve = Curve(self.axes, sample(numbers.two_valleys, first, last))
        self.balls = VGroup(
            *(
                SolidDot(self.axes.map(*numbers.ball_at(ball, 0.0)), radius=theme.HOLE_RADIUS)
                for ball in range(len(numbers.balls))
            )
        )
        ridge = numbers.watershed
        top, foot = (
            self.axes.map(ridge.x, height) for height in (VALLEYS_HEIGHTS[1], VALLEYS_HEIGHTS[0])
        )
        watershed = Hairline(foot, top, theme.INK)
        parting = VGroup(
            Words("watershed", color=theme.MUTED),
            in_roles(f"x approx {{{{{written(ridge.x)} : run}}}}", theme.LABEL_SIZE),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.LABEL_GAP)
        parting.next_to(top, RIGHT + DOWN, buff=theme.LABEL_GAP)
        name = Formula(
            f"g(x) = {typst(numbers.two_valleys.expression)}",
            size=theme.LABEL_SIZE,
            color=theme.FUNC,
        )
        self.axes.window.place(name, 0.07, 0.98)
        self.play(FadeIn(self.axes), Create(curve, run_time=theme.DRAW), FadeIn(name))
        self.play(FadeIn(self.balls))
        ghosts = self.balls.copy().set_color(theme.MUTED).set_opacity(theme.GHOST)
        self.add(ghosts, self.balls)
        steps = float(numbers.balls[0].steps)
        slow, fast = ROLLS
        self.play(self._roll(0.0, FIRST_STEPS, run_time=slow, rate_func=linear))
        self.play(self._roll(FIRST_STEPS, steps, run_time=fast))
        self.play(Create(watershed), FadeIn(parting), run_time=theme.STEP)
        for valley, word in zip(numbers.valleys, self._depths(), strict=True):
            at = self.axes.map(valley.x, valley.value)
            place = in_roles(
                f"({{{{{written(valley.x)} : run}}}}, {{{{{written(valley.value)} : rise}}}})",
                theme.LABEL_SIZE,
            )
            label = VGroup(Words(word), place).arrange(DOWN, buff=theme.TICK)
            label.next_to(at, DOWN, buff=theme.GUTTER)
            self.play(FadeIn(label, run_time=theme.FADE))

    def _depths(self) -> list[str]:
        values = [valley.value for valley in self.numbers.valleys]
        return ["deeper" if value == min(values) else "a valley" for value in values]

    def _roll(self, start: float, end: float, **kwargs: object) -> Sweep:
        def put(step: float) -> None:
            for place, ball in enumerate(self.balls):
                ball.move_to(self.axes.map(*self.numbers.ball_at(place, step)))

        return Sweep(put, between(start, end), self.balls, **kwargs)  # type: ignore[arg-type]

    def level_ground_stalls(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        cubic, path = numbers.panels["inflection"], numbers.stall
        x_range, y_range = STALL_WINDOW
        axes = GraphAxes(x_range, y_range, self.layout.left, equal=True, numbers=STALL_NUMBERS)
        curve = Curve(axes, sample(cubic, *x_range[:2]))
        ball = SolidDot(axes.map(*numbers.stall_at(0.0)), radius=theme.MARBLE_RADIUS)
        step = Readout(
            'upright("step")',
            0,
            digits=2,
            flush=True,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.MUTED,
        )
        place = Readout(
            "x =",
            path.points[0],
            decimals=VALLEY_DECIMALS,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.RUN,
        )
        column = self.layout.right
        name = Formula(
            f"f(x) = {typst(cubic.expression)}", size=theme.FORMULA_SMALL_SIZE, color=theme.FUNC
        )
        column.place(name, 0.0, 0.85)
        column.place(step, 0.0, 0.6)
        place.align_to(step, LEFT).stand_on(step.baseline - theme.WIDE_PITCH)
        marks = VGroup(
            *(
                SolidDot(axes.map(*numbers.stall_at(float(k))), theme.MUTED, theme.FINE_DOT_RADIUS)
                for k in range(path.steps + 1)
            )
        ).set_opacity(0.0)
        self.play(FadeIn(axes, curve, name, ball, step, place), run_time=theme.FADE)
        self.add(marks, ball)

        def put(index: float) -> None:
            whole = int(index)
            ball.move_to(axes.map(*numbers.stall_at(index)))
            step.set_value(whole)
            place.set_value(float(path.points[whole]))
            for k, mark in enumerate(marks):
                mark.set_opacity(1.0 if k <= whole else 0.0)

        self.play(
            Sweep(
                put,
                between(0.0, float(path.steps)),
                ball,
                marks,
                step,
                place,
                run_time=STALL_SECONDS,
                rate_func=linear,
            )
        )
        self.wait(theme.BREATH)
        self.clear_stage()
        self.leave_tile("descent", descent_picture())
