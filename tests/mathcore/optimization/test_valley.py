"""Valleys: every point of a contour has its height, and modes agree with a simulation."""

import dataclasses

import numpy as np
import pytest

from mathcore.optimization import regression
from mathcore.optimization.valley import PlaneWindow, rescaled, valley

DATA = regression.dataset([1, 2, 3, 4, 5], [5, 8, 11, 14, 17])


def test_every_point_of_an_ellipse_has_its_loss():
    for level in (0.05, 5.0, 139.0):
        for w, b in valley(DATA).ellipse(level, 37):
            assert regression.mse(DATA, w, b) == pytest.approx(level)


def test_a_cut_contour_begins_and_ends_at_the_edge_and_stays_within():
    (contour,) = valley(DATA).contours([139.0], (-1, 7), (-12, 16))
    assert len(contour.polylines) == 2
    for line in contour.polylines:
        assert (line >= (-1 - 1e-9, -12 - 1e-9)).all()
        assert (line <= (7 + 1e-9, 16 + 1e-9)).all()
        for w, b in line[[0, -1]]:
            near = min(abs(w + 1), abs(w - 7), abs(b + 12), abs(b - 16))
            assert near == pytest.approx(0, abs=1e-6)


def test_below_the_least_loss_there_is_no_contour():
    noisy = regression.dataset([0, 1, 2], [0, 1, 0])
    with pytest.raises(ValueError, match="no line"):
        valley(noisy).reach(0.0)


@pytest.mark.parametrize("alpha", [0.01, 0.08, 0.09])
def test_the_modes_say_what_a_simulation_finds(alpha):
    path = regression.gd_regression(DATA, alpha, 40)
    assert valley(DATA).after(alpha, 40) == pytest.approx(path.end)


def test_rescaled_inputs_run_from_the_old_ones_to_the_standardised():
    assert rescaled(DATA, 0.0).xs.tolist() == DATA.xs.tolist()
    assert rescaled(DATA, 1.0).xs == pytest.approx(regression.standardise(DATA).data.xs)
    assert valley(rescaled(DATA, 1.0)).bowl.values == pytest.approx([2, 2])
    assert np.all(np.diff([valley(rescaled(DATA, s)).bowl.condition for s in (0, 0.5, 1)]) < 0)


def test_a_window_is_widened_about_its_middle_to_a_shape():
    window = PlaneWindow((0.0, 2.0), (-1.0, 3.0), equal=True)
    assert window.filling(1.0) == PlaneWindow((-1.0, 3.0), (-1.0, 3.0), equal=True)
    assert window.filling(0.25) == PlaneWindow((0.0, 2.0), (-3.0, 5.0), equal=True)
    stretched = dataclasses.replace(window, equal=False)
    assert stretched.filling(1.0) == stretched
