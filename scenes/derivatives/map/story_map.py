"""The map of the lesson: its eight tiles in the order of the clips, and the road past them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import Self

import numpy as np
from manim import ManimColor, VGroup, VMobject, interpolate_color
from manim.typing import Point3D, Point3D_Array

from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.text.text import Words
from scenes.derivatives.map.pictures import PICTURES
from scenes.derivatives.map.tiles import FILLED, NAME_DROP, Tile, columns_in
from scenes.layout import Region

_SHAPE = 0.7
"""Height of a tile per width."""
_GAP = 0.28
"""Between two tiles of a row, as a share of a tile's width."""
_MARGIN = 0.2
"""Room for the road at both ends of a row, as a share of a tile's width."""
_NAME_ROOM = 0.75
"""Height of the room for the names below a row, in frame units."""
_LANE = 0.5
"""Height of the lane on which the road goes back to the next row, in frame units."""
_BEND = 0.2
"""Radius of the road's bends, in frame units."""
_HEAD = 0.26
"""Length of an arrowhead on the road, in frame units."""
_SAMPLES = 1200
"""Points of the road."""
_GLOW = 0.03
"""The share of the road on which a tile that is reached lights up."""


class StoryMap(VGroup):
    """Eight named tiles in rows that are read from left to right, and one road through all of them.

    Tiles are outlines until they are filled; the road lights up as far as it is walked::

        story = StoryMap(region).fill("line", "secant")
        scene.play(Sweep(story.walk, between(0.0, 1.0), story))

    Parameters
    ----------
    region
        Where the map stands, in its middle.
    """

    def __init__(self, region: Region) -> None:
        self.region = region
        self.columns = columns_in(region)
        self.rows = ceil(len(FILLED) / self.columns)
        across = self.columns + (self.columns - 1) * _GAP + 2 * _MARGIN
        up = region.height - self.rows * _NAME_ROOM - (self.rows - 1) * _LANE
        room = region.width - 2 * theme.MARBLE_RADIUS  # whoever walks on the road is broader
        self.tile_width = min(room / across, up / self.rows / _SHAPE)
        self.tile_height = self.tile_width * _SHAPE
        self.places = self._places()
        self.tiles: dict[str, Tile] = {}
        self.names = VGroup()
        for name, place in zip(FILLED, self.places, strict=True):
            tile = self.tiles[name] = Tile(None, self.tile_width, self.tile_height)
            tile.move_to(place)
            word = Words(name, size=theme.DIGIT_SIZE, color=theme.INK)
            foot = tile.frame.get_bottom()
            word.move_to(foot).stand_on(float(foot[1]) - NAME_DROP * _NAME_ROOM)
            self.names.add(word)
        self.pictures = {name: self.tiles[name].fit(PICTURES[name]()) for name in FILLED}
        self.way, self.stops = self._way()
        self.bed = VMobject(
            stroke_color=theme.GRID, stroke_width=theme.ROAD_STROKE, fill_opacity=0.0
        ).set_points_as_corners(self.way)
        self.road = VMobject(
            stroke_color=theme.INK, stroke_width=theme.CURVE_STROKE, fill_opacity=0.0
        )
        self.heads = self._heads()
        self.walker = SolidDot(self.way[0], radius=theme.MARBLE_RADIUS)
        super().__init__(
            self.bed, self.road, self.heads, self.walker, *self.tiles.values(), self.names
        )
        self.walk(0.0)

    def __getitem__(self, name: str) -> Tile:  # type: ignore[override]  # by name, not by place
        """Return the tile of one part of the lesson."""
        return self.tiles[name]

    def fill(self, *names: str) -> Self:
        """Let tiles hold their pictures."""
        for name in names:
            self.tiles[name].add(self.pictures[name])
        return self

    def walk(self, share: float) -> Self:
        """Draw a share of the road, from the first tile on; the tiles it has reached light up."""
        self.share = share
        at = share * (len(self.way) - 1)
        whole = min(int(at), len(self.way) - 2)
        here = self.way[whole] + (at - whole) * (self.way[whole + 1] - self.way[whole])
        self.walker.move_to(here).set_opacity(float(share > 0))
        self.road.set_points_as_corners([*self.way[: whole + 1], here])
        for tile, stop in zip(self.tiles.values(), self.stops, strict=True):
            tile.frame.set_stroke(color=_lit(share, stop, theme.MUTED))
        for head, stop in zip(self.heads, self.head_stops, strict=True):
            head.set_fill(_lit(share, stop, theme.GRID))
        return self

    def _places(self) -> Point3D_Array:
        """Return the middles of the tiles, row by row from left to right."""
        pitch = np.array([(1 + _GAP) * self.tile_width, self._pitch, 0.0])
        height = self.rows * (self.tile_height + _NAME_ROOM) + (self.rows - 1) * _LANE
        top = self.region.center + np.array([0.0, (height - self.tile_height) / 2, 0.0])
        half = (self.columns - 1) / 2
        return np.array(
            [
                top + pitch * np.array([column - half, -row, 0.0])
                for row in range(self.rows)
                for column in range(self.columns)
            ][: len(FILLED)]
        )

    @property
    def _pitch(self) -> float:
        """From row to row, in frame units."""
        return self.tile_height + _NAME_ROOM + _LANE

    def _turns(self) -> list[Point3D]:
        """Return the corners of the road: along each row, then back on the lane below it."""
        rows = np.split(self.places, range(self.columns, len(self.places), self.columns))
        out = np.array([self.tile_width * (0.5 + _MARGIN), 0.0, 0.0])
        down = np.array([0.0, self.tile_height / 2 + _NAME_ROOM + _LANE / 2, 0.0])
        corners: list[Point3D] = [rows[0][0]]
        for row, following in pairwise(rows):
            right, left = row[-1] + out, following[0] - out
            lane = row[-1] - down
            corners += [right, np.array([right[0], lane[1], 0.0])]
            corners += [np.array([left[0], lane[1], 0.0]), left]
        return [*corners, rows[-1][-1]]

    def _way(self) -> tuple[Point3D_Array, list[float]]:
        """Return the road, evenly sampled, and the share of it at which each tile is reached."""
        points = _rounded(self._turns())
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
        even = np.linspace(0.0, along[-1], _SAMPLES)
        way = np.column_stack([np.interp(even, along, points[:, axis]) for axis in range(3)])
        return way, [self._share_at(way, place) for place in self.places]

    def _share_at(self, way: Point3D_Array, place: Point3D) -> float:
        """Return the share of the road at which it is nearest to a place."""
        return float(np.argmin(np.linalg.norm(way - place, axis=1))) / (len(way) - 1)

    def _heads(self) -> VGroup:
        """Return arrowheads on the road: one in front of each tile but the first, one on a lane."""
        half = np.array([self.tile_width * (1 + _GAP) / 2, 0.0, 0.0])
        edge = np.array([(self.tile_width + _HEAD) / 2, 0.0, 0.0])
        spots = []
        for place, middle in enumerate(self.places[1:], start=1):
            first = place % self.columns == 0
            spots.append(middle - (edge if first else half))
            if first:
                lane = middle + np.array([0.0, (self.tile_height + _LANE) / 2, 0.0])
                spots.append(lane + (self.region.center - lane) * np.array([1.0, 0.0, 0.0]))
        self.head_stops = [self._share_at(self.way, spot) for spot in spots]
        return VGroup(*(self._head(stop) for stop in self.head_stops))

    def _head(self, stop: float) -> VMobject:
        """Return an arrowhead at a share of the road, along it."""
        at = round(stop * (len(self.way) - 1))
        along = self.way[at + 1] - self.way[at - 1]
        along = along / np.linalg.norm(along) * _HEAD / 2
        across = np.array([-along[1], along[0], 0.0])
        here = self.way[at]
        head = VMobject(fill_opacity=1.0, stroke_width=0.0)
        corners = [here + along, here - along + across, here - along - across, here + along]
        return head.set_points_as_corners(corners)


