"""Clip 01: every beat breaks one rule, and is named in the test by what it breaks."""

from manim import DOWN, LEFT, ORIGIN, RIGHT, UP, Dot, FadeIn, FadeOut, Line, Rectangle, VGroup

from scenes import theme
from scenes.components.marks.dashes import Dashes
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.text import Words
from tests.pipeline.lessons.watched.scenes.frame import Watched


class Faulty(Watched):
    clip_number = "01"

    def leaves_the_frame(self) -> None:
        self.show(Words("edge").move_to(6.6 * RIGHT))

    def meets_the_subtitles(self) -> None:
        self.show(Words("low").move_to(3.4 * DOWN))

    def text_on_text(self) -> None:
        self.show(Words("first"), Words("second").shift(0.1 * UP))

    def line_through_text(self) -> None:
        self.show(Words("crossed"), Line(3 * LEFT, 3 * RIGHT, color=theme.FUNC))

    def text_too_small(self) -> None:
        self.show(Words("small").scale(0.5))

    def text_on_its_own_colour(self) -> None:
        field = Rectangle(color=theme.FUNC, fill_color=theme.FUNC, fill_opacity=1.0)
        self.show(field, Words("lost", color=theme.RUN).set_color(theme.FUNC))

    def line_on_its_own_colour(self) -> None:
        field = Rectangle(color=theme.RISE, fill_color=theme.RISE, fill_opacity=1.0)
        self.show(field, Line(LEFT, RIGHT, color=theme.RUN))

    def finite_line(self) -> None:
        self.show(Line(3 * LEFT, 3 * RIGHT, color=theme.APPROX))

    def limit_line(self) -> None:
        self.show(Dashes(3 * LEFT, 3 * RIGHT, color=theme.EXACT))

    def text_leaves(self) -> None:
        self.show(Words("a line of words that nobody can have read by now"))
        self.wait(0.5)
        self.clear_stage(run_time=0.4)

    def things_move(self) -> None:
        dots = [Dot(color=theme.INK).shift(place * RIGHT) for place in range(4)]
        self.show(*dots)
        self.play(*(dot.animate.shift(UP) for dot in dots))

    def things_stand(self) -> None:
        self.dots = [Dot(color=theme.INK).shift((place - 4) * RIGHT) for place in range(8)]
        self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h = self.dots
        del self.dots
        self.show(self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h)

    def picture_blinks(self) -> None:
        self.clear_stage()
        field = Rectangle(width=8, height=6, fill_color=theme.INK, fill_opacity=1.0, stroke_width=0)
        for _ in range(5):
            self.add(field)
            self.wait(0.14)
            self.remove(field)
            self.wait(0.14)

    def number_is_shown(self) -> None:
        self.show(VGroup(Numeral(3.75, 2), Formula("y = 47 x").shift(DOWN)).move_to(ORIGIN))

    def number_is_none(self) -> None:
        self.show(Formula('x = upright("nan")'))

    def zero_is_shown(self) -> None:
        self.show(Formula("y = -0.00"))

    def picture_is_small(self) -> None:
        self.show(Words("alone"))
        self.play(FadeOut(self.corners), run_time=0.4)

    def text_on_a_phone(self) -> None:
        self.add(self.corners)
        self.show(Words("not for a phone", size=30))

    def text_is_dimmed(self) -> None:
        self.show(Words("dimmed").set_opacity(theme.DIM))

    def axis_is_named(self) -> None:
        self.axes = self.draw_axes()
        name = Formula("w_1").next_to(self.axes.number_at(0, 3), RIGHT, buff=0.08)
        self.show(self.axes, name)

    def axis_stands(self) -> None:
        self.play(FadeOut(self.axes.number_at(0, 1)), run_time=0.4)

    def sign_has_a_colour(self) -> None:
        self.show(Formula("x - alpha f"), Formula("hat(y)_1 = {{3 : m}} x").shift(DOWN))

    def question_is_asked(self) -> None:
        self.show(Line(3 * LEFT, 3 * RIGHT, color=theme.FUNC))
        self.wait(2.5)
        self.play(FadeIn(Numeral(2.5, 1).shift(UP)), run_time=0.4)

    def number_is_said(self) -> None:
        self.show(Numeral(2.5, 1))

    def beat_opens(self) -> None:
        self.word = Words("all at once").shift(UP)
        self.add(self.word)

    def ends(self) -> None:
        self.play(self.word.animate.shift(UP), run_time=3.4)
