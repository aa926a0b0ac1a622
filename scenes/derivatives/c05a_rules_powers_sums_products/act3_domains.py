"""Clip 05a, third act: a constant, and one over x and the root as powers."""

from __future__ import annotations

from manim import LEFT, RIGHT, UP, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.triangle import TriangleRig
from scenes.components.motion.carry import ARRIVAL, Flight, late
from scenes.components.motion.sweep import Sweep, animated, between, hop
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.power_plot import (
    PowerPlot,
    PowerWords,
)
from scenes.layout import Region

SHARES = (0.57, 0.43)
"""The shares of graph and rules of the stage's width."""
LEVEL_SPANS = ((-0.3, 8.0, 2.0), (-0.6, 8.4, 2.0))
"""The window of the level line, and its ticks."""
LEVEL_END = 7.2
"""Where the level line ends."""
LEVEL_STEPS = (0.5, 3.6)
"""Where the step under the level line begins, at first and at last."""
RECIPROCAL_SPANS = ((-4.4, 4.4, 2.0), (-5.4, 5.6, 2.0))
ROOT_SPANS = ((-0.9, 6.4, 2.0), (-0.9, 2.7, 1.0))
"""The windows of the graphs of one over x and of the root, and their ticks."""
RECIPROCAL_NAME, ROOT_NAME = (0.24, 0.88), (0.7, 0.58)
RECIPROCAL_NOTE, ROOT_NOTE = (0.88, 0.11), (0.86, 0.12)
"""Where the name of each graph and the condition on its inputs stand in the windows."""
NOW_AT = 0.4
"""How high the rule stands that belongs to the picture, as a share of the height."""
TOLD_ROWS = (0.92, 0.72)
"""How high the rules of the earlier pictures stand."""


