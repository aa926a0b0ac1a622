"""Clip 01, second act: any two points of a line give one slope, unless the line is vertical."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from manim import (
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c01.numbers import Numbers
from mathcore.slopes.lines import SlopeTriangle
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.drop import InputDrop
from scenes.components.graph.probe import SlopeProbe
from scenes.components.graph.straight import StraightLine
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import carry
from scenes.components.text.formula import fly
from scenes.components.text.roles import in_roles
from scenes.derivatives.c01_lines_and_slopes.act1_rule import AfterRuleBecomesLine
from scenes.derivatives.c01_lines_and_slopes.props.chain import SlopeChain
from scenes.derivatives.c01_lines_and_slopes.props.nest import GrowingTriangle
from scenes.derivatives.c01_lines_and_slopes.props.places import PlotAndColumn
from scenes.derivatives.c01_lines_and_slopes.props.slope_fraction import SlopeFraction


@dataclass(frozen=True, slots=True)
class AfterOneSlope:
    """The line, which is vertical now, and the places beside it.

    Attributes
    ----------
    axes, line
        The graph, on stage.
    places
        Where the graph stands, and the rows for formulas.
    """

    axes: GraphAxes
    line: StraightLine
    places: PlotAndColumn


class OneSlope(Act):
    """A triangle travels, grows, and nests in itself; a vertical line is left without a slope."""

    numbers: Numbers
    before: AfterRuleBecomesLine

    def prepare(self) -> None:
        """Take over the graph, the rule and the place of the fractions."""
        self.axes, self.line = self.before.axes, self.before.line
        self.rule, self.places = self.before.rule, self.before.places

    def rise_over_run(self) -> None:
        first, rule = self.numbers.triangles[0], self.rule
        self.probe = probe = SlopeProbe.measuring(self.axes, first, decimals=0)
        self.fraction = fraction = self._fraction(first, decimals=0)
        self.play(
            FadeOut(self.before.described, run_time=theme.FADE),
            dim(rule.without("m")),
            FadeIn(probe.near, scale=2),
            FadeIn(probe.far, scale=2),
        )
        run, rise = probe.tags
        for leg, tag in ((probe.run, run), (probe.rise, rise)):
            self.play(Create(leg), FadeIn(tag), run_time=theme.WRITE)
        name = fraction.name_part
        self.play(
            fly(run, VGroup(name.part("run"), fraction.run)),
            fly(rise, VGroup(name.part("rise"), fraction.rise)),
            FadeIn(name.without("run", "rise"), fraction.bar),
        )
        self.play(FadeIn(fraction.equals, fraction.quotient))
        self.point_at(fraction.quotient, rule.part("m"))

    def _fraction(self, triangle: SlopeTriangle, decimals: int) -> SlopeFraction:
        name = "{{Delta y : rise}} / {{Delta x : run}}"
        fraction = SlopeFraction(name, triangle, decimals)
        return fraction.start_at(self.places.body.at(0, 0.5))

    def triangle_travels(self) -> None:
        numbers = self.numbers
        first, *others = numbers.triangles
        probe = SlopeProbe.measuring(self.axes, first, decimals=2)
        fraction = self._fraction(first, decimals=2)
        self.play(
            ReplacementTransform(self.probe, probe),
            ReplacementTransform(self.fraction, fraction),
        )
        self.probe, self.fraction = probe.follow(fraction.put), fraction
        self.ghosts = VGroup()
        for leg, _ in enumerate(others):
            self._leave_ghost()
            way = partial(numbers.travelling, leg)
            self.play(probe.travel(way, fraction, run_time=theme.JOURNEY))
            self.wait(theme.FADE)

    def _leave_ghost(self) -> None:
        ghost = self.probe.ghost()
        self.ghosts.add(ghost)
        self.add(ghost, self.probe)

    def triangles_nest(self) -> None:
        numbers, fraction = self.numbers, self.fraction
        self.point_at(fraction.quotient)
        self._leave_ghost()
        home = self.axes.map(*numbers.crossing)
        self.play(
            *(
                ghost.animate.shift(home - self.axes.map(*triangle.p))
                for ghost, triangle in zip(self.ghosts, numbers.triangles, strict=True)
            ),
            FadeOut(self.probe, fraction.name_part, fraction.rise, fraction.run, fraction.bar),
            run_time=theme.MORPH,
        )
        chain = SlopeChain(numbers.nested)
        self.places.body.place(chain, 0, 0.5)
        # One triangle grows through the three sizes, and each says its two numbers.
        growing, marks = GrowingTriangle(self.axes, numbers.nested[0]), VGroup()
        self.add(growing)
        for place, _ in enumerate(numbers.nested):
            if place:
                way = partial(numbers.growing, place - 1)
                self.play(growing.travel(way, run_time=theme.FADE))
            mark = growing.mark()
            marks.add(mark)
            self.play(
                FadeIn(mark, chain.signs(place)),
                fly(mark, VGroup(chain.run(place), chain.rise(place))),
                run_time=theme.STEP,
            )
        self.play(
            ReplacementTransform(fraction.equals, chain.last),
            ReplacementTransform(fraction.quotient, chain.slope),
            run_time=theme.STEP,
        )
        self.point_at(chain.slope, self.rule.part("m"))
        self.wait(theme.FADE)
        self.nest = VGroup(self.ghosts, growing, marks, chain)

    def run_collapses(self) -> None:
        numbers, axes = self.numbers, self.axes
        start = numbers.tilted
        run, rise = (
            in_roles(f"{{{{{name}_2 - {name}_1 : {role}}}}}", theme.DIGIT_SIZE)
            for name, role in (("x", "run"), ("y", "rise"))
        )
        probe = SlopeProbe(axes, start, run, rise)
        first = InputDrop(axes, start.p, "x_1", LEFT, level=0.0)
        second = InputDrop(axes, start.q, "x_2", RIGHT, level=0.0)
        formula = in_roles("{{m : m}} = {{y_2 - y_1 : rise}} / {{x_2 - x_1 : run}}")
        self.places.header.place(formula, 0, 0.5)
        fraction = SlopeFraction("{{m : m}}", start, decimals=2, digits=3)
        fraction.start_at(self.places.body.at(0, 0.5))
        condition = in_roles("{{x_1 : run1}} {{!= : not}} {{x_2 : run2}}")
        self.places.foot.place(condition, 0, 0.5)
        self.play(FadeOut(self.nest, self.rule), FadeIn(probe, first, second), run_time=theme.FADE)
        self.play(
            FadeIn(formula.without("run", "rise")),
            ReplacementTransform(run, formula.part("run"), run_time=theme.MORPH),
            ReplacementTransform(rise, formula.part("rise"), run_time=theme.MORPH),
        )
        probe.run_label = probe.rise_label = None
        self.play(FadeIn(fraction), run_time=theme.FADE)
        # The second point keeps its height and leaves the line: run collapses, rise does not, and
        # a vertical line is what remains. On the way along the line both legs would vanish, and no
        # vertical line would ever be seen.
        self.add(self.line.ghost(), self.line, probe)
        probe.follow(self.line.pass_through).follow(fraction.put)
        probe.follow(lambda _: second.follow(probe.far))
        self.play(
            probe.travel(
                numbers.tilting,
                *(self.line, fraction, second),
                run_time=theme.JOURNEY,
            )
        )
        # The condition is what has just been broken.
        self.play(
            FadeIn(condition.part("not")),
            *carry(first.name_tag, condition.part("run1")),
            *carry(second.name_tag, condition.part("run2")),
        )
        self.point_at(condition.part("not"))

    def hand_over(self) -> AfterOneSlope:
        """Return what the next act needs."""
        return AfterOneSlope(axes=self.axes, line=self.line, places=self.places)
