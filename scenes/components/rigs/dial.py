"""A knob with a pointer, and an upright gauge that shows what turning the knob does."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import DOWN, RIGHT, TAU, UP, Arc, Circle, Line, Rectangle, VGroup
from manim.typing import Point3D

from scenes import theme

_SWEEP = 0.75 * TAU
_START = 0.625 * TAU
"""The scale of a dial: three quarters of a turn, clockwise from the lower left."""


class Dial(VGroup):
    """A round knob with a scale and a pointer.

    Parameters
    ----------
    value
        The value at which it stands first.
    span
        Least and greatest value of its scale.
    radius
        Radius of the scale, in frame units.
    ticks
        Number of marks along the scale.
    """

    def __init__(
        self,
        value: float,
        span: tuple[float, float],
        radius: float = theme.DIAL_RADIUS,
        ticks: int = 9,
    ) -> None:
        super().__init__()
        self.span, self.radius = span, radius
        self.face = Circle(
            radius=radius * theme.DIAL_FACE,
            stroke_color=theme.MUTED,
            stroke_width=theme.FRAME_STROKE,
            fill_color=theme.PANEL,
            fill_opacity=1.0,
        )
        self.scale_marks = VGroup(
            *(
                Line(
                    self._spoke(share, theme.DIAL_TICK),
                    self._spoke(share, 1.0),
                    stroke_color=theme.MUTED,
                    stroke_width=theme.AXIS_STROKE,
                )
                for share in np.linspace(0.0, 1.0, ticks)
            )
        )
        self.pointer = Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        self.add(self.face, self.scale_marks, self.pointer)
        self.set_value(value)

    def _angle(self, share: float) -> float:
        return float(_START - share * _SWEEP)

    def _spoke(self, share: float, length: float) -> Point3D:
        angle = self._angle(share)
        return self.radius * length * np.array([np.cos(angle), np.sin(angle), 0.0])

    def _share(self, value: float) -> float:
        low, high = self.span
        return (value - low) / (high - low)

    def set_value(self, value: float) -> Self:
        """Turn the pointer to another value."""
        self.value = value
        size = self.face.width / 2 / theme.DIAL_FACE / self.radius
        center = self.face.get_center()
        share = self._share(value)
        self.pointer.put_start_and_end_on(
            center + size * self._spoke(share, theme.DIAL_HUB),
            center + size * self._spoke(share, theme.DIAL_FACE),
        )
        return self

    def turn_mark(self, before: float, after: float) -> Arc:
        """Return the arc outside the scale from one value to another: the turn itself."""
        start, end = self._angle(self._share(before)), self._angle(self._share(after))
        return Arc(
            radius=self.radius * theme.DIAL_ARC,
            start_angle=start,
            angle=end - start,
            arc_center=self.face.get_center(),
            stroke_color=theme.RUN,
            stroke_width=theme.NUDGE_STROKE,
        )


class Gauge(VGroup):
    """An upright bar on a base, as high as its value.

    Parameters
    ----------
    value, full
        Its value now, and the one that fills its height.
    height, width
        Size of its frame, in frame units.
    """

    def __init__(
        self,
        value: float,
        full: float,
        height: float = theme.GAUGE_HEIGHT,
        width: float = theme.GAUGE_WIDTH,
    ) -> None:
        super().__init__()
        self.full = full
        self.frame = Rectangle(
            width=width, height=height, stroke_color=theme.MUTED, stroke_width=theme.HAIRLINE_STROKE
        )
        self.bar = Rectangle(
            width=width,
            height=height,
            stroke_width=0.0,
            fill_color=theme.FUNC,
            fill_opacity=theme.BAR_FILL,
        )
        self.add(self.frame, self.bar)
        self.set_value(value)

    def set_value(self, value: float) -> Self:
        """Fill it to another height."""
        self.value = value
        height = max(self.frame.height * value / self.full, theme.VANISH)
        self.bar.stretch_to_fit_height(height).align_to(self.frame, DOWN)
        return self

    def edge(self, value: float) -> Point3D:
        """Return the place on the right edge at which a value stands."""
        height = self.frame.height * value / self.full
        corner: Point3D = self.frame.get_corner(DOWN + RIGHT)
        return corner + height * UP

    def fall_mark(self, before: float, after: float) -> Line:
        """Return the upright stroke beside the bar from one value to another: the change itself."""
        return Line(
            self.edge(before),
            self.edge(after),
            stroke_color=theme.RISE,
            stroke_width=theme.NUDGE_STROKE,
        ).shift(RIGHT * theme.LEG_GAP)

    def ghost(self) -> Rectangle:
        """Return a still outline of the bar as it stands now."""
        outline = self.bar.copy().set_fill(opacity=0.0)
        return outline.set_stroke(color=theme.MUTED, width=theme.AXIS_STROKE, opacity=1.0)

    @property
    def top(self) -> Point3D:
        """The middle of the bar's upper edge."""
        return self.bar.get_edge_center(UP)
