"""The flat camera and the moving one paint what manim paints, and only what has changed."""

from typing import Any

import manim
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import LEFT, RIGHT, Camera, Circle, Square
from manim.utils.family import extract_mobject_family_members

from pipeline.fastdraw.cameras.flat import DamageCamera, drawable
from pipeline.fastdraw.cameras.moving import MovingFastCamera
from pipeline.fastdraw.paint import shape
from tests.pipeline.drawing.films import SIZE


@pytest.fixture
def camera() -> DamageCamera:
    return DamageCamera(**SIZE)


class TestCamera:
    def test_points_in_the_plane_are_drawn_beside_points_in_space(self, camera):
        flat = manim.VMobject(color=manim.RED).set_points([[0, 0], [1, 1], [2, 1], [3, 0]])
        stock = Camera(**SIZE)
        stock.capture_mobjects([Square(), flat])
        camera.paint(camera.background, [Square(), flat])
        assert np.array_equal(camera.pixel_array, stock.pixel_array)

    def test_lines_are_as_wide_as_the_camera_says_now(self, camera):
        square, stock = Square(), Camera(**SIZE)
        camera.paint(camera.background, [square])
        for one in (camera, stock):
            one.cairo_line_width_multiple = 0.1
        for mobject in (square, square.shift(RIGHT)):
            stock.reset()
            stock.capture_mobjects([mobject])
            camera.paint(camera.background, [mobject])
            assert np.array_equal(camera.pixel_array, stock.pixel_array)

    def test_what_rests_is_neither_traced_nor_painted_again(self, camera, monkeypatch):
        resting, moving = Square(), Circle().shift(3 * LEFT)
        camera.paint(camera.background, [resting, moving])
        before, gone = (camera._shapes.recall(one) for one in (resting, moving))
        moving.shift(RIGHT / 4)
        camera.take_damage()
        traced = []

        def noting(looks: list[Any], *args: Any) -> list[shape.Shape]:
            traced.extend(look.mobject for look in looks)
            return shape.make_shapes(looks, *args)

        monkeypatch.setattr("pipeline.fastdraw.cameras.flat.make_shapes", noting)
        camera.paint(camera.background, [resting, moving])
        assert traced == [moving]
        assert camera._shapes.recall(resting) is before
        assert camera._shapes.recall(moving) is not gone
        assert sum(rect.area for rect in camera.take_damage()) < 0.25 * camera.whole.area

    def test_the_same_again_damages_nothing(self, camera):
        square = Square()
        camera.paint(camera.background, [square])
        camera.take_damage()
        camera.paint(camera.background, [square])
        assert camera.take_damage() == []

    @pytest.mark.parametrize(
        "change",
        [
            lambda square: square.points.__iadd__(0.1),
            lambda square: square.set_fill(opacity=0.5),
            lambda square: square.set_stroke(width=9),
            lambda square: square.set_stroke(width=9, background=True),
            lambda square: square.set_color_by_gradient("#ff0000", "#0000ff"),
            lambda square: setattr(square, "joint_type", manim.LineJointType.ROUND),
            lambda square: square.set_points(np.full_like(square.points, np.nan)),
            lambda square: square.clear_points(),
        ],
    )
    def test_any_change_is_painted_as_manim_paints_it(self, camera, change):
        square, behind = Square().set_fill("#00ff00", 0.3), Circle(stroke_width=6)
        camera.paint(camera.background, [behind, square])
        change(square)
        camera.paint(camera.background, [behind, square])
        stock = Camera(**SIZE)
        stock.capture_mobjects([behind, square])
        assert np.array_equal(camera.pixel_array, stock.pixel_array)

    def test_another_order_is_painted(self, camera):
        one, two = Square().set_fill("#ff0000", 1), Circle().set_fill("#00ff00", 1)
        camera.paint(camera.background, [one, two])
        camera.paint(camera.background, [two, one])
        stock = Camera(**SIZE)
        stock.capture_mobjects([two, one])
        assert np.array_equal(camera.pixel_array, stock.pixel_array)

    @pytest.mark.parametrize(
        "change",
        [
            lambda frame: frame.scale(0.2),
            lambda frame: frame.stretch_to_fit_height(5),
            lambda frame: frame.shift(2 * RIGHT),
        ],
    )
    def test_when_the_frame_has_moved_all_is_painted_as_manim_paints_it(self, change):
        camera, dot = MovingFastCamera(**SIZE), manim.Dot()
        camera.paint(camera.background, [dot])
        camera.take_damage()
        change(camera.frame)
        camera.paint(camera.background, [dot])
        stock = manim.MovingCamera(**SIZE)
        stock.frame.become(camera.frame)
        stock.capture_mobjects([dot])
        assert np.array_equal(camera.pixel_array, stock.pixel_array)
        assert camera.take_damage() == [camera.whole]
        camera.paint(camera.background, [dot])
        assert camera.take_damage() == []

    def test_what_it_cannot_follow_is_painted_by_manim_and_damages_everything(self, camera):
        cloud = manim.PointCloudDot()
        camera.paint(camera.background, [Square(), cloud])
        stock = Camera(**SIZE)
        stock.capture_mobjects([Square(), cloud])
        assert np.array_equal(camera.pixel_array, stock.pixel_array)
        assert camera.take_damage() == [camera.whole]

    @given(st.lists(st.integers(0, 5), max_size=8), st.lists(st.integers(-1, 1), max_size=6))
    def test_families_are_drawn_in_manims_order(self, picks, heights):
        parts = [Square() for _ in range(6)]
        for part, height in zip(parts, heights, strict=False):
            part.z_index = height
        groups = [manim.VGroup(*parts[:3]), manim.VGroup(*parts[3:5], manim.VGroup(parts[5]))]
        mobjects = [[*parts, *groups][pick] for pick in picks] + groups
        expected = extract_mobject_family_members(
            mobjects, use_z_index=True, only_those_with_points=True
        )
        assert drawable(mobjects, use_z_index=True) == expected
