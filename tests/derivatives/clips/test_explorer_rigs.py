"""The explorer's rigs: a dashboard, three meanings, a plot of decades, and places with room."""

import math

import numpy as np
import pytest
from manim import Circle, Line

from lessons.derivatives.c06 import numbers as c06
from mathcore.slopes.panel import Panel
from scenes import theme
from scenes.components.motion.placing import around, nearest, roomiest
from scenes.components.rigs.meaning import STATES, MeaningColumns
from scenes.components.text.numeral import Numeral
from scenes.components.text.text import Words
from scenes.derivatives.c06_the_explorer.props.dashboard import ROWS, Dashboard
from scenes.derivatives.c06_the_explorer.props.decades import DecadePlot
from scenes.layout import Region

REGION = Region(0.0, 5.0, -2.0, 2.0)
HERE = np.zeros(3)


class TestDashboard:
    def board(self, reading=None, rows=tuple(ROWS), **kwargs):
        return Dashboard(REGION, rows, (reading or c06.compute().panel,), **kwargs)

    def test_its_tiles_stand_in_the_asked_order_evenly_spaced(self):
        board = self.board(rows=("slope", "h", "error"))
        assert list(board.names) == ["slope", "h", "error"]
        steps = np.diff([tile.get_center()[1] for tile in board.tiles.values()])
        assert steps == pytest.approx([steps[0]] * 2)
        assert steps[0] < 0

    def test_every_number_stands_on_the_baseline_of_its_name_and_on_one_decimal_point(self):
        board = self.board()
        points = [number.point_x for number in board.numbers.values()]
        assert points == pytest.approx([points[0]] * 6)
        for name, number in board.numbers.items():
            assert number.baseline == pytest.approx(board.names[name].baseline)

    def test_a_number_has_as_many_decimals_as_it_needs(self):
        says = {row: number.inscription.says for row, number in self.board().numbers.items()}
        assert says == {
            "x0": "2",
            "value": "4",
            "slope": "4",
            "h": "1.5",
            "quotient": "5.5",
            "error": "1.5",
        }

    def test_it_reads_any_state_and_nothing_moves(self):
        board = self.board(decimals=2)
        point = board.numbers["quotient"].point_x
        board.put(c06.compute().panel_at(-1.5, -0.5))
        shown = {name: number.value for name, number in board.numbers.items()}
        assert shown == {
            "x0": -1.5,
            "value": 2.25,
            "slope": -3,
            "h": -0.5,
            "quotient": -3.5,
            "error": -0.5,
        }
        assert board.numbers["quotient"].point_x == pytest.approx(point)

    def test_a_slope_that_does_not_exist_is_told_by_a_word(self):
        board = self.board(Panel(0.0, 0.0, math.nan, 1.0, 1.0, math.nan, "undefined"))
        words = [name for name, number in board.numbers.items() if not isinstance(number, Numeral)]
        assert words == ["slope", "error"]
        assert {board.numbers[name].text for name in words} == {"none"}

    def test_long_numbers_are_drawn_smaller_and_stay_on_their_tiles(self):
        long = Panel(-123456.1234, 654321.4321, 0.1234, 1.0, 987654.1234, 0.5, "rising")
        board = self.board(long)
        for row, number in board.numbers.items():
            assert REGION.left < board.names[row].get_left()[0]
            assert board.names[row].get_right()[0] < number.get_left()[0]
            assert number.get_right()[0] < REGION.right

    def test_a_blank_tile_is_muted_until_it_is_lit(self):
        board = self.board()
        board.blank(("h",))
        assert board.names["h"][0].get_fill_color().to_hex() == theme.MUTED.upper()
        light = board.light("h")
        light.begin()
        light.finish()
        assert board.names["h"][0].get_fill_color().to_hex() == theme.RUN.upper()
        assert board.tiles["h"].get_stroke_color().to_hex() == theme.RUN.upper()


