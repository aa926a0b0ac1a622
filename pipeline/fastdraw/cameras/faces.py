"""Faces: what is shaded in space, looked at, lit, sorted and painted as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import is_
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from manim import UP, VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP
from manim.mobject.three_d.three_d_utils import get_3d_vmob_unit_normal

from pipeline.fastdraw.cameras.flat import MANY
from pipeline.fastdraw.paint import _raster
from pipeline.fastdraw.paint.damage import Rect
from pipeline.fastdraw.paint.style import Points

Whole: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

_MITER = 10.0
"""How far a line's joint may stick out, in halves of its width: what Cairo allows by itself."""

_FARTHEST = 2**22
"""Pixels: farther away, as behind the camera, Cairo loses count and may paint anywhere."""

_ALIGNED = 1e-5
"""Of two directions at a corner, each about one long: nearer to a line, manim is asked for more."""

CURVE = 4
"""Points of a curve."""

_WAYS = frozenset(
    {
        "get_anchors",
        "get_center",
        "get_critical_point",
        "get_end_anchors",
        "get_extremum_along_dim",
        "get_family",
        "get_num_points",
        "get_points_defining_boundary",
        "get_start_anchors",
    }
)
"""The ways by which manim learns where a face is, and which way it looks."""


@dataclass(frozen=True)
class Measures:
    """Faces as they are by themselves, all in one: kept until one of them changes.

    Attributes
    ----------
    mobjects, light
        Whose they are, and where the light comes from, as bytes.
    lengths, points, starts
        How many points each has, those of all, ``(p, 3)``, and where each begins, ``(n + 1,)``.
    centers
        What their depths are measured at, ``(n, 3)``; of those with parts, ``depths`` finds out.
    corners
        Between which the light on each changes, ``(n, 2, 3)``.
    glow
        What the light adds to each of their colours there, ``(n, 2)``.
    """

    mobjects: Sequence[VMobject]
    light: bytes
    lengths: Sequence[int]
    points: Points
    starts: Whole
    centers: Points
    corners: Points
    glow: Points

    @classmethod
    def of(
        cls, mobjects: Sequence[VMobject], light: Points, lengths: Sequence[int], points: Points
    ) -> Measures:
        """Measure faces, whose points these are, in a light that comes from a point."""
        starts = np.cumsum([0, *lengths])
        first, count = starts[:-1], np.array(lengths)
        # As ``get_3d_vmob_end_corner_index`` counts: halfway around.
        places = np.stack([np.zeros_like(count), (count - 1) // 6 * 3], axis=1)
        corners = points[first[:, None] + places]
        odd = _odd_ones(mobjects, count)
        normals = np.stack(
            [_normals(mobjects, points, first, count, place, odd) for place in places.T], axis=1
        )
        return cls(
            mobjects,
            light.tobytes(),
            lengths,
            points,
            starts,
            _centers(mobjects, points, starts, odd),
            corners,
            _glow(corners, normals, light),
        )

    def are_of(
        self, mobjects: Sequence[VMobject], light: Points, lengths: Sequence[int], points: Points
    ) -> bool:
        """Tell whether they are those of these mobjects with these points in this light."""
        return (
            self.light == light.tobytes()
            and self.hold(mobjects, lengths)
            and np.array_equal(self.points, points)
        )

    def hold(self, mobjects: Sequence[VMobject], lengths: Sequence[int]) -> bool:
        """Tell whether they are of these mobjects, with as many points each."""
        return self.lengths == lengths and all(map(is_, self.mobjects, mobjects))


@dataclass(frozen=True)
class Pens:
    """What the lines of faces are drawn with.

    Attributes
    ----------
    key
        What decides it.
    widths
        Of the line behind and of the line, in units of the scene, ``(n, 2)``.
    styles
        Their joints and caps, as Cairo counts them, ``(n, 2)``.
    slack
        Within what two points of a face are one, ``(n,)``.
    """

    key: Any
    widths: Points
    styles: npt.NDArray[np.int32]
    slack: Points

    @staticmethod
    def key_of(mobjects: Sequence[VMobject], thin: float) -> Any:
        """Return what decides it; ``thin`` are units of the scene for one of stroke width."""
        return thin, [
            (
                one.background_stroke_width,
                one.stroke_width,
                one.joint_type,
                one.cap_style,
                one.tolerance_for_point_equality,
            )
            for one in mobjects
        ]

    @classmethod
    def of(cls, mobjects: Sequence[VMobject], key: Any) -> Pens:
        """Read them."""
        thin, _ = key
        widths = [(one.get_stroke_width(True), one.get_stroke_width()) for one in mobjects]
        styles = [(LINE_JOIN_MAP[one.joint_type], CAP_STYLE_MAP[one.cap_style]) for one in mobjects]
        slack = [one.tolerance_for_point_equality for one in mobjects]
        return cls(
            key,
            np.array(widths, dtype=np.float64) * thin,
            np.array(styles, dtype=np.int32),
            np.array(slack, dtype=np.float64),
        )


@dataclass(frozen=True, eq=False)
class Faces:
    """Faces as they stand on a picture.

    Attributes
    ----------
    measures, pens
        What they are by themselves, and what their lines are drawn with.
    points, ends
        Their curves, and the ends of their gradients, on the picture: ``(p, 3)``, ``(n, 2, 2)``.
    colours
        There, of the line behind, the area and the line: ``(n, 3, 2, 4)``.
    order
        The farthest first.
    matrix
        From the scene to pixels, as Cairo's: ``(xx, yx, xy, yy, x0, y0)``.
    size
        Of the picture: ``(height, width)``.
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
        """Tell whether others put the same on the same picture."""
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
        """The pixels that each may touch: left, top, right and bottom, ``(n, 4)``."""
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
        edges[~finite] = 0  # nothing is painted of what is nowhere
        edges = np.clip(edges, 0, (width, height, width, height))
        boxes: npt.NDArray[np.int32] = edges.astype(np.int32)
        return boxes

    def paint(self, picture: Any, stencil: Any, holes: Sequence[Rect]) -> None:
        """Paint those that meet one of some rectangles, each as a whole."""
        _raster.paint(
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
        """Return a rectangle around all of them."""
        boxes = self.boxes[self.boxes[:, 0] < self.boxes[:, 2]]
        if not len(boxes):
            return Rect(0, 0, 0, 0)
        (left, top), (right, bottom) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
        return Rect(int(left), int(top), int(right), int(bottom))

    def damage(self, before: Faces) -> list[Rect]:
        """Return where the picture differs from the one that others were painted on.

        Of many, all around them counts as changed.
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
        """Flag those that are not as they were before, in both."""
        starts, count = self.measures.starts[:-1], len(self.ends)
        points = (self.points != before.points).any(axis=1)
        moved = (
            np.logical_or.reduceat(points, starts)
            | (self.ends != before.ends).reshape(count, -1).any(axis=1)
            | (self.colours != before.colours).reshape(count, -1).any(axis=1)
        )
        return moved, moved

    def _come_and_gone(self, before: Faces) -> tuple[Flags, Flags]:
        """Flag those of before that are here no more, and those here that were not there."""
        here, there = set(self._looks), set(before._looks)
        gone = [look not in here for look in before._looks]
        come = [look not in there for look in self._looks]
        return np.array(gone, dtype=bool), np.array(come, dtype=bool)

    @cached_property
    def keys(self) -> Whole:
        """Who each of them is."""
        return np.fromiter(map(id, self.measures.mobjects), np.int64, len(self.ends))

    @cached_property
    def _looks(self) -> list[tuple[Any, ...]]:
        """Return what decides how each of them looks, and who it is."""
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


class Onlooker:
    """Reads faces, and remembers what it has read last."""

    def __init__(self) -> None:
        self._measures: Measures | None = None
        self._pens: Pens | None = None

    def measure(self, mobjects: Sequence[VMobject], light: Points) -> Measures:
        """Return what mobjects are by themselves, in a light that comes from a point.

        Each has a curve or more.
        """
        lengths = [len(one.points) for one in mobjects]
        points = np.concatenate([one.points for one in mobjects], dtype=np.float64)
        known = self._measures
        if known is None or not known.are_of(mobjects, light, lengths, points):
            self._measures = known = Measures.of(mobjects, light, lengths, points)
        return known

    def pens(self, mobjects: Sequence[VMobject], thin: float) -> Pens:
        """Return what the lines of mobjects are drawn with."""
        key = Pens.key_of(mobjects, thin)
        if self._pens is None or self._pens.key != key:
            self._pens = Pens.of(mobjects, key)
        return self._pens


def _odd_ones(mobjects: Sequence[VMobject], count: Whole) -> Flags:
    """Flag the faces that have curves cut short, or ways of their own to tell of their points."""
    usual = {
        kind: all(getattr(kind, name) is getattr(VMobject, name) for name in _WAYS)
        for kind in set(map(type, mobjects))
    }
    plain = [usual[type(one)] and _WAYS.isdisjoint(vars(one)) for one in mobjects]
    odd: Flags = ~np.array(plain) | (count % CURVE > 0)
    return odd


def _normals(
    mobjects: Sequence[VMobject],
    points: Points,
    first: Whole,
    count: Whole,
    places: Whole,
    odd: Flags,
) -> Points:
    """Return which way faces look at one corner of each, ``(n, 3)``.

    As ``get_3d_vmob_unit_normal`` has it, at the point of each that ``places`` counts; the odd ones
    are left to that.
    """
    here = points[first + places]
    before = points[first + np.where(places > 2, places - 3, count - CURVE)] - here
    after = points[first + places + 3] - here
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        before /= np.abs(before).max(axis=1, keepdims=True)
        after /= np.abs(after).max(axis=1, keepdims=True)
        normals = np.cross(after, before)
        length = np.sqrt((normals**2).sum(axis=1, keepdims=True))
        normals /= length
        doubtful = ~(length[:, 0] > _ALIGNED)
    single = count < 2 * CURVE
    normals[single] = UP
    for place in np.flatnonzero(doubtful & ~single | odd).tolist():
        normals[place] = get_3d_vmob_unit_normal(mobjects[place], int(places[place]))
    return normals


def _glow(corners: Points, normals: Points, light: Points) -> Points:
    """Return what light adds to a colour at corners, as ``get_shaded_rgb`` has it."""
    away = light - corners
    with np.errstate(invalid="ignore", over="ignore"):
        far = np.sqrt((away**2).sum(axis=-1))
        facing = (normals * away).sum(axis=-1)
    some = far > 0  # not where the light is, and not where nobody knows how far that is
    glow: Points = 0.5 * np.where(some, facing / np.where(some, far, 1), 0) ** 3
    glow[glow < 0] *= 0.5
    return glow


def _centers(mobjects: Sequence[VMobject], points: Points, starts: Whole, odd: Flags) -> Points:
    """Return the centers of faces by themselves, as ``Mobject.get_center`` has them."""
    if (starts % CURVE).any():
        return np.array([one.get_center() for one in mobjects])
    ends = points.reshape(-1, CURVE, 3)[:, :: CURVE - 1].reshape(-1, 3)
    low, high = (side.reduceat(ends, starts[:-1] // 2) for side in (np.minimum, np.maximum))
    own = {place: mobjects[place].get_center() for place in np.flatnonzero(odd).tolist()}
    return replaced((low + high) / 2, own)


def lit(mobjects: Sequence[VMobject], glow: Points) -> Points:
    """Return the colours of mobjects in a light, ``(n, 3, 2, 4)``: behind, area and line.

    Of several colours of a kind the light leaves two, and of one it makes two.
    """
    own = [one.get_stroke_rgbas(True) for one in mobjects]
    own += [one.get_fill_rgbas() for one in mobjects]
    own += [one.get_stroke_rgbas() for one in mobjects]
    together, counts = np.concatenate(own), np.array([len(one) for one in own])
    firsts = np.cumsum(counts) - counts
    pairs = together[np.stack([firsts, firsts + (counts > 1)], axis=1)]
    colours = np.ascontiguousarray(pairs.reshape(3, -1, 2, 4).swapaxes(0, 1))
    colours[..., :3] += glow[:, None, :, None]
    return colours


def depths(mobjects: Sequence[VMobject], centers: Points, turned: Points) -> Points:
    """Return how near each is, as ``ThreeDCamera.get_mobjects_to_display`` measures it."""
    moved: dict[int, Points] = {}
    known: dict[int, Points] = {}
    for place, (mobject, group) in enumerate(zip(mobjects, groups_of(mobjects), strict=True)):
        if group is not mobject or mobject.submobjects:
            if id(group) not in known:
                known[id(group)] = group.get_center()
            moved[place] = known[id(group)]
    # One column, not all: the last bit of it comes out as manim's, and may decide.
    nearness: Points = replaced(centers, moved) @ turned[:, 2]
    return nearness


def replaced(points: Points, own: Mapping[int, Points]) -> Points:
    """Return points, or pairs of them, where some have their own."""
    if own:
        points = points.copy()
        points[list(own)] = list(own.values())
    return points


def groups_of(mobjects: Sequence[VMobject]) -> list[Any]:
    """Return ``mobject.z_index_group`` of each, or the mobject.

    Manim is never asked for what is not there: it looks through all names that begin with ``get_``
    and ``set_`` first.
    """
    asked = {kind for kind in set(map(type, mobjects)) if hasattr(kind, "z_index_group")}
    return [
        getattr(one, "z_index_group", one)
        if type(one) in asked
        else vars(one).get("z_index_group", one)
        for one in mobjects
    ]
