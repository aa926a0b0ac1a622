"""The lesson's numbers, each at its shown decimals; long: a test for each of fifteen clips."""

import dataclasses
import importlib
import inspect
import math

import numpy as np
import pytest
import sympy as sp

from lessons.derivatives.c00 import numbers as c00
from lessons.derivatives.c01 import numbers as c01
from lessons.derivatives.c02 import numbers as c02
from lessons.derivatives.c03 import numbers as c03
from lessons.derivatives.c04 import numbers as c04
from lessons.derivatives.c05a import numbers as c05a
from lessons.derivatives.c05b import numbers as c05b
from lessons.derivatives.c05c import numbers as c05c
from lessons.derivatives.c06 import numbers as c06
from lessons.derivatives.c07 import numbers as c07
from lessons.derivatives.c08 import numbers as c08
from lessons.derivatives.c09a import numbers as c09a
from lessons.derivatives.c09b import numbers as c09b
from lessons.derivatives.c10 import numbers as c10
from lessons.derivatives.c11 import numbers as c11
from lessons.library import load_lesson
from mathcore.formulas.symbolic import H, X
from mathcore.slopes.quotients import central_quotient

CLIPS = {
    "c00": c00.compute,
    "c01": c01.compute,
    "c02": c02.compute,
    "c03": c03.compute,
    "c04": c04.compute,
    "c05a": c05a.compute,
    "c05b": c05b.compute,
    "c05c": c05c.compute,
    "c06": c06.compute,
    "c07": c07.compute,
    "c08": c08.compute,
    "c09a": c09a.compute,
    "c09b": c09b.compute,
    "c10": c10.compute,
    "c11": c11.compute,
}


def shown(values, decimals):
    """Return the digits on screen."""
    return [f"{value:.{decimals}f}" for value in np.asarray(values, dtype=float).ravel()]


def test_every_clip_has_its_module():
    assert [f"c{clip.number}" for clip in load_lesson("derivatives").clips] == list(CLIPS)


@pytest.mark.parametrize("name", CLIPS)
def test_a_clip_s_numbers_are_computed_once_frozen_and_documented(name):
    compute = CLIPS[name]
    result = compute()
    assert compute() is result
    wishes = inspect.signature(compute).parameters.values()
    assert all(wish.default is not wish.empty for wish in wishes)
    fields = dataclasses.fields(result)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(result, fields[0].name, None)
    written = importlib.import_module(f"lessons.derivatives.{name}.numbers").__dict__
    doc = written[type(result).__name__].__doc__
    for field in fields:
        assert f"\n    {field.name}" in doc or f", {field.name}" in doc, field.name
        value = getattr(result, field.name)
        if isinstance(value, np.ndarray):
            assert not value.flags.writeable, field.name
            assert np.isfinite(value).all(), field.name


def test_clip_00_the_ratio_settles_on_minus_22():
    n = c00.compute()
    assert sp.expand(n.loss.expression - 11 * (n.loss.variable - 3) ** 2) == 0
    assert (n.knob, shown([n.before.y, n.after.y], 2)) == (2, ["11.00", "8.91"])
    assert shown([n.triangle.rise, n.triangle.run], 2) == ["-2.09", "0.10"]
    assert shown(n.ratios, 3) == ["-20.900", "-21.890", "-21.989"]
    assert n.ratios == pytest.approx(-22 + 11 * n.nudges)
    assert n.slope == n.tangent.slope == -22
    assert n.secant(-0.1).slope == pytest.approx(-23.1)


def test_clip_01_every_pair_of_points_gives_2():
    n = c01.compute()
    assert n.rows.tolist() == [[0, 1], [1, 3], [2, 5], [3, 7]]
    assert (n.runs.tolist(), n.rises.tolist()) == ([1, 1, 1], [2, 2, 2])
    assert (n.line.slope, n.line.intercept, n.crossing) == (2, 1, (0, 1))
    assert [len(dots) for dots in n.fillings] == [4, 13, 49]
    assert [(t.rise, t.run) for t in n.triangles] == [(2, 1), (4, 2), (6, 3)]
    assert {t.slope for t in (*n.triangles, *n.stairs)} == {2}
    assert (n.triangles[2].p, n.triangles[2].q) == ((-1, -1), (2, 5))
    assert [t.slope for t in n.read_triangles] == n.read_slopes.tolist() == [2, 0, -3]
    assert {t.run for t in n.read_triangles} == {1}
    assert not n.vertical.has_slope
    assert n.triangle_between(0.5, 3.5).slope == 2
    assert n.line_at(-1.5).at(0) == 1
    assert n.unit_triangle_at(-3).rise == -3


