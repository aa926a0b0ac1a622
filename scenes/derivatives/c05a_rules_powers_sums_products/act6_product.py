"""Clip 05a, sixth act: a product grows along two sides, and the rule is checked."""

from __future__ import annotations

from typing import cast

from manim import DOWN, RIGHT, UP, Create, FadeIn, FadeOut, Line, VGroup
from manim.typing import Point3D

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.components.motion.carry import ARC, ARRIVAL, carry, late
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.product_area import ProductArea
from scenes.derivatives.c05a_rules_powers_sums_products.props.side_marks import SideMarks
from scenes.derivatives.c05a_rules_powers_sums_products.props.slider import InputSlider
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import rules_picture
from scenes.notation import typst

AREA_HEIGHT = 3.9
"""Height of the rectangle, in frame units."""
AREA_AT = (0.085, 0.18)
"""Where the rectangle begins in the readable part of the frame, as shares."""
ALGEBRA = (0.525, 1.0, 0.0, 1.0)
"""The part of the frame beside the rectangle, as shares."""
SLIDER_AT = (0.52, 0.1)
"""Where the slider begins in the readable part of the frame, as shares."""
SLIDER_LENGTH, SLIDER_SPAN = 5.0, (1.0, 1.4)
"""Length of the slider in frame units, and the inputs at its ends."""
ROUTE_ROWS = (0.75, 0.56, 0.37, 0.08)
"""Heights of the lines of the check, as shares of the readable part."""
GROWTH_AT, RULE_AT = 0.83, 0.1
"""How high the growth's terms begin and the rule stands, as shares of the algebra's part."""
DETOUR = 1.8 * ARC
"""The angle of the arc on which the corner's name flies round the lines above its place."""


