"""The strip of area of clip 03 that is divided by its height."""

import numpy as np
import pytest
from manim import DOWN, ORIGIN, RIGHT, Rectangle

from scenes.derivatives.c03_closing_in.props.strip import BAR, FAINTEST, AreaStrip, lay_flat


@pytest.fixture
def strip():
    return AreaStrip(4.0, 1.0, ORIGIN)


def area(piece):
    return piece.width * piece.height


def test_what_is_added_to_2x_shrinks_and_fades_with_its_piece_and_is_still_read(strip):
    before = strip.width_name.height
    added = (strip.plus, strip.end_name)
    sizes = [name.width for name in added]
    strip.set_nudge(0.1)
    for name, size in zip(added, sizes, strict=True):
        assert name.width < size
        assert FAINTEST <= name.get_fill_opacity() < 1.0
    assert strip.width_name.height == pytest.approx(before)


@pytest.mark.parametrize("nudge", [1.0, 0.4, 0.1])
def test_divided_by_its_height_its_area_is_its_width(strip, nudge):
    strip.set_nudge(nudge)
    total = sum(area(piece) for piece in strip.pieces)
    assert strip.pieces.height == pytest.approx(nudge)
    assert total / nudge == pytest.approx(strip.pieces.width) == pytest.approx(2 * 4.0 + nudge)


@pytest.mark.parametrize("nudge", [1.0, 0.1])
def test_its_brackets_measure_height_and_width(strip, nudge):
    strip.set_nudge(nudge)
    assert strip.ruler.height == pytest.approx(nudge)
    assert strip.width_mark.width == pytest.approx(8.0)
    assert strip.end_width.width == pytest.approx(nudge)
    assert strip.width_name.get_x() == pytest.approx(strip.width_mark.get_x())


def test_divided_by_its_height_it_is_a_bar_of_the_same_length(strip):
    strip.divide(1.0)
    assert strip.pieces.width == pytest.approx(2 * 4.0 + 1.0)
    assert strip.pieces.height == pytest.approx(BAR)
    strip.set_nudge(0.1)
    assert strip.pieces.width == pytest.approx(2 * 4.0 + 0.1)
    assert strip.pieces.height == pytest.approx(BAR)


def test_its_last_h_shrinks_with_the_end_piece_but_can_be_read(strip):
    before = strip.end_name.height
    strip.set_nudge(0.1)
    assert before / 2 < strip.end_name.height < before


def test_its_names_grow_on_their_brackets_with_the_plus_between_them(strip):
    before, low = strip.width_name.height, strip.width_name.get_bottom()[1]
    strip.grow_names(2.0)
    assert strip.width_name.height == pytest.approx(2 * before)
    assert strip.width_name.get_bottom()[1] == pytest.approx(low)
    assert strip.width_name.get_x() < strip.plus.get_x() < strip.end_name.get_x()


def test_an_upright_piece_is_laid_flat_and_grows_to_its_goal():
    piece, goal = Rectangle(width=1.0, height=4.0), Rectangle(width=6.0, height=1.5)
    goal.shift(3 * DOWN + RIGHT)
    motion = lay_flat(piece, goal)
    motion.interpolate_mobject(1.0)
    assert (piece.width, piece.height) == pytest.approx((6.0, 1.5))
    np.testing.assert_allclose(piece.get_center(), goal.get_center(), atol=1e-9)