def test_clip_02_three_journeys_have_one_average():
    n = c02.compute()
    assert n.rows.tolist() == [[x, x**2] for x in range(-3, 4)]
    assert n.rises.tolist() == [c.rise for c in n.chords] == [-5, -3, -1, 1, 3, 5]
    assert (n.secant.triangle.run, n.secant.triangle.rise, n.secant.slope) == (2, 8, 4)
    assert n.averages == pytest.approx([4, 4, 4])
    assert n.straight.expression == 4 * X - 3
    assert n.winding(1.5) == pytest.approx(4 * 1.5 - 3 + 1.5 * math.sin(math.pi * 0.5))
    assert (n.kissing.point, n.kissing.slope) == ((2, 4), 4)
    assert len({round(secant.slope, 12) for secant in n.repeated}) == 1
    assert n.left_secant.q == (-0.5, 0.25)
    assert n.secant_with_gap(-1.5) == n.left_secant
    assert n.parallel_at(-4).at(2) == 4
    for x in (1.2, 2.6):
        assert n.winding.slope(x) == pytest.approx(central_quotient(n.winding, x, 1e-5))


def test_clip_03_two_approaches_meet_at_2():
    n = c03.compute()
    assert [f"{q:.4g}" for q in n.right_series] == ["4", "3", "2.5", "2.1", "2.01", "2.001"]
    assert [f"{q:.4g}" for q in n.left_series] == ["1", "1.5", "1.9", "1.99", "1.999"]
    assert (n.first_secant.p, n.first_secant.q) == ((1, 1), (3, 9))
    assert (n.limit, n.tangent.slope, n.tangent.intercept) == (2, 2, -1)
    assert n.right_points[:, 1].tolist() == n.right_series.tolist()
    assert n.left_points[:, 0].tolist() == n.left_gaps.tolist()
    assert n.quotient_graph.hole == (0, 2)
    assert (n.quotient_line.slope, n.quotient_line.intercept) == (1, 2)
    assert [(b.tolerance, round(b.strip, 9)) for b in n.bands] == [
        (0.5, 0.5),
        (0.1, 0.1),
        (0.01, 0.01),
    ]
    assert (n.bands[1].low, n.bands[1].high) == (1.9, 2.1)


def test_clip_03_algebra_readouts_and_microscope():
    n = c03.compute()
    assert sp.expand(n.steps.cancelled * H) == 2 * X * H + H**2
    assert (n.steps.divided, n.steps.limit) == (2 * X + H, 2 * X)
    assert n.slopes.tolist() == [-6, -4, -2, 0, 2, 4, 6]
    assert n.slope_inputs.tolist() == [t.point.x for t in n.slope_tangents]
    assert n.slopes.tolist() == (2 * n.slope_inputs).tolist()
    assert (n.zoom_tangent.slope, n.zoom_tangent.intercept) == (4, -4)
    assert [w.width for w in n.zoom_windows] == [4, 1, 0.1, 0.01]
    assert shown([w.gap for w in n.zoom_windows], 6) == [
        "4.000000",
        "0.250000",
        "0.002500",
        "0.000025",
    ]
    assert n.zoom_shrink == pytest.approx(100)
    assert n.zoom_factors == pytest.approx((1, 10, 100))
    assert [(w.width / 2) ** 2 for w in n.zoom_windows] == pytest.approx(
        [w.gap for w in n.zoom_windows]
    )
    assert (n.cubic_tangent.slope, n.cubic_tangent.intercept) == (3, -2)
    assert n.cubic_difference == (X - 1) ** 2 * (X + 2)
    assert n.meets_again == (-2, -8)
    assert (n.crossing_tangent.slope, n.crossing_tangent.intercept) == (0, 0)
    assert [w.width for w in n.crossing_windows] == [2, 0.2]
    assert shown([w.gap for w in n.crossing_windows], 4) == ["1.0000", "0.0010"]


