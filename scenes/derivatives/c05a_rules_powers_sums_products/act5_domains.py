"""Clip 05a, fifth act: a constant, and one over x and the root as powers."""

from __future__ import annotations

from manim import AnimationGroup, Create, FadeIn, LaggedStart, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.attention import dim, undim
from scenes.components.motion.carry import ARRIVAL, late
from scenes.components.motion.sweep import Sweep, between, hop
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.level_plot import LevelPlot
from scenes.derivatives.c05a_rules_powers_sums_products.props.panels import function_panels
from scenes.derivatives.c05a_rules_powers_sums_products.props.power_plot import (
    PowerPlot,
    PowerWords,
)
from scenes.layout import Region
from scenes.notation import typst

LEVEL_STEPS = (0.5, 3.4)
"""Where the step under the level line begins, at first and at last."""
RECIPROCAL_SPANS = ((-4.4, 4.4, 2.0), (-5.4, 4.6, 2.0))
ROOT_SPANS = ((-0.9, 6.4, 2.0), (-1.0, 2.7, 1.0))
"""The windows of the graphs of one over x and of the root, and their ticks."""
NOTES = ((0.78, 0.13), (0.78, 0.13))
LOW_NOTES = ((0.22, 0.82), (0.76, 0.52))
"""Where the condition on the inputs stands in each window; in a low one it is above the axis."""


class Domains(Act):
    """The rule of powers at its edges: no rise at all, never zero, only positive inputs."""

    numbers: Numbers

    def constant_stays_flat(self) -> None:
        self.clear_stage(run_time=theme.LEAP)
        numbers = self.numbers
        panels = function_panels(self.layout, 3)
        level = LevelPlot(panels[0].graph, numbers, LEVEL_STEPS[0])
        reciprocal, root = powers = self._powers(panels[1].graph, panels[2].graph)
        names = [
            Formula(f"f = {told}", size=theme.FORMULA_SIZE, color=theme.FUNC).move_to(
                panel.name.center
            )
            for told, panel in zip(
                (
                    spell(numbers.flat.value(0.0), 0),
                    *(typst(f.expression) for f in (numbers.reciprocal, numbers.root)),
                ),
                panels,
                strict=True,
            )
        ]
        rules = self._rules([panel.rule for panel in panels])
        self.play(
            LaggedStart(
                *(
                    AnimationGroup(FadeIn(ground, name), *(Create(one) for one in curve))
                    for ground, curve, name in zip(
                        (level.axes, reciprocal.ground, root.ground),
                        (level.curve, reciprocal.curve, root.curve),
                        names,
                        strict=True,
                    )
                ),
                lag_ratio=theme.LAG,
                run_time=theme.WRITE,
            )
        )
        waiting = [VGroup(p.ground, p.curve, n) for p, n in zip(powers, names[1:], strict=True)]
        self.play(dim(*waiting), FadeIn(level.step, level.ends), run_time=theme.LEAP)
        self.play(FadeIn(level.rise), run_time=theme.LEAP)
        self.play(
            Sweep(
                level.slide,
                between(*LEVEL_STEPS),
                *(level.step, level.ends, level.rise),
                run_time=theme.MORPH,
            ),
            FadeIn(rules[0], rate_func=late(ARRIVAL / 2), run_time=theme.MORPH),
        )
        for plot, dimmed, rule in zip((reciprocal, root), waiting, rules[1:], strict=True):
            self.play(
                undim(dimmed),
                FadeIn(rule.without("exact1", "left", "is"), rate_func=late(ARRIVAL / 2)),
                run_time=theme.LEAP,
            )
            moving = rule.part("exact0").copy()
            self.play(FadeIn(rule.parts("is", "left")), hop(moving, rule.part("exact1")))
            self.remove(moving)
            self.add(rule)
            self.play(FadeIn(plot.note), run_time=theme.LEAP)
            self.point_at(plot.ring, plot.note)
        self.wait(theme.BREATH)

    def _powers(self, first: Region, second: Region) -> tuple[PowerPlot, PowerPlot]:
        """Return the graphs of one over x and of the root."""
        numbers = self.numbers
        x0, x1, _ = RECIPROCAL_SPANS[0]
        at_reciprocal, at_root = LOW_NOTES if self.layout.narrow else NOTES
        return (
            PowerPlot(
                first,
                PowerWords(numbers.reciprocal, "x != 0", at_reciprocal),
                RECIPROCAL_SPANS,
                numbers.branches,
                ((x0, 0.0), (0.0, x1)),
            ),
            PowerPlot(
                second,
                PowerWords(numbers.root, "x > 0", at_root),
                ROOT_SPANS,
                ((0.0, numbers.root_end),),
                ((0.0, ROOT_SPANS[0][1]),),
            ),
        )

    def _rules(self, rows: list[Region]) -> list[Formula]:
        """Return the rule of each function below its graph, all in one size."""
        constant = spell(self.numbers.flat.value(0.0), 0)
        sources = [f"({constant})' {{{{= : is}}}} {{{{0 : exact}}}}"]
        for power, left in (("-1", "-2"), ("1/2", "-1/2")):
            sources.append(
                f"(x^({{{{{power} : exact0}}}}))' {{{{= : is}}}} {{{{{power} : exact1}}}} thin "
                f"x^({{{{{left} : left}}}})"
            )
        rules = [in_roles(source, size=theme.KEY_SIZE) for source in sources]
        share = min(1.0, *(row.width / rule.width for rule, row in zip(rules, rows, strict=True)))
        for rule, row in zip(rules, rows, strict=True):
            rule.scale(share).move_to(row.center)
        return rules
