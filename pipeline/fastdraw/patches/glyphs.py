"""Glyphs of numbers: each is kept in its size, with its points and edges as one array."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from manim import DecimalNumber, MathTypst, Mobject, Typst, VMobject

from pipeline.fastdraw.paint.style import Points

LOW, HIGH, BOTTOM, TOP, POINTS = range(5)
"""The rows of a glyph: least and greatest ends, lowest and highest point; its points come last."""

_MOST = 256
"""How many glyphs are kept; each size of a glyph counts as one."""

string_to_mob = DecimalNumber._string_to_mob  # noqa: SLF001 manim makes its glyphs by it

METHODS = (
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
"""The methods by which manim places and styles a number and its glyphs."""
_PATCHED = (
    "get_critical_point",
    "get_extremum_along_dim",
    "get_points_defining_boundary",
    "reduce_across_dimension",
    "update_rgbas_array",
)
"""Methods that are patched themselves; a glyph whose class overrides one is left to manim."""
OF_GLYPHS = frozenset({*METHODS, *_PATCHED})

LAYERS = ("fill", "stroke", "background_stroke")
COLOURS = tuple(f"{layer}_rgbas" for layer in LAYERS)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a number in one size, to be copied.

    Attributes
    ----------
    mobject
        The glyph as manim makes it.
    source
        The mobject that manim copied it from; with another source it would be another glyph.
    rows
        ``(4 + n, 3)``: the least and the greatest coordinates of the ends of its curves, by which
        manim places it; the lowest and the highest of its points, for its height; and its points.
        ``None`` if only manim can place it.
    """

    mobject: VMobject
    source: VMobject
    rows: Points | None

    @classmethod
    def of(cls, mobject: VMobject, source: VMobject) -> Glyph:
        """Return the glyph that manim has made, with its rows."""
        # Both are needed: manim's family holds a part once, even if it occurs twice.
        family, parts = mobject.get_family(), list(parts_of(mobject))
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


class NumberGlyphs(dict[str, VMobject]):
    """The table in which a number finds its glyphs, each to be copied.

    A text keeps groups of its parts by their names. No part of a glyph is ever asked for by name,
    and the groups would be copied with each glyph; so they are dropped.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, float], Glyph] = {}
        super().__init__()

    def of(self, number: DecimalNumber, string: str) -> Glyph:
        """Return a glyph of a number, in the size of that number."""
        key = string, number._font_size  # noqa: SLF001 manim keeps the size there
        kept = self._kept.get(key)
        if kept is None or kept.source is not self.get(string):
            if len(self._kept) >= _MOST:
                self._kept.clear()
            mobject = string_to_mob(number, string)
            self._kept[key] = kept = Glyph.of(mobject, self[string])
        return kept

    def __setitem__(self, string: str, mobject: VMobject) -> None:
        if type(mobject) in (Typst, MathTypst):
            vars(mobject)["id_to_vgroup_dict"] = {}
        super().__setitem__(string, mobject)


def parts_of(glyph: Mobject) -> Iterator[Mobject]:
    """Yield a glyph and its parts, in the order of its family."""
    yield glyph
    for part in glyph.submobjects:
        yield from parts_of(part)


def _is_plain(part: Mobject) -> bool:
    """Tell whether a part of a glyph has one colour and only manim's own methods."""
    kind: Any = type(part)
    return (
        isinstance(part, VMobject)
        and part.points.dtype == np.float64
        and all(name in vars(part) for name in ("fill_rgbas", "stroke_rgbas"))
        and is_in_one_colour(part)
        and OF_GLYPHS.isdisjoint(vars(part))
        and all(getattr(kind, name) is getattr(VMobject, name) for name in OF_GLYPHS)
    )


def is_in_one_colour(mobject: Mobject) -> bool:
    """Tell whether a mobject has no gradient, no sheen and no picture."""
    values = vars(mobject)
    return (
        not values.get("sheen_factor")
        and values.get("background_image") is None
        and all(
            len(values[name]) == 1 and values[name].dtype == np.float64
            for name in COLOURS
            if name in values
        )
    )
