"""Expressions: a user's text becomes a function, without ever being run.

The text is parsed to Python's syntax tree and walked with a short list of what is allowed; a NumPy
callable and a SymPy tree are both built from the walk. Nothing of the text reaches ``eval``,
``exec`` or SymPy's own parser, each of which can be made to run any program.
"""

from __future__ import annotations

import ast
import math
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import sympy as sp

from mathcore.formulas.functions import Function, numeric
from mathcore.formulas.symbolic import Expr, Symbol, X, derivative
from mathcore.formulas.vocabulary import (
    CHARACTER,
    CONSTANTS,
    FUNCTIONS,
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_NODES,
    MAX_NUMBER,
    MAX_POWER,
    NUMBER,
    allowed,
)
from mathcore.values import FloatArray

# SymPy multiplies powers of exact numbers out, 9**9**9 until the memory is full, and finds such
# powers in places that are hard to foresee: e^(n·ln 3) is 3ⁿ. Exact numbers therefore stay below
# this size, in every part of every formula; a larger one becomes a float, whose power is cheap.
LARGEST_EXACT = 4096

Values = Mapping[str, FloatArray]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the formula: how NumPy computes it and what it is in SymPy."""

    compute: Callable[[Values], Any]
    symbolic: Expr

    @property
    def is_constant(self) -> bool:
        return bool(self.symbolic.is_number)


def read_function(text: str) -> Function:
    """Turn a formula in x, ``"x**3 - 2*x"``, into a function with its value and slope.

    Raises
    ------
    ValueError
        If the text is not a formula; one line that names the character and says what is allowed.
    """
    walk = _Walk(text, {"x": X})
    part = walk.read()
    slope = derivative(part.symbolic, X)
    f = Function(part.symbolic, slope, X, lambda x: part.compute({"x": x}), numeric(slope, X))
    try:
        f.slope(1.0)
    except ArithmeticError:  # a number that SymPy put together is too large for Python's floats
        raise walk.refusal(0, "its slope holds a number that is too large") from None
    return f


def read_expression(text: str, variables: Mapping[str, Symbol]) -> Expr:
    """Turn a formula in named variables, ``"w_1**2 + 3*w_1*w_2"``, into a SymPy expression.

    Raises
    ------
    ValueError
        If the text is not a formula; one line that names the character and says what is allowed.
    """
    return _Walk(text, variables).read().symbolic


class _Walk:
    """One pass over one text. Places count from 0 here and from 1 in what the user reads."""

    def __init__(self, text: str, variables: Mapping[str, Symbol]) -> None:
        self.text = text
        self.variables = variables
        self.nodes = 0

    def read(self) -> _Part:
        self.check_characters()
        return self.visit(self.parse())

    def refusal(self, place: int, what: str) -> ValueError:
        return ValueError(f"character {place + 1}: {what}; {allowed(self.variables)}")

    def check_characters(self) -> None:
        """Refuse what is too long or holds a foreign character, before any parser sees it."""
        if not isinstance(self.text, str):
            raise self.refusal(0, f"this is a {type(self.text).__name__}, not text")
        if len(self.text) > MAX_CHARACTERS:
            raise self.refusal(MAX_CHARACTERS, f"there are more than {MAX_CHARACTERS} characters")
        if not self.text.strip(" "):
            raise self.refusal(0, "there is no formula")
        depth = 0
        for place, character in enumerate(self.text):
            if not CHARACTER.fullmatch(character):
                hint = " (a power is written **)" if character == "^" else ""
                raise self.refusal(place, f"{character!a} does not belong here{hint}")
            depth += (character == "(") - (character == ")")
            if depth < 0:
                raise self.refusal(place, "this bracket closes none that was opened")
            if depth > MAX_DEPTH:
                raise self.refusal(place, f"brackets are nested more than {MAX_DEPTH} deep")

    def parse(self) -> ast.expr:
        # A formula may not begin with a blank in Python: inside brackets it may.
        bracketed = f"({self.text})"
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                return ast.parse(bracketed, mode="eval").body
        except SyntaxError as error:
            place = min(max(0, (error.offset or 2) - 2), len(self.text) - 1)
            raise self.refusal(place, "the formula cannot be read from here") from None
        except (ValueError, MemoryError, RecursionError, Warning):
            raise self.refusal(0, "the formula cannot be read") from None

    def visit(self, tree: ast.expr, depth: int = 1) -> _Part:
        place = max(0, tree.col_offset - 1)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self.refusal(place, f"there are more than {MAX_NODES} parts")
        if depth > MAX_DEPTH:
            raise self.refusal(place, f"parts are nested more than {MAX_DEPTH} deep")
        try:
            return self.bounded(self.part(tree, place, depth), place)
        except ArithmeticError:  # a number was too near 0 for SymPy, or too large
            raise self.refusal(place, "this is not a finite real number") from None

    def part(self, tree: ast.expr, place: int, depth: int) -> _Part:
        match tree:
            case ast.Constant():
                return self.number(tree, place)
            case ast.Name():
                return self.name(tree, place)
            case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
                return self.signed(tree, depth)
            case ast.BinOp():
                left, right = self.visit(tree.left, depth + 1), self.visit(tree.right, depth + 1)
                return self.operation(tree.op, left, right, place)
            case ast.Call():
                return self.call(tree, place, depth)
            case _:
                raise self.refusal(place, f"{type(tree).__name__} is not part of a formula")

    def number(self, tree: ast.Constant, place: int) -> _Part:
        written = self.text[place : (tree.end_col_offset or 0) - 1]
        if not NUMBER.fullmatch(written):
            raise self.refusal(place, f"{written[:20]!r} is not a decimal number")
        value = float(written)
        if value > MAX_NUMBER:
            raise self.refusal(place, f"the number is larger than {MAX_NUMBER:g}")
        # Not with an exponent: the denominator of 1e-99999999 is as long as it looks.
        exact = Fraction(value if "e" in written.lower() else written)
        return _Part(lambda _: value, sp.Rational(exact.numerator, exact.denominator))

    def name(self, tree: ast.Name, place: int) -> _Part:
        name = tree.id
        if name in self.variables:
            return _Part(lambda values: values[name], self.variables[name])
        if name not in CONSTANTS:
            raise self.refusal(place, f"{name[:20]!r} is not a known name")
        value, symbol = CONSTANTS[name]
        return _Part(lambda _: value, symbol)

    def signed(self, tree: ast.UnaryOp, depth: int) -> _Part:
        inner = self.visit(tree.operand, depth + 1)
        if isinstance(tree.op, ast.UAdd):
            return inner
        return _Part(lambda values: -inner.compute(values), -inner.symbolic)

    def call(self, tree: ast.Call, place: int, depth: int) -> _Part:
        if not isinstance(tree.func, ast.Name) or tree.func.id not in FUNCTIONS:
            raise self.refusal(place, "this is not a known function")
        if len(tree.args) != 1 or tree.keywords:
            raise self.refusal(place, f"{tree.func.id} takes one input")
        evaluate, symbolic = FUNCTIONS[tree.func.id]
        inner = self.visit(tree.args[0], depth + 1)
        return _Part(lambda values: evaluate(inner.compute(values)), symbolic(inner.symbolic))

    def operation(self, op: ast.operator, left: _Part, right: _Part, place: int) -> _Part:
        a, b = left.compute, right.compute
        match op:
            case ast.Add():
                return _Part(lambda v: a(v) + b(v), left.symbolic + right.symbolic)
            case ast.Sub():
                return _Part(lambda v: a(v) - b(v), left.symbolic - right.symbolic)
            case ast.Mult():
                return _Part(lambda v: a(v) * b(v), left.symbolic * right.symbolic)
            case ast.Div():
                if right.symbolic.is_zero:
                    raise self.refusal(place, "this divides by zero")
                return _Part(lambda v: np.divide(a(v), b(v)), left.symbolic / right.symbolic)
            case ast.Pow():
                return self.power(left, right, place)
            case _:
                raise self.refusal(place, f"{type(op).__name__} is not one of the operations")

    def power(self, base: _Part, exponent: _Part, place: int) -> _Part:
        """Build a power, looking at its size before SymPy may multiply it out."""

        def compute(values: Values) -> Any:
            return np.power(base.compute(values), exponent.compute(values), dtype=np.float64)

        if exponent.is_constant and abs(float(exponent.symbolic)) > MAX_POWER:
            if not base.is_constant:
                raise self.refusal(place, f"powers go up to {MAX_POWER}")
            with np.errstate(all="ignore"):
                value = float(np.power(float(base.symbolic), float(exponent.symbolic)))
            if not math.isfinite(value):
                raise self.refusal(place, "this is not a finite real number")
            return _Part(compute, sp.Float(value))
        varies = base.is_constant and not exponent.is_constant
        if varies and not base.symbolic.is_positive:
            raise self.refusal(place, "only a positive number has a power that varies")
        return _Part(compute, base.symbolic**exponent.symbolic)

    def bounded(self, part: _Part, place: int) -> _Part:
        """Refuse what is never a finite real number; keep exact numbers small."""
        symbolic = part.symbolic
        if symbolic.has(sp.nan, sp.zoo, sp.oo, -sp.oo, sp.I):
            raise self.refusal(place, "this is not a finite real number")
        exact = symbolic.atoms(sp.Rational)
        large = {n: sp.Float(n, 17) for n in exact if max(abs(n.p), n.q) > LARGEST_EXACT}
        symbolic = symbolic.xreplace(large)
        numbers = [*symbolic.atoms(sp.Float), *([symbolic] if symbolic.is_number else [])]
        if not all(_is_finite_real(number) for number in numbers):
            raise self.refusal(place, "this is not a finite real number")
        return _Part(part.compute, symbolic)


def _is_finite_real(number: Expr) -> bool:
    try:
        return math.isfinite(float(number))
    except (TypeError, OverflowError):  # SymPy's words for "complex" and "too large"
        return False
