"""Clip 06, third act: both sides cancel the bending; a slope tells the way down; rounding errs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from manim import (
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UP,
    UR,
    Create,
    FadeIn,
    FadeOut,
    Line,
    VGroup,
    VMobject,
)
from manim.typing import Point3D

from lessons.derivatives.c06.numbers import Numbers
from mathcore.slopes.panel import Panel
from scenes import theme
from scenes.components.graph.curve import OpenDot, SolidDot
from scenes.components.graph.secant import TangentLine
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.brace import Hairline
from scenes.components.motion.carry import ARC, carry
from scenes.components.motion.placing import around, nearest
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.meaning import MeaningColumns, arrow
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import MINUS, spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c06_the_explorer.props.after_readings import DECIMALS, AfterReadings
from scenes.derivatives.c06_the_explorer.props.dashboard import Dashboard
from scenes.derivatives.c06_the_explorer.props.decades import DecadePlot
from scenes.derivatives.c06_the_explorer.props.explorer_act import ExplorerAct
from scenes.layout import Region

WALK_ROWS = ("x0", "value", "slope")
WALK_DECIMALS = 2
RAISE = 0.3
"""How much higher than its ball a step stands in a square frame, in frame units."""
WALK_SHARES, UPRIGHT_SHARES = (3.4, 2.6), (3.4, 1.9)
"""Heights of the running readings and of the three meanings below them."""
SIDE_ROWS = (1.0, 3.0, 1.0)
"""Heights of the slope, of the two-sided quotient and of its error."""
FOOT = 1.25
"""How far above the foot of the V its number stands, in frame units."""
NAME_PLACES = ((0.95, 0.42), (0.06, 0.3))
"""Where it stands, outside of each side of the V, what makes the error there."""
ORDER = ("rising", "falling", "level")
"""The states in the order in which the voice names their steps."""


class SlopeAndRounding(ExplorerAct):
    """The two-sided quotient, what the sign of a slope means, and what rounding does."""

    numbers: Numbers
    before: AfterReadings

    def both_sides_cancel(self) -> None:
        numbers, graph, desk = self.numbers, self.before.graph, self.before.desk
        assert numbers.central is not None  # noqa: S101 the beat is told only where there is one
        assert numbers.central_line is not None  # noqa: S101 see above
        assert numbers.central_triangle is not None  # noqa: S101 see above
        slope = Dashboard(desk.board.rows(*SIDE_ROWS)[0], ("slope",), (numbers.panel,))
        parts = (graph.axes, graph.curve, *graph.tangents, self.before.dot)
        self.show_only(*parts, self.before.head, slope)
        ends = [graph.axes.map(*end) for end in numbers.central_ends]
        line = graph.central(numbers.central_line, numbers.central_ends)
        here = self.before.dot.get_center()
        reaches = VGroup(
            *(
                Line(
                    here,
                    here + (end[0] - here[0]) * RIGHT,
                    stroke_color=theme.RUN,
                    stroke_width=theme.NUDGE_STROKE,
                )
                for end in ends
            )
        )
        dots = VGroup(*(OpenDot(end) for end in ends))
        self.play(*(Create(reach) for reach in reaches), run_time=theme.STEP)
        self.play(*(FadeIn(dot, scale=2) for dot in dots), run_time=theme.FADE)
        self.play(Create(line), run_time=theme.STEP)
        triangle = graph.central_triangle(numbers.central_triangle)
        tags = self._tags(ends, [*graph.lines, *graph.scales, line, triangle], triangle)
        quotient = self._quotient()
        place = desk.board.part(0.0, 1.0, 0.25, 0.75)
        place.place(place.fit(quotient), 0.0, 0.5)
        self.play(FadeOut(reaches), FadeIn(triangle, *tags), run_time=theme.STEP)
        goals = [quotient.part(label) for label in ("rise1", "rise2", "run")]
        # The upper height flies below the tile of the slope, not over it.
        self.play(*carry(tags[0], goals[0], angle=-ARC), *carry(tags[1], goals[1]))
        self.play(*carry(tags[2], goals[2]), FadeIn(quotient.without("rise1", "rise2", "run")))
        self.add(quotient)
        self.point_at(quotient.part("approx"), slope.numbers["slope"])
        reading = replace(numbers.panel, error=numbers.central_error)
        error = Dashboard(desk.board.rows(*SIDE_ROWS)[2], ("error",), (reading,))
        self.play(FadeIn(error, shift=theme.NUDGE_SHIFT * DOWN), run_time=theme.FADE)

    def _tags(
        self, ends: Sequence[Point3D], drawn: Sequence[VMobject], triangle: TriangleRig
    ) -> list[Formula]:
        """Return the heights of the upper and of the lower end, and the run, beside the ends."""
        low, high = (self._spelled(height) for height in self.numbers.central_ends[:, 1])
        run = self._spelled(self.numbers.central_run)
        texts = ((high, theme.RISE), (low, theme.RISE), (run, theme.RUN))
        tags = [Formula(text, size=theme.TABLE_SIZE, color=color) for text, color in texts]
        seen = [*drawn]
        # The corner of the triangle is as high as its lower end, and often has more room.
        corner = triangle.run.get_end()
        for tag, points in zip(tags, ((ends[1],), (corner, ends[0])), strict=False):
            places = around(points, tag, theme.LABEL_GAP)
            nearest(tag, places, seen, self.layout.readable, theme.TICK)
            seen.append(tag)
        lift = (tags[2].height / 2 + theme.LABEL_GAP) * UP
        places = [
            triangle.run.point_from_proportion(share) + side * lift
            for share in (0.5, 0.45, 0.4, 0.55, 0.35, 0.6, 0.3, 0.7)
            for side in (1, -1)
        ]
        nearest(tags[2], places, seen, self.layout.readable, theme.TICK)
        return tags

    def _quotient(self) -> Formula:
        """Return the two-sided quotient: the difference of the two heights over the run."""
        numbers = self.numbers
        assert numbers.central is not None  # noqa: S101 the beat is told only where there is one
        low, high = (self._spelled(height) for height in numbers.central_ends[:, 1])
        minus = "- ({})" if low.startswith(MINUS) else "- {}"
        return in_roles(
            f"({{{{{high} : rise1}}}} {minus.format(f'{{{{{low} : rise2}}}}')}) / "
            f"{{{{{self._spelled(numbers.central_run)} : run}}}} = "
            f"{{{{{self._spelled(numbers.central)} : approx}}}}",
            theme.KEY_SIZE,
        )

    @staticmethod
    def _spelled(value: float) -> str:
        return spell(value, shortest(value, DECIMALS))

    def point_moves_columns_switch(self) -> None:
        numbers, graph = self.numbers, self.before.graph
        tangent = graph.tangent
        assert tangent is not None  # noqa: S101 the beat is told only where there is one
        above, below = self._walk_rows()
        self.walk = Dashboard(above, WALK_ROWS, numbers.sweep, WALK_DECIMALS)
        self.columns = MeaningColumns(below, numbers.sweep[0].state)
        kept = (graph.axes, graph.curve, *self.before.head.part("func"))
        self.show_only(*kept)
        self._stand_at(numbers.sweep[0].x0)
        self.show_only(*kept, tangent, self.walk, self.columns)
        self.wait(theme.HOLD)
        moved = [self.walk, self.columns, tangent]
        for here, there in pairwise(numbers.sweep):
            way = between(here.x0, there.x0)
            self.play(Sweep(self._stand_at, way, *moved, run_time=theme.SETTLE))
            self.wait(theme.FADE)

    def _walk_rows(self) -> tuple[Region, Region]:
        """Return the places of the readings and of the columns below them."""
        shares = UPRIGHT_SHARES if self.layout.upright else WALK_SHARES
        above, below = self.before.desk.board.rows(*shares, gap=theme.GUTTER)
        return above, below

    def _stand_at(self, x0: float) -> None:
        reading = self.numbers.panel_at(x0, self.numbers.panel.h)
        self.walk.put(reading)
        self.columns.put(reading.state)
        for tangent in self.before.graph.tangents:
            tangent.put(self.numbers.tangent_at(x0))

    def balls_step_against_the_slope(self) -> None:
        graph = self.before.graph
        above, _ = self._walk_rows()
        rule = in_roles(
            '{{upright("step") : run1}} = - {{alpha : run2}} dot {{f\'(x_0) : exact}}',
            theme.KEY_SIZE,
        )
        note = in_roles('{{alpha : run}} upright(" small enough")', theme.TABLE_SIZE)
        lines = VGroup(rule, note).arrange(DOWN, aligned_edge=LEFT, buff=theme.CARD_GAP)
        above.place(above.fit(lines), 0.0, 0.5)
        self.play(
            FadeOut(self.walk, *graph.tangents, run_time=theme.FADE), self.columns.light_all()
        )
        for state in ORDER:
            column = self.columns.columns[state]
            steps = VGroup(
                *(
                    self._step_from(reading)
                    for reading in self.numbers.sweep
                    if reading.state == state
                )
            )
            self.columns.add(column.step)
            self.play(
                FadeIn(steps),
                FadeIn(column.step, shift=theme.NUDGE_SHIFT * DOWN),
                run_time=theme.STEP,
            )
            self.wait(theme.FADE)
        self.play(FadeIn(rule), run_time=theme.WRITE)
        self.play(FadeIn(note), run_time=theme.FADE)

    def _step_from(self, reading: Panel) -> VGroup:
        """Return the ball at one point, a piece of its tangent, and the arrow of its step."""
        axes, tangent = self.before.graph.axes, self.numbers.tangent_at(reading.x0)
        ball = SolidDot(axes.map(*tangent.point), radius=theme.MARBLE_RADIUS)
        line = TangentLine(axes, tangent, reach=theme.TANGENT_REACH)
        group = VGroup(line, ball)
        if reading.state in ("rising", "falling"):
            side = LEFT if reading.slope > 0 else RIGHT
            step = arrow(theme.RUN)
            if reading.slope > 0:
                step.flip()
            step.next_to(ball, side, buff=theme.TICK)
            if self.layout.narrow and not self.layout.upright:  # over a number of the scale
                step.shift(RAISE * UP)
            group.add(step)
        return group

    def rounding_eats_the_difference(self) -> None:
        numbers = self.numbers
        plot = DecadePlot(
            self.layout.stage,
            numbers.v_gaps,
            [*numbers.v_errors, *numbers.float_errors],
            ("abs(h)", 'abs(upright("error"))'),
            every=(4, 4),
        )
        window, least = plot.axes.window, numbers.least
        head = self.before.head.copy()
        window.place(head, 0.5, 0.97)
        self.show_only(plot, head)
        names = (Words("bending", size=theme.TABLE_SIZE), Words("rounding", size=theme.TABLE_SIZE))
        for name, place in zip(names, NAME_PLACES, strict=True):
            window.place(name, *place)
        turn = numbers.float_gaps[least]
        sides = (numbers.v_gaps >= turn, numbers.v_gaps < turn)
        halves = (range(least + 1), range(least + 1, len(numbers.float_powers)))
        for seen, half, name in zip(sides, halves, names, strict=True):
            cloud = plot.cloud(numbers.v_gaps[seen][::-1], numbers.v_errors[seen][::-1])
            self.play(Create(cloud), FadeIn(name), run_time=theme.DRAW)
            for number in half:
                self.play(FadeIn(self._ring(plot, number)), run_time=theme.FADE)
        self.wait(theme.CLIP_END)

    def _ring(self, plot: DecadePlot, place: int) -> VGroup:
        """Return the ring around one of the errors, with its size as digits and power of ten."""
        numbers, least = self.numbers, self.numbers.least
        at = plot.at(numbers.float_gaps[place], numbers.float_errors[place])
        ring = OpenDot(at, color=theme.APPROX, radius=theme.HOLE_RADIUS)
        digits, power = numbers.float_digits[place]
        times = f" dot 10^({power})" if power else ""
        size = Formula(f"{spell(digits, 1)}{times}", size=theme.TABLE_SIZE, color=theme.APPROX)
        if place == least:
            # The V is too narrow at its foot: the number stands higher, at the end of a hairline.
            size.next_to(ring, UP, buff=(3.2 if self.layout.narrow else 1.0) * FOOT)
            return VGroup(
                Hairline(size.get_bottom() + theme.TICK * DOWN, ring.get_top()), ring, size
            )
        return VGroup(ring, size.next_to(ring, DR if place < least else UR, buff=theme.TICK))
