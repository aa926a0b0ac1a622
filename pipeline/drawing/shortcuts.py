"""Shortcuts: what manim does at every frame, done again with less ado, and to the last bit alike.

A scene that redraws itself makes thousands of mobjects a second. Most of that goes into being ready
for what is seldom asked: other scales, arrays of numbers, names of parts. Each shortcut takes the
usual case and leaves any other to manim.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np
from manim import LinearBase, MathTypst, Mobject, NumberLine, Typst, VMobject
from manim.mobject.geometry.arc import TipableVMobject
from manim.mobject.text import numbers as manim_numbers

from pipeline.drawing.copies import fast_copies

_NUMBERS = frozenset({float, int, np.float64})
_TIPS = frozenset({"tip", "start_tip"})

_number_to_point = NumberLine.number_to_point
_get_anchors = VMobject.get_anchors
_get_critical_point = Mobject.get_critical_point
_get_extremum_along_dim = Mobject.get_extremum_along_dim
_get_points_defining_boundary = VMobject.get_points_defining_boundary


@contextmanager
def shortcuts() -> Iterator[None]:
    """Let manim take the shortcuts, in this process, for as long as this is open."""
    with ExitStack() as stack:
        stack.enter_context(fast_copies())
        for owner, name, quick in (
            (NumberLine, "number_to_point", _quick_number_to_point),
            (VMobject, "get_points_defining_boundary", _quick_boundary),
            (Mobject, "get_critical_point", _quick_critical_point),
            (manim_numbers, "string_to_mob_map", _Digits()),
        ):
            stack.callback(setattr, owner, name, getattr(owner, name))
            setattr(owner, name, quick)
        yield


def _quick_number_to_point(line: NumberLine, number: Any) -> Any:
    """Do what ``NumberLine.number_to_point`` does: one number, of a linear scale, and no tips."""
    if (
        type(number) not in _NUMBERS
        or type(line.scaling) is not LinearBase
        or type(line).get_start is not TipableVMobject.get_start
        or type(line).get_end is not TipableVMobject.get_end
        or not _TIPS.isdisjoint(vars(line))
        or not len(line.points)
    ):
        return _number_to_point(line, number)
    low, high = line.x_range[:2]
    alpha = float((number / line.scaling.scale_factor - low) / (high - low))
    return (1 - alpha) * line.points[0] + alpha * line.points[-1]


def _quick_boundary(mobject: VMobject) -> Any:
    """Do what ``VMobject.get_points_defining_boundary`` does: whole curves, and some there."""
    parts = []
    for member in mobject.get_family():
        points = member.points
        if getattr(type(member), "get_anchors", None) is not _get_anchors or len(points) % 4:
            return _get_points_defining_boundary(mobject)
        if len(points):
            parts.append(points.reshape(-1, 4, 3)[:, ::3].reshape(-1, 3))
    return np.concatenate(parts) if parts else _get_points_defining_boundary(mobject)


def _quick_critical_point(mobject: Mobject, direction: Any) -> Any:
    """Do what ``Mobject.get_critical_point`` does: in space, and looking at all points once."""
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


class _Digits(dict[str, VMobject]):
    """Where a number finds its digits, each to be copied.

    A drawing keeps groups of its parts by their names, with which nobody ever asks for a part of a
    digit; but they would be copied as well, five times what is seen.
    """

    def __setitem__(self, string: str, mobject: VMobject) -> None:
        if type(mobject) in (Typst, MathTypst):
            vars(mobject)["id_to_vgroup_dict"] = {}
        super().__setitem__(string, mobject)
