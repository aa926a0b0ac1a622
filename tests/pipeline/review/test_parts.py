"""What the rules of the review are built on: boxes, strokes, groups and number sources."""

from dataclasses import dataclass

import numpy as np
import pytest
import sympy as sp
from manim import Circle, Line

from mathcore.slopes.quotients import Secant, secant
from pipeline.review.number_sources import NumberSources
from pipeline.review.rules.layout.ticks import NumberedLine, gap_in_line
from pipeline.review.rules.meaning.truth import numbers_in
from pipeline.review.rules.pacing.load import count_groups
from pipeline.review.shapes import Box, is_closed, path_length, stroke_count
from pipeline.review.sight import Text
from scenes.components.marks.dashes import Dashes
from scenes.components.text.inscription import Inscription

UNIT = Box(0.0, 1.0, 0.0, 1.0)


class TestBoxes:
    @pytest.mark.parametrize(
        ("other", "gap"),
        [
            (Box(2.0, 3.0, 0.0, 1.0), 1.0),
            (Box(4.0, 5.0, 5.0, 6.0), 5.0),
            (Box(0.8, 3.0, 0.5, 2.0), -0.2),
            (UNIT, -1.0),
        ],
    )
    def test_the_gap_is_the_distance_and_negative_where_they_overlap(self, other, gap):
        assert UNIT.gap(other) == pytest.approx(gap)
        assert other.gap(UNIT) == pytest.approx(gap)

    def test_what_stands_close_together_is_one_group(self):
        row = [Box(x, x + 1, 0.0, 1.0) for x in (0.0, 1.2, 2.4)]
        far = Box(9.0, 10.0, 0.0, 1.0)
        assert count_groups([*row, far]) == 2

    def test_a_box_that_joins_two_groups_makes_them_one(self):
        apart = [Box(0.0, 1.0, 0.0, 1.0), Box(3.0, 4.0, 0.0, 1.0)]
        assert count_groups(apart) == 2
        assert count_groups([*apart, Box(1.0, 3.0, 0.0, 1.0)]) == 1


class TestStrokes:
    def test_a_dashed_line_has_many_and_a_line_one(self):
        ends = np.zeros(3), np.array([3.0, 0.0, 0.0])
        assert stroke_count(Dashes(*ends).points) > 5
        assert stroke_count(Line(*ends).points) == 1
        assert path_length(Line(*ends).points) == pytest.approx(3.0)

    def test_a_circle_is_closed_and_a_line_is_not(self):
        assert is_closed(Circle().points)
        assert not is_closed(Line().points)


class TestScales:
    line = Box(0.0, 5.0, -0.02, 0.02)

    def scale(self, *values):
        numbers = [(str(at), Box(at - 0.1, at + 0.1, -0.5, -0.2)) for at in values]
        return NumberedLine(self.line, numbers)

    def test_a_number_that_is_gone_while_the_others_stay_is_lost(self):
        assert self.scale(1, 2, 3).lost(self.scale(1, 3)) == ("2",)
        assert self.scale(1, 2).lost(self.scale()) == ("1", "2")

    def test_a_scale_that_is_drawn_anew_has_lost_nothing(self):
        assert self.scale(1, 2, 3).lost(self.scale(2, 4)) == ()
        assert self.scale(1, 2, 3).lost(self.scale(1, 2, 3)) == ()

    @pytest.mark.parametrize(
        ("other", "gap"),
        [
            (Box(1.3, 2.0, 0.0, 1.0), 0.3),
            (Box(0.0, 1.0, 1.2, 2.0), 0.2),
            (Box(1.3, 2.0, 0.8, 2.0), None),
            (Box(0.5, 2.0, 0.5, 2.0), None),
        ],
    )
    def test_a_gap_is_measured_in_a_row_or_a_column(self, other, gap):
        assert gap_in_line(UNIT, other) == (gap and pytest.approx(gap))


@dataclass(frozen=True)
class Numbers:
    slope: float = 2.5
    rows: tuple[float, ...] = (0.1, -7.25)
    formula: sp.Expr = sp.Rational(3, 8) * sp.Symbol("x")


class TestNumberSources:
    def sources(self):
        sources = NumberSources()
        sources.hear(Numbers())
        return sources

    @pytest.mark.parametrize(
        ("value", "decimals"), [(2.5, 1), (2.5, 3), (0.1, 1), (7.25, 2), (0.375, 3), (0, 2)]
    )
    def test_it_knows_what_it_was_given_with_or_without_a_sign(self, value, decimals):
        assert self.sources().knows(value, decimals)
        assert self.sources().knows(-value, decimals)

    def test_it_knows_a_number_only_at_the_decimals_that_are_shown(self):
        assert self.sources().knows(7.3, 1)
        assert not self.sources().knows(7.3, 2)

    def test_it_knows_a_share_in_per_cent(self):
        assert self.sources().knows(10.0, 1)

    @pytest.mark.parametrize("value", [2.6, 3.0, 0.25])
    def test_it_does_not_know_what_was_not_computed(self, value):
        assert not self.sources().knows(value, 2)

    def test_a_long_array_that_a_call_returns_is_a_curve(self):
        sources = NumberSources()
        sources.hear(np.linspace(0.0, 1.0, 100))
        assert not sources.knows(0.5, 1)

    def test_it_hears_what_methods_return(self, monkeypatch):
        sources = NumberSources()
        heard = Secant.at
        monkeypatch.setattr(Secant, "at", sources._heard(heard))
        assert not sources.knows(6.75, 2)
        assert secant(lambda x: x**2, 1.0, 0.5).at(3.3) == pytest.approx(6.75)
        assert sources.knows(6.75, 2)


class TestNumbersInText:
    def found(self, says, kind="formula", **more):
        inscription = Inscription(says, kind, 36.0, **more)
        return numbers_in(Text(inscription, says, (), rests=True))

    def test_a_readout_shows_its_value(self):
        assert self.found("2.50", "number", value=2.5, decimals=2) == [(2.5, 2)]

    def test_labels_exponents_and_indices_of_a_formula_are_no_numbers(self):
        assert self.found("{{x_12 : run12}}^2 + 3 h") == []

    def test_decimals_and_larger_numbers_are(self):
        assert self.found("y = 5.5 x - 17") == [(5.5, 1), (17.0, 0)]

    def test_thousands_may_be_set_apart(self):
        assert self.found("2,949 epochs", "words") == [(2949.0, 0)]
