"""A sum in one line, and below each of its terms that term's slope."""

from __future__ import annotations

from manim import RIGHT, UP, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.notation import typst

PITCH = 1.05
"""Distance between the two lines, in frame units."""


class SumRows(VGroup):
    """The sum as a formula, and the slopes of its terms, each below its term with its sign.

    Parameters
    ----------
    numbers
        The numbers of the clip.
    """

    def __init__(self, numbers: Numbers) -> None:
        layers = numbers.sums[0]
        terms = [typst(term.expression) for term in layers.terms]
        signs = ["", *("-" if term.startswith("-") else "+" for term in terms[1:])]
        source = "f {{= : is}} " + " ".join(
            f"{f'{{{{{sign} : sign{place}}}}}' if sign else ''} "
            f"{{{{{term.removeprefix('-')} : term{place}}}}}"
            for place, (sign, term) in enumerate(zip(signs, terms, strict=True))
        )
        self.total = in_roles(source, size=theme.KEY_SIZE)
        line = self.total.baseline - PITCH
        front = in_roles(f"f'({spell(numbers.sum_at, 0)}) {{{{= : is}}}}", size=theme.KEY_SIZE)
        front.stand_on(line)
        front.shift((self.total.part("is").get_x() - front.part("is").get_x()) * RIGHT)
        self.front, self.slopes = front, VGroup()
        for place, (sign, slope) in enumerate(zip(signs, layers.slopes, strict=True)):
            told = spell(abs(slope) if sign else slope, 0)
            number = Formula(told, size=theme.KEY_SIZE, color=theme.EXACT).stand_on(line)
            number.set_x(self.total.part(f"term{place}").get_x())
            cell = VGroup(number)
            if sign:
                before = Formula(sign, size=theme.KEY_SIZE)
                before.move_to(self.total.part(f"sign{place}")).shift(-PITCH * UP)
                cell.add(before)
            self.slopes.add(cell)
        self.result = in_roles(
            f"= {{{{{spell(numbers.total_slope, 0)} : exact}}}}", size=theme.KEY_SIZE
        )
        self.result.stand_on(line)
        gap = front.part("is").get_left()[0] - self.front.without("is").get_right()[0]
        edge = float(self.slopes.get_right()[0]) + gap
        self.result.shift((edge - self.result.get_left()[0]) * RIGHT)
        super().__init__(self.total, self.front, self.slopes, self.result)
