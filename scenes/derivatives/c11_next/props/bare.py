"""Graphs and maps without scales, which fill their region to its edges."""

from __future__ import annotations

from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.layout import Region

Window = tuple[tuple[float, float], tuple[float, float]]


def bare_axes(window: Window, region: Region) -> GraphAxes:
    """Return axes that only map; they are not meant to be shown."""
    (left, right), (low, high) = window
    return GraphAxes(
        (left, right, 1.0),
        (low, high, 1.0),
        region.inset(-AXIS_ROOM),
        x_name="",
        y_name="",
        numbers=(None, None),
    )


def bare_plane(
    window: Window,
    region: Region,
    names: tuple[str, str] = ("w", "b"),
    *,
    equal: bool = False,
) -> ParameterPlane:
    """Return a plane without numbers whose window fills a region.

    Parameters
    ----------
    window
        The part of the plane that is seen, across and up.
    region
        Where the window lies; the names of the parameters stand outside of it.
    names
        Typst mathematics for both parameters.
    equal
        Whether both axes use one unit; then the window may be smaller than the region.
    """
    (left, right), (low, high) = window
    scales, blank = ((left, right, 1.0), (low, high, 1.0)), (None, None)
    # The plane keeps the same room for scales and names in each region.
    kept = ParameterPlane(*scales, region, names=names, decimals=blank, equal=False).window
    room = Region(
        2 * region.left - kept.left,
        2 * region.right - kept.right,
        2 * region.bottom - kept.bottom,
        2 * region.top - kept.top,
    )
    return ParameterPlane(*scales, room, names=names, decimals=blank, equal=equal)
