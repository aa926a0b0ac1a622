"""Clip 05b, Rules II, the chain: (3x + 1)² on three lines, and a miniature neuron."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import sympy as sp

from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, X
from mathcore.slopes import neuron, quotients, rules
from mathcore.slopes.neuron import Neuron, Paths
from mathcore.slopes.quotients import Tangent
from mathcore.slopes.rules import ChainNudge

AT = 0.0
SHOWN_AT = 0.2
SWEEP = (0.0, 0.12, 0.0)
NUDGES = (0.2, 0.02, 0.002)
CHECK_AT = (0.0, 1.0)
U = sp.Symbol("u", real=True)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 05b.

    Attributes
    ----------
    inner, outer
        u = 3x + 1 and y = u².
    chained
        y = (3x + 1)² as one function of x.
    at
        x = 0, where u = 1 and y = 1: here the nudges begin.
    shown_at
        x = 0.2, where u = 1.6 and y = 2.56: here the two machines are shown.
    sweep
        Where the first marker goes from there: 0 → 0.12 → 0.
    nudges
        What Δx = 0.2, 0.02, 0.002 do at x = 0: Δu/Δx = 3; Δy/Δu = 2.6, 2.06, 2.006; Δy/Δx = 7.8,
        6.18, 6.018.
    inner_slope, outer_slope
        3 and 2u = 2, exact.
    slope
        Their product, 6.
    slip
        0: the outer slope read at x itself, not at u, times the inner slope.
    factored_slope
        6(3x + 1) (SymPy).
    power
        2, what the outer machine raises to.
    checks
        Tangents of the chained function at 0 and 1: slopes 6 and 24.
    check_insides
        What the inner machine makes of 0 and 1: 1 and 4.
    check_factor
        6 = 2 · 3, what stands before the inner machine.
    neuron
        x = 3, t = 0.9, w = 2, b = −6: values 0, 0.5, 0.16 forward, slopes −0.8, 0.25, 3, 1 back.
        Every product of these has one decimal: the numbers on screen are not rounded.
    paths
        Two hidden units at x = 0: the products 3 and −2 along the paths, and their sum 1.
    path_steps
        For each path its slopes dL/dy, dy/da and da/dx: 0.5, 2, 3 and 0.5, 4, −1.
    """

    inner: Function
    outer: Function
    chained: Function
    at: float
    shown_at: float
    sweep: tuple[float, ...]
    nudges: tuple[ChainNudge, ...]
    inner_slope: float
    outer_slope: float
    slope: float
    slip: float
    factored_slope: Expr
    power: int
    checks: tuple[Tangent, ...]
    check_insides: tuple[float, ...]
    check_factor: float
    neuron: Neuron
    paths: Paths
    path_steps: tuple[tuple[float, float, float], ...]

    def nudge(self, dx: float) -> ChainNudge:
        """Return what a nudge of any dx ≠ 0 does at x = 0."""
        return self.nudge_at(self.at, dx)

    def nudge_at(self, x: float, dx: float) -> ChainNudge:
        """Return what a nudge of any dx ≠ 0 does at any x."""
        return rules.chain_nudge(self.inner, self.outer, x, dx)

    def magnification(self, dx: float) -> float:
        """Return by how much a nudge is magnified to look as long as the first one."""
        return self.nudges[0].dx / dx

    def tangent(self, x: float) -> Tangent:
        """Return the tangent of the chained function at any x."""
        return quotients.tangent(self.chained, x)


PATHS_AT, PATHS_TARGET = 0.0, 2.75
INWARD, OUTWARD = (12.0, -4.0), (2.0, 4.0)
"""The weights into and out of two hidden units. At x = 0 each σ has the slope 0.25."""


def _path_steps(paths: Paths) -> tuple[tuple[float, float, float], ...]:
    """Return the slopes dL/dy, dy/da and da/dx along each path."""
    first = 2 * (paths.output - PATHS_TARGET)
    slopes = paths.hidden * (1 - paths.hidden)  # σ′ = σ(1 − σ)
    return tuple(
        (first, outward, float(slope) * inward)
        for outward, slope, inward in zip(OUTWARD, slopes, INWARD, strict=True)
    )


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 05b, once."""
    inner, outer = function(3 * X + 1), function(U**2)
    chained = function(outer.expression.subs(U, inner.expression))
    inner_slope, outer_slope = inner.slope(AT), outer.slope(inner.value(AT))
    paths = neuron.sum_over_paths(PATHS_AT, PATHS_TARGET, INWARD, OUTWARD)
    return Numbers(
        inner=inner,
        outer=outer,
        chained=chained,
        at=AT,
        shown_at=SHOWN_AT,
        sweep=SWEEP,
        nudges=tuple(rules.chain_nudge(inner, outer, AT, dx) for dx in NUDGES),
        inner_slope=inner_slope,
        outer_slope=outer_slope,
        slope=outer_slope * inner_slope,
        slip=outer.slope(AT) * inner_slope,
        factored_slope=sp.factor(chained.derivative_expression),
        power=int(sp.degree(outer.expression)),
        checks=tuple(quotients.tangent(chained, x) for x in CHECK_AT),
        check_insides=tuple(inner.value(x) for x in CHECK_AT),
        check_factor=int(sp.degree(outer.expression)) * inner_slope,
        neuron=neuron.forward_backward(x=3.0, t=0.9, w=2.0, b=-6.0),
        paths=paths,
        path_steps=_path_steps(paths),
    )
