"""The way left along the floor of a valley, on a map that may become a small one."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Line, VGroup

from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import ON_MAP, MovingMap
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ALONG


class FloorInset(VGroup):
    """A ball on the floor, the goal, and the way between them.

    Parameters
    ----------
    view
        The map, which calls ``refresh`` when it shows something else or stands elsewhere.
    foot, best
        Where the way begins and where it ends.

    Attributes
    ----------
    road, ball, goal
        What is left of the way, where that begins, and where it ends.
    """

    def __init__(self, view: MovingMap, foot: Parameters, best: Parameters) -> None:
        self.view, self.ends, self.share = view, np.array([foot, best]), 1.0
        self.road = Line(stroke_color=ALONG, stroke_width=theme.ROAD_STROKE)
        start, end = view.place_all(self.ends)
        self.goal = SolidDot(end, theme.EXACT)
        self.ball = SolidDot(start, theme.INK)
        for dot in (self.goal, self.ball):
            dot.set_stroke(theme.BG, theme.HALO / 2, background=True)
        super().__init__(self.road, self.goal, self.ball)
        self.set_z_index(ON_MAP)
        self.refresh()

    def put(self, share: float) -> Self:
        """Let such a share of the way be left."""
        self.share = share
        return self.refresh()

    def refresh(self) -> Self:
        """Follow the map."""
        start, end = self.view.place_all(self.ends)
        at = end + self.share * (start - end)
        self.goal.move_to(end)
        self.ball.move_to(at)
        hidden = float(np.linalg.norm(end - at)) < theme.VANISH
        self.road.clear_points() if hidden else self.road.set_points_as_corners([at, end])
        return self
