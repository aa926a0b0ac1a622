"""The secant that closes in on its point, and the tangent that takes its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from manim import (
    Animation,
    Line,
    ManimColor,
    Mobject,
    Scene,
    VGroup,
    VMobject,
    interpolate_color,
)

from mathcore.slopes.quotients import Secant, Tangent
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import OpenDot, SolidDot
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.sweep import Followers, Sweep, log_way


class SecantRig(VGroup):
    """Two points of a curve, the dashed line through them, and its run and rise.

    Everything follows :meth:`set_gap`. The line spans the window of the axes. Its near point is
    filled, its far point open: it stands for a finite gap.

    Parameters
    ----------
    axes
        Where it is drawn.
    secant
        The secant for a gap h ≠ 0, from ``mathcore``.
    gap
        The first h.
    run_label, rise_label
        Passed to the triangle.
    """

    def __init__(
        self,
        axes: GraphAxes,
        secant: Callable[[float], Secant],
        gap: float,
        run_label: VMobject | None = None,
        rise_label: VMobject | None = None,
    ) -> None:
        super().__init__()
        self.axes, self.secant_at = axes, secant
        state = secant(gap)
        self.triangle = TriangleRig(axes, state.triangle, run_label, rise_label)
        self.line = Dashes(*axes.clip_line(state.slope, state.intercept))
        self.near = SolidDot(axes.map(*state.p))
        self.far = OpenDot(axes.map(*state.q))
        self.followers = Followers()
        self.add(self.triangle, self.line, self.far, self.near)
        self.set_gap(gap)

    def follow(self, follower: Callable[[Secant, float], object]) -> Self:
        """Call ``follower(secant, h)`` at every change, for example to set a readout."""
        self.followers.append(follower)
        follower(self.state, self.gap)
        return self

    def set_gap(self, gap: float) -> Self:
        """Put the far point at the gap h from the near one."""
        self.gap, self.state = gap, self.secant_at(gap)
        state = self.state
        self.triangle.put(state.triangle)
        near, far = self.axes.map(*state.p), self.axes.map(*state.q)
        self.near.move_to(near)
        self.far.move_to(far)
        self.line.put(*self.axes.clip_line(state.slope, state.intercept), anchor=near)
        for follower in self.followers:
            follower(state, gap)
        return self

    def close(self, start: float, end: float, *followers: VMobject, **kwargs: Any) -> Sweep:
        """Carry the gap from one value to another, every decade in equal time.

        Parameters
        ----------
        start, end
            Gaps of one sign: h never passes through 0.
        *followers
            What moves with the rig without being part of it.
        """
        return Sweep(self.set_gap, log_way(start, end), self, *followers, **kwargs)

    def hand_over(self, tangent: TangentLine, **kwargs: Any) -> HandOver:
        """Turn the secant, already as close as it gets, into the separately built tangent."""
        return HandOver(self, tangent, **kwargs)


class TangentLine(VGroup):
    """The tangent from the exact derivative: a solid line and a filled dot.

    Parameters
    ----------
    axes
        Where it is drawn.
    tangent
        From ``mathcore``.
    reach
        Half its length in frame units; by default it spans the window. A length on screen, not in
        data: on stretched axes a length in data would look longer where the curve is steep.
    """

    def __init__(self, axes: GraphAxes, tangent: Tangent, reach: float | None = None) -> None:
        super().__init__()
        self.axes, self.reach = axes, reach
        self.line = Line(stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        self.dot = SolidDot(axes.map(*tangent.point), color=theme.EXACT)
        self.add(self.line, self.dot)
        self.put(tangent)

    def put(self, tangent: Tangent) -> Self:
        """Move to another point of contact."""
        self.tangent = tangent
        contact = self.axes.map(*tangent.point)
        start, end = self.axes.clip_line(tangent.slope, tangent.intercept)
        if self.reach is not None:
            along = (end - start) / np.linalg.norm(end - start)
            start, end = contact - self.reach * along, contact + self.reach * along
        self.line.put_start_and_end_on(start, end)
        self.dot.move_to(contact)
        return self


class HandOver(Animation):
    """The dashes close, the stroke grows and the colour turns from APPROX to EXACT.

    The secant itself does not move any more. At the end it leaves, and the tangent stands in its
    place: an object of its own, whose slope is from the exact derivative.
    """

    def __init__(
        self,
        rig: SecantRig,
        tangent: TangentLine,
        run_time: float = theme.MORPH,
        **kwargs: Any,
    ) -> None:
        self.rig, self.tangent = rig, tangent
        self._fade = [
            (part, part.get_stroke_opacity(), part.get_fill_opacity())
            for part in rig.triangle.family_members_with_points()
        ]
        self._start = (rig.line.start, rig.line.end)
        super().__init__(rig, run_time=run_time, **kwargs)

    def create_starting_mobject(self) -> Mobject:
        """Return the rig itself: the line is laid anew, not interpolated."""
        return self.rig

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the rig ``alpha`` of the way from finite to exact."""
        share = self.rate_func(alpha)
        line, rig = self.rig.line, self.rig
        color = interpolate_color(ManimColor(theme.APPROX), ManimColor(theme.EXACT), share)
        # The ends slide to the tangent's, less than a hair apart, so that nothing jumps.
        goal = (self.tangent.line.get_start(), self.tangent.line.get_end())
        start, end = (a + share * (b - a) for a, b in zip(self._start, goal, strict=True))
        line.openness = 1 - share
        line.put(start, end, anchor=rig.near.get_center())
        width = theme.APPROX_STROKE + share * (theme.EXACT_STROKE - theme.APPROX_STROKE)
        line.set_stroke(color=color, width=width)
        rig.far.set_stroke(opacity=1 - share).set_fill(opacity=1 - share)
        rig.near.set_color(interpolate_color(ManimColor(theme.INK), ManimColor(theme.EXACT), share))
        for part, stroke, fill in self._fade:
            part.set_stroke(opacity=stroke * (1 - share))
            part.set_fill(opacity=fill * (1 - share))

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Leave the tangent on stage, and no secant."""
        super().clean_up_from_scene(scene)
        scene.remove(self.rig)
        scene.add(self.tangent)
