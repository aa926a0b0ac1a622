"""Regression: a line fitted to points by least squares, step by step and at once.

J(w, b) = (1/m) Σ (w·xᵢ + b − yᵢ)², the mean of the squared errors ŷ − y.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import sympy as sp

from mathcore.optimization.descent import descent_nd
from mathcore.optimization.landscape import Curvatures, Landscape, landscape, principal_curvatures
from mathcore.values import FloatArray, Numbers, finite, finite_array, frozen

_W, _B = sp.symbols("w b", real=True)


class Parameters(NamedTuple):
    """The two knobs of the line ŷ = w·x + b."""

    w: float
    b: float


@dataclass(frozen=True, slots=True)
class Dataset:
    """Points to fit.

    Attributes
    ----------
    xs, ys
        Inputs and outputs, shape (m,).
    """

    xs: FloatArray
    ys: FloatArray


@dataclass(frozen=True, slots=True)
class RegressionPath:
    """The path of gradient descent on the mean squared error.

    Attributes
    ----------
    ws, bs, losses
        w, b and J after 0, 1, 2, … epochs, shape (N + 1,); shorter if it diverged.
    alpha
        The step size α.
    diverged_at
        The number of the epoch that overflowed; ``None`` if all were run.
    """

    ws: FloatArray
    bs: FloatArray
    losses: FloatArray
    alpha: float
    diverged_at: int | None

    def at(self, epoch: int) -> Parameters:
        """Return (w, b) after so many epochs."""
        return Parameters(float(self.ws[epoch]), float(self.bs[epoch]))

    @property
    def points(self) -> FloatArray:
        """(w, b) after 0, 1, 2, … epochs, shape (N + 1, 2)."""
        return frozen(np.column_stack([self.ws, self.bs]))

    @property
    def end(self) -> Parameters:
        """(w, b) after the last epoch."""
        return self.at(-1)


@dataclass(frozen=True, slots=True)
class Standardised:
    """Inputs moved to mean 0 and scaled to spread 1: z = (x − mean) / spread.

    Attributes
    ----------
    data
        The points (z, y).
    mean, spread
        Mean and standard deviation (dividing by m) of the inputs.
    """

    data: Dataset
    mean: float
    spread: float


def dataset(xs: Numbers, ys: Numbers) -> Dataset:
    """Return points to fit.

    Raises
    ------
    ValueError
        If there are none, or not one output for each input.
    """
    inputs, outputs = finite_array(xs, "xs"), finite_array(ys, "ys")
    if inputs.shape != outputs.shape:
        raise ValueError(f"there are {len(inputs)} inputs and {len(outputs)} outputs")
    return Dataset(inputs, outputs)


def errors(data: Dataset, w: float, b: float) -> FloatArray:
    """Return ŷ − y for each point, shape (m,), in output units.

    Statistics usually calls y − ŷ the residual: the same with the other sign.
    """
    return frozen(finite(w, "w") * data.xs + finite(b, "b") - data.ys)


def mse(data: Dataset, w: float, b: float) -> float:
    """Return J(w, b) = (1/m) Σ (w·xᵢ + b − yᵢ)²."""
    return float(np.mean(errors(data, w, b) ** 2))


def mse_gradient(data: Dataset, w: float, b: float) -> FloatArray:
    """Return ∇J = ((2/m) Σ error·x, (2/m) Σ error), shape (2,)."""
    misses = errors(data, w, b)
    return frozen([2 * float(np.mean(misses * data.xs)), 2 * float(np.mean(misses))])


def loss_landscape(data: Dataset) -> Landscape:
    """Return J as a landscape over (w, b), its expression multiplied out exactly."""
    points = zip(data.xs.tolist(), data.ys.tolist(), strict=True)
    squares = [(_W * sp.Rational(x) + _B - sp.Rational(y)) ** 2 for x, y in points]
    return landscape(sp.expand(sp.Add(*squares) / len(squares)), (_W, _B))


def hessian_regression(data: Dataset) -> FloatArray:
    """Return (2/m)·[[Σx², Σx], [Σx, m]], shape (2, 2): the same for every (w, b)."""
    mixed = 2 * np.mean(data.xs)
    return frozen([[2 * float(np.mean(data.xs**2)), float(mixed)], [float(mixed), 2.0]])


def curvatures(data: Dataset) -> Curvatures:
    """Return the two curvatures of the bowl and the directions across and along its valley."""
    return principal_curvatures(hessian_regression(data))


def pivot_x(data: Dataset) -> float:
    """Return the input about which the line tilts while it creeps along the valley floor.

    The slow mode changes (w, b) along the flattest direction (q_w, q_b), hence the errors along
    q_w·x + q_b, which is zero at −q_b/q_w.
    """
    q_w, q_b = curvatures(data).directions[1].tolist()
    return float(-q_b / q_w)


def gd_regression(
    data: Dataset, alpha: float, n: int, start: tuple[float, float] = (0.0, 0.0)
) -> RegressionPath:
    """Run n epochs of gradient descent on J.

    Raises
    ------
    ValueError
        If α ≤ 0, n < 0 or the start is not finite.
    """
    # The gradient is linear, H·(w, b) − r: a step needs two numbers, not all the data.
    matrix, right = hessian_regression(data), -mse_gradient(data, 0.0, 0.0)
    path = descent_nd(lambda point: matrix @ point - right, start, alpha, n)
    with np.errstate(over="ignore"):
        misses = path.points @ np.stack([data.xs, np.ones_like(data.xs)]) - data.ys
        losses = np.mean(misses**2, axis=1)
    return RegressionPath(
        frozen(path.points[:, 0]),
        frozen(path.points[:, 1]),
        frozen(losses),
        path.alpha,
        path.diverged_at,
    )


def normal_equations(data: Dataset) -> Parameters:
    """Return the (w, b) that minimises J, from the normal equations H·(w, b) = −∇J(0, 0).

    Raises
    ------
    ValueError
        If all inputs are equal: the points stand on a vertical line, and no (w, b) is best.
    """
    if np.ptp(data.xs) == 0:
        raise ValueError("all inputs are equal; a vertical line has no slope to fit")
    w, b = np.linalg.solve(hessian_regression(data), -mse_gradient(data, 0.0, 0.0)).tolist()
    return Parameters(w, b)


def standardise(data: Dataset) -> Standardised:
    """Centre and scale the inputs: the bowl becomes round, both curvatures 2.

    Raises
    ------
    ValueError
        If all inputs are equal: they have no spread.
    """
    mean, spread = float(np.mean(data.xs)), float(np.std(data.xs))
    if spread == 0:
        raise ValueError("all inputs are equal; they have no spread to scale by")
    return Standardised(Dataset(frozen((data.xs - mean) / spread), data.ys), mean, spread)


def unstandardise(scaled: Standardised, w: float, b: float) -> Parameters:
    """Turn (w, b) for z into (w, b) for x: w/spread and b − w·mean/spread."""
    return Parameters(w / scaled.spread, b - w * scaled.mean / scaled.spread)
