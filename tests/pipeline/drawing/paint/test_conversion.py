"""A picture is converted to yuv420p as BT.709 says, whole or in parts."""

import itertools
from dataclasses import astuple

import numpy as np
import numpy.typing as npt
import pytest

from pipeline.fastdraw.paint import _convert
from pipeline.fastdraw.paint.damage import Rect
from tests.pipeline.drawing.films import HEIGHT, WIDTH


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
    _convert.convert(picture, picture.shape[:2], luma, blue, red, strides, astuple(rect))


def planes_of(picture: npt.NDArray[np.uint8]) -> list[npt.NDArray[np.uint8]]:
    """Return a picture's planes, converted in one go."""
    height, width = picture.shape[:2]
    sizes = (height, width), (height // 2, width // 2), (height // 2, width // 2)
    planes = [np.zeros(size, dtype=np.uint8) for size in sizes]
    convert(picture, planes, Rect(0, 0, width, height))
    return planes
