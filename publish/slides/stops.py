"""Stops: the beats of a video as the deck takes them, each a place where it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.captions.transcript import clock
from pipeline.types import Json
from publish.rendered import RenderedVideo


@dataclass(frozen=True, slots=True)
class Stop:
    """A beat of a deck: what plays before it stands, and what the lecturer reads meanwhile.

    Attributes
    ----------
    number, title
        Its number for people, ``"06.3"``, and its name in lists.
    narration
        The lecturer's notes: what the voice says, to the letter.
    shows
        What is shown and not said.
    question
        What it asks at its end; empty where it asks nothing.
    still
        The picture that shows it best, below the folder of the decks.
    first, last
        Its first frame, and the frame after its last one; the deck stands on the frame before
        ``last``.
    length
        How long it plays, for people.
    loops
        Whether it goes round until the lecturer goes on.
    """

    number: str
    title: str
    narration: str
    shows: str
    question: str
    still: str
    first: int
    last: int
    length: str
    loops: bool


def stops_of(video: RenderedVideo, looping: Collection[str]) -> tuple[Stop, ...]:
    """Return the stops of a clip's video: one for each beat, in order.

    Parameters
    ----------
    video
        The rendered clip.
    looping
        The names of its beats that go round.
    """
    return tuple(
        Stop(
            number=played.number,
            title=played.beat.chapter,
            narration=played.beat.narration,
            shows=played.beat.shows,
            question=played.beat.asks.text if played.beat.asks else "",
            still=f"stills/{played.number}.jpg",
            first=played.first,
            last=played.last,
            length=clock((played.last - played.first) / video.fps),
            loops=played.beat.name in looping,
        )
        for played in video.beats
    )


def deck_data(video: RenderedVideo, stops: Sequence[Stop], ground: str) -> Json:
    """Return what the deck's scripts need besides the words, which stand in the page.

    Parameters
    ----------
    video
        The rendered clip.
    stops
        Its stops.
    ground
        The colour around the picture where the window has another shape, as in a style sheet.
    """
    return {
        "ground": ground,
        "fps": video.fps,
        "beats": [{"first": stop.first, "last": stop.last, "loops": stop.loops} for stop in stops],
    }
