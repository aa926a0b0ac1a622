"""What is written down is read back as the same function."""

import numpy as np
import pytest
import sympy as sp

from mathcore.formulas.expression import read_function
from mathcore.formulas.functions import function
from mathcore.formulas.symbolic import X
from mathcore.formulas.writing import write_formula

W = sp.Symbol("w", real=True)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (X**2 - 4 * X + 5, "x**2 - 4*x + 5"),
        (sp.Integer(5), "5"),
        (X / 3, "x/3"),
        (sp.Float(0.1) * X, "0.1*x"),
        (sp.Float(1e-9) * X, "1e-09*x"),
        ((X + sp.Rational(13448426529291, 2 * 10**12)) ** 2, "(x + 6.7242132646455)**2"),
        (sp.Abs(X), "abs(x)"),
        (sp.E * X, "e*x"),
        (sp.exp(-X), "exp(-x)"),
        (sp.log(X), "log(x)"),
        (sp.sqrt(X), "sqrt(x)"),
        (sp.sin(sp.pi * X / 180), "sin(pi*x/180)"),
        (11 * (W - 3) ** 2, "11*(x - 3)**2"),
    ],
)
def test_a_function_is_written_as_the_formula_that_is_read_back(expression, text):
    f = function(expression)
    assert write_formula(f) == text
    xs = np.linspace(0.1, 3, 30)
    assert read_function(text)(xs) == pytest.approx(f(xs))
    assert read_function(text).slope(xs) == pytest.approx(f.slope(xs))


@pytest.mark.parametrize(
    "expression",
    [sp.Piecewise((0, X < 0), (1, True)), sp.sign(X), sp.Add(*(X**n for n in range(60)))],
)
def test_what_has_no_formula_is_refused(expression):
    with pytest.raises(ValueError, match="cannot be read as a formula"):
        write_formula(function(expression, X))
