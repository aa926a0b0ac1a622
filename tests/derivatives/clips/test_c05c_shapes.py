"""Where the parts of clip 05c stand in frames of other shapes."""

import numpy as np
import pytest

from lessons.derivatives.c05c import numbers as c05c
from scenes.components.graph.axes import GraphAxes
from scenes.derivatives.c05c_rules_five_functions.act5_sigmoid import HEIGHTS, INPUTS
from scenes.derivatives.c05c_rules_five_functions.props.derivation import Derivation
from scenes.derivatives.c05c_rules_five_functions.props.height_notes import HeightNotes
from scenes.derivatives.c05c_rules_five_functions.props.nudge_lens import LONG_SIDE, NudgeLens
from scenes.derivatives.c05c_rules_five_functions.props.radian_count import RadianCount
from scenes.derivatives.c05c_rules_five_functions.props.sigmoid_rooms import SigmoidRooms
from scenes.derivatives.c05c_rules_five_functions.props.turn_axes import TurnAxes
from scenes.derivatives.c05c_rules_five_functions.props.turn_rooms import TurnRooms
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle
from scenes.derivatives.c05c_rules_five_functions.props.unit_square import (
    HeadroomRider,
    HeadroomSquare,
)
from scenes.layout import Region
from tests.scenes.shapes import LAYOUTS, NARROW, apart

NUMBERS = c05c.compute()
CIRCLE = Region(-3.5, 3.5, 1.0, 6.0)


def rooms_of(shape):
    return SigmoidRooms.of(LAYOUTS[shape], HEIGHTS[1] - HEIGHTS[0])


class TestSigmoidRooms:
    def square(self, shape):
        rooms = rooms_of(shape)
        axes = GraphAxes((*INPUTS, 2), HEIGHTS, rooms.graph, numbers=(0, 1))
        x = NUMBERS.sigmoid_inputs[0]
        square = HeadroomSquare(axes, rooms.square_left, NUMBERS.headroom, x, rooms.square_base)
        return axes, square

    @pytest.mark.parametrize("shape", LAYOUTS)
    def test_the_square_has_the_unit_of_its_graph_and_stays_clear_of_it(self, shape):
        axes, square = self.square(shape)
        assert square.pane.width == pytest.approx(axes.y_unit)
        assert apart(square.pane, axes.window)
        assert apart(square.pane, rooms_of(shape).product)
        assert LAYOUTS[shape].safe.holds(square.outline)

    @pytest.mark.parametrize("shape", NARROW)
    def test_the_names_of_its_sides_stand_above_the_captions(self, shape):
        _, square = self.square(shape)
        for x in NUMBERS.sigmoid_inputs:
            square.put(x)
            assert all(
                NARROW[shape].readable.holds(name)
                for name in (square.height_name, square.room_name)
            )

    def test_only_below_its_graph_the_square_has_a_base_of_its_own(self):
        _, beside = self.square("square")
        axes, below = self.square("tall")
        assert beside.beside
        assert not below.beside
        assert below.pane.top < axes.window.bottom
        tangent = NUMBERS.sigmoid_tangent(1.0)
        thread = HeadroomRider(axes, tangent, below).thread
        assert thread.get_start() == pytest.approx(axes.map(INPUTS[1], tangent.point.y))


@pytest.mark.parametrize("shape", LAYOUTS)
def test_each_line_of_the_derivation_stands_above_the_graph(shape):
    rooms = rooms_of(shape)
    axes = GraphAxes((*INPUTS, 2), HEIGHTS, rooms.graph, numbers=(0, 1))
    for row in Derivation(rooms.product).rows:
        assert row.width <= rooms.product.width + 1e-6
        assert row.get_top()[1] <= rooms.product.top + 1e-6
        assert row.get_bottom()[1] > axes.map(0.0, 1.0)[1]


@pytest.mark.parametrize("shape", LAYOUTS)
class TestTurnRooms:
    def test_circle_rule_and_graph_stand_apart_in_the_safe_area(self, shape):
        rooms = TurnRooms.of(LAYOUTS[shape])
        axes = TurnAxes(rooms.graph, NUMBERS.degree_marks)
        plane = rooms.plane()
        assert apart(plane.window, axes.window)
        assert apart(rooms.rule, axes.window)
        assert apart(rooms.rule, plane.window, slack=1e-6)
        for region in (plane.window, axes.window):
            assert region.right <= LAYOUTS[shape].safe.right + 1e-6
            assert region.left >= LAYOUTS[shape].safe.left - 1e-6

    def test_a_tied_graph_has_the_scale_of_its_circle(self, shape):
        rooms = TurnRooms.of(LAYOUTS[shape])
        axes, plane = TurnAxes(rooms.graph, NUMBERS.degree_marks), rooms.plane()
        heights = [axes.map(0.0, y)[1] - plane.map(0.0, y)[1] for y in (-1.0, 0.0, 1.0)]
        assert (heights == pytest.approx([0.0] * 3)) == rooms.tied


class TestHeightNotes:
    def test_stacked_they_are_narrower_and_the_question_comes_last(self):
        beside, stacked = (HeightNotes(NUMBERS, stacked=stacked) for stacked in (False, True))
        assert stacked.width < beside.width
        assert stacked.question.get_top()[1] < stacked.table.get_bottom()[1]
        assert stacked.table.get_top()[1] < stacked.rule.get_bottom()[1]

    @pytest.mark.parametrize("stacked", [True, False])
    def test_all_of_them_stand_on_their_plate(self, stacked):
        notes = HeightNotes(NUMBERS, stacked=stacked)
        ground = notes.ground
        plate = Region(
            ground.get_left()[0], ground.get_right()[0], ground.get_bottom()[1], ground.get_top()[1]
        )
        for part in (notes.base, notes.rule, notes.question, notes.table):
            assert plate.holds(part)


class TestLens:
    def lens(self, region):
        axes = GraphAxes((-0.07, 1.12, 1), (-0.07, 1.12, 1), CIRCLE, equal=True)
        return NudgeLens(UnitCircle(axes, NUMBERS.circle, quarter=True), region)

    def test_below_the_circle_its_rays_lead_to_its_upper_corners(self):
        below = Region(-3.5, 3.5, -5.0, 0.8)
        ends = [ray.get_end() for ray in self.lens(below).rays]
        np.testing.assert_allclose(ends, [below.at(0, 1), below.at(1, 1)], atol=1e-6)

    def test_beside_the_circle_they_lead_to_its_left_corners(self):
        beside = Region(3.6, 10.0, 1.0, 6.0)
        ends = [ray.get_end() for ray in self.lens(beside).rays]
        np.testing.assert_allclose(ends, [beside.at(0, 1), beside.at(0, 0)], atol=1e-6)

    def test_in_a_narrow_window_the_triangle_is_smaller_and_stays_inside(self):
        window = Region(3.6, 8.6, -1.0, 6.0)
        lens = self.lens(window)
        assert lens.step.get_length() == pytest.approx(lens.long_side)
        assert lens.long_side < LONG_SIDE
        for leg in (lens.step, lens.lift, lens.drift):
            assert window.holds(leg)


def test_the_circle_of_one_radian_stands_in_its_pane_with_its_measure_beside_it():
    pane = Region(-3.0, -1.5, 4.0, 5.5)
    count = RadianCount(pane, NUMBERS.radian_nudge(0.0), NUMBERS.radian_in_degrees)
    assert pane.holds(count.arc[0], slack=1e-6)
    for told, says in ((count.radians, "1"), (count.degrees, "57")):
        assert told.get_left()[0] > count.arc[1].get_right()[0]
        assert says in told.inscription.says
