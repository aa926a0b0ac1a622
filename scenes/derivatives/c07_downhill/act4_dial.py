"""Clip 07, fourth act: a dial for the length of the step, and what is left after each."""

from __future__ import annotations

from itertools import pairwise

from manim import DOWN, LEFT, Create, FadeIn, FadeOut, Line, VGroup

from lessons.derivatives.c07.numbers import Numbers
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.brace import Hairline
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.table import shortest
from scenes.derivatives.c07_downhill.props.distance_rows import DistanceRows
from scenes.derivatives.c07_downhill.props.framed_graph import framed_graph
from scenes.derivatives.c07_downhill.props.stepper import Stepper
from scenes.derivatives.c07_downhill.props.written import fit, written
from scenes.layout import Region

RULE_ROOM = 1.0
"""Height of the strip for the rule above plot and column, in frame units."""
RULE_SHARE, RULE_AT = 0.65, 0.25
"""How much of the strip's width the rule may take, and where it stands there."""
SHARES, UPRIGHT_SHARES = (1.75, 1.0), (1.05, 1.0)
"""Widths of the plot and of the column beside it, or heights of both in an upright frame."""
DIAL_AT = (0.5, 0.8)
"""Where the dial stands in its column."""
UPRIGHT_DIAL_AT, SETTING_AT = (0.15, 0.5), (0.9, 0.5)
"""Where dial and setting stand beside each other in an upright frame."""
HEADING, ROWS = 0.945, 0.92
"""Heights of the heading's line and of the upper edge of the rows, as shares of the column."""
UPRIGHT_HEADING, UPRIGHT_ROWS = 0.9, 0.86
"""The same in an upright frame, whose column is lower."""
PATH_DECIMALS, MOST_DECIMALS = 3, 6
DIAL_SPAN = 4.0
"""End of the dial's scale, in learning rates, where no other dials follow."""
DIAL_RADIUS = 1.6
AIM = 0.4
"""Seconds in which the slope is read and the next step shown: five steps must not drag."""
RULE = (
    'x_upright("new") {{= : equals}} {{x_upright("old") : run1}} {{- : minus}} {{alpha : dial}} '
    '{{dot : times}} {{f\'(x_upright("old")) : exact}}'
)


