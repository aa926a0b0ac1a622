"""Clip 09b, Regression, the surprise: five hundred epochs miss, and the narrow valley tells why."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from lessons.derivatives.numbers.c09a import machine_is_built
from mathcore import epochs, lines, regression
from mathcore.contours import Contour, contours
from mathcore.descent import Contraction, contraction
from mathcore.landscape import Curvatures
from mathcore.lines import Line
from mathcore.regression import Dataset, Parameters, RegressionPath, Standardised
from mathcore.values import FloatArray, frozen

ALPHA, EPOCHS, DECIMALS = 0.01, 500, 4
SHOWN_EPOCHS = (10, 50, 100, 200, 500)
LENS = 50.0
DIALS = (0.01, 0.02, 0.05, 0.08)
MENDING_ALPHA = 0.08
TOO_LARGE, BARELY_TOO_LARGE, TOO_LARGE_STEPS = 0.09, 0.085, 4
SCALED_ALPHA = 0.5
LEVELS = (0.05, 0.15, 0.8, 5.0, 20.0, 60.0, 139.0)
W_RANGE, B_RANGE = (-1.0, 7.0), (-12.0, 16.0)
SCALED_W_RANGE, SCALED_B_RANGE = (-8.0, 16.0), (-1.0, 23.0)


@dataclass(frozen=True, slots=True)
class Surprise:
    """Every number of clip 09b.

    Attributes
    ----------
    data, truth
        The points of clip 09a and the line 3x + 2 they were made from.
    epochs
        500, what the code runs.
    expected
        (3, 2), what one expects it to print.
    descent
        Its path, α = 0.01.
    printed
        (w, b) after 500 epochs: (3.0553, 1.8003).
    fitted
        The line it found.
    lens
        × 50, how much the errors are magnified.
    errors
        Errors of the fitted line, shape (5,): −0.144 at x = 1 … +0.077 at x = 5.
    pivot
        x = 3.6103, where the slow mode does not change the line.
    crossing
        Where the fitted line meets the true one: 3.61.
    valley
        Contours of J, in the plane (w, b).
    axis_ratio
        Length over width of its ellipses, 8.4.
    curvatures
        23.66 across and 0.338 along, with their directions.
    condition
        Their ratio, 69.99.
    hessian
        [[22, 6], [6, 2]].
    shown_epochs, shown_points
        10, 50, 100, 200, 500 and (w, b) there, shapes (5,) and (5, 2).
    largest_w, largest_w_epoch
        3.2725 at step 25.
    contraction
        Factors 0.763 and 0.99662 at α = 0.01, the limit 0.0845, half-life 204.7 steps, best 1/12.
    epochs_needed
        2,949: the first epoch that prints 3.0000 and 2.0000 for good, by simulation.
    epochs_predicted
        2,948.5: what the slow mode says, not rounded.
    needed_by_dial
        Epochs needed by α: 0.01 → 2,949, 0.02 → 1,472, 0.05 → 586, 0.08 → 365.
    needed_at_best
        392 at α = 1/12: the best rate in the long run, yet not the fewest epochs from (0, 0).
    diverging, barely_diverging
        Four steps at α = 0.09 and 0.085: J = 139, 177, 226, 288, 368 and 139, 142.1, …
    scaled
        z = (x − 3)/√2.
    scaled_curvatures
        2 and 2.
    scaled_valley
        Contours of J in the plane of the scaled parameters: circles.
    scaled_step
        One step of α = 0.5 on z: (0, 0) → (4.2426, 11).
    unscaled
        The same as w and b for x: (3, 2).
    mended
        500 epochs with α = 0.08: prints 3.0000 and 2.0000.
    longer
        α = 0.01 for as long as it needs.
    closed_form
        (3, 2), from the normal equations.
    """

    data: Dataset
    truth: Line
    epochs: int
    expected: Parameters
    descent: RegressionPath
    printed: Parameters
    fitted: Line
    lens: float
    errors: FloatArray
    pivot: float
    crossing: float
    valley: tuple[Contour, ...]
    axis_ratio: float
    curvatures: Curvatures
    condition: float
    hessian: FloatArray
    shown_epochs: tuple[int, ...]
    shown_points: FloatArray
    largest_w: float
    largest_w_epoch: int
    contraction: Contraction
    epochs_needed: int
    epochs_predicted: float
    needed_by_dial: Mapping[float, int]
    needed_at_best: int
    diverging: RegressionPath
    barely_diverging: RegressionPath
    scaled: Standardised
    scaled_curvatures: Curvatures
    scaled_valley: tuple[Contour, ...]
    scaled_step: RegressionPath
    unscaled: Parameters
    mended: RegressionPath
    longer: RegressionPath
    closed_form: Parameters

    def epochs_at(self, alpha: float) -> int | None:
        """Return the epochs needed with any α > 0; ``None`` past the limit."""
        return epochs.epochs_by_modes(self.data, alpha, DECIMALS)

    def path_at(self, alpha: float, steps: int) -> RegressionPath:
        """Return the path with any α > 0, for the dial."""
        return regression.gd_regression(self.data, alpha, steps)


@cache
def surprise() -> Surprise:
    """Compute the numbers of clip 09b, once."""
    machine = machine_is_built()
    data, truth = machine.data, machine.truth
    bowl = regression.curvatures(data)
    descent = regression.gd_regression(data, ALPHA, EPOCHS)
    fitted = lines.line(*descent.end)
    shrinking = contraction(ALPHA, bowl.values)
    needed = _needed(data, ALPHA)
    scaled = regression.standardise(data)
    step = regression.gd_regression(scaled.data, SCALED_ALPHA, 1)
    scaled_curvatures = regression.curvatures(scaled.data)
    return Surprise(
        data=data,
        truth=truth,
        epochs=EPOCHS,
        expected=Parameters(truth.slope, truth.intercept),
        descent=descent,
        printed=descent.end,
        fitted=fitted,
        lens=LENS,
        errors=regression.errors(data, *descent.end),
        pivot=regression.pivot_x(data),
        crossing=(truth.intercept - fitted.intercept) / (fitted.slope - truth.slope),
        valley=contours(machine.loss, LEVELS, W_RANGE, B_RANGE, n=161),
        axis_ratio=math.sqrt(bowl.condition),
        curvatures=bowl,
        condition=bowl.condition,
        hessian=regression.hessian_regression(data),
        shown_epochs=SHOWN_EPOCHS,
        shown_points=frozen([descent.at(epoch) for epoch in SHOWN_EPOCHS]),
        largest_w=float(descent.ws.max()),
        largest_w_epoch=int(np.argmax(descent.ws)),
        contraction=shrinking,
        epochs_needed=needed,
        epochs_predicted=epochs.slow_mode_epochs(data, ALPHA, DECIMALS),
        needed_by_dial={alpha: _needed(data, alpha) for alpha in DIALS},
        needed_at_best=_needed(data, shrinking.best),
        diverging=regression.gd_regression(data, TOO_LARGE, TOO_LARGE_STEPS),
        barely_diverging=regression.gd_regression(data, BARELY_TOO_LARGE, TOO_LARGE_STEPS),
        scaled=scaled,
        scaled_curvatures=scaled_curvatures,
        scaled_valley=contours(
            regression.loss_landscape(scaled.data), LEVELS, SCALED_W_RANGE, SCALED_B_RANGE
        ),
        scaled_step=step,
        unscaled=regression.unstandardise(scaled, *step.end),
        mended=regression.gd_regression(data, MENDING_ALPHA, EPOCHS),
        longer=regression.gd_regression(data, ALPHA, needed),
        closed_form=regression.normal_equations(data),
    )


def _needed(data: Dataset, alpha: float) -> int:
    needed = epochs.epochs_to_print(data, alpha, DECIMALS)
    if needed is None:
        raise ValueError(f"α = {alpha:g} is past the limit; its digits never settle")
    return needed