class Domains(Act):
    """The rule of powers at its edges: no rise at all, never zero, only positive inputs."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the stage of the graphs and, beside it, the region of the rules."""
        stage, readable = self.layout.stage, self.layout.readable
        left, right = stage.columns(*SHARES, gap=theme.GUTTER)
        # At the left edge is room for the signs of the numbers.
        self.picture = left.part(0.02, 1.0, 0.0, 1.0)
        self.rules = Region(right.left, right.right, readable.bottom, readable.top)

    def constant_stays_flat(self) -> None:
        self.clear_stage(run_time=theme.LEAP)
        numbers = self.numbers
        axes = GraphAxes(*LEVEL_SPANS, self.picture, grid=False)
        level = Curve(axes, sample(numbers.flat, 0.0, LEVEL_END), stroke=theme.EXACT_STROKE)
        constant = spell(numbers.flat.value(0.0), 0)
        step = TriangleRig(
            axes,
            numbers.flat_step(LEVEL_STEPS[0]),
            Formula("Delta x", size=theme.KEY_SIZE, color=theme.RUN),
        )
        none = Formula(
            f"Delta f = {spell(numbers.flat_triangle.rise, 0)}",
            size=theme.KEY_SIZE,
            color=theme.RISE,
        )
        ends = VGroup(*(SolidDot(axes.map(0.0, 0.0), color=theme.FUNC) for _ in range(2)))
        name = Formula(f"f = {constant}", size=theme.KEY_SIZE, color=theme.FUNC)
        # Above the row in which the rise of the step is told.
        name.next_to(level.get_start(), UP, buff=theme.GUTTER, aligned_edge=LEFT)
        name.shift(none.height * UP + theme.COLUMN_GAP * UP + theme.GUTTER * RIGHT)

        def slide(at: float) -> None:
            now = numbers.flat_step(at)
            step.put(now)
            for dot, place in zip(ends, (now.p, now.q), strict=True):
                dot.move_to(axes.map(*place))
            # At the end of the run, where a rise would stand.
            none.next_to(ends[1], UP, buff=theme.LEG_GAP)

        slide(LEVEL_STEPS[0])
        rule = self._rule(f"({constant})' {{{{= : is}}}} {{{{0 : exact}}}}")
        self.play(FadeIn(axes, name), Create(level), run_time=theme.FADE)
        self.play(FadeIn(step, ends, run_time=theme.LEAP))
        self.play(FadeIn(none, run_time=theme.LEAP))
        self.play(
            Sweep(slide, between(*LEVEL_STEPS), step, ends, none, run_time=theme.MORPH),
            FadeIn(rule, rate_func=late(ARRIVAL / 2), run_time=theme.MORPH),
        )
        self._two_powers(VGroup(axes, name, level, step, ends, none), rule)

    def _rule(self, source: str) -> Formula:
        """Return a rule in large type beside the picture."""
        rule = in_roles(source, size=theme.TITLE_SIZE)
        goal = self.rules.at(0.0, NOW_AT)
        return rule.move_to(goal, aligned_edge=LEFT)

    def _two_powers(self, before: VGroup, told: Formula) -> None:
        """Write one over x and the root as powers, and show which inputs each has a slope at."""
        numbers = self.numbers
        x0, x1, _ = RECIPROCAL_SPANS[0]
        plots = (
            PowerPlot(
                self.picture,
                PowerWords(numbers.reciprocal, "x != 0", RECIPROCAL_NAME, RECIPROCAL_NOTE),
                RECIPROCAL_SPANS,
                numbers.branches,
                ((x0, 0.0), (0.0, x1)),
            ),
            PowerPlot(
                self.picture,
                PowerWords(numbers.root, "x > 0", ROOT_NAME, ROOT_NOTE),
                ROOT_SPANS,
                ((0.0, numbers.root_end),),
                ((0.0, ROOT_SPANS[0][1]),),
            ),
        )
        powers = (("-1", "-2"), ("1/2", "-1/2"))
        condition: Formula | None = None
        for row, plot, (power, left) in zip(TOLD_ROWS, plots, powers, strict=True):
            rule = self._rule(
                f"(x^({{{{{power} : exact0}}}}))' {{{{= : is}}}} {{{{{power} : exact1}}}} thin "
                f"x^({{{{{left} : left}}}})"
            )
            self._make_room(before, told, row, condition)
            self.play(
                FadeIn(plot.ground, plot.called),
                *(Create(piece) for piece in plot.curve),
                FadeIn(rule.without("exact1", "left", "is"), rate_func=late(ARRIVAL / 2)),
                run_time=theme.STEP,
            )
            moving = rule.part("exact0").copy()
            self.play(FadeIn(rule.parts("is", "left")), hop(moving, rule.part("exact1")))
            self.remove(moving)
            self.add(rule)
            self.play(FadeIn(plot.note), run_time=theme.LEAP)
            self.point_at(plot.ring, plot.note)
            before, told, condition = plot, rule, plot.note
        self.wait(theme.BREATH)

    def _make_room(
        self, before: VGroup, told: Formula, height: float, condition: Formula | None
    ) -> None:
        """Let a picture leave; its rule becomes a row above, with the condition on its inputs."""
        row = told.copy().scale(theme.TABLE_SIZE / theme.TITLE_SIZE)
        row.move_to(self.rules.at(0.0, height), aligned_edge=LEFT)
        moves = [
            FadeOut(before, run_time=theme.FADE),
            animated(told, run_time=theme.STEP, rate_func=theme.TRAVEL)
            .scale(theme.TABLE_SIZE / theme.TITLE_SIZE)
            .move_to(row),
        ]
        if condition is not None:
            kept = condition.copy().scale(theme.TABLE_SIZE / theme.KEY_SIZE)
            kept.next_to(row, RIGHT, buff=theme.CARD_GAP)
            moves += [
                Flight(condition, kept, run_time=theme.STEP),
                FadeIn(kept, rate_func=late(ARRIVAL), run_time=theme.STEP),
            ]
        self.play(*moves)
