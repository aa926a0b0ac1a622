"""Where the parts of clip 07 stand in frames of other shapes."""

import itertools

import pytest

from lessons.derivatives.c07 import numbers as c07
from scenes import theme
from scenes.components.text.code import CodeCard
from scenes.derivatives.c07_downhill.props.code_notes import notes_of
from scenes.derivatives.c07_downhill.props.factor_plot import FactorPlot
from scenes.derivatives.c07_downhill.props.level_places import (
    LevelPlaces,
    cells,
    middle,
)
from scenes.layout import Region
from tests.scenes.shapes import NARROW, apart

NUMBERS = c07.compute()


def inside(part, whole):
    return (
        whole.left <= part.left
        and part.right <= whole.right
        and whole.bottom <= part.bottom
        and part.top <= whole.top
    )


@pytest.mark.parametrize("shape", NARROW)
class TestLevelPlaces:
    def places(self, shape):
        return LevelPlaces.lay(NARROW[shape])

    def test_no_panel_lies_on_another_or_leaves_the_readable_part(self, shape):
        places = self.places(shape)
        for group in (
            places.large,
            (*places.small, places.free),
            (*places.small[:3], places.saddle),
        ):
            assert all(inside(place, NARROW[shape].readable) for place in group)
            assert all(apart(a, b) for a, b in itertools.combinations(group, 2))

    def test_the_outline_of_four_panels_leaves_out_the_fifth_alone(self, shape):
        places = self.places(shape)
        xs, ys = zip(*((x, y) for x, y, _ in places.stationary()), strict=True)
        notch = places.stationary()[3]
        assert (min(xs), max(ys)) < (places.small[0].left, max(ys))
        assert notch[0] < places.small[4].left
        assert notch[0] > places.free.right
        assert notch[1] <= places.small[2].bottom
        assert notch[1] >= places.small[4].top

    def test_a_small_panel_keeps_its_shape_and_fits_its_cell(self, shape):
        places = self.places(shape)
        for place in places.small:
            assert places.factor * places.large[0].height <= place.height + 1e-6

    def test_the_notes_stand_below_the_code_and_do_not_meet(self, shape):
        layout, quadratic = NARROW[shape], NUMBERS.parabola
        card = CodeCard(quadratic.code, quadratic.printed, theme.CODE_SIZE)
        layout.readable.place(layout.readable.fit(card), 0.5, 1.0)
        notes = list(notes_of(card, "2 x - 4", "2", quadratic.sides, layout).values())
        assert all(layout.readable.holds(note) for note in notes)
        heights = [card.below()]
        for note in notes:
            assert note.get_top()[1] < heights[-1]
            heights.append(note.get_bottom()[1])


def test_cells_of_a_shorter_row_stand_in_the_middle():
    first, second, third = cells(Region(-2.0, 2.0, 0.0, 4.0), (2, 1), 0.2)
    assert first.width == pytest.approx(third.width)
    assert third.center[0] == pytest.approx(0.0)
    assert second.bottom - third.top == pytest.approx(0.4)


def test_the_middle_of_a_low_region_is_all_of_it():
    region = Region(0.0, 1.0, 0.0, 2.0)
    assert middle(region, 3.0) == region
    assert middle(region, 1.0) == Region(0.0, 1.0, 0.5, 1.5)


@pytest.mark.parametrize("width", [6.5, 9.0])
def test_no_number_of_a_dial_lies_on_an_axis_or_on_the_edge_of_the_safe_band(width):
    hill = NUMBERS.parabola
    plot = FactorPlot(
        hill.dial_span,
        hill.factor_span,
        hill.factor_line,
        hill.dials.tolist(),
        hill.dial_factors.tolist(),
        hill.dial_decimals,
        Region(0.0, width, 0.0, 5.0),
    )
    edge = plot.axes.map(0.0, -1.0)[1]
    for number in plot.settings:
        assert number.get_left()[0] > plot.axes.window.left
        assert not number.get_bottom()[1] < edge < number.get_top()[1]
