"""The five functions of clip 05c and what draws them; long: a case for each of its props."""

import numpy as np
import pytest
from manim import VGroup

from lessons.derivatives.c05c import numbers as c05c
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.derivatives.c05c_rules_five_functions.act6_card import CARD
from scenes.derivatives.c05c_rules_five_functions.props.base_family import BaseFamily
from scenes.derivatives.c05c_rules_five_functions.props.nudge_lens import NudgeLens
from scenes.derivatives.c05c_rules_five_functions.props.radian_step import RadianStep
from scenes.derivatives.c05c_rules_five_functions.props.shared_secants import SharedSecants
from scenes.derivatives.c05c_rules_five_functions.props.slope_bell import SlopeBell
from scenes.derivatives.c05c_rules_five_functions.props.slope_pair import SlopePair
from scenes.derivatives.c05c_rules_five_functions.props.turn_axes import TurnAxes
from scenes.derivatives.c05c_rules_five_functions.props.turn_slope import TurnSlope
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle
from scenes.derivatives.c05c_rules_five_functions.props.unit_square import (
    HeadroomRider,
    HeadroomSquare,
)
from scenes.layout import Region

PLANE = Region(-6.0, 0.0, -3.0, 3.0)
WINDOW = Region(-0.5, 6.4, -2.6, 3.6)
WIDE = Region(-3.0, 6.4, -3.2, 3.6)
REACH = 1.5


@pytest.fixture
def circle():
    axes = GraphAxes((-1.3, 1.3, 1), (-1.3, 1.3, 1), PLANE, equal=True)
    return UnitCircle(axes, c05c.compute().circle)


@pytest.fixture
def secants():
    numbers = c05c.compute()
    axes = GraphAxes((-3, 2, 1), (0, 3.1, 1), PLANE, equal=True)
    leaving = [
        lambda gap, base=base: numbers.leaving(base, gap) for base in (numbers.two, numbers.three)
    ]
    return SharedSecants(axes, leaving, 1.0, REACH)


class TestSharedSecants:
    @pytest.mark.parametrize("gap", [1.0, 0.1, 0.001])
    def test_every_line_goes_through_the_common_point_and_its_far_point(self, secants, gap):
        secants.put(gap)
        for line, ring in zip(secants.lines, secants.rings, strict=True):
            along = (line.end - line.start)[:2] / np.linalg.norm(line.end - line.start)
            for point in (secants.common, ring.get_center()):
                beside = (point - line.start)[:2]
                assert along[0] * beside[1] - along[1] * beside[0] == pytest.approx(0, abs=1e-6)

    @pytest.mark.parametrize("gap", [0.9, 0.1, 0.001])
    def test_a_line_is_never_shorter_than_its_reach_and_passes_its_ring(self, secants, gap):
        secants.put(gap)
        for line, ring in zip(secants.lines, secants.rings, strict=True):
            ahead = np.linalg.norm(line.end - secants.common)
            assert ahead >= REACH - 1e-9
            assert ahead > np.linalg.norm(ring.get_center() - secants.common)

    def test_the_run_is_as_long_as_the_gap(self, secants):
        secants.put(0.4)
        assert secants.run.get_length() == pytest.approx(0.4 * secants.axes.x_unit)


class TestBaseFamily:
    @pytest.fixture
    def axes(self):
        return GraphAxes((-1.95, 1.5, 0.5), (0, 3.1, 1), PLANE)

    @pytest.fixture
    def family(self, axes):
        return BaseFamily(axes, c05c.compute().family)

    def test_its_curves_meet_at_height_one_and_end_at_the_upper_edge(self, axes, family):
        for member, curve in zip(c05c.compute().family, family.curves, strict=True):
            assert member(0.0) == pytest.approx(1.0)
            assert curve.get_end()[1] == pytest.approx(axes.window.top, abs=1e-6)

    def test_it_lies_between_the_two_bases(self):
        numbers = c05c.compute()
        climbs = [numbers.two_slope, *(f.slope(0.0) for f in numbers.family), numbers.three_slope]
        assert climbs == sorted(climbs)

    def test_none_of_its_curves_is_the_one_that_is_looked_for(self):
        for member in c05c.compute().family:
            assert abs(member.slope(0.0) - 1.0) > 0.01

    def test_its_name_stands_above_the_window_over_the_ends(self, axes, family):
        ends = [curve.get_end()[0] for curve in family.curves]
        assert family.label.get_bottom()[1] > axes.window.top
        assert min(ends) < family.label.get_x() < max(ends)


