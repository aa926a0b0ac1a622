"""Fast drawing shows what manim's own drawing shows, frame by frame, before anything is encoded."""

import copy
import gc
import hashlib
import importlib
import inspect
import itertools
from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from typing import Any

import manim
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import LEFT, RIGHT, CairoRenderer, Camera, Circle, Square
from manim.mobject.geometry.arc import TipableVMobject
from manim.mobject.svg import svg_mobject
from manim.mobject.text import numbers as manim_numbers
from manim.mobject.three_d import three_d_utils as three_d
from manim.utils.color import get_shaded_rgb
from manim.utils.family import extract_mobject_family_members
from manim.utils.space_ops import get_unit_normal, normalize

from bench.film import MOST_DIFFERENCE, MOST_PIXELS, apart, play_before
from lessons.library import load_lesson
from pipeline.fastdraw.cameras.faces import Onlooker
from pipeline.fastdraw.cameras.flat import DamageCamera, drawable
from pipeline.fastdraw.cameras.moving import RovingCamera
from pipeline.fastdraw.cameras.space import SolidCamera
from pipeline.fastdraw.paint import _raster, shape
from pipeline.fastdraw.paint.damage import Rect, around, cover
from pipeline.fastdraw.patches.copies import fast_copies
from pipeline.fastdraw.patches.lines import _Pattern
from pipeline.fastdraw.patches.shortcuts import shortcuts
from pipeline.fastdraw.renderer import fast_camera
from pipeline.worker.setup import camera_for
from tests.pipeline.same import assert_same_mobject

WIDTH, HEIGHT, FPS = 256, 144, 3
SIZE = {"pixel_width": WIDTH, "pixel_height": HEIGHT, "frame_height": 8.0, "frame_width": 128 / 9}
LESSON = load_lesson("derivatives")
AT_THE_LIGHT = np.array([-7.0, -9.0, 10.0])
"""Where manim's light comes from, in space."""
CLIPS = ("03", "05b", "08")
"""Clips with secants, with lenses, and with the faces of a surface."""


class Film:
    """A sink that keeps what it is lent, and says whether the damage was told truly."""

    def __init__(self) -> None:
        self.pictures: list[npt.NDArray[np.uint8]] = []
        self.lies = 0
        self.frames = 0

    def write(self, pixels: Any, repeat: int = 1, damage: Any = None) -> None:
        if damage is not None and self.pictures:
            differs = (pixels != self.pictures[-1]).any(axis=2)
            for rect in damage:
                differs[rect.top : rect.bottom, rect.left : rect.right] = False
            self.lies += bool(differs.any())
        self.pictures.append(pixels.copy())
        self.frames += repeat

    def mark(self) -> None:
        """No keyframes."""

    def close(self) -> None:
        """Nothing to end."""


@cache
def film(number: str, drawing: str) -> Film:
    """Play a clip of the lesson before a film."""
    clip = LESSON[number]
    module = importlib.import_module(f"{LESSON.scenes}.{clip.module}")
    return film_of(getattr(module, clip.scene), drawing)


def film_of(scene_class: type[manim.Scene], drawing: str) -> Film:
    """Play a scene before a film."""
    kept = Film()
    settings = {
        "pixel_width": WIDTH,
        "pixel_height": HEIGHT,
        "frame_rate": FPS,
        "disable_caching": True,
        "verbosity": "ERROR",
        "progress_bar": "none",
    }
    with manim.tempconfig(settings):
        play_before(kept, scene_class, drawing)
    return kept


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


def differences(one: Film, other: Film) -> Iterator[tuple[float, int]]:
    """For each frame the share of pixels that differ, and by how much at most."""
    assert len(one.pictures) == len(other.pictures)
    for a, b in zip(one.pictures, other.pictures, strict=True):
        yield apart(a, b)


@pytest.fixture
def camera() -> DamageCamera:
    return DamageCamera(**SIZE)


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
            share for share, _ in differences(film.__wrapped__("03", "auto"), film("03", "stock"))
        )
        assert worst > MOST_PIXELS


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
        camera, dot = RovingCamera(**SIZE), manim.Dot()
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


class Narrow(Square):
    """A square that speaks of its first corners only."""

    def get_anchors(self) -> list[Any]:
        return super().get_anchors()[:2]


