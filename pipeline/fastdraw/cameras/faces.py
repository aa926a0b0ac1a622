"""Faces: mobjects with ``shade_in_3d``, lit, projected, compared and painted as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.fastdraw.cameras.flat import MANY
from pipeline.fastdraw.cameras.measures import Flags, Measures, Whole
from pipeline.fastdraw.cameras.pens import Pens
from pipeline.fastdraw.paint import _faces
from pipeline.fastdraw.paint.damage import Rect
from pipeline.fastdraw.paint.style import Points

_MITER = 10.0
"""Cairo's default limit: how far a line's joint may stick out, in halves of the line's width."""

_FARTHEST = 2**22
"""Pixels; Cairo's numbers overflow farther out, and a face there may be painted anywhere."""


@dataclass(frozen=True, eq=False)
class Faces:
    """Faces as they stand on a picture.

    Attributes
    ----------
    measures, pens
        What the faces are without a camera, and what their lines are drawn with.
    points, ends
        Their curves, and the ends of their gradients, on the picture: ``(p, 3)``, ``(n, 2, 2)``.
    colours
        The colours at these ends of background line, area and line: ``(n, 3, 2, 4)``.
    order
        The numbers of the faces, the farthest first.
    matrix
        Cairo's matrix from the scene to pixels: ``(xx, yx, xy, yy, x0, y0)``.
    size
        The size of the picture: ``(height, width)``.
    """

    measures: Measures
    pens: Pens
    points: Points
    ends: Points
    colours: Points
    order: Whole
    matrix: tuple[float, float, float, float, float, float]
    size: tuple[int, int]

    def is_like(self, other: Faces) -> bool:
        """Tell whether other faces paint the same on the same picture."""
        return (
            self.measures is other.measures
            and self.pens is other.pens
            and (self.matrix, self.size) == (other.matrix, other.size)
            and np.array_equal(self.order, other.order)
            and np.array_equal(self.points, other.points)
            and np.array_equal(self.ends, other.ends)
            and np.array_equal(self.colours, other.colours)
        )

    @cached_property
    def boxes(self) -> npt.NDArray[np.int32]:
        """The pixels that each face may touch: left, top, right and bottom, ``(n, 4)``."""
        xx, _, _, yy, x0, y0 = self.matrix
        scale = np.array([xx, yy])
        starts = self.measures.starts[:-1]
        flat = np.ascontiguousarray(self.points[:, :2])
        # A curve lies within the hull of its four points.
        with np.errstate(invalid="ignore", over="ignore"):
            one, other = (
                furthest.reduceat(flat, starts) * scale + (x0, y0)
                for furthest in (np.minimum, np.maximum)
            )
            reach = _MITER / 2 * self.pens.widths.max(axis=1)[:, None] * np.abs(scale) + 1
            edges = np.concatenate(
                [np.floor(np.minimum(one, other) - reach), np.ceil(np.maximum(one, other) + reach)],
                axis=1,
            )
        height, width = self.size
        finite = np.isfinite(edges).all(axis=1)
        edges[np.abs(edges).max(axis=1) > _FARTHEST] = 0, 0, width, height
        edges[~finite] = 0  # a face with a coordinate that is not finite is not painted
        edges = np.clip(edges, 0, (width, height, width, height))
        boxes: npt.NDArray[np.int32] = edges.astype(np.int32)
        return boxes

    def paint(self, picture: Any, stencil: Any, holes: Sequence[Rect]) -> None:
        """Paint the faces that meet one of some rectangles, each face as a whole."""
        _faces.paint(
            picture,
            stencil,
            self.size,
            self.matrix,
            self.points,
            self.measures.starts,
            self.pens.slack,
            self.boxes,
            self.ends,
            self.colours,
            self.pens.widths,
            self.pens.styles,
            self.order,
            np.array([(hole.left, hole.top, hole.right, hole.bottom) for hole in holes], np.int32),
        )

    def extent(self) -> Rect:
        """Return a rectangle around all faces."""
        boxes = self.boxes[self.boxes[:, 0] < self.boxes[:, 2]]
        if not len(boxes):
            return Rect(0, 0, 0, 0)
        (left, top), (right, bottom) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
        return Rect(int(left), int(top), int(right), int(bottom))

    def damage(self, before: Faces) -> list[Rect]:
        """Return where the picture differs from the one that shows the faces ``before``.

        If many faces have changed, the extents of both are returned.
        """
        sides = before, self
        flags = self._moved(before) if self._are_those_of(before) else self._come_and_gone(before)
        one, other = (
            faces.keys[faces.order[~changed[faces.order]]]
            for faces, changed in zip(sides, flags, strict=True)
        )
        if sum(map(np.count_nonzero, flags)) > MANY or not np.array_equal(one, other):
            return [faces.extent() for faces in sides]
        return [
            Rect(*box)
            for faces, changed in zip(sides, flags, strict=True)
            for box in faces.boxes[changed].tolist()
        ]

    def _are_those_of(self, other: Faces) -> bool:
        """Tell whether others are of the same mobjects, with as many points and the same pens."""
        return (
            self.measures.hold(other.measures.mobjects, other.measures.lengths)
            and self.pens is other.pens
            and self.matrix == other.matrix
        )

    def _moved(self, before: Faces) -> tuple[Flags, Flags]:
        """Flag the faces that differ from those before, once for each of the two pictures."""
        starts, count = self.measures.starts[:-1], len(self.ends)
        points = (self.points != before.points).any(axis=1)
        moved = (
            np.logical_or.reduceat(points, starts)
            | (self.ends != before.ends).reshape(count, -1).any(axis=1)
            | (self.colours != before.colours).reshape(count, -1).any(axis=1)
        )
        return moved, moved

    def _come_and_gone(self, before: Faces) -> tuple[Flags, Flags]:
        """Flag the faces of before that are missing here, and those here that are new."""
        here, there = set(self._appearances), set(before._appearances)
        gone = [one not in here for one in before._appearances]
        come = [one not in there for one in self._appearances]
        return np.array(gone, dtype=bool), np.array(come, dtype=bool)

    @cached_property
    def keys(self) -> Whole:
        """The identity of the mobject of each face."""
        return np.fromiter(map(id, self.measures.mobjects), np.int64, len(self.ends))

    @cached_property
    def _appearances(self) -> list[tuple[Any, ...]]:
        """The identity of each face, and everything that decides its pixels."""
        starts = self.measures.starts.tolist()
        thin, pens = self.pens.key
        return [
            (id(mobject), self.points[start:stop].tobytes(), ends, colours, pen, self.matrix, thin)
            for mobject, start, stop, ends, colours, pen in zip(
                self.measures.mobjects,
                starts[:-1],
                starts[1:],
                map(bytes, self.ends),
                map(bytes, self.colours),
                pens,
                strict=True,
            )
        ]
