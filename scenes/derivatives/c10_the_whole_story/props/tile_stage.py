"""The map of the lesson with a stage: the way into a tile and back, the same for every tile."""

from __future__ import annotations

from manim import ReplacementTransform, VGroup, VMobject

from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.text.text import Heading
from scenes.derivatives.map.story_map import StoryMap
from scenes.derivatives.map.tiles import TILES
from scenes.layout import Region

_MARGIN = 0.35
"""Between the frame of an entered tile and what stands in it."""
_ROWS = (5.2, 0.8)
"""Heights of the picture on the stage and of the line below it."""


class TileStage:
    """The map, and the place that each of its tiles fills when it is entered.

    Parameters
    ----------
    region
        Where the map stands.

    Attributes
    ----------
    story
        The map.
    stage, words
        The rooms of the picture in an entered tile, and of the line below it.
    """

    def __init__(self, region: Region) -> None:
        self.region = region
        self.story = StoryMap(region)
        inner = self.story.opened(region).inset(_MARGIN)
        self.stage, self.words = inner.rows(*_ROWS)

    def enter(self, act: Act, name: str) -> Heading:
        """Go into a tile, and return the line that it says, which is not on stage yet."""
        act.play(self.story.enter(name, self.region, run_time=theme.STEP))
        line = Heading(TILES[name], size=theme.CONCLUSION_SIZE)
        self.words.fit(line)
        self.words.place(line, 0.5, 0.5)
        return line

    def leave(self, act: Act, name: str, *source: VMobject) -> None:
        """Go back to the map: ``source`` becomes the picture that the tile keeps."""
        pieces = VGroup(*source)
        goal = self.story.pictures[name]
        act.clear_stage(self.story, pieces)
        act.add(self.story, pieces)
        act.play(self.story.leave(), ReplacementTransform(pieces, goal, run_time=theme.WRITE))
        act.remove(goal)
        self.story.fill(name)
        act.add(self.story)

    def graph(
        self,
        x_range: tuple[float, float, float],
        y_range: tuple[float, float, float],
        region: Region | None = None,
        **style: bool,
    ) -> GraphAxes:
        """Return axes that are a faint grid: a scale in a tile would be too small to be read."""
        region = self.stage if region is None else region
        axes = GraphAxes(
            x_range, y_range, region, x_name="", y_name="", numbers=(None, None), **style
        )
        axes.remove(axes.ticks)
        for line in (axes.x_axis, axes.y_axis):
            line.match_style(axes.grid[0])
        return axes
