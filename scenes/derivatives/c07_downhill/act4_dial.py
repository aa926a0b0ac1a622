"""Clip 07, fourth act: a dial for the length of the step, and what is left after each."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    Line,
    Rectangle,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c07.numbers import Numbers
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.brace import Hairline
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.formula import Formula, fly
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c07_downhill.props.distance_rows import DistanceRows
from scenes.derivatives.c07_downhill.props.framed_graph import framed_graph
from scenes.derivatives.c07_downhill.props.stepper import Stepper
from scenes.derivatives.c07_downhill.props.written import fit, written

HEADROOM, SECOND_ROW, HEADING = 0.99, 0.85, 0.7
"""Heights of the rule, of the dial's setting and of the headings, as shares of the column."""
PATH_DECIMALS, MOST_DECIMALS = 3, 6
DIAL_SPAN = 4.0
"""End of the dial's scale, in learning rates, where no other dials follow."""
DIAL_RADIUS = 1.05
RULE = (
    'x_upright("new") {{= : equals}} {{x_upright("old") : run1}} {{- : minus}} {{alpha : dial}} '
    '{{dot : times}} {{f\'(x_upright("old")) : exact}}'
)


class DialledSteps(Act):
    """A dial scales the step; each step leaves the same share of the distance."""

    numbers: Numbers

    def dial_scales_the_step(self) -> None:
        self.clear_stage()
        numbers, tangent = self.numbers, self.numbers.tangent
        alpha = numbers.descent.alpha
        self.axes, self.curve = framed_graph(
            numbers.f, numbers.path_x, numbers.path_y, self.layout.left
        )
        self.stepper = Stepper(self.axes, tangent)
        # The dial shares its scale with the five dials of the next act, where these are shown.
        hill = numbers.quadratic
        top = DIAL_SPAN * alpha if hill is None else max(float(hill.dials[-1]), numbers.wiggle)
        self.dial = Dial(0.0, (0.0, top), radius=DIAL_RADIUS)
        decimals = max(2, shortest(alpha, MOST_DECIMALS))
        self.setting = Readout(
            "alpha =", 0.0, decimals=decimals, digits=len(f"{numbers.wiggle:.0f}"), color=theme.RUN
        )
        self.layout.right.place(self.dial, 0.25, HEADROOM)
        self.setting.next_to(self.dial, RIGHT, buff=theme.CARD_GAP)
        self.play(FadeIn(self.axes, self.curve, self.stepper), run_time=theme.WRITE)
        self.play(FadeIn(self.dial, self.setting, run_time=theme.FADE))
        moved = (self.dial, self.setting, self.stepper.arrow)
        self.play(Sweep(self._turn, between(0.0, numbers.wiggle), *moved, run_time=theme.DRAW))
        self.play(Sweep(self._turn, between(numbers.wiggle, alpha), *moved, run_time=theme.LEG))
        rule = wear(Formula(RULE, size=theme.FORMULA_SIZE))
        fit(rule, self.layout.right)
        self.layout.right.place(rule, 0.0, 0.4)
        # Each part comes from the thing it names.
        self.play(fly(self.stepper.ball, rule.part("run1")))
        self.play(fly(self.dial.pointer, rule.part("dial")), run_time=theme.STEP)
        self.play(
            fly(self.stepper.line.line, rule.part("exact")),
            FadeIn(rule.parts("minus", "times")),
            run_time=theme.STEP,
        )
        self.play(fly(self.stepper.arrow.tip, rule.rest()), FadeIn(rule.part("equals")))
        self.add(rule)
        self.rule_of_descent = rule

    def _turn(self, alpha: float) -> None:
        self.dial.set_value(alpha)
        self.setting.set_value(alpha)
        self.stepper.stretch_step(-alpha * self.stepper.tangent.slope)

    def distance_shrinks_by_a_fifth(self) -> None:
        numbers, right = self.numbers, self.layout.right
        points = numbers.descent.points.tolist()
        rule = self.rule_of_descent
        self.play(
            FadeOut(self.dial, run_time=theme.FADE),
            *(
                animated(part, run_time=theme.MORPH).move_to(
                    right.place(part.copy(), 0.0, height).get_center()
                )
                for part, height in ((rule, HEADROOM), (self.setting, SECOND_ROW))
            ),
        )
        rows = DistanceRows(
            numbers.rows,
            [points[step] for step in numbers.rows],
            [float(numbers.distances[step]) for step in numbers.rows]
            if len(numbers.distances)
            else [],
            right.part(0.0, 1.0, 0.0, 0.66),
            PATH_DECIMALS,
        )
        heading = self._heading(rows)
        lowest, level = numbers.valley.lowest, self.axes.crossing[1]
        aim = Hairline(
            self.axes.map(lowest.x, level), self.axes.map(lowest.x, lowest.value), theme.EXACT
        )
        goal = SolidDot(aim.get_end(), theme.EXACT, theme.FINE_DOT_RADIUS)
        self.play(FadeIn(heading, rows.numbers[0], aim, goal, run_time=theme.FADE))
        if len(rows.bars):
            self._measure(rows)
        self._walk(rows, points)

    def _measure(self, rows: DistanceRows) -> None:
        """Let a copy of the distance along the axis become the first bar."""
        level = self.axes.crossing[1]
        lowest, start = self.numbers.valley.lowest.x, self.numbers.start
        ends = self.axes.map(lowest, level), self.axes.map(start, level)
        way = Line(*ends, stroke_color=theme.RUN, stroke_width=theme.ROAD_STROKE)
        self.play(Create(way), run_time=theme.STEP)
        laid = Rectangle(
            width=way.get_length(),
            height=theme.VANISH,
            stroke_width=0.0,
            fill_color=theme.RUN,
            fill_opacity=theme.BAR_FILL,
        ).move_to(way)
        self.play(ReplacementTransform(laid, rows.bars[0]))
        self.play(FadeOut(way, run_time=theme.FADE))

    def _heading(self, rows: DistanceRows) -> VGroup:
        """Return what stands over the numbers and over the bars."""
        numbers, right = self.numbers, self.layout.right
        baseline = float(right.at(0.0, HEADING)[1])
        name = Formula("x", size=theme.LABEL_SIZE, color=theme.RUN)
        name.move_to(rows.numbers[0]).stand_on(baseline)
        heading = VGroup(name)
        if len(rows.bars):
            label = 'upright("distance")'
            if numbers.quadratic is not None:
                factor = written(float(numbers.quadratic.contraction.factors[0]))
                shown = factor if factor[0].isdigit() else f"({factor})"
                label += f" times {{{{{shown} : exact}}}}"
            told = in_roles(label, theme.LABEL_SIZE)
            told.move_to((rows.bar_edge, 0.0, 0.0), aligned_edge=LEFT)
            heading.add(told.stand_on(baseline))
        return heading

    def _walk(self, rows: DistanceRows, points: list[float]) -> None:
        """Take the listed steps one by one, and those between them in one go."""
        numbers, stepper = self.numbers, self.stepper
        marks = VGroup()
        self.add(marks)
        for place, (here, there) in enumerate(pairwise(numbers.rows)):
            for step in range(here, there):
                fast = there - here > 1
                tangent = numbers.tangent_at(points[step])
                to = Point(points[step + 1], float(numbers.heights[step + 1]))
                mark = SolidDot(self.axes.map(*tangent.point), theme.MUTED, theme.FINE_DOT_RADIUS)
                marks.add(mark)
                if step and not fast:
                    length = points[step + 1] - points[step]
                    self.play(stepper.aim(tangent, length, run_time=theme.FADE))
                else:
                    stepper.put(tangent, points[step + 1] - points[step])
                seconds = theme.FADE / 3 if fast else theme.FADE
                self.play(stepper.leap(to, run_time=seconds))
            if there - here > 1:
                self.play(FadeIn(rows.dots, run_time=theme.FADE))
            self.play(rows.enter(place + 1))
            if there < numbers.seen:
                stepper.put(numbers.tangent_at(points[there]), 0.0)
                stepper.line.set_opacity(0.0)
        if numbers.rows[-1] < numbers.seen:
            self.play(FadeIn(stepper.line, run_time=theme.FADE))


def wear(rule: Formula) -> Formula:
    """Colour the rule of descent: the input, the dial and the slope."""
    colors = {"run1": theme.RUN, "dial": theme.RUN, "exact": theme.EXACT}
    for label, color in colors.items():
        rule.part(label).set_color(color)
    return rule
