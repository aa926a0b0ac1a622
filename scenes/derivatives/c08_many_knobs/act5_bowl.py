"""Clip 08, fifth act: weaker coupling, a bowl, and why the last steps are the slow ones."""

from __future__ import annotations

from dataclasses import replace

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, Line, VGroup

from lessons.derivatives.c08.numbers import Numbers
from mathcore.optimization.landscape import Landscape
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.descent_path import DescentPath
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.on_surface import SurfaceCurve
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column
from scenes.components.text.text import Words
from scenes.derivatives.c08_many_knobs.act4_saddle import COLORS, WAYS, AfterSaddlePoint
from scenes.derivatives.c08_many_knobs.props.knob_map import written_large
from scenes.derivatives.c08_many_knobs.props.share_rows import ShareRows
from scenes.derivatives.c08_many_knobs.props.shared_places import LOSS_AT, QUIET, lay_out_steps, put
from scenes.derivatives.c08_many_knobs.props.split_table import SplitTable

COUPLING_DECIMALS = 1
DISTANCE_DECIMALS = 2
FORMULA_SHARE = 0.9
"""How much of the column's width a formula takes from which a number flies."""
STEP_TIME = 0.25
"""How long an arrow takes, and the step along it, in seconds."""
STEPS_NAMED = 3
ZOOMED_TICKS = 1.0
DIRECTIONS = ("across", "along")
"""What both diagonals of the bowl are called."""
FACTORS_AT, NARROW_FACTORS_AT = ((1.92, 1.36), (1.08, -0.5)), ((0.7, 1.52), (1.27, -0.45))
"""Where the factors stand on the map: beside their directions."""
ON_DIAGONALS = (-0.8, -0.6, -0.4, -0.2, 0.2, 0.4, 0.6, 0.8, 1.2, 1.6)
"""Points of the lines that are drawn across the map, and near which no height is written."""
CURVATURES_AT = ((0.0, 1.0, 0.86), (0.0, 1.0, 0.56))
SQUARE_CURVATURES_AT = ((0.0, 0.48, 0.95), (0.52, 1.0, 0.95))
UPRIGHT_CURVATURES_AT = ((0.0, 1.0, 1.0), (0.0, 1.0, 0.5))
"""Where the curvatures stand in the column: its left and right share, and their height."""
NARROW_LINES = (0.42, 1.05, 1.25)
"""How far below the top of a low column stand the name of a direction, its factor and its bars, in
frame units."""
RESULT_AT, UPRIGHT_RESULT_AT = (0.0, 0.2), (0.62, 0.5)
"""Where the result stands in the column, as shares of it."""
QUESTION_AT = 0.12
"""How high the question stands there."""
NARROW_SPLIT = 3
"""The rows of the first half of a table, where two stand side by side."""


