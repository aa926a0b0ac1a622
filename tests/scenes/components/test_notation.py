import pytest
import sympy as sp

from scenes.components.text.formula import Formula
from scenes.notation import typst

x, h, w1 = sp.symbols("x h w_1")
theta = sp.Symbol("theta")

PRINTED = [
    (x**3 - 2 * x, "x^(3) - 2 x"),
    (sp.sin(x) / x, "(sin(x))/(x)"),
    (sp.exp(-(x**2)), "e^(-x^(2))"),
    (-(x**2), "-x^(2)"),
    (sp.Pow(2, -x), "2^(-x)"),
    (sp.pi * x, "pi x"),
    ((x - 1) ** 2 * (x + 2), "(x - 1)^(2) (x + 2)"),
    (x / 2, "(x)/(2)"),
    (sp.sqrt(x), "sqrt(x)"),
    (sp.cbrt(x), "root(3, x)"),
    (1 / x, "1/(x)"),
    (sp.log(x), "ln(x)"),
    (sp.sin(x) ** 2, "sin^(2) (x)"),
    (w1**2 + 3 * w1 * x, "w_(1)^(2) + 3 w_(1) x"),
    (sp.Abs(x), "abs(x)"),
    (sp.Function("f")(x + h), "f(h + x)"),
    (sp.cos(theta), "cos(theta)"),
    (sp.Rational(-3, 4), "-(3)/(4)"),
    (sp.oo, "oo"),
]


@pytest.mark.parametrize(("expression", "printed"), PRINTED, ids=[p for _, p in PRINTED])
def test_expressions_are_written_as_by_hand(expression, printed):
    assert typst(expression) == printed


@pytest.mark.parametrize("expression", [e for e, _ in PRINTED], ids=[p for _, p in PRINTED])
def test_typst_understands_what_is_printed(expression):
    assert len(Formula(typst(expression))) > 0


def test_a_sum_may_begin_with_its_lowest_power():
    assert typst(x + 2 * x**2 * sp.sin(1 / x), rising=True) == "x + 2 x^(2) sin(1/(x))"


def test_what_has_no_rule_is_refused():
    with pytest.raises(ValueError, match="no notation for"):
        typst(sp.Integral(x, x))
