"""The data and the line that a program fits to them, with the epoch that it has come to."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import VGroup, linear
from manim.typing import Point3D

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.slopes import lines
from mathcore.slopes.lines import Line
from scenes import theme
from scenes.components.graph.data_plot import DataPlot, FittedLine
from scenes.components.marks.dashes import Dashes
from scenes.components.marks.plate import on_plate
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.readout import Readout
from scenes.layout import Region

_BELOW = 0.12
"""How much further down the window reaches than that of the data, as a share of its height."""


class TrainingPlot(VGroup):
    """A plot of the data with the line of the program, which begins level at zero.

    Parameters
    ----------
    region
        Where it stands.
    numbers
        Of the clip.

    Attributes
    ----------
    plot, line, misses
        The points on their axes, the dashed line, and how far each point is from that.
    epoch, sign
        The number of epochs, and its plate.
    """

    def __init__(self, region: Region, numbers: Numbers) -> None:
        self.numbers = numbers
        low, high, step = numbers.y_span
        # A line at zero must not lie on the axis.
        span = (low - _BELOW * (high - low), high, step)
        self.epoch = Readout(
            'upright("epoch")',
            0,
            digits=len(str(numbers.trail_epochs[-1])),
            flush=True,
            size=theme.DIGIT_SIZE,
        )
        self.epoch.set_value(numbers.trail_epochs[-1])
        self.sign = on_plate(self.epoch)  # with room for the last epoch
        self.epoch.set_value(0)
        # Above the plot the sign hides neither the grid nor a point.
        top = region.top - self.sign.height - theme.TICK + theme.SCALE_ROOM
        room = Region(region.left, region.right, region.bottom, top)
        self.plot = DataPlot(room, numbers.data, numbers.x_span, span)
        axes = self.plot.axes
        axes.x_axis.set_y(self.plot.window.bottom)  # where its numbers stand
        self.line = FittedLine(self.plot, lines.line(*numbers.trail_points[0].tolist()))
        self.misses = VGroup(*(Dashes(place, place) for place in self._points()))
        region.place(self.sign, 1.0, 1.0)
        super().__init__(self.plot, self.misses, self.line, self.sign)
        self._lay(0)

    def _points(self) -> list[Point3D]:
        data = self.numbers.data
        return list(self.plot.axes.map_all(data.xs, data.ys))

    def put(self, index: float) -> None:
        """Show the line after the epoch with this place in the trail."""
        numbers = self.numbers
        at = min(round(index), len(numbers.trail_epochs) - 1)
        self._lay(at)
        self.epoch.set_value(numbers.trail_epochs[at])

    def _lay(self, at: int) -> None:
        """Lay the line as one setting of the trail has it; a dashed miss ends in each point."""
        line = lines.line(*self.numbers.trail_points[at].tolist())
        self._draw(line)
        xs, (low, high, _) = self.numbers.data.xs.tolist(), self.plot.axes.spans[1]
        for x, miss, point in zip(xs, self.misses, self._points(), strict=True):
            # A line that has run away is far outside of the window.
            miss.put(self.plot.axes.map(x, float(np.clip(line(x), low, high))), point)

    def _draw(self, line: Line) -> None:
        """Draw the line from the left edge to the last point, and no further."""
        axes = self.plot.axes
        self.line.lay(line)
        last = float(np.max(self.numbers.data.xs))
        if self.line.has_points() and float(self.line.end[0]) > float(axes.map(last, 0.0)[0]):
            left = axes.spans[0][0]
            self.line.put(self.line.start, axes.map(last, line(last)), axes.map(left, line(left)))

    def begin(self, epochs: int) -> Sweep:
        """Run the first epochs, so slowly that each can be seen."""
        return self._run(0, min(epochs, self._last), rate_func=linear)

    def train(self, start: int) -> Sweep:
        """Run all other epochs, the first ones slowly and the later ones in leaps."""
        return self._run(min(start, self._last), self._last, rate_func=theme.LEAVE)

    @property
    def _last(self) -> int:
        return len(self.numbers.trail_epochs) - 1

    def _run(self, start: int, end: int, **settings: Any) -> Sweep:
        way = between(float(start), float(end))
        moved = (self.line, self.misses, self.epoch)
        return Sweep(self.put, way, *moved, run_time=theme.DRAW, **settings)
