"""A square that grows by two slivers and a corner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

from manim import VGroup

from mathcore.timing import log_time
from scenes import theme
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place, block, lay


@dataclass(frozen=True, slots=True)
class CornerState:
    """How the square is seen.

    Attributes
    ----------
    unit
        Frame units per unit of length of the square.
    at
        Where the upper right corner of the old square stands in the frame.
    nudge
        By how much the sides grow, in units of length.
    gap
        How far the added pieces stand off, in frame units.
    """

    unit: float
    at: Place
    nudge: float
    gap: float = 0.0

    def seen(self, nudge: float, gap: float = 0.0) -> CornerState:
        """Return the same square under another nudge, its pieces another gap apart."""
        return replace(self, nudge=nudge, gap=gap)

    def moved_to(self, other: CornerState) -> Callable[[float], CornerState]:
        """Return the even way to another place and unit, under this nudge and gap."""
        (x0, y0), (x1, y1) = self.at, other.at

        def at(share: float) -> CornerState:
            return replace(
                self,
                unit=self.unit + share * (other.unit - self.unit),
                at=(x0 + share * (x1 - x0), y0 + share * (y1 - y0)),
            )

        return at

    def way_to(self, other: CornerState) -> Callable[[float], CornerState]:
        """Return the way to another nudge and gap: every decade of the nudge in equal time."""

        def at(share: float) -> CornerState:
            return self.seen(
                log_time(self.nudge, other.nudge, share),
                self.gap + (other.gap - self.gap) * share,
            )

        return at


class CornerView(VGroup):
    """A square, two slivers and a corner.

    Parameters
    ----------
    side
        Side of the old square, in units of length.
    state
        How it is seen at first.
    """

    def __init__(self, side: float, state: CornerState) -> None:
        self.side = side
        self.core = block(theme.FUNC)
        self.right_sliver, self.top_sliver = block(theme.RISE), block(theme.RISE)
        self.corner = block(theme.RUN)
        super().__init__(self.core, self.right_sliver, self.top_sliver, self.corner)
        self.put(state)

    def put(self, state: CornerState) -> Self:
        """Show it in another state."""
        self.state = state
        (x, y), gap = state.at, state.gap
        long, wide = self.side * state.unit, state.nudge * state.unit
        places = (
            (self.core, (x - long, y - long), (x, y)),
            (self.right_sliver, (x + gap, y - long), (x + gap + wide, y)),
            (self.top_sliver, (x - long, y + gap), (x, y + gap + wide)),
            (self.corner, (x + gap, y + gap), (x + gap + wide, y + gap + wide)),
        )
        for piece, low, high in places:
            lay(piece, low, high)
        return self

    @property
    def pieces(self) -> VGroup:
        """The two slivers and the corner that were added."""
        return VGroup(self.right_sliver, self.corner, self.top_sliver)
