"""Typst's mathematics, read: the part of its grammar that formulas on screen are written in.

A formula is cut into tokens, and the tokens are read by descent into a tree: runs of pieces, whose
pieces may be fractions, scripts, calls and groups. What the tree says is told in ``plain``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Mark = Literal["label", "close", "code", "text", "number", "name", "prime", "sign", "space"]

_TOKEN = re.compile(
    r"""
    (?P<close>\s*:\s*[A-Za-z_][\w-]*\s*\}\}|\}\}) # the end of a labelled part
    | (?P<label>\{\{)
    | (?P<code>\#(?:[\d.]+[a-z%]*|[\w.]+)) # a length, or the name of a value
    | (?P<text>"(?:[^"\\]|\\.)*")
    | (?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)
    | (?P<name>[^\W\d_]+(?:\.[^\W\d_]+)*)
    | (?P<prime>'+)
    | (?P<space>\s+)
    | (?P<sign>\\.|<=>|<==>|==>|<==|-->|<--|!=|<=|>=|=>|->|<-|\.\.\.|:=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CLOSERS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source: what it is, and how it is written."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single name, number, text or sign."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between brackets."""

    opening: str
    inside: Run
    closing: str


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled part: its label is for animations only, and is not kept."""

    inside: Run


@dataclass(frozen=True, slots=True)
class Call:
    """A call such as ``sqrt(x)``, with its arguments; named ones are not kept."""

    name: str
    arguments: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """A letter and the bracket that follows it without a gap, as in ``f(x)``."""

    head: Node
    group: Group


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with primes, an index and an exponent."""

    base: Node
    primes: int
    below: Node | None
    above: Node | None


@dataclass(frozen=True, slots=True)
class Fraction:
    """One thing over another. Brackets around the whole of either are not seen on screen."""

    over: Node
    under: Node


Node: TypeAlias = "Leaf | Group | Part | Call | Applied | Scripts | Fraction"
Run: TypeAlias = tuple[Node, ...]
"""Pieces beside each other; gaps between them are leaves of their own."""


def tokens(source: str) -> list[Token]:
    """Cut a formula into tokens."""
    found = []
    for match in _TOKEN.finditer(source):
        mark: Mark = match.lastgroup  # type: ignore[assignment]  # the groups are the marks
        found.append(Token(mark, match[0]))
    return found


def parse(source: str, calls: frozenset[str]) -> Run:
    """Read a formula.

    Parameters
    ----------
    source
        Typst mathematics, with labelled parts.
    calls
        Names that take arguments. Behind any other name, a bracket is a bracket.

    Raises
    ------
    ValueError
        If a bracket, a part or a script is not whole.
    """
    parser = _Parser(tokens(source), calls)
    run = parser.run(())
    if parser.here is not None:
        raise ValueError(f"{parser.here.text!r} closes nothing in {source!r}")
    return run


class _Parser:
    """Reads tokens from left to right, one method for each rule of the grammar."""

    def __init__(self, source: Sequence[Token], calls: frozenset[str]) -> None:
        self._tokens, self._place, self._calls = source, 0, calls

    @property
    def here(self) -> Token | None:
        """The next token, ``None`` at the end."""
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def run(self, ends: tuple[str, ...]) -> Run:
        """Read pieces up to a token that closes something, which is left in place."""
        pieces: list[Node] = []
        while (token := self.here) is not None:
            if token.mark == "close" or token.text in ends or token.text in _CLOSERS.values():
                break
            if token.mark == "space":
                self._place += 1
                pieces.append(Leaf("space", " "))
            elif token.mark == "code":
                self._place += 1
            else:
                pieces.append(self._fraction())
        return tuple(pieces)

    def _fraction(self) -> Node:
        node = self._scripted()
        while self._at_after_gap("/"):
            self._skip_gap()
            self._place += 1
            self._skip_gap()
            node = Fraction(node, self._scripted())
        return node

    def _scripted(self) -> Node:
        node = self._with_scripts(self._primary())
        token = self.here
        if token and token.text == "(" and _takes_brackets(node):
            return self._with_scripts(Applied(node, self._group()))
        return node

    def _with_scripts(self, base: Node) -> Node:
        primes, below, above = 0, None, None
        while (token := self.here) is not None and (token.mark == "prime" or token.text in "_^"):
            self._place += 1
            if token.mark == "prime":
                primes += len(token.text)
            elif token.text == "_":
                below = self._primary()
            else:
                above = self._primary()
        return Scripts(base, primes, below, above) if primes or below or above else base

    def _primary(self) -> Node:
        token = self.here
        if token is None or token.mark == "close":
            raise ValueError("a formula ends where something is missing")
        if token.mark == "label":
            self._place += 1
            inside = self.run(())
            if self.here is None or self.here.mark != "close":
                raise ValueError("a labelled part has no end")
            self._place += 1
            return Part(inside)
        if token.text in _CLOSERS:
            return self._group()
        self._place += 1
        following = self.here
        if token.text in self._calls and following is not None and following.text == "(":
            return self._call(token.text)
        return Leaf(token.mark, token.text)

    def _group(self) -> Group:
        opening = self._take()
        inside = self.run(())
        if self.here is None or self.here.text != _CLOSERS[opening]:
            raise ValueError(f"a bracket {opening!r} has no end")
        return Group(opening, inside, self._take())

    def _call(self, name: str) -> Call:
        self._take()
        arguments = []
        while self.here is not None and self.here.text != ")":
            argument = self.run((",", ";"))
            if not _is_named(argument):
                arguments.append(_trimmed(argument))
            if self.here is not None and self.here.text in (",", ";"):
                self._take()
            elif self.here is None or self.here.text != ")":
                break
        if self.here is None or self.here.text != ")":
            raise ValueError(f"the call of {name!r} has no end")
        self._take()
        return Call(name, tuple(arguments))

    def _take(self) -> str:
        token = self._tokens[self._place]
        self._place += 1
        return token.text

    def _at_after_gap(self, text: str) -> bool:
        place = self._place
        while place < len(self._tokens) and self._tokens[place].mark == "space":
            place += 1
        return place < len(self._tokens) and self._tokens[place].text == text

    def _skip_gap(self) -> None:
        while self.here is not None and self.here.mark == "space":
            self._place += 1


def _takes_brackets(node: Node) -> bool:
    """Whether a bracket behind a piece belongs to it."""
    base = node.base if isinstance(node, Scripts) else node
    return isinstance(base, Leaf) and base.mark == "name"


def _is_named(argument: Run) -> bool:
    """Whether an argument is a named one, such as ``size: #2em``."""
    told = [node.text for node in argument if isinstance(node, Leaf) and node.mark != "space"]
    return len(told) > 1 and told[1] == ":" and told[0].isidentifier()


def _trimmed(run: Run) -> Run:
    """Return a run without gaps at its ends."""
    gap = Leaf("space", " ")
    while run and run[0] == gap:
        run = run[1:]
    while run and run[-1] == gap:
        run = run[:-1]
    return run
