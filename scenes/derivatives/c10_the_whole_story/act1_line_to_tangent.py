"""Clip 10, first act: a line bends into a curve, its averages find a limit, the limit a tangent."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import DR, RIGHT, UL, Create, FadeIn, FadeOut, LaggedStart, VGroup, VMobject

from lessons.derivatives.c10.numbers import Numbers
from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import OpenDot, PointCloud, SolidDot
from scenes.components.graph.hole import ToleranceBand
from scenes.components.graph.probe import SlopeProbe
from scenes.components.graph.quiet_scale import QuietScale
from scenes.components.graph.secant import SecantRig, TangentLine
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import outline
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.text.readout import Readout
from scenes.derivatives.c10_the_whole_story.props.bending import BendingCurve, graph_room, named

REACH_ACROSS, REACH_UP = 2.4, 2.6
"""How far the window reaches from the point (1, 1), across and up."""
PUSH, DEPTH = 100.0, 2
"""By how much the tangent is magnified, and that as a power of ten."""
UPRIGHT_STEP, UPRIGHT_BADGE = 2.0, (1.0, 0.08)
"""In an upright frame, whose tangent is steep: the step of the magnified scale, and its badge."""
LIMIT_AT = (0.78, 0.42)
"""Where the limit stands in the window of a wide frame, below the bands and beside them."""
ASIDE = 1.0
"""How far from the left edge a label stands, clear of the scale of the magnified window."""


@dataclass(frozen=True, slots=True)
class AfterLineToTangent:
    """What the first act leaves on stage.

    Attributes
    ----------
    zoom
        The magnified curve with its tangent.
    label
        The plate with the derivative.
    """

    zoom: ZoomPlot
    label: VGroup


class LineToTangent(Act):
    """A line, its averages after it has bent, their limit, and the tangent."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the window, whose middle is the point (1, 1), and the curve in it."""
        self.head, self.room = graph_room(self.layout)
        self.axes = self._window(self.numbers.limit.tangent.point.x, "x", "y")
        window = self.axes.window
        self.pane = outline(window.width, window.height, theme.GRID).move_to(window.center)
        self.curve = BendingCurve(self.axes, self.numbers.bent(0.0))

    def _window(self, middle: float, across: str, up: str) -> GraphAxes:
        """Return axes whose middle stands for this input; all of them lie on each other."""
        level = self.numbers.limit.tangent.point.y
        return GraphAxes(
            (middle - REACH_ACROSS, middle + REACH_ACROSS, 1),
            (level - REACH_UP, level + REACH_UP, 1),
            self.room,
            x_name=across,
            y_name=up,
            framed=True,
        )

    def _name(self, name: str, *lines: VMobject) -> VGroup:
        """Return a label in the upper left corner of the window, or above a narrow one."""
        label = named(name, *lines)
        if self.head:
            return self.head.place(label)
        corner = self.axes.window.inset(theme.GUTTER).at(0.0, 1.0)
        return label.move_to(corner + ASIDE * RIGHT, aligned_edge=UL)

    def line_tile(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        start = numbers.travelling(0.0)
        across, up = (
            Readout(f"Delta {name} =", size, decimals=2, size=theme.TABLE_SIZE, color=color)
            for name, size, color in (
                ("x", start.run, theme.RUN),
                ("y", start.rise, theme.RISE),
            )
        )
        for number in (across, up):
            # They travel over the grid: a rim of background keeps them legible.
            number.set_stroke(theme.BG, width=theme.HALO, background=True)
        self.probe = SlopeProbe(self.axes, start, across, up)
        rate = Readout(
            "Delta y \\/ Delta x =",
            numbers.line.slope,
            decimals=2,
            size=theme.KEY_SIZE,
            color=theme.EXACT,
        )
        self.label = self._name("line", rate)
        self.play(FadeIn(self.axes, self.pane), Create(self.curve), run_time=theme.FADE)
        self.play(FadeIn(self.probe, self.label, run_time=theme.FADE))
        self.play(
            self.probe.travel(numbers.travelling, run_time=theme.DRAW, rate_func=theme.TRAVEL)
        )
        self.play(self.probe.travel(numbers.growing, run_time=theme.MORPH, rate_func=theme.TRAVEL))

    def secant_tile(self) -> None:
        numbers, probe = self.numbers, self.probe
        first = numbers.gaps[0]

        def bend(share: float) -> None:
            self.curve.put(numbers.bent(share))
            probe.put(numbers.bent_triangle(share))

        self.play(
            Sweep(bend, between(0.0, 1.0), self.curve, probe, rate_func=theme.TRAVEL),
            FadeOut(self.label, run_time=theme.FADE),
            run_time=theme.MORPH,
        )
        gap = Readout("h =", first, decimals=2, size=theme.TABLE_SIZE, color=theme.RUN)
        average = Readout(
            'upright("average") =',
            numbers.limit.secant(first).slope,
            decimals=2,
            size=theme.KEY_SIZE,
            color=theme.APPROX,
        )
        self.rig = SecantRig(self.axes, numbers.limit.secant, first, run_label=gap)

        def tell(secant: Secant, h: float) -> None:
            gap.set_value(h)
            average.set_value(secant.slope)

        self.rig.follow(tell)
        self.label = self._name("secant", average)
        self.play(FadeIn(self.rig, self.label), FadeOut(probe), run_time=theme.FADE)
        for start, end in pairwise(numbers.gaps):
            self.play(
                self.rig.close(start, end, average, run_time=theme.LEG, rate_func=theme.TRAVEL)
            )

    def limit_tile(self) -> None:
        numbers, limit = self.numbers, self.numbers.limit
        gaps = self._window(0.0, "h", 'upright("average")')
        # Over each input stands the average from 1 to it: the same window, counted from 1.
        self.play(
            FadeOut(self.rig, self.label),
            FadeOut(self.axes),
            FadeIn(gaps),
            Sweep(
                lambda share: self.curve.put(numbers.averaged(share)),
                between(0.0, 1.0),
                self.curve,
                rate_func=theme.TRAVEL,
            ),
            run_time=theme.MORPH,
        )
        ring = OpenDot(
            gaps.map(*limit.quotient_graph.hole), color=theme.EXACT, radius=theme.HOLE_RADIUS
        )
        dots = PointCloud(gaps, numbers.averages, theme.APPROX, theme.DOT_RADIUS)
        wide, tight, _ = (band.tolerance for band in limit.bands)
        band = ToleranceBand(gaps, limit.band, wide)
        value = Readout(
            'upright("average") ->', limit.limit, size=theme.KEY_SIZE, color=theme.EXACT
        )
        value.name_part.set_color(theme.APPROX)
        label = named("limit", value)
        self.label = (
            self.head.place(label) if self.head else label.move_to(gaps.window.at(*LIMIT_AT))
        )
        dots.set_stroke(theme.BG, theme.HALO, background=True)  # the bands have its own lightness
        ring.set_z_index(1)
        self.play(
            FadeIn(ring, run_time=theme.FADE),
            LaggedStart(
                *(FadeIn(dot, scale=theme.SEED) for dot in dots),
                lag_ratio=theme.LAG,
                run_time=theme.GROUP,
            ),
        )
        self.add(band, dots, ring)
        self.play(FadeIn(band), FadeIn(self.label), run_time=theme.FADE)
        self.play(Sweep(band.set_tolerance, log_way(wide, tight), band, run_time=theme.DRAW))
        self.gaps, self.found = gaps, VGroup(ring, dots, band)

    def tangent_tile(self) -> None:
        numbers, limit = self.numbers, self.numbers.limit
        slope = Readout("f'(1) =", limit.tangent.slope, size=theme.KEY_SIZE, color=theme.EXACT)
        label = self._name("tangent", slope)
        self.play(
            FadeOut(self.found, self.label),
            FadeOut(self.gaps),
            FadeIn(self.axes),
            Sweep(
                lambda share: self.curve.put(numbers.averaged(share)),
                between(1.0, 0.0),
                self.curve,
                rate_func=theme.TRAVEL,
            ),
            run_time=theme.WRITE,
        )
        start, end = numbers.gaps[0], numbers.near_gap
        rig = SecantRig(self.axes, limit.secant, start)
        tangent = TangentLine(self.axes, limit.tangent)
        self.play(FadeIn(rig, run_time=theme.FADE))
        self.play(rig.close(start, end, run_time=theme.LEG))
        # The curve gets a broader stroke, whose rim is seen where the tangent lies on it.
        self.play(
            rig.hand_over(tangent),
            animated(self.curve).set_stroke(width=theme.ROAD_STROKE),
            FadeIn(label),
            run_time=theme.FADE,
        )
        zoom = ZoomPlot(
            self.axes.window,
            limit.tangent.point,
            width=2 * REACH_ACROSS,
            units_up=self.axes.x_unit / self.axes.y_unit,
            depth=DEPTH,
            step=UPRIGHT_STEP if self.layout.upright else None,
        )
        curve = FunctionCurve(zoom, limit.parabola.value, stroke=theme.ROAD_STROKE)
        zoom.hold(
            curve,
            FunctionCurve(zoom, limit.tangent.at, theme.EXACT, theme.EXACT_STROKE),
            QuietScale(zoom, curve),
            SolidDot(zoom.map(*limit.tangent.point), color=theme.EXACT),
        )
        if self.layout.upright:
            free = self.axes.window.inset(theme.GUTTER).at(*UPRIGHT_BADGE)
            zoom.badge.move_to(free, aligned_edge=DR)
        zoom.badge.set_z_index(1)
        label.set_z_index(1)
        self.play(FadeIn(zoom), FadeOut(self.axes), run_time=theme.FADE)
        self.remove(self.curve, self.pane, tangent)
        self.play(zoom.push(PUSH))
        self.zoom, self.label = zoom, label

    def hand_over(self) -> AfterLineToTangent:
        """Return what the next act needs."""
        return AfterLineToTangent(self.zoom, self.label)
