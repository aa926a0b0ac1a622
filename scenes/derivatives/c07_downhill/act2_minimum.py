"""Clip 07, second act: a lowest point is found, proved twice, and checked by a program."""

from __future__ import annotations

from manim import LEFT, Create, FadeIn, FadeOut, ReplacementTransform, VMobject

from lessons.derivatives.c07.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import StackedGraphs, Thread, WindowTangent
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.code import CodeCard
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c07_downhill.props.code_notes import notes_of
from scenes.derivatives.c07_downhill.props.docking import beside, dock, legible
from scenes.derivatives.c07_downhill.props.floor_bar import FloorBar
from scenes.derivatives.c07_downhill.props.framed_graph import framed_graph
from scenes.derivatives.c07_downhill.props.sign_strip import SignStrip
from scenes.derivatives.c07_downhill.props.written import equals, fit, written
from scenes.layout import Region
from scenes.notation import typst

SHARES = (1.25, 1.0)
"""Heights of the graph of the curve and of the graph of its slopes."""
FOOT = 0.035
"""Room below the two graphs, as a share of the height: the name of the scale is text."""
STRIP = (0.12, 0.88)
"""Between which heights of the gap the signs stand, as shares."""
CODE = 1.15 * theme.CODE_SIZE
"""The size of the code: a line of forty characters leaves room for notes beside the card."""
CARD_AT = 0.2
"""Where the card stands in the width of the frame: notes follow at its right."""
NAME_AT, SLOPE_AT = (0.5, 0.85), (0.78, 0.25)
"""Where the two formulas stand best, as shares of their graphs."""
FLOOR_AT = (0.5, 0.02)
"""Where the words about the lowest height stand best, as shares of the plot."""


