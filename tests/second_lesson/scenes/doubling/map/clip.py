"""A clip of this lesson: it ends on the lesson's map of two tiles."""

from __future__ import annotations

from typing import ClassVar

from manim import FadeIn, VGroup
from scenes.doubling.accent import DOUBLED

from scenes import theme
from scenes.components.marks.plate import plate
from scenes.stage import LessonScene

TILES = ("steps", "line")


class DoublingClip(LessonScene):
    """A clip of the lesson on doubling."""

    lesson_name: ClassVar = "doubling"

    def fill_tile(self, name: str) -> None:
        """Show both tiles, the one of this clip in the lesson's colour."""
        places = self.layout.full.columns(1, 1, gap=theme.GUTTER)
        tiles = VGroup()
        for tile, place in zip(TILES, places, strict=True):
            frame = plate(place.width, place.height / 2).move_to(place.center)
            tiles.add(frame.set_stroke(color=DOUBLED if tile == name else theme.MUTED))
        self.play(FadeIn(tiles))
