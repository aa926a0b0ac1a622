"""Clip 05a, third act: a constant, and one over x and the root as powers."""

from __future__ import annotations

from manim import RIGHT, UP, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.triangle import TriangleRig
from scenes.components.motion.attention import dim
from scenes.components.motion.sweep import Sweep, between, hop
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.power_plot import (
    PowerPlot,
    PowerWords,
)
from scenes.layout import Region

SHARES = (0.6, 0.4)
"""The shares of graph and rules of the stage's width."""
LEVEL_SPANS = ((-0.3, 8.0, 2.0), (-0.6, 8.4, 2.0))
"""The window of the level line, and its ticks."""
LEVEL_END = 7.2
"""Where the level line ends."""
LEVEL_STEPS = (0.5, 4.0)
"""Where the step under the level line begins, at first and at last."""
RECIPROCAL_SPANS = ((-4.4, 4.4, 2.0), (-5.4, 5.6, 2.0))
ROOT_SPANS = ((-0.9, 6.4, 2.0), (-0.9, 2.7, 1.0))
"""The windows of the graphs of one over x and of the root, and their ticks."""
RECIPROCAL_NAMES, ROOT_NAMES = (0.06, 1.0), (0.96, 0.47)
RECIPROCAL_NOTE, ROOT_NOTE = (0.96, 0.08), (0.96, 0.08)
"""Where the names of the graphs and the conditions on the inputs stand in the windows."""
SIGN_AT = 0.468
"""Where the signs of equality of the rules stand, as a share of their region's width."""
RULE_ROWS = (0.84, 0.5, 0.14)
"""The heights at which the three rules stand, as shares of their region."""


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

        name = Formula(f"f = {constant}", size=theme.KEY_SIZE, color=theme.FUNC)
        # Above the row in which the rise of the step is told.
        name.next_to(level.get_start(), UP + RIGHT, buff=theme.GUTTER)
        name.shift(none.height * UP + theme.GUTTER * UP)

        def slide(at: float) -> None:
            step.put(numbers.flat_step(at))
            none.next_to(step.run, UP, buff=theme.LEG_GAP)

        slide(LEVEL_STEPS[0])
        rule = self._rule(f"({constant})' {{{{= : is}}}} {{{{0 : exact}}}}", 0)
        self.play(FadeIn(axes, name), Create(level), run_time=theme.FADE)
        self.play(FadeIn(step, none), run_time=theme.LEAP)
        self.play(
            Sweep(slide, between(*LEVEL_STEPS), step, none, run_time=theme.WRITE), FadeIn(rule)
        )
        self._two_powers(VGroup(axes, name, level, step, none), rule)

    def _rule(self, source: str, row: int) -> Formula:
        """Return a rule whose sign of equality stands below that of the rule above."""
        rule = in_roles(source, size=theme.TITLE_SIZE)
        sign = rule.part("is")
        return rule.shift(self.rules.at(SIGN_AT, RULE_ROWS[row]) - sign.get_center())

    def _two_powers(self, before: VGroup, told: Formula) -> None:
        """Write one over x and the root as powers, and show which inputs each has a slope at."""
        numbers = self.numbers
        x0, x1, _ = RECIPROCAL_SPANS[0]
        plots = (
            PowerPlot(
                self.picture,
                PowerWords(
                    numbers.reciprocal,
                    'f\' upright("needs") x != 0',
                    RECIPROCAL_NAMES,
                    RECIPROCAL_NOTE,
                ),
                RECIPROCAL_SPANS,
                numbers.branches,
                ((x0, 0.0), (0.0, x1)),
            ),
            PowerPlot(
                self.picture,
                PowerWords(numbers.root, 'f\' upright("needs") x > 0', ROOT_NAMES, ROOT_NOTE),
                ROOT_SPANS,
                ((0.0, numbers.root_end),),
                ((0.0, ROOT_SPANS[0][1]),),
            ),
        )
        powers = (("-1", "-2"), ("1/2", "-1/2"))
        for row, (plot, (power, left)) in enumerate(zip(plots, powers, strict=True), start=1):
            rule = self._rule(
                f"(x^({{{{{power} : exact0}}}}))' {{{{= : is}}}} {{{{{power} : exact1}}}} thin "
                f"x^({{{{{left} : left}}}})",
                row,
            )
            # What has been told steps back for what comes.
            self.play(FadeOut(before), dim(told), run_time=theme.LEAP)
            self.play(
                FadeIn(plot.ground, plot.called, rule.without("exact1", "left", "is")),
                *(Create(piece) for piece in plot.curve),
                run_time=theme.FADE,
            )
            moving = rule.part("exact0").copy()
            self.play(FadeIn(rule.parts("is", "left")), hop(moving, rule.part("exact1")))
            self.remove(moving)
            self.add(rule)
            self.play(FadeIn(plot.slope, plot.note), run_time=theme.LEAP)
            self.point_at(plot.ring, plot.note)
            before, told = plot, rule
        self.wait(theme.BREATH)
