"""Clip 05a, eighth act: rises over the same run add up, and so do slopes."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from manim import (
    DOWN,
    RIGHT,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    Transform,
    VGroup,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.carry import ARC, carry
from scenes.components.motion.sweep import Sweep, animated, log_way
from scenes.components.text.numeral import Numeral
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c05a_rules_powers_sums_products.act7_layers import AfterLayers

QUESTION = ("Do products multiply", "their slopes?")
QUESTION_AT = (0.52, 0.63, 0.76)
"""How high the question stands in the frame, as a share: above the lower end of the slopes."""


class SlopesAdd(Act):
    """The rises of a sum, divided by the same nudge, are slopes that add up."""

    numbers: Numbers
    before: AfterLayers

    def prepare(self) -> None:
        """Take over what the layers have gained."""
        self.stack, self.rows, self.change = (
            self.before.stack,
            self.before.rows,
            self.before.change,
        )
        self.lines = VGroup(
            *(Dashes(self.stack.foot, self.stack.corner(2)) for _ in self.stack.gains)
        )
        self._follow()

    def slopes_add_up(self) -> None:
        self._divide()
        self._shrink()
        self._tell()
        question = VGroup(*(Words(line, size=theme.FORMULA_SIZE) for line in QUESTION))
        question.arrange(DOWN, buff=theme.GUTTER)
        self.layout.readable.place(question, 0.0, self.layout.by_shape(*QUESTION_AT))
        self.wait(theme.LEAP)
        self.ask(question)

    def _follow(self) -> None:
        """Lay a line from the common foot to the end of each gain."""
        for place, line in enumerate(cast("list[Dashes]", [*self.lines])):
            line.put(self.stack.foot, self.stack.corner(place))

    def _divide(self) -> None:
        """Divide each rise by the nudge: the slanted sides over one run."""
        total = self.before.total
        quotient = in_roles("{{Delta f : rise}} \\/ {{Delta x : run}}", size=theme.KEY_SIZE)
        quotient.stand_on(self.rows.front.baseline)
        quotient.shift((self.rows.get_left()[0] - quotient.get_left()[0]) * RIGHT)
        self.play(
            self.stack.clear(),
            animated(self.before.names, run_time=theme.FADE).set_color(theme.INK),
            LaggedStart(
                *(FadeIn(line) for line in self.lines),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.WRITE,
            ),
        )
        self.add(self.lines, self.before.names)
        self.play(
            FadeIn(quotient.rest(), run_time=theme.FADE),
            *carry(total[1], quotient.part("rise")),
            *carry(VGroup(*self.change.name_part[:2]), quotient.part("run"), angle=-ARC),
        )
        self.quotient = quotient
        self.wait(theme.FADE)

    def _shrink(self) -> None:
        """Let the nudge shrink; it stays as wide in the picture, and the sides grow straight."""
        stack, change = self.stack, self.change
        wide, tight = stack.state, float(self.numbers.nudges[-1])
        rate = wide.unit * wide.nudge

        def shrink(nudge: float) -> None:
            stack.put(replace(wide, nudge=nudge, unit=rate / nudge))
            change.set_value(nudge)
            self._follow()
            stack.put_names(self.before.names)

        self.play(
            FadeOut(self.before.total, run_time=theme.LEAP),
            Sweep(
                shrink,
                log_way(wide.nudge, tight),
                *(stack.gains, self.lines, self.before.names, change),
                run_time=theme.DRAW,
            ),
        )

    def _tell(self) -> None:
        """Read the slopes off, one after the other, and then their sum."""
        numbers, stack, rows = self.numbers, self.stack, self.rows
        told = [
            Numeral(value, size=theme.TABLE_SIZE, color=theme.EXACT)
            for value in numbers.layer_slopes
        ]
        for place, number in enumerate(told):
            number.next_to(stack.gain_span(place).center, RIGHT, buff=theme.GUTTER)
        solid = VGroup(
            *(
                Dashes(line.start, line.end, color=theme.EXACT).set_openness(0.0)
                for line in cast("list[Dashes]", [*self.lines])
            )
        )
        self.play(
            stack.settle(),
            Transform(self.lines, solid, run_time=theme.FADE),
            FadeOut(self.quotient, self.change, run_time=theme.LEAP),
            FadeIn(rows.front, run_time=theme.FADE),
        )
        self.play(FadeIn(*told, run_time=theme.LEAP))
        self.play(
            LaggedStart(
                *(
                    AnimationGroup(*carry(number, cell, run_time=theme.STEP))
                    for number, cell in zip(told, rows.slopes, strict=False)
                ),
                FadeIn(rows.slopes[-1], run_time=theme.LEAP),
                lag_ratio=theme.ROW_LAG,
            )
        )
        whole = Numeral(numbers.total_slope, size=theme.KEY_SIZE, color=theme.EXACT)
        right = max(float(number.get_right()[0]) for number in told) + theme.LABEL_GAP
        foot, top = stack.foot.copy(), stack.corner(len(told) - 1)
        foot[0] = top[0] = right
        brace = SpanBrace(foot, top, whole, color=theme.EXACT)
        self.play(FadeIn(brace, rows.result, run_time=theme.FADE))
