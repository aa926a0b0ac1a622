"""States of the explorers: the examples of a lesson that a pupil can go on with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from lessons.parameters import Points


@dataclass(frozen=True, slots=True)
class CurveState:
    """A point of a curve and a gap.

    Parameters
    ----------
    function
        The formula in x, as ``mathcore.formulas.expression`` reads it.
    x0, h
        The point and the gap, in lesson coordinates.
    """

    function: str
    x0: float
    h: float


@dataclass(frozen=True, slots=True)
class DescentState:
    """A descent on a curve.

    Parameters
    ----------
    function
        The formula in x that is descended.
    start
        Where descent begins, in lesson coordinates.
    alpha
        The learning rate.
    steps
        How many steps were made.
    """

    function: str
    start: float
    alpha: float
    steps: int


@dataclass(frozen=True, slots=True)
class RegressionState:
    """A line on its way to points, from w = b = 0.

    Parameters
    ----------
    points
        Pairs of x and y.
    alpha
        The learning rate.
    epochs
        How many steps were made.
    """

    points: Points
    alpha: float
    epochs: int


State: TypeAlias = CurveState | DescentState | RegressionState
BeatStates: TypeAlias = Mapping[str, tuple[State, ...]]
"""For a beat's name the states that it shows; the first is the one that it is about."""
Exploration: TypeAlias = Callable[[Any], BeatStates]
"""From the numbers of a clip to the states of its beats."""
