"""A cube that grows by three slabs, three bars and a corner, in cabinet projection."""

from __future__ import annotations

from typing import Self, cast

import numpy as np
from manim import ManimColor, VGroup, VMobject, interpolate_color, there_and_back
from manim.typing import Point3D

from scenes import theme
from scenes.components.motion.sweep import Sweep, between

GROWTH = 1.08
"""How much a part swells when it is pointed at; the others stand close to it."""
SHADES = (0.84, 0.92, 1.0)
"""The share of its own colour in the faces at the side, on top and in front; the rest is ground."""
Corner = tuple[float, float, float]
"""A place or a size: right, up and away from the viewer, in frame units."""

_DEPTH = 0.5 * np.array([np.cos(np.pi / 4), np.sin(np.pi / 4), 0.0])
"""Cabinet projection: depth is drawn at half its length, up and to the right."""


class Cuboid(VGroup):
    """A box seen from the front, from above and from the right: its three visible faces.

    Parameters
    ----------
    origin
        Where the corner (0, 0, 0) stands in the frame.
    color
        Colour of all faces; each is shaded by where it looks. All are opaque, and lines in the
        colour of the background set them apart from what lies behind.
    """

    def __init__(self, origin: Point3D, color: str) -> None:
        self.origin = np.asarray(origin, float)
        super().__init__(
            *(
                VMobject(
                    stroke_color=theme.BG,
                    stroke_width=theme.HAIRLINE_STROKE,
                    fill_color=interpolate_color(ManimColor(theme.BG), ManimColor(color), shade),
                    fill_opacity=1.0,
                )
                for shade in SHADES
            )
        )

    def put(self, corner: Corner, size: Corner) -> Self:
        """Lay it elsewhere.

        Parameters
        ----------
        corner
            Its near lower left corner.
        size
            Width, height and depth.
        """
        (x, y, z), (a, b, c) = corner, size
        side = [(x + a, y, z), (x + a, y + b, z), (x + a, y + b, z + c), (x + a, y, z + c)]
        top = [(x, y + b, z), (x + a, y + b, z), (x + a, y + b, z + c), (x, y + b, z + c)]
        front = [(x, y, z), (x + a, y, z), (x + a, y + b, z), (x, y + b, z)]
        for face, outline in zip(self, (side, top, front), strict=True):
            points = [self._project(point) for point in outline]
            face.set_points_as_corners([*points, points[0]])
        return self

    def _project(self, point: Corner) -> Point3D:
        x, y, z = point
        return np.asarray(self.origin + np.array([x, y, 0.0]) + z * _DEPTH)


class GrowingCube(VGroup):
    """A cube of side x, and the slabs, bars and corner that it grows by, drawn apart by a gap.

    Parameters
    ----------
    side, nudge, gap
        Lengths, in frame units.
    origin
        Where the near lower left corner of the cube stands.
    """

    def __init__(self, side: float, nudge: float, gap: float, origin: Point3D) -> None:
        self.side, self.nudge = side, nudge
        self.core = Cuboid(origin, theme.FUNC)
        self.slabs = VGroup(*(Cuboid(origin, theme.RISE) for _ in range(3)))
        self.bars = VGroup(*(Cuboid(origin, theme.RUN) for _ in range(3)))
        self.corner = Cuboid(origin, theme.RUN)
        # Painted from the back to the front, so that the nearer covers the farther.
        super().__init__(self.core, self.slabs, self.bars, self.corner)
        self.set_gap(gap)

    def set_nudge(self, nudge: float) -> Self:
        """Let the sides grow by another length."""
        self.nudge = nudge
        return self.set_gap(self.gap)

    def set_gap(self, gap: float) -> Self:
        """Draw the parts apart by another gap."""
        self.gap = gap
        s, d = self.side, self.nudge
        far, near = s + gap, -d - gap
        places: list[tuple[Corner, Corner]] = [
            ((0, 0, 0), (s, s, s)),
            ((0, far, 0), (s, d, s)),
            ((far, 0, 0), (d, s, s)),
            ((0, 0, near), (s, s, d)),
            ((far, far, 0), (d, d, s)),
            ((0, far, near), (s, d, d)),
            ((far, 0, near), (d, s, d)),
            ((far, far, near), (d, d, d)),
        ]
        boxes = (self.core, *self.slabs, *self.bars, self.corner)
        for box, (corner, size) in zip(boxes, places, strict=True):
            cast(Cuboid, box).put(corner, size)
        return self

    def swell(self, pieces: VGroup) -> Sweep:
        """Let some parts swell once, each about its middle, behind what covers them."""
        still = pieces.copy()

        def grow(share: float) -> None:
            for piece, before in zip(pieces, still, strict=True):
                piece.become(before.copy().scale(1 + (GROWTH - 1) * share))

        return Sweep(grow, between(0.0, 1.0), self, rate_func=there_and_back, run_time=theme.POINT)
