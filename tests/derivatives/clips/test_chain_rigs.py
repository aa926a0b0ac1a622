import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import DOWN, UP

from lessons.derivatives.c05b import numbers as c05b
from scenes import theme
from scenes.components.marks.ray import Ray
from scenes.components.rigs.lens import Lens
from scenes.components.rigs.node_diagram import NodeDiagram, NodeSpec
from scenes.components.rigs.number_lines import NumberLine, NumberLines, Scale
from scenes.components.text.formula import Formula
from scenes.derivatives.c05b_rules_the_chain.props.capsule import BoxedPower
from scenes.derivatives.c05b_rules_the_chain.props.nudge_beam import NudgeBeam
from scenes.layout import Region

REGION = Region(-3.0, 4.2, -3.0, 3.6)
NAMES = Region(-6.0, -3.4, -3.0, 3.6)
SCALES = (
    Scale("x", (0.0, 1.5), 0.5, theme.RUN, (1, 2, 3)),
    Scale("u", (1.0, 2.5), 0.5, theme.INK, (1, 2, 3)),
    Scale("y", (0.0, 15.0), 5.0, theme.RISE, (0, 4, 4)),
)


@pytest.fixture
def lines():
    numbers = c05b.compute()
    machines = (numbers.inner.value, numbers.outer.value)
    return NumberLines(SCALES, ("times 3 + 1", "u^4"), machines, numbers.at, NAMES, REGION)


def beam(lines, nudge):
    changes = (nudge.dx, nudge.du, nudge.dy)
    return NudgeBeam(lines, ("Delta x", "Delta u", "Delta y"), changes, (UP, DOWN, UP))


def lengths(of):
    return [mark.bar.get_length() for mark in of.marks]


class TestNumberLine:
    @settings(max_examples=25, deadline=None)
    @given(st.floats(0.0, 1.5), st.floats(1.0, 1000.0))
    def test_magnified_about_a_value_it_keeps_that_value_in_place(self, about, factor):
        line = NumberLine(SCALES[0], np.zeros(3), 6.0)
        before = line.map(about)
        line.magnify(factor, about)
        np.testing.assert_allclose(line.map(about), before, atol=1e-9)

    @given(st.floats(1.0, 5000.0))
    @settings(max_examples=25, deadline=None)
    def test_its_ticks_never_leave_it(self, factor):
        line = NumberLine(SCALES[0], np.zeros(3), 6.0).magnify(factor, 0.2)
        assert line.ticks.get_left()[0] >= -1e-6
        assert line.ticks.get_right()[0] <= 6.0 + 1e-6

    def test_unmagnified_every_number_stands_at_its_tick(self):
        line = NumberLine(SCALES[2], np.zeros(3), 6.0)
        assert [number.value for number in line.numbers] == [0, 5, 10, 15]
        for number in line.numbers:
            assert number.get_x() == pytest.approx(line.map(number.value)[0], abs=0.05)

    def test_a_number_is_gone_while_an_arrow_runs_through_it_and_back_when_it_has_passed(self):
        line = NumberLine(SCALES[2], np.zeros(3), 6.0)
        zero, five, *_ = line.numbers
        line.make_way(Ray(line.map(0.0), line.map(0.5) - 2 * UP))
        assert zero.get_fill_opacity() == 0.0
        assert five.get_fill_opacity() == 1.0
        line.make_way(Ray(line.map(2.5), line.map(2.5) - 2 * UP))
        assert zero.get_fill_opacity() == 1.0


class TestNumberLines:
    @settings(max_examples=25, deadline=None)
    @given(st.floats(0.0, 0.3))
    def test_all_markers_respond_to_the_first(self, x):
        numbers = c05b.compute()
        machines = (numbers.inner.value, numbers.outer.value)
        lines = NumberLines(SCALES, ("a", "b"), machines, 0.2, NAMES, REGION).put(x)
        values = (x, 3 * x + 1, (3 * x + 1) ** 4)
        for line, readout, value in zip(lines.lines, lines.readouts, values, strict=True):
            assert readout.value == pytest.approx(value)
            assert line.marker.get_x() == pytest.approx(line.map(value)[0])

    def test_a_machine_points_from_marker_to_marker(self, lines):
        start, end = (np.array(lines.marker(place)) for place in (0, 1))
        tail, head = lines.machines[0].ray.ends
        way = (end - start) / np.linalg.norm(end - start)
        np.testing.assert_allclose(np.cross(head - tail, way), 0.0, atol=1e-9)

    def test_a_machine_stands_on_its_arrow(self, lines):
        tail, head = lines.machines[0].ray.ends
        away = lines.machines[0].box.get_center() - tail
        np.testing.assert_allclose(np.cross(away, head - tail), 0.0, atol=1e-9)


