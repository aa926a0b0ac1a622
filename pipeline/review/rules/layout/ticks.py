"""Ticks: an axis keeps its numbers, and no text runs into one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.review.rule import Rule
from pipeline.review.shapes import Box
from pipeline.review.sight import StageView, VisiblePart
from pipeline.types import Finding
from scenes import theme

BESIDE = 0.5
"""Frame units; a number that stands no further from a line may belong to its scale."""
LONG, THIN = 1.0, 0.1
"""Frame units: an axis is longer than the one, and less wide than the other."""
SAME = 0.1
"""Frame units; what has moved by less stands at the same place."""
CLEAR = 0.5
"""The least gap between a number of a scale and another text, as a share of the digits' height."""
ALIGNED = 0.5
"""Two boxes are in one row if they share this much of the smaller one's height."""
_GROUND = {theme.GRID, theme.BG, theme.PANEL}


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line on stage, and the numbers that stand beside it, each with its box."""

    line: Box
    numbers: list[tuple[str, Box]] = field(default_factory=list)

    def lost(self, now: NumberedLine) -> tuple[str, ...]:
        """Return the numbers that this scale has and ``now`` has not, where ``now`` has no other.

        A scale that has another number has been drawn anew.
        """
        kept = [number for number in self.numbers if _has(now, number)]
        if len(now.numbers) > len(kept):
            return ()
        return tuple(number[0] for number in self.numbers if number not in kept)


class TicksRule(Rule):
    """An axis that stands keeps its numbers, and its name stays clear of the last of them.

    An axis is a long line that runs level or upright beside two numbers of a scale or more. It is
    the same axis at the end of the next beat if a line stands at the same place; an axis that has
    moved is not judged. A text that stands in one row or column with a number of a scale must be
    half a digit away from it, so that "2 w" is not read as a product.
    """

    name = "ticks"

    def __init__(self) -> None:
        self._before: tuple[NumberedLine, ...] = ()

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the texts that stand so close to a number of a scale that they run into it."""
        if not view.still:
            return
        others = [text for text in view.texts if not text.inscription.scale]
        for number in view.texts:
            if not number.inscription.scale:
                continue
            for text in others:
                apart = gap_in_line(number.box, text.box)
                least = CLEAR * (number.box.top - number.box.bottom)
                if apart is not None and apart < least:
                    what = f"{apart:.2f} from a number of the scale, below {least:.2f}"
                    names = (text.name, number.name)
                    yield Finding(self.name, view.beat, view.seconds, what, names)

    def end(self, view: StageView) -> Iterator[Finding]:
        """Return the axes that have lost numbers since the end of the beat before."""
        now = scales_of(view)
        for scale in self._before:
            standing = [other for other in now if same_place(scale.line, other.line)]
            lost = [scale.lost(other) for other in standing]
            if lost and all(lost):
                what = "an axis stands, but has lost some of its numbers"
                yield Finding(self.name, view.beat, view.seconds, what, lost[0])
        self._before = tuple(scale for scale in now if len(scale.numbers) > 1)


def scales_of(view: StageView) -> tuple[NumberedLine, ...]:
    """Return all lines that may be axes; a number belongs to the one that has most numbers."""
    scales = [NumberedLine(part.box) for part in view.parts if may_be_axis(part)]
    numbers = [(text.says, text.box) for text in view.texts if text.inscription.scale]
    near = [[scale for scale in scales if stands_beside(box, scale.line)] for _, box in numbers]
    counts = {id(scale): sum(scale in some for some in near) for scale in scales}
    for number, some in zip(numbers, near, strict=True):
        if some:
            max(some, key=lambda scale: counts[id(scale)]).numbers.append(number)
    return tuple(scales)


def may_be_axis(part: VisiblePart) -> bool:
    """Whether a part is a long line that runs level or upright."""
    if part.text is not None or not part.is_line or part.main.color in _GROUND:
        return False
    short, long = sorted((part.box.right - part.box.left, part.box.top - part.box.bottom))
    return short < THIN and long > LONG


def stands_beside(number: Box, line: Box) -> bool:
    """Whether a number stands beside a line, between its ends."""
    across = max(line.left - number.right, number.left - line.right)
    up = max(line.bottom - number.top, number.bottom - line.top)
    beside, along = (up, across) if line.right - line.left > LONG else (across, up)
    return 0 <= beside <= BESIDE and along < 0


def same_place(first: Box, second: Box) -> bool:
    """Whether two boxes have the same edges."""
    return (
        max(
            abs(first.left - second.left),
            abs(first.right - second.right),
            abs(first.bottom - second.bottom),
            abs(first.top - second.top),
        )
        < SAME
    )


def gap_in_line(first: Box, second: Box) -> float | None:
    """Return the gap between two boxes in one row or column; ``None`` where they are in neither."""
    across = max(first.left, second.left) - min(first.right, second.right)
    up = max(first.bottom, second.bottom) - min(first.top, second.top)
    height = min(first.top - first.bottom, second.top - second.bottom)
    width = min(first.right - first.left, second.right - second.left)
    if across >= 0 and -up >= ALIGNED * height:
        return across
    if up >= 0 and -across >= ALIGNED * width:
        return up
    return None


def _has(scale: NumberedLine, number: tuple[str, Box]) -> bool:
    says, box = number
    return any(says == other and same_place(box, place) for other, place in scale.numbers)
