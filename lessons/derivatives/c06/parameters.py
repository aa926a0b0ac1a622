"""Clip 06: another function, another point, another gap, and the words that are true for them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar

from lessons.derivatives.c06.numbers import AT, FORMULA, GAP, Numbers, compute
from lessons.model import Clip
from lessons.parameters import ClipParameters, ParameterError, parameter
from mathcore.formulas.expression import read_function

LARGEST = 1e6
"""A height above this has no room in its row."""


@dataclass(frozen=True)
class ExplorerParameters(ClipParameters):
    """The function under the dashboard, the point x₀, the gap h and the window."""

    clips: ClassVar = ("06",)

    function: str = parameter(FORMULA, "formula", "the function f(x)")
    x0: float = parameter(AT, "number", "the point", unit="lesson coordinates", low=-1e3, high=1e3)
    h: float = parameter(
        GAP, "number", "the gap, of either sign", unit="lesson coordinates", low=-1e3, high=1e3
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
        if abs(self.h) < SMALLEST_GAP:
            raise ParameterError(
                f"h is {self.h:g}; it must be at least {SMALLEST_GAP:g} in size: two points in "
                "the same place have no line between them"
            )
        for x, name, way_out in (
            (self.x0, "x0", "choose an x0 where it has one"),
            (self.x0 + self.h, "x0 + h", "choose a smaller h, or one of the other sign"),
        ):
            if not math.isfinite(f(x)):
                raise ParameterError(
                    f"function {self.function!r} has no value at {name} = {x:g}; {way_out}"
                )
            if abs(f(x)) > LARGEST:
                raise ParameterError(
                    f"function {self.function!r} is {f(x):.3g} at {name} = {x:g}; "
                    f"only values up to {LARGEST:g} have room on screen"
                )
        if 0 < self.window < 2 * abs(self.h):
            raise ParameterError(
                f"window is {self.window:g}; it does not hold x0 + h: "
                f"choose at least {2 * abs(self.h):g}, or 0 for one that fits"
            )

    @property
    def numbers(self) -> Numbers:
        """Every number of the clip for this example."""
        return compute(self.function, self.x0, self.h, self.window)

    def numbers_of(self, clip: str) -> object:
        """Return every number of a clip that takes these parameters."""
        return self.numbers if clip in self.clips else super().numbers_of(clip)

    def adapt_script(self, clip: Clip) -> Clip:
        """Return the clip with the narration that is true here, without the beats that are not."""
        if not self.changed():
            return clip
        narrations = narrations_for(self.numbers)
        return replace(
            clip,
            beats=tuple(
                replace(beat, narration=narrations[beat.name])
                for beat in clip.beats
                if beat.name in narrations
            ),
        )


SMALLEST_GAP = 1e-3


def narrations_for(numbers: Numbers) -> dict[str, str]:
    """Return what is said in each beat that has something true to show, by its name."""
    if numbers.tangent is None:
        return {
            "rows_light_up": "A dashboard for one point: its height, a gap, and a quotient. "
            "But the row for the slope stays empty. Why?",
            "error_shrinks_with_the_gap": _WHY[numbers.reason or "unknown"],
        }
    error = numbers.panel.error
    words = {
        "rows_light_up": "A dashboard for one point: its height, its true slope, a gap, "
        "and the quotient over that gap. How far off is it?",
    }
    if numbers.is_straight:
        return words | {
            "error_shrinks_with_the_gap": "Shrink the gap as you like: where the curve is "
            "straight, every quotient is the slope already.",
            "point_moves_columns_switch": _way(numbers),
            "balls_step_against_the_slope": _AGAINST,
        }
    if error:
        direction = "Too large" if error > 0 else "Too small"
        words["error_is_a_gap"] = (
            f"{direction}: the curve bends away from its tangent. How fast can that error shrink?"
        )
    bends = math.isfinite(numbers.bending) and numbers.bending != 0
    words["error_shrinks_with_the_gap"] = (
        "Shrink the gap tenfold, and in the end the error shrinks tenfold. "
        "The dashes close up as the secant nears the tangent."
        if bends
        else "Shrink the gap, and the error shrinks even faster. "
        "The dashes close up as the secant nears the tangent."
    )
    if bends:
        words["half_the_gap_times_bending"] = (
            "For a parabola the error is half the gap times the bending, exactly. Can we do better?"
            if numbers.is_parabola
            else "Roughly, the error is half the gap times the bending: "
            "the smaller the gap, the better that fits. Can we do better?"
        )
    if numbers.central is not None and abs(numbers.central_error) < abs(error):
        words["both_sides_cancel"] = (
            "Reach out equally on both sides, and the bending cancels. For parabolas, exactly."
            if numbers.is_parabola
            else "Reach out equally on both sides, and most of the error cancels."
        )
    words["point_moves_columns_switch"] = _way(numbers)
    words["balls_step_against_the_slope"] = _AGAINST
    if abs(numbers.float_errors[-1]) > abs(numbers.float_errors[0]):
        words["rounding_eats_the_difference"] = (
            "One warning from real machines. Below a certain gap, rounding eats the difference, "
            "and the answer falls apart."
        )
    return words


def _way(numbers: Numbers) -> str:
    states = [reading.state for reading in numbers.sweep]
    order = ", then ".join(dict.fromkeys(states))
    return f"Now walk to the right: {order}. Which way is downhill?"


_AGAINST = (
    "Rising: step left. Falling: step right. Level: stay. "
    "Always against the slope, and in small enough steps."
)
_WHY = {
    "corner": "Shrink the gap from either side. The two columns settle on different numbers: "
    "no common value, so no derivative.",
    "vertical": "Shrink the gap, and the quotient grows without bound: "
    "the tangent stands upright, and an upright line has no slope.",
    "jump": "Shrink the gap, and the rise does not shrink with it: "
    "the curve jumps here, so it has no derivative.",
    "oscillating": "Shrink the gap, and the quotients never settle: "
    "no value to close in on, so no derivative.",
    "edge": "The curve ends here. Nothing stands on the other side to agree with, "
    "so there is no derivative.",
    "unknown": "The formula for the slope has no value at this point, "
    "so the dashboard cannot show one.",
}
