"""Lines that cut two slivers into strips and their corner into cells."""

from __future__ import annotations

from collections.abc import Sequence

from manim import UP, Line, VGroup, VMobject

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_view import CornerView


class Cuts(VGroup):
    """The slivers cut into as many strips as told, the corner into as many rows and columns.

    Under a nudge that many times smaller, one strip of each sliver is left, and of the corner one
    cell: the lines stay where they are, so that all that is gone can be counted.

    Parameters
    ----------
    view
        The square, under the nudge that is cut.
    count
        Into how many strips a sliver is cut.
    """

    def __init__(self, view: CornerView, count: int) -> None:
        shares = [place / count for place in range(count + 1)]
        self.right = _cut(view.right_sliver, theme.RISE, shares, (0.0, 1.0))
        self.top = _cut(view.top_sliver, theme.RISE, (0.0, 1.0), shares)
        self.corner = _cut(view.corner, theme.RUN, shares, shares)
        super().__init__(self.right, self.corner, self.top)


def times_fewer(pieces: VGroup, strips: float, cells: float) -> VGroup:
    """Write above a sliver and the corner how many times smaller these have become.

    Parameters
    ----------
    pieces
        The sliver at the right, the corner, and the sliver on top.
    strips, cells
        How many times smaller a sliver is, and the corner.
    """
    _, corner, top = pieces
    tags = [
        Formula(f"div {spell(times, 0)}", size=theme.TABLE_SIZE, color=color).next_to(
            piece, UP, buff=theme.LABEL_GAP
        )
        for piece, times, color in ((top, strips, theme.RISE), (corner, cells, theme.RUN))
    ]
    line = max(tag.baseline for tag in tags)
    return VGroup(*(tag.stand_on(line) for tag in tags))


def _cut(
    piece: VMobject,
    color: str,
    across: Sequence[float],
    up: Sequence[float],
) -> VGroup:
    """Return upright lines at some shares of the width, and level ones at some of the height."""
    left, right = float(piece.get_left()[0]), float(piece.get_right()[0])
    low, high = float(piece.get_bottom()[1]), float(piece.get_top()[1])
    ends = [
        ((x, low, 0.0), (x, high, 0.0)) for x in (left + one * (right - left) for one in across)
    ]
    ends += [((left, y, 0.0), (right, y, 0.0)) for y in (low + one * (high - low) for one in up)]
    return VGroup(
        *(
            Line(start, end, stroke_color=color, stroke_width=theme.HAIRLINE_STROKE)
            for start, end in ends
        )
    )
