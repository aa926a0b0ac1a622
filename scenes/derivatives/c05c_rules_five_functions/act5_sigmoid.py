"""Clip 05c, fifth act: the slope of the sigmoid is its height times its head-room."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    GrowFromEdge,
    Line,
    VGroup,
    VMobject,
)

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.marks.brace import Hairline
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.text import Words
from scenes.derivatives.c05c_rules_five_functions.props.derivation import Derivation
from scenes.derivatives.c05c_rules_five_functions.props.sigmoid_rooms import SigmoidRooms
from scenes.derivatives.c05c_rules_five_functions.props.slope_bell import STROKES, SlopeBell
from scenes.derivatives.c05c_rules_five_functions.props.unit_square import (
    HeadroomRider,
    HeadroomSquare,
)

INPUTS = (-5, 5)
"""The inputs over which the sigmoid is drawn."""
HEIGHTS = (-0.06, 1.12, 0.5)
"""Heights of the window of the sigmoid."""
QUESTION, SQUARE_QUESTION = (0.04, 0.42, 0.35, 0.75), (0.4, 1.0, 0.5, 1.0)
"""The part of the graph, or of the unit square, in which the question stands."""
PRODUCT_PITCH = 0.9
"""The distance of the two lines of the product in an upright frame, in frame units."""
DECIMALS = 3
BELL_NAME = (3.4, 0.2)
"""Where the curve of the slopes is named, in coordinates of the graph."""
CLEARED = 0.5
"""The share of the change of two lines after which the first one has left."""
READ = (0.3, 1.0, 0.7)
"""How long each line of the derivation stands still, in seconds."""
NAME_HEIGHT = 0.1
"""The height above which the bars of the slopes are named, in coordinates of the graph."""


class SigmoidSlope(Act):
    """Height times head-room is largest in the middle, and the chain rule says why it is so."""

    numbers: Numbers

    def height_times_headroom(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        low, high, _ = HEIGHTS
        self.rooms = rooms = SigmoidRooms.of(self.layout, high - low)
        self.axes = axes = GraphAxes((*INPUTS, 2), HEIGHTS, rooms.graph, numbers=(0, 1))
        # At the end of the axis stand the names of the square: its own name keeps below them.
        axes.names[0].next_to(axes.map(5, 0), DOWN, buff=2 * theme.TICK)
        curve = Curve(axes, sample(numbers.sigmoid, *INPUTS), stroke=theme.EXACT_STROKE)
        start, second, _, last = self.inputs = numbers.sigmoid_inputs
        self.square = HeadroomSquare(
            axes, rooms.square_left, numbers.headroom, start, rooms.square_base
        )
        end = self.square.pane.at(0, 1) if self.square.beside else axes.map(INPUTS[1], 1)
        ceiling = Hairline(axes.map(0, 1), end, theme.INK)
        self.rider = HeadroomRider(axes, numbers.sigmoid_tangent(start), self.square)
        self.product = self._write_product()
        rooms.product.inset(theme.GUTTER).fit(self.product)
        rooms.product.place(self.product)
        self.play(FadeIn(axes, ceiling), Create(curve), run_time=theme.WRITE)
        self.play(FadeIn(self.rider, self.square), run_time=theme.FADE)
        self.play(FadeIn(self.product), run_time=theme.FADE)
        self._leave_mark(start, FadeIn(self._name_marks(), run_time=theme.FADE))
        self.play(self._go(start, second, theme.DRAW))
        self._leave_mark(second)
        self.wait(theme.FADE)
        # At the other end the height is large, and the head-room small.
        values = VGroup(self.square.area, self.square.height_side, self.square.room_side)
        told = (self.rider, values, self.square.names, self.product)
        self.play(FadeOut(*told), run_time=theme.LEAP)
        self._put(last)
        self.play(FadeIn(*told), run_time=theme.FADE)
        self._leave_mark(last)
        question = VGroup(
            *(Words(word, size=theme.TABLE_SIZE) for word in ("largest", "where?"))
        ).arrange(DOWN, buff=theme.LABEL_GAP)
        free = axes.window.part(*QUESTION)
        if self.layout.narrow and not self.layout.upright:  # the graph is too narrow for it
            free = self.square.pane.part(*SQUARE_QUESTION)
        free.place(question)
        self.ask(question)
        self.question = question

    def _write_product(self) -> VGroup:
        """Write the rule with its two factors and their product in figures, on one base line."""
        broken = self.layout.upright
        rule = Formula(
            "{{sigma' : exact}} = {{sigma : height}} dot ({{1 - sigma : room}})"
            f"{'' if broken else ' ='}",
            size=theme.KEY_SIZE,
        )
        rule.part("exact").set_color(theme.EXACT)
        VGroup(*rule.part("height"), rule.part("room")[-1]).set_color(theme.FUNC)
        self.figures = [
            Numeral(value, DECIMALS, size=theme.KEY_SIZE, color=color)
            for value, color in zip(
                self.numbers.headroom(self.numbers.sigmoid_inputs[0]),
                (theme.FUNC, theme.INK, theme.EXACT),
                strict=True,
            )
        ]
        signs = [Formula(sign, size=theme.KEY_SIZE) for sign in ("dot", "=")]
        height, room, product = self.figures
        row = VGroup(rule, height, signs[0], room, signs[1], product)
        baseline = rule.baseline
        if broken:  # the figures stand on a line of their own
            signs.append(Formula("=", size=theme.KEY_SIZE))
            second = VGroup(signs[2], *row[1:]).arrange(RIGHT, buff=theme.GUTTER)
            second.set_x(float(rule.get_x()))
            baseline -= PRODUCT_PITCH
            row.add(signs[2])
        else:
            row.arrange(RIGHT, buff=theme.GUTTER)
        for figure in self.figures:
            figure.stand_on(baseline)
        for sign in signs:
            sign.set_y(height.get_y())
        return row

    def _put(self, x: float) -> None:
        """Move tangent, square and figures to an input."""
        self.rider.put(self.numbers.sigmoid_tangent(x))
        self.square.put(x)
        for figure, value in zip(self.figures, self.numbers.headroom(x), strict=True):
            figure.set_value(value)

    def _go(self, start: float, end: float, seconds: float) -> Sweep:
        moved = (self.rider, self.square, *self.figures)
        return Sweep(self._put, between(start, end), *moved, run_time=seconds)

    def _name_marks(self) -> Words:
        """Return the name of the bars, which stands left of the first one."""
        name = Words("slope", size=theme.DIGIT_SIZE, color=theme.EXACT)
        return name.next_to(self.axes.map(self.inputs[0], NAME_HEIGHT), LEFT, buff=theme.GUTTER)

    def _leave_mark(self, x: float, *others: Animation) -> None:
        """Let the product grow as a bar at its input, in the unit of the graph.

        It is wider than the bar of the height, and stands in front of it.
        """
        mark = Line(
            self.axes.map(x, 0.0),
            self.axes.map(x, self.rider.tangent.tangent.slope),
            stroke_color=theme.EXACT,
            stroke_width=STROKES * theme.ROAD_STROKE,
        )
        self.play(GrowFromEdge(mark, DOWN, run_time=theme.FADE), *others)

    def sigmoid_in_three_lines(self) -> None:
        *_, middle, last = self.inputs
        self.play(FadeOut(self.question, run_time=theme.LEAP), self._go(last, middle, theme.MORPH))
        self._leave_mark(middle)
        self.peak = self._name_peak()
        self._change(self.square.names, self.peak)
        self.point_at(self.peak[-1])
        self._derive()
        self._ride_along()

    def _name_peak(self) -> VGroup:
        """Write one half at both sides of the largest rectangle, one quarter into it."""
        square = self.square
        half, quarter = (spell(parts, 0) for parts in (self.numbers.halves, self.numbers.parts))
        up = Formula(f"1 \\/ {half}", size=theme.TABLE_SIZE, color=theme.FUNC)
        across = Formula(f"1 \\/ {half}", size=theme.TABLE_SIZE)
        product = Formula(f"1 / {quarter}", size=theme.TITLE_SIZE, color=theme.BG)
        up.next_to(square.height_side, LEFT, buff=theme.LABEL_GAP)
        across.next_to(square.room_side, DOWN, buff=theme.LABEL_GAP)
        return VGroup(square.quarters(), up, across, product.move_to(square.area))

    def _change(self, before: VMobject, after: VMobject) -> None:
        """Let one thing leave, and only then another one stand in its place."""
        self.play(
            FadeOut(before, run_time=theme.LEAP),
            FadeIn(after, rate_func=late(CLEARED)),
            run_time=theme.STEP,
        )

    def _derive(self) -> None:
        """Let the chain rule write the product, in the place where the product stood."""
        derivation = Derivation(self.rooms.product)
        seen: VMobject = VGroup(self.product, self.axes.names[1])
        for row, seconds in zip(derivation.rows, READ, strict=True):
            self._change(seen, row)
            self.wait(seconds)
            seen = row
        self._change(seen, self.product)

    def _ride_along(self) -> None:
        """Ride along the whole curve: the area of the rectangle is its slope, at every input."""
        first, last = INPUTS
        middle = float(self.inputs[2])
        bell = SlopeBell(self.rider, self.numbers, middle)
        moved = (bell, self.rider, self.square, *self.figures)

        def ride(x: float) -> None:
            bell.put(x)
            self._put(x)

        def draw(x: float) -> None:
            bell.draw(first, x)
            ride(x)

        self._change(self.peak, self.square.names)
        self.add(bell.bar)
        for setter, start, end, seconds in (
            (ride, middle, first, theme.LEAP),
            (draw, first, last, theme.DRAW),
            (ride, last, middle, theme.STEP),
        ):
            if setter is draw:
                draw(first)
                self.add(bell.trace)
            self.play(
                Sweep(setter, between(start, end), *moved, run_time=seconds, rate_func=theme.TRAVEL)
            )
        told = Formula("sigma'", size=theme.KEY_SIZE, color=theme.EXACT)
        told.move_to(self.axes.map(*BELL_NAME))
        self._change(self.square.names, VGroup(told, *self.peak))
        self.point_at(self.peak[-1])
