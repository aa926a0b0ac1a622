"""Clip 05b, third act: the rule in symbols, from a box within a box, with two quick checks."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Transform,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c05b.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.stacked import WindowTangent
from scenes.components.marks.brace import SpanBrace
from scenes.components.marks.plate import on_plate
from scenes.components.motion.carry import carry
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.node_diagram import NodeDiagram, NodeSpec
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c05b_rules_the_chain.props.capsule import BoxedPower
from scenes.notation import typst

BOX_SIZE = theme.OPENING_SIZE
"""The type size of the boxed formulas, which stand alone."""
WINDOW = ((-0.25, 1.5, 0.5), (0.0, 25.0, 5.0))
"""The window holds both checks: slopes can be compared by eye only on one scale."""
WINDOW_DECIMALS = 1
REACH = 1.9
"""Half the length of a tangent, in frame units."""
CHECKS_AT = ((0.3, 1.6), (1.04, 14.2))
"""Where the left ends of the two checks stand in the window: beside their points of contact."""
STEEP_CHECK_AT = (0.92, 17.2)
"""Where the right end of the second check stands in an upright frame, above the curve."""
AFTER_AT = (0.5, 0.42, 0.6)
"""How high the slope of the boxed power stands in a wide, in a square and in an upright frame, as a
share."""
CHAIN = (
    ((0.2, 0.5), (0.5, 0.5), (0.8, 0.5)),
    ((0.15, 0.5), (0.48, 0.5), (0.83, 0.5)),
    ((0.3, 0.9), (0.3, 0.757), (0.3, 0.614)),
)
"""Where the nodes of the chain stand, as shares."""
RULE_LINES = ((0.46, 0.12), (0.55, 0.2), (0.335, 0.095))
"""How high the rule and the slip stand, as shares."""
EXAMPLE_BELOW = 0.7
"""How far below a rule its example stands in a narrow frame, in frame units."""
RULE_AT = (0.05, 22.4)
"""Where the left end of the rule stands in the window."""
DIAGRAM_GROWTH = 1.3
"""How much larger than elsewhere the nodes of the diagram are."""


BREAK = "\\ "
"""What breaks a formula into two lines."""


class NestedBoxes(Act):
    """The outer slope leaves the inner box whole; the inner slope is appended."""

    numbers: Numbers

    def inner_box_stays_whole(self) -> None:
        self.clear_stage()
        numbers, room = self.numbers, self.layout.readable
        inside, name = typst(numbers.inner.expression), typst(numbers.outer.variable)
        power = str(numbers.power)
        before = room.place(BoxedPower(inside, name, power, size=BOX_SIZE), 0.5, 0.93)
        after = room.place(
            BoxedPower(inside, name, "", power, size=BOX_SIZE), 0.5, self.layout.by_shape(*AFTER_AT)
        )
        after.shift((before.capsule.get_x() - after.capsule.get_x()) * RIGHT)
        after.factor.set_color(theme.EXACT)
        # Alone it stands in the middle of the frame; it makes room for its slope below.
        rise = before.get_center() - room.center
        before.shift(-rise)
        outer_box = before.wrap()
        # The text beside the shut box tells what its letter stands for.
        inner_is = Formula(f"{name} = {inside}", size=theme.KEY_SIZE)
        if self.layout.narrow:
            inner_is.next_to(outer_box, DOWN, buff=theme.CARD_GAP)
        else:
            inner_is.next_to(outer_box, RIGHT, buff=theme.CARD_GAP).stand_on(before.baseline)
        self.play(FadeIn(before, run_time=theme.FADE))
        self.play(Create(outer_box, run_time=theme.FADE))
        self.wait(theme.FADE)
        self.play(before.capsule.shut(), FadeIn(inner_is, shift=theme.NUDGE_SHIFT * RIGHT))
        after.capsule.put_lid()
        group = VGroup(before, outer_box, inner_is)
        self.play(animated(group, rate_func=theme.TRAVEL, run_time=theme.STEP).shift(rise))
        self.play(
            TransformFromCopy(before.capsule, after.capsule),
            # The exponent flies around both boxes, not through them.
            *carry(before.exponent, after.factor, angle=-PI),
        )
        outer = self._below(after, "outer slope")
        self.play(FadeIn(outer, run_time=theme.FADE))
        self.play(
            FadeOut(inner_is),
            before.capsule.open(),
            after.capsule.open(),
        )
        tail = in_roles(f"dot {{{{{spell(numbers.inner_slope, 0)} : m}}}}", BOX_SIZE)
        tail.next_to(after.capsule, RIGHT, buff=theme.CARD_GAP).stand_on(after.baseline)
        inner = self._below(tail.part("m"), "inner slope")
        inner.shift((outer.brace.get_y() - inner.brace.get_y()) * UP)
        self.play(emerge(tail, before.capsule.content))
        self.play(FadeIn(inner, run_time=theme.FADE))
        self.rule = self._rule(BOX_SIZE, self.layout.by_shape("", "", BREAK))
        room.place(room.fit(self.rule), 0.5, 0.01)
        self.point_at(after.factor, tail.part("m"))
        self.play(FadeIn(self.rule, shift=DOWN * theme.NUDGE_SHIFT))

    def _rule(self, size: float, line: str = "") -> Formula:
        """Return the square and its slope; ``line`` may break it."""
        numbers = self.numbers
        return in_roles(
            f"(({typst(numbers.inner.expression)})^{numbers.power})' {line}= "
            f"{{{{{typst(numbers.factored_slope)} : m}}}}",
            size,
        )

    def _below(self, span: VGroup, words: str) -> SpanBrace:
        # A brace that is too short does not look like one.
        air = max(0.0, theme.LENS_RADIUS - span.width) / 2 * RIGHT
        left, right = span.get_corner(DOWN - RIGHT) - air, span.get_corner(DOWN + RIGHT) + air
        label = Words(words, size=theme.DIGIT_SIZE)
        brace = SpanBrace(left, right, label, color=theme.MUTED)
        return brace.shift(theme.TICK * DOWN)

    def two_quick_checks(self) -> None:
        numbers = self.numbers
        head, stage = self.layout.headed()
        axes = GraphAxes(*WINDOW, stage, numbers=(WINDOW_DECIMALS, 0), grid=False)
        curve = Curve(axes, sample(numbers.chained, *WINDOW[0][:2]), stroke=theme.EXACT_STROKE)
        rule = self._rule(theme.KEY_SIZE)
        plate, _ = docked = on_plate(rule)
        if head is None:
            docked.shift(axes.map(*RULE_AT) - plate.get_left())
        else:
            head.place(head.fit(docked))
        self.clear_stage(self.rule)
        self.add(plate)
        self.bring_to_front(self.rule)
        self.play(
            Transform(self.rule, rule, rate_func=theme.TRAVEL),
            FadeIn(plate, run_time=theme.FADE),
            FadeIn(axes, run_time=theme.FADE),
            Create(curve),
            run_time=theme.STEP,
        )
        first, second = (
            in_roles(
                f"{spell(numbers.check_factor, 0)} dot {spell(inside, 0)} = "
                f"{{{{{spell(tangent.slope, 0)} : m}}}}",
                theme.KEY_SIZE,
            )
            for tangent, inside in zip(numbers.checks, numbers.check_insides, strict=True)
        )
        for line, place in zip((first, second), CHECKS_AT, strict=True):
            line.shift(axes.map(*place) - line.get_left())
        if self.layout.upright:  # at the right of the curve no room is left
            second.shift(axes.map(*STEEP_CHECK_AT) - second.get_right())
        gentle, steep = numbers.checks
        touch = WindowTangent(axes, gentle, REACH)
        self.play(FadeIn(touch, first, run_time=theme.FADE))
        # A second tangent leaves the first one, and turns as it slides up the curve.
        rider = WindowTangent(axes, gentle, REACH)
        self.add(rider)
        self.play(
            Sweep(
                lambda x: rider.put(numbers.tangent(x)),
                between(gentle.point.x, steep.point.x),
                rider,
                rate_func=theme.TRAVEL,
                run_time=theme.MORPH,
            )
        )
        self.play(FadeIn(second, run_time=theme.FADE))
        self.point_at(first.part("m"), second.part("m"))

    def general_chain(self) -> None:
        self.clear_stage()
        numbers, room = self.numbers, self.layout.readable
        upright, choose = self.layout.upright, self.layout.by_shape
        nodes = {
            key: NodeSpec(name, place)
            for (key, name), place in zip(
                (("x", "x"), ("g", "g(x)"), ("f", "f(g(x))")), choose(*CHAIN), strict=True
            )
        }
        diagram = NodeDiagram(room, nodes, [("x", "g"), ("g", "f")])
        for name, color in (("x", theme.RUN), ("f", theme.RISE)):
            diagram.nodes[name].inside.set_color(color)
        diagram.scale(DIAGRAM_GROWTH)
        room.place(room.fit(diagram), *choose((0.5, 0.97), (0.5, 0.97), (0.35, 1.0)))
        self.play(FadeIn(diagram, run_time=theme.FADE))
        inner = in_roles("{{g'(x) : exact}}")
        outer = in_roles("{{f' : exact}}")
        for edge, slope in ((("x", "g"), inner), (("g", "f"), outer)):
            side = RIGHT if upright else DOWN
            slope.next_to(diagram.edges[edge].middle, side, buff=theme.GUTTER)
            self.play(diagram.carry(edge), emerge(slope, diagram.edges[edge]), run_time=theme.STEP)
        rule = in_roles(
            f"(f compose g)'(x) {choose('', '', BREAK)}{{{{= : is}}}} {{{{f' : exact1}}}} "
            "({{g(x) : at}}) dot {{g'(x) : exact2}}",
            theme.TITLE_SIZE,
        )
        rule_at, slip_at = choose(*RULE_LINES)
        room.place(rule, 0.0, rule_at)
        # A question mark, for what the beat before has asked, stands in the open place.
        where = Formula("?", size=theme.TITLE_SIZE).move_to(rule.part("at"))
        self.play(
            FadeIn(rule.without("exact1", "exact2", "at"), where),
            *carry(inner, rule.part("exact2")),
            *carry(outer, rule.part("exact1")),
        )
        # The slope on the arrow says it too.
        read = in_roles("{{f' : exact}} ({{g(x) : at}})").move_to(outer)
        if upright:
            read.align_to(outer, LEFT)
        self.play(
            FadeOut(where, outer, run_time=theme.FADE),
            *carry(diagram.nodes["g"].inside, rule.part("at")),
            FadeIn(read),
        )
        slip = in_roles("{{!= : is}} f'({{x : approx}}) dot g'(x)", theme.TITLE_SIZE)
        slip.without("approx").set_color(theme.MUTED)
        room.place(slip, 0.5, slip_at)
        slip.shift((rule.part("is").get_x() - slip.part("is").get_x()) * RIGHT)
        right, wrong = (
            self._example("m", numbers.nudges[0].u, numbers.slope),
            self._example("approx", numbers.at, numbers.slip),
        )
        where_read = in_roles(f"{{{{x = {spell(numbers.at, 0)} : run}}}}", theme.KEY_SIZE)
        for line, beside in ((right, rule), (wrong, slip)):
            line.move_to(room.at(1.0, 0.0), RIGHT).stand_on(beside.baseline)
            if self.layout.narrow:  # below it
                low = float(beside.get_bottom()[1]) - EXAMPLE_BELOW
                start = float(beside.part("is").get_right()[0]) + theme.LABEL_GAP
                line.move_to((start, low, 0.0), aligned_edge=LEFT)
        where_read.next_to(right, UP, buff=theme.CARD_GAP)
        if self.layout.narrow:
            where_read.next_to(right, RIGHT if upright else LEFT, buff=2 * theme.COLUMN_GAP)
        self.point_at(rule.part("at"))
        self.play(FadeIn(where_read, right, run_time=theme.FADE))
        self.play(FadeIn(slip, run_time=theme.FADE))
        self.play(FadeIn(wrong, run_time=theme.FADE))
        self.point_at(slip.part("approx"), wrong.part("approx"))
        # The condition is spoken: both factors must exist.
        self.point_at(rule.part("exact1"), rule.part("exact2"))
        self.wait(theme.BREATH)

    def _example(self, role: str, inside: float, slope: float) -> Formula:
        """Return the rule in numbers: outer slope, read at ``inside``, times inner slope."""
        return in_roles(
            f"{self.numbers.power} dot {{{{{spell(inside, 0)} : {role}}}}} dot "
            f"{spell(self.numbers.inner_slope, 0)} = {spell(slope, 0)}",
            theme.KEY_SIZE,
        )
