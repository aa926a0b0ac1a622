"""What tests of numbers share: numbers that are made and changed, and what manim sets itself."""

from collections.abc import Callable, Sequence
from typing import Any

import manim
import pytest
from manim import DecimalNumber, MathTypst

from pipeline.fastdraw.patches import numbers

RAINBOW = [manim.RED, manim.BLUE]
UNIT = "km"
PARTS_OF_FORMULAS = ("_baseline_tracked_submobjects", "_stroke_width_tracked_submobjects")
OWN = (
    *PARTS_OF_FORMULAS,
    "id_to_vgroup_dict",
    "background_rectangle",
    "initial_config",
    "path_obj",
)
"""The attributes that hold parts of a number, their sources, and its arguments."""

Deed = Callable[[DecimalNumber], Any]


def make_all_glyphs() -> None:
    """Let manim make all glyphs: it makes a formula in another way the first time."""
    DecimalNumber(-1234567.89, mob_class=MathTypst, include_sign=True)
    DecimalNumber(0, mob_class=MathTypst, include_sign=True)


def note_values(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return a list to which each value is added that manim sets itself."""
    values: list[Any] = []
    own = numbers._set_value

    def set_value(number: DecimalNumber, value: Any) -> DecimalNumber:
        values.append(value)
        return own(number, value)

    monkeypatch.setattr(numbers, "_set_value", set_value)
    return values


def plain() -> DecimalNumber:
    """Return a number in one colour."""
    return DecimalNumber(1.5, mob_class=MathTypst)


def shown(make: Callable[[], DecimalNumber], deeds: Sequence[Deed], values: Sequence[Any]) -> Any:
    """Make a number, change it, and let it show some values."""
    number = make()
    for deed in deeds:
        deed(number)
    for value in values:
        number.set_value(value)
    return number
