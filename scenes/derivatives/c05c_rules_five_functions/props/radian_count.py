"""The arc of one radian on a circle, and how many degrees it has."""

from __future__ import annotations

from manim import RIGHT, VGroup

from mathcore.slopes.circle import CircleNudge
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle
from scenes.layout import Region


class RadianCount(VGroup):
    """A circle with the arc of one radian; beside it the arc is measured in radians or degrees.

    Parameters
    ----------
    pane
        Where the circle stands.
    nudge
        A nudge of one radian.
    degrees
        How many degrees one radian has.

    Attributes
    ----------
    arc
        The circle with the arc.
    radians, degrees
        The arc's measure, both at one place.
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
        arc = circle.radian()
        self.arc = VGroup(circle.circle, arc)
        self.radians, self.degrees = (
            Formula(source, size=theme.KEY_SIZE, color=theme.RUN).next_to(
                arc[0].point_from_proportion(0.5), RIGHT, buff=theme.CARD_GAP
            )
            for source in ('1 thin upright("rad")', f"{{{{{spell(degrees, 0)} : count}}}} degree")
        )
        super().__init__(self.arc, self.radians, self.degrees)
