"""A tangent that turns as its point moves, with its slope beside the point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from manim import DL, DR, UL, UR, VGroup, VMobject
from manim.typing import Point3D, Vector3D

from mathcore.slopes.quotients import Tangent
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.secant import TangentLine
from scenes.components.motion.carry import clearance
from scenes.components.motion.placing import roomiest
from scenes.components.text.readout import Readout
from scenes.layout import Region

DECIMALS = 1


class TurningTangent(VGroup):
    """A tangent and its slope; both follow :meth:`put`.

    ``first`` is the first slope, which stays: the slope that moves is seen when it has left it.

    Parameters
    ----------
    axes
        Where it is drawn.
    tangent
        The first state.
    slopes
        All slopes on the way: there is room for the longest.
    """

    def __init__(self, axes: GraphAxes, tangent: Tangent, slopes: FloatArray) -> None:
        self.axes, self.line = axes, TangentLine(axes, tangent)
        self.label = Readout(
            'upright("slope")',
            tangent.slope,
            size=theme.TABLE_SIZE,
            color=theme.EXACT,
            decimals=DECIMALS,
            digits=len(str(int(abs(slopes).max()))),
            flush=True,
            signed=bool(slopes.min() < 0),
        )
        self.first = self.label.copy()
        self.way: Vector3D = DR
        self.stands = False
        self.first.move_to(self._beside(self.axes.map(*tangent.point), self.way))
        super().__init__(self.line, self.label)
        self.put(tangent)

    def make_room(self, goal: Tangent, drawn: Sequence[VMobject], within: Region) -> Self:
        """Let the slope stand on that side of the point where it has the most room.

        Parameters
        ----------
        goal
            The last state: there, too, the slope must stay inside.
        drawn
            What the slope must not touch at the first state.
        within
            Where it must stay.
        """
        here, there = self.line.dot, self.axes.map(*goal.point)
        ways = [way for way in (DR, UL, UR, DL) if within.holds(self._beside(there, way))]
        places = {tuple(way): self._beside(here.get_center(), way).get_center() for way in ways}
        if places:
            roomiest(self.label, list(places.values()), drawn, within)
            chosen = self.label.get_center()
            self.way = min(ways, key=lambda way: abs(places[tuple(way)] - chosen).sum())
        self.first.move_to(self._beside(here.get_center(), self.way))
        return self.put(self.line.tangent)

    def stand_in(self, region: Region) -> Self:
        """Let the slope stand in a region of its own, where the plot has no room for it."""
        self.stands = True
        self.first.set_opacity(0.0)
        region.place(region.fit(self.label), 0.5, 0.5)
        return self.put(self.line.tangent)

    def label_at(self, tangent: Tangent) -> Readout:
        """Return a copy of the slope where it stands at another state."""
        return self._beside(self.axes.map(*tangent.point), self.way)

    def _beside(self, point: Point3D, way: Vector3D) -> Readout:
        """Return a copy of the slope beside a point."""
        return self.label.copy().next_to(point, way, buff=theme.DOT_RADIUS + theme.TICK)

    def put(self, tangent: Tangent) -> Self:
        """Move to another point of contact."""
        self.line.put(tangent)
        self.label.set_value(tangent.slope)
        if self.stands:
            return self
        self.label.move_to(self._beside(self.line.dot.get_center(), self.way))
        # Two slopes that lie half over each other cannot be read.
        self.label.set_opacity(clearance(self.first, self.label))
        return self
