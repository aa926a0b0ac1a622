"""A knob with the error that it changes, and the numbers of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from manim import DOWN

from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.rigs.dial import Dial, Gauge
from scenes.components.text.readout import Readout
from scenes.layout import Region

GAUGE_HEIGHT = 4.6
DIAL_PLACE, GAUGE_PLACE = (0.25, 0.62), (0.68, 0.55)
"""Where the middles of dial and gauge stand, as shares of their region."""
BROAD, BROAD_DIAL, BROAD_GAUGE = 1.0, (0.27, 0.58), (0.74, 0.5)
"""The width per height from which a region is broad, and where both stand in it."""
SLIM, SLIM_DIAL, SLIM_GAUGE = 0.45, (0.5, 0.75), (0.5, 0.26)
"""The width per height below which a region is slim, and where they stand below each other."""
SLIM_HEIGHT, SLIM_RADIUS = 0.34, 1.15
"""The share of a slim region's height that the gauge has, and the radius of the dial in it."""
GAUGE_ROOM = 1.4
"""Room for the name above a gauge and for the number below it, in frame units."""


@dataclass(frozen=True, slots=True)
class KnobAndError:
    """A dial and the gauge of its error, each with the readout of its number.

    Attributes
    ----------
    dial, gauge
        They show the knob's value and the error.
    knob, error
        The numbers below the two.
    """

    dial: Dial
    gauge: Gauge
    knob: Readout
    error: Readout

    @classmethod
    def standing_in(
        cls, region: Region, state: Point, span: tuple[float, float], decimals: int
    ) -> Self:
        """Build dial and gauge side by side, or below each other in a slim region.

        Parameters
        ----------
        region
            Where they stand.
        state
            The first value of the knob and its error, which fills the gauge.
        span
            The least and the greatest value on the scale of the knob.
        decimals
            Decimals of the knob's number.
        """
        height, radius, places = GAUGE_HEIGHT, theme.DIAL_RADIUS, (DIAL_PLACE, GAUGE_PLACE)
        if region.width > BROAD * region.height:
            height = min(height, region.height - GAUGE_ROOM)
            places = BROAD_DIAL, BROAD_GAUGE
        elif region.width < SLIM * region.height:
            height, radius = SLIM_HEIGHT * region.height, SLIM_RADIUS
            places = SLIM_DIAL, SLIM_GAUGE
        dial = Dial(state.x, span, radius).move_to(region.at(*places[0]))
        gauge = Gauge(state.y, state.y, height=height).move_to(region.at(*places[1]))
        knob = Readout("w =", state.x, decimals=decimals, size=theme.TABLE_SIZE, color=theme.RUN)
        error = Readout(
            "J =",
            state.y,
            decimals=2,
            digits=2,
            flush=True,
            size=theme.TABLE_SIZE,
            color=theme.FUNC,
        )
        knob.next_to(dial, DOWN, buff=theme.GUTTER)
        error.next_to(gauge, DOWN, buff=theme.GUTTER)
        return cls(dial, gauge, knob, error)

    @property
    def parts(self) -> tuple[Dial, Gauge, Readout, Readout]:
        """All that moves when the knob turns."""
        return self.dial, self.gauge, self.knob, self.error

    def turn_to(self, state: Point) -> None:
        """Show a value of the knob and the error that belongs to it."""
        self.dial.set_value(state.x)
        self.gauge.set_value(state.y)
        self.knob.set_value(state.x)
        self.error.set_value(state.y)
