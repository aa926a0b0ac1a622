"""The surface of a landscape, and a sheet of glass that cuts it."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import ManimColor, Polygon, VGroup, VMobject
from numpy.typing import NDArray

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.landscape.on_surface import BEHIND, SurfaceCurve
from scenes.components.landscape.relief import Terrain

_LIGHT = (-0.55, -0.3, 0.78)
"""Where the light on a surface comes from: right, away and up in lesson directions."""
_SHADES = (0.28, 0.62)
"""How bright a surface is in the shade, and how much the light adds."""
_FILL = 0.8
_GLASS = 0.1


class Surface(VGroup):
    """The surface as a mesh of bent faces, nearer ones painted over farther ones.

    The edges of a face are cubics through its corners with the exact slopes there, so a few faces
    are enough for a smooth rim. Face ``k`` of the group is always the ``k``-th from the back: the
    shapes keep their order, and a turn of the view changes which face each of them shows.

    Parameters
    ----------
    terrain
        The terrain of a relief.
    cells
        Faces along each side.
    """

    def __init__(self, terrain: Terrain, cells: int = 10) -> None:
        self.terrain, self.cells = terrain, cells
        self.sheet: GlassSheet | None = None
        super().__init__(
            *(
                VMobject(stroke_width=theme.MESH_STROKE, fill_opacity=1.0)
                for _ in range(cells * cells)
            )
        )
        for place, face in enumerate(self):
            face.set_z_index(BEHIND + place)
        self.set_presence(1.0)

    def set_presence(self, presence: float) -> Self:
        """Make it more or less visible: 1 is the whole surface, 0 none."""
        self.presence = presence
        return self.refresh()

    def refresh(self) -> Self:
        """Draw it anew, from the back to the front."""
        faces, shades = self._faces()
        outlines = self.terrain.project(faces)
        order = self._order()
        ink, ground, brightest = (
            np.array(ManimColor(color).to_rgb()) for color in (theme.FUNC, theme.BG, theme.INK)
        )
        bright = shades[:, None]
        fills = np.where(
            bright <= 1, ground + bright * (ink - ground), ink + (bright - 1) * (brightest - ink)
        )
        edges = 0.3 * fills + 0.7 * ink
        alpha = self.presence * _FILL
        for face, which in zip(self, order, strict=True):
            face.points = outlines[which]
            face.fill_rgbas = np.array([[*fills[which], alpha]])
            face.stroke_rgbas = np.array([[*edges[which], self.presence]])
        return self

    def _faces(self) -> tuple[FloatArray, FloatArray]:
        """Return the outlines, shape (F, 16, 3) in lesson units, and the brightness, shape (F,)."""
        ground = self.terrain
        us, vs = (np.linspace(*span, self.cells + 1) for span in (ground.u_range, ground.v_range))
        nodes = ground.raised(np.stack(np.meshgrid(us, vs, indexing="ij"), axis=-1))
        slopes = ground.land.gradient(nodes[..., :2])
        along_u, along_v = np.zeros_like(nodes), np.zeros_like(nodes)
        along_u[..., 0], along_u[..., 2] = us[1] - us[0], (us[1] - us[0]) * slopes[..., 0]
        along_v[..., 1], along_v[..., 2] = vs[1] - vs[0], (vs[1] - vs[0]) * slopes[..., 1]
        near = _edges(nodes[:-1], nodes[1:], along_u[:-1], along_u[1:])
        side = _edges(nodes[:, :-1], nodes[:, 1:], along_v[:, :-1], along_v[:, 1:])
        outlines = np.concatenate(
            [near[:, :-1], side[1:], near[:, 1:, ::-1], side[:-1, :, ::-1]], axis=2
        ).reshape(-1, 16, 3)
        middles = outlines[:, [0, 4, 8, 12], :2].mean(axis=1)
        dark, added = _SHADES
        return outlines, dark + added * self.light_on(middles)

    def light_on(self, points: FloatArray) -> FloatArray:
        """Return how much light falls on the surface above points, from 0 to 1, shape (F,)."""
        ground = self.terrain
        tilted = ground.land.gradient(points) * ground.lift * ground.height_unit / ground.unit
        normals = np.concatenate([-tilted, np.ones((len(tilted), 1))], axis=1)
        normals /= np.linalg.norm(normals, axis=1)[:, None]
        light = np.array(_LIGHT) / np.linalg.norm(_LIGHT)
        return np.asarray(np.clip(normals @ light, 0, None))

    def _order(self) -> NDArray[np.int_]:
        """Return the faces in drawing order: far ones first, and those behind a sheet before it."""
        ground = self.terrain
        us, vs = (
            (edges[:-1] + edges[1:]) / 2
            for edges in (
                np.linspace(*span, self.cells + 1) for span in (ground.u_range, ground.v_range)
            )
        )
        middles = np.stack(np.meshgrid(us, vs, indexing="ij"), axis=-1).reshape(-1, 2)
        away = ground.away(middles)
        if self.sheet is None:
            return np.argsort(-away, kind="stable")
        before = self.sheet.before(middles)
        self.sheet.stand_after(int(len(before) - before.sum()))
        return np.lexsort((-away, before))


def _edges(
    start: FloatArray, end: FloatArray, leaving: FloatArray, arriving: FloatArray
) -> FloatArray:
    """Return cubic edges, shape (…, 4, 3), from their ends and their slopes at both ends."""
    return np.stack([start, start + leaving / 3, end - arriving / 3, end], axis=2)


class GlassSheet(VGroup):
    """An upright sheet of glass through the landscape, and the curve in which it cuts it.

    Parameters
    ----------
    surface
        What it cuts; the faces behind the sheet are painted before it.
    start, end
        The ends of its foot, points of the plane.
    span
        The lowest and the highest height of the sheet.
    color
        Color of the cut.
    """

    def __init__(
        self, surface: Surface, start: Any, end: Any, span: tuple[float, float], color: str
    ) -> None:
        self.terrain, self.span = surface.terrain, span
        self.pane = Polygon(
            *np.zeros((4, 3)),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
            fill_color=theme.INK,
            fill_opacity=_GLASS,
        )
        self.foot = np.array([start, end], float)
        self.cut = SurfaceCurve(surface.terrain, self.foot, color)
        super().__init__(self.pane, self.cut)
        self.refresh()

    def put(self, start: Any, end: Any) -> Self:
        """Push it to another foot."""
        self.foot = np.array([start, end], float)
        self.cut.put(self.foot)
        return self.refresh()

    def refresh(self) -> Self:
        """Follow the terrain."""
        low, high = self.span
        (a, b), scale = self.foot, self.terrain.lift
        if scale:
            low, high = low / scale, high / scale
        corners = np.array([[*a, low], [*b, low], [*b, high], [*a, high]])
        self.pane.set_points_as_corners(self.terrain.project(corners[[0, 1, 2, 3, 0]]))
        self.cut.refresh()
        return self

    def before(self, points: FloatArray) -> NDArray[np.bool_]:
        """Tell for points of the plane, shape (N, 2), which lie on the viewer's side."""
        along = self.foot[1] - self.foot[0]
        normal = np.array([-along[1], along[0]])
        facing = self.terrain.away(normal)
        side = (points - self.foot[0]) @ normal
        return np.asarray(side * np.sign(facing or 1.0) < -1e-9)

    def stand_after(self, count: int) -> None:
        """Take the place in drawing order after the first ``count`` faces."""
        self.pane.set_z_index(BEHIND + count - 0.5)