class TestFaces:
    """What is shaded in space."""

    @pytest.fixture
    def camera(self) -> SolidCamera:
        return in_space(SolidCamera)

    @pytest.fixture
    def sheet(self) -> manim.Surface:
        return manim.Surface(
            lambda u, v: [u, v, 0.4 * u * v], [-2, 2], [-2, 2], resolution=(5, 5), fill_opacity=0.7
        )

    @pytest.mark.parametrize(
        "change",
        [
            lambda sheet: sheet[3].shift(0 * LEFT),
            lambda sheet: sheet[3].shift(0.2 * manim.OUT),
            lambda sheet: sheet[3].set_fill("#ff0000", opacity=0.3),
            lambda sheet: sheet[3].set_fill(["#ff0000", "#00ff00", "#0000ff"]),
            lambda sheet: sheet.set_opacity(0.003),
            lambda sheet: sheet.set_opacity(0.005),
            lambda sheet: sheet[3].set_stroke("#ff0000", width=8),
            lambda sheet: sheet[3].set_stroke("#ff0000", width=12, background=True),
            lambda sheet: setattr(sheet[3], "joint_type", manim.LineJointType.ROUND),
            lambda sheet: sheet[3].set_points(sheet[3].points[:1]),
            lambda sheet: sheet[3].clear_points(),
            lambda sheet: sheet.remove(sheet[3]),
            lambda sheet: sheet.add_to_back(manim.Square(color="#00ff00").rotate(1, RIGHT)),
            lambda sheet: sheet.add(manim.Sphere(radius=0.4, resolution=(4, 3))),
            lambda sheet: sheet.shift(40 * LEFT),
            lambda sheet: sheet.scale(9),
            lambda sheet: sheet.shift([12, -10, 12]),
            lambda sheet: sheet.become(manim.Cube(0.7)),
        ],
    )
    def test_any_change_is_painted_as_manim_paints_it(self, camera, sheet, change):
        ball = manim.Dot3D([0, 0, 1])
        camera.paint(camera.background, [sheet, ball])
        change(sheet)
        camera.paint(camera.background, [sheet, ball])
        alike(camera, in_space(manim.ThreeDCamera), [sheet, ball])

    def test_a_face_that_is_nowhere_takes_nothing_from_the_others(self, camera, sheet):
        gone = sheet[3]
        for _ in range(2):
            gone.set_points(np.full_like(gone.points, np.nan))
            camera.paint(camera.background, [sheet])
            alike(camera, in_space(manim.ThreeDCamera), [one for one in sheet if one is not gone])

    @pytest.mark.parametrize("where", [np.inf, -np.inf])
    def test_a_face_that_reaches_to_infinity_is_not_painted(self, camera, sheet, where):
        gone = sheet[3].copy()
        gone.points[5, 0] = where
        camera.paint(camera.background, [*sheet, gone])
        alike(camera, in_space(manim.ThreeDCamera), list(sheet))

    def test_lines_are_as_wide_as_the_camera_says_now(self, camera, sheet):
        stock = in_space(manim.ThreeDCamera)
        camera.paint(camera.background, [sheet])
        for one in (camera, stock):
            one.cairo_line_width_multiple = 0.1
        camera.paint(camera.background, [sheet])
        alike(camera, stock, [sheet])

    def test_a_gradient_without_length_has_the_mean_of_its_colours(self, camera):
        line = manim.Line(LEFT, RIGHT, stroke_width=40).set_color(["#ff0000", "#0000ff"])
        line.set_shade_in_3d()
        camera.paint(camera.background, [line])
        alike(camera, in_space(manim.ThreeDCamera), [line])

    def test_faces_nearly_as_deep_as_others_lie_in_manims_order(self):
        sheet = manim.Surface(
            lambda u, v: [u, v, np.sin(u) * np.cos(v)], [-3, 3], [-3, 3], resolution=(24, 24)
        )
        for phi in (75, 60):
            camera, stock = (
                kind(**SIZE, phi=np.radians(phi), theta=-np.pi / 4)
                for kind in (SolidCamera, manim.ThreeDCamera)
            )
            camera.paint(camera.background, [sheet])
            stock.reset_rotation_matrix()
            order = [camera._faces.measures.mobjects[place] for place in camera._faces.order]
            assert order == list(stock.get_mobjects_to_display([sheet]))

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

    def test_faces_are_where_and_as_bright_as_manim_finds_them(self):
        mobjects = [make() for make in self.ODD_FACES]
        measures = Onlooker().measure(mobjects, AT_THE_LIGHT)
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

    def test_points_may_all_be_whole_numbers(self):
        whole = Square()
        whole.points = np.rint(whole.points).astype(np.int64)
        light = Onlooker().measure([Square().set_points(whole.points * 1.0)], AT_THE_LIGHT).glow
        assert np.array_equal(Onlooker().measure([whole], AT_THE_LIGHT).glow, light)

    def test_where_the_light_is_nowhere_it_adds_nothing(self):
        assert not Onlooker().measure([Square()], np.full(3, np.nan)).glow.any()

    def test_a_face_that_says_where_it_is_lies_there(self, camera):
        lifted, other = (
            manim.Square(fill_opacity=1, color=color).set_shade_in_3d() for color in ("RED", "BLUE")
        )
        lifted.get_center = lambda: 5 * manim.OUT
        camera.paint(camera.background, [lifted, other])
        alike(camera, in_space(manim.ThreeDCamera), [lifted, other])

    def test_a_face_that_manim_cannot_measure_is_not_measured_here_either(self):
        cut = Square()
        cut.points = cut.points[:6]
        for measure in (cut.get_center, lambda: Onlooker().measure([Square(), cut], AT_THE_LIGHT)):
            with pytest.raises(ValueError, match="shorter"):
                measure()

    def test_what_stands_still_is_not_painted_again(self, camera, sheet, monkeypatch):
        camera.paint(camera.background, [sheet])
        shown = camera._faces
        camera.take_damage()
        monkeypatch.setattr(_raster, "paint", None)
        camera.paint(camera.background, [sheet])
        assert camera._faces is shown
        assert camera.take_damage() == []

    def test_a_face_that_moves_damages_no_more_than_where_it_was_and_is(self, camera, sheet):
        camera.paint(camera.background, [sheet])
        camera.take_damage()
        before = camera.pixel_array.copy()
        sheet[3].shift(0.1 * manim.OUT)
        camera.paint(camera.background, [sheet])
        damage = camera.take_damage()
        assert 0 < sum(rect.area for rect in damage) < 0.2 * camera.whole.area
        differs = (camera.pixel_array != before).any(axis=2)
        assert differs.any()
        for rect in damage:
            differs[rect.rows, rect.columns] = False
        assert not differs.any()

    def test_faces_that_pass_each_other_are_painted_in_their_new_order(self, camera):
        one, two = (
            manim.Square(fill_opacity=0.8, color=color).set_shade_in_3d()
            for color in ("RED", "BLUE")
        )
        two.shift(manim.OUT)
        camera.paint(camera.background, [one, two])
        one.shift(0.5 * manim.OUT), two.shift(manim.IN)
        camera.paint(camera.background, [one, two])
        alike(camera, in_space(manim.ThreeDCamera), [one, two])

    def test_all_of_a_group_lie_as_deep_as_the_group(self, camera, sheet):
        flag = manim.VGroup(*(Square().shift(k * manim.OUT) for k in range(3))).set_shade_in_3d()
        flag.set_fill("#00ff00", 0.9)
        for part in flag:
            part.z_index_group = flag
        camera.paint(camera.background, [sheet, flag])
        alike(camera, in_space(manim.ThreeDCamera), [sheet, flag])

    def test_what_is_held_fast_stays_where_it_is(self, sheet):
        cameras = []
        for kind in (SolidCamera, manim.ThreeDCamera):
            camera = in_space(kind)
            camera.add_fixed_in_frame_mobjects(sheet[0])
            camera.add_fixed_orientation_mobjects(sheet[1])
            cameras.append(camera)
        cameras[0].paint(cameras[0].background, [sheet])
        alike(*cameras, [sheet])

    def test_without_shading_colours_are_their_own_and_the_nearest_lies_in_front(self, sheet):
        camera, stock = (
            in_space(kind, should_apply_shading=False) for kind in (SolidCamera, manim.ThreeDCamera)
        )
        camera.paint(camera.background, [sheet, Square()])
        alike(camera, stock, [sheet, Square()])

    @given(st.integers(0, 10_000))
    def test_gradients_are_put_on_as_cairo_puts_them(self, seed):
        random = np.random.default_rng(seed)
        faces = [
            manim.Square(
                random.uniform(0.02, 3), fill_opacity=random.choice([0, 0.5, 1]),
                stroke_width=random.choice([0, 0.5, 20]), stroke_color="#ff8800",
                shade_in_3d=True,
            ).rotate(random.uniform(0, 6), axis=random.normal(size=3)).shift(random.normal(0, 3, 3))
            for _ in range(8)
        ]  # fmt: skip
        camera = in_space(SolidCamera)
        camera.paint(camera.background, faces)
        alike(camera, in_space(manim.ThreeDCamera), faces)
        assert not camera._stencil.any()

    @pytest.mark.parametrize("wrong", range(14))
    def test_what_does_not_fit_together_is_refused_and_paints_nothing(self, camera, sheet, wrong):
        asked: list[Any] = []
        camera.look([one for one in sheet if len(one.points)])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_raster, "paint", lambda *args: asked.extend(args))
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
            _raster.paint(*asked)
        assert np.array_equal(camera.pixel_array, before)


