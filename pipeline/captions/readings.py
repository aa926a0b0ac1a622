"""Readings: the texts of a beat as they are read, what belongs together as one text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pipeline.captions.formulas.plain import code_of, to_plain

_AWAITING = ("=", "≈", "→", ":", "×", "+")
"""The ends of a formula that stands before a number of its own."""

_RELATION = re.compile(r"[=≠≈<>≤≥→←⇒⇏⇔:]")
_SUM_TO_DO = re.compile(r"[\d.)]\s*[·/×+−]\s*[\d.(−]")
_LAST_EQUALS = re.compile(r"\s*(\{\{\s*=\s*:\s*\w+\s*\}\}|=)\s*$")


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A text as it stands on screen.

    Attributes
    ----------
    kind
        ``formula``, ``number``, or ``words``, which code is too.
    source
        What was set: Typst's mathematics, digits, or words.
    text
        The same as plain text.
    gap
        What stands between it and the piece before it.
    """

    kind: str
    source: str
    text: str
    gap: str = ""

    def after(self, gap: str) -> TextPiece:
        """Return the piece as it stands behind another one."""
        return replace(self, gap=gap)

    def without_equals(self) -> TextPiece:
        """Return a formula without the equals sign at its end."""
        text = self.text.removesuffix("=").rstrip()
        return replace(self, source=_LAST_EQUALS.sub("", self.source), text=text)


@dataclass(frozen=True, slots=True)
class Reading:
    """Pieces that are read as one text, at least one."""

    pieces: tuple[TextPiece, ...]

    @property
    def text(self) -> str:
        """The reading as plain text."""
        return "".join(f"{piece.gap}{piece.text}" for piece in self.pieces)

    def with_more(self, *pieces: TextPiece) -> Reading:
        """Return a reading that goes on."""
        return Reading((*self.pieces, *pieces))


_EQUALS, _OVER = TextPiece("formula", "=", "=", " "), TextPiece("words", "/", "/", " ")


def read_shown(shown: Sequence[tuple[str, str]], before: Collection[str] = ()) -> list[Reading]:
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
            TextPiece(kind, says, to_plain(says) if kind == "formula" else code_of(says))
            for kind, says in shown
        ]
        self._place = 0
        self._told: list[Reading] = []
        self._is_open = False
        """Whether the last text is a formula that another may carry on."""
        self._digits: set[int] = set()
        """How many decimals the values have that labels of this beat have got."""

    def read(self) -> list[Reading]:
        """Return the texts."""
        while self._place < len(self._texts):
            piece = self._texts[self._place]
            self._place += 1
            if piece.kind == "formula":
                self._formula(piece)
            else:
                self._tell(piece)
        return [reading for reading in self._told if reading.text]

    def _formula(self, piece: TextPiece) -> None:
        text = piece.text
        if text == "=":
            self._result()
        elif text == "°" and self._told and self._told[-1].text[-1:].isdigit():
            self._go_on(piece)
        elif self._carries_on(text):
            self._go_on(piece.after(" "))
        elif text.endswith(_AWAITING):
            self._label(piece)
        elif text != "·":  # a sign alone says nothing on a line of its own
            self._tell(piece, is_open=True)

    def _result(self) -> None:
        """Read an equals sign that stands alone: what follows is what comes before it."""
        value = self._number(0)
        if value and self._is_open and not _RELATION.search(self._told[-1].text):
            self._go_on(_EQUALS, value.after(" "))
            self._is_open = False
            self._place += 1

    def _carries_on(self, text: str) -> bool:
        """Whether a formula is the next line of the one before it."""
        if not self._is_open:
            return False
        if text.startswith("= "):
            # A sum in figures may belong to any number on screen.
            return any(map(str.isalpha, text)) or not _SUM_TO_DO.search(text)
        return text.startswith("+ ") and "=" in self._told[-1].text

    def _label(self, label: TextPiece) -> None:
        """Read a formula that stands before a number, and that number if it is there."""
        text, value, second = label.text, self._number(0), self._number(1)
        equals = self._piece_at(2)
        if value and second and text.endswith("=") and equals and equals.text == "=":
            self._quotient(label, value, second)
        elif text.endswith("+"):
            self._sum(label, value)
        elif value and self._belongs(text, value.text):
            self._digits.add(_decimals(value.text))
            self._place += 1
            self._tell(label, value.after(" "))
        elif len(text) > 1 or text in "→+":
            self._tell(label.without_equals())

    def _quotient(self, label: TextPiece, over: TextPiece, under: TextPiece) -> None:
        """Read a fraction of two numbers behind its name, and what it comes to."""
        self._place += 3
        told = [label, over.after(" "), _OVER, under.after(" ")]
        if _value(under.text):
            quotient = _value(over.text) / _value(under.text)
            results = [piece for piece in self._texts if piece.kind == "number"]
            follows = self._number(0)
            if follows is not None:
                results.insert(0, follows)
            fit = [piece for piece in results if _is_rounded(piece.text, quotient)]
            if fit:
                told += [_EQUALS, fit[0].after(" ")]
                self._place += follows is not None and fit[0].text == follows.text
        self._tell(*told)

    def _sum(self, label: TextPiece, value: TextPiece | None) -> None:
        """Read a sum of which one number is set apart, and perhaps the factor before it."""
        if value is None:
            self._tell(label, is_open=True)
            return
        factor = self._told.pop().pieces if self._follows_a_number(label.text) else ()
        self._place += 1
        told = [*factor, label, value.after(" ")]
        rest = self._piece_at(0)
        if rest is not None and rest.kind == "formula" and not _RELATION.search(rest.text):
            self._place += 1
            told.append(rest)
        self._tell(*told)

    def _follows_a_number(self, text: str) -> bool:
        """Whether the number before a text such as "x +" is the factor of its letter."""
        return bool(re.fullmatch(r"\w \+", text) and self._place > 1) and (
            self._texts[self._place - 2].kind == "number"
        )

    def _belongs(self, text: str, value: str) -> bool:
        """Whether a number is the value of the label before it.

        It may be a later value of an earlier label if it is written like that one's and more
        numbers follow, or nothing: a label's own value is not recorded if the same number was on
        screen before.
        """
        if not text.endswith("=") or f"{text} {value}" in self._before:
            return True
        if _decimals(value) not in self._digits:
            return True
        following = self._piece_at(1)
        return following is not None and following.kind != "number"

    def _number(self, ahead: int) -> TextPiece | None:
        piece = self._piece_at(ahead)
        return piece if piece is not None and piece.kind == "number" else None

    def _piece_at(self, ahead: int) -> TextPiece | None:
        place = self._place + ahead
        return self._texts[place] if place < len(self._texts) else None

    def _tell(self, *pieces: TextPiece, is_open: bool = False) -> None:
        self._told.append(Reading(pieces))
        self._is_open = is_open

    def _go_on(self, *pieces: TextPiece) -> None:
        self._told[-1] = self._told[-1].with_more(*pieces)


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
