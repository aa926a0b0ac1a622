"""Clip 09b, third act: the dial of the step size, its limit, and a valley that becomes round."""

from __future__ import annotations

from manim import DOWN, LEFT, UP, Create, FadeIn, FadeOut, Line, VGroup
from manim.typing import Point3D

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.data_plot import FEW
from scenes.components.landscape.plane import path_on, plane_in
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.decimals import common_places, places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable, shortest
from scenes.derivatives.c09b_regression_the_surprise.props.valley_rings import ValleyRings

ALPHA_DIGITS = 9
DIAL_RADIUS = 1.0
DIAL_STEPS = 60
LOSS_DIGITS = 3
PRINTED = 4
INPUT_MARGIN = 0.1
PITCH = 0.5


class DialAndShape(Act):
    """A larger step size is faster until it diverges; then a round valley is faster still."""

    numbers: Numbers

    def dial_turned_too_far(self) -> None:
        numbers = self.numbers
        self.clear_stage()
        room, self.beside = self.layout.full.columns(0.66, 0.34, gap=theme.CARD_GAP)
        self.plane = plane_in(room, numbers.wide)
        self.bowl = ValleyRings(self.plane.window, numbers.levels, numbers.floor, numbers.wide)
        limit = numbers.contraction.limit
        dial = Dial(numbers.alpha, (0.0, max(numbers.dial_top, numbers.alpha)), radius=DIAL_RADIUS)
        dial.pointer.set_color(theme.INK)
        self.beside.place(dial, 0.5, 0.97)
        beyond = dial.turn_mark(limit, dial.span[1]).set_color(theme.EXACT)
        stops = self._stops()
        decimals = max(shortest(stop, ALPHA_DIGITS) for stop in stops)
        setting = Readout("alpha =", numbers.alpha, decimals=decimals)
        setting.next_to(dial, DOWN, buff=theme.TICK)
        curvature = float(numbers.curvatures.values[0])
        told = in_roles(
            f"2 / {{{{{spell(curvature, places(curvature, 4))} : exact1}}}} = "
            f"{{{{{spell(limit, places(limit))} : exact}}}}",
            theme.LABEL_SIZE,
        )
        told.next_to(setting, DOWN, buff=theme.GUTTER)
        self.play(FadeIn(self.plane, self.bowl), FadeIn(dial, setting))
        self.dial = VGroup(dial, setting, beyond, told)
        self.spot = VGroup()
        room = self.beside.part(0.0, 1.0, 0.0, 0.4)
        table = self._table(stops)
        room.place(room.fit(table), 0.5, 1.0)
        self.play(table.open())
        for stop, row in zip(stops, table.rows, strict=True):
            self._turn_dial(dial, setting, stop)
            self._run(stop)
            self.play(FadeIn(row, run_time=theme.FADE))
        self.play(Create(beyond), FadeIn(told))
        self.reading: ValueTable | Readout = table
        if numbers.outcome != "diverges":
            self._rebel(dial, setting, table)

    def _stops(self) -> list[float]:
        numbers = self.numbers
        if numbers.outcome == "diverges":
            return list(reversed(numbers.dials))
        return [dial for dial in numbers.dials if dial > numbers.alpha] or [numbers.dials[-1]]

    def _table(self, stops: list[float]) -> ValueTable:
        numbers = self.numbers
        decimals = max(shortest(stop, ALPHA_DIGITS) for stop in stops)
        rows = [(stop, numbers.needed_by_dial[stop] or numbers.longest_run) for stop in stops]
        table = ValueTable(
            [
                Column("alpha", theme.INK, decimals),
                Column('upright("epochs")', theme.INK, 0, grouped=True),
            ],
            rows,
            pitch=PITCH,
            size=theme.AXIS_SIZE,
        )
        for (stop, _), row in zip(rows, table.rows, strict=True):
            if numbers.needed_by_dial[stop] is None:
                row.add(Formula(">", size=theme.AXIS_SIZE).next_to(row[1], LEFT, buff=theme.TICK))
        return table

    def _turn_dial(self, dial: Dial, setting: Readout, value: float) -> None:
        def turn(alpha: float) -> None:
            dial.set_value(alpha)
            setting.set_value(alpha)

        self.play(Sweep(turn, between(dial.value, value), dial, setting, run_time=theme.STEP))

    def _run(self, alpha: float, steps: int = DIAL_STEPS) -> None:
        """Let the ball run down with another step size."""
        points = self.numbers.path_at(alpha, steps)
        path = path_on(self.plane, points.points, marks=())
        if len(self.spot):
            self.play(FadeOut(self.spot, run_time=theme.LEAP))
        self.add(path)
        self.play(path.go(0, len(points.ws) - 1, run_time=theme.LEG))
        self.spot = path

    def _rebel(self, dial: Dial, setting: Readout, table: ValueTable) -> None:
        """Go past the limit: each step lands higher on the other side."""
        numbers = self.numbers
        path = numbers.diverging
        self._turn_dial(dial, setting, path.alpha)
        if len(table.rows) == 1:  # the only row has just come
            self.wait(theme.HOLD)
        ball = path_on(self.plane, path.points)
        loss = Readout(
            "J =",
            path.losses[0],
            decimals=places(float(path.losses[0]), LOSS_DIGITS),
            digits=whole_digits(*path.losses.tolist()),
            size=theme.FORMULA_SIZE,
            color=theme.APPROX,
        )
        room = self.beside.part(0.0, 1.0, 0.0, 0.4)
        room.place(room.fit(loss), 0.5, 0.7)
        self.play(FadeOut(self.spot, table), FadeIn(ball, loss), run_time=theme.FADE)
        for step, height in enumerate(path.losses[1:].tolist()):
            loss.set_value(height)
            self.play(ball.go(step, step + 1, run_time=theme.LEAP))
        self.spot, self.reading = ball, loss

    def valley_becomes_round(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.dial, self.reading, self.spot), FadeOut(self.plane))
        start = SolidDot(self.bowl.place_all(numbers.at_start)[0])
        frame = self.plane.frame.copy()
        rule = self._rule()
        self.beside.place(self.beside.fit(rule), 0.0, 1.0)
        strip = self._inputs()
        self.play(FadeIn(start, frame, rule, strip))
        region = self.layout.full.columns(0.66, 0.34, gap=theme.CARD_GAP)[0]
        plane = plane_in(region, numbers.round_window, ("w_z", "b_z"))
        wide = self.bowl.region

        def reshape(share: float) -> None:
            # The numbers beside the new plane are wider: its window is a little smaller.
            window = wide.towards(plane.window, share)
            frame.stretch_to_fit_width(window.width).stretch_to_fit_height(window.height)
            frame.move_to(window.center)
            self.bowl.region = window
            self.bowl.put(*numbers.reshaped(share))
            start.move_to(self.bowl.place_all(numbers.at_start)[0])
            self._slide_inputs(share)

        self.play(
            Sweep(
                reshape,
                between(0.0, 1.0),
                self.bowl,
                start,
                strip,
                frame,
                run_time=theme.JOURNEY,
            )
        )
        self.play(FadeIn(plane), FadeOut(frame))
        self.bring_to_front(self.bowl, start)
        step = numbers.scaled_step
        path = path_on(plane, step.points)
        curvature, factor = numbers.scaled_curvatures.values[0], numbers.scaled_factor
        alpha = in_roles(
            f"1 - {spell(step.alpha, shortest(step.alpha))} dot "
            f"{{{{{spell(curvature, 0)} : exact}}}} = {{{{{spell(factor, 0)} : exact1}}}}"
        )
        self.beside.place(alpha, 0.0, 0.47)
        self.play(FadeIn(alpha), FadeIn(path), FadeOut(start))
        arrow = path.step(0)
        self.play(Create(arrow.shaft), FadeIn(arrow.tip))
        self.play(path.go(0, 1, run_time=theme.LEG))
        for line in self._landing():
            self.play(FadeIn(line))

    def _rule(self) -> Formula:
        spread, mean, sign = self._scaling()
        return in_roles(
            f"{{{{z : run}}}} = ({{{{x : run1}}}} {sign} {mean}) / {spread}", theme.FORMULA_SIZE
        )

    def _scaling(self) -> tuple[str, str, str]:
        """Write spread and mean of the inputs, and say with which sign the mean is taken off."""
        numbers = self.numbers
        mean, spread = numbers.scaled.mean, numbers.scaled.spread
        whole = shortest(numbers.variance) == 0
        below = (
            f"sqrt({spell(numbers.variance, 0)})"
            if whole
            else spell(spread, common_places([spread]))
        )
        return below, spell(abs(mean), common_places([mean])), "-" if mean >= 0 else "+"

    def _landing(self) -> VGroup:
        """Return where the step lands, and the w and b that this gives for the unscaled inputs."""
        numbers = self.numbers
        spread, mean, sign = self._scaling()
        (w_z, b_z), (w, b) = (
            [spell(value, PRINTED) for value in at]
            for at in (numbers.scaled_step.end, numbers.unscaled)
        )
        lines = VGroup(
            in_roles(f"{{{{w_z = {w_z} : run}}}}, thick {{{{b_z = {b_z} : rise}}}}"),
            in_roles(f"{{{{w = w_z \\/ {spread} = {w} : run}}}}"),
            in_roles(f"{{{{b = b_z {sign} {mean} w = {b} : rise}}}}"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.beside.fit(lines)
        self.beside.place(lines, 0.0, 0.1)
        return lines

    def _inputs(self) -> VGroup:
        """Return the inputs on a level line, which will be centred and scaled."""
        numbers = self.numbers
        room = self.beside.part(0.0, 1.0, 0.6, 0.74)
        both = [*numbers.inputs_at(0.0).tolist(), *numbers.inputs_at(1.0).tolist(), 0.0]
        low, high = min(both), max(both)
        margin = INPUT_MARGIN * (high - low)
        self.input_range = (low - margin, high + margin)
        self.input_room = room
        line = Line(
            room.at(0.0, 0.5),
            room.at(1.0, 0.5),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        zero = self._input_at(0.0)
        tick = Line(
            zero + theme.TICK * DOWN,
            zero + theme.TICK * UP,
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        name = Numeral(0, size=theme.AXIS_SIZE, scale=True, color=theme.MUTED)
        name.next_to(tick, DOWN, buff=theme.TICK)
        few = len(numbers.data.xs) <= FEW
        radius = theme.DOT_RADIUS if few else theme.FINE_DOT_RADIUS
        self.input_dots = VGroup(
            *(
                SolidDot(self._input_at(x), theme.RUN, radius)
                for x in numbers.inputs_at(0.0).tolist()
            )
        )
        return VGroup(line, tick, name, self.input_dots)

    def _input_at(self, x: float) -> Point3D:
        low, high = self.input_range
        return self.input_room.at((x - low) / (high - low), 0.5)

    def _slide_inputs(self, share: float) -> None:
        for dot, x in zip(self.input_dots, self.numbers.inputs_at(share).tolist(), strict=True):
            dot.move_to(self._input_at(x))
