"""Clip 03, second act: the quotient plotted against its gap, and what a limit promises."""

from __future__ import annotations

from manim import (
    LEFT,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c03.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import PointCloud
from scenes.components.graph.hole import HoleGraph, HoleLens, ToleranceBand
from scenes.components.motion.sweep import Sweep, log_way
from scenes.components.text.roles import in_roles
from scenes.derivatives.c03_closing_in.act1_approach import AfterApproach


class HoleAndBand(Act):
    """The rows become a line with a hole, and a band about it narrows to any tolerance."""

    numbers: Numbers
    before: AfterApproach

    def prepare(self) -> None:
        """Take over the table of both sides."""
        self.squeeze = self.before.squeeze

    def quotient_has_a_hole(self) -> None:
        self.play(FadeOut(self.squeeze.arrows, run_time=theme.FADE))
        self.clear_stage(self.squeeze)
        graph = self.numbers.quotient_graph
        table_side, graph_side = self.layout.full.columns(1, 1.7, gap=theme.COLUMN_GAP)
        self.table_side = table_side
        self.play(self.squeeze.animate.shift(table_side.center - self.squeeze.get_center()))
        self.axes = GraphAxes((-2.6, 2.6, 1), (-0.6, 4.6, 1), graph_side, x_name="h", y_name="")
        formula = in_roles("{{(1 + h)^2 - 1 : rise}} / {{h : run}}", theme.FORMULA_SMALL_SIZE)
        formula.move_to(self.axes.map(1.6, 0.72))
        dots = VGroup(
            *PointCloud(self.axes, self.numbers.right_points, theme.APPROX),
            *PointCloud(self.axes, self.numbers.left_points, theme.APPROX),
        )
        rows = [*self.squeeze.above, *self.squeeze.below]
        # The one number in question stands clear of its own hole.
        self.two = self.axes.number_at(1, graph.hole.y)
        self.two.set_color(theme.EXACT).shift(LEFT * theme.HOLE_RADIUS)
        self.play(FadeIn(self.axes), FadeIn(formula))
        self.play(
            LaggedStart(
                *(TransformFromCopy(row[1], dot) for row, dot in zip(rows, dots, strict=True)),
                lag_ratio=theme.LAG,
                run_time=2 * theme.DRAW,
            )
        )
        self.hole = HoleGraph(self.axes, graph)
        self.play(Create(self.hole.branches, lag_ratio=0))
        self.add(dots)
        self.play(TransformFromCopy(self.squeeze.limit, self.hole.ring))
        self.point_at(self.hole.ring, growth=theme.BOX_GROWTH)
        self.dots, self.formula = dots, formula

    def band_and_strip(self) -> None:
        first, second, third = (band.tolerance for band in self.numbers.bands)
        band = ToleranceBand(self.axes, self.numbers.band, first)
        ring = self.hole.ring.set_z_index(1)  # nothing that comes or goes covers the hole
        self.play(FadeOut(self.squeeze, self.dots, self.formula), FadeIn(band.band))
        self.play(FadeIn(band.strip))
        # The band narrows first: the line visibly leaves it, until the strip follows.
        self.play(Sweep(band.set_band, log_way(first, second), band, ring))
        self.play(Sweep(band.set_strip, log_way(first, second), band, ring))
        lens = HoleLens(
            self.table_side,
            self.numbers.band,
            second,
            self.numbers.quotient_graph.hole,
            self.numbers.quotient_line,
            self.axes,
        )
        # The band is about to become a line, which would strike out the number.
        self.play(FadeIn(lens), FadeOut(self.two))
        self.wait(theme.FADE)
        self.play(
            Sweep(
                lambda t: (band.set_tolerance(t), lens.set_tolerance(t)),
                log_way(second, third),
                band,
                lens,
                ring,
                run_time=theme.SETTLE,
            )
        )
