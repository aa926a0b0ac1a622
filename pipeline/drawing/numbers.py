"""Numbers that change at every frame: manim's ``DecimalNumber``, set in one go.

Manim copies a drawing for each sign, moves it beside the one before, moves and scales all of them,
and dresses each twice. Here the points of all signs are moved together, with the same steps in the
same order, so that they come out alike to the last bit; and signs are dressed once, for the first
of manim's dresses is covered by the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from manim import (
    ORIGIN,
    DecimalNumber,
    Integer,
    ManimColor,
    MathTypst,
    Mobject,
    Typst,
    VMobject,
)
from manim.mobject.text import numbers as manim_numbers

Points: TypeAlias = npt.NDArray[np.float64]

_KINDS = frozenset({DecimalNumber, Integer})
_NUMBERS = frozenset({float, int, np.float64})
_MOST = 256
"""Signs of some size that are kept."""

_LOW, _HIGH, _BOTTOM, _TOP, _POINTS = range(5)
"""The rows of a sign: its edges, how far its points reach down and up, and from there on these."""

_set_value = DecimalNumber.set_value
_string_to_mob = DecimalNumber._string_to_mob  # noqa: SLF001 by which manim makes its signs
_WAYS = {
    name: getattr(VMobject, name)
    for name in (
        "add",
        "align_to",
        "apply_points_function_about_point",
        "arrange",
        "center",
        "copy",
        "family_members_with_points",
        "fill_color",
        "get_coord",
        "get_edge_center",
        "get_family",
        "get_style",
        "height",
        "length_over_dim",
        "match_style",
        "move_to",
        "next_to",
        "set_background_stroke",
        "set_coord",
        "set_fill",
        "set_sheen",
        "set_sheen_direction",
        "set_stroke",
        "set_style",
        "shift",
        "stroke_color",
    )
}
"""The ways by which manim sets and dresses a number and its signs."""
_OF_NUMBERS = {
    name: getattr(DecimalNumber, name)
    for name in ("_set_submobjects_from_number", "font_size", "scale")
}
"""Those of numbers alone."""
_SHORTENED = (
    "get_critical_point",
    "get_extremum_along_dim",
    "get_points_defining_boundary",
    "reduce_across_dimension",
    "update_rgbas_array",
)
"""Those that may be shortcuts themselves; a kind of sign with one of its own is left to manim."""
_OF_SIGNS = frozenset({*_WAYS, *_SHORTENED})
_NAMES = _OF_SIGNS | _OF_NUMBERS.keys() | {"_string_to_mob", "init_colors"}

_LAYERS = ("fill", "stroke", "background_stroke")
_COLOURS = tuple(f"{layer}_rgbas" for layer in _LAYERS)
_AMOUNTS = (
    *(f"{layer}_opacity" for layer in _LAYERS),
    "stroke_width",
    "background_stroke_width",
)
_STYLE = (*_AMOUNTS, "background_stroke_color", "sheen_factor")


@contextmanager
def quick_numbers() -> Iterator[None]:
    """Let numbers change fast, in this process, for as long as this is open."""
    ways: dict[tuple[Any, str], Any] = {
        (DecimalNumber, "_string_to_mob"): _quick_sign,
        (DecimalNumber, "set_value"): _quick_value,
        (manim_numbers, "string_to_mob_map"): _Signs(),
    }
    own = {(owner, name): getattr(owner, name) for owner, name in ways}
    for (owner, name), way in ways.items():
        setattr(owner, name, way)
    try:
        yield
    finally:
        for (owner, name), way in own.items():
            setattr(owner, name, way)


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign of a number, in one size, to be copied.

    Attributes
    ----------
    mobject
        As manim makes it.
    source
        What manim made it from: where that is another, this is another sign.
    rows
        ``(4 + n, 3)``: the least and the greatest coordinates of its curves' ends, by which manim
        takes hold of it; the lowest and the highest of its points, for its height; and its points.
        ``None`` of a sign that only manim can set.
    """

    mobject: VMobject
    source: VMobject
    rows: Points | None

    @classmethod
    def of(cls, mobject: VMobject, source: VMobject) -> _Sign:
        """Measure a sign."""
        # Both, for manim's family has each part once, wherever it occurs.
        family, parts = mobject.get_family(), list(_parts_of(mobject))
        drawn = [part.points for part in parts if len(part.points)]
        if (
            not drawn
            or len(parts) > len(family)
            or not all(map(_is_plain, parts))
            or any(points.shape[1] != 3 or len(points) % 4 for points in drawn)
        ):
            return cls(mobject, source, None)
        points = np.concatenate(drawn)
        ends = points.reshape(-1, 4, 3)[:, ::3].reshape(-1, 3)
        edges = [side(axis=0) for side in (ends.min, ends.max, points.min, points.max)]
        finite = np.isfinite(points).all()
        return cls(mobject, source, np.concatenate([edges, points]) if finite else None)


