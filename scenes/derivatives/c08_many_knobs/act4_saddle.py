"""Clip 08, fourth act: a descent that nearly stops, and then falls without end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import DOWN, LEFT, RIGHT, Create, FadeIn, FadeOut, VGroup, linear

from lessons.derivatives.c08.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.descent_path import ScaledArrow
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.on_surface import SurfaceCurve
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column
from scenes.components.text.text import Words
from scenes.derivatives.c08_many_knobs.act3_arrow import AfterGradientArrow
from scenes.derivatives.c08_many_knobs.props.knob_landscape import KnobLandscape
from scenes.derivatives.c08_many_knobs.props.shared_places import LOSS_AT, lay_out_steps
from scenes.derivatives.c08_many_knobs.props.split_table import SplitTable
from scenes.derivatives.c08_many_knobs.props.surface_descent import SurfaceDescent
from scenes.derivatives.c08_many_knobs.props.two_cuts import TwoCuts
from scenes.layout import Region

HEIGHT_DECIMALS = 2
FIRST_STEPS = 3
"""After this many steps the descent looks as if it had ended."""
SECONDS_PER_STEP = 0.2
DIP_VIEW, HUMP_VIEW = (42.0, 24.0), (18.0, 33.0)
HALVINGS = 4
TABLE_PITCH = 0.6
COLORS = (theme.ACROSS, theme.ALONG)
"""Of both diagonals: the steep one, and the gentle one."""
WAYS = (((1, 1), "w_1 = w_2", "dip"), ((1, -1), "w_1 = -w_2", "hump"))
CUT_ROWS = (1.35, 2.5, 1.35, 1.0)
"""Heights of what is told of the dip, of both cuts, of the hump, and of the conclusion."""
CUT_CELL = (2.4, 1.0)
"""Heights of both cuts and of the conclusion beside what is told, in an upright frame."""


@dataclass(frozen=True, slots=True)
class AfterSaddlePoint:
    """What the fourth act leaves for the next one.

    Attributes
    ----------
    landscape
        The landscape of the first act, seen from above and out of sight.
    plane, heights
        Its map, which is on stage.
    column
        The room right of the map.
    """

    landscape: KnobLandscape
    plane: ParameterPlane
    heights: HeightMap
    column: Region


class SaddlePoint(Act):
    """A level point that is no minimum."""

    numbers: Numbers
    before: AfterGradientArrow

    def prepare(self) -> None:
        """Take over the map and the landscape."""
        self.plane, self.map = self.before.plane, self.before.heights
        self.landscape, self.relief = self.before.landscape, self.before.landscape.relief
        self.column = self.before.column
        self.landscape.ball.set_opacity(0.0)

    # Scene 8C: a surprise

    def height_nears_zero(self) -> None:
        numbers, path = self.numbers, self.numbers.saddle_descent
        plane = self.plane
        self.clear_stage(self.map, plane.ticks, plane.scales, plane.names)
        self.path = SurfaceDescent(self.relief.terrain, path.points, range(path.steps))
        self.alpha = self._alpha(path.alpha)
        shown = list(numbers.saddle_shown)
        self.heights = SplitTable(
            [
                Column('upright("step")', theme.MUTED, 0),
                Column("J", theme.FUNC, HEIGHT_DECIMALS),
            ],
            [[step, numbers.saddle_heights[step]] for step in shown],
            FIRST_STEPS + 1 if self.layout.narrow else None,
            pitch=TABLE_PITCH,
        )
        self.question = Words("done?", size=theme.CONCLUSION_SIZE)
        lay_out_steps(self.layout, self.column, self.alpha, self.heights, self.question)
        self.play(
            FadeIn(self.path, self.alpha, self.heights.rows[0], run_time=theme.FADE),
            self.heights.open(),
        )
        for step in range(FIRST_STEPS):
            arrow = self._step(step)
            named: VGroup | Formula = VGroup()
            if not step:
                named = Formula("-{{alpha : dial}} thin gradient J", {"dial": theme.ALPHA})
                named.next_to(arrow.shaft, RIGHT + DOWN, buff=0.0)
                named.set_stroke(theme.BG, theme.HALO, background=True)
                self.rule = VGroup(arrow, named)
            self.play(Create(arrow.shaft), FadeIn(arrow.tip, named), run_time=theme.FADE)
            self.play(
                self.path.go(step, step + 1, run_time=theme.FADE, rate_func=theme.TRAVEL),
                FadeIn(self.heights.rows[step + 1], run_time=theme.FADE),
            )
            if step:
                self.play(FadeOut(arrow, run_time=theme.FADE / 2))
        if not self.layout.narrow:
            self.question.next_to(self.heights.rows[FIRST_STEPS], DOWN, buff=theme.CARD_GAP)
            self.question.align_to(self.heights, LEFT)
        self.play(FadeIn(self.question, run_time=theme.FADE))

    @staticmethod
    def _alpha(value: float) -> Readout:
        return Readout("alpha =", value, decimals=1, size=theme.KEY_SIZE, color=theme.ALPHA)

    def _step(self, step: int) -> ScaledArrow:
        start, end = self.path.points_of_path[step : step + 2]
        return ScaledArrow(self.plane, start, end - start)

    def ball_slides_off_sideways(self) -> None:
        shown = self.numbers.saddle_shown[FIRST_STEPS:]
        self.play(FadeOut(self.question, self.rule, run_time=theme.FADE / 2))
        self.relief.hold(self.path)
        # From here on green and pink are the two diagonals: the names of the axes are neither.
        VGroup(self.landscape.floor.names, self.plane.names).set_color(theme.INK)
        self.landscape.stand_up(self, self.plane, self.map, self.path)
        if self.layout.narrow:
            self.play(self.heights.go_on())
        for (start, end), row in zip(
            pairwise(shown), self.heights.rows[FIRST_STEPS + 1 :], strict=True
        ):
            seconds = (end - start) * SECONDS_PER_STEP
            self.play(
                self.path.go(start, end, run_time=seconds, rate_func=linear),
                FadeIn(row, run_time=seconds),
            )
        self.fate = Formula("{{J : height}} -> -oo", {"height": theme.FUNC}, size=theme.KEY_SIZE)
        self.before.landscape.picture.place(self.fate, *LOSS_AT)
        self.play(FadeIn(self.fate))

    def saddle_cut_twice(self) -> None:
        numbers, landscape = self.numbers, self.landscape
        self.relief.release(self.path)
        landscape.ball.put((0.0, 0.0))
        self.rows = self._cells()
        picture = TwoCuts(numbers.diagonal_cuts, COLORS, self.rows[1].inset(theme.TICK))
        self.cuts: list[SurfaceCurve] = []
        self.told: list[VGroup] = []
        self.play(
            landscape.turn(landscape.view(*DIP_VIEW), run_time=theme.MORPH),
            FadeOut(self.path, self.heights, self.alpha, self.fate, run_time=theme.FADE / 2),
        )
        for place, curve in enumerate(picture.curves):
            if place:
                self.play(landscape.turn(landscape.view(*HUMP_VIEW), run_time=theme.WRITE))
            self._cut(place)
            self.play(
                Create(curve, run_time=theme.STEP), FadeIn(self.told[place], run_time=theme.STEP)
            )
        landscape.ball.set_opacity(1.0)
        self.bring_to_front(landscape.ball)
        saddle = Words("a saddle", size=theme.CONCLUSION_SIZE)
        self.rows[3].place(saddle, 0.0, 0.3)
        self.play(
            FadeIn(landscape.ball, picture.dot, run_time=theme.FADE),
            Create(picture.level, run_time=theme.STEP),
            FadeIn(saddle, run_time=theme.STEP),
        )
        self.wait(theme.THINK)

    def _cells(self) -> tuple[Region, ...]:
        """Return the rooms of the dip, of both cuts, of the hump, and of the conclusion."""
        column = self.column
        if not self.layout.narrow:
            return column.rows(*CUT_ROWS)
        if self.layout.upright:
            told, beside = column.columns(1, 1, gap=theme.GUTTER)
            cuts, conclusion = beside.rows(*CUT_CELL)
        else:
            told, cuts, conclusion = column.columns(1, 1, 1, gap=theme.CARD_GAP)
        dip, hump = told.rows(1, 1)
        return dip, cuts, hump, conclusion

    def _cut(self, place: int) -> None:
        """Draw one diagonal on the surface, and say how it bends."""
        (across, up), _, word = WAYS[place]
        _, (low, high) = self.numbers.window
        start, end = (low * across, low * up), (high * across, high * up)
        cut = SurfaceCurve(self.relief.terrain, (start, end), COLORS[place], theme.EXACT_STROKE)
        self.cuts.append(cut)
        ground = cut.ground
        self.add(cut)
        told = VGroup(
            Words(word, size=theme.KEY_SIZE, color=COLORS[place]),
            Readout(
                'upright("curvature") =',
                self.numbers.saddle_curvatures.values[place],
                size=theme.TABLE_SIZE,
                color=COLORS[place],
            ),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.LEG_GAP)
        cell = self.rows[2 * place]
        cell.place(cell.fit(told), 0.0, 0.5)
        self.told.append(told)
        self.play(
            Sweep(
                lambda share: cut.put((ground[0], ground[0] + share * (ground[-1] - ground[0]))),
                between(theme.VANISH, 1.0),
                cut,
                run_time=theme.STEP,
            )
        )
        self.relief.hold(cut)

    def only_from_the_diagonal(self) -> None:
        path = self.numbers.diagonal_descent
        steep, gentle = self.cuts
        self.clear_stage(self.relief)
        self.relief.release(gentle)
        self.remove(gentle)
        if self.layout.upright:  # its map shows a part of the landscape
            self._shorten(steep)
        self.landscape.lie_down(self, self.plane, self.map, steep)
        self.relief.release(steep)
        alpha = self._alpha(path.alpha)
        roll = SurfaceDescent(self.relief.terrain, path.points, range(HALVINGS + 1))
        table = SplitTable(
            [Column('upright("step")', theme.MUTED, 0), Column("w_1 = w_2", theme.ACROSS)],
            [(step, place[0]) for step, place in enumerate(path.points[: HALVINGS + 1].tolist())],
            pitch=TABLE_PITCH,
            gap=theme.CARD_GAP,
        )
        lay_out_steps(self.layout, self.column, alpha, table, None)
        self.play(FadeIn(roll, alpha), table.open())
        self.play(FadeIn(table.rows[0], run_time=theme.FADE))
        for step in range(HALVINGS):
            self.play(
                roll.go(step, step + 1, run_time=theme.STEP, rate_func=theme.TRAVEL),
                FadeIn(table.rows[step + 1], run_time=theme.STEP),
            )
        self.wait(theme.FADE)

    def _shorten(self, diagonal: SurfaceCurve) -> None:
        """Draw back the lower end of a diagonal to the edge of the map."""
        _, (low, high) = self.numbers.window
        edge = max(low, self.numbers.upright_window[0][0])
        self.play(
            Sweep(
                lambda start: diagonal.put(((start, start), (high, high))),
                between(low, edge),
                diagonal,
                run_time=theme.FADE,
            )
        )

    def hand_over(self) -> AfterSaddlePoint:
        """Return what the next act needs."""
        return AfterSaddlePoint(self.landscape, self.plane, self.map, self.column)
