"""A window on a square that grows, which can push in on the corner that is added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VGroup
from manim.typing import Point3D

from mathcore.timing import log_time
from scenes import theme
from scenes.components.marks.plate import outline
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place, block, lay
from scenes.layout import Region


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

    def way_to(self, other: CornerState) -> Callable[[float], CornerState]:
        """Return the way to another state: unit and nudge in equal time for every decade."""

        def at(share: float) -> CornerState:
            x, y = (a + (b - a) * share for a, b in zip(self.at, other.at, strict=True))
            return CornerState(
                log_time(self.unit, other.unit, share),
                (x, y),
                log_time(self.nudge, other.nudge, share),
                self.gap + (other.gap - self.gap) * share,
            )

        return at


class CornerView(VGroup):
    """A square, two slivers and a corner, cut at the edges of a window.

    Parameters
    ----------
    side
        Side of the old square, in units of length.
    window
        What is seen of it.
    state
        How it is seen at first.
    """

    def __init__(self, side: float, window: Region, state: CornerState) -> None:
        self.side, self.window = side, window
        self.core = block(theme.FUNC)
        self.right_sliver, self.top_sliver = block(theme.RISE), block(theme.RISE)
        self.corner = block(theme.APPROX)
        self.frame = outline(window.width, window.height).move_to(window.center)
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
            lay(piece, self._cut(low), self._cut(high))
        return self

    def _cut(self, place: Place) -> Place:
        seen = self.window
        return (
            float(np.clip(place[0], seen.left, seen.right)),
            float(np.clip(place[1], seen.bottom, seen.top)),
        )

    @property
    def pieces(self) -> VGroup:
        """The two slivers and the corner that were added."""
        return VGroup(self.right_sliver, self.corner, self.top_sliver)

    def below(self, start: float, end: float) -> tuple[Point3D, Point3D]:
        """Return the ends of a span on the lower edge, in units of length from its left end."""
        x, y = self.state.at
        unit = self.state.unit
        low = y - self.side * unit
        left, right = (x + (place - self.side) * unit for place in (start, end))
        return np.array([left, low, 0.0]), np.array([right, low, 0.0])
