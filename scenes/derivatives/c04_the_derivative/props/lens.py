"""What a lens shows of a place that may have no slope: the curve, its secants, their slopes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import DOWN, LEFT, UP, Line, VGroup, VMobject
from numpy.typing import NDArray

from mathcore.slopes.lines import Point
from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.components.graph.curve import OpenDot, SolidDot, set_off
from scenes.components.graph.moving import HalfDot
from scenes.components.graph.zoom import SAMPLES, ZoomPlot
from scenes.components.marks.dashes import Dashes
from scenes.components.marks.plate import on_plate
from scenes.components.text.readout import Readout
from scenes.layout import Region

REACH = 0.8
"""The share of the window, from its middle, over which a line is drawn: the scale stays free."""
STUB = 0.15
"""The share of that length to which a secant that ends at a corner goes on beyond it."""
EDGE = 0.3
"""The distance from the edge of the window at which a point begins to fade, in frame units."""
Values = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def one_side(values: Values, side: int) -> Values:
    """Return a function on one side of zero only: left of it for −1, right for 1."""

    def piece(xs: NDArray[np.float64]) -> NDArray[np.float64]:
        # The sample in the middle is zero but for rounding, and belongs to the right side.
        zero = np.ptp(xs) / SAMPLES / 2
        kept = xs > -zero if side > 0 else xs < -zero
        return np.where(kept, values(xs), np.nan)

    return piece


class SteepCurve(VMobject):
    """The graph of x = inverse(y) in a window that changes: also where it stands upright.

    Parameters
    ----------
    plot
        Where it is drawn.
    inverse
        The input for each height, on arrays.
    """

    def __init__(self, plot: ZoomPlot, inverse: Values) -> None:
        self.plot, self.inverse = plot, inverse
        super().__init__(stroke_color=theme.FUNC, stroke_width=theme.EXACT_STROKE, fill_opacity=0.0)
        self.refresh()

    def refresh(self) -> Self:
        """Draw it in the present window."""
        plot, share = self.plot, np.linspace(-1, 1, SAMPLES)
        ys = plot.middle.y + share * plot.height_shown / 2
        xs = self.inverse(ys)
        inside = np.abs(xs - plot.middle.x) <= plot.width_shown / 2
        self.set_points_as_corners(plot.map_all(xs[inside], ys[inside]))
        return self


class LensHole(OpenDot):
    """A ring at a point that the curve leaves out, as long as the window has it.

    Parameters
    ----------
    plot
        The lens.
    point
        The point, in lesson coordinates.
    """

    def __init__(self, plot: ZoomPlot, point: Point) -> None:
        self.plot, self.point = plot, point
        super().__init__(plot.map(*point), color=theme.FUNC)

    def refresh(self) -> Self:
        """Draw it in the present window."""
        place = self.plot.map(*self.point)
        self.move_to(place).set_opacity(_seen(self.plot, float(place[1])))
        return self


class MagnifiedSecant(VGroup):
    """The secant from the middle of a lens to a gap h, its run and its rise.

    The gap shrinks as the lens pushes in: the run keeps its length on screen. Under a lens at rest
    it shrinks as the secant closes. What lies outside the window is cut off.

    Parameters
    ----------
    plot
        The lens; its middle is the point.
    secant
        The secant for a gap h ≠ 0, from ``mathcore``.
    gap
        The gap in the first window.
    behind
        How far the line goes on beyond the middle, away from its far point, as a share of what it
        reaches on the side of that.
    """

    def __init__(
        self,
        plot: ZoomPlot,
        secant: Callable[[float], Secant],
        gap: float,
        behind: float = 1.0,
    ) -> None:
        self.plot, self.secant_at, self.first_gap = plot, secant, gap
        self.behind = behind
        self.closing = 1.0
        self.run = Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        self.rise = Line(stroke_color=theme.RISE, stroke_width=theme.NUDGE_STROKE)
        middle = plot.region.center
        self.line = Dashes(middle, plot.region.at(1.0, 0.5), anchor=middle)
        self.near = set_off(SolidDot(middle))
        self.far = HalfDot(middle)
        super().__init__(self.run, self.rise, self.line, self.far, self.near)
        self.refresh()

    @property
    def gap(self) -> float:
        """The gap h in the present window."""
        return self.first_gap / self.plot.factor / self.closing

    def close(self, factor: float) -> Self:
        """Make the gap smaller than under the open secant by a factor."""
        self.closing = factor
        return self.refresh()

    @property
    def state(self) -> Secant:
        """The secant over this gap."""
        return self.secant_at(self.gap)

    def refresh(self) -> Self:
        """Draw it in the present window."""
        plot, region, state = self.plot, self.plot.region, self.state
        near, far = plot.map(*state.p), plot.map(*state.q)
        corner = plot.map(state.q.x, state.p.y)
        along = np.array([1.0, state.slope / plot.units_up, 0.0])
        reach = REACH * region.width / 2
        if state.slope:
            reach = min(reach, REACH * region.height / 2 / abs(along[1]))
        ahead = reach * along * np.sign(self.gap)
        self.line.put(near - self.behind * ahead, near + ahead, anchor=near)
        pane = region.inset(theme.TICK / 2)
        end = np.array([far[0], np.clip(far[1], pane.bottom, pane.top), 0.0])
        self.run.put_start_and_end_on(near, corner)
        self.rise.put_start_and_end_on(corner, end if abs(end[1] - corner[1]) else far + 1e-6)
        self.far.move_to(end).set_opacity(_seen(plot, float(far[1])))
        return self


class QuotientDock(VGroup):
    """A plate with the gap of a secant under a lens and its slope, as the lens has them now.

    Parameters
    ----------
    secant
        The secant that is read.
    largest
        The slope that takes the most room of all that will be shown, unrounded.
    decimals
        Digits after the point of the gap.
    """

    def __init__(self, secant: MagnifiedSecant, largest: float, decimals: int) -> None:
        self.secant = secant
        self.gap = Readout(
            "h =", secant.gap, decimals=decimals, size=theme.TABLE_SIZE, color=theme.RUN
        )
        self.slope = Readout(
            'upright("slope") =',
            largest,
            flush=True,
            size=theme.KEY_SIZE,
            color=theme.APPROX,
        )
        self.slope.next_to(self.gap, DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        ground, *_ = on_plate(self.gap, self.slope)
        super().__init__(ground, self.gap, self.slope)
        self.refresh()

    def refresh(self) -> Self:
        """Read the secant as it is now."""
        self.gap.set_value(self.secant.gap)
        self.slope.set_value(self.secant.state.slope)
        return self


def upright_line(region: Region) -> Dashes:
    """Return the dashed vertical line through the middle of a window: it has no slope."""
    reach = REACH * region.height / 2
    return Dashes(region.center + reach * DOWN, region.center + reach * UP, color=theme.INK)


def _seen(plot: ZoomPlot, height: float) -> float:
    """Return how opaque a point at a height is drawn: beyond the edge of the window, not at all."""
    room = min(plot.region.top - height, height - plot.region.bottom)
    return float(np.clip(room / EDGE, 0.0, 1.0))
