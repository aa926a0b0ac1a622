"""Named regions of the frame, so that a clip says where things go without a coordinate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from manim import Mobject, config
from manim.typing import Point3D, Vector3D

MobjectT = TypeVar("MobjectT", bound=Mobject)
ChoiceT = TypeVar("ChoiceT")

SAFE = 0.05
"""The margin on each side that television may hide (EBU R 95, graphics-safe)."""
CAPTION_STRIP = 0.0625
"""The share of the height, above the margin, that is kept free for subtitles."""
CAPTIONS = 1 / 6
"""The share of the height, from the lower edge, over which players lay captions."""
SCALE_STRIP = 0.3
"""Below the place of the lowest text, what the scale of a plot takes, in frame units."""
SPLIT_SHARE = 0.65
"""The share of the width of the first of two things that are compared."""
FOCUS_SHARE = 0.72
"""The share of the safe width of one object that stands alone."""
HEAD_SHARE = 0.16
"""The share of a narrow stage's height that stands above its plot, for a formula."""
_NARROW = 1.2
COLUMN_GAP = 0.05
"""The share of the width between graph and algebra."""
GRAPH_SHARE = 0.6
"""The share of the safe width that the graph takes beside the algebra."""


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the frame, in frame units."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.top - self.bottom

    def at(self, x: float, y: float) -> Point3D:
        """Return the point at the shares ``x`` from the left and ``y`` from the bottom."""
        return np.array([self.left + x * self.width, self.bottom + y * self.height, 0.0])

    @property
    def center(self) -> Point3D:
        """Its middle."""
        return self.at(0.5, 0.5)

    def columns(self, *shares: float, gap: float = 0.0) -> tuple[Region, ...]:
        """Split it into columns of the given shares, from left to right."""
        unit = (self.width - gap * (len(shares) - 1)) / sum(shares)
        regions, left = [], self.left
        for share in shares:
            regions.append(Region(left, left + share * unit, self.bottom, self.top))
            left += share * unit + gap
        return tuple(regions)

    def rows(self, *shares: float, gap: float = 0.0) -> tuple[Region, ...]:
        """Split it into rows of the given shares, from top to bottom."""
        unit = (self.height - gap * (len(shares) - 1)) / sum(shares)
        regions, top = [], self.top
        for share in shares:
            regions.append(Region(self.left, self.right, top - share * unit, top))
            top -= share * unit + gap
        return tuple(regions)

    def part(self, left: float, right: float, bottom: float, top: float) -> Region:
        """Return the part between four shares of its width and height."""
        (x0, y0, _), (x1, y1, _) = self.at(left, bottom), self.at(right, top)
        return Region(float(x0), float(x1), float(y0), float(y1))

    def inset(self, margin: float) -> Region:
        """Return the region without a margin on all sides."""
        return Region(
            self.left + margin, self.right - margin, self.bottom + margin, self.top - margin
        )

    def towards(self, other: Region, share: float) -> Region:
        """Return the region a share of the way to another."""
        return Region(
            self.left + share * (other.left - self.left),
            self.right + share * (other.right - self.right),
            self.bottom + share * (other.bottom - self.bottom),
            self.top + share * (other.top - self.top),
        )

    def holds(self, mobject: Mobject, slack: float = 1e-6) -> bool:
        """Whether the whole of ``mobject`` lies inside."""
        (left, bottom, _), (right, top, _) = (
            mobject.get_corner(_DOWN_LEFT),
            mobject.get_corner(-_DOWN_LEFT),
        )
        return bool(
            self.left - slack <= left
            and right <= self.right + slack
            and self.bottom - slack <= bottom
            and top <= self.top + slack
        )

    def fit(self, mobject: MobjectT) -> MobjectT:
        """Scale ``mobject`` down until it is no wider than the region; never up."""
        if mobject.width > self.width:
            mobject.scale(self.width / mobject.width)
        return mobject

    def place(self, mobject: MobjectT, x: float = 0.5, y: float = 0.5) -> MobjectT:
        """Move ``mobject`` so that its own point at the shares ``x, y`` meets the region's.

        ``place(m, 0, 1)`` puts its upper left corner into the upper left corner of the region.
        """
        own = Region(
            mobject.get_left()[0],
            mobject.get_right()[0],
            mobject.get_bottom()[1],
            mobject.get_top()[1],
        )
        mobject.shift(self.at(x, y) - own.at(x, y))
        return mobject


