"""A lens that reads a magnification."""

from __future__ import annotations

from typing import Self

from manim import PI, Arc, Circle, DashedVMobject, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout


class Lens(VGroup):
    """A round glass with the name of a quotient and, below it, how much it magnifies: ×16.384.

    Its rim is dashed while what it reads belongs to a finite nudge.

    Parameters
    ----------
    center
        The middle of the glass, a frame point.
    name
        Typst mathematics for the quotient that it reads.
    value
        The first reading, unrounded.
    decimals, digits
        Slots of the reading after and before its point.
    color
        The role of the reading: APPROX for a finite nudge, EXACT for a slope.
    radius
        Radius of the glass, in frame units.
    name_size, reading_size
        Font sizes of the name and of the reading, named in the theme.
    """

    def __init__(
        self,
        center: Point3D,
        name: str,
        value: float,
        *,
        decimals: int = 0,
        digits: int = 1,
        color: str = theme.APPROX,
        radius: float = theme.LENS_RADIUS,
        name_size: float = theme.DIGIT_SIZE,
        reading_size: float = theme.DIGIT_SIZE,
    ) -> None:
        self.glass = Circle(
            radius=radius, stroke_width=0.0, fill_color=theme.PANEL, fill_opacity=1.0
        )
        rim = Circle(radius=radius, stroke_color=color, stroke_width=theme.LENS_STROKE)
        self.rim: VMobject = rim
        if color == theme.APPROX:
            self.rim = DashedVMobject(
                rim, num_dashes=theme.RIM_DASHES, dashed_ratio=theme.RIM_DASH, equal_lengths=False
            )
        self.gleam = Arc(
            radius=radius * theme.GLEAM,
            start_angle=PI * theme.GLEAM_SPAN[0],
            angle=PI * theme.GLEAM_SPAN[1],
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.name_tag = Formula(name, size=name_size)
        self.reading = Readout(
            "times",
            value,
            decimals=decimals,
            digits=digits,
            flush=digits > 1,
            size=reading_size,
            color=color,
        )
        super().__init__(self.glass, self.rim, self.gleam, self.name_tag, self.reading)
        self.name_tag.move_to((0.0, radius * theme.LENS_ROWS[0], 0.0))
        self.reading.move_to((0.0, radius * theme.LENS_ROWS[1], 0.0))
        self.move_to(center)

    def read(self, value: float) -> Self:
        """Show another magnification in the same slots."""
        self.reading.set_value(value)
        return self

    @property
    def value(self) -> float:
        """The number that it reads, unrounded."""
        return self.reading.value
