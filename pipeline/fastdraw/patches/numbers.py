"""A fast patch for numbers that change at every frame: ``DecimalNumber.set_value`` in one pass.

manim copies a drawing for each glyph, moves it beside the one before, moves and scales all of them,
and styles each glyph twice. Here the points of all glyphs are moved together, by the same steps in
the same order, so that they come out equal to the last bit. Each glyph is styled once, because
manim's second style overwrites its first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt
from manim import ORIGIN, DecimalNumber, Integer, ManimColor, Mobject, VMobject
from manim.mobject.text import numbers as manim_numbers

from pipeline.fastdraw.paint.style import Points
from pipeline.fastdraw.patches.glyphs import (
    BOTTOM,
    COLOURS,
    HIGH,
    LAYERS,
    LOW,
    METHODS,
    OF_GLYPHS,
    POINTS,
    TOP,
    NumberGlyphs,
    is_in_one_colour,
    parts_of,
    string_to_mob,
)

_KINDS = frozenset({DecimalNumber, Integer})
NUMBERS = frozenset({float, int, np.float64})
"""The types of a plain number: no array, and no subclass of a number."""

_set_value = DecimalNumber.set_value
_METHODS = {
    name: getattr(DecimalNumber, name)
    for name in (*METHODS, "_set_submobjects_from_number", "font_size", "scale")
}
"""The methods by which manim gives a number its value."""
_NAMES = OF_GLYPHS | _METHODS.keys() | {"_string_to_mob", "init_colors"}

_AMOUNTS = (
    *(f"{layer}_opacity" for layer in LAYERS),
    "stroke_width",
    "background_stroke_width",
)
_STYLE = (*_AMOUNTS, "background_stroke_color", "sheen_factor")


def fast_glyph(
    number: DecimalNumber, string: str, mob_class: Any = None, **kwargs: Any
) -> VMobject:
    """Do what ``DecimalNumber._string_to_mob`` does: copy a glyph that has its size already."""
    glyphs = manim_numbers.string_to_mob_map
    if mob_class is not None or kwargs or not isinstance(glyphs, NumberGlyphs):
        return string_to_mob(number, string, mob_class, **kwargs)
    glyph = glyphs.of(number, string)
    return string_to_mob(number, string) if glyph.rows is None else glyph.mobject.copy()


def fast_value(mobject: DecimalNumber, number: Any) -> DecimalNumber:
    """Do what ``DecimalNumber.set_value`` does: glyphs in a row, all in one colour.

    ``number`` is the value. The parameter has manim's name, for callers that pass it by name.
    """
    glyphs, family = manim_numbers.string_to_mob_map, mobject.get_family()
    if (
        type(number) not in NUMBERS
        or not isinstance(glyphs, NumberGlyphs)
        or not _is_usual(mobject)
        or not all(map(is_in_one_colour, family))
    ):
        return _set_value(mobject, number)
    size, point = mobject.font_size, mobject.get_edge_center(mobject.edge_to_fix)
    string = mobject._get_num_string(number)  # noqa: SLF001 manim writes the value by it
    row = [glyphs.of(mobject, character) for character in string]
    rows = [glyph.rows for glyph in row if glyph.rows is not None]
    if len(rows) < len(row) or not 0 < size < np.inf or not np.isfinite(point).all():
        return _set_value(mobject, number)
    mobject.number = number
    mobject.submobjects = [glyph.mobject.copy() for glyph in row]
    parts = [list(parts_of(glyph)) for glyph in mobject.submobjects]
    together, mobject.initial_height = _set(mobject, string, rows, size, point)
    stop = 0
    for members, own in zip(parts, rows, strict=True):
        start, stop = stop + POINTS, stop + len(own)
        for member in members:
            if count := len(member.points):
                member.points = together[start : start + count].copy()
                start += count
    _style(mobject, [member for members in parts for member in members])
    for member in family:  # a scene may still hold the old glyphs; they must not be seen again
        member.points[:] = 0
    return mobject


def _set(
    number: DecimalNumber, string: str, rows: Sequence[Points], size: float, point: Points
) -> tuple[Points, Any]:
    """Return the rows of glyphs at their places, and the height of the glyphs before scaling.

    ``size`` is the font size, and ``point`` is the place of the edge that stays fixed.
    """
    stops = list(accumulate(map(len, rows)))
    starts = [0, *stops[:-1]]
    heads = np.array(starts)
    together = np.concatenate(rows)
    unit = number._font_size  # noqa: SLF001 manim keeps the size there
    moves = _side_by_side(rows, number.digit_buff_per_font_unit * unit)
    together += np.repeat(moves, [len(one) for one in rows], axis=0)
    together -= _critical_point(together, heads, ORIGIN)
    together += ORIGIN - _critical_point(together, heads, ORIGIN)
    for place, (character, start, stop) in enumerate(zip(string, starts, stops, strict=True)):
        if character == "-" and stop < len(together):
            behind = starts[place + 1]
            together[start:stop, 1] += together[behind + HIGH, 1] - together[start + HIGH, 1]
            together[start:stop, 1] -= _height(together, behind) / 2
        elif character == ",":
            together[start:stop, 1] -= _height(together, start) / 2
    tall = together[heads + TOP, 1].max() - together[heads + BOTTOM, 1].min()
    if tall > 0:
        center = _critical_point(together, heads, ORIGIN)
        together -= center
        together *= size / (tall / tall * unit)
        together += center
    together += point - _critical_point(together, heads, number.edge_to_fix)
    return together, tall


def _side_by_side(rows: Sequence[Points], space: float) -> list[tuple[float, float, float]]:
    """Return the shift that puts each glyph beside the one before, on the same line."""
    moves = [(0.0, 0.0, 0.0)]
    edges = [row[:BOTTOM].tolist() for row in rows]
    (_, line, back), (right, _, front) = edges[0]
    for (left, low, far), (end, _, near) in edges[1:]:
        across = right - left + space
        up = line - low
        out = (back + front) / 2 - (far + near) / 2
        moves.append((across, up, out))
        right, line, back, front = end + across, low + up, far + out, near + out
    return moves


def _critical_point(together: Points, heads: npt.NDArray[np.int64], direction: Any) -> Points:
    """Return what ``Mobject.get_critical_point`` returns for all glyphs."""
    low, high = together[heads + LOW].min(axis=0), together[heads + HIGH].max(axis=0)
    way = np.asarray(direction)
    point: Points = np.where(way < 0, low, np.where(way > 0, high, (low + high) / 2))
    return point


def _height(together: Points, start: int) -> Any:
    return together[start + TOP, 1] - together[start + BOTTOM, 1]


def _style(number: DecimalNumber, parts: Iterable[Mobject]) -> None:
    """Do what ``VMobject.init_colors`` does: give a number and all its glyphs its colours."""
    values = vars(number)
    backdrop = values["background_stroke_color"]
    if "background_stroke_rgbas" not in values:
        values["background_stroke_rgbas"] = np.zeros((1, 4))
    values["background_stroke_rgbas"][0, :3] = backdrop.to_rgb()
    for name in LAYERS:
        values[f"{name}_rgbas"][0, 3] = values[f"{name}_opacity"]
    style = {name: values[name] for name in _STYLE}
    direction = np.array(values["sheen_direction"])
    values.update(style, sheen_direction=direction)
    for part in parts:
        own = vars(part)
        own.update(style, sheen_direction=direction.copy())
        for name in COLOURS:
            own[name] = values[name].copy()


def _is_usual(number: DecimalNumber) -> bool:
    """Tell whether a number consists of glyphs only, with manim's own methods and with colours."""
    kind: Any = type(number)
    values: dict[str, Any] = vars(number)
    return (
        kind in _KINDS
        and not (number.show_ellipsis or number.include_background_rectangle)
        and number.unit is None
        and not len(number.points)
        and type(values.get("background_stroke_color")) is ManimColor
        and type(values.get("sheen_direction")) is np.ndarray
        and all(type(values.get(name)) in NUMBERS for name in _AMOUNTS)
        and all(name in values and values[name].any() for name in ("fill_rgbas", "stroke_rgbas"))
        and _NAMES.isdisjoint(values)
        and all(getattr(kind, name) is method for name, method in _METHODS.items())
    )
