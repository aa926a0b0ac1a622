"""Clip 04, third act: what the sign and the size of a slope say about the curve."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    LEFT,
    Create,
    FadeIn,
    FadeOut,
    Line,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import SlopeTracer, StackedGraphs, Thread, WindowTangent
from scenes.components.motion.emerge import emerge
from scenes.components.rigs.chip import SlopeChip
from scenes.components.rigs.marble import Marble
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.column import place_beside
from scenes.derivatives.c04_the_derivative.props.glimpse import Glimpse
from scenes.derivatives.c04_the_derivative.props.ribbon import SignRibbon
from scenes.notation import typst

GLIMPSE_ROWS = (1.15, 1)
"""The heights of the graph and of the row of glimpses below it, as shares."""
RIDE = 2.8
"""How long the marble rides along one stretch of the curve, in seconds."""

READINGS = {
    "rising": "f' > 0",
    "falling": "f' < 0",
    "level": "f' = 0",
    "fast": 'abs(f\') upright("large")',
    "slow": 'abs(f\') upright("small")',
}

GLIMPSE = (0.4, 0.9)
"""Half the width and the height of the five cut-outs, on the scales of the curve."""


class SignsOfSlope(Act):
    """A marble rides a hilly curve: uphill, downhill, level; fast and slow."""

    numbers: Numbers

    def zeros_found_first(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first, last = numbers.cubic_range
        stack, self.column = self.layout.full.columns(2, 1, gap=theme.GUTTER)
        self.graphs = StackedGraphs(
            stack, (-2.5, 2.5, 1), (-5.6, 9.4, 2), (-4.5, 14, 3), gap=theme.RIBBON_GAP
        )
        graphs = self.graphs
        self.curve = Curve(graphs.upper, sample(numbers.cubic, first, last))
        name = Formula(
            f"f(x) = {typst(numbers.cubic.expression)}",
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.FUNC,
        )
        place_beside(name, self.column, graphs.upper)
        self.play(FadeIn(graphs.upper, graphs.scales[1]), run_time=theme.FADE)
        self.play(Create(self.curve, run_time=theme.SETTLE), FadeIn(name))
        question = Words("?", size=theme.TITLE_SIZE, color=theme.EXACT)
        place_beside(question, self.column, graphs.lower)
        self.play(FadeIn(graphs.lower, graphs.scales[0], graphs.scales[2], question))
        # The viewer has a still moment to find them; then the picture shows the level tangents.
        self.wait(theme.THINK + theme.FADE)
        self.zeros = VGroup()
        tangents, threads = VGroup(), VGroup()
        for point in numbers.level_points:
            tangent = WindowTangent(
                graphs.upper, numbers.cubic_tangent(point.x), theme.GLIMPSE_REACH
            )
            foot = graphs.lower.map(point.x, 0.0)
            tangents.add(tangent)
            threads.add(Thread(graphs.upper.map(point.x, point.value), foot))
            self.zeros.add(SolidDot(foot, color=theme.EXACT))
        self.play(Create(tangents, lag_ratio=0.0), run_time=theme.FADE)
        self.play(Create(threads, lag_ratio=0.0), run_time=theme.STEP)
        left, right = (spell(point.x, 0) for point in numbers.level_points)
        claim = Formula(f"f'({left}) = f'({right}) = 0", size=theme.LABEL_SIZE, color=theme.EXACT)
        place_beside(claim, self.column, graphs.lower)
        self.play(
            *(FadeIn(zero, scale=2) for zero in self.zeros),
            FadeOut(question),
            run_time=theme.FADE,
        )
        self.play(emerge(claim, self.zeros), run_time=theme.STEP)
        self.level, self.threads, self.claim, self.name = tangents, threads, claim, name

    def marble_rides_the_ribbon(self) -> None:
        numbers, graphs = self.numbers, self.graphs
        first, last = numbers.cubic_range
        marble = Marble(graphs.upper, numbers.cubic_tangent(first))
        self.tracer = SlopeTracer(graphs, numbers.cubic_tangent, first, rider=marble)
        self.ribbon = SignRibbon(graphs.upper, numbers.signs, graphs.strip).show_until(first)
        self.tracer.follow(lambda tangent: self.ribbon.show_until(tangent.point.x))
        self.play(
            FadeOut(self.level),
            FadeIn(self.tracer),
            run_time=theme.FADE,
        )
        self.add(self.tracer, self.ribbon)
        stops = (first, *(point.x for point in numbers.level_points), last)
        for _, end in pairwise(stops):
            self.play(self.tracer.slide(end, self.ribbon, run_time=RIDE))
        rule = Formula(
            f"f'(x) = {typst(numbers.cubic_slope.expression)}",
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.EXACT,
        )
        place_beside(rule, self.column, graphs.lower, 0.75)
        self.play(
            emerge(rule, self.tracer.trace),
            self.claim.animate.next_to(rule, DOWN, buff=theme.CARD_GAP, aligned_edge=LEFT),
        )
        self.rule = rule

    def cliff_and_gentle_slope(self) -> None:
        numbers, tracer = self.numbers, self.tracer
        self.play(
            FadeOut(self.name, self.claim, self.rule, self.zeros, self.threads),
            self.ribbon.animate.fade(1 - theme.DIM),
        )
        tracer.followers.clear()
        unit = theme.WEIGHT_LENGTH / numbers.fast.slope
        self.chips = VGroup()
        rows = (self.graphs.upper, self.graphs.lower)
        for tangent, graph in zip((numbers.fast, numbers.slow), rows, strict=True):
            self.play(tracer.move(tangent.point.x, run_time=theme.WRITE))
            self._weigh(tangent, graph, unit)
        units = Words("height per unit of input", size=theme.AXIS_SIZE, color=theme.MUTED)
        place_beside(units, self.column, self.graphs.lower, 0.16)
        self.play(FadeIn(units))
        self.wait(theme.HOLD)

    def _weigh(self, tangent: Tangent, graph: GraphAxes, unit: float) -> None:
        """Lay the height of a slope down as a bar below its name."""
        x = tangent.point.x
        name = in_roles(f"f'({{{{{spell(x, shortest(x))} : run}}}})", size=theme.FORMULA_SMALL_SIZE)
        place_beside(name, self.column, graph, 0.8)
        chip = SlopeChip(tangent.slope, name.get_center(), unit)
        chip.next_to(name, DOWN, buff=theme.LABEL_GAP, aligned_edge=LEFT)
        foot, mark = (self.graphs.lower.map(x, height) for height in (0.0, tangent.slope))
        stem = Line(foot, mark, stroke_color=theme.EXACT, stroke_width=theme.NUDGE_STROKE)
        self.add(stem, self.tracer)
        self.play(FadeIn(name, chip.arrow), run_time=theme.FADE)
        self.play(chip.grow_from(stem))
        self.play(FadeIn(chip.size), run_time=theme.FADE)
        self.chips.add(name, chip)

    def five_pictures(self) -> None:
        numbers, graphs = self.numbers, self.graphs
        self.clear_stage(graphs.upper, graphs.scales[1], self.curve)
        head = Formula("f'(x)", size=theme.TITLE_SIZE, color=theme.EXACT)
        head.move_to(self.name, aligned_edge=LEFT)
        _, lower = self.layout.full.rows(*GLIMPSE_ROWS)
        regions = lower.part(0.01, 0.99, 0.0, 1.0).columns(
            *(1 for _ in READINGS), gap=theme.COLUMN_GAP
        )
        marks, glimpses = [], []
        for (word, tangent), region in zip(numbers.five.items(), regions, strict=True):
            # Short and fine: two of the five places are close to each other.
            mark = WindowTangent(graphs.upper, tangent, theme.GLIMPSE_REACH / 4)
            mark.dot.scale(theme.FINE_DOT_RADIUS / theme.DOT_RADIUS)
            marks.append(mark)
            x, (reach, _) = tangent.point.x, GLIMPSE
            samples = sample(numbers.cubic, x - reach, x + reach)
            glimpses.append(Glimpse(region, samples, tangent, GLIMPSE, word, READINGS[word]))
        base = min(glimpse.word.baseline for glimpse in glimpses)
        for glimpse in glimpses:
            glimpse.align(base)
        self.play(FadeIn(head))
        for mark, glimpse in zip(marks, glimpses, strict=True):
            self.play(FadeIn(mark, run_time=theme.FADE / 2))
            self.play(
                TransformFromCopy(mark, glimpse.line),
                FadeIn(glimpse.curve, glimpse.word, glimpse.formula),
                run_time=theme.STEP,
            )
            self.add(glimpse.line)
