"""Reading: a text stays long enough to be read, and the voice leaves pauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lessons.pacing import BREATH
from mathcore.timing import CHARACTERS_PER_SECOND, SHORTEST_HOLD
from pipeline.review.rule import Rule, Show
from pipeline.review.sight import StageView
from pipeline.types import Finding
from scenes.components.text.inscription import Inscription

SLACK = 0.3
"""Seconds: the longest time between two views of the stage."""
THERE, GONE = 0.9, 0.2
"""The opacity from which a text has appeared, and the one below which it has left."""


@dataclass
class Stay:
    """A text on stage: its name and letters, and the time and beat in which it appeared."""

    name: str
    letters: int
    since: float
    beat: str


class ReadingRule(Rule):
    """A viewer reads twelve letters a second, and hears two and a half words.

    Parameters
    ----------
    sampled
        Whether only some pictures of each motion are looked at.
    """

    name = "reading"

    def __init__(self, *, sampled: bool = False) -> None:
        self._sampled, self._before = sampled, (0.0, 0.0)
        self._stays: dict[str, Stay] = {}
        self._ran: set[Inscription] = set()
        self._said: dict[Inscription, str] = {}

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the texts that have just left, if they left too soon."""
        # Where pictures are left out, a text may have come to rest right after the last picture but
        # one: it is seen to rest in a picture that follows one in which it stands in its place.
        since = self._before[0] if self._sampled else view.seconds
        self._before = (self._before[1], view.seconds)
        # A running number is not read, neither while it runs nor after it has stopped.
        for text in view.texts:
            before = self._said.setdefault(text.inscription, text.says)
            if before != text.says and text.inscription not in self._ran:
                self._ran.add(text.inscription)
                self._stays.pop(before, None)
        visible = {text.says for text in view.texts if text.opacity > GONE}
        for says in [says for says in self._stays if says not in visible]:
            yield from self._judge(self._stays.pop(says), view.seconds)
        for text in view.texts:
            there = text.whole and text.opacity >= THERE and (text.rests or view.still)
            if there and text.inscription not in self._ran and text.says not in self._stays:
                self._stays[text.says] = Stay(text.name, len(text.letters), since, view.beat)

    def conclude(self, show: Show) -> Iterator[Finding]:
        """Return the texts that the end cut short, and the beats that speak too fast."""
        end = max(span.end for span in show.spans.values()) / show.fps
        for stay in self._stays.values():
            yield from self._judge(stay, end)
        for beat in show.clip.beats:
            span = show.spans[beat.name]
            seconds = span.frames / show.fps
            quiet = seconds - beat.spoken_seconds
            if quiet < BREATH - 1e-9:
                what = f"{quiet:.2f} s quiet after {beat.words} words, below {BREATH}"
                yield Finding(self.name, beat.name, span.start / show.fps, what, ("the voice",))

    def _judge(self, stay: Stay, left: float) -> Iterator[Finding]:
        stayed = left - stay.since
        needed = max(SHORTEST_HOLD, stay.letters / CHARACTERS_PER_SECOND)
        if stayed + SLACK < needed:
            what = f"stays {stayed:.1f} s; it takes {needed:.1f} s to read"
            yield Finding(self.name, stay.beat, stay.since, what, (stay.name,))
