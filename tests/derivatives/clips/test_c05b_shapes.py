"""Where the parts of clip 05b stand in frames of other shapes."""

import itertools

import numpy as np
import pytest
from manim import DOWN, LEFT, RIGHT, UP, Square

from lessons.derivatives.c05b import numbers as c05b
from scenes import theme
from scenes.components.rigs.node_diagram import NodeSpec
from scenes.derivatives.c05b_rules_the_chain.act1_three_lines import HEIGHTS, HOMES, STEP, UNITS
from scenes.derivatives.c05b_rules_the_chain.act3_nested import CHAIN
from scenes.derivatives.c05b_rules_the_chain.act4_backward import BACK_SIDE, NEURON, PATHS
from scenes.derivatives.c05b_rules_the_chain.props.circuit import Circuit
from scenes.derivatives.c05b_rules_the_chain.props.track import MarkedValue, Track, TrackSpec
from scenes.layout import Region
from tests.scenes.shapes import LAYOUTS

SHAPES = pytest.mark.parametrize("shape", LAYOUTS)
NEURON_EDGES = [("0", "3"), ("1", "3"), ("2", "3"), ("3", "4"), ("4", "5")]
PATH_EDGES = [("0", "1"), ("0", "2"), ("1", "3"), ("2", "3"), ("3", "4")]


def circuit(layout, places, edges, back_side=1):
    nodes = {str(place): NodeSpec("x", at) for place, at in enumerate(places)}
    return Circuit(layout.readable, nodes, edges, back_side)


@SHAPES
def test_on_each_line_there_is_room_for_the_farthest_marker_and_its_value(shape):
    layout, numbers = LAYOUTS[shape], c05b.compute()
    y = numbers.chained.value(numbers.shown_at)
    line = Track(
        TrackSpec("y", numbers.nudges[0].y, theme.RISE),
        np.array([layout.by_shape(*HOMES), layout.by_shape(*HEIGHTS)[-1], 0.0]),
        (layout.safe.left, layout.safe.right),
        layout.by_shape(*UNITS),
        STEP,
        2,
    )
    line.put(y)
    for thing in (line.marker, MarkedValue(line, y, 2), line.name_tag):
        assert layout.safe.holds(thing)


@SHAPES
def test_the_lines_stand_in_the_readable_part_with_room_for_a_lens_between_them(shape):
    layout = LAYOUTS[shape]
    heights = layout.by_shape(*HEIGHTS)
    assert heights[0] < layout.readable.top
    assert heights[-1] > layout.readable.bottom
    for above, below in itertools.pairwise(heights):
        assert above - below > 2 * theme.LENS_RADIUS


@SHAPES
@pytest.mark.parametrize(("places", "edges"), [(NEURON, NEURON_EDGES), (PATHS, PATH_EDGES)])
def test_no_node_of_a_circuit_leaves_the_frame_or_meets_another(shape, places, edges):
    layout = LAYOUTS[shape]
    nodes = circuit(layout, layout.by_shape(*places), edges).nodes
    rings = [node.ring for node in nodes.values()]
    assert all(layout.safe.holds(ring) for ring in rings)
    for one, other in itertools.combinations(rings, 2):
        way = np.linalg.norm(one.get_center() - other.get_center())
        assert way > (one.height + other.height) / 2 + 0.3


@pytest.mark.parametrize(("shape", "side"), [("tall", LEFT), ("square", RIGHT)])
def test_in_a_narrow_frame_values_flow_downward_and_slopes_back_at_one_side(shape, side):
    layout = LAYOUTS[shape]
    rig = circuit(layout, layout.by_shape(*NEURON), NEURON_EDGES, layout.by_shape(*BACK_SIDE))
    for edge in NEURON_EDGES[-2:]:
        start, end = rig.edges[edge].ends
        assert end[1] < start[1]
        assert np.dot(rig.returns[edge].middle - rig.edges[edge].middle, side) > 0


def test_in_an_upright_frame_the_chain_stands_upright():
    (first, *_), (middle, *_), (last, *_) = CHAIN[-1]
    assert first == middle == last
    assert sorted(CHAIN[-1], key=lambda place: -place[1]) == list(CHAIN[-1])


@pytest.mark.parametrize("side", [UP, DOWN, LEFT, RIGHT])
def test_a_label_beside_a_node_stands_clear_of_its_ring(side):
    rig = Circuit(
        Region(-3.0, 4.0, -3.0, 3.6),
        {"a": NodeSpec("a", (0.2, 0.5)), "b": NodeSpec("b", (0.8, 0.5))},
        [("a", "b")],
    )
    ring = rig.nodes["a"].ring
    label = rig.beside_node("a", Square(0.4), side)
    way = np.dot(label.get_center() - ring.get_center(), side)
    assert way == pytest.approx(ring.height / 2 + 0.2 + theme.GUTTER)