def test_clip_03_answers_while_a_tracker_sweeps():
    n = c03.compute()
    assert n.secant(-0.3).slope == pytest.approx(1.7)
    assert n.tangent_at(3).slope == 6
    assert n.line_at(2.5).at(1) == 1
    assert (n.right_gap(0), n.right_gap(1), n.left_gap(0), n.left_gap(1)) == (2, 0.001, -1, -0.001)
    assert n.band(0.2).strip == pytest.approx(0.2)
    assert n.zoom_gap(0.5) == pytest.approx(0.0625)
    assert [n.magnified(h) for h in (n.close_gap, -0.01)] == pytest.approx([10, 100])


def test_clip_04_signs_sizes_and_the_places_without_a_slope():
    n = c04.compute()
    assert [t.slope for t in n.readings] == [-4, 0, 3]
    assert [(p.x, p.value) for p in n.level_points] == [(-1, 2), (1, -2)]
    assert [(i.right, i.sign) for i in n.signs] == [(-1, 1), (1, -1), (2.1, 1)]
    assert shown([n.fast.slope, n.slow.slope], 2) == ["9.00", "-0.57"]
    assert [t.slope for t in n.five.values()] == pytest.approx([5, 0.5, -3, 0, 9])
    assert list(n.five) == ["rising", "slow", "falling", "level", "fast"]
    assert n.five["rising"].slope > 0 > n.five["falling"].slope
    assert [t.point.x for t in n.five.values()] == sorted(t.point.x for t in n.five.values())
    assert abs(n.five["fast"].slope) > 10 * abs(n.five["slow"].slope)
    assert n.corner_quotients.right.tolist() == [1, 1, 1, 1]
    assert n.corner_quotients.left.tolist() == [-1, -1, -1, -1]
    assert [f"{q:.3g}" for q in n.root_quotients.right] == ["1", "4.64", "21.5", "100"]
    verdicts = [q.verdict for q in (n.corner_quotients, n.root_quotients, n.jump_quotients)]
    assert verdicts == ["corner", "vertical", "jump"]
    assert n.jump_rows.tolist() == [[-1, 1], [-0.1, 10], [-0.01, 100], [-0.001, 1000]]
    assert shown(n.candidates, 2) == ["-1.73", "-1.00", "0.00", "1.00", "1.73"]
    assert n.wiggle(-n.near_pair) < n.wiggle(0.0) < n.wiggle(n.near_pair)
    assert (n.wiggle_line.slope, n.wiggle_line.intercept) == (1, 0)
    assert n.dip_slopes == pytest.approx(-np.ones(6))
    assert [t.slope for t in n.riser_tangents] == pytest.approx([2.44, 1, 2.44])
    assert all(n.riser_tangent(x).slope > 0 for x in np.linspace(*n.riser_range, 33))
    assert n.parabola_tangent(1.5) == n.readings[2]
    assert n.cubic_tangent(2) == n.fast
    assert n.cubic_slope.expression == 3 * X**2 - 3


