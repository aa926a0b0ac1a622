"""Signs of numbers: each drawing kept in its size, with its points and edges as an array."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from manim import DecimalNumber, MathTypst, Mobject, Typst, VMobject

from pipeline.fastdraw.paint.style import Points

LOW, HIGH, BOTTOM, TOP, POINTS = range(5)
"""The rows of a sign: its edges, how far its points reach down and up, and from there on these."""

_MOST = 256
"""Signs of some size that are kept."""

string_to_mob = DecimalNumber._string_to_mob  # noqa: SLF001 by which manim makes its signs

WAYS = (
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
"""The ways by which manim sets and dresses a number and its signs."""
_SHORTENED = (
    "get_critical_point",
    "get_extremum_along_dim",
    "get_points_defining_boundary",
    "reduce_across_dimension",
    "update_rgbas_array",
)
"""Those that may be shortcuts themselves; a kind of sign with one of its own is left to manim."""
OF_SIGNS = frozenset({*WAYS, *_SHORTENED})

LAYERS = ("fill", "stroke", "background_stroke")
COLOURS = tuple(f"{layer}_rgbas" for layer in LAYERS)


@dataclass(frozen=True, slots=True)
class Sign:
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
    def of(cls, mobject: VMobject, source: VMobject) -> Sign:
        """Measure a sign."""
        # Both, for manim's family has each part once, wherever it occurs.
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


class Signs(dict[str, VMobject]):
    """Where a number finds its signs, each to be copied.

    A drawing keeps groups of its parts by their names, with which nobody ever asks for a part of a
    sign; but they would be copied with each.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, float], Sign] = {}
        super().__init__()

    def of(self, number: DecimalNumber, string: str) -> Sign:
        """Return a sign of a number, as large as its signs are."""
        key = string, number._font_size  # noqa: SLF001 where manim keeps it
        kept = self._kept.get(key)
        if kept is None or kept.source is not self.get(string):
            if len(self._kept) >= _MOST:
                self._kept.clear()
            mobject = string_to_mob(number, string)
            self._kept[key] = kept = Sign.of(mobject, self[string])
        return kept

    def __setitem__(self, string: str, mobject: VMobject) -> None:
        if type(mobject) in (Typst, MathTypst):
            vars(mobject)["id_to_vgroup_dict"] = {}
        super().__setitem__(string, mobject)


def parts_of(sign: Mobject) -> Iterator[Mobject]:
    """Yield a sign and its parts, in the order of its family."""
    yield sign
    for part in sign.submobjects:
        yield from parts_of(part)


def _is_plain(part: Mobject) -> bool:
    """Tell whether a part of a sign is dressed and moved as any mobject, and in one colour."""
    kind: Any = type(part)
    return (
        isinstance(part, VMobject)
        and part.points.dtype == np.float64
        and all(name in vars(part) for name in ("fill_rgbas", "stroke_rgbas"))
        and is_in_one_colour(part)
        and OF_SIGNS.isdisjoint(vars(part))
        and all(getattr(kind, name) is getattr(VMobject, name) for name in OF_SIGNS)
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
