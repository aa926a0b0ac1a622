"""What an act of the valley leaves on stage for the next one."""

from __future__ import annotations

from dataclasses import dataclass

from manim import VGroup

from scenes.derivatives.c09b_regression_the_surprise.props.board import Board
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import Goal


@dataclass(frozen=True, slots=True)
class AfterValley:
    """What an act of the valley leaves on stage.

    Attributes
    ----------
    board
        The map with its panel.
    rest
        What else stands there.
    goal
        The mark of the best setting, which the map holds; none where the descent diverges.
    """

    board: Board
    rest: VGroup
    goal: Goal | None
