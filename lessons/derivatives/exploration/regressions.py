"""Clips 09a and 09b: a line on its way to points, and its loss as a curve over one knob."""

from __future__ import annotations

import math

from lessons.derivatives.c09a import numbers as c09a
from lessons.derivatives.c09b import numbers as c09b
from lessons.derivatives.c09b.bumps import ALPHA as BUMPS_ALPHA
from lessons.derivatives.c09b.bumps import LOSS
from lessons.derivatives.exploration.states import (
    States,
    at,
    at_each,
    fitted,
    rolled,
    short,
    slice_at,
)
from lessons.exploration import BeatStates
from mathcore.formulas.functions import function
from mathcore.formulas.symbolic import X
from mathcore.optimization.landscape import Landscape
from mathcore.optimization.regression import Parameters


def the_machine(n: c09a.Numbers) -> BeatStates:
    """Return the states of clip 09a: misses of a line, its loss by each knob, and ten steps."""
    line = at_each(n.trial_line, n.data.xs[: c09a.FEW])
    by_knob = _by_each_knob(n.loss, n.trial)
    at_zero = _by_each_knob(n.loss, n.start)
    alpha = n.descent.alpha
    return {
        "line_on_two_dials": line,
        "misses_become_squares": line,
        "squares_average_into_one": (*by_knob, *line),
        "settings_fill_a_bowl": (*_by_each_knob(n.loss, n.aside), *by_knob),
        "chain_rule_at_one_point": (*_square_of_one_miss(n), *line),
        "slopes_average_too": by_knob,
        "first_gradient": (*at_zero, *fitted(n.data, alpha, 0)),
        "first_step": fitted(n.data, alpha, 1, 0),
        "ten_steps": fitted(n.data, alpha, *range(n.steps, -1, -1)),
    }


def _by_each_knob(loss: Landscape, setting: Parameters) -> States:
    """Return the loss as a function of either knob, the other held."""
    return tuple(at(slice_at(loss, knob, setting), setting[knob]) for knob in (0, 1))


def _square_of_one_miss(n: c09a.Numbers) -> States:
    """Return the square of the largest miss as a function of either knob."""
    w, b = n.trial
    x, y = n.focus_x, float(n.data.ys[n.focus])
    by_w, by_b = (short(x) * X + short(b - y)) ** 2, (X + short(w * x - y)) ** 2
    return (at(function(by_w, X), w), at(function(by_b, X), b))


def the_surprise(n: c09b.Numbers) -> BeatStates:
    """Return the states of clip 09b: epochs, dials, scaled inputs, and the line solved for."""
    run = fitted(n.data, n.alpha, n.epochs)
    longer = fitted(n.data, n.alpha, n.epochs_needed) if n.epochs_needed is not None else ()
    scaled = fitted(n.scaled.data, n.scaled_step.alpha, 1)
    mended = fitted(n.data, n.mending_alpha, n.mended_epochs or n.epochs)
    dials = tuple(
        state
        for dial, needed in n.needed_by_dial.items()
        for state in fitted(n.data, dial, needed or n.epochs)
    )
    misses = at_each(n.miss_line, n.data.xs[: c09a.FEW]) if n.outcome != "diverges" else ()
    leaps = fitted(n.data, n.diverging.alpha, *range(len(n.diverging.losses) - 1, -1, -1))
    return {
        "guess_the_print": run,
        "printed_line": run,
        "misses_magnified": (*run, *misses),
        "narrow_valley": fitted(n.data, n.alpha, *n.shown_epochs, n.epochs),
        "two_speeds": (*_both_ways(n), *run),
        "counter_spins": (*longer, *run),
        "dial_turned_too_far": (*leaps, *dials[::-1]),
        "valley_becomes_round": scaled,
        "three_honest_prints": (*longer, *mended, *scaled),
        "solved_directly": (
            *_by_each_knob(n.machine.loss, n.closed_form),
            rolled(function(LOSS), n.bumps.xs[0], BUMPS_ALPHA, len(n.bumps.xs) - 1),
        ),
    }


def _both_ways(n: c09b.Numbers) -> States:
    """Return a descent from 1 along the valley, until half is left, and one across it."""
    life = n.contraction.half_life
    steps = max(1, round(life)) if math.isfinite(life) and life <= n.longest_run else n.epochs
    bends = n.curvatures.values.tolist()
    return tuple(
        rolled(function(short(bend / 2) * X**2), 1.0, n.alpha, steps) for bend in reversed(bends)
    )
