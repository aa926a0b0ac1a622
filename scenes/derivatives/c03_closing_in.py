"""Clip 03: two series of slopes close in on one number, and the algebra says why."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
    VMobject,
    Write,
    rush_from,
)

from lessons.derivatives.numbers.c03 import closing_in
from mathcore.curves import sample
from mathcore.quotients import Secant
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.axes import GraphAxes
from scenes.components.curve import AreaBetween, Curve, OpenDot, PointCloud
from scenes.components.formula import Formula, Morph, Moves
from scenes.components.fraction import LiveFraction
from scenes.components.hole import HoleGraph, HoleLens, ToleranceBand
from scenes.components.lock import Padlock
from scenes.components.marks import Hairline, SpanBrace
from scenes.components.microscope import Microscope
from scenes.components.motion import Sweep, between, log_way
from scenes.components.pictures import limit_picture
from scenes.components.readout import Readout
from scenes.components.secant import SecantRig, TangentLine
from scenes.components.square import GrowingSquare
from scenes.components.squeeze import SqueezeTable
from scenes.components.table import Column, ValueTable
from scenes.components.text import Words
from scenes.notation import typst
from scenes.stage import LessonScene

ROLES = {"rise": theme.RISE, "run": theme.RUN}


class ClosingIn(LessonScene):
    """From a forbidden zero to 2x: the limit seen, promised, computed and looked at closely."""

    clip_number = "03"

    def setup(self) -> None:
        """Lay out the parabola with its secant, the header and the table of both sides."""
        super().setup()
        self.numbers = closing_in()
        header, body = self.layout.right.rows(1, 4)
        self.header, self.body = header, body
        self.axes = GraphAxes((-0.8, 3.6, 1), (-1, 10, 2), self.layout.left, slopes=True)
        self.curve = Curve(self.axes, sample(self.numbers.parabola, -0.8, 3.6))
        self.quotient = Formula(
            "{{f(1 + h) - f(1) : rise}} / {{h : run}}",
            colors=ROLES,
            size=theme.FORMULA_SMALL_SIZE,
        )
        header.place(self.quotient, 0, 0.5)
        self.squeeze = SqueezeTable(
            self.numbers.right_points, self.numbers.left_points, self.numbers.limit, body
        )
        self.rig = self._secant(self.numbers.first_secant.triangle.run)

    def _secant(self, gap: float) -> SecantRig:
        self.gap_name = Readout("h =", gap, decimals=3, color=theme.RUN)
        rig = SecantRig(self.axes, self.numbers.secant, gap, run_label=self.gap_name)
        return rig.follow(self._tell_gap)

    def _tell_gap(self, _: Secant, gap: float) -> None:
        self.gap_name.set_value(gap)

    # Scene 3A: the forbidden value

    def points_fuse(self) -> None:
        self.show_title()
        start = self.rig.state.triangle
        self.fraction = LiveFraction(start.rise, start.run, decimals=(2, 0), size=theme.TITLE_SIZE)
        self.fraction.move_to(self.body.at(0.5, 0.75))
        self.play(FadeIn(self.axes), Create(self.curve), run_time=theme.WRITE)
        self.play(FadeIn(self.rig), FadeIn(self.quotient), FadeIn(self.fraction))
        self.rig.follow(self._tell_fraction)
        self.play(
            Sweep(
                self.rig.set_gap,
                between(self.rig.gap, self.numbers.hair),
                self.rig,
                self.fraction,
            )
        )
        self.rig.followers.remove(self._tell_fraction)
        fused = LiveFraction(0.0, 0.0, size=theme.TITLE_SIZE).move_to(self.fraction)
        none = Words("no line").next_to(fused, DOWN, buff=theme.COLUMN_GAP)
        self.play(
            FadeOut(self.rig.line),
            FadeOut(self.rig.triangle),
            FadeOut(self.rig.far),
            ReplacementTransform(self.fraction, fused),
        )
        self.play(FadeIn(none))
        self.nothing = VGroup(fused, none)

    def _tell_fraction(self, secant: Secant, _: float) -> None:
        self.fraction.set_values(secant.triangle.rise, secant.triangle.run)

    def points_part_by_a_hair(self) -> None:
        rule = Formula("h != 0", size=theme.CONCLUSION_SIZE, color=theme.RUN)
        rule.move_to(self.body.at(0.5, 0.75))
        self.play(FadeOut(self.nothing), FadeIn(rule))
        self.remove(self.rig.near)
        self.play(FadeIn(self.rig))
        self.play(
            self.rig.close(self.numbers.hair, self.numbers.right_gaps[0], run_time=theme.DRAW)
        )
        self.rule = rule

    # Scene 3B: two approaches meet

    def gap_closes_from_the_right(self) -> None:
        self.slope = Readout(
            "=",
            self.rig.state.slope,
            decimals=3,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.APPROX,
        )
        self.slope.next_to(self.quotient, RIGHT, buff=theme.LABEL_GAP)
        self.rig.follow(self._tell_slope)
        self.play(FadeOut(self.rule), FadeIn(self.slope))
        self._measure(self.numbers.right_gaps, self.squeeze.above)

    def _tell_slope(self, secant: Secant, _: float) -> None:
        self.slope.set_value(secant.slope)

    def _measure(self, gaps: FloatArray, rows: VGroup) -> None:
        self.play(self.squeeze.drop(rows[0]))
        for (start, end), row in zip(pairwise(gaps), rows[1:], strict=True):
            self.play(self.rig.close(start, end, self.slope, run_time=theme.LEG))
            self.play(self.squeeze.drop(row))

    def gap_closes_from_the_left(self) -> None:
        gaps = self.numbers.left_gaps
        # The gap never passes through 0: the secant leaves, and comes back on the other side.
        self.play(FadeOut(self.rig, run_time=theme.FADE))
        place = self.gap_name
        self.gap_name = Readout("h =", gaps[0], decimals=3, color=theme.RUN)
        self.gap_name.move_to(place, aligned_edge=LEFT)
        self.rig = SecantRig(self.axes, self.numbers.secant, gaps[0]).follow(self._tell_gap)
        self.rig.add(self.gap_name)
        self.rig.follow(self._tell_slope)
        self.play(FadeIn(self.rig, run_time=theme.FADE))
        self._measure(gaps, self.squeeze.below)
        self.play(FadeIn(self.squeeze.box))

    def both_sides_meet(self) -> None:
        self.tangent = TangentLine(self.axes, self.numbers.tangent)
        self.play(self.squeeze.point_inward())
        self.play(self.squeeze.fill())
        self.play(self.rig.hand_over(self.tangent, run_time=theme.DRAW), FadeOut(self.slope))
        self.point_at(self.squeeze.limit)

    # Scene 3C: the hole

    def quotient_has_a_hole(self) -> None:
        self.clear_stage(self.squeeze)
        self.play(FadeOut(self.squeeze.arrows, run_time=theme.FADE))
        graph = self.numbers.quotient_graph
        table_side, graph_side = self.layout.full.columns(1, 1.7, gap=theme.COLUMN_GAP)
        self.table_side = table_side
        self.play(self.squeeze.animate.shift(table_side.center - self.squeeze.get_center()))
        self.axes = GraphAxes((-2.6, 2.6, 1), (-0.6, 4.6, 1), graph_side, x_name="h", y_name="")
        formula = Formula(
            "{{(1 + h)^2 - 1 : rise}} / {{h : run}}", colors=ROLES, size=theme.FORMULA_SMALL_SIZE
        )
        formula.move_to(self.axes.map(1.6, 0.72))
        dots = VGroup(
            *PointCloud(self.axes, self.numbers.right_points, theme.APPROX),
            *PointCloud(self.axes, self.numbers.left_points, theme.APPROX),
        )
        rows = [*self.squeeze.above, *self.squeeze.below]
        self.play(FadeIn(self.axes), FadeIn(formula))
        self.play(
            LaggedStart(
                *(TransformFromCopy(row[1], dot) for row, dot in zip(rows, dots, strict=True)),
                lag_ratio=theme.LAG,
                run_time=2 * theme.DRAW,
            )
        )
        self.hole = HoleGraph(self.axes, graph)
        self.play(Create(self.hole.branches, lag_ratio=0), dots.animate.set_opacity(theme.GHOST))
        self.add(dots)
        self.play(FadeIn(self.hole.ring, scale=2))
        self.point_at(self.hole.ring, growth=1.5)
        self.dots = dots

    def band_and_strip(self) -> None:
        tolerances = [band.tolerance for band in self.numbers.bands]
        band = ToleranceBand(self.axes, self.numbers.band, tolerances[0])
        lens = HoleLens(
            self.table_side,
            self.numbers.band,
            tolerances[0],
            self.numbers.quotient_graph.hole,
            self.numbers.quotient_line,
        )
        self.play(FadeOut(self.squeeze), FadeOut(self.dots), FadeIn(band.band))
        self.play(FadeIn(band.strip))
        ties = VGroup(
            *(
                Hairline(self.hole.ring.get_center(), lens.glass.get_corner(corner))
                for corner in (UP + RIGHT, DOWN + RIGHT)
            )
        )
        self.play(FadeIn(lens), FadeIn(ties))
        for wide, tight in pairwise(tolerances):
            self.wait(theme.FADE)
            self.play(
                Sweep(
                    lambda t: (band.set_tolerance(t), lens.set_tolerance(t)),
                    log_way(wide, tight),
                    band,
                    lens,
                )
            )

    # Scene 3D: the algebra, with the square it comes from

    def one_becomes_x(self) -> None:
        self.clear_stage()
        self.slot, self.picture = self.layout.full.columns(1, 1, gap=theme.COLUMN_GAP)
        self.line = self._write("(({{1 : p}} + {{h : h1}})^2 - {{1 : q}}^2) / {{h : run}}")
        self.square = GrowingSquare(
            theme.SQUARE_SIDE, theme.SQUARE_NUDGE, self.picture.at(0.15, 0.24)
        )
        self.play(Write(self.line))
        self.wait(theme.FADE)
        self._turn_into("(({{x : p}} + {{h : h1}})^2 - {{x : q}}^2) / {{h : run}}")
        self.play(FadeIn(self.square, lag_ratio=theme.LAG, run_time=theme.GROUP))

    def squares_cancel(self) -> None:
        self._turn_into(
            "({{x^2 : square}} + {{2 x h : slivers}} + {{h^2 : corner}} - {{x^2 : old}})"
            " / {{h : run}}",
            {"p": ("square", "slivers"), "h1": ("slivers", "corner"), "q": "old"},
        )
        self.play(
            self.line.parts("square", "old").animate.set_opacity(theme.DIM),
            self.square.core_label.animate.set_opacity(theme.DIM),
            self.square.core.animate.set_opacity(theme.DIM),
        )
        self._turn_into("({{2 x h : slivers}} + {{h^2 : corner}}) / {{h : run}}")
        self.play(FadeOut(self.square.core, self.square.core_label))

    def h_is_divided_away(self) -> None:
        self._turn_into(
            "({{h : above}} ({{2 x : slivers}} + {{h : corner}})) / {{h : run}}",
            {"slivers": ("above", "slivers"), "corner": ("above", "corner")},
        )
        strip = self.square.strip(self.picture.at(0.0, 0.5))
        self.play(
            FadeOut(self.square.marks, self.square.piece_labels),
            ReplacementTransform(self.square.pieces, strip),
        )
        first, corner, second = strip
        self.strip_marks = VGroup(
            _length(VGroup(first, second), "2 x", theme.RISE), _length(corner, "h", theme.APPROX)
        )
        thickness = Formula("h", size=theme.LABEL_SIZE, color=theme.RUN)
        thickness.next_to(strip, LEFT, buff=theme.LABEL_GAP)
        self.play(FadeIn(self.strip_marks, thickness))
        self.condition = Padlock("h != 0").next_to(self.line, DOWN, buff=theme.COLUMN_GAP)
        self.play(FadeIn(self.condition))
        self.play(self.condition.open())
        self.play(
            self.line.parts("above", "run").animate.set_opacity(theme.DIM),
            strip.animate.stretch(theme.FLAT, 1, about_edge=DOWN),
            FadeOut(thickness),
        )
        self._turn_into("{{2 x : slivers}} + {{h : corner}}")
        self.strip = strip

    def lone_h_shrinks(self) -> None:
        first, corner, second = self.strip
        condition = Formula("h -> 0", size=theme.FORMULA_SMALL_SIZE, color=theme.RUN)
        condition.move_to(self.condition.condition, aligned_edge=LEFT)
        self.play(FadeOut(self.condition), FadeIn(condition))
        edge = corner.get_left()
        self.play(
            self.line.part("corner").animate.scale(theme.VANISH),
            VGroup(corner, self.strip_marks[1]).animate.stretch(theme.VANISH, 0, about_point=edge),
            run_time=theme.SETTLE,
            rate_func=rush_from,
        )
        self.play(FadeOut(self.line.part("corner"), corner, self.strip_marks[1], condition))
        self._turn_into("{{2 x : limit}}", {"slivers": "limit"})
        self.play(
            *(
                part.animate.set_color(theme.EXACT)
                for part in (self.line.part("limit"), first, second, self.strip_marks[0])
            )
        )
        self.point_at(self.line.part("limit"))

    def _write(self, source: str) -> Formula:
        roles = {
            "h1": theme.RUN,
            "run": theme.RUN,
            "above": theme.RUN,
            "slivers": theme.RISE,
            "corner": theme.APPROX,
        }
        formula = Formula(source, size=theme.TITLE_SIZE)
        for label in formula.labels:
            formula.part(label).set_color(roles.get(label, theme.INK))
        return self.slot.place(formula, 0.5, 0.6)

    def _turn_into(self, source: str, moves: Moves | None = None) -> None:
        line = self._write(source)
        self.play(Morph(self.line, line, moves))
        self.line = line

    def slopes_at_every_point(self) -> None:
        answer = self.line.part("limit")
        self.clear_stage(answer)
        numbers = self.numbers
        axes = GraphAxes((-3.6, 3.6, 1), (-1, 11, 2), self.layout.left, slopes=True)
        curve = Curve(axes, sample(numbers.parabola, -3.6, 3.6))
        stops = numbers.slope_inputs
        tangent = TangentLine(axes, numbers.slope_tangents[0], reach=theme.TANGENT_REACH)
        table = ValueTable(
            [Column("x", theme.RUN), Column("2 x", theme.EXACT)],
            [[line.point.x, line.slope] for line in numbers.slope_tangents],
            size=theme.FORMULA_SMALL_SIZE,
            pitch=theme.WIDE_PITCH,
        )
        self.layout.right.place(table, 0.4, 0.6)
        self.play(ReplacementTransform(answer, table.headings[1]), FadeIn(axes), Create(curve))
        self.play(FadeIn(table.headings[0], table.rule, run_time=theme.FADE))
        self.play(FadeIn(tangent), FadeIn(table.rows[0]))
        for (start, end), row in zip(pairwise(stops), table.rows[1:], strict=True):
            ghost = tangent.line.copy().set_stroke(opacity=theme.GHOST)
            self.add(ghost, tangent)
            self.play(
                Sweep(lambda x: tangent.put(numbers.tangent_at(x)), between(start, end), tangent),
                run_time=theme.WRITE,
            )
            self.play(FadeIn(row, run_time=theme.FADE))
        self.point_at(table.rows[1])

    # Scene 3E: the microscope, and two surprises

    def microscope(self) -> None:
        self.clear_stage()
        windows = self.numbers.zoom_windows
        lens = Microscope(
            self.layout.left.part(0.0, 0.78, 0.14, 1.0),
            self.numbers.parabola,
            self.numbers.zoom_tangent,
            self.numbers.zoom_gap,
            windows[0].width,
            shape=theme.LENS_SHAPE,
        )
        table = ValueTable(
            [
                Column('upright("window")', theme.RUN),
                Column('upright("largest gap")', theme.APPROX),
            ],
            [[window.width, window.gap] for window in windows],
        )
        self.layout.right.place(table, 0.3, 0.65)
        self.play(FadeIn(lens), table.open())
        self.play(FadeIn(table.rows[0]))
        for (wide, tight), row in zip(pairwise(windows), table.rows[1:], strict=True):
            self.play(lens.zoom(wide.width, tight.width, run_time=theme.ZOOM))
            self.play(FadeIn(row, run_time=theme.FADE))
        rule = Formula(
            '{{upright("gap") : gap}} = ({{upright("window") : window}} / 2)^2',
            colors={"gap": theme.APPROX, "window": theme.RUN},
            size=theme.FORMULA_SMALL_SIZE,
        )
        rule.next_to(table, DOWN, buff=theme.COLUMN_GAP).align_to(table, LEFT)
        self.play(FadeIn(rule))

    def tangent_meets_again(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        self.axes = GraphAxes((-2.6, 2.2, 1), (-10, 8, 2), self.layout.left, slopes=True)
        curve = Curve(self.axes, sample(numbers.cubic, -2.6, 2.2))
        self.tangent = TangentLine(self.axes, numbers.cubic_tangent, reach=theme.TANGENT_REACH)
        self.play(FadeIn(self.axes), Create(curve), run_time=theme.WRITE)
        self.play(FadeIn(self.tangent))
        whole = TangentLine(self.axes, numbers.cubic_tangent)
        self.play(ReplacementTransform(self.tangent, whole, run_time=theme.DRAW))
        self.tangent = whole
        meeting = OpenDot(self.axes.map(*numbers.meets_again))
        self.play(FadeIn(meeting, scale=2))
        claim = Formula("x^3 - (3 x - 2)", size=theme.FORMULA_SMALL_SIZE)
        factors = Formula(
            f"= {{{{{typst(numbers.touching_factor)} : touch}}}} "
            f"({{{{{typst(numbers.crossing_factor)} : cross}}}})",
            colors={"touch": theme.EXACT, "cross": theme.APPROX},
            size=theme.FORMULA_SMALL_SIZE,
        )
        lines = VGroup(claim, factors).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.layout.right.place(lines, 0.4, 0.75)
        touches, crosses = (
            factors.part(name).copy().scale(theme.TAG_SCALE).next_to(dot, RIGHT)
            for name, dot in (("touch", self.tangent.dot), ("cross", meeting))
        )
        self.play(FadeIn(claim))
        self.play(FadeIn(factors))
        self.play(TransformFromCopy(factors.part("touch"), touches))
        self.play(TransformFromCopy(factors.part("cross"), crosses))
        self.surprise = VGroup(meeting, lines, touches, crosses)

    def tangent_crosses_at_contact(self) -> None:
        numbers = self.numbers
        tangents = (numbers.cubic_tangent, numbers.crossing_tangent)
        start, end = (tangent.point.x for tangent in tangents)
        self.play(FadeOut(self.surprise))
        self.play(
            Sweep(
                lambda x: self.tangent.put(numbers.cubic_tangent_at(x)),
                between(start, end),
                self.tangent,
            )
        )
        sides = VGroup(
            *(
                AreaBetween(
                    self.axes, sample(numbers.cubic, *ends), numbers.crossing_tangent.at, color
                )
                for ends, color in (((-2, 0), theme.INK), ((0, 2), theme.INK))
            )
        )
        words = VGroup(
            Words("below").move_to(self.axes.map(-1.0, -4.2)),
            Words("above").move_to(self.axes.map(1.0, 4.2)),
        )
        self.play(FadeIn(sides), FadeIn(words))
        self.point_at(self.tangent.dot, growth=theme.BOX_GROWTH)
        self.wait(theme.THINK)
        self.clear_stage()
        self.leave_tile("limit", limit_picture())


def _length(piece: VGroup | VMobject, name: str, color: str) -> SpanBrace:
    """Brace a piece of the strip from below."""
    label = Formula(name, size=theme.LABEL_SIZE, color=color)
    return SpanBrace(
        piece.get_corner(DOWN + LEFT), piece.get_corner(DOWN + RIGHT), label, color=color
    )
