"""Where the parts of clip 03 stand in frames of every shape."""

import itertools

import numpy as np
import pytest

from lessons.derivatives.c03 import numbers as c03
from scenes.components.graph.axes import GraphAxes
from scenes.components.rigs.square import GrowingSquare
from scenes.derivatives.c03_closing_in.props.algebra_places import AlgebraPlaces
from scenes.derivatives.c03_closing_in.props.approach_places import (
    GLASS_RADII,
    WINDOW,
    ApproachPlaces,
)
from scenes.derivatives.c03_closing_in.props.contact_places import ContactPlaces
from scenes.derivatives.c03_closing_in.props.squeeze import SqueezeTable
from scenes.derivatives.c03_closing_in.props.stacked_ladder import StackedLadder
from scenes.derivatives.c03_closing_in.props.strip import AreaStrip
from tests.scenes.shapes import LAYOUTS, NARROW, apart

NUMBERS = c03.compute()
SHAPES = sorted(LAYOUTS)
SLACK = 1e-6


def inside(part, whole):
    return (
        whole.left <= part.left + SLACK
        and part.right <= whole.right + SLACK
        and whole.bottom <= part.bottom + SLACK
        and part.top <= whole.top + SLACK
    )


@pytest.mark.parametrize("shape", SHAPES)
class TestApproach:
    def places(self, shape):
        return ApproachPlaces.lay(LAYOUTS[shape])

    def test_plates_plots_and_table_can_be_read_and_do_not_meet(self, shape):
        places = self.places(shape)
        for regions in (
            (places.head, places.plot),
            (places.small_plot, places.table),
        ):
            there = [region for region in regions if region]
            assert all(inside(region, LAYOUTS[shape].readable) for region in there)
            assert all(apart(a, b, SLACK) for a, b in itertools.combinations(there, 2))

    def test_only_a_wide_plot_has_its_plate_inside(self, shape):
        places = self.places(shape)
        assert (places.head is None) == (shape == "wide")

    def test_the_table_with_its_arrows_stays_in_the_frame(self, shape):
        places = self.places(shape)
        table = SqueezeTable(
            NUMBERS.right_points,
            NUMBERS.left_points,
            NUMBERS.limit,
            places.table,
            heads=("h", 'upright("slope")'),
            columns=places.columns,
            sides=places.sides,
        )
        assert LAYOUTS[shape].readable.holds(table)
        assert LAYOUTS[shape].safe.holds(table.arrows)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_glass_beside_the_table_meets_neither_axis_nor_curve(shape):
    places, layout = ApproachPlaces.lay(LAYOUTS[shape]), LAYOUTS[shape]
    axes = GraphAxes(*WINDOW, places.small_plot, framed=True)
    radius = layout.by_shape(*GLASS_RADII)[1]
    center = axes.map(*places.small_glass)
    assert center[0] - radius > axes.map(0.0, 0.0)[0] + 0.1
    xs = np.linspace(0.0, 3.3, 200)
    curve = axes.map_all(xs, NUMBERS.parabola.value(xs))
    assert np.linalg.norm(curve - center, axis=1).min() > radius + 0.1


@pytest.mark.parametrize("shape", SHAPES)
class TestAlgebra:
    def places(self, shape):
        return AlgebraPlaces.lay(LAYOUTS[shape])

    def test_the_square_and_its_braces_can_be_read(self, shape):
        places = self.places(shape)
        square = GrowingSquare(places.side, places.nudge, places.corner)
        for part in (square, square.brace_left("x", "h")):
            assert LAYOUTS[shape].readable.holds(part, slack=0.05)

    def test_a_narrow_frame_has_the_formula_above_the_square(self, shape):
        places = self.places(shape)
        top = places.corner[1] + places.whole
        assert (places.first_line[1] > top) == (shape in NARROW)

    def test_the_strip_and_what_it_is_divided_by_stay_in_the_frame(self, shape):
        places = self.places(shape)
        growth = places.strip_growth
        strip = AreaStrip(places.side * growth, places.nudge * growth, places.strip_start)
        strip.add(strip.divisor)
        assert LAYOUTS[shape].safe.holds(strip)
        strip.widths.scale(places.width_growth)
        assert LAYOUTS[shape].safe.holds(strip.widths, slack=0.02)

    def test_the_grown_names_of_the_lengths_do_not_meet(self, shape):
        places = self.places(shape)
        growth = places.strip_growth
        strip = AreaStrip(places.side * growth, places.nudge * growth, places.strip_start)
        strip.grow_names(places.name_growth)
        assert strip.width_name.get_right()[0] < strip.plus.get_left()[0]
        assert strip.plus.get_right()[0] < strip.end_name.get_left()[0]


class TestStackedLadder:
    REGION = LAYOUTS["tall"].readable.inset(0.09)

    @pytest.fixture
    def ladder(self):
        ladder = StackedLadder(self.REGION, NUMBERS, "5em")
        ladder.windows[0].lay(1.0)
        return ladder

    def test_windows_stand_below_each_other_with_their_numbers_beside_them(self, ladder):
        for upper, lower in itertools.pairwise(ladder.windows):
            assert upper.place.bottom > lower.place.top
        for window, width, miss in zip(ladder.windows, ladder.widths, ladder.misses, strict=True):
            assert self.REGION.holds(miss)
            assert window.place.right < width.get_left()[0]
            assert width.get_right()[0] < miss.get_left()[0]
            assert width.get_y() == pytest.approx(window.place.center[1])

    def test_the_names_of_curve_and_tangent_stand_in_the_first_window(self, ladder):
        first = ladder.windows[0]
        for name in ladder.graph_names():
            assert first.place.holds(name)

    def test_what_is_divided_by_stands_between_two_rows_inside_the_region(self, ladder):
        for place in (1, 2):
            step, (before, after) = ladder.step(place), ladder.misses[place - 1 : place + 1]
            assert self.REGION.holds(step, slack=0.09)
            assert step.get_top()[1] < before.get_bottom()[1]
            assert step.get_bottom()[1] > after.get_top()[1]
            assert step.get_left()[0] > ladder.widths[place].get_right()[0]

    def test_the_columns_are_named_above_the_first_numbers_clear_of_the_drawn_miss(self, ladder):
        miss = ladder.windows[0].miss()
        for head, numbers in zip(ladder.heads, (ladder.widths, ladder.misses), strict=True):
            assert head.get_x() == pytest.approx(numbers[0].get_x())
            assert head.get_bottom()[1] > miss.get_top()[1]


@pytest.mark.parametrize("shape", SHAPES)
class TestContact:
    def places(self, shape):
        return ContactPlaces.lay(LAYOUTS[shape])

    def test_plots_and_what_is_said_of_them_can_be_read_and_do_not_meet(self, shape):
        places, readable = self.places(shape), LAYOUTS[shape].readable
        assert all(inside(region, readable) for region in (places.close_up, places.plot))
        if places.head:
            assert apart(places.head, places.plot, SLACK)
