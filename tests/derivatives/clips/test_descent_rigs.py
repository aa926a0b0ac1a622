"""The rigs of descent in one variable: level panels, sign strips, steps, races, a safe interval."""

import itertools

import numpy as np
import pytest
from manim import DL, UR, Rectangle

from lessons.derivatives.c07 import numbers as c07
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.derivatives.c07_downhill.props.curve_path import CurvePath
from scenes.derivatives.c07_downhill.props.dial_panel import DialPanel
from scenes.derivatives.c07_downhill.props.distance_rows import DistanceRows
from scenes.derivatives.c07_downhill.props.docking import beside, dock, legible
from scenes.derivatives.c07_downhill.props.factor_plot import FactorPlot
from scenes.derivatives.c07_downhill.props.floor_bar import FloorBar
from scenes.derivatives.c07_downhill.props.framed_graph import framed_graph
from scenes.derivatives.c07_downhill.props.level_panel import LevelPanel
from scenes.derivatives.c07_downhill.props.sign_strip import SignStrip
from scenes.derivatives.c07_downhill.props.stepper import AxisArrow, Stepper, clipped
from scenes.derivatives.map.pictures import PICTURES
from scenes.derivatives.map.tiles import Tile
from scenes.layout import Region

NUMBERS = c07.compute()
REGION = Region(-6.0, 1.0, -3.0, 3.5)
AXES = GraphAxes(NUMBERS.path_x, NUMBERS.path_y, REGION, framed=True)


def panel(name):
    return LevelPanel(
        Region(-2.0, 2.0, -3.0, 3.5),
        sample(NUMBERS.panels[name], -1.4, 1.4),
        lambda x: NUMBERS.panel_tangent(name, x),
        -1.0,
        NUMBERS.panel_signs[name],
        NUMBERS.panel_points[name],
        1.4,
        "x^2",
        name,
    )


class TestSignStrip:
    def strip_of(self, name):
        axes = panel(name).axes
        return SignStrip(
            axes, NUMBERS.panel_signs[name], NUMBERS.panel_points[name], Region(-2, 2, -3, -2.5)
        )

    @pytest.mark.parametrize(("name", "bands"), [("minimum", 2), ("shelf", 3), ("corner", 2)])
    def test_there_is_a_band_for_each_stretch_and_none_leaves_the_window(self, name, bands):
        strip = self.strip_of(name)
        assert len(strip.bands) == bands
        window = strip.axes.window
        assert strip.bands.get_left()[0] == pytest.approx(window.left)
        assert strip.bands.get_right()[0] == pytest.approx(window.right)
        edges = [(band.get_left()[0], band.get_right()[0]) for band in strip.bands]
        assert all(before[1] < after[0] for before, after in itertools.pairwise(edges))

    def test_a_nought_stands_at_a_level_point_and_not_at_a_corner(self):
        assert len(self.strip_of("minimum").noughts) == 1
        assert len(self.strip_of("corner").noughts) == 0

    def test_only_what_lies_behind_the_walker_is_shown(self):
        strip = self.strip_of("minimum").show_until(-1.4)
        assert [band.get_fill_opacity() for band in strip.bands] == pytest.approx([0.0, 0.0])
        strip.show_until(0.0)
        assert strip.bands[0].get_fill_opacity() == pytest.approx(theme.VEIL)
        assert strip.bands[1].get_fill_opacity() == 0.0


class TestLevelPanel:
    def test_its_tangent_touches_the_curve(self):
        inflection = panel("inflection").move(0.5)
        touched = inflection.axes.map(0.5, NUMBERS.panels["inflection"](0.5))
        np.testing.assert_allclose(inflection.tangent.dot.get_center(), touched)

    def test_a_smaller_panel_stands_about_its_new_origin(self):
        small, goal = panel("shelf"), np.array([3.0, 1.0, 0.0])
        width = small.axes.window.width
        small.shrink(0.6, goal)
        np.testing.assert_allclose(small.origin, goal, atol=1e-9)
        assert small.axes.window.width == pytest.approx(0.6 * width)
        small.move(0.0)
        assert small.tangent.line.get_length() == pytest.approx(1.2 * theme.TANGENT_REACH)


class TestFloorBar:
    def test_the_bar_stands_on_the_level_and_ends_at_the_curve(self):
        rig = FloorBar(AXES, NUMBERS.square_at, 5.0)
        np.testing.assert_allclose(rig.bar.get_start(), AXES.map(5.0, 1.0))
        np.testing.assert_allclose(rig.bar.get_end(), AXES.map(5.0, 10.0))

    def test_where_the_square_is_nought_there_is_no_bar(self):
        rig = FloorBar(AXES, NUMBERS.square_at, 5.0).put(2.0)
        assert not rig.bar.has_points()
        assert rig.put(3.0).bar.has_points()


