"""Axes with Typst numbers, laid into a region; the one map from lesson coordinates to the frame."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Axes, Line, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array
from numpy.typing import ArrayLike

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

AXIS_ROOM = 0.45
"""Kept free on each side for numbers and axis names, in frame units."""


class GraphAxes(Axes):
    """Axes inside a region, with ticks, numbers and names in Typst.

    Parameters
    ----------
    x_range, y_range
        ``(first, last, step between ticks)`` in lesson coordinates.
    region
        Where they go; they are as large as it allows and stand in its middle.
    equal
        Whether both axes use one unit: needed wherever a slope or an angle is to be *seen*.
    x_name, y_name
        Typst mathematics at the tips; empty for none.
    numbers
        Decimals of the numbers along x and along y; ``None`` for no numbers on that axis.
    grid
        Whether faint grid lines stand behind.
    framed
        Whether both axes stand at the edges of the window instead of at the origin: then no curve
        meets their numbers, whatever the window.
    """

    def __init__(
        self,
        x_range: tuple[float, float, float],
        y_range: tuple[float, float, float],
        region: Region,
        *,
        equal: bool = False,
        x_name: str = "x",
        y_name: str = "y",
        numbers: tuple[int | None, int | None] = (0, 0),
        grid: bool = True,
        framed: bool = False,
    ) -> None:
        x_unit = (region.width - 2 * AXIS_ROOM) / (x_range[1] - x_range[0])
        y_unit = (region.height - 2 * AXIS_ROOM) / (y_range[1] - y_range[0])
        if equal:
            x_unit = y_unit = min(x_unit, y_unit)
        style: dict[str, Any] = {
            "stroke_color": theme.MUTED,
            "stroke_width": theme.AXIS_STROKE,
            "include_ticks": False,
            "include_tip": False,
        }
        super().__init__(
            x_range=list(x_range),
            y_range=list(y_range),
            x_length=x_unit * (x_range[1] - x_range[0]),
            y_length=y_unit * (y_range[1] - y_range[0]),
            axis_config=style,
            tips=False,
        )
        self.spans, self.framed = (x_range, y_range), framed
        self.grid = self._build_grid() if grid else VGroup()
        self.ticks = VGroup()
        self.numbers = VGroup()
        self._number_axis(0, numbers[0])
        self._number_axis(1, numbers[1])
        self.names = VGroup()
        self._name_axis(x_name, self.map(x_range[1], self.crossing[1]), horizontal=True)
        self._name_axis(y_name, self.map(self.crossing[0], y_range[1]), horizontal=False)
        self.add_to_back(self.grid)
        self.add(self.ticks, self.numbers, self.names)
        self.shift(region.center - self.window_center)

    @property
    def crossing(self) -> tuple[float, float]:
        """Where the axes cross, in lesson coordinates: the origin, or the edge nearest to it."""
        (x0, x1, _), (y0, y1, _) = self.spans
        if self.framed:
            return x0, y0
        return min(max(0.0, x0), x1), min(max(0.0, y0), y1)

    @property
    def window_center(self) -> Point3D:
        """The middle of the plotted rectangle."""
        (x0, x1, _), (y0, y1, _) = self.spans
        return self.map((x0 + x1) / 2, (y0 + y1) / 2)

    @property
    def window(self) -> Region:
        """The plotted rectangle, in frame units."""
        (x0, x1, _), (y0, y1, _) = self.spans
        (left, bottom, _), (right, top, _) = self.map(x0, y0), self.map(x1, y1)
        return Region(float(left), float(right), float(bottom), float(top))

    def map(self, x: float, y: float) -> Point3D:
        """Return the frame point of one lesson point."""
        point: Point3D = self.map_all([x], [y])[0]
        return point

    def map_all(self, xs: ArrayLike, ys: ArrayLike) -> Point3D_Array:
        """Return the frame points, shape (N, 3), of lesson points given as two arrays."""
        (x0, x1, _), (y0, y1, _) = self.spans
        x_start, x_end = self.x_axis.points[0], self.x_axis.points[-1]
        y_start, y_end = self.y_axis.points[0], self.y_axis.points[-1]
        across = np.outer((np.asarray(xs, dtype=float) - x0) / (x1 - x0), x_end - x_start)
        up = np.outer((np.asarray(ys, dtype=float) - y0) / (y1 - y0), y_end - y_start)
        corner = np.array([x_start[0], y_start[1], 0.0])
        return corner + across + up

    @property
    def x_unit(self) -> float:
        """Frame units per lesson unit along x."""
        (x0, x1, _), _ = self.spans
        return self.window.width / (x1 - x0)

    @property
    def y_unit(self) -> float:
        """Frame units per lesson unit along y."""
        _, (y0, y1, _) = self.spans
        return self.window.height / (y1 - y0)

    def clip_line(self, slope: float, intercept: float) -> tuple[Point3D, Point3D]:
        """Return the two frame points where y = slope·x + intercept leaves the window.

        Raises
        ------
        ValueError
            If the line does not meet the window.
        """
        (x0, x1, _), (y0, y1, _) = self.spans
        left, right = x0, x1
        if slope != 0:
            low, high = sorted(((y0 - intercept) / slope, (y1 - intercept) / slope))
            left, right = max(left, low), min(right, high)
        elif not y0 <= intercept <= y1:
            left, right = 1.0, 0.0
        if left >= right:
            raise ValueError("the line does not meet the window of the axes")
        return (
            self.map(left, slope * left + intercept),
            self.map(right, slope * right + intercept),
        )

    def tick_values(self, axis: int) -> list[float]:
        """Return where the ticks of axis 0 (x) or 1 (y) stand, the crossing left out."""
        first, last, step = self.spans[axis]
        low = int(np.ceil(first / step - 1e-9))
        high = int(np.floor(last / step + 1e-9))
        return [
            index * step
            for index in range(low, high + 1)
            if abs(index * step - self.crossing[axis]) > step / 1e6
        ]

    def _build_grid(self) -> VGroup:
        (x0, x1, _), (y0, y1, _) = self.spans
        lines = [(self.map(x, y0), self.map(x, y1)) for x in self.tick_values(0)]
        lines += [(self.map(x0, y), self.map(x1, y)) for y in self.tick_values(1)]
        return VGroup(
            *(
                Line(start, end, stroke_color=theme.GRID, stroke_width=theme.GRID_STROKE)
                for start, end in lines
            )
        )

    def _number_axis(self, axis: int, decimals: int | None) -> None:
        for value in self.tick_values(axis):
            at = self._on_axis(axis, value)
            along = np.array([0.0, theme.TICK, 0.0]) if axis == 0 else np.array([theme.TICK, 0, 0])
            self.ticks.add(
                Line(
                    at - along,
                    at + along,
                    stroke_color=theme.MUTED,
                    stroke_width=theme.AXIS_STROKE,
                )
            )
            if decimals is None:
                continue
            number = Numeral(value, decimals, scale=True, size=theme.TICK_SIZE, color=theme.MUTED)
            if axis == 0:
                # The digits, not digits and sign together, stand under the tick.
                number.move_to(at)
                digits = VGroup(*number[int(value < 0) :])
                number.shift((at[0] - digits.get_center()[0], 0.0, 0.0))
                number.shift((0.0, at[1] - 2 * theme.TICK - number.get_top()[1], 0.0))
            else:
                number.next_to(at, np.array([-1.0, 0.0, 0.0]), buff=2 * theme.TICK)
            self.numbers.add(number)

    def _on_axis(self, axis: int, value: float) -> Point3D:
        return self.map(value, self.crossing[1]) if axis == 0 else self.map(self.crossing[0], value)

    def _name_axis(self, name: str, tip: Point3D, *, horizontal: bool) -> None:
        if not name:
            return
        label = Formula(name, size=theme.DIGIT_SIZE, color=theme.MUTED)
        away = np.array([1.0, 0.0, 0.0]) if horizontal else np.array([0.0, 1.0, 0.0])
        label.next_to(tip, away, buff=theme.LABEL_GAP)
        self.names.add(label)

    def number_at(self, axis: int, value: float) -> VMobject:
        """Return the number printed at one tick; ``KeyError`` if there is none."""
        for number in self.numbers:
            if isinstance(number, Numeral) and np.isclose(number.value, value):
                on_axis = self._on_axis(axis, value)
                near = number.get_center()[axis] - on_axis[axis]
                if abs(near) < (self.x_unit, self.y_unit)[axis] * self.spans[axis][2] / 2:
                    return number
        raise KeyError(f"no number {value:g} on axis {axis}")
