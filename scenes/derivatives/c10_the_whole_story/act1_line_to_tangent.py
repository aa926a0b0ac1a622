"""Clip 10, first act: a line, a gap, a limit, and the slope of a curve."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from manim import (
    RIGHT,
    FadeIn,
    LaggedStart,
    VGroup,
    VMobject,
)

from lessons.derivatives.c10.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import Curve, PointCloud
from scenes.components.graph.hole import HoleGraph, ToleranceBand
from scenes.components.graph.microscope import Microscope
from scenes.components.graph.probe import SlopeProbe
from scenes.components.graph.secant import SecantRig, TangentLine
from scenes.components.graph.straight import StraightLine
from scenes.components.motion.sweep import Sweep, log_way
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.derivatives.c10_the_whole_story.props.tile_stage import TileStage
from scenes.derivatives.map.pictures import LINE_SLOPE


@dataclass(frozen=True, slots=True)
class AfterLineToTangent:
    """What the first act leaves on stage.

    Attributes
    ----------
    tiles
        The map with its stage; four tiles are filled.
    """

    tiles: TileStage


class LineToTangent(Act):
    """The map, and its first four tiles."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the map and its stage."""
        self.tiles = TileStage(self.layout.full)

    def _tell(self, *readouts: VMobject) -> None:
        """Place readouts in the upper left corner of the stage, one below the other."""
        for row, readout in enumerate(readouts):
            self.tiles.stage.place(readout, 0.02, 0.98 - 0.17 * row)

    def line_tile(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        self.play(FadeIn(self.tiles.story))
        line = self.tiles.enter(self, "line")
        axes = self.tiles.graph((-4.3, 4.3, 1), (-1.4, 3.4, 1), equal=True)
        rule = numbers.line.line_at(LINE_SLOPE)
        graph = StraightLine(axes, rule)
        travel = partial(numbers.travelling, LINE_SLOPE)
        grow = partial(numbers.growing, LINE_SLOPE)
        probe = SlopeProbe.measuring(axes, travel(0.0), decimals=2)
        rate = Readout(
            "Delta y \\/ Delta x =",
            rule.slope,
            decimals=1,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.EXACT,
        )
        self._tell(rate)
        self.play(FadeIn(axes, graph, probe, rate, line, run_time=theme.FADE))
        self.play(probe.travel(travel, run_time=theme.DRAW))
        self.play(probe.travel(grow, run_time=theme.MORPH))
        self.wait(theme.HOLD)
        self.tiles.leave(self, "line", probe.run, probe.rise, graph)

    def secant_tile(self) -> None:
        numbers = self.numbers.secant
        line = self.tiles.enter(self, "secant")
        axes = self.tiles.graph((-0.9, 3.6, 1), (-1, 9.9, 2))
        axes.x_axis.set_stroke(opacity=0.0)  # it would strike out the gap
        curve = Curve(axes, sample(numbers.parabola, -0.9, 3.6))
        first = numbers.secant
        gap = Readout("h =", first.triangle.run, decimals=2, color=theme.RUN)
        average = Readout(
            'upright("average") =',
            first.slope,
            decimals=2,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.APPROX,
        )
        self._tell(average)
        rig = SecantRig(axes, numbers.secant_with_gap, first.triangle.run, run_label=gap)

        def tell(secant: Secant, h: float) -> None:
            gap.set_value(h)
            average.set_value(secant.slope)

        rig.follow(tell)
        self.play(FadeIn(axes, curve, rig, average, line, run_time=theme.FADE))
        _, middle, close, *_ = self.numbers.limit.right_gaps.tolist()
        self.play(rig.close(rig.gap, close, average, run_time=theme.DRAW))
        self.play(rig.close(close, middle, average, run_time=theme.LEG))
        self.tiles.leave(self, "secant", curve, rig.line, rig.near, rig.far)

    def limit_tile(self) -> None:
        numbers = self.numbers.limit
        line = self.tiles.enter(self, "limit")
        axes = self.tiles.graph((-2.6, 2.6, 1), (-0.5, 4.5, 1))
        hole = HoleGraph(axes, numbers.quotient_graph)
        hole.ring.set_z_index(1)
        wide, tight, _ = (band.tolerance for band in numbers.bands)
        band = ToleranceBand(axes, numbers.band, wide)
        averages = VGroup(
            *PointCloud(axes, numbers.right_points, theme.APPROX),
            *PointCloud(axes, numbers.left_points, theme.APPROX),
        )
        value = Numeral(numbers.limit, size=theme.CONCLUSION_SIZE, color=theme.EXACT)
        value.next_to(axes.map(axes.spans[0][1], numbers.limit), RIGHT, buff=theme.LABEL_GAP)
        self.play(FadeIn(axes, hole, line, run_time=theme.FADE))
        self.play(
            LaggedStart(
                *(FadeIn(dot, scale=2) for dot in averages),
                lag_ratio=theme.LAG,
                run_time=theme.MORPH,
            )
        )
        self.play(FadeIn(band, value, run_time=theme.FADE))
        self.play(Sweep(band.set_tolerance, log_way(wide, tight), band, run_time=theme.DRAW))
        left, right = hole.branches
        # In the picture both halves run towards the hole.
        self.tiles.leave(self, "limit", left, right.reverse_direction(), hole.ring)

    def tangent_tile(self) -> None:
        numbers = self.numbers.limit
        line = self.tiles.enter(self, "tangent")
        graph, near = self.tiles.stage.columns(1.25, 1, gap=theme.COLUMN_GAP)
        axes = self.tiles.graph((-2.2, 2.5, 1), (-0.8, 4.2, 1), graph, equal=True)
        curve = Curve(axes, sample(numbers.parabola, -2.2, 2.5))
        start, end = self.numbers.near_gaps
        rig = SecantRig(axes, numbers.secant, start)
        tangent = TangentLine(axes, numbers.tangent)
        self.play(FadeIn(axes, curve, rig, line, run_time=theme.FADE))
        self.play(rig.close(start, end, run_time=theme.LEG))
        self.play(rig.hand_over(tangent, run_time=theme.WRITE))
        wide, tight = self.numbers.close_widths
        lens = Microscope(
            near.inset(theme.GUTTER),
            numbers.parabola,
            numbers.tangent,
            self.numbers.close_gap,
            wide,
            shape=near.height / near.width,
        )
        lens.remove(lens.span, lens.width_number, lens.gap_number, lens.gap)
        self.play(FadeIn(lens, target_position=tangent.dot, scale=theme.SEED))
        self.play(lens.zoom(wide, tight, run_time=theme.DRAW))
        self.tiles.leave(self, "tangent", curve, tangent.line, tangent.dot)

    def hand_over(self) -> AfterLineToTangent:
        """Return what the next act needs."""
        return AfterLineToTangent(self.tiles)
