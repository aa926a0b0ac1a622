import numpy as np
import pytest
import sympy as sp

from mathcore.formulas.curves import sample
from mathcore.formulas.functions import function, steep_root, wiggle
from mathcore.formulas.symbolic import X


@pytest.mark.parametrize("n", [200, 201])
@pytest.mark.parametrize(
    ("expression", "pieces"),
    [
        (X**2, 1),
        (sp.sin(X), 1),
        (sp.Abs(X), 1),
        (sp.exp(400 * X), 1),
        (sp.Integer(1), 1),
        (1 / X, 2),
        (1 / X**2, 2),
        (sp.sign(X), 2),
        (sp.tan(X), 3),
    ],
    ids=str,
)
def test_a_stroke_never_crosses_a_pole_or_a_jump(expression, pieces, n):
    samples = sample(function(expression, X), -3, 1.7 if pieces == 1 else 3, n)
    assert len(samples.pieces) == pieces
    for piece in samples.pieces:
        assert np.isfinite(piece.ys).all()
        assert (np.diff(piece.xs) > 0).all()


def test_a_vertical_tangent_is_no_jump():
    assert len(sample(steep_root(), -3, 3, 200).pieces) == 1
    assert len(sample(wiggle(), -0.2, 0.2, 400).pieces) == 1


def test_a_curve_begins_at_the_edge_of_its_domain_if_it_arrives_there():
    (root,) = sample(function(sp.sqrt(X)), -3, 3, 200).pieces
    assert root.xs[0] == pytest.approx(0, abs=1e-12)
    (log,) = sample(function(sp.log(X)), -3, 3, 200).pieces
    assert log.xs[0] > 0.01


def test_undefined_samples_are_nan_and_in_no_piece():
    samples = sample(function(sp.log(X)), -1, 1, 21)
    assert np.isnan(samples.ys[:11]).all()
    assert samples.pieces[0].xs[0] > 0


def test_samples_hold_both_ends_and_are_read_only():
    samples = sample(function(X**2), -1, 2, 31)
    assert (samples.xs[0], samples.xs[-1], len(samples.xs)) == (-1, 2, 31)
    with pytest.raises(ValueError, match="read-only"):
        samples.ys[0] = 7


@pytest.mark.parametrize(("a", "b", "n"), [(1, 1, 9), (2, 1, 9), (0, 1, 1), (float("nan"), 1, 9)])
def test_an_empty_interval_or_a_single_point_is_refused(a, b, n):
    with pytest.raises(ValueError, match=r"empty|n is|a is"):
        sample(function(X**2), a, b, n)