def in_space(kind: Any, **settings: Any) -> Any:
    """Return a camera that looks from aside."""
    return kind(**SIZE, phi=1.0, theta=-0.7, **settings)


def alike(camera: SolidCamera, stock: manim.ThreeDCamera, mobjects: list[manim.Mobject]) -> None:
    stock.capture_mobjects(mobjects)
    share, most = apart(camera.pixel_array, stock.pixel_array)
    assert share <= MOST_PIXELS
    assert most <= MOST_DIFFERENCE
    assert (stock.pixel_array != stock.background).any() or (
        camera.pixel_array == camera.background
    ).all()


class TestCopies:
    @pytest.mark.parametrize(
        "make",
        [
            lambda: manim.MathTypst("x^2 + {{3/4 : part}}"),
            lambda: manim.VGroup(Square().set_color_by_gradient("#ff0000", "#00ff00"), Circle()),
            lambda: manim.Axes().add_updater(lambda axes: axes.shift(RIGHT)),
            lambda: Square().generate_target(),
            lambda: manim.ValueTracker(3.5),
        ],
    )
    def test_a_fast_copy_holds_what_a_copy_holds_and_nothing_of_it_is_the_originals(self, make):
        mobject = make()
        mobject.points = mobject.points.copy()
        slow = copy.deepcopy(mobject)
        with fast_copies():
            fast = copy.deepcopy(mobject)
        pairs = list(zip(slow.get_family(), fast.get_family(), strict=True))
        assert len(pairs) == len(mobject.get_family())
        for one, other in pairs:
            assert type(one) is type(other)
            assert vars(one).keys() == vars(other).keys()
            assert np.array_equal(one.points, other.points)
            assert len(one.submobjects) == len(other.submobjects)
            assert one.updaters == other.updaters
        owned = {id(part.points) for part in mobject.get_family()}
        assert not owned & {id(part.points) for part in fast.get_family()}
        fast.shift(3 * RIGHT)
        assert np.array_equal(mobject.points, slow.points)

    def test_what_a_mobject_refers_to_in_its_own_family_is_the_copys_family(self):
        formula = manim.VGroup(Square(), Circle())
        formula.first, formula.pair = formula[0], [formula[0], formula[1]]
        with fast_copies():
            twin = copy.deepcopy(formula)
        assert twin.first is twin[0]
        assert twin.pair == [twin[0], twin[1]]

    def test_tables_are_copied_with_all_that_is_in_them(self):
        square = manim.VGroup(Square())
        array, part = np.arange(3.0), square[0]
        square.table = {"part": part, part: "its name", "array": array, "more": {"array": array}}
        square.table["itself"] = square.also = square.table
        with fast_copies():
            twin = copy.deepcopy(square)
        table = twin.table
        assert table is twin.also
        assert table["itself"] is table is not square.table
        assert table["part"] is twin[0] is not part
        assert table[twin[0]] == "its name"
        assert part not in table
        assert table["array"] is table["more"]["array"] is not array
        assert np.array_equal(table["array"], array)

    def test_a_part_that_copies_itself_does(self):
        group = manim.VGroup(Square())
        group[0].__deepcopy__ = lambda _memo: Circle()
        with fast_copies():
            assert type(copy.deepcopy(group)[0]) is Circle

    def test_afterwards_manim_copies_as_ever(self):
        own = manim.Mobject.__deepcopy__
        with fast_copies():
            assert manim.Mobject.__deepcopy__ is not own
        assert manim.Mobject.__deepcopy__ is own


