import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import DOWN, UP, Square

from lessons.derivatives.c05b import numbers as c05b
from scenes import theme
from scenes.components.marks.ray import Ray
from scenes.components.rigs.lens import Lens
from scenes.components.rigs.node_diagram import NodeDiagram, NodeSpec
from scenes.components.rigs.number_lines import NumberLine, Scale
from scenes.derivatives.c05b_rules_the_chain.props.capsule import BoxedPower
from scenes.derivatives.c05b_rules_the_chain.props.cascade import Cascade, NudgedCascade
from scenes.derivatives.c05b_rules_the_chain.props.circuit import Circuit
from scenes.derivatives.c05b_rules_the_chain.props.track import Track, TrackSpec
from scenes.derivatives.c05b_rules_the_chain.props.traveller import Traveller
from scenes.layout import Region

REGION = Region(-3.0, 4.2, -3.0, 3.6)
NAMES = Region(-6.0, -3.4, -3.0, 3.6)
SCALES = (
    Scale("x", (0.0, 1.5), 0.5, theme.RUN, (1, 2, 3)),
    Scale("u", (1.0, 2.5), 0.5, theme.INK, (1, 2, 3)),
    Scale("y", (0.0, 15.0), 5.0, theme.RISE, (0, 4, 4)),
)


HOME, UNIT = np.array([-4.5, 0.0, 0.0]), 6.2


def track(spec=None, home=HOME):
    return Track(spec or TrackSpec("u", 1.0, theme.INK), home, (-6.4, 6.4), UNIT, 0.5, 2)


def cascade(at=0.0):
    numbers = c05b.compute()
    specs = (("x", 0.0, theme.RUN), ("u", 1.0, theme.INK), ("y", 1.0, theme.RISE))
    tracks = [
        track(TrackSpec(*spec), HOME + height * UP)
        for spec, height in zip(specs, (3.0, 0.5, -2.0), strict=True)
    ]
    machines = (numbers.inner.value, numbers.outer.value)
    return Cascade(tracks, ("3 x + 1", "u^2"), machines, at)


def nudged():
    names, quotients = ("Delta x", "Delta u", "Delta y"), ("a", "b")
    numbers = c05b.compute()
    rig = NudgedCascade(cascade(), names, quotients, numbers.nudge_at, 0.2)
    return rig.put(0.0, 0.2)


class TestNumberLine:
    @settings(max_examples=25)
    @given(st.floats(0.0, 1.5), st.floats(1.0, 1000.0))
    def test_magnified_about_a_value_it_keeps_that_value_in_place(self, about, factor):
        line = NumberLine(SCALES[0], np.zeros(3), 6.0)
        before = line.map(about)
        line.magnify(factor, about)
        np.testing.assert_allclose(line.map(about), before, atol=1e-9)

    @given(st.floats(1.0, 5000.0))
    @settings(max_examples=25)
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


class TestTrack:
    @settings(max_examples=25)
    @given(st.floats(1.0, 100.0))
    def test_magnified_it_keeps_its_home_in_place_and_all_else_moves_away_from_it(self, factor):
        line = track().magnify(factor)
        np.testing.assert_allclose(line.map(1.0), HOME)
        assert line.map(1.1)[0] - HOME[0] == pytest.approx(0.1 * UNIT * factor)

    @settings(max_examples=25)
    @given(st.floats(1.0, 100.0))
    def test_its_ticks_never_leave_it(self, factor):
        line = track().magnify(factor)
        assert line.ticks.get_left()[0] >= line.axis.get_left()[0] - 1e-6
        assert line.ticks.get_right()[0] <= line.axis.get_right()[0] + 1e-6

    @pytest.mark.parametrize("decade", [0, 1, 2])
    def test_at_each_power_of_ten_only_the_numbers_of_that_decade_are_seen(self, decade):
        line = track().magnify(10.0**decade)
        for place, numbers in enumerate(line.numbers):
            seen = {number.get_fill_opacity() for number in numbers}
            assert seen == ({1.0} if place == decade else {0.0})

    def test_the_numbers_stand_at_their_ticks_except_the_one_of_the_home_to_its_left(self):
        line = track().magnify(10.0)
        home, *others = line.numbers[1]
        assert home.get_right()[0] < HOME[0]
        for number in others:
            assert number.get_x() == pytest.approx(line.map(number.value)[0], abs=0.05)


