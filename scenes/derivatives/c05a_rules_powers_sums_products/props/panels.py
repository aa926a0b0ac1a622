"""Where powers stand, each with its picture and its rule: side by side or below each other."""

from __future__ import annotations

from dataclasses import dataclass

from scenes import theme
from scenes.layout import Layout, Region

POWER_ROWS = ((0.69, 0.31), (1.0, 1.0, 0.3), (1.0, 1.0, 1.0, 1.0, 0.5))
"""The shares of the height for the powers and, below them, for any power or for the question, in a
wide, in a square and in an upright frame."""
PANEL_ROWS = (0.17, 0.61, 0.22)
"""The shares of a panel's height for the name of a function, its graph and its rule."""
ASIDE, ASIDE_ROWS = ((0.54, 0.46), (0.57, 0.43)), (0.5, 0.5)
"""Where the panels stand below each other, in a square and in an upright frame: the shares of a
panel for its graph and for the words beside it, and of their height for name and rule."""
SIGN_ROOM = 0.04
"""What the signs of the numbers take at the left of a low graph, as a share of its width."""


@dataclass(frozen=True, slots=True)
class FunctionPanel:
    """Where a function is shown.

    Attributes
    ----------
    name, graph, rule
        The regions of its name, of its graph and of the rule for its slope.
    """

    name: Region
    graph: Region
    rule: Region


def function_panels(layout: Layout, count: int) -> list[FunctionPanel]:
    """Return panels side by side, in a narrow frame below each other, with the words at the right.

    Parameters
    ----------
    layout
        The regions of the frame.
    count
        How many functions there are.
    """
    room = layout.readable
    if not layout.narrow:
        columns = room.columns(*[1.0] * count, gap=theme.COLUMN_GAP)
        return [FunctionPanel(*column.rows(*PANEL_ROWS)) for column in columns]
    square, upright = ASIDE
    panels = []
    for panel in room.rows(*[1.0] * count, gap=theme.GUTTER):
        graph, words = panel.columns(*(upright if layout.upright else square), gap=theme.GUTTER)
        name, rule = words.rows(*ASIDE_ROWS)
        panels.append(FunctionPanel(name, graph.part(SIGN_ROOM, 1.0, 0.0, 1.0), rule))
    return panels


def power_tiles(layout: Layout, count: int) -> tuple[Region, ...]:
    """Return a region for each power, and the last for any power or for the question.

    The powers stand side by side, in a square frame in two rows, in an upright one below each
    other; a narrow frame has one more region, for any power.

    Parameters
    ----------
    layout
        The regions of the frame.
    count
        How many powers there are.
    """
    *rows, last = layout.readable.rows(*layout.by_shape(*POWER_ROWS))
    if layout.upright:
        return (*rows, last)
    columns = [1.0, 1.0] if layout.narrow else [1.0] * count
    return (*(tile for row in rows for tile in row.columns(*columns, gap=theme.CARD_GAP)), last)
