"""Clip 05c, third act: a nudge of the angle on the circle lifts and draws back."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Line,
    ReplacementTransform,
    TransformFromCopy,
)

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.secant import TangentLine
from scenes.components.marks.brace import Hairline
from scenes.components.motion.attention import dim
from scenes.components.motion.emerge import emerge
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle

HEIGHTS = (-0.07, 1.12)
"""Heights of both windows: only the first quarter is needed, so it is drawn large."""
LAST = 1.35
"""Where the graph of the sine ends, in radians: a little before its highest point."""
EQUAL_NAME = 0.62
"""How far from its corner the name of the small triangle's angle stands, in frame units."""
RULES = (0.3, 1.0, 0.08, 0.28)
"""The part of the graph's window in which a rule stands, below the curve."""


@dataclass(frozen=True, slots=True)
class AfterNudge:
    """The circle, the rule that was told, the one that is still to be told, its open question."""

    circle: UnitCircle
    told: Formula
    rule: Formula
    aside: Formula


class AngleNudge(Act):
    """Two similar triangles tell the slopes of sine and cosine."""

    numbers: Numbers

    def angle_nudge_lifts(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        self._lay_out()
        circle, graph = self.circle, self.graph
        curve = Curve(graph, sample(numbers.sine, 0, LAST), stroke=theme.EXACT_STROKE)
        contact = numbers.sine_tangent(numbers.angle)
        dot = SolidDot(graph.map(*contact.point))
        tie = Hairline(circle.dot.get_right(), dot.get_left())
        angle, across, up = self._name_triangle()
        self.play(FadeIn(self.plane, graph), Create(circle.circle), Create(curve))
        self.play(
            FadeIn(circle.turn, angle, circle.large, across, up, circle.dot),
            FadeIn(dot, tie),
            run_time=theme.FADE,
        )
        turn = Formula("dif theta", size=theme.TABLE_SIZE, color=theme.RUN)
        turn.next_to(circle.step.get_center(), DOWN + LEFT, buff=theme.TICK)
        self.play(Create(circle.step), FadeIn(turn), run_time=theme.STEP)
        self.play(Create(circle.lift), Create(circle.drift), run_time=theme.STEP)
        # The same nudge and the same sliver stand below the tangent of the sine.
        tangent = TangentLine(graph, contact, theme.TANGENT_REACH + theme.GLIMPSE_REACH)
        run = Line(
            dot.get_center(),
            dot.get_center() + graph.x_unit * numbers.angle_nudge * RIGHT,
            stroke_color=theme.RUN,
            stroke_width=theme.NUDGE_STROKE,
        )
        rise = circle.lift.copy()
        rise.shift(run.get_end() - rise.get_start())
        lift_tie = Hairline(circle.lift.get_end(), rise.get_end())
        self.play(FadeIn(tangent), FadeOut(dot), run_time=theme.FADE)
        self.play(
            TransformFromCopy(circle.step, run),
            TransformFromCopy(circle.lift, rise),
            FadeIn(lift_tie),
            run_time=theme.MORPH,
        )
        self._show_similar()
        first, self.rule = (
            in_roles(f"({of} theta)' = {{{{{slope} theta : exact}}}}", size=theme.KEY_SIZE)
            for of, slope in (("sin", "cos"), ("cos", "-sin"))
        )
        for rule in (first, self.rule):
            graph.window.part(*RULES).place(rule, 1.0, 0.5)
        self.told = first
        self.play(FadeIn(first, rate_func=theme.ENTER), run_time=theme.FADE)
        self.aside = Formula("? dot dif theta", size=theme.TABLE_SIZE)
        self.aside.next_to(circle.drift, UP, buff=theme.LABEL_GAP)
        self.play(dim(tangent, curve, run, rise), run_time=theme.FADE)
        self.ask(self.aside)

    def _lay_out(self) -> None:
        """Prepare the quarter circle and, to its scale and at its height, the graph of the sine."""
        room = self.layout.stage
        low, high = HEIGHTS
        left, right = room.columns(high - low + 0.21, LAST + 0.21, gap=theme.GUTTER)
        self.plane = GraphAxes(
            (low, high, 1),
            (low, high, 1),
            left,
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        self.graph = GraphAxes(
            (0, LAST, 0.5),
            (low, high, 1),
            right,
            equal=True,
            x_name="theta",
            y_name="",
            numbers=(1, 0),
            grid=False,
        )
        self.circle = UnitCircle(self.plane, self.numbers.circle, quarter=True)

    def _name_triangle(self) -> tuple[Formula, Formula, Formula]:
        """Write the angle and both legs at the large triangle."""
        circle = self.circle
        angle = Formula("theta", size=theme.TABLE_SIZE, color=theme.RUN)
        angle.next_to(circle.turn.point_from_proportion(0.5), RIGHT, buff=theme.LABEL_GAP)
        across = Formula("cos theta", size=theme.TABLE_SIZE, color=theme.EXACT)
        across.next_to(circle.width_leg, DOWN, buff=theme.LABEL_GAP)
        up = Formula("sin theta", size=theme.TABLE_SIZE, color=theme.FUNC)
        up.next_to(circle.height_leg.point_from_proportion(0.3), LEFT, buff=theme.LABEL_GAP)
        return angle, across, up

    def _show_similar(self) -> None:
        """Turn the large triangle into the small one; its level leg has become the lift."""
        circle = self.circle
        twin = circle.large.copy()
        # An arc of the same angle as the turn keeps the shape on its way.
        self.play(
            ReplacementTransform(twin, similar := circle.similar(), path_arc=PI / 2),
            run_time=theme.SETTLE,
        )
        share = in_roles("{{cos theta : exact}} dot {{dif theta : run}}", size=theme.TABLE_SIZE)
        share.next_to(circle.lift, RIGHT, buff=theme.LABEL_GAP)
        self.add(circle.small)
        # The small triangle has the angle of the large one at the point on the circle.
        equal = circle.equal_angle()
        name = Formula("theta", size=theme.DIGIT_SIZE, color=theme.RUN)
        name.move_to(circle.inside(EQUAL_NAME))
        self.play(Create(equal), FadeIn(name), run_time=theme.LEAP)
        self.play(FadeOut(similar), emerge(share, circle.lift), run_time=theme.WRITE)

    def hand_over(self) -> AfterNudge:
        """Hand over the circle and what is still to be told of it."""
        return AfterNudge(self.circle, self.told, self.rule, self.aside)
