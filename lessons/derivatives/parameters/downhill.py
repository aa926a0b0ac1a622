"""Clip 07: another valley, another start, another learning rate."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from lessons.parameters import ClipParameters, ParameterError, parameter
from mathcore.expression import read_function


@dataclass(frozen=True)
class DownhillParameters(ClipParameters):
    """The function that is descended, where from, with which learning rate and how often."""

    clips: ClassVar = ("07",)

    function: str = parameter("x**2 - 4*x + 5", "formula", "the function f(x) to descend")
    start: float = parameter(
        5.0, "number", "where descent begins", unit="lesson coordinates", low=-1e3, high=1e3
    )
    alpha: float = parameter(
        0.1, "number", "the learning rate", unit="per step", low=1e-6, high=1e3
    )
    steps: int = parameter(5, "count", "how many steps are shown", unit="steps", low=1, high=50)

    def __post_init__(self) -> None:
        try:
            f = read_function(self.function)
        except ValueError as error:
            raise ParameterError(f"function {self.function!r}, {error}") from None
        if not (math.isfinite(f(self.start)) and math.isfinite(f.slope(self.start))):
            raise ParameterError(
                f"function {self.function!r} has no slope at start = {self.start:g}; "
                "choose a start where it has one"
            )
