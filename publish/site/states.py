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


def kind_of(state: State) -> str:
    """Return which explorer a state belongs to: ``curve``, ``descent`` or ``regression``."""
    return _KINDS[type(state)]


def to_json(state: State) -> Json:
    """Return a state as the explorers take it."""
    return {"kind": kind_of(state), **asdict(state)}


def state_showing(number: str, states: Sequence[State]) -> State | None:
    """Return the state in which an explorer shows a number; the first state where none does.

    Of a descent, or of the fit of a line, it is the one after as many steps as lead to the number.

    Parameters
    ----------
    number
        As it stands on screen, ``"−2.10"``.
    states
        Those of its beat; nothing for none, and then ``None`` is returned.
    """
    read = _DIGITS.fullmatch(number.strip())
    if not states or read is None:
        return states[0] if states else None
    digits = read[0].replace("−", "-").replace(",", "")
    value = float(digits)
    slack = 0.5 * 10.0 ** -len(digits.partition(".")[2]) * (1 + 1e-9)
    known = [reading for state in states for reading in _readings(state)]
    for shows in (_shows_value, _counts_steps):
        for candidate, values, steps in known:
            if shows(value, slack, values, steps):
                return candidate
    return states[0]


def _shows_value(value: float, slack: float, values: list[float], _steps: int | None) -> bool:
    return any(abs(reading - value) <= slack for reading in values)


def _counts_steps(value: float, _slack: float, _values: list[float], steps: int | None) -> bool:
    return value == steps


def _readings(state: State) -> Iterator[tuple[State, list[float], int | None]]:
    """Yield a state, and those on the way to it, with the numbers that each shows and its steps."""
    if isinstance(state, CurveState):
        yield state, _of_curve(state), None
    elif isinstance(state, DescentState):
        path = _descent(state.function, state.start, state.alpha, state.steps)
        f = _function(state.function)
        for step, x in reversed(list(enumerate(path.points.tolist()))):
            values = [x, f(x), f.slope(x), state.alpha, state.start]
            yield replace(state, steps=step), values, step
    else:
        fit = _fit(state)
        rows = zip(fit.ws.tolist(), fit.bs.tolist(), fit.losses.tolist(), strict=True)
        for epoch, (w, b, loss) in reversed(list(enumerate(rows))):
            yield replace(state, epochs=epoch), [w, b, loss, state.alpha], epoch


def _of_curve(state: CurveState) -> list[float]:
    f = _function(state.function)
    x0, h = state.x0, state.h
    try:
        told = panel(f, x0, h)
    except ValueError:
        return [x0, h, f(x0), exact_slope(f, x0)]
    found = [x0, told.value, told.slope, h, told.quotient, told.error, x0 + h, f(x0 + h)]
    return [reading for reading in [*found, f(x0 + h) - told.value] if math.isfinite(reading)]


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
