"""Clip 09a, second act: every line is a point of a plane, and the losses above it form a bowl."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from manim import DOWN, Create, FadeIn, FadeOut, LaggedStart, Line, VGroup

from lessons.derivatives.c09a.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.landscape.on_surface import Floor, SurfaceBall, SurfaceCurve
from scenes.components.landscape.relief import Relief
from scenes.components.landscape.surface import Surface
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.text import Words
from scenes.derivatives.c09a_regression_the_machine.act1_squares import AfterSquares
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import LineMachine
from scenes.layout import Region

SIDE = (-2.5, 2.5)
HEIGHTS = (-4, 30, 10)
VIEW, TURNED = (40.0, 28.0, 0.78), (15.0, 30.0, 0.78)
"""From where the bowl is seen at first, and at the end: yaw, tilt, zoom."""
CENTER = (0.5, 0.56)
"""Where its middle stands, as shares of its room."""


@dataclass(frozen=True, slots=True)
class AfterLossBowl:
    """What the second act leaves on stage.

    Attributes
    ----------
    machine
        The two knobs and what depends on them.
    main, right
        The room below the dials, and all of the right half.
    relief
        The bowl.
    bottom
        The mark of its lowest point, with a name.
    """

    machine: LineMachine
    main: Region
    right: Region
    relief: Relief
    bottom: VGroup


class LossBowl(Act):
    """A bowl whose points are lines and whose heights are their losses."""

    numbers: Numbers
    before: AfterSquares

    def prepare(self) -> None:
        """Take over the two knobs."""
        self.machine = self.before.machine

    def settings_fill_a_bowl(self) -> None:
        numbers = self.numbers
        facing = GraphAxes(
            (*SIDE, 1), HEIGHTS, self.before.main.part(0.0, 1.0, 0.0, 1.0), numbers=(None, None)
        )
        relief = Relief(numbers.bowl_land, SIDE, SIDE, facing)
        terrain, center = relief.terrain, self.before.main.at(*CENTER)
        floor, surface = Floor(terrain, ("w", "b")), Surface(terrain)
        surface.set_presence(0.0)
        spot = numbers.on_bowl(*self.machine.here)
        ball = SurfaceBall(terrain, spot)
        relief.hold(floor, surface, ball).look(relief.view(*VIEW, center))
        foot = ball.copy().move_to(terrain.project(numbers.foot_on_bowl(*self.machine.here)))
        self.play(
            FadeOut(self.before.average, self.machine.errors.sticks, run_time=theme.FADE),
            FadeIn(floor),
        )
        self.play(FadeIn(foot, scale=2))
        post = Line(
            foot.get_center(),
            ball.get_center(),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.play(Create(post), animated(foot).move_to(ball))
        self.remove(foot)
        self.add(relief)
        self.relief, self.ball, self.post = relief, ball, post
        rows = VGroup(
            *(
                SurfaceCurve(terrain, [numbers.on_bowl(w, b) for w in self._sides()], theme.FUNC)
                for b in numbers.bowl_rows
            )
        )
        low, high = self._sides()
        home, row = self.machine.here, numbers.bowl_rows[2]
        self._go(Parameters(low, row), theme.LEG)
        first: Any = rows[2]
        relief.hold(first)
        self.add(first)
        self.bring_to_front(ball)
        first.put([numbers.on_bowl(low, row), numbers.on_bowl(low, row)])
        self._go(Parameters(high, row), theme.DRAW, first)
        others = [curve for curve in rows if curve is not first]
        for curve in others:
            relief.hold(curve)
        self.remove(*others)
        self.play(
            LaggedStart(
                *(Create(curve) for curve in others), lag_ratio=theme.ROW_LAG, run_time=theme.GROUP
            )
        )
        self.play(
            Sweep(surface.set_presence, between(0.0, 1.0), surface, run_time=theme.WRITE),
            animated(rows, run_time=theme.WRITE).set_stroke(opacity=theme.GHOST),
            FadeOut(post, run_time=theme.FADE),
        )
        self.bring_to_front(ball)
        self._go(home, theme.LEG)
        self.play(relief.turn(relief.view(*TURNED, center), run_time=theme.DRAW))
        bottom = SurfaceBall(terrain, numbers.on_bowl(*numbers.best), theme.EXACT, theme.DOT_RADIUS)
        name = Words("bottom", size=theme.AXIS_SIZE, color=theme.EXACT)
        name.next_to(bottom, DOWN, buff=theme.LEG_GAP)
        name.set_stroke(theme.BG, theme.HALO, background=True)
        self.bottom = VGroup(bottom, name)
        self.play(FadeIn(bottom, scale=2), FadeIn(name), run_time=theme.FADE)
        self.wait(theme.BREATH)  # the next beat takes the name away

    def _sides(self) -> tuple[float, float]:
        bowl = self.numbers.bowl
        return float(bowl.us[0]), float(bowl.us[-1])

    def _go(self, end: Parameters, run_time: float, curve: SurfaceCurve | None = None) -> None:
        """Turn the knobs to a setting: the ball runs on the bowl and draws its path."""
        numbers = self.numbers
        begin = numbers.on_bowl(*self.machine.here)
        terrain = self.relief.terrain

        def follow() -> None:
            spot = numbers.on_bowl(*self.machine.here)
            self.ball.put(spot)
            self.post.set_points_as_corners(
                [terrain.project(numbers.foot_on_bowl(*self.machine.here)), self.ball.get_center()]
            )
            if curve is not None:
                curve.put([begin, spot])

        followers = [self.ball, *([curve] if curve else [])]
        if self.post in self.scene.mobjects:
            followers.append(self.post)
        self.play(self.machine.turn(end, run_time, *followers, follow=follow))

    def hand_over(self) -> AfterLossBowl:
        """Return what the next act needs."""
        before = self.before
        return AfterLossBowl(before.machine, before.main, before.right, self.relief, self.bottom)
