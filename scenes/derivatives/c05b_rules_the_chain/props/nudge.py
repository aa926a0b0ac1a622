"""The bar of a nudge on a number line, and the light from one bar to the next."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Polygon, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.graph.curve import OpenDot
from scenes.components.rigs.lens import Lens
from scenes.components.text.readout import Readout
from scenes.derivatives.c05b_rules_the_chain.props.track import Track

BAR_HEIGHT = 0.26
"""How thick the bar of a nudge is, in frame units."""
LENS_SIZE, LENS_PLACE = 0.88, 0.57
"""The radius of a lens, and the share of the way down at which it stands: clear of the numbers."""
SIZE_DROP = 0.58
"""How far below its line the size of a nudge begins, clear of the numbers."""
BEAM_OPACITY = 0.1
CUT_STROKE = 5.0
"""The stroke of the gaps by which the eye counts equal parts of a bar."""
SLIVER = 0.08
"""A part that is shorter than this, in frame units, is not cut off."""


class NudgeBar(VGroup):
    """A thick bar on a line from its marker to where a nudge takes it, and its size beside it.

    Parameters
    ----------
    track
        The line that it lies on.
    name
        Typst mathematics for the nudge.
    change
        Its first length, in units of the line.
    below
        Whether its size stands below the line instead of above.
    """

    def __init__(self, track: Track, name: str, change: float, *, below: bool = False) -> None:
        self.track, self.below, self.pitch = track, below, 0.0
        color = track.spec.color
        self.strip = Polygon(LEFT, RIGHT, UP, fill_color=color, fill_opacity=1.0, stroke_width=0.0)
        self.cuts = VMobject(stroke_color=theme.BG, stroke_width=CUT_STROKE)
        self.end = OpenDot(track.home, color=color, radius=theme.MARBLE_RADIUS)
        self.size = Readout(f"{name} =", change, decimals=3, size=theme.DIGIT_SIZE, color=color)
        super().__init__(self.strip, self.cuts, self.end, self.size)
        self.put(track.spec.home, change)

    @property
    def bar(self) -> VGroup:
        """The bar with its cuts and its end, without its size."""
        return VGroup(self.strip, self.cuts, self.end)

    def put(self, at: float, change: float) -> Self:
        """Measure another nudge."""
        start, end = self.track.map(at), self.track.map(at + change)
        half = BAR_HEIGHT / 2 * UP
        self.strip.set_points_as_corners(
            [start - half, end - half, end + half, start + half, start - half]
        )
        self.end.move_to(end)
        self.size.set_value(change)
        if self.below:
            self.size.next_to(start, DOWN, buff=SIZE_DROP, aligned_edge=LEFT)
        else:
            self.size.next_to(end, UP + RIGHT, buff=theme.LABEL_GAP)
        self.start, self.length = start, float(end[0] - start[0])
        return self.cut(self.pitch)

    def cut(self, pitch: float) -> Self:
        """Cut it into parts of a length in frame units, so that they can be counted; 0 joins it."""
        self.pitch = pitch
        self.cuts.clear_points()
        half = BAR_HEIGHT / 2 * UP
        for place in range(1, int(self.length / pitch) + 1 if pitch else 1):
            if self.length - place * pitch > SLIVER:
                at = self.start + place * pitch * RIGHT
                self.cuts.start_new_path(at - half)
                self.cuts.add_line_to(at + half)
        return self

    def pieces(self, pitch: float, color: str) -> VGroup:
        """Return strips of a length in frame units, laid end to end along the bar."""
        count = round(self.length / pitch)
        return VGroup(*(self.strip_at(place * pitch, pitch, color) for place in range(count)))

    def strip_at(self, offset: float, length: float, color: str) -> Polygon:
        """Return a strip as thick as the bar, at an offset from its start."""
        left = self.start + offset * RIGHT
        return _strip(left, left + length * RIGHT, color)


class NudgeBeam(VGroup):
    """Light from the bar of a nudge to the bar on the next line, through a lens that reads both.

    Parameters
    ----------
    above, below
        The two bars.
    name
        Typst mathematics for the quotient of their lengths.
    ratio
        The first quotient, unrounded.
    color, decimals
        APPROX and some decimals for a quotient of finite nudges, EXACT for a slope.
    """

    def __init__(
        self,
        above: NudgeBar,
        below: NudgeBar,
        name: str,
        ratio: float,
        *,
        color: str = theme.EXACT,
        decimals: int = 0,
    ) -> None:
        self.above, self.below, self.share = above, below, 1.0
        self.light = Polygon(
            LEFT, RIGHT, UP, fill_color=theme.INK, fill_opacity=BEAM_OPACITY, stroke_width=0.0
        )
        self.lens = stretch_lens(name, ratio, color, decimals)
        super().__init__(self.light, self.lens)
        self.put()

    def put(self) -> Self:
        """Follow the bars."""
        left, right = self._edges(0.0)
        low_left, low_right = self._edges(self.share)
        self.light.set_points_as_corners([left, right, low_right, low_left, left])
        lens_left, lens_right = self._edges(LENS_PLACE)
        self.lens.move_to((lens_left + lens_right) / 2)
        return self

    def reach(self, share: float) -> Self:
        """Let the light come down a share of its way."""
        self.share = share
        return self.put()

    def strip_at(self, share: float, color: str) -> Polygon:
        """Return the nudge on its way, a share of the way down."""
        return _strip(*self._edges(share), color)

    def _edges(self, share: float) -> tuple[Point3D, Point3D]:
        left = self.above.start + share * (self.below.start - self.above.start)
        length = self.above.length + share * (self.below.length - self.above.length)
        return left, left + length * RIGHT


def stretch_lens(name: str, ratio: float, color: str, decimals: int = 0) -> Lens:
    """Return a lens that is large enough to be read between two lines."""
    return Lens(
        np.zeros(3),
        name,
        ratio,
        decimals=decimals,
        color=color,
        radius=LENS_SIZE,
        name_size=theme.DIGIT_SIZE,
        reading_size=theme.DIGIT_SIZE if decimals else theme.TABLE_SIZE,
    )


def _strip(left: Point3D, right: Point3D, color: str) -> Polygon:
    """Return a strip as thick as a bar, between the middles of its two ends."""
    half = BAR_HEIGHT / 2 * UP
    corners = (left - half, right - half, right + half, left + half)
    return Polygon(*corners, fill_color=color, fill_opacity=1.0, stroke_width=0.0)
