"""Clip 02: the same beats, each as it should be."""

from typing import ClassVar

from manim import DOWN, LEFT, RIGHT, UP, Dot, FadeIn, Line, Rectangle, VGroup

from scenes import theme
from scenes.components.marks.brace import Cross
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.attention import dim
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.text import Words
from tests.pipeline.lessons.watched.scenes.frame import Watched


class Sound(Watched):
    clip_number = "02"
    accepted: ClassVar = {("things_stand", "load"): "eight dots in a row are one row"}

    def leaves_the_frame(self) -> None:
        self.show(Words("edge").move_to(5.8 * RIGHT))

    def meets_the_subtitles(self) -> None:
        self.show(Words("low").move_to(2.8 * DOWN))

    def text_on_text(self) -> None:
        self.show(Words("first"), Words("second").shift(0.6 * UP))

    def line_through_text(self) -> None:
        word, struck = Words("clear"), Words("struck").shift(DOWN)
        backed = Words("backed").shift(UP)
        panel = Rectangle(width=2, height=0.8, fill_color=theme.BG, fill_opacity=1.0)
        panel.set_stroke(width=0).move_to(backed)
        line = Line(3 * LEFT, 3 * RIGHT, color=theme.FUNC).shift(0.4 * DOWN)
        below = line.copy().move_to(backed)
        self.show(word, line, below, panel, backed, struck, Cross(struck))

    def text_too_small(self) -> None:
        self.show(Words("as small as may be", size=theme.TICK_SIZE, color=theme.MUTED))

    def text_on_its_own_colour(self) -> None:
        field = Rectangle(color=theme.FUNC, fill_color=theme.FUNC, fill_opacity=1.0)
        self.show(field, Words("found", color=theme.BG))

    def line_on_its_own_colour(self) -> None:
        field = Rectangle(color=theme.RISE, fill_color=theme.RISE, fill_opacity=0.2)
        self.show(field, Line(LEFT, RIGHT, color=theme.RUN))

    def finite_line(self) -> None:
        self.show(Dashes(3 * LEFT, 3 * RIGHT, color=theme.APPROX))

    def limit_line(self) -> None:
        self.show(Line(3 * LEFT, 3 * RIGHT, color=theme.EXACT))

    def text_leaves(self) -> None:
        self.show(Words("a line of words"))
        self.wait(2)
        self.clear_stage(run_time=0.4)

    def things_move(self) -> None:
        dots = [Dot(color=theme.INK).shift(place * RIGHT) for place in range(4)]
        self.show(*dots)
        self.play(VGroup(*dots).animate.shift(UP))

    def things_stand(self) -> None:
        dots = [Dot(color=theme.INK).shift((place - 4) * RIGHT) for place in range(8)]
        self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h = dots
        self.show(self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h)

    def picture_blinks(self) -> None:
        self.clear_stage()
        field = Rectangle(width=8, height=6, fill_color=theme.INK, fill_opacity=1.0, stroke_width=0)
        for _ in range(2):
            self.add(field)
            self.wait(0.5)
            self.remove(field)
            self.wait(0.5)

    def number_is_shown(self) -> None:
        shown = VGroup(Numeral(2.5, 2), Numeral(self.numbers.half(), 2).shift(DOWN))
        self.show(shown, Formula("y = 2.5 x^2").shift(UP))

    def number_is_none(self) -> None:
        self.show(Formula('upright("no slope")'))

    def zero_is_shown(self) -> None:
        self.show(Formula("y = 0.00"))

    def picture_is_small(self) -> None:
        self.show(Words("not alone"))

    def text_on_a_phone(self) -> None:
        self.show(Words("for a phone", size=theme.DIGIT_SIZE))

    def text_is_dimmed(self) -> None:
        word = Words("dimmed", color=theme.FUNC)
        self.show(word, Words("gone soon").shift(UP))
        self.play(dim(word), run_time=0.4)

    def axis_is_named(self) -> None:
        self.axes = self.draw_axes()
        name = Formula("w_1").next_to(self.axes.number_at(0, 3), RIGHT, buff=theme.GUTTER)
        self.show(self.axes, name)

    def axis_stands(self) -> None:
        self.play(self.axes.animate.shift(0.2 * UP), run_time=0.4)

    def sign_has_a_colour(self) -> None:
        step = Formula("x - {{alpha : dial}} f", colors={"dial": theme.ALPHA})
        line = Formula("{{hat(y)_1 : guess}} = 3 x", colors={"guess": theme.GUESS})
        self.show(step, line.shift(DOWN))

    def question_is_asked(self) -> None:
        self.show(Line(3 * LEFT, 3 * RIGHT, color=theme.FUNC), Numeral(2.5, 1).shift(UP))
        self.wait(2.5)
        self.play(FadeIn(Formula("m = ?").shift(DOWN)), run_time=0.4)

    def number_is_said(self) -> None:
        self.show(Numeral(-2.5, 2))

    def beat_opens(self) -> None:
        self.word = Words("little by little").shift(UP)
        self.show(self.word)

    def ends(self) -> None:
        self.play(self.word.animate.shift(DOWN), run_time=1)
        self.wait(2)
