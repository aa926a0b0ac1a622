"""A valley cut across its floor: J over the distance across, and a ball that leaps over it."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup, VMobject
from manim.typing import Point3D

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.formulas.window import span
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.decimals import places
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.table import shortest
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import BALL
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ACROSS
from scenes.layout import Region

_WIDE, _HIGH = 1.6, 1.14
"""Half the width and the height of the window, in the farthest landing and the highest."""
_ACROSS_TICKS, _UP_TICKS = 3, 4
_ROOM = (0.03, 0.9, 0.0, 1.0)
"""The part of the region that leaves room for numbers of three digits and for the lower name."""
_BULGE = 0.8
"""How high a leap is above the straight way, in frame units."""
_LOSS_DIGITS = 3
_SAMPLES = np.linspace(0.0, 1.0, 41)


class ValleyCut(VGroup):
    """The walls of a valley; a ball leaps from one to the other and leaves a mark where it lands.

    Parameters
    ----------
    region
        Where it stands, with its scales.
    numbers
        Of the clip.

    Attributes
    ----------
    axes, walls
        The scales and the curve of J.
    ball, landings
        The ball, and at each place where it stood a mark with the loss there.
    """

    def __init__(self, region: Region, numbers: Numbers) -> None:
        leaps = numbers.leaps
        far, high = (float(np.abs(leaps[:, axis]).max()) for axis in (0, 1))
        across = span(-_WIDE * far, _WIDE * far, _ACROSS_TICKS)
        up = span(0.0, _HIGH * high, _UP_TICKS)
        self.axes = axes = GraphAxes(
            across,
            up,
            region.part(*_ROOM),
            x_name='upright("across")',
            y_name="J",
            numbers=(shortest(across[2]), shortest(up[2])),
            framed=True,
        )
        axes.names[0].set_color(ACROSS)
        axes.names[1].set_color(theme.INK)
        reach = across[1] * np.linspace(-1.0, 1.0, 241)
        heights = numbers.wall_at(reach)
        seen = (heights <= up[1]) & (heights >= 0)
        self.walls = VMobject(stroke_color=theme.FUNC, stroke_width=theme.EXACT_STROKE)
        self.walls.set_points_smoothly(axes.map_all(reach[seen], heights[seen]))
        self.places = [axes.map(*leap) for leap in leaps.tolist()]
        self.trails = VGroup(
            *(
                VMobject(stroke_color=theme.ALARM, stroke_width=theme.CURVE_STROKE)
                for _ in self.places[1:]
            )
        )
        style: dict[str, Any] = {
            "decimals": places(float(leaps[0, 1]), _LOSS_DIGITS),
            "size": theme.TABLE_SIZE,
            "color": theme.ALARM,
        }
        first, *others = leaps[:, 1].tolist()
        told = [Readout("J =", first, **style), *(Numeral(loss, **style) for loss in others)]
        self.landings = VGroup(
            *(
                self._landing(place, way, loss)
                for place, way, loss in zip(self.places, leaps[:, 0].tolist(), told, strict=True)
            )
        )
        self.ball = SolidDot(self.places[0], theme.INK, BALL)
        self.ball.set_stroke(theme.BG, theme.HALO / 2, background=True)
        super().__init__(self.axes, self.walls, self.trails, self.landings, self.ball)
        self.put(0.0)

    @staticmethod
    def _landing(place: Point3D, across: float, loss: VMobject) -> VGroup:
        """Return a mark on a wall; its loss stands on the outer side."""
        loss.next_to(place, RIGHT if across > 0 else LEFT, buff=theme.GUTTER)
        return VGroup(SolidDot(place, theme.ALARM), loss)

    def put(self, index: float) -> Self:
        """Let the ball have leapt so often; between whole numbers it is in the air."""
        self.index = index
        for step, trail in enumerate(self.trails):
            flown = float(np.clip(index - step, 0.0, 1.0))
            if flown:
                trail.set_points_as_corners(self._flight(step, flown))
                latest = step + 1 >= index
                trail.set_stroke(opacity=1.0 if latest else theme.GHOST)
            else:
                trail.clear_points()
        for step, landing in enumerate(self.landings):
            landing.set_opacity(1.0 if step <= index + 1e-9 else 0.0)
        step = min(int(index), len(self.trails) - 1)
        self.ball.move_to(self._flight(step, index - step)[-1])
        return self

    def leap(self, step: int, **settings: Any) -> Sweep:
        """Return the motion from one landing to the next."""
        return Sweep(self.put, between(step, step + 1.0), self, **settings)

    def _flight(self, step: int, share: float) -> list[Point3D]:
        """Return the way of a leap as far as a share of it: an arc above the straight way."""
        start, end = self.places[step], self.places[step + 1]
        return [
            start + at * (end - start) + 4 * at * (1 - at) * _BULGE * UP
            for at in (share * _SAMPLES).tolist()
        ]