def test_clip_05a_areas_layers_and_slivers():
    n = c05a.compute()
    assert shown([100 * s.corner_share for s in n.squares], 2) == ["7.69", "1.64", "0.17"]
    assert [expansion[1] for expansion in n.expansions.values()] == [2, 3, 10]
    assert [str(p.derivative_expression) for p in n.powers.values()] == [
        "2*x",
        "3*x**2",
        "10*x**9",
    ]
    assert n.nudge_shrinks == pytest.approx((5, 10))
    assert n.corner_shrink_steps == pytest.approx((25, 100))
    assert n.picks.tolist() == [1, 4, 6, 4, 1]
    assert (n.area, n.grown_area) == (9, 12.25)
    assert n.grown_area - n.area == n.squares[0].growth
    assert n.flat.slope(1) == 0
    assert n.stretched_triangle.rise == n.stretch * n.triangle.rise
    assert n.stretched_triangle.run == n.triangle.run
    assert (n.triangle.rise, n.stretched_triangle.rise) == (4, 12)
    assert n.stretch_factors == (3, 1, 3)
    layers = n.sums[0]
    assert layers.heights.tolist() == [8, 20, -4, 7]
    assert n.layer_heights.tolist() == [8, 20, 3]
    assert n.layer_heights.sum() == layers.heights.sum() == n.total.value(n.sum_at)
    assert layers.rises.tolist() == [7.625, 11.25, -1, 0]
    assert shown(n.sums[-1].rates, 2) == ["12.06", "20.05", "-2.00", "0.00"]
    assert layers.slopes.tolist() == [12, 20, -2, 0]
    gains = n.layer_gains(np.array([0.0, 0.5, 1.0]), n.nudges[0])
    assert gains[:, 0].tolist() == [0, 0, 0]
    assert gains[:, -1].tolist() == [7.625, 11.25, -1]
    assert n.layer_slopes.tolist() == [12, 20, -2]
    assert n.layer_slopes.sum() == n.total_slope
    assert n.total_slope == 30
    assert n.flat_step(3.0).rise == 0
    assert n.reciprocal.slope(0.5) == -4
    assert n.root.slope(4.0) == 0.25
    # The tangent of xⁿ meets the axis x / n before its point.
    for f, exponent in ((n.reciprocal, -1), (n.root, 0.5)):
        foot = n.foot_triangle(f, 1.6)
        assert foot.run == pytest.approx(1.6 / exponent)
        assert foot.slope == pytest.approx(f.slope(1.6))
    assert sp.expand(n.total.derivative_expression - (3 * X**2 + 10 * X - 2)) == 0
    assert shown([p.x for p in n.level_points], 4) == ["-3.5226", "0.1893"]
    assert n.product_terms == (3 * X**4, 2 * X**4)
    assert n.product_power == X**5
    assert n.product_slope == sp.diff(n.product_power, X)
    shares = [p.corner_share for p in n.products]
    assert shares == sorted(shares, reverse=True)
    assert n.square(0.1) == n.squares[1]
    assert n.product(0.1) == n.products[1]
    assert n.cube.growth == pytest.approx(3.5**3 - 27)


def test_clip_05b_magnifications_multiply():
    n = c05b.compute()
    shown_first = n.nudge_at(n.shown_at, 0.1)
    assert (shown_first.x, shown_first.u, shown_first.y) == pytest.approx((0.2, 1.6, 2.56))
    assert (n.at, n.nudges[0].u, n.nudges[0].y) == (0, 1, 1)
    assert shown([n.nudges[0].du, n.nudges[0].dy], 3) == ["0.600", "1.560"]
    assert shown([n.nudges[2].dx, n.nudges[2].du, n.nudges[2].dy], 3) == ["0.002", "0.006", "0.012"]
    assert shown([c.outer_ratio for c in n.nudges], 3) == ["2.600", "2.060", "2.006"]
    assert shown([c.ratio for c in n.nudges], 3) == ["7.800", "6.180", "6.018"]
    assert (n.inner_slope, n.outer_slope, n.slope) == (3, 2, 6)
    assert n.slip == 2 * n.at * 3 == 0
    assert n.chained.slope(n.at) == pytest.approx(n.slope)
    assert n.factored_slope == sp.factor(6 * (3 * X + 1))
    assert [t.slope for t in n.checks] == [6, 24] == [n.tangent(x).slope for x in (0.0, 1.0)]
    assert [n.check_factor * inside for inside in n.check_insides] == [6, 24]
    assert n.nudge(0.02) == n.nudges[1]


def test_clip_05b_slopes_that_flow_back_are_products_of_what_is_on_screen():
    n, neuron = c05b.compute(), c05b.compute().neuron
    assert (neuron.z, neuron.a, neuron.loss) == pytest.approx((0, 0.5, 0.16))
    assert (neuron.dl_da, neuron.da_dz) == pytest.approx((2 * (0.5 - 0.9), 0.5 * (1 - 0.5)))
    assert neuron.shared == pytest.approx(-0.8 * 0.25)
    assert (neuron.dl_dw, neuron.dl_db) == pytest.approx((-0.2 * 3, -0.2 * 1))
    assert n.path_steps == ((0.5, 2, 3), (0.5, 4, -1))
    assert n.paths.products == pytest.approx([math.prod(steps) for steps in n.path_steps])
    assert n.paths.products.tolist() == [3, -2]
    assert n.paths.slope == 1


