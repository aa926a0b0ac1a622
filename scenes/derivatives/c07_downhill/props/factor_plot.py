"""What a step keeps of a distance, plotted over its dial, and the band in which steps settle."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DL, DOWN, LEFT, UR, Line, Rectangle, VGroup

from mathcore.formulas.window import Span
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.brace import Hairline
from scenes.components.text.numeral import Numeral
from scenes.derivatives.c07_downhill.props.framed_graph import framed_axes
from scenes.layout import Region

SAFE = (-1.0, 1.0)
"""Between these factors every step leaves less of the distance."""
ROUNDING = 1e-9


class FactorPlot(VGroup):
    """Factors over dials: a falling line, a dot for each dial, a safe band and one of alarm.

    On stage are at first the axes; all else enters when it is spoken of.

    Parameters
    ----------
    dial_span, factor_span
        The window: first, last and step between ticks.
    ends
        Both ends of the line, from ``mathcore``.
    dials, factors
        The dials and what a step with each keeps.
    decimals
        Decimals of the dials' numbers.
    region
        Where it stands.
    """

    def __init__(
        self,
        dial_span: Span,
        factor_span: Span,
        ends: tuple[Point, Point],
        dials: Sequence[float],
        factors: Sequence[float],
        decimals: int,
        region: Region,
    ) -> None:
        self.axes = framed_axes(dial_span, factor_span, region, ("alpha", 'upright("factor")'))
        self.axes.names[0].set_color(theme.ALPHA)
        # Beside the axis the word is clear of the number at its upper end.
        self.axes.names[1].align_to(self.axes.y_axis, LEFT)
        low, _, _ = factor_span
        self.safe = self._band(*SAFE, theme.INK)
        self.alarm = self._band(low, SAFE[0], theme.ALARM)
        self.line = Line(
            self.axes.map(*ends[0]),
            self.axes.map(*ends[1]),
            stroke_color=theme.INK,
            stroke_width=theme.EXACT_STROKE,
        )
        self.dots, self.settings = VGroup(), VGroup()
        for dial, factor in zip(dials, factors, strict=True):
            out = factor < SAFE[0] - ROUNDING
            dot = SolidDot(
                self.axes.map(dial, factor),
                theme.ALARM if out else theme.ALPHA,
                theme.HOLE_RADIUS,
            )
            number = Numeral(dial, decimals, size=theme.DIGIT_SIZE, color=theme.ALPHA)
            self.dots.add(dot)
            number.next_to(dot, DL if factor >= 0 else UR, buff=0.0)
            if number.get_left()[0] < self.axes.window.left + theme.TICK:
                number.next_to(dot, UR, buff=0.0)  # below, it would lie on the axis
            edge = self.axes.map(0.0, SAFE[0])[1]
            if number.get_bottom()[1] < edge < number.get_top()[1]:
                number.next_to(dot, DL, buff=0.0)  # above, the edge of the band would cross it
            self.settings.add(number)
        super().__init__(self.axes)

    def _band(self, low: float, high: float, color: str) -> Rectangle:
        """Return the band between two factors, over the whole width of the window."""
        (first, last, _), _ = self.axes.spans
        left, right = self.axes.map(first, low), self.axes.map(last, high)
        return Rectangle(
            width=float(right[0] - left[0]),
            height=float(right[1] - left[1]),
            stroke_width=0.0,
            fill_color=color,
            fill_opacity=theme.VEIL,
        ).move_to((left + right) / 2)

    def drop(self, dial: float) -> Hairline:
        """Return the fine line from the edge of the safe band down to the scale of dials."""
        start = self.axes.map(dial, SAFE[0])
        foot = self.axes.window.bottom
        return Hairline(start, start + (start[1] - foot) * DOWN, theme.ALPHA)
