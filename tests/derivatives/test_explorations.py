"""Every beat opens the explorers in states that they can show and that show its numbers."""

import math

import numpy as np
import pytest

from lessons.derivatives.c04 import numbers as c04
from lessons.derivatives.c07 import numbers as c07
from lessons.derivatives.c07.parameters import DownhillParameters
from lessons.derivatives.exploration.curves import CUBE_ROOT, STEP, WIGGLE
from lessons.derivatives.exploration.descents import SHELF
from lessons.exploration import CurveState, DescentState, RegressionState
from lessons.library import explorations_of, load_lesson, numbers_of
from mathcore.formulas.expression import read_function
from mathcore.slopes.panel import exact_slope
from tests.derivatives.changed_examples import examples

LESSON = load_lesson("derivatives")
EXPLORATIONS = explorations_of("derivatives")


@examples
def test_every_beat_has_states_that_the_explorers_can_show(clip, parameters):
    states = EXPLORATIONS[clip.number](numbers_of("derivatives", clip.number, parameters))
    assert list(states) == [beat.name for beat in clip.beats]
    for shown in states.values():
        assert shown
        assert len(set(shown)) == len(shown)
        for state in shown:
            check(state)


def check(state):
    match state:
        case CurveState():
            f = read_function(state.function)
            assert state.h != 0
            assert np.isfinite([f(state.x0), f(state.x0 + state.h)]).all(), state
        case DescentState():
            f = read_function(state.function)
            assert math.isfinite(f(state.start)), state
            assert state.alpha > 0
            assert state.steps >= 0
        case RegressionState():
            assert len(state.points) >= 2
            assert state.alpha > 0
            assert state.epochs >= 0


def test_every_clip_can_be_gone_on_with():
    assert list(EXPLORATIONS) == [clip.number for clip in LESSON.clips]


def slopes(number, beat):
    """The slopes that the explorer reads in the states of a beat."""
    states = EXPLORATIONS[number](numbers_of("derivatives", number))[beat]
    return [read_function(s.function).slope(s.x0) for s in states if isinstance(s, CurveState)]


@pytest.mark.parametrize(
    ("number", "beat", "shown"),
    [
        ("00", "ratio_settles", [-22]),
        ("03", "slopes_at_every_point", [-6, -4, -2, 0, 2, 4, 6]),
        ("04", "cliff_and_gentle_slope", [9, -0.57]),
        ("05a", "slopes_add_up", [12, 20, -2, 0, 30]),
        ("05b", "slopes_flow_back", [-0.8, 0.25, -0.6, -0.2]),
        ("05b", "paths_add", [1]),
        ("05c", "degrees_flatten", [0.01745329]),
        ("08", "length_is_the_steepest_slope", [10.63014581, 0, -10.63014581]),
        ("09a", "first_gradient", [-78, -22]),
        ("09a", "chain_rule_at_one_point", [-30, -6]),
        ("10", "gradient_tile", [2.5, 2]),
        ("11", "practice_card", [108]),
    ],
)
def test_the_explorer_opens_where_it_reads_the_slopes_of_the_beat(number, beat, shown):
    found = np.array(slopes(number, beat))
    for slope in shown:
        assert np.isclose(found, slope, atol=1e-6).any()


def test_a_beat_that_runs_through_gaps_has_a_state_for_each():
    states = EXPLORATIONS["06"](numbers_of("derivatives", "06"))["error_shrinks_with_the_gap"]
    assert [state.h for state in states] == [1.5, 1, 0.5, 0.1, 0.01, 0.001]


def test_a_descent_opens_at_each_step_that_is_told():
    states = EXPLORATIONS["07"](numbers_of("derivatives", "07"))["distance_shrinks_by_a_fifth"]
    assert states[0] == DescentState("x**2 - 4*x + 5", 5.0, 0.1, 5)
    assert sorted(state.steps for state in states) == [0, 1, 2, 3, 4, 5]


def test_the_formula_of_another_example_is_the_one_that_was_asked_for():
    wish = DownhillParameters.read({"function": "x**3-3*x", "start": 2, "alpha": 0.05})
    states = EXPLORATIONS["07"](wish.numbers)["distance_shrinks_by_a_fifth"]
    assert {(state.function, state.start, state.alpha) for state in states} == {
        ("x**3-3*x", 2.0, 0.05)
    }


@pytest.mark.parametrize(
    ("text", "curve"),
    [
        (CUBE_ROOT, c04.compute().root),
        (STEP, c04.compute().jump),
        (WIGGLE, c04.compute().wiggle),
        (SHELF, c07.compute().panels["shelf"]),
    ],
)
def test_a_curve_made_of_pieces_is_the_same_in_the_vocabulary_of_formulas(text, curve):
    xs = np.linspace(-2, 2, 401)
    assert read_function(text)(xs) == pytest.approx(curve(xs), abs=1e-8)


def test_at_a_corner_the_explorer_reads_no_slope():
    corner = EXPLORATIONS["04"](c04.compute())["corner_disagrees"][0]
    assert math.isnan(exact_slope(read_function(corner.function), corner.x0))
