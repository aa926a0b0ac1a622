"""What lies on a landscape: its floor with the names, a curve, contours, a ball."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import VGroup, VMobject

from mathcore.optimization.contours import Contour
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.landscape.relief import Terrain
from scenes.components.text.formula import Formula

BEHIND = -1000
"""Drawing order of the faces: they lie below all that has no order of its own."""
_SAMPLES = 61
_NAME_AWAY = 0.55
"""How far from the edge of its plane the name of a parameter stands, in lesson units."""


class Floor(VGroup):
    """The plane of the parameters within the landscape, with their names at its near edges.

    Parameters
    ----------
    terrain
        The terrain of a relief.
    names
        Typst mathematics for both parameters.
    base
        The height at which it lies; below the whole surface, nothing of it is cut by it.
    """

    def __init__(
        self, terrain: Terrain, names: tuple[str, str] = ("w_1", "w_2"), *, base: float = 0.0
    ) -> None:
        self.terrain = terrain
        (u0, u1), (v0, v1) = terrain.u_range, terrain.v_range
        ring = [(u0, v0), (u1, v0), (u1, v1), (u0, v1), (u0, v0)]
        lines = [[(t, v0), (t, v1)] for t in np.arange(np.ceil(u0), u1 + 1e-9)]
        lines += [[(u0, t), (u1, t)] for t in np.arange(np.ceil(v0), v1 + 1e-9)]
        self.paths = [np.array([(*p, base) for p in line]) for line in [*lines, ring]]
        self.lines = VGroup(
            *(
                VMobject(stroke_color=theme.GRID, stroke_width=theme.GRID_STROKE, fill_opacity=0)
                for _ in lines
            ),
            VMobject(stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE, fill_opacity=0),
        ).set_z_index(BEHIND - 1)
        self.names = VGroup(
            *(
                Formula(name, size=theme.DIGIT_SIZE, color=color)
                for name, color in zip(names, (theme.RUN, theme.RISE), strict=True)
            )
        )
        away = _NAME_AWAY
        self.name_places = np.array(
            [(sum((u0, u1)) / 2, v0 - away, base), (u1 + away, sum((v0, v1)) / 2, base)]
        )
        super().__init__(self.lines, self.names)
        self.refresh()

    def refresh(self) -> Self:
        """Follow the view."""
        for line, path in zip(self.lines, self.paths, strict=True):
            line.set_points_as_corners(self.terrain.project(path))
        for name, place in zip(self.names, self.name_places, strict=True):
            name.move_to(self.terrain.project(place))
        return self


class SurfaceCurve(VMobject):
    """A line on the surface, above given points of the plane: a cut or a path.

    Parameters
    ----------
    terrain
        The terrain of a relief.
    ground
        Points of the plane, shape (N, 2); two are taken as the ends of a straight cut.
    """

    def __init__(
        self,
        terrain: Terrain,
        ground: Any,
        color: str = theme.INK,
        stroke: float = theme.CURVE_STROKE,
    ) -> None:
        super().__init__(stroke_color=color, stroke_width=stroke, fill_opacity=0.0)
        self.terrain = terrain
        self.put(ground)

    def put(self, ground: Any) -> Self:
        """Lay it above other points."""
        ground = np.asarray(ground, float)
        if len(ground) == 2:
            ground = np.linspace(ground[0], ground[1], _SAMPLES)
        self.ground = ground
        return self.refresh()

    def refresh(self) -> Self:
        """Follow the terrain."""
        self.set_points_as_corners(self.terrain.above(self.ground))
        return self


class SurfaceContours(VGroup):
    """Contours at their own heights: seen from above, they are the map."""

    def __init__(
        self, terrain: Terrain, contours: tuple[Contour, ...], color: str = theme.FUNC
    ) -> None:
        self.terrain = terrain
        self.lines = [line for contour in contours for line in contour.polylines]
        super().__init__(
            *(
                VMobject(stroke_color=color, stroke_width=theme.CONTOUR_STROKE, fill_opacity=0.0)
                for _ in self.lines
            )
        )
        self.refresh()

    def refresh(self) -> Self:
        """Follow the terrain."""
        for shape, line in zip(self, self.lines, strict=True):
            shape.set_points_as_corners(self.terrain.above(line))
        return self


class SurfaceBall(SolidDot):
    """A ball on the surface."""

    def __init__(
        self, terrain: Terrain, at: Any, color: str = theme.INK, radius: float = theme.MARBLE_RADIUS
    ) -> None:
        self.terrain, self.at = terrain, np.asarray(at, float)
        super().__init__(np.zeros(3), color, radius)
        self.refresh()

    def put(self, at: Any) -> Self:
        """Move it above another point of the plane."""
        self.at = np.asarray(at, float)
        return self.refresh()

    def refresh(self) -> Self:
        """Follow the terrain."""
        return self.move_to(self.terrain.above(self.at))