def test_clip_05c_five_functions():
    n = c05c.compute()
    assert shown(n.two_quotients, 3) == ["1.000", "0.718", "0.696", "0.693"]
    assert shown(n.three_quotients, 3) == ["2.000", "1.161", "1.105", "1.099"]
    assert shown([n.two_slope, n.three_slope], 6) == ["0.693147", "1.098612"]
    assert n.base_slope(n.e) == pytest.approx(1)
    assert shown([t.point.y for t in n.heights], 3) == ["1.000", "2.718", "7.389"]
    assert all(t.slope == pytest.approx(t.point.y) for t in n.heights)
    assert n.tangent_triangle.slope == pytest.approx(2)
    assert n.mirrored_triangle.slope == pytest.approx(0.5) == n.logarithm.slope(2)
    assert n.mirrored_triangle.p == pytest.approx((2, math.log(2)))
    assert n.circle.tangent_rise == pytest.approx(n.cosine(0.7) * 0.15)
    assert n.radian_nudge(0.7).point == n.circle.point
    assert n.sine.derivative_expression == n.cosine.expression
    assert n.cosine.derivative_expression == n.minus_sine.expression
    assert n.scaled_minus_sine.value(0.7) == pytest.approx(-math.sin(0.7) * n.degree_factor)
    assert shown([n.degree_factor], 5) == ["0.01745"]
    assert shown(n.sigmoid_slopes, 3) == ["0.045", "0.105", "0.250", "0.105"]
    assert shown(n.sigmoid_slopes[:3], 6) == ["0.045177", "0.104994", "0.250000"]
    assert n.sigmoid_slopes == pytest.approx(n.sigmoid.slope(n.sigmoid_inputs))
    assert n.steepest == 0.25
    first, second, third = n.derivation
    (sigma,) = third.free_symbols
    assert sp.simplify(sp.diff(first, X) - second) == 0
    assert sp.simplify(third.subs(sigma, first) - second) == 0
    assert list(n.card) == ["exp", "ln", "sin", "cos", "sigmoid"]


def test_clip_06_the_panel_and_the_two_errors():
    n = c06.compute()
    p = n.panel
    assert (p.x0, p.value, p.slope, p.h, p.quotient, p.error) == (2, 4, 4, 1.5, 5.5, 1.5)
    assert (n.secant.slope, n.secant.intercept) == (5.5, -7)
    assert (n.tangent.slope, n.tangent.intercept) == (4, -4)
    assert [f"{q.quotient:.4g}" for q in n.panels] == ["5.5", "5", "4.5", "4.1", "4.01", "4.001"]
    assert n.panels[-1].quotient == 4.000999999999699
    assert n.errors == pytest.approx(n.gaps, rel=1e-14)
    assert n.error_formula == H
    assert n.cubic_errors == pytest.approx(n.gaps**2 + 3 * n.gaps)
    assert (n.bending, n.cubic_bending) == (2, 6)
    assert (n.climb, n.turning[0], n.turning[-1]) == (4, 4, 6)
    assert (n.turned_at, n.tangent_at(n.turned_at).slope) == (3, 6)
    assert n.central == n.central_line.slope == 4
    assert n.central_ends.tolist() == [[0.5, 0.25], [3.5, 12.25]]
    assert [(q.slope, q.state) for q in n.sweep] == [
        (-3, "falling"),
        (0, "level"),
        (4, "rising"),
    ]
    assert n.steps[0] > 0 == n.steps[1] > n.steps[2]
    assert (n.run, n.opening) == (1, 1.5)  # over a run of one the opening is the error
    assert n.zooms == (1, 1, 1, 10, 100, 1000)
    assert n.leap_factors == pytest.approx((10, 10))
    assert n.least == 1
    assert n.float_errors == pytest.approx([1.0e-6, -2.4e-8, 3.6e-4, -4.0], rel=0.02)
    assert 1e-10 < n.v_gaps[n.v_errors.argmin()] < 1e-6
    assert n.v_errors.min() > 0  # it is plotted on a logarithmic axis
    assert n.panel_at(2, 1.5) == p
    assert n.secant_at(1.5) == n.secant
    assert (n.gap(0), n.gap(1)) == (1.5, 0.001)


