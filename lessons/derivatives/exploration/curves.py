"""Clips 00 to 04: what their beats show of lines, of curves and of ever smaller gaps."""

from __future__ import annotations

from lessons.derivatives.c00 import numbers as c00
from lessons.derivatives.c01 import numbers as c01
from lessons.derivatives.c02 import numbers as c02
from lessons.derivatives.c03 import numbers as c03
from lessons.derivatives.c04 import numbers as c04
from lessons.derivatives.exploration.states import NEAR, States, at, at_each, closing, over
from lessons.exploration import BeatStates
from mathcore.slopes.lines import line_through
from mathcore.values import FloatArray

CUBE_ROOT = "((abs(x) + x)/2)**(1/3) - ((abs(x) - x)/2)**(1/3)"
"""The real cube root in the vocabulary of formulas, where a power of a negative x has no value."""
STEP = "(1 + (x + 1e-9)/abs(x + 1e-9))/2"
"""A step from 0 to 1 whose value at 0 is 1: it stands a billionth to the left of 0."""
WIGGLE = "x + 2*x**2*sin(1/(x + 1e-9))"
"""The wiggle of clip 04, with a value at 0, and everywhere else the same as it can be seen."""
TURNED = (0.0, 0.5, 0.75, 0.95)
"""Shares of the way to the upright line at which the tilted one is read."""


def one_question(n: c00.Numbers) -> BeatStates:
    """Return the states of clip 00: its loss as a function of its knob."""
    first = (at(n.loss, n.knob, n.nudges[0]),)
    return {
        "knob_turns_error_drops": first,
        "two_moves_make_a_ratio": first,
        "one_knob_among_many": first,
        "ratio_settles": closing(n.loss, n.knob, n.nudges),
        "map_appears": at_each(n.loss, (n.knob, n.best)),
    }


def lines_and_slopes(n: c01.Numbers) -> BeatStates:
    """Return the states of clip 01: triangles under lines."""
    stairs = over(n.line, *n.stairs)
    read = tuple(
        state
        for slope, triangle in zip(n.read_slopes.tolist(), n.read_triangles, strict=True)
        for state in over(n.line_at(slope), triangle)
    )
    tilts = [n.tilting(share) for share in TURNED]
    return {
        "rows_become_dots": at_each(n.line, n.rows[:, 0], n.stairs[0].run),
        "steps_repeat": stairs,
        "dots_become_a_line": closing(
            n.line, n.crossing.x, [rows[1, 0] - rows[0, 0] for rows in n.fillings]
        ),
        "two_numbers_describe_it": stairs,
        "rise_over_run": over(n.line, n.triangles[0]),
        "triangle_travels": over(n.line, *n.triangles),
        "triangles_nest": over(n.line, *n.nested),
        "run_collapses": tuple(
            state for tilt in tilts for state in over(line_through(tilt.p, tilt.slope), tilt)
        ),
        "line_turns": read,
        "sign_and_size_part": read[::-1],
        "triangle_becomes_a_tile": over(n.line, n.triangles[0]),
    }


def when_lines_bend(n: c02.Numbers) -> BeatStates:
    """Return the states of clip 02: secants of the parabola."""
    chords = over(n.parabola, *n.chords)
    secant = over(n.parabola, n.secant.triangle)
    waves = tuple(state for wave in n.repeated for state in over(n.sine, wave.triangle))
    return {
        "dots_refuse_a_line": at_each(n.parabola, n.rows[:, 0], n.chords[0].run),
        "rises_disagree": chords,
        "rises_become_chords": chords,
        "no_slope_repeats": (*chords, *waves),
        "secant_joins_two_points": secant,
        "numbers_become_letters": secant,
        "gap_points_left": over(n.parabola, n.left_secant.triangle),
        "three_paths_one_average": tuple(
            state for journey in n.journeys for state in over(journey, n.secant.triangle)
        ),
        "parallel_line_kisses": (at(n.parabola, n.kissing.point.x), *secant),
    }


def closing_in(n: c03.Numbers) -> BeatStates:
    """Return the states of clip 03: gaps that close, windows that narrow, a cubic's tangents."""
    right = closing(n.parabola, n.at, n.right_gaps)
    left = closing(n.parabola, n.at, n.left_gaps)
    wide = (at(n.parabola, n.at, n.close_gap),)
    zoomed = n.zoom_tangent.point.x
    touching = n.cubic_tangent.point.x
    return {
        "points_fuse": (right[0], at(n.parabola, n.at, n.hair)),
        "points_part_by_a_hair": (at(n.parabola, n.at, n.hair),),
        "gap_closes_from_the_right": right,
        "gap_closes_from_the_left": left,
        "both_sides_meet": (right[-1], left[-1]),
        "quotient_has_a_hole": (*right, *left),
        "band_and_strip": closing(
            n.parabola, n.at, [side * band.strip for band in n.bands for side in (1, -1)]
        ),
        "one_becomes_x": wide,
        "squares_cancel": wide,
        "h_is_divided_away": wide,
        "lone_h_shrinks": right,
        "slopes_at_every_point": at_each(n.parabola, (zoomed, *n.slope_inputs)),
        "microscope": closing(n.parabola, zoomed, [zoom.width / 2 for zoom in n.zoom_windows]),
        "tangent_meets_again": closing(n.cubic, touching, (NEAR, n.meets_again.x - touching)),
        "tangent_crosses_at_contact": closing(
            n.cubic, n.crossing_tangent.point.x, [zoom.width / 2 for zoom in n.crossing_windows]
        ),
    }


def the_derivative(n: c04.Numbers) -> BeatStates:
    """Return the states of clip 04: slopes of a parabola and a cubic, and points without one."""
    here = n.recipe.point.x
    slopes = at_each(n.parabola, [tangent.point.x for tangent in n.readings])
    level = at_each(n.cubic, [point.x for point in n.level_points])
    five = at_each(n.cubic, [tangent.point.x for tangent in n.five.values()])
    sizes = n.corner_quotients.sizes
    return {
        "quotient_gets_its_limit": closing(n.parabola, here, (n.recipe_gap, *sizes)),
        "two_spellings": closing(n.parabola, here, (n.small_run, n.hair)),
        "small_print_underlined": closing(n.parabola, here, (n.hair, -n.hair)),
        "slopes_draw_a_curve": slopes,
        "three_slopes_read": slopes,
        "zeros_found_first": level,
        "marble_rides_the_ribbon": (*five, *level),
        "cliff_and_gentle_slope": at_each(n.cubic, (n.fast.point.x, n.slow.point.x)),
        "five_pictures": five,
        "corner_disagrees": _both_sides("abs(x)", sizes),
        "secant_stands_up": closing(CUBE_ROOT, 0.0, sizes),
        "jump_never_settles": _both_sides(STEP, sizes),
        "endless_small_dips": (
            *closing(WIGGLE, 0.0, (n.neighbours, -n.neighbours, NEAR)),
            *at_each(WIGGLE, n.dips, NEAR**2),
            *at_each(n.riser, (n.riser_range[0], 0.0, n.riser_range[1])),
        ),
    }


def _both_sides(curve: str, sizes: FloatArray) -> States:
    return tuple(at(curve, 0.0, side * size) for size in sizes for side in (1, -1))
