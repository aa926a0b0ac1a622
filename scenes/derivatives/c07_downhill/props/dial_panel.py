"""One dial of several: its setting, a ball on a hill, and its signed distances step by step."""

from __future__ import annotations

from typing import Self

from manim import DOWN, RIGHT, Line, Rectangle, VGroup

from mathcore.formulas.curves import Samples
from mathcore.formulas.window import Span
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.rigs.dial import Dial
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c07_downhill.props.curve_path import CurvePath
from scenes.layout import Region

_SHARES = (1.05, 0.6, 2.25, 1.3, 0.6, 0.65)
"""Heights of the dial, its setting, the hill, the distances, the factor and the word."""
_RADIUS = 0.52
_TICKS = 7
_NOTHING = 1e-4
"""Height of a bar that stands for no distance, in frame units."""
_BOUNCES = 1 + 1e-9
"""A step that multiplies a distance by more than this leads away; rounding errors stay below."""
_BAR_SHARE = 0.62
"""Width of a bar, in steps."""


class DialPanel(VGroup):
    """A race in one lane: everything follows the number of the step.

    Parameters
    ----------
    region
        The whole panel.
    samples, x_range, y_range
        The hill and its window.
    points, heights
        Inputs of the descent and heights of the hill there, shapes (N,).
    distances
        Distances to the lowest point, signed, shape (N,).
    farthest
        The largest distance that the strip of bars can show.
    alpha, span
        The value at which the dial stands, and the two ends of its scale.
    decimals
        Decimals of the setting.
    factor
        The number by which a step multiplies a distance.
    word
        What becomes of the ball.
    """

    def __init__(
        self,
        region: Region,
        samples: Samples,
        x_range: Span,
        y_range: Span,
        points: FloatArray,
        heights: FloatArray,
        distances: FloatArray,
        farthest: float,
        alpha: float,
        span: tuple[float, float],
        decimals: int,
        factor: float,
        word: str,
    ) -> None:
        head, setting, pane, strip, foot, last = region.rows(*_SHARES, gap=theme.TICK)
        self.dial = head.place(Dial(alpha, span, radius=_RADIUS, ticks=_TICKS))
        equal = "=" if shortest(alpha) <= decimals else "approx"
        self.setting = setting.place(
            Readout(
                f"alpha {equal}",
                alpha,
                decimals=decimals,
                size=theme.TABLE_SIZE,
                color=theme.ALPHA,
            )
        )
        self.axes = GraphAxes(
            x_range,
            y_range,
            pane.inset(-AXIS_ROOM),
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
            framed=True,
        )
        self.axes.set_opacity(0.0)
        self.curve = Curve(self.axes, samples)
        runs_away = abs(factor) > _BOUNCES
        self.bar_color = theme.ALARM if runs_away else theme.RUN
        trail = theme.ALARM if runs_away else theme.MUTED
        self.path = CurvePath(self.axes, points, heights, theme.MARBLE_RADIUS, trail)
        self.base, self.bars = self._bars(strip, distances, farthest)
        self.factor = Numeral(factor, 1, size=theme.TABLE_SIZE)
        times = Formula("times", size=theme.TABLE_SIZE)
        times.stand_on(self.factor.baseline).next_to(self.factor, -RIGHT, buff=theme.TICK)
        times.shift((self.factor.baseline - times.baseline) * -DOWN)
        self.told = foot.place(VGroup(times, self.factor))
        self.word = last.place(
            Words(word, size=theme.TABLE_SIZE, color=theme.ALARM if runs_away else theme.INK)
        )
        self.word.stand_on(last.bottom + last.height / 4)
        super().__init__(self.dial, self.setting, self.curve, self.base, self.bars, self.path)
        self.put(0.0)

    def _bars(self, strip: Region, distances: FloatArray, farthest: float) -> tuple[Line, VGroup]:
        """Return a bar for each step, up or down for either side, as far as there is room."""
        middle, unit = strip.center[1], strip.height / 2 / farthest
        pitch = strip.width / len(distances)
        base = Line(
            strip.at(0.0, 0.5),
            strip.at(1.0, 0.5),
            stroke_color=theme.MUTED,
            stroke_width=theme.HAIRLINE_STROKE,
        )
        bars = VGroup()
        for step, distance in enumerate(distances.tolist()):
            if abs(distance) > farthest:
                break
            bar = Rectangle(
                width=pitch * _BAR_SHARE,
                height=max(abs(distance) * unit, _NOTHING),
                stroke_width=0.0,
                fill_color=self.bar_color,
                fill_opacity=theme.BAR_FILL,
            )
            x = strip.left + (step + 0.5) * pitch
            bars.add(bar.move_to((x, middle + distance * unit / 2, 0.0)))
        return base, bars

    def put(self, index: float) -> Self:
        """Show the race up to a step."""
        self.path.put(index)
        for step, bar in enumerate(self.bars):
            seen = min(max(index - step + 1, 0.0), 1.0)
            bar.set_fill(opacity=theme.BAR_FILL * seen)
        return self
