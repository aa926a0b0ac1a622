"""A fraction of two running numbers, with its value."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Line, VGroup
from manim.typing import Point3D

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral


class LiveFraction(VGroup):
    """Rise over run in figures, with their quotient: ``8/2 = 4``.

    The quotient is not computed here: it is given together with the other two.

    Parameters
    ----------
    rise, run, quotient
        First values; ``quotient`` may be ``None`` for a fraction without a value.
    decimals
        Digits after the point of rise and run, and of the quotient.
    run_decimals
        Digits after the point of the run, where they differ from those of the rise.
    signed
        Whether slots for signs are kept: for rise and quotient, and for a run that points left.
    digits
        How many digits the quotient may have before its point; it stands beside the equals sign
        and grows to the right.
    """

    def __init__(
        self,
        rise: float,
        run: float,
        quotient: float | None = None,
        *,
        decimals: tuple[int, int] = (0, 0),
        run_decimals: int | None = None,
        signed: bool = False,
        digits: int = 1,
        size: float = theme.FORMULA_SIZE,
        color: str = theme.APPROX,
    ) -> None:
        parts, whole = decimals
        self.rise = Numeral(rise, parts, size=size, color=theme.RISE, signed=signed)
        below = parts if run_decimals is None else run_decimals
        self.run = Numeral(run, below, size=size, color=theme.RUN, signed=signed and run < 0)
        width = max(self.rise.slots_right - self.rise.slots_left, self.rise.height)
        half = width / 2 + theme.LABEL_GAP
        self.bar = Line(
            (-half, 0.0, 0.0),
            (half, 0.0, 0.0),
            stroke_color=theme.INK,
            stroke_width=theme.AXIS_STROKE,
        )
        super().__init__(self.rise, self.run, self.bar)
        room = theme.LABEL_GAP
        self.rise.stand_on(room)
        self.run.stand_on(-room - self.run.height)
        for number in (self.rise, self.run):
            middle = (number.slots_left + number.slots_right) / 2
            number.shift((-middle, 0.0, 0.0))
        self.equals: Formula | None = None
        self.quotient: Numeral | None = None
        if quotient is not None:
            self.equals = Formula("=", size=size)
            self.equals.next_to(self.bar, np.array([1.0, 0.0, 0.0]), buff=theme.LABEL_GAP)
            self.quotient = Numeral(
                quotient,
                whole,
                digits=digits,
                flush=digits > 1,
                signed=signed,
                size=size,
                color=color,
            )
            self.quotient.start_at(float(self.equals.get_right()[0]) + theme.LABEL_GAP)
            self.quotient.stand_on(-self.quotient.height / 2)
            self.add(self.equals, self.quotient)

    def set_values(self, rise: float, run: float, quotient: float | None = None) -> Self:
        """Show other values in the same slots."""
        self.rise.set_value(rise)
        self.run.set_value(run)
        if self.quotient is not None and quotient is not None:
            self.quotient.set_value(quotient)
        return self

    @property
    def axis(self) -> Point3D:
        """The left end of the fraction bar: what formulas beside it line up with."""
        return self.bar.get_start()
