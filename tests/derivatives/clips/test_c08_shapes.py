"""Where the parts of clip 08 stand in frames of other shapes."""

import numpy as np
import pytest

from lessons.derivatives.c08.numbers import compute
from scenes import theme
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column
from scenes.components.text.text import Words
from scenes.derivatives.c08_many_knobs.act1_slices import HEIGHTS
from scenes.derivatives.c08_many_knobs.act3_arrow import ARROW_SCALE
from scenes.derivatives.c08_many_knobs.props.arrow_places import PLACES
from scenes.derivatives.c08_many_knobs.props.knob_landscape import FIRST_TICKS, KnobLandscape
from scenes.derivatives.c08_many_knobs.props.knob_map import knob_map
from scenes.derivatives.c08_many_knobs.props.rose_labels import RoseLabels
from scenes.derivatives.c08_many_knobs.props.shared_places import (
    knob_cells,
    lay_out_steps,
    picture_and_column,
    put,
)
from scenes.derivatives.c08_many_knobs.props.slope_rose import SlopeRose
from scenes.derivatives.c08_many_knobs.props.split_table import SplitTable
from scenes.layout import Region
from tests.scenes.shapes import LAYOUTS, NARROW, apart

NUMBERS = compute()
ROWS = [[step, NUMBERS.saddle_heights[step]] for step in NUMBERS.saddle_shown]
COLUMNS = [Column('upright("step")', theme.MUTED, 0), Column("J", theme.FUNC, 2)]


def box(thing):
    """Return the region that a mobject takes."""
    return Region(
        thing.get_left()[0], thing.get_right()[0], thing.get_bottom()[1], thing.get_top()[1]
    )


class TestRooms:
    def test_the_column_stands_beside_the_picture_of_a_wide_frame(self):
        picture, column = picture_and_column(LAYOUTS["wide"])
        assert picture.right < column.left

    @pytest.mark.parametrize("shape", NARROW)
    def test_it_stands_above_the_picture_of_a_narrow_one_and_above_the_captions(self, shape):
        layout = NARROW[shape]
        picture, column = picture_and_column(layout)
        assert picture.top < column.bottom
        assert layout.readable.bottom < column.bottom
        assert (column.width, picture.width) == (layout.stage.width, layout.stage.width)

    @pytest.mark.parametrize("shape", NARROW)
    def test_landscape_and_map_stay_in_their_picture(self, shape):
        picture, _ = picture_and_column(NARROW[shape])
        facing = ParameterPlane(FIRST_TICKS, HEIGHTS, picture, names=("w_1", "J"), equal=False)
        landscape = KnobLandscape(NUMBERS, picture, facing.axes)
        plane = landscape.plane()
        assert picture.holds(landscape.surface)
        assert picture.holds(plane, slack=theme.TICK)
        assert max(plane.width / picture.width, plane.height / picture.height) > 0.9

    @pytest.mark.parametrize("shape", NARROW)
    def test_what_is_put_into_the_column_stays_in_it(self, shape):
        _, column = picture_and_column(NARROW[shape])
        for places in PLACES.values():
            left, height = NARROW[shape].by_shape(*places)
            told = put(column, Words("as long as the column is wide"), left, height)
            assert column.holds(told)
            assert told.get_left()[0] == pytest.approx(column.at(left, 0.0)[0])

    def test_in_an_upright_frame_each_slope_has_a_row_of_its_own(self):
        layout = LAYOUTS["tall"]
        _, column = picture_and_column(layout)
        first, second, slope, other = knob_cells(layout, column)
        assert first.right <= second.left
        assert slope.width == other.width == pytest.approx(column.width)
        assert other.top <= slope.bottom + 1e-6


