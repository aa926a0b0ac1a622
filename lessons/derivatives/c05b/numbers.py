"""Clip 05b, Rules II, the chain: (3x + 1)⁴ on three lines, and a miniature neuron."""

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

AT = 0.2
SWEEP = (0.0, 0.3, 0.2)
NUDGES = (0.1, 0.01, 0.001)
CHECK_AT = (0.0, 1.0)
U = sp.Symbol("u", real=True)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 05b.

    Attributes
    ----------
    inner, outer
        u = 3x + 1 and y = u⁴.
    chained
        y = (3x + 1)⁴ as one function of x.
    at
        x = 0.2, where u = 1.6 and y = 6.5536.
    sweep
        Where the first marker goes: 0 → 0.3 → 0.2.
    nudges
        What Δx = 0.1, 0.01, 0.001 do: Δu/Δx = 3; Δy/Δu = 21.6, 16.85, 16.43; Δy/Δx = 64.785,
        50.5518, 49.2904.
    inner_slope, outer_slope
        3 and 4u³ = 16.384, exact.
    slope
        Their product, 49.152.
    factored_slope
        12(3x + 1)³ (SymPy).
    power
        4, what the outer machine raises to.
    checks
        Tangents of the chained function at 0 and 1: slopes 12 and 768.
    check_insides
        What the inner machine makes of 0 and 1: 1 and 4.
    check_factor
        12 = 4 · 3, what stands before the cube.
    neuron
        x = t = 1, w = b = 0: values 0, 0.5, 0.25 forward, slopes −1, 0.25, 1, 1 back.
    paths
        Two hidden units: one product of slopes along each path, and their sum.
    """

    inner: Function
    outer: Function
    chained: Function
    at: float
    sweep: tuple[float, ...]
    nudges: tuple[ChainNudge, ...]
    inner_slope: float
    outer_slope: float
    slope: float
    factored_slope: Expr
    power: int
    checks: tuple[Tangent, ...]
    check_insides: tuple[float, ...]
    check_factor: float
    neuron: Neuron
    paths: Paths

    def nudge(self, dx: float) -> ChainNudge:
        """Return what a nudge of any dx ≠ 0 does at x = 0.2."""
        return self.nudge_at(self.at, dx)

    def nudge_at(self, x: float, dx: float) -> ChainNudge:
        """Return what a nudge of any dx ≠ 0 does at any x."""
        return rules.chain_nudge(self.inner, self.outer, x, dx)


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 05b, once."""
    inner, outer = function(3 * X + 1), function(U**4)
    chained = function(outer.expression.subs(U, inner.expression))
    inner_slope, outer_slope = inner.slope(AT), outer.slope(inner.value(AT))
    return Numbers(
        inner=inner,
        outer=outer,
        chained=chained,
        at=AT,
        sweep=SWEEP,
        nudges=tuple(rules.chain_nudge(inner, outer, AT, dx) for dx in NUDGES),
        inner_slope=inner_slope,
        outer_slope=outer_slope,
        slope=outer_slope * inner_slope,
        factored_slope=sp.factor(chained.derivative_expression),
        power=int(sp.degree(outer.expression)),
        checks=tuple(quotients.tangent(chained, x) for x in CHECK_AT),
        check_insides=tuple(inner.value(x) for x in CHECK_AT),
        check_factor=int(sp.degree(outer.expression)) * inner_slope,
        neuron=neuron.forward_backward(x=1.0, t=1.0, w=0.0, b=0.0),
        paths=neuron.sum_over_paths(x=1.0, t=1.0, inward=(1.0, -0.5), outward=(0.5, 1.0)),
    )