class _Signs(dict[str, VMobject]):
    """Where a number finds its signs, each to be copied.

    A drawing keeps groups of its parts by their names, with which nobody ever asks for a part of a
    sign; but they would be copied with each.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, float], _Sign] = {}
        super().__init__()

    def of(self, number: DecimalNumber, string: str) -> _Sign:
        """Return a sign of a number, as large as its signs are."""
        key = string, number._font_size  # noqa: SLF001 where manim keeps it
        kept = self._kept.get(key)
        if kept is None or kept.source is not self.get(string):
            if len(self._kept) >= _MOST:
                self._kept.clear()
            mobject = _string_to_mob(number, string)
            self._kept[key] = kept = _Sign.of(mobject, self[string])
        return kept

    def __setitem__(self, string: str, mobject: VMobject) -> None:
        if type(mobject) in (Typst, MathTypst):
            vars(mobject)["id_to_vgroup_dict"] = {}
        super().__setitem__(string, mobject)


def _quick_sign(
    number: DecimalNumber, string: str, mob_class: Any = None, **kwargs: Any
) -> VMobject:
    """Do what ``DecimalNumber._string_to_mob`` does: copy a sign that has its size already."""
    signs = manim_numbers.string_to_mob_map
    if mob_class is not None or kwargs or not isinstance(signs, _Signs):
        return _string_to_mob(number, string, mob_class, **kwargs)
    sign = signs.of(number, string)
    return _string_to_mob(number, string) if sign.rows is None else sign.mobject.copy()


def _quick_value(mobject: DecimalNumber, number: Any) -> DecimalNumber:
    """Do what ``DecimalNumber.set_value`` does: signs in a row, all in one colour.

    ``number`` is the value, called so by manim, and by whoever names it.
    """
    signs, family = manim_numbers.string_to_mob_map, mobject.get_family()
    if (
        type(number) not in _NUMBERS
        or not isinstance(signs, _Signs)
        or not _is_usual(mobject)
        or not all(map(_is_in_one_colour, family))
    ):
        return _set_value(mobject, number)
    size, point = mobject.font_size, mobject.get_edge_center(mobject.edge_to_fix)
    string = mobject._get_num_string(number)  # noqa: SLF001 how manim writes it
    row = [signs.of(mobject, sign) for sign in string]
    rows = [sign.rows for sign in row if sign.rows is not None]
    if len(rows) < len(row) or not 0 < size < np.inf or not np.isfinite(point).all():
        return _set_value(mobject, number)
    mobject.number = number
    mobject.submobjects = [sign.mobject.copy() for sign in row]
    parts = [list(_parts_of(sign)) for sign in mobject.submobjects]
    together, mobject.initial_height = _set(mobject, string, rows, size, point)
    stop = 0
    for members, own in zip(parts, rows, strict=True):
        start, stop = stop + _POINTS, stop + len(own)
        for member in members:
            if count := len(member.points):
                member.points = together[start : start + count].copy()
                start += count
    _dress(mobject, [member for members in parts for member in members])
    for member in family:  # which a scene may still hold, and is to show no more
        member.points[:] = 0
    return mobject


def _set(
    number: DecimalNumber, string: str, rows: Sequence[Points], size: float, point: Points
) -> tuple[Points, Any]:
    """Return where the rows of signs come to stand, and how high these are before they are sized.

    ``size`` is that of their font, and ``point`` where the edge is to be that is fixed.
    """
    stops = list(accumulate(map(len, rows)))
    starts = [0, *stops[:-1]]
    heads = np.array(starts)
    together = np.concatenate(rows)
    unit = number._font_size  # noqa: SLF001 where manim keeps it
    moves = _side_by_side(rows, number.digit_buff_per_font_unit * unit)
    together += np.repeat(moves, [len(one) for one in rows], axis=0)
    together -= _critical_point(together, heads, ORIGIN)
    together += ORIGIN - _critical_point(together, heads, ORIGIN)
    for place, (sign, start, stop) in enumerate(zip(string, starts, stops, strict=True)):
        if sign == "-" and stop < len(together):
            behind = starts[place + 1]
            together[start:stop, 1] += together[behind + _HIGH, 1] - together[start + _HIGH, 1]
            together[start:stop, 1] -= _height(together, behind) / 2
        elif sign == ",":
            together[start:stop, 1] -= _height(together, start) / 2
    tall = together[heads + _TOP, 1].max() - together[heads + _BOTTOM, 1].min()
    if tall > 0:
        center = _critical_point(together, heads, ORIGIN)
        together -= center
        together *= size / (tall / tall * unit)
        together += center
    together += point - _critical_point(together, heads, number.edge_to_fix)
    return together, tall


def _parts_of(sign: Mobject) -> Iterator[Mobject]:
    """Yield a sign and its parts, in the order of its family."""
    yield sign
    for part in sign.submobjects:
        yield from _parts_of(part)


def _side_by_side(rows: Sequence[Points], space: float) -> list[tuple[float, float, float]]:
    """Return by how much each sign is moved to stand beside the one before, on its line."""
    moves = [(0.0, 0.0, 0.0)]
    edges = [row[:_BOTTOM].tolist() for row in rows]
    (_, line, back), (right, _, front) = edges[0]
    for (left, low, far), (end, _, near) in edges[1:]:
        across = right - left + space
        up = line - low
        out = (back + front) / 2 - (far + near) / 2
        moves.append((across, up, out))
        right, line, back, front = end + across, low + up, far + out, near + out
    return moves


def _critical_point(together: Points, heads: npt.NDArray[np.int64], direction: Any) -> Points:
    """Return what ``Mobject.get_critical_point`` does, of all signs."""
    low, high = together[heads + _LOW].min(axis=0), together[heads + _HIGH].max(axis=0)
    way = np.asarray(direction)
    point: Points = np.where(way < 0, low, np.where(way > 0, high, (low + high) / 2))
    return point


def _height(together: Points, start: int) -> Any:
    return together[start + _TOP, 1] - together[start + _BOTTOM, 1]


def _dress(number: DecimalNumber, parts: Iterable[Mobject]) -> None:
    """Do what ``VMobject.init_colors`` does: give a number and all of its signs its colours."""
    values = vars(number)
    backdrop = values["background_stroke_color"]
    if "background_stroke_rgbas" not in values:
        values["background_stroke_rgbas"] = np.zeros((1, 4))
    values["background_stroke_rgbas"][0, :3] = backdrop.to_rgb()
    for name in _LAYERS:
        values[f"{name}_rgbas"][0, 3] = values[f"{name}_opacity"]
    style = {name: values[name] for name in _STYLE}
    direction = np.array(values["sheen_direction"])
    values.update(style, sheen_direction=direction)
    for part in parts:
        dress = vars(part)
        dress.update(style, sheen_direction=direction.copy())
        for name in _COLOURS:
            dress[name] = values[name].copy()


def _is_usual(number: DecimalNumber) -> bool:
    """Tell whether a number is signs and nothing else, and has manim's ways and colours enough."""
    kind: Any = type(number)
    values: dict[str, Any] = vars(number)
    return (
        kind in _KINDS
        and not (number.show_ellipsis or number.include_background_rectangle)
        and number.unit is None
        and not len(number.points)
        and type(values.get("background_stroke_color")) is ManimColor
        and type(values.get("sheen_direction")) is np.ndarray
        and all(type(values.get(name)) in _NUMBERS for name in _AMOUNTS)
        and all(name in values and values[name].any() for name in ("fill_rgbas", "stroke_rgbas"))
        and _NAMES.isdisjoint(values)
        and all(getattr(kind, name) is way for name, way in _WAYS.items())
        and all(getattr(kind, name) is way for name, way in _OF_NUMBERS.items())
    )


def _is_plain(part: Mobject) -> bool:
    """Tell whether a part of a sign is dressed and moved as any mobject, and in one colour."""
    kind: Any = type(part)
    return (
        isinstance(part, VMobject)
        and part.points.dtype == np.float64
        and all(name in vars(part) for name in ("fill_rgbas", "stroke_rgbas"))
        and _is_in_one_colour(part)
        and _OF_SIGNS.isdisjoint(vars(part))
        and all(getattr(kind, name) is getattr(VMobject, name) for name in _OF_SIGNS)
    )


def _is_in_one_colour(mobject: Mobject) -> bool:
    """Tell whether a mobject has no gradient, no sheen and no picture."""
    values = vars(mobject)
    return (
        not values.get("sheen_factor")
        and values.get("background_image") is None
        and all(
            len(values[name]) == 1 and values[name].dtype == np.float64
            for name in _COLOURS
            if name in values
        )
    )
