"""Clip 06, second act: how large the error is, what a slope means, and what rounding does."""

from __future__ import annotations

from itertools import pairwise

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c06.numbers import Numbers
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import OpenDot
from scenes.components.motion.placing import roomiest
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.meaning import MeaningColumns, arrow
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c06_the_explorer.act1_readings import AfterReadings
from scenes.derivatives.c06_the_explorer.props.decades import DecadePlot
from scenes.notation import typst

DECIMALS = 4
ERROR = '{{upright("error") : approx}}'


class GapAndError(Act):
    """The error is half the gap times the bending; a slope tells the way down; rounding errs."""

    numbers: Numbers
    before: AfterReadings

    def half_the_gap_times_bending(self) -> None:
        numbers, plot, upper = self.numbers, self.before.plot, self.before.upper
        assert plot is not None  # noqa: S101 the beat is told only where errors were plotted
        # The lesson's parabola is compared with a cubic, any other curve with its own estimate.
        other = numbers.cubic_errors if numbers.is_default else numbers.halves
        tag = f'x^3 upright(" at ") {numbers.cubic_at}' if numbers.is_default else "h/2 f''"
        line = plot.line(numbers.gaps, other, color=theme.MUTED)
        name = Formula(tag, size=theme.AXIS_SIZE, color=theme.MUTED)
        name.next_to(line.get_center(), UP + LEFT, buff=theme.LABEL_GAP)
        lines = VGroup(*(in_roles(source, theme.FORMULA_SMALL_SIZE) for source in self._rules()))
        lines.arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        upper.place(upper.fit(lines), 0.0, 0.5)
        self.play(FadeOut(self.before.dashboard, run_time=theme.FADE))
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
        numbers, graph, lower = self.numbers, self.before.graph, self.before.lower
        name, slope = self.before.name, self.before.dashboard.row("slope")
        assert numbers.central is not None  # noqa: S101 the beat is told only where there is one
        assert numbers.central_line is not None  # noqa: S101 see above
        assert numbers.central_triangle is not None  # noqa: S101 see above
        self.clear_stage(graph.axes, graph.curve, *graph.tangents, name)
        ends = [graph.axes.map(*end) for end in numbers.central_ends]
        line = graph.central(numbers.central_line, numbers.central_ends)
        dots = VGroup(*(OpenDot(end) for end in ends))
        self.play(FadeIn(slope), FadeIn(self.before.dot), run_time=theme.FADE)
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
        rise = f"{first} {shown[0]} {sign} {shown[1]}"
        quotient = in_roles(
            f"({{{{{rise} : rise}}}}) / {{{{{shown[2]} : run}}}} = "
            f"{{{{{result}{shown[3]} : approx}}}}",
            theme.FORMULA_SMALL_SIZE,
        )
        lower.place(lower.inset(theme.LABEL_GAP).fit(quotient), 0.0, 0.75)
        triangle = graph.central_triangle(numbers.central_triangle)
        tags = [
            Formula(text, size=theme.AXIS_SIZE, color=color)
            for text, color in ((rise, theme.RISE), (shown[2], theme.RUN))
        ]
        drawn = [*graph.lines, *graph.scales, line, name, triangle]
        ways = (
            UP * (tags[1].height / 2 + theme.LABEL_GAP),
            RIGHT * (tags[0].width / 2 + theme.LABEL_GAP),
        )
        legs = (triangle.run, triangle.rise)
        for tag, leg, way in zip(reversed(tags), legs, ways, strict=True):
            places = [
                leg.point_from_proportion(share) + side * way
                for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.0, 1.0)
                for side in (1, -1)
            ]
            drawn.append(roomiest(tag, places, drawn, self.layout.left))
        self.play(FadeIn(triangle, *tags, run_time=theme.WRITE))
        self.play(
            fly(tags[0], quotient.part("rise")),
            fly(tags[1], quotient.part("run")),
            FadeIn(quotient.without("rise", "run"), run_time=theme.MORPH),
        )
        self.add(quotient)
        self.point_at(quotient.part("approx"), slope[1])

    def point_moves_columns_switch(self) -> None:
        numbers, graph = self.numbers, self.before.graph
        tangent = graph.tangent
        assert tangent is not None  # noqa: S101 the beat is told only where there is one
        self.clear_stage(graph.axes, graph.curve)
        place = self.before.lower.inset(theme.TICK)
        self.columns = MeaningColumns(place, numbers.sweep[0].state)
        rows = self.before.dashboard.rows("x0", "value", "slope")
        self._stand_at(numbers.sweep[0].x0)
        self.play(FadeIn(self.columns, rows, tangent, run_time=theme.WRITE))
        self.wait(theme.HOLD)
        moved = [rows, self.columns, tangent]
        for here, there in pairwise(numbers.sweep):
            way = between(here.x0, there.x0)
            self.play(Sweep(self._stand_at, way, *moved, run_time=theme.JOURNEY))
            self.wait(theme.HOLD)

    def _stand_at(self, x0: float) -> None:
        reading = self.numbers.panel_at(x0, self.numbers.panel.h)
        self.before.dashboard.put(reading)
        self.columns.put(reading.state)
        for tangent in self.before.graph.tangents:
            tangent.put(self.numbers.tangent_at(x0))

    def balls_step_against_the_slope(self) -> None:
        rule = in_roles('{{upright("step") : run}} = -alpha {{f\'(x_0) : exact}}')
        self.before.upper.place(rule, 0.0, 0.3)
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
        step.next_to(self.before.graph.axes.map(*tangent.point), side, buff=theme.LABEL_GAP)
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
        for decade, (digits, power) in zip(numbers.float_powers, numbers.float_digits, strict=True):
            text, times = spell(digits, 1), f" dot 10^({power})" if power else ""
            rows.add(
                in_roles(
                    f"{{{{10^({decade}) : run}}}} quad -> quad {{{{{text}{times} : approx}}}}",
                    theme.FORMULA_SMALL_SIZE,
                )
            )
        rows.arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.layout.right.place(rows, 0.3, 0.5)
        read = in_roles(
            f"{{{{f(x) = {typst(numbers.f.expression)} : func}}}} quad "
            f"{{{{x_0 = {spell(numbers.panel.x0, shortest(numbers.panel.x0, DECIMALS))} : run}}}}",
            theme.FORMULA_SMALL_SIZE,
        )
        self.layout.right.place(self.layout.right.fit(read), 0.3, 0.95)
        marks = [
            OpenDot(plot.at(gap, error), color=theme.APPROX, radius=theme.HOLE_RADIUS)
            for gap, error in zip(numbers.float_gaps, numbers.float_errors, strict=True)
        ]
        self.play(FadeIn(plot, read, rows[0], run_time=theme.WRITE))
        self.play(Create(cloud, run_time=theme.JOURNEY))
        for mark, row in zip(marks, rows[1:], strict=True):
            self.play(FadeIn(mark, scale=2), FadeIn(row), run_time=theme.FADE)
        self.wait(theme.CLIP_END)
