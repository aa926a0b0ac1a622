"""Clip 07, Downhill in one dimension: level points told apart, and steps against the slope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from lessons.derivatives.c07.quadratic import Quadratic, quadratic_of
from lessons.derivatives.c07.valley import ValleyView, lowest_downhill, point_on, valley_about
from lessons.derivatives.c07.windows import reach_of_path, window_of_heights, window_of_path
from mathcore.formulas.expression import read_function
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import X
from mathcore.formulas.window import Span
from mathcore.optimization import descent, stationary
from mathcore.optimization.descent import Descent
from mathcore.optimization.landscape import W1, W2, Landscape, landscape
from mathcore.optimization.stationary import CriticalPoint, SignInterval
from mathcore.slopes import quotients
from mathcore.slopes.lines import Point
from mathcore.slopes.quotients import Tangent
from mathcore.values import FloatArray, frozen

# The slope of this parabola is twice the distance to its lowest point, so a step with the learning
# rate α keeps 1 − 2α of that distance. 0.1 was chosen because it keeps 0.8, the eighty per cent of
# which the voice speaks: long strides first and short ones later, and the five steps can still be
# told apart.
FORMULA, START, ALPHA, STEPS = "x**2 - 4*x + 5", 5.0, 0.1, 5
PANEL_RANGE = (-2.0, 2.0)
SHELF = sp.Rational(1, 2)
"""Half the width of the level stretch."""
SADDLE_RANGE = (-1.0, 1.0)
FARTHEST = 8.0
"""How far from the lowest point a step may land and still be seen, in distances from the start
to it."""
WIGGLE = 2.5
"""How far the dial is turned before it comes back, in learning rates."""
BALLS, BALL_ALPHA, BALL_STEPS, TWO_VALLEYS_RANGE = 11, 0.1, 100, (-2.2, 2.2)
STALL_FROM, STALL_ALPHA, STALL_SHOWN = 1.0, 0.1, (0, 1, 2, 3, 20)
SETTLING_DIAL = 2
"""The place of the dial that is just above the one which leads straight to the lowest point."""
MOST_SHOWN = 7
"""Rows of a table of steps."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 07; in brackets those of the lesson's own example.

    Attributes
    ----------
    panels
        The five panels by name, minimum, maximum, inflection, shelf and corner: x², −x², x³, a
        flat shelf between two cubics, |x|.
    panel_points
        The critical point of each, with its kind, its signs and whether it is stationary.
    panel_signs
        Where each slope is positive and negative, for the sign strips.
    saddle, saddle_plane
        A surface with a true saddle, and the range of both its parameters.
    formula, f, slope
        The function as text, as a function (x² − 4x + 5), and f′ (2x − 4).
    start, tangent
        Where descent begins (5) and the tangent there (slope 6).
    found
        The valley downhill from there; ``None`` where there is no lowest point.
    quadratic
        What is true of a parabola; ``None`` for another curve.
    descent
        The path (α = 0.1: 5, 4.4, 3.92, 3.536, 3.2288, 2.98304).
    heights
        f along it, shape (N,).
    seen
        How many of its points stand in the window (6).
    rows
        Which of its steps are listed (0 … 5).
    distances
        To the lowest point, shape (N,) (× 0.8 each); empty where there is none.
    path_x, path_y
        The window of the path.
    wiggle
        The learning rate to which the dial is turned and back (0.25).
    two_valleys, two_valleys_range
        g = x⁴/4 − x² + x/4, on [−2.2, 2.2].
    valleys
        Its two minima, (−1.473, −1.361) and (1.347, −0.655).
    watershed
        The maximum between them, at 0.126.
    balls
        Eleven descents from −2.2 to 2.2 with α = 0.1.
    stall, stall_shown
        Descent on x³ from 1 with α = 0.1, 20 steps, and which are told: 1, 0.7, 0.553, 0.461 …
        0.130.
    """

    panels: Mapping[str, Function]
    panel_points: Mapping[str, CriticalPoint]
    panel_signs: Mapping[str, tuple[SignInterval, ...]]
    saddle: Landscape
    saddle_plane: tuple[float, float]
    formula: str
    f: Function
    slope: Function
    start: float
    tangent: Tangent
    found: ValleyView | None
    quadratic: Quadratic | None
    descent: Descent
    heights: FloatArray
    seen: int
    rows: tuple[int, ...]
    distances: FloatArray
    path_x: Span
    path_y: Span
    wiggle: float
    two_valleys: Function
    two_valleys_range: tuple[float, float]
    valleys: tuple[CriticalPoint, ...]
    watershed: CriticalPoint
    balls: tuple[Descent, ...]
    stall: Descent
    stall_shown: tuple[int, ...]

    @property
    def is_default(self) -> bool:
        """Whether this is the lesson's own curve."""
        return bool(self.f.expression == read_function(FORMULA).expression)

    @property
    def leaves(self) -> bool:
        """Whether the path leaves its window."""
        return self.seen <= self.descent.steps or self.descent.diverged_at is not None

    @property
    def valley(self) -> ValleyView:
        """The valley downhill from the start; ``ValueError`` where there is no lowest point."""
        if self.found is None:
            raise ValueError("there is no lowest point downhill from the start")
        return self.found

    @property
    def parabola(self) -> Quadratic:
        """What is true of a parabola; ``ValueError`` for another curve."""
        if self.quadratic is None:
            raise ValueError("this curve is no parabola that opens upwards")
        return self.quadratic

    @property
    def told_apart_by(self) -> str | None:
        """What differs between the level points of minimum, maximum and inflection."""
        three = [self.panel_points[name] for name in ("minimum", "maximum", "inflection")]
        if len({point.value for point in three}) > 1:
            return "the height there"
        signs = {point.signs for point in three}
        return "the signs of the slope on either side" if len(signs) == len(three) else None

    @property
    def larger_dial_lands(self) -> str | None:
        """Where the first step lands with the dial above the one that leads straight there."""
        if self.quadratic is None:
            return None
        factor = self.quadratic.dial_factors[SETTLING_DIAL]
        return "beyond the lowest point" if factor < 0 else "short of the lowest point"

    def tangent_at(self, x: float) -> Tangent:
        """Return the tangent of the curve at any x."""
        return quotients.tangent(self.f, x)

    def panel_tangent(self, panel: str, x: float) -> Tangent:
        """Return the tangent of one of the five panels; ``ValueError`` at the corner."""
        return quotients.tangent(self.panels[panel], x)

    def step(self, alpha: float, x: float) -> Point:
        """Return where one step of size α leads from x."""
        return point_on(self.f, float(descent.descent_1d(self.f.slope, x, alpha, 1).end))

    def square_at(self, x: float) -> tuple[float, float]:
        """Return what is left of a parabola without its square, and the whole, at x."""
        return self.parabola.completed.rest, self.f(x)

    def ball_at(self, ball: int, step: float) -> Point:
        """Return where one of the eleven balls is; between two steps it rolls along the curve."""
        return point_on(self.two_valleys, _between(self.balls[ball], step))

    def stall_at(self, step: float) -> Point:
        """Return where the ball on x³ is; between two steps it rolls along the curve."""
        return point_on(self.panels["inflection"], _between(self.stall, step))


