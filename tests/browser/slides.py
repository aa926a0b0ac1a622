"""A deck whose frames say in black and white which they are, and how a test follows a deck."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import av
import numpy as np
from playwright.sync_api import Page

from lessons.model import Beat, Clip, Lesson
from pipeline.types import MP4
from publish.rendered import RenderedBeat, RenderedVideo
from publish.site.stills import write_stills
from publish.slides.pages import DeckWriter
from publish.slides.stops import stops_of

BITS, SIDE = 10, 32
"""Of a frame's number: a square for each bit, so many pixels wide."""
ENDS = (0, 30, 61, 95, 130)
"""Where beats end and begin, in frames."""
LOOPING = "round"
OpenDeck = Callable[..., Page]

RECORD = """() => {
  const video = document.getElementById('video');
  const fps = JSON.parse(document.getElementById('deck-data').textContent).fps;
  window.shown = [];
  const note = (_, { mediaTime }) => {
    shown.push(Math.round(mediaTime * fps));
    video.requestVideoFrameCallback(note);
  };
  video.requestVideoFrameCallback(note);
  window.stalled = 0;
  let before = performance.now();
  const look = (now) => {
    stalled = Math.max(stalled, now - before);
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
"""Notes the frames that are shown, and the longest time in which the page was not drawn."""
EARLY = 40
"""Milliseconds: a page that was not drawn for longer could not stop its video in time."""
READ = """([bits, side]) => {
  const video = document.getElementById('video');
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  const pen = canvas.getContext('2d');
  pen.drawImage(video, 0, 0);
  let number = 0;
  for (let bit = 0; bit < bits; bit += 1) {
    const at = pen.getImageData((bit + 0.5) * side, side / 2, 1, 1).data;
    number += (at[1] > 127) << bit;
  }
  return number;
}"""
STATE = "() => window.LectureDeck.player.state()"
STANDS = """([beat, mode]) => {
  const video = document.getElementById('video');
  const state = window.LectureDeck?.player?.state();
  return state?.beat === beat && state.mode === mode && !video.seeking && video.paused
    && video.readyState >= 2;
}"""


@dataclass(frozen=True)
class NumberedDeck:
    """A deck on disk, and the beats that it stands at."""

    page: Path
    video: RenderedVideo

    @property
    def last_frames(self) -> list[int]:
        """The last frame of each beat."""
        return [beat.last - 1 for beat in self.video.beats]


def write_numbered_deck(folder: Path, fps: int, theme: str = "dark") -> NumberedDeck:
    """Write a deck whose every frame shows its own number in squares."""
    names = ("first", "second", LOOPING, "end")
    beats = tuple(Beat(name, 9, f"This is said in {name} & <so>.") for name in names)
    clip = Clip("01", "numbered", "Numbered <frames>", "Numbered", beats)
    played = tuple(
        RenderedBeat(clip, beat, ENDS[place], ENDS[place + 1], ENDS[place], ())
        for place, beat in enumerate(beats)
    )
    video = RenderedVideo(
        "clips/01-numbered", folder, "0" * 64, BITS * SIDE, 180, fps, ENDS[-1], played, "en"
    )
    video.path.parent.mkdir(parents=True)
    with av.open(video.path, "w", format="mp4", options=MP4) as target:
        stream = target.add_stream("libx264", rate=fps, options={"crf": "12", "g": "24"})
        stream.width, stream.height, stream.pix_fmt = video.width, video.height, "yuv420p"
        for number in range(video.frames):
            picture = np.zeros((video.height, video.width, 3), dtype=np.uint8)
            for bit in range(BITS):
                picture[:, bit * SIDE : (bit + 1) * SIDE] = 235 * (number >> bit & 1)
            target.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        target.mux(stream.encode())
    captions = video.captions("vtt")
    captions.parent.mkdir(parents=True)
    captions.write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nSaid.\n", encoding="utf-8")
    lesson = Lesson(
        "numbers",
        "Numbers",
        "",
        "A",
        "B",
        "C",
        "en",
        date(2026, 4, 10),
        "tests.browser.lessons",
        (clip,),
    )
    decks = folder / "decks"
    decks.mkdir()
    write_stills(video, {}, decks)
    page = DeckWriter(decks, lesson, theme).write_deck(video, stops_of(video, frozenset({LOOPING})))
    return NumberedDeck(page, video)


def wait_until_it_stands(page: Page, beat: int, mode: str = "stands") -> None:
    """Wait until a deck stands at a beat and its frame is there."""
    page.wait_for_function(STANDS, arg=[beat, mode])
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")


def shows_nothing_beyond(page: Page, last: int) -> bool:
    """Tell whether no frame after ``last`` was seen, by a page that was drawn all the time."""
    highest, stalled = page.evaluate("() => [Math.max(...shown), stalled]")
    return highest <= last or stalled > EARLY


def frame_of(page: Page) -> int:
    """Return the number that the frame on screen shows."""
    number: int = page.evaluate(READ, [BITS, SIDE])
    return number


def state_of(page: Page) -> dict[str, Any]:
    """Return where a deck is."""
    found: dict[str, Any] = page.evaluate(STATE)
    return found
