"""Clip 05a, second act: a cube, n brackets, and the exponent that steps down."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    PI,
    Create,
    FadeIn,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from mathcore.curves import sample
from scenes import theme
from scenes.components.axes import GraphAxes
from scenes.components.cube import GrowingCube
from scenes.components.curve import Curve
from scenes.components.formula import Formula, Morph
from scenes.components.motion import Sweep, animated, between
from scenes.components.numeral import spell
from scenes.components.roles import in_roles
from scenes.components.triangle import TriangleRig
from scenes.derivatives.c05a_square import Square

BRACKETS = 4


class Pattern(Square):
    """From squares to every power: pick one nudge from each bracket in turn."""

    def cube_grows(self) -> None:
        self.clear_stage()
        cube = GrowingCube(theme.CUBE_SIDE, theme.CUBE_NUDGE, 0.0, self.picture.at(0.22, 0.2))
        self.play(FadeIn(cube.core))
        self.play(FadeIn(cube.slabs, cube.bars, cube.corner))
        self.play(Sweep(cube.set_gap, between(0.0, theme.CUBE_GAP), cube))
        terms = self._write("{{3 x^2 dif x : rise}} + {{3 x thin dif x^2 + dif x^3 : approx}}")
        self.play(TransformFromCopy(cube.slabs, terms.part("rise")))
        self.play(
            TransformFromCopy(VGroup(*cube.bars, *cube.corner), terms.part("approx")),
            FadeIn(terms.rest()),
        )
        self.play(
            animated(VGroup(*cube.bars, *cube.corner)).set_opacity(theme.DIM),
            animated(terms.part("approx")).set_opacity(theme.DIM),
        )

    def brackets_pick_one_nudge(self) -> None:
        self.clear_stage()
        factors = " ".join(
            f"({{{{x : x{place}}}}} + {{{{dif x : d{place}}}}})" for place in range(BRACKETS)
        )
        product = Formula(f"{factors} thin dots.c", size=theme.FORMULA_SIZE)
        self.layout.full.place(product, 0.5, 0.85)
        self.play(FadeIn(product))
        rows = VGroup()
        for picked in range(BRACKETS):
            choice = [
                product.part(f"{'d' if place == picked else 'x'}{place}")
                for place in range(BRACKETS)
            ]
            term = in_roles("x dots.c x thin {{dif x : run}}", size=theme.FORMULA_SMALL_SIZE)
            self.layout.full.place(term, 0.5, 0.62).shift(DOWN * picked * theme.WIDE_PITCH)
            self.play(
                *(animated(part).set_color(theme.EXACT) for part in choice[:picked]),
                *(animated(part).set_color(theme.EXACT) for part in choice[picked + 1 :]),
                animated(choice[picked]).set_color(theme.RUN),
                FadeIn(term, shift=DOWN * theme.NUDGE_SHIFT),
                run_time=theme.WRITE,
            )
            self.play(
                *(animated(part).set_color(theme.INK) for part in choice), run_time=theme.FADE
            )
            rows.add(term)
        total = in_roles("{{n : m}} thin x^(n - 1) {{dif x : run}}", size=theme.CONCLUSION_SIZE)
        self.layout.full.place(total, 0.5, 0.2)
        self.play(
            ReplacementTransform(rows, total),
            run_time=theme.MORPH,
        )

    def exponent_hops_down(self) -> None:
        self.clear_stage()
        rows = self.layout.full.part(0.25, 0.75, 0.1, 0.95).rows(*[1] * len(self.numbers.powers))
        for (power, _), row in zip(self.numbers.powers.items(), rows, strict=True):
            before = Formula(f"x^{{{{{power} : hop}}}}", size=theme.CONCLUSION_SIZE)
            source = (
                f"{{{{{power} : hop}}}} x^{power - 1}"
                if power > 2
                else (f"{{{{{power} : hop}}}} x" if power > 1 else f"{{{{{power} : hop}}}}")
            )
            after = Formula(source, size=theme.CONCLUSION_SIZE, colors={"hop": theme.EXACT})
            arrow = Formula("->", size=theme.CONCLUSION_SIZE, color=theme.MUTED)
            row.place(before, 0.1, 0.5)
            row.place(arrow, 0.45, 0.5)
            row.place(after, 0.8, 0.5).align_to(row.at(0.72, 0.5), LEFT)
            after.stand_on(before.baseline)
            moving = before.copy().move_to(after, aligned_edge=LEFT).stand_on(before.baseline)
            self.play(FadeIn(before, run_time=theme.FADE))
            self.play(FadeIn(arrow), TransformFromCopy(before, moving), run_time=theme.FADE)
            self.play(Morph(moving, after, path_arc=PI / 2, run_time=theme.WRITE))

    def constant_stays_flat(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        axes = GraphAxes((-1, 8, 1), (-1, 7, 1), self.layout.left, equal=True)
        level = Curve(axes, sample(numbers.flat, 0, 8))
        nudge = TriangleRig(
            axes,
            numbers.flat_triangle,
            Formula("dif x", size=theme.LABEL_SIZE, color=theme.RUN),
        )
        self.play(FadeIn(axes), Create(level))
        self.play(FadeIn(nudge))
        rule = in_roles(f"({spell(numbers.flat.value(0.0), 0)})' = {{{{0 : exact}}}}")
        self.layout.right.place(rule, 0.0, 0.75)
        notes = VGroup(
            in_roles("1/x : quad {{x != 0 : run}}", size=theme.FORMULA_SMALL_SIZE),
            in_roles("sqrt(x) : quad {{x > 0 : run}}", size=theme.FORMULA_SMALL_SIZE),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.layout.right.place(notes, 0.0, 0.35)
        self.play(FadeIn(rule))
        for note in notes:
            self.play(FadeIn(note))
