"""Clip 01: its numbers as they are shown, and the rigs that were made for it."""

import numpy as np
import pytest
from manim import DOWN, LEFT, RIGHT, UP

from lessons.derivatives.c01 import numbers as c01
from mathcore.slopes.lines import Point, SlopeTriangle, line, triangle
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.drop import InputDrop
from scenes.components.graph.probe import SlopeProbe
from scenes.components.graph.straight import StraightLine
from scenes.components.rigs.chip import SlopeChip
from scenes.components.text.numeral import Numeral
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c01_lines_and_slopes.props.chain import SlopeChain
from scenes.derivatives.c01_lines_and_slopes.props.ledger import SlopeLedger
from scenes.derivatives.c01_lines_and_slopes.props.nest import GrowingTriangle
from scenes.derivatives.c01_lines_and_slopes.props.places import PlotAndColumn
from scenes.derivatives.c01_lines_and_slopes.props.slope_fraction import SlopeFraction
from scenes.derivatives.c01_lines_and_slopes.props.stairs import Stairs
from scenes.derivatives.c01_lines_and_slopes.props.zoom import zoom
from scenes.layout import Layout
from tests.scenes.shapes import LAYOUTS

SHARES = np.linspace(0.0, 1.0, 97)
STEEP = triangle(line(2, 1), 1, 3)
UPRIGHT = SlopeTriangle(Point(1, 3), Point(1, 7))


@pytest.fixture
def numbers():
    return c01.compute()


@pytest.fixture
def axes():
    return GraphAxes((-3.8, 5.9, 1), (-1.7, 7.9, 1), Layout.for_frame().left, equal=True)


def shown(fraction):
    """Return the digits of a fraction, as numbers."""
    return [round(number.value, 2) for number in (fraction.rise, fraction.run, fraction.quotient)]


class TestNumbers:
    @pytest.mark.parametrize("leg", [0, 1])
    def test_the_digits_of_a_travelling_triangle_divide_to_two(self, numbers, leg):
        for share in SHARES:
            now = numbers.travelling(leg, share)
            assert round(now.rise, 2) == 2 * round(now.run, 2)
            assert now.slope == pytest.approx(2, abs=1e-12)

    def test_the_journey_passes_the_three_triangles(self, numbers):
        stops = [numbers.travelling(leg, share) for leg, share in ((0, 0), (0, 1), (1, 0), (1, 1))]
        first, second, third = numbers.triangles
        assert stops == [first, second, second, third]

    def test_nested_triangles_share_their_corner_and_keep_their_size(self, numbers):
        for nested, roaming in zip(numbers.nested, numbers.triangles, strict=True):
            assert nested.p == numbers.crossing
            assert (nested.run, nested.rise) == (roaming.run, roaming.rise)

    def test_a_triangle_grows_from_one_size_to_the_next(self, numbers):
        assert [numbers.growing(leg, 1.0) for leg in (0, 1)] == list(numbers.nested[1:])

    def test_tilting_keeps_the_rise_and_ends_without_a_slope(self, numbers):
        assert {numbers.tilting(share).rise for share in SHARES} == {4.0}
        slopes = [numbers.tilting(share).slope for share in SHARES[:-1]]
        assert slopes == sorted(slopes)
        assert slopes[0] == 2
        assert numbers.tilting(1.0) == numbers.vertical
        assert not numbers.vertical.has_slope

    def test_the_step_walks_along_a_line_and_keeps_its_rise(self, numbers):
        steps = [numbers.walking(-3.0, share) for share in SHARES]
        assert steps[0] == numbers.read_triangles[-1]
        assert all(step.run == pytest.approx(1) for step in steps)
        assert all(step.rise == pytest.approx(-3) for step in steps)


class TestStraightLine:
    def test_it_passes_through_both_points_of_a_triangle(self, axes):
        stroke = StraightLine(axes, line(0, 0)).pass_through(STEEP)
        along = stroke.get_unit_vector()
        for point in (STEEP.p, STEEP.q):
            off = np.cross(axes.map(*point) - stroke.get_start(), along)
            assert np.linalg.norm(off) < 1e-9

    def test_it_stands_upright_where_there_is_no_run(self, axes):
        stroke = StraightLine(axes, line(2, 1)).pass_through(UPRIGHT)
        assert stroke.width == pytest.approx(0)
        assert stroke.height == pytest.approx(axes.window.height)
        assert stroke.get_x() == pytest.approx(axes.map(1, 0)[0])

    def test_its_ghost_stays_where_it_was(self, axes):
        stroke = StraightLine(axes, line(2, 1))
        ghost = stroke.ghost()
        stroke.put(line(-3, 1))
        assert ghost.get_slope() == pytest.approx(2)


