"""Where the level points stand: three large panels at first, then five small ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from manim.typing import Point3D

from scenes import theme
from scenes.derivatives.c07_downhill.props.level_panel import LOW_SHARES, origin_share
from scenes.layout import Layout, Region

SMALL = 0.6
"""Size of each panel when five stand there, as a share of its size when three do."""
LOW, HIGH = 0.53, 0.71
"""Heights of the small panels' origins, as shares of their region: at first, and over braces."""
SADDLE_FOOT = 0.24
"""The height of the foot of the surface, as a share of the region."""
UPRIGHT, SQUARE = (5.1, 0.64), (5.5, SMALL)
"""Height of a large panel in frame units, and size of a small one as a share of a large one's."""
RIM = 0.22
"""The distance of a narrow frame's panels from its edge: two outlines need room there."""
CRITICAL_ROOM = 0.8
"""Height of the line of text below the small panels in a narrow frame, in frame units."""
NAME_ROOM = 1.3
"""Height of the two lines below the surface in a narrow frame, in frame units."""
INNER, OUTER = 0.04, 0.19
"""How far the two outlines stand from the panels, in frame units."""


@dataclass(frozen=True, slots=True)
class LevelPlaces:
    """The regions of the panels and of the surface with a saddle.

    In a wide frame five small panels stand in one row. In a narrow one they stand in two: three,
    and two with a free cell between them.

    Attributes
    ----------
    large
        The three large panels.
    small
        The five small ones.
    factor
        The size of a small one, as a share of its large size.
    first, last
        Where the origins of the small ones stand, before and after the surface leaves.
    saddle
        The surface.
    free
        The cell between the last two; ``None`` in a wide frame.
    """

    large: tuple[Region, ...]
    small: tuple[Region, ...]
    factor: float
    first: tuple[Point3D, ...]
    last: tuple[Point3D, ...]
    saddle: Region
    free: Region | None = None

    @property
    def block(self) -> Region:
        """The small panels of a narrow frame, with the line of text below them."""
        first, last = self.small[0], self.small[-1]
        below = last.bottom - CRITICAL_ROOM + OUTER
        return Region(first.left, last.right, below, first.top)

    def stationary(self) -> list[Point3D]:
        """Return the corners of an outline of all small panels but the last one."""
        first, corner = self.small[0], self.small[-1]
        left, right, top = first.left - INNER, corner.right + INNER, first.top + INNER
        bottom, notch = corner.bottom - INNER, (corner.left - theme.GUTTER / 2, corner.top)
        around = Region(left, right, bottom, top)
        inner = Region(left, notch[0], bottom, notch[1])
        return [
            around.at(0.0, 1.0),
            around.at(1.0, 1.0),
            Region(left, right, notch[1], top).at(1.0, 0.0),
            inner.at(1.0, 1.0),
            inner.at(1.0, 0.0),
            inner.at(0.0, 0.0),
        ]

    @classmethod
    def lay(cls, layout: Layout) -> Self:
        """Lay them out in a frame."""
        if layout.narrow:
            return cls._lay_narrow(layout.readable.inset(RIM), layout.upright)
        full = layout.readable.inset(theme.TICK)
        small = full.columns(1, 1, 1, 1, 1, gap=theme.GUTTER)
        foot = float(layout.readable.at(0.0, SADDLE_FOOT)[1])
        return cls(
            large=full.columns(1, 1, 1, gap=theme.GUTTER),
            small=small,
            factor=SMALL,
            first=tuple(place.at(0.5, LOW) for place in small),
            last=tuple(place.at(0.5, HIGH) for place in small),
            saddle=Region(small[3].left, small[4].right, foot, layout.readable.top),
        )

    @classmethod
    def _lay_narrow(cls, full: Region, upright: bool) -> Self:
        """Lay them out in rows; a small panel has the shape of a large one."""
        counts = (2, 1) if upright else (3,)
        panel, factor = UPRIGHT if upright else SQUARE
        height = len(counts) * panel + (len(counts) - 1) * 2 * theme.GUTTER
        large = cells(middle(full, height), counts, theme.GUTTER)
        height = 2 * factor * panel + 2 * theme.GUTTER
        block = middle(full, height + CRITICAL_ROOM)
        grid = Region(block.left, block.right, block.top - height, block.top)
        first, second = (row.columns(1, 1, 1, gap=theme.GUTTER) for row in grid.rows(1, 1))
        small = (*first, second[0], second[2])
        origin = origin_share(panel, LOW_SHARES)
        origins = tuple(place.at(0.5, origin) for place in small)
        saddle = Region(full.left, full.right, full.bottom + NAME_ROOM, second[0].top)
        return cls(large, small, factor, origins, origins, saddle, second[1])


def cells(region: Region, counts: tuple[int, ...], gap: float) -> tuple[Region, ...]:
    """Return cells of one size in rows, each row in the middle of the width.

    Parameters
    ----------
    region
        What is split.
    counts
        How many cells each row has, from top to bottom.
    gap
        Between two cells of a row, in frame units; between two rows it is twice as wide.
    """
    most = max(counts)
    width = (region.width - gap * (most - 1)) / most
    found: list[Region] = []
    for count, row in zip(counts, region.rows(*(1 for _ in counts), gap=2 * gap), strict=True):
        side = (region.width - count * width - (count - 1) * gap) / 2
        inner = Region(row.left + side, row.right - side, row.bottom, row.top)
        found += inner.columns(*(1 for _ in range(count)), gap=gap)
    return tuple(found)


def middle(region: Region, height: float) -> Region:
    """Return the part of a height in the middle of a region, or all of a lower region."""
    rest = max(0.0, (region.height - height) / 2)
    return Region(region.left, region.right, region.bottom + rest, region.top - rest)
