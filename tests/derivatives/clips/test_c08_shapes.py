"""Where the parts of clip 08 stand in frames of other shapes."""

import pytest

from lessons.derivatives.c08.numbers import compute
from scenes import theme
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column
from scenes.components.text.text import Words
from scenes.derivatives.c08_many_knobs.act1_slices import HEIGHTS
from scenes.derivatives.c08_many_knobs.props.arrow_places import PLACES
from scenes.derivatives.c08_many_knobs.props.knob_landscape import FIRST_TICKS, KnobLandscape
from scenes.derivatives.c08_many_knobs.props.shared_places import (
    lay_out_steps,
    picture_and_column,
    put,
)
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

    def test_a_split_table_has_all_rows_and_its_second_piece_stands_level_with_the_first(self):
        whole, split = SplitTable(COLUMNS, ROWS), SplitTable(COLUMNS, ROWS, 4)
        assert len(whole.rows) == len(split.rows) == len(ROWS)
        assert len(whole.pieces) == 1
        first, second = split.pieces
        assert second.get_left()[0] > first.get_right()[0]
        for one, other in zip(first.rows, second.rows, strict=True):
            assert other[0].baseline == pytest.approx(one[0].baseline)
        assert split.height < whole.height