_DOWN_LEFT: Vector3D = Region(-1.0, 1.0, -1.0, 1.0).at(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """The regions of one frame shape.

    ``full`` is all that subtitles and screens leave free; ``left`` holds the graph and ``right``
    the algebra beside it, ``top`` and ``bottom`` two stacked graphs. In an upright frame graph and
    algebra stand one above the other.

    ``stage`` is for one plot that fills the frame, ``split`` for two things that are compared,
    ``focus`` for one object in the middle. Pictures may fill all three; what must be read stands in
    ``readable``, above the captions.
    """

    safe: Region
    full: Region
    left: Region
    right: Region
    top: Region
    bottom: Region
    caption_strip: Region
    stage: Region
    split: tuple[Region, Region]
    focus: Region
    readable: Region

    @property
    def upright(self) -> bool:
        """Whether the frame is higher than wide, so that things stand below each other."""
        return self.safe.height > self.safe.width

    @property
    def narrow(self) -> bool:
        """Whether the frame is upright or square: its plots have no room for a formula."""
        return self.safe.width < _NARROW * self.safe.height

    def by_shape(self, wide: ChoiceT, square: ChoiceT, upright: ChoiceT) -> ChoiceT:
        """Return what was chosen for a frame of this shape."""
        return upright if self.upright else square if self.narrow else wide

    def beside(self, region: Region, *shares: float, gap: float = 0.0) -> tuple[Region, ...]:
        """Split a region into parts that stand beside each other, or below in an upright frame.

        Parameters
        ----------
        region
            What is split.
        shares
            The share of each part, from left to right or from top to bottom.
        gap
            Between two parts, in frame units.
        """
        return (region.rows if self.upright else region.columns)(*shares, gap=gap)

    def headed(self, share: float = HEAD_SHARE) -> tuple[Region | None, Region]:
        """Return a strip for what a wide stage docks in its plot, and the region of the plot.

        A narrow frame has room above the plot; in a wide one the strip is ``None`` and the plot has
        the whole stage.

        Parameters
        ----------
        share
            Of the stage's height, for the strip.
        """
        if not self.narrow:
            return None, self.stage
        head, plot = self.stage.rows(share, 1 - share)
        return head, plot

    def above_captions(self, region: Region) -> Region:
        """Return the part of a region over which no player lays captions."""
        bottom = max(region.bottom, self.readable.bottom)
        return Region(region.left, region.right, bottom, region.top)

    def split_at(self, upright: float) -> tuple[Region, Region]:
        """Return the parts of ``split``, with another share for the first in an upright frame."""
        if not self.upright:
            return self.split
        first, second = self.stage.rows(upright, 1 - upright, gap=COLUMN_GAP * self.safe.width)
        return first, second

    @classmethod
    def for_frame(cls, width: float | None = None, height: float | None = None) -> Layout:
        """Return the layout for a frame, by default for the one that manim is set to."""
        width = config.frame_width if width is None else width
        height = config.frame_height if height is None else height
        x, y = width * (0.5 - SAFE), height * (0.5 - SAFE)
        safe = Region(-x, x, -y, y)
        strip_top = -y + CAPTION_STRIP * height
        full = Region(-x, x, strip_top, y)
        top, bottom = full.rows(1, 1, gap=COLUMN_GAP * height)
        wide = width >= height
        stage = Region(-x, x, strip_top - SCALE_STRIP, y)
        cut = stage.columns if wide else stage.rows
        first, second = cut(SPLIT_SHARE, 1 - SPLIT_SHARE, gap=COLUMN_GAP * min(width, height))
        side = (1 - FOCUS_SHARE) / 2 if wide else 0.0
        if wide:
            left, right = full.columns(GRAPH_SHARE, 1 - GRAPH_SHARE, gap=COLUMN_GAP * width)
        else:
            left, right = full.rows(GRAPH_SHARE, 1 - GRAPH_SHARE, gap=COLUMN_GAP * height)
        return cls(
            safe=safe,
            full=full,
            left=left,
            right=right,
            top=top,
            bottom=bottom,
            caption_strip=Region(-x, x, -y, strip_top),
            stage=stage,
            split=(first, second),
            focus=stage.part(side, 1 - side, 0.0, 1.0),
            readable=Region(-x, x, (CAPTIONS - 0.5) * height, y),
        )
