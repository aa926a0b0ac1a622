"""The patches: what manim does at every frame is done faster, and equal to the last bit.

A scene that redraws itself makes thousands of mobjects a second. Most of that time goes into cases
that seldom occur: other scales, arrays of numbers, names of parts. Each patch handles the usual
case and calls manim's own function for any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from manim import Axes, DecimalNumber, Mobject, NumberLine, SVGMobject, VMobject
from manim.mobject.text import numbers as manim_numbers

from pipeline.fastdraw.patches.colours import fast_colors, fast_rgbas
from pipeline.fastdraw.patches.coordinates import fast_coords_to_point, fast_number_to_point
from pipeline.fastdraw.patches.copies import fast_copies
from pipeline.fastdraw.patches.extents import (
    fast_boundary,
    fast_critical_point,
    fast_equality,
    fast_reduction,
)
from pipeline.fastdraw.patches.glyphs import NumberGlyphs
from pipeline.fastdraw.patches.lines import fast_lines
from pipeline.fastdraw.patches.numbers import fast_glyph, fast_value
from pipeline.fastdraw.patches.texts import light_mobject


@contextmanager
def patched_manim() -> Iterator[None]:
    """Install all patches in this process, and restore manim's own functions afterwards."""
    with ExitStack() as stack:
        stack.enter_context(fast_copies())
        stack.enter_context(fast_lines())
        for owner, name, patch in (
            (Axes, "coords_to_point", fast_coords_to_point),
            (NumberLine, "number_to_point", fast_number_to_point),
            (VMobject, "update_rgbas_array", fast_rgbas),
            (VMobject, "init_colors", fast_colors),
            (VMobject, "consider_points_equals", fast_equality),
            (Mobject, "reduce_across_dimension", fast_reduction),
            (VMobject, "get_points_defining_boundary", fast_boundary),
            (Mobject, "get_critical_point", fast_critical_point),
            (SVGMobject, "generate_mobject", light_mobject),
            (DecimalNumber, "_string_to_mob", fast_glyph),
            (DecimalNumber, "set_value", fast_value),
            (manim_numbers, "string_to_mob_map", NumberGlyphs()),
        ):
            stack.callback(setattr, owner, name, getattr(owner, name))
            setattr(owner, name, patch)
        yield
