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

from pipeline.fastdraw.patches import numbers
from pipeline.fastdraw.patches.shortcuts import shortcuts
from tests.pipeline.same import assert_same_mobject, shared_between

UNIT = "km"
PARTS_OF_FORMULAS = ("_baseline_tracked_submobjects", "_stroke_width_tracked_submobjects")
OWN = (
    *PARTS_OF_FORMULAS,
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
    DecimalNumber(-1234567.89, mob_class=MathTypst, include_sign=True)
    DecimalNumber(0, mob_class=MathTypst, include_sign=True)


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


def plain() -> DecimalNumber:
    return DecimalNumber(1.5, mob_class=MathTypst)


def but(deed: Deed) -> Callable[[], DecimalNumber]:
    def make() -> DecimalNumber:
        number = plain()
        deed(number)
        return number

    return make


def having(**values: Any) -> Callable[[], DecimalNumber]:
    return but(lambda number: vars(number).update(values))


NO_DIRECTION = "no direction of its sheen"
RAINBOW = [manim.RED, manim.BLUE]
ODD: dict[str, tuple[Callable[[], DecimalNumber], Sequence[Any]]] = {
    "a complex value": (plain, [1 + 2j]),
    "no value": (plain, [np.array(2.0)]),
    "a gradient": (but(lambda number: number.set_color(RAINBOW)), [2.5]),
    "one sign in a gradient": (but(lambda number: number[0].set_color(RAINBOW)), [2.5]),
    "a sheen": (but(lambda number: number.set_sheen(0.4, UP)), [2.5]),
    "one sign with a sheen": (but(lambda number: number[0].set_sheen(0.4, UP)), [2.5]),
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
    "a kind of somebody's own": (lambda: Loud(1.5, mob_class=MathTypst), [2.5]),
    "a way of its own": (having(move_to=lambda *_args, **_kwargs: None), [2.5]),
}
"""How a number may be that is not plain, and what it is to show then."""


@pytest.mark.parametrize("what", ODD)
def test_any_other_is_left_to_manim(what, left_to_manim):
    make, values = ODD[what]
    expected = outcome(make, values)
    with shortcuts():
        outcome(make, values)  # each sign for the first time
        left_to_manim.clear()
        found = outcome(make, values)
    # Of the first value: the second may find a number as plain as any.
    assert left_to_manim[0] is values[0]
    if isinstance(expected, Exception):
        assert (type(found), str(found)) == (type(expected), str(expected))
    else:
        # Without a direction, signs keep that of the formula, which manim makes now so, now so.
        own = ("sheen_direction",) if what == NO_DIRECTION else ("move_to", "unit_sign")
        assert_same_mobject(found, expected, but=(*OWN, *own))


def outcome(make: Callable[[], DecimalNumber], values: Sequence[Any]) -> Any:
    # What is said beside a number would be set in LaTeX, but for what is there already.
    for name in (UNIT, "\\dots"):
        manim_numbers.string_to_mob_map.setdefault(name, MathTypst("k"))
    try:
        with np.errstate(all="ignore"):
            return shown(make, (), values)
    except (TypeError, ValueError, AttributeError) as error:
        return error


class Wide(MathTypst):
    """A sign that says that it is wider than it is."""

    def get_critical_point(self, direction: Any) -> Any:
        return super().get_critical_point(direction) + 0.3 * np.sign(direction)


class Twice(manim.VGroup):
    """A sign with a part that occurs twice."""

    def __init__(self, string: str, **kwargs: Any) -> None:
        part = MathTypst(string)
        super().__init__(manim.VGroup(part), manim.VGroup(part, Square(0.1)), **kwargs)
        self.font_size = 48


class Coarse(manim.VMobject):
    """A sign in single precision."""

    def __init__(self, _string: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.points, self.font_size = Square(0.3).points.astype(np.float32), 48


class Striped(manim.VMobject):
    """A sign in two colours."""

    def __init__(self, _string: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.set_points(Square(0.3).points).set_color(RAINBOW)
        self.font_size = 48


class Growing(Square):
    """A sign whose copies are larger than it."""

    def __init__(self, _string: str, **kwargs: Any) -> None:
        super().__init__(0.2, **kwargs)
        self.font_size = 48

    def copy(self) -> Any:
        return super().copy().scale(1.1)


class Nowhere(manim.VMobject):
    """A sign that is nowhere."""

    def __init__(self, _string: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.points, self.font_size = np.full((4, 3), np.nan), 48


class Solid(manim.VMobject):
    """A sign that anybody may move, in front of the others or behind them."""

    def __init__(self, string: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.set_points(Square(0.3).shift([0, 0, ord(string) / 99]).points).set_fill(opacity=1)
        self.font_size = 48


@pytest.mark.parametrize(
    ("kind", "quick"),
    [
        (Wide, False),
        (Twice, False),
        (Coarse, False),
        (Striped, False),
        (Growing, False),
        (Nowhere, False),
        (Solid, True),
        (MathTypst, True),
        (manim.Typst, True),
    ],
)
def test_signs_of_any_kind_stand_where_manim_puts_them(kind, quick, left_to_manim, monkeypatch):
    values = (-7.25, 9123.5)

    def make() -> DecimalNumber:
        return DecimalNumber(-1.5, mob_class=kind)

    monkeypatch.setattr(manim_numbers, "string_to_mob_map", {})
    shown(make, (), values)  # each sign for the first time
    expected = shown(make, (), values)
    with shortcuts():
        shown(make, (), values)
        left_to_manim.clear()
        found = shown(make, (), values)
    assert_same_mobject(found, expected, but=OWN)
    assert left_to_manim == ([] if quick else list(values))


def test_values_are_given_by_name_too():
    with shortcuts():
        assert plain().set_value(number=3).get_value() == 3


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


def test_nothing_that_can_be_changed_is_shared():
    with shortcuts():
        one, other = plain(), plain()
        for number in (one, other):
            number.set_value(2.25)
            number.set_value(22.5)
        kept = [manim_numbers.string_to_mob_map.of(one, sign).mobject for sign in "2.50"]
    families = [member for number in (one, other, *kept) for member in number.get_family()]
    shared = shared_between(families)
    assert {name for names in shared for name in names} <= {"edge_to_fix", *PARTS_OF_FORMULAS}


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
