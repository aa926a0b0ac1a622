"""What two stacked graphs of clip 04 are: each text stands at its own graph."""

import pytest

from scenes import theme
from scenes.components.graph.stacked import StackedGraphs
from scenes.derivatives.c04_the_derivative.props.side_column import GraphsAndTexts
from tests.scenes.shapes import LAYOUTS, apart

SHAPES = sorted(LAYOUTS)
WIDTH = 3.2


def rooms(shape):
    return GraphsAndTexts.within(LAYOUTS[shape], WIDTH)


def stacked(room):
    return StackedGraphs(room.graphs, (-2.3, 2.3, 1), (-3.2, 4.7, 2), (-4.0, 11.5, 5), gap=0.65)


def test_the_graphs_and_the_column_share_the_stage_and_do_not_meet():
    room, stage = rooms("wide"), LAYOUTS["wide"].stage
    column, _ = room.texts
    assert room.graphs.left == pytest.approx(stage.left)
    assert column.right == pytest.approx(stage.right)
    assert room.graphs.right < column.left
    assert column.width == pytest.approx(WIDTH)


@pytest.mark.parametrize("shape", SHAPES)
def test_only_an_upright_frame_has_its_equations_on_one_line(shape):
    first, second = rooms(shape).equation("f(x)", "x^2", theme.FUNC)
    if shape == "tall":
        assert second.get_left()[0] > first.get_right()[0]
        assert second.baseline == pytest.approx(first.baseline)
    else:
        assert second.get_top()[1] < first.get_bottom()[1]
        assert second.get_left()[0] == pytest.approx(first.get_left()[0])


@pytest.mark.parametrize("shape", ["wide", "square"])
@pytest.mark.parametrize("place", ["upper", "lower"])
def test_an_equation_stands_right_of_its_graph_and_at_its_height(shape, place):
    room = rooms(shape)
    axes = getattr(stacked(room), place)
    told = room.told(room.equation("f'(x)", "3 x^2 - 3", theme.EXACT), axes)
    assert told.get_left()[0] > axes.window.right
    assert room.texts[0].holds(told)
    assert axes.window.bottom < told.get_bottom()[1]
    assert told.get_top()[1] < axes.window.top


def test_in_an_upright_frame_one_equation_stands_above_both_graphs_and_one_below_them():
    room, layout = rooms("tall"), LAYOUTS["tall"]
    assert all(apart(room.graphs, text) for text in room.texts)
    graphs = stacked(room)
    equations = [
        room.told(room.equation(left, "3 x^2 - 3", theme.EXACT), axes)
        for left, axes in (("f(x)", graphs.upper), ("f'(x)", graphs.lower))
    ]
    for equation, text in zip(equations, room.texts, strict=True):
        assert text.holds(equation)
        assert layout.readable.holds(equation)
    above, below = equations
    assert above.get_bottom()[1] > graphs.upper.window.top
    assert below.get_top()[1] < min(number.get_bottom()[1] for number in graphs.scales[0])


def test_the_graph_of_the_slopes_takes_at_least_two_fifths_of_the_height():
    room = rooms("wide")
    lower = stacked(room).lower.window
    assert lower.height > 0.38 * LAYOUTS["wide"].stage.height
    assert lower.height >= 0.4 * (room.graphs.height - theme.SCALE_ROOM)
