"""What an act of the valley leaves on stage for the next one."""

from __future__ import annotations

from dataclasses import dataclass

from manim import VGroup

from scenes.derivatives.c09b_regression_the_surprise.props.board import Board


@dataclass(frozen=True, slots=True)
class AfterValley:
    """What an act of the valley leaves on stage.

    Attributes
    ----------
    board
        The map with its panel.
    rest
        What else stands there.
    map_is_seen
        Whether the map is on stage.
    """

    board: Board
    rest: VGroup
    map_is_seen: bool = True
