"""A fast copy of a mobject holds what a copy holds."""

import copy

import manim
import numpy as np
import pytest
from manim import RIGHT, Circle, Square

from pipeline.fastdraw.patches.copies import fast_copies


class TestCopies:
    @pytest.mark.parametrize(
        "make",
        [
            lambda: manim.MathTypst("x^2 + {{3/4 : part}}"),
            lambda: manim.VGroup(Square().set_color_by_gradient("#ff0000", "#00ff00"), Circle()),
            lambda: manim.Axes().add_updater(lambda axes: axes.shift(RIGHT)),
            lambda: Square().generate_target(),
            lambda: manim.ValueTracker(3.5),
        ],
    )
    def test_a_fast_copy_holds_what_a_copy_holds_and_nothing_of_it_is_the_originals(self, make):
        mobject = make()
        mobject.points = mobject.points.copy()
        slow = copy.deepcopy(mobject)
        with fast_copies():
            fast = copy.deepcopy(mobject)
        pairs = list(zip(slow.get_family(), fast.get_family(), strict=True))
        assert len(pairs) == len(mobject.get_family())
        for one, other in pairs:
            assert type(one) is type(other)
            assert vars(one).keys() == vars(other).keys()
            assert np.array_equal(one.points, other.points)
            assert len(one.submobjects) == len(other.submobjects)
            assert one.updaters == other.updaters
        owned = {id(part.points) for part in mobject.get_family()}
        assert not owned & {id(part.points) for part in fast.get_family()}
        fast.shift(3 * RIGHT)
        assert np.array_equal(mobject.points, slow.points)

    def test_what_a_mobject_refers_to_in_its_own_family_is_the_copys_family(self):
        formula = manim.VGroup(Square(), Circle())
        formula.first, formula.pair = formula[0], [formula[0], formula[1]]
        with fast_copies():
            twin = copy.deepcopy(formula)
        assert twin.first is twin[0]
        assert twin.pair == [twin[0], twin[1]]

    def test_tables_are_copied_with_all_that_is_in_them(self):
        square = manim.VGroup(Square())
        array, part = np.arange(3.0), square[0]
        square.table = {"part": part, part: "its name", "array": array, "more": {"array": array}}
        square.table["itself"] = square.also = square.table
        with fast_copies():
            twin = copy.deepcopy(square)
        table = twin.table
        assert table is twin.also
        assert table["itself"] is table is not square.table
        assert table["part"] is twin[0] is not part
        assert table[twin[0]] == "its name"
        assert part not in table
        assert table["array"] is table["more"]["array"] is not array
        assert np.array_equal(table["array"], array)

    def test_a_part_that_copies_itself_does(self):
        group = manim.VGroup(Square())
        group[0].__deepcopy__ = lambda _memo: Circle()
        with fast_copies():
            assert type(copy.deepcopy(group)[0]) is Circle

    def test_afterwards_manim_copies_as_ever(self):
        own = manim.Mobject.__deepcopy__
        with fast_copies():
            assert manim.Mobject.__deepcopy__ is not own
        assert manim.Mobject.__deepcopy__ is own
