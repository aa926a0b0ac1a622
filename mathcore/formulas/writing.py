"""Writing: a function becomes text that ``expression.read_function`` reads back."""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy.printing.str import StrPrinter

from mathcore.formulas.expression import LARGEST_EXACT, read_function
from mathcore.formulas.functions import Function
from mathcore.formulas.symbolic import Expr, X


def write_formula(f: Function) -> str:
    """Return the formula of a function in x, ``"x**2 - 4*x + 5"``, whatever its variable is called.

    Raises
    ------
    ValueError
        If the vocabulary of formulas has no words for the function, as for one made of pieces, or
        the text is too long to be read back.
    """
    return _write(f.expression, f.variable)


@cache
def _write(expression: Expr, variable: Expr) -> str:
    # The reader makes floats of long fractions: written as such, they are also short.
    long = {n for n in expression.atoms(sp.Rational) if max(abs(n.p), n.q) > LARGEST_EXACT}
    changed = {variable: X} | {n: sp.Float(n, 17) for n in long}
    text: str = _FormulaPrinter().doprint(expression.xreplace(changed))
    try:
        read_function(text)
    except ValueError as error:
        raise ValueError(f"{text!r} cannot be read as a formula: {error}") from None
    return text


class _FormulaPrinter(StrPrinter):  # type: ignore[misc]  # SymPy ships no types
    """Prints with the names of the vocabulary where SymPy has other ones."""

    def _print_Abs(self, size: Expr) -> str:  # noqa: N802 SymPy's name
        return f"abs({self._print(size.args[0])})"

    def _print_Exp1(self, _: Expr) -> str:  # noqa: N802 SymPy's name
        return "e"

    def _print_Float(self, number: Expr) -> str:  # noqa: N802 SymPy's name
        return repr(float(number))