class TestShortcuts:
    """Each gives what manim gives, to the last bit, and leaves to manim what it does not know."""

    LINES = (
        manim.NumberLine([-3, 5, 1], length=7).rotate(0.4).shift(RIGHT / 3),
        manim.NumberLine([0, 2, 0.5], include_tip=True),
        manim.NumberLine([1, 4, 1], scaling=manim.LogBase()),
        manim.NumberLine([1, 4, 1], scaling=manim.LinearBase(2.5)),
        manim.Axes([-1, 4], [-2, 2], tips=False).y_axis,
    )

    def test_a_range_without_length_is_left_to_manim(self):
        axes = manim.Axes([0, 4], [0, 4], tips=False)
        for line in axes:
            line.x_range = np.array([2.0, 2.0, 1.0])
        with np.errstate(all="ignore"), shortcuts():
            assert not np.isfinite(axes.c2p(1, 2)).all()
            assert not np.isfinite(axes.x_axis.n2p(1)).all()

    @given(
        st.sampled_from(LINES),
        st.one_of(st.integers(-9, 9), st.floats(-1e6, 1e6), st.lists(st.floats(-5, 5), min_size=1)),
    )
    def test_a_number_is_where_manim_puts_it(self, line, number):
        if isinstance(line.scaling, manim.LogBase):
            number = (np.abs(number) + 1).tolist()
        for value in (number, np.asarray(number), *np.atleast_1d(number)):
            expected = line.number_to_point(value)
            with shortcuts():
                found = line.number_to_point(value)
            assert np.array_equal(found, expected)
            assert found.dtype == expected.dtype

    AXES = (
        manim.Axes([-1, 4, 1], [-2, 3, 1], tips=False).rotate(0.3).shift(RIGHT / 3),
        manim.Axes([2, 4], [-3, -1], tips=False),
        manim.Axes(),
        manim.Axes([1, 4], [1, 9], y_axis_config={"scaling": manim.LogBase()}, tips=False),
        manim.ThreeDAxes(tips=False).scale(0.7),
        manim.NumberPlane(),
    )

    @given(
        st.sampled_from(AXES),
        st.lists(st.one_of(st.integers(1, 9), st.floats(0.1, 1e6)), min_size=1, max_size=4),
    )
    def test_coordinates_are_where_manim_puts_them(self, axes, numbers):
        for coords in (numbers, [numbers], [np.array(numbers)], np.array([numbers, numbers]).T):
            expected = axes.coords_to_point(*coords)
            with shortcuts():
                found = axes.coords_to_point(*coords)
            assert np.array_equal(found, expected)
            assert found.dtype == expected.dtype

    @pytest.mark.parametrize(
        "make",
        [
            lambda: manim.Line(LEFT, RIGHT, color=manim.RED, stroke_width=1.5),
            lambda: manim.Dot(color="#12345678").set_opacity(0.4),
            lambda: Square(fill_color=manim.BLUE, fill_opacity=1).set_color(manim.YELLOW),
            lambda: Square().set_fill(None).set_stroke(manim.RED, background=True, opacity=1),
            lambda: Square().set_color([manim.RED, manim.BLUE]).set_fill(manim.GREEN, 1),
            lambda: Square().set_sheen(0.4, manim.UP).set_color(manim.RED),
            lambda: Square(sheen_factor=-0.3, color=manim.RED, fill_opacity=0.5),
            lambda: manim.VGroup(Square(), Circle()).set_color(manim.HSV([0.2, 0.5, 0.7])),
            lambda: Square().become(Circle(color=manim.RED, fill_opacity=0.3)),
            lambda: Square().match_style(Circle(color=manim.RED, fill_opacity=0.3)),
            lambda: manim.VMobject().match_style(manim.VGroup().set_opacity(0)),
            lambda: Square().set_fill([manim.RED], [0.5]).set_stroke([None]),
            lambda: Square().set_color([manim.RED, manim.BLUE]).init_colors(),
            lambda: manim.VGroup(Square(), Circle()).set_stroke(manim.RED, 2, 0.5).init_colors(),
            lambda: manim.DashedLine(LEFT, RIGHT, color=manim.RED),
        ],
    )
    def test_a_mobject_has_the_colours_that_manim_gives_it(self, make):
        def looks() -> list[tuple[Any, ...]]:
            return [
                (one.fill_rgbas, one.stroke_rgbas, one.get_stroke_rgbas(background=True))
                for one in make().get_family()
            ]

        expected = looks()
        with shortcuts():
            found = looks()
        for one, other in zip(found, expected, strict=True):
            assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
            assert all(a.dtype == b.dtype for a, b in zip(one, other, strict=True))

    def test_a_class_with_colours_of_its_own_keeps_its_ways(self):
        class Muted(Square):
            def get_stroke_colors(self, background=False):
                return [color.darker(0.5) for color in super().get_stroke_colors(background)]

        expected = Muted(color=manim.RED).stroke_rgbas
        with shortcuts():
            assert np.array_equal(Muted(color=manim.RED).stroke_rgbas, expected)
        assert not np.array_equal(Square(color=manim.RED).stroke_rgbas, expected)

    def test_a_way_of_colouring_that_somebody_has_changed_is_gone(self, monkeypatch):
        own = manim.VMobject.set_stroke

        def at_least_six(
            mobject: Any, color: Any = None, width: Any = None, *more: Any, **named: Any
        ):
            return own(mobject, color, None if width is None else max(6, width), *more, **named)

        with shortcuts():
            assert Square().stroke_width == 4
            monkeypatch.setattr(manim.VMobject, "set_stroke", at_least_six)
            assert Square().stroke_width == 6

    def test_two_mobjects_of_one_colour_do_not_share_it(self):
        with shortcuts():
            one, other = Square(color=manim.RED), Square(color=manim.RED)
            one.set_color(manim.BLUE)
        assert other.get_color() == manim.RED == manim.ManimColor("#FC6255")

    def test_a_point_that_is_handed_out_is_nobody_elses(self):
        line = manim.NumberLine([0, 1])
        before = line.points.copy()
        with shortcuts():
            for end in (0, 1):
                line.number_to_point(end)[:] = 7
        assert np.array_equal(line.points, before)

    @pytest.mark.parametrize(
        "mobject",
        [
            Square(),
            manim.VGroup(),
            manim.Mobject(),
            manim.VGroup(Square(), manim.VGroup(Circle().shift(RIGHT), manim.VMobject())),
            manim.VMobject().start_new_path(RIGHT),
            manim.Group(Square(), manim.PointCloudDot()),
            manim.Axes(),
            manim.Surface(lambda u, v: [u, v, u * v], resolution=3),
            manim.ValueTracker(2),
        ],
        ids=lambda mobject: type(mobject).__name__,
    )
    def test_a_mobject_ends_where_manim_says(self, mobject):
        ways = [manim.UL, manim.ORIGIN, manim.DOWN, manim.OUT, [1, 0, -1], np.array([-0.5, 0, 2])]
        expected = [mobject.get_critical_point(way) for way in ways]
        boundary = mobject.get_points_defining_boundary()
        sizes = [mobject.length_over_dim(dim) for dim in range(3)]
        with shortcuts():
            found = [mobject.get_critical_point(way) for way in ways]
            quick = mobject.get_points_defining_boundary()
            quick_sizes = [mobject.length_over_dim(dim) for dim in range(3)]
        assert np.array_equal(found, expected)
        assert np.array_equal(quick, boundary)
        assert quick_sizes == sizes

    NUMBERS = st.one_of(st.floats(-3, 3), st.sampled_from([np.nan, np.inf, -np.inf, 0.0, 1e6]))

    @given(
        st.lists(NUMBERS, min_size=3, max_size=3),
        st.lists(st.sampled_from([0.0, 1e-7, -1e-6, 1e-5, 2e-5, 1.0]), min_size=3, max_size=3),
    )
    def test_two_points_are_one_where_manim_says_so(self, place, offset):
        mobject, one = manim.VMobject(), np.array(place)
        for other in (one + offset, one * (1 + np.array(offset)), (one + offset).tolist()):
            with np.errstate(invalid="ignore"):
                expected = mobject.consider_points_equals(one, other)
            with shortcuts(), np.errstate(invalid="ignore"):
                assert mobject.consider_points_equals(one, other) is expected

    STYLES = (
        {},
        {"color": manim.RED, "stroke_width": 1.5},
        {"color": "#12345678", "stroke_opacity": 0.3, "z_index": 2},
        {"stroke_width": 2, "name": "a line", "cap_style": manim.CapStyleType.ROUND},
        {"color": manim.ManimColor([0.1, 0.2, 0.3]), "fill_opacity": 1},
        {"color": [manim.RED, manim.BLUE]},
        {"buff": 0.25},
        {"path_arc": 1.0, "color": manim.RED},
        {"sheen_factor": 0.2, "sheen_direction": manim.UP},
        {"background_stroke_width": 3, "background_stroke_color": manim.GREEN},
    )
    ENDS = (
        (LEFT, RIGHT + manim.UP),
        (np.array([1 / 3, 2.0, -0.7]), np.array([0.1, 0.2, 0.3])),
        (LEFT, LEFT),
        ([0, 1, 0], (2, 0, 0)),
        (np.array([0, 1, 2]), RIGHT),
        (Square().shift(manim.UP * 3), RIGHT),
    )

    @pytest.mark.parametrize("style", STYLES, ids=lambda style: "-".join(style) or "plain")
    @pytest.mark.parametrize("ends", ENDS)
    @pytest.mark.parametrize("kind", [manim.Line, manim.DashedLine, manim.Arrow])
    def test_a_line_is_as_manim_makes_it(self, kind, ends, style):
        expected = kind(*ends, **style)
        with shortcuts():
            kind(*ends, **style)
            found = kind(*ends, **style)
        assert_same_mobject(found, expected)

    def test_lines_of_one_style_share_nothing_that_can_be_changed(self):
        with shortcuts():
            one, other = (manim.Line(LEFT, RIGHT, color=manim.RED) for _ in range(2))
            one.shift(manim.UP).set_color(manim.BLUE).add(Square())
            one.add_updater(lambda line: line)
            one.start[:] = one.sheen_direction[:] = 7
        assert_same_mobject(other, manim.Line(LEFT, RIGHT, color=manim.RED))

    @pytest.mark.parametrize("kind", [manim.Line, manim.VMobject])
    def test_a_default_that_is_set_is_the_next_lines(self, kind):
        try:
            with shortcuts():
                before = manim.Line(LEFT, RIGHT)
                kind.set_default(stroke_width=9)
                after = manim.Line(LEFT, RIGHT)
            assert (before.stroke_width, after.stroke_width) == (4, 9)
            with shortcuts():
                assert [manim.Line(LEFT, RIGHT).stroke_width for _ in range(2)] == [9, 9]
        finally:
            kind.set_default()
        assert manim.Line(LEFT, RIGHT).stroke_width == 4

    def test_lines_in_ever_new_colours_fill_no_memory(self):
        with shortcuts():
            gc.collect()
            before = sum(type(one) is _Pattern for one in gc.get_objects())
            for number in range(200):
                manim.Line(LEFT, RIGHT, color=manim.ManimColor([number / 200, 0.0, 0.0]))
            assert sum(type(one) is _Pattern for one in gc.get_objects()) - before <= 64

    TEXTS = (
        lambda: manim.MathTypst("{{ a }}^2 + {{ b }}^2 = sqrt(c)"),
        lambda: manim.Typst("#box[a *bold* word] <word> of $x/2$"),
        lambda: manim.MathTypst("x").set_color(manim.RED).copy(),
    )

    @pytest.mark.parametrize("make", TEXTS)
    def test_text_looks_as_manim_sets_it_and_is_found_by_its_names(self, make):
        def shown() -> list[Any]:
            text = make()
            parts = [text, *(text.select(name) for name in text._label_aliases)]
            return [
                (one.points, one.fill_rgbas, one.stroke_rgbas, one.stroke_width)
                for part in parts
                for one in part.family_members_with_points()
            ]

        svg_mobject.SVG_HASH_TO_MOB_MAP.clear()
        expected = [shown(), shown()]  # manim makes a formula another way the second time
        svg_mobject.SVG_HASH_TO_MOB_MAP.clear()
        with shortcuts():
            found = [shown(), shown()]
        for time, other in zip(found, expected, strict=True):
            for one, another in zip(time, other, strict=True):
                assert all(np.array_equal(a, b) for a, b in zip(one, another, strict=True))

    def test_of_text_only_what_it_shows_and_its_names_stay_in_memory(self):
        svg_mobject.SVG_HASH_TO_MOB_MAP.clear()
        with shortcuts():
            text = manim.MathTypst("{{ a }}^2 + {{ b }}^2 = sqrt(c)")
        (kept,) = svg_mobject.SVG_HASH_TO_MOB_MAP.values()
        for one in (text, kept):
            assert not any("path_obj" in vars(letter) for letter in one.submobjects)
            assert not any("numbered" in name for name in one.id_to_vgroup_dict)
            assert "root" in one.id_to_vgroup_dict

    def test_a_drawing_of_somebodys_own_keeps_all_its_parts(self, tmp_path):
        path = tmp_path / "drawing.svg"
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg"><g><path d="M0 0L1 1L2 0z"/></g></svg>'
        )
        with shortcuts():
            drawing = manim.SVGMobject(path)
        assert "numbered_group_0" in drawing.id_to_vgroup_dict
        assert "path_obj" in vars(drawing.submobjects[0])

    def test_afterwards_manim_takes_its_own_way(self):
        own = manim.NumberLine.number_to_point, manim.Mobject.get_critical_point
        digits = manim_numbers.string_to_mob_map
        with shortcuts():
            assert manim.NumberLine.number_to_point is not own[0]
            assert manim_numbers.string_to_mob_map is not digits
        assert (manim.NumberLine.number_to_point, manim.Mobject.get_critical_point) == own
        assert manim_numbers.string_to_mob_map is digits


