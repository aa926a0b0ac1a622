"""Shortcuts: what manim does at every frame, done again with less ado, and to the last bit alike.

A scene that redraws itself makes thousands of mobjects a second. Most of that goes into being ready
for what is seldom asked: other scales, arrays of numbers, names of parts. Each shortcut takes the
usual case and leaves any other to manim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from math import isfinite
from typing import Any

import numpy as np
from manim import (
    BLACK,
    Axes,
    DecimalNumber,
    LinearBase,
    ManimColor,
    Mobject,
    NumberLine,
    SVGMobject,
    ThreeDAxes,
    Typst,
    VMobject,
)
from manim.mobject.geometry.arc import TipableVMobject
from manim.mobject.text import numbers as manim_numbers

from pipeline.fastdraw.paint.shape import RELATIVE
from pipeline.fastdraw.patches.copies import fast_copies
from pipeline.fastdraw.patches.glyphs import Signs
from pipeline.fastdraw.patches.lines import quick_lines
from pipeline.fastdraw.patches.numbers import NUMBERS, quick_sign, quick_value

_AXES = frozenset({Axes, ThreeDAxes})
_TIPS = frozenset({"tip", "start_tip"})
_UNNAMED = "numbered_group_"
"""How manim calls the parts of a drawing that nobody has named."""

_coords_to_point = Axes.coords_to_point
_get_sheen_factor = VMobject.get_sheen_factor
_generate_rgbas_array = VMobject.generate_rgbas_array
_number_to_point = NumberLine.number_to_point
_get_anchors = VMobject.get_anchors
_get_critical_point = Mobject.get_critical_point
_get_extremum_along_dim = Mobject.get_extremum_along_dim
_get_points_defining_boundary = VMobject.get_points_defining_boundary
_update_rgbas_array = VMobject.update_rgbas_array
_generate_mobject = SVGMobject.generate_mobject
_consider_points_equals = VMobject.consider_points_equals
_init_colors = VMobject.init_colors
_reduce_across_dimension = Mobject.reduce_across_dimension
_COLOURING = {
    name: getattr(VMobject, name)
    for name in (
        "fill_color",
        "stroke_color",
        "generate_rgbas_array",
        "get_fill_colors",
        "get_fill_rgbas",
        "get_sheen_factor",
        "get_stroke_colors",
        "get_stroke_rgbas",
        "set_background_stroke",
        "set_fill",
        "set_sheen",
        "set_sheen_direction",
        "set_stroke",
    )
}
"""The ways by which ``VMobject.init_colors`` goes, but for the one with a shortcut of its own."""


@contextmanager
def shortcuts() -> Iterator[None]:
    """Let manim take the shortcuts, in this process, for as long as this is open."""
    with ExitStack() as stack:
        stack.enter_context(fast_copies())
        stack.enter_context(quick_lines())
        for owner, name, quick in (
            (Axes, "coords_to_point", _quick_coords_to_point),
            (NumberLine, "number_to_point", _quick_number_to_point),
            (VMobject, "update_rgbas_array", _quick_rgbas),
            (VMobject, "init_colors", _quick_colors),
            (VMobject, "consider_points_equals", _quick_equality),
            (Mobject, "reduce_across_dimension", _quick_reduction),
            (VMobject, "get_points_defining_boundary", _quick_boundary),
            (Mobject, "get_critical_point", _quick_critical_point),
            (SVGMobject, "generate_mobject", _light_mobject),
            (DecimalNumber, "_string_to_mob", quick_sign),
            (DecimalNumber, "set_value", quick_value),
            (manim_numbers, "string_to_mob_map", Signs()),
        ):
            stack.callback(setattr, owner, name, getattr(owner, name))
            setattr(owner, name, quick)
        yield


def _quick_number_to_point(line: NumberLine, number: Any) -> Any:
    """Do what ``NumberLine.number_to_point`` does: one number, of a linear scale, and no tips."""
    if type(number) not in NUMBERS or not _is_plain(line):
        return _number_to_point(line, number)
    try:
        return np.array(_place(line, number))
    except ZeroDivisionError:  # of a range without length, manim makes what is not a number
        return _number_to_point(line, number)


def _quick_coords_to_point(axes: Axes, *coords: Any) -> Any:
    """Do what ``Axes.coords_to_point`` does: one point, on axes with neither tricks nor tips."""
    if type(axes) not in _AXES or not coords:
        return _coords_to_point(axes, *coords)
    lines: list[Any] = axes.axes.submobjects
    if lines[0] is not axes.x_axis:
        return _coords_to_point(axes, *coords)
    # No ``all``: a scene asks for thousands of points a second, and most of what this takes is
    # to see whether it may.
    for number in coords:
        if type(number) not in NUMBERS:
            return _coords_to_point(axes, *coords)
    for line in lines:
        if type(line) is not NumberLine or not _is_plain(line):
            return _coords_to_point(axes, *coords)
    try:
        return _place_all(lines, coords)
    except ZeroDivisionError:
        return _coords_to_point(axes, *coords)


def _place_all(lines: Sequence[Any], coords: Sequence[Any]) -> Any:
    """Return where a point stands on plain axes."""
    first = lines[0]
    # Manim makes an array of them, and so of a whole number one of numpy's, or a float.
    x, y, z = _place(first, float(coords[0]))
    if len(coords) > 1:
        low, high = float(first.x_min), float(first.x_max)
        a, b, c = _place(first, low if low > 0 else min(high, 0.0))
        for line, number in zip(lines[1:], coords[1:], strict=False):
            p, q, r = _place(line, float(number))
            x, y, z = x + (p - a), y + (q - b), z + (r - c)
    return np.array((x, y, z))


def _is_plain(line: NumberLine) -> bool:
    """Tell whether a line's scale is linear, and its ends are where it is drawn to."""
    return (
        type(line.scaling) is LinearBase
        and type(line.x_range) is np.ndarray
        and type(line).get_start is TipableVMobject.get_start
        and type(line).get_end is TipableVMobject.get_end
        and _TIPS.isdisjoint(vars(line))
        and len(line.points) > 0
    )


