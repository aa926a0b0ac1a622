import numpy as np
import pytest

from lessons.derivatives.c05c import numbers as c05c
from scenes.components.graph.axes import GraphAxes
from scenes.components.text.numeral import spell
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import Headroom, UnitCircle
from scenes.layout import Region

PLANE = Region(-6.0, 0.0, -3.0, 3.0)


@pytest.fixture
def circle():
    axes = GraphAxes((-1.3, 1.3, 1), (-1.3, 1.3, 1), PLANE, equal=True)
    return UnitCircle(axes, c05c.compute().circle)


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

    def test_the_small_triangle_is_the_large_one_turned_and_shrunk(self, circle):
        twin = circle.similar()
        np.testing.assert_allclose(
            twin[-1].get_end(), circle.step.get_end(), atol=1e-6
        )  # the radius has become the step
        ratio = circle.lift.get_length() / circle.width_leg.get_length()
        assert circle.drift.get_length() / circle.height_leg.get_length() == pytest.approx(ratio)

    @pytest.mark.parametrize("theta", [0.0, np.pi / 2, 2.0, 5.5])
    def test_it_turns_to_any_angle_also_where_a_leg_vanishes(self, circle, theta):
        circle.put(c05c.compute().turned(theta))
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


class TestHeadroom:
    @pytest.mark.parametrize("x", [-4.0, -1.0, 0.0, 2.0])
    def test_height_and_headroom_fill_one_unit_and_the_slope_is_their_product(self, x):
        axes = GraphAxes((-5, 5, 1), (-0.15, 1.15, 0.5), PLANE)
        bars = Headroom(axes, np.array([1.0, 0.0, 0.0]), c05c.compute().headroom, 0.5).put(x)
        height, room, slope = (
            bar.get_length() / axes.y_unit
            for bar in (bars.height_bar, bars.room_bar, bars.slope_bar)
        )
        assert height + room == pytest.approx(1.0)
        assert slope == pytest.approx(height * room)
        assert slope == pytest.approx(c05c.compute().sigmoid.slope(x))


@pytest.mark.parametrize("x", [0.0, 0.7, 2.0])
def test_in_degrees_every_slope_of_the_cosine_is_smaller_by_the_same_factor(x):
    # The cosine is the sine a quarter of a turn, or 90 degrees, later.
    in_degrees = c05c.compute().sine_in_degrees.slope(np.degrees(x) + 90.0)
    assert c05c.compute().degree_slope_tangent(x).slope == pytest.approx(in_degrees)


def test_the_point_marked_in_degrees_is_the_highest_of_the_slopes():
    marked = c05c.compute().steepest_in_degrees
    slopes = [c05c.compute().degree_slope_tangent(x).slope for x in np.linspace(0, 2 * np.pi, 60)]
    assert marked.slope == pytest.approx(np.pi / 180)
    assert marked.slope >= max(slopes)


def test_the_digits_of_the_input_say_of_which_input_all_others_are():
    numbers = c05c.compute()
    shown = numbers.hundredth(0.10449)
    assert spell(shown, 2) == spell(shown, 8)[:-6]
    assert numbers.hundredth(-4.0) == -4.0
