"""Regions of a frame: parts stand beside each other in a wide one, below in an upright one."""

import pytest

from pipeline.engine.plan.profiles import SHAPES
from tests.scenes.shapes import LAYOUTS


def test_only_a_frame_that_is_higher_than_wide_is_upright():
    assert [LAYOUTS[shape].upright for shape in ("wide", "tall", "square")] == [False, True, False]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_parts_of_a_region_share_one_of_its_sides_and_keep_their_gap(shape):
    layout = LAYOUTS[shape]
    first, second = layout.beside(layout.stage, 3, 1, gap=0.5)
    if layout.upright:
        assert first.bottom - second.top == pytest.approx(0.5)
        assert first.height == pytest.approx(3 * second.height)
        assert first.width == second.width == layout.stage.width
    else:
        assert second.left - first.right == pytest.approx(0.5)
        assert first.width == pytest.approx(3 * second.width)
        assert first.height == second.height == layout.stage.height


@pytest.mark.parametrize("shape", SHAPES)
def test_what_must_be_read_stays_above_the_captions(shape):
    layout = LAYOUTS[shape]
    height = layout.safe.height / 0.9
    assert layout.readable.bottom == pytest.approx(-height / 2 + height / 6)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_formula_stands_above_the_plot_of_a_narrow_frame_and_in_that_of_a_wide_one(shape):
    layout = LAYOUTS[shape]
    head, plot = layout.headed()
    if shape == "wide":
        assert head is None
        assert plot == layout.stage
    else:
        assert head.bottom == pytest.approx(plot.top)
        assert (head.top, plot.bottom) == pytest.approx((layout.stage.top, layout.stage.bottom))


def test_only_an_upright_split_takes_another_share():
    for shape in ("wide", "square"):
        assert LAYOUTS[shape].split_at(0.5) == LAYOUTS[shape].split
    first, second = LAYOUTS["tall"].split_at(0.5)
    assert first.height == pytest.approx(second.height)


def test_each_shape_has_its_own_choice():
    chosen = [LAYOUTS[shape].by_shape("w", "s", "u") for shape in ("wide", "square", "tall")]
    assert chosen == ["w", "s", "u"]


@pytest.mark.parametrize("shape", SHAPES)
def test_above_the_captions_a_region_keeps_its_other_edges(shape):
    layout = LAYOUTS[shape]
    clear = layout.above_captions(layout.stage)
    assert clear.bottom == layout.readable.bottom
    assert (clear.left, clear.right, clear.top) == (
        layout.stage.left,
        layout.stage.right,
        layout.stage.top,
    )
    assert layout.above_captions(clear) == clear


@pytest.mark.parametrize("shape", SHAPES)
def test_the_scale_of_a_plot_has_as_much_room_in_every_shape(shape):
    layout = LAYOUTS[shape]
    assert layout.full.bottom - layout.stage.bottom == pytest.approx(0.3)
