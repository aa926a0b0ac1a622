"""The shapes of a picture: which profile a shape makes, and how large its frame is."""

import pytest

from pipeline.engine.plan.profiles import PROFILES, SHAPES, profile_named, shaped
from pipeline.types import UsageError
from pipeline.worker.setup import frame_size

MANIMS = 128 / 9, 8.0


@pytest.mark.parametrize("name", PROFILES)
def test_a_tall_picture_is_the_wide_one_turned_and_a_square_has_its_shorter_side(name):
    wide = PROFILES[name]
    assert shaped(wide, "wide") is wide
    tall, square = shaped(wide, "tall"), shaped(wide, "square")
    assert (tall.width, tall.height) == (wide.height, wide.width)
    assert square.width == square.height == wide.height
    assert {one.fps for one in (wide, tall, square)} == {wide.fps}
    assert (tall.name, square.name) == (f"{name}-tall", f"{name}-square")


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("shape", SHAPES[1:])
def test_a_shaped_profile_is_found_by_its_name(name, shape):
    assert profile_named(f"{name}-{shape}") == shaped(PROFILES[name], shape)


def test_a_shape_of_a_size_is_another_size():
    assert shaped(profile_named("640x360@10"), "tall") == profile_named("360x640@10")
    assert shaped(profile_named("640x360@10"), "square") == profile_named("360x360@10")


def test_a_profile_that_has_the_shape_already_keeps_its_name():
    tall = profile_named("draft-tall")
    assert shaped(tall, "tall") is tall


def test_an_unknown_shape_is_refused():
    with pytest.raises(UsageError, match="no profile 'draft-round'"):
        profile_named("draft-round")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_frame_has_the_shape_of_its_picture_and_the_area_of_manims(shape):
    profile = profile_named("final") if shape == "wide" else profile_named(f"final-{shape}")
    width, height = frame_size(profile)
    assert width / height == pytest.approx(profile.width / profile.height)
    assert width * height == pytest.approx(MANIMS[0] * MANIMS[1])


def test_a_wide_frame_is_as_high_as_manims():
    assert frame_size(profile_named("final")) == pytest.approx(MANIMS)
    assert frame_size(profile_named("640x480@10")) == pytest.approx((8 * 4 / 3, 8.0))
