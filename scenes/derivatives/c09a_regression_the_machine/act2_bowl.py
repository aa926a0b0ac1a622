"""Clip 09a, second act: every line is a point of a plane, and the losses above it form a bowl."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from manim import Create, FadeIn, FadeOut, LaggedStart, VGroup

from lessons.derivatives.c09a.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.banded_surface import BandedSurface
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.on_surface import SurfaceCurve
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.landscape.plane import plane_in
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.derivatives.c09a_regression_the_machine.act1_squares import AfterSquares
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import LineMachine
from scenes.derivatives.c09a_regression_the_machine.props.loss_map import loss_map
from scenes.derivatives.c09a_regression_the_machine.props.rooms import Rooms
from scenes.derivatives.shared.loss_bowl import BowlRig

PATH_STROKE = 3.0


@dataclass(frozen=True, slots=True)
class AfterLossBowl:
    """What the second act leaves on stage.

    Attributes
    ----------
    rooms
        The rooms of the clip.
    machine
        The two knobs and what depends on them, in the panel.
    plane, heights
        The map of the loss.
    rest
        What else stands on the map.
    """

    rooms: Rooms
    machine: LineMachine
    plane: ParameterPlane
    heights: HeightMap
    rest: VGroup


class LossBowl(Act):
    """A bowl whose points are lines and whose heights are their losses, and its map."""

    numbers: Numbers
    before: AfterSquares

    def prepare(self) -> None:
        """Take over the two knobs."""
        self.machine = self.before.machine

    def settings_fill_a_bowl(self) -> None:
        numbers, machine = self.numbers, self.machine
        self.bowl = bowl = BowlRig(numbers, self.before.rooms.main, machine.here)
        self.play(
            FadeOut(self.before.average, run_time=theme.FADE),
            FadeIn(bowl.floor, bowl.axis),
        )
        # The line itself becomes a point of the plane.
        flying = machine.line.copy()
        self.play(
            animated(flying, rate_func=theme.TRAVEL, run_time=theme.MORPH)
            .scale(theme.VANISH)
            .move_to(bowl.ball),
            FadeIn(bowl.ball, bowl.drop, rate_func=late(0.7), run_time=theme.MORPH),
        )
        self.remove(flying)
        self.add(bowl.relief)
        row = machine.here.b
        low, high = numbers.plane.u_range
        self._go(Parameters(low, row), theme.LEG)
        path = SurfaceCurve(bowl.terrain, [numbers.on_bowl(low, row)] * 2, stroke=PATH_STROKE)
        bowl.relief.hold(path)
        self.add(path)
        self.bring_to_front(bowl.ball)
        self._go(Parameters(high, row), theme.DRAW, path)
        rows = [
            SurfaceCurve(
                bowl.terrain,
                [numbers.on_bowl(low, b), numbers.on_bowl(high, b)],
                stroke=PATH_STROKE,
            )
            for b in numbers.bowl_rows
        ]
        self.play(
            LaggedStart(*(Create(curve) for curve in rows), lag_ratio=theme.LAG),
            run_time=theme.WRITE,
        )
        surface = BandedSurface(bowl.terrain, numbers.levels)
        surface.set_presence(0.0)
        bowl.relief.hold(surface)
        self.add(surface)
        self.bring_to_front(*rows, path, bowl.axis, bowl.drop, bowl.ball)
        self.play(
            Sweep(surface.set_presence, between(0.0, 1.0), surface, run_time=theme.WRITE),
            FadeOut(VGroup(path, *rows), rate_func=late(0.4), run_time=theme.WRITE),
        )
        bowl.relief.release(path)
        self._go(numbers.aside, theme.LEG)
        self._look_down()

    def _look_down(self) -> None:
        """Turn the bowl until it is seen from above: then it is its map."""
        numbers, bowl = self.numbers, self.bowl
        self.plane = plane_in(self.before.rooms.map_room, numbers.plane)
        self.heights = loss_map(numbers, self.plane)
        self.play(
            bowl.look_down(self.plane.window),
            FadeOut(bowl.floor.names, run_time=theme.FADE),
        )
        spot = bowl.ball.copy()
        self.play(
            FadeIn(*self.plane.submobjects[1:], self.heights),
            run_time=theme.FADE,
        )
        self.remove(bowl.relief, bowl.ball, bowl.drop, bowl.axis, self.heights)
        self.add(self.plane, self.heights, spot)
        self.spot = spot

    def _go(self, end: Parameters, run_time: float, curve: SurfaceCurve | None = None) -> None:
        """Turn the knobs to a setting: the ball runs on the bowl and may draw its path."""
        numbers, bowl, machine = self.numbers, self.bowl, self.machine
        begin = numbers.on_bowl(*machine.here)
        followers: list[Any] = [bowl.drop, bowl.ball, *([curve] if curve else [])]

        def follow() -> None:
            spot = numbers.on_bowl(*machine.here)
            bowl.drop.put(spot)
            bowl.ball.put(spot)
            if curve is not None:
                curve.put([begin, spot])

        self.play(machine.turn(end, run_time, *followers, follow=follow))

    def hand_over(self) -> AfterLossBowl:
        """Return what the next act needs."""
        before = self.before
        return AfterLossBowl(
            before.rooms, before.machine, self.plane, self.heights, VGroup(self.spot)
        )
