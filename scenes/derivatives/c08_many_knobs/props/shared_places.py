"""What several acts of clip 08 write in one way and at one place."""

from __future__ import annotations

from dataclasses import replace

from manim import DOWN, LEFT, VMobject

from scenes import theme
from scenes.layout import Layout, Region

LOSS_AT = (0.55, 1.0)
"""Where the formula of the landscape stands in its picture, between the two heights."""
PARTIALS = (r"partial J \/ partial w_1", r"partial J \/ partial w_2")
"""The names of the two slopes, as Typst mathematics."""
QUIET = 0.4
"""How strong the contours of a map are while something is written on them."""
_PICTURE, _COLUMN = 0.725, 0.75
"""Where the picture ends and the column beside it begins, as shares of the stage's width."""
_SQUARE_COLUMN, _UPRIGHT_COLUMN = 0.375, 0.366
"""The share of a narrow stage's height that the column takes above the picture."""
_KNOB_ROWS = (1.7, 1.7, 1.6, 1.6)
"""Heights of both knobs and of both slopes in a high column."""
_UPRIGHT_ROWS = (1.4, 1.0, 1.0)
"""Heights of the row of both knobs and of each slope in the column of an upright frame."""
_TABLE_FROM = 0.3
"""Where a table begins in the low and wide column of a square frame, as a share of its width."""


def picture_and_column(layout: Layout) -> tuple[Region, Region]:
    """Return where landscapes and maps stand, and where is told what they show.

    The column stands beside the picture, in a narrow frame above it.
    """
    stage = layout.stage
    if layout.narrow:
        share = _SQUARE_COLUMN
        if layout.upright:  # no map is higher than what the captions leave
            share, stage = _UPRIGHT_COLUMN, layout.above_captions(stage)
        column, picture = stage.rows(share, 1 - share, gap=theme.GUTTER)
        return picture, column
    beside = stage.part(_COLUMN, 1.0, 0.0, 1.0)
    return stage.part(0.0, _PICTURE, 0.0, 1.0), replace(beside, bottom=layout.readable.bottom)


def knob_cells(layout: Layout, column: Region) -> tuple[Region, ...]:
    """Return the rooms of both knobs and of both slopes.

    In a square frame they stand in two rows; in an upright one each slope has a row of its own.
    """
    if not layout.narrow:
        return column.rows(*_KNOB_ROWS)
    if layout.upright:
        knobs, *slopes = column.rows(*_UPRIGHT_ROWS)
        return *knobs.columns(1, 1), *slopes
    return tuple(cell for row in column.rows(1, 1) for cell in row.columns(1, 1))


def put(column: Region, thing: VMobject, left: float, height: float) -> VMobject:
    """Put something into the column at shares of its width and its height, and return it.

    It is scaled down to what is left of the width.
    """
    room = column.part(left, 1.0, 0.0, 1.0)
    return room.place(room.fit(thing), 0.0, height)


def lay_out_steps(
    layout: Layout, column: Region, alpha: VMobject, table: VMobject, question: VMobject | None
) -> None:
    """Put the step size, the table of its steps and a question about them into the column.

    The table stands below the step size, in a square frame beside it. The question stands below
    the table of a narrow column, or in its free corner if there is no room; in a wide frame its act
    puts it.
    """
    column.place(alpha, 0.0, 1.0)
    square = layout.narrow and not layout.upright
    if square:
        column.part(_TABLE_FROM, 1.0, 0.0, 1.0).place(table, 0.0, 1.0)
    else:
        gap = theme.GUTTER if layout.upright else theme.CARD_GAP
        table.next_to(alpha, DOWN, buff=gap).align_to(alpha, LEFT)
    if question is None or not layout.narrow:
        return
    if float(table.get_bottom()[1]) - column.bottom > question.height + theme.GUTTER:
        column.place(question, 0.0, 0.0).align_to(table, LEFT)
    elif square:
        column.part(0.0, _TABLE_FROM, 0.0, 1.0).place(question, 0.0, 0.45)
    else:
        column.place(question, 1.0, 1.0)
