"""The pieces that a formula is written of, and how they are joined on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.captions.formulas.symbols import (
    OPERANDS,
    PRIMES,
)

Kind = Literal[
    "letter",  # a letter, and whatever is set as tightly as one
    "number",
    "word",  # a name or a remark in upright letters
    "function",  # sin, cos, lim: a gap before what it is applied to
    "prefix",  # Δ, d, ∂, ∇: no gap
    "group",  # whatever brings its own brackets
    "fraction",
    "big",  # a sum sign, or an arrow with something above it
    "relation",
    "times",
    "sign",  # plus or minus between two terms
    "first sign",  # plus or minus before the first
    "comma",
    "after",  # what clings to the piece before it: a degree sign, a question mark
    "gap",
    "quad",
]


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of the line.

    Attributes
    ----------
    text, kind
        How it is written, and what it is to its neighbours.
    clings
        Whether it follows the piece before it without a gap whatever that is: ``(x)`` in ``f(x)``.
    apart
        Whether letters beside it must keep off, because it ends in a word or in a plain script.
    """

    text: str
    kind: Kind
    clings: bool = False
    apart: bool = False


def with_limits(base: Written, below: str, above: str) -> Written:
    """Return a sign with what stands below and above it, told in brackets behind it."""
    limits = " to ".join(limit for limit in (below, above) if limit)
    text = f"{base.text} ({limits})" if limits else base.text
    return Written(text, "big" if base.kind == "relation" else base.kind, apart=True)


def as_script(text: str, letters: dict[str, str], sign: str) -> str:
    """Return an index or exponent in small characters, or behind its sign where there are none."""
    tight = text.replace(" ", "")
    if all(character in letters for character in tight):
        return "".join(letters[character] for character in tight)
    return f"{sign}{text}" if text.isalpha() else f"{sign}({text})"


def visible(pieces: Iterable[Written]) -> list[Written]:
    """Return the pieces that are not gaps."""
    return [piece for piece in pieces if piece.kind not in ("gap", "quad")]


def kinds_of(pieces: Iterable[Written]) -> set[str]:
    """Return the kinds of some pieces."""
    return {piece.kind for piece in pieces}


def join(pieces: list[Written]) -> str:
    """Return pieces as a line, with the gaps that a person would leave."""
    line = ""
    before: Written | None = None
    gap: Written | None = None
    for place, written in enumerate(pieces):
        if written.kind in ("gap", "quad"):
            if gap is None or gap.clings:
                gap = written
            continue
        after = next((other for other in pieces[place + 1 :] if other.kind != "gap"), None)
        piece = as_it_stands(before, written, after)
        line += space(before, gap, piece) + piece.text if before else piece.text
        before, gap = piece, None
    return re.sub(" {2,}", " ", line).strip()


def as_it_stands(before: Written | None, piece: Written, after: Written | None) -> Written:
    """Return a piece as its neighbours make it."""
    if piece.kind == "fraction" and is_a_factor(before, after):
        return replace(piece, text=f"({piece.text})", kind="group")
    if piece.kind == "sign" and begins_a_term(before):
        return replace(piece, kind="first sign")
    if piece.text == ":" and after is not None and after.kind == "quad":
        return replace(piece, kind="comma")
    if piece.kind == "after" and (before is None or before.kind not in OPERANDS):
        return replace(piece, kind="letter")
    return piece


def begins_a_term(before: Written | None) -> bool:
    """Whether a sign behind this piece stands before a first term."""
    if before is None or before.kind in ("relation", "times", "comma", "sign", "prefix"):
        return True
    return before.kind == "word" and before.text.endswith(":")


def is_a_factor(before: Written | None, after: Written | None) -> bool:
    """Whether a fraction is multiplied with a neighbour and no sign says so."""
    factors = {"letter", "number", "group", "prefix", "big", "function", "fraction"}
    if after is not None and (after.kind in factors or is_a_name(after)):
        return True
    if before is None:
        return False
    if before.kind == "function":
        return not before.text.startswith("lim")
    return before.kind in ("letter", "number", "group", "prefix") or before.text == "/"


def is_a_name(piece: Written) -> bool:
    """Whether a word stands for a number, such as "error", and is not a remark."""
    return piece.kind == "word" and piece.text.isalpha()


def is_applied(before: Written, gap: Written | None) -> bool:
    """Whether a bracket behind this piece holds what it is applied to."""
    if before.kind == "function":
        return not before.text.endswith(")")
    return gap is None and is_a_name(before)


def space(before: Written, gap: Written | None, piece: Written) -> str:
    """Return what stands between two pieces."""
    wide = gap is not None and not gap.clings
    if piece.kind == "comma" or before.kind == "comma":
        return "" if piece.kind == "comma" else " "
    if before.kind == "prefix" or (piece.clings and piece.kind == "group"):
        return ""
    if before.kind == "first sign":
        return " " if wide else ""
    if gap is not None and gap.kind == "quad":
        ends = {"relation", "times", "sign"}
        return " " if before.kind in ends or piece.kind in ends else ", "
    if before.kind == "number" and piece.kind == "letter":
        return ""
    if wide:
        return " "
    if piece.kind == "after" or (piece.kind == "group" and is_applied(before, gap)):
        return ""
    spaced = {"relation", "times", "sign", "word", "function", "big", "prefix", "fraction"}
    if before.kind in spaced or piece.kind in spaced or before.apart:
        return " "
    if piece.kind == "group":
        primed = before.text[-1:] in PRIMES.values()
        return " " if gap is not None and before.kind == "letter" and not primed else ""
    return " " if piece.kind in ("number", "first sign") else ""
