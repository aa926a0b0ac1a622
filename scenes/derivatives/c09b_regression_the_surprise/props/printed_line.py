"""The line that a program would print after each epoch."""

from __future__ import annotations

from typing import Self

from manim import RIGHT, VGroup

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.components.text.decimals import whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.derivatives.c09b_regression_the_surprise.props.printing import DECIMALS


class PrintedLine(VGroup):
    """A line w x + b whose two numbers run, in the colour of what is not right yet.

    Parameters
    ----------
    numbers
        Of the clip.
    start
        The first epoch that is shown.

    Attributes
    ----------
    w, b
        Its two numbers.
    """

    def __init__(self, numbers: Numbers, start: int) -> None:
        first, best = numbers.setting_after(start), numbers.expected
        # The sign of b stands in the sum, unless it changes on the way.
        self.steady = first.b * best.b > 0
        sign = "" if not self.steady else "+" if first.b > 0 else "-"
        self.w, self.b = (
            Numeral(
                value,
                DECIMALS,
                digits=whole_digits(value, goal),
                signed=signed,
                plus=plus,
                size=theme.TITLE_SIZE,
                color=theme.APPROX,
            )
            for value, goal, signed, plus in (
                (first.w, best.w, first.w < 0 or best.w < 0, False),
                (
                    abs(first.b) if self.steady else first.b,
                    best.b,
                    not self.steady,
                    not self.steady,
                ),
            )
        )
        between = Formula(f"x {sign}", size=theme.TITLE_SIZE)
        super().__init__(self.w, between, self.b)
        self.arrange(RIGHT, buff=theme.LABEL_GAP)
        between.stand_on(self.w.baseline)

    def put(self, at: Parameters) -> Self:
        """Show another line."""
        self.w.set_value(at.w)
        self.b.set_value(abs(at.b) if self.steady else at.b)
        return self
