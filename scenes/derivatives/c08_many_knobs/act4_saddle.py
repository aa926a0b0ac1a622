"""Clip 08, fourth act: a descent that nearly stops, and then falls without end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import DOWN, LEFT, UP, FadeIn, FadeOut, VGroup, linear

from lessons.derivatives.c08.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.descent_path import DescentPath
from scenes.components.landscape.on_surface import SurfaceCurve
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c08_many_knobs.act3_arrow import AfterGradientArrow
from scenes.derivatives.c08_many_knobs.props.depth_gauge import DepthGauge
from scenes.derivatives.c08_many_knobs.props.knob_landscape import KnobLandscape
from scenes.layout import Region
from scenes.notation import typst

HEIGHT_SCALE = (-8.0, 8.0, 4.0)
HEIGHT_DECIMALS = 2
FIRST_STEPS = 3
"""After this many steps the descent looks as if it had ended."""
SECONDS_PER_STEP = 0.22
RIDGE_VIEW, VALLEY_VIEW = (14.0, 34.0, 0.84), (45.0, 20.0, 0.9)
HALVINGS = 4
GAUGE_COLUMNS = (2.0, 3.0)
"""Widths of a height gauge and of the table beside it."""


@dataclass(frozen=True, slots=True)
class AfterSaddlePoint:
    """What the fourth act leaves for the next one.

    Attributes
    ----------
    landscape
        The landscape of the first act, seen from above and out of sight.
    plane, rings
        Its map, which is on stage.
    """

    landscape: KnobLandscape
    plane: ParameterPlane
    rings: ContourMap


class SaddlePoint(Act):
    """A level point that is no minimum."""

    numbers: Numbers
    before: AfterGradientArrow

    def prepare(self) -> None:
        """Take over the map and the landscape."""
        self.plane, self.rings = self.before.plane, self.before.rings
        self.landscape, self.relief = self.before.landscape, self.before.landscape.relief

    # Scene 8C: a surprise

    def height_nears_zero(self) -> None:
        numbers = self.numbers
        self.clear_stage(self.plane, self.rings)
        self.play(animated(self.rings, run_time=theme.FADE).set_stroke(opacity=1.0))
        path = numbers.saddle_descent
        self.path = DescentPath(self.plane, path.points, marks=range(path.steps))
        gauge_region, table_region = self._columns_beside()
        self.gauge = DepthGauge(numbers.saddle_heights[0], HEIGHT_SCALE, gauge_region)
        self.gauge_name = Formula("J", size=theme.LABEL_SIZE)
        self.gauge_name.next_to(self.gauge.ticks, UP, buff=theme.LABEL_GAP)
        shown = list(numbers.saddle_shown)
        self.heights = ValueTable(
            [Column('upright("step")', theme.MUTED, 0), Column("J", theme.INK, HEIGHT_DECIMALS)],
            [[step, numbers.saddle_heights[step]] for step in shown],
            gap=theme.GUTTER,
            pitch=theme.PANEL_PITCH,
        )
        table_region.place(self.heights, 0.6, 1.0)
        self.play(FadeIn(self.path, self.gauge, self.gauge_name), self.heights.open())
        self.play(FadeIn(self.heights.rows[0], run_time=theme.FADE))
        self.path.follow(self._tell_height)
        for step in range(FIRST_STEPS):
            arrow = self.path.step(step)
            self.play(FadeIn(arrow, run_time=theme.FADE))
            self.play(
                self.path.go(step, step + 1, self.gauge, run_time=theme.STEP),
                FadeOut(arrow),
            )
            self.play(FadeIn(self.heights.rows[step + 1], run_time=theme.FADE))
        self.question = Formula("?", size=theme.CONCLUSION_SIZE)
        self.question.move_to(self.heights.rows[FIRST_STEPS + 1][1]).shift(theme.LEG_GAP * DOWN)
        self.play(FadeIn(self.question, run_time=theme.FADE))

    def _columns_beside(self) -> tuple[Region, Region]:
        """Return the places of the gauge and of the table, right of the map."""
        beside = self.layout.full.part(0.55, 1.0, 0.06, 0.92)
        gauge, table = beside.columns(*GAUGE_COLUMNS)
        return gauge, table

    def _tell_height(self, _: float) -> None:
        self.gauge.set_value(self.numbers.saddle.height(self.path.here))

    def ball_slides_off_sideways(self) -> None:
        shown = self.numbers.saddle_shown[FIRST_STEPS:]
        self.play(FadeOut(self.question, run_time=theme.FADE))
        for (start, end), row in zip(
            pairwise(shown), self.heights.rows[FIRST_STEPS + 1 :], strict=True
        ):
            self.play(
                self.path.go(
                    start,
                    end,
                    self.gauge,
                    run_time=(end - start) * SECONDS_PER_STEP,
                    rate_func=linear,
                )
            )
            self.play(FadeIn(row, run_time=theme.FADE))
        fate = in_roles("J -> -oo", theme.FORMULA_SIZE)
        fate.next_to(self.heights, DOWN, buff=theme.CARD_GAP).align_to(self.heights, LEFT)
        self.play(FadeIn(fate))

    def saddle_cut_twice(self) -> None:
        numbers, relief = self.numbers, self.relief
        low, high = numbers.plane
        self.landscape.lift_map(
            self, self.plane, self.rings, numbers.map, relief.view(*VALLEY_VIEW)
        )
        curvatures = numbers.saddle_curvatures.values
        self.cuts = []
        lines = (
            ("w_1 = w_2", (low, low), (high, high), "valley"),
            ("w_1 = -w_2", (low, high), (high, low), "ridge"),
        )
        self.told = VGroup()
        for row, (name, start, end, word) in enumerate(lines):
            if row:
                self.play(
                    self.relief.turn(relief.view(*RIDGE_VIEW), run_time=theme.DRAW),
                    animated(self.told).set_opacity(theme.GHOST),
                )
            cut = SurfaceCurve(relief.terrain, (start, end))
            self.cuts.append(cut)
            expression = typst(numbers.diagonal_cuts[row].expression)
            head = in_roles(
                f"{name} : quad J = {{{{{expression} : cut}}}}", theme.FORMULA_SMALL_SIZE
            )
            kind = Words(word, size=theme.LABEL_SIZE, color=theme.MUTED)
            bend = Readout('upright("curvature") =', curvatures[row], color=theme.EXACT)
            block = VGroup(head, kind, bend).arrange(DOWN, aligned_edge=LEFT, buff=theme.LABEL_GAP)
            self.layout.right.place(block, 0.0, 0.95 - 0.5 * row)
            self.play(self._draw_cut(cut))
            relief.hold(cut)
            self.play(FadeIn(head, kind, run_time=theme.FADE))
            self.play(FadeIn(bend.name_part), emerge(bend.number, cut))
            self.told.add(block)
        self.play(animated(self.told).set_opacity(1.0), run_time=theme.FADE)
        saddle = Words("a saddle", size=theme.CONCLUSION_SIZE)
        self.layout.right.place(saddle, 0.0, 0.05)
        note = Words("s: length along the cut", size=theme.AXIS_SIZE, color=theme.MUTED)
        self.layout.right.place(note, 0.0, 0.17)
        self.play(FadeIn(saddle, note))
        self.wait(theme.THINK)

    def _draw_cut(self, cut: SurfaceCurve) -> Sweep:
        start, end = cut.ground[0], cut.ground[-1]
        self.add(cut)
        return Sweep(
            lambda share: cut.put((start, start + share * (end - start))),
            between(theme.VANISH, 1.0),
            cut,
            run_time=theme.WRITE,
        )

    def only_from_the_diagonal(self) -> None:
        numbers, path = self.numbers, self.numbers.diagonal_descent
        self.clear_stage(self.relief)
        floor = self.landscape.floor
        floor.names.set_opacity(0.0)
        self.play(self.landscape.look_down(self.plane.axes))
        self.play(FadeIn(self.plane, self.rings), FadeOut(floor, run_time=theme.FADE))
        self.remove(self.relief, *self.cuts)
        low, high = numbers.plane
        diagonal = self.plane.line((low, low), (high, high), theme.INK)
        self.add(diagonal)
        label = Words("only from the diagonal")
        self.before.beside.place(label, 0.0, 0.95)
        roll = DescentPath(self.plane, path.points, marks=range(HALVINGS + 1))
        table = ValueTable(
            [Column('upright("step")', theme.MUTED, 0), Column("w_1 = w_2")],
            [(step, place[0]) for step, place in enumerate(path.points[: HALVINGS + 1])],
        )
        self.before.beside.place(table, 0.0, 0.4)
        self.play(FadeIn(roll, label), table.open())
        self.play(FadeIn(table.rows[0], run_time=theme.FADE))
        for step in range(HALVINGS):
            self.play(
                roll.go(step, step + 1, run_time=theme.FADE),
                FadeIn(table.rows[step + 1], run_time=theme.FADE),
            )

    def hand_over(self) -> AfterSaddlePoint:
        """Return what the next act needs."""
        return AfterSaddlePoint(self.landscape, self.plane, self.rings)
