"""The secant, the tangent and the curve under a lens that pushes in as the gap shrinks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, VGroup, VMobject
from manim.typing import Point3D

from mathcore.formulas.functions import Function
from mathcore.slopes.quotients import Secant, Tangent
from scenes import theme
from scenes.components.graph.curve import OpenDot, SolidDot
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.sweep import Followers, Sweep, log_way
from scenes.components.text.formula import Formula
from scenes.layout import Region

OPEN_AT_LAST = 0.3
"""How far the gaps between the dashes are open when the secant is as near as it gets."""
NUMBERS_SHARE, CLEAR_SHARE = 0.16, 0.05
"""The part of the window's width that the numbers at its left edge take, and the part of its height
that they keep from what is drawn."""
SAMPLES = 33
NAME_LIFT, BADGE_LIFT = 0.3, 0.9
"""How far above the lower edge the name of x stands, and the badge, in frame units."""


class LensSecant(VGroup):
    """Two points of a curve, the dashed line through them and the run, in a window that changes.

    The dashes close up as the gap shrinks, every decade by as much, and never meet.

    Parameters
    ----------
    plot
        Where it is drawn.
    secant
        The secant for a gap, from ``mathcore``.
    first, last
        The largest and the smallest gap, of one sign.
    """

    def __init__(
        self, plot: ZoomPlot, secant: Callable[[float], Secant], first: float, last: float
    ) -> None:
        self.plot, self.secant_at = plot, secant
        self.first, self.last, self.gap = first, last, first
        self.run = Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        middle = plot.map(*plot.middle)
        self.line = Dashes(middle + LEFT, middle + RIGHT)
        self.near, self.far = SolidDot(middle), OpenDot(middle)
        self.followers = Followers()
        super().__init__(self.run, self.line, self.far, self.near)
        self.refresh()

    def follow(self, follower: Callable[[float], object]) -> Self:
        """Call ``follower(h)`` whenever the gap changes, for example to set a readout."""
        self.followers.append(follower)
        return self

    def put(self, gap: float) -> Self:
        """Put the far point at another gap."""
        self.gap = gap
        for follower in self.followers:
            follower(gap)
        return self.refresh()

    def refresh(self) -> Self:
        """Draw it in the present window."""
        plot, state = self.plot, self.secant_at(self.gap)
        near, far = plot.map(*state.p), plot.map(*state.q)
        self.run.put_start_and_end_on(near, np.array([far[0], near[1], 0.0]))
        way = np.log(self.gap / self.first) / np.log(self.last / self.first)
        self.line.openness = 1.0 - float(way) * (1.0 - OPEN_AT_LAST)
        self.line.put(*self._ends(state), anchor=near)
        self.near.move_to(near)
        self.far.move_to(far)
        return self

    def _ends(self, state: Secant) -> tuple[Point3D, Point3D]:
        """Return where the line leaves the window, to the left and to the right of the point."""
        plot = self.plot
        reach = plot.width_shown / 2
        steep = abs(state.slope) * reach
        if steep > plot.height_shown / 2:
            reach *= plot.height_shown / 2 / steep
        left, right = (state.p.x + side * reach for side in (-1, 1))
        return plot.map(left, state.at(left)), plot.map(right, state.at(right))


class ExplorerLens(VGroup):
    """A window about the point, with curve, tangent and secant; badge and names stand clear.

    Parameters
    ----------
    region
        The region that it fills.
    f, tangent, secant
        What is drawn.
    size
        Width and height of the first window, in lesson units.
    gaps
        All gaps, from the first to the last.
    deepest
        The greatest magnification, a power of ten.
    """

    def __init__(
        self,
        region: Region,
        f: Function,
        tangent: Tangent,
        secant: Callable[[float], Secant],
        *,
        size: tuple[float, float],
        gaps: tuple[float, float],
        deepest: float,
    ) -> None:
        width, height = size
        self.zoom = ZoomPlot(
            region,
            tangent.point,
            width=width,
            units_up=height / width * region.width / region.height,
            depth=round(np.log10(deepest)),
        )
        self.secant = LensSecant(self.zoom, secant, *gaps)
        self.zoom.hold(
            FunctionCurve(self.zoom, f.value, stroke=theme.ROAD_STROKE),
            FunctionCurve(self.zoom, tangent.at, theme.EXACT, theme.EXACT_STROKE),
            self.secant,
        )
        self._clear_scale(f, tangent)
        inner = region.inset(theme.LABEL_GAP)
        x, y = (Formula(name, size=theme.DIGIT_SIZE, color=theme.MUTED) for name in "xy")
        x.move_to(inner.at(1.0, 0.0) + NAME_LIFT * UP, aligned_edge=DOWN + RIGHT)
        y.move_to(inner.at(0.0, 1.0), aligned_edge=UP + LEFT)
        # A rising curve leaves the window at the upper right, a falling one at the lower right.
        badge = self.zoom.badge
        if tangent.slope >= 0:
            badge.move_to(inner.at(1.0, 0.0) + BADGE_LIFT * UP, aligned_edge=DOWN + RIGHT)
        else:
            badge.move_to(inner.at(1.0, 1.0), aligned_edge=UP + RIGHT)
        super().__init__(self.zoom, x, y)

    def _clear_scale(self, f: Function, tangent: Tangent) -> None:
        """Take away the numbers at the left edge that curve or tangent would run through."""
        zoom = self.zoom
        for level, scale in enumerate(zoom.scales):
            width, height = (size / 10**level for size in (zoom.width_shown, zoom.height_shown))
            xs = zoom.middle.x - width * np.linspace(0.5, 0.5 - NUMBERS_SHARE, SAMPLES)
            heights = np.concatenate([f.value(xs), tangent.at(xs)])
            for axis, number in [*scale]:
                near = np.abs(heights - number.value) < CLEAR_SHARE * height
                if axis == 1 and near.any():
                    scale.remove((axis, number))
                    zoom.remove(number)

    def close(self, start: float, end: float, *followers: VMobject, **kwargs: Any) -> Sweep:
        """Return the motion from one gap to another, every decade in equal time.

        Parameters
        ----------
        start, end
            Gaps of one sign.
        *followers
            What moves with the secant without being part of it.
        """
        way = log_way(start, end)
        return Sweep(self.secant.put, way, self.secant, *followers, **kwargs)