def test_clip_07_level_points_and_five_dials():
    n = c07.compute()
    kinds = {name: (p.kind, p.stationary, p.signs) for name, p in n.panel_points.items()}
    assert kinds == {
        "minimum": ("minimum", True, (-1, 1)),
        "maximum": ("maximum", True, (1, -1)),
        "inflection": ("inflection", True, (1, 1)),
        "shelf": ("shelf", True, (1, 1)),
        "corner": ("minimum", False, (-1, 1)),
    }
    assert [i.sign for i in n.panel_signs["shelf"]] == [1, 0, 1]
    valley, hill = n.valley, n.parabola
    assert (valley.lowest.x, valley.lowest.value, valley.lowest.signs) == (2, 1, (-1, 1))
    assert [t.slope for t in valley.sign_tangents] == [-2, 2]
    assert hill.completed == (1, 2, 1)
    assert n.square_at(5) == (1, 10)
    assert [t.slope for t in valley.compass] == [6, -4]
    assert shown([p.y for p in valley.leap], 2) == ["1.09", "1.49"]
    assert valley.hop[1].y < valley.hop[0].y
    assert n.descent.points == pytest.approx([5, 4.4, 3.92, 3.536, 3.2288, 2.98304])
    assert n.distances[1:] / n.distances[:-1] == pytest.approx(np.full(5, 0.8))
    assert valley.x_span == n.path_x == (-1.5, 5.5, 1)
    assert valley.y_span == n.path_y == pytest.approx((-1, 11, 5))
    assert n.rows == (0, 1, 2, 3, 4, 5)
    assert (hill.contraction.limit, int(hill.limit)) == (1, 1)
    assert (hill.bend.run, hill.bend.rise, hill.curvature) == (1, 2, 2)
    assert hill.factor_line == ((0, 1), pytest.approx((1.3, -1.6)))
    assert hill.dial_factors == pytest.approx([0.8, 0, -0.8, -1, -1.2])
    starts = [path.points[:4] for path in hill.dial_paths]
    assert hill.dials.tolist() == [0.1, 0.5, 0.9, 1.0, 1.1]
    assert starts[2] == pytest.approx([5, -0.4, 3.92, 0.464])
    assert starts[3] == pytest.approx([5, -1, 5, -1])
    assert starts[4] == pytest.approx([5, -1.6, 6.32, -3.184])
    assert shown([p.x for p in n.valleys], 3) == ["-1.473", "1.347"]
    assert shown([p.value for p in n.valleys], 5) == ["-1.36105", "-0.65464"]
    assert shown([n.watershed.x], 3) == ["0.126"]
    assert len(n.balls) == 11
    for ball in n.balls:
        home = n.valleys[int(ball.points[0] > n.watershed.x)]
        assert float(ball.end) == pytest.approx(home.x, abs=1e-6)
    assert shown(n.stall.points[[0, 1, 2, 3, 20]], 3) == [
        "1.000",
        "0.700",
        "0.553",
        "0.461",
        "0.130",
    ]
    assert n.step(1.0, 5).x == -1
    assert n.tangent_at(5) == valley.compass[0] == n.tangent
    with pytest.raises(ValueError, match="f′"):
        n.panel_tangent("corner", 0)


def test_the_program_of_clip_07_prints_what_the_clip_says(capsys):
    hill = c07.compute().parabola
    names = {name: getattr(sp, name) for name in ("symbols", "Lambda", "diff", "solve")}
    exec("\n".join(hill.code), names)  # noqa: S102 the lesson's own seven lines
    assert capsys.readouterr().out == f"{hill.printed}\n"
    assert hill.printed == "x = 2, f = 1, slope -2 to 2"


