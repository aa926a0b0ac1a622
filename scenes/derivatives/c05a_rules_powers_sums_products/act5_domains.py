"""Clip 05a, fifth act: a constant, and one over x and the root as powers."""

from __future__ import annotations

from dataclasses import dataclass

from manim import DOWN, RIGHT, Create, FadeIn, FadeOut, Line, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, OpenDot, SolidDot
from scenes.components.motion.carry import ARRIVAL, late
from scenes.components.motion.sweep import Sweep, between, hop
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.foot_triangle import FootTriangle
from scenes.derivatives.c05a_rules_powers_sums_products.props.level_step import LevelStep
from scenes.notation import typst

SPANS = (
    ((-3.4, 6.4, 2.0), (-2.2, 2.8, 1.0)),
    ((-2.8, 5.4, 2.0), (-3.6, 4.0, 2.0)),
    ((-2.4, 4.4, 2.0), (-5.0, 5.0, 2.0)),
)
"""The window in a wide, in a square and in an upright frame, and its ticks; both axes have one
unit, so that a slope can be seen."""
NAME_AT = ((0.17, 0.72), (0.68, 0.88), (0.68, 0.9))
"""Where the middle of the function's name stands in the window, as shares."""
RULE_AT = ((0.36, 1.0, 0.06, 0.34), (0.4, 1.0, 0.06, 0.38), (0.4, 1.0, 0.05, 0.38))
"""The part of the window for the rule: below the axis, at the right of zero."""
HEAD = 0.13
"""The share of an upright stage above the graph, for the rule."""
SIGN_ROOM = 0.03
"""What the signs of the numbers take at the left of the graph, as a share of its width."""
LEVEL_STEPS = (0.4, 2.6)
"""Where the step under the level line begins, at first and at last."""


@dataclass(frozen=True, slots=True)
class PowerWords:
    """A power that is no whole positive one.

    Attributes
    ----------
    function
        The power itself.
    exponents
        Its exponent, and that of its slope.
    condition
        Which inputs have a slope, in Typst mathematics.
    legs
        What the rise below its tangent is called, and each equal part of the run.
    quotient
        The one divided by the other, with its sign.
    pieces
        The stretches over which the curve is drawn; one that begins at zero has a point there.
    way
        From where to where the tangent slides.
    """

    function: Function
    exponents: tuple[str, str]
    condition: str
    legs: tuple[str, tuple[str, ...]]
    quotient: str
    pieces: tuple[tuple[float, float], ...]
    way: tuple[float, float]


