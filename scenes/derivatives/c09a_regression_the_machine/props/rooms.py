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
_UPRIGHT_PLOT, _SQUARE_PLOT = 0.58, 0.64
"""The share of the readable height of the plot above its knobs in an upright and a square frame."""
_DOCK_SHARE = 0.57
"""In a narrow frame: the share of the width of the knobs beside what is told of an error."""
_UPRIGHT_PANEL, _SQUARE_PANEL = 0.46, 0.34
"""The share of the readable height of the panel, likewise."""
_UPRIGHT_ROWS, _SQUARE_ROWS = (2.4, 1.0, 0.75), (1.8, 0.75)
"""Heights of the graph, of what is beside or below it, and of each slope."""
_SQUARE_MAIN = (0.17, 0.83, 0.07, 1.0)
"""The part of what the panel leaves of a square frame: the map is about as high as wide."""


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
        if layout.narrow:
            return cls._narrow(layout)
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

    @classmethod
    def _narrow(cls, layout: Layout) -> Rooms:
        """Return the rooms of an upright or a square frame: graphs above, all else below them."""
        stage, upright = layout.stage, layout.upright
        clear = layout.above_captions(stage)
        share = _UPRIGHT_PLOT if upright else _SQUARE_PLOT
        plot, block = clear.rows(share, 1 - share, gap=theme.GUTTER)
        dock, corner = block.columns(_DOCK_SHARE, 1 - _DOCK_SHARE, gap=theme.CARD_GAP)
        head, knobs = dock.inset(theme.GUTTER).rows(1, 3, gap=theme.GUTTER)
        share = _UPRIGHT_PANEL if upright else _SQUARE_PANEL
        upper, _ = clear.rows(share, 1 - share)
        main = Region(stage.left, stage.right, stage.bottom, upper.bottom - theme.CARD_GAP)
        if upright:
            graph, below = upper.rows(2, 1, gap=theme.LEG_GAP)
            # The loss has more digits at other settings: it grows to the right.
            *dials, loss, _ = below.columns(1, 1, 1.5, 0.25, gap=theme.GUTTER)
            beside, square, *rows = clear.rows(*_UPRIGHT_ROWS, _UPRIGHT_ROWS[-1], gap=theme.GUTTER)
            sum_room, lower = square, beside
        else:
            graph, aside = upper.columns(1.2, 1, gap=theme.CARD_GAP)
            pair, loss = aside.rows(2.2, 1, gap=theme.LEG_GAP)
            dials = [*_pair(pair)]
            top, *rows = clear.rows(*_SQUARE_ROWS, _SQUARE_ROWS[-1], gap=theme.GUTTER)
            beside, square = top.columns(1.4, 1, gap=theme.CARD_GAP)
            main = main.part(*_SQUARE_MAIN)
            sum_room, lower = top.rows(1, 2, gap=theme.LEG_GAP)
        strip, map_room = main.rows(_STRIP, 1 - _STRIP, gap=theme.LEG_GAP)
        turned = [row.columns(1, 3.1, gap=theme.GUTTER) for row in rows]
        slope_knobs = (turned[0][0], turned[1][0])
        return cls(
            docked=Places(plot, _pair(knobs)),
            dock=head,
            corner=corner.part(0.0, 1.0, 0.0, 0.93),
            panel=Places(graph, (dials[0], dials[1]), loss),
            main=main,
            strip=strip,
            map_room=map_room,
            beside=Places(beside, slope_knobs),
            square=square,
            slopes=(turned[0][1], turned[1][1]),
            below_sum=Places(lower, slope_knobs),
            sum_room=sum_room,
        )


def _pair(region: Region) -> tuple[Region, Region]:
    first, second = region.columns(1, 1)
    return first, second
