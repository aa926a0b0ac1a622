"""The column beside two stacked graphs of clip 04: each text stands at its own graph."""

import pytest

from scenes import theme
from scenes.components.graph.stacked import StackedGraphs
from scenes.derivatives.c04_the_derivative.props.side_column import (
    beside,
    graphs_and_column,
    two_lines,
)
from scenes.layout import Layout

LAYOUT = Layout.for_frame(14.2, 8.0)
ROOM, COLUMN = graphs_and_column(LAYOUT.stage, 3.2)


@pytest.fixture
def graphs():
    return StackedGraphs(ROOM, (-2.3, 2.3, 1), (-3.2, 4.7, 2), (-4.0, 11.5, 5), gap=0.65)


def test_the_graphs_and_the_column_share_the_stage_and_do_not_meet():
    assert ROOM.left == pytest.approx(LAYOUT.stage.left)
    assert COLUMN.right == pytest.approx(LAYOUT.stage.right)
    assert ROOM.right < COLUMN.left
    assert COLUMN.width == pytest.approx(3.2)


def test_an_equation_begins_its_second_line_below_its_first():
    first, second = two_lines("f(x)", "x^2", theme.FUNC)
    assert second.get_top()[1] < first.get_bottom()[1]
    assert second.get_left()[0] == pytest.approx(first.get_left()[0])


@pytest.mark.parametrize("place", ["upper", "lower"])
def test_an_equation_stands_right_of_its_graph_and_at_its_height(graphs, place):
    axes = getattr(graphs, place)
    told = beside(two_lines("f'(x)", "3 x^2 - 3", theme.EXACT), axes, COLUMN)
    assert told.get_left()[0] > axes.window.right
    assert COLUMN.holds(told)
    assert axes.window.bottom < told.get_bottom()[1]
    assert told.get_top()[1] < axes.window.top


def test_the_graph_of_the_slopes_takes_at_least_two_fifths_of_the_height(graphs):
    assert graphs.lower.window.height > 0.38 * LAYOUT.stage.height
    assert graphs.lower.window.height >= 0.4 * (ROOM.height - theme.SCALE_ROOM)
