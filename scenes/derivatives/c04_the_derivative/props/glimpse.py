"""A small cut-out of a curve with its tangent, and the word for what its slope says."""

from __future__ import annotations

from manim import VGroup

from mathcore.formulas.curves import Samples
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.stacked import WindowTangent
from scenes.components.marks.plate import outline
from scenes.components.text.formula import Formula
from scenes.components.text.text import Words
from scenes.layout import Region

Ticks = tuple[float, float, float]
WORDS_HEIGHT = 1.35
"""The height of a glimpse's word and formula, in frame units."""


def fitted_axes(x_range: Ticks, y_range: Ticks, region: Region, scale: float) -> GraphAxes:
    """Return axes of the height of a region, in its middle, with a given ratio of their units.

    Parameters
    ----------
    x_range, y_range
        ``(first, last, step between ticks)`` in lesson coordinates.
    region
        Its height is used; its width must suffice.
    scale
        Length of one unit across per length of one unit up.
    """
    unit = (region.height - 2 * AXIS_ROOM) / (y_range[1] - y_range[0])
    half = unit * scale * (x_range[1] - x_range[0]) / 2 + AXIS_ROOM
    middle = float(region.center[0])
    return GraphAxes(
        x_range,
        y_range,
        Region(middle - half, middle + half, region.bottom, region.top),
        y_name="f(x)",
        numbers=(None, None),
    )


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
        frame = Region(region.left, region.right, region.bottom + WORDS_HEIGHT, region.top)
        self.tangent = tangent
        self.pane = outline(frame.width, frame.height, theme.INK).move_to(frame.center)
        x, y = tangent.point
        self.axes = GraphAxes(
            (x - reach[0], x + reach[0], 1),
            (y - reach[1], y + reach[1], 1),
            frame.inset(theme.LEG_GAP - AXIS_ROOM),
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        self.curve = Curve(self.axes, samples, stroke=theme.EXACT_STROKE)
        self.line = WindowTangent(self.axes, tangent, theme.GLIMPSE_REACH)
        self.picture = VGroup(self.curve, self.line)
        self.word = Words(word, size=theme.TABLE_SIZE)
        self.formula = Formula(formula, size=theme.TABLE_SIZE, color=theme.EXACT)
        # All words stand on one line, and all formulas on another.
        for text, row in ((self.word, 1), (self.formula, 2)):
            text.move_to(frame.center).stand_on(frame.bottom - row * theme.ROW_PITCH)
        super().__init__(self.pane, self.picture, self.word, self.formula)
