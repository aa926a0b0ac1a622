import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore.optimization.bands import ValleyHeights, band_levels, region_beside
from mathcore.optimization.contours import Contour, contours
from mathcore.optimization.landscape import W1, W2, Curvatures, landscape
from mathcore.optimization.regression import Parameters
from mathcore.optimization.valley import Valley

SPAN = (-2.5, 2.5)
SADDLE = landscape(W1**2 + 3 * W1 * W2 + W2**2)
BOWL = landscape(W1**2 + W2**2)
DOME = landscape(-(W1**2) - W2**2)
THIN = Valley(Parameters(0.0, 0.0), 0.0, Curvatures(np.array([23.7, 0.34]), np.eye(2)[::-1]))


def area(polygons):
    """Return the signed area of polygons together: holes count less than nothing."""
    return sum(
        float(np.sum(p[:-1, 0] * p[1:, 1] - p[1:, 0] * p[:-1, 1])) / 2
        for p in map(np.array, polygons)
    )


def share_above(land, level, n=1500):
    """Return the area above a level, by counting points."""
    line = -2.5 + 5.0 * (np.arange(n) + 0.5) / n
    points = np.stack(np.meshgrid(line, line, indexing="ij"), axis=-1)
    return 25.0 * float((land.value(points) > level).mean())


@pytest.mark.parametrize("land", [SADDLE, BOWL, DOME], ids=["saddle", "bowl", "dome"])
@pytest.mark.parametrize("level", [-5.0, -1.0, 0.0, 3.0, 7.0, 10.0])
def test_a_region_has_the_area_of_the_points_above_the_level(land, level):
    (contour,) = contours(land, [level], SPAN, SPAN)
    assert area(region_beside(contour, land, SPAN, SPAN)) == pytest.approx(
        share_above(land, level), abs=0.03
    )


@settings(max_examples=25)
@given(st.floats(-6.0, 30.0))
def test_both_sides_together_are_the_rectangle(level):
    (contour,) = contours(SADDLE, [level], SPAN, SPAN)
    both = [area(region_beside(contour, SADDLE, SPAN, SPAN, above=side)) for side in (True, False)]
    assert sum(both) == pytest.approx(25.0, abs=1e-6)


def test_a_region_is_bounded_by_its_contour_and_by_the_edges_alone():
    (contour,) = contours(SADDLE, [11.0], SPAN, SPAN)
    for polygon in region_beside(contour, SADDLE, SPAN, SPAN):
        np.testing.assert_array_equal(polygon[0], polygon[-1])
        on_edge = np.isclose(np.abs(polygon), 2.5).any(axis=1)
        np.testing.assert_allclose(SADDLE.value(polygon[~on_edge]), 11.0, atol=1e-9)


def test_a_hole_runs_the_other_way_round():
    (contour,) = contours(BOWL, [1.0], SPAN, SPAN)
    ring, outline = region_beside(contour, BOWL, SPAN, SPAN)
    assert area([outline]) == pytest.approx(25.0)
    assert area([ring]) == pytest.approx(-np.pi, abs=0.01)


def test_a_level_that_is_not_reached_leaves_all_or_nothing():
    (contour,) = contours(BOWL, [100.0], SPAN, SPAN)
    assert region_beside(contour, BOWL, SPAN, SPAN) == ()
    assert area(region_beside(contour, BOWL, SPAN, SPAN, above=False)) == pytest.approx(25.0)


def test_the_ellipses_of_a_thin_valley_have_regions_too():
    window = ((-5.4, 1.9), (-1.15, 1.15))
    (contour,) = THIN.contours([1.0], *window)
    inside = region_beside(contour, ValleyHeights(THIN), *window, above=False)
    assert area(inside) == pytest.approx(np.prod(THIN.reach(1.0)) * np.pi, rel=0.35)
    assert area(inside) < area(region_beside(contour, ValleyHeights(THIN), *window))


def test_the_heights_of_a_valley_are_those_on_its_ellipses():
    np.testing.assert_allclose(ValleyHeights(THIN).value(THIN.ellipse(4.0)), 4.0)


def test_a_contour_that_ends_inside_is_refused():
    broken = Contour(1.0, (np.array([[0.0, 0.0], [1.0, 1.0]]),))
    with pytest.raises(ValueError, match="ends inside"):
        region_beside(broken, SADDLE, SPAN, SPAN)


@given(st.floats(-50.0, 50.0), st.floats(0.5, 500.0))
def test_levels_are_few_and_strictly_between(low, size):
    levels = band_levels(low, low + size)
    assert 3 <= len(levels) <= 7
    assert low < levels[0]
    assert levels[-1] < low + size
    np.testing.assert_allclose(np.diff(levels), levels[1] - levels[0])


def test_the_levels_of_a_landscape_are_round():
    np.testing.assert_allclose(band_levels(-6.25, 31.25), [0.0, 10.0, 20.0, 30.0])