class TestUnitCircle:
    def test_the_radius_ends_on_the_circle(self, circle):
        assert circle.radius.get_length() == pytest.approx(circle.circle.width / 2)

    def test_the_nudge_lies_along_the_tangent_and_is_as_long_as_the_turn(self, circle):
        along = circle.step.get_end() - circle.step.get_start()
        radius = circle.radius.get_end() - circle.radius.get_start()
        assert np.dot(along, radius) == pytest.approx(0, abs=1e-9)
        assert circle.step.get_length() == pytest.approx(
            c05c.compute().angle_nudge * circle.axes.x_unit
        )

    @pytest.mark.parametrize("theta", [0.0, np.pi / 2, 2.0, 5.5])
    def test_it_turns_to_any_angle_also_where_a_leg_vanishes(self, circle, theta):
        circle.put(c05c.compute().radian_nudge(theta))
        np.testing.assert_allclose(
            circle.dot.get_center(), circle.axes.map(np.cos(theta), np.sin(theta)), atol=1e-9
        )
        assert circle.width_leg.get_length() == pytest.approx(
            abs(np.cos(theta)) * circle.axes.x_unit, abs=1e-9
        )
        np.testing.assert_allclose(circle.lift.get_end(), circle.drift.get_start())

    def test_a_quarter_runs_from_the_one_axis_to_the_other(self, circle):
        quarter = UnitCircle(circle.axes, circle.nudge, quarter=True).circle
        np.testing.assert_allclose(quarter.get_start(), circle.axes.map(1, 0), atol=1e-9)
        np.testing.assert_allclose(quarter.get_end(), circle.axes.map(0, 1), atol=1e-9)

    def test_the_lift_is_cosine_of_the_nudge(self, circle):
        numbers = c05c.compute()
        lift = circle.lift.get_length() / circle.axes.x_unit
        assert lift == pytest.approx(np.cos(numbers.angle) * numbers.angle_nudge)

    def test_the_arc_of_one_radian_is_as_long_as_the_radius(self, circle):
        arc, *radii = circle.radian()
        assert arc.get_arc_length() == pytest.approx(circle.axes.x_unit, rel=1e-3)
        for radius in radii:
            assert radius.get_length() == pytest.approx(circle.axes.x_unit)


class TestNudgeLens:
    @pytest.fixture
    def lens(self, circle):
        return NudgeLens(circle, WINDOW)

    def test_it_begins_as_the_large_triangle_and_ends_on_the_magnified_one(self, lens):
        for leg, original in zip(lens.turned(0.0), lens.circle.large, strict=True):
            np.testing.assert_allclose(leg.points, original.points, atol=1e-9)
        width, height, radius = lens.turned(1.0)
        for leg, ends in (
            (width, (lens.lift.get_start(), lens.lift.get_end())),
            (height, (lens.drift.get_start(), lens.drift.get_end())),
            (radius, (lens.step.get_start(), lens.step.get_end())),
        ):
            np.testing.assert_allclose((leg.get_start(), leg.get_end()), ends, atol=1e-6)

    @pytest.mark.parametrize("share", [0.0, 0.3, 0.8, 1.0])
    def test_on_its_way_the_triangle_keeps_its_shape(self, lens, share):
        width, height, radius = lens.turned(share)
        numbers = c05c.compute()
        ratio = width.get_length() / radius.get_length()
        assert ratio == pytest.approx(numbers.cosine(numbers.angle))
        assert height.get_length() / radius.get_length() == pytest.approx(
            numbers.sine(numbers.angle)
        )

    def test_a_copy_of_the_upright_leg_ends_on_the_drift(self, lens):
        leg = lens.circle.height_leg.copy()
        lens.fit_leg(leg).interpolate_mobject(1.0)
        np.testing.assert_allclose(leg.get_start(), lens.drift.get_start(), atol=1e-6)
        np.testing.assert_allclose(leg.get_end(), lens.drift.get_end(), atol=1e-6)

    def test_the_magnified_triangle_has_the_shape_of_the_one_in_the_ring(self, lens):
        small, large = lens.circle.small, VGroup(lens.lift, lens.drift, lens.step)
        growth = lens.step.get_length() / lens.circle.step.get_length()
        for one, other in zip(small, large, strict=True):
            assert other.get_length() == pytest.approx(growth * one.get_length())
        assert lens.ring.width > np.hypot(small.width, small.height)

    def test_the_triangle_and_the_circle_stay_inside_the_window(self, lens):
        for part in (lens.arc, lens.lift, lens.drift, lens.step, lens.equal):
            assert WINDOW.holds(part)

    def test_the_point_lies_on_the_magnified_circle_and_the_nudge_touches_it(self, lens):
        center = lens.at(Point(0.0, 0.0))
        radius = lens.dot.get_center() - center
        assert np.linalg.norm(radius) == pytest.approx(lens.arc.radius)
        along = lens.step.get_end() - lens.step.get_start()
        assert np.dot(along, radius) == pytest.approx(0, abs=1e-6)

    def test_the_angle_of_the_large_triangle_is_marked_at_the_point(self, lens):
        assert lens.equal.angle == pytest.approx(c05c.compute().angle)
        along = lens.step.get_end() - lens.step.get_start()
        ends = lens.equal.get_end() - lens.dot.get_center()
        np.testing.assert_allclose(
            ends / np.linalg.norm(ends), along / np.linalg.norm(along), atol=1e-3
        )
        name = lens.inside(0.5)
        assert lens.step.get_end()[0] < name[0] < lens.dot.get_x()
        assert lens.below_step()[0] < lens.step.get_x()