def _place(line: NumberLine, number: float) -> tuple[float, float, float]:
    """Return where a number stands on a plain line."""
    scaling: Any = line.scaling
    # Python's own numbers are as exact as numpy's, and several times as fast.
    low, high, *_ = line.x_range.tolist()
    after = float((number / scaling.scale_factor - low) / (high - low))
    before = 1 - after
    (a, b, c), (p, q, r) = line.points[0].tolist(), line.points[-1].tolist()
    return before * a + after * p, before * b + after * q, before * c + after * r


def _quick_rgbas(
    mobject: VMobject, array_name: str, color: Any = None, opacity: Any = None
) -> VMobject:
    """Do what ``VMobject.update_rgbas_array`` does: one colour, and one opacity."""
    kind, values = type(mobject), vars(mobject)
    known = values.get(array_name)
    given = color, opacity
    if type(color) is list and len(color) == 1:
        color = BLACK if color[0] is None else color[0]
    if type(opacity) is np.ndarray and opacity.shape == (1,):
        opacity = opacity[0]
    if (
        not (color is None or type(color) is ManimColor)
        or not (opacity is None or type(opacity) in NUMBERS)
        or kind.generate_rgbas_array is not _generate_rgbas_array
        or kind.get_sheen_factor is not _get_sheen_factor
        or mobject.sheen_factor
        or (hasattr(mobject, array_name) if known is None else not len(known))
    ):
        return _update_rgbas_array(mobject, array_name, *given)
    if known is None:
        values[array_name] = known = np.zeros((1, 4))
    if color is not None:
        known[:, :3] = color.to_rgb()
    if opacity is not None:
        known[:, 3] = opacity
    return mobject


def _is_coloured_as_ever(kind: Any) -> bool:
    """Tell whether a class has manim's own ways of colouring."""
    return kind.update_rgbas_array is _quick_rgbas and all(
        getattr(kind, name) is way for name, way in _COLOURING.items()
    )


def _quick_colors(mobject: VMobject, propagate_colors: bool = True) -> VMobject:
    """Do what ``VMobject.init_colors`` does: no parts, and no more than one colour of a kind."""
    kind: Any = type(mobject)
    values: dict[str, Any] = vars(mobject)
    fill, stroke = values.get("fill_rgbas"), values.get("stroke_rgbas")
    behind: Any = values.get("background_stroke_rgbas")
    known = [fill, stroke] if behind is None else [fill, stroke, behind]
    backdrop = values.get("background_stroke_color")
    opacities = [
        values.get(name) for name in ("fill_opacity", "stroke_opacity", "background_stroke_opacity")
    ]
    if (
        mobject.submobjects
        or mobject.sheen_factor
        or type(backdrop) is not ManimColor
        or not all(type(opacity) in NUMBERS for opacity in opacities)
        or any(rgbas is None or len(rgbas) != 1 for rgbas in known)
        or not _is_coloured_as_ever(kind)
    ):
        return _init_colors(mobject, propagate_colors)
    if behind is None:
        values["background_stroke_rgbas"] = behind = np.zeros((1, 4))
    # Of the others it is the colour that they have, over again.
    behind[0, :3] = backdrop.to_rgb()
    whole: Any = zip((fill, stroke, behind), opacities, strict=True)
    for rgbas, opacity in whole:
        rgbas[0, 3] = opacity
    values["sheen_direction"] = np.array(values["sheen_direction"])
    return mobject


def _quick_equality(mobject: VMobject, one: Any, other: Any) -> bool:
    """Do what ``VMobject.consider_points_equals`` does: two points."""
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


def _quick_reduction(mobject: Mobject, reduce_func: Any, dim: int) -> Any:
    """Do what ``Mobject.reduce_across_dimension`` does: find the end of all points at once."""
    if reduce_func is max or reduce_func is min:
        columns = []
        for member in mobject.get_family():
            if type(member).reduce_across_dimension is not _quick_reduction:
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


def _light_mobject(mobject: SVGMobject) -> SVGMobject:
    """Do what ``SVGMobject.generate_mobject`` does, and of text keep what it shows and its names.

    Manim keeps each text it has ever set, and with it the drawing that each letter was read from,
    and a group for each part of that, by which the memory of a long clip grows. It never asks for
    these again; a scene that does is one for manim's own drawing.
    """
    _generate_mobject(mobject)
    if isinstance(mobject, Typst):
        for letter in mobject.submobjects:
            vars(letter).pop("path_obj", None)
        groups = mobject.id_to_vgroup_dict
        for name in [name for name in groups if name.startswith(_UNNAMED)]:
            del groups[name]
    return mobject
