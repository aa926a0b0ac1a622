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
LEVEL_AT = (0.98, 0.24)
"""Where it is said that the secants on one side are level."""
INSET = ((0.77, 0.98, 0.05, 0.48), (0.76, 0.98, 0.05, 0.4), (0.64, 0.98, 0.04, 0.3))
"""Where the root is magnified, by shape: left, right, lower and upper edge."""
ROOT_VERDICT_AT = (0.24, 0.8, 0.8)
"""The height at which the verdict on the root stands, by shape."""
TILE_ROWS = ((3.7, 1.3, 1.1), (4.0, 1.6, 1.8))
"""Heights of the three pictures, of their names and of the conclusion, in a wide and in a square
frame."""
UPRIGHT_TILES, UPRIGHT_TILE = (9.0, 2.0), (1.0, 1.0)
"""In an upright frame, heights of the pictures and of the conclusion, and widths of a picture and
of its names beside it."""
NAMES_ABOVE = 1.35
"""How far above the middle of a picture its names begin there, in rows of text."""


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
    root_name, inset, verdict_height, verdict_left
        Of the root: its name, a second window, and how high and on which side of the upright line
        the verdict stands.
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
    inset: Region
    verdict_height: float
    verdict_left: bool
    jump_name: Anchor
    level: Anchor

    @classmethod
    def lay(cls, layout: Layout) -> LensPlaces:
        """Return the places in a frame: a narrow one has the table above the lens."""
        corner = layout.stage.inset(theme.TICK)
        low = layout.by_shape(*CORNER_DOCK_AT)
        head, plot = layout.headed(layout.by_shape(*HEAD))
        lens = plot.inset(theme.TICK)
        left, (right, _) = TABLE_AT[0], LEVEL_AT
        beside = head and head.inset(theme.TICK)
        # The name of the jump is too long for an upright head.
        jump = Anchor(lens, *JUMP_NAME_AT)
        if beside and not layout.upright:
            jump = Anchor(beside, HEAD_NAME_AT, 0.5)
        return cls(
            corner_lens=corner,
            corner_name=Anchor(corner, *layout.by_shape(*CORNER_NAME_AT)),
            corner_badge=Anchor(corner.inset(theme.GUTTER), *layout.by_shape(*CORNER_BADGE_AT)),
            corner_docks=(Anchor(corner, left, low), Anchor(corner, right, low)),
            corner_verdict=Anchor(corner, 0.5, layout.by_shape(*CORNER_VERDICT_AT)),
            lens=lens,
            table=Anchor(beside, 0.0, 1.0) if beside else Anchor(lens, *TABLE_AT),
            root_name=Anchor(beside, HEAD_NAME_AT, 0.5) if beside else Anchor(lens, *ROOT_NAME_AT),
            inset=lens.part(*layout.by_shape(*INSET)),
            verdict_height=float(lens.at(0.5, layout.by_shape(*ROOT_VERDICT_AT))[1]),
            verdict_left=layout.narrow,
            jump_name=jump,
            level=Anchor(lens, *LEVEL_AT),
        )


@dataclass(frozen=True, slots=True)
class TilePlaces:
    """Where three pictures stand side by side, or below each other in an upright frame.

    Attributes
    ----------
    pictures
        The room of each picture.
    names
        The room of its names, from whose upper edge the lines hang.
    conclusion
        Where it stands what they have in common.
    """

    pictures: tuple[Region, ...]
    names: tuple[Region, ...]
    conclusion: Region

    @classmethod
    def lay(cls, layout: Layout) -> TilePlaces:
        """Return the places in a frame."""
        if layout.upright:
            above, conclusion = layout.readable.rows(*UPRIGHT_TILES)
            rows = above.inset(theme.TICK).rows(1, 1, 1, gap=theme.GUTTER)
            cut = [row.columns(*UPRIGHT_TILE, gap=theme.GUTTER) for row in rows]
            pictures, names = zip(*cut, strict=True)
            return cls(pictures, tuple(map(_hanging, names)), conclusion)
        shares = TILE_ROWS[layout.narrow]
        above, middle, conclusion = layout.readable.rows(*shares)
        pictures = above.inset(theme.TICK).columns(1, 1, 1, gap=theme.GUTTER)
        names = tuple(Region(one.left, one.right, middle.bottom, middle.top) for one in pictures)
        return cls(pictures, names, conclusion)


def _hanging(room: Region) -> Region:
    """Return a room of names whose lines hang about the middle of a picture beside it."""
    top = float(room.center[1]) + NAMES_ABOVE * theme.ROW_PITCH
    return Region(room.left, room.right, room.bottom, top)
