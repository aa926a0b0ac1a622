"""The arrangements in which the line and its two knobs stand in clip 09a."""

from __future__ import annotations

from dataclasses import dataclass

from scenes import theme
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import Places
from scenes.layout import Layout, Region

_DOCK = (0.56, 0.93, 0.135, 0.5)
"""The part of the stage that the two docked knobs take, below rising points."""
_PANEL_ROWS = (4.4, 1.5, 0.7)
"""Heights of the graph, of the knobs and of the loss in the panel."""
_PANEL, _WIDE = 0.385, 0.45
"""The share of the width of the panel, and of the graph beside two slopes."""
_STRIP = 0.115
"""The share of the height of what is told above a map."""
_SUM = 0.2
"""The share of the height of the sum above the graph."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms of clip 09a.

    Attributes
    ----------
    docked
        One large graph with the knobs in its free corner.
    dock, corner
        Where the rule stands above these knobs, and the free corner opposite.
    panel
        Graph, knobs and loss one below the other.
    main, strip, map_room
        What the panel leaves; a strip at its top, and what is below that.
    beside
        A graph with two slopes beside it, each at its knob.
    square
        The room above these slopes.
    slopes
        For each slope the room beside its knob.
    below_sum, sum_room
        The same lower down, and the room above all of it.
    """

    docked: Places
    dock: Region
    corner: Region
    panel: Places
    main: Region
    strip: Region
    map_room: Region
    beside: Places
    square: Region
    slopes: tuple[Region, Region]
    below_sum: Places
    sum_room: Region

    @classmethod
    def of(cls, layout: Layout, *, rising: bool) -> Rooms:
        """Return the rooms of a frame, for points that rise or fall from left to right."""
        stage, floor = layout.stage, layout.readable.bottom
        left, right, bottom, top = _DOCK
        if not rising:
            left, right = 1 - right, 1 - left
        dock = stage.part(left, right, bottom, top)
        head, knobs = dock.rows(1, 3, gap=theme.GUTTER)
        first, second = knobs.columns(1, 1)
        corner = stage.part(0.075, 0.44, 0.66, 0.93)
        if not rising:
            corner = stage.part(0.56, 0.93, 0.66, 0.93)
        panel, main = stage.columns(_PANEL, 1 - _PANEL, gap=theme.CARD_GAP)
        clear = Region(panel.left, panel.right, floor, panel.top)
        graph, dials, loss = clear.rows(*_PANEL_ROWS, gap=theme.LEG_GAP)
        strip, map_room = main.rows(_STRIP, 1 - _STRIP, gap=theme.LEG_GAP)
        wide, narrow = stage.columns(_WIDE, 1 - _WIDE, gap=theme.CARD_GAP)
        told = Region(narrow.left, narrow.right, floor, narrow.top)
        square, *rows = told.rows(1.35, 1, 1, gap=theme.GUTTER)
        turned = [row.columns(1, 3.1, gap=theme.GUTTER) for row in rows]
        sum_room, lower = stage.rows(_SUM, 1 - _SUM, gap=theme.LEG_GAP)
        return cls(
            docked=Places(stage, (first, second)),
            dock=head,
            corner=corner,
            panel=Places(graph, _pair(dials), loss),
            main=main,
            strip=strip,
            map_room=map_room,
            beside=Places(wide, (turned[0][0], turned[1][0])),
            square=square,
            slopes=(turned[0][1], turned[1][1]),
            below_sum=Places(
                Region(wide.left, wide.right, lower.bottom, lower.top),
                (turned[0][0], turned[1][0]),
            ),
            sum_room=sum_room,
        )


def _pair(region: Region) -> tuple[Region, Region]:
    first, second = region.columns(1, 1)
    return first, second
