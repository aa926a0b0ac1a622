"""Clips 06 and 07: what their beats show of one point of a curve, and of steps down a curve."""

from __future__ import annotations

import numpy as np

from lessons.derivatives.c06 import numbers as c06
from lessons.derivatives.c07 import numbers as c07
from lessons.derivatives.exploration.states import States, at, at_each, closing, over, rolled
from lessons.exploration import BeatStates, CurveState
from mathcore.slopes.quotients import Tangent

SHELF = "2*((abs(x - 1/2) + x - 1/2)/2)**3 - 2*((abs(x + 1/2) - x - 1/2)/2)**3"
"""The shelf of clip 07 in the vocabulary of formulas: level from −1/2 to 1/2."""
BESIDE = 1.0
"""How far from a level point its curve is read as well."""


def the_explorer(n: c06.Numbers) -> BeatStates:
    """Return the states of clip 06: one point, and the gaps at which it is read."""
    f, x0, h = n.formula, n.panel.x0, n.panel.h
    here = (at(f, x0, h),)
    gaps = closing(f, x0, n.gaps)
    if n.sides is not None:
        gaps = closing(f, x0, [side * size for size in n.sides.sizes for side in (1, -1)])
    walk = tuple(at(f, reading.x0, h) for reading in n.sweep)
    return {
        "rows_light_up": here,
        "error_is_a_gap": here,
        "error_shrinks_with_the_gap": gaps,
        "half_the_gap_times_bending": (
            *gaps,
            *closing(n.cubic, n.cubic_at, abs(n.gaps)),
            *_where_it_has_values(n, at(f, n.turned_at, h)),
        ),
        "both_sides_cancel": (_reaching(n), *here),
        "point_moves_columns_switch": (*walk[::-1], *here),
        "balls_step_against_the_slope": (
            *(rolled(f, reading.x0, c06.ALPHA, 1) for reading in n.sweep),
            *here,
        ),
        "rounding_eats_the_difference": (*closing(f, x0, n.float_gaps), *here),
    }


def _reaching(n: c06.Numbers) -> CurveState:
    """Return the state of the two-sided secant: it begins where its left end stands."""
    if n.central is None:
        return at(n.formula, n.panel.x0, n.panel.h)
    return at(n.formula, n.panel.x0 - n.central_gap, n.central_run)


def _where_it_has_values(n: c06.Numbers, *states: CurveState) -> States:
    return tuple(s for s in states if np.isfinite([n.f(s.x0), n.f(s.x0 + s.h)]).all())


def downhill(n: c07.Numbers) -> BeatStates:
    """Return the states of clip 07: level points told apart, and descents."""
    start, alpha, taken = n.start, n.descent.alpha, n.descent.steps
    level = tuple(
        at(n.panels[name], n.panel_points[name].x) for name in ("minimum", "maximum", "inflection")
    )
    beside = tuple(
        at(n.panels[name], n.panel_points[name].x + side)
        for name in ("minimum", "maximum", "inflection")
        for side in (-BESIDE, BESIDE)
    )
    lowest = _of_the_valley(n)
    path = tuple(rolled(n.formula, start, alpha, steps) for steps in (taken, *n.rows))
    shelf, corner = (n.panel_points[name].x for name in ("shelf", "corner"))
    return {
        "three_level_points": level,
        "saddle_is_sent_away": (*level, *beside),
        "shelf_and_corner": (
            at(SHELF, shelf),
            *closing(n.panels["corner"], corner, (BESIDE, -BESIDE)),
            *level,
        ),
        "slope_vanishes_at_two": lowest,
        "square_plus_one": (*lowest, *_signs(n)),
        "computer_checks_the_signs": (*lowest, *_signs(n)),
        "slope_is_a_compass": (*_tangents(n, n.found.compass if n.found else ()), *lowest),
        "step_too_long": _leap_and_hop(n),
        "dial_scales_the_step": tuple(
            rolled(n.formula, start, dial, 1) for dial in (alpha, n.wiggle)
        ),
        "distance_shrinks_by_a_fifth": path,
        "five_dials": _dials(n) or path,
        "safe_factors": (*(_dials(n) or path), *_bend(n)),
        "two_valleys": (
            *(
                rolled(n.two_valleys, ball.points[0], ball.alpha, ball.steps)
                for ball in (n.balls[-1], *n.balls[:-1])
            ),
            *at_each(n.two_valleys, [point.x for point in (*n.valleys, n.watershed)]),
        ),
        "level_ground_stalls": tuple(
            rolled(n.panels["inflection"], n.stall.points[0], n.stall.alpha, steps)
            for steps in n.stall_shown[::-1]
        ),
    }


def _of_the_valley(n: c07.Numbers) -> States:
    """Return the state at the lowest point, or at the start where there is none."""
    return at_each(n.formula, (n.start if n.found is None else n.found.lowest.x,))


def _signs(n: c07.Numbers) -> States:
    return _tangents(n, n.found.sign_tangents if n.found else ())


def _tangents(n: c07.Numbers, tangents: tuple[Tangent, ...]) -> States:
    return at_each(n.formula, [tangent.point.x for tangent in tangents])


def _leap_and_hop(n: c07.Numbers) -> States:
    """Return the states whose gap is a step too long, and one that is short enough."""
    if n.found is None or n.found.leap is None or n.found.hop is None:
        return _of_the_valley(n)
    steps = (n.found.leap, n.found.hop)
    return tuple(at(n.formula, begin.x, end.x - begin.x) for begin, end in steps)


def _dials(n: c07.Numbers) -> States:
    """Return the descents with five dials, if the curve is a parabola."""
    if n.quadratic is None:
        return ()
    return tuple(
        rolled(n.formula, n.start, path.alpha, path.steps) for path in n.quadratic.dial_paths
    )


def _bend(n: c07.Numbers) -> States:
    """Return the slope of a parabola as a curve of its own: its slope is the curvature."""
    return () if n.quadratic is None else over(n.slope, n.quadratic.bend)
