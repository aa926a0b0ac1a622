"""Clip 05a, sixth act: a graph that is stretched, and what that does to rise, run and slope."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    LaggedStart,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.roles import in_roles
from scenes.notation import typst

PIECE = 0.95
"""Scale of each stacked copy of a rise: a little air between them lets them be counted."""
LAST_INPUT = 2.6
"""Where the curves end; behind it stand their names."""
WINDOW = ((0.0, 2.95, 0.5), (0.0, 21.0, 5.0))
"""The window of the stretched graph, and its ticks."""


@dataclass(frozen=True, slots=True)
class AfterStretch:
    """The open question about the slope, and its answer.

    Attributes
    ----------
    asked, answer
        The same line with a question mark, which is on stage, and with the factor.
    slopes
        The slope of each slanted side, in its place in the picture.
    """

    asked: Formula
    answer: Formula
    slopes: VGroup


class GraphStretches(Act):
    """A multiple of a function multiplies its rise over the same run."""

    numbers: Numbers

    def graph_stretches(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        axes = GraphAxes(*WINDOW, self.layout.stage, numbers=(1, 0))
        first, last = WINDOW[0][0], LAST_INPUT
        low = Curve(axes, sample(numbers.parabola, first, last))
        tall = Curve(axes, sample(numbers.stretched, first, last))
        before, after = (
            TriangleRig(
                axes,
                triangle,
                Numeral(triangle.run, 0, size=theme.TABLE_SIZE, color=theme.RUN),
                Numeral(triangle.rise, 0, size=theme.TABLE_SIZE, color=theme.RISE),
            )
            for triangle in (numbers.triangle, numbers.stretched_triangle)
        )
        slants = VGroup(
            *(
                Dashes(axes.map(*triangle.p), axes.map(*triangle.q))
                for triangle in (numbers.triangle, numbers.stretched_triangle)
            )
        )
        names = [
            Formula(typst(f.expression), size=theme.TABLE_SIZE, color=theme.FUNC).next_to(
                curve.get_end(), RIGHT, buff=theme.LABEL_GAP
            )
            for f, curve in ((numbers.parabola, low), (numbers.stretched, tall))
        ]
        self.play(FadeIn(axes, names[0]), Create(low))
        self.play(FadeIn(before, slants[0], run_time=theme.FADE))
        self.add(low.copy(), before, slants[0])
        self.play(
            ReplacementTransform(low, tall),
            TransformFromCopy(before.run, after.run),
            TransformFromCopy(before.rise, after.rise),
            run_time=theme.DRAW,
        )
        # The tall rise consists of as many small ones as the graph was stretched by.
        pieces = VGroup(
            *(
                before.rise.copy()
                .move_to(after.rise.get_start(), aligned_edge=DOWN)
                .shift(place * before.rise.height * UP)
                .scale(PIECE)
                for place in range(int(numbers.stretch))
            )
        )
        self.play(
            LaggedStart(
                *(TransformFromCopy(before.rise, piece) for piece in pieces),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.DRAW,
            ),
            animated(after.rise, run_time=theme.FADE).set_stroke(opacity=theme.GHOST),
            FadeIn(*after.tags, names[1]),
        )
        self.remove(after.rise)
        self.play(FadeIn(slants[1], run_time=theme.FADE))
        rise, run, slope = (spell(factor, 0) for factor in numbers.stretch_factors)
        told = [
            in_roles(
                f'{{{{upright("{name}") : {role}}}}} {{{{times : by}}}} {{{{{factor} : m}}}}',
                size=theme.TITLE_SIZE,
            )
            for name, role, factor in (
                ("rise", "rise", rise),
                ("run", "run", run),
                ("slope", "approx", "med ?"),
                ("slope", "approx", slope),
            )
        ]
        lines, answer = VGroup(*told[:3]).arrange(DOWN, buff=theme.CARD_GAP), told[3]
        for line in told[1:]:
            line.shift((told[0].part("by").get_x() - line.part("by").get_x()) * RIGHT)
        axes.window.inset(theme.COLUMN_GAP).place(lines, 0.0, 1.0)
        answer.stand_on(told[2].baseline)
        answer.shift((told[2].part("by").get_x() - answer.part("by").get_x()) * RIGHT)
        self.asked, self.answer = told[2], answer
        low_slope, tall_slope = self.slopes = VGroup(
            *(
                Formula(
                    f'upright("slope") {spell(triangle.slope, 0)}',
                    size=size,
                    color=theme.APPROX,
                )
                for triangle, size in (
                    (numbers.triangle, theme.DIGIT_SIZE),
                    (numbers.stretched_triangle, theme.TABLE_SIZE),
                )
            )
        )
        if self.layout.upright:  # at the right no room is left
            low_slope.next_to(slants[0].get_center(), UP + LEFT, buff=theme.TICK)
        else:
            low_slope.next_to(before.tags[1], RIGHT, buff=theme.GUTTER)
        tall_slope.next_to(slants[1].get_center(), UP + LEFT, buff=theme.TICK)
        self.play(FadeIn(*told[:2], run_time=theme.FADE))
        self.ask(told[2])

    def hand_over(self) -> AfterStretch:
        """Return the question that the next beat answers, and the slopes that it shows."""
        return AfterStretch(self.asked, self.answer, self.slopes)
