"""The glyphs of a number stand where manim puts them, and no two numbers share any."""

from typing import Any

import manim
import numpy as np
import pytest
from manim import RIGHT, DecimalNumber, Integer, MathTypst, Square
from manim.mobject.text import numbers as manim_numbers

from pipeline.fastdraw.patches.install import patched_manim
from tests.pipeline.drawing.patches.numbers_shown import (
    OWN,
    PARTS_OF_FORMULAS,
    RAINBOW,
    make_all_glyphs,
    note_values,
    plain,
    shown,
)
from tests.pipeline.drawing.same import assert_same_mobject, shared_between


@pytest.fixture(scope="module", autouse=True)
def glyphs() -> None:
    make_all_glyphs()


@pytest.fixture
def left_to_manim(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    return note_values(monkeypatch)


class Wide(MathTypst):
    """A glyph that says that it is wider than it is."""

    def get_critical_point(self, direction: Any) -> Any:
        return super().get_critical_point(direction) + 0.3 * np.sign(direction)


class Twice(manim.VGroup):
    """A glyph with a part that occurs twice."""

    def __init__(self, string: str, **kwargs: Any) -> None:
        part = MathTypst(string)
        super().__init__(manim.VGroup(part), manim.VGroup(part, Square(0.1)), **kwargs)
        self.font_size = 48


class Coarse(manim.VMobject):
    """A glyph in single precision."""

    def __init__(self, _string: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.points, self.font_size = Square(0.3).points.astype(np.float32), 48


class Striped(manim.VMobject):
    """A glyph in two colours."""

    def __init__(self, _string: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.set_points(Square(0.3).points).set_color(RAINBOW)
        self.font_size = 48


class Growing(Square):
    """A glyph whose copies are larger than it."""

    def __init__(self, _string: str, **kwargs: Any) -> None:
        super().__init__(0.2, **kwargs)
        self.font_size = 48

    def copy(self) -> Any:
        return super().copy().scale(1.1)


class Nowhere(manim.VMobject):
    """A glyph that is nowhere."""

    def __init__(self, _string: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.points, self.font_size = np.full((4, 3), np.nan), 48


class Deep(manim.VMobject):
    """A plain glyph that stands in front of the others or behind them."""

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
        (Deep, True),
        (MathTypst, True),
        (manim.Typst, True),
    ],
)
def test_glyphs_of_any_kind_stand_where_manim_puts_them(kind, quick, left_to_manim, monkeypatch):
    values = (-7.25, 9123.5)

    def make() -> DecimalNumber:
        return DecimalNumber(-1.5, mob_class=kind)

    monkeypatch.setattr(manim_numbers, "string_to_mob_map", {})
    shown(make, (), values)  # each glyph for the first time
    expected = shown(make, (), values)
    with patched_manim():
        shown(make, (), values)
        left_to_manim.clear()
        found = shown(make, (), values)
    assert_same_mobject(found, expected, but=OWN)
    assert left_to_manim == ([] if quick else list(values))


def test_nothing_that_can_be_changed_is_shared():
    with patched_manim():
        one, other = plain(), plain()
        for number in (one, other):
            number.set_value(2.25)
            number.set_value(22.5)
        kept = [manim_numbers.string_to_mob_map.of(one, glyph).mobject for glyph in "2.50"]
    families = [member for number in (one, other, *kept) for member in number.get_family()]
    shared = shared_between(families)
    assert {name for names in shared for name in names} <= {"edge_to_fix", *PARTS_OF_FORMULAS}


def test_numbers_of_other_sizes_have_glyphs_of_their_own():
    def make() -> list[DecimalNumber]:
        sizes = (48, 20, 48)
        made = [DecimalNumber(1.21, mob_class=MathTypst, font_size=size) for size in sizes]
        made[0][0].shift(RIGHT).set_color(manim.RED)
        return [number.set_value(2.11) for number in made]

    expected = make()
    with patched_manim():
        found = make()
    for one, another in zip(found, expected, strict=True):
        assert_same_mobject(one, another, but=OWN)


def test_a_glyph_that_is_drawn_another_way_is_shown_so():
    with patched_manim():
        number = Integer(1, mob_class=MathTypst)
        digits = manim_numbers.string_to_mob_map
        digits["1"] = MathTypst("x").scale(2)
        found, number = number.set_value(1), Integer(1, mob_class=MathTypst)
        assert found.width == number.width
        del digits["1"]
        assert Integer(1, mob_class=MathTypst).width != number.width
