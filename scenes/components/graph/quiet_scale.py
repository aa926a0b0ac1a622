"""A window's scale that is quiet while the window changes, and makes way for the curves in it."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import VMobject

from scenes import theme
from scenes.components.graph.zoom import ZoomPlot

QUIET = 0.08
"""How far from a power of ten, in powers of ten, a scale has lost nearly all of its numbers."""
SETTLED = 1.2
"""How much more than once, at a power of ten itself, the numbers could be seen."""


class QuietScale(VMobject):
    """Takes the numbers of a window's scale away while the window changes.

    On their way to the edges they would meet each other in the corners and cross the curve.

    Parameters
    ----------
    plot
        The window.
    *curves
        Graphs in it: a number that one of them crosses is left out.
    """

    def __init__(self, plot: ZoomPlot, *curves: VMobject) -> None:
        self.plot, self.curves = plot, curves
        super().__init__()

    def refresh(self) -> Self:
        """Show the numbers as far as the magnification is close to a power of ten."""
        level = float(np.log10(self.plot.factor))
        # All there a little before the window rests: its last step would leave them half faded.
        seen = min(1.0, max(0.0, SETTLED - abs(level - round(level)) / QUIET))
        for place, scale in enumerate(self.plot.scales):
            for _, number in scale:
                free = place == round(level) and not self._crossed(number)
                number.set_opacity(seen if free else 0.0)
        return self

    def _crossed(self, number: VMobject) -> bool:
        """Return whether a curve passes a number of the scale, or comes close to it."""
        x, y, _ = number.get_center()
        across, up = number.width / 2 + theme.LABEL_GAP, number.height / 2 + theme.LABEL_GAP
        return any(
            np.any(
                (np.abs(curve.points[:, 0] - x) < across) & (np.abs(curve.points[:, 1] - y) < up)
            )
            for curve in self.curves
        )
