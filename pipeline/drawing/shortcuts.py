"""Shortcuts: what manim does at every frame, done again with less ado, and to the last bit alike.

A scene that redraws itself makes thousands of mobjects a second. Most of that goes into being ready
for what is seldom asked: several colours, other scales, arrays of numbers. Each shortcut takes the
usual case and leaves any other to manim.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np
from manim import LinearBase, ManimColor, MathTypst, NumberLine, Typst, VMobject
from manim.mobject.geometry.arc import TipableVMobject
from manim.mobject.text import numbers as manim_numbers

from pipeline.drawing.copies import fast_copies

_NUMBERS = frozenset({float, int, np.float64})
_TIPS = frozenset({"tip", "start_tip"})

_number_to_point = NumberLine.number_to_point
_generate_rgbas_array = VMobject.generate_rgbas_array


@contextmanager
def shortcuts() -> Iterator[None]:
    """Let manim take the shortcuts, in this process, for as long as this is open."""
    with ExitStack() as stack:
        stack.enter_context(fast_copies())
        for owner, name, quick in (
            (NumberLine, "number_to_point", _quick_number_to_point),
            (VMobject, "generate_rgbas_array", _quick_rgbas_array),
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


def _quick_rgbas_array(mobject: VMobject, color: Any, opacity: Any) -> Any:
    """Do what ``VMobject.generate_rgbas_array`` does: one colour, one opacity, and no sheen."""
    if type(color) is not ManimColor or type(opacity) not in _NUMBERS or mobject.sheen_factor:
        return _generate_rgbas_array(mobject, color, opacity)
    return np.array([color.to_rgba_with_alpha(opacity)])


class _Digits(dict[str, VMobject]):
    """Where a number finds its digits, each to be copied.

    A drawing keeps groups of its parts by their names, with which nobody ever asks for a part of a
    digit; but they would be copied as well, five times what is seen.
    """

    def __setitem__(self, string: str, mobject: VMobject) -> None:
        if type(mobject) in (Typst, MathTypst):
            vars(mobject)["id_to_vgroup_dict"] = {}
        super().__setitem__(string, mobject)