class Domains(Act):
    """The rule of powers at its edges: no rise at all, never zero, only positive inputs."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the one pair of axes on which the three functions follow each other."""
        layout = self.layout
        self.head, plot = layout.headed(HEAD) if layout.upright else (None, layout.stage)
        self.axes = GraphAxes(
            *layout.by_shape(*SPANS),
            plot.part(SIGN_ROOM, 1.0, 0.0, 1.0),
            equal=True,
            y_name="",
            grid=False,
            framed=True,
        )
        self.size = theme.KEY_SIZE if layout.upright else theme.TITLE_SIZE

    def constant_stays_flat(self) -> None:
        self.clear_stage(run_time=theme.LEAP)
        shown = self._constant()
        numbers = self.numbers
        for words in (
            PowerWords(
                numbers.reciprocal,
                ("-1", "-2"),
                "x != 0",
                ("1 / x", ("x",)),
                "- {{1 \\/ x : rise}} / {{x : run}}",
                numbers.branches,
                (0.55, 0.8),
            ),
            PowerWords(
                numbers.root,
                ("1/2", "-1/2"),
                "x > 0",
                ("sqrt(x)", ("x", "x")),
                "{{sqrt(x) : rise}} / {{x + x : run}}",
                ((0.0, numbers.root_end),),
                (1.0, 2.0),
            ),
        ):
            shown = self._power(words, shown)
        self.wait(theme.LEAP)

    def _constant(self) -> VGroup:
        """Show the level line with a step that rises nowhere, and return what leaves next."""
        numbers, axes = self.numbers, self.axes
        (first, last, _), _ = axes.spans
        told = spell(numbers.flat.value(0.0), 0)
        curve = Curve(axes, sample(numbers.flat, first, last), stroke=theme.EXACT_STROKE)
        name = self._name(f"f = {told}")
        rule = self._place(in_roles(f"({told})' {{{{= : is}}}} {{{{0 : exact}}}}", size=self.size))
        step = LevelStep(axes, numbers, LEVEL_STEPS[0])
        self.play(FadeIn(axes, name), Create(curve), run_time=theme.FADE)
        self.play(FadeIn(step, run_time=theme.LEAP))
        self.play(
            Sweep(step.slide, between(*LEVEL_STEPS), step, run_time=theme.MORPH),
            FadeIn(rule, rate_func=late(ARRIVAL / 2), run_time=theme.MORPH),
        )
        self.wait(theme.STEP)
        return VGroup(curve, name, rule, step)

    def _power(self, words: PowerWords, before: VGroup) -> VGroup:
        """Show a power in the place of what stood there, and let its exponent step down."""
        axes, f = self.axes, words.function
        (power, left), limits = words.exponents, axes.spans[0]
        curve = VGroup(
            *(
                Curve(
                    axes,
                    sample(f, max(start, limits[0]), min(end, limits[1])),
                    stroke=theme.EXACT_STROKE,
                )
                for start, end in words.pieces
            )
        )
        name = self._name(f"{typst(f.expression)} = x^({power})")
        inputs = self._inputs(words)
        rule = in_roles(
            f"(x^({{{{{power} : exact0}}}}))' {{{{= : is}}}} {{{{{power} : exact1}}}} thin "
            f"x^({{{{{left} : left}}}})",
            size=self.size,
        )
        note = Formula(words.condition, size=theme.FORMULA_SIZE, color=theme.RUN)
        self._place(rule, note)
        sign, stepped = rule.part("is"), rule.part("exact1")
        last = VGroup(*(one for one in rule if one.get_left()[0] > stepped.get_right()[0]))
        quotient = in_roles(f"{{{{= : is}}}} {words.quotient}", size=self.size)
        quotient.shift(sign.get_center() - quotient.part("is").get_center())
        triangle = FootTriangle(axes, self.numbers, f, words.legs, words.way[0])
        self.play(
            FadeOut(before),
            FadeIn(name, inputs, note, rate_func=late(ARRIVAL / 2)),
            *(Create(piece) for piece in curve),
            run_time=theme.FADE,
        )
        self.play(
            FadeIn(triangle, VGroup(*(one for one in rule if one.get_x() < sign.get_x()))),
            run_time=theme.LEAP,
        )
        self.play(
            Sweep(
                triangle.put,
                between(*words.way),
                triangle,
                run_time=theme.WRITE,
                rate_func=theme.TRAVEL,
            ),
            FadeIn(quotient, run_time=theme.WRITE),
        )
        self.wait(theme.FADE)
        moving = rule.part("exact0").copy()
        self.remove(quotient.part("is"))
        self.add(sign)
        self.play(
            FadeOut(quotient.without("is"), run_time=theme.LEAP),
            FadeIn(last),
            hop(moving, stepped),
        )
        self.remove(moving)
        self.add(rule)
        return VGroup(curve, name, inputs, note, rule, triangle)

    def _inputs(self, words: PowerWords) -> VGroup:
        """Light the inputs with a slope on the lower edge of the window; zero is left out."""
        (first, last, _), _ = self.axes.spans
        low = self.axes.crossing[1]
        begin = first if words.pieces[0][0] < 0 else 0.0
        lit = Line(
            self.axes.map(begin, low),
            self.axes.map(last, low),
            stroke_color=theme.RUN,
            stroke_width=theme.NUDGE_STROKE,
        )
        ring = OpenDot(self.axes.map(0.0, low), color=theme.RUN, radius=theme.HOLE_RADIUS)
        beginnings = (
            SolidDot(self.axes.map(start, words.function.value(start)), color=theme.FUNC)
            for start, _ in words.pieces
            if start == 0
        )
        return VGroup(lit, ring, *beginnings)

    def _name(self, told: str) -> Formula:
        """Write the name of the function into the free corner of the window."""
        name = Formula(told, size=theme.KEY_SIZE, color=theme.FUNC)
        return name.move_to(self.axes.window.at(*self.layout.by_shape(*NAME_AT)))

    def _place(self, rule: Formula, note: Formula | None = None) -> Formula:
        """Place a rule and its condition below the axis; the rule of an upright frame at the top.

        Parameters
        ----------
        rule
            The slope of the function.
        note
            Which inputs it serves.
        """
        room = self.axes.window.part(*self.layout.by_shape(*RULE_AT))
        if self.head:
            self.head.place(self.head.fit(rule), 0.5, 0.5)
            if note:
                note.move_to(room.center)
            return rule
        both = VGroup(rule) if note is None else VGroup(rule, note)
        if self.layout.narrow:
            both.arrange(DOWN, buff=theme.CARD_GAP)
        else:
            both.arrange(RIGHT, buff=theme.COLUMN_GAP)
        room.place(room.fit(both))
        return rule
