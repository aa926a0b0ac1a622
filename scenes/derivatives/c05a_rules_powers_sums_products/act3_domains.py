"""Clip 05a, third act: a constant, and one over x and the root as powers."""

from __future__ import annotations

from manim import UP, Create, FadeIn

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.plate import on_plate
from scenes.components.motion.sweep import Sweep, between, hop
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.power_half import PowerHalf

LEVEL_SPANS = ((-0.5, 8.0, 2.0), (-2.0, 15.0, 5.0))
"""The window of the level line, and its ticks."""
LEVEL_STEPS = (1.0, 5.0)
"""Where the step under the level line begins, at first and at last."""
HALVES = (1.0, 1.13)
"""The widths of the two halves: the slope of the root is longer."""
RECIPROCAL_SPANS = ((-3.3, 3.3, 1.0), (-3.3, 3.3, 1.0))
ROOT_SPANS = ((-0.9, 6.3, 2.0), (-0.4, 2.8, 1.0))
"""The windows of the graphs of one over x and of the root, and their ticks."""


class Domains(Act):
    """The rule of powers at its edges: no rise at all, never zero, only positive inputs."""

    numbers: Numbers

    def constant_stays_flat(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        axes = GraphAxes(*LEVEL_SPANS, self.layout.stage, grid=False)
        level = Curve(axes, sample(numbers.flat, 0.0, LEVEL_SPANS[0][1]))
        step = TriangleRig(
            axes,
            numbers.flat_step(LEVEL_STEPS[0]),
            Formula("Delta x", size=theme.TABLE_SIZE, color=theme.RUN),
        )
        none = Formula(
            f"Delta f = {spell(numbers.flat_triangle.rise, 0)}",
            size=theme.TABLE_SIZE,
            color=theme.RISE,
        )

        def slide(at: float) -> None:
            step.put(numbers.flat_step(at))
            none.next_to(step.run, UP, buff=theme.LEG_GAP)

        slide(LEVEL_STEPS[0])
        rule = on_plate(
            in_roles(
                f"({spell(numbers.flat.value(0.0), 0)})' = {{{{0 : exact}}}}", size=theme.TITLE_SIZE
            )
        )
        axes.window.inset(theme.COLUMN_GAP).place(rule, 0.5, 1.0)
        self.play(FadeIn(axes), Create(level), run_time=theme.FADE)
        self.play(FadeIn(step, none), run_time=theme.FADE)
        self.play(Sweep(slide, between(*LEVEL_STEPS), step, none), FadeIn(rule))
        self.wait(theme.HOLD)
        self.clear_stage(run_time=theme.LEAP)
        self._two_powers()

    def _two_powers(self) -> None:
        """Write one over x and the root as powers, and show which inputs each has a slope at."""
        numbers = self.numbers
        left, right = self.layout.stage.columns(*HALVES, gap=theme.COLUMN_GAP)
        end = numbers.root_end
        halves = (
            PowerHalf(
                left,
                (numbers.reciprocal, "-1", "-2", "x != 0"),
                RECIPROCAL_SPANS,
                numbers.branches,
                ((RECIPROCAL_SPANS[0][0], 0.0), (0.0, RECIPROCAL_SPANS[0][1])),
            ),
            PowerHalf(
                right,
                (numbers.root, "1\\/2", "-1\\/2", "x > 0"),
                ROOT_SPANS,
                ((0.0, end),),
                ((0.0, ROOT_SPANS[0][1]),),
            ),
        )
        curves = [half.curve for half in halves]
        self.play(
            *(FadeIn(half.axes, half.inputs, half.note, half.power) for half in halves),
            *(Create(piece) for curve in curves for piece in curve),
            run_time=theme.FADE,
        )
        for half in halves:
            moving = half.power.part("hop").copy().set_color(theme.EXACT)
            rest = half.slope.without("hop")
            self.play(FadeIn(rest), hop(moving, half.slope.part("hop")))
            self.remove(moving, rest)
            self.add(half.slope)
        self.wait(theme.BREATH)
