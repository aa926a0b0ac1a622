"""Clip 09a, third act: the chain rule at one point, its average, and both slopes at zero."""

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
    LaggedStart,
    VGroup,
)

from lessons.derivatives.c09a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.placing import roomiest
from scenes.components.motion.sweep import animated
from scenes.components.rigs.node_diagram import NodeDiagram, NodeSpec
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula, Morph, fly
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.roles import wear_roles
from scenes.derivatives.c09a_regression_the_machine.act2_bowl import AfterLossBowl
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import LineMachine
from scenes.derivatives.c09a_regression_the_machine.props.miss_table import MissTable
from scenes.derivatives.c09a_regression_the_machine.props.written import ERROR, point_count
from scenes.layout import Region

READING_SHARE = 0.72
"""How much of a lens's width its reading may take."""


@dataclass(frozen=True, slots=True)
class AfterTwoSlopes:
    """What the third act leaves on stage.

    Attributes
    ----------
    machine
        The two knobs and what depends on them.
    main
        The room below the dials.
    work
        The table of errors and both averages with their values.
    """

    machine: LineMachine
    main: Region
    work: VGroup


class TwoSlopes(Act):
    """Each slope is twice the error times what the knob is multiplied by."""

    numbers: Numbers
    before: AfterLossBowl

    def prepare(self) -> None:
        """Take over the two knobs and their rooms."""
        self.machine = self.before.machine
        self.main, self.right = self.before.main, self.before.right

    def chain_rule_at_one_point(self) -> None:
        numbers, which = self.numbers, self.numbers.focus
        others = VGroup(*(dot for k, dot in enumerate(self.machine.plot.dots) if k != which))
        stick = self.machine.errors.sticks[which]
        self.play(
            FadeOut(
                self.before.relief,
                self.before.bottom,
                self.machine.knobs,
                self.machine.loss,
                run_time=theme.FADE,
            ),
            animated(others).set_opacity(theme.DIM),
        )
        x, error = numbers.focus_x, numbers.focus_error
        decimals = common_places([error, numbers.outer])
        tag = Numeral(error, decimals, plus=True, size=theme.AXIS_SIZE, color=theme.APPROX)
        dot = self.machine.plot.dots[which]
        sides = (RIGHT, LEFT, UP, DOWN)
        roomiest(
            tag,
            [
                dot.get_center() + side * (tag.width / 2 + theme.DOT_RADIUS + theme.LABEL_GAP)
                for side in sides
            ],
            [*others, self.machine.line, stick],
            self.machine.plot.window,
        )
        self.play(Create(stick), FadeIn(tag))
        self.tag, self.others, self.stick = tag, others, stick
        diagram = NodeDiagram(
            self.right.part(0.0, 1.0, 0.3, 0.98),
            {
                "w": NodeSpec("w", (0.08, 0.78), numbers.trial.w, common_places([numbers.trial.w])),
                "b": NodeSpec("b", (0.08, 0.12), numbers.trial.b, common_places([numbers.trial.b])),
                "e": NodeSpec('upright("error")', (0.5, 0.47), error, decimals),
                "s": NodeSpec(
                    'upright("error")^2', (0.92, 0.47), error**2, common_places([error**2])
                ),
            },
            (("w", "e"), ("b", "e"), ("e", "s")),
        )
        for name, color in (("w", theme.RUN), ("b", theme.RISE), ("e", theme.APPROX)):
            diagram.nodes[name].inside.set_color(color)
            diagram.nodes[name].ring.set_stroke(color=color)
        self.play(
            LaggedStart(
                *(FadeIn(part) for part in (diagram.rays, *diagram.nodes.values())),
                lag_ratio=theme.LAG,
                run_time=theme.GROUP,
            )
        )
        lenses = [
            diagram.lens(
                ("e", "s"), '2 upright("error")', numbers.outer, common_places([numbers.outer])
            ),
            diagram.lens(("w", "e"), "x", x, common_places([x])),
            diagram.lens(("b", "e"), "1", 1.0),
        ]
        for lens in lenses:
            reading = lens.reading
            reading.scale(min(1.0, READING_SHARE * lens.glass.width / reading.width))
            self.play(FadeIn(lens, scale=theme.SEED, run_time=theme.STEP))
            self.wait(theme.BREATH)
        self.diagram = VGroup(diagram, *lenses)
        self.slopes, self.of_one = VGroup(), list[Formula]()
        rows = self.right.part(0.02, 1.0, 0.0, 0.28).rows(1, 1)
        for row, (knob, inner, lens, value) in enumerate(
            zip(("w", "b"), ("x", "1"), lenses[1:], numbers.focus_slopes, strict=True)
        ):
            formula = self._slope(knob, "2", inner)
            rows[row].place(formula, 0.0, 0.5)
            told = Formula(
                f"= {spell(value, common_places([value]))}", size=theme.FORMULA_SMALL_SIZE
            )
            told.set_color(theme.EXACT)
            told.next_to(formula, RIGHT, buff=theme.GUTTER).stand_on(formula.baseline)
            self.play(
                FadeIn(formula.part("head"), formula.rest()),
                fly(lenses[0].name_tag, formula.parts("two", "approx")),
                fly(lens.name_tag, formula.part("inner")),
            )
            self.add(formula)
            self.play(FadeIn(told, run_time=theme.FADE))
            self.slopes.add(VGroup(formula, told))
            self.of_one.append(formula)

    def _slope(self, knob: str, factor: str, inner: str) -> Formula:
        """Write one slope: of one point's square, or of the whole loss."""
        of_one = factor == "2"
        of_what = 'upright("error")^2' if of_one else "J"
        head = rf"partial {of_what} \/ partial {knob}"
        formula = wear_roles(
            Formula(
                f"{{{{{head} : head}}}} = {{{{{factor} : two}}}} "
                f"{'dot' if of_one else ''} {ERROR} dot {{{{{inner} : inner}}}}",
                size=theme.FORMULA_SMALL_SIZE,
            )
        )
        formula.part("head").set_color(theme.EXACT)
        if inner == "x":
            formula.part("inner").set_color(theme.RUN)
        return formula

    def slopes_average_too(self) -> None:
        self.play(
            FadeOut(self.diagram, self.tag, *(row[1] for row in self.slopes), run_time=theme.FADE),
            animated(self.others).set_opacity(1.0),
        )
        sticks = [stick for stick in self.machine.errors.sticks if stick is not self.stick]
        self.play(
            LaggedStart(*(Create(stick) for stick in sticks), lag_ratio=theme.LAG),
            run_time=theme.WRITE,
        )
        self.averages = []
        rows = self.right.part(0.05, 1.0, 0.22, 0.78).rows(1, 1)
        for row, (knob, inner) in enumerate((("w", "x"), ("b", "1"))):
            formula = self._slope(knob, "2 / m sum", inner)
            rows[row].place(formula, 0.0, 0.5)
            self.play(Morph(self.of_one[row], formula))
            self.averages.append(formula)
        self.count = point_count(self.numbers.size).next_to(
            self.averages[-1], DOWN, buff=theme.CARD_GAP
        )
        self.count.align_to(self.averages[-1], LEFT)
        self.play(FadeIn(self.count, run_time=theme.FADE))
        self.bring_to_front(self.machine.errors.sticks)

    def first_gradient(self) -> None:
        numbers = self.numbers
        spots = self.main.part(0.47, 1.0, 0.0, 1.0)
        goals = [
            spots.place(spots.fit(formula.copy()), 0.0, height)
            for formula, height in zip(self.averages, (0.95, 0.4), strict=True)
        ]
        self.play(
            *(
                formula.animate.become(goal)
                for formula, goal in zip(self.averages, goals, strict=True)
            ),
            FadeIn(self.machine.knobs, self.machine.loss),
            FadeOut(self.count, run_time=theme.FADE),
        )
        self.machine.errors.squares.set_opacity(0.0)
        self.play(self.machine.turn(numbers.start, theme.DRAW))
        misses = MissTable(numbers, self.main.part(0.0, 0.43, 0.0, 0.98))
        self.play(misses.table.open())
        self.play(misses.list_rows())
        self.play(
            Create(misses.rule), FadeIn(misses.sigma), FadeIn(misses.sums), run_time=theme.STEP
        )
        self.ledger = misses.parts()
        size = spell(numbers.size, 0)
        self.gradient = VGroup()
        for row, (formula, total, slope) in enumerate(
            zip(
                self.averages,
                (numbers.product_sum, numbers.error_sum),
                numbers.start_gradient.tolist(),
                strict=True,
            )
        ):
            told = spell(total, misses.decimals(2 - row))
            work = Formula(
                f"= 2 / {size} dot ({{{{{told} : sum}}}}) "
                f"{{{{= {spell(slope, common_places([slope]))} : value}}}}",
                size=theme.LABEL_SIZE,
            )
            work.part("sum").set_color(theme.APPROX)
            work.part("value").set_color(theme.EXACT)
            spots.fit(work).next_to(formula, DOWN, buff=theme.LABEL_GAP).align_to(formula, LEFT)
            self.play(
                FadeIn(work.without("sum", "value")), fly(misses.total(2 - row), work.part("sum"))
            )
            self.play(FadeIn(work.part("value")))
            self.add(work)
            self.gradient.add(work)

    def hand_over(self) -> AfterTwoSlopes:
        """Return what the next act needs."""
        work = VGroup(self.ledger, self.gradient, *self.averages)
        return AfterTwoSlopes(self.machine, self.main, work)