@cache
def compute(
    formula: str = FORMULA, start: float = START, alpha: float = ALPHA, steps: int = STEPS
) -> Numbers:
    """Compute the numbers of clip 07, once for each example.

    Raises
    ------
    ValueError
        If the function has no slope at the start.
    """
    panels = {
        "minimum": function(X**2),
        "maximum": function(-(X**2)),
        "inflection": function(X**3),
        "shelf": function(
            sp.Piecewise(
                (2 * (X + SHELF) ** 3, X < -SHELF), (0, X <= SHELF), (2 * (X - SHELF) ** 3, True)
            )
        ),
        "corner": function(sp.Abs(X)),
    }
    f = read_function(formula)
    tangent = quotients.tangent(f, start)
    lowest = lowest_downhill(f, start, tangent.slope)
    path = descent.descent_1d(f.slope, start, alpha, steps)
    reach = reach_of_path(path) if lowest is None else abs(start - lowest.x)
    middle = start if lowest is None else lowest.x
    far = np.abs(path.points - middle) > FARTHEST * reach
    seen = int(far.argmax()) if far.any() else len(path.points)
    found = None if lowest is None else valley_about(f, lowest, start)
    window = found.x_span[:2] if found is not None else (middle - reach, middle + reach)
    inside = path.points[:seen].tolist()
    path_x = window_of_path(f, start, inside, window, reach)
    between = f(np.linspace(min(inside), max(inside), 201))
    path_y = window_of_heights([f(x) for x in (*inside, middle)], float(np.nanmin(between)))
    two_valleys = function(X**4 / 4 - X**2 + X / 4)
    level = stationary.stationary_points(two_valleys.expression, *TWO_VALLEYS_RANGE)
    turned = start - WIGGLE * alpha * tangent.slope
    cubic = panels["inflection"]
    return Numbers(
        panels=panels,
        panel_points={
            name: stationary.critical_points(g.expression, *PANEL_RANGE)[0]
            for name, g in panels.items()
        },
        panel_signs={
            name: stationary.sign_intervals(g.derivative_expression, *PANEL_RANGE)
            for name, g in panels.items()
        },
        saddle=landscape((W1**2 - W2**2) / 2),
        saddle_plane=SADDLE_RANGE,
        formula=formula,
        f=f,
        slope=f.derivative(),
        start=start,
        tangent=tangent,
        found=found,
        quadratic=None
        if lowest is None or found is None
        else quadratic_of(f, lowest, start, alpha, found.x_span[2]),
        descent=path,
        heights=frozen(f(path.points)),
        seen=seen,
        rows=_rows(min(seen + 1, len(path.points))),
        distances=frozen([] if lowest is None else np.abs(path.points - lowest.x)),
        path_x=path_x,
        path_y=path_y,
        wiggle=WIGGLE * alpha if path_x[0] < turned < path_x[1] else alpha,
        two_valleys=two_valleys,
        two_valleys_range=TWO_VALLEYS_RANGE,
        valleys=tuple(point for point in level if point.kind == "minimum"),
        watershed=next(point for point in level if point.kind == "maximum"),
        balls=descent.basins(
            two_valleys.slope, np.linspace(*TWO_VALLEYS_RANGE, BALLS), BALL_ALPHA, BALL_STEPS
        ),
        stall=descent.descent_1d(cubic.slope, STALL_FROM, STALL_ALPHA, STALL_SHOWN[-1]),
        stall_shown=STALL_SHOWN,
    )


def _between(path: Descent, step: float) -> float:
    return float(np.interp(step, np.arange(len(path.points)), path.points))


def _rows(count: int) -> tuple[int, ...]:
    """Return which points are listed: all, or the first few and the last."""
    return tuple(range(count)) if count <= MOST_SHOWN else (*range(MOST_SHOWN - 1), count - 1)
