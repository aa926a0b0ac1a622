"""Clip 07, Downhill in one dimension: level points told apart, and steps against the slope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from mathcore import descent, quotients, stationary
from mathcore.descent import Contraction, Descent
from mathcore.functions import Function, function
from mathcore.lines import Point
from mathcore.quotients import Tangent
from mathcore.stationary import CriticalPoint, SignInterval
from mathcore.symbolic import CompletedSquare, X, complete_square
from mathcore.values import FloatArray, frozen

PANEL_RANGE = (-2.0, 2.0)
SQUARE, LINEAR, CONSTANT = 1, -4, 5
VALLEY_RANGE = (-1.5, 5.5)
SIGNS_AT = (1.0, 3.0)
COMPASS_AT = (5.0, 0.0)
LEAP_FROM, LEAP, HOP = 2.1, 1.0, 0.05
START, ALPHA, STEPS = 5.0, 0.1, 5
DIALS, DIAL_STEPS = (0.1, 0.5, 0.9, 1.0, 1.1), 8
TWO_VALLEYS_RANGE = (-2.2, 2.2)
BALLS, BALL_STEPS = 11, 100
STALL_FROM, STALL_STEPS = 1.0, 20


@dataclass(frozen=True, slots=True)
class Downhill:
    """Every number of clip 07.

    Attributes
    ----------
    panels
        The five panels by name, minimum, maximum, inflection, shelf and corner: x², −x², x³, a
        flat shelf between two cubics, |x|.
    panel_points
        The critical point of each, with its kind, its signs and whether it is stationary.
    panel_signs
        Where each slope is positive and negative, for the sign strips.
    valley, valley_slope, valley_range
        f = x² − 4x + 5 and f′ = 2x − 4, on [−1.5, 5.5].
    lowest
        Its level point: x = 2, f = 1, sign − to +.
    sign_tangents
        Tangents at 1 and 3: slopes −2 and +2.
    completed
        (x − 2)² + 1.
    compass
        Tangents at 5 and 0: slopes 6 and −4; descent goes the other way.
    leap, hop
        From (2.1, 1.01): one whole unit left to (1.1, 1.81), higher; a short hop, lower. Two
        points each.
    descent
        α = 0.1 from 5, five steps: 5, 4.4, 3.92, 3.536, 3.2288, 2.98304.
    distances
        Its distances to the lowest point, shape (6,): × 0.8 each.
    contraction
        The factor 0.8 and the limit α < 1.
    dials
        α = 0.1, 0.5, 0.9, 1.0, 1.1, shape (5,).
    dial_paths
        Eight steps from 5 with each.
    dial_factors
        1 − 2α for each, shape (5,): 0.8, 0, −0.8, −1, −1.2.
    two_valleys, two_valleys_range
        g = x⁴/4 − x² + x/4, on [−2.2, 2.2].
    valleys
        Its two minima, (−1.473, −1.361) and (1.347, −0.655).
    watershed
        The maximum between them, at 0.126.
    balls
        Eleven descents from −2.2 to 2.2 with α = 0.1.
    stall
        Descent on x³ from 1 with α = 0.1: 1, 0.7, 0.553, 0.461 … 0.130 after 20 steps.
    """

    panels: Mapping[str, Function]
    panel_points: Mapping[str, CriticalPoint]
    panel_signs: Mapping[str, tuple[SignInterval, ...]]
    valley: Function
    valley_slope: Function
    valley_range: tuple[float, float]
    lowest: CriticalPoint
    sign_tangents: tuple[Tangent, ...]
    completed: CompletedSquare
    compass: tuple[Tangent, ...]
    leap: tuple[Point, Point]
    hop: tuple[Point, Point]
    descent: Descent
    distances: FloatArray
    contraction: Contraction
    dials: FloatArray
    dial_paths: tuple[Descent, ...]
    dial_factors: FloatArray
    two_valleys: Function
    two_valleys_range: tuple[float, float]
    valleys: tuple[CriticalPoint, ...]
    watershed: CriticalPoint
    balls: tuple[Descent, ...]
    stall: Descent

    def tangent_at(self, x: float) -> Tangent:
        """Return the tangent of the valley at any x."""
        return quotients.tangent(self.valley, x)

    def panel_tangent(self, panel: str, x: float) -> Tangent:
        """Return the tangent of one of the five panels; ``ValueError`` at the corner."""
        return quotients.tangent(self.panels[panel], x)

    def step(self, alpha: float, x: float) -> Point:
        """Return where one step of size α leads from x."""
        return _on(self.valley, float(descent.descent_1d(self.valley.slope, x, alpha, 1).end))


@cache
def downhill() -> Downhill:
    """Compute the numbers of clip 07, once."""
    panels = {
        "minimum": function(X**2),
        "maximum": function(-(X**2)),
        "inflection": function(X**3),
        "shelf": function(sp.Piecewise(((X + 1) ** 3, X < -1), (0, X <= 1), ((X - 1) ** 3, True))),
        "corner": function(sp.Abs(X)),
    }
    valley = function(SQUARE * X**2 + LINEAR * X + CONSTANT)
    (lowest,) = stationary.stationary_points(valley.expression, *VALLEY_RANGE)
    curvature = valley.derivative().slope(lowest.x)
    path = descent.descent_1d(valley.slope, START, ALPHA, STEPS)
    two_valleys = function(X**4 / 4 - X**2 + X / 4)
    level = stationary.stationary_points(two_valleys.expression, *TWO_VALLEYS_RANGE)
    return Downhill(
        panels=panels,
        panel_points={
            name: stationary.critical_points(f.expression, *PANEL_RANGE)[0]
            for name, f in panels.items()
        },
        panel_signs={
            name: stationary.sign_intervals(f.derivative_expression, *PANEL_RANGE)
            for name, f in panels.items()
        },
        valley=valley,
        valley_slope=valley.derivative(),
        valley_range=VALLEY_RANGE,
        lowest=lowest,
        sign_tangents=tuple(quotients.tangent(valley, x) for x in SIGNS_AT),
        completed=complete_square(SQUARE, LINEAR, CONSTANT),
        compass=tuple(quotients.tangent(valley, x) for x in COMPASS_AT),
        leap=(_on(valley, LEAP_FROM), _on(valley, LEAP_FROM - LEAP)),
        hop=(_on(valley, LEAP_FROM), _on(valley, LEAP_FROM - HOP)),
        descent=path,
        distances=frozen(np.abs(path.points - lowest.x)),
        contraction=descent.contraction(ALPHA, [curvature]),
        dials=frozen(DIALS),
        dial_paths=tuple(descent.descent_1d(valley.slope, START, a, DIAL_STEPS) for a in DIALS),
        dial_factors=frozen([descent.contraction(a, [curvature]).factors[0] for a in DIALS]),
        two_valleys=two_valleys,
        two_valleys_range=TWO_VALLEYS_RANGE,
        valleys=tuple(point for point in level if point.kind == "minimum"),
        watershed=next(point for point in level if point.kind == "maximum"),
        balls=descent.basins(
            two_valleys.slope, np.linspace(*TWO_VALLEYS_RANGE, BALLS), ALPHA, BALL_STEPS
        ),
        stall=descent.descent_1d(panels["inflection"].slope, STALL_FROM, ALPHA, STALL_STEPS),
    )


def _on(f: Function, x: float) -> Point:
    return Point(x, f(x))
