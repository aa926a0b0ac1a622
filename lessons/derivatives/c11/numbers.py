"""Clip 11, Next: three dials, three questions, one slope to find, a knob that turns by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from lessons.derivatives.c00 import numbers as c00
from lessons.derivatives.c09b import numbers as c09b
from mathcore.formulas.curves import Samples, sample
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, X
from mathcore.optimization import descent, regression
from mathcore.optimization.contours import Contour
from mathcore.optimization.landscape import Curvatures
from mathcore.optimization.regression import Parameters, RegressionPath
from mathcore.optimization.valley import Valley
from mathcore.slopes import lines, quotients
from mathcore.slopes.lines import Line, Point
from mathcore.slopes.quotients import Tangent
from mathcore.values import FloatArray, frozen

ALPHAS = (0.002, 0.01, 0.08)
STEPS = 12
WINDOW = ((-0.7, 6.7), (-3.8, 7.4))
LOW_WINDOW = ((-0.7, 6.7), (-0.5, 2.6))
"""The part of the plane for maps below each other: no more than the balls need."""
LEVELS = (0.8, 10.0, 40.0, 85.0, 139.0)
HILL, HILL_SPAN, HILL_AT = X**2, (-1.3, 1.3), 1.15
STRIDES = (0.15, 0.95)
CLOUD, APART, BATCHES = 21, 6, (4, 5, 0)
"""How many points, how many places apart two of a batch are, and where each batch begins."""
SLOPE, START, SCATTER = 0.55, 0.2, 0.38
NARROW_START, NARROW_LEVELS = (-5.0, 0.75), (0.15, 0.8, 2.0, 4.0, 7.0)
NARROW_WINDOW = ((-5.8, 2.8), (-0.95, 0.95))
NARROW_ALPHA, MEMORY, NARROW_STEPS = 0.082, 0.65, 32
"""A step just below the limit, the share of its last step that a heavy ball keeps, and how many."""
PRACTICE_AT, TINY_NUDGE = 1.0, 0.001
KNOB_ALPHA, KNOB_STEPS = 0.015, 14


@dataclass(frozen=True, slots=True)
class ValleyWindow:
    """A part of the plane of the valley, and the contours in it.

    Attributes
    ----------
    window
        The part, across and up.
    valley
        The contours.
    """

    window: tuple[tuple[float, float], tuple[float, float]]
    valley: tuple[Contour, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 11.

    Attributes
    ----------
    floor
        The valley of clip 09b.
    high, low
        The part of its plane in which the balls roll, higher than wide or wider than high.
    paths
        Twelve steps from (0, 0) with three step factors: α = 0.002, 0.01 and 0.08.
    hill, hill_curve
        x² and its graph, on which steps of several lengths are tried.
    hill_at, strides
        Where such a step starts, and the least and the largest α that are tried.
    cloud
        Points about a line, shape (21, 2).
    batches
        Which of them vote together, a few at a time.
    whole_line, batch_lines
        The line that fits all points best, and the one that fits each batch best.
    narrow, narrow_window, narrow_rings
        The same valley turned so that it runs from left to right, and contours in a window of it.
    plain, heavy
        A descent in it, shape (33, 2), and the same with some of its speed kept.
    practice
        (2x² + 1)³.
    practice_slope
        12x(2x² + 1)² (SymPy).
    practice_tangent
        Its tangent at 1: slope 108.
    tiny_nudge, check
        dx = 0.001 and the quotient for it, close to 108.
    knob
        The numbers of clip 00: one knob and its error J(w) = 11(w − 3)².
    knob_path
        w = 2, 2.33, … 3.00, shape (15,): fourteen steps of descent from where its knob stands.
    """

    floor: Valley
    high: ValleyWindow
    low: ValleyWindow
    paths: tuple[RegressionPath, ...]
    hill: Function
    hill_curve: Samples
    hill_at: float
    strides: tuple[float, float]
    cloud: FloatArray
    batches: tuple[tuple[int, ...], ...]
    whole_line: Line
    batch_lines: tuple[Line, ...]
    narrow: Valley
    narrow_window: tuple[tuple[float, float], tuple[float, float]]
    narrow_rings: tuple[Contour, ...]
    plain: FloatArray
    heavy: FloatArray
    practice: Function
    practice_slope: Expr
    practice_tangent: Tangent
    tiny_nudge: float
    check: float
    knob: c00.Numbers
    knob_path: FloatArray

    def stride(self, alpha: float) -> tuple[Point, Point]:
        """Return where a step of size α on the hill begins and where it ends."""
        start, end = descent.descent_1d(self.hill.slope, self.hill_at, alpha, 1).points.tolist()
        return Point(start, self.hill.value(start)), Point(end, self.hill.value(end))


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 11, once."""
    known, knob = c09b.compute(), c00.compute()
    practice, hill = function((2 * X**2 + 1) ** 3), function(HILL)
    cloud = _cloud()
    batches = tuple(tuple(range(first, CLOUD, APART)) for first in BATCHES)
    high, low = (
        ValleyWindow(window, known.floor.contours(LEVELS, *window))
        for window in (WINDOW, LOW_WINDOW)
    )
    narrow = Valley(Parameters(0.0, 0.0), 0.0, Curvatures(known.curvatures.values, np.eye(2)[::-1]))
    return Numbers(
        floor=known.floor,
        high=high,
        low=low,
        paths=tuple(regression.gd_regression(known.data, alpha, STEPS) for alpha in ALPHAS),
        hill=hill,
        hill_curve=sample(hill, *HILL_SPAN),
        hill_at=HILL_AT,
        strides=STRIDES,
        cloud=cloud,
        batches=batches,
        whole_line=_fit(cloud),
        batch_lines=tuple(_fit(cloud[list(batch)]) for batch in batches),
        narrow=narrow,
        narrow_window=NARROW_WINDOW,
        narrow_rings=narrow.contours(NARROW_LEVELS, *NARROW_WINDOW),
        plain=_narrow_path(known.curvatures, 0.0),
        heavy=_narrow_path(known.curvatures, MEMORY),
        practice=practice,
        practice_slope=sp.factor(practice.derivative_expression),
        practice_tangent=quotients.tangent(practice, PRACTICE_AT),
        tiny_nudge=TINY_NUDGE,
        check=quotients.difference_quotient(practice, PRACTICE_AT, TINY_NUDGE),
        knob=knob,
        knob_path=descent.descent_1d(knob.loss.slope, knob.knob, KNOB_ALPHA, KNOB_STEPS).points,
    )


def _cloud() -> FloatArray:
    """Return points that stray from a line as if by chance, the same ones each time."""
    xs = np.linspace(-1.0, 1.0, CLOUD)
    strays = np.sin(np.arange(CLOUD) ** 2 * np.pi * (np.sqrt(5) - 1))
    return frozen(np.column_stack([xs, SLOPE * xs + START + SCATTER * strays]))


def _fit(points: FloatArray) -> Line:
    best = regression.normal_equations(regression.dataset(points[:, 0], points[:, 1]))
    return lines.line(best.w, best.b)


def _narrow_path(bowl: Curvatures, memory: float) -> FloatArray:
    """Descend in the turned valley; ``memory`` is the share of its last step that a step keeps.

    Polyak's heavy ball is a plain descent of the place together with the place before it.
    """
    curvature = bowl.values[::-1]

    def gradient(state: FloatArray) -> FloatArray:
        here, before = state[:2], state[2:]
        kept = memory * (here - before) / NARROW_ALPHA
        return np.concatenate([curvature * here - kept, (before - here) / NARROW_ALPHA])

    path = descent.descent_nd(gradient, (*NARROW_START, *NARROW_START), NARROW_ALPHA, NARROW_STEPS)
    return frozen(path.points[:, :2])
