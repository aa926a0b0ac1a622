"""Clips 09a and 09b: other data, another learning rate, another number of epochs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from lessons.parameters import ClipParameters, Points, parameter


@dataclass(frozen=True)
class RegressionParameters(ClipParameters):
    """The points to fit, the learning rate, and the epochs that are run.

    ``data`` without points stands for the lesson's own five, made from y = 3x + 2.
    """

    clips: ClassVar = ("09a", "09b")

    data: Points = parameter((), "points", "the points (x, y), from a CSV file or a list of pairs")
    alpha: float = parameter(
        0.01, "number", "the learning rate", unit="per epoch", low=1e-9, high=1e3
    )
    epochs: int = parameter(
        500, "count", "how many epochs are run", unit="epochs", low=10, high=100_000
    )
