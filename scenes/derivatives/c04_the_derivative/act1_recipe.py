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
    ReplacementTransform,
    Restore,
    Transform,
    VGroup,
)

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.drop import InputDrop
from scenes.components.graph.moving import MovingSecant
from scenes.components.graph.secant import TangentLine
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.plate import on_plate
from scenes.components.motion.attention import dim, undim
from scenes.components.motion.carry import ARC, carry
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.components.text.text import HeadingLines, Words
from scenes.derivatives.c04_the_derivative.props.suspects import Suspects
from scenes.derivatives.c04_the_derivative.props.unknown import HIDING, QuestionDisc
from scenes.layout import Region

FIRST, LAST, TOP = -0.9, (3.7, 4.4, 5.6), 12.5
"""The inputs of the plot, the last one by shape: the name of the rise has room beside its leg. And
how high it shows."""
HEAD = (0.0, 0.22, 0.15)
"""The share of the stage above the plot, for the formula, by shape: a wide plot has it inside."""
NAME_GAP = 0.17
"""The distance of a leg's name from its leg, in frame units."""
QUESTION, SUSPECTS = "When might it fail?", 3
"""What is asked of how many curves."""
ROOM_BELOW = 0.05
"""The share of the stage below the plot, so that the names of its inputs can be read."""


