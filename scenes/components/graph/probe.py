"""The probe that measures a slope: two points, the run and the rise between them, their numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from manim import VGroup, VMobject

from mathcore.slopes.lines import SlopeTriangle
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.triangle import TriangleRig
from scenes.components.motion.sweep import Followers
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout


class SlopeProbe(TriangleRig):
    """A slope triangle with a dot at either point; numbers among its labels run with it.

    Parameters
    ----------
    axes
        Where it is drawn.
    triangle
        The first state.
    run_label, rise_label
        Any mobjects, or none; a numeral or a readout shows the run or the rise as it is now.
    gap
        The distance between a leg and its label.
    """

    def __init__(
        self,
        axes: GraphAxes,
        triangle: SlopeTriangle,
        run_label: VMobject | None = None,
        rise_label: VMobject | None = None,
        gap: float = theme.LEG_GAP,
    ) -> None:
        self.near, self.far = (SolidDot(axes.map(*point)) for point in (triangle.p, triangle.q))
        self.followers = Followers()
        super().__init__(axes, triangle, run_label, rise_label, gap)
        self.add(self.near, self.far)

    @classmethod
    def measuring(cls, axes: GraphAxes, triangle: SlopeTriangle, decimals: int) -> Self:
        """Return a probe whose legs are labelled Δx and Δy with their lengths."""
        across = Readout("Delta x =", triangle.run, decimals=decimals, color=theme.RUN)
        up = Readout("Delta y =", triangle.rise, decimals=decimals, color=theme.RISE)
        for label in (across, up):
            # They travel over axes and grid: a rim of background keeps them legible.
            label.set_stroke(theme.BG, width=theme.HALO, background=True)
        return cls(axes, triangle, across, up)

    @classmethod
    def stepping(cls, axes: GraphAxes, triangle: SlopeTriangle, decimals: int = 0) -> Self:
        """Return a probe for one step of input: its rise, with its sign, is the slope."""
        across = Numeral(triangle.run, color=theme.RUN)
        up = Numeral(triangle.rise, decimals, plus=True, color=theme.RISE)
        # A sign too near its leg looks like a part of it.
        return cls(axes, triangle, across, up, theme.LABEL_GAP)

    def follow(self, follower: Callable[[SlopeTriangle], object]) -> Self:
        """Call ``follower(triangle)`` at every change, for example to set a fraction."""
        self.followers.append(follower)
        follower(self.triangle)
        return self

    def put(self, triangle: SlopeTriangle) -> Self:
        """Move to another pair of points."""
        for label, value in ((self.run_label, triangle.run), (self.rise_label, triangle.rise)):
            if isinstance(label, Numeral | Readout):
                label.set_value(value)
        super().put(triangle)
        self.near.move_to(self.axes.map(*triangle.p))
        self.far.move_to(self.axes.map(*triangle.q))
        for follower in self.followers:
            follower(triangle)
        return self

    def ghost(self) -> VGroup:
        """Return a still, faint copy of the bare triangle where it is now."""
        legs = VGroup(self.run, self.rise).copy().set_stroke(opacity=theme.DIM)
        return VGroup(self.area(theme.VEIL / 2), *legs)
