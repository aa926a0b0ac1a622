"""The place of the plot, and of the formulas beside it or, in an upright frame, above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from mathcore.formulas.window import Span
from scenes.layout import Layout, Region

_MARGIN = 0.02
"""The share of the width at the left of a plot, for the numbers of its scale."""
_UPRIGHT_ROWS = (0.35, 0.65)
"""Heights of the formulas and of the plot in an upright frame."""
_UPRIGHT_LEFT = 0.08
"""Where the formulas begin there, as a share of the width."""


@dataclass(frozen=True, slots=True)
class PlotAndColumn:
    """Where the plot of clip 01 stands, and where its formulas and its table stand.

    Attributes
    ----------
    plot
        The region of the plot.
    column
        The region of the table, in the rows of which the formulas stand.
    header, body, foot
        These rows.
    ledger
        Where the slopes are written one under the other.
    x_span
        The inputs that the plot shows: fewer where it is narrow.
    """

    plot: Region
    column: Region
    header: Region
    body: Region
    foot: Region
    ledger: Region
    x_span: Span

    @classmethod
    def of(cls, layout: Layout) -> Self:
        """Return the places in a frame."""
        return layout.by_shape(cls._wide, cls._square, cls._upright)(layout)

    @classmethod
    def _wide(cls, layout: Layout) -> Self:
        column = layout.readable.part(0.62, 1.0, 0.0, 1.0)
        header, body, foot = column.rows(1, 3, 1)
        plot = layout.stage.part(_MARGIN, 0.6, 0.0, 1.0)
        return cls(plot, column, header, body, foot, body, (-3.4, 5.4, 1))

    @classmethod
    def _square(cls, layout: Layout) -> Self:
        # The names of the legs reach out of the plot at half its height: no formula stands there.
        column = layout.readable.part(0.52, 1.0, 0.0, 1.0)
        header, _, body, foot = column.rows(1.5, 3.4, 1.8, 0.8)
        plot = layout.stage.part(_MARGIN, 0.495, 0.0, 1.0)
        ledger = column.part(0.0, 1.0, 0.1, 0.65)
        return cls(plot, column, header, body, foot, ledger, (-1.7, 3.7, 1))

    @classmethod
    def _upright(cls, layout: Layout) -> Self:
        above, below = layout.stage.rows(*_UPRIGHT_ROWS)
        plot = below.part(_MARGIN, 1.0, 0.0, 1.0)
        column = above.part(_UPRIGHT_LEFT, 1.0, 0.0, 1.0)
        header, body, foot = column.rows(1.5, 1.7, 1)
        ledger = Region(column.left, column.right, foot.bottom, body.top)
        return cls(plot, column, header, body, foot, ledger, (-3.4, 5.4, 1))
