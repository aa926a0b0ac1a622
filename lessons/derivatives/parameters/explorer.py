"""Clip 06: another function, another point, another gap."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from lessons.parameters import ClipParameters, ParameterError, parameter
from mathcore.expression import read_function


@dataclass(frozen=True)
class ExplorerParameters(ClipParameters):
    """The function under the dashboard, the point x₀, the gap h and the window."""

    clips: ClassVar = ("06",)

    function: str = parameter("x**2", "formula", "the function f(x)")
    x0: float = parameter(2.0, "number", "the point", unit="lesson coordinates", low=-1e3, high=1e3)
    h: float = parameter(
        1.5, "number", "the gap, of either sign", unit="lesson coordinates", low=-1e3, high=1e3
    )
    window: float = parameter(
        0.0,
        "number",
        "width of the window about x0; 0 fits one",
        unit="lesson coordinates",
        low=0.0,
        high=1e4,
    )

    def __post_init__(self) -> None:
        try:
            f = read_function(self.function)
        except ValueError as error:
            raise ParameterError(f"function {self.function!r}, {error}") from None
        if self.h == 0:
            raise ParameterError("h is 0; two points in the same place have no line between them")
        if not math.isfinite(f(self.x0)):
            raise ParameterError(
                f"function {self.function!r} has no value at x0 = {self.x0:g}; "
                "choose an x0 where it has one"
            )
        if not math.isfinite(f(self.x0 + self.h)):
            raise ParameterError(
                f"function {self.function!r} has no value at x0 + h = {self.x0 + self.h:g}; "
                "choose a smaller h, or one of the other sign"
            )
