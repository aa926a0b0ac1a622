"""Fast patches for the extents of mobjects: their edges, their boundary and equal points."""

from __future__ import annotations

from math import isfinite
from typing import Any

import numpy as np
from manim import Mobject, VMobject

from pipeline.fastdraw.paint.shape import RELATIVE

_get_anchors = VMobject.get_anchors
_get_critical_point = Mobject.get_critical_point
_get_extremum_along_dim = Mobject.get_extremum_along_dim
_get_points_defining_boundary = VMobject.get_points_defining_boundary
_consider_points_equals = VMobject.consider_points_equals
_reduce_across_dimension = Mobject.reduce_across_dimension


def fast_equality(mobject: VMobject, one: Any, other: Any) -> bool:
    """Do what ``VMobject.consider_points_equals`` does: two points in space."""
    if (
        type(one) is not np.ndarray
        or type(other) is not np.ndarray
        or not one.shape == other.shape == (3,)
    ):
        return _consider_points_equals(mobject, one, other)
    slack = mobject.tolerance_for_point_equality
    return all(
        a == b or (abs(a - b) <= slack + RELATIVE * abs(b) and isfinite(b))
        for a, b in zip(one.tolist(), other.tolist(), strict=True)
    )


def fast_reduction(mobject: Mobject, reduce_func: Any, dim: int) -> Any:
    """Do what ``Mobject.reduce_across_dimension`` does: look at all points of a family at once."""
    if reduce_func is max or reduce_func is min:
        columns = []
        for member in mobject.get_family():
            if type(member).reduce_across_dimension is not fast_reduction:
                break
            if len(member.points):
                columns.append(member.points[:, dim])
        else:
            if columns:
                together = np.concatenate(columns)
                end = together.max() if reduce_func is max else together.min()
                if isfinite(end):
                    return end
    return _reduce_across_dimension(mobject, reduce_func, dim)


def fast_boundary(mobject: VMobject) -> Any:
    """Do what ``VMobject.get_points_defining_boundary`` does: whole curves, at least one."""
    parts = []
    for member in mobject.get_family():
        points = member.points
        if getattr(type(member), "get_anchors", None) is not _get_anchors or len(points) % 4:
            return _get_points_defining_boundary(mobject)
        if len(points):
            parts.append(points.reshape(-1, 4, 3)[:, ::3].reshape(-1, 3))
    return np.concatenate(parts) if parts else _get_points_defining_boundary(mobject)


def fast_critical_point(mobject: Mobject, direction: Any) -> Any:
    """Do what ``Mobject.get_critical_point`` does: in space, with one look at all points."""
    kind = type(mobject)
    if mobject.dim != 3 or kind.get_extremum_along_dim is not _get_extremum_along_dim:
        return _get_critical_point(mobject, direction)
    points = mobject.get_points_defining_boundary()
    if not len(points):
        return np.zeros(3)
    low, high = points.min(axis=0), points.max(axis=0)
    return np.array(
        [
            least if key < 0 else most if key > 0 else (least + most) / 2
            for key, least, most in zip(direction[:3], low, high, strict=True)
        ]
    )
