"""Clip 05a: powers, multiples, sums and products, each from a picture of what grows."""

from __future__ import annotations

from typing import ClassVar

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    FadeIn,
    FadeOut,
    TransformFromCopy,
    VGroup,
)

from scenes import theme
from scenes.components.formula import Formula
from scenes.components.motion import Sweep, log_way
from scenes.components.pictures import rules_picture
from scenes.components.roles import in_roles
from scenes.components.square import GrowingRectangle
from scenes.derivatives.c05a_layers import Layers
from scenes.notation import typst


class RulesPowersSumsProducts(Layers):
    """The last rule: a product grows along two sides."""

    accepted: ClassVar = {
        ("cube_grows", "contrast"): "faces of one solid are shades of its colour",
    }

    def rectangle_grows_two_ways(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first = numbers.products[1]
        unit = theme.AREA_SIDE / first.v
        block = GrowingRectangle(
            (first.u * unit, first.v * unit),
            (first.du * unit, first.dv * unit),
            self.layout.full.at(0.14, 0.18),
        )
        marks = VGroup(
            block.brace_bottom("u", "dif u"),
            block.brace_left("v", "dif v"),
        )

        def stretch(dx: float) -> None:
            now = numbers.product(dx)
            block.set_nudges(now.du * unit, now.dv * unit)

        name = Formula("u v", size=theme.FORMULA_SMALL_SIZE).move_to(block.core)
        self.play(FadeIn(block.core, marks[0][0], marks[1][0], name))
        first_nudge, last_nudge = numbers.nudges[1], numbers.nudges[-1]
        stretch(last_nudge)
        self.add(*block.pieces)
        self.play(Sweep(stretch, log_way(last_nudge, first_nudge), block))
        self.play(FadeIn(marks[0][1], marks[1][1]))
        growth = in_roles(
            "dif (u v) = {{u thin dif v : rise1}} + {{v thin dif u : rise2}}"
            " + {{dif u thin dif v : approx}}",
            size=theme.FORMULA_SMALL_SIZE,
        )
        areas = VGroup(
            in_roles("{{u thin dif v : rise}}", size=theme.LABEL_SIZE).next_to(
                block.top_sliver, UP, buff=theme.LABEL_GAP
            ),
            in_roles("{{v thin dif u : rise}}", size=theme.LABEL_SIZE).next_to(
                block.right_sliver, RIGHT, buff=theme.LABEL_GAP
            ),
            in_roles("{{dif u thin dif v : approx}}", size=theme.LABEL_SIZE).next_to(
                block.corner, RIGHT, buff=theme.LABEL_GAP
            ),
        )
        top, right, corner = areas
        self.play(FadeIn(areas))
        algebra = self.layout.full.part(0.5, 1.0, 0.0, 1.0)
        algebra.place(growth, 0.0, 0.8)
        self.play(
            TransformFromCopy(top.part("rise"), growth.part("rise1")),
            TransformFromCopy(right.part("rise"), growth.part("rise2")),
            FadeIn(growth.rest()),
        )
        # Round below the terms that stand between.
        self.play(TransformFromCopy(corner.part("approx"), growth.part("approx"), path_arc=-PI / 2))
        self.play(FadeOut(marks[0][1], marks[1][1], areas))

        self.play(
            Sweep(stretch, log_way(first_nudge, last_nudge), block, run_time=theme.SETTLE),
        )
        self.play(growth.part("approx").animate.set_opacity(theme.DIM))
        rule = in_roles("(u v)' = {{u v' : exact1}} + {{v u' : exact2}}")
        algebra.place(rule, 0.0, 0.5)
        self.play(
            TransformFromCopy(growth.part("rise1"), rule.part("exact1")),
            TransformFromCopy(growth.part("rise2"), rule.part("exact2")),
            FadeIn(rule.rest()),
        )
        self.rule = rule

    def product_checked(self) -> None:
        numbers = self.numbers
        self.clear_stage(self.rule)
        self.play(self.rule.animate.move_to(self.layout.full.at(0.5, 0.9)))
        u, v = (typst(f.expression) for f in (numbers.left_factor, numbers.right_factor))
        du, dv = (
            typst(f.derivative_expression) for f in (numbers.left_factor, numbers.right_factor)
        )
        lines = VGroup(
            in_roles(
                f"({u} dot {v})' {{{{= : equals}}}} {{{{{u} dot {dv} : exact1}}}}"
                f" + {{{{{v} dot {du} : exact2}}}}"
            ),
            in_roles(
                "= "
                + " + ".join(
                    f"{{{{{typst(term)} : exact{place}}}}}"
                    for place, term in enumerate(numbers.product_terms)
                )
            ),
            in_roles(f"= {{{{{typst(numbers.product_slope)} : exact}}}} = (x^5)'"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.COLUMN_GAP)
        self.layout.full.place(lines, 0.5, 0.5)
        for line in lines[1:]:
            line.align_to(lines[0].part("equals"), LEFT)
        for line in lines:
            self.play(FadeIn(line, shift=DOWN * theme.NUDGE_SHIFT))
            self.wait(theme.FADE)
        self.point_at(lines[-1])
        self.wait(theme.FADE)
        self.clear_stage()
        self.leave_tile("rules", rules_picture())
