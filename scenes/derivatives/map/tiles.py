"""The map of the lesson: eight tiles, each with one picture for a part of the lesson."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil

from manim import VGroup, VMobject

from scenes import theme
from scenes.components.marks.plate import plate
from scenes.components.text.text import Words
from scenes.layout import Region

TILES = {
    "line": "slope: one rate everywhere",
    "secant": "average rate over a gap",
    "limit": "limit: the value approached",
    "tangent": "derivative: slope of the best straight fit",
    "rules": "powers, sums, multiples, products",
    "chain": "chain: magnifications multiply",
    "gradient": "gradient: one slope per knob",
    "descent": "step against it, small enough",
}
"""The line that each tile stands for, by its name, in the order of the map."""
FILLED = ("line", "secant", "limit", "tangent", "rules", "chain", "descent", "gradient")
"""The order in which the clips leave their tiles: descent is met with one knob before many."""
COLUMNS = 4
"""Tiles in a row, in a region that is much wider than high."""
_FEWER = ((1.6, 3), (0.9, 2))
"""Below which width per height a row has fewer tiles, and how many."""
NAME_SHARE = 0.24
"""The share of a row of the board that the names below the tiles take."""
NAME_DROP = 0.66
"""How far below its tile a name's baseline lies, as a share of the room for names."""


def columns_in(region: Region) -> int:
    """Return how many tiles a row has in a region: fewer, the narrower it is."""
    columns = COLUMNS
    for shape, fewer in _FEWER:
        if region.width < shape * region.height:
            columns = fewer
    return columns


class Tile(VGroup):
    """A small framed picture.

    Parameters
    ----------
    picture
        What it shows, scaled to fit; ``None`` leaves the outline empty.
    width, height
        In frame units.
    """

    def __init__(self, picture: VMobject | None, width: float, height: float) -> None:
        self.frame = plate(width, height)
        super().__init__(self.frame)
        if picture is not None:
            self.hold(picture)

    def fit(self, picture: VMobject) -> VMobject:
        """Scale a picture to the inside of the frame and centre it there, without adding it."""
        inner_width = self.frame.width - 2 * theme.TILE_MARGIN
        inner_height = self.frame.height - 2 * theme.TILE_MARGIN
        picture.scale(min(inner_width / picture.width, inner_height / picture.height))
        picture.move_to(self.frame)
        return picture

    def hold(self, picture: VMobject) -> VMobject:
        """Fit a picture and keep it."""
        self.fit(picture)
        self.add(picture)
        return picture


class TileBoard(VGroup):
    """All tiles with their names, which fill the upper part of a region in the order of the clips.

    Tiles of earlier clips hold their pictures, that of this clip is empty, and later ones hold
    silhouettes.

    Parameters
    ----------
    region
        Where the board stands; the tiles are as wide as it allows.
    current
        The name of the tile that this clip fills.
    pictures
        Makes the picture of each tile, by its name.
    """

    def __init__(
        self, region: Region, current: str, pictures: Mapping[str, Callable[[], VMobject]]
    ) -> None:
        columns = columns_in(region)
        rows = ceil(len(FILLED) / columns)
        name_room = NAME_SHARE * region.height / rows
        width = min(
            (region.width - theme.CARD_GAP * (columns - 1)) / columns,
            (region.height / rows - name_room) / theme.TILE_SHAPE,
        )
        height = width * theme.TILE_SHAPE
        self.tiles = {name: Tile(None, width, height) for name in FILLED}
        self.names = VGroup()
        here = FILLED.index(current)
        for place, (name, tile) in enumerate(self.tiles.items()):
            column, row = place % columns, place // columns
            across = region.center[0] + (column - (columns - 1) / 2) * (width + theme.CARD_GAP)
            tile.move_to((across, region.top - row * (height + name_room) - height / 2, 0.0))
            word = Words(name, size=theme.DIGIT_SIZE, color=theme.INK)
            foot = tile.frame.get_bottom()
            word.move_to(foot).stand_on(float(foot[1]) - NAME_DROP * name_room)
            self.names.add(word)
            if place != here:
                picture = tile.hold(pictures[name]())
            if place > here:
                picture.set_color(theme.MUTED).fade(1 - theme.GHOST)
                tile.frame.set_stroke(opacity=theme.GHOST)
                word.set_color(theme.MUTED)
        super().__init__(*self.tiles.values(), self.names)

    def __getitem__(self, name: str) -> Tile:  # type: ignore[override]  # by name, not by place
        """Return the tile of one part of the lesson."""
        return self.tiles[name]
