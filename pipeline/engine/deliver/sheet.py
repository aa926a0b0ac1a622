"""The contact sheet: for each beat a middle and the last frame, a few beats to a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

BEATS_PER_PAGE = 6

_BEATS_PER_ROW = 2
_TILE = 480
"""The longer side of a picture, in pixels: what can be read here can be read on a telephone."""
_MARGIN, _GAP, _PAIR_GAP = 32, 8, 40
_HEADER, _NAME, _NOTE = 52, 36, 34
_HEADER_SIZE, _NAME_SIZE, _NOTE_SIZE = 26, 24, 19
# Lighter than a clip's own ground, so that the edge of each frame shows.
_GROUND, _INK, _MUTED = "#2B323B", "#F2F4F7", "#B4BDC9"


@dataclass(frozen=True, slots=True)
class Picture:
    """A frame of a beat and the line below it."""

    image: Image.Image
    note: str


@dataclass(frozen=True, slots=True)
class BeatRow:
    """A beat's line and its pictures: one from its middle, and its last."""

    name: str
    pictures: tuple[Picture, Picture]


def draw_page(header: str, beats: Sequence[BeatRow]) -> Image.Image:
    """Draw one page: two beats side by side, three below one another."""
    shape = beats[0].pictures[0].image.size
    width, height = _fit(shape)
    pair = 2 * width + _GAP
    row = _NAME + height + _NOTE
    rows = -(-len(beats) // _BEATS_PER_ROW)
    columns = min(_BEATS_PER_ROW, len(beats))
    page = Image.new(
        "RGB",
        (
            2 * _MARGIN + columns * pair + (columns - 1) * _PAIR_GAP,
            _HEADER + rows * row + _MARGIN,
        ),
        _GROUND,
    )
    pen = ImageDraw.Draw(page)
    pen.text((_MARGIN, _HEADER // 2), header, _MUTED, _font(_HEADER_SIZE), anchor="lm")
    for place, beat in enumerate(beats):
        left = _MARGIN + place % _BEATS_PER_ROW * (pair + _PAIR_GAP)
        top = _HEADER + place // _BEATS_PER_ROW * row
        pen.text((left, top + _NAME // 2), beat.name, _INK, _font(_NAME_SIZE), anchor="lm")
        for picture in beat.pictures:
            tile = picture.image.resize((width, height), Image.Resampling.LANCZOS)
            page.paste(tile, (left, top + _NAME))
            below = (left, top + _NAME + height + _NOTE // 2)
            pen.text(below, picture.note, _MUTED, _font(_NOTE_SIZE), anchor="lm")
            left += width + _GAP
    return page


def _fit(shape: tuple[int, int]) -> tuple[int, int]:
    """Return the size of a picture on the page, whatever the shape of the clip."""
    width, height = shape
    longer = max(shape)
    return width * _TILE // longer, height * _TILE // longer


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return Pillow's own font: the same on every machine."""
    return ImageFont.load_default(size)
