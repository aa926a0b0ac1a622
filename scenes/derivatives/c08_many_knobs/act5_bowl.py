"""Clip 08, fifth act: weaker coupling, a bowl, and why the last steps are the slow ones."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    VGroup,
)

from lessons.derivatives.c08.numbers import Numbers
from mathcore.optimization.landscape import Landscape
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.descent_path import DescentPath
from scenes.components.landscape.on_surface import SurfaceCurve
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c08_many_knobs.act4_saddle import AfterSaddlePoint
from scenes.derivatives.c08_many_knobs.props.share_rows import ShareRows

COUPLING_DECIMALS = 1
STEPS_NAMED = 3
FACTORS_AT = ((1.28, 1.08), (0.9, -0.66))
"""Where the factors stand on the map: at their directions, between two contours."""
DIAGONALS = ("w_1 = w_2", "w_1 = -w_2")


class CoupledBowl(Act):
    """Both curvatures are positive: there is a bottom, and two speeds lead to it."""

    numbers: Numbers
    before: AfterSaddlePoint

    # Scene 8D: a proper bowl

    def surface_becomes_a_bowl(self) -> None:
        numbers, landscape = self.numbers, self.before.landscape
        relief, ball = landscape.relief, landscape.ball
        low, high = numbers.plane
        strong, weak = numbers.couplings
        landscape.lift_map(
            self, self.before.plane, self.before.rings, numbers.map, landscape.aslant
        )
        cuts = [
            SurfaceCurve(relief.terrain, ends)
            for ends in (((low, low), (high, high)), ((low, high), (high, low)))
        ]
        relief.hold(*cuts)
        self.coupling = Numeral(strong, COUPLING_DECIMALS, size=theme.FORMULA_SMALL_SIZE)
        parts = [
            Formula(text, size=theme.FORMULA_SMALL_SIZE) for text in ("w_1^2 +", "w_1 w_2 + w_2^2")
        ]
        line = VGroup(parts[0], self.coupling, parts[1]).arrange(RIGHT, buff=theme.LEG_GAP)
        self.coupling.stand_on(parts[0].baseline)
        parts[1].stand_on(parts[0].baseline)
        self.layout.right.place(line, 0.0, 0.95)
        self.curvatures = [
            Readout(
                'upright("curvature") =',
                value,
                decimals=COUPLING_DECIMALS,
                signed=True,
                color=theme.EXACT,
            )
            for value in numbers.saddle_curvatures.values
        ]
        ways = VGroup()
        for row, (told, way) in enumerate(zip(self.curvatures, DIAGONALS, strict=True)):
            along = Formula(way, size=theme.LABEL_SIZE, color=theme.MUTED)
            ways.add(VGroup(along, told).arrange(DOWN, aligned_edge=LEFT, buff=theme.LEG_GAP))
            self.layout.right.place(ways[row], 0.0, 0.7 - 0.25 * row)
        self.play(FadeIn(line, *cuts, *ways))
        self.point_at(self.coupling)

        def weaken(coupling: float) -> Landscape:
            self.coupling.set_value(coupling)
            for told, value in zip(
                self.curvatures, numbers.curvatures_at(coupling).values, strict=True
            ):
                told.set_value(value)
            return numbers.with_coupling(coupling)

        self.play(
            relief.bend(
                weaken, strong, weak, self.coupling, *self.curvatures, run_time=theme.SETTLE
            )
        )
        bowl = in_roles("K = w_1^2 + w_1 w_2 + w_2^2", theme.FORMULA_SMALL_SIZE)
        self.layout.right.place(bowl, 0.0, 0.2)
        ball.put((0.0, 0.0)).set_opacity(1.0)
        self.play(FadeIn(bowl, ball))

    def fast_across_slow_along(self) -> None:
        numbers = self.numbers
        (left, right), (bottom, top) = numbers.bowl_window
        self.clear_stage()
        self.plane = ParameterPlane(
            (left, right, 1), (bottom, top, 1), self.layout.full.part(0.0, 0.62, 0.0, 1.0)
        )
        rings = ContourMap(self.plane, numbers.bowl_map)
        steps = numbers.bowl_shown
        self.path = DescentPath(
            self.plane,
            numbers.bowl_descent.points[: steps + 1],
            marks=range(steps),
            radius=theme.FINE_DOT_RADIUS,
        )
        table = ValueTable(
            [Column('upright("step")', theme.MUTED, 0), Column("K", theme.INK, 2)],
            list(enumerate(numbers.bowl_heights[: steps + 1])),
            gap=theme.COLUMN_GAP,
        )
        self.layout.full.part(0.66, 1.0, 0.1, 1.0).place(table, 0.5, 0.95)
        self.play(FadeIn(self.plane, rings, self.path), table.open())
        self.bring_to_front(self.path)
        self.play(FadeIn(table.rows[0], run_time=theme.FADE))
        self.steps = VGroup()
        for step in range(steps):
            arrow = self.path.step(step)
            self.steps.add(arrow)
            self.play(Create(arrow.shaft), FadeIn(arrow.tip), run_time=theme.FADE)
            self.play(
                self.path.go(step, step + 1, run_time=theme.FADE),
                FadeIn(table.rows[step + 1], run_time=theme.FADE),
            )
        self.rings, self.heights = rings, table

    def two_factors(self) -> None:
        numbers = self.numbers
        self.play(
            FadeOut(self.heights),
            animated(self.steps).set_opacity(theme.GHOST),
            animated(self.rings).set_stroke(opacity=theme.GHOST),
        )
        region = self.layout.full.part(0.655, 1.0, 0.0, 1.0)
        rows = region.rows(1, 1, 0.35)
        alpha = spell(numbers.bowl_descent.alpha, 1)
        for place, (factor, curvature, way) in enumerate(
            zip(
                numbers.contraction.factors,
                numbers.bowl_curvatures.values,
                numbers.bowl_curvatures.directions,
                strict=True,
            )
        ):
            line = in_roles(
                f"1 - {alpha} dot {{{{{spell(curvature, 0)} : exact}}}} = "
                f"{{{{{spell(factor, 1)} : exact1}}}}",
                theme.FORMULA_SMALL_SIZE,
            )
            axis = self.plane.through((0.0, 0.0), way)
            shares = ShareRows(numbers.modes[: STEPS_NAMED + 1, place], region.width)
            block = VGroup(line, shares).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
            rows[place].place(block, 0.0, 0.6)
            self.play(Create(axis), FadeIn(line))
            tag = Numeral(factor, 1, color=theme.EXACT)
            tag.move_to(self.plane.place(FACTORS_AT[place]))
            self.play(fly(line.part("exact1"), tag), shares.reveal())
        limit = in_roles(
            f"alpha < 2 \\/ {spell(numbers.bowl_curvatures.values[0], 0)}",
            theme.FORMULA_SMALL_SIZE,
        )
        rows[2].place(limit, 0.0, 0.5)
        self.play(FadeIn(limit))
