"""Clip 11, first act: the valley once more, and a swarm of balls, each with its own dial."""

from __future__ import annotations

from manim import DOWN, LEFT, FadeIn, FadeOut, TransformFromCopy, VGroup

from lessons.derivatives.numbers.c11 import what_is_next
from mathcore.regression import RegressionPath
from scenes import theme
from scenes.components.descent_path import DescentPath
from scenes.components.dial import Dial
from scenes.components.motion import Sweep, between
from scenes.components.numeral import Numeral
from scenes.components.parameter_plane import ContourMap, ParameterPlane
from scenes.components.readout import Readout
from scenes.components.roles import in_roles
from scenes.stage import LessonScene

ALPHA_DECIMALS = 3


class Swarm(LessonScene):
    """One rule for all of them."""

    clip_number = "11"

    def setup(self) -> None:
        """Lay out the valley on the left."""
        super().setup()
        self.numbers = numbers = what_is_next()
        (left, right), (low, high) = numbers.window
        self.plane = ParameterPlane(
            (left, right, 2), (low, high, 2), self.layout.left, names=("w", "b")
        )
        # The sizes of the steps stand here, which an axis would strike out.
        for axis in (self.plane.axes.x_axis, self.plane.axes.y_axis):
            axis.match_style(self.plane.axes.grid[0])
        self.rings = ContourMap(self.plane, numbers.valley)

    def swarm_of_balls(self) -> None:
        self.show_title()
        numbers = self.numbers
        rule = in_roles(
            "{{w : run1}} <- {{w : run2}} - {{alpha : dial}} thin {{gradient J : exact}}"
        )
        self.layout.right.place(rule, 0.5, 0.84)
        dial = Dial(numbers.path.alpha, (0.0, numbers.limit))
        self.layout.right.place(dial, 0.5, 0.36)
        alpha = Readout("alpha =", numbers.path.alpha, decimals=2, color=theme.RUN)
        alpha.next_to(dial, DOWN, buff=theme.GUTTER)
        first = self._ball(numbers.path)
        last = len(first.places) - 1
        self.play(FadeIn(self.plane, self.rings, first, rule, dial, alpha, run_time=theme.FADE))
        self.play(first.go(0, last, run_time=theme.MORPH))
        # One rule, one valley: only the dial differs.
        others = [self._ball(path) for path in numbers.swarm]
        tags, pointers = VGroup(self._tag(numbers.path, first)), VGroup()
        for path, ball in zip(numbers.swarm, others, strict=True):
            tags.add(self._tag(path, ball))
            pointers.add(dial.copy().set_value(path.alpha).pointer)
        self.play(
            FadeIn(*others, tags),
            *(TransformFromCopy(dial.pointer, pointer) for pointer in pointers),
            first.go(last, 0),
            FadeOut(alpha),
            run_time=theme.STEP,
        )
        balls = (first, *others)
        self.add(*balls)

        def race(step: float) -> None:
            for ball in balls:
                ball.put(step)

        self.play(Sweep(race, between(0.0, last), *balls, run_time=theme.SETTLE + theme.FADE))

    def _ball(self, path: RegressionPath) -> DescentPath:
        track = self.numbers.track(path)
        return DescentPath(self.plane, track, marks=(), radius=theme.DOT_RADIUS)

    @staticmethod
    def _tag(path: RegressionPath, ball: DescentPath) -> Numeral:
        tag = Numeral(path.alpha, ALPHA_DECIMALS, size=theme.AXIS_SIZE, color=theme.RUN)
        tag.next_to(ball.places[0], LEFT, buff=theme.GUTTER)
        return tag.set_stroke(theme.BG, theme.HALO, background=True)
