"""Clip 07, third act: the slope tells which way to step, but not how far."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    PI,
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
from scenes.components.marks.brace import Hairline
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.meaning import arrow
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c07_downhill.props.framed_graph import framed_graph
from scenes.derivatives.c07_downhill.props.stepper import AxisArrow, Stepper
from scenes.derivatives.c07_downhill.props.written import equals, fit, written

POINTER = 0.95
"""Length of an arrow that only points, in frame units."""


class SlopeCompass(Act):
    """The slope on either side tells which way to go; a step that is too long lands higher."""

    numbers: Numbers

    def slope_is_a_compass(self) -> None:
        self.clear_stage()
        valley = self.numbers.valley
        self.axes, self.curve = framed_graph(
            self.numbers.f, valley.x_span, valley.y_span, self.layout.left
        )
        self.play(FadeIn(self.axes), Create(self.curve), run_time=theme.WRITE)
        self.steppers = VGroup()
        pointer = POINTER / self.axes.x_unit
        for place, tangent in enumerate(valley.compass):
            left = tangent.slope > 0
            stepper = Stepper(self.axes, tangent)
            told = in_roles(
                f"f'({{{{{written(tangent.point.x)} : run}}}}) {equals(tangent.slope)} "
                f"{{{{{written(tangent.slope)} : exact}}}}"
            )
            against = in_roles(
                f"-f'({{{{{written(tangent.point.x)} : run}}}}) {equals(tangent.slope)} "
                f"{{{{{written(-tangent.slope)} : exact}}}}"
            )
            way = arrow(theme.RUN)
            if left:
                way.flip()
            row = VGroup(against, way).arrange(RIGHT, buff=theme.CARD_GAP)
            block = VGroup(told, row).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
            self.layout.right.place(fit(block, self.layout.right), 0.0, 0.85 - 0.5 * place)
            self.play(FadeIn(stepper.ball, stepper.thread, run_time=theme.FADE))
            self.play(FadeIn(stepper.line, run_time=theme.FADE))
            self.play(emerge(told, stepper.line, run_time=theme.STEP))
            # The way leads against the slope: its sign turns round.
            self.play(FadeIn(against, run_time=theme.FADE))
            self.add(stepper)
            self.play(
                Sweep(
                    stepper.stretch_step,
                    between(0.0, -pointer if left else pointer),
                    stepper.arrow,
                    run_time=theme.STEP,
                ),
                FadeIn(way, run_time=theme.STEP),
            )
            self.steppers.add(stepper)

    def step_too_long(self) -> None:
        numbers, valley = self.numbers, self.numbers.valley
        assert valley.leap is not None  # noqa: S101 the beat is told only where it lands higher
        assert valley.hop is not None  # noqa: S101 see above
        begin, far = valley.leap
        _, close = valley.hop
        self._look_closer()
        decimals = valley.decimals
        self.stepper = Stepper(self.axes, numbers.tangent_at(begin.x))
        told = self._height_of(begin, decimals, 0.85)
        level = self._level(begin)
        self.play(FadeIn(self.stepper, run_time=theme.FADE))
        self.play(Create(level), emerge(told, self.stepper.ball), run_time=theme.STEP)
        # The long step leads there and back: the arrow shows it before the ball takes it.
        step = far.x - begin.x
        self.play(self._reach(0.0, step))
        ghost = AxisArrow(self.axes).put(begin.x, step)
        self.play(self._fly_to(far))
        higher = self._height_of(far, decimals, 0.6, ">", begin)
        rise = Line(
            self.axes.map(far.x, begin.y),
            self.axes.map(*far),
            stroke_color=theme.RISE,
            stroke_width=theme.NUDGE_STROKE,
        )
        self.play(Create(rise), emerge(higher, self.stepper.ball))
        self.wait(theme.BREATH)
        self.add(ghost)
        ghost.set_opacity(theme.DIM)
        back = -1.0 if step < 0 else 1.0
        self.play(
            animated(self.stepper.ball, path_arc=back * PI / 3, run_time=theme.LEG).move_to(
                self.axes.map(*begin)
            ),
            animated(rise).set_stroke(opacity=theme.DIM),
        )
        self.stepper.put(self.stepper.tangent, 0.0)
        self.play(self._reach(0.0, close.x - begin.x))
        self.play(self._fly_to(close))
        lower = self._height_of(close, decimals, 0.35, "<", begin)
        self.play(emerge(lower, self.stepper.ball))
        self.wait(theme.HOLD)

    def _look_closer(self) -> None:
        """Let a part of the graph grow into a graph of its own."""
        valley = self.numbers.valley
        (x0, x1, _), (y0, y1, _) = valley.close_x, valley.close_y
        old, curve = self.axes, self.curve
        low, high = old.map(x0, y0), old.map(x1, y1)
        frame = Rectangle(
            width=float(high[0] - low[0]),
            height=float(high[1] - low[1]),
            stroke_color=theme.MUTED,
            stroke_width=theme.FRAME_STROKE,
        ).move_to((low + high) / 2)
        self.clear_stage(old, curve)
        self.play(Create(frame, run_time=theme.FADE))
        self.axes, self.curve = framed_graph(
            self.numbers.f, valley.close_x, valley.close_y, self.layout.left
        )
        window = self.axes.window
        goal = Rectangle(
            width=window.width,
            height=window.height,
            stroke_color=theme.GRID,
            stroke_width=theme.GRID_STROKE,
        ).move_to(window.center)
        self.play(FadeOut(old, curve), ReplacementTransform(frame, goal), run_time=theme.MORPH)
        self.play(FadeIn(self.axes, self.curve, run_time=theme.FADE))

    def _level(self, point: Point) -> Hairline:
        """Return the fine line at the height of a point, over the whole window."""
        (x0, x1, _), _ = self.axes.spans
        return Hairline(self.axes.map(x0, point.y), self.axes.map(x1, point.y), theme.RISE)

    def _height_of(
        self,
        point: Point,
        decimals: int,
        place: float,
        relation: str = "",
        other: Point | None = None,
    ) -> Formula:
        """Return the height of a point, perhaps compared with that of another one."""
        compared = "" if other is None else f" {relation} {spell(other.y, decimals)}"
        equal = "=" if shortest(point.y) <= decimals else "approx"
        height = f"{{{{{spell(point.y, decimals)} : rise}}}}{compared}"
        formula = in_roles(
            f"f({{{{{written(point.x)} : run}}}}) {equal} {height}",
            theme.FORMULA_SMALL_SIZE,
        )
        fit(formula, self.layout.right)
        return self.layout.right.place(formula, 0.0, place)

    def _reach(self, start: float, end: float) -> Sweep:
        return Sweep(
            self.stepper.stretch_step, between(start, end), self.stepper.arrow, run_time=theme.STEP
        )

    def _fly_to(self, to: Point) -> Sweep:
        return self.stepper.leap(to, run_time=theme.LEG)