class CoupledBowl(Act):
    """Both curvatures are positive: there is a bottom, and two speeds lead to it."""

    numbers: Numbers
    before: AfterSaddlePoint

    def prepare(self) -> None:
        """Take over the landscape."""
        self.landscape, self.column = self.before.landscape, self.before.column
        self.relief, self.picture = self.landscape.relief, self.landscape.picture

    # Scene 8D: a proper bowl

    def surface_becomes_a_bowl(self) -> None:
        numbers, relief, before = self.numbers, self.relief, self.before
        plane = before.plane
        strong, weak = numbers.couplings
        self.clear_stage(before.heights, plane.ticks, plane.scales, plane.names)
        _, (low, high) = numbers.window
        self.cuts = [
            SurfaceCurve(
                relief.terrain,
                ((low * across, low * up), (high * across, high * up)),
                color,
                theme.EXACT_STROKE,
            )
            for ((across, up), _, _), color in zip(WAYS, COLORS, strict=True)
        ]
        self.landscape.ball.put((0.0, 0.0)).set_opacity(0.0)
        self.landscape.stand_up(self, plane, before.heights)
        self.coupling = Numeral(strong, COUPLING_DECIMALS, size=theme.TABLE_SIZE)
        parts = [
            Formula(text, {"height": theme.FUNC} if "height" in text else None, size=size)
            for text, size in (
                ("{{J : height}} = w_1^2 +", theme.TABLE_SIZE),
                ("w_1 w_2 + w_2^2", theme.TABLE_SIZE),
            )
        ]
        line = VGroup(parts[0], self.coupling, parts[1]).arrange(RIGHT, buff=theme.LEG_GAP)
        self.coupling.stand_on(parts[0].baseline)
        parts[1].stand_on(parts[0].baseline)
        self.picture.place(line, *LOSS_AT)
        self.curvatures = [
            Readout(
                'upright("curvature") =',
                value,
                decimals=COUPLING_DECIMALS,
                signed=True,
                size=theme.TABLE_SIZE,
                color=color,
            )
            for value, color in zip(numbers.saddle_curvatures.values, COLORS, strict=True)
        ]
        told = VGroup()
        places = self.layout.by_shape(CURVATURES_AT, SQUARE_CURVATURES_AT, UPRIGHT_CURVATURES_AT)
        for curvature, (_, way, _), color, (start, end, height) in zip(
            self.curvatures, WAYS, COLORS, places, strict=True
        ):
            name = Formula(way, size=theme.FORMULA_SIZE, color=color)
            block = VGroup(name, curvature).arrange(DOWN, aligned_edge=LEFT, buff=theme.LEG_GAP)
            room = self.column.part(start, end, 0.0, 1.0)
            told.add(room.place(room.fit(block), 0.0, height))
        self.relief.hold(*self.cuts)
        self.play(FadeIn(line, told, *self.cuts, run_time=theme.FADE))
        self.point_at(self.coupling)

        def weaken(coupling: float) -> Landscape:
            self.coupling.set_value(coupling)
            for readout, value in zip(
                self.curvatures, numbers.curvatures_at(coupling).values, strict=True
            ):
                readout.set_value(value)
            return numbers.with_coupling(coupling)

        self.play(
            relief.bend(
                weaken, strong, weak, self.coupling, *self.curvatures, run_time=theme.SETTLE
            )
        )
        bowl = Words("a bowl", size=theme.CONCLUSION_SIZE)
        put(self.column, bowl, *(UPRIGHT_RESULT_AT if self.layout.upright else RESULT_AT))
        self.landscape.ball.set_opacity(1.0)
        self.bring_to_front(self.landscape.ball)
        self.play(FadeIn(bowl, self.landscape.ball, run_time=theme.FADE))

    def fast_across_slow_along(self) -> None:
        numbers = self.numbers
        (left, right), (bottom, top) = self._window
        self.plane = ParameterPlane(
            (left, right, ZOOMED_TICKS),
            (bottom, top, ZOOMED_TICKS),
            self.picture,
            colors=(theme.INK, theme.INK),
        )
        scales = VGroup(self.plane.ticks, self.plane.scales, self.plane.names)
        steps, points = numbers.bowl_shown, numbers.bowl_descent.points
        avoid = [
            *points,
            *(points / 2),
            *((at, way * at) for at in ON_DIAGONALS for way in (1, -1)),
        ]
        contours = numbers.upright_bowl_map if self.layout.upright else numbers.bowl_map
        self.map = HeightMap(self.plane, contours, numbers.bowl, decimals=2, avoid=avoid)
        written_large(self.map)
        self._come_nearer(scales)
        self.path = DescentPath(
            self.plane,
            points[: steps + 1],
            marks=range(steps),
            radius=theme.FINE_DOT_RADIUS,
        )
        alpha = Readout(
            "alpha =",
            numbers.bowl_descent.alpha,
            decimals=1,
            size=theme.KEY_SIZE,
            color=theme.ALPHA,
        )
        self.alpha = alpha
        table = SplitTable(
            [
                Column('upright("step")', theme.MUTED, 0),
                Column('upright("distance")', theme.INK, DISTANCE_DECIMALS),
            ],
            list(enumerate(numbers.bowl_distances[: steps + 1].tolist())),
            NARROW_SPLIT if self.layout.narrow else None,
            gap=theme.CARD_GAP,
        )
        self.question = Words("why so slowly?", size=theme.TABLE_SIZE)
        lay_out_steps(self.layout, self.column, alpha, table, self.question)
        rest = Line(stroke_color=theme.INK, stroke_width=theme.HAIRLINE_STROKE)
        bottom_place = self.plane.map(0.0, 0.0)
        self.path.follow(
            lambda _: rest.put_start_and_end_on(self.path.ball.get_center(), bottom_place)
        )
        self.play(
            FadeIn(self.path, rest, alpha, table.rows[0], run_time=theme.FADE),
            table.open(),
            *([table.go_on()] if self.layout.narrow else []),
        )
        self.steps = VGroup()
        for step in range(steps):
            arrow = self.path.step(step)
            self.steps.add(arrow)
            self.play(Create(arrow.shaft), FadeIn(arrow.tip), run_time=STEP_TIME)
            self.play(
                self.path.go(step, step + 1, rest, run_time=STEP_TIME),
                FadeIn(table.rows[step + 1], run_time=STEP_TIME),
            )
        self.table, self.rest = table, rest
        if not self.layout.narrow:
            put(self.column, self.question, 0.0, QUESTION_AT)
        self.play(FadeIn(self.question, rate_func=theme.ENTER, run_time=theme.FADE))

    @property
    def _window(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The part of the plane in which the steps lie."""
        numbers = self.numbers
        return numbers.upright_bowl_window if self.layout.upright else numbers.bowl_window

    def _come_nearer(self, scales: VGroup) -> None:
        """Tilt the bowl until it is a map, and enlarge the part of it in which the steps lie."""
        relief, wide = self.relief, self.landscape.plane()
        relief.release(*self.cuts)
        self.bring_to_front(self.landscape.ball)
        leaving = self.scene.all_but(relief)
        self.play(
            animated(self.landscape.floor.names).set_opacity(0.0),
            *(FadeOut(thing) for thing in leaving),
            run_time=theme.FADE / 2,
        )
        self.play(self.landscape.turn(relief.map_view(wide.axes), run_time=theme.MORPH))
        (left, right), (bottom, top) = self._window
        goal, growth = self.map.get_center(), self.plane.unit / wide.unit
        self.map.scale(1 / growth).move_to(wide.map((left + right) / 2, (bottom + top) / 2))
        self.play(FadeIn(self.map, run_time=theme.FADE / 2))
        self.play(
            animated(self.map, run_time=theme.STEP, rate_func=theme.TRAVEL)
            .scale(growth)
            .move_to(goal),
            FadeOut(relief, run_time=theme.STEP),
        )
        self.play(FadeIn(scales, run_time=theme.FADE / 2))

    def two_factors(self) -> None:
        numbers = self.numbers
        # A narrow map has no room for heights and factors.
        heights = self.map.labels if self.layout.narrow else self.map.labels[:1]
        self.play(
            FadeOut(self.table, self.rest, self.alpha, self.question, *heights),
            animated(self.map.rings).set_stroke(opacity=QUIET),
            animated(self.steps).set_opacity(theme.GHOST),
        )
        if self.layout.narrow:
            rooms = self.column.columns(1, 1, gap=theme.CARD_GAP)
        else:
            rooms = replace(self.column, top=self.layout.readable.top).rows(1, 1)
        alpha = spell(numbers.bowl_descent.alpha, 1)
        for place, (factor, curvature, way, color) in enumerate(
            zip(
                numbers.contraction.factors,
                numbers.bowl_curvatures.values,
                numbers.bowl_curvatures.directions,
                COLORS,
                strict=True,
            )
        ):
            name = Words(DIRECTIONS[place], size=theme.TABLE_SIZE, color=color)
            line = Formula(
                f"1 - {alpha} dot {{{{{spell(curvature, 0)} : bend}}}} = "
                f"{{{{{spell(factor, 1)} : kept}}}}",
                {"bend": color, "kept": color},
                size=theme.TABLE_SIZE,
            )
            room = rooms[place]
            room.part(0.0, FORMULA_SHARE, 0.0, 1.0).fit(line)
            shares = ShareRows(numbers.modes[: STEPS_NAMED + 1, place], room.width, color)
            block = VGroup(name, line, shares)
            block.arrange(DOWN, aligned_edge=LEFT, buff=theme.LEG_GAP)
            block.move_to(room.at(0.0, 1.0), aligned_edge=UP + LEFT)
            if self.layout.narrow:  # both blocks stand side by side: line by line on one height
                named, told, barred = (room.top - depth for depth in NARROW_LINES)
                name.stand_on(named)
                line.stand_on(told)
                shares.align_to(barred * UP, UP)
            axis = self.plane.through((0.0, 0.0), way, color).set_stroke(width=theme.CURVE_STROKE)
            self.play(Create(axis), FadeIn(name, line))
            tag = VGroup(
                Words(DIRECTIONS[place], size=theme.TABLE_SIZE, color=color),
                Numeral(factor, 1, size=theme.TABLE_SIZE, color=color),
            ).arrange(RIGHT, buff=theme.LABEL_GAP)
            tag.set_stroke(theme.BG, theme.HALO, background=True)
            at = NARROW_FACTORS_AT if self.layout.narrow else FACTORS_AT
            tag.move_to(self.plane.place(at[place]))
            self.play(FadeIn(tag[0]), *carry(line.part("kept"), tag[1]), shares.reveal())
