"""Valleys: the bowl of a squared loss as its ellipses, and where a descent stands in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mathcore.formulas.window import Span, span
from mathcore.optimization.contours import Contour
from mathcore.optimization.descent import contraction
from mathcore.optimization.landscape import Curvatures
from mathcore.optimization.regression import Dataset, Parameters, curvatures, mse, normal_equations
from mathcore.values import FloatArray, Numbers, count, finite_array, frozen

Range = tuple[float, float]

_POINTS = 721
_HALVINGS = 40


@dataclass(frozen=True, slots=True)
class Valley:
    """The mean squared error of a line as a bowl over (w, b), which it is exactly.

    Attributes
    ----------
    best
        The lowest point.
    least
        J there.
    bowl
        The curvatures across and along, the same everywhere.
    """

    best: Parameters
    least: float
    bowl: Curvatures

    def reach(self, level: float) -> FloatArray:
        """Return the half axes of the ellipse J = level, across and along, shape (2,).

        Raises
        ------
        ValueError
            If the level is below the least loss: no line is as good.
        """
        if level < self.least:
            raise ValueError(f"no line has the loss {level:g}; the least is {self.least:g}")
        return frozen(np.sqrt(2 * (level - self.least) / self.bowl.values))

    def ellipse(self, level: float, n: int = _POINTS) -> FloatArray:
        """Return n points on J = level, shape (n, 2); the last one is the first."""
        return self._around(level, np.linspace(0.0, 2 * np.pi, n))

    def _around(self, level: float, turns: FloatArray) -> FloatArray:
        across, along = self.reach(level).tolist()
        legs = np.stack([across * np.cos(turns), along * np.sin(turns)], axis=-1)
        return np.asarray(np.array(self.best) + legs @ self.bowl.directions)

    def contours(self, levels: Numbers, u_range: Range, v_range: Range) -> tuple[Contour, ...]:
        """Return the ellipses of some levels, cut at a rectangle.

        However thin the valley is, no contour breaks: nothing is traced on a grid.
        """
        low, high = np.array([u_range[0], v_range[0]]), np.array([u_range[1], v_range[1]])
        found = []
        for level in finite_array(levels, "the levels").tolist():
            turns = np.linspace(0.0, 2 * np.pi, _POINTS)
            points = self._around(level, turns)
            inside = np.all((points >= low) & (points <= high), axis=1)
            runs: tuple[FloatArray, ...] = ()
            if inside.all():
                runs = (frozen(points),)
            elif inside.any():
                runs = self._cut(level, turns, inside, (low, high))
            found.append(Contour(level, runs))
        return tuple(found)

    def _cut(
        self,
        level: float,
        turns: FloatArray,
        inside: FloatArray,
        box: tuple[FloatArray, FloatArray],
    ) -> tuple[FloatArray, ...]:
        """Return the stretches that lie in a box, each from edge to edge."""
        start = int(np.flatnonzero(~inside.astype(bool))[0])
        # Begin outside, so that no stretch is split at the first point.
        turns = np.concatenate([turns[start:-1], turns[: start + 1] + 2 * np.pi])
        within = np.concatenate([inside[start:-1], inside[: start + 1]]).astype(bool)
        runs = []
        changes = np.flatnonzero(within[1:] != within[:-1])
        for enter, leave in zip(changes[::2], changes[1::2], strict=True):
            first = self._edge(level, turns[enter + 1], turns[enter], box)
            last = self._edge(level, turns[leave], turns[leave + 1], box)
            middle = turns[enter + 1 : leave + 1]
            runs.append(frozen(self._around(level, np.concatenate([[first], middle, [last]]))))
        return tuple(runs)

    def _edge(
        self, level: float, inner: float, outer: float, box: tuple[FloatArray, FloatArray]
    ) -> float:
        """Return the turn between two at which the ellipse meets the edge of a box."""
        low, high = box
        for _ in range(_HALVINGS):
            middle = (inner + outer) / 2
            point = self._around(level, np.array([middle]))[0]
            if np.all((point >= low) & (point <= high)):
                inner = middle
            else:
                outer = middle
        return inner

    def after(self, alpha: float, epochs: int, start: Parameters | None = None) -> Parameters:
        """Return (w, b) after so many epochs of gradient descent, from the modes.

        The distance along each direction of curvature λ is multiplied by 1 − αλ in each epoch.
        """
        best = np.array(self.best)
        parts = self.bowl.directions @ (np.array(start or Parameters(0.0, 0.0)) - best)
        factors = contraction(alpha, self.bowl.values).factors
        w, b = (best + (factors ** count(epochs, "epochs") * parts) @ self.bowl.directions).tolist()
        return Parameters(w, b)


def valley(data: Dataset) -> Valley:
    """Return the valley of the mean squared error over these points.

    Raises
    ------
    ValueError
        If all inputs are equal.
    """
    best = normal_equations(data)
    return Valley(best, mse(data, *best), curvatures(data))


def rescaled(data: Dataset, share: float) -> Dataset:
    """Return the points with inputs a share of the way to their centred and scaled values.

    0 leaves them as they are, 1 gives mean 0 and spread 1: (x − s·mean) / spreadˢ.
    """
    mean, spread = float(np.mean(data.xs)), float(np.std(data.xs))
    return Dataset(frozen((data.xs - share * mean) / spread**share), data.ys)


@dataclass(frozen=True, slots=True)
class PlaneWindow:
    """The part of the plane of two parameters that is shown.

    Attributes
    ----------
    u_range, v_range
        The range of each parameter.
    equal
        Whether the window was cut so that one unit serves both parameters.
    """

    u_range: Range
    v_range: Range
    equal: bool

    @property
    def u_span(self) -> Span:
        """The horizontal scale, with round steps."""
        return span(*self.u_range)

    @property
    def v_span(self) -> Span:
        """The vertical scale, with round steps."""
        return span(*self.v_range)

    @property
    def corners(self) -> FloatArray:
        """The corner where both parameters are least and the one where both are largest, (2, 2)."""
        return np.transpose([self.u_range, self.v_range])

    def toward(self, other: PlaneWindow, share: float) -> PlaneWindow:
        """Return the window a share of the way to another one."""
        u, v = (
            tuple(a + share * (b - a) for a, b in zip(mine, its, strict=True))
            for mine, its in ((self.u_range, other.u_range), (self.v_range, other.v_range))
        )
        return PlaneWindow((u[0], u[1]), (v[0], v[1]), self.equal and other.equal)

    def filling(self, shape: float) -> PlaneWindow:
        """Return the window widened about its middle until it has a shape.

        Where the parameters have no common unit, any shape shows this window as it is.

        Parameters
        ----------
        shape
            Width per height.
        """
        if not self.equal:
            return self
        low, high = self.corners
        size, middle = high - low, (low + high) / 2
        size = np.maximum(size, (shape * size[1], size[0] / shape))
        (u0, v0), (u1, v1) = (middle - size / 2).tolist(), (middle + size / 2).tolist()
        return PlaneWindow((u0, u1), (v0, v1), equal=True)


def plane_window(points: Numbers, shape: float) -> PlaneWindow:
    """Return a window with some settings in it and a margin around them.

    Parameters
    ----------
    points
        The settings that are to be seen, shape (N, 2).
    shape
        Width per height of the window in the frame: where both parameters are of one size, one
        unit serves both.
    """
    seen = np.array(finite_array(points, "the points", dimensions=2))
    low, high = seen.min(axis=0), seen.max(axis=0)
    size = (high - low) * (1 + 2 * _MARGIN)
    size = np.where(size > 0, size, max(float(size.max()), _MARGIN))
    middle = (low + high) / 2
    wide = np.array([max(size[0], shape * size[1]), max(size[1], size[0] / shape)])
    equal = bool((wide <= _STRETCH * size).all())
    if equal:
        size = wide
    (u0, v0), (u1, v1) = (middle - size / 2).tolist(), (middle + size / 2).tolist()
    return PlaneWindow((u0, u1), (v0, v1), equal)


_MARGIN = 0.14
_STRETCH = 3.0
"""How many times wider than needed a window may be made so that one unit serves both."""
