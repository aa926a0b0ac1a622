import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from mathcore.formulas import symbolic
from mathcore.formulas.functions import function
from mathcore.formulas.symbolic import H, X


def test_the_algebra_of_the_square_goes_the_lesson_s_way():
    steps = symbolic.expand_quotient(X**2)
    assert sp.simplify(steps.quotient - ((X + H) ** 2 - X**2) / H) == 0
    terms = next(part for part in steps.expanded.args if part.is_Add).args
    assert set(terms) == {X**2, 2 * X * H, H**2, -(X**2)}
    assert sp.expand(steps.cancelled * H) == 2 * X * H + H**2
    assert steps.divided == 2 * X + H
    assert steps.limit == 2 * X


@given(coefficients=st.lists(st.integers(-5, 5), min_size=1, max_size=5))
def test_each_step_of_the_algebra_is_equal_and_ends_at_the_derivative(coefficients):
    f = sp.Poly(coefficients, X).as_expr()
    steps = symbolic.expand_quotient(f, X)
    for step in steps[:4]:
        assert sp.expand(sp.simplify(step - steps.divided)) == 0
    assert sp.expand(steps.limit - sp.diff(f, X)) == 0


def test_the_algebra_is_for_polynomials():
    with pytest.raises(ValueError, match="not a polynomial"):
        symbolic.expand_quotient(sp.sin(X))


def test_the_tangent_of_the_cube_at_1_meets_it_again_at_minus_2():
    meetings = symbolic.tangent_meets(X**3, 1)
    assert [(m.x, m.multiplicity) for m in meetings] == [(-2, 1), (1, 2)]
    assert symbolic.tangent_line(X**3, 1) == 3 * X - 2
    assert sp.factor(X**3 - (3 * X - 2)) == (X - 1) ** 2 * (X + 2)


def test_the_cube_crosses_its_tangent_at_0():
    assert symbolic.tangent_meets(X**3, 0) == ((0, 3),)


@given(x0=st.integers(-5, 5), roots=st.lists(st.integers(-4, 4), min_size=2, max_size=4))
def test_a_tangent_meets_its_curve_at_least_twice_at_the_contact_point(x0, roots):
    f = sp.expand(sp.prod([X - r for r in roots]))
    contact = [m for m in symbolic.tangent_meets(f, x0) if m.x == x0]
    assert contact[0].multiplicity >= 2


def test_a_straight_line_meets_its_tangent_everywhere():
    with pytest.raises(ValueError, match="everywhere"):
        symbolic.tangent_meets(3 * X + 1, 0)
    with pytest.raises(ValueError, match="not a polynomial"):
        symbolic.tangent_meets(sp.exp(X), 0)


def test_partials_and_hessian_of_the_lesson_s_landscape():
    v, w = sp.symbols("v w")
    j = v**2 + 3 * v * w + w**2
    assert symbolic.partials(j, (v, w)) == (2 * v + 3 * w, 3 * v + 2 * w)
    assert symbolic.hessian(j, (v, w)) == sp.Matrix([[2, 3], [3, 2]])
    for call in (symbolic.partials, symbolic.hessian):
        with pytest.raises(ValueError, match="no variables"):
            call(j, ())


def test_the_derivative_of_a_size_is_undefined_at_the_corner_only():
    slope = function(symbolic.derivative(sp.Abs(X**2 - 1)), X)
    assert slope(0.5) == -1
    assert slope(2) == 4
    assert slope(1) != slope(1)


@given(a=st.integers(-9, 9).filter(bool), b=st.integers(-9, 9), c=st.integers(-9, 9))
def test_a_completed_square_is_the_same_quadratic(a, b, c):
    square = symbolic.complete_square(a, b, c)
    for x in (-2, 0, 3):
        assert square.a * (x - square.shift) ** 2 + square.rest == pytest.approx(
            a * x * x + b * x + c, abs=1e-9
        )


def test_a_straight_line_has_no_square():
    assert symbolic.complete_square(1, -4, 5) == (1, 2, 1)
    with pytest.raises(ValueError, match="no square"):
        symbolic.complete_square(0, 1, 1)
