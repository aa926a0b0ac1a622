import numpy as np
import pytest
from manim import Scene, tempconfig
from manim.mobject.text import typst_mobject

from scenes import theme
from scenes.components.motion.sweep import hop
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.text import Heading, HeadingLines, Words, quote
from scenes.stage import LessonScene


class TestWords:
    @pytest.mark.parametrize(
        "text",
        ['"', "\\", "#eval", "$x$", "*bold*", "_it_", "[a]", "<label>", "@ref", "//c", "`r`"],
    )
    def test_markup_in_words_is_only_letters(self, text):
        assert len(Words(text)) == len(text)

    def test_a_quoted_string_ends_where_the_text_ends(self):
        assert quote('a"b\\') == '"a\\"b\\\\"'

    def test_letters_without_tails_stand_on_the_baseline(self):
        words = Words("nix")
        assert words.baseline == pytest.approx(words.get_bottom()[1], abs=0.01)

    def test_tails_hang_below_the_baseline(self):
        words = Words("xp")
        assert words.baseline > words.get_bottom()[1] + 0.05

    def test_the_baseline_follows_shift_and_scale(self):
        words = Words("xp")
        bottom_of_x = words[0].get_bottom()[1]
        words.shift(np.array([1.0, 2.0, 0.0])).scale(1.7)
        assert words.baseline == pytest.approx(words[0].get_bottom()[1], abs=0.02)
        assert bottom_of_x != words[0].get_bottom()[1]

    def test_the_same_words_a_second_time_come_from_manims_cache_and_still_have_a_baseline(self):
        assert Words("again").baseline == Words("again").baseline

    def test_words_stand_where_they_are_told_to(self):
        assert Words("xp").stand_on(1.25).baseline == pytest.approx(1.25)

    def test_a_heading_is_set_larger_than_a_label(self):
        assert Heading("Aa").height > 1.5 * Words("Aa").height


def test_manim_still_has_the_internals_that_lettering_replaces():
    assert callable(typst_mobject.Typst._refresh_svg_stroke_widths)
    assert callable(typst_mobject.Typst._get_reference_baseline_frame)
    letter = Words("x")[0]
    assert hasattr(letter, "_typst_reference_points")


class TestFormula:
    def test_parts_are_found_by_label_and_coloured(self):
        formula = Formula("{{a : first}} + {{b : second}}", colors={"second": theme.RUN})
        assert formula.labels == ("first", "second")
        assert len(formula.part("first")) == 1
        assert formula.part("second")[0].get_fill_color().to_hex() == theme.RUN

    def test_an_unknown_label_names_the_ones_there_are(self):
        with pytest.raises(KeyError, match="first"):
            Formula("{{a : first}}").part("frist")

    def test_letters_without_a_label_are_the_rest(self):
        assert len(Formula("{{a : x}} + {{b : y}}").rest()) == 1

    def test_a_fraction_bar_is_as_thick_at_every_resolution(self):
        def bar_width(pixels: int) -> float:
            with tempconfig({"pixel_width": pixels}):
                formula = Formula("1/2")
                return max(letter.get_stroke_width() for letter in formula)

        assert bar_width(854) == pytest.approx(bar_width(3840))
        assert bar_width(854) > 1

    def test_a_fraction_bar_grows_with_its_formula(self):
        small, large = Formula("1/2", size=24), Formula("1/2", size=48)
        widths = [max(letter.get_stroke_width() for letter in f) for f in (small, large)]
        assert widths[1] == pytest.approx(2 * widths[0], rel=0.02)


class TestMorph:
    def play(self, *steps):
        class Stage(LessonScene):
            lesson_name = "derivatives"
            clip_number = "01"

            def construct(self):
                for step in steps:
                    step(self)

        stage = Stage(skip_animations=True)
        stage.render()
        return stage

    def test_afterwards_only_the_new_formula_is_on_stage(self):
        old, new = Formula("({{a : a}} + {{b : b}})"), Formula("{{b : b}} - {{c : c}}")

        def turn(stage: Scene) -> None:
            stage.add(old)
            stage.play(Morph(old, new, {"a": ("b", "c")}))

        stage = self.play(turn)
        assert stage.mobjects == [new]

    def test_a_part_that_was_animated_before_does_not_stay_behind(self):
        old, new = Formula("{{a : a}} + {{b : b}}"), Formula("{{a : a}}")

        def dim_and_turn(stage: Scene) -> None:
            stage.add(old)
            stage.play(old.parts("b").animate.set_opacity(0.2))
            stage.play(Morph(old, new))

        stage = self.play(dim_and_turn)
        assert set(stage.get_mobject_family_members()) == set(new.get_family())

    def test_the_old_formula_is_not_bent(self):
        old, new = Formula("{{a : a}} + {{b : b}}"), Formula("{{b : b}}")
        before = [letter.points.copy() for letter in old]

        def turn(stage: Scene) -> None:
            stage.add(old)
            stage.play(Morph(old, new))

        self.play(turn)
        for letter, points in zip(old, before, strict=True):
            np.testing.assert_allclose(letter.points, points)


class TestHop:
    def test_a_letter_leaps_over_what_stands_between_and_keeps_its_shape(self):
        letter = Formula("2")
        goal = letter.copy().scale(2.0).shift(np.array([-1.0, -0.3, 0.0]))
        shape, top = letter.width / letter.height, letter.get_top()[1]
        leap = hop(letter, goal)
        leap.interpolate(0.5)
        assert letter.width / letter.height == pytest.approx(shape)
        assert letter.get_bottom()[1] > top
        leap.interpolate(1.0)
        np.testing.assert_allclose(letter.get_center(), goal.get_center(), atol=1e-6)
        assert letter.height == pytest.approx(goal.height)


class TestHeadingLines:
    TITLE = "The whole story on one page"

    def test_a_heading_that_fits_has_one_line(self):
        lines = HeadingLines(self.TITLE, 12.0)
        assert [line.text for line in lines] == [self.TITLE]
        assert lines.width == pytest.approx(Heading(self.TITLE).width)

    def test_a_heading_that_is_too_long_breaks_into_even_lines_of_the_same_size(self):
        lines = HeadingLines(self.TITLE, 7.2)
        assert [line.text for line in lines] == ["The whole story", "on one page"]
        assert lines.width <= 7.2
        assert lines[0].width == pytest.approx(Heading("The whole story").width)
        assert lines[0].get_bottom()[1] > lines[1].get_top()[1]

    def test_a_single_word_that_is_too_long_is_scaled_down(self):
        assert HeadingLines("multiplication", 1.0).width == pytest.approx(1.0)