class TestMeaning:
    def heavy(self, columns):
        return [
            name
            for name, column in columns.columns.items()
            if column.frame.get_stroke_width() == theme.EXACT_STROKE
        ]

    @pytest.mark.parametrize("state", STATES)
    def test_the_column_in_force_has_the_heavy_border(self, state):
        assert self.heavy(MeaningColumns(REGION, state)) == [state]

    def test_without_a_slope_no_column_is_in_force(self):
        assert self.heavy(MeaningColumns(REGION, "rising").put("undefined")) == []

    def test_the_words_share_a_baseline_and_all_stays_in_its_region(self):
        columns = MeaningColumns(REGION, "level")
        assert len({round(c.word.baseline, 6) for c in columns.columns.values()}) == 1
        assert REGION.holds(columns)
        for column in columns.columns.values():
            assert REGION.holds(column.step)

    def test_the_ball_steps_against_the_slope(self):
        columns = MeaningColumns(REGION, "level").columns
        ways = {
            name: np.sign(round(c.step.get_center()[0] - c.ball.get_center()[0], 6))
            for name, c in columns.items()
        }
        assert ways == {"rising": -1, "level": 0, "falling": 1}


class TestDecades:
    def plot(self):
        return DecadePlot(REGION, [1.5, 0.1, 0.001], [1.5, 0.1, 0.001], ("h", "e"))

    def test_equal_factors_are_equal_steps(self):
        plot = self.plot()
        steps = [plot.at(10.0**k, 1.0)[0] for k in range(-3, 1)]
        assert np.diff(steps) == pytest.approx([steps[1] - steps[0]] * 3)

    def test_equal_scales_have_decades_of_one_length(self):
        plot = DecadePlot(REGION, [1.5, 0.001], [7.0, 0.001], ("h", "e"), equal=True)
        decade = plot.at(1.0, 1.0) - plot.at(0.1, 0.1)
        assert decade[0] == pytest.approx(decade[1])

    def test_a_power_is_a_straight_line(self):
        plot = self.plot()
        a, b, c = (plot.at(h, h) for h in (0.001, 0.03, 1.0))
        (x1, y1, _), (x2, y2, _) = b - a, c - a
        assert x1 * y2 == pytest.approx(x2 * y1)

    def test_everything_plotted_is_inside(self):
        plot = self.plot()
        assert REGION.holds(plot)
        for size in (1.5, 0.001):
            assert plot.axes.window.holds(plot.dot(size, size), slack=theme.DOT_RADIUS)

    def test_a_zero_has_no_place_and_is_left_out(self):
        assert len(self.plot().cloud([1.0, 0.1], [0.0, 0.1])) == 1

    def test_its_scale_is_no_number_of_the_lesson(self):
        assert all(number.inscription.scale for number in self.plot().numbers)


class TestPlacing:
    def test_the_place_farthest_from_everything_is_taken(self):
        label = Words("here")
        line = Line((-3, 1, 0), (3, 1, 0))
        roomiest(label, [(0, 1, 0), (0, 0.2, 0), (0, -1, 0)], [line], Region(-4, 4, -4, 4))
        assert label.get_center()[1] == pytest.approx(-1)

    def test_a_place_outside_is_taken_only_if_there_is_no_other(self):
        label, circle = Words("here"), Circle()
        inside = Region(-2, 2, -2, 2)
        assert roomiest(label, [(9, 0, 0), (1.2, 0, 0)], [circle], inside).get_x() < 2
        assert roomiest(label, [(9, 0, 0)], [circle], inside).get_x() == pytest.approx(9)

    def test_the_first_free_place_is_taken(self):
        label = Words("here")
        line = Line((-3, 1, 0), (3, 1, 0))
        places = [(0, 1, 0), (0, 0, 0), (0, -2, 0)]
        nearest(label, places, [line], Region(-4, 4, -4, 4), 0.1)
        assert label.get_center()[1] == pytest.approx(0)

    def test_where_no_place_is_free_the_roomiest_is_taken(self):
        label = Words("here")
        line = Line((-3, 0, 0), (3, 0, 0))
        nearest(label, [(0, 0, 0), (0, 0.1, 0)], [line], Region(-4, 4, -4, 4), 1.0)
        assert label.get_center()[1] == pytest.approx(0.1)

    def test_places_around_a_point_keep_their_gap_on_every_side(self):
        label = Words("here")
        for x, y, _ in around([HERE], label, 0.1):
            apart = max(abs(x) - label.width / 2, abs(y) - label.height / 2)
            assert apart >= 0.1 - 1e-9
