"""A plot on two logarithmic scales: a power of the gap is a straight line there."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup
from manim.typing import Point3D
from numpy.typing import ArrayLike, NDArray

from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import OpenDot, SolidDot
from scenes.components.marks.dashes import Dashes
from scenes.components.text.formula import Formula
from scenes.layout import Region

DECADE_MARGIN = 0.06
"""How much wider than its sizes a plot is on each side, as a share of their decades."""
DECADE_FOOT = 0.5
"""Room for the powers of ten below a plot, in frame units."""
DECADE_SIDE = 0.9
"""Room for the powers of ten beside a plot, in frame units."""
DECADE_TOP, DECADE_END = 0.64, 0.5
"""Room for the names above and to the right of a plot, in frame units."""


class DecadePlot(VGroup):
    """Sizes against sizes, by powers of ten.

    Parameters
    ----------
    region
        The region of the plot with its names and numbers.
    xs, ys
        All that will be plotted, positive, shapes (N,): the scales span its decades.
    names
        Typst mathematics at the ends of the scales.
    every
        Decades between two numbers, along x and along y.
    equal
        Whether a decade is as long along x as along y: then what grows in proportion rises at 45°.
    """

    def __init__(
        self,
        region: Region,
        xs: ArrayLike,
        ys: ArrayLike,
        names: tuple[str, str],
        every: tuple[int, int] = (1, 1),
        *,
        equal: bool = False,
    ) -> None:
        self.decades = tuple(_decades(values) for values in (xs, ys))
        (left, right), (low, high) = self.decades
        self.axes = GraphAxes(
            (left, right, every[0]),
            (low, high, every[1]),
            Region(
                region.left + DECADE_SIDE,
                region.right - DECADE_END,
                region.bottom + DECADE_FOOT,
                region.top - DECADE_TOP,
            ).inset(-AXIS_ROOM),
            equal=equal,
            x_name="",
            y_name="",
            numbers=(None, None),
        )
        # The scales stand at the edges of the window, wherever the power zero is.
        self.axes.remove(self.axes.x_axis, self.axes.y_axis)
        self.axes.x_axis.set_opacity(0.0)
        self.axes.y_axis.set_opacity(0.0)
        self.axes.ticks.set_opacity(0.0)
        self.numbers = VGroup()
        for power in self._powers(left, right, every[0]):
            self._number(power, self.axes.map(power, low), DOWN)
        for power in self._powers(low, high, every[1]):
            self._number(power, self.axes.map(left, power), LEFT)
        x_name, y_name = (Formula(name, size=theme.DIGIT_SIZE) for name in names)
        x_name.set_color(theme.RUN).next_to(self.axes.map(right, low), RIGHT, buff=theme.TICK)
        y_name.set_color(theme.APPROX).next_to(self.axes.map(left, high), UP, buff=theme.GUTTER)
        self.names = VGroup(x_name, y_name)
        super().__init__(self.axes.grid, self.numbers, self.names)

    @staticmethod
    def _powers(low: float, high: float, every: int) -> list[int]:
        powers = range(int(np.ceil(low)), int(np.floor(high)) + 1)
        return [power for power in powers if power % every == 0]

    def _number(self, power: int, at: Point3D, side: NDArray[np.float64]) -> None:
        number = Formula(f"10^({power})", size=theme.TICK_SIZE, color=theme.MUTED)
        number.inscription.scale = True
        self.numbers.add(number.next_to(at, side, buff=theme.LABEL_GAP))

    @staticmethod
    def decade(size: float) -> int:
        """Return the power of ten that a size is nearest to."""
        return round(float(np.log10(abs(size))))

    def at(self, x: float, y: float) -> Point3D:
        """Return the frame point of two sizes."""
        return self.axes.map(float(np.log10(abs(x))), float(np.log10(abs(y))))

    def dot(self, x: float, y: float, color: str = theme.APPROX) -> OpenDot:
        """Return an open dot at two sizes."""
        return OpenDot(self.at(x, y), color=color)

    def line(self, xs: ArrayLike, ys: ArrayLike, color: str = theme.APPROX) -> Dashes:
        """Return the dashed line from the first to the last of some points."""
        x, y = np.asarray(xs, float), np.asarray(ys, float)
        return Dashes(self.at(x[0], y[0]), self.at(x[-1], y[-1]), color=color)

    def cloud(self, xs: ArrayLike, ys: ArrayLike, color: str = theme.APPROX) -> VGroup:
        """Return a small dot for each pair of sizes that is not zero."""
        pairs = zip(np.asarray(xs, float), np.asarray(ys, float), strict=True)
        return VGroup(
            *(
                SolidDot(self.at(x, y), color=color, radius=theme.FINE_DOT_RADIUS)
                for x, y in pairs
                if y
            )
        )


def _decades(values: ArrayLike) -> tuple[float, float]:
    """Return the powers of ten between which all sizes lie, with a margin."""
    sizes = np.abs(np.asarray(values, dtype=float))
    sizes = sizes[sizes > 0]
    low, high = np.log10(sizes.min()), np.log10(sizes.max())
    margin = DECADE_MARGIN * max(high - low, 1.0)
    return float(low - margin), float(high + margin)
