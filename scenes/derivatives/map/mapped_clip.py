"""A clip of this lesson: it ends by leaving its one picture on a tile of the lesson's map."""

from __future__ import annotations

from itertools import takewhile
from typing import ClassVar

from manim import FadeIn, ReplacementTransform, VMobject

from mathcore.timing import hold_for
from scenes import theme
from scenes.act import Act
from scenes.components.motion.sweep import animated
from scenes.components.text.text import Heading
from scenes.derivatives.map.pictures import PICTURES
from scenes.derivatives.map.tiles import FILLED, TILES, TileMap
from scenes.stage import LessonScene


class MappedClip(LessonScene):
    """A clip of the lesson "Derivatives", which fills the tiles of one map, clip by clip."""

    lesson_name: ClassVar = "derivatives"

    def leave_tile(self, name: str, picture: VMobject, source: VMobject | None = None) -> None:
        """End the clip: its one picture shrinks into its tile of the map, over one line of words.

        Parameters
        ----------
        name
            The name of the tile.
        picture
            What the tile shows.
        source
            What is on stage and becomes the picture, piece by piece; by default the picture itself
            enters, enlarged.
        """
        tiles = TileMap(self.layout.full)
        for earlier in takewhile(lambda tile: tile != name, FILLED):
            if earlier in PICTURES:
                tiles[earlier].hold(PICTURES[earlier]()).fade(1 - theme.GHOST)
        for later in FILLED[FILLED.index(name) + 1 :]:
            tiles[later].frame.set_stroke(opacity=theme.GHOST)  # a later clip fills it
        opening = [FadeIn(tiles, run_time=theme.WRITE)]
        if source is None:
            source = self.layout.full.place(picture.scale(theme.CONCLUSION_GROWTH), 0.5, 0.6)
            opening.append(FadeIn(source, run_time=theme.FADE))
        self.play(*opening)
        self.add(source)  # above the tiles, which are filled
        goal = tiles[name].fit(picture.copy())
        conclusion = Heading(TILES[name], size=theme.CONCLUSION_SIZE)
        self.layout.full.place(conclusion, 0.5, 0.6)
        self.play(
            animated(tiles[name].frame, run_time=theme.MORPH).set_stroke(color=theme.INK),
            ReplacementTransform(source, goal, run_time=theme.MORPH),
        )
        self.play(FadeIn(conclusion, run_time=theme.FADE))
        self.wait(max(theme.CLIP_END, hold_for(TILES[name])))


class MappedAct(Act):
    """The last act of such a clip, which leaves the clip's tile."""

    scene: MappedClip

    def leave_tile(self, name: str, picture: VMobject, source: VMobject | None = None) -> None:
        """End the clip as ``MappedClip.leave_tile`` does."""
        self.scene.leave_tile(name, picture, source)
