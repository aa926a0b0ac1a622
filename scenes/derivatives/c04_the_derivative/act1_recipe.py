"""Clip 04, first act: the recipe of the derivative, its two spellings and its condition."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    Line,
    SurroundingRectangle,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.drop import InputDrop
from scenes.components.graph.secant import SecantRig, TangentLine
from scenes.components.graph.triangle import TriangleRig
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words


class Recipe(Act):
    """A quotient gets its limit: the derivative, spelled in two ways, if that limit exists."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the curve with its secant, and the formula in the place it will keep."""
        picture, algebra = self.layout.full.columns(1, 1.15, gap=theme.COLUMN_GAP)
        self.algebra = algebra
        # Any curve would do here, so the axes have no numbers.
        self.axes = GraphAxes((-0.9, 3.3, 1), (-1.6, 9, 2), picture, numbers=(None, None))
        self.curve = Curve(self.axes, sample(self.numbers.parabola, -0.9, 3.3))
        self.recipe = in_roles(
            "{{f'(x) : m}} {{= : equals}} {{lim_(h -> 0) : limit}} "
            "{{f(x + h) - f(x) : rise}} / {{h : run}}",
            size=theme.FORMULA_SMALL_SIZE,
        )
        algebra.place(self.recipe, 0.5, 0.6)
        self.spelling = in_roles(
            "{{f'(x) : m}} {{= : equals}} {{dif f : rise}} / {{dif x : run}}",
            size=theme.TITLE_SIZE,
        )
        algebra.place(self.spelling, 0.5, 0.16)

    def quotient_gets_its_limit(self) -> None:
        self.scene.show_title()
        numbers, recipe = self.numbers, self.recipe
        gap = Formula("h", size=theme.LABEL_SIZE, color=theme.RUN)
        rig = SecantRig(self.axes, numbers.recipe_secant, numbers.recipe_gap, run_label=gap)
        here = InputDrop(self.axes, numbers.recipe.point, "x", LEFT)
        self.play(FadeIn(self.axes, here), Create(self.curve), FadeIn(rig), run_time=theme.STEP)
        # The picture gives the quotient its parts, rise above run.
        self.play(
            emerge(recipe.part("rise"), rig.triangle.rise),
            emerge(recipe.part("run"), rig.triangle.run),
            FadeIn(recipe.rest()),
            run_time=theme.WRITE,
        )
        # A leg that vanishes takes its name along, which would stand in the way of the dots.
        rig.follow(lambda *_: gap.set_opacity(min(1.0, rig.triangle.run.get_length() / gap.width)))
        self.play(
            rig.close(numbers.recipe_gap, numbers.hair, run_time=theme.SETTLE),
            FadeIn(recipe.part("limit"), shift=RIGHT * theme.NUDGE_SHIFT, run_time=theme.WRITE),
        )
        self.tangent = TangentLine(self.axes, numbers.recipe)
        self.play(rig.hand_over(self.tangent, run_time=theme.WRITE))
        self.box = SurroundingRectangle(
            recipe,
            color=theme.EXACT,
            buff=theme.GUTTER,
            corner_radius=theme.CORNER,
            stroke_width=theme.FRAME_STROKE,
        )
        self.play(
            emerge(recipe.part("m"), self.tangent.dot),
            FadeIn(recipe.part("equals")),
            run_time=theme.WRITE,
        )
        self.play(Create(self.box))
        self.here = here

    def two_spellings(self) -> None:
        recipe, spelling, numbers = self.recipe, self.spelling, self.numbers
        legs = TriangleRig(self.axes, numbers.recipe_secant(numbers.small_gap).triangle)
        boxed = VGroup(recipe, self.box)
        self.play(
            boxed.animate.shift(self.algebra.at(0.5, 0.8) - recipe.get_center()),
            run_time=theme.STEP,
        )
        self.play(
            TransformFromCopy(recipe.part("m"), spelling.part("m")),
            FadeIn(spelling.part("equals")),
            animated(self.tangent.line).set_stroke(opacity=theme.GHOST),
            run_time=theme.MORPH,
        )
        self.play(FadeIn(legs))
        # The second spelling keeps the shape of the quotient, letter by letter.
        self.play(
            emerge(spelling.part("rise"), recipe.part("rise")),
            FadeIn(spelling.rest()),
            emerge(spelling.part("run"), recipe.part("run")),
            run_time=theme.MORPH,
        )
        self.wait(theme.HOLD)
        self.point_at(spelling.part("rise"), legs.rise)
        self.point_at(spelling.part("run"), legs.run)
        self.legs = legs

    def small_print_underlined(self) -> None:
        recipe = self.recipe
        words = Words("if the limit exists", size=theme.FORMULA_SMALL_SIZE)
        words.next_to(self.box, DOWN, buff=theme.CARD_GAP)
        low = words.get_bottom()[1] - theme.LABEL_GAP / 2
        rule = Line(
            (words.get_left()[0], low, 0.0),
            (words.get_right()[0], low, 0.0),
            stroke_color=theme.INK,
            stroke_width=theme.APPROX_STROKE,
        )
        dimmed = VGroup(self.spelling, *recipe.parts("m", "equals", "rise", "run"), recipe.rest())
        graph = VGroup(self.axes, self.curve, self.tangent, self.here)
        self.play(
            graph.animate.fade(1 - theme.DIM),
            dimmed.animate.set_opacity(theme.DIM),
            FadeOut(self.legs),
            FadeIn(words, shift=DOWN * theme.NUDGE_SHIFT),
        )
        self.play(Create(rule, run_time=theme.WRITE))
        self.point_at(recipe.part("limit"))