class TestProbe:
    def test_dots_and_numbers_run_with_it(self, axes):
        probe = SlopeProbe.measuring(axes, STEEP, decimals=2)
        probe.put(triangle(line(2, 1), -1, 2))
        assert probe.near.get_center() == pytest.approx(axes.map(-1, -1))
        assert probe.far.get_center() == pytest.approx(axes.map(2, 5))
        assert [tag.value for tag in probe.tags] == [3.0, 6.0]

    def test_a_follower_is_told_at_once_and_at_every_change(self, axes):
        told = []
        probe = SlopeProbe(axes, STEEP).follow(told.append)
        probe.put(UPRIGHT)
        assert told == [STEEP, UPRIGHT]

    def test_a_copy_tells_nobody(self, axes):
        told = []
        SlopeProbe(axes, STEEP).follow(told.append).copy().put(UPRIGHT)
        assert told == [STEEP]

    def test_a_sign_stands_clear_of_its_leg(self, axes):
        probe = SlopeProbe.stepping(axes, triangle(line(-3, 1), 0, 1))
        gap = probe.tags[1].get_left()[0] - probe.rise.get_right()[0]
        assert gap == pytest.approx(theme.LABEL_GAP)

    def test_labels_that_were_not_given_are_asked_for_in_vain(self, axes):
        with pytest.raises(ValueError, match="no label"):
            SlopeProbe(axes, STEEP).tags  # noqa: B018  # asking is what fails


class TestFraction:
    def test_it_tells_rise_run_and_slope(self):
        fraction = SlopeFraction("{{m : m}}", STEEP, decimals=2)
        fraction.put(triangle(line(2, 1), -1, 2))
        assert shown(fraction) == [6.0, 3.0, 2.0]

    def test_over_one_input_it_says_so_and_takes_it_back(self):
        fraction = SlopeFraction("{{m : m}}", STEEP, decimals=2, digits=3)
        for state, has_slope in ((STEEP, True), (UPRIGHT, False), (STEEP, True)):
            fraction.put(state)
            assert fraction.quotient.get_fill_opacity() == float(has_slope)
            assert fraction.undefined[0].get_fill_opacity() == float(not has_slope)

    def test_name_and_figures_are_level(self):
        fraction = SlopeFraction("{{Delta y : rise}} / {{Delta x : run}}", STEEP)
        assert fraction.bar.get_y() == pytest.approx(fraction.name_part.part("is").get_y())

    def test_a_flush_number_starts_beside_its_sign_whatever_its_length(self):
        number = Numeral(2.0, 2, digits=3, flush=True)
        left = number.slots_left
        for value in (9.99, 10.0, 400.0, 2.0):
            number.set_value(value)
            assert number.slots_left == pytest.approx(left)
            assert number.get_left()[0] - left < 0.1

    def test_a_chain_names_every_size_and_one_slope(self, numbers):
        chain = SlopeChain(numbers.nested)
        assert [len(chain.signs(place)) for place in range(3)] == [1, 2, 2]
        for place in range(3):
            assert chain.rise(place).get_y() > chain.signs(place)[0].get_y()
            assert chain.run(place).get_y() < chain.signs(place)[0].get_y()
        assert chain.slope.get_right()[0] == pytest.approx(chain.get_right()[0])


class TestRoles:
    def test_a_label_is_enough_for_its_colour(self):
        formula = in_roles("{{x_1 : run1}} {{!= : not}} {{m : m}}")
        assert formula.part("run1")[0].get_color().to_hex() == theme.RUN
        assert formula.part("m")[0].get_color().to_hex() == theme.EXACT
        assert formula.part("not")[0].get_color().to_hex() == theme.INK

    def test_all_but_some_parts(self):
        formula = in_roles("{{y : rise}} = {{2 : m}} {{x : run}}")
        assert len(formula.without("m")) == len(formula.submobjects) - 1


class TestTableSteps:
    def test_a_bracket_joins_two_rows_outside_its_column(self, numbers):
        table = ValueTable([Column("x", theme.RUN), Column("y", theme.RISE)], numbers.rows)
        for column, side in ((0, LEFT), (1, RIGHT)):
            bracket = table.step(1, column, 1.0, side).bracket
            cells = [table.cell(row, column) for row in (1, 2)]
            heights = [cell.get_y() for cell in cells]
            assert (bracket.get_top()[1], bracket.get_bottom()[1]) == pytest.approx(heights)
            assert all(side[0] * (bracket.get_x() - cell.get_x()) > 0 for cell in cells)

    def test_the_stairs_climb_from_dot_to_dot(self, axes, numbers):
        for step, row in zip(Stairs(axes, numbers.stairs).steps, numbers.rows[1:], strict=True):
            assert step.rise.get_end() == pytest.approx(axes.map(*row))


