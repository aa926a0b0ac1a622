"""States of the explorers: the one in which the explorer shows a number that was on screen."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import cache

from lessons.exploration import CurveState, DescentState, RegressionState, State
from mathcore.formulas.expression import read_function
from mathcore.formulas.functions import Function
from mathcore.optimization.descent import Descent, descent_1d
from mathcore.optimization.regression import RegressionPath, dataset, gd_regression
from mathcore.slopes.panel import exact_slope, panel
from pipeline.types import Json

_KINDS = {CurveState: "curve", DescentState: "descent", RegressionState: "regression"}
_DIGITS = re.compile(r"[−-]?[\d,]*\.?\d+")
_LABELS = {
    "x₀": ("x0",),
    "h": ("h",),
    "f(x₀)": ("value",),
    "slope": ("slope", "quotient"),
    "quotient": ("quotient",),
    "error": ("error",),
    "α": ("alpha",),
    "w": ("w",),
    "b": ("b",),
    "J": ("J",),
}
"""For what stands before a number the readings that it can be; any where it says nothing."""
_ORDER = (
    ("x0", "h", "alpha", "start"),
    ("value", "slope", "quotient", "error", "x", "f", "w", "b", "J"),
    ("end", "height", "rise"),
    ("steps",),
)
"""What a number is sooner: what a pupil sets, what is read, what only the picture has."""

Readings = dict[str, float]


def kind_of(state: State) -> str:
    """Return which explorer a state belongs to: ``curve``, ``descent`` or ``regression``."""
    return _KINDS[type(state)]


def to_json(state: State) -> Json:
    """Return a state as the explorers take it."""
    return {"kind": kind_of(state), **asdict(state)}


def state_showing(number: str, states: Sequence[State], label: str = "") -> State | None:
    """Return the state in which an explorer shows a number; ``None`` where none does.

    Of a descent, or of the fit of a line, it is the one after as many steps as lead to the number.

    Parameters
    ----------
    number
        As it stands on screen, ``"−2.10"``.
    states
        Those of its beat.
    label
        What stands before it, ``"α ="``: it can then be nothing else.
    """
    read = _DIGITS.fullmatch(number.strip())
    if read is None:
        return None
    digits = read[0].replace("−", "-").replace(",", "")
    value = float(digits)
    slack = 0.5 * 10.0 ** -len(digits.partition(".")[2]) * (1 + 1e-9)
    known = [reading for state in states for reading in _known(state)]
    allowed = _LABELS.get(label.strip().rstrip("=≈").strip())
    for names in (allowed,) if allowed else _ORDER:
        for state, readings in known:
            if any(abs(readings.get(name, math.inf) - value) <= slack for name in names):
                return state
    return None


@cache
def _known(state: State) -> tuple[tuple[State, Readings], ...]:
    """Return all readings of a state: every number of its beat, on each page, asks for them."""
    return tuple(_readings(state))


def _readings(state: State) -> Iterator[tuple[State, Readings]]:
    """Yield a state, and those on the way to it, with what each shows, by name."""
    if isinstance(state, CurveState):
        yield state, _of_curve(state)
    elif isinstance(state, DescentState):
        path = _descent(state.function, state.start, state.alpha, state.steps)
        f = _function(state.function)
        for step, x in reversed(list(enumerate(path.points.tolist()))):
            told = {"x": x, "f": f(x), "slope": f.slope(x), "steps": float(step)}
            yield (
                replace(state, steps=step),
                told | {"alpha": state.alpha, "start": state.start},
            )
    else:
        fit = _fit(state)
        rows = zip(fit.ws.tolist(), fit.bs.tolist(), fit.losses.tolist(), strict=True)
        for epoch, (w, b, loss) in reversed(list(enumerate(rows))):
            told = {"w": w, "b": b, "J": loss, "steps": float(epoch), "alpha": state.alpha}
            yield replace(state, epochs=epoch), told


def _of_curve(state: CurveState) -> Readings:
    f, x0, h = _function(state.function), state.x0, state.h
    inputs = {"x0": x0, "h": h}
    try:
        told = panel(f, x0, h)
    except ValueError:
        return inputs | {"value": f(x0), "slope": exact_slope(f, x0)}
    there = f(x0 + h)
    return inputs | {
        "value": told.value,
        "slope": told.slope,
        "quotient": told.quotient,
        "error": told.error,
        "end": x0 + h,
        "height": there,
        "rise": there - told.value,
    }


@cache
def _function(formula: str) -> Function:
    return read_function(formula)


@cache
def _descent(formula: str, start: float, alpha: float, steps: int) -> Descent:
    return descent_1d(_function(formula).slope, start, alpha, steps)


@cache
def _fit(state: RegressionState) -> RegressionPath:
    xs, ys = zip(*state.points, strict=True)
    return gd_regression(dataset(xs, ys), state.alpha, state.epochs)
