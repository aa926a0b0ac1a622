"""Clip 07: another valley, start and learning rate, and the words that are true for them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

from lessons.derivatives.c07.numbers import ALPHA, FORMULA, START, STEPS, Numbers, compute
from lessons.model import Clip
from lessons.parameters import ClipParameters, ParameterError, parameter
from mathcore.formulas.expression import read_function
from mathcore.slopes.panel import exact_slope

LARGEST = 1e6
"""A value above this has no room on screen."""
NEARLY = 1e-9
"""Two factors that differ by less than this count as equal."""
LEVEL = 1e-12
"""A slope below this leads nowhere."""
SHORTEST = 500.0
"""How many times as wide as a step its window may be."""


@dataclass(frozen=True)
class DownhillParameters(ClipParameters):
    """The function that is descended, where from, with which learning rate and how often."""

    clips: ClassVar = ("07",)

    function: str = parameter(FORMULA, "formula", "the function f(x) to descend")
    start: float = parameter(
        START, "number", "where descent begins", unit="lesson coordinates", low=-1e3, high=1e3
    )
    alpha: float = parameter(
        ALPHA, "number", "the learning rate", unit="per step", low=1e-6, high=1e3
    )
    steps: int = parameter(STEPS, "count", "how many steps are shown", unit="steps", low=1, high=50)

    def __post_init__(self) -> None:
        try:
            reason = fault(self.function, self.start, self.alpha, self.steps)
        except ValueError as error:
            raise ParameterError(f"function {self.function!r}, {error}") from None
        if reason:
            raise ParameterError(f"function {self.function!r} {reason}")

    @property
    def numbers(self) -> Numbers:
        """Every number of the clip for this example."""
        return compute(self.function, self.start, self.alpha, self.steps)

    def numbers_of(self, clip: str) -> object:
        """Return every number of a clip that takes these parameters."""
        return self.numbers if clip in self.clips else super().numbers_of(clip)

    def adapt_script(self, clip: Clip) -> Clip:
        """Return the clip with the narration that is true here, without the beats that are not."""
        if not self.changed():
            return clip
        numbers = self.numbers
        left_out, narrations = beats_left_out(numbers), changed_narrations(numbers)
        return replace(
            clip,
            beats=tuple(
                replace(beat, narration=narrations.get(beat.name, beat.narration))
                for beat in clip.beats
                if beat.name not in left_out
            ),
        )


def fault(formula: str, start: float, alpha: float, steps: int) -> str:
    """Say why this descent cannot be shown, or nothing: no slope on the way, or numbers too large.

    Raises
    ------
    ValueError
        If the formula is none.
    """
    f = read_function(formula)
    if not math.isfinite(f(start)) or not math.isfinite(exact_slope(f, start)):
        return f"has no slope at start = {start:g}; choose a start where it has one"
    if max(abs(f(start)), abs(f.slope(start))) > LARGEST:
        return (
            f"is too high or too steep at start = {start:g}: only values up to {LARGEST:g} "
            "have room on screen"
        )
    if abs(f.slope(start)) < LEVEL:
        return f"is level at start = {start:g}: no step leads away; choose another start"
    numbers = compute(formula, start, alpha, steps)
    way = abs(alpha * f.slope(start))
    if way > LARGEST:
        return (
            f"is so steep that alpha = {alpha:g} leads {way:.3g} away in one step; "
            "choose a smaller alpha"
        )
    if way < (numbers.path_x[1] - numbers.path_x[0]) / SHORTEST:
        return (
            f"is so flat that alpha = {alpha:g} leads only {way:.3g} away in one step, too little "
            "to be seen; choose a larger alpha"
        )
    for step, x in enumerate(numbers.descent.points.tolist()[: numbers.seen + 1]):
        if not (math.isfinite(f(x)) and math.isfinite(exact_slope(f, x))):
            return (
                f"has no slope at x = {x:g}, where step {step} lands; "
                "choose a smaller alpha, fewer steps or another start"
            )
    return ""


def beats_left_out(numbers: Numbers) -> set[str]:
    """Return the names of the beats that have nothing true to show."""
    found, quadratic = numbers.found, numbers.quadratic
    names = set()
    if found is None:
        names |= {"slope_vanishes_at_two", "slope_is_a_compass"}
    if found is None or found.leap is None:
        names.add("step_too_long")
    if quadratic is None:
        names |= {"square_plus_one", "five_dials", "safe_factors"}
    if quadratic is None or not quadratic.code:
        names.add("computer_checks_the_signs")
    return names


def changed_narrations(numbers: Numbers) -> dict[str, str]:
    """Return the narrations that differ from the lesson's own example, by name of the beat."""
    return {"distance_shrinks_by_a_fifth": _steps(numbers)} | (
        {} if numbers.is_default else _curve(numbers)
    )


def _curve(numbers: Numbers) -> dict[str, str]:
    """Return the narrations that differ for another curve."""
    if numbers.found is None:
        return {}
    if numbers.quadratic is None:
        return {
            "slope_vanishes_at_two": "Find where the slope vanishes: falling before, rising "
            "after. A lowest point, at least nearby. Could a ball find it?"
        }
    asked = "" if numbers.quadratic.code else " Could a ball find it?"
    return {
        "slope_vanishes_at_two": "Find where the slope vanishes, and read the height there. "
        "Is that truly the lowest?",
        "square_plus_one": "Falling before, rising after. Or rewrite it: a square can only "
        f"add to what is left.{asked}",
    }


def _steps(numbers: Numbers) -> str:
    """Return the narration of what the steps with this learning rate do."""
    if numbers.quadratic is not None:
        factor = float(numbers.quadratic.contraction.factors[0])
        return f"{_shares(factor)} And another dial?"
    ending = "Does every start end in the same place?"
    heights = numbers.heights.tolist()[: numbers.seen + 1]
    if any(after > before for before, after in pairwise(heights)):
        return (
            "Each step is as long as the slope is steep, and here that is too far: "
            f"some steps land higher than they began. {ending}"
        )
    if numbers.leaves:
        return f"Every step leads lower, and on out of the picture: no bottom in sight. {ending}"
    points = numbers.descent.points.tolist()
    strides = [abs(after - before) for before, after in pairwise(points)]
    if len(strides) > 1 and all(after < before for before, after in pairwise(strides)):
        return (
            "Each step is as long as the slope is steep: long strides first, "
            f"shorter ones as it levels out. {ending}"
        )
    return f"Each step is as long as the slope is steep, and every step leads lower. {ending}"


def _shares(factor: float) -> str:
    """Return the narration of what a step leaves of the distance to a parabola's bottom."""
    if abs(factor - KEPT) < NEARLY:
        return (
            "Each step keeps eighty per cent of the distance left: "
            "long strides first, tiny ones at the end."
        )
    if abs(factor) < NEARLY:
        return "A single step, and no distance is left: this dial lands at the bottom at once."
    if factor > 0:
        return (
            "Each step keeps the same share of the distance left: "
            "long strides first, ever shorter ones after."
        )
    if abs(factor + 1) < NEARLY:
        return "Each step leaps to the other side, just as far away: it bounces for ever."
    if factor > -1:
        return (
            "Each step overshoots to the other side, yet keeps the same share "
            "of the distance: it settles."
        )
    return "Each step leaps to the other side, farther away than before: too large a dial."


KEPT = 0.8
"""What the lesson's own example keeps of a distance."""