class TestCascade:
    @settings(max_examples=25)
    @given(st.floats(0.0, 0.2))
    def test_all_markers_respond_to_the_first(self, x):
        rig = cascade().put(x)
        values = (x, 3 * x + 1, (3 * x + 1) ** 2)
        for line, readout, value in zip(rig.tracks, rig.readouts, values, strict=True):
            assert readout.number.value == pytest.approx(value)
            assert line.marker.get_x() == pytest.approx(line.map(value)[0])

    def test_an_arrow_leads_from_below_one_marker_to_above_the_next(self):
        rig = cascade().put(0.2)
        for machine, above, below in zip(rig.machines, rig.tracks, rig.tracks[1:], strict=False):
            tail, head = machine.ray.ends
            assert tail[0] == pytest.approx(above.marker.get_x())
            assert head[0] == pytest.approx(below.marker.get_x())
            assert below.marker.get_y() < head[1] < tail[1] < above.marker.get_y()
            np.testing.assert_allclose(machine.rule.get_center(), (tail + head) / 2, atol=1e-9)


class TestNudgedCascade:
    def test_the_bars_are_as_long_as_the_nudges_on_one_scale(self):
        rig, now = nudged(), c05b.compute().nudges[0]
        first, second, third = (bar.length for bar in rig.bars)
        assert second / first == pytest.approx(now.inner_ratio)
        assert third / second == pytest.approx(now.outer_ratio)

    def test_magnified_as_the_nudge_shrinks_only_the_third_bar_changes(self):
        rig = nudged()
        before = [bar.length for bar in rig.bars]
        tight = c05b.compute().nudges[-1]
        rig.put(0.0, tight.dx, 100.0)
        after = [bar.length for bar in rig.bars]
        assert after[:2] == pytest.approx(before[:2])
        assert after[2] / after[0] == pytest.approx(6.018)

    @pytest.mark.parametrize(("dx", "cuts"), [(0.2, 2), (0.002, 1)])
    def test_the_last_bar_is_cut_where_the_nudge_before_it_fits(self, dx, cuts):
        rig = nudged().put(0.0, dx, 0.2 / dx)
        assert len(rig.bars[1].cuts.get_subpaths()) == 2
        assert len(rig.bars[2].cuts.get_subpaths()) == cuts

    def test_its_lenses_read_what_the_bars_show(self):
        rig = nudged().put(0.0, 0.02, 10.0)
        assert [beam.lens.value for beam in rig.beams] == pytest.approx([3.0, 2.06])

    def test_pieces_of_the_first_nudge_fill_the_last_bar_six_times(self):
        rig = nudged().put(0.0, 0.002, 100.0)
        pieces = rig.bars[2].pieces(rig.bars[0].length, theme.RUN)
        assert len(pieces) == 6
        assert pieces.get_right()[0] == pytest.approx(rig.bars[2].strip.get_right()[0], abs=0.05)


class TestTraveller:
    def test_it_is_as_wide_as_each_bar_when_it_has_come_to_its_line(self):
        rig = nudged()
        strip = Traveller(rig)
        for way, bar in enumerate(rig.bars):
            strip.put(float(way))
            assert strip.width == pytest.approx(bar.strip.width)
            assert strip.get_y() == pytest.approx(bar.strip.get_y())

    def test_on_its_way_it_is_as_wide_as_the_light(self):
        rig = nudged()
        first, second, _ = rig.bars
        assert Traveller(rig).put(0.5).width == pytest.approx((first.length + second.length) / 2)


class TestRay:
    @settings(max_examples=25)
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


class TestCircuit:
    def circuit(self):
        nodes = {"w": NodeSpec("w", (0.1, 0.8), 2.0), "z": NodeSpec("z", (0.5, 0.4), 0.0)}
        return Circuit(REGION, nodes, [("w", "z")])

    def test_its_nodes_stand_at_their_places_in_the_region(self):
        circuit = self.circuit()
        for name, place in (("w", (0.1, 0.8)), ("z", (0.5, 0.4))):
            spot = circuit.nodes[name].ring.get_center()
            np.testing.assert_allclose(spot, REGION.at(*place), atol=1e-9)

    def test_an_arrow_back_runs_beside_the_arrow_forward_against_it(self):
        circuit = self.circuit()
        start, end = circuit.edges["w", "z"].ends
        tail, head = circuit.returns["w", "z"].ends
        forward, back = end - start, head - tail
        assert np.dot(forward, back) < 0
        np.testing.assert_allclose(np.cross(forward, back), 0.0, atol=1e-9)
        assert circuit.returns["w", "z"].middle[1] < circuit.edges["w", "z"].middle[1]

    def test_labels_stand_on_the_side_of_the_arrow_that_they_are_set_on(self):
        circuit = self.circuit()
        below = circuit.beside(("w", "z"), Square(0.4))
        above = circuit.beside(("w", "z"), Square(0.4), -1)
        assert below.get_y() < circuit.edges["w", "z"].middle[1] < above.get_y()
