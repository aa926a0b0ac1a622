"""Plain text of formulas: Typst's mathematics is written as one readable line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.captions.typst_math import (
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

FUNCTIONS = frozenset(["sin", "cos", "tan", "ln", "log", "exp", "lim", "max", "min"])
"""Names that stay words, as in any book."""

_RELATIONS = {
    "=": "=",
    "<": "<",
    ">": ">",
    "!=": "≠",
    "<=": "≤",
    ">=": "≥",
    ":=": "≔",
    "==>": "⇒",
    "=>": "⇒",
    "<==": "⇐",
    "<=>": "⇔",
    "<==>": "⇔",
    "->": "→",
    "-->": "→",
    "<-": "←",
    "<--": "←",
    "approx": "≈",
    "eq": "=",
    "eq.not": "≠",
    "prop": "∝",
    "in": "∈",
    "in.not": "∉",
    "subset": "⊂",
    "arrow.r": "→",
    "arrow.l": "←",
    "arrow.l.r": "↔",
    "arrow.r.long": "→",
    "arrow.r.not": "↛",
    "arrow.r.double": "⇒",
    "arrow.r.double.not": "⇏",
    "arrow.l.double": "⇐",
    "arrow.l.r.double": "⇔",
    "colon": ":",
}
_TIMES = {
    "dot": "·",
    "dot.c": "·",
    "dot.op": "·",
    "times": "×",
    "compose": "∘",
    "\\/": "/",
    "slash": "/",
    "div": "÷",
    "*": "∗",
}
_SIGNS = {"+": "+", "-": "−", "−": "−", "plus.minus": "±", "minus": "−", "plus": "+"}
_PREFIXES = {
    "dif": "d",
    "Delta": "Δ",
    "partial": "∂",
    "diff": "∂",
    "nabla": "∇",
    "gradient": "∇",
}
_LETTERS = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "eta": "η",
    "theta": "θ",
    "kappa": "κ",
    "lambda": "λ",
    "mu": "μ",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "phi": "φ",
    "omega": "ω",
    "Sigma": "Σ",
    "Omega": "Ω",
    "oo": "∞",
    "infinity": "∞",
    "RR": "ℝ",
    "NN": "ℕ",
    "dots.v": "⋮",
}
_AFTER = {
    "degree": "°",
    "dots": "…",
    "dots.h": "…",
    "dots.c": "⋯",
    "...": "…",
    "?": "?",
    "!": "!",
    "°": "°",
}
_BIG = {"sum": "Σ", "product": "∏", "integral": "∫"}
_GAPS = {"thin": " ", "med": " ", "thick": " ", "space": " ", "quad": ", ", "wide": ", "}
_FONTS = frozenset(
    [
        *("upright", "italic", "bold", "sans", "mono", "display", "inline", "script", "text"),
        *("limits", "scripts", "stretch", "op", "cancel", "overline", "underline", "class"),
    ]
)
"""Calls that change only how something looks."""

_BARS = {"abs": ("|", "|"), "norm": ("‖", "‖"), "floor": ("⌊", "⌋"), "ceil": ("⌈", "⌉")}
_ACCENTS = {"hat": "\u0302", "tilde": "\u0303", "dot": "\u0307", "arrow": "\u20d7"}
_NOTES = frozenset(["underbrace", "overbrace", "underbracket", "overbracket"])
_ROOTS = frozenset(["sqrt", "root"])
_CALLS = frozenset([*_FONTS, *_BARS, *_ACCENTS, *_NOTES, *_ROOTS, "vec", "attach", "frac"])

_ABOVE = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
)
_BELOW = dict(
    zip(
        "0123456789+-−=()aehijklmnoprstuvx",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ",
        strict=True,
    )
)
_PRIMES = {1: "′", 2: "″", 3: "‴"}
_OPERANDS = frozenset(["letter", "number", "word", "group", "fraction"])


@dataclass(frozen=True, slots=True)
class _Piece:
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


@dataclass(slots=True)
class _Writer:
    """Writes a parsed formula as pieces, and collects the words that it does not know."""

    unknown: list[str] = field(default_factory=list)

    def pieces(self, run: Run) -> list[_Piece]:
        """Return the pieces of a run; labelled parts are dissolved in it."""
        return [piece for node in run for piece in self._pieces_of(node)]

    def line(self, run: Run) -> str:
        """Return what a run says."""
        return _join(self.pieces(run))

    def _pieces_of(self, node: Node) -> list[_Piece]:
        match node:
            case Leaf():
                return [self._leaf(node)]
            case Part(inside):
                return self.pieces(inside)
            case Group(opening, inside, closing):
                return [_Piece(f"{opening}{self.line(inside)}{closing}", "group")]
            case Applied(head, group):
                return [*self._pieces_of(head), *self._clinging(group)]
            case Scripts():
                return self._scripts(node)
            case Fraction(over, under):
                text = f"{self._over(over)} / {self._under(under)}"
                return [_Piece(text, "fraction")]
            case Call(name, arguments):
                return self._call(name, arguments)

    def _clinging(self, group: Group) -> list[_Piece]:
        return [replace(piece, clings=True) for piece in self._pieces_of(group)]

    def _leaf(self, leaf: Leaf) -> _Piece:
        text = leaf.text
        if leaf.mark == "space":
            return _Piece(" ", "gap", clings=True)  # a gap in the source is none on screen
        if leaf.mark == "number":
            return _Piece(text, "number")
        if leaf.mark == "text":
            return _Piece(re.sub(r"\\(.)", r"\1", text[1:-1]), "word", apart=True)
        tables: tuple[tuple[dict[str, str], Kind], ...] = (
            (_RELATIONS, "relation"),
            (_TIMES, "times"),
            (_SIGNS, "sign"),
            (_PREFIXES, "prefix"),
            (_LETTERS, "letter"),
            (_AFTER, "after"),
            (_BIG, "big"),
        )
        for table, kind in tables:
            if text in table:
                return _Piece(table[text], kind)
        if text in _GAPS:
            return _Piece(_GAPS[text], "quad" if _GAPS[text] == ", " else "gap")
        if text in FUNCTIONS:
            return _Piece(text, "function", apart=True)
        if text in (",", ";"):
            return _Piece(text, "comma")
        if text == ":":
            return _Piece(":", "relation")
        if text == "%":
            return _Piece(text, "word", apart=True)
        if leaf.mark == "sign":
            return self._sign(text)
        if len(text) > 1:
            self.unknown.append(text)
            return _Piece(text, "word", apart=True)
        return _Piece(text, "letter")

    def _sign(self, text: str) -> _Piece:
        if text == "&":
            return _Piece(" ", "gap")
        if text.startswith("\\"):
            return _Piece(" ", "gap") if text[1].isspace() else _Piece(text[1], "letter")
        if text in "#@$`_^\"'{}":
            self.unknown.append(text)
        return _Piece(text, "letter")

    def _over(self, node: Node) -> str:
        """Return the upper side of a fraction, in brackets where it has several terms."""
        pieces = self._inside(node)
        kinds = _kinds(pieces)
        plain = not kinds & {"relation", "times", "fraction", "comma", "big"}
        one_term = not any(piece.kind == "sign" for piece in _seen(pieces)[1:])
        brackets = any(
            piece.kind == "group" and not piece.clings and piece.text.startswith("(")
            for piece in pieces
        )
        whole = len(_seen(pieces)) == 1 and not kinds & {"fraction"}
        text = _join(pieces)
        return text if whole or (plain and one_term and not brackets) else f"({text})"

    def _under(self, node: Node) -> str:
        """Return the lower side of a fraction: in brackets unless it is one thing."""
        pieces = self._inside(node)
        seen = _seen(pieces)
        if seen and seen[0].kind == "prefix":
            seen = seen[1:]
        things = [piece for piece in seen if not piece.clings]
        text = _join(pieces)
        whole = len(things) == 1 and things[0].kind in _OPERANDS - {"fraction"}
        return text if whole else f"({text})"

    def _inside(self, node: Node) -> list[_Piece]:
        """Return the pieces of a side of a fraction, or of a script, without outer brackets."""
        if isinstance(node, Group) and node.opening == "(":
            return self.pieces(node.inside)
        return self._pieces_of(node)

    def _scripts(self, node: Scripts) -> list[_Piece]:
        base = self._pieces_of(node.base)
        if not base:
            base = [_Piece("", "letter")]
        below = _join(self._inside(node.below)) if node.below else ""
        above = _join(self._inside(node.above)) if node.above else ""
        *front, last = base
        if last.kind in ("big", "relation") or last.text in ("lim", "max", "min"):
            return [*front, _with_limits(last, below, above)]
        text, apart = last.text, last.apart
        if last.kind == "fraction":
            text = f"({text})"
        text += "′" * node.primes if node.primes > len(_PRIMES) else _PRIMES.get(node.primes, "")
        for script, letters, sign in ((below, _BELOW, "_"), (above, _ABOVE, "^")):
            if script:
                told = _script(script, letters, sign)
                text += told
                apart = apart or told.startswith(sign)
        kind: Kind = "group" if last.kind == "fraction" else last.kind
        return [*front, replace(last, text=text, kind=kind, apart=apart)]

    def _call(self, name: str, arguments: tuple[Run, ...]) -> list[_Piece]:
        told = [self.line(argument) for argument in arguments]
        if not arguments:
            return []
        if name in _FONTS:
            pieces = self.pieces(arguments[-1] if name in ("text", "class") else arguments[0])
            if name != "op":
                return pieces
            return [_Piece(_join(pieces), "function", apart=True)]
        if name in _BARS:
            opening, closing = _BARS[name]
            return [_Piece(f"{opening}{told[0]}{closing}", "group")]
        if name in _ACCENTS:
            return [_Piece(unicodedata.normalize("NFC", told[0] + _ACCENTS[name]), "letter")]
        if name in _NOTES:
            note = f" ({told[1]})" if len(told) > 1 else ""
            return [_Piece(told[0] + note, "word", apart=True)]
        if name in _ROOTS:
            return [self._root(arguments)]
        if name == "frac":
            over, under = (Part(argument) for argument in arguments)
            return self._pieces_of(Fraction(over, under))
        if name == "vec":
            return [_Piece(f"({', '.join(told)})", "group")]
        return self.pieces(arguments[0])

    def _root(self, arguments: tuple[Run, ...]) -> _Piece:
        pieces = self.pieces(arguments[-1])
        text = _join(pieces)
        index = _script(self.line(arguments[0]), _ABOVE, "^") if len(arguments) > 1 else ""
        whole = len(_seen(pieces)) == 1 and pieces[0].kind in ("letter", "number")
        return _Piece(f"{index}√{text}" if whole else f"{index}√({text})", "letter", apart=whole)


def to_plain(source: str) -> str:
    """Return what a formula says, on one line: ``(f(x + h) − f(x)) / h``.

    It is made for reading, not for computing. A word that is not known keeps its name, and
    ``unknown_words`` tells it.
    """
    return _read(source)[0]


def unknown_words(source: str) -> tuple[str, ...]:
    """Return the words and signs of a formula that could only be told as they are written."""
    return tuple(_read(source)[1])


def code_of(words: str) -> str:
    """Return words as they are read: a line of code without the call that sets it."""
    match = re.fullmatch(r'#text\(.*?raw\("((?:[^"\\]|\\.)*)"\)\)', words, re.DOTALL)
    return re.sub(r"\\(.)", r"\1", match[1]) if match else words


def _read(source: str) -> tuple[str, list[str]]:
    writer = _Writer()
    try:
        return writer.line(parse(source, _CALLS)), writer.unknown
    except ValueError:
        return source, [source]


def _with_limits(base: _Piece, below: str, above: str) -> _Piece:
    """Return a sign with what stands below and above it, told in brackets behind it."""
    limits = " to ".join(limit for limit in (below, above) if limit)
    text = f"{base.text} ({limits})" if limits else base.text
    return _Piece(text, "big" if base.kind == "relation" else base.kind, apart=True)


def _script(text: str, letters: dict[str, str], sign: str) -> str:
    """Return an index or exponent in small characters, or behind its sign where there are none."""
    tight = text.replace(" ", "")
    if all(character in letters for character in tight):
        return "".join(letters[character] for character in tight)
    return f"{sign}{text}" if text.isalpha() else f"{sign}({text})"


def _seen(pieces: Iterable[_Piece]) -> list[_Piece]:
    return [piece for piece in pieces if piece.kind not in ("gap", "quad")]


def _kinds(pieces: Iterable[_Piece]) -> set[str]:
    return {piece.kind for piece in pieces}


def _join(pieces: list[_Piece]) -> str:
    """Return pieces as a line, with the gaps that a person would leave."""
    line = ""
    before: _Piece | None = None
    gap: _Piece | None = None
    for place, written in enumerate(pieces):
        if written.kind in ("gap", "quad"):
            if gap is None or gap.clings:
                gap = written
            continue
        after = next((other for other in pieces[place + 1 :] if other.kind != "gap"), None)
        piece = _as_it_stands(before, written, after)
        line += _space(before, gap, piece) + piece.text if before else piece.text
        before, gap = piece, None
    return re.sub(" {2,}", " ", line).strip()


def _as_it_stands(before: _Piece | None, piece: _Piece, after: _Piece | None) -> _Piece:
    """Return a piece as its neighbours make it."""
    if piece.kind == "fraction" and _is_a_factor(before, after):
        return replace(piece, text=f"({piece.text})", kind="group")
    if piece.kind == "sign" and _begins_a_term(before):
        return replace(piece, kind="first sign")
    if piece.text == ":" and after is not None and after.kind == "quad":
        return replace(piece, kind="comma")
    if piece.kind == "after" and (before is None or before.kind not in _OPERANDS):
        return replace(piece, kind="letter")
    return piece


def _begins_a_term(before: _Piece | None) -> bool:
    """Whether a sign behind this piece stands before a first term."""
    if before is None or before.kind in ("relation", "times", "comma", "sign", "prefix"):
        return True
    return before.kind == "word" and before.text.endswith(":")


def _is_a_factor(before: _Piece | None, after: _Piece | None) -> bool:
    """Whether a fraction is multiplied with a neighbour and no sign says so."""
    factors = {"letter", "number", "group", "prefix", "big", "function", "fraction"}
    if after is not None and (after.kind in factors or _is_a_name(after)):
        return True
    if before is None:
        return False
    if before.kind == "function":
        return not before.text.startswith("lim")
    return before.kind in ("letter", "number", "group", "prefix") or before.text == "/"


def _is_a_name(piece: _Piece) -> bool:
    """Whether a word stands for a number, such as "error", and is not a remark."""
    return piece.kind == "word" and piece.text.isalpha()


def _is_applied(before: _Piece, gap: _Piece | None) -> bool:
    """Whether a bracket behind this piece holds what it is applied to."""
    if before.kind == "function":
        return not before.text.endswith(")")
    return gap is None and _is_a_name(before)


def _space(before: _Piece, gap: _Piece | None, piece: _Piece) -> str:
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
    if piece.kind == "after" or (piece.kind == "group" and _is_applied(before, gap)):
        return ""
    spaced = {"relation", "times", "sign", "word", "function", "big", "prefix", "fraction"}
    if before.kind in spaced or piece.kind in spaced or before.apart:
        return " "
    if piece.kind == "group":
        primed = before.text[-1:] in _PRIMES.values()
        return " " if gap is not None and before.kind == "letter" and not primed else ""
    return " " if piece.kind in ("number", "first sign") else ""
