"""The painter: paints a picture shape by shape, and compares it before and after each shape."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import numpy as np
from manim import Scene, VMobject
from numpy.typing import NDArray

from pipeline.review.shapes import Box
from pipeline.review.sight import Crossing, Text, VisiblePart
from scenes import theme
from scenes.components.marks.brace import strikes_text

SEEN = 24
"""From 0 to 255: a shape is seen at a pixel where one colour changes by more than this."""
COVERED = 2
"""From 0 to 255: where a pixel changes by more than this, the shape before is covered."""
TRACE = 3
"""Pixels; fewer than this are the soft edge of a shape beside the text."""
RING = 1 / 160
"""The width of the ring in which a shape's ground is measured, as a share of the height."""
BACKING = 0.9
"""A shape that lies under this share of a letter's box is the ground of the letter."""

Colour = tuple[float, float, float]


class Painter:
    """Paints the stage once more, and records for every pixel what was painted there.

    Two maps of the picture are kept: which part was painted last on each pixel, and which text has
    a letter there. A part crosses a text if it lies under or over letters of the text and does not
    belong to it. A part under a whole letter is a ground, and a decoration does not count.

    Parameters
    ----------
    scene
        The scene to paint; its camera's picture is overwritten.
    parts, texts
        The parts and texts that are visible in it.
    """

    def __init__(
        self, scene: Scene, parts: tuple[VisiblePart, ...], texts: tuple[Text, ...]
    ) -> None:
        self.scene = scene
        self.camera = cast(Any, scene.camera)
        self.parts, self.texts = parts, texts
        self.behind: dict[int, Colour] = {}
        self._place = {id(part.mobject): index for index, part in enumerate(parts)}
        self._text_of = {
            id(letter.mobject): index for index, text in enumerate(texts) for letter in text.letters
        }
        shape = self.camera.pixel_array.shape[:2]
        self._ring = max(1, round(RING * shape[0]))
        self._painted = np.full(shape, -1, dtype=np.int32)
        self._lettered = np.full(shape, -1, dtype=np.int32)
        self._crossed: dict[tuple[int, int], int] = {}

    def paint(self) -> tuple[Crossing, ...]:
        """Paint the picture and return what crosses a text in it."""
        self.camera.reset()
        with self._watching():
            self.camera.capture_mobjects(self.scene.mobjects)
        return tuple(
            Crossing(self.texts[text], self.parts[part], pixels)
            for (text, part), pixels in self._crossed.items()
            if pixels >= TRACE
        )

    @contextmanager
    def _watching(self) -> Iterator[None]:
        """Replace this camera's method that draws a shape, while one picture is painted."""
        draw = self.camera.display_vectorized

        def display_vectorized(vmobject: VMobject, context: Any) -> Any:
            index = self._place.get(id(vmobject))
            if index is None:
                return draw(vmobject, context)
            region = self._region(self.parts[index].box, margin=self._ring)
            pixels = self.camera.pixel_array[region][..., :3]
            before = pixels.astype(np.int16)
            result = draw(vmobject, context)
            self._account(index, region, before, np.abs(pixels.astype(np.int16) - before))
            return result

        self.camera.display_vectorized = display_vectorized
        try:
            yield
        finally:
            del self.camera.display_vectorized

    def _account(
        self,
        index: int,
        region: tuple[slice, slice],
        before: NDArray[np.int16],
        change: NDArray[np.int16],
    ) -> None:
        part = self.parts[index]
        touched = change.max(axis=2, initial=0) > SEEN
        if part.text is not None:
            ground = before[touched] if touched.any() else before.reshape(-1, 3)
        else:
            # Where no pixel changes, the shape lies on others of its colour.
            ground = before[ring(touched, self._ring)]
        if ground.size:
            red, green, blue = np.median(ground, axis=0) / 255
            self.behind[index] = (float(red), float(green), float(blue))
        own = self._text_of.get(id(part.mobject), -1)
        box = self._region(part.box)
        if own >= 0 and not part.halo:
            self._look_below(own, self._painted[box])
        if crosses(part):
            self._look_above(own, index, self._lettered[region][touched])
        # A covered part is gone, with its soft edges, even where the cover changes little.
        under = self._painted[region]
        under[touched | ((change.max(axis=2, initial=0) > COVERED) & (under >= 0))] = index
        if own >= 0:
            self._lettered[box] = own

    def _look_below(self, text: int, painted: NDArray[np.int32]) -> None:
        """Note what lies under the box of a letter that is about to be painted."""
        for index, count in zip(*np.unique(painted, return_counts=True), strict=True):
            if index < 0 or count >= BACKING * painted.size:
                continue
            part = self.parts[int(index)]
            if crosses(part) and self._text_of.get(id(part.mobject)) != text:
                self._note(text, int(index), int(count))

    def _look_above(self, own: int, index: int, lettered: NDArray[np.int32]) -> None:
        """Note which letters a part is painted over."""
        for text, count in zip(*np.unique(lettered, return_counts=True), strict=True):
            if text >= 0 and text != own:
                self._note(int(text), index, int(count))

    def _note(self, text: int, index: int, pixels: int) -> None:
        self._crossed[text, index] = self._crossed.get((text, index), 0) + pixels

    def _region(self, box: Box, margin: int = 0) -> tuple[slice, slice]:
        """Return the pixels of a box, and of a margin around it."""
        camera = self.camera
        center = camera.frame_center
        across, up = (
            camera.pixel_width / camera.frame_width,
            camera.pixel_height / camera.frame_height,
        )
        left = (box.left - center[0]) * across + camera.pixel_width / 2
        right = (box.right - center[0]) * across + camera.pixel_width / 2
        top = camera.pixel_height / 2 - (box.top - center[1]) * up
        bottom = camera.pixel_height / 2 - (box.bottom - center[1]) * up
        return (
            slice(max(int(top) - margin, 0), max(int(np.ceil(bottom)) + margin, 0)),
            slice(max(int(left) - margin, 0), max(int(np.ceil(right)) + margin, 0)),
        )


def ring(touched: NDArray[np.bool_], width: int) -> NDArray[np.bool_]:
    """Return the pixels at most ``width`` beside those that a shape has touched."""
    near = touched.copy()
    for _ in range(width):
        grown = near.copy()
        grown[1:] |= near[:-1]
        grown[:-1] |= near[1:]
        grown[:, 1:] |= near[:, :-1]
        grown[:, :-1] |= near[:, 1:]
        near = grown
    return near & ~touched


def crosses(part: VisiblePart) -> bool:
    """Whether a part may hide a text.

    A ground may not, nor a stroke through text on purpose, nor a wash so faint that it is seen at
    no pixel: where it lies over a line of the grid, the line is still what is seen.
    """
    is_seen = 255 * part.main.opacity > SEEN
    return is_seen and part.main.color not in _GROUND and not strikes_text(part.mobject)


_GROUND = {theme.GRID, theme.BG, theme.PANEL}
