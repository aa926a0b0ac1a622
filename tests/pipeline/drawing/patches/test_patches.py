"""Each patch gives what manim gives, to the last bit, and leaves other cases to manim."""

from typing import Any

import manim
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import LEFT, RIGHT, Circle, Square
from manim.mobject.text import numbers as manim_numbers

from pipeline.fastdraw.patches.install import patched_manim

LINES = (
    manim.NumberLine([-3, 5, 1], length=7).rotate(0.4).shift(RIGHT / 3),
    manim.NumberLine([0, 2, 0.5], include_tip=True),
    manim.NumberLine([1, 4, 1], scaling=manim.LogBase()),
    manim.NumberLine([1, 4, 1], scaling=manim.LinearBase(2.5)),
    manim.Axes([-1, 4], [-2, 2], tips=False).y_axis,
)


def test_a_range_without_length_is_left_to_manim():
    axes = manim.Axes([0, 4], [0, 4], tips=False)
    for line in axes:
        line.x_range = np.array([2.0, 2.0, 1.0])
    with np.errstate(all="ignore"), patched_manim():
        assert not np.isfinite(axes.c2p(1, 2)).all()
        assert not np.isfinite(axes.x_axis.n2p(1)).all()


@given(
    st.sampled_from(LINES),
    st.one_of(st.integers(-9, 9), st.floats(-1e6, 1e6), st.lists(st.floats(-5, 5), min_size=1)),
)
def test_a_number_is_where_manim_puts_it(line, number):
    if isinstance(line.scaling, manim.LogBase):
        number = (np.abs(number) + 1).tolist()
    for value in (number, np.asarray(number), *np.atleast_1d(number)):
        expected = line.number_to_point(value)
        with patched_manim():
            found = line.number_to_point(value)
        assert np.array_equal(found, expected)
        assert found.dtype == expected.dtype


AXES = (
    manim.Axes([-1, 4, 1], [-2, 3, 1], tips=False).rotate(0.3).shift(RIGHT / 3),
    manim.Axes([2, 4], [-3, -1], tips=False),
    manim.Axes(),
    manim.Axes([1, 4], [1, 9], y_axis_config={"scaling": manim.LogBase()}, tips=False),
    manim.ThreeDAxes(tips=False).scale(0.7),
    manim.NumberPlane(),
)


@given(
    st.sampled_from(AXES),
    st.lists(st.one_of(st.integers(1, 9), st.floats(0.1, 1e6)), min_size=1, max_size=4),
)
def test_coordinates_are_where_manim_puts_them(axes, numbers):
    for coords in (numbers, [numbers], [np.array(numbers)], np.array([numbers, numbers]).T):
        expected = axes.coords_to_point(*coords)
        with patched_manim():
            found = axes.coords_to_point(*coords)
        assert np.array_equal(found, expected)
        assert found.dtype == expected.dtype


@pytest.mark.parametrize(
    "make",
    [
        lambda: manim.Line(LEFT, RIGHT, color=manim.RED, stroke_width=1.5),
        lambda: manim.Dot(color="#12345678").set_opacity(0.4),
        lambda: Square(fill_color=manim.BLUE, fill_opacity=1).set_color(manim.YELLOW),
        lambda: Square().set_fill(None).set_stroke(manim.RED, background=True, opacity=1),
        lambda: Square().set_color([manim.RED, manim.BLUE]).set_fill(manim.GREEN, 1),
        lambda: Square().set_sheen(0.4, manim.UP).set_color(manim.RED),
        lambda: Square(sheen_factor=-0.3, color=manim.RED, fill_opacity=0.5),
        lambda: manim.VGroup(Square(), Circle()).set_color(manim.HSV([0.2, 0.5, 0.7])),
        lambda: Square().become(Circle(color=manim.RED, fill_opacity=0.3)),
        lambda: Square().match_style(Circle(color=manim.RED, fill_opacity=0.3)),
        lambda: manim.VMobject().match_style(manim.VGroup().set_opacity(0)),
        lambda: Square().set_fill([manim.RED], [0.5]).set_stroke([None]),
        lambda: Square().set_color([manim.RED, manim.BLUE]).init_colors(),
        lambda: manim.VGroup(Square(), Circle()).set_stroke(manim.RED, 2, 0.5).init_colors(),
        lambda: manim.DashedLine(LEFT, RIGHT, color=manim.RED),
    ],
)
def test_a_mobject_has_the_colours_that_manim_gives_it(make):
    def looks() -> list[tuple[Any, ...]]:
        return [
            (one.fill_rgbas, one.stroke_rgbas, one.get_stroke_rgbas(background=True))
            for one in make().get_family()
        ]

    expected = looks()
    with patched_manim():
        found = looks()
    for one, other in zip(found, expected, strict=True):
        assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
        assert all(a.dtype == b.dtype for a, b in zip(one, other, strict=True))


