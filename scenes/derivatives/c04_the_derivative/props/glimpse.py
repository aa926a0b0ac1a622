"""A small cut-out of a curve with its tangent, and the word for what its slope says."""

from __future__ import annotations

from manim import DOWN, VGroup

from mathcore.formulas.curves import Samples
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.stacked import WindowTangent
from scenes.components.text.formula import Formula
from scenes.components.text.text import Words
from scenes.layout import Region

GLIMPSE_SHARES = (1.7, 1.3)
"""The heights of a glimpse's picture and of its words, as shares."""


class Glimpse(VGroup):
    """One reading of a slope: the curve near a point, its tangent, a word and its formula.

    Parameters
    ----------
    region
        Where it stands.
    samples
        The curve; what leaves the cut-out is cut off.
    tangent
        Its tangent at the point in the middle.
    reach
        Half the width and half the height of the cut-out, in lesson units: the same for all
        glimpses that are to be compared.
    word, formula
        What the slope says, in a word and as a formula.
    """

    def __init__(
        self,
        region: Region,
        samples: Samples,
        tangent: Tangent,
        reach: tuple[float, float],
        word: str,
        formula: str,
    ) -> None:
        pane, words = region.rows(*GLIMPSE_SHARES)
        x, y = tangent.point
        self.axes = GraphAxes(
            (x - reach[0], x + reach[0], 1),
            (y - reach[1], y + reach[1], 1),
            pane.inset(-AXIS_ROOM),
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        self.curve = Curve(self.axes, samples)
        self.line = WindowTangent(self.axes, tangent, theme.GLIMPSE_REACH)
        self.picture = VGroup(self.curve, self.line)
        self.word = Words(word)
        words.inset(theme.LEG_GAP).place(self.word, 0.5, 1.0)
        self.formula = Formula(formula, size=theme.AXIS_SIZE, color=theme.EXACT)
        self.formula.next_to(self.word, DOWN, buff=theme.LABEL_GAP)
        super().__init__(self.picture, self.word, self.formula)

    def align(self, baseline: float) -> None:
        """Let its word stand on a common line, and its formula below."""
        self.word.stand_on(baseline)
        self.formula.stand_on(baseline - theme.ROW_PITCH)
