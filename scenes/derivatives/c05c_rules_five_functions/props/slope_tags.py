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
APART = 0.34
"""The least distance between the middles of two slopes, in frame units."""


class SlopeTags(VGroup):
    """Each slope at the right end of its line, below the word that says what they are.

    A slope that is a whole number is written as one.

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
            whole = abs(tangent.slope - round(tangent.slope)) < 0.5 / 10**DECIMALS
            tag = Numeral(
                tangent.slope,
                0 if whole else DECIMALS,
                size=theme.DIGIT_SIZE,
                color=theme.EXACT,
            )
            _, end = axes.clip_line(tangent.slope, tangent.intercept)
            tag.next_to(end, RIGHT, buff=theme.LABEL_GAP)
            if self.tags:
                tag.set_y(max(tag.get_y(), self.tags[-1].get_y() + APART))
            self.tags.add(tag)
        self.head = Words("slope", size=theme.DIGIT_SIZE, color=theme.EXACT)
        self.head.next_to(self.tags, UP, buff=theme.LABEL_GAP, aligned_edge=LEFT)
        super().__init__(self.tags, self.head)
