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
    both parameters; elsewhere a note on the plane says that the units differ.

    Parameters
    ----------
    region
        Where it stands, at the left edge.
    window
        The part of the plane that is seen.
    names
        Typst mathematics for both parameters.
    """
    plane = _build(region, window, names)
    # Wide numbers, or a name above the last one, leave the region: the plane is then made smaller.
    left = max(0.0, region.left - float(plane.get_left()[0]))
    over = max(0.0, float(plane.get_top()[1]) - region.top)
    right = max(0.0, float(plane.get_right()[0]) - region.right)
    if max(left, over, right) <= theme.VANISH:
        return plane
    smaller = Region(region.left + left, region.right - right, region.bottom, region.top - over)
    return _build(smaller, window, names)


def _build(region: Region, window: PlaneWindow, names: tuple[str, str]) -> ParameterPlane:
    (u0, u1), (v0, v1) = window.u_range, window.v_range
    shape = (u1 - u0) / (v1 - v0) if window.equal else _SHAPE
    across = up = theme.SCALE_ROOM + theme.LEG_GAP
    note = 0.0 if window.equal else theme.CARD_GAP
    height = min(region.height - note, (region.width - across) / shape + up)
    width = shape * (height - up) + across
    return ParameterPlane(
        window.u_span,
        window.v_span,
        Region(region.left, region.left + width, region.top - height, region.top),
        names=names,
        decimals=(shortest(window.u_span[2]), shortest(window.v_span[2])),
        equal=False,
    )


_SHAPE = 1.3


def path_on(
    plane: ParameterPlane, points: FloatArray, marks: Iterable[int] | None = None
) -> DescentPath:
    """Return a path whose ball and marks stand out where it crosses itself."""
    path = DescentPath(plane, points, marks=marks, radius=theme.DOT_RADIUS)
    VGroup(path.marks, path.ball).set_stroke(theme.BG, theme.HALO / 2, background=True)
    path.put(0.0)
    return path
