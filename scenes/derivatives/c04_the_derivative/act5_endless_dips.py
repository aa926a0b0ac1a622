"""Clip 04, fifth act: a curve with a positive slope at one point, and dips at any distance."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, FadeIn, VGroup

from lessons.derivatives.c04.numbers import Numbers
from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.loupe import Loupe
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import tangent_picture
from scenes.notation import typst


class EndlessDips(MappedAct):
    """A positive slope at one point does not make a curve rise around it."""

    numbers: Numbers

    def endless_small_dips(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        wide, tight = numbers.wiggle_widths
        picture, words = self.layout.full.columns(1.5, 1, gap=theme.COLUMN_GAP)
        loupe = Loupe(picture.inset(theme.TICK / 2), numbers.wiggle, numbers.wiggle_line, wide)
        here = Formula("f'(0) = 1", size=theme.FORMULA_SIZE, color=theme.EXACT)
        words.place(here, 0, 0.68)
        name = Formula(
            f"f(x) = {typst(numbers.wiggle_rule, rising=True)}",
            size=theme.LABEL_SIZE,
            color=theme.FUNC,
        )
        words.place(name, 0, 0.97)
        # The formula says nothing of zero itself.
        at_zero = Formula(
            f"f(0) = {spell(numbers.wiggle(0.0), 0)}", size=theme.LABEL_SIZE, color=theme.FUNC
        ).next_to(name, DOWN, buff=theme.TICK, aligned_edge=LEFT)
        higher, lower = (Words(word, size=theme.AXIS_SIZE) for word in ("higher", "lower"))
        higher.move_to(loupe.region.at(0.64, 0.9))
        lower.move_to(loupe.region.at(0.36, 0.1))
        self.play(FadeIn(loupe, name, at_zero, here))
        self.play(loupe.light_quadrants(), FadeIn(higher, lower))
        self.wait(theme.FADE)
        # At every magnification there are stretches that go down.
        yet = Formula('upright("and yet") f\' < 0', size=theme.FORMULA_SIZE)
        yet.next_to(here, DOWN, buff=theme.CARD_GAP, aligned_edge=LEFT)
        where = Words("on every white piece").next_to(yet, DOWN, aligned_edge=LEFT)
        piece = loupe.fall().next_to(where, RIGHT)
        self.play(loupe.light_falls(), FadeIn(yet, where, piece))
        self.play(loupe.zoom(wide, tight, run_time=theme.SETTLE))
        rule = VGroup(
            Formula('f\' > 0 upright("all along")', color=theme.EXACT),
            Formula('==> f upright("rises")'),
        ).arrange(DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        words.place(rule, 0, 0.12)
        self.play(FadeIn(rule, shift=UP * theme.NUDGE_SHIFT))
        self.wait(theme.THINK)
        self.clear_stage()
        self.leave_tile("tangent", tangent_picture())
