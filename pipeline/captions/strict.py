"""The strict reader: parses a caption file and reports its faults line by line.

Players are lenient in different ways: a fault that one player repairs makes another drop a cue. A
file that passes here looks the same everywhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.captions.cue import (
    FASTEST,
    HURRIED,
    LONGEST,
    LONGEST_LINE,
    MOST_LINES,
    SHORTEST,
    Cue,
)

BOM = "\ufeff"
_TIME = {
    "vtt": r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})",  # WebVTT may leave the hours out
    "srt": r"(\d{2}):([0-5]\d):([0-5]\d),(\d{3})",
}
_ARROW = "-->"
_HALF = 0.0005
"""Seconds: half a millisecond, to which times are rounded."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault and the line of the file that it is in; it is not grave if it is only a hurry."""

    line: int
    what: str
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Read:
    """A parsed file: its cues, each with its first line, and its flaws."""

    cues: tuple[tuple[int, Cue], ...]
    flaws: tuple[Flaw, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the file has no grave flaw."""
        return not any(flaw.grave for flaw in self.flaws)


def read_captions(
    data: bytes, kind: str, *, until: float | None = None, track: str = "captions"
) -> Read:
    """Read a WebVTT (``"vtt"``) or SubRip (``"srt"``) file and judge it.

    Parameters
    ----------
    data
        The file.
    kind
        The format: ``"vtt"`` or ``"srt"``.
    until
        The length of the video in seconds, if it is known.
    track
        The kind of track: ``"captions"``, ``"chapters"`` or ``"descriptions"``. The limits of
        length and of reading are those of captions.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Read((), (Flaw(1, f"byte {error.start} is not UTF-8"),))
    flaws: list[Flaw] = []
    if text.startswith(BOM):
        text = text[1:]
        if kind == "srt":
            flaws.append(Flaw(1, "a byte order mark: some players take it for part of the number"))
    if BOM in text:
        place = text[: text.index(BOM)].count("\n") + 1
        flaws.append(Flaw(place, "a byte order mark inside the file"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks = list(_blocks(lines))
    if kind == "vtt":
        blocks = _without_header(blocks, lines, flaws)
    cues: list[tuple[int, Cue]] = []
    for number, block in enumerate(blocks, start=1):
        cue = _read_cue(block, kind, number, flaws)
        if cue is not None:
            cues.append((block[0][0], cue))
    if not cues and not flaws:
        flaws.append(Flaw(1, "there is no cue"))
    flaws += _judge_order(cues, until)
    if track == "captions":
        flaws += [flaw for line, cue in cues for flaw in _judge(line, cue)]
    return Read(tuple(cues), tuple(sorted(flaws, key=lambda flaw: flaw.line)))


Block = list[tuple[int, str]]


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Yield runs of lines that are not blank, each line with its number."""
    block: Block = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []


def _without_header(blocks: list[Block], lines: Sequence[str], flaws: list[Flaw]) -> list[Block]:
    if not lines or not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        flaws.append(Flaw(1, "the first line is not WEBVTT"))
        return blocks
    if any(_ARROW in line for _, line in blocks[0]):
        flaws.append(Flaw(2, "no blank line after WEBVTT"))
    return [block for block in blocks[1:] if not re.match(r"(NOTE|STYLE|REGION)\b", block[0][1])]


def _read_cue(block: Block, kind: str, number: int, flaws: list[Flaw]) -> Cue | None:
    first, text = block[0]
    if kind == "srt":
        if text.strip() != str(number):
            flaws.append(Flaw(first, f"{text.strip()!r} stands where cue {number} begins"))
            return None
        block = block[1:]
    elif _ARROW not in text:
        block = block[1:]  # a WebVTT cue may have a name
    if not block:
        flaws.append(Flaw(first, "a cue without a time"))
        return None
    line, timing = block[0]
    pattern = rf"{_TIME[kind]}[ \t]+-->[ \t]+{_TIME[kind]}" + (
        r"([ \t].*)?" if kind == "vtt" else ""
    )
    match = re.fullmatch(pattern, timing)
    if match is None:
        flaws.append(Flaw(line, f"{timing.strip()!r} is not a time of a cue"))
        return None
    payload = [text for _, text in block[1:]]
    for place, text in block[1:]:
        if _ARROW in text:
            flaws.append(Flaw(place, "--> in the text of a cue: a blank line is missing"))
            return None
    if not payload:
        flaws.append(Flaw(line, "a cue without text"))
        return None
    start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:8])
    if end <= start:
        flaws.append(Flaw(line, f"ends at {end:.3f} s, not after it begins at {start:.3f} s"))
        return None
    shown = tuple(html.unescape(text) if kind == "vtt" else text for text in payload)
    return Cue(start, end, shown)


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return 3600 * hours + 60 * minutes + seconds + thousandths / 1000


def _judge_order(cues: Sequence[tuple[int, Cue]], until: float | None) -> Iterator[Flaw]:
    for (_, before), (line, after) in pairwise(cues):
        if after.start < before.start:
            yield Flaw(line, "begins before the cue above it: not in order")
        elif after.start < before.end - _HALF:
            yield Flaw(
                line, f"begins {before.end - after.start:.3f} s before the cue above it ends"
            )
    for line, cue in cues:
        if until is not None and cue.end > until + _HALF:
            yield Flaw(line, f"ends at {cue.end:.3f} s, after the video at {until:.3f} s")


def _judge(line: int, cue: Cue) -> Iterator[Flaw]:
    if len(cue.lines) > MOST_LINES:
        yield Flaw(line, f"{len(cue.lines)} lines; {MOST_LINES} at most")
    for text in cue.lines:
        if len(text) > LONGEST_LINE:
            yield Flaw(line, f"a line of {len(text)} characters; {LONGEST_LINE} at most")
    if cue.seconds < SHORTEST - _HALF:
        yield Flaw(line, f"stands {cue.seconds:.2f} s; {SHORTEST:g} at least")
    if cue.seconds > LONGEST + _HALF:
        yield Flaw(line, f"stands {cue.seconds:.2f} s; {LONGEST:g} at most")
    if cue.rate > FASTEST * (1 + 1e-3):
        yield Flaw(line, f"{cue.rate:.1f} characters a second; {FASTEST:g} at most")
    elif cue.rate > HURRIED:
        yield Flaw(line, f"{cue.rate:.1f} characters a second: a hurry", grave=False)