def test_a_class_with_colours_of_its_own_keeps_its_ways():
    class Muted(Square):
        def get_stroke_colors(self, background=False):
            return [color.darker(0.5) for color in super().get_stroke_colors(background)]

    expected = Muted(color=manim.RED).stroke_rgbas
    with patched_manim():
        assert np.array_equal(Muted(color=manim.RED).stroke_rgbas, expected)
    assert not np.array_equal(Square(color=manim.RED).stroke_rgbas, expected)


def test_a_method_for_colours_that_was_replaced_is_called(monkeypatch):
    own = manim.VMobject.set_stroke

    def at_least_six(mobject: Any, color: Any = None, width: Any = None, *more: Any, **named: Any):
        return own(mobject, color, None if width is None else max(6, width), *more, **named)

    with patched_manim():
        assert Square().stroke_width == 4
        monkeypatch.setattr(manim.VMobject, "set_stroke", at_least_six)
        assert Square().stroke_width == 6


def test_two_mobjects_of_one_colour_do_not_share_it():
    with patched_manim():
        one, other = Square(color=manim.RED), Square(color=manim.RED)
        one.set_color(manim.BLUE)
    assert other.get_color() == manim.RED == manim.ManimColor("#FC6255")


def test_a_point_that_is_returned_belongs_to_no_mobject():
    line = manim.NumberLine([0, 1])
    before = line.points.copy()
    with patched_manim():
        for end in (0, 1):
            line.number_to_point(end)[:] = 7
    assert np.array_equal(line.points, before)


@pytest.mark.parametrize(
    "mobject",
    [
        Square(),
        manim.VGroup(),
        manim.Mobject(),
        manim.VGroup(Square(), manim.VGroup(Circle().shift(RIGHT), manim.VMobject())),
        manim.VMobject().start_new_path(RIGHT),
        manim.Group(Square(), manim.PointCloudDot()),
        manim.Axes(),
        manim.Surface(lambda u, v: [u, v, u * v], resolution=3),
        manim.ValueTracker(2),
    ],
    ids=lambda mobject: type(mobject).__name__,
)
def test_a_mobject_ends_where_manim_says(mobject):
    ways = [manim.UL, manim.ORIGIN, manim.DOWN, manim.OUT, [1, 0, -1], np.array([-0.5, 0, 2])]
    expected = [mobject.get_critical_point(way) for way in ways]
    boundary = mobject.get_points_defining_boundary()
    sizes = [mobject.length_over_dim(dim) for dim in range(3)]
    with patched_manim():
        found = [mobject.get_critical_point(way) for way in ways]
        quick = mobject.get_points_defining_boundary()
        quick_sizes = [mobject.length_over_dim(dim) for dim in range(3)]
    assert np.array_equal(found, expected)
    assert np.array_equal(quick, boundary)
    assert quick_sizes == sizes


NUMBERS = st.one_of(st.floats(-3, 3), st.sampled_from([np.nan, np.inf, -np.inf, 0.0, 1e6]))


@given(
    st.lists(NUMBERS, min_size=3, max_size=3),
    st.lists(st.sampled_from([0.0, 1e-7, -1e-6, 1e-5, 2e-5, 1.0]), min_size=3, max_size=3),
)
def test_two_points_are_one_where_manim_says_so(place, offset):
    mobject, one = manim.VMobject(), np.array(place)
    for other in (one + offset, one * (1 + np.array(offset)), (one + offset).tolist()):
        with np.errstate(invalid="ignore"):
            expected = mobject.consider_points_equals(one, other)
        with patched_manim(), np.errstate(invalid="ignore"):
            assert mobject.consider_points_equals(one, other) is expected


def test_afterwards_manim_takes_its_own_way():
    own = manim.NumberLine.number_to_point, manim.Mobject.get_critical_point
    digits = manim_numbers.string_to_mob_map
    with patched_manim():
        assert manim.NumberLine.number_to_point is not own[0]
        assert manim_numbers.string_to_mob_map is not digits
    assert (manim.NumberLine.number_to_point, manim.Mobject.get_critical_point) == own
    assert manim_numbers.string_to_mob_map is digits