class Recipe(Act):
    """A quotient gets its limit: the derivative, spelled in two ways, if that limit exists."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the curve, and the formulas in the free part of its window."""
        layout = self.layout
        head, plot = layout.headed(layout.by_shape(*HEAD))
        room = Region(plot.left, plot.right, layout.readable.bottom - ROOM_BELOW, plot.top)
        inputs = (FIRST, layout.by_shape(*LAST))
        # Any curve would do here, so the axes have no numbers; "x" is the name of the point.
        self.axes = GraphAxes(
            (*inputs, 1), (0, TOP, 4), room, x_name="", numbers=(None, None), framed=True
        )
        # At the left edge it stays clear of the formulas.
        self.axes.y_axis.set_x(self.axes.window.left)
        self.curve = Curve(
            self.axes, sample(self.numbers.parabola, *inputs), stroke=theme.EXACT_STROKE
        )
        self.recipe = in_roles(
            "{{f'(x) : m}} {{= : equals}} {{lim_(h -> 0) : limit}} "
            "{{f(x + h) - f(x) : rise}} / {{h : run}}",
            size=theme.KEY_SIZE,
        )
        dock = self.axes.window.inset(theme.GUTTER)
        place = head.inset(theme.TICK) if head else dock
        place.inset(theme.GUTTER).fit(self.recipe)
        self.whole, _ = on_plate(self.recipe)
        place.place(VGroup(self.whole, self.recipe), 0.5 if head else 0, 1)
        # The plate grows to the left, part by part, so that it never stands half empty.
        quotient = VGroup(*self.recipe.parts("rise", "run"), *self.recipe.rest())
        self.plate, _ = on_plate(quotient)
        self.wider, *_ = on_plate(quotient, self.recipe.part("limit"))
        self.spelling = in_roles(
            "{{f'(x) : m}} {{= : equals}} {{dif f : rise}} / {{dif x : run}}",
            size=theme.KEY_SIZE,
        )
        self.second, _ = on_plate(self.spelling)
        below = VGroup(self.second, self.spelling)
        below.next_to(self.whole, DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        if head:
            dock.place(below, 0, 1)

    def quotient_gets_its_limit(self) -> None:
        self.scene.show_title()
        numbers, recipe = self.numbers, self.recipe
        gap = Formula("h", size=theme.TABLE_SIZE, color=theme.RUN)
        rise = Formula("f(x + h) - f(x)", size=theme.TABLE_SIZE, color=theme.RISE)
        rig = MovingSecant(self.axes, numbers.recipe_secant, numbers.recipe_gap, gap, rise)
        rig.triangle.gap = NAME_GAP
        rig.set_gap(numbers.recipe_gap)
        here = InputDrop(self.axes, numbers.recipe.point, "x", DOWN)
        self.play(FadeIn(self.axes, here), Create(self.curve), FadeIn(rig), run_time=theme.STEP)
        # The picture gives the quotient its parts, rise above run.
        self.play(FadeIn(self.plate, recipe.rest()), run_time=theme.FADE)
        # In a narrow frame an arc to the right would leave it.
        angle = 0.0 if self.layout.narrow else ARC
        self.play(
            *carry(rise, recipe.part("rise"), angle=angle),
            *carry(gap, recipe.part("run")),
            run_time=theme.WRITE,
        )
        # A leg that vanishes takes its name along, which would stand in the way of the dots.
        first = rig.triangle.run.get_length()

        def leave(*_: object) -> None:
            share = rig.triangle.run.get_length() / first
            for name, least in ((gap, 0.25), (rise, 0.5)):
                name.set_opacity(max(0.0, (share - least) / (1 - least)))

        rig.follow(leave)
        self.play(
            rig.close(numbers.recipe_gap, numbers.hair, run_time=theme.SETTLE),
            Transform(self.plate, self.wider, run_time=theme.WRITE),
            FadeIn(recipe.part("limit"), shift=RIGHT * theme.NUDGE_SHIFT, run_time=theme.WRITE),
        )
        self.tangent = TangentLine(self.axes, numbers.recipe)
        self.play(rig.hand_over(self.tangent, run_time=theme.WRITE))
        self.play(
            emerge(recipe.part("m"), self.tangent.dot),
            FadeIn(recipe.part("equals")),
            Transform(self.plate, self.whole.set_stroke(color=theme.EXACT)),
            run_time=theme.WRITE,
        )
        self.here = here

    def two_spellings(self) -> None:
        recipe, spelling = self.recipe, self.spelling
        run, rise = (
            Formula(f"dif {letter}", size=theme.TABLE_SIZE, color=color)
            for letter, color in (("x", theme.RUN), ("f", theme.RISE))
        )
        # The rise ends on the tangent: d f over d x is its slope, exactly, for any run.
        numbers = self.numbers
        legs = TriangleRig(self.axes, numbers.recipe_legs(numbers.recipe_gap))
        self.play(
            FadeIn(self.second, spelling.part("equals"), spelling.rest()),
            *carry(recipe.part("m"), spelling.part("m")),
            run_time=theme.WRITE,
        )
        # The first spelling has been read. Its limit sign is named last: the plate would cover it.
        self.limit = recipe.part("limit")
        rest = VGroup(self.plate, *recipe.parts("m", "equals", "rise", "run"), *recipe.rest())
        self.play(
            dim(rest, self.limit),
            Create(legs.run),
            run_time=theme.LEAP,
        )
        self.play(Create(legs.rise), run_time=theme.LEAP)
        self.play(
            Sweep(
                lambda length: legs.put(numbers.recipe_legs(length)),
                between(numbers.recipe_gap, numbers.small_run),
                legs,
                run_time=theme.WRITE,
                rate_func=theme.TRAVEL,
            )
        )
        named = TriangleRig(
            self.axes, numbers.recipe_legs(numbers.small_run), run, rise, gap=NAME_GAP
        )
        self.play(FadeIn(*named.tags), run_time=theme.LEAP)
        self.play(*carry(rise, spelling.part("rise")), run_time=theme.MORPH)
        self.play(*carry(run, spelling.part("run")), run_time=theme.MORPH)
        self.wait(theme.FADE)
        self.point_at(spelling.part("rise"), spelling.part("run"))
        self.legs = VGroup(legs.run, legs.rise, run, rise)

    def small_print_underlined(self) -> None:
        words = Words("if the limit exists", size=theme.CONCLUSION_SIZE)
        words.next_to(self.whole, DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        low = words.get_bottom()[1] - theme.LABEL_GAP / 2
        rule = Line(
            (words.get_left()[0], low, 0.0),
            (words.get_right()[0], low, 0.0),
            stroke_color=theme.INK,
            stroke_width=theme.APPROX_STROKE,
        )
        leaving = (self.axes, self.legs, self.second, self.spelling, self.here)
        self.play(FadeOut(*leaving), run_time=theme.LEAP)
        self.play(
            undim(self.limit),
            FadeIn(words, shift=DOWN * theme.NUDGE_SHIFT),
            run_time=theme.FADE,
        )
        self.point_at(self.limit)
        self.play(Create(rule, run_time=theme.LEAP))
        # On this curve the limit exists: the doubt leaves it for three others.
        doubt = QuestionDisc(self.tangent.dot.get_center(), HIDING, theme.TITLE_SIZE)
        self.play(FadeIn(doubt, scale=theme.BOX_GROWTH), run_time=theme.LEAP)
        below = self.layout.stage
        edge = float(self.whole.get_left()[0])
        room = Region(edge, -edge, below.bottom, low - theme.CARD_GAP)
        rooms = self._rooms(room)
        suspects = Suspects(self.numbers, rooms[:SUSPECTS])
        # They lie on stage below the discs from the beginning, and are not seen yet.
        pictures = VGroup(suspects.panes, suspects.curves)
        pictures.save_state()
        self.add(pictures.set_stroke(opacity=0.0))
        self.scene.add_foreground_mobjects(doubt)
        self.play(FadeOut(self.curve, self.tangent), Restore(pictures), run_time=theme.FADE)
        self.scene.remove_foreground_mobjects(doubt)
        self.play(
            *(ReplacementTransform(doubt.copy(), disc) for disc in suspects.discs[:-1]),
            ReplacementTransform(doubt, suspects.discs[-1]),
            run_time=theme.STEP,
            rate_func=theme.TRAVEL,
        )
        if self.layout.narrow:
            lines = HeadingLines(QUESTION, rooms[-1].width, theme.CONCLUSION_SIZE)
            self.ask(self.layout.above_captions(rooms[-1]).place(lines))
            return
        question = Words(QUESTION, size=theme.CONCLUSION_SIZE)
        question.stand_on(words.baseline).shift((room.right - question.get_right()[0]) * RIGHT)
        self.ask(question)

    def _rooms(self, room: Region) -> list[Region]:
        """Return a room for each curve in doubt, and in a narrow frame one for the question."""
        gap = theme.CARD_GAP
        if not self.layout.narrow:
            return list(room.columns(1, 1, 1, gap=gap))
        return [part for row in room.rows(1, 1, gap=gap) for part in row.columns(1, 1, gap=gap)]
