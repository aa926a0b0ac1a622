"""The map of a valley through a window that changes: bands, lines, and what is held on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Self

import numpy as np
from manim import Line, Rectangle, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array

from mathcore.optimization.bands import ValleyHeights
from mathcore.optimization.valley import PlaneWindow, Valley
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.landscape import tints
from scenes.components.landscape.height_map import band_regions, thinned
from scenes.components.landscape.parameter_plane import Pair
from scenes.components.motion.sweep import Followers
from scenes.layout import Region

GROUND, ON_MAP, TARGET, DOCKED = -3.0, -2.0, -1.5, -1.0
"""Drawing orders: the map, what lies on it, its goal, and a panel that covers all of them.

Nothing of one order may fade in as one group with something of another: the group would stay on
stage, and where a part of it moves, all of it would be drawn above what rests.
"""
_TINTS = (0.02, 0.5)
"""The least and the largest share of colour in a band. No curve in FUNC lies on this map."""
_STEEP = 0.55
"""Below one, the lowest bands differ most: they are what a close view shows."""


def valley_shares(bands: int) -> FloatArray:
    """Return the share of colour of each band, shape (bands,), from the lowest to the highest."""
    least, largest = _TINTS
    rise = np.linspace(0.0, 1.0, bands) ** _STEEP
    return least + (largest - least) * (rise if tints.IS_DARK else 1 - rise)


class MovingMap(VGroup):
    """Bands of height within a frame, true at every moment while window or valley change.

    Parameters
    ----------
    region
        The frame, in frame units.
    levels
        Heights of the lines between the bands, from low to high.
    valley, window
        What is seen, and which part of it.

    Attributes
    ----------
    bands, rings, frame
        The fills, the lines between them, the edge.
    """

    def __init__(
        self, region: Region, levels: Sequence[float], valley: Valley, window: PlaneWindow
    ) -> None:
        self.levels = tuple(levels)
        self.followers = Followers()
        self.ground = Rectangle(stroke_width=0.0, fill_color=theme.BG, fill_opacity=1.0)
        self.bands = VGroup(
            *(
                VMobject(fill_color=theme.FUNC, fill_opacity=1.0, stroke_width=0.0)
                for _ in range(len(self.levels) + 1)
            )
        )
        line: dict[str, Any] = {
            "stroke_color": tints.line_color(),
            "stroke_width": theme.CONTOUR_STROKE,
        }
        self.rings = VGroup(*(VMobject(fill_opacity=0.0, **line) for _ in self.levels))
        self.frame = Rectangle(fill_opacity=0.0, **line)
        super().__init__(self.ground, self.bands, self.rings, self.frame)
        self.set_z_index(GROUND)
        self.put(valley, window, region)

    def put(self, valley: Valley, window: PlaneWindow, region: Region | None = None) -> Self:
        """Show another valley, or another part of it, in the same frame or in another one."""
        self.valley, self.window = valley, window
        if region is not None:
            self.region = region
            for edge in (self.ground, self.frame):
                edge.stretch_to_fit_width(region.width).stretch_to_fit_height(region.height)
                edge.move_to(region.center)
        contours = valley.contours(self.levels, window.u_range, window.v_range)
        heights = ValleyHeights(valley)
        regions = band_regions(contours, heights, window.u_range, window.v_range)
        shares = np.sort(valley_shares(len(self.bands)))  # each band lies on all fainter ones
        before = np.concatenate([[0.0], shares[:-1]])
        added = (shares - before) / (1 - before)
        for band, part, (_, polygons) in zip(self.bands, added.tolist(), regions, strict=True):
            band.set_points(self._outlined(polygons))
            band.set_fill(opacity=part)
        for ring, contour in zip(self.rings, contours, strict=True):
            ring.set_points(self._outlined(contour.polylines))
        for follower in self.followers:
            follower()
        return self

    def hold(self, *parts: VMobject) -> Self:
        """Draw parts where the window has them from now on; each has ``refresh()``."""
        for part in parts:
            standing: Any = part
            self.followers.append(standing.refresh)
            standing.refresh()
        return self

    def place(self, at: Pair) -> Point3D:
        """Return the frame point of one setting."""
        point: Point3D = self.place_all(np.array([at]))[0]
        return point

    def place_all(self, points: FloatArray) -> Point3D_Array:
        """Return the frame points, shape (N, 3), of settings of shape (N, 2)."""
        (u0, u1), (v0, v1) = self.window.u_range, self.window.v_range
        shares = (np.asarray(points, float) - (u0, v0)) / (u1 - u0, v1 - v0)
        region = self.region
        return np.column_stack(
            [
                region.left + shares[:, 0] * region.width,
                region.bottom + shares[:, 1] * region.height,
                0 * shares[:, 0],
            ]
        )

    def shows(self, at: Pair) -> bool:
        """Whether a setting lies inside of the window."""
        ranges = (self.window.u_range, self.window.v_range)
        return all(low <= value <= high for value, (low, high) in zip(at, ranges, strict=True))

    def through(self, at: Pair, way: Pair, color: str) -> Line:
        """Return the line through a setting in one direction, from edge to edge of the frame."""
        middle = self.place(at)
        step = self.place(np.asarray(at, float) + np.asarray(way, float)) - middle
        reach = np.hypot(self.region.width, self.region.height) / np.linalg.norm(step) * step
        (run,) = within(np.array([middle - reach, middle + reach]), self.region)
        line = Line(run[0], run[-1], stroke_color=color, stroke_width=theme.RAY_STROKE)
        return line.set_z_index(ON_MAP)

    def _outlined(self, lines: Sequence[FloatArray]) -> Point3D_Array:
        pieces = [thinned(VMobject().set_points_as_corners(self.place_all(line))) for line in lines]
        return np.concatenate(pieces) if pieces else np.zeros((0, 3))


def within(points: Point3D_Array, region: Region) -> list[Point3D_Array]:
    """Return the stretches of a polyline that lie in a region (Liang and Barsky 1984)."""
    low = np.array([region.left, region.bottom])
    high = np.array([region.right, region.top])
    runs: list[list[Point3D]] = []
    for start, end in pairwise(points):
        enter, leave = 0.0, 1.0
        for axis in (0, 1):
            step = end[axis] - start[axis]
            edges = (low[axis] - start[axis], high[axis] - start[axis])
            if not step:
                if edges[0] > 0 or edges[1] < 0:
                    enter, leave = 1.0, 0.0
                continue
            first, last = sorted(edge / step for edge in edges)
            enter, leave = max(enter, first), min(leave, last)
        if enter >= leave:
            continue
        here, there = start + enter * (end - start), start + leave * (end - start)
        if runs and np.allclose(runs[-1][-1], here):
            runs[-1].append(there)
        else:
            runs.append([here, there])
    return [np.array(run) for run in runs]
