"""A clip of this lesson: it ends by leaving its one picture on a tile of the lesson's map."""

from __future__ import annotations

from typing import ClassVar

from manim import (
    DOWN,
    Animation,
    Create,
    FadeIn,
    ReplacementTransform,
    VMobject,
)

from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import animated
from scenes.components.text.text import HeadingLines
from scenes.derivatives.map.pictures import PICTURES
from scenes.derivatives.map.tiles import TILES, TileBoard
from scenes.stage import LessonScene

PICTURE_ROWS = (4.6, 1.2)
"""Heights of the picture and of the line below it."""
BOARD_ROWS = (0.8, 5.2)
"""Heights of the line and of the board."""
BOARD_BEGINS = 0.4
"""The share of the picture's way to its tile at which the board begins to appear."""


class MappedClip(LessonScene):
    """A clip of the lesson "Derivatives", which fills the tiles of one map, clip by clip."""

    lesson_name: ClassVar = "derivatives"

    def leave_tile(
        self,
        name: str,
        picture: VMobject,
        source: VMobject | None = None,
    ) -> None:
        """End the clip: its one picture stands large over one line, then shrinks into its tile.

        Parameters
        ----------
        name
            The name of the tile.
        picture
            What the tile shows.
        source
            What is on stage and becomes the picture, piece by piece; by default the picture itself
            is drawn once more, enlarged.
        """
        whole = self.layout.readable
        above, below = whole.rows(*PICTURE_ROWS, gap=theme.GUTTER)
        room = above.inset(theme.GUTTER)
        conclusion = HeadingLines(TILES[name], below.width, theme.CONCLUSION_SIZE)
        below.place(below.fit(conclusion))
        drawn = picture if source is None else source
        growth = min(room.width / drawn.width, room.height / drawn.height)
        if self.layout.upright:
            # A broad picture leaves much of its row empty: its line stands close below it.
            foot = above.center + growth * drawn.height / 2 * DOWN
            conclusion.next_to(foot, DOWN, buff=theme.COLUMN_GAP)
        if source is None:
            source = picture.copy().scale(growth)
            opening: Animation = Create(above.place(source), run_time=theme.MORPH)
        else:
            opening = animated(source, run_time=theme.MORPH).scale(growth).move_to(above.center)
        self.play(opening, FadeIn(conclusion, run_time=theme.FADE))
        self.wait(theme.BREATH)
        head, rest = whole.rows(*BOARD_ROWS, gap=theme.GUTTER)
        if head.height < conclusion.height:
            lower = whole.height - conclusion.height - theme.GUTTER
            head, rest = whole.rows(conclusion.height, lower, gap=theme.GUTTER)
        board = TileBoard(rest, name, PICTURES)
        goal = board[name].fit(picture.copy())
        self.add(board, source)
        self.play(
            FadeIn(board, rate_func=late(BOARD_BEGINS), run_time=theme.WRITE),
            ReplacementTransform(source, goal, run_time=theme.WRITE, rate_func=theme.TRAVEL),
            animated(conclusion, run_time=theme.WRITE).move_to(head.center),
        )
        self.play(animated(board[name].frame, run_time=theme.LEAP).set_stroke(color=theme.INK))
        self.wait(theme.CLIP_END)


class MappedAct(Act):
    """The last act of such a clip, which leaves the clip's tile."""

    scene: MappedClip

    def leave_tile(
        self,
        name: str,
        picture: VMobject,
        source: VMobject | None = None,
    ) -> None:
        """End the clip as ``MappedClip.leave_tile`` does."""
        self.scene.leave_tile(name, picture, source)
