"""A step of one radian along the tangent of the unit circle, with its sideways and upright part."""

from __future__ import annotations

from typing import Self

from manim import Line, VGroup

from mathcore.slopes.circle import CircleNudge
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.marks.ray import Ray


class RadianStep(VGroup):
    """An arrow along the circle, as long as the radius, and the two parts that it has.

    It is the radius turned by a right angle: its upright part is cos θ, its sideways part −sin θ.

    Parameters
    ----------
    axes
        Axes with equal units.
    nudge
        A nudge of one radian.

    Attributes
    ----------
    arrow, sideways, upright
        The arrow from the point on the circle, and its parts; the upright one ends at its tip.
    """

    def __init__(self, axes: GraphAxes, nudge: CircleNudge) -> None:
        self.axes = axes
        self.arrow = Ray(
            axes.map(0, 0), axes.map(1, 0), gap=0.0, color=theme.RUN, stroke=theme.NUDGE_STROKE
        )
        self.sideways, self.upright = (
            Line(stroke_color=theme.EXACT, stroke_width=theme.ROAD_STROKE) for _ in range(2)
        )
        super().__init__(self.sideways, self.upright, self.arrow)
        self.put(nudge)

    def put(self, nudge: CircleNudge) -> Self:
        """Move to another point of the circle."""
        x, y = nudge.point
        run, rise = nudge.tangent_run, nudge.tangent_rise
        point, corner, tip = (
            self.axes.map(*at) for at in ((x, y), (x + run, y), (x + run, y + rise))
        )
        self.arrow.put(point, tip)
        # A part may vanish on its way; `put_start_and_end_on` needs a length.
        self.sideways.set_points_as_corners([point, corner])
        self.upright.set_points_as_corners([corner, tip])
        return self
