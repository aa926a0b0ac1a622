"""Clip 09a, Regression, the machine is built: errors, their squares, two slopes, ten steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from mathcore import landscape, lines, regression
from mathcore.landscape import Landscape, SurfaceGrid
from mathcore.lines import Line
from mathcore.regression import Dataset, Parameters, RegressionPath
from mathcore.values import FloatArray, frozen

INPUTS = (1.0, 2.0, 3.0, 4.0, 5.0)
TRUE_SLOPE, TRUE_INTERCEPT = 3.0, 2.0
TRIAL = Parameters(2.0, 4.0)
START = Parameters(0.0, 0.0)
ALPHA, STEPS = 0.01, 10
W_RANGE, B_RANGE = (-1.0, 5.0), (-4.0, 8.0)


@dataclass(frozen=True, slots=True)
class MachineIsBuilt:
    """Every number of clip 09a.

    Attributes
    ----------
    data
        x = 1 … 5, y = 5, 8, 11, 14, 17.
    truth
        The line they were made from, 3x + 2, without noise.
    trial
        (w, b) = (2, 4).
    trial_line, trial_errors, trial_loss
        Its line, its errors ŷ − y = 1, 0, −1, −2, −3 and J = 3.
    loss
        J(w, b) as a landscape with its gradient.
    bowl
        Its heights over w ∈ [−1, 5], b ∈ [−4, 8].
    start
        (0, 0).
    start_errors
        −5, −8, −11, −14, −17, shape (5,).
    start_products
        Errors times x: −5, −16, −33, −56, −85, shape (5,).
    error_sum, product_sum
        −55 and −195.
    start_loss
        139.
    start_gradient
        (−78, −22), shape (2,).
    descent
        Ten steps of α = 0.01: (0, 0) → (0.78, 0.22) → …; J = 139, 81.0904, 47.3430, …, 0.8274.
    share_gone
        How much of the loss the ten steps removed: over 99 %.
    """

    data: Dataset
    truth: Line
    trial: Parameters
    trial_line: Line
    trial_errors: FloatArray
    trial_loss: float
    loss: Landscape
    bowl: SurfaceGrid
    start: Parameters
    start_errors: FloatArray
    start_products: FloatArray
    error_sum: float
    product_sum: float
    start_loss: float
    start_gradient: FloatArray
    descent: RegressionPath
    share_gone: float

    def line_at(self, w: float, b: float) -> Line:
        """Return the line of any setting of the two knobs."""
        return lines.line(w, b)

    def errors_at(self, w: float, b: float) -> FloatArray:
        """Return the errors ŷ − y of any setting, shape (5,): each the side of its square."""
        return regression.errors(self.data, w, b)

    def loss_at(self, w: float, b: float) -> float:
        """Return J of any setting."""
        return regression.mse(self.data, w, b)


@cache
def machine_is_built() -> MachineIsBuilt:
    """Compute the numbers of clip 09a, once."""
    truth = lines.line(TRUE_SLOPE, TRUE_INTERCEPT)
    data = regression.dataset(INPUTS, [truth(x) for x in INPUTS])
    errors = regression.errors(data, *START)
    products = frozen(errors * data.xs)
    loss = regression.loss_landscape(data)
    descent = regression.gd_regression(data, ALPHA, STEPS, START)
    return MachineIsBuilt(
        data=data,
        truth=truth,
        trial=TRIAL,
        trial_line=lines.line(*TRIAL),
        trial_errors=regression.errors(data, *TRIAL),
        trial_loss=regression.mse(data, *TRIAL),
        loss=loss,
        bowl=landscape.surface_grid(loss, W_RANGE, B_RANGE),
        start=START,
        start_errors=errors,
        start_products=products,
        error_sum=float(np.sum(errors)),
        product_sum=float(np.sum(products)),
        start_loss=regression.mse(data, *START),
        start_gradient=regression.mse_gradient(data, *START),
        descent=descent,
        share_gone=1 - float(descent.losses[-1] / descent.losses[0]),
    )