def test_clip_08_the_gradient_the_saddle_and_the_bowl():
    n = c08.compute()
    assert (n.height, n.gradient.tolist()) == (11, [7, 8])
    assert [t.slope for t in n.slice_tangents] == [7, 8]
    assert shown([n.gradient_length, n.gradient_degrees], 3) == ["10.630", "48.814"]
    assert shown(n.needle_degrees, 1) == ["0.0", "30.0", "48.8", "90.0", "138.8", "228.8"]
    assert n.needle_slopes == pytest.approx([7, 10.06, 10.63, 8, 0, -10.63], abs=5e-3)
    assert n.directional_slope(90) == pytest.approx(8)
    assert any(contour.level == n.height for contour in n.map)
    assert shown(n.saddle_heights[[0, 1, 2, 3]], 2) == ["7.75", "1.88", "0.40", "0.01"]
    assert shown(n.saddle_heights[[1, 5, 10, 20, 25]], 4) == [
        "1.8775",
        "-0.1545",
        "-0.4205",
        "-2.8287",
        "-7.3369",
    ]
    assert n.saddle_curvatures.values == pytest.approx([5, -1])
    s = n.diagonal_cuts[0].variable
    assert [cut.expression for cut in n.diagonal_cuts] == [5 * s**2 / 2, -(s**2) / 2]
    assert [sp.diff(cut.expression, s, 2) for cut in n.diagonal_cuts] == [5, -1]
    assert n.diagonal_descent.points[1:] == pytest.approx(n.diagonal_descent.points[:-1] / 2)
    assert n.bowl_curvatures.values == pytest.approx([3, 1])
    assert n.with_coupling(n.couplings[0]).expression == n.saddle.expression
    assert n.with_coupling(n.couplings[1]).expression == n.bowl.expression
    assert shown(n.bowl_heights[:6], 5) == [
        "7.00000",
        "1.24000",
        "0.27520",
        "0.09318",
        "0.04637",
        "0.02755",
    ]
    steps = np.diff(n.bowl_descent.points, axis=0)
    assert steps == pytest.approx(-0.2 * n.bowl_gradients[:-1])
    assert n.contraction.factors == pytest.approx([0.4, 0.8])
    assert n.contraction.limit == pytest.approx(2 / 3)
    assert len(n.many_parameters) == len(n.many_partials)
    assert n.many_partials.min() < 0 < n.many_partials.max()


def test_clip_09a_the_machine():
    n = c09a.compute()
    assert n.data.ys.tolist() == [5, 8, 11, 14, 17]
    assert (n.trial_errors.tolist(), n.trial_loss) == ([1, 0, -1, -2, -3], 3)
    assert n.start_errors.tolist() == [-5, -8, -11, -14, -17]
    assert (n.trial_sum, n.nudge) == pytest.approx((15, 0.48))
    assert (n.error_sum, n.product_sum, n.start_loss) == (-55, -195, 139)
    assert n.start_gradient.tolist() == [-78, -22]
    assert n.loss.gradient([0, 0]).tolist() == [-78, -22]
    assert n.descent.at(1) == pytest.approx((0.78, 0.22))
    assert shown(n.descent.losses[[0, 1, 2, 3, 4, 5, 10]], 4) == [
        "139.0000",
        "81.0904",
        "47.3430",
        "27.6760",
        "16.2145",
        "9.5348",
        "0.8274",
    ]
    assert n.share_gone > 0.99
    assert n.errors_at(2, 4).tolist() == n.trial_errors.tolist()
    assert n.loss_at(2, 4) == n.loss.height([2, 4]) == 3
    assert n.line_at(2, 4) == n.trial_line


def test_clip_09b_the_surprise_and_its_reason():
    n = c09b.compute()
    assert shown(n.printed, 4) == ["3.0553", "1.8003"]
    assert shown(n.descent.losses[[50, 100, 200]], 4) == ["0.1529", "0.1090", "0.0554"]
    assert shown([n.descent.losses[500]], 8) == ["0.00725690"]
    assert shown(n.errors[[0, 4]], 3) == ["-0.144", "0.077"]
    assert shown([n.pivot, n.crossing], 4) == ["3.6103", "3.6103"]
    assert shown([n.axis_ratio], 1) == ["8.4"]
    assert shown(n.curvatures.values, 6) == ["23.661904", "0.338096"]
    assert shown([n.condition], 2) == ["69.99"]
    assert n.hessian.tolist() == [[22, 6], [6, 2]]
    assert shown(n.shown_points[:, 0], 3) == ["3.266", "3.254", "3.214", "3.153", "3.055"]
    assert shown(n.shown_points[:, 1], 4) == ["0.9812", "1.0834", "1.2262", "1.4485", "1.8003"]
    assert n.contraction.factors[0] ** n.shown_epochs[0] < 0.01 < n.contraction.factors[0] ** 15
    assert (shown([n.largest_w], 4), n.largest_w_epoch) == (["3.2725"], 25)
    assert shown(n.contraction.factors, 6) == ["0.763381", "0.996619"]
    assert shown([n.contraction.half_life], 1) == ["204.7"]
    assert shown([n.contraction.limit], 7) == ["0.0845241"]
    assert n.contraction.best == pytest.approx(1 / 12)
    assert shown([n.contraction.best_rate], 4) == ["0.9718"]


