import math

import numpy as np
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from mathcore.optimization import landscape
from mathcore.optimization.contours import contours
from mathcore.optimization.descent import descent_nd
from mathcore.optimization.landscape import W1, W2
from mathcore.slopes.quotients import central_quotient

J = landscape.landscape(W1**2 + 3 * W1 * W2 + W2**2)
K = landscape.landscape(W1**2 + W1 * W2 + W2**2)
PLANE = (-2.5, 2.5)
points = st.tuples(st.floats(-5, 5), st.floats(-5, 5))


def test_the_point_of_the_lesson():
    assert J.height([2, 1]) == 11
    gradient = J.gradient([2, 1])
    assert gradient.tolist() == [7, 8]
    assert np.hypot(*gradient) == pytest.approx(10.63015, abs=5e-6)
    assert math.degrees(math.atan2(8, 7)) == pytest.approx(48.814, abs=5e-4)


@pytest.mark.parametrize("land", [J, K, landscape.landscape(sp.sin(W1) * sp.exp(W2))], ids=repr)
def test_each_partial_agrees_with_central_differences(land):
    for u, v in ((0.3, -0.7), (1.2, 0.4)):
        along = (
            central_quotient(lambda a, v=v: land.height([a, v]), u, 1e-5),
            central_quotient(lambda b, u=u: land.height([u, b]), v, 1e-5),
        )
        assert land.gradient([u, v]) == pytest.approx(along, abs=1e-8)


def test_many_points_are_evaluated_at_once():
    many = np.ones((4, 3, 2))
    assert J.value(many).shape == (4, 3)
    assert J.gradient(many).shape == (4, 3, 2)


def test_a_third_parameter_is_refused():
    with pytest.raises(ValueError, match="depends on t"):
        landscape.landscape(W1 + sp.Symbol("t"))


def test_the_two_cuts_of_the_lesson():
    first, second = landscape.slice_curve(J, W2, 1), landscape.slice_curve(J, W1, 2)
    assert first.expression == W1**2 + 3 * W1 + 1
    assert second.expression == W2**2 + 6 * W2 + 4
    assert (first.slope(2), second.slope(1)) == (7, 8)
    with pytest.raises(ValueError, match="is not one of"):
        landscape.slice_curve(J, sp.Symbol("w_3"), 1)


@given(w=points, theta=st.floats(-7, 7))
def test_no_direction_is_steeper_than_the_gradient(w, theta):
    gradient = J.gradient(w)
    assert landscape.directional_slope(gradient, theta) <= np.hypot(*gradient) + 1e-9


@given(w=points, theta=st.floats(-7, 7))
def test_the_slope_in_a_direction_is_that_of_a_walk_that_way(w, theta):
    u = np.array([math.cos(theta), math.sin(theta)])
    walk = central_quotient(lambda t: J.height(np.array(w) + t * u), 0, 1e-3)
    assert landscape.directional_slope(J.gradient(w), theta) == pytest.approx(walk, abs=1e-7)


def test_the_needle_of_the_lesson():
    degrees = np.array([0, 30, 48.814, 90, 138.814, 228.814])
    slopes = landscape.directional_slope([7, 8], np.radians(degrees))
    assert slopes == pytest.approx([7, 10.06, 10.63, 8, 0, -10.63], abs=5e-3)


def test_the_curvatures_of_saddle_and_bowl():
    saddle, bowl = landscape.curvatures(J), landscape.curvatures(K)
    assert saddle.values == pytest.approx([5, -1])
    assert bowl.values == pytest.approx([3, 1])
    assert saddle.directions * math.sqrt(2) == pytest.approx(np.array([[1, 1], [1, -1]]))
    assert bowl.condition == pytest.approx(3)
    assert math.isnan(saddle.condition)


def test_descent_on_the_saddle_slides_off():
    path = descent_nd(J.gradient, (1.5, 1), 0.1, 25)
    assert path.points[1:4] == pytest.approx(
        np.array([[0.9, 0.35], [0.615, 0.01], [0.489, -0.1765]])
    )
    heights = J.value(path.points)
    assert heights[[1, 5, 10, 20, 25]] == pytest.approx(
        [1.8775, -0.1545, -0.4205, -2.8287, -7.3369], abs=5e-5
    )


def test_descent_in_the_bowl_goes_down():
    path = descent_nd(K.gradient, (2, 1), 0.2, 5)
    assert path.points[1:4] == pytest.approx(np.array([[1, 0.2], [0.56, -0.08], [0.352, -0.16]]))
    assert K.value(path.points)[1:] == pytest.approx(
        [1.24, 0.2752, 0.09318, 0.04637, 0.02755], abs=5e-6
    )


def test_contour_levels_are_the_heights_on_the_path():
    assert landscape.contour_levels([7, 1, 7, 3]).tolist() == [1, 3, 7]
    assert landscape.contour_levels([1, 2], extra=2).tolist() == [1, 2, 4, 8]
    assert (np.diff(landscape.contour_levels([-3, -1], extra=3)) > 0).all()
    with pytest.raises(ValueError, match="empty"):
        landscape.contour_levels([])


def test_a_surface_grid_holds_the_heights_at_its_crossings():
    grid = landscape.surface_grid(J, PLANE, (-1, 1), 5)
    assert grid.heights.shape == (5, 5)
    assert grid.heights[4, 0] == J.height([2.5, -1])
    with pytest.raises(ValueError, match="empty"):
        landscape.surface_grid(J, (1, 1), PLANE)


@pytest.mark.parametrize("land", [J, K], ids=["saddle", "bowl"])
@pytest.mark.parametrize("level", [-1.0, 0.05, 1.0, 4.0])
def test_every_point_of_a_contour_lies_on_its_level(land, level):
    (contour,) = contours(land, [level], PLANE, PLANE)
    for line in contour.polylines:
        assert land.value(line) == pytest.approx(np.full(len(line), level), abs=1e-9)
        assert len(line) >= 96


def test_a_bowl_has_closed_contours_and_none_below_its_bottom():
    below, ring = contours(K, [-0.5, 1], PLANE, PLANE)
    assert below.polylines == ()
    (line,) = ring.polylines
    assert line[0] == pytest.approx(line[-1])


def test_the_level_of_a_saddle_point_does_not_break_the_tracing():
    (contour,) = contours(J, [0.0], PLANE, PLANE)
    assert len(contour.polylines) == 2
    for line in contour.polylines:  # both go through it
        assert np.linalg.norm(line, axis=1).min() < 1e-3


@given(w=points.filter(lambda w: math.hypot(*w) > 0.3))
def test_the_gradient_stands_at_a_right_angle_to_the_contour(w):
    level = K.height(w)
    (contour,) = contours(K, [level], (-10, 10), (-10, 10), n=41)
    (line,) = contour.polylines
    chords, middles = np.diff(line, axis=0), (line[1:] + line[:-1]) / 2
    gradients = K.gradient(middles)
    lengths = np.linalg.norm(chords, axis=1) * np.linalg.norm(gradients, axis=1)
    long_enough = lengths > 1e-6 * lengths.max()  # with shorter chords only rounding is left
    cosines = (chords * gradients).sum(axis=1)[long_enough] / lengths[long_enough]
    assert long_enough.sum() > 50
    assert np.abs(cosines).max() < 1e-6