class TestDamage:
    rects = st.builds(
        lambda x, y, w, h: Rect(x, y, x + w, y + h),
        st.integers(-80, 300),
        st.integers(-80, 200),
        st.integers(1, 90),
        st.integers(1, 90),
    )

    @given(st.lists(rects, max_size=6))
    def test_few_rectangles_that_do_not_meet_hold_all_that_is_damaged(self, rects):
        covered = np.zeros((HEIGHT, WIDTH), dtype=int)
        for rect in cover(rects, WIDTH, HEIGHT):
            assert 0 <= rect.left < rect.right <= WIDTH
            assert 0 <= rect.top < rect.bottom <= HEIGHT
            assert {edge % 2 for edge in astuple(rect)} == {0}
            covered[rect.rows, rect.columns] += 1
        assert covered.max(initial=0) <= 1
        for rect in rects:
            inside = rect.grown(0, WIDTH, HEIGHT)
            if inside.left < inside.right and inside.top < inside.bottom:
                assert covered[inside.rows, inside.columns].all()


class TestConversion:
    @pytest.fixture
    def picture(self) -> npt.NDArray[np.uint8]:
        random = np.random.default_rng(7)
        return random.integers(0, 256, (HEIGHT - 2, WIDTH + 2, 4), dtype=np.uint8)

    def test_colours_are_those_of_bt_709_in_limited_range(self, picture):
        luma, blue, red = planes_of(picture)
        rgb = picture[..., :3] / 255
        bright = rgb @ [0.2126, 0.7152, 0.0722]
        chroma = [(rgb[..., 2] - bright) / 1.8556, (rgb[..., 0] - bright) / 1.5748]
        assert np.abs(luma - (16 + 219 * bright)).max() < 0.52
        for plane, whole in zip((blue, red), chroma, strict=True):
            mean = whole.reshape(plane.shape[0], 2, plane.shape[1], 2).mean(axis=(1, 3))
            assert np.abs(plane - (128 + 224 * mean)).max() < 0.52

    @pytest.mark.parametrize(
        "rgb", [(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255)]
    )
    def test_no_colour_leaves_the_range(self, rgb):
        luma, blue, red = planes_of(np.full((2, 2, 4), (*rgb, 255), dtype=np.uint8))
        assert 16 <= luma.min() <= luma.max() <= 235
        assert 16 <= min(blue.min(), red.min()) <= max(blue.max(), red.max()) <= 240

    def test_any_part_of_a_picture_is_converted_as_if_it_were_the_whole(self, picture):
        height, width = picture.shape[:2]
        planes = planes_of(picture)
        for left, top in itertools.product(range(0, width, 62), range(0, height, 34)):
            for wide, high in ((2, 2), (66, 130), (158, 40)):
                rect = Rect(left, top, min(width, left + wide), min(height, top + high))
                picture[rect.rows, rect.columns] ^= 0xFF
                convert(picture, planes, rect)
        for patched, whole in zip(planes, planes_of(picture), strict=True):
            assert np.array_equal(patched, whole)

    @pytest.mark.parametrize(
        "rect",
        [Rect(0, 0, WIDTH + 4, 2), Rect(-2, 0, 2, 2), Rect(0, 1, 2, 2), Rect(0, 0, 2, HEIGHT)],
    )
    def test_a_rectangle_that_is_odd_or_beyond_the_picture_is_refused(self, picture, rect):
        with pytest.raises(ValueError, match="does not fit together"):
            convert(picture, planes_of(picture), rect)


