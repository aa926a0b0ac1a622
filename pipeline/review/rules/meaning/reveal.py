"""Reveal: a question stands without its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lessons.model import Beat, Clip
from pipeline.review.rule import Rule, Show
from pipeline.review.rules.meaning.speech import (
    last_sentence,
    shown_numbers,
    spoken_numbers,
    stated_numbers,
)
from pipeline.review.sight import StageView, Text
from pipeline.types import Finding
from scenes.components.text.inscription import Inscription

QUESTION = "?"
SLACK = 0.3
"""Seconds: the longest time between two looks at something that moves."""


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number that may be an answer, and the text that shows it."""

    value: float
    text: Inscription
    name: str


class RevealRule(Rule):
    """A beat that closes with a question ends with no number that came after the question began.

    The question is its last sentence. It begins after as much of the voice's time as it has words
    before it. Numbers are readouts and, in formulas, decimals and what follows a relation. No
    answers are the scales of axes, texts that hold a question mark themselves, numbers that the
    question says, and a readout that stood there before and runs on. The rule does not see an
    answer without a number, and cannot tell an answer from another number that comes late: neither
    leaves the question alone.

    Parameters
    ----------
    clip
        The clip with its narration.
    voice
        Seconds of voice by beat, where they are known.
    """

    name = "reveal"

    def __init__(self, clip: Clip, voice: Mapping[str, float]) -> None:
        self._voice = voice
        self._questions = {
            beat.name: beat for beat in clip.beats if beat.narration.rstrip().endswith(QUESTION)
        }
        self._looks: dict[str, list[tuple[int, tuple[ShownNumber, ...]]]] = {}
        self._last: dict[str, tuple[float, tuple[ShownNumber, ...]]] = {}

    def see(self, view: StageView) -> tuple[Finding, ...]:
        """Take note of the numbers on stage."""
        if view.beat in self._questions:
            self._looks.setdefault(view.beat, []).append((view.frame, _numbers(view)))
        return ()

    def end(self, view: StageView) -> tuple[Finding, ...]:
        """Take note of the numbers that remain at the end of a beat."""
        if view.beat in self._questions:
            self._last[view.beat] = view.seconds, _numbers(view)
        return ()

    def conclude(self, show: Show) -> Iterator[Finding]:
        """Return the numbers that came with a question; now it is known when it was asked."""
        for name, (seconds, numbers) in self._last.items():
            beat = self._questions[name]
            asked = show.spans[name].cue + (self._seconds_before(beat) + SLACK) * show.fps
            known = self._known(name, asked)
            said = spoken_numbers(last_sentence(beat.narration)[1])
            late = dict.fromkeys(
                number.name
                for number in numbers
                if known.isdisjoint((number.value, number.text))
                and not any(one.fits(number.value) for one in said)
            )
            if late:
                what = "comes after the question has begun"
                yield Finding(self.name, name, seconds, what, tuple(late))

    def _seconds_before(self, beat: Beat) -> float:
        before, _ = last_sentence(beat.narration)
        return self._voice.get(beat.name, beat.spoken_seconds) * before / beat.words

    def _known(self, beat: str, asked: float) -> set[float | Inscription]:
        """Return the values and readouts that were seen before the question began."""
        known: set[float | Inscription] = set()
        for frame, numbers in self._looks[beat]:
            if frame > asked:
                break
            known.update(number.value for number in numbers)
            known.update(number.text for number in numbers if number.text.kind == "number")
        return known


def _numbers(view: StageView) -> tuple[ShownNumber, ...]:
    """Return the numbers that may be an answer."""
    return tuple(
        ShownNumber(value, text.inscription, text.name)
        for text in view.texts
        for value in _values(text)
    )


def _values(text: Text) -> tuple[float, ...]:
    kind = text.inscription.kind
    if kind == "words" or text.inscription.scale or QUESTION in text.says:
        return ()
    return shown_numbers(text.says) if kind == "number" else stated_numbers(text.says)
