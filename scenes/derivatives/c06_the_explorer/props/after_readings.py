"""What all acts of clip 06 share on stage: the picture of one point and its dashboard."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.components.graph.curve import SolidDot
from scenes.components.text.formula import Formula
from scenes.derivatives.c06_the_explorer.props.dashboard import Dashboard
from scenes.derivatives.c06_the_explorer.props.desk import Desk
from scenes.derivatives.c06_the_explorer.props.explorer_graph import ExplorerGraph

DECIMALS = 4
"""Decimals of a reading at most."""


@dataclass(frozen=True, slots=True)
class AfterReadings:
    """The picture of one point and its dashboard.

    Attributes
    ----------
    desk
        Where things stand.
    graph
        The curve with its secant and its tangent.
    dot
        The point on the curve.
    board
        The readings.
    head
        The names of the curve and of the point.
    """

    desk: Desk
    graph: ExplorerGraph
    dot: SolidDot
    board: Dashboard
    head: Formula
