"""The way along the floor of a valley, half of it marked, and how much of one knob that is."""

from __future__ import annotations

from typing import Literal

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, VGroup, VMobject
from manim.typing import Vector3D

from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.components.marks.brace import Hairline, StepBracket
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import ON_MAP, MovingMap
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ALONG
from scenes.layout import Region

_HALF = 0.28
"""Half the length of the mark at half of the way, in frame units."""
_ASIDE = 0.1
"""How far beside the way its bracket stands, in frame units."""


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

    def measure(self, knob: Literal["w", "b"], label: VMobject, color: str, room: Region) -> VGroup:
        """Return a bracket over what the way is of one knob, tied to both of its ends.

        Parameters
        ----------
        knob
            ``"b"`` is measured upright beside the way, ``"w"`` level below it.
        label
            What is written at the bracket.
        color
            Of the bracket.
        room
            Where all of it must stay: else it stands on the other side.
        """
        axis, side, other = (1, RIGHT, LEFT) if knob == "b" else (0, DOWN, UP)
        measured = self._bracket(axis, side, label, color)
        if not room.holds(measured):
            measured = self._bracket(axis, other, label, color)
        return measured.set_z_index(ON_MAP)

    def _bracket(self, axis: int, side: Vector3D, label: VMobject, color: str) -> VGroup:
        ends = np.array([self.start, self.end])
        across = ends[:, 1 - axis]
        edge = across.max() + _ASIDE if side[1 - axis] > 0 else across.min() - _ASIDE
        feet = ends.copy()
        feet[:, 1 - axis] = edge
        bracket = StepBracket(feet[0], feet[1], side, label, color)
        ties = VGroup(*(Hairline(end, foot) for end, foot in zip(ends, feet, strict=True)))
        return VGroup(ties, bracket)
