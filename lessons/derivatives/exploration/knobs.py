"""Clip 08: its landscapes, cut along one knob or along a straight way, as curves."""

from __future__ import annotations

import math
from collections.abc import Iterable

import sympy as sp

from lessons.derivatives.c08 import numbers as c08
from lessons.derivatives.exploration.states import (
    NEAR,
    States,
    at,
    cut,
    exact,
    rolled,
    slice_at,
)
from lessons.exploration import BeatStates, DescentState
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import X
from mathcore.optimization.descent import Descent
from mathcore.optimization.landscape import Landscape

CENTRE = (0.0, 0.0)
DIAGONALS = ((1 / sp.sqrt(2), 1 / sp.sqrt(2)), (1 / sp.sqrt(2), -1 / sp.sqrt(2)))
"""Ways of length 1 along both diagonals: what lies on them keeps its distances."""
STEPS_OF_THE_BARS = 3
"""How many steps the bars show of what is left along both diagonals."""


def many_knobs(n: c08.Numbers) -> BeatStates:
    """Return the states of clip 08."""
    first, second = (
        at(piece, where) for piece, where in zip(n.slices, (n.at.x, n.at.y), strict=True)
    )
    flat, turned, steepest, up, level, back = (
        at(_towards(n, degrees), 0.0) for degrees in n.needle_degrees.tolist()
    )
    shown = [step for step in n.saddle_shown if step < n.saddle_descent.steps]
    saddle = [cut(n.saddle, CENTRE, way) for way in DIAGONALS]
    bowl = [cut(n.bowl, CENTRE, way) for way in DIAGONALS]
    bends, falls = ((at(f, 0.0), at(f, 1.0, 1.0)) for f in saddle)
    return {
        "landscape_rises": (first, second),
        "first_slice": (first,),
        "second_slice": (second,),
        "frozen_symbol": (first, second),
        "slopes_stack_into_an_arrow": (first, second, steepest),
        "needle_turns_round": (flat, turned, up, steepest, level, back),
        "length_is_the_steepest_slope": (steepest, level, back),
        "gradient_small_print": (at(slice_at(n.saddle, 0, CENTRE), 0.0), steepest),
        "height_nears_zero": _along(n.saddle, n.saddle_descent, shown[:4]),
        "ball_slides_off_sideways": _along(n.saddle, n.saddle_descent, shown[::-1]),
        "saddle_cut_twice": (*bends, *falls),
        "only_from_the_diagonal": tuple(
            _rolling(saddle[0], n.diagonal_descent, 0, steps)
            for steps in range(n.diagonal_descent.steps, -1, -1)
        ),
        "surface_becomes_a_bowl": tuple(at(f, 0.0) for f in (*bowl, *saddle)),
        "fast_across_slow_along": (
            *_along(n.bowl, n.bowl_descent, range(n.bowl_shown)),
            *(_rolling(f, n.bowl_descent, way, n.bowl_shown) for way, f in enumerate(bowl)),
        ),
        "two_factors": tuple(
            rolled(f, 1.0, n.bowl_descent.alpha, steps)
            for steps in range(STEPS_OF_THE_BARS, -1, -1)
            for f in bowl
        ),
        "column_of_slopes": _each_knob(n),
        "gradient_becomes_a_tile": (steepest, first, second),
    }


def _towards(n: c08.Numbers, degrees: float) -> Function:
    """Return the saddle along the needle, as a function of the way from the needle's foot."""
    angle = math.radians(degrees)
    return cut(n.saddle, n.at, (sp.Float(math.cos(angle)), sp.Float(math.sin(angle))))


def _along(land: Landscape, path: Descent, steps: Iterable[int]) -> States:
    """Return for each step the slice along the first knob, and how far that knob is turned."""
    return tuple(
        at(
            slice_at(land, 0, path.points[k]),
            path.points[k][0],
            _turn(path.points[:, 0].tolist(), k),
        )
        for k in steps
    )


def _turn(knob: list[float], step: int) -> float:
    return knob[step + 1] - knob[step] or NEAR


def _rolling(curve: Function, path: Descent, way: int, steps: int) -> DescentState:
    """Return a descent along one diagonal, from the share of the start that lies along it."""
    across, up = (float(step) for step in DIAGONALS[way])
    first, second = path.points[0].tolist()
    return rolled(curve, across * first + up * second, path.alpha, steps)


def _each_knob(n: c08.Numbers) -> States:
    """Return for each knob of many the bowl along it, without what its neighbours add.

    The bowl is the sum of all squares and of the products of neighbours: along one knob it is a
    square and a straight part, whose slope is what is left of the slope there.
    """
    return tuple(
        at(function(X**2 + exact(slope - 2 * knob) * X), knob)
        for knob, slope in zip(n.many_parameters.tolist(), n.many_partials.tolist(), strict=True)
    )
