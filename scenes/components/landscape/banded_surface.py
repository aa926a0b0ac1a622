"""The surface of a landscape in the tints of its height bands: seen from above, it is the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from mathcore.optimization.landscape import Landscape
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.landscape import tints
from scenes.components.landscape.band_mesh import BandMesh
from scenes.components.landscape.on_surface import BEHIND
from scenes.components.landscape.relief import Terrain
from scenes.components.landscape.surface import Surface

_SHADE = 0.3
"""Which share of a tint full shade takes away."""
_BELOW = 0.45
"""Which share of its tint a face keeps where it is seen from below."""
_OPAQUE = 0.99
"""Of a face: its lines, which only help to see the form, count as what is seen first."""
_ASIDE = 1e-4
_FADING = 1.6
"""The lines of the mesh fade towards the view from above, the sooner the smaller this is."""


class BandedSurface(Surface):
    """The surface with bands of height, their contours, soft light and a quiet mesh.

    Light and mesh fade as the view turns to the one from above, where what is left is the map.

    Parameters
    ----------
    terrain
        The terrain of a relief.
    levels
        The heights between the bands, from low to high: those of the map.
    cells
        Faces along each side.
    """

    def __init__(self, terrain: Terrain, levels: Iterable[float], cells: int = 10) -> None:
        self.levels = tuple(float(level) for level in levels)
        self.shares = tints.band_shares(len(self.levels) + 1)
        self._land: Landscape | None = None
        super().__init__(terrain, cells)

    def refresh(self) -> Self:
        """Draw it anew, from the back to the front."""
        self._follow_land()
        mesh, tilt = self.mesh, np.cos(np.radians(self.terrain.view.tilt))
        points = self.terrain.project(mesh.raised)
        bezier = mesh.beziers(points)
        middles = mesh.middles
        light = self.light_on(middles)[mesh.cells]
        shares = tints.shaded(self.shares[mesh.bands], light, _SHADE * tilt)
        fills = tints.tints(np.where(self._from_below()[mesh.cells], _BELOW * shares, shares))
        edges = tints.mesh_toward(fills, 1 - min(1.0, _FADING * tilt))
        order = self._order()
        rank = np.empty(len(order), dtype=int)
        rank[order] = np.arange(len(order))
        line = np.array([*tints.rgb(tints.line_color()), self.presence])
        for piece, shape in enumerate(self.submobjects):
            if piece >= len(mesh.cells):
                shape.clear_points()
                continue
            shape.points = bezier[mesh.starts[piece] : mesh.starts[piece + 1]]
            shape.z_index = BEHIND + int(rank[mesh.cells[piece]])
            if mesh.is_line[piece]:
                shape.stroke_rgbas = line[None].copy()
                shape.stroke_width = theme.CONTOUR_STROKE
                shape.fill_rgbas = np.array([[*fills[piece], 0.0]])
            else:
                shape.stroke_rgbas = np.array([[*edges[piece], self.presence]])
                shape.stroke_width = theme.MESH_STROKE
                shape.fill_rgbas = np.array([[*fills[piece], self.presence * _OPAQUE]])
        return self

    def _from_below(self) -> NDArray[np.bool_]:
        """Tell of each face whether its underside is seen: it rises steeply towards the viewer."""
        ground, middles = self.terrain, self.mesh.middles
        around = middles[:, None] + _ASIDE * np.array([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)])
        here, right, away = np.moveaxis(ground.above(around), 1, 0)
        one, other = (right - here)[:, :2], (away - here)[:, :2]
        return np.asarray(one[:, 0] * other[:, 1] < one[:, 1] * other[:, 0])

    def _follow_land(self) -> None:
        """Cut the faces anew if the landscape has another form."""
        if self._land is self.terrain.land:
            return
        ground = self.terrain
        self._land = ground.land
        self.mesh = BandMesh(ground.land, self.levels, ground.u_range, ground.v_range, self.cells)
        missing = len(self.mesh.cells) - len(self.submobjects)
        self.add(*(VMobject(fill_opacity=1.0) for _ in range(missing)))

    def outline(self, level: float) -> list[FloatArray]:
        """Return where the parts above one level lie in the frame, as closed polygons."""
        band, mesh, faces = self.levels.index(level) + 1, self.mesh, self.cells**2
        above = [*(mesh.bands[:faces] >= band), *(mesh.bands[faces:] == band)]
        return [shape.points for shape, own in zip(self, above, strict=False) if own]
