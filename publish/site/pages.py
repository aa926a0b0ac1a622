"""Pages as data: what a template is given of a lesson, a clip and a beat."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from lessons.exploration import State
from lessons.model import Clip
from pipeline.captions.readings import Reading, read_shown
from pipeline.captions.transcript import clock
from pipeline.types import Json
from publish.rendered import RenderedBeat, RenderedVideo
from publish.site.mathml import MathSetter
from publish.site.states import state_showing, to_json

SHORTEST_TEXT = 2
"""Characters; a shorter text says nothing without its picture."""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of a text on screen: a formula, or plain text; ``state`` is what a click explores."""

    gap: str
    text: str
    math: Markup | None
    state: int | None
    is_number: bool


@dataclass(frozen=True, slots=True)
class BeatView:
    """A beat in the transcript.

    Attributes
    ----------
    number, title, narration, shows
        What the lesson says of it.
    start, end
        Seconds, in the middle of its first frame and at its end.
    clock
        The start for people.
    shown
        The texts that are new on screen, each in parts.
    still
        The picture that shows it best, by its path from the lesson's folder.
    question
        What it asks; empty where it asks nothing.
    """

    number: str
    title: str
    narration: str
    shows: str
    start: float
    end: float
    clock: str
    shown: tuple[tuple[ShownPart, ...], ...]
    still: str
    question: str


@dataclass(frozen=True, slots=True)
class ClipView:
    """A clip in a list of chapters: its beats, and where its own page and files lie."""

    number: str
    title: str
    name: str
    start: float
    clock: str
    length: str
    poster: str
    beats: tuple[BeatView, ...]


@dataclass(frozen=True)
class PageData:
    """What the scripts of a page are given.

    Attributes
    ----------
    states
        Every state that something on the page opens, once; a part names it by its place.
    """

    beats: list[Json] = field(default_factory=list)
    questions: list[Json] = field(default_factory=list)
    states: list[Json] = field(default_factory=list)

    def place_of(self, state: State) -> int:
        """Return the place of a state among all, where it is put if it is new."""
        told = to_json(state)
        if told not in self.states:
            self.states.append(told)
        return self.states.index(told)

    @property
    def kinds(self) -> list[str]:
        """The explorers that the page needs, in the order of the lesson."""
        return list(dict.fromkeys(state["kind"] for state in self.states))

    def openings(self, beats: Collection[str]) -> dict[str, int]:
        """Return for each explorer the place of its first state.

        That is the first state of one of ``beats``, told by their numbers, if the page has one of
        its kind; else the first on the page.
        """
        places = [
            told["states"][0] for told in self.beats if told["id"] in beats and told["states"]
        ]
        order = [*places, *range(len(self.states))]
        return {
            kind: next(place for place in order if self.states[place]["kind"] == kind)
            for kind in self.kinds
        }


@dataclass(frozen=True, slots=True)
class Material:
    """What pages are made of, beside the videos.

    Attributes
    ----------
    setter
        Sets every formula of the lesson.
    states
        For the number of a beat the states that it shows.
    questions
        For the number of a beat its question.
    posters, pages
        For the number of a clip its poster, and its own page without the ending, by their paths
        from the lesson's folder.
    openings
        The numbers of the beats with which explorers begin.
    """

    setter: MathSetter
    states: Mapping[str, tuple[State, ...]]
    questions: Mapping[str, Json]
    posters: Mapping[str, str]
    pages: Mapping[str, str]
    openings: Collection[str]


def readings_of(beats: Sequence[RenderedBeat]) -> list[list[Reading]]:
    """Return for each beat of a clip the texts that were not on screen in the beat before.

    Signs and letters that stand alone are left out: without their picture they say nothing.
    """
    told: list[list[Reading]] = []
    before: set[str] = set()
    for beat in beats:
        readings = {reading.text: reading for reading in read_shown(beat.shown, before)}
        told.append(
            [
                reading
                for text, reading in readings.items()
                if text not in before and not _is_sign(reading)
            ]
        )
        before = set(readings)
    return told


def _is_sign(reading: Reading) -> bool:
    (first, *others) = reading.pieces
    if others or first.kind == "number":
        return False
    return len(first.text) < SHORTEST_TEXT or not any(map(str.isalpha, first.text))


def _is_lone_number(parts: Sequence[ShownPart]) -> bool:
    """Whether a text is a number alone that opens nothing: of a scale, or of a table that runs."""
    (first, *others) = parts
    return not others and first.math is None and first.state is None and first.is_number


def clip_views(video: RenderedVideo, material: Material, data: PageData) -> list[ClipView]:
    """Return the clips of a video, and put what scripts need of them into ``data``."""
    return [_clip(video, clip, material, data) for clip in video.clips]


def _clip(video: RenderedVideo, clip: Clip, material: Material, data: PageData) -> ClipView:
    beats = video.beats_of(clip)
    views = tuple(
        _beat(video, beat, readings, material, data)
        for beat, readings in zip(beats, readings_of(beats), strict=True)
    )
    frames = beats[-1].last - beats[0].first
    return ClipView(
        number=clip.number,
        title=clip.title,
        name=material.pages[clip.number],
        start=views[0].start,
        clock=views[0].clock,
        length=clock(frames / video.fps),
        poster=material.posters[clip.number],
        beats=views,
    )


def _beat(
    video: RenderedVideo,
    beat: RenderedBeat,
    readings: Sequence[Reading],
    material: Material,
    data: PageData,
) -> BeatView:
    start, end = (beat.first + 0.5) / video.fps, beat.last / video.fps
    states = material.states.get(beat.number, ())
    question = material.questions.get(beat.number)
    places = [data.place_of(state) for state in states]
    data.beats.append(
        {
            "id": beat.number,
            "title": beat.beat.chapter,
            "start": round(start, 6),
            "end": round(end, 6),
            "states": places,
        }
    )
    if question is not None:
        data.questions.append(question)
    shown = tuple(
        parts
        for reading in readings
        if not _is_lone_number(parts := _parts(reading, material.setter, states, data))
    )
    return BeatView(
        number=beat.number,
        title=beat.beat.chapter,
        narration=beat.beat.narration,
        shows=beat.beat.shows,
        start=round(start, 6),
        end=round(end, 6),
        clock=clock(beat.first / video.fps),
        shown=shown,
        still=f"stills/{beat.number}.jpg",
        question=question["text"] if question else "",
    )


def _parts(
    reading: Reading, setter: MathSetter, states: Sequence[State], data: PageData
) -> tuple[ShownPart, ...]:
    """Return a text on screen in parts; what stands before a number says which one it is."""
    parts, label = [], ""
    for piece in reading.pieces:
        gap = " " if piece.gap else ""
        if piece.kind == "formula":
            parts.append(ShownPart(gap, piece.text, setter(piece.source), None, is_number=False))
        else:
            is_number = piece.kind == "number"
            state = state_showing(piece.source, states, label) if is_number else None
            place = None if state is None else data.place_of(state)
            parts.append(ShownPart(gap, piece.text, None, place, is_number))
        label = piece.text
    return tuple(parts)
