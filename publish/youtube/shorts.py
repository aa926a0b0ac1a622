"""Shorts: upright videos of at most three minutes, of whole clips or of beats that were chosen."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pipeline.captions.strict import read_captions
from pipeline.captions.write import to_srt
from pipeline.types import PipelineError
from publish.cut import cut_span
from publish.folder import bring
from publish.marks import SHORT, marked_beats
from publish.rendered import RenderedBeat, RenderedVideo

LONGEST: Final = 180.0
"""Seconds that a Short may last."""
STEM: Final = "shorts/"
"""What the stem of a Short begins with."""


def short_of(lesson_name: str, video: RenderedVideo, room: Path) -> RenderedVideo:
    """Return the Short of a clip's video, with its files below ``room``.

    A clip that lasts at most three minutes is its own Short. Of a longer one, the beats that its
    script names under ``SHORT`` are cut out; nothing is encoded again.

    Parameters
    ----------
    lesson_name
        The lesson.
    video
        The video of one clip, rendered in the tall shape.
    room
        A folder that is there for as long as the Short is used.

    Raises
    ------
    PipelineError
        If the picture is wider than high, or the clip is too long and its script names no beats, or
        beats that do not follow each other or are still too long.
    """
    if video.width > video.height:
        raise PipelineError(f"{video.name} is wider than high; a Short is not: render --shape tall")
    beats = _beats(lesson_name, video)
    stem = f"{STEM}{video.name}-short"
    first, last = beats[0].first, beats[-1].last
    short = replace(
        video,
        stem=stem,
        folder=room,
        frames=last - first,
        beats=tuple(
            replace(
                beat, first=beat.first - first, last=beat.last - first, still=beat.still - first
            )
            for beat in beats
        ),
    )
    for path in (short.path, short.captions("srt")):
        path.parent.mkdir(parents=True, exist_ok=True)
    if len(beats) == len(video.beats):
        bring(video.path, short.path)
        shutil.copyfile(video.captions("srt"), short.captions("srt"))
        return short
    made = cut_span(video, beats, video.clips[0].title, short.path)
    _cut_captions(video, short, first / video.fps)
    return replace(short, sha256=made.sha256)


def _beats(lesson_name: str, video: RenderedVideo) -> Sequence[RenderedBeat]:
    """Return the beats of a Short."""
    if video.seconds <= LONGEST:
        return video.beats
    clip = video.clips[0]
    chosen = marked_beats(lesson_name, clip, SHORT)
    places = [place for place, beat in enumerate(video.beats) if beat.beat.name in chosen]
    if not places:
        raise PipelineError(
            f"clip {clip.number} lasts {video.seconds:.0f} s, and a Short at most {LONGEST:.0f}: "
            f"name beats that follow each other in its script, {SHORT} = (first, second, …)"
        )
    beats = video.beats[places[0] : places[-1] + 1]
    if len(beats) != len(places):
        raise PipelineError(f"{SHORT} of clip {clip.number} names beats that do not follow in turn")
    seconds = (beats[-1].last - beats[0].first) / video.fps
    if seconds > LONGEST:
        raise PipelineError(
            f"the beats of {SHORT} of clip {clip.number} last {seconds:.0f} s, and a Short at most "
            f"{LONGEST:.0f}: name fewer"
        )
    return beats


def _cut_captions(video: RenderedVideo, short: RenderedVideo, start: float) -> None:
    """Write the captions of the beats that were cut out."""
    read = read_captions(video.captions("srt").read_bytes(), "srt")
    cues = [
        replace(cue, start=cue.start - start, end=min(cue.end - start, short.seconds))
        for _, cue in read.cues
        if start <= cue.start < start + short.seconds
    ]
    short.captions("srt").write_text(to_srt(cues), encoding="utf-8")
