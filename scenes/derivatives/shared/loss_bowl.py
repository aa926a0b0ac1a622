"""The bowl of the loss: its floor, its axis of heights, and the ball that stands for a line."""

from __future__ import annotations

from lessons.derivatives.c09a.numbers import Numbers
from mathcore.formulas.window import round_step
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.landscape.on_surface import Floor, SurfaceBall
from scenes.components.landscape.relief import Relief
from scenes.components.landscape.upright import DropLine, HeightAxis
from scenes.components.motion.sweep import Sweep
from scenes.layout import Region

_YAW, _TILT = 34.0, 27.0
"""From where it is seen, in degrees."""
_UNIT, _HEIGHT = 0.088, 4.4
"""Size on screen: of a unit of its floor per unit of its room's width, and of its largest loss."""
_MIDDLE = (0.55, 0.48)
"""Where its middle stands, as shares of its room."""
_TICKS = 3
_LOOK_TIME = 2.4


class BowlRig:
    """A bowl without its surface: what can be seen of it before it is filled.

    Parameters
    ----------
    numbers
        Of the clip.
    room
        Where it stands.
    here
        The setting of the ball.

    Attributes
    ----------
    relief, terrain
        The landscape and its map to the frame.
    floor, axis
        The plane of the settings, and the axis of the loss.
    ball, drop
        The ball, and the line from it down to the floor.
    """

    def __init__(self, numbers: Numbers, room: Region, here: Parameters) -> None:
        across, away = numbers.bowl_sides
        unit = _UNIT * room.width
        (x, y, _) = room.at(*_MIDDLE)
        half = unit * across[1] + AXIS_ROOM
        facing = GraphAxes(
            (*across, 1.0),
            (0.0, numbers.bowl_top, numbers.bowl_top),
            Region(
                float(x) - half,
                float(x) + half,
                float(y) - _HEIGHT / 2 - AXIS_ROOM,
                float(y) + _HEIGHT / 2 + AXIS_ROOM,
            ),
            numbers=(None, None),
        )
        self.relief = Relief(numbers.bowl_land, across, away, facing)
        self.relief.look(self.relief.view(_YAW, _TILT))
        self.terrain = self.relief.terrain
        spot = numbers.on_bowl(*here)
        step = round_step(numbers.bowl_top, _TICKS)
        self.floor = Floor(self.terrain, ("w", "b"))
        self.axis = HeightAxis(self.terrain, (0.0, numbers.bowl_top, step))
        self.drop = DropLine(self.terrain, spot)
        self.ball = SurfaceBall(self.terrain, spot)
        self.relief.hold(self.floor, self.axis, self.drop, self.ball)

    def look_down(self, window: Region) -> Sweep:
        """Turn it until it is seen from above and lies exactly on a rectangle of its shape."""
        across = self.terrain.u_range
        zoom = window.width / (across[1] - across[0]) / self.terrain.unit
        view = self.relief.view(0.0, 90.0, zoom, window.center)
        return self.relief.turn(view, rate_func=theme.TRAVEL, run_time=_LOOK_TIME)