class TestStepper:
    def test_the_arrow_leads_from_the_input_to_where_the_step_lands(self):
        step = -0.1 * NUMBERS.tangent.slope
        stepper = Stepper(AXES, NUMBERS.tangent, step)
        level = AXES.crossing[1]
        np.testing.assert_allclose(stepper.arrow.shaft.get_start(), AXES.map(5.0, level))
        np.testing.assert_allclose(stepper.arrow.end, AXES.map(4.4, level))

    def test_a_step_of_no_length_has_no_arrow_and_a_long_one_ends_at_the_edge(self):
        arrow = AxisArrow(AXES).put(5.0, 0.0)
        assert not arrow.tip.has_points()
        arrow.put(5.0, -100.0)
        assert arrow.end[0] == pytest.approx(AXES.window.left)

    def test_a_way_out_of_the_window_is_cut_at_its_edge(self):
        (_, right, _), (_, top, _) = AXES.spans
        inside, beside = Point(2.0, 1.0), Point(2.0 + 2 * (right - 2.0), 1.0)
        assert clipped(AXES, inside, Point(3.0, 2.0)) == (3.0, 2.0)
        assert clipped(AXES, inside, beside) == pytest.approx((right, 1.0))
        assert clipped(AXES, inside, Point(2.0, 3 * top)) == pytest.approx((2.0, top))

    def test_a_leap_ends_on_the_curve_with_its_step_used_up(self):
        stepper = Stepper(AXES, NUMBERS.tangent, -0.6)
        leap = stepper.leap(Point(4.4, NUMBERS.f(4.4)))
        leap.begin()
        leap.interpolate(1.0)
        np.testing.assert_allclose(stepper.ball.get_center(), AXES.map(4.4, NUMBERS.f(4.4)))
        assert not stepper.arrow.tip.has_points()


class TestCurvePath:
    def path(self, dial):
        hill = NUMBERS.parabola
        axes = GraphAxes(hill.hill_x, hill.hill_y, REGION, framed=True)
        points = hill.dial_paths[dial].points
        return CurvePath(axes, points, NUMBERS.f(points))

    def test_every_stop_lies_on_the_curve(self):
        path = self.path(2)
        points = NUMBERS.parabola.dial_paths[2].points
        for stop, place in enumerate(path.places):
            expected = path.axes.map(points[stop], NUMBERS.f(points[stop]))
            np.testing.assert_allclose(place, expected)

    def test_between_two_stops_the_ball_is_on_the_chord(self):
        path = self.path(2).put(0.5)
        np.testing.assert_allclose(path.ball.get_center(), (path.places[0] + path.places[1]) / 2)

    def test_a_ball_that_flies_away_is_gone_at_the_edge(self):
        path = self.path(4)
        assert path.leaves
        path.put(100.0)
        assert path.ball.get_fill_opacity() == 0.0
        assert path.axes.window.inset(-1e-6).holds(path.trail)

    def test_the_others_stay(self):
        for dial in range(4):
            path = self.path(dial).put(8.0)
            assert not path.leaves
            assert path.ball.get_fill_opacity() == 1.0


class TestDistanceRows:
    def test_bars_are_as_long_as_the_distances_and_begin_on_one_line(self):
        rows = DistanceRows(NUMBERS.rows, NUMBERS.descent.points, NUMBERS.distances, REGION, 3)
        widths = np.array([bar.width for bar in rows.bars])
        np.testing.assert_allclose(widths[1:] / widths[:-1], 0.8)
        assert [bar.get_left()[0] for bar in rows.bars] == pytest.approx([rows.bar_edge] * 6)
        assert rows.bars.get_right()[0] == pytest.approx(REGION.right)

    def test_numbers_stand_on_their_points(self):
        rows = DistanceRows((0, 1, 2), (5.0, -12.25, 3.5), (), REGION, 2)
        assert len(rows.bars) == 0
        assert len({round(number.point_x, 6) for number in rows.numbers}) == 1

    def test_where_steps_are_left_out_dots_stand_between(self):
        rows = DistanceRows((0, 1, 50), (5.0, 4.0, 2.0), (3.0, 2.0, 0.0), REGION, 1)
        assert len(rows.dots) == 1
        low, high = rows.numbers[2].get_top()[1], rows.numbers[1].get_bottom()[1]
        assert low < rows.dots.get_center()[1] < high


