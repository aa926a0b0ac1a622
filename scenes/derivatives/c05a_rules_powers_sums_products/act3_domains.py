"""Clip 05a, third act: a constant, and one over x and the root as powers."""

from __future__ import annotations

from manim import UP, Create, FadeIn, Line

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
from scenes.derivatives.c05a_rules_powers_sums_products.props.power_half import (
    PowerHalf,
    PowerWords,
)

LEVEL_SPANS = ((-0.3, 8.0, 2.0), (-0.6, 8.4, 2.0))
"""The window of the level line, and its ticks."""
LEVEL_END = 7.2
"""Where the level line ends; behind it stands its name."""
LEVEL_STEPS = (0.5, 4.0)
"""Where the step under the level line begins, at first and at last."""
RECIPROCAL_SPANS = ((-4.4, 4.4, 2.0), (-4.4, 4.4, 2.0))
ROOT_SPANS = ((-0.9, 6.4, 2.0), (-0.7, 2.7, 1.0))
"""The windows of the graphs of one over x and of the root, and their ticks."""
RECIPROCAL_NOTE, ROOT_NOTE = (0.12, 0.88), (0.92, 0.3)
"""Where the conditions on the inputs stand, as shares of the windows."""


class Domains(Act):
    """The rule of powers at its edges: no rise at all, never zero, only positive inputs."""

    numbers: Numbers

    def constant_stays_flat(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        axes = GraphAxes(*LEVEL_SPANS, self.layout.stage, grid=False)
        level = Curve(axes, sample(numbers.flat, 0.0, LEVEL_END), stroke=theme.EXACT_STROKE)
        constant = spell(numbers.flat.value(0.0), 0)
        name = Formula(f"f = {constant}", size=theme.TABLE_SIZE, color=theme.FUNC)
        name.next_to(level.get_end(), UP, buff=theme.LABEL_GAP)
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

        def slide(at: float) -> None:
            step.put(numbers.flat_step(at))
            none.next_to(step.run, UP, buff=theme.LEG_GAP)

        slide(LEVEL_STEPS[0])
        rule = on_plate(in_roles(f"({constant})' = {{{{0 : exact}}}}", size=theme.TITLE_SIZE))
        axes.window.place(rule, 0.5, 0.24)
        self.play(FadeIn(axes, name), Create(level), run_time=theme.FADE)
        self.play(FadeIn(step, none), run_time=theme.LEAP)
        self.play(
            Sweep(slide, between(*LEVEL_STEPS), step, none, run_time=theme.WRITE), FadeIn(rule)
        )
        self.wait(theme.HOLD)
        self.clear_stage(run_time=theme.LEAP)
        self._two_powers()

    def _two_powers(self) -> None:
        """Write one over x and the root as powers, and show which inputs each has a slope at."""
        numbers = self.numbers
        left, right = self.layout.stage.inset(theme.LABEL_GAP).columns(
            1, 1, gap=2 * theme.COLUMN_GAP
        )
        end = numbers.root_end
        x0, x1, _ = RECIPROCAL_SPANS[0]
        halves = (
            PowerHalf(
                left,
                PowerWords(
                    numbers.reciprocal,
                    "-1",
                    "-2",
                    'f\' upright("needs") \\ x != 0',
                    RECIPROCAL_NOTE,
                ),
                RECIPROCAL_SPANS,
                numbers.branches,
                ((x0, 0.0), (0.0, x1)),
            ),
            PowerHalf(
                right,
                PowerWords(numbers.root, "1/2", "-1/2", 'f\' upright("needs") x > 0', ROOT_NOTE),
                ROOT_SPANS,
                ((0.0, end),),
                ((0.0, ROOT_SPANS[0][1]),),
            ),
        )
        middle = (left.right + right.left) / 2
        divider = Line(
            (middle, left.bottom, 0.0),
            (middle, left.top, 0.0),
            stroke_color=theme.MUTED,
            stroke_width=theme.HAIRLINE_STROKE,
        )
        self.play(FadeIn(divider, run_time=theme.LEAP))
        for half in halves:
            self.play(
                FadeIn(half.graph, half.power),
                *(Create(piece) for piece in half.curve),
                FadeIn(half.beginnings),
                run_time=theme.FADE,
            )
            moving = half.power.part("hop").copy()
            rest = half.slope.without("hop")
            self.play(FadeIn(rest), hop(moving, half.slope.part("hop")))
            self.remove(moving, rest)
            self.add(half.slope)
            self.point_at(half.ring, half.note)
        self.wait(theme.BREATH)
