"""How long a regression takes to print its digits, and which dials, epochs and windows show it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import numpy as np

from mathcore.formulas.window import Span, round_step
from mathcore.optimization import epochs, regression
from mathcore.optimization.regression import Dataset, Parameters, RegressionPath
from mathcore.optimization.valley import PlaneWindow, Valley, plane_window
from mathcore.values import FloatArray

DECIMALS = 4
SHOWN_EPOCHS = (20, 50, 100, 200, 500)
QUICK = 20
"""Epochs that are shown one by one, before the path is followed in leaps: they cross the valley."""
LENS_SHARE = 0.4
"""Which share of the window of the data the magnified misses fill."""
DIALS = (0.01, 0.02, 0.05, 0.08)
DIAL_SHARES = (0.24, 0.6, 0.95)
"""The α of the dials for other data, in limits of α."""
TOO_LARGE, BARELY_TOO_LARGE, TOO_LARGE_STEPS = 0.09, 0.085, 4
PAST_SHARES = (1.065, 1.006)
TRAIL = 240
"""Points of a path that is followed in leaps."""
LONGEST_PATH = 100_000
ROUND = 1.15
"""Half the window of the round valley, in radii of the circle through the start."""
MAP_SHAPE = 1.14
"""Width per height of the map, which stands beside a panel."""
CLOSE_MARGIN = 0.12
LEAST_PUSH = 2
"""A lens that magnifies less than this is not worth its time."""

Outcome = Literal["slow", "settled", "diverges", "hopeless"]


def needed_epochs(data: Dataset, alpha: float) -> int | None:
    """Return the epochs needed; ``None`` past the limit, and for more than a million."""
    predicted = predicted_epochs(data, alpha)
    if predicted is not None and predicted > epochs.LONGEST_RUN:
        return None
    try:
        return epochs.epochs_to_print(data, alpha, DECIMALS)
    except ValueError:
        return None


def predicted_epochs(data: Dataset, alpha: float) -> float | None:
    """Return the epochs the slow mode asks for; ``None`` where it does not shrink steadily."""
    try:
        return epochs.slow_mode_epochs(data, alpha, DECIMALS)
    except ValueError:
        return None


def outcome_of(
    printed: Parameters, best: Parameters, needed: int | None, *, converges: bool
) -> Outcome:
    """Return whether the printed digits are right, will be right later, or never will be."""
    if not converges:
        return "diverges"
    if [f"{p:.{DECIMALS}f}" for p in printed] == [f"{p:.{DECIMALS}f}" for p in best]:
        return "settled"
    return "hopeless" if needed is None else "slow"


def dials_for(
    alpha: float, limit: float, *, is_default: bool
) -> tuple[tuple[float, ...], tuple[float, float]]:
    """Return the α that the dial is turned to, then one past the limit and one barely past it."""
    if is_default:
        return DIALS, (TOO_LARGE, BARELY_TOO_LARGE)
    larger = [_two_digits(share * limit, math.floor) for share in DIAL_SHARES]
    dials = [dial for dial in larger if dial > alpha or alpha >= limit] or [larger[-1]]
    if alpha < dials[0]:
        dials = [alpha, *dials]
    return tuple(dials), (_two_digits(PAST_SHARES[0] * limit, math.ceil), PAST_SHARES[1] * limit)


def _two_digits(value: float, rounding: Callable[[float], int]) -> float:
    power = math.floor(math.log10(value)) - 1
    return float(f"{rounding(round(value / 10.0**power, 9))}e{power}")


def diverging_path(data: Dataset, alpha: float) -> RegressionPath:
    """Return a few steps with an α past the limit."""
    return regression.gd_regression(data, alpha, TOO_LARGE_STEPS)


def path_until(data: Dataset, alpha: float, epoch: int | None) -> RegressionPath | None:
    """Return the path up to an epoch; ``None`` where that is too long or never comes."""
    if epoch is None or epoch > LONGEST_PATH:
        return None
    return regression.gd_regression(data, alpha, epoch)


def magnification(misses: FloatArray, y_span: Span) -> float:
    """Return a round magnification that makes the misses fill a good part of the window."""
    largest = float(np.abs(misses).max())
    wanted = LENS_SHARE * (y_span[1] - y_span[0]) / largest if largest else 1.0
    return round_step(wanted, 1) if wanted > 1 else 1.0


def shown_to(run: int, last: int) -> tuple[int, ...]:
    """Return the epochs that are shown: some round ones and the run's last, within the path."""
    shown = (*(epoch for epoch in SHOWN_EPOCHS if epoch < run), run)
    return tuple(epoch for epoch in shown if epoch <= last)


def trail_to(last: int) -> tuple[int, ...]:
    """Return the epochs in which a path is drawn: a few one by one, then in ever longer leaps."""
    if last <= QUICK:
        return tuple(range(last + 1))
    leaps = np.geomspace(QUICK, last, TRAIL).round().astype(int).tolist()
    stops = [epoch for epoch in SHOWN_EPOCHS if epoch <= last]
    return tuple(sorted({*range(QUICK + 1), *leaps, *stops, last}))


def stage_window(points: list[list[float]]) -> PlaneWindow:
    """Return a window with some settings in it, in the shape of the map."""
    return plane_window(points, MAP_SHAPE)


def holding(window: PlaneWindow, other: PlaneWindow) -> PlaneWindow:
    """Return a window of the same shape that holds another one as well."""
    own = np.transpose([window.u_range, window.v_range])
    both = np.concatenate([own, np.transpose([other.u_range, other.v_range])])
    low, high = both.min(axis=0), both.max(axis=0)
    size = own[1] - own[0]
    size = size * float(((high - low) / size).max())
    (u0, v0), (u1, v1) = ((low + high - size) / 2).tolist(), ((low + high + size) / 2).tolist()
    return PlaneWindow((u0, u1), (v0, v1), window.equal)


def pushed_in(near: PlaneWindow, points: FloatArray) -> tuple[int, PlaneWindow]:
    """Return how many times a window can be magnified about some settings, and what is seen then.

    Where that is less than twice, it stays as it is.
    """
    low, high = points.min(axis=0), points.max(axis=0)
    size = np.array([high - low for low, high in (near.u_range, near.v_range)])
    needed = np.maximum((high - low) * (1 + 2 * CLOSE_MARGIN), size * 1e-6)
    times = math.floor(float((size / needed).min()))
    if times < LEAST_PUSH:
        return 1, near
    (u0, v0), (u1, v1) = (((low + high) / 2 + side * size / times / 2).tolist() for side in (-1, 1))
    return times, PlaneWindow((u0, u1), (v0, v1), near.equal)


def way_along(floor: Valley) -> FloatArray:
    """Return the part along the valley of the way from (0, 0) to its lowest point, shape (2,)."""
    along = floor.bowl.directions[1]
    return np.asarray((along @ np.array(floor.best)) * along)


def window_about(best: Parameters) -> PlaneWindow:
    """Return the window around a best setting that holds the circle through (0, 0)."""
    half = ROUND * math.hypot(*best)
    across = half * MAP_SHAPE
    return PlaneWindow(
        (best.w - across, best.w + across), (best.b - half, best.b + half), equal=True
    )
