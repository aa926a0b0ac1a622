"""The map of a landscape with its heights filled in: bands, the contours between them, numbers.

::

    land, levels = numbers.saddle, band_levels(-6.25, 31.25)  # mathcore.optimization.bands
    rings = contours(land, levels, *numbers.planes)  # in the window of the plane
    heights = HeightMap(plane, rings, land, avoid=[numbers.at])
    heights.at(10.0)  # the line of one height;  heights.fills, heights.rings, heights.labels
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from manim import Rectangle, VGroup, VMobject

from mathcore.optimization.bands import Heights, Range, region_beside
from mathcore.optimization.contours import Contour
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.landscape import tints
from scenes.components.landscape.parameter_plane import ContourMap, Pair, ParameterPlane
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest
from scenes.layout import Region

_ROOM = 0.12
"""How much of a line is left out on each side of its number, in frame units."""
_NEAR = 1.1
"""Farther from all else than this, in frame units, a place for a number is as good as any."""
_ALONE = 0.5
"""In frame units: no second arm of a line comes this near to its number."""
_INWARD = 0.06
"""How much room a place gives up to be a unit nearer to the middle."""
_FINE = 0.0015
"""How far a drawn outline may stray from the contour, in frame units: a fifth of a pixel."""


class HeightMap(VGroup):
    """Filled bands of height over the window of a plane, lines between them, and some numbers.

    It hides the grid of the plane. Nothing in it moves while something else does.

    Parameters
    ----------
    plane
        The plane.
    contours
        The lines, traced in the window of the plane, from the lowest to the highest: four to six.
    land
        The landscape, which tells on which side of a line it is higher.
    labels
        How many levels have their number on their line.
    decimals
        Decimals of these numbers; by default as many as each level has.
    avoid
        Settings near which no number shall stand, such as points that will be marked.
    silent
        Levels that have no number, such as those whose lines have no free place.

    Attributes
    ----------
    fills, rings, frame, labels
        The bands, the lines, the edge, the numbers.
    """

    def __init__(
        self,
        plane: ParameterPlane,
        contours: Sequence[Contour],
        land: Heights,
        *,
        labels: int = 3,
        decimals: int | None = None,
        avoid: Iterable[Pair] = (),
        silent: Sequence[float] = (),
    ) -> None:
        self.plane = plane
        ground = self._rectangle().set_fill(theme.BG, 1.0)
        self.fills = VGroup(ground, *self._bands(contours, land))
        self.rings = ContourMap(plane, contours, tints.line_color())
        self.labels = self._numbers(labels, decimals, [plane.place(at) for at in avoid], silent)
        for ring in self.rings:
            ring.set_points(thinned(ring))
        self.frame = self._rectangle().set_stroke(tints.line_color(), theme.CONTOUR_STROKE)
        super().__init__(self.fills, self.rings, self.frame, self.labels)

    def at(self, level: float) -> VMobject:
        """Return the line of one height; ``KeyError`` if there is none."""
        return self.rings.at(level)

    def _rectangle(self) -> Rectangle:
        window = self.plane.window
        bare = Rectangle(width=window.width, height=window.height, stroke_width=0.0)
        return bare.move_to(window.center)

    def _bands(self, contours: Sequence[Contour], land: Heights) -> list[VMobject]:
        """Return the bands: each lies on all that are fainter, and adds its part to their tint."""
        (u0, u1, _), (v0, v1, _) = self.plane.axes.spans
        bands = []
        for added, polygons in band_regions(contours, land, (u0, u1), (v0, v1)):
            band = VMobject(fill_color=theme.FUNC, fill_opacity=added, stroke_width=0.0)
            for polygon in polygons:
                outline = VMobject().set_points_as_corners(self.plane.place_all(polygon))
                band.append_points(thinned(outline))
            bands.append(band)
        return bands

    def _numbers(
        self,
        count: int,
        decimals: int | None,
        avoid: list[FloatArray],
        silent: Sequence[float],
    ) -> VGroup:
        """Put numbers on some of the lines, spread over the heights, and open the lines there."""
        made = {
            place: Numeral(
                level, shortest(level) if decimals is None else decimals, size=theme.TICK_SIZE
            )
            for place, level in enumerate(self.rings.levels)
            if level not in silent
        }
        window = self.plane.window
        seen = [
            place for place, own in made.items() if len(_within(self.rings[place], own, window))
        ]
        chosen = np.unique(np.linspace(0, len(seen) - 1, min(count, len(seen))).round().astype(int))
        numbers = VGroup()
        for place in (seen[k] for k in chosen):
            number = made[place].set_stroke(theme.BG, theme.HALO, background=True)
            others = [ring.points for k, ring in enumerate(self.rings) if k != place]
            taken = [*avoid, *(other.get_center() for other in numbers)]
            room = _within(self.rings[place], number, window)
            number.move_to(_freest(room, self.rings[place].points, others, taken, window))
            numbers.add(number)
            open_at(self.rings[place], number)
        return numbers


def band_regions(
    contours: Sequence[Contour], land: Heights, u_range: Range, v_range: Range
) -> list[tuple[float, tuple[FloatArray, ...]]]:
    """Return the bands of a rectangle, each with the opacity at which it lies on the one before.

    Parameters
    ----------
    contours
        The lines, traced in the rectangle, from the lowest to the highest.
    land
        The landscape.
    u_range, v_range
        The rectangle.

    Returns
    -------
    list of (float, tuple of FloatArray)
        Of each band its opacity in FUNC and its outlines, closed polygons of shape (N, 2). The
        first one is the whole rectangle.
    """
    (u0, u1), (v0, v1) = u_range, v_range
    shares, upward = tints.band_shares(len(contours) + 1), tints.IS_DARK
    if not upward:
        shares, contours = shares[::-1], contours[::-1]
    whole = np.array([(u0, v0), (u1, v0), (u1, v1), (u0, v1), (u0, v0)])
    regions = [(whole,)] + [
        region_beside(contour, land, u_range, v_range, above=upward) for contour in contours
    ]
    before = np.concatenate([[0.0], shares[:-1]])
    added = (shares - before) / (1 - before)
    return [(float(part), region) for part, region in zip(added, regions, strict=True)]


def _within(ring: VMobject, number: VMobject, window: Region) -> FloatArray:
    """Return the points of a line at which a number has room in the window, shape (N, 3)."""
    points = ring.points[::4]
    half = np.array([number.width, number.height]) / 2 + _ROOM
    low = np.array([window.left, window.bottom]) + half
    high = np.array([window.right, window.top]) - half
    return points[np.all((points[:, :2] >= low) & (points[:, :2] <= high), axis=1)]


def _freest(
    points: FloatArray,
    own: FloatArray,
    others: list[FloatArray],
    taken: list[FloatArray],
    window: Region,
) -> FloatArray:
    """Return the point that is far from other lines and from taken places, and near the middle."""
    room = np.full(len(points), _NEAR)
    # Of a line that is alone there, no more than a diameter runs through a circle about a point.
    lengths = np.linalg.norm(own[3::4] - own[::4], axis=1)
    near = np.linalg.norm(points[:, None] - own[None, ::4], axis=2) < _ALONE
    room -= np.maximum(0.0, (near * lengths).sum(axis=1) - 2.3 * _ALONE)
    for place in taken:
        room = np.minimum(room, np.linalg.norm(points - place, axis=1) / 2)
    for other in others:
        if len(other):
            gaps = np.linalg.norm(points[:, None] - other[None, ::4], axis=2)
            room = np.minimum(room, gaps.min(axis=1))
    room -= _INWARD * np.linalg.norm(points - window.center, axis=1)
    best: FloatArray = points[int(room.argmax())]
    return best


def open_at(ring: VMobject, number: VMobject) -> None:
    """Leave out of a line what lies behind a number."""
    half = np.array([number.width, number.height]) / 2 + _ROOM / 2
    curves = ring.points.reshape(-1, 4, 3)
    middles = curves.mean(axis=1)[:, :2] - number.get_center()[:2]
    ring.set_points(curves[np.any(np.abs(middles) > half, axis=1)].reshape(-1, 3))


def thinned(shape: VMobject) -> FloatArray:
    """Return the points of a shape made of straight lines with no more corners than are seen."""
    kept = []
    for path in shape.get_subpaths():
        corners = np.concatenate([path[::4], path[-1:]])
        kept.append(_straight(corners[_needed(corners)]))
    return np.concatenate(kept) if kept else shape.points


def _straight(corners: FloatArray) -> FloatArray:
    """Return straight lines from corner to corner, as the cubics that manim draws."""
    start, step = corners[:-1], np.diff(corners, axis=0) / 3
    return np.stack([start, start + step, start + 2 * step, corners[1:]], axis=1).reshape(-1, 3)


def _needed(corners: FloatArray) -> FloatArray:
    """Return which corners a polyline needs (Ramer 1972, Douglas and Peucker 1973)."""
    keep = np.zeros(len(corners), dtype=bool)
    keep[[0, -1]] = True
    spans = [(0, len(corners) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        chord = corners[last] - corners[first]
        between = corners[first + 1 : last] - corners[first]
        length = float(np.linalg.norm(chord))
        if length:
            away = np.abs(chord[0] * between[:, 1] - chord[1] * between[:, 0]) / length
        else:
            away = np.linalg.norm(between, axis=1)
        if away.max() > _FINE:
            middle = first + 1 + int(away.argmax())
            keep[middle] = True
            spans += [(first, middle), (middle, last)]
    return keep