class TestDialPanel:
    def lane(self, dial):
        hill = NUMBERS.parabola
        points = hill.dial_paths[dial].points
        return DialPanel(
            Region(-1.2, 1.2, -3.1, 3.6),
            sample(NUMBERS.f, *hill.hill_x[:2]),
            hill.hill_x,
            hill.hill_y,
            points,
            NUMBERS.f(points),
            hill.dial_distances[dial],
            5.25,
            float(hill.dials[dial]),
            (0.0, 1.1),
            1,
            float(hill.dial_factors[dial]),
            "word",
        )

    def test_bars_keep_the_factor_and_its_sign(self):
        lane = self.lane(2)
        base = lane.base.get_y()
        heights = np.array([bar.height * np.sign(bar.get_y() - base) for bar in lane.bars])
        np.testing.assert_allclose(heights[1:] / heights[:-1], -0.8)

    def test_a_distance_without_room_has_no_bar(self):
        assert len(self.lane(4).bars) == 4
        assert len(self.lane(3).bars) == 9

    def test_it_stays_in_its_lane(self):
        lane = self.lane(4).put(8.0)
        assert Region(-1.2, 1.2, -3.1, 3.6).inset(-1e-6).holds(lane)


class TestFactorPlot:
    def plot(self):
        hill = NUMBERS.parabola
        return FactorPlot(
            hill.dial_span,
            hill.factor_span,
            hill.factor_line,
            hill.dials.tolist(),
            hill.dial_factors.tolist(),
            1,
            REGION,
        )

    def test_every_dial_lies_on_the_line(self):
        plot = self.plot()
        start, end = plot.line.get_start(), plot.line.get_end()
        for dot in plot.dots:
            at = dot.get_center()
            share = (at[0] - start[0]) / (end[0] - start[0])
            assert at[1] == pytest.approx(start[1] + share * (end[1] - start[1]))

    def test_the_line_leaves_the_safe_band_at_the_limit(self):
        plot, limit = self.plot(), NUMBERS.parabola.contraction.limit
        edge = plot.axes.map(limit, -1.0)
        assert plot.safe.get_bottom()[1] == pytest.approx(edge[1])
        assert plot.alarm.get_top()[1] == pytest.approx(edge[1])
        np.testing.assert_allclose(plot.drop(limit).get_start(), edge)

    def test_only_a_dial_that_leads_away_has_the_colour_of_alarm(self):
        colors = [dot.get_fill_color().to_hex().upper() for dot in self.plot().dots]
        assert colors == [theme.ALPHA.upper()] * 4 + [theme.ALARM.upper()]


class TestFramedGraph:
    def test_each_axis_runs_along_the_edge_that_bears_its_numbers(self):
        axes, _ = framed_graph(NUMBERS.f, NUMBERS.path_x, NUMBERS.path_y, REGION)
        window = axes.window
        assert axes.x_axis.get_start()[1] == pytest.approx(window.bottom)
        assert axes.y_axis.get_start()[0] == pytest.approx(window.left)
        np.testing.assert_allclose(axes.map(-1.5, -1.0), window.at(0.0, 0.0), atol=1e-9)


class TestDock:
    @pytest.mark.parametrize("wanted", [(0.5, 0.9), (0.1, 0.1), (0.9, 0.5)])
    def test_a_label_touches_no_curve_wherever_it_is_wanted(self, wanted):
        axes, curve = framed_graph(NUMBERS.f, NUMBERS.path_x, NUMBERS.path_y, REGION)
        label = dock(Rectangle(width=1.2, height=0.4), axes.window, [curve], wanted)
        assert axes.window.holds(label)
        ends = label.get_corner(DL), label.get_corner(UR)
        inside = np.all(
            (curve.points[:, :2] > ends[0][:2]) & (curve.points[:, :2] < ends[1][:2]), 1
        )
        assert not inside.any()

    def test_a_free_place_that_is_wanted_is_taken(self):
        axes, curve = framed_graph(NUMBERS.f, NUMBERS.path_x, NUMBERS.path_y, REGION)
        label = dock(Rectangle(width=1.2, height=0.4), axes.window, [curve], (0.5, 0.85))
        np.testing.assert_allclose(label.get_center(), axes.window.at(0.5, 0.85))

    def test_what_captions_cover_is_not_legible(self):
        readable = Region(-6.4, 6.4, -2.0, 3.6)
        assert legible(REGION, readable).bottom == pytest.approx(-2.0 + theme.TICK)

    def test_a_label_beside_a_dot_is_near_it(self):
        dot = SolidDot(REGION.center)
        label = beside(Rectangle(width=1.0, height=0.4), dot, REGION, [dot])
        assert np.linalg.norm(label.get_center() - dot.get_center()) < 1.0


def test_the_tile_of_descent_holds_its_picture():
    tile = Tile(PICTURES["descent"](), 1.4, 0.9)
    assert tile.frame.width == pytest.approx(tile.width)
