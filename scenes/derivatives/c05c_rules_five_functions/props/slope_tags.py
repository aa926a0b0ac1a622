"""The slopes of several tangents, written where their lines leave the window."""

from __future__ import annotations

from collections.abc import Sequence

from manim import LEFT, RIGHT, UP, VGroup

from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.text.numeral import Numeral
from scenes.components.text.text import Words

DECIMALS = 2


class SlopeTags(VGroup):
    """Each slope at the right end of its line, below the word that says what they are.

    Parameters
    ----------
    axes
        Where the lines are drawn.
    tangents
        From the lowest to the highest at the right edge.
    """

    def __init__(self, axes: GraphAxes, tangents: Sequence[Tangent]) -> None:
        self.tags = VGroup()
        for tangent in tangents:
            tag = Numeral(tangent.slope, DECIMALS, size=theme.DIGIT_SIZE, color=theme.EXACT)
            _, end = axes.clip_line(tangent.slope, tangent.intercept)
            tag.next_to(end, RIGHT, buff=theme.LABEL_GAP)
            self.tags.add(tag)
        self.head = Words("slope", size=theme.DIGIT_SIZE, color=theme.EXACT)
        self.head.next_to(self.tags, UP, buff=theme.LABEL_GAP, aligned_edge=LEFT)
        super().__init__(self.tags, self.head)
