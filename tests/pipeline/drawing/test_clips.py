"""A clip that is drawn fast looks as manim draws it, frame by frame, before anything is encoded."""

import manim
import pytest
from manim import LEFT, RIGHT, Circle, Square

from bench.tools.film import MOST_DIFFERENCE, MOST_PIXELS
from pipeline.fastdraw.paint import shape
from pipeline.fastdraw.paint.damage import Rect, around
from pipeline.fastdraw.renderer import fast_camera
from pipeline.worker.setup import camera_for
from tests.pipeline.drawing.films import differences, film, film_of

CLIPS = ("02", "05b", "10")
"""Clips with secants, with lenses, and with surfaces and a map of everything."""


class Solids(manim.ThreeDScene):
    """Faces in the light, some of one group, a label held fast, and a camera that turns."""

    def construct(self) -> None:
        self.set_camera_orientation(phi=1.1, theta=-0.8)
        sheet = manim.Surface(
            lambda u, v: [u, v, 0.3 * u * v], [-2, 2], [-2, 2], resolution=(6, 6), fill_opacity=0.6
        )
        ball = manim.Sphere(radius=0.5, resolution=(6, 4)).shift(manim.UP)
        cube = manim.Cube(0.8).shift(2 * LEFT).set_color_by_gradient("#ff0000", "#00ff00")
        label, tag = Square(0.4).shift(3 * RIGHT), manim.Circle(0.2).shift(2 * RIGHT)
        self.add_fixed_in_frame_mobjects(label)
        self.add_fixed_orientation_mobjects(tag)
        self.play(manim.FadeIn(sheet, ball, cube, label, tag))
        self.move_camera(phi=0.6, theta=0.4, zoom=0.8)
        self.play(sheet.animate.shift(0.5 * manim.OUT), manim.Rotate(cube, 1))
        self.wait(0.5)


class Roving(manim.MovingCameraScene):
    """A frame that rests, moves, comes very near, follows what moves, and is put back at once."""

    def construct(self) -> None:
        dot = manim.Dot().set_z_index(1)
        path = manim.Arc(radius=2.5).set_color_by_gradient("#ff0000", "#0000ff")
        self.camera.frame.save_state()
        self.add(path, manim.NumberPlane(), manim.Text("a").scale(0.3), dot)
        self.play(dot.animate.move_to(path.get_start()))
        self.play(self.camera.frame.animate.scale(0.02).shift(0.1 * RIGHT))
        self.play(manim.FadeIn(Circle(0.05)))
        self.camera.frame.restore()
        self.wait(0.5)
        self.camera.frame.add_updater(lambda frame: frame.move_to(dot).set(width=6))
        self.add(self.camera.frame)
        self.play(manim.MoveAlongPath(dot, path))
        self.camera.frame.clear_updaters()
        self.play(manim.Indicate(dot), manim.Create(Square()))
        self.play(manim.Restore(self.camera.frame))


class TestEquivalence:
    @pytest.mark.parametrize("number", CLIPS)
    def test_a_clip_looks_as_manim_draws_it(self, number):
        fast, stock = film(number, "auto"), film(number, "stock")
        shares, sizes = zip(*differences(fast, stock), strict=True)
        assert max(shares) <= MOST_PIXELS
        assert max(sizes) <= MOST_DIFFERENCE
        assert not fast.lies
        assert len(fast.pictures) > 100

    @pytest.mark.parametrize("scene_class", [Solids, Roving])
    def test_a_camera_that_moves_sees_what_manims_sees(self, scene_class):
        assert fast_camera(camera_for(scene_class))
        fast, stock = film_of(scene_class, "auto"), film_of(scene_class, "stock")
        shares, sizes = zip(*differences(fast, stock), strict=True)
        assert max(shares) <= MOST_PIXELS
        assert max(sizes) <= MOST_DIFFERENCE
        assert not fast.lies
        assert len(fast.pictures) >= 10

    def test_a_damaged_rectangle_that_is_too_small_would_be_seen(self, monkeypatch):
        def narrow(left: float, top: float, right: float, bottom: float) -> Rect:
            return around(left, top, left + (right - left) / 2, bottom)

        monkeypatch.setattr(shape, "around", narrow)
        monkeypatch.setattr("pipeline.fastdraw.paint.damage.TILE", 1)
        worst = max(
            share for share, _ in differences(film.__wrapped__("02", "auto"), film("02", "stock"))
        )
        assert worst > MOST_PIXELS
