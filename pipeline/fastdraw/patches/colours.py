"""Fast patches for the colours of mobjects: one colour and one opacity of each kind."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import BLACK, ManimColor, VMobject

from pipeline.fastdraw.patches.numbers import NUMBERS

_get_sheen_factor = VMobject.get_sheen_factor
_generate_rgbas_array = VMobject.generate_rgbas_array
_update_rgbas_array = VMobject.update_rgbas_array
_init_colors = VMobject.init_colors
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
"""The methods that ``VMobject.init_colors`` calls, except the one that is patched here too."""


def fast_rgbas(
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


def fast_colors(mobject: VMobject, propagate_colors: bool = True) -> VMobject:
    """Do what ``VMobject.init_colors`` does: no parts, and at most one colour of each kind."""
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
        or not _is_coloured_by_manim(kind)
    ):
        return _init_colors(mobject, propagate_colors)
    if behind is None:
        values["background_stroke_rgbas"] = behind = np.zeros((1, 4))
    # For fill and stroke, manim sets again the colour that is already there.
    behind[0, :3] = backdrop.to_rgb()
    whole: Any = zip((fill, stroke, behind), opacities, strict=True)
    for rgbas, opacity in whole:
        rgbas[0, 3] = opacity
    values["sheen_direction"] = np.array(values["sheen_direction"])
    return mobject


def _is_coloured_by_manim(kind: Any) -> bool:
    """Tell whether a class has manim's own methods for colours, and none of them overridden."""
    return kind.update_rgbas_array is fast_rgbas and all(
        getattr(kind, name) is method for name, method in _COLOURING.items()
    )