class TestNudgeBeam:
    def test_three_times_as_much_is_three_times_as_long_and_the_third_at_a_tenth(self, lines):
        nudge = c05b.compute().nudges[0]
        dx, du, dy = lengths(beam(lines, nudge))
        assert du / dx == pytest.approx(nudge.inner_ratio)
        assert 10 * dy / du == pytest.approx(nudge.outer_ratio)

    def test_magnified_as_the_nudge_shrinks_only_the_third_bar_changes(self, lines):
        wide, _, tight = c05b.compute().nudges
        rig = beam(lines, wide)
        before = lengths(rig)
        lines.magnify(wide.dx / tight.dx)
        rig.put(tight.dx, tight.du, tight.dy)
        after = lengths(rig)
        assert after[:2] == pytest.approx(before[:2], rel=1e-3)
        assert after[2] / before[2] == pytest.approx(tight.outer_ratio / wide.outer_ratio, rel=1e-3)

    @settings(max_examples=10, deadline=None)
    @given(st.floats(0.001, 0.12))
    def test_as_many_pieces_fit_along_the_last_bar_as_the_second_machine_magnifies(self, dx):
        numbers = c05b.compute()
        functions = (numbers.inner.value, numbers.outer.value)
        lines = NumberLines(SCALES, ("a", "b"), functions, numbers.at, NAMES, REGION)
        rig, nudge = beam(lines, numbers.nudges[0]), numbers.nudge(dx)
        pieces = rig.measure_last(Formula("Delta u"))
        lines.magnify(numbers.nudges[0].dx / dx)
        rig.put(nudge.dx, nudge.du, nudge.dy)
        bar = rig.marks[2].bar
        assert bar.get_length() / pieces.pitch == pytest.approx(nudge.outer_ratio)
        assert pieces.strokes.get_left()[0] == pytest.approx(bar.get_left()[0])
        assert len(pieces.strokes.get_subpaths()) - nudge.outer_ratio < 1

    def test_a_number_of_the_line_gives_way_to_the_pieces_below_it(self, lines):
        rig = beam(lines, c05b.compute().nudges[0])
        rig.measure_last(Formula("Delta u"))
        rig.put(*(mark.readout.value for mark in rig.marks))
        zero, five, ten, _ = lines.lines[2].numbers
        opacities = [number.get_fill_opacity() for number in (zero, five, ten)]
        assert opacities == [1.0, 1.0, 0.0]


class TestRay:
    @settings(max_examples=25, deadline=None)
    @given(st.floats(0, 6.2), st.floats(1.0, 5.0))
    def test_it_leaves_the_same_air_at_both_ends(self, angle, length):
        end = length * np.array([np.cos(angle), np.sin(angle), 0.0])
        tail, head = Ray(np.zeros(3), end, gap=0.2).ends
        assert np.linalg.norm(tail) == pytest.approx(0.2)
        assert np.linalg.norm(end - head) == pytest.approx(0.2)


class TestLens:
    def test_name_and_reading_lie_in_the_glass(self):
        lens = Lens(np.ones(3), "dif y \\/ dif u", 16.384, decimals=3, digits=2)
        for part in (lens.gleam, lens.name_tag, lens.reading):
            reach = max(np.linalg.norm(point[:2] - 1) for point in part.get_all_points())
            assert reach < lens.glass.radius

    def test_only_a_finite_reading_has_a_dashed_rim(self):
        finite, exact = (Lens(np.zeros(3), "q", 3, color=c) for c in (theme.APPROX, theme.EXACT))
        assert len(finite.rim.submobjects) > 1
        assert not exact.rim.submobjects

    def test_it_reads_another_magnification_in_place(self):
        lens = Lens(np.zeros(3), "q", 21.595, decimals=3, digits=2)
        left = lens.reading.get_left()[0]
        assert lens.read(16.43).value == 16.43
        assert lens.reading.get_left()[0] == pytest.approx(left)


class TestCapsule:
    def test_shut_it_shows_the_name_and_not_what_is_inside(self):
        box = BoxedPower("3 x + 1", "u", "4").capsule.put_lid()
        assert all(letter.get_fill_opacity() == 0 for letter in box.content)
        assert all(letter.get_fill_opacity() == 1 for letter in box.name_tag)

    def test_the_outer_box_holds_the_inner_one_and_its_power(self):
        power = BoxedPower("3 x + 1", "u", "3", "4")
        outer = power.wrap()
        for side in (UP, DOWN):
            assert abs(outer.get_edge_center(side)[1]) > abs(power.get_edge_center(side)[1])
        assert power.factor.get_right()[0] < power.capsule.get_left()[0]
        assert power.exponent.get_left()[0] > power.capsule.get_right()[0]


class TestNodeDiagram:
    def diagram(self):
        nodes = {
            "w": NodeSpec("w", (0.1, 0.8), 0.0),
            "z": NodeSpec("z", (0.5, 0.5), 0.0),
            "f": NodeSpec("f(g(x))", (0.9, 0.5)),
        }
        return NodeDiagram(REGION, nodes, [("w", "z"), ("z", "f")])

    def test_arrows_go_from_rim_to_rim(self):
        diagram = self.diagram()
        tail, head = diagram.edges["w", "z"].ends
        for end, name in ((tail, "w"), (head, "z")):
            distance = np.linalg.norm(end - diagram.nodes[name].ring.get_center())
            assert distance == pytest.approx(theme.NODE_RADIUS + theme.TICK)

    def test_a_wide_name_widens_its_node(self):
        nodes = self.diagram().nodes
        assert nodes["f"].ring.width > nodes["f"].inside.width
        assert nodes["z"].ring.width == pytest.approx(2 * theme.NODE_RADIUS)

    def test_a_lens_stands_on_the_middle_of_its_arrow(self):
        diagram = self.diagram()
        lens = diagram.lens(("w", "z"), "dif z \\/ dif w", 1.0)
        middle = diagram.edges["w", "z"].middle
        np.testing.assert_allclose(lens.glass.get_center(), middle, atol=1e-12)
