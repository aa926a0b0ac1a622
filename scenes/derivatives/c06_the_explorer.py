"""Clip 06: a dashboard for one point, what the gap costs, and what the slope means."""

from __future__ import annotations

from itertools import pairwise

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, VGroup, VMobject

from mathcore.quotients import Tangent
from scenes import theme
from scenes.components.curve import OpenDot
from scenes.components.decades import DecadePlot
from scenes.components.formula import Formula
from scenes.components.meaning import MeaningColumns, arrow
from scenes.components.motion import Sweep, between
from scenes.components.numeral import spell
from scenes.components.roles import in_roles
from scenes.components.table import shortest
from scenes.derivatives.c06_readings import Readings
from scenes.notation import typst

DECIMALS = 4
ERROR = '{{upright("error") : approx}}'


class TheExplorer(Readings):
    """Half the gap times the bending; both sides; rising, level, falling; and rounding."""

    def half_the_gap_times_bending(self) -> None:
        numbers = self.numbers
        # The lesson's parabola is set beside a cubic; any other curve beside its own estimate.
        other = numbers.cubic_errors if numbers.is_default else numbers.halves
        tag = f'x^3 upright(" at ") {numbers.cubic_at}' if numbers.is_default else "h/2 f''"
        line = self.plot.line(numbers.gaps, other, color=theme.MUTED)
        name = Formula(tag, size=theme.AXIS_SIZE, color=theme.MUTED)
        name.next_to(line.get_center(), UP + LEFT, buff=theme.LABEL_GAP)
        lines = VGroup(*(in_roles(source, theme.FORMULA_SMALL_SIZE) for source in self._rules()))
        lines.arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.upper.place(self.upper.fit(lines), 0.0, 0.5)
        self.play(FadeOut(self.dashboard, run_time=theme.FADE))
        for place, rule in enumerate(lines):
            if place == len(lines) - 1:
                self.play(Create(line), FadeIn(name), run_time=theme.WRITE)
            self.play(FadeIn(rule, run_time=theme.WRITE))
            self.wait(theme.HOLD)

    def _rules(self) -> list[str]:
        numbers = self.numbers
        roughly = f"{ERROR} approx {{{{h : run}}}} / 2 thin f''(x_0)"
        if numbers.is_default:
            return [
                f'x^2 upright(" at ") {spell(numbers.panel.x0, 0)} : quad '
                f"{ERROR} = {{{{{typst(numbers.error_formula)} : run}}}}",
                f'x^3 upright(" at ") {numbers.cubic_at} : quad '
                f"{ERROR} = {typst(numbers.cubic_error_formula)}",
                roughly,
            ]
        rules = [roughly, f"f''(x_0) = {spell(numbers.bending, shortest(numbers.bending, 4))}"]
        if numbers.error_formula is not None:
            rules.insert(0, f"{ERROR} = {typst(numbers.error_formula)}")
        return rules

    def both_sides_cancel(self) -> None:
        numbers = self.numbers
        assert numbers.central is not None  # noqa: S101 the beat is told only where there is one
        self._clear_right(self.name)
        ends = [self.axes.map(*end) for end in numbers.central_ends]
        (line,) = self._central()
        dots = VGroup(*(OpenDot(end) for end in ends))
        self.play(FadeIn(self.dashboard.row("slope")), FadeIn(self.dot), run_time=theme.FADE)
        self.play(*(FadeIn(dot, scale=2) for dot in dots))
        self.play(Create(line))
        low, high = numbers.central_ends[:, 1]
        shown = [
            spell(abs(value), shortest(abs(value), DECIMALS))
            for value in (high, low, numbers.central_run, numbers.central)
        ]
        first = "-" if high < 0 else ""
        sign = "+" if low < 0 else "-"
        result = "-" if numbers.central < 0 else ""
        quotient = in_roles(
            f"({first} {{{{{shown[0]} : rise1}}}} {sign} {{{{{shown[1]} : rise2}}}})"
            f" / {{{{{shown[2]} : run}}}} = {{{{{result}{shown[3]} : approx}}}}",
            theme.FORMULA_SMALL_SIZE,
        )
        self.lower.place(self.lower.inset(theme.LABEL_GAP).fit(quotient), 0.0, 0.75)
        self.play(FadeIn(quotient, run_time=theme.WRITE))
        self.point_at(quotient.part("approx"), self.dashboard.row("slope")[1])

    def point_moves_columns_switch(self) -> None:
        numbers = self.numbers
        self._clear_right()
        self.columns = MeaningColumns(self.lower.inset(theme.TICK), numbers.sweep[0].state)
        rows = self.dashboard.rows("x0", "value", "slope")
        self.dashboard.put(numbers.sweep[0])
        self.play(FadeIn(self.columns), FadeIn(rows), FadeIn(self.dot), run_time=theme.WRITE)
        self.remove(self.dot)
        moved = [rows, self.columns, *([] if self.tangent is None else [self.tangent])]
        for here, there in pairwise(numbers.sweep):
            way = between(here.x0, there.x0)
            self.play(Sweep(self._stand_at, way, *moved, run_time=theme.JOURNEY))
            self.wait(theme.HOLD)

    def _stand_at(self, x0: float) -> None:
        reading = self.numbers.panel_at(x0, self.numbers.panel.h)
        self.dashboard.put(reading)
        self.columns.put(reading.state)
        if self.tangent is not None:
            self.tangent.put(self.numbers.tangent_at(x0))

    def balls_step_against_the_slope(self) -> None:
        rule = in_roles('{{upright("step") : run}} = -alpha {{f\'(x_0) : exact}}')
        self.upper.place(rule, 0.0, 0.3)
        note = Formula('upright("small enough") thin alpha', size=theme.LABEL_SIZE)
        note.next_to(rule, DOWN, buff=theme.LABEL_GAP).align_to(rule, LEFT)
        self.play(self.columns.light_all())
        self.play(self.columns.take_steps())
        self.play(FadeIn(rule, run_time=theme.WRITE))
        self.play(FadeIn(note, run_time=theme.FADE))
        last = self.numbers.sweep[-1]
        self.play(self._step_from(self.numbers.tangent_at(last.x0), -last.slope))

    def _step_from(self, tangent: Tangent, way: float) -> FadeIn:
        """Let an arrow beside the point on the curve show where a step against the slope goes."""
        side = RIGHT if way > 0 else LEFT
        step = arrow(theme.RUN)
        if way < 0:
            step.flip()
        step.next_to(self.axes.map(*tangent.point), side, buff=theme.LABEL_GAP)
        return FadeIn(step, shift=theme.NUDGE_SHIFT * side)

    def rounding_eats_the_difference(self) -> None:
        numbers = self.numbers
        self.clear_stage()
        plot = DecadePlot(
            self.layout.left,
            numbers.v_gaps,
            [*numbers.v_errors, *numbers.float_errors],
            ("abs(h)", 'abs(upright("error"))'),
            every=(4, 4),
        )
        cloud = plot.cloud(numbers.v_gaps[::-1], numbers.v_errors[::-1])
        rows = VGroup(in_roles('{{h : run}} quad -> quad {{abs(upright("error")) : approx}}'))
        for gap, (digits, power) in zip(numbers.float_gaps, numbers.float_digits, strict=True):
            decade = plot.decade(gap)
            text, times = spell(digits, 1), f" dot 10^({power})" if power else ""
            rows.add(
                in_roles(
                    f"{{{{10^({decade}) : run}}}} quad -> quad {{{{{text}{times} : approx}}}}",
                    theme.FORMULA_SMALL_SIZE,
                )
            )
        rows.arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.layout.right.place(rows, 0.3, 0.5)
        marks = [
            OpenDot(plot.at(gap, error), color=theme.APPROX, radius=theme.HOLE_RADIUS)
            for gap, error in zip(numbers.float_gaps, numbers.float_errors, strict=True)
        ]
        self.play(FadeIn(plot, rows[0], run_time=theme.WRITE))
        self.play(Create(cloud, run_time=theme.JOURNEY))
        for mark, row in zip(marks, rows[1:], strict=True):
            self.play(FadeIn(mark, scale=2), FadeIn(row), run_time=theme.FADE)
        self.wait(theme.CLIP_END)

    def _clear_right(self, *keep: VMobject) -> None:
        """Leave only the graph and what it needs."""
        tangent = [] if self.tangent is None else [self.tangent]
        self.clear_stage(self.axes, self.curve, *tangent, *keep)
