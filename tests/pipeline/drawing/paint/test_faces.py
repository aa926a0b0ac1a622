"""Faces in space are painted as manim paints them, and only where they have changed."""

import manim
import numpy as np
import pytest
from manim import LEFT, RIGHT, Square

from pipeline.fastdraw.cameras.space import SpaceCamera
from pipeline.fastdraw.paint import _faces
from tests.pipeline.drawing.films import SIZE
from tests.pipeline.drawing.spaces import alike, curved_sheet, in_space


@pytest.fixture
def camera() -> SpaceCamera:
    return in_space(SpaceCamera)


@pytest.fixture
def sheet() -> manim.Surface:
    return curved_sheet()


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
def test_any_change_is_painted_as_manim_paints_it(camera, sheet, change):
    ball = manim.Dot3D([0, 0, 1])
    camera.paint(camera.background, [sheet, ball])
    change(sheet)
    camera.paint(camera.background, [sheet, ball])
    alike(camera, in_space(manim.ThreeDCamera), [sheet, ball])


def test_a_face_that_is_nowhere_takes_nothing_from_the_others(camera, sheet):
    gone = sheet[3]
    for _ in range(2):
        gone.set_points(np.full_like(gone.points, np.nan))
        camera.paint(camera.background, [sheet])
        alike(camera, in_space(manim.ThreeDCamera), [one for one in sheet if one is not gone])


@pytest.mark.parametrize("where", [np.inf, -np.inf])
def test_a_face_that_reaches_to_infinity_is_not_painted(camera, sheet, where):
    gone = sheet[3].copy()
    gone.points[5, 0] = where
    camera.paint(camera.background, [*sheet, gone])
    alike(camera, in_space(manim.ThreeDCamera), list(sheet))


def test_lines_are_as_wide_as_the_camera_says_now(camera, sheet):
    stock = in_space(manim.ThreeDCamera)
    camera.paint(camera.background, [sheet])
    for one in (camera, stock):
        one.cairo_line_width_multiple = 0.1
    camera.paint(camera.background, [sheet])
    alike(camera, stock, [sheet])


def test_faces_nearly_as_deep_as_others_lie_in_manims_order():
    sheet = manim.Surface(
        lambda u, v: [u, v, np.sin(u) * np.cos(v)], [-3, 3], [-3, 3], resolution=(24, 24)
    )
    for phi in (75, 60):
        camera, stock = (
            kind(**SIZE, phi=np.radians(phi), theta=-np.pi / 4)
            for kind in (SpaceCamera, manim.ThreeDCamera)
        )
        camera.paint(camera.background, [sheet])
        stock.reset_rotation_matrix()
        order = [camera._faces.measures.mobjects[place] for place in camera._faces.order]
        assert order == list(stock.get_mobjects_to_display([sheet]))


def test_a_face_that_says_where_it_is_lies_there(camera):
    lifted, other = (
        manim.Square(fill_opacity=1, color=color).set_shade_in_3d() for color in ("RED", "BLUE")
    )
    lifted.get_center = lambda: 5 * manim.OUT
    camera.paint(camera.background, [lifted, other])
    alike(camera, in_space(manim.ThreeDCamera), [lifted, other])


def test_what_stands_still_is_not_painted_again(camera, sheet, monkeypatch):
    camera.paint(camera.background, [sheet])
    shown = camera._faces
    camera.take_damage()
    monkeypatch.setattr(_faces, "paint", None)
    camera.paint(camera.background, [sheet])
    assert camera._faces is shown
    assert camera.take_damage() == []


def test_a_face_that_moves_damages_no_more_than_where_it_was_and_is(camera, sheet):
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


def test_faces_that_pass_each_other_are_painted_in_their_new_order(camera):
    one, two = (
        manim.Square(fill_opacity=0.8, color=color).set_shade_in_3d() for color in ("RED", "BLUE")
    )
    two.shift(manim.OUT)
    camera.paint(camera.background, [one, two])
    one.shift(0.5 * manim.OUT), two.shift(manim.IN)
    camera.paint(camera.background, [one, two])
    alike(camera, in_space(manim.ThreeDCamera), [one, two])


def test_all_of_a_group_lie_as_deep_as_the_group(camera, sheet):
    flag = manim.VGroup(*(Square().shift(k * manim.OUT) for k in range(3))).set_shade_in_3d()
    flag.set_fill("#00ff00", 0.9)
    for part in flag:
        part.z_index_group = flag
    camera.paint(camera.background, [sheet, flag])
    alike(camera, in_space(manim.ThreeDCamera), [sheet, flag])


def test_what_is_held_fast_stays_where_it_is(sheet):
    cameras = []
    for kind in (SpaceCamera, manim.ThreeDCamera):
        camera = in_space(kind)
        camera.add_fixed_in_frame_mobjects(sheet[0])
        camera.add_fixed_orientation_mobjects(sheet[1])
        cameras.append(camera)
    cameras[0].paint(cameras[0].background, [sheet])
    alike(*cameras, [sheet])


def test_without_shading_colours_are_their_own_and_the_nearest_lies_in_front(sheet):
    camera, stock = (
        in_space(kind, should_apply_shading=False) for kind in (SpaceCamera, manim.ThreeDCamera)
    )
    camera.paint(camera.background, [sheet, Square()])
    alike(camera, stock, [sheet, Square()])
