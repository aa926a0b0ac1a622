"""Spoken: a number that the voice says is on screen while it is said."""

from __future__ import annotations

from collections.abc import Iterator

from lessons.model import Clip
from pipeline.review.rule import Rule
from pipeline.review.rules.meaning.speech import SpokenNumber, shown_numbers, spoken_numbers
from pipeline.review.sight import StageView
from pipeline.types import Finding
from scenes.components.text.inscription import Inscription


class SpokenRule(Rule):
    """Every number of a beat's narration stands on stage at some time in that beat.

    A running number has shown every value between those that it was seen to have. Words on screen
    are read like the narration. Which numbers count is said in ``speech.spoken_numbers``; the rule
    does not see whether a number stands on stage at the moment at which its word is said, nor
    whether it is the one that is meant.
    """

    name = "spoken"

    def __init__(self, clip: Clip) -> None:
        self._said = {beat.name: spoken_numbers(beat.narration) for beat in clip.beats}
        self._shown: set[float] = set()
        self._ranges: dict[Inscription, tuple[float, float]] = {}

    def see(self, view: StageView) -> tuple[Finding, ...]:
        """Take note of the numbers on stage."""
        if not self._said[view.beat]:
            return ()
        for text in view.texts:
            numbers = shown_numbers(text.says)
            self._shown.update(numbers)
            if text.inscription.kind == "words":
                self._shown.update(number.value for number in spoken_numbers(text.says))
            elif text.inscription.kind == "number" and numbers:
                low, high = self._ranges.get(text.inscription, (numbers[0], numbers[0]))
                self._ranges[text.inscription] = min(low, numbers[0]), max(high, numbers[0])
        return ()

    def end(self, view: StageView) -> Iterator[Finding]:
        """Return the numbers that were said in the beat and not shown."""
        for number in dict.fromkeys(self._said[view.beat]):
            if not self._was_shown(number):
                what = f'the voice says "{number.words}", which is not on screen'
                yield Finding(self.name, view.beat, view.seconds, what, (number.words,))
        self._shown.clear()
        self._ranges.clear()

    def _was_shown(self, number: SpokenNumber) -> bool:
        ran = (low <= number.value <= high for low, high in self._ranges.values())
        return any(map(number.fits, self._shown)) or any(ran)
