"""The rigs that clips of the lesson share: a fitted line, and a knob with its error."""

import itertools

import numpy as np
import pytest

from lessons.derivatives.c00 import numbers as c00
from mathcore.slopes.lines import Point
from scenes.derivatives.shared.fit_panel import FitPanel
from scenes.derivatives.shared.knob_and_error import KnobAndError
from scenes.layout import Layout, Region

ROOM = Region(-3.0, 3.0, -3.5, 3.5)
NUMBERS = c00.compute()


def test_every_miss_runs_from_its_point_to_the_line_wherever_that_lies():
    panel = FitPanel(ROOM, NUMBERS.data, NUMBERS.fit(2.0))
    for w in (2.0, 2.4):
        line = NUMBERS.fit(w)
        panel.lay(line)
        for miss, dot, x in zip(panel.misses, panel.dots, NUMBERS.data.xs, strict=True):
            assert miss.start == pytest.approx(dot.get_center())
            assert miss.end == pytest.approx(panel.plot.axes.map(x, line.at(x)))


def test_dial_gauge_and_numbers_tell_one_state():
    machine = KnobAndError.standing_in(ROOM, NUMBERS.before, (1.5, 3.5), decimals=2)
    machine.turn_to(Point(3.0, 0.0))
    assert machine.dial.value == machine.knob.value == 3.0
    assert machine.gauge.value == machine.error.value == 0.0


def test_the_first_error_fills_the_gauge_and_all_parts_stand_in_the_region():
    machine = KnobAndError.standing_in(ROOM, NUMBERS.before, (1.5, 3.5), decimals=2)
    assert machine.gauge.bar.height == pytest.approx(machine.gauge.frame.height)
    assert all(ROOM.holds(part) for part in machine.parts)


@pytest.mark.parametrize("shape", ["square", "upright"])
def test_in_a_narrow_frame_dial_and_gauge_stand_apart_above_the_captions(shape):
    layout = Layout.for_frame(*{"square": (10.67, 10.67), "upright": (8, 14.22)}[shape])
    room = layout.above_captions(layout.split_at(0.5)[1])
    machine = KnobAndError.standing_in(room, NUMBERS.before, (1.5, 3.5), decimals=2)
    assert all(room.holds(part) for part in machine.parts)
    for one, other in itertools.combinations(machine.parts, 2):
        apart = np.abs(one.get_center() - other.get_center())
        across, up = (one.width + other.width) / 2, (one.height + other.height) / 2
        assert apart[0] > across or apart[1] > up