class DialledSteps(Act):
    """A dial scales the step; each step leaves the same share of the distance."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the strip for the rule, the plot and the column beside it."""
        stage, readable = self.layout.stage, self.layout.readable
        low = stage.top - RULE_ROOM
        self.strip = Region(stage.left, stage.right, low, stage.top)
        below = Region(stage.left, stage.right, stage.bottom, low)
        if self.layout.upright:
            upper = Region(stage.left, stage.right, readable.bottom, low)
            self.plot, self.column = upper.rows(*UPRIGHT_SHARES, gap=theme.GUTTER)
            return
        self.plot, column = below.columns(*SHARES, gap=theme.COLUMN_GAP)
        self.column = Region(column.left, column.right, readable.bottom, low)

    def dial_scales_the_step(self) -> None:
        self.clear_stage()
        numbers, tangent = self.numbers, self.numbers.tangent
        alpha = numbers.descent.alpha
        self.axes, self.curve = framed_graph(numbers.f, numbers.path_x, numbers.path_y, self.plot)
        self.stepper = Stepper(self.axes, tangent)
        # The dial shares its scale with the five dials of the next act, where these are shown.
        hill = numbers.quadratic
        top = DIAL_SPAN * alpha if hill is None else max(float(hill.dials[-1]), numbers.wiggle)
        self.dial = Dial(0.0, (0.0, top), radius=DIAL_RADIUS)
        decimals = max(2, shortest(alpha, MOST_DECIMALS))
        self.setting = Readout(
            "alpha =",
            0.0,
            decimals=decimals,
            digits=len(f"{numbers.wiggle:.0f}"),
            size=theme.KEY_SIZE,
            color=theme.ALPHA,
        )
        if self.layout.upright:
            self.column.place(self.dial, *UPRIGHT_DIAL_AT)
            self.column.place(self.setting, *SETTING_AT)
        else:
            self.column.place(self.dial, *DIAL_AT)
            self.setting.next_to(self.dial, DOWN, buff=theme.CARD_GAP)
        self.play(FadeIn(self.axes, self.curve, self.stepper), run_time=theme.FADE)
        self.play(FadeIn(self.dial, self.setting, run_time=theme.FADE))
        moved = (self.dial, self.setting, self.stepper.arrow)
        self.play(Sweep(self._turn, between(0.0, numbers.wiggle), *moved, run_time=theme.DRAW))
        self.play(Sweep(self._turn, between(numbers.wiggle, alpha), *moved, run_time=theme.LEG))
        rule = wear(Formula(RULE, size=theme.KEY_SIZE))
        if self.layout.upright:
            self.strip.place(self.strip.fit(rule), 0.5, 1.0)
        else:
            at = 0.0 if self.layout.narrow else RULE_AT
            room = self.strip.part(0.0, RULE_SHARE, 0.0, 1.0)
            self.strip.place(fit(rule, room), at, 1.0)
        self.rule_line = rule.baseline
        # Each part comes from the thing it names.
        self.play(emerge(rule.part("run1"), self.stepper.ball, run_time=theme.STEP))
        self.play(
            emerge(rule.part("dial"), self.setting, run_time=theme.STEP),
            emerge(
                VGroup(*rule.parts("times", "exact")), self.stepper.line.line, run_time=theme.STEP
            ),
        )
        self.play(
            FadeIn(rule.parts("minus", "equals"), run_time=theme.STEP),
            emerge(rule.rest(), self.stepper.arrow.tip, run_time=theme.STEP),
        )
        self.add(rule)

    def _turn(self, alpha: float) -> None:
        self.dial.set_value(alpha)
        self.setting.set_value(alpha)
        self.stepper.stretch_step(-alpha * self.stepper.tangent.slope)

    def distance_shrinks_by_a_fifth(self) -> None:
        numbers = self.numbers
        points = numbers.descent.points.tolist()
        # The dial's setting takes its place beside the rule, above the rows; in an upright frame
        # the rule needs the whole width, and the setting stands beside the heading.
        goal = self.setting.copy()
        self.column.place(goal, 1.0 if self.layout.narrow else 0.5, 1.0)
        goal.stand_on(self._heading_line if self.layout.upright else self.rule_line)
        measured = (
            [float(numbers.distances[step]) for step in numbers.rows]
            if len(numbers.distances)
            else []
        )
        rows = DistanceRows(
            numbers.rows,
            measured or [points[step] for step in numbers.rows],
            measured,
            self.column.part(0.0, 1.0, 0.0, UPRIGHT_ROWS if self.layout.upright else ROWS),
            PATH_DECIMALS,
        )
        heading = self._heading(rows)
        aim = VGroup()
        if numbers.found is not None:
            lowest, level = numbers.valley.lowest, self.axes.crossing[1]
            line = Hairline(
                self.axes.map(lowest.x, level), self.axes.map(lowest.x, lowest.value), theme.EXACT
            )
            aim.add(line, SolidDot(line.get_end(), theme.EXACT))
        self.play(
            FadeOut(self.dial, run_time=theme.LEAP),
            animated(self.setting, run_time=theme.LEAP).move_to(goal),
        )
        self.play(FadeIn(heading, rows.numbers[0], aim, run_time=theme.LEAP))
        if len(rows.bars):
            self._measure(rows)
        self._walk(rows, points)

    def _measure(self, rows: DistanceRows) -> None:
        """Let the first bar grow out of the distance along the axis."""
        level = self.axes.crossing[1]
        lowest, start = self.numbers.valley.lowest.x, self.numbers.start
        ends = self.axes.map(lowest, level), self.axes.map(start, level)
        way = Line(*ends, stroke_color=theme.RUN, stroke_width=theme.ROAD_STROKE)
        self.play(Create(way), run_time=theme.FADE)
        self.play(emerge(rows.bars[0], way, run_time=theme.FADE))
        self.play(FadeOut(way, run_time=theme.LEAP))

    @property
    def _heading_line(self) -> float:
        """The height on which the heading stands."""
        share = UPRIGHT_HEADING if self.layout.upright else HEADING
        return float(self.column.at(0.0, share)[1])

    def _heading(self, rows: DistanceRows) -> VGroup:
        """Return what stands over the rows: of what they tell, and by how much each is less."""
        numbers = self.numbers
        baseline = self._heading_line
        if not len(rows.bars):
            name = Formula("x", size=theme.TABLE_SIZE, color=theme.RUN)
            return VGroup(name.move_to(rows.numbers[0]).stand_on(baseline))
        label = 'upright("distance")'
        if numbers.quadratic is not None:
            factor = written(float(numbers.quadratic.contraction.factors[0]))
            shown = factor if factor[0].isdigit() else f"({factor})"
            label += f" times {shown}"
        told = fit(Formula(label, size=theme.TABLE_SIZE), self.column)
        told.move_to((self.column.left, 0.0, 0.0), aligned_edge=LEFT)
        return VGroup(told.stand_on(baseline))

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
                    self.play(stepper.aim(tangent, length, run_time=AIM))
                else:
                    stepper.put(tangent, points[step + 1] - points[step])
                seconds = theme.FADE / 3 if fast else theme.LEAP
                last = step + 1 == there
                entrance = [rows.enter(place + 1, theme.LEAP)] if last and not fast else []
                self.play(stepper.leap(to, run_time=seconds), *entrance)
            if there - here > 1:
                self.play(FadeIn(rows.dots, run_time=theme.FADE))
                self.play(rows.enter(place + 1, theme.LEAP))
            if there < numbers.seen:
                stepper.put(numbers.tangent_at(points[there]), 0.0)
                stepper.line.set_opacity(0.0)
        if numbers.rows[-1] < numbers.seen:
            self.play(FadeIn(stepper.line, run_time=theme.FADE))


def wear(rule: Formula) -> Formula:
    """Colour the rule of descent: the input, the dial and the slope."""
    colors = {"run1": theme.RUN, "dial": theme.ALPHA, "exact": theme.EXACT}
    for label, color in colors.items():
        rule.part(label).set_color(color)
    return rule