class TestUprightMap:
    def landscape(self):
        picture, _ = picture_and_column(LAYOUTS["tall"])
        facing = ParameterPlane(FIRST_TICKS, HEIGHTS, picture, names=("w_1", "J"), equal=False)
        return picture, KnobLandscape(NUMBERS, picture, facing.axes)

    def test_it_is_larger_than_one_of_the_whole_landscape(self):
        picture, landscape = self.landscape()
        whole, part = landscape.plane(), landscape.plane(upright=True)
        assert part.unit > 1.25 * whole.unit
        assert picture.holds(part, slack=theme.TICK)
        assert part.axes.spans[0][:2] == NUMBERS.upright_window[0]

    def test_points_and_paths_lie_in_its_window(self):
        (left, right), (low, high) = NUMBERS.upright_window
        tip = np.array(NUMBERS.at) + ARROW_SCALE * NUMBERS.gradient
        for u, v in (NUMBERS.at, tip, *NUMBERS.saddle_descent.points):
            assert left < u < right
            assert low < v < high
        (left, right), (low, high) = NUMBERS.upright_bowl_window
        for u, v in NUMBERS.bowl_descent.points:
            assert left < u < right
            assert low < v < high

    def test_no_height_is_written_where_the_gradient_is_drawn(self):
        _, landscape = self.landscape()
        plane = landscape.plane(upright=True)
        heights = knob_map(NUMBERS, plane, upright=True)
        assert len(heights.labels) == 3
        for label in heights.labels:
            assert np.linalg.norm(label.get_center() - plane.place((2.7, 1.8))) > plane.unit


@pytest.mark.parametrize("shape", NARROW)
def test_names_and_numbers_stand_clear_of_the_circles_of_a_narrow_map(shape):
    picture, _ = picture_and_column(NARROW[shape])
    facing = ParameterPlane(FIRST_TICKS, HEIGHTS, picture, names=("w_1", "J"), equal=False)
    plane = KnobLandscape(NUMBERS, picture, facing.axes).plane(upright=shape == "tall")
    rose = SlopeRose(plane, NUMBERS.at, NUMBERS.gradient, ARROW_SCALE)
    labels = RoseLabels(plane, rose, narrow=True)
    middle, radius = rose.beside_arrow(0.5, 0.0), NUMBERS.gradient_length * rose.unit / 2
    slopes = [labels.slope(knob, 7, degrees) for knob, degrees in enumerate((0.0, 90.0))]
    for slope in slopes:
        box_of = box(slope)
        nearest = np.clip(middle[:2], (box_of.left, box_of.bottom), (box_of.right, box_of.top))
        assert np.linalg.norm(nearest - middle[:2]) > radius
        assert plane.window.holds(slope)
    above = labels.uphill(), labels.length(NUMBERS.gradient_length, 2)
    assert all(box(label).bottom > plane.window.top for label in above)
    assert apart(box(above[0]), box(above[1]))
    downhill = labels.downhill()
    assert np.hypot(downhill.width, downhill.height) < 2 * radius


class TestSteps:
    @pytest.mark.parametrize("shape", NARROW)
    def test_step_size_table_and_question_stand_clear_of_each_other_in_the_column(self, shape):
        layout = NARROW[shape]
        _, column = picture_and_column(layout)
        alpha = Readout("alpha =", 0.1, decimals=1, size=theme.KEY_SIZE)
        table = SplitTable(COLUMNS, ROWS, 4)
        question = Words("done?", size=theme.CONCLUSION_SIZE)
        lay_out_steps(layout, column, alpha, table, question)
        parts = [alpha, table, question]
        assert all(column.holds(part) for part in parts)
        for place, one in enumerate(parts):
            assert all(apart(box(one), box(other)) for other in parts[place + 1 :])

    @pytest.mark.parametrize("shape", NARROW)
    def test_a_question_stands_below_a_table_that_leaves_room(self, shape):
        layout = NARROW[shape]
        _, column = picture_and_column(layout)
        alpha = Readout("alpha =", 0.1, decimals=1, size=theme.KEY_SIZE)
        table = SplitTable(COLUMNS, ROWS[:6], 3)
        question = Words("why so slowly?", size=theme.TABLE_SIZE)
        lay_out_steps(layout, column, alpha, table, question)
        assert column.holds(question)
        assert box(question).top < box(table).bottom - theme.GUTTER

    def test_a_split_table_has_all_rows_and_its_second_piece_stands_level_with_the_first(self):
        whole, split = SplitTable(COLUMNS, ROWS), SplitTable(COLUMNS, ROWS, 4)
        assert len(whole.rows) == len(split.rows) == len(ROWS)
        assert len(whole.pieces) == 1
        first, second = split.pieces
        assert second.get_left()[0] > first.get_right()[0]
        for one, other in zip(first.rows, second.rows, strict=True):
            assert other[0].baseline == pytest.approx(one[0].baseline)
        assert split.height < whole.height
