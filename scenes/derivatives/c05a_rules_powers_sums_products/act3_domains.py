"""Clip 05a, third act: a constant, one over x as a rectangle, and the root as a square."""

from __future__ import annotations

from manim import RIGHT, UP, Create, FadeIn

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.plate import on_plate
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.areas import NamedArea
from scenes.layout import Region
from scenes.notation import typst

LEVEL_SPANS = ((-0.5, 8.0, 2.0), (-2.0, 15.0, 5.0))
"""The window of the level line, and its ticks."""
LEVEL_STEPS = (1.0, 5.0)
"""Where the step under the level line begins, at first and at last."""
AREA_UNIT = 1.9
"""Frame units per unit of length of the two areas."""
AREA_AT = (0.14, 0.2)
"""Where the lower left corner of an area stands in its half, as shares."""


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
        self.wait(theme.BREATH)
        self.clear_stage()
        left, right = self.layout.stage.columns(1, 1, gap=theme.COLUMN_GAP)
        (thin, wide), (small, large) = numbers.area_widths, numbers.root_areas

        def trade(width: float) -> None:
            reciprocal.set_sides((width * AREA_UNIT, numbers.height_of_area_one(width) * AREA_UNIT))

        def spread(area: float) -> None:
            side = numbers.side_of_area(area) * AREA_UNIT
            root.set_sides((side, side))

        reciprocal, root = (
            NamedArea(names, (AREA_UNIT, AREA_UNIT), (float(half.at(*AREA_AT)[0]), self._floor))
            for names, half in (
                (("1", "x", "1 / x"), left),
                (("x", "sqrt(x)", "sqrt(x)"), right),
            )
        )
        trade(wide)
        spread(small)
        self.play(
            FadeIn(reciprocal, reciprocal.shadow(), root, root.shadow()),
            FadeIn(*self._rule(left, numbers.reciprocal, "x != 0")),
            FadeIn(*self._rule(right, numbers.root, "x > 0")),
            run_time=theme.FADE,
        )
        self.play(Sweep(trade, log_way(wide, thin), reciprocal, rate_func=theme.TRAVEL))
        self.play(Sweep(spread, log_way(small, large), root, rate_func=theme.TRAVEL))
        self.wait(theme.BREATH)

    @property
    def _floor(self) -> float:
        """The height on which both areas stand."""
        return float(self.layout.stage.at(*AREA_AT)[1])

    def _rule(self, half: Region, power: Function, domain: str) -> tuple[Formula, Formula]:
        """Return the slope of a power and where it holds, at the top of a half."""
        slope = in_roles(
            f"({typst(power.expression)})' = {{{{{typst(power.derivative_expression)} : exact}}}}",
            size=theme.KEY_SIZE,
        )
        note = Formula(domain, size=theme.TABLE_SIZE, color=theme.RUN)
        half.place(slope, 0.0, 1.0)
        note.next_to(slope, RIGHT, buff=theme.COLUMN_GAP)
        return slope, note
