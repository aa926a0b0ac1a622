"""Clip 05b, third act: the rule in symbols, from a box within a box, with two quick checks."""

from __future__ import annotations

from manim import (
    DOWN,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
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
from scenes.components.motion.emerge import emerge
from scenes.components.rigs.node_diagram import NodeDiagram, NodeSpec
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c05b_rules_the_chain.props.capsule import BoxedPower
from scenes.notation import typst

WINDOW = ((-0.25, 1.25, 0.25), (-50.0, 600.0, 100.0))
"""The window holds both checks: slopes can be compared by eye only on one scale."""
WINDOW_DECIMALS = 2
CHECK_COLUMNS = (1.5, 1)
"""Widths of the graph and of the computations beside it."""


class NestedBoxes(Act):
    """The outer slope leaves the inner box whole; the inner slope is appended."""

    numbers: Numbers

    def inner_box_stays_whole(self) -> None:
        self.clear_stage()
        numbers, full = self.numbers, self.layout.full
        inside, name = typst(numbers.inner.expression), typst(numbers.outer.variable)
        power = numbers.power
        before = full.place(BoxedPower(inside, name, str(power)), 0.5, 0.93)
        after = BoxedPower(inside, name, str(power - 1), str(power))
        full.place(after, 0.5, 0.53)
        after.shift((before.capsule.get_x() - after.capsule.get_x()) * RIGHT)
        for part in (after.factor, after.exponent):
            part.set_color(theme.EXACT)
        outer_box = before.wrap()
        # The text beside the shut box tells what its letter stands for.
        inner_is = Formula(f"{name} = {inside}", size=theme.FORMULA_SIZE)
        inner_is.next_to(outer_box, RIGHT, buff=theme.COLUMN_GAP).stand_on(before.baseline)
        self.play(FadeIn(before))
        self.play(Create(outer_box))
        self.play(before.capsule.shut(), emerge(inner_is, before.capsule.content))
        after.capsule.put_lid()
        self.play(
            TransformFromCopy(before.capsule, after.capsule),
            TransformFromCopy(before.exponent, after.factor, path_arc=PI / 3),
            run_time=theme.MORPH,
        )
        outer = self._below(after, "outer slope")
        self.play(FadeIn(after.exponent, outer), run_time=theme.FADE)
        self.play(
            FadeOut(inner_is, target_position=before.capsule, scale=theme.SEED),
            before.capsule.open(),
            after.capsule.open(),
        )
        tail = in_roles(f"dot {{{{{spell(numbers.inner_slope, 0)} : m}}}}", theme.TITLE_SIZE)
        tail.next_to(after.capsule, RIGHT, buff=theme.COLUMN_GAP).stand_on(after.baseline)
        inner = self._below(tail.part("m"), "inner slope")
        inner.shift((outer.brace.get_y() - inner.brace.get_y()) * UP)
        self.play(emerge(tail, before.capsule.content))
        self.play(FadeIn(inner, run_time=theme.FADE))
        self.rule = in_roles(
            f"{{{{= : is}}}} {{{{{spell(numbers.check_factor, 0)} : exact1}}}} "
            f"({{{{{inside} : in}}}})^{{{{{power - 1} : exact2}}}}",
            theme.TITLE_SIZE,
        )
        full.place(self.rule, 0.5, 0.04)
        self.point_at(after.factor, tail.part("m"))
        self.play(FadeIn(self.rule, shift=DOWN * theme.NUDGE_SHIFT))

    def _below(self, span: VGroup, words: str) -> SpanBrace:
        # A brace that is too short does not look like one.
        air = max(0.0, theme.LENS_RADIUS - span.width) / 2 * RIGHT
        left, right = span.get_corner(DOWN - RIGHT) - air, span.get_corner(DOWN + RIGHT) + air
        brace = SpanBrace(left, right, Words(words, color=theme.MUTED), color=theme.MUTED)
        return brace.shift(theme.TICK * DOWN)

    def two_quick_checks(self) -> None:
        numbers, full = self.numbers, self.layout.full
        whole = in_roles(
            f"(({typst(numbers.inner.expression)})^{numbers.power})' = "
            f"{{{{{typst(numbers.factored_slope)} : m}}}}"
        )
        full.place(whole, 0.5, 1.0)
        self.clear_stage(self.rule)
        self.play(
            FadeOut(self.rule.part("is"), run_time=theme.FADE),
            ReplacementTransform(self.rule.without("is"), whole.part("m")),
            FadeIn(whole.without("m")),
        )
        self.add(whole)
        left, right = full.part(0.02, 1.0, 0.0, 0.86).columns(*CHECK_COLUMNS, gap=theme.COLUMN_GAP)
        axes = GraphAxes(*WINDOW, left, numbers=(WINDOW_DECIMALS, 0), x_name="", y_name="")
        curve = Curve(axes, sample(numbers.chained, *WINDOW[0][:2]))
        self.play(FadeIn(axes), Create(curve), run_time=theme.WRITE)
        for tangent, inside in zip(numbers.checks, numbers.check_insides, strict=True):
            line = in_roles(
                f"{{{{x = {spell(tangent.point.x, 0)} : run}}}} : quad "
                f"{spell(numbers.check_factor, 0)} dot {spell(inside, 0)}^{numbers.power - 1} = "
                f"{{{{{spell(tangent.slope, 0)} : m}}}}",
                theme.FORMULA_SMALL_SIZE,
            )
            # Each line stands at the height of its point.
            right.place(line, 0.0).set_y(axes.map(*tangent.point)[1])
            touch = WindowTangent(axes, tangent, theme.TANGENT_REACH)
            self.play(FadeIn(line.without("m"), run_time=theme.FADE))
            self.play(FadeIn(touch, line.part("m")))

    def general_chain(self) -> None:
        self.clear_stage()
        full = self.layout.full
        nodes = {
            "x": NodeSpec("x", (0.14, 0.84)),
            "g": NodeSpec("g(x)", (0.48, 0.84)),
            "f": NodeSpec("f(g(x))", (0.85, 0.84)),
        }
        diagram = NodeDiagram(full, nodes, [("x", "g"), ("g", "f")])
        for name, color in (("x", theme.RUN), ("f", theme.RISE)):
            diagram.nodes[name].inside.set_color(color)
        self.play(FadeIn(diagram))
        inner = in_roles("{{g'(x) : exact}}")
        outer = in_roles("{{f' : exact}}")
        for edge, slope in ((("x", "g"), inner), (("g", "f"), outer)):
            slope.next_to(diagram.edges[edge].middle, DOWN, buff=theme.GUTTER)
            self.play(diagram.carry(edge), emerge(slope, diagram.edges[edge]))
        rule = in_roles(
            "(f compose g)'(x) {{= : is}} {{f' : exact1}} ({{g(x) : at}}) dot {{g'(x) : exact2}}",
            theme.TITLE_SIZE,
        )
        full.place(rule, 0.5, 0.5)
        # A question mark, for what the beat before has asked, stands in the open place.
        where = Formula("?", size=theme.TITLE_SIZE).move_to(rule.part("at"))
        self.play(
            FadeIn(rule.without("exact1", "exact2", "at"), where),
            fly(inner, rule.part("exact2")),
            fly(outer, rule.part("exact1")),
        )
        self.play(
            FadeOut(where, run_time=theme.FADE), fly(diagram.nodes["g"].inside, rule.part("at"))
        )
        self.point_at(rule.part("at"))
        slip = in_roles("{{!= : is}} f'({{x : approx}}) dot g'(x)", theme.TITLE_SIZE)
        slip.without("approx").set_color(theme.MUTED)
        full.place(slip, 0.5, 0.3)
        slip.shift((rule.part("is").get_x() - slip.part("is").get_x()) * RIGHT)
        condition = VGroup(
            Words("needs", size=theme.FORMULA_SMALL_SIZE, color=theme.MUTED),
            in_roles("{{g'(x) : exact1}}", theme.FORMULA_SMALL_SIZE),
            Words("and", size=theme.FORMULA_SMALL_SIZE, color=theme.MUTED),
            in_roles("{{f'(g(x)) : exact1}}", theme.FORMULA_SMALL_SIZE),
        ).arrange(RIGHT, buff=theme.LABEL_GAP)
        full.place(condition, 0.1, 0.12)
        self.play(FadeIn(slip, run_time=theme.FADE))
        self.point_at(slip.part("approx"))
        self.play(FadeIn(condition, run_time=theme.FADE))
        self.wait(theme.BREATH)
