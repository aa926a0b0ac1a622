"""Clip 05c, third act: a nudge of the angle on the circle lifts and draws back."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c05c.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.motion.emerge import emerge
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05c_rules_five_functions.props.nudge_lens import NudgeLens
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle

SIDE = (-0.07, 1.12)
"""The window of the circle along both axes: only the first quarter is needed."""
COLUMNS = (5.7, 7.0)
"""Widths of the circle and of the window that magnifies its nudge."""
SQUARE_COLUMNS, UPRIGHT_ROWS = (4.3, 5.05), (4.75, 5.85)
"""The same in a square frame; in an upright one their heights, one above the other."""
SQUARE_LENS = (0.0, 1.0, 0.06, 0.94)
"""The part of its column that the window takes in a square frame."""
LOW, UPRIGHT_LOW = 0.12, 0.09
"""The share of the stage below both pictures that is left free for captions."""
EQUAL_NAME = 1.35
"""How far from its corner the name of the magnified angle stands, in frame units."""
RULE_AT = (0.5, 0.035)
"""Where a rule stands in the window: shares of its width and height."""


@dataclass(frozen=True, slots=True)
class AfterNudge:
    """The circle and its lens, the rule told, the one still to be told, its open question."""

    circle: UnitCircle
    lens: NudgeLens
    told: Formula
    rule: Formula
    aside: Formula


class AngleNudge(Act):
    """Two similar triangles tell the slopes of sine and cosine."""

    numbers: Numbers

    def angle_nudge_lifts(self) -> None:
        self.clear_stage()
        self._lay_out()
        circle, lens = self.circle, self.lens
        names = self._name_triangle()
        self.play(FadeIn(self.plane), Create(circle.circle))
        self.play(FadeIn(circle.turn, circle.large, names, circle.dot), run_time=theme.FADE)
        turn = Formula("dif theta", size=theme.TABLE_SIZE, color=theme.RUN)
        turn.next_to(lens.ring, LEFT, buff=theme.TICK)
        if self.layout.upright:  # the lens is below: a ray leads there from the ring's left side
            turn.align_to(lens.ring.get_center(), DOWN)
        self.play(Create(circle.step), FadeIn(turn), run_time=theme.STEP)
        # The nudge is small, so a window magnifies it; all that is proved is read there.
        self.play(FadeIn(lens.window), run_time=theme.LEAP)
        self.play(TransformFromCopy(circle.step, lens.step), run_time=theme.WRITE)
        self.bring_to_front(lens.dot)
        self.play(
            Create(lens.lift),
            Create(lens.drift),
            FadeIn(circle.lift, circle.drift),
            run_time=theme.STEP,
        )
        self._show_similar()
        self.told, self.rule = (
            in_roles(f"({of} theta)' = {{{{{slope} theta : exact}}}}", size=theme.KEY_SIZE)
            for of, slope in (("sin", "cos"), ("cos", "-sin"))
        )
        for rule in (self.told, self.rule):
            # It will swell once.
            lens.region.inset(theme.CARD_GAP).fit(rule)
            lens.region.inset(theme.LABEL_GAP).place(rule, *RULE_AT)
        self.play(FadeIn(self.told, rate_func=theme.ENTER), run_time=theme.FADE)
        self.aside = Formula("? dot dif theta", size=theme.KEY_SIZE)
        self.aside.next_to(lens.drift, UP, buff=theme.LABEL_GAP)
        self.ask(self.aside)

    def _lay_out(self) -> None:
        """Prepare the quarter circle, and the window that magnifies its nudge beside it."""
        layout = self.layout
        room = layout.stage.part(0.0, 1.0, UPRIGHT_LOW if layout.upright else LOW, 1.0)
        shares = layout.by_shape(COLUMNS, SQUARE_COLUMNS, UPRIGHT_ROWS)
        gap = 2 * theme.GUTTER if layout.upright else theme.GUTTER
        left, right = layout.beside(room, *shares, gap=gap)
        if layout.narrow:  # neither numbers nor names stand beside its axes
            left = left.inset(-AXIS_ROOM)
        if layout.narrow and not layout.upright:
            right = right.part(*SQUARE_LENS)
        low, high = SIDE
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
        self.circle = UnitCircle(self.plane, self.numbers.circle, quarter=True)
        self.lens = NudgeLens(self.circle, right)

    def _name_triangle(self) -> VGroup:
        """Write the angle and both legs at the large triangle."""
        circle = self.circle
        angle = Formula("theta", size=theme.TABLE_SIZE, color=theme.RUN)
        angle.next_to(circle.turn.point_from_proportion(0.5), RIGHT, buff=theme.LABEL_GAP)
        across = Formula("cos theta", size=theme.TABLE_SIZE, color=theme.EXACT)
        across.next_to(circle.width_leg, DOWN, buff=theme.LABEL_GAP)
        up = Formula("sin theta", size=theme.TABLE_SIZE, color=theme.FUNC)
        up.next_to(circle.height_leg.point_from_proportion(0.3), LEFT, buff=theme.LABEL_GAP)
        return VGroup(angle, across, up)

    def _show_similar(self) -> None:
        """Turn the large triangle onto the magnified one; its level leg has become the lift."""
        lens = self.lens
        self.add(twin := self.circle.large.copy())
        self.play(lens.fit_triangle(twin, run_time=theme.SETTLE))
        # Beside the lens of a square frame there is no room for it on one line.
        end = self.layout.by_shape("", "\\", "")
        share = in_roles(
            f"{{{{cos theta : exact}}}} {end} dot {{{{dif theta : run}}}}", size=theme.KEY_SIZE
        )
        share.next_to(lens.lift, RIGHT, buff=theme.LABEL_GAP)
        # The magnified triangle has the angle of the large one at the point on the circle.
        angle, turn = (
            Formula(name, size=theme.TABLE_SIZE, color=theme.RUN) for name in ("theta", "dif theta")
        )
        angle.move_to(lens.inside(EQUAL_NAME))
        turn.move_to(lens.below_step(), aligned_edge=UP + RIGHT)
        self.play(Create(lens.equal), FadeIn(angle, turn), run_time=theme.LEAP)
        self.play(FadeOut(twin), emerge(share, lens.lift), run_time=theme.WRITE)

    def hand_over(self) -> AfterNudge:
        """Hand over the circle, its lens and what is still to be told of them."""
        return AfterNudge(self.circle, self.lens, self.told, self.rule, self.aside)
