"""Where the parts of clip 09a stand in frames of other shapes."""

import itertools

import pytest

from lessons.derivatives.c09a import numbers as c09a
from scenes import theme
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import LineMachine
from scenes.derivatives.c09a_regression_the_machine.props.point_chain import PointChain
from scenes.derivatives.c09a_regression_the_machine.props.rooms import Rooms
from scenes.derivatives.c09a_regression_the_machine.props.weighted_sum import (
    term_labels,
    weighted_sum,
)
from tests.scenes.shapes import NARROW, apart

SLACK = 1e-6
"""What computing with floats may add, in frame units."""

NUMBERS = c09a.compute()


@pytest.mark.parametrize("shape", NARROW)
class TestRooms:
    def rooms(self, shape):
        return Rooms.of(NARROW[shape], rising=True)

    def test_no_room_of_a_beat_lies_on_another(self, shape):
        rooms = self.rooms(shape)
        beats = [
            (rooms.docked.plot, *rooms.docked.knobs, rooms.dock, rooms.corner),
            (rooms.panel.plot, *rooms.panel.knobs, rooms.panel.loss, rooms.strip, rooms.map_room),
            (rooms.beside.plot, *rooms.beside.knobs, rooms.square, *rooms.slopes),
            (rooms.below_sum.plot, *rooms.below_sum.knobs, rooms.sum_room, *rooms.slopes),
        ]
        for beat in beats:
            assert all(apart(a, b, SLACK) for a, b in itertools.combinations(beat, 2))

    @pytest.mark.parametrize("where", ["docked", "panel", "beside", "below_sum"])
    def test_knobs_and_loss_stand_above_the_captions_and_in_the_frame(self, shape, where):
        layout = NARROW[shape]
        place = getattr(self.rooms(shape), where)
        machine = LineMachine(NUMBERS, place, NUMBERS.trial)
        parts = [*machine.settings, *([] if place.loss is None else [machine.loss])]
        assert all(layout.readable.holds(part) for part in parts)

    def test_the_numbers_of_both_knobs_do_not_meet(self, shape):
        for place in (self.rooms(shape).docked, self.rooms(shape).panel):
            first, second = LineMachine(NUMBERS, place, NUMBERS.trial).settings
            assert first.get_right()[0] + theme.TICK < second.get_left()[0]

    def test_square_and_what_is_told_of_it_stay_in_their_room(self, shape):
        rooms = self.rooms(shape)
        machine = LineMachine(NUMBERS, rooms.beside, NUMBERS.trial)
        chain = PointChain(NUMBERS, machine, rooms.square)
        for part in (chain.square.square, chain.area, chain.outer):
            assert rooms.square.inset(-theme.TICK).holds(part)
        assert chain.area.get_bottom()[1] > chain.outer.get_top()[1]
        below = chain.outer.get_bottom()[1] > chain.square.square.get_top()[1]
        beside = chain.outer.get_left()[0] > chain.square.square.get_right()[0]
        assert below or beside

    def test_a_number_keeps_clear_of_the_open_squares_of_other_points(self, shape):
        machine = LineMachine(NUMBERS, self.rooms(shape).docked, NUMBERS.trial)
        errors = machine.errors.open(1.0)
        for which, number in enumerate(errors.areas()):
            for other, square in enumerate(errors.squares):
                if other == which or square.height < theme.TICK:
                    continue
                assert (
                    number.get_right()[0] <= square.get_left()[0]
                    or number.get_left()[0] >= square.get_right()[0]
                    or number.get_bottom()[1] >= square.get_top()[1]
                    or number.get_top()[1] <= square.get_bottom()[1]
                )


def test_a_sum_on_two_lines_keeps_every_error_and_becomes_narrower():
    one, two = weighted_sum(NUMBERS, "w"), weighted_sum(NUMBERS, "w", 2)
    assert set(one.labels) == set(two.labels)
    assert two.width < one.width
    first, *_, last = term_labels(NUMBERS)
    assert two.part(last).get_top()[1] < two.part(first).get_bottom()[1]
