"""The explorer's lens, which pushes in as the gap shrinks, and its tangent that turns."""

import pytest

from lessons.derivatives.c06 import numbers as c06
from scenes.components.graph.axes import GraphAxes
from scenes.derivatives.c06_the_explorer.props.lens import ExplorerLens
from scenes.derivatives.c06_the_explorer.props.turning import TurningTangent
from scenes.layout import Region

LENS_REGION = Region(-1.0, 6.0, -3.0, 3.5)


class TestLens:
    def lens(self):
        n = c06.compute()
        return ExplorerLens(
            LENS_REGION,
            n.f,
            n.tangent,
            n.secant_at,
            size=n.lens_size,
            gaps=(n.gaps[0], n.gaps[-1]),
            deepest=max(n.zooms),
        )

    def test_both_points_stand_on_the_curve_at_every_gap_and_magnification(self):
        lens = self.lens()
        for factor, gap in ((1.0, 1.5), (10.0, 0.1), (1000.0, 0.001)):
            lens.zoom.put(factor)
            lens.secant.put(gap)
            assert lens.secant.near.get_center() == pytest.approx(lens.zoom.map(2, 4))
            there = lens.zoom.map(2 + gap, (2 + gap) ** 2)
            assert lens.secant.far.get_center() == pytest.approx(there)
            assert LENS_REGION.holds(lens.secant.line)
            assert LENS_REGION.holds(lens.secant.far)

    def test_the_dashes_close_up_and_never_meet(self):
        secant = self.lens().secant
        openness = [secant.put(gap).line.openness for gap in (1.5, 0.1, 0.01, 0.001)]
        assert openness[0] == pytest.approx(1)
        assert openness == sorted(openness, reverse=True)
        assert openness[-1] > 0

    def test_who_follows_is_told_every_gap(self):
        lens, told = self.lens(), []
        lens.secant.follow(told.append)
        motion = lens.close(1.5, 0.1)
        motion.begin()
        motion.interpolate(1.0)
        assert told[0] == pytest.approx(1.5)
        assert told[-1] == pytest.approx(0.1)

    def test_the_badge_keeps_clear_of_a_curve_that_rises_and_of_one_that_falls(self):
        for n in (c06.compute(), c06.compute("-x**2 + 20")):
            lens = ExplorerLens(
                LENS_REGION,
                n.f,
                n.tangent,
                n.secant_at,
                size=n.lens_size,
                gaps=(n.gaps[0], n.gaps[-1]),
                deepest=10.0,
            )
            up = lens.zoom.badge.get_center()[1] > LENS_REGION.center[1]
            assert up == (n.panel.slope < 0)

    @pytest.mark.parametrize("formula", ["x**2", "exp(x)", "8 - x**2"])
    def test_no_number_of_the_scale_stands_on_the_tangent(self, formula):
        n = c06.compute(formula)
        lens = ExplorerLens(
            LENS_REGION,
            n.f,
            n.tangent,
            n.secant_at,
            size=n.lens_size,
            gaps=(n.gaps[0], n.gaps[-1]),
            deepest=max(n.zooms),
        )
        for level, scale in enumerate(lens.zoom.scales):
            lens.zoom.put(10.0**level)
            heights = [number.get_center()[1] for axis, number in scale if axis == 1]
            x = n.tangent.point.x - lens.zoom.width_shown / 2
            at = lens.zoom.map(x, n.tangent.at(x))[1]
            assert heights
            assert all(abs(height - at) > 0.2 for height in heights)


class TestTurning:
    def turning(self):
        n = c06.compute()
        axes = GraphAxes(n.x_span, n.y_span, LENS_REGION)
        return n, TurningTangent(axes, n.tangent, n.turning)

    def test_the_slope_follows_its_point(self):
        n, turning = self.turning()
        before = turning.label.get_center() - turning.line.dot.get_center()
        turning.put(n.tangent_at(3.0))
        assert turning.label.value == 6
        after = turning.label.get_center() - turning.line.dot.get_center()
        assert after == pytest.approx(before)

    def test_it_stays_inside_at_the_first_and_at_the_last_point(self):
        n, turning = self.turning()
        goal = n.tangent_at(3.0)
        turning.make_room(goal, [turning.line.line], LENS_REGION)
        assert LENS_REGION.holds(turning.label)
        assert LENS_REGION.holds(turning.put(goal).label)

    def test_where_the_plot_has_no_room_the_slope_stands_by_itself(self):
        n, turning = self.turning()
        place = Region(-6.0, -2.0, 2.0, 3.0)
        turning.stand_in(place)
        before = turning.label.get_center()
        turning.put(n.tangent_at(3.0))
        assert turning.label.value == 6
        assert turning.label.get_center() == pytest.approx(before, abs=0.2)
        assert place.holds(turning.label)

    def test_the_slope_is_not_seen_over_the_one_that_stays(self):
        n, turning = self.turning()
        assert turning.put(n.tangent_at(2.01)).label.name_part[0].get_fill_opacity() < 0.1
        assert turning.put(n.tangent_at(3.0)).label.name_part[0].get_fill_opacity() == 1
