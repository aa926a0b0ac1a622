"""From SymPy to Typst: the one way in which an expression reaches the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import sympy as sp
from sympy.printing.printer import Printer

_FUNCTIONS = {"exp": "exp", "log": "ln", "sin": "sin", "cos": "cos", "tan": "tan"}
_GREEK = frozenset(
    [
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "eta",
        "theta",
        "lambda",
        "mu",
        "sigma",
        "tau",
        "phi",
        "omega",
    ]
)


class TypstPrinter(Printer):  # type: ignore[misc]  # SymPy ships no types
    """Prints an expression as Typst mathematics, as one would write it by hand.

    Quotients become fractions, rational powers roots, products are set without dots, e is upright
    only where Typst says so, and a sum keeps the order of falling powers, or of rising ones.
    """

    _default_settings: ClassVar[Mapping[str, Any]] = {"order": None}

    def _print_Symbol(self, symbol: Any) -> str:
        name, _, index = symbol.name.partition("_")
        base = name if len(name) == 1 or name in _GREEK else f'upright("{name}")'
        return f"{base}_({index})" if index else base

    def _print_Integer(self, number: Any) -> str:
        return str(number)

    def _print_Rational(self, number: Any) -> str:
        sign = "-" if number < 0 else ""
        return f"{sign}({abs(number.p)})/({number.q})"

    def _print_Float(self, number: Any) -> str:
        return f"{float(number):g}"

    def _print_Pi(self, _: Any) -> str:
        return "pi"

    def _print_Exp1(self, _: Any) -> str:
        return "e"

    def _print_Infinity(self, _: Any) -> str:
        return "oo"

    def _print_Add(self, total: Any) -> str:
        text = ""
        for term in total.as_ordered_terms(order=self.order):
            printed = self._print(term)
            if printed.startswith("-"):
                text += f" - {printed[1:]}" if text else printed
            else:
                text += f" + {printed}" if text else printed
        return text

    def _print_Mul(self, product: Any) -> str:
        above, below = sp.fraction(product, exact=True)
        if below != 1:
            sign = "-" if above.could_extract_minus_sign() else ""
            above = -above if sign else above
            return f"{sign}({self._print(above)})/({self._print(below)})"
        number, factors = product.as_coeff_mul()
        sign = "-" if number.is_negative else ""
        parts = [] if abs(number) == 1 else [self._print(abs(number))]
        ordered = sp.Mul(*factors, evaluate=False).as_ordered_factors()
        parts += [self._factor(factor) for factor in ordered]
        return sign + " ".join(parts)

    def _factor(self, factor: Any) -> str:
        printed = str(self._print(factor))
        return f"({printed})" if factor.is_Add else printed

    def _print_Pow(self, power: Any, **_: Any) -> str:
        base, exponent = power.as_base_exp()
        if exponent.is_negative:
            return f"1/({self._print(1 / power)})"
        if exponent == sp.Rational(1, 2):
            return f"sqrt({self._print(base)})"
        if exponent.is_Rational and not exponent.is_Integer and exponent.p == 1:
            return f"root({exponent.q}, {self._print(base)})"
        printed = self._print(base)
        if (
            base.is_Add
            or base.is_Mul
            or base.is_Pow
            or base.is_negative
            or (base.is_Rational and (not base.is_Integer))
        ):
            printed = f"({printed})"
        elif isinstance(base, sp.Function):
            # sin²(x), not sin(x)²: the power belongs to the name.
            name, _, rest = printed.partition("(")
            return f"{name}^({self._print(exponent)}) ({rest}"
        return f"{printed}^({self._print(exponent)})"

    def _print_exp(self, call: Any) -> str:
        return f"e^({self._print(call.args[0])})"

    def _print_Abs(self, call: Any) -> str:
        return f"abs({self._print(call.args[0])})"

    def _print_Function(self, call: Any) -> str:
        name = call.func.__name__
        if name not in _FUNCTIONS:
            name = f'op("{name}")' if len(name) > 1 else name
        else:
            name = _FUNCTIONS[name]
        return f"{name}({', '.join(self._print(argument) for argument in call.args)})"

    def emptyPrinter(self, expression: Any) -> str:
        """Refuse what has no rule: a wrong formula on screen is worse than none."""
        raise ValueError(f"no notation for {type(expression).__name__}: {expression!r}")


def per(over: str, under: str) -> str:
    """Return Typst mathematics for dy/dx on one line, with no gap behind the stroke."""
    return f"dif {over} \\/ upright(d) {under}"


def typst(expression: sp.Expr, *, rising: bool = False) -> str:
    """Return Typst mathematics for a SymPy expression.

    Parameters
    ----------
    expression
        What to print.
    rising
        Whether a sum begins with the lowest power: where that term is the main one.

    Raises
    ------
    ValueError
        For an expression that the printer has no rule for.
    """
    order = "rev-lex" if rising else None
    return str(TypstPrinter({"order": order}).doprint(expression))
