"""Plain text of formulas: Typst's mathematics is written as one readable line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline.captions.formulas.pieces import (
    Kind,
    Written,
    as_script,
    join,
    kinds_of,
    visible,
    with_limits,
)
from pipeline.captions.formulas.symbols import (
    ABOVE,
    ACCENTS,
    AFTER,
    BARS,
    BELOW,
    BIG,
    CALLS,
    FONTS,
    FUNCTIONS,
    GAPS,
    LETTERS,
    NOTES,
    OPERANDS,
    PREFIXES,
    PRIMES,
    RELATIONS,
    ROOTS,
    SIGNS,
    TIMES,
)
from pipeline.captions.formulas.typst_math import (
    Applied,
    Call,
    Fraction,
    Group,
    Leaf,
    Node,
    Part,
    Run,
    Scripts,
    parse,
)


@dataclass(slots=True)
class _Writer:
    """Writes a parsed formula as pieces, and collects the words that it does not know."""

    unknown: list[str] = field(default_factory=list)

    def pieces(self, run: Run) -> list[Written]:
        """Return the pieces of a run; labelled parts are dissolved in it."""
        return [piece for node in run for piece in self._pieces_of(node)]

    def line(self, run: Run) -> str:
        """Return what a run says."""
        return join(self.pieces(run))

    def _pieces_of(self, node: Node) -> list[Written]:
        match node:
            case Leaf():
                return [self._leaf(node)]
            case Part(inside):
                return self.pieces(inside)
            case Group(opening, inside, closing):
                return [Written(f"{opening}{self.line(inside)}{closing}", "group")]
            case Applied(head, group):
                return [*self._pieces_of(head), *self._clinging(group)]
            case Scripts():
                return self._scripts(node)
            case Fraction(over, under):
                text = f"{self._over(over)} / {self._under(under)}"
                return [Written(text, "fraction")]
            case Call(name, arguments):
                return self._call(name, arguments)

    def _clinging(self, group: Group) -> list[Written]:
        return [replace(piece, clings=True) for piece in self._pieces_of(group)]

    def _leaf(self, leaf: Leaf) -> Written:
        text = leaf.text
        if leaf.mark == "space":
            return Written(" ", "gap", clings=True)  # a gap in the source is none on screen
        if leaf.mark == "number":
            return Written(text, "number")
        if leaf.mark == "text":
            return Written(re.sub(r"\\(.)", r"\1", text[1:-1]), "word", apart=True)
        tables: tuple[tuple[dict[str, str], Kind], ...] = (
            (RELATIONS, "relation"),
            (TIMES, "times"),
            (SIGNS, "sign"),
            (PREFIXES, "prefix"),
            (LETTERS, "letter"),
            (AFTER, "after"),
            (BIG, "big"),
        )
        for table, kind in tables:
            if text in table:
                return Written(table[text], kind)
        if text in GAPS:
            return Written(GAPS[text], "quad" if GAPS[text] == ", " else "gap")
        if text in FUNCTIONS:
            return Written(text, "function", apart=True)
        if text in (",", ";"):
            return Written(text, "comma")
        if text == ":":
            return Written(":", "relation")
        if text == "%":
            return Written(text, "word", apart=True)
        if leaf.mark == "sign":
            return self._sign(text)
        if len(text) > 1:
            self.unknown.append(text)
            return Written(text, "word", apart=True)
        return Written(text, "letter")

    def _sign(self, text: str) -> Written:
        if text == "&":
            return Written(" ", "gap")
        if text.startswith("\\"):
            return Written(" ", "gap") if text[1].isspace() else Written(text[1], "letter")
        if text in "#@$`_^\"'{}":
            self.unknown.append(text)
        return Written(text, "letter")

    def _over(self, node: Node) -> str:
        """Return the upper side of a fraction, in brackets where it has several terms."""
        pieces = self._inside(node)
        kinds = kinds_of(pieces)
        plain = not kinds & {"relation", "times", "fraction", "comma", "big"}
        one_term = not any(piece.kind == "sign" for piece in visible(pieces)[1:])
        brackets = any(
            piece.kind == "group" and not piece.clings and piece.text.startswith("(")
            for piece in pieces
        )
        whole = len(visible(pieces)) == 1 and not kinds & {"fraction"}
        text = join(pieces)
        return text if whole or (plain and one_term and not brackets) else f"({text})"

    def _under(self, node: Node) -> str:
        """Return the lower side of a fraction: in brackets unless it is one thing."""
        pieces = self._inside(node)
        seen = visible(pieces)
        if seen and seen[0].kind == "prefix":
            seen = seen[1:]
        things = [piece for piece in seen if not piece.clings]
        text = join(pieces)
        whole = len(things) == 1 and things[0].kind in OPERANDS - {"fraction"}
        return text if whole else f"({text})"

    def _inside(self, node: Node) -> list[Written]:
        """Return the pieces of a side of a fraction, or of a script, without outer brackets."""
        if isinstance(node, Group) and node.opening == "(":
            return self.pieces(node.inside)
        return self._pieces_of(node)

    def _scripts(self, node: Scripts) -> list[Written]:
        base = self._pieces_of(node.base)
        if not base:
            base = [Written("", "letter")]
        below = join(self._inside(node.below)) if node.below else ""
        above = join(self._inside(node.above)) if node.above else ""
        *front, last = base
        if last.kind in ("big", "relation") or last.text in ("lim", "max", "min"):
            return [*front, with_limits(last, below, above)]
        text, apart = last.text, last.apart
        if last.kind == "fraction":
            text = f"({text})"
        text += "′" * node.primes if node.primes > len(PRIMES) else PRIMES.get(node.primes, "")
        for script, letters, sign in ((below, BELOW, "_"), (above, ABOVE, "^")):
            if script:
                told = as_script(script, letters, sign)
                text += told
                apart = apart or told.startswith(sign)
        kind: Kind = "group" if last.kind == "fraction" else last.kind
        return [*front, replace(last, text=text, kind=kind, apart=apart)]

    def _call(self, name: str, arguments: tuple[Run, ...]) -> list[Written]:
        told = [self.line(argument) for argument in arguments]
        if not arguments:
            return []
        if name in FONTS:
            pieces = self.pieces(arguments[-1] if name in ("text", "class") else arguments[0])
            if name != "op":
                return pieces
            return [Written(join(pieces), "function", apart=True)]
        if name in BARS:
            opening, closing = BARS[name]
            return [Written(f"{opening}{told[0]}{closing}", "group")]
        if name in ACCENTS:
            return [Written(unicodedata.normalize("NFC", told[0] + ACCENTS[name]), "letter")]
        if name in NOTES:
            note = f" ({told[1]})" if len(told) > 1 else ""
            return [Written(told[0] + note, "word", apart=True)]
        if name in ROOTS:
            return [self._root(arguments)]
        if name == "frac":
            over, under = (Part(argument) for argument in arguments)
            return self._pieces_of(Fraction(over, under))
        if name == "vec":
            return [Written(f"({', '.join(told)})", "group")]
        if name == "cases":
            return [Written("; ".join(told), "word", apart=True)]
        return self.pieces(arguments[0])

    def _root(self, arguments: tuple[Run, ...]) -> Written:
        pieces = self.pieces(arguments[-1])
        text = join(pieces)
        index = as_script(self.line(arguments[0]), ABOVE, "^") if len(arguments) > 1 else ""
        whole = len(visible(pieces)) == 1 and pieces[0].kind in ("letter", "number")
        return Written(f"{index}√{text}" if whole else f"{index}√({text})", "letter", apart=whole)


def to_plain(source: str) -> str:
    """Return what a formula says, on one line: ``(f(x + h) − f(x)) / h``.

    It is made for reading, not for computing. A word that is not known keeps its name, and
    ``unknown_words`` tells it.
    """
    return _read(source)[0]


def unknown_words(source: str) -> tuple[str, ...]:
    """Return the words and signs of a formula that could only be told as they are written."""
    return _read(source)[1]


def code_of(words: str) -> str:
    """Return words as they are read: a line of code without the call that sets it."""
    match = re.fullmatch(r'#text\(.*?raw\("((?:[^"\\]|\\.)*)"\)\)', words, re.DOTALL)
    return re.sub(r"\\(.)", r"\1", match[1]) if match else words


@lru_cache(maxsize=4096)  # a formula stands on screen for long, and in several texts
def _read(source: str) -> tuple[str, tuple[str, ...]]:
    writer = _Writer()
    try:
        return writer.line(parse(source, CALLS)), tuple(writer.unknown)
    except ValueError:
        return source, (source,)