class TestRadianStep:
    @pytest.fixture
    def step(self, circle):
        return RadianStep(circle.axes, c05c.compute().radian_nudge(0.0))

    @pytest.mark.parametrize("theta", [0.0, 0.7, np.pi / 2, 2.6, 5.5])
    def test_its_parts_are_minus_sine_and_cosine_and_it_is_as_long_as_the_radius(self, step, theta):
        step.put(c05c.compute().radian_nudge(theta))
        unit = step.axes.x_unit
        for part, way in (
            (step.sideways, (-np.sin(theta), 0.0)),
            (step.upright, (0.0, np.cos(theta))),
        ):
            along = (part.get_end() - part.get_start())[:2] / unit
            np.testing.assert_allclose(along, way, atol=1e-9)
        start, tip = step.arrow.ends
        assert np.linalg.norm(tip - start) == pytest.approx(unit)
        np.testing.assert_allclose(tip, step.upright.get_end(), atol=1e-9)


class TestTurnSlope:
    @pytest.fixture
    def slope(self):
        numbers = c05c.compute()
        return TurnSlope(TurnAxes(WIDE, numbers.degree_marks), numbers.cosine_tangent)

    @pytest.mark.parametrize("angle", [0.0, 0.7, 2.6, 5.5])
    def test_its_bar_is_as_long_as_the_slope_of_its_tangent(self, slope, angle):
        slope.put(angle)
        assert slope.bar.get_end() == pytest.approx(slope.axes.map(angle, -np.sin(angle)), abs=1e-9)
        assert slope.bar.get_start() == pytest.approx(slope.axes.map(angle, 0.0), abs=1e-9)
        contact = slope.axes.map(angle, np.cos(angle))
        assert slope.tangent.dot.get_center() == pytest.approx(contact)

    def test_its_trace_ends_at_the_dot_of_its_bar_and_stays(self, slope):
        assert not slope.trace.has_points()
        slope.draw(2.6)
        end = slope.trace.get_end()
        assert end == pytest.approx(slope.dot.get_center())
        slope.put(1.0)
        assert slope.trace.get_end() == pytest.approx(end)


class TestTurnAxes:
    @pytest.fixture
    def axes(self):
        return TurnAxes(WIDE, c05c.compute().degree_marks)

    def test_radians_and_degrees_name_the_same_turns_below_the_window(self, axes):
        for (turn, _), *names in zip(
            c05c.compute().degree_marks, axes.radians, axes.degrees, strict=True
        ):
            for name in names:
                assert name.get_x() == pytest.approx(axes.map(turn, 0.0)[0])
                assert name.get_top()[1] < axes.window.bottom

    def test_no_number_of_a_scale_is_smaller_than_a_tick(self, axes):
        assert min(name.inscription.size for name in axes.degrees) >= theme.TICK_SIZE

    def test_the_numbers_of_the_heights_stand_left_of_the_window(self, axes):
        for number, height in zip(axes.heights, (-1.0, 0.0, 1.0), strict=True):
            assert number.get_right()[0] < axes.window.left
            assert number.get_y() == pytest.approx(axes.map(0.0, height)[1])


class TestHeadroom:
    @pytest.fixture
    def square(self):
        axes = GraphAxes((-5, 5, 1), (-0.15, 1.15, 0.5), PLANE)
        return HeadroomSquare(axes, 1.0, c05c.compute().headroom, 0.5)

    @pytest.mark.parametrize("x", [-4.0, -1.0, 0.0, 2.0])
    def test_the_area_is_the_product_and_the_slope(self, square, x):
        square.put(x)
        share = square.area.width * square.area.height / square.side**2
        height, room, product = c05c.compute().headroom(x)
        assert height + room == pytest.approx(1.0)
        assert share == pytest.approx(product)
        assert share == pytest.approx(c05c.compute().sigmoid.slope(x))

    @pytest.mark.parametrize("x", [-3.0, 0.0, 3.0])
    def test_its_free_corner_lies_on_the_diagonal(self, square, x):
        square.put(x)
        corner = square.area.get_corner((1.0, 1.0, 0.0))
        across, up = (corner - square.pane.at(0, 0))[:2] / square.side
        assert across + up == pytest.approx(1.0)

    def test_in_the_middle_it_is_one_of_four_equal_parts(self, square):
        square.put(0.0)
        level, upright = square.quarters()
        top_right = square.area.get_corner((1.0, 1.0, 0.0))
        np.testing.assert_allclose(top_right, level.get_center(), atol=1e-9)
        np.testing.assert_allclose(top_right, upright.get_center(), atol=1e-9)

    @pytest.mark.parametrize("x", [-2.0, 0.0, 4.0])
    def test_both_bars_on_the_curve_fill_one_unit(self, square, x):
        axes = GraphAxes((-5, 5, 1), (-0.15, 1.15, 0.5), PLANE)
        rider = HeadroomRider(axes, c05c.compute().sigmoid_tangent(0.5), square)
        rider.put(c05c.compute().sigmoid_tangent(x))
        lengths = rider.height_bar.get_length() + rider.room_bar.get_length()
        assert lengths == pytest.approx(axes.y_unit)
        np.testing.assert_allclose(rider.height_bar.get_end(), rider.tangent.dot.get_center())


