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
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.marks.brace import Hairline
from scenes.components.motion.attention import dim, undim
from scenes.components.motion.carry import ARRIVAL, Flight, late
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
from scenes.layout import Region

INPUTS = (-5, 5)
"""The inputs over which the sigmoid is drawn."""
HEIGHTS = (-0.06, 1.12, 0.5)
"""Heights of the window of the sigmoid."""
QUESTION, SQUARE_QUESTION = (0.04, 0.42, 0.35, 0.75), (0.4, 1.0, 0.5, 1.0)
"""The part of the graph, or of the unit square, in which the question stands."""
PRODUCT_PITCH = 0.9
"""The distance of the two lines of the product in an upright frame, in frame units."""
DECIMALS = 3
NAME_SHARE = 0.78
"""The share of the height at which it is named: above the curve of the slopes."""
BELL_NAME = (2.6, 0.24)
"""Where the curve of the slopes is named, in coordinates of the small graph."""
LINE_FROM = 0.5
"""The share of the curve's way after which the first line stands where the curve was."""
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
        self.curve = curve = self._draw(axes)
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
        names = VGroup(self.square.height_name, self.square.room_name)
        self.play(FadeOut(self.rider, values, names, self.product), run_time=theme.LEAP)
        self._put(last)
        self.play(FadeIn(self.rider, values, names, self.product), run_time=theme.FADE)
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
        numbers = self.numbers
        *_, middle, last = self.inputs
        self.play(FadeOut(self.question, run_time=theme.LEAP), self._go(last, middle, theme.MORPH))
        self._leave_mark(middle)
        quarter = Formula(f"1/{spell(numbers.parts, 0)}", size=theme.KEY_SIZE, color=theme.BG)
        quarter.move_to(self.square.area)
        quarters = self.square.quarters()
        self.play(Create(quarters), FadeIn(quarter), run_time=theme.FADE)
        self.point_at(quarter, self.figures[-1])
        derivation = Derivation()
        room = self.rooms.lines
        room.fit(derivation)
        if derivation.height > room.height:
            derivation.scale(room.height / derivation.height)
        room.place(derivation, 0.5 if self.layout.narrow else 0.0, 0.5)
        first, second, third = derivation.rows
        names = derivation.names
        self._keep_small(first)
        for row, seconds in ((second, theme.HOLD), (third, theme.LEAP)):
            self.play(FadeIn(row, shift=DOWN * theme.NUDGE_SHIFT), run_time=theme.FADE)
            self.wait(seconds)
        # What the third line ends in is the rule that has stood above since it was guessed.
        rule, *_ = self.product
        self.play(
            *(
                Flight(name, rule.part(part))
                for name, part in zip(names, ("height", "room"), strict=True)
            ),
            undim(self.product, run_time=theme.MORPH, rate_func=late(ARRIVAL)),
        )
        self._ride_along()

    def _draw(self, axes: GraphAxes) -> Curve:
        return Curve(axes, sample(self.numbers.sigmoid, *INPUTS), stroke=theme.EXACT_STROKE)

    def _keep_small(self, first: VMobject) -> None:
        """Move the curve, with height and head-room in its middle, to where the square stood.

        The line of the derivation that says what the curve is, ``first``, comes where it was.
        """
        square, rider, middle = self.square, self.rider, self.inputs[2]
        pane = square.pane
        _, high, _ = HEIGHTS
        room = self.rooms.small or Region(
            pane.left, pane.right - AXIS_ROOM, pane.bottom, self.axes.window.top
        )
        axes = GraphAxes(
            (*INPUTS, 4), (0.0, high, 1), room.inset(-AXIS_ROOM), numbers=(0, 0), framed=True
        )
        axes.remove(axes.grid)
        small = HeadroomRider(axes, self.numbers.sigmoid_tangent(middle), square)
        ceiling = Hairline(axes.map(INPUTS[0], 1), axes.map(INPUTS[1], 1), theme.INK)
        height = Formula("sigma", size=theme.KEY_SIZE, color=theme.FUNC)
        at = small.height_bar.point_from_proportion(NAME_SHARE)
        height.next_to(at, RIGHT, buff=theme.GUTTER)
        headroom = Formula("1 - sigma", size=theme.KEY_SIZE)
        headroom.next_to(small.room_bar, LEFT, buff=theme.LABEL_GAP)
        parts = VGroup(self.curve, rider.height_bar, rider.room_bar, rider.tangent)
        goals = VGroup(self._draw(axes), small.height_bar, small.room_bar, small.tangent)
        leaving = self.scene.all_but(self.product, *parts)
        self.play(
            *(FadeOut(thing, run_time=theme.LEAP) for thing in leaving),
            dim(self.product, run_time=theme.LEAP),
            ReplacementTransform(parts, goals),
            FadeIn(axes, ceiling, rate_func=late(LINE_FROM)),
            FadeIn(first, rate_func=late(LINE_FROM)),
            run_time=theme.WRITE,
        )
        self.bring_to_front(*goals)
        self.small, self.names = small, VGroup(height, headroom)
        self.play(FadeIn(self.names), run_time=theme.LEAP)

    def _ride_along(self) -> None:
        """Ride along the whole curve: the product is its slope, at every input."""
        first, last = INPUTS
        middle = float(self.inputs[2])
        bell = SlopeBell(self.small, self.numbers, middle)
        moved = (bell, self.small, *self.figures)

        def ride(x: float) -> None:
            bell.put(x)
            for figure, value in zip(self.figures, self.numbers.headroom(x), strict=True):
                figure.set_value(value)

        def draw(x: float) -> None:
            bell.draw(first, x)
            ride(x)

        self.play(FadeOut(self.names), GrowFromEdge(bell.bar, DOWN), run_time=theme.LEAP)
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
        told.move_to(self.small.axes.map(*BELL_NAME))
        self.play(FadeIn(self.names, told), run_time=theme.LEAP)
        self.point_at(self.figures[-1])
