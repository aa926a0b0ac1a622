"""A clip of this lesson: it ends by leaving its one picture on a tile of the lesson's map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import animated
from scenes.components.text.text import HeadingLines, Lettering
from scenes.derivatives.map.pictures import PICTURES
from scenes.derivatives.map.tiles import TILES, TileBoard
from scenes.layout import Region
from scenes.stage import LessonScene

PICTURE_ROWS = (4.6, 1.2)
"""Heights of the picture and of the line below it."""
BOARD_ROWS = (0.8, 5.2)
"""Heights of the line and of the board."""
KEPT_SHARES = (0.19, 0.2, 0.26)
"""The share of the height that what a clip keeps takes below the board: wide, square, upright."""
KEPT_WIDTH = 0.36
"""The share of its part of that strip that a kept picture takes."""
TOLD_LATE = 0.75
"""The share of its way to the strip after which it is said what it shows."""
BOARD_BEGINS = 0.4
"""The share of the picture's way to its tile at which the board begins to appear."""

TwoLines = tuple[Lettering, Lettering]


class MappedClip(LessonScene):
    """A clip of the lesson "Derivatives", which fills the tiles of one map, clip by clip."""

    lesson_name: ClassVar = "derivatives"

    @property
    def kept_strip(self) -> Region:
        """Where a clip may keep the trace of its last finding while it leaves its tile above."""
        _, strip = self._closing_rows()
        return strip

    def _closing_rows(self) -> tuple[Region, Region]:
        """Return the room of the board, and the strip below it."""
        share = self.layout.by_shape(*KEPT_SHARES)
        board, strip = self.layout.readable.rows(1 - share, share, gap=theme.GUTTER)
        return board, strip

    def leave_tile(
        self,
        name: str,
        picture: VMobject,
        source: VMobject | None = None,
        *,
        kept: bool = False,
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
        kept
            Whether something of the clip stays in ``kept_strip``: ``MappedAct.keep`` puts it there.
        """
        whole = self._closing_rows()[0] if kept else self.layout.readable
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

    def keep(self, pictures: Sequence[VMobject], told: Sequence[TwoLines]) -> None:
        """Let pictures shrink into the strip below the board; all else leaves.

        Parameters
        ----------
        pictures
            What is on stage and stays.
        told
            What each of them says, on two lines beside it.
        """
        rooms = self.layout.beside(self.scene.kept_strip, *(1 for _ in pictures), gap=theme.GUTTER)
        moves, written = [], VGroup()
        for picture, words, room in zip(pictures, told, rooms, strict=True):
            first, second = words
            second.stand_on(first.baseline - theme.ROW_PITCH).align_to(first, LEFT)
            lines = VGroup(first, second)
            inner = room.inset(theme.TICK)
            width = min(KEPT_WIDTH * inner.width, inner.width - theme.GUTTER - lines.width)
            growth = min(width / picture.width, inner.height / picture.height)
            # A picture and its words stand in the middle of their part together.
            end = room.center + (growth * picture.width - theme.GUTTER - lines.width) / 2 * RIGHT
            moves.append(animated(picture).scale(growth).move_to(end, aligned_edge=RIGHT))
            written.add(lines.next_to(end, RIGHT, buff=theme.GUTTER))
        self.play(
            *(FadeOut(thing, run_time=theme.LEAP) for thing in self.scene.all_but(*pictures)),
            *moves,
            FadeIn(written, rate_func=late(TOLD_LATE)),
            run_time=theme.WRITE,
        )

    def leave_tile(
        self,
        name: str,
        picture: VMobject,
        source: VMobject | None = None,
        *,
        kept: bool = False,
    ) -> None:
        """End the clip as ``MappedClip.leave_tile`` does."""
        self.scene.leave_tile(name, picture, source, kept=kept)
