"""Questions: what a beat leaves open, and where among the computed numbers its answer stands."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any, Literal

QuestionKind = Literal["number", "sign", "choice"]
Answer = float | str

_PATH = re.compile(r"[A-Za-z_]\w*(\.([A-Za-z_]\w*|-?\d+))*")


@dataclass(frozen=True, slots=True)
class Question:
    """What a beat asks at its end, so that a page can wait for a guess.

    Parameters
    ----------
    text
        The question, as it is read.
    kind
        What a guess is: a number; a sign, ``"negative"``, ``"zero"`` or ``"positive"``; or one of
        ``choices``.
    answer
        Where the answer stands among the clip's numbers: names joined by dots, and places counted
        from 0, ``"secants.0.slope"``. It is never typed in.
    tolerance
        How far a guessed number may be off, in its own unit.
    decimals
        With how many decimals the answer is told.
    choices
        What there is to choose from.
    """

    text: str
    kind: QuestionKind
    answer: str
    tolerance: float = 0.0
    decimals: int = 2
    choices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip().endswith("?"):
            raise ValueError(f"question {self.text!r} does not end in a question mark")
        if not _PATH.fullmatch(self.answer):
            raise ValueError(f"question {self.text!r}: {self.answer!r} is no path to a number")
        if not (math.isfinite(self.tolerance) and self.tolerance >= 0):
            raise ValueError(f"question {self.text!r}: the tolerance {self.tolerance} is below 0")
        if self.decimals < 0:
            raise ValueError(f"question {self.text!r} is told with {self.decimals} decimals")
        if (self.kind == "choice") != (len(self.choices) >= 2):
            raise ValueError(f"question {self.text!r}: only a choice has choices, two or more")
        if len(set(self.choices)) != len(self.choices):
            raise ValueError(f"question {self.text!r} offers a choice twice")

    def answer_among(self, numbers: object) -> Answer | None:
        """Return the answer that a clip's numbers hold; ``None`` where they hold none.

        A number that is not finite is none: with other parameters a question may lose its answer.

        Raises
        ------
        ValueError
            If what the path leads to cannot be the answer to a question of this kind.
        """
        found: Any = numbers
        for step in self.answer.split("."):
            if found is None:
                return None
            found = found[int(step)] if step.lstrip("-").isdigit() else getattr(found, step)
        if found is None:
            return None
        if self.kind == "choice":
            if found not in self.choices:
                raise ValueError(f"question {self.text!r}: {found!r} is none of its choices")
            return str(found)
        value = float(found)
        if not math.isfinite(value):
            return None
        if self.kind == "number":
            return value
        return "zero" if value == 0 else "positive" if value > 0 else "negative"