class ProductRule(MappedAct):
    """A rectangle grows along two sides, which gives the rule for the slope of a product."""

    numbers: Numbers

    def rectangle_grows_two_ways(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first = numbers.products[1]
        unit = AREA_HEIGHT / first.v
        room = self.layout.readable
        block = self.block = ProductArea(
            (first.u * unit, first.v * unit),
            (first.du * unit, first.dv * unit),
            room.at(*AREA_AT),
        )
        # The corner has the colour of the nudge, as that of the square has.
        x, y, _ = room.at(*SLIDER_AT)
        slider = InputSlider((float(x), float(y)), SLIDER_LENGTH, SLIDER_SPAN, numbers.product_at)
        change = Formula("Delta x", size=theme.TABLE_SIZE, color=theme.RUN)
        area = block.core, block.right_sliver, block.top_sliver
        marks = SideMarks(area, (("u", "Delta u"), ("v", "Delta v")), theme.RISE)

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
        algebra = room.part(*ALGEBRA)
        algebra.place(algebra.fit(refuted), 0.5, 0.9)
        name = Formula("u v", size=theme.KEY_SIZE).move_to(block.core)
        self.play(FadeIn(block.core, marks.sides, name, slider, refuted))
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
        self.play(FadeIn(marks.nudges), FadeOut(refuted), run_time=theme.FADE)
        terms = (
            ("u thin Delta v", "rise", "u thin v'"),
            ("v thin Delta u", "rise", "v thin u'"),
            ("Delta u thin Delta v", "run", NOTHING),
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
        algebra.place(growth, 0.0, GROWTH_AT)
        self.play(
            *carry(top.part("rise"), growth.terms[0]),
            *carry(right.part("rise"), growth.terms[1]),
            FadeIn(growth.signs),
        )
        around = carry(corner.part("run"), growth.terms[2], angle=DETOUR, run_time=theme.WRITE)
        self.play(*around)
        # Divided by the nudge of the input, the slivers keep their size and the corner does not.
        self.play(
            FadeOut(marks.nudges, areas, run_time=theme.FADE),
            FadeIn(growth.heading, run_time=theme.FADE),
        )

        def divide(dx: float) -> None:
            block.thin_corner(numbers.product(dx).dv * unit)
            slider.put(dx)
            change.next_to(slider.nudge, UP, buff=theme.LABEL_GAP)

        self.play(Sweep(divide, log_way(first_nudge, last_nudge), block, slider, change))
        top_slope, right_slope = slopes = VGroup(
            in_roles("{{u : side}} thin {{v' : exact}}", size=theme.TABLE_SIZE),
            in_roles("{{v : side}} thin {{u' : exact}}", size=theme.TABLE_SIZE),
        )
        top_slope.move_to(block.top_sliver)
        right_slope.next_to(block.right_sliver, RIGHT, buff=theme.LABEL_GAP)
        self.play(
            growth.divide(),
            block.settle(),
            FadeIn(slopes),
            FadeOut(slider, change, block.corner, run_time=theme.FADE),
        )
        rule = in_roles(
            "(u v)' = {{u : left0}} thin {{v' : exact1}} + {{v : left1}} thin {{u' : exact2}}",
            size=theme.TITLE_SIZE,
        )
        algebra.place(algebra.fit(rule), 0.0, RULE_AT)
        first_term, second_term = rule.parts("left0", "exact1"), rule.parts("left1", "exact2")
        self.play(
            *carry(top_slope, first_term), *carry(right_slope, second_term), FadeIn(rule.rest())
        )
        self.rule = rule

    def product_checked(self) -> None:
        numbers, block, room = self.numbers, self.block, self.layout.readable
        kept = block.core, block.right_sliver, block.top_sliver
        self.clear_stage(self.rule, *kept)
        algebra = room.part(*ALGEBRA)
        factors = numbers.left_factor, numbers.right_factor
        u, v = (typst(f.expression) for f in factors)
        du, dv = (typst(f.derivative_expression) for f in factors)
        # The same rectangle once more, with sides of which the product is known.
        sides = SideMarks(kept, ((u, "Delta u"), (v, "Delta v")), theme.RISE).sides
        left, right = f"{u} dot {{{{{dv} : exact}}}}", f"{v} dot {{{{{du} : exact}}}}"
        slopes = VGroup(*(in_roles(term, size=theme.TABLE_SIZE) for term in (left, right)))
        slopes[0].move_to(block.top_sliver)
        slopes[1].next_to(block.right_sliver, RIGHT, buff=theme.LABEL_GAP)
        # Where no line of the check begins at its height.
        slopes[1].set_y(float(room.at(0.0, sum(ROUTE_ROWS[2:]) / 2)[1]))
        self.play(
            animated(self.rule, run_time=theme.FADE).move_to(algebra.at(0.5, 0.93)),
            FadeIn(sides, slopes, run_time=theme.FADE),
        )
        lines = [
            in_roles(line, size=theme.KEY_SIZE)
            for line in (
                f"({u} dot {v})'",
                f"{left} + {right}",
                " + ".join(typst(term) for term in numbers.product_terms),
                f"{{{{{typst(numbers.product_slope)} : exact}}}}",
            )
        ]
        product, expanded, summed, result = lines
        # Two routes lead down, each in its column: the rule at the left, the power at the right.
        first = float(algebra.left) + expanded.width / 2
        power = Formula(f"({typst(numbers.product_power)})'", size=theme.KEY_SIZE)
        same = in_roles(f"{{{{{typst(numbers.product_slope)} : exact}}}}", size=theme.KEY_SIZE)
        second = float(algebra.right) - power.width / 2
        for line, height in zip(lines, ROUTE_ROWS, strict=True):
            line.move_to(room.at(0.0, height)).set_x(first)
        signs = VGroup()
        for line, goal in ((power, product), (same, result)):
            line.stand_on(goal.baseline).set_x(second)
            sign = Formula("=", size=theme.KEY_SIZE)
            between_columns = (float(product.get_right()[0]) + float(power.get_left()[0])) / 2
            signs.add(sign.stand_on(goal.baseline).set_x(between_columns))
        routes = [
            _arrow(
                begin.get_bottom() + theme.LABEL_GAP * DOWN,
                end.get_top() + theme.LABEL_GAP * UP,
            )
            for begin, end in ((summed, result), (power, same))
        ]
        self.play(FadeIn(product, run_time=theme.LEAP))
        for line in (expanded, summed):
            self.play(FadeIn(line, shift=DOWN * theme.NUDGE_SHIFT, run_time=theme.FADE))
        self.play(Create(routes[0], run_time=theme.FADE), FadeIn(result, rate_func=late(ARRIVAL)))
        self.play(FadeIn(signs[0], power, run_time=theme.LEAP))
        self.play(Create(routes[1], run_time=theme.FADE), FadeIn(same, rate_func=late(ARRIVAL)))
        self.play(FadeIn(signs[1], run_time=theme.LEAP))
        self.point_at(result, same)
        self.wait(theme.HOLD)
        self.clear_stage()
        self.leave_tile("rules", rules_picture())


def _arrow(start: Point3D, end: Point3D) -> Line:
    """Return an arrow from one point to another."""
    shaft = Line(start, end, stroke_color=theme.MUTED, stroke_width=theme.APPROX_STROKE)
    return shaft.add_tip(tip_length=theme.TIP, tip_width=theme.TIP)
