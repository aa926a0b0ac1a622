import numpy as np
import pytest

from lessons.derivatives.c05a import numbers as c05a
from scenes.components.graph.axes import GraphAxes
from scenes.derivatives.c05a_rules_powers_sums_products.props.cube import GrowingCube
from scenes.derivatives.c05a_rules_powers_sums_products.props.foot_triangle import FootTriangle
from scenes.derivatives.c05a_rules_powers_sums_products.props.level_step import LevelStep
from scenes.derivatives.c05a_rules_powers_sums_products.props.slider import InputSlider
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
from scenes.layout import Region

REGION = Region(-6.0, 1.5, -3.0, 3.6)


class TestTermRows:
    @pytest.fixture
    def rows(self):
        terms = (
            ("2 x thin Delta x", "rise", "2 x"),
            ("(Delta x)^2", "approx", NOTHING),
        )
        return TermRows("Delta f", terms, per="Delta x")

    def test_signs_stand_in_one_column_and_limits_in_another(self, rows):
        equals, plus = rows.signs[0][-1], rows.signs[1][-1]
        assert equals.get_x() == pytest.approx(plus.get_x())
        first, second = (limit.get_left()[0] for limit in rows.limits)
        assert first == pytest.approx(second)
        assert first > max(term.get_right()[0] for term in rows.terms)

    def test_each_limit_stands_on_the_line_of_its_term(self, rows):
        for row, limit in zip(rows.submobjects, rows.limits, strict=False):
            assert limit.baseline == pytest.approx(row.baseline)

    def test_only_what_leaves_nothing_is_forgotten(self, rows):
        (forgotten,) = rows.forgotten
        assert forgotten[1] is rows.terms[1]


class TestCube:
    def test_it_grows_by_three_slabs_three_bars_and_a_corner(self):
        cube = GrowingCube(2.0, 0.4, 0.3, np.zeros(3))
        assert (len(cube.slabs), len(cube.bars)) == (3, 3)
        assert len(cube.corner) == 3  # its visible faces

    def test_without_a_gap_the_front_of_the_core_is_a_square(self):
        cube = GrowingCube(2.0, 0.4, 0.0, np.zeros(3))
        front = cube.core[-1]
        assert front.width == pytest.approx(front.height)
        assert front.width == pytest.approx(2.0)

    def test_a_smaller_nudge_leaves_the_gap_and_the_core_as_they_are(self):
        cube = GrowingCube(2.0, 0.4, 0.5, np.zeros(3))
        core, low = cube.core.get_center(), cube.slabs[0].get_bottom()[1]
        cube.set_nudge(0.1)
        np.testing.assert_allclose(cube.core.get_center(), core)
        assert cube.slabs[0].get_bottom()[1] == pytest.approx(low)
        assert cube.slabs[0][-1].height == pytest.approx(0.1)

    def test_exploding_moves_the_top_slab_up_and_the_core_not_at_all(self):
        cube = GrowingCube(2.0, 0.4, 0.0, np.zeros(3))
        core, top = cube.core.get_center(), cube.slabs[0].get_y()
        cube.set_gap(0.5)
        np.testing.assert_allclose(cube.core.get_center(), core)
        assert cube.slabs[0].get_y() == pytest.approx(top + 0.5)


class TestFootTriangle:
    @pytest.fixture
    def axes(self):
        return GraphAxes((-3.0, 6.0, 2.0), (-2.0, 3.0, 1.0), REGION, equal=True)

    def reciprocal(self, axes):
        n = c05a.compute()
        return FootTriangle(axes, n, n.reciprocal, ("1 / x", ("x",)), 1.0)

    def root(self, axes):
        n = c05a.compute()
        return FootTriangle(axes, n, n.root, ("sqrt(x)", ("x", "x")), 1.0)

    def test_its_tangent_touches_at_the_point_and_meets_the_axis_at_the_foot(self, axes):
        for triangle, foot in ((self.reciprocal(axes).put(1.5), 3.0), (self.root(axes), -1.0)):
            np.testing.assert_allclose(triangle.run.get_start(), axes.map(foot, 0.0), atol=1e-9)
            np.testing.assert_allclose(triangle.rise.get_end(), triangle.point.get_center())
            start, end = triangle.tangent.get_start_and_end()
            for place in (triangle.run.get_start(), triangle.point.get_center()):
                across = np.cross(end - start, place - start)
                np.testing.assert_allclose(across, 0.0, atol=1e-9)

    def test_its_names_stand_outside_the_right_angle_and_below_the_axis(self, axes):
        for triangle, left in ((self.reciprocal(axes), True), (self.root(axes), False)):
            corner = triangle.rise.get_x()
            assert (triangle.rise_name.get_x() < corner) == left
            for name in triangle.run_names:
                assert name.get_top()[1] < axes.map(0.0, 0.0)[1]

    def test_each_equal_part_of_the_run_has_its_name_at_its_middle(self, axes):
        first, second = self.root(axes).put(2.0).run_names
        assert first.get_x() == pytest.approx(axes.map(-1.0, 0.0)[0])
        assert second.get_x() == pytest.approx(axes.map(1.0, 0.0)[0])


class TestLevelStep:
    def test_it_slides_along_the_level_line_and_rises_nowhere(self):
        axes = GraphAxes((-3.0, 6.0, 2.0), (-2.0, 3.0, 1.0), REGION)
        step = LevelStep(axes, c05a.compute(), 0.5).slide(3.0)
        first, second = step.ends
        np.testing.assert_allclose(first.get_center(), axes.map(3.0, 2.0))
        np.testing.assert_allclose(second.get_center(), axes.map(5.0, 2.0))
        assert step.rise.get_left()[0] == pytest.approx(step.step.run.get_left()[0])
        assert step.rise.get_bottom()[1] > step.step.run.get_y()


class TestInputSlider:
    def test_the_nudge_reaches_from_the_mark_to_the_knob(self):
        slider = InputSlider((-4.0, 0.0), 6.0, (1.0, 2.0), 1.5).put(0.25)
        assert slider.knob.get_x() == pytest.approx(0.5)
        assert slider.nudge.get_start()[0] == pytest.approx(slider.mark.get_x())
        assert slider.nudge.get_end()[0] == pytest.approx(0.5)

    def test_without_a_nudge_the_knob_stands_on_the_mark(self):
        slider = InputSlider((-4.0, 0.0), 6.0, (1.0, 2.0), 1.5)
        assert slider.knob.get_x() == pytest.approx(slider.mark.get_x())
