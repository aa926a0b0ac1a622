"""Errors as upright dashes, each the side of a true square that opens from it."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import DOWN, RIGHT, UP, VGroup, VMobject
from manim.typing import Point3D

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.data_plot import DataPlot
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

FEW = 8
"""With more points than this the squares have thin rims and the errors no numbers."""


class ErrorSquares(VGroup):
    """For each point the upright way to the line, and a square with that side.

    Both sides of a square are as long on screen as its error, and it lies on the side of its point
    on which the line is not. The squares are closed at first: each is its dash alone.

    Parameters
    ----------
    plot
        The points.
    errors
        ŷ − y for each of them, shape (n,).
    slope
        Slope of the line.
    """

    def __init__(self, plot: DataPlot, errors: FloatArray, slope: float) -> None:
        self.plot, self.opened = plot, 0.0
        few = len(errors) <= FEW
        self.sticks = VGroup(*(Dashes(np.zeros(3), np.zeros(3), color=theme.ERROR) for _ in errors))
        self.squares = VGroup(*(error_square(few=few) for _ in errors))
        super().__init__(self.sticks, self.squares)
        self.put(errors, slope)

    def put(self, errors: FloatArray, slope: float) -> Self:
        """Show the errors of another line."""
        self.errors, self.slope = np.asarray(errors, float), slope
        window, unit = self.plot.window, self.plot.y_unit
        places = self.plot.axes.map_all(self.plot.data.xs, self.plot.data.ys)
        rows = zip(places, self.errors, self.sticks, self.squares, strict=True)
        for place, error, stick, square in rows:
            end = float(np.clip(place[1] + unit * error, window.bottom, window.top))
            stick.put(place, np.array([place[0], end, 0.0]))
            side = unit * abs(float(error))
            way = self._way(float(place[0]), float(error))
            wide = self.opened * side
            corner = np.array([min(0.0, way) * wide, min(0.0, float(np.sign(error))) * side, 0.0])
            lay(square, place + corner, wide, side)
        return self

    def _way(self, x: float, error: float) -> float:
        """Return to which side of its point a square lies: 1 for right, −1 for left."""
        window, side = self.plot.window, self.plot.y_unit * abs(error)
        way = 1.0 if (error > 0) == (self.slope >= 0) else -1.0
        return way if window.left <= x + way * side <= window.right else -way

    def _opened(self, which: int) -> Region:
        """Return the place of a square that is wholly open."""
        x, y, _ = self.plot.dots[which].get_center()
        error = float(self.errors[which])
        side = self.plot.y_unit * abs(error)
        ends, heights = (x, x + self._way(x, error) * side), (y, y + self.plot.y_unit * error)
        return Region(min(ends), max(ends), min(heights), max(heights))

    def open(self, share: float) -> Self:
        """Draw the squares as wide as a share of their height: 1 for true squares."""
        self.opened = share
        return self.put(self.errors, self.slope)

    def grow(self, run_time: float = theme.DRAW) -> Sweep:
        """Let each square open from its dash."""
        return Sweep(self.open, between(0.0, 1.0), self, rate_func=theme.TRAVEL, run_time=run_time)

    def numbers(self, decimals: int = 0, *, squared: bool = False) -> VGroup:
        """Return each error at its point, beyond the end of its gap: the line is at the other.

        Parameters
        ----------
        decimals
            Of each number.
        squared
            Whether the squares will open: then each number keeps clear of those of other points.
        """
        return self._told(self.errors, decimals, plus=True, squared=squared)

    def areas(self, decimals: int = 0) -> VGroup:
        """Return the area of each square where its error was told."""
        return self._told(self.errors**2, decimals, plus=False, squared=True)

    def _told(self, values: FloatArray, decimals: int, *, plus: bool, squared: bool) -> VGroup:
        told = VGroup()
        for dot, error, value in zip(self.plot.dots, self.errors, values.tolist(), strict=True):
            number = Numeral(value, decimals, plus=plus, size=theme.DIGIT_SIZE, color=theme.ERROR)
            told.add(number.next_to(dot, DOWN if error > 0 else UP, buff=theme.LABEL_GAP))
        if squared:
            for which in range(len(told)):
                self._keep_clear(told[which], which)
        return told

    def _keep_clear(self, number: VMobject, which: int) -> None:
        """Shift a number from the squares of other points towards that of its own."""
        for other in range(len(self.errors)):
            if other == which:
                continue
            square = self._opened(other)
            low, high = float(number.get_bottom()[1]), float(number.get_top()[1])
            left, right = float(number.get_left()[0]), float(number.get_right()[0])
            if low >= square.top or high <= square.bottom:
                continue
            if left < square.left < right:
                number.shift((square.left - right - theme.TICK / 2) * RIGHT)
            elif left < square.right < right:
                number.shift((square.right - left + theme.TICK / 2) * RIGHT)


def error_square(*, few: bool = True) -> VMobject:
    """Return a square without a place, in the colour of errors; one of many has a thin rim."""
    style: dict[str, Any] = {
        "stroke_color": theme.ERROR,
        "stroke_width": theme.FRAME_STROKE if few else theme.HAIRLINE_STROKE,
        "stroke_opacity": 1.0 if few else theme.GHOST,
        "fill_color": theme.ERROR,
        "fill_opacity": theme.VEIL if few else 0.0,
    }
    return VMobject(**style)


def lay(square: VMobject, corner: Point3D, width: float, height: float) -> None:
    """Lay a rectangle with its lower left corner at a place."""
    across, up = np.array([width, 0.0, 0.0]), np.array([0.0, height, 0.0])
    square.set_points_as_corners(
        [corner, corner + across, corner + across + up, corner + up, corner]
    )
