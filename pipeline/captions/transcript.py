"""The transcript: what is said and what can be read, beat by beat, with the time of each."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from lessons.model import Lesson
from pipeline.captions.readings import Reading, read_shown
from pipeline.types import Segment

MOST_SHOWN = 12
"""The most texts of a beat that are listed; more of them belong to a table that runs."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A beat in the transcript: its first frame, its words, its picture, and texts on screen."""

    frame: int
    said: str
    picture: str
    readings: tuple[Reading, ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """The texts as plain text, without the rows of a table that runs."""
        return tuple(reading.text for reading in self.readings[:MOST_SHOWN])


def passages(segment: Segment) -> list[Passage]:
    """Return the passages of one clip, without texts that were on screen in the beat before."""
    told: list[Passage] = []
    before: set[str] = set()
    for beat, span in zip(segment.clip.beats, segment.beats, strict=True):
        readings = {reading.text: reading for reading in read_shown(span.shown, before)}
        new = tuple(reading for text, reading in readings.items() if text not in before)
        told.append(Passage(span.start, beat.narration, beat.shows, new))
        before = set(readings)
    return told


def to_markdown(lesson: Lesson, segments: Sequence[Segment], fps: int, video: str) -> str:
    """Return the transcript of a video as Markdown; times link into it."""
    lines = [f"# {lesson.title}: {lesson.subtitle}", "", f"{lesson.author}, {lesson.course}", ""]
    offset = 0
    for segment in segments:
        lines += [f"## {segment.clip.number} {segment.clip.title}", ""]
        for passage in passages(segment):
            seconds = (offset + passage.frame) / fps
            lines.append(f"[{clock(seconds)}]({video}#t={seconds:.0f}) {passage.said}")
            if passage.picture:
                lines += ["", f"> {passage.picture}"]
            if passage.shown:
                shown = " · ".join(f"`{text.replace('`', chr(39))}`" for text in passage.shown)
                lines += ["", f"> On screen: {shown}"]
            lines.append("")
        offset += segment.frames
    return "\n".join(lines)


def to_html(lesson: Lesson, segments: Sequence[Segment], fps: int, video: str) -> str:
    """Return the transcript of a video as an HTML page; all texts are escaped."""
    title = html.escape(f"{lesson.title}: {lesson.subtitle}")
    body, offset = [f"<h1>{title}</h1>", f"<p>{html.escape(lesson.author)}</p>"], 0
    for segment in segments:
        body.append(f"<h2>{html.escape(f'{segment.clip.number} {segment.clip.title}')}</h2>")
        for passage in passages(segment):
            seconds = (offset + passage.frame) / fps
            link = f'<a href="{html.escape(video)}#t={seconds:.0f}">{clock(seconds)}</a>'
            body.append(f"<p>{link} {html.escape(passage.said)}</p>")
            if passage.picture:
                body.append(f"<p><em>{html.escape(passage.picture)}</em></p>")
            if passage.shown:
                shown = " · ".join(html.escape(text) for text in passage.shown)
                body.append(f"<p><small>On screen: {shown}</small></p>")
        offset += segment.frames
    return (
        f'<!doctype html>\n<html lang="{html.escape(lesson.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body>\n'
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def clock(seconds: float) -> str:
    """Return a time as ``1:02``, or ``1:00:02`` from an hour on."""
    minutes, rest = divmod(int(seconds), 60)
    if minutes < 60:
        return f"{minutes}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
