"""What is carried stays whole, and what is dimmed can still be read."""

import numpy as np
import pytest
from manim import LEFT, RIGHT, UP, Circle, Line, Scene, Square, VGroup, linear

from pipeline.review.colours import blend, contrast
from scenes import palette, theme
from scenes.act import Act
from scenes.components.motion.attention import DIMMED, dim, dimmed_opacity, undim
from scenes.components.motion.carry import ARRIVAL, Flight, carry, clearance, late
from scenes.components.text.formula import Formula
from scenes.components.text.text import Words
from scenes.layout import Layout

COLOURS = [theme.INK, theme.MUTED, theme.FUNC, theme.APPROX, theme.EXACT, theme.RUN, theme.RISE]


class Empty(Scene):
    """A scene with the three things that an act asks for."""

    layout = Layout.for_frame(8 * 16 / 9, 8)
    numbers = None

    def all_but(self, *keep):
        return [mobject for mobject in self.mobjects if mobject not in keep]

    def point_at(self, *mobjects):
        self.pointed = mobjects


class TestFlight:
    def test_a_copy_keeps_its_shape_on_the_way_and_its_source_stays(self):
        square, goal = Square(1.0), Circle(1.0).shift(np.array([3.0, 0.0, 0.0]))
        flight = Flight(square, goal)
        flight.begin()
        flight.interpolate(ARRIVAL / 2)
        flying = flight.mobject
        assert flying.width == pytest.approx(flying.height)
        assert len(flying.points) == len(square.points)
        np.testing.assert_allclose(square.get_center(), np.zeros(3), atol=1e-9)

    def test_it_arrives_at_the_place_and_the_height_of_its_goal_and_is_gone(self):
        goal = Formula("x^2", size=theme.KEY_SIZE).shift(np.array([2.0, 1.0, 0.0]))
        flight = Flight(Square(3.0), goal)
        flight.begin()
        flight.interpolate(1.0)
        np.testing.assert_allclose(flight.mobject.get_center(), goal.get_center(), atol=1e-6)
        assert flight.mobject.height == pytest.approx(goal.height)
        assert flight.mobject.get_fill_opacity() == flight.mobject.get_stroke_opacity() == 0

    def test_what_is_carried_stands_at_the_end_and_the_copy_does_not(self):
        scene, square, number = Scene(), Square(), Formula("4")
        scene.add(square)
        scene.play(*carry(square, number.shift(np.array([2.0, 0.0, 0.0])), run_time=1))
        assert scene.mobjects == [square, number]

    @pytest.mark.parametrize("goal", [(4.0, 0.0), (0.0, 3.0), (-2.0, 2.0)])
    @pytest.mark.parametrize("word", ["4", "rise over run"])
    def test_a_copy_is_unseen_while_it_lies_over_most_of_its_source(self, word, goal):
        source, place = Words(word), Square(1.0).move_to(np.array([*goal, 0.0]))
        flight = Flight(source, place, angle=0.0)
        flight.begin()
        for share in np.linspace(0.0, 1.0, 21):
            flight.interpolate(share)
            copy = flight.mobject
            if clearance(source, copy) == 0:
                assert all(part.get_fill_opacity() == 0 for part in copy.get_family())

    def test_a_copy_that_has_left_its_source_is_as_bright_as_it(self):
        source = Line(LEFT, RIGHT)
        flight = Flight(source, Square(1.0).shift(4 * UP), angle=0.0, rate_func=linear)
        flight.begin()
        flight.interpolate(0.5)
        assert clearance(source, flight.mobject) == 1
        assert flight.mobject.get_stroke_opacity() == source.get_stroke_opacity()

    @pytest.mark.parametrize(("share", "seen"), [(0.0, 0.0), (0.7, 0.0), (0.85, 0.5), (1.0, 1.0)])
    def test_what_arrives_appears_late(self, share, seen):
        assert late(0.7)(share) == pytest.approx(seen)


class TestAttention:
    @pytest.mark.parametrize("color", COLOURS)
    def test_a_dimmed_colour_can_be_read_and_is_dimmed(self, color):
        opacity = dimmed_opacity(color)
        assert contrast(blend(color, opacity, theme.BG), theme.BG) >= 3.0
        assert opacity < 1

    @pytest.mark.parametrize("colours", palette.PALETTES.values(), ids=palette.PALETTES)
    def test_every_role_has_the_contrast_that_dimming_needs(self, colours):
        roles = {getattr(colours, name) for name in colours.__slots__} - {
            colours.bg,
            colours.panel,
            colours.grid,
        }
        assert all(contrast(color, colours.bg) >= DIMMED for color in roles)

    def test_what_was_dimmed_gets_its_strength_back(self):
        scene, pair = Scene(), VGroup(Square(fill_opacity=0.5), Words("a", color=theme.INK))
        scene.add(pair)
        scene.play(dim(pair))
        faint = [part.get_stroke_opacity() for part in pair.family_members_with_points()]
        assert min(faint) < 1
        scene.play(undim(pair))
        assert pair[0].get_stroke_opacity() == 1
        assert pair[0].get_fill_opacity() == 0.5

    def test_an_act_points_at_one_thing_and_dims_the_rest(self):
        scene = Empty()
        target, other = Square(), Circle()
        scene.add(target, other)
        rest = Act(scene).focus_on(target)
        assert rest == (other,)
        assert scene.pointed == (target,)
        assert other.get_stroke_opacity() < target.get_stroke_opacity() == 1

    def test_a_question_stands_still_for_as_long_as_an_answer_takes(self):
        scene = Empty()
        Act(scene).ask(Words("why?"))
        assert scene.time == pytest.approx(theme.FADE + theme.THINK, abs=0.5)