class TestSlopeBell:
    @pytest.fixture
    def bell(self):
        numbers = c05c.compute()
        axes = GraphAxes((-5, 5, 1), (-0.15, 1.15, 0.5), PLANE)
        square = HeadroomSquare(axes, 1.0, numbers.headroom, 0.0)
        return SlopeBell(HeadroomRider(axes, numbers.sigmoid_tangent(0.0), square), numbers, 0.0)

    @pytest.mark.parametrize("x", [-3.0, 0.0, 2.0])
    def test_its_bar_is_as_high_as_the_slope_of_the_tangent_that_rides_along(self, bell, x):
        bell.put(x)
        slope = bell.rider.tangent.tangent.slope
        assert bell.bar.get_length() == pytest.approx(slope * bell.rider.axes.y_unit)

    def test_its_trace_ends_at_the_bar_and_is_highest_in_the_middle(self, bell):
        bell.draw(-5.0, 5.0)
        assert bell.trace.get_end() == pytest.approx(bell.bar.get_end(), abs=1e-9)
        top = bell.rider.axes.map(0.0, c05c.compute().steepest)
        assert bell.trace.get_top()[1] == pytest.approx(top[1], abs=1e-2)


@pytest.mark.parametrize("x", [0.0, 0.7, 2.0])
def test_in_degrees_every_slope_of_the_cosine_is_smaller_by_the_same_factor(x):
    # The cosine is the sine a quarter of a turn, or 90 degrees, later.
    in_degrees = c05c.compute().sine_in_degrees.slope(np.degrees(x) + 90.0)
    assert float(c05c.compute().scaled_minus_sine.value(x)) == pytest.approx(in_degrees)


def test_a_radian_has_as_many_degrees_as_the_slopes_shrink_by():
    numbers = c05c.compute()
    assert numbers.radian_in_degrees == pytest.approx(np.degrees(1.0))
    assert numbers.radian_in_degrees * numbers.degree_factor == pytest.approx(1.0)


def test_over_a_run_of_one_each_tangent_of_the_exponential_climbs_by_its_height():
    numbers = c05c.compute()
    for tangent, triangle in zip(numbers.heights, numbers.unit_triangles, strict=True):
        assert triangle.run == pytest.approx(1.0)
        assert triangle.p.y == pytest.approx(0.0)
        assert triangle.rise == pytest.approx(tangent.point.y)


def test_the_line_that_is_looked_for_climbs_by_one_over_a_run_of_one():
    climb = c05c.compute().unit_climb
    assert (climb.p.x, climb.p.y) == pytest.approx((0.0, 1.0))
    assert (climb.run, climb.rise) == pytest.approx((1.0, 1.0))


CARD_PANES = (Region(-6.0, -2.5, -1.0, 0.0), Region(2.5, 6.0, -1.0, 0.0))


class TestSlopePair:
    @pytest.mark.parametrize("share", [0.2, 0.6, 1.0])
    @pytest.mark.parametrize("name", ["exp", "ln", "sin", "cos", "sigmoid"])
    def test_the_slopes_end_where_the_tangent_touches_and_both_stay_in_their_panes(
        self, name, share
    ):
        _, _, across, up = CARD[name]
        pair = SlopePair(c05c.compute().card[name], CARD_PANES, across, up).put(share)
        x = pair.tangent.tangent.point.x
        for axes, part in ((pair.left, pair.tangent.line), (pair.right, pair.slopes)):
            assert axes.window.holds(part, slack=1e-2)
        reached = across[0] + share * (across[1] - across[0])
        assert x == pytest.approx(np.clip(reached, *pair.rides))
        assert pair.slopes.get_right()[0] <= pair.right.map(reached, 0.0)[0] + 1e-6
