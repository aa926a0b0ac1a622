"""Clip 07, sixth act: descent finds one of two valleys, and slows down on level ground."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, Create, FadeIn, VGroup, linear

from lessons.derivatives.c07.numbers import Numbers
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.stacked import WindowTangent
from scenes.components.marks.brace import Hairline
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c07_downhill.props.docking import dock, legible
from scenes.derivatives.c07_downhill.props.framed_graph import framed_graph
from scenes.derivatives.c07_downhill.props.written import written
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import descent_picture
from scenes.notation import typst

VALLEYS_HEIGHTS = (-2.4, 1.8, 1.0)
VALLEY_DECIMALS = 3
FIRST_STEPS, ROLLS = 12.0, (3.0, 3.0)
"""How many steps the balls take slowly; seconds that the slow and the fast ones last."""
NAME_AT, PARTING_AT = (0.3, 0.9), (0.62, 0.9)
"""Where the name of the curve and that of the watershed stand best, as shares of the plot."""
STALL_WINDOW = ((-0.4, 1.2, 0.5), (-0.3, 1.3, 0.5))
READINGS_AT = (0.3, 0.8)
LEVEL_AT = (0.62, 0.08)
"""Where the readings and the last words stand best, as shares of the plot."""
LEVEL_REACH = 1.6
"""Half the length of the level tangent, in frame units."""
STALL_SECONDS = 4.0


class WhereItStops(MappedAct):
    """The start decides which of two valleys is found; on level ground the steps shrink."""

    numbers: Numbers

    def two_valleys(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first, last = numbers.two_valleys_range
        head, plot = self.layout.headed()
        self.axes, curve = framed_graph(
            numbers.two_valleys, (first, last, 1), VALLEYS_HEIGHTS, plot
        )
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
            Words("watershed", size=theme.TABLE_SIZE),
            in_roles(f"x approx {{{{{written(ridge.x)} : run}}}}", theme.TABLE_SIZE),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.LABEL_GAP)
        name = Formula(
            f"g(x) = {typst(numbers.two_valleys.expression)}",
            size=theme.TABLE_SIZE if head is None else theme.KEY_SIZE,
            color=theme.FUNC,
        )
        window = legible(self.axes.window, self.layout.readable)
        if head is None:
            dock(name, window, [curve, watershed], NAME_AT)
        else:
            head.place(head.fit(name))
        dock(parting, window, [curve, watershed, name], PARTING_AT)
        self.play(FadeIn(self.axes), Create(curve, run_time=theme.WRITE), FadeIn(name))
        self.play(FadeIn(self.balls))
        starts = VGroup(
            *(
                SolidDot(ball.get_center(), theme.MUTED, theme.FINE_DOT_RADIUS)
                for ball in self.balls
            )
        )
        self.add(starts, self.balls)
        steps = float(numbers.balls[0].steps)
        slow, fast = ROLLS
        self.play(self._roll(0.0, FIRST_STEPS, run_time=slow, rate_func=linear))
        self.play(self._roll(FIRST_STEPS, steps, run_time=fast))
        self.play(Create(watershed), FadeIn(parting), run_time=theme.STEP)
        for valley, word in zip(numbers.valleys, self._depths(), strict=True):
            at = self.axes.map(valley.x, valley.value)
            place = in_roles(
                f"({{{{{written(valley.x)} : run}}}}, {{{{{written(valley.value)} : rise}}}})",
                theme.DIGIT_SIZE,
            )
            label = VGroup(Words(word, size=theme.TABLE_SIZE), place)
            label.arrange(DOWN, buff=theme.TICK)
            label.next_to(at, DOWN, buff=theme.GUTTER)
            over = window.left + theme.TICK - float(label.get_left()[0])
            label.shift(max(0.0, over) * RIGHT)  # clear of the axis
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
        stage = self.layout.stage
        if self.layout.upright:  # the last words stand below the curve
            stage = self.layout.above_captions(stage)
        axes, curve = framed_graph(cubic, *STALL_WINDOW, stage)
        ball = SolidDot(axes.map(*numbers.stall_at(0.0)), radius=theme.MARBLE_RADIUS)
        name = Formula(f"f(x) = {typst(cubic.expression)}", size=theme.KEY_SIZE, color=theme.FUNC)
        step = Readout('upright("step")', 0, digits=2, flush=True, size=theme.KEY_SIZE)
        place = Readout(
            "x =",
            path.points[0],
            decimals=VALLEY_DECIMALS,
            size=theme.KEY_SIZE,
            color=theme.RUN,
        )
        readings = VGroup(name, step, place)
        readings.arrange(DOWN, aligned_edge=LEFT, buff=theme.CARD_GAP)
        window = legible(axes.window, self.layout.readable)
        dock(readings, window, [curve, ball], READINGS_AT)
        level = VGroup(
            Formula("f'(0) = 0", size=theme.TABLE_SIZE, color=theme.EXACT),
            Words("level, yet no minimum", size=theme.TABLE_SIZE),
        )
        if self.layout.upright:
            level.arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        else:
            level.arrange(RIGHT, buff=theme.CARD_GAP)
        tangent = WindowTangent(axes, numbers.panel_tangent("inflection", 0.0), LEVEL_REACH)
        dock(level, window, [curve, tangent, readings], LEVEL_AT)
        if not self.layout.upright:
            level.shift((axes.map(0.0, 0.0)[0] - level[0].get_center()[0]) * RIGHT)
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
        self.play(FadeIn(tangent, level, run_time=theme.FADE))
        self.wait(theme.HOLD)
        self.clear_stage()
        self.leave_tile("descent", descent_picture())
