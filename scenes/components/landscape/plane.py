"""The plane of w and b that fills a region at the shape of its window, and paths on it."""

from __future__ import annotations

from collections.abc import Iterable

from manim import VGroup

from mathcore.optimization.valley import PlaneWindow
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.landscape.descent_path import DescentPath
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.text.table import shortest
from scenes.layout import Region


def plane_in(
    region: Region, window: PlaneWindow, names: tuple[str, str] = ("w", "b")
) -> ParameterPlane:
    """Return the plane of two parameters, as large as a region allows.

    Where the window was cut for one unit, its frame has the window's shape, so that one unit serves
    both parameters.

    Parameters
    ----------
    region
        Where it stands, at the left edge.
    window
        The part of the plane that is seen.
    names
        Typst mathematics for both parameters.
    """
    width = region.width
    if not window.equal:
        width = min(width, _SHAPE * (region.height - theme.SCALE_ROOM) + theme.SCALE_ROOM)
    plane = ParameterPlane(
        window.u_span,
        window.v_span,
        Region(region.left, region.left + width, region.bottom, region.top),
        names=names,
        decimals=(shortest(window.u_span[2]), shortest(window.v_span[2])),
        equal=window.equal,
    )
    return region.place(plane, 0.0, 1.0)


_SHAPE = 1.3
"""Width per height of a plane whose parameters have units of their own."""


def path_on(
    plane: ParameterPlane, points: FloatArray, marks: Iterable[int] | None = None
) -> DescentPath:
    """Return a path whose ball and marks stand out where it crosses itself."""
    path = DescentPath(plane, points, marks=marks, radius=theme.DOT_RADIUS)
    VGroup(path.marks, path.ball).set_stroke(theme.BG, theme.HALO / 2, background=True)
    path.put(0.0)
    return path
