"""How long and how wide an oval of the valley is, measured beside it."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, Line, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import (
    ON_MAP,
    MovingMap,
    within,
)
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ACROSS, ALONG

_APART, _BEYOND = 0.3, 0.16
"""How far the measure of the length stands beside the oval, and that of the width beyond its end,
in frame units."""
_NAMED_AT = 0.8
"""How far along the length its name stands, as a share of it."""
_END = 0.12
"""Half the length of the strokes that end a measure, in frame units."""


class OvalSize(VGroup):
    """One oval of the map, drawn bright, with its length beside it and its width beyond its end.

    Two fine lines lead from the sides of the oval, where it is widest, to the measure of its width.

    Parameters
    ----------
    view
        The map.
    level
        The height of the oval.

    Attributes
    ----------
    ring, lengthwise, crosswise
        The oval, and its two measures: a stroke between two end strokes.
    guides
        The fine lines.
    names
        Of both measures.
    """

    def __init__(self, view: MovingMap, level: float) -> None:
        self.view, self.level = view, level
        self.ring = VMobject(
            stroke_color=theme.INK, stroke_width=theme.RAY_STROKE, fill_opacity=0.0
        )
        self.lengthwise, self.crosswise = (
            VGroup(*(Line(stroke_color=color, stroke_width=theme.RAY_STROKE) for _ in range(3)))
            for color in (ALONG, ACROSS)
        )
        self.guides = VGroup(
            *(Line(stroke_color=ACROSS, stroke_width=theme.HAIRLINE_STROKE) for _ in range(2))
        )
        self.names = VGroup(
            *(
                Words(name, size=theme.DIGIT_SIZE, color=color)
                for name, color in (("length", ALONG), ("width", ACROSS))
            )
        )
        self.names.set_stroke(theme.BG, theme.HALO, background=True)
        super().__init__(self.ring, self.guides, self.lengthwise, self.crosswise, self.names)
        self.set_z_index(ON_MAP)
        self.refresh()

    def ends(self) -> tuple[Point3D, Point3D, Point3D, Point3D]:
        """Return the frame points at both ends of the oval's length, then of its width.

        The length ends at its upper end, the width at its right one.
        """
        floor = self.view.valley
        across, along = floor.reach(self.level)[:, None] * floor.bowl.directions
        along = along if along[1] > 0 else -along
        across = across if across[0] > 0 else -across
        best = np.array(floor.best)
        points = self.view.place_all(
            np.array([best - along, best + along, best - across, best + across])
        )
        return points[0], points[1], points[2], points[3]

    def refresh(self) -> Self:
        """Follow the window."""
        view = self.view
        runs = within(view.place_all(view.valley.ellipse(self.level)), view.region)
        self.ring.clear_points()
        for run in runs:
            self.ring.append_points(VMobject().set_points_as_corners(run).points)
        low, high, left, right = self.ends()
        up, aside = (
            (end - start) / np.linalg.norm(end - start)
            for start, end in ((low, high), (left, right))
        )
        beside = (right - left) / 2 + _APART * aside
        beyond = (high - low) / 2 + _BEYOND * up
        _measure(self.lengthwise, low + beside, high + beside, aside)
        _measure(self.crosswise, left + beyond, right + beyond, up)
        for guide, side in zip(self.guides, (left, right), strict=True):
            guide.put_start_and_end_on(side, side + beyond)
        at = low + beside + _NAMED_AT * (high - low)
        self.names[0].next_to(at, RIGHT, buff=theme.GUTTER)
        name = self.names[1].next_to(high + _BEYOND * up, UP, buff=theme.LABEL_GAP)
        if float(name.get_top()[1]) > view.region.top - theme.TICK:
            name.next_to(left + beyond, LEFT, buff=theme.LABEL_GAP)
        return self


def _measure(strokes: VGroup, start: Point3D, end: Point3D, aside: Point3D) -> None:
    """Draw a stroke between two places, and a short one across each of its ends."""
    strokes[0].put_start_and_end_on(start, end)
    for stroke, place in zip(strokes[1:], (start, end), strict=True):
        stroke.put_start_and_end_on(place - _END * aside, place + _END * aside)
