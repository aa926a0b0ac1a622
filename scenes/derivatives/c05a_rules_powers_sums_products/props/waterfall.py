"""Bars stacked one upon the other, which show a sum, and the caps by which they grow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import DOWN, RIGHT, UP, AnimationGroup, Line, Rectangle, VGroup, VMobject

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import lay
from scenes.layout import Region

Heights = Sequence[float] | FloatArray
LOSS_WIDTH = 0.5
"""How wide the step down is that a loss makes beside the stack of what is gained."""


class Waterfall(VGroup):
    """Bars side by side, each beginning where the one before it ended; the last is the sum.

    Under a nudge each bar grows a cap, and all that stands on it is lifted.

    Parameters
    ----------
    heights
        Signed heights of the terms.
    names
        Typst mathematics under each bar and under the sum.
    region
        The region that it fills; above the tallest bar a row is kept free for its number.
    top
        The height that just fits, in the unit of the terms.
    color
        The role of what is stacked.
    """

    def __init__(
        self,
        heights: Heights,
        names: Sequence[str],
        region: Region,
        top: float,
        color: str = theme.FUNC,
    ) -> None:
        super().__init__()
        self.region = region
        self.unit = (region.height - 2 * theme.WIDE_PITCH) / top
        self.pitch = region.width / (len(heights) + 1)
        self.base_height = base = region.bottom + theme.WIDE_PITCH
        self.share, self.clearness = theme.BAR_SHARE, 0.0
        self.bars = VGroup(*(self._bar(color) for _ in names))
        self.steps = VGroup(
            *(Line(stroke_color=color, stroke_width=theme.HAIRLINE_STROKE) for _ in names[1:])
        )
        self.names = VGroup(
            *(
                Formula(name, size=theme.TABLE_SIZE).next_to(
                    (self._middle(place), base, 0.0), DOWN, buff=theme.LABEL_GAP
                )
                for place, name in enumerate(names)
            )
        )
        for name in self.names[1:]:
            name.stand_on(self.names[0].baseline)
        self.base = Line(
            (region.left, base, 0.0),
            (region.right, base, 0.0),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.caps, self.stacked = (
            VGroup(*(self._bar(theme.RISE, 1.0).clear_points() for _ in heights)) for _ in range(2)
        )
        self.add(self.base, self.steps, self.bars, self.names)
        self.set_heights(heights)

    def look(self, unit: float, base: float, share: float) -> Self:
        """Draw the same bars in another scale.

        Parameters
        ----------
        unit
            Frame units per unit of the terms.
        base
            Height of the line on which they stand; the names below it stay.
        share
            Width of a bar, as a share of the distance between two.
        """
        self.base.shift((base - self.base_height) * UP)
        self.unit, self.base_height, self.share = unit, base, share
        return self.set_rises(self.rises)

    def set_heights(self, heights: Heights) -> Self:
        """Let the terms have other heights and no rises, and what stands on one move along."""
        self.heights = np.asarray(heights, dtype=np.float64)
        self.rises = np.zeros(len(self.heights))
        return self._lay_bars()

    def set_rises(self, rises: Heights) -> Self:
        """Let a cap grow on each bar by the rise of its term; what stands on it is lifted.

        ``stacked`` has all these rises once more: what is gained stands whole upon the sum, and
        what is lost steps down beside it, from the top of the stack.
        """
        self.rises = np.asarray(rises, dtype=np.float64)
        for place, (cap, rise) in enumerate(zip(self.caps, rises, strict=True)):
            end = self._begin(place) + self.heights[place]
            self._stand(cap, self._middle(place), self._half, end, end + rise)
        self._stack()
        # What is taken away is hollow; a rim, as thin as the cap at first, sets what is added
        # apart.
        for cap, rise in zip((*self.caps, *self.stacked), (*rises, *rises), strict=True):
            grown = min(1.0, abs(float(rise)) * self.unit / theme.TICK)
            filled, rim = (theme.BG, theme.RISE) if rise < 0 else (theme.RISE, theme.BG)
            opaque = 1.0 - (1.0 - theme.DIM) * self.clearness
            cap.set_fill(filled, opaque)
            cap.set_stroke(theme.RISE if self.clearness else rim, theme.FRAME_STROKE * grown)
        return self._lay_bars()

    def clear_caps(self, clearness: float) -> Self:
        """Let what stands behind the caps be seen: 0 is opaque, 1 as clear as it gets."""
        self.clearness = clearness
        return self.set_rises(self.rises)

    def _stack(self) -> None:
        """Stack what is gained upon the sum, and let what is lost step down beside its top."""
        middle = self._middle(len(self.stacked))
        beside = middle + self._half + LOSS_WIDTH / 2
        gained, lost = np.maximum(self.rises, 0.0), np.minimum(self.rises, 0.0)
        ups = self.heights.sum() + self._ends(gained)
        downs = ups[-1] + self._ends(lost)
        for place, cap in enumerate(self.stacked):
            if self.rises[place] < 0:
                self._stand(cap, beside, LOSS_WIDTH / 2, downs[place], downs[place + 1])
            else:
                self._stand(cap, middle, self._half, ups[place], ups[place + 1])

    def _begin(self, place: int) -> float:
        """Return the level at which a bar begins: the one before it has ended and grown there."""
        return float((self.heights + self.rises)[:place].sum())

    def _lay_bars(self) -> Self:
        self.spans = [
            (self._begin(place), self._begin(place) + float(height))
            for place, height in enumerate(self.heights)
        ]
        self.spans.append((0.0, float(self.heights.sum())))
        for place, (bar, (low, high)) in enumerate(zip(self.bars, self.spans, strict=True)):
            taken = high < low
            bar.set_fill(opacity=theme.DIM if taken else theme.BAR_FILL)
            bar.set_stroke(width=theme.FRAME_STROKE if taken else 0.0)
            self._stand(bar, self._middle(place), self._half, low, high)
        for place, step in enumerate(self.steps):
            y = self._level(self._begin(place + 1))
            left, right = self._middle(place) + self._half, self._middle(place + 1) - self._half
            step.put_start_and_end_on((left, y, 0.0), (right, y, 0.0))
        return self

    def settle(self) -> AnimationGroup:
        """Turn what is gained and lost from rises into slopes."""
        turned = []
        for cap, rise in zip((*self.caps, *self.stacked), (*self.rises, *self.rises), strict=True):
            change = animated(cap).set_stroke(theme.EXACT)
            turned.append(change if rise < 0 else change.set_fill(theme.EXACT, theme.DIM))
        return AnimationGroup(
            *turned, animated(self.steps).set_stroke(theme.EXACT), run_time=theme.FADE
        )

    def span_of(self, place: int) -> Region:
        """Return what a rise fills in the frame: upside down for a loss, flat where none is.

        The last place is the sum, which grows by all rises together.
        """
        whole = place == len(self.rises)
        begin = self.heights.sum() if whole else self._begin(place) + self.heights[place]
        rise = self.rises.sum() if whole else self.rises[place]
        x, half = self._middle(place), self._half
        return Region(x - half, x + half, self._level(begin), self._level(begin + rise))

    def room_below(self, first: int, last: int) -> Region:
        """Return what is free below the bars ``first`` to ``last`` and their numbers."""
        low = min(self._begin(place + 1) for place in range(first - 1, last + 1))
        told = (self.heights + self.rises)[first : last + 1]
        number = theme.WIDE_PITCH if min(told) < 0 else theme.GUTTER
        return Region(
            self._middle(first - 1) + self._half + theme.GUTTER,
            self._middle(last + 1) - self._half - theme.GUTTER,
            self.base_height + theme.LABEL_GAP,
            self._level(low) - number,
        )

    def put_on_stack(self, number: VMobject, place: int) -> VMobject:
        """Move a number on the piece that a term has stacked on the sum; beside it for a loss."""
        piece = self.stacked[place]
        if self.rises[place] >= 0:
            return number.move_to(piece)
        return number.next_to(piece, RIGHT, buff=theme.LABEL_GAP)

    def put_beside_stack(self, number: VMobject, place: int) -> VMobject:
        """Move a number to the right of the piece that a term has stacked on the sum."""
        return number.next_to(self.stacked[place], RIGHT, buff=theme.LABEL_GAP)

    def put_beside_sum(self, number: VMobject, gap: float) -> VMobject:
        """Move a number to the right of all that the sum has grown by, at half its height."""
        span = self.span_of(len(self.rises))
        return number.next_to(span.at(1.0, 0.5), RIGHT, buff=gap)

    def brace_total(self, label: VMobject, color: str, gap: float = 0.0) -> SpanBrace:
        """Return a brace beside the sum, over all that it has grown by.

        Parameters
        ----------
        label
            What it measures.
        color
            The role of that.
        gap
            How far from the sum it stands, in frame units.
        """
        right = self._middle(len(self.stacked)) + self._half + gap
        before = float(self.heights.sum())
        low, high = self._level(before), self._level(before + float(self.rises.sum()))
        return SpanBrace(
            np.array([right, low, 0.0]), np.array([right, high, 0.0]), label, color=color
        )

    def put_above(self, number: VMobject, place: int) -> VMobject:
        """Move a number above a bar and its cap; below them where the term is negative."""
        caps = self.stacked if place == len(self.caps) else [self.caps[place]]
        shown = [self.bars[place], *(cap for cap in caps if len(cap.points))]
        middle = self._middle(place)
        if place < len(self.heights) and self.heights[place] + self.rises[place] < 0:
            low = min(float(one.get_bottom()[1]) for one in shown)
            return number.next_to((middle, low, 0.0), DOWN, buff=theme.LABEL_GAP)
        top = max(float(one.get_top()[1]) for one in shown)
        return number.next_to((middle, top, 0.0), UP, buff=theme.LABEL_GAP)

    @property
    def _half(self) -> float:
        return self.pitch * self.share / 2

    def _middle(self, place: int) -> float:
        return self.region.left + (place + 0.5) * self.pitch

    def _level(self, height: float) -> float:
        return self.base_height + float(height) * self.unit

    def _stand(self, bar: VMobject, x: float, half: float, start: float, end: float) -> None:
        low, high = sorted((self._level(start), self._level(end)))
        if bar in self.bars:
            high = max(high, low + theme.VANISH)  # a term of no height is a thin line
        lay(bar, (x - half, low), (x + half, high))

    @staticmethod
    def _bar(color: str, fill: float = theme.BAR_FILL) -> Rectangle:
        return Rectangle(stroke_color=color, stroke_width=0.0, fill_color=color, fill_opacity=fill)

    @staticmethod
    def _ends(heights: FloatArray) -> FloatArray:
        return np.concatenate([[0.0], np.cumsum(heights)])
