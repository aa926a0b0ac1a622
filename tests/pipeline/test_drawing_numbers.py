"""A number that changes is what manim makes of it, to the last bit, and sooner."""

from collections.abc import Callable, Sequence
from typing import Any

import manim
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import LEFT, ORIGIN, RIGHT, UP, DecimalNumber, Integer, MathTypst
from manim.mobject.text import numbers as manim_numbers

from pipeline.drawing import numbers
from pipeline.drawing.shortcuts import shortcuts
from tests.pipeline.same import assert_same_mobject

OWN = (
    "_baseline_tracked_submobjects",
    "_stroke_width_tracked_submobjects",
    "id_to_vgroup_dict",
    "background_rectangle",
    "initial_config",
    "path_obj",
)
"""Where one keeps its own parts, what they were read from, and what it was made with."""

Deed = Callable[[DecimalNumber], Any]

DEEDS: dict[str, Deed] = {
    "scaled": lambda number: number.scale(1.37),
    "moved": lambda number: number.shift([0.3, -1.7, 0.2]),
    "turned": lambda number: number.rotate(0.3),
    "red": lambda number: number.set_color(manim.RED),
    "black": lambda number: number.set_color(manim.BLACK),
    "faint": lambda number: number.set_opacity(0.4),
    "one sign blue": lambda number: number[0].set_color(manim.BLUE),
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
def signs() -> None:
    """Manim makes a formula another way the first time: have it make all signs before."""
    for mob_class in (MathTypst, manim.Typst):
        DecimalNumber(-1234567.89, mob_class=mob_class, include_sign=True)
        DecimalNumber(0, mob_class=mob_class, include_sign=True)


@pytest.fixture
def left_to_manim(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The values that manim has set itself."""
    values: list[Any] = []
    own = numbers._set_value

    def set_value(number: DecimalNumber, value: Any) -> DecimalNumber:
        values.append(value)
        return own(number, value)

    monkeypatch.setattr(numbers, "_set_value", set_value)
    return values


def shown(make: Callable[[], DecimalNumber], deeds: Sequence[Deed], values: Sequence[Any]) -> Any:
    number = make()
    for deed in deeds:
        deed(number)
    for value in values:
        number.set_value(value)
    return number


@settings(max_examples=60, deadline=None)
@given(STYLES, st.lists(st.sampled_from(list(DEEDS)), max_size=3), st.lists(VALUES, min_size=1))
def test_a_plain_number_is_the_same_in_every_attribute(style, names, values):
    deeds = [DEEDS[name] for name in names]

    def make() -> DecimalNumber:
        return DecimalNumber(values[-1], mob_class=MathTypst, **style)

    expected = shown(make, deeds, values)
    with shortcuts():
        found = shown(make, deeds, values)
    assert_same_mobject(found, expected, but=OWN)


def test_manim_sets_none_of_the_values_of_a_plain_number(left_to_manim):
    with shortcuts():
        for kind in (DecimalNumber, Integer):
            number = kind(-1234.5, mob_class=MathTypst).set_color(manim.RED).scale(2)
            for value in (2.25, -1000, np.float64(0.5)):
                number.set_value(value)
    assert not left_to_manim


class Loud(DecimalNumber):
    """A number that somebody has changed."""

    def set_fill(self, color: Any = None, opacity: Any = None, family: Any = True) -> Any:
        return super().set_fill(manim.RED if color is not None else None, opacity, family)


def with_a_turn_of_its_own() -> DecimalNumber:
    number = DecimalNumber(1.5, mob_class=MathTypst)
    number.move_to = lambda *_args, **_kwargs: number.shift(UP)
    return number


ODD: dict[str, tuple[Callable[[], DecimalNumber], Sequence[Any]]] = {
    "a complex value": (lambda: DecimalNumber(1, mob_class=MathTypst), [1 + 2j]),
    "no number at all": (lambda: DecimalNumber(1, mob_class=MathTypst), [np.nan, np.inf, 2.0]),
    "an array": (lambda: DecimalNumber(1, mob_class=MathTypst), [np.array(2.0)]),
    "a gradient": (lambda: plain().set_color([manim.RED, manim.BLUE]), [2.5]),
    "one sign in a gradient": (
        lambda: painted(lambda number: number[0].set_color([manim.RED, manim.BLUE])),
        [2.5],
    ),
    "a sheen": (lambda: plain().set_sheen(0.4, UP), [2.5]),
    "nothing to see": (lambda: plain().set_color(manim.BLACK).set_opacity(0), [2.5]),
    "one sign more": (lambda: painted(lambda number: number.add(manim.Square())), [2.5, 3.5]),
    "ground behind": (
        lambda: DecimalNumber(1.5, mob_class=MathTypst, include_background_rectangle=True),
        [2.5, -1.5],
    ),
    "a kind of somebody's own": (lambda: Loud(1.5, mob_class=MathTypst), [2.5]),
    "a way of its own": (with_a_turn_of_its_own, [2.5]),
}
"""How a number may be that is not plain, and what it is to show then."""


def plain() -> DecimalNumber:
    return DecimalNumber(1.5, mob_class=MathTypst)


def painted(deed: Deed) -> DecimalNumber:
    number = plain()
    deed(number)
    return number


@pytest.mark.parametrize("what", ODD)
def test_any_other_is_as_manim_sets_it(what):
    make, values = ODD[what]
    expected = shown(make, (), values)
    with shortcuts():
        found = shown(make, (), values)
    assert_same_mobject(found, expected, but=(*OWN, "move_to"))


def test_a_way_that_somebody_has_changed_is_gone(monkeypatch, left_to_manim):
    with shortcuts():
        number = plain()
        monkeypatch.setattr(manim.Mobject, "move_to", lambda mobject, *_args, **_kwargs: mobject)
        number.shift(3 * UP).set_value(2.5)
    assert left_to_manim == [2.5]
    assert number.get_center()[1] == pytest.approx(0, abs=0.01)


def test_the_signs_that_were_there_are_seen_no_more():
    with shortcuts():
        number = plain()
        before = number.family_members_with_points()
        number.set_value(2.5)
    assert before
    assert not any(sign.points.any() for sign in before)
    assert not set(before) & set(number.get_family())


def test_no_number_shares_anything_with_another():
    with shortcuts():
        one, other = plain(), plain()
        one.set_value(2.5)
        other.set_value(2.5)
        expected = other.copy()
        one.shift(RIGHT).set_color(manim.RED).set_opacity(0.2)
        one[0].sheen_direction[:] = 7
        one[0].updaters.append(None)
        assert_same_mobject(other, expected, but=OWN)


def test_numbers_of_other_sizes_have_signs_of_theirs():
    def make() -> list[DecimalNumber]:
        sizes = (48, 20, 48)
        made = [DecimalNumber(1.21, mob_class=MathTypst, font_size=size) for size in sizes]
        made[0][0].shift(RIGHT).set_color(manim.RED)
        return [number.set_value(2.11) for number in made]

    expected = make()
    with shortcuts():
        found = make()
    for one, another in zip(found, expected, strict=True):
        assert_same_mobject(one, another, but=OWN)


def test_a_sign_that_is_drawn_another_way_is_shown_so():
    with shortcuts():
        number = Integer(1, mob_class=MathTypst)
        digits = manim_numbers.string_to_mob_map
        digits["1"] = MathTypst("x").scale(2)
        found, number = number.set_value(1), Integer(1, mob_class=MathTypst)
        assert found.width == number.width
        del digits["1"]
        assert Integer(1, mob_class=MathTypst).width != number.width
