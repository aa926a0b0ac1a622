"""Where the lens of clip 04 stands and where what is told of it does, by the frame's shape."""

from __future__ import annotations

from dataclasses import dataclass

from scenes import theme
from scenes.layout import Layout, MobjectT, Region

HEAD = (0.0, 0.4, 0.3)
"""The share of the stage above the lens, for a table, by shape: a wide lens has it inside."""
CORNER_NAME_AT = ((0.03, 0.95), (0.04, 0.41), (0.04, 0.97))
"""Where the corner is named, by shape: in a square its left arm reaches the upper left."""
CORNER_BADGE_AT = ((1.0, 1.0), (1.0, 0.41), (1.0, 1.0))
"""Where it is said how much the corner is magnified, by shape."""
CORNER_DOCK_AT = (0.24, 0.13, 0.24)
CORNER_VERDICT_AT = (0.93, 0.93, 0.82)
"""The heights at which its slopes and the verdict stand, by shape."""
TABLE_AT = (0.02, 0.95)
ROOT_NAME_AT, JUMP_NAME_AT = (0.95, 0.72), (0.95, 0.92)
"""Where a table and the name of a curve stand in a wide lens."""
HEAD_NAME_AT = 0.94
"""Where a name beside a table in the head ends."""
LEVEL_AT = ((0.98, 0.24), (0.98, 0.1), (0.98, 0.08))
"""Where it is said that the secants on one side are level, by shape."""
ROOT_VERDICT_AT = (0.24, 0.8, 0.8)
"""The height at which the verdict on the root stands, by shape."""
ROOT_VERDICT_SIZES = (theme.KEY_SIZE, theme.KEY_SIZE, theme.TABLE_SIZE)
"""The size of that verdict, by shape."""
TILE_ROWS, NAME_SIZES = (4.0, 1.7), (theme.FORMULA_SIZE, theme.FORMULA_SIZE, theme.TABLE_SIZE)
"""Heights of the three pictures and of their names in a wide frame, and the size of these by shape.
"""
NAMES_ABOVE = 1.35
"""How far above the middle of a picture its names begin in a narrow frame, in rows of text."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point of a region at which something stands, given as shares."""

    region: Region
    x: float
    y: float

    def hold(self, mobject: MobjectT) -> MobjectT:
        """Place something there."""
        return self.region.place(mobject, self.x, self.y)


@dataclass(frozen=True, slots=True)
class LensPlaces:
    """Where the lens stands on a corner, a root and a jump, and what is told of each.

    Attributes
    ----------
    corner_lens, corner_name, corner_badge, corner_docks, corner_verdict
        Of the corner: the window, its name, how much it is magnified, the slopes from the left and
        from the right, and what follows.
    lens, table
        The window of the other two, and their tables of slopes.
    root_name, verdict_height, verdict_left, verdict_size
        Of the root: its name, how high and on which side of the upright line the verdict stands,
        and its size.
    jump_name, level
        Of the jump: its name, and the slope from the right.
    """

    corner_lens: Region
    corner_name: Anchor
    corner_badge: Anchor
    corner_docks: tuple[Anchor, Anchor]
    corner_verdict: Anchor
    lens: Region
    table: Anchor
    root_name: Anchor
    verdict_height: float
    verdict_left: bool
    verdict_size: float
    jump_name: Anchor
    level: Anchor

    @classmethod
    def lay(cls, layout: Layout) -> LensPlaces:
        """Return the places in a frame: a narrow one has the table above the lens."""
        corner = layout.stage.inset(theme.TICK)
        low = layout.by_shape(*CORNER_DOCK_AT)
        head, plot = layout.headed(layout.by_shape(*HEAD))
        lens = plot.inset(theme.TICK)
        left, level = TABLE_AT[0], layout.by_shape(*LEVEL_AT)
        beside = head and head.inset(theme.TICK)
        # The name of the jump is too long for an upright head.
        jump = Anchor(lens, *JUMP_NAME_AT)
        if beside and not layout.upright:
            jump = Anchor(beside, HEAD_NAME_AT, 0.5)
        return cls(
            corner_lens=corner,
            corner_name=Anchor(corner, *layout.by_shape(*CORNER_NAME_AT)),
            corner_badge=Anchor(corner.inset(theme.GUTTER), *layout.by_shape(*CORNER_BADGE_AT)),
            corner_docks=(Anchor(corner, left, low), Anchor(corner, level[0], low)),
            corner_verdict=Anchor(corner, 0.5, layout.by_shape(*CORNER_VERDICT_AT)),
            lens=lens,
            table=Anchor(beside, 0.0, 1.0) if beside else Anchor(lens, *TABLE_AT),
            root_name=Anchor(beside, HEAD_NAME_AT, 0.5) if beside else Anchor(lens, *ROOT_NAME_AT),
            verdict_height=float(lens.at(0.5, layout.by_shape(*ROOT_VERDICT_AT))[1]),
            verdict_left=layout.narrow,
            verdict_size=layout.by_shape(*ROOT_VERDICT_SIZES),
            jump_name=jump,
            level=Anchor(lens, *level),
        )


@dataclass(frozen=True, slots=True)
class TilePlaces:
    """Where three pictures stand side by side, or below each other in a narrow frame.

    Attributes
    ----------
    pictures
        The room of each picture.
    names
        The room of its names, from whose upper edge the lines hang.
    name_size
        The size of these.
    """

    pictures: tuple[Region, ...]
    names: tuple[Region, ...]
    name_size: float

    @classmethod
    def lay(cls, layout: Layout) -> TilePlaces:
        """Return the places in a frame."""
        size = layout.by_shape(*NAME_SIZES)
        if layout.narrow:
            rows = layout.readable.inset(theme.TICK).rows(1, 1, 1, gap=theme.GUTTER)
            cut = [row.columns(1, 1, gap=theme.GUTTER) for row in rows]
            pictures, names = zip(*cut, strict=True)
            return cls(pictures, tuple(map(_hanging, names)), size)
        above, middle = layout.readable.rows(*TILE_ROWS)
        pictures = above.inset(theme.TICK).columns(1, 1, 1, gap=theme.GUTTER)
        names = tuple(Region(one.left, one.right, middle.bottom, middle.top) for one in pictures)
        return cls(pictures, names, size)


def _hanging(room: Region) -> Region:
    """Return a room of names whose lines hang about the middle of a picture beside it."""
    top = float(room.center[1]) + NAMES_ABOVE * theme.ROW_PITCH
    return Region(room.left, room.right, room.bottom, top)
