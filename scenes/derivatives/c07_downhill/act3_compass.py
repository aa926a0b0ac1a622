"""Clip 07, third act: the slope tells which way to step, but not how far."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    PI,
    Create,
    FadeIn,
    FadeOut,
    Line,
    Rectangle,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c07.numbers import Numbers
from mathcore.slopes.lines import Point
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import Hairline
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c07_downhill.props.docking import beside, dock, legible
from scenes.derivatives.c07_downhill.props.framed_graph import framed_graph
from scenes.derivatives.c07_downhill.props.stepper import AxisArrow, Stepper
from scenes.derivatives.c07_downhill.props.written import equals, written

POINTER = 2.2
"""Length of the longer of two arrows, in frame units; the shorter one is to the same scale."""
ABOVE, UPRIGHT_ABOVE = (0.06, 0.06), (0.04, 0.12)
"""How far above the axis both steps are named, as shares of the plot's height.

An upright plot has no room for both names in one line."""
HEIGHTS_ROOM = 0.24
"""The share of a narrow stage's height that stands above the plot for the three heights."""
HEIGHTS_AT = 0.84
"""How high the three heights stand best over the lowest point, as a share of the plot."""


class SlopeCompass(Act):
    """The slope on either side tells which way to go; a step that is too long lands higher."""

    numbers: Numbers

    def slope_is_a_compass(self) -> None:
        self.clear_stage()
        valley = self.numbers.valley
        stage = self.layout.stage
        if self.layout.upright:  # the names of both steps stand below the curve
            stage = self.layout.above_captions(stage)
        self.axes, self.curve = framed_graph(self.numbers.f, valley.x_span, valley.y_span, stage)
        self.play(FadeIn(self.axes), Create(self.curve), run_time=theme.WRITE)
        steepest = max(abs(tangent.slope) for tangent in valley.compass)
        told: list[VMobject] = [self.curve]
        above = UPRIGHT_ABOVE if self.layout.upright else ABOVE
        for tangent, height in zip(valley.compass, above, strict=True):
            stepper = Stepper(self.axes, tangent)
            length = POINTER / self.axes.x_unit * tangent.slope / steepest
            self._read_and_turn(stepper, tangent, -length, height, told)

    def _read_and_turn(
        self,
        stepper: Stepper,
        tangent: Tangent,
        step: float,
        above: float,
        told: list[VMobject],
    ) -> None:
        """Read the slope at a ball, and let an arrow lead against it."""
        window = legible(self.axes.window, self.layout.readable)
        slope, against = (
            in_roles(
                f"{sign} f'({{{{{written(tangent.point.x)} : run}}}}) {equals(tangent.slope)} "
                f"{{{{{written(value)} : {role}}}}}",
                size,
            )
            for sign, value, role, size in (
                ("", tangent.slope, "exact", theme.KEY_SIZE),
                ("-", -tangent.slope, "run1", theme.TABLE_SIZE),
            )
        )
        told += [stepper.line, stepper.ball]
        beside(slope, stepper.ball, window, told)
        told.append(slope)
        arrow = AxisArrow(self.axes).put(tangent.point.x, step)
        center = float(arrow.get_center()[0])
        if self.layout.upright:
            # The name is longer than the arrow: it begins at the thread from the ball.
            start = float(stepper.thread.get_center()[0])
            half = against.width / 2 + 2 * theme.TICK
            center = start + half if step > 0 else start - half
        middle = (center - window.left) / window.width
        dock(against, window, [*told, stepper.thread], (middle, above), theme.TICK)
        told += [against, stepper.thread]
        self.play(FadeIn(stepper.ball, stepper.thread, run_time=theme.FADE))
        self.play(FadeIn(stepper.line, run_time=theme.FADE))
        self.play(emerge(slope, stepper.line, run_time=theme.STEP))
        # The way leads against the slope: its sign turns round.
        self.add(stepper)
        self.play(
            Sweep(stepper.stretch_step, between(0.0, step), stepper.arrow, run_time=theme.STEP),
            FadeIn(against, run_time=theme.STEP),
        )

    def step_too_long(self) -> None:
        numbers, valley = self.numbers, self.numbers.valley
        assert valley.leap is not None  # noqa: S101 the beat is told only where it lands higher
        assert valley.hop is not None  # noqa: S101 see above
        begin, far = valley.leap
        _, close = valley.hop
        self._look_closer()
        decimals = valley.decimals
        self.stepper = Stepper(self.axes, numbers.tangent_at(begin.x))
        level = self._level(begin)
        rise = Line(
            self.axes.map(far.x, begin.y),
            self.axes.map(*far),
            stroke_color=theme.RISE,
            stroke_width=theme.NUDGE_STROKE,
        )
        heights = VGroup(
            self._height_of(begin, decimals),
            self._height_of(far, decimals, ">", begin),
            self._height_of(close, decimals, "<", begin),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        head, _ = self.layout.headed(HEIGHTS_ROOM)
        window = legible(self.axes.window, self.layout.readable)
        bottom = self.axes.map(valley.lowest.x, valley.lowest.value)
        middle = (float(bottom[0]) - window.left) / window.width
        floor = self.axes.spans[1][0]
        threads = [
            Line(self.axes.map(point.x, floor), self.axes.map(*point))
            for point in (begin, far, close)
        ]
        drawn = [self.curve, level, rise, *threads]
        if head is None:
            dock(heights, window, drawn, (middle, HEIGHTS_AT), theme.TICK)
        else:
            head.place(heights)
        told, higher, lower = heights
        self.play(
            FadeIn(self.stepper),
            Create(level),
            emerge(told, self.stepper.ball),
            run_time=theme.STEP,
        )
        # The long step leads there and back: the arrow shows it before the ball takes it.
        step = far.x - begin.x
        self.play(self._reach(step, theme.STEP))
        ghost = AxisArrow(self.axes).put(begin.x, step)
        self.play(self.stepper.leap(far, run_time=theme.STEP))
        self.play(Create(rise), emerge(higher, self.stepper.ball), run_time=theme.STEP)
        self.wait(theme.FADE)
        self.add(ghost)
        ghost.set_opacity(theme.GHOST)
        back = -1.0 if step < 0 else 1.0
        self.play(
            animated(self.stepper.ball, path_arc=back * PI / 3, run_time=theme.FADE).move_to(
                self.axes.map(*begin)
            ),
            animated(rise, run_time=theme.FADE).set_stroke(opacity=theme.GHOST),
        )
        self.stepper.put(self.stepper.tangent, 0.0)
        self.play(FadeOut(ghost, run_time=theme.LEAP), self._reach(close.x - begin.x, theme.LEAP))
        self.play(self.stepper.leap(close, run_time=theme.FADE))
        self.play(emerge(lower, self.stepper.ball, run_time=theme.STEP))
        self.wait(theme.THINK)

    def _look_closer(self) -> None:
        """Let a part of the graph grow into a graph of its own."""
        valley = self.numbers.valley
        (x0, x1, _), (y0, y1, _) = valley.close_x, valley.close_y
        old, curve = self.axes, self.curve
        low, high = old.map(x0, y0), old.map(x1, y1)
        frame = Rectangle(
            width=float(high[0] - low[0]),
            height=float(high[1] - low[1]),
            stroke_color=theme.INK,
            stroke_width=theme.FRAME_STROKE,
        ).move_to((low + high) / 2)
        self.clear_stage(old, curve)
        self.play(Create(frame, run_time=theme.FADE))
        _, plot = self.layout.headed(HEIGHTS_ROOM)
        self.axes, self.curve = framed_graph(self.numbers.f, valley.close_x, valley.close_y, plot)
        window = self.axes.window
        goal = Rectangle(
            width=window.width,
            height=window.height,
            stroke_color=theme.GRID,
            stroke_width=theme.GRID_STROKE,
        ).move_to(window.center)
        # The piece of the curve in the frame is stretched with the frame.
        piece = self.curve.copy()
        for axis, part in enumerate((frame.width / goal.width, frame.height / goal.height)):
            piece.stretch(part, axis, about_point=goal.get_center())
        piece.shift(frame.get_center() - goal.get_center())
        self.add(piece)
        self.play(
            FadeOut(old, curve, run_time=theme.LEAP),
            ReplacementTransform(frame, goal, run_time=theme.STEP),
            ReplacementTransform(piece, self.curve, run_time=theme.STEP),
        )
        self.play(FadeIn(self.axes), FadeOut(goal), run_time=theme.LEAP)
        self.bring_to_front(self.curve)

    def _level(self, point: Point) -> Hairline:
        """Return the fine line at the height of a point, over the whole window."""
        (x0, x1, _), _ = self.axes.spans
        return Hairline(self.axes.map(x0, point.y), self.axes.map(x1, point.y), theme.RISE)

    def _height_of(
        self,
        point: Point,
        decimals: int,
        relation: str = "",
        other: Point | None = None,
    ) -> Formula:
        """Return the height of a point, perhaps compared with that of another one."""
        compared = "" if other is None else f" {relation} {spell(other.y, decimals)}"
        equal = "=" if shortest(point.y) <= decimals else "approx"
        height = f"{{{{{spell(point.y, decimals)} : rise}}}}{compared}"
        size = theme.KEY_SIZE if self.layout.upright else theme.TABLE_SIZE
        return in_roles(f"f({{{{{written(point.x)} : run}}}}) {equal} {height}", size)

    def _reach(self, end: float, seconds: float) -> Sweep:
        return Sweep(
            self.stepper.stretch_step, between(0.0, end), self.stepper.arrow, run_time=seconds
        )
