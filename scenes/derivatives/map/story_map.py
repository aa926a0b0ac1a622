"""The map of the whole lesson: its eight tiles along one winding road, and a way into each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Any, Self

import numpy as np
from manim import Animation, ManimColor, VGroup, VMobject, interpolate_color
from manim.typing import Point3D, Point3D_Array

from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.derivatives.map.pictures import PICTURES
from scenes.derivatives.map.tiles import TILES, Tile
from scenes.layout import Region

_ROWS = (3, 2, 3)
"""Tiles in each row; the road runs through the rows to and fro."""
_ROW_GAP = 0.26
"""Between two rows, as a share of a tile's height."""
_PITCH = 1.27
"""From tile to tile of a row, as a share of a tile's width."""
_REACH = 1.36
"""How far the handles of a bend of the road reach out, as a share of a tile's width."""
_SAMPLES = 120
"""Points of the road from tile to tile."""
_CLEARED = 0.5
"""The share of the way into a tile after which nothing is seen of the others."""
_SINKING = 0.12
"""By which share the map is smaller when a tile has come near."""
_GLOW = 0.03
"""The share of the road on which a tile that is reached lights up."""

_Stills = list[tuple[Any, Any]]
"""Parts of the map, each with a copy of how it was."""


class StoryMap(VGroup):
    """Eight tiles on a road that winds down through three rows, outlines until they are filled.

    One can go into a tile, until it fills a stage and nothing else is seen, and come back::

        story = StoryMap(region)
        scene.play(story.enter("line", stage))
        scene.play(story.leave(), ReplacementTransform(source, story.pictures["line"]))
        story.fill("line")

    Parameters
    ----------
    region
        Where the map stands; it fills the height.
    """

    def __init__(self, region: Region) -> None:
        self.region = region
        self.tile_height = region.height / (len(_ROWS) + (len(_ROWS) - 1) * _ROW_GAP)
        self.tile_width = self.tile_height / theme.TILE_SHAPE
        self.places = self._places()
        self.tiles: dict[str, Tile] = {}
        for name, place in zip(TILES, self.places, strict=True):
            self.tiles[name] = Tile(None, self.tile_width, self.tile_height)
            self.tiles[name].move_to(place)
        self.pictures = {name: self.tiles[name].fit(PICTURES[name]()) for name in TILES}
        self.way, self.stops = self._way()
        self.bed = VMobject(
            stroke_color=theme.GRID, stroke_width=theme.ROAD_STROKE, fill_opacity=0.0
        ).set_points_as_corners(self.way)
        self.road = VMobject(
            stroke_color=theme.INK, stroke_width=theme.CURVE_STROKE, fill_opacity=0.0
        )
        self.walker = SolidDot(self.way[0], radius=theme.MARBLE_RADIUS)
        super().__init__(self.bed, self.road, self.walker, *self.tiles.values())
        self._own: _Stills = []
        self._others: _Stills = []
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
            lit = min(max((share - stop) / _GLOW + 1, 0.0), 1.0) if share else 0.0
            tile.frame.set_stroke(
                color=interpolate_color(ManimColor(theme.MUTED), ManimColor(theme.INK), lit)
            )
        return self

    def dim_all_but(self, name: str) -> list[Animation]:
        """Dim the map except one tile; the road does not shine through the others."""
        lines = [self.bed, self.road, self.walker]
        for other, tile in self.tiles.items():
            if other != name:
                lines += tile.submobjects[1:]
        return [
            *(animated(line, run_time=theme.FADE).fade(1 - theme.DIM) for line in lines),
            *(
                animated(tile.frame, run_time=theme.FADE).set_stroke(opacity=theme.DIM)
                for other, tile in self.tiles.items()
                if other != name
            ),
        ]

    def enter(self, name: str, stage: Region, **kwargs: Any) -> Sweep:
        """Let a tile come near until it fills a stage, while the map behind it sinks away."""
        near = self.tiles[name]
        self.remove(near).add(near)  # over all that it covers on its way
        own, others = near.family_members_with_points(), self.family_members_with_points()
        near_parts = {id(part) for part in own}
        others = [part for part in others if id(part) not in near_parts]
        self._own, self._others = _as_it_is(own), _as_it_is(others)
        self._home, self._stage = self.places[list(self.tiles).index(name)], self.opened(stage)
        return self._travel(0.0, 1.0, **kwargs)

    def leave(self, **kwargs: Any) -> Sweep:
        """Go back from that tile to the whole map.

        All its points go in straight lines: what is transformed from the stage into the picture of
        the tile in the same time stays within the frame.
        """
        return self._travel(1.0, 0.0, **kwargs)

    def opened(self, stage: Region) -> Region:
        """Return where the frame of a tile stands when one has come near."""
        scale = min(stage.width / self.tile_width, stage.height / self.tile_height)
        (x, y, _), half = stage.center, scale / 2 * np.array([self.tile_width, self.tile_height])
        return Region(x - half[0], x + half[0], y - half[1], y + half[1])

    def look(self, share: float) -> Self:
        """Look at the map from a share of the way into the tile that was entered last."""
        scale = 1 + share * (self._stage.width / self.tile_width - 1)
        center = self._home + share * (self._stage.center - self._home)
        for part, still in self._own:
            part.set_points(center + scale * (still.points - self._home))
        middle, sunk = self.region.center, 1 - share * _SINKING
        seen = max(0.0, 1 - share / _CLEARED)
        for part, still in self._others:
            part.set_points(middle + sunk * (still.points - middle))
            part.set_stroke(opacity=seen * still.get_stroke_opacity(), family=False)
            part.set_fill(opacity=seen * still.get_fill_opacity(), family=False)
        return self

    def _travel(self, start: float, end: float, **kwargs: Any) -> Sweep:
        return Sweep(self.look, between(start, end), self, **{"run_time": theme.WRITE, **kwargs})

    def _places(self) -> Point3D_Array:
        """Return the middles of the tiles: every other row runs back."""
        pitch = np.array([self.tile_width * _PITCH, self.tile_height * (1 + _ROW_GAP), 0.0])
        top = self.region.at(0.5, 1.0) - np.array([0.0, self.tile_height / 2, 0.0])
        places: list[Point3D] = []
        for row, count in enumerate(_ROWS):
            columns = np.arange(count) - (count - 1) / 2
            places += [
                top + pitch * np.array([column, -row, 0.0]) for column in columns[:: (-1) ** row]
            ]
        return np.array(places)

    def _way(self) -> tuple[Point3D_Array, list[float]]:
        """Return the road, evenly sampled, and the share of it at which each tile is reached."""
        stretches = []
        ends = set(accumulate(_ROWS))
        shares = np.linspace(0.0, 1.0, _SAMPLES)[:, None]
        for place, (start, end) in enumerate(pairwise(self.places), start=1):
            out = np.array([_REACH * self.tile_width, 0.0, 0.0]) if place in ends else 0.0
            # A bend swings out on the side to which its row runs.
            out = out * (1 if start[0] > 0 else -1)
            first, second = start + out, end + out
            if place not in ends:
                first, second = start + (end - start) / 3, start + (end - start) * 2 / 3
            stretches.append(
                (1 - shares) ** 3 * start
                + 3 * (1 - shares) ** 2 * shares * first
                + 3 * (1 - shares) * shares**2 * second
                + shares**3 * end
            )
        points = np.concatenate([stretches[0][:1], *(stretch[1:] for stretch in stretches)])
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
        even = np.linspace(0.0, along[-1], len(points))
        way = np.column_stack([np.interp(even, along, points[:, axis]) for axis in range(3)])
        stops = along[np.arange(len(self.places)) * (_SAMPLES - 1)] / along[-1]
        return way, stops.tolist()


def _as_it_is(parts: Iterable[Any]) -> _Stills:
    return [(part, part.copy()) for part in parts]


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