def _lit(share: float, stop: float, unlit: str) -> ManimColor:
    """Return the colour of what lights up at a share of the road, when the walker is at another."""
    lit = min(max((share - stop) / _GLOW + 1, 0.0), 1.0) if share else 0.0
    color: ManimColor = interpolate_color(ManimColor(unlit), ManimColor(theme.INK), lit)
    return color


def _rounded(corners: Sequence[Point3D]) -> Point3D_Array:
    """Return the way through corners, each of which is cut by a quarter of a circle."""
    points = [corners[0]]
    turn = np.linspace(0.0, np.pi / 2, 24)
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        back, on = (
            _BEND * (end - corner) / np.linalg.norm(end - corner) for end in (before, after)
        )
        middle = corner + back + on
        points += [middle - np.cos(angle) * on - np.sin(angle) * back for angle in turn]
    return np.array([*points, corners[-1]])


def begin_like(ring: VMobject, goal: VMobject) -> VMobject:
    """Let a closed polyline begin and run round as another ring does, so that it does not turn.

    Parameters
    ----------
    ring
        What is going to be transformed; it looks the same afterwards.
    goal
        Into what.
    """
    corners = ring.points[::4]
    middle = corners.mean(axis=0)
    wanted, after = goal.points[0] - goal.get_center(), goal.points[3] - goal.get_center()
    if np.cross(wanted, after)[2] * np.cross(corners[0] - middle, corners[1] - middle)[2] < 0:
        corners = corners[::-1]
    ways = (corners - middle) / np.linalg.norm(corners - middle, axis=1)[:, None]
    corners = np.roll(corners, -int(np.argmax(ways @ wanted)), axis=0)
    return ring.set_points_as_corners([*corners, corners[0]])