def test_clip_09b_the_epochs_and_the_three_honest_fixes():
    n = c09b.compute()
    assert n.epochs_needed == 2949 == math.ceil(n.epochs_predicted)
    assert shown([n.epochs_predicted], 1) == ["2948.5"]
    assert dict(n.needed_by_dial) == {0.01: 2949, 0.02: 1472, 0.05: 586, 0.08: 365}
    assert (n.mending_alpha, n.mended_epochs) == (0.08, 365)
    assert n.needed_at_best == 392 > n.needed_by_dial[0.08]
    assert n.epochs_at(0.05) == 586
    assert n.epochs_at(0.09) is None
    assert shown(n.diverging.losses, 1) == ["139.0", "177.3", "226.1", "288.5", "368.0"]
    assert shown(n.barely_diverging.losses, 1) == ["139.0", "142.1", "145.3", "148.6", "152.0"]
    assert shown(n.scaled.data.xs, 5) == ["-1.41421", "-0.70711", "0.00000", "0.70711", "1.41421"]
    assert n.scaled_curvatures.values == pytest.approx([2, 2])
    assert shown(n.scaled_step.end, 5) == ["4.24264", "11.00000"]
    for fixed in (n.mended.end, n.longer.end, n.unscaled, n.closed_form, n.expected):
        assert shown(fixed, 4) == ["3.0000", "2.0000"]
    assert n.path_at(0.09, 4).losses.tolist() == n.diverging.losses.tolist()


def test_clip_09b_the_scaled_contours_are_circles_about_the_best_setting():
    n = c09b.compute()
    best = n.scaled_step.end
    for contour in n.scaled_valley:
        for line in contour.polylines:
            radii = np.hypot(*(line - best).T)
            assert radii == pytest.approx(np.full(len(line), radii[0]), rel=1e-6)


def test_clip_10_reuses_what_the_other_clips_computed():
    n = c10.compute()
    assert n.limit is c03.compute()
    assert n.bowl is c08.compute().bowl
    assert n.uphill.tolist() == [2.5, 2.0]
    assert shown(n.walk.points, 3) == ["1.800", "1.080", "0.648", "0.389", "0.233"]
    # The valley is the slice of the bowl where the second parameter is 0.
    xs = np.linspace(-2, 2, 5)
    assert n.bowl.value(np.column_stack([xs, 0 * xs])) == pytest.approx(n.hill.value(xs))


def test_clip_11_the_practice_card():
    n = c11.compute()
    assert n.practice_slope == 12 * X * (2 * X**2 + 1) ** 2
    assert n.practice_tangent.slope == 108
    assert n.check == pytest.approx(108, abs=0.5)


def test_clip_11_the_knob_of_clip_00_turns_by_itself_to_the_best_line():
    n = c11.compute()
    assert n.knob is c00.compute()
    # J'(w) = 22(w - 3): a step of 0.015 leaves 0.67 of the distance.
    assert n.knob_path == pytest.approx([3 - 0.67**step for step in range(15)])
    assert shown([n.knob_path[-1], n.knob.at(n.knob_path[-1]).y], 2) == ["3.00", "0.00"]


def test_clip_11_three_step_factors_lead_from_one_start_to_three_places():
    n = c11.compute()
    assert [path.alpha for path in n.paths] == [0.002, 0.01, 0.08]
    assert [path.points.shape for path in n.paths] == [(13, 2)] * 3
    assert all(path.at(0) == (0, 0) for path in n.paths)
    assert shown([path.losses[-1] for path in n.paths], 2) == ["43.57", "0.41", "9.28"]
    # The window holds the path, also where the largest dial leaps across the valley and back.
    for path in n.paths:
        for values, (low, high) in zip(path.points.T, n.high.window, strict=True):
            assert low < values.min() <= values.max() < high
    best = c09b.compute().floor.best.w
    sides = [np.sign(path.ws - best).tolist() for path in n.paths]
    assert sides[0] == [-1] * 13
    assert sides[2] == [(-1) ** (step + 1) for step in range(13)]
