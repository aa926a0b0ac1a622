"""Where the parts of clip 06 stand in frames of other shapes."""

import itertools

import pytest

from scenes.derivatives.c06_the_explorer.props.desk import Desk
from scenes.layout import Layout
from tests.scenes.shapes import NARROW, apart

SLACK = 1e-6
"""What computing with floats may add, in frame units."""


@pytest.mark.parametrize("shape", NARROW)
def test_no_part_of_the_desk_lies_on_another(shape):
    desk = Desk.lay(NARROW[shape])
    for beat in (
        (desk.head, desk.board, desk.graph),
        (desk.aside, desk.strip, desk.chart, desk.notes, desk.graph),
    ):
        assert all(apart(a, b, SLACK) for a, b in itertools.combinations(beat, 2))


def test_the_plot_of_a_square_frame_is_hardly_higher_than_wide_with_notes_below_it():
    desk = Desk.lay(NARROW["square"])
    assert desk.graph.height < 1.2 * desk.graph.width
    assert desk.notes.top < desk.graph.bottom
    assert desk.notes.bottom >= NARROW["square"].readable.bottom - 1e-6


def test_only_a_wide_frame_tells_the_bending_in_the_plot():
    assert Desk.lay(Layout.for_frame(8 * 16 / 9, 8)).aside is None
    assert all(Desk.lay(layout).aside is not None for layout in NARROW.values())
