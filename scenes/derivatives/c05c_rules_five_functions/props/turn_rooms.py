"""Where the circle, the rule and the graph of one turn stand in a frame of each shape."""

from __future__ import annotations

from dataclasses import dataclass

from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.derivatives.c05c_rules_five_functions.props.turn_axes import HEIGHT
from scenes.layout import Layout, Region

REACH = 1.46
"""Half the side of the circle's window in radii: the step of a radian ends at √2."""
_COLUMNS = (5.65, 7.0)
"""Widths of the circle and of its graph."""
_HEAD = 1.0
"""The height of the rule, in frame units."""
_UPRIGHT_ROWS = (6.7, 5.0)
_SQUARE_ROWS, _SQUARE_COLUMNS = (4.7, 4.4), (4.9, 4.5)
"""Heights of the circle and of its graph in narrow frames; in a square one the rule's column."""


@dataclass(frozen=True, slots=True)
class TurnRooms:
    """The rooms of one frame.

    Attributes
    ----------
    circle, rule, graph
        Of the circle, of the rule beside or above its graph, and of the graph with its scales.
    tied
        Whether graph and circle stand side by side on one scale of heights.
    """

    circle: Region
    rule: Region
    graph: Region
    tied: bool

    @classmethod
    def of(cls, layout: Layout) -> TurnRooms:
        """Return the rooms of a frame."""
        if layout.upright:
            circle, below = layout.full.rows(*_UPRIGHT_ROWS, gap=theme.GUTTER)
            share = _HEAD / below.height
            rule, graph = below.rows(share, 1 - share)
            return cls(circle, rule, _scaled(graph), False)
        if layout.narrow:
            above, graph = layout.full.rows(*_SQUARE_ROWS, gap=theme.GUTTER)
            circle, rule = above.columns(*_SQUARE_COLUMNS, gap=theme.GUTTER)
            return cls(circle, rule, _scaled(graph), False)
        circle, right = layout.stage.columns(*_COLUMNS, gap=theme.GUTTER)
        unit = min(circle.width, circle.height) / (2 * REACH)
        middle, half = float(circle.center[1]), HEIGHT * unit
        graph = Region(
            right.left + theme.SCALE_ROOM - AXIS_ROOM,
            right.right,
            middle - half - AXIS_ROOM,
            middle + half + AXIS_ROOM,
        )
        rule = Region(right.left, right.right, middle + half + theme.GUTTER, right.top)
        return cls(circle, rule, graph, True)

    @property
    def rule_at(self) -> tuple[float, float]:
        """Where the rule stands in its room: over a graph it keeps clear of the curves' names."""
        return 0.5, 1.0 if self.tied else 0.5

    def plane(self) -> GraphAxes:
        """Return axes with equal units for the circle: only the level one is drawn."""
        plane = GraphAxes(
            (-REACH, REACH, 1.0),
            (-REACH, REACH, 1.0),
            self.circle.inset(-AXIS_ROOM),
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        plane.y_axis.set_stroke(opacity=0.0)
        plane.ticks.set_stroke(opacity=0.0)
        return plane


def _scaled(graph: Region) -> Region:
    """Return the room that scales at the left and the lower edge leave to a graph."""
    return Region(
        graph.left + theme.SCALE_ROOM - AXIS_ROOM,
        graph.right,
        graph.bottom + theme.SCALE_ROOM - AXIS_ROOM,
        graph.top,
    )
