"""Clip 07, second act: a lowest point is found, proved twice, and checked by a program."""

from __future__ import annotations

from manim import LEFT, RIGHT, UP, Create, FadeIn, FadeOut

from lessons.derivatives.c07.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import StackedGraphs, Thread, WindowTangent
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.code import CodeCard
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c07_downhill.props.floor_bar import FloorBar
from scenes.derivatives.c07_downhill.props.sign_strip import SignStrip
from scenes.derivatives.c07_downhill.props.written import equals, fit, written
from scenes.notation import typst

STACK = 1.55
"""Width of the two graphs, in widths of the algebra beside them."""
SCALE_MARGIN, HEADROOM = 0.02, 0.985
"""The left and the upper edge, as shares of the frame: long numbers and tall formulas need room."""
STRIP = (0.2, 0.8)
"""Between which heights of the gap the signs stand, as shares."""


class MinimumProved(Act):
    """The slope vanishes at one input; signs, a square and a program show that nothing is lower."""

    numbers: Numbers

    def slope_vanishes_at_two(self) -> None:
        self.clear_stage()
        numbers, found = self.numbers, self.numbers.valley
        lowest = found.lowest
        beside = self.layout.full.part(SCALE_MARGIN, 1.0, 0.0, HEADROOM)
        stack, self.column = beside.columns(STACK, 1, gap=theme.COLUMN_GAP)
        self.graphs = graphs = StackedGraphs(
            stack,
            found.x_span,
            found.y_span,
            found.slope_span,
            gap=theme.RIBBON_GAP,
            x_decimals=shortest(found.x_span[2]),
        )
        self.curve = Curve(graphs.upper, sample(numbers.f, *found.x_span[:2]))
        self.rule = Curve(graphs.lower, sample(numbers.slope, *found.x_span[:2]), theme.EXACT)
        self.name = self._named("f(x) =", typst(numbers.f.expression), theme.FUNC, 1.0)
        self.slope_name = self._named("f'(x) =", typst(numbers.slope.expression), theme.EXACT, 0.46)
        self.play(
            FadeIn(graphs.upper, graphs.scales[1]),
            Create(self.curve, run_time=theme.DRAW),
            FadeIn(self.name),
        )
        self.play(
            FadeIn(graphs.lower, graphs.scales[0], graphs.scales[2]),
            Create(self.rule),
            FadeIn(self.slope_name),
        )
        zero = SolidDot(graphs.lower.map(lowest.x, 0.0), theme.EXACT)
        vanishes = in_roles(
            f"{{{{{typst(numbers.slope.expression)} : exact}}}} = 0 quad => quad "
            f"x {equals(lowest.x)} {{{{{written(lowest.x)} : run}}}}",
            theme.FORMULA_SMALL_SIZE,
        )
        fit(vanishes, self.column)
        self._below(vanishes, self.slope_name)
        self.play(FadeIn(zero, scale=2, run_time=theme.FADE))
        self.play(emerge(vanishes, zero))
        # A thread leads up to the curve, to the height at the same input.
        thread = Thread(graphs.lower.map(lowest.x, 0.0), graphs.upper.map(lowest.x, lowest.value))
        bottom = SolidDot(graphs.upper.map(lowest.x, lowest.value))
        height = Formula(
            f"f({written(lowest.x)}) {equals(lowest.value)} {written(lowest.value)}",
            size=theme.FORMULA_SMALL_SIZE,
        )
        self._below(height, self.name)
        self.play(Create(thread), run_time=theme.STEP)
        self.play(FadeIn(bottom, scale=2, run_time=theme.FADE))
        self.play(emerge(height, bottom))
        self.thread, self.height, self.vanishes = thread, height, vanishes
        if numbers.quadratic is None:
            self._show_signs()
            self.wait(theme.HOLD)

    def _named(self, head: str, expression: str, color: str, height: float) -> Formula:
        name = Formula(f"{head} {expression}", size=theme.FORMULA_SMALL_SIZE, color=color)
        fit(name, self.column)
        return self.column.place(name, 0.0, height)

    def _below(self, formula: Formula, other: Formula) -> Formula:
        """Let a formula stand under another one: a row below, or more where one is tall."""
        formula.move_to(other, aligned_edge=LEFT)
        formula.stand_on(other.baseline - theme.WIDE_PITCH)
        room = float(other.get_bottom()[1] - formula.get_top()[1]) - theme.LABEL_GAP
        return formula.shift(min(0.0, room) * UP)

    def square_plus_one(self) -> None:
        self._show_signs()
        numbers = self.numbers
        quadratic = numbers.parabola
        self.play(FadeOut(self.height, self.rider, self.reader), run_time=theme.FADE)
        square, rest = typst(quadratic.square), typst(quadratic.rest)
        # Fractions are tall: three lines of them must stand above the slope.
        size = theme.LABEL_SIZE if "/" in square + rest else theme.FORMULA_SMALL_SIZE
        start = in_roles(
            f"{{{{f(x) : func}}}} = {{{{{typst(numbers.f.expression)} : whole}}}}",
            size,
        )
        joined = f"- {rest.removeprefix('-')}" if rest.startswith("-") else f"+ {rest}"
        goal = in_roles(
            f"{{{{f(x) : func}}}} = {{{{{square} : rise}}}} {{{{{joined} : rest}}}}",
            size,
        )
        for formula in (start, goal):
            self.column.place(fit(formula, self.column), 0.0, 1.0)
        for formula in (start, goal):
            formula.stand_on(min(start.baseline, goal.baseline))
        self.remove(self.name)
        self.add(start)
        self.play(Morph(start, goal, {"whole": ("rise", "rest")}))
        bar = FloorBar(self.graphs.upper, numbers.square_at, numbers.start)
        least = in_roles(
            f"{{{{{square} : rise}}}} >= 0",
            size,
        )
        floor = in_roles(f"{{{{f(x) : func}}}} >= {rest}", size)
        self._below(least, goal)
        self._below(floor, least)
        self.play(Create(bar.level), FadeIn(bar.bar, bar.dot), run_time=theme.WRITE)
        self.add(bar)
        lowest = quadratic.completed.shift
        self.play(
            bar.slide(numbers.start, lowest, run_time=theme.DRAW),
            FadeIn(least, run_time=theme.FADE),
        )
        self.wait(theme.BREATH)
        self.play(bar.slide(lowest, quadratic.mirror, run_time=theme.LEG))
        self.play(FadeIn(floor))
        self.wait(theme.HOLD)

    def _show_signs(self) -> None:
        """Slide a tangent over the lowest point: falling before, rising after."""
        graphs, found = self.graphs, self.numbers.valley
        before, after = found.sign_tangents
        low, high = STRIP
        strip = SignStrip(
            graphs.upper,
            found.signs[:2],
            found.lowest,
            graphs.strip.part(0.0, 1.0, low, high),
            theme.LABEL_SIZE,
        )
        self.rider = WindowTangent(graphs.upper, before, theme.TANGENT_REACH)
        self.reader = SolidDot(graphs.lower.map(before.point.x, before.slope), theme.EXACT)
        readings = [
            in_roles(
                f"f'({{{{{written(t.point.x)} : run}}}}) {equals(t.slope)} "
                f"{{{{{written(t.slope)} : exact}}}}",
                theme.FORMULA_SMALL_SIZE,
            )
            for t in (before, after)
        ]
        self.play(
            FadeIn(self.rider, self.reader),
            FadeOut(self.thread, self.vanishes),
            run_time=theme.FADE,
        )
        for place, reading in enumerate(readings):
            self._below(reading, readings[place - 1] if place else self.slope_name)
            if place:
                way = between(before.point.x, after.point.x)
                self.play(Sweep(self._read, way, self.rider, self.reader, run_time=theme.LEG))
            at = (before, after)[place]
            mark = SolidDot(graphs.lower.map(at.point.x, at.slope), theme.EXACT)
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
        card = CodeCard(quadratic.code, quadratic.printed, theme.LABEL_SIZE)
        self.layout.full.place(card, 0.2, 0.5)
        self.play(card.open())
        before, after = quadratic.sides
        inline = str(quadratic.shift).replace("/", r"\/")  # a tall fraction has no room in its line
        notes = {
            2: f"{{{{{typst(self.numbers.slope.expression)} : exact}}}}",
            3: f"{{{{{inline} : run}}}}",
            4: f"{{{{{written(before.slope)} : exact1}}}} quad "
            f"{{{{{written(after.slope)} : exact2}}}}",
        }
        for line, source in notes.items():
            note = in_roles(source, theme.FORMULA_SMALL_SIZE)
            note.next_to(card.panel, RIGHT, buff=theme.COLUMN_GAP)
            note.shift((0.0, card.lines[line].get_center()[1] - note.get_center()[1], 0.0))
            self.play(card.point_at(line))
            self.play(emerge(note, card.lines[line], run_time=theme.STEP))
        self.play(card.point_at(6))
        self.play(card.print_line())
        self.wait(theme.HOLD)
