"""A number that changes is what manim makes of it, to the last bit, and sooner."""

from collections.abc import Callable, Sequence
from typing import Any

import manim
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import LEFT, ORIGIN, RIGHT, UP, DecimalNumber, Integer, MathTypst, Square
from manim.mobject.text import numbers as manim_numbers

from pipeline.fastdraw.patches.install import patched_manim
from tests.pipeline.drawing.patches.numbers_shown import (
    OWN,
    RAINBOW,
    UNIT,
    Deed,
    make_all_glyphs,
    note_values,
    plain,
    shown,
)
from tests.pipeline.drawing.same import assert_same_mobject

DEEDS: dict[str, Deed] = {
    "scaled": lambda number: number.scale(1.37),
    "moved": lambda number: number.shift([0.3, -1.7, 0.2]),
    "turned": lambda number: number.rotate(0.3),
    "red": lambda number: number.set_color(manim.RED),
    "black": lambda number: number.set_color(manim.BLACK),
    "faint": lambda number: number.set_opacity(0.4),
    "one glyph blue": lambda number: number[0].set_color(manim.BLUE),
    "with a line": lambda number: number.set_stroke(manim.GREEN, 2, 0.5),
    "with a line behind": lambda number: number.set_stroke(manim.PINK, 3, background=True),
    "larger": lambda number: setattr(number, "font_size", 60),
}
STYLES = st.fixed_dictionaries(
    {
        "num_decimal_places": st.integers(0, 3),
        "font_size": st.sampled_from([48, 20.5]),
        "edge_to_fix": st.sampled_from([LEFT, RIGHT, UP + LEFT, ORIGIN, [0, -1, 0]]),
        "include_sign": st.booleans(),
        "group_with_commas": st.booleans(),
    }
)
VALUES = st.one_of(
    st.floats(-9, 9),
    st.floats(-2e6, 2e6),
    st.integers(-20000, 20000),
    st.floats(-1e-3, 1e-3).map(np.float64),
)


@pytest.fixture(scope="module", autouse=True)
def glyphs() -> None:
    make_all_glyphs()


@pytest.fixture
def left_to_manim(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    return note_values(monkeypatch)


@settings(max_examples=60)
@given(STYLES, st.lists(st.sampled_from(list(DEEDS)), max_size=3), st.lists(VALUES, min_size=1))
def test_a_plain_number_is_the_same_in_every_attribute(style, names, values):
    deeds = [DEEDS[name] for name in names]

    def make() -> DecimalNumber:
        return DecimalNumber(values[-1], mob_class=MathTypst, **style)

    expected = shown(make, deeds, values)
    with patched_manim():
        found = shown(make, deeds, values)
    assert_same_mobject(found, expected, but=OWN)


def test_manim_sets_none_of_the_values_of_a_plain_number(left_to_manim):
    with patched_manim():
        for kind in (DecimalNumber, Integer):
            number = kind(-1234.5, mob_class=MathTypst).set_color(manim.RED).scale(2)
            for value in (2.25, -1000, np.float64(0.5)):
                number.set_value(value)
    assert not left_to_manim


class Loud(DecimalNumber):
    """A number whose class overrides a method."""

    def set_fill(self, color: Any = None, opacity: Any = None, family: Any = True) -> Any:
        return super().set_fill(manim.RED if color is not None else None, opacity, family)


def but(deed: Deed) -> Callable[[], DecimalNumber]:
    def make() -> DecimalNumber:
        number = plain()
        deed(number)
        return number

    return make


def having(**values: Any) -> Callable[[], DecimalNumber]:
    return but(lambda number: vars(number).update(values))


NO_DIRECTION = "no direction of its sheen"
ODD: dict[str, tuple[Callable[[], DecimalNumber], Sequence[Any]]] = {
    "a complex value": (plain, [1 + 2j]),
    "no value": (plain, [np.array(2.0)]),
    "a gradient": (but(lambda number: number.set_color(RAINBOW)), [2.5]),
    "one glyph in a gradient": (but(lambda number: number[0].set_color(RAINBOW)), [2.5]),
    "a sheen": (but(lambda number: number.set_sheen(0.4, UP)), [2.5]),
    "one glyph with a sheen": (but(lambda number: number[0].set_sheen(0.4, UP)), [2.5]),
    "nothing to see": (but(lambda number: number.set_color(manim.BLACK).set_opacity(0)), [2.5]),
    "a unit": (having(unit=UNIT), [2.5]),
    "more behind": (having(show_ellipsis=True), [2.5]),
    "ground behind": (
        lambda: DecimalNumber(1.5, mob_class=MathTypst, include_background_rectangle=True),
        [2.5, -1.5],
    ),
    "points of its own": (but(lambda number: number.set_points(Square().points)), [2.5]),
    "several colours behind": (having(background_stroke_color=RAINBOW), [2.5]),
    "no width": (having(stroke_width=None), [2.5]),
    "an array for its opacity": (having(fill_opacity=np.array([0.5])), [2.5]),
    NO_DIRECTION: (having(sheen_direction=None), [2.5]),
    "no place": (but(lambda number: number.shift([np.nan, 0, 0])), [2.5]),
    "no height": (but(lambda number: number.stretch(0, 1)), [2.5]),
    "a class of its own": (lambda: Loud(1.5, mob_class=MathTypst), [2.5]),
    "a way of its own": (having(move_to=lambda *_args, **_kwargs: None), [2.5]),
}
"""How a number may be that is not plain, and what it is to show then."""


@pytest.mark.parametrize("what", ODD)
def test_any_other_is_left_to_manim(what, left_to_manim):
    make, values = ODD[what]
    expected = outcome(make, values)
    with patched_manim():
        outcome(make, values)  # each glyph for the first time
        left_to_manim.clear()
        found = outcome(make, values)
    # Only the first value is checked: for the second, the number may be a plain one.
    assert left_to_manim[0] is values[0]
    if isinstance(expected, Exception):
        assert (type(found), str(found)) == (type(expected), str(expected))
    else:
        # Without a direction, glyphs keep the formula's own, which manim does not always set alike.
        own = ("sheen_direction",) if what == NO_DIRECTION else ("move_to", "unit_sign")
        assert_same_mobject(found, expected, but=(*OWN, *own))


def outcome(make: Callable[[], DecimalNumber], values: Sequence[Any]) -> Any:
    # Manim would set a unit beside a number in LaTeX, which is not installed here.
    for name in (UNIT, "\\dots"):
        manim_numbers.string_to_mob_map.setdefault(name, MathTypst("k"))
    try:
        with np.errstate(all="ignore"):
            return shown(make, (), values)
    except (TypeError, ValueError, AttributeError) as error:
        return error


def test_values_are_given_by_name_too():
    with patched_manim():
        assert plain().set_value(number=3).get_value() == 3


def test_a_method_that_was_replaced_is_left_to_manim(monkeypatch, left_to_manim):
    with patched_manim():
        number = plain()
        monkeypatch.setattr(manim.Mobject, "move_to", lambda mobject, *_args, **_kwargs: mobject)
        number.shift(3 * UP).set_value(2.5)
    assert left_to_manim == [2.5]
    assert number.get_center()[1] == pytest.approx(0, abs=0.01)


def test_the_glyphs_that_were_there_are_seen_no_more():
    with patched_manim():
        number = plain()
        before = number.family_members_with_points()
        number.set_value(2.5)
    assert before
    assert not any(glyph.points.any() for glyph in before)
    assert not set(before) & set(number.get_family())
