"""What is left of the way to the lowest point of a valley: a leg across and a leg along."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import (
    ON_MAP,
    MovingMap,
    within,
)
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import BALL

ACROSS, ALONG = theme.ACROSS, theme.INK
"""The two ways of the valley. The step size, which has the colour of what turns a knob, stands in
the same formula as the way along."""


class WayLeft(VGroup):
    """Two legs on the map, at a right angle: from a setting to the floor, and along that.

    Parameters
    ----------
    view
        The map, with the valley.
    at
        The setting.

    Attributes
    ----------
    across, along
        The legs, as far as they lie within the window.
    """

    def __init__(self, view: MovingMap, at: Parameters) -> None:
        self.view = view
        self.across, self.along = (
            VMobject(stroke_color=color, stroke_width=theme.ROAD_STROKE, fill_opacity=0.0)
            for color in (ACROSS, ALONG)
        )
        super().__init__(self.along, self.across)
        self.set_z_index(ON_MAP)
        self.put(at)

    def put(self, at: Parameters) -> Self:
        """Lead from another setting to the lowest point."""
        best, along = np.array(self.view.valley.best), self.view.valley.bowl.directions[1]
        corner = best + (along @ (np.array(at) - best)) * along
        places = self.view.place_all(np.array([at, corner, best]))
        for leg, ends in ((self.across, places[:2]), (self.along, places[1:])):
            hidden = np.linalg.norm(ends[1] - ends[0]) < BALL  # below the ball
            runs = [] if hidden else within(ends, self.view.region)
            leg.set_points_as_corners(runs[0]) if runs else leg.clear_points()
        return self
