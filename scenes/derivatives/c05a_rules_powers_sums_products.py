"""Clip 05a: powers, multiples, sums and products, each from a picture of what grows."""

from __future__ import annotations

from typing import ClassVar

from manim import (
    DOWN,
    LEFT,
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
from scenes.components.term_rows import NOTHING, TermRows
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
            block.brace_bottom("u", "Delta u"),
            block.brace_left("v", "Delta v"),
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
        terms = (
            ("u thin Delta v", "rise", "u thin v'"),
            ("v thin Delta u", "rise", "v thin u'"),
            ("Delta u thin Delta v", "approx", NOTHING),
        )
        top, right, corner = areas = VGroup(
            *(
                in_roles(f"{{{{{term} : {role}}}}}", size=theme.LABEL_SIZE).next_to(
                    piece, side, buff=theme.LABEL_GAP
                )
                for (term, role, _), (piece, side) in zip(
                    terms,
                    ((block.top_sliver, UP), (block.right_sliver, RIGHT), (block.corner, RIGHT)),
                    strict=True,
                )
            )
        )
        growth = TermRows("Delta (u v)", terms, per="Delta x")
        self.play(FadeIn(areas))
        algebra = self.layout.full.part(0.5, 1.0, 0.0, 1.0)
        algebra.place(growth, 0.0, 0.85)
        self.play(
            TransformFromCopy(top.part("rise"), growth.terms[0]),
            TransformFromCopy(right.part("rise"), growth.terms[1]),
            FadeIn(growth.signs),
        )
        self.play(TransformFromCopy(corner.part("approx"), growth.terms[2]))
        self.play(FadeOut(marks[0][1], marks[1][1], areas))

        self.play(
            Sweep(stretch, log_way(first_nudge, last_nudge), block, run_time=theme.SETTLE),
        )
        self.play(growth.divide())
        rule = in_roles("(u v)' = {{u thin v' : exact1}} + {{v thin u' : exact2}}")
        algebra.place(rule, 0.0, 0.15)
        self.play(
            TransformFromCopy(growth.limits[0].part("exact"), rule.part("exact1")),
            TransformFromCopy(growth.limits[1].part("exact"), rule.part("exact2")),
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
