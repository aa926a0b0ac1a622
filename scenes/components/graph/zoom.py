"""A plot that pushes in on one of its points: strokes keep their width, and the scale its steps.

::

    zoom = ZoomPlot(region, Point(2.0, 4.0), width=4.0, depth=2)  # as far as ×100
    zoom.hold(FunctionCurve(zoom, square), FunctionCurve(zoom, tangent_at, color=theme.EXACT))
    scene.play(zoom.push(10.0))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, Self

import numpy as np
from manim import DOWN, LEFT, UR, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array
from numpy.typing import ArrayLike, NDArray

from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.marks.plate import outline, plate
from scenes.components.motion.sweep import Sweep, log_way
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.layout import Region

SAMPLES = 161
"""Points of a curve across the window."""
KEPT = 0.84
"""The share of the window in which the scale has numbers: they stay clear of the corners."""
_Scale = list[tuple[int, Numeral]]
STEPS = 4
"""How many steps of the scale fit into the width of the window, about."""


class Follower(Protocol):
    """Anything that is drawn anew when the window changes."""

    def refresh(self) -> object:
        """Draw it where the window has it now."""


class ZoomPlot(VGroup):
    """A framed plot about a point, whose window can be magnified by any factor.

    The scale along the lower and the left edge has steps of 1, 2 or 5 times a power of ten. While
    the window shrinks, the steps of one factor of ten fade out as those of the next come in. A
    badge says by how much the picture is magnified.

    Parameters
    ----------
    region
        Where it stands; numbers of the scale stand inside.
    center
        The point that stays in the middle, in lesson coordinates.
    width
        Width of the first window, in lesson units.
    units_up
        How many units upward are shown on the length of one unit across; 1 shows true slopes.
    depth
        The greatest magnification is 10 to this power.
    step
        The step of the scale in the first window; by default a round quarter of its width.
    numbered
        Whether the scale has numbers.
    """

    def __init__(
        self,
        region: Region,
        center: Point,
        *,
        width: float,
        units_up: float = 1.0,
        depth: int = 1,
        step: float | None = None,
        numbered: bool = True,
    ) -> None:
        self.region, self.middle, self.units_up = region, center, units_up
        self.first_width, self.factor = width, 1.0
        self.step = step or _round_step(width / STEPS)
        self.pane = outline(region.width, region.height, theme.GRID).move_to(region.center)
        self.grids = [
            VMobject(stroke_color=theme.GRID, stroke_width=theme.GRID_STROKE)
            for _ in range(depth + 1)
        ]
        levels = range(depth + 1) if numbered else ()
        self.scales = [self._number(level) for level in levels]
        self.badge = self._build_badge(depth)
        self._held: list[Follower] = []
        numbers = (number for scale in self.scales for _, number in scale)
        super().__init__(self.pane, *self.grids, *numbers, self.badge)
        self.put(1.0)

    @property
    def width_shown(self) -> float:
        """The width of the present window, in lesson units."""
        return self.first_width / self.factor

    @property
    def height_shown(self) -> float:
        """The height of the present window, in lesson units."""
        return self.width_shown * self.units_up * self.region.height / self.region.width

    def map(self, x: float, y: float) -> Point3D:
        """Return the frame point of one lesson point in the present window."""
        point: Point3D = self.map_all([x], [y])[0]
        return point

    def map_all(self, xs: ArrayLike, ys: ArrayLike) -> Point3D_Array:
        """Return the frame points, shape (N, 3), of lesson points given as two arrays."""
        across = (np.asarray(xs, float) - self.middle.x) * self.region.width / self.width_shown
        up = (np.asarray(ys, float) - self.middle.y) * self.region.height / self.height_shown
        return self.region.center + np.column_stack([across, up, 0 * across])

    def hold(self, *parts: VMobject) -> Self:
        """Draw parts in the window from now on; each has ``refresh()`` or stands at the middle."""
        for part in parts:
            self.insert_above_grid(part)
            if hasattr(part, "refresh"):
                self._held.append(part)
                part.refresh()
        return self

    def insert_above_grid(self, part: VMobject) -> None:
        """Put a part above the grid and below the badge."""
        self.remove(self.badge)
        self.add(part, self.badge)

    def put(self, factor: float) -> Self:
        """Magnify the first window by ``factor``."""
        self.factor = factor
        level = float(np.log10(factor))
        shares = [max(0.0, 1 - abs(level - place)) for place in range(len(self.grids))]
        for place, (grid, seen) in enumerate(zip(self.grids, shares, strict=True)):
            self._rule(grid, self.step / 10**place, seen)
        for scale, seen in zip(self.scales, shares, strict=False):
            self._place_scale(scale, max(0.0, 2 * seen - 1))
        self.badge_number.set_value(factor)
        for part in self._held:
            part.refresh()
        return self

    def push(self, factor: float, **kwargs: Any) -> Sweep:
        """Return the motion to another magnification, at a constant ratio per second."""
        settings = {"run_time": theme.ZOOM, "rate_func": theme.TRAVEL, **kwargs}
        return Sweep(self.put, log_way(self.factor, factor), self, **settings)

    def _build_badge(self, depth: int) -> VGroup:
        """Return the plate that says by how much the picture is magnified."""
        most = 10.0**depth
        self.badge_number = Readout(
            "times", most, size=theme.DIGIT_SIZE, digits=depth + 1, flush=True
        )
        width, height = self.badge_number.width, self.badge_number.height
        ground = plate(width + 2 * theme.GUTTER, height + theme.GUTTER)
        badge = VGroup(ground.move_to(self.badge_number), self.badge_number)
        return badge.move_to(self.region.inset(theme.GUTTER).at(1.0, 1.0), aligned_edge=UR)

    def _number(self, level: int) -> _Scale:
        """Return the numbers that the window of a level shows, each with its axis."""
        step, width = self.step / 10**level, self.first_width / 10**level
        height = width * self.units_up * self.region.height / self.region.width
        scale: _Scale = []
        for axis, (middle, span) in enumerate(((self.middle.x, width), (self.middle.y, height))):
            own = step if axis == 0 else _round_step(step * self.units_up)
            decimals = max(0, -int(np.floor(np.log10(own) + 1e-9)))
            for value in _multiples(own, middle, KEPT * span / 2):
                number = Numeral(
                    value, decimals, scale=True, size=theme.TICK_SIZE, color=theme.MUTED
                )
                # A number stands on its own grid line, which would strike it through.
                number.set_stroke(theme.BG, theme.HALO, background=True)
                scale.append((axis, number))
        return scale

    def _place_scale(self, scale: _Scale, seen: float) -> None:
        """Put the numbers of a level beside their grid lines; outside the window none is seen."""
        inner = self.region.inset(theme.LABEL_GAP)
        for axis, number in scale:
            x, y, _ = self.map(number.value, number.value)
            place = (x, inner.bottom, 0.0) if axis == 0 else (inner.left, y, 0.0)
            number.move_to(place, aligned_edge=DOWN if axis == 0 else LEFT)
            number.set_opacity(seen if self.region.inset(-theme.TICK).holds(number) else 0.0)

    def _rule(self, grid: VMobject, step: float, seen: float) -> None:
        """Rule the window at the multiples of a step."""
        strokes = []
        spans = ((self.middle.x, self.width_shown), (self.middle.y, self.height_shown))
        if seen > 0:
            for axis, (middle, span) in enumerate(spans):
                own = step if axis == 0 else _round_step(step * self.units_up)
                other, reach = spans[1 - axis]
                for at in _multiples(own, middle, span / 2):
                    ends = ([at, at], [other - reach / 2, other + reach / 2])
                    start, end = self.map_all(*(ends if axis == 0 else ends[::-1]))
                    strokes.append(start + np.linspace(0, 1, 4)[:, None] * (end - start))
        grid.set_points(np.concatenate(strokes) if strokes else np.zeros((0, 3)))
        grid.set_stroke(opacity=seen)


class FunctionCurve(VMobject):
    """The graph of a function in a window that changes, cut at its upper and lower edge.

    Parameters
    ----------
    plot
        Where it is drawn.
    value
        The function, on arrays.
    color, stroke
        Named in the theme.
    """

    def __init__(
        self,
        plot: ZoomPlot,
        value: Callable[[NDArray[np.float64]], NDArray[np.float64]],
        color: str = theme.FUNC,
        stroke: float = theme.CURVE_STROKE,
    ) -> None:
        self.plot, self.value = plot, value
        super().__init__(stroke_color=color, stroke_width=stroke, fill_opacity=0.0)
        self.refresh()

    def refresh(self) -> Self:
        """Draw it in the present window."""
        plot = self.plot
        reach = plot.width_shown / 2
        xs = np.linspace(plot.middle.x - reach, plot.middle.x + reach, SAMPLES)
        ys = self.value(xs)
        inside = np.abs(ys - plot.middle.y) <= plot.height_shown / 2
        points = plot.map_all(xs[inside], ys[inside])
        self.set_points_as_corners(points if len(points) > 1 else np.zeros((0, 3)))
        return self


def _round_step(length: float) -> float:
    """Return the largest of 1, 2 and 5 times a power of ten that is at most ``length``."""
    power = 10.0 ** np.floor(np.log10(length) + 1e-9)
    return float(max(times for times in (1, 2, 5) if times * power <= length * (1 + 1e-9)) * power)


def _multiples(step: float, middle: float, reach: float) -> list[float]:
    """Return the multiples of ``step`` that lie at most ``reach`` from the middle."""
    first = int(np.ceil((middle - reach) / step - 1e-9))
    last = int(np.floor((middle + reach) / step + 1e-9))
    return [index * step for index in range(first, last + 1)]
