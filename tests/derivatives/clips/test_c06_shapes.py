"""Where the parts of clip 06 stand in frames of other shapes."""

import itertools

import pytest

from scenes.derivatives.c06_the_explorer.props.desk import Desk
from scenes.layout import Layout

LAYOUTS = {
    "tall": Layout.for_frame(8, 8 * 16 / 9),
    "square": Layout.for_frame(32 / 3, 32 / 3),
}


def apart(first, second):
    return (
        first.right <= second.left + 1e-6
        or second.right <= first.left + 1e-6
        or first.top <= second.bottom + 1e-6
        or second.top <= first.bottom + 1e-6
    )


@pytest.mark.parametrize("shape", LAYOUTS)
def test_no_part_of_the_desk_lies_on_another(shape):
    desk = Desk.lay(LAYOUTS[shape])
    for beat in (
        (desk.head, desk.board, desk.graph),
        (desk.aside, desk.strip, desk.chart, desk.notes, desk.graph),
    ):
        assert all(apart(a, b) for a, b in itertools.combinations(beat, 2))


def test_the_plot_of_a_square_frame_is_hardly_higher_than_wide_with_notes_below_it():
    desk = Desk.lay(LAYOUTS["square"])
    assert desk.graph.height < 1.2 * desk.graph.width
    assert desk.notes.top < desk.graph.bottom
    assert desk.notes.bottom >= LAYOUTS["square"].readable.bottom - 1e-6


def test_only_a_wide_frame_tells_the_bending_in_the_plot():
    assert Desk.lay(Layout.for_frame(8 * 16 / 9, 8)).aside is None
    assert all(Desk.lay(layout).aside is not None for layout in LAYOUTS.values())
