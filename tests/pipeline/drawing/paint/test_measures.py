"""Faces are measured, lit and painted as manim and Cairo do it."""

from typing import Any

import manim
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import LEFT, RIGHT, Circle, Square
from manim.mobject.three_d import three_d_utils as three_d
from manim.utils.color import get_shaded_rgb

from pipeline.fastdraw.cameras.reader import FaceReader
from pipeline.fastdraw.cameras.space import SpaceCamera
from pipeline.fastdraw.paint import _faces
from tests.pipeline.drawing.films import HEIGHT, WIDTH
from tests.pipeline.drawing.spaces import alike, curved_sheet, in_space

AT_THE_LIGHT = np.array([-7.0, -9.0, 10.0])
"""Where manim's light comes from, in space."""


@pytest.fixture
def camera() -> SpaceCamera:
    return in_space(SpaceCamera)


@pytest.fixture
def sheet() -> manim.Surface:
    return curved_sheet()


class Narrow(Square):
    """A square whose anchors are its first corners only."""

    def get_anchors(self) -> list[Any]:
        return super().get_anchors()[:2]


ODD_FACES = (
    lambda: Square(),
    lambda: manim.Line(LEFT, RIGHT),
    lambda: manim.Line(LEFT, 2 * manim.OUT).add(manim.Dot(3 * manim.UP)),
    lambda: manim.Cube()[2].rotate(0.3, manim.UP),
    lambda: Circle().pointwise_become_partial(Circle(), 0.1, 0.2),
    lambda: Square().stretch(0, 0),
    lambda: Square().stretch(0, 0).rotate(np.pi / 2, RIGHT),
    lambda: Square().scale(0),
    lambda: Square().scale(1e-7),
    lambda: Square().stretch(1e-7, 0),
    lambda: Narrow(color=manim.RED),
    lambda: manim.Line(LEFT, RIGHT).set_points(np.vstack([[[np.nan] * 3], np.eye(3)])),
    lambda: manim.Star(n=5),
    lambda: Square().shift(AT_THE_LIGHT - Square().get_corner(manim.UR)),
    lambda: manim.VMobject().set_points_as_corners([LEFT, RIGHT, 3 * RIGHT]),
)


def test_faces_are_where_and_as_bright_as_manim_finds_them():
    mobjects = [make() for make in ODD_FACES]
    measures = FaceReader().measure(mobjects, AT_THE_LIGHT)
    for place, one in enumerate(mobjects):
        corners = three_d.get_3d_vmob_start_corner(one), three_d.get_3d_vmob_end_corner(one)
        normals = (
            three_d.get_3d_vmob_start_corner_unit_normal(one),
            three_d.get_3d_vmob_end_corner_unit_normal(one),
        )
        glow = [
            get_shaded_rgb(np.zeros(3), corner, normal, AT_THE_LIGHT)[0]
            for corner, normal in zip(corners, normals, strict=True)
        ]
        if not one.submobjects:
            assert np.array_equal(measures.centers[place], one.get_center(), equal_nan=True)
        assert np.array_equal(measures.corners[place], corners, equal_nan=True)
        assert measures.glow[place] == pytest.approx(glow, rel=1e-12, abs=1e-12), place


def test_points_may_all_be_whole_numbers():
    whole = Square()
    whole.points = np.rint(whole.points).astype(np.int64)
    light = FaceReader().measure([Square().set_points(whole.points * 1.0)], AT_THE_LIGHT).glow
    assert np.array_equal(FaceReader().measure([whole], AT_THE_LIGHT).glow, light)


def test_where_the_light_is_nowhere_it_adds_nothing():
    assert not FaceReader().measure([Square()], np.full(3, np.nan)).glow.any()


def test_a_face_that_manim_cannot_measure_is_not_measured_here_either():
    cut = Square()
    cut.points = cut.points[:6]
    for measure in (cut.get_center, lambda: FaceReader().measure([Square(), cut], AT_THE_LIGHT)):
        with pytest.raises(ValueError, match="shorter"):
            measure()


@given(st.integers(0, 10_000))
def test_gradients_are_put_on_as_cairo_puts_them(seed):
    random = np.random.default_rng(seed)
    faces = [
        manim.Square(
            random.uniform(0.02, 3), fill_opacity=random.choice([0, 0.5, 1]),
            stroke_width=random.choice([0, 0.5, 20]), stroke_color="#ff8800",
            shade_in_3d=True,
        ).rotate(random.uniform(0, 6), axis=random.normal(size=3)).shift(random.normal(0, 3, 3))
        for _ in range(8)
    ]  # fmt: skip
    camera = in_space(SpaceCamera)
    camera.paint(camera.background, faces)
    alike(camera, in_space(manim.ThreeDCamera), faces)
    assert not camera._stencil.any()


@pytest.mark.parametrize("wrong", range(14))
def test_what_does_not_fit_together_is_refused_and_paints_nothing(camera, sheet, wrong):
    asked: list[Any] = []
    camera.project([one for one in sheet if len(one.points)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_faces, "paint", lambda *args: asked.extend(args))
        camera.paint_beneath(camera.pixel_array, [camera.whole])
    before = camera.pixel_array.copy()
    asked[wrong] = {
        2: (HEIGHT, WIDTH - 1),
        3: (0.0,) * 6,
        4: asked[4][:-4].copy(),
        5: asked[5][::-1].copy(),
        7: asked[7] + 10_000,
        12: asked[12] - 1,
        13: None,
    }.get(wrong, np.empty(0))
    with pytest.raises((ValueError, TypeError)):
        _faces.paint(*asked)
    assert np.array_equal(camera.pixel_array, before)


def test_a_gradient_without_length_has_the_mean_of_its_colours(camera):
    line = manim.Line(LEFT, RIGHT, stroke_width=40).set_color(["#ff0000", "#0000ff"])
    line.set_shade_in_3d()
    camera.paint(camera.background, [line])
    alike(camera, in_space(manim.ThreeDCamera), [line])