class MinimumProved(Act):
    """The slope vanishes at one input; signs, a square and a program show that nothing is lower."""

    numbers: Numbers

    def slope_vanishes_at_two(self) -> None:
        self.clear_stage()
        numbers, found = self.numbers, self.numbers.valley
        lowest = found.lowest
        self.graphs = graphs = self._stack()
        self.curve = Curve(graphs.upper, sample(numbers.f, *found.x_span[:2]))
        self.rule = Curve(graphs.lower, sample(numbers.slope, *found.x_span[:2]), theme.EXACT)
        self.name = self._named("f(x) =", typst(numbers.f.expression), theme.FUNC)
        self._dock(self.name, graphs.upper, NAME_AT, self.curve, *axes_of(graphs.upper))
        slope_name = self._named("f'(x) =", typst(numbers.slope.expression), theme.EXACT)
        self._dock(slope_name, graphs.lower, SLOPE_AT, self.rule, *axes_of(graphs.lower))
        self.slope_name = slope_name
        self.play(
            FadeIn(graphs.upper, graphs.scales[1]),
            Create(self.curve),
            FadeIn(self.name),
            run_time=theme.STEP,
        )
        self.play(
            FadeIn(graphs.lower, graphs.scales[0], graphs.scales[2]),
            Create(self.rule),
            FadeIn(slope_name),
            run_time=theme.STEP,
        )
        zero = SolidDot(graphs.lower.map(lowest.x, 0.0), theme.EXACT, theme.HOLE_RADIUS)
        vanishes = in_roles(
            f"f'({{{{{written(lowest.x)} : run}}}}) {equals(lowest.x)} {{{{0 : exact}}}}",
            theme.TABLE_SIZE,
        )
        # A thread leads up to the curve, to the height at the same input.
        thread = Thread(graphs.lower.map(lowest.x, 0.0), graphs.upper.map(lowest.x, lowest.value))
        drawn = [self.rule, slope_name, thread, *axes_of(graphs.lower)]
        beside(vanishes, zero, self._window(graphs.lower), drawn)
        self.play(FadeIn(zero, scale=2), emerge(vanishes, zero), run_time=theme.STEP)
        bottom = SolidDot(
            graphs.upper.map(lowest.x, lowest.value), theme.INK, radius=theme.HOLE_RADIUS
        )
        height = in_roles(
            f"f({{{{{written(lowest.x)} : run}}}}) {equals(lowest.value)} "
            f"{{{{{written(lowest.value)} : rise}}}}",
            theme.TABLE_SIZE,
        )
        beside(
            height,
            bottom,
            self._window(graphs.upper),
            [self.curve, self.name, *axes_of(graphs.upper)],
        )
        self.play(Create(thread), FadeIn(bottom, scale=2), run_time=theme.FADE)
        self.play(emerge(height, bottom, run_time=theme.FADE))
        self.thread, self.height, self.vanishes = thread, height, vanishes
        if numbers.quadratic is None:
            self._show_signs()
            self.wait(theme.HOLD)

    def _stack(self) -> StackedGraphs:
        """Return both graphs, with as much room at both sides as numbers and names need."""
        found = self.numbers.valley
        region = self.layout.stage.part(0.0, 1.0, FOOT, 1.0)
        for _ in range(2):
            graphs = StackedGraphs(
                region,
                found.x_span,
                found.y_span,
                found.slope_span,
                shares=SHARES,
                gap=theme.RIBBON_GAP,
                x_decimals=shortest(found.x_span[2]),
            )
            left, right = (float(edge[0]) for edge in (graphs.get_left(), graphs.get_right()))
            region = Region(
                region.left + max(0.0, region.left - left),
                region.right - max(0.0, right - region.right),
                region.bottom,
                region.top,
            )
        return graphs

    def _named(self, head: str, expression: str, color: str) -> Formula:
        name = Formula(f"{head} {expression}", size=theme.KEY_SIZE, color=color)
        fit(name, self.graphs.upper.window.part(0.0, 0.6, 0.0, 1.0))
        return name

    def _window(self, axes: GraphAxes) -> Region:
        return legible(axes.window, self.layout.readable)

    def _dock(
        self, formula: Formula, axes: GraphAxes, wanted: tuple[float, float], *drawn: VMobject
    ) -> None:
        dock(formula, self._window(axes), drawn, wanted)

    def square_plus_one(self) -> None:
        self._show_signs()
        self.wait(theme.HOLD)
        strip, plot = self.layout.headed()
        axes = self._grow(plot)
        numbers = self.numbers
        quadratic = numbers.parabola
        square, rest = typst(quadratic.square), typst(quadratic.rest)
        joined = f"- {rest.removeprefix('-')}" if rest.startswith("-") else f"+ {rest}"
        head = "{{f(x) : func}} ="
        forms = [
            in_roles(source, theme.KEY_SIZE)
            for source in (
                f"{head} {{{{{typst(numbers.f.expression)} : whole}}}}",
                f"{head} {{{{{square} : rise}}}} {{{{{joined} : rest}}}}",
                f"{head} {{{{{square} : rise}}}} {{{{{joined} : rest}}}} {{{{>= {rest} : least}}}}",
            )
        ]
        start, split, full = forms
        window = self._window(axes)
        for form in forms:
            fit(form, strip or window.part(0.0, 0.8, 0.0, 1.0))
        if strip is None:
            dock(full, window, [self.curve], NAME_AT)
        else:
            strip.place(full)
        for form in (start, split):
            form.move_to(full, aligned_edge=LEFT).stand_on(full.baseline)
        self.play(
            animated(self.name, run_time=theme.STEP)
            .scale(start.width / self.name.width)
            .move_to(start)
        )
        self.remove(self.name)
        self.add(start)
        self.play(Morph(start, split, run_time=theme.WRITE))
        bar = FloorBar(axes, numbers.square_at, numbers.start)
        floor = in_roles(f'upright("never below") {{{{{rest} : rest}}}}', theme.TABLE_SIZE)
        dock(floor, window, [self.curve, bar.level], FLOOR_AT)
        self.play(Create(bar.level), FadeIn(bar.bar, bar.dot), run_time=theme.STEP)
        self.add(bar)
        lowest = quadratic.completed.shift
        self.play(bar.slide(numbers.start, lowest, run_time=theme.LEG))
        self.play(FadeIn(floor, run_time=theme.FADE))
        self.play(bar.slide(lowest, quadratic.mirror, run_time=theme.LEG))
        self.play(Morph(split, full, run_time=theme.STEP))
        self.wait(theme.HOLD)

    def _grow(self, region: Region) -> GraphAxes:
        """Let the graph of the curve grow until it fills the frame, and return its axes."""
        found = self.numbers.valley
        axes, curve = framed_graph(self.numbers.f, found.x_span, found.y_span, region)
        leaving = self.scene.all_but(self.curve, self.name)
        self.play(
            *(FadeOut(thing, run_time=theme.FADE) for thing in leaving),
            ReplacementTransform(self.curve, curve, run_time=theme.WRITE),
            FadeIn(axes, run_time=theme.WRITE),
        )
        self.curve = curve
        return axes

    def _show_signs(self) -> None:
        """Slide a tangent over the lowest point: falling before, rising after."""
        graphs, found = self.graphs, self.numbers.valley
        before, after = found.sign_tangents
        low, high = STRIP
        strip = SignStrip(
            graphs.upper, found.signs[:2], found.lowest, graphs.strip.part(0.0, 1.0, low, high)
        )
        self.rider = WindowTangent(graphs.upper, before, theme.TANGENT_REACH)
        self.reader = SolidDot(graphs.lower.map(before.point.x, before.slope), theme.EXACT)
        self.play(
            FadeIn(self.rider, self.reader),
            FadeOut(self.thread, self.vanishes, self.height),
            run_time=theme.FADE,
        )
        told: list[VMobject] = [self.rule, self.slope_name, *axes_of(graphs.lower)]
        for place, at in enumerate((before, after)):
            if place:
                way = between(before.point.x, after.point.x)
                self.play(Sweep(self._read, way, self.rider, self.reader, run_time=theme.LEG))
            mark = SolidDot(graphs.lower.map(at.point.x, at.slope), theme.EXACT)
            reading = in_roles(
                f"f'({{{{{written(at.point.x)} : run}}}}) {equals(at.slope)} "
                f"{{{{{written(at.slope)} : exact}}}}",
                theme.TABLE_SIZE,
            )
            beside(reading, mark, self._window(graphs.lower), told)
            told.append(reading)
            self.add(mark)
            parts = [strip.bands[place], strip.signs[place], *(strip.noughts if place else [])]
            self.play(emerge(reading, self.reader), FadeIn(*parts), run_time=theme.STEP)
        self.add(strip)

    def _read(self, x: float) -> None:
        tangent = self.numbers.tangent_at(x)
        self.rider.put(tangent)
        self.reader.move_to(self.graphs.lower.map(x, tangent.slope))

    def computer_checks_the_signs(self) -> None:
        self.clear_stage()
        quadratic = self.numbers.parabola
        card = CodeCard(quadratic.code, quadratic.printed, CODE)
        if self.layout.narrow:
            self.layout.readable.place(self.layout.readable.fit(card), 0.5, 1.0)
        else:
            self.layout.full.place(card, CARD_AT, 0.5)
        self.play(card.open())
        slope = typst(self.numbers.slope.expression)
        notes = notes_of(card, slope, str(quadratic.shift), quadratic.sides, self.layout)
        for line, note in notes.items():
            self.play(card.point_at(line))
            # Below the card a note would cross the other lines on its way.
            enter = FadeIn(note) if self.layout.narrow else emerge(note, card.lines[line])
            self.play(enter, run_time=theme.STEP)
        self.play(card.point_at(6))
        self.play(card.print_line())
        self.wait(theme.HOLD)


def axes_of(graph: GraphAxes) -> tuple[VMobject, VMobject]:
    """Return the two axes of a graph, without its grid and its numbers."""
    return graph.x_axis, graph.y_axis
