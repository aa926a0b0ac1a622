"""The way along the floor of a valley, half of it marked."""

from __future__ import annotations

import numpy as np
from manim import Line, VGroup

from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import ON_MAP, MovingMap
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ALONG

_HALF = 0.28
"""Half the length of the mark at half of the way, in frame units."""


class FloorLeg(VGroup):
    """A straight way on the map, with a mark at its middle.

    Parameters
    ----------
    view
        The map.
    foot, best
        Where the way begins and where it ends.

    Attributes
    ----------
    road, half
        The way and the mark.
    """

    def __init__(self, view: MovingMap, foot: Parameters, best: Parameters) -> None:
        self.start, self.end = view.place(foot), view.place(best)
        self.road = Line(self.start, self.end, stroke_color=ALONG, stroke_width=theme.NUDGE_STROKE)
        along = (self.end - self.start) / np.linalg.norm(self.end - self.start)
        aside = _HALF * np.array([-along[1], along[0], 0.0])
        middle = (self.start + self.end) / 2
        self.half = Line(
            middle - aside, middle + aside, stroke_color=theme.INK, stroke_width=theme.RAY_STROKE
        )
        super().__init__(self.road, self.half)
        self.set_z_index(ON_MAP)