class TestSignAndSize:
    def test_the_arrow_points_where_the_slope_goes(self):
        for slope, way in ((2.0, UP), (0.0, RIGHT), (-3.0, DOWN)):
            arrow = SlopeChip(slope, np.zeros(3), 0.5).arrow
            middle = arrow.get_points_defining_boundary().mean(axis=0)
            assert np.dot(middle - arrow.get_center(), way) > 0

    def test_the_bar_is_as_long_as_the_slope_is_large(self):
        assert SlopeChip(-3.0, np.zeros(3), 0.5).bar.width == pytest.approx(1.5)

    def test_level_is_no_bar_at_all(self):
        assert SlopeChip(0.0, np.zeros(3), 0.5).bar.get_fill_opacity() == 0

    def test_a_rise_flies_upright_and_the_bar_grows_where_it_lands(self, axes, numbers):
        chip = SlopeChip(-3.0, Layout.for_frame().right.center, axes.y_unit)
        rise = SlopeProbe(axes, numbers.read_triangles[-1]).rise
        flight, growth = chip.grow_from(rise).animations
        flight.begin()
        flight.interpolate(0.5)
        assert flight.mobject.width == pytest.approx(0.0, abs=1e-6)
        assert flight.mobject.height == pytest.approx(rise.get_length())
        assert growth.mobject is chip.bar

    def test_a_ledger_keeps_its_columns_inside_its_region(self, numbers):
        region = Layout.for_frame().right
        ledger = SlopeLedger(numbers.read_slopes, region, 0.83)
        assert all(region.holds(part) for part in ledger)
        assert len({round(number.point_x, 6) for number in ledger.numbers}) == 1


class TestOtherRigs:
    def test_a_drop_stays_below_its_point(self, axes):
        drop = InputDrop(axes, STEEP.q, "x_2", RIGHT)
        probe = SlopeProbe(axes, STEEP)
        probe.put(UPRIGHT)
        drop.follow(probe.far)
        assert drop.line.get_x() == pytest.approx(axes.map(1, 0)[0])

    def test_a_growing_triangle_leaves_its_sizes_behind(self, axes, numbers):
        growing = GrowingTriangle(axes, numbers.nested[0])
        run, rise = growing.mark()
        place = run.get_center()
        growing.put(numbers.nested[1])
        assert (run.value, rise.value) == (1, 2)
        assert run.get_center() == pytest.approx(place)

    def test_while_axes_change_their_scale_a_line_stays_where_they_have_it(self, axes):
        closer = GraphAxes((-3.2, 4.4, 1), (-2.7, 4.3, 1), Layout.for_frame().left, equal=True)
        rule = line(2, 1)
        before, after = StraightLine(axes, rule), StraightLine(closer, rule)
        motion = zoom(axes, closer, (before, after))
        motion.begin()
        motion.interpolate(0.5)
        # Old and new axes coincide on the way, and the line passes through their crossing.
        old, new, stroke = (step.mobject for step in motion.animations)
        assert old.map(0, 1) == pytest.approx(new.map(0, 1))
        off = np.cross(old.map(0, 1) - stroke.get_start(), stroke.get_unit_vector())
        assert np.linalg.norm(off) < 1e-9


class TestPlaces:
    @pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
    def test_the_formulas_stand_beside_or_above_the_plot_and_above_the_captions(self, layout):
        places = PlotAndColumn.of(layout)
        plot, column = places.plot, places.column
        if layout.upright:
            assert column.bottom >= plot.top - 1e-9
        else:
            assert column.left > plot.right
        assert column.bottom >= layout.readable.bottom - 1e-9
        for row in (places.header, places.body, places.foot):
            assert row.bottom >= column.bottom - 1e-9
            assert (row.left, row.right) == (column.left, column.right)
        assert places.header.bottom >= places.body.top - 1e-9
        assert places.body.bottom >= places.foot.top - 1e-9

    @pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
    def test_the_widest_formulas_fit_into_their_rows(self, numbers, layout):
        places = PlotAndColumn.of(layout)
        chain = SlopeChain(numbers.nested)
        fraction = SlopeFraction("{{m : m}}", numbers.tilted, decimals=2, digits=3)
        for formula in (chain, fraction):
            assert formula.width < places.body.width
        assert chain.height < places.body.height
