"""Clip 05a, fifth act: a product grows along two sides, and the rule is checked."""

from __future__ import annotations

from typing import cast

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    FadeIn,
    FadeOut,
    VGroup,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.rigs.square import GrowingRectangle
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.slider import InputSlider
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import rules_picture
from scenes.notation import typst

AREA_HEIGHT = 3.6
"""Height of the rectangle, in frame units."""
AREA_AT, SLIDER_AT = (0.09, 0.36), (0.02, 0.12)
"""Where the rectangle and the slider begin in the stage, as shares."""
SLIDER_LENGTH, SLIDER_SPAN = 5.4, (1.2, 1.8)
"""Length of the slider in frame units, and the inputs at its ends."""


class ProductRule(MappedAct):
    """A rectangle grows along two sides, which gives the rule for the slope of a product."""

    numbers: Numbers

    def rectangle_grows_two_ways(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first = numbers.products[1]
        unit = AREA_HEIGHT / first.v
        stage = self.layout.stage
        corner_point = stage.at(*AREA_AT)
        block = GrowingRectangle(
            (first.u * unit, first.v * unit), (first.du * unit, first.dv * unit), corner_point
        )
        x, y, _ = stage.at(*SLIDER_AT)
        slider = InputSlider((float(x), float(y)), SLIDER_LENGTH, SLIDER_SPAN, numbers.product_at)
        change = Formula("Delta x", size=theme.TABLE_SIZE, color=theme.RUN)
        marks = self._braces(block)

        def stretch(dx: float) -> None:
            now = numbers.product(dx)
            block.set_nudges(now.du * unit, now.dv * unit)
            slider.put(dx)
            change.next_to(slider.nudge, UP, buff=theme.LABEL_GAP)

        factors = numbers.left_factor, numbers.right_factor
        u, v = (typst(f.expression) for f in factors)
        du, dv = (typst(f.derivative_expression) for f in factors)
        refuted = VGroup(
            in_roles(
                f"({u} dot {v})' {{{{= : sign}}}} {{{{{typst(numbers.product_slope)} : exact}}}}",
                size=theme.TITLE_SIZE,
            ),
            in_roles(
                f"{{{{!= : sign}}}} {{{{{du} : exact1}}}} dot {{{{{dv} : exact2}}}}",
                size=theme.TITLE_SIZE,
            ),
        ).arrange(DOWN, buff=theme.CARD_GAP)
        equal, unequal = (cast(Formula, line).part("sign") for line in refuted)
        refuted[1].shift((equal.get_x() - unequal.get_x()) * RIGHT)
        algebra = stage.part(0.5, 1.0, 0.0, 1.0)
        algebra.place(refuted, 0.5, 0.6)
        name = Formula("u v", size=theme.KEY_SIZE).move_to(block.core)
        self.play(FadeIn(block.core, marks[0][0], marks[1][0], name, slider, refuted))
        first_nudge, last_nudge = numbers.nudges[1], numbers.nudges[-1]
        stretch(last_nudge)
        self.add(*block.pieces, change)
        self.play(
            Sweep(
                stretch,
                between(last_nudge, first_nudge),
                block,
                slider,
                change,
                rate_func=theme.TRAVEL,
            )
        )
        self.play(FadeIn(marks[0][1], marks[1][1]), FadeOut(refuted), run_time=theme.FADE)
        terms = (
            ("u thin Delta v", "rise", "u thin v'"),
            ("v thin Delta u", "rise", "v thin u'"),
            ("Delta u thin Delta v", "approx", NOTHING),
        )
        top, right, corner = areas = VGroup(
            *(
                in_roles(f"{{{{{term} : {role}}}}}", size=theme.TABLE_SIZE).next_to(
                    piece, side, buff=theme.LABEL_GAP
                )
                for (term, role, _), (piece, side) in zip(
                    terms,
                    ((block.top_sliver, UP), (block.right_sliver, RIGHT), (block.corner, RIGHT)),
                    strict=True,
                )
            )
        )
        top.move_to(block.top_sliver).set_color(theme.INK)
        growth = TermRows("Delta (u v)", terms, per="Delta x")
        self.play(FadeIn(areas))
        algebra.place(growth, 0.0, 0.92)
        self.play(
            *carry(top.part("rise"), growth.terms[0]),
            *carry(right.part("rise"), growth.terms[1]),
            FadeIn(growth.signs),
        )
        self.play(*carry(corner.part("approx"), growth.terms[2], run_time=theme.WRITE))
        self.play(FadeOut(marks[0][1], marks[1][1], areas, run_time=theme.FADE))
        self.play(Sweep(stretch, log_way(first_nudge, last_nudge), block, slider, change))
        self.play(growth.divide(), FadeOut(change, run_time=theme.FADE))
        rule = in_roles(
            "(u v)' = {{u thin v' : exact1}} + {{v thin u' : exact2}}", size=theme.TITLE_SIZE
        )
        algebra.place(algebra.fit(rule), 0.0, 0.3)
        self.play(
            *carry(growth.limits[0].part("exact"), rule.part("exact1")),
            *carry(growth.limits[1].part("exact"), rule.part("exact2")),
            FadeIn(rule.rest()),
        )
        self.rule = rule

    @staticmethod
    def _braces(block: GrowingRectangle) -> VGroup:
        """Return braces at the lower and at the left side, each with its nudge."""
        core, right, top = block.core, block.right_sliver, block.top_sliver
        low, high = DOWN, UP
        return VGroup(
            *(
                VGroup(
                    *(
                        SpanBrace(
                            start, end, Formula(name, size=theme.TABLE_SIZE, color=color), color
                        )
                        for start, end, name, color in side
                    )
                )
                for side in (
                    (
                        (core.get_corner(low + LEFT), core.get_corner(low + RIGHT), "u", theme.INK),
                        (
                            right.get_corner(low + LEFT),
                            right.get_corner(low + RIGHT),
                            "Delta u",
                            theme.RISE,
                        ),
                    ),
                    (
                        (core.get_corner(high + LEFT), core.get_corner(low + LEFT), "v", theme.INK),
                        (
                            top.get_corner(high + LEFT),
                            top.get_corner(low + LEFT),
                            "Delta v",
                            theme.RISE,
                        ),
                    ),
                )
            )
        )

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
                f" + {{{{{v} dot {du} : exact2}}}}",
                size=theme.TITLE_SIZE,
            ),
            in_roles(
                "= "
                + " + ".join(
                    f"{{{{{typst(term)} : exact{place}}}}}"
                    for place, term in enumerate(numbers.product_terms)
                ),
                size=theme.TITLE_SIZE,
            ),
            in_roles(
                f"= {{{{{typst(numbers.product_slope)} : exact}}}} = (x^5)'", size=theme.TITLE_SIZE
            ),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.COLUMN_GAP)
        self.layout.full.place(lines, 0.5, 0.34)
        for line in lines[1:]:
            line.align_to(lines[0].part("equals"), LEFT)
        for line in lines:
            self.play(FadeIn(line, shift=DOWN * theme.NUDGE_SHIFT))
            self.wait(theme.FADE)
        self.point_at(lines[-1])
        self.wait(theme.FADE)
        self.clear_stage()
        self.leave_tile("rules", rules_picture())