def convert(
    picture: npt.NDArray[np.uint8], planes: list[npt.NDArray[np.uint8]], rect: Rect
) -> None:
    luma, blue, red = planes
    strides = luma.shape[1], blue.shape[1]
    _raster.convert(picture, picture.shape[:2], luma, blue, red, strides, astuple(rect))


def planes_of(picture: npt.NDArray[np.uint8]) -> list[npt.NDArray[np.uint8]]:
    """Return a picture's planes, converted in one go."""
    height, width = picture.shape[:2]
    sizes = (height, width), (height // 2, width // 2), (height // 2, width // 2)
    planes = [np.zeros(size, dtype=np.uint8) for size in sizes]
    convert(picture, planes, Rect(0, 0, width, height))
    return planes


class TestWhatManimMustKeep:
    """The fast drawing does again what these do; another manim is another decision."""

    @pytest.mark.parametrize(
        ("thing", "digest"),
        [
            (CairoRenderer.update_frame, "8f79c10a482647be"),
            (CairoRenderer.render, "924e3bd668b26dc0"),
            (CairoRenderer.add_frame, "eadf486029f08f4e"),
            (CairoRenderer.freeze_current_frame, "a95825fff9f7570d"),
            (CairoRenderer.save_static_frame_data, "bd2d2188c2085080"),
            (Camera.capture_mobjects, "958b8f23af48f900"),
            (Camera.display_vectorized, "4d9d158f2a424050"),
            (Camera.set_cairo_context_path, "0e53e5837e78857d"),
            (Camera.set_cairo_context_color, "2c53d3a7c71e4250"),
            (Camera.apply_fill, "021a92466cd3f493"),
            (Camera.apply_stroke, "81447e68863efb9d"),
            (manim.NumberLine.number_to_point, "32c1849884ab8568"),
            (manim.Axes.coords_to_point, "9ea620816d0ab8e5"),
            (manim.VMobject.generate_rgbas_array, "1d83acf3c389677a"),
            (manim.VMobject.update_rgbas_array, "7ae1e3f905495903"),
            (manim.VMobject.init_colors, "cb4cb7663460aa6c"),
            (manim.VMobject.set_fill, "e325766f129f638c"),
            (manim.VMobject.set_stroke, "1ee05806ebe6f855"),
            (manim.VMobject.set_sheen, "b60c861632d9d058"),
            (manim.VMobject.get_fill_colors, "ad408ddd82e67a50"),
            (manim.VMobject.get_stroke_colors, "185ea57509df675f"),
            (manim.VMobject.consider_points_equals, "8bc045c557a76e2a"),
            (manim.VMobject.set_points_as_corners, "da22591520b847b1"),
            (manim.VMobject.set_anchors_and_handles, "9f613d1c80c2b15d"),
            (manim.VMobject.__init__, "e1a5f75b530d8531"),
            (manim.Mobject.__init__, "5b4a98c63c3e5900"),
            (manim.Mobject.reduce_across_dimension, "ab90aae167a0147e"),
            (TipableVMobject.__init__, "784ed4a90f59b345"),
            (manim.Line.__init__, "f878f82eced744c5"),
            (manim.Line.generate_points, "65df234fa659edb6"),
            (manim.Line.set_points_by_ends, "4a43687ad686d2c3"),
            (manim.Line._set_start_and_end_attrs, "5c70669b60869809"),
            (manim.DecimalNumber._string_to_mob, "de9f19042ed13ef8"),
            (manim.DecimalNumber.set_value, "72f121a7571b11c4"),
            (manim.DecimalNumber._set_submobjects_from_number, "70e08296f775e5f7"),
            (manim.DecimalNumber.font_size.fget, "b69dfd25eb0f720c"),
            (manim.DecimalNumber.font_size.fset, "d7a9b5be374c4162"),
            (manim.VMobject.match_style, "0942f747a12ae3ef"),
            (manim.VMobject.get_style, "077727354e4d7adf"),
            (manim.VMobject.set_style, "8c5fd954a6683ff7"),
            (manim.VMobject.set_background_stroke, "1545eeb5ba389f94"),
            (manim.VMobject.set_sheen_direction, "6261bef4d7618066"),
            (manim.Mobject.apply_points_function_about_point, "f2b6e32d3786c133"),
            (manim.Mobject.align_to, "7090547656fb15cb"),
            (manim.Mobject.arrange, "4f290a9a97f95c36"),
            (manim.Mobject.center, "dae2dd69e60141dc"),
            (manim.Mobject.move_to, "7d4cb5c577c9365f"),
            (manim.Mobject.next_to, "7549416a44449a31"),
            (manim.Mobject.scale, "1d0aea25b5972bd6"),
            (manim.Mobject.set_coord, "265457d2928304b8"),
            (manim.Mobject.shift, "97ca5b9d0d14d3af"),
            (manim.Mobject.get_center, "c68f83d88e581586"),
            (get_shaded_rgb, "2831cbb497535156"),
            (normalize, "7ad6b2829aa4df2c"),
            (get_unit_normal, "e635c8df865c3745"),
            (three_d.get_3d_vmob_end_corner_index, "656e62dc524ea445"),
            (three_d.get_3d_vmob_unit_normal, "f529ab9d7d620442"),
            (TipableVMobject.get_start, "ca3828fa9caf310c"),
            (manim.VMobject.get_anchors, "570aac67257a511c"),
            (manim.VMobject.get_points_defining_boundary, "13057979b204e9b6"),
            (manim.Mobject.get_critical_point, "8f92263906777cc3"),
            (manim.Mobject.get_extremum_along_dim, "a23835c56ae1fd86"),
            (manim.Mobject.__deepcopy__, "8a1349b6fc8ab459"),
            (manim.SVGMobject.init_svg_mobject, "00dc4ecfaff4d4df"),
            (manim.SVGMobject.generate_mobject, "9b758944c36bc462"),
            (manim.SVGMobject.get_mobjects_from, "df7165de96d16c27"),
            (manim.Typst._rebuild_label_aliases, "34b03d3ee73aa130"),
            (extract_mobject_family_members, "90b769a1324ec5df"),
        ],
    )
    def test_it_is_as_it_was(self, thing, digest):
        found = hashlib.sha256(inspect.getsource(thing).encode()).hexdigest()[:16]
        assert found == digest
