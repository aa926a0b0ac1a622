"""Writing: cues as WebVTT and as SubRip, with the same text; chapters as WebVTT and as lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.captions.cue import Cue
from pipeline.types import Chapter

FEWEST_CHAPTERS, SHORTEST_CHAPTER = 3, 10.0
"""A video site shows no chapters if there are fewer, or if one is shorter (seconds)."""


def to_vtt(cues: Iterable[Cue], language: str) -> str:
    """Return cues as a WebVTT file."""
    blocks = [f"WEBVTT\nLanguage: {language}"]
    blocks += [
        f"{stamp(cue.start, '.')} --> {stamp(cue.end, '.')}\n" + "\n".join(map(_escape, cue.lines))
        for cue in cues
    ]
    return "\n\n".join(blocks) + "\n"


def to_srt(cues: Iterable[Cue]) -> str:
    """Return cues as a SubRip file."""
    blocks = [
        f"{number}\n{stamp(cue.start, ',')} --> {stamp(cue.end, ',')}\n" + "\n".join(cue.lines)
        for number, cue in enumerate(cues, start=1)
    ]
    return "\n\n".join(blocks) + "\n"


def descriptions_to_vtt(passages: Iterable[tuple[float, float, str]], language: str) -> str:
    """Return a WebVTT file of kind ``descriptions`` from start, end and text of each passage."""
    blocks = [f"WEBVTT\nLanguage: {language}"]
    blocks += [
        f"{stamp(start, '.')} --> {stamp(end, '.')}\n{_escape(text)}"
        for start, end, text in passages
    ]
    return "\n\n".join(blocks) + "\n"


def chapters_to_vtt(chapters: Iterable[Chapter], fps: int) -> str:
    """Return chapters as a WebVTT file of kind ``chapters``."""
    blocks = ["WEBVTT"]
    blocks += [
        f"{stamp(chapter.start / fps, '.')} --> {stamp(chapter.end / fps, '.')}\n"
        + _escape(chapter.title)
        for chapter in chapters
    ]
    return "\n\n".join(blocks) + "\n"


def chapters_to_lines(chapters: Sequence[Chapter], fps: int) -> str:
    """Return chapters as the lines of a video's description, ``0:00 Title``.

    A chapter of less than ten seconds is told with the one before it; where fewer than three are
    left, a site shows none, and the text is empty.
    """
    told: list[Chapter] = []
    for chapter in chapters:
        if told and (chapter.end - chapter.start) / fps < SHORTEST_CHAPTER:
            continue
        told.append(chapter)
    if len(told) < FEWEST_CHAPTERS:
        return ""
    hours = told[-1].start / fps >= 3600
    return "".join(f"{_moment(chapter.start / fps, hours)} {chapter.title}\n" for chapter in told)


def stamp(seconds: float, point: str) -> str:
    """Return a time as ``00:01:02.345``."""
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}{point}{rest % 1000:03}"


def _moment(seconds: float, hours: bool) -> str:
    minutes, rest = divmod(int(seconds), 60)
    if not hours:
        return f"{minutes}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def _escape(line: str) -> str:
    """Return a line with the characters escaped that WebVTT reads as markup."""
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
