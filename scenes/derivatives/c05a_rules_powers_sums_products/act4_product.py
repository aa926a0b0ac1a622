"""Clip 05a, fourth act: a product grows along two sides, and the rule is checked."""

from __future__ import annotations

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

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.components.motion.sweep import Sweep, log_way
from scenes.components.rigs.square import GrowingRectangle
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.sizes import AREA_SIDE
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import rules_picture
from scenes.notation import typst


class ProductRule(MappedAct):
    """A rectangle grows along two sides, which gives the rule for the slope of a product."""

    numbers: Numbers

    def rectangle_grows_two_ways(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first = numbers.products[1]
        unit = AREA_SIDE / first.v
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
