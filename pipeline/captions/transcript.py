"""The transcript: what is said and what can be read, beat by beat, with the time of each."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lessons.model import Lesson
from pipeline.captions.formulas.plain import code_of, to_plain
from pipeline.types import Segment

MOST_SHOWN = 12
"""The most texts of a beat that are listed; more of them belong to a table that runs."""

_AWAITING = ("=", "≈", "→", ":", "×", "+")
"""The ends of a formula that stands before a number of its own."""

_RELATION = re.compile(r"[=≠≈<>≤≥→←⇒⇏⇔:]")
_SUM_TO_DO = re.compile(r"[\d.)]\s*[·/×+−]\s*[\d.(−]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A beat in the transcript: its first frame, its words, its picture, and texts on screen."""

    frame: int
    said: str
    picture: str
    shown: tuple[str, ...]


def passages(segment: Segment) -> list[Passage]:
    """Return the passages of one clip, without texts that were on screen in the beat before."""
    told: list[Passage] = []
    before: set[str] = set()
    for beat, span in zip(segment.clip.beats, segment.beats, strict=True):
        texts = dict.fromkeys(read_shown(span.shown, before))
        new = [text for text in texts if text and text not in before]
        told.append(Passage(span.start, beat.narration, beat.shows, tuple(new[:MOST_SHOWN])))
        before = set(texts)
    return told


def read_shown(shown: Sequence[tuple[str, str]], before: Collection[str] = ()) -> list[str]:
    """Return the texts of a beat as they are read: what belongs together is one text.

    A label is told with its value, "J = 11.00", and a formula of several pieces as one. Each text
    of a beat is recorded once, so the value of a label may be missing where the same number stood
    somewhere before it: whatever would not surely be true is left apart.

    Parameters
    ----------
    shown
        Kind and text of each, in the order in which they could be read.
    before
        The texts of the beat before: a label that has its old value has kept it.
    """
    return _Reader(shown, before).read()


class _Reader:
    """Reads the texts of a beat from first to last."""

    def __init__(self, shown: Sequence[tuple[str, str]], before: Collection[str]) -> None:
        self._before = before
        self._texts = [
            (kind, to_plain(says) if kind == "formula" else code_of(says)) for kind, says in shown
        ]
        self._place = 0
        self._told: list[str] = []
        self._is_open = False
        """Whether the last text is a formula that another may carry on."""
        self._digits: set[int] = set()
        """How many decimals the values have that labels of this beat have got."""

    def read(self) -> list[str]:
        """Return the texts."""
        while self._place < len(self._texts):
            kind, text = self._texts[self._place]
            self._place += 1
            if kind == "formula":
                self._formula(text)
            else:
                self._tell(text)
        return [text for text in self._told if text]

    def _formula(self, text: str) -> None:
        if text == "=":
            self._result()
        elif text == "°" and self._told and self._told[-1][-1:].isdigit():
            self._told[-1] += text
        elif self._carries_on(text):
            self._told[-1] += f" {text}"
        elif text.endswith(_AWAITING):
            self._label(text)
        elif text != "·":  # a sign alone says nothing on a line of its own
            self._tell(text, is_open=True)

    def _result(self) -> None:
        """Read an equals sign that stands alone: what follows is what comes before it."""
        value = self._number(0)
        if value and self._is_open and not _RELATION.search(self._told[-1]):
            self._told[-1] += f" = {value}"
            self._is_open = False
            self._place += 1

    def _carries_on(self, text: str) -> bool:
        """Whether a formula is the next line of the one before it."""
        if not self._is_open:
            return False
        if text.startswith("= "):
            # A sum in figures may belong to any number on screen.
            return any(map(str.isalpha, text)) or not _SUM_TO_DO.search(text)
        return text.startswith("+ ") and "=" in self._told[-1]

    def _label(self, text: str) -> None:
        """Read a formula that stands before a number, and that number if it is there."""
        value, second = self._number(0), self._number(1)
        if value and second and text.endswith("=") and self._texts_at(2) == ("formula", "="):
            self._quotient(text, value, second)
        elif text.endswith("+"):
            self._sum(text, value)
        elif value and self._belongs(text, value):
            self._digits.add(_decimals(value))
            self._place += 1
            self._tell(f"{text} {value}")
        elif len(text) > 1 or text in "→+":
            self._tell(text.removesuffix("=").rstrip())

    def _quotient(self, text: str, over: str, under: str) -> None:
        """Read a fraction of two numbers behind its name, and what it comes to."""
        self._place += 3
        told = f"{text} {over} / {under}"
        if _value(under):
            quotient = _value(over) / _value(under)
            results = [says for kind, says in self._texts if kind == "number"]
            if (follows := self._number(0)) is not None:
                results.insert(0, follows)
            fit = [says for says in results if _is_rounded(says, quotient)]
            if fit:
                told += f" = {fit[0]}"
                self._place += fit[0] == follows
        self._tell(told)

    def _sum(self, text: str, value: str | None) -> None:
        """Read a sum of which one number is set apart, and perhaps the factor before it."""
        if value is None:
            self._tell(text, is_open=True)
            return
        factor = self._told.pop() if self._follows_a_number(text) else ""
        self._place += 1
        told = f"{factor}{text} {value}"
        kind, rest = self._texts_at(0)
        if kind == "formula" and not _RELATION.search(rest):
            self._place += 1
            told += rest
        self._tell(told)

    def _follows_a_number(self, text: str) -> bool:
        """Whether the number before a text such as "x +" is the factor of its letter."""
        return bool(re.fullmatch(r"\w \+", text) and self._place > 1) and (
            self._texts[self._place - 2][0] == "number"
        )

    def _belongs(self, text: str, value: str) -> bool:
        """Whether a number is the value of the label before it.

        It may be a later value of an earlier label if it is written like that one's and more
        numbers follow, or nothing: a label's own value is not recorded if the same number was on
        screen before.
        """
        if not text.endswith("=") or f"{text} {value}" in self._before:
            return True
        return _decimals(value) not in self._digits or self._texts_at(1)[0] not in ("", "number")

    def _number(self, ahead: int) -> str | None:
        kind, text = self._texts_at(ahead)
        return text if kind == "number" else None

    def _texts_at(self, ahead: int) -> tuple[str, str]:
        place = self._place + ahead
        return self._texts[place] if place < len(self._texts) else ("", "")

    def _tell(self, text: str, *, is_open: bool = False) -> None:
        self._told.append(text)
        self._is_open = is_open


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


def _value(number: str) -> float:
    """Return a number that is shown with a true minus sign and with commas."""
    try:
        return float(number.replace("−", "-").replace(",", ""))
    except ValueError:
        return 0.0


def _is_rounded(number: str, value: float) -> bool:
    """Whether a number is how ``value`` reads with as many decimals."""
    return abs(_value(number) - value) <= 0.5 * 10.0 ** -_decimals(number) * (1 + 1e-9)


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
