"""The arc of one radian on a circle, and how many degrees it has."""

from __future__ import annotations

from manim import RIGHT, UP, VGroup

from mathcore.slopes.circle import CircleNudge
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle
from scenes.layout import Region


class RadianCount(VGroup):
    """A circle with the arc of one radian, and beside it that arc in degrees.

    Parameters
    ----------
    pane
        Where the circle stands.
    nudge
        The angle at which the circle is drawn.
    degrees
        How many degrees one radian has.

    Attributes
    ----------
    arc, factor
        The circle with the arc, and the number.
    """

    def __init__(self, pane: Region, nudge: CircleNudge, degrees: float) -> None:
        plane = GraphAxes(
            (-1.0, 1.0, 1.0),
            (-1.0, 1.0, 1.0),
            pane.inset(-AXIS_ROOM),
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        circle = UnitCircle(plane, nudge)
        self.arc = VGroup(circle.circle, circle.radian())
        self.factor = Readout(
            "180 degree \\/ pi =",
            degrees,
            decimals=1,
            digits=2,
            size=theme.TABLE_SIZE,
            color=theme.RUN,
        )
        unit = Formula("degree", size=theme.TABLE_SIZE, color=theme.RUN)
        self.factor.next_to(self.arc, RIGHT, buff=theme.CARD_GAP)
        unit.next_to(self.factor.number, RIGHT, buff=theme.TICK).align_to(self.factor.number, UP)
        self.factor.add(unit)
        super().__init__(self.arc, self.factor)
