"""Clip 05a, ninth act: a product grows along two sides, and the rule is checked."""

from __future__ import annotations

from typing import cast

from manim import (
    DOWN,
    RIGHT,
    UL,
    UP,
    UR,
    AnimationGroup,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    VGroup,
)
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

AREA_HEIGHT = (3.9, 2.9, 3.6)
"""Height of the rectangle in a wide, in a square and in an upright frame, in frame units."""
AREA_AT = ((0.085, 0.18), (0.125, 0.55), (0.235, 0.57))
"""Where the rectangle begins in the readable part of the frame, as shares."""
ALGEBRA = ((0.525, 1.0, 0.0, 1.0), (0.0, 1.0, 0.0, 0.42), (0.0, 1.0, 0.0, 0.46))
"""The part for the growth and for the check, as shares: beside the rectangle or below it."""
REFUTED = ((0.525, 1.0, 0.0, 1.0), (0.58, 1.0, 0.55, 1.0), (0.0, 1.0, 0.0, 0.46))
"""The part for what is refuted first."""
SLIDER_AT = ((0.52, 0.1), (0.6, 0.53), (0.12, 0.05))
"""Where the slider begins in the readable part of the frame, as shares."""
SLIDER_LENGTH, SLIDER_SPAN = (5.0, 3.2, 5.0), (1.0, 1.4)
"""Length of the slider in frame units, and the inputs at its ends."""
ROUTE_ROWS = ((0.62, 0.14), (0.34, 0.08), (0.31, 0.06))
"""Where both routes begin and where they meet, as shares of the readable part's height."""
GROWTH_AT = ((0.0, 0.83), (0.5, 0.9), (0.5, 1.0))
"""Where the growth's terms stand in the part of the algebra, as shares."""
RULES = ((0.525, 1.0, 0.0, 1.0), (0.58, 1.0, 0.45, 1.0), (0.0, 1.0, 0.0, 0.46))
"""The part for the rule."""
RULE_AT = ((0.0, 0.1), (0.5, 0.6), (0.5, 0.04))
"""Where the rule stands in that part, as shares."""
RULE_ROW = (0.93, 0.8, 0.43)
"""How high it stands above the check, as a share."""
DETOUR = (1.8 * ARC, -ARC, -ARC)
"""The angle of the arc on which the corner's name flies round the lines above its place."""


class ProductRule(MappedAct):
    """A rectangle grows along two sides, which gives the rule for the slope of a product."""

    numbers: Numbers

    def rectangle_grows_two_ways(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first = numbers.products[1]
        room, choose = self.layout.readable, self.layout.by_shape
        unit = choose(*AREA_HEIGHT) / first.v
        block = self.block = ProductArea(
            (first.u * unit, first.v * unit),
            (first.du * unit, first.dv * unit),
            room.at(*choose(*AREA_AT)),
        )
        # The corner has the colour of the nudge, as that of the square has.
        x, y, _ = room.at(*choose(*SLIDER_AT))
        slider = InputSlider(
            (float(x), float(y)), choose(*SLIDER_LENGTH), SLIDER_SPAN, numbers.product_at
        )
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
        algebra, beside = room.part(*choose(*ALGEBRA)), room.part(*choose(*REFUTED))
        beside.place(beside.fit(refuted), 0.5, 0.9)
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
        algebra.place(growth, *choose(*GROWTH_AT))
        flights = (
            carry(top.part("rise"), growth.terms[0]),
            carry(right.part("rise"), growth.terms[1]),
            carry(corner.part("run"), growth.terms[2], angle=choose(*DETOUR)),
        )
        self.play(
            FadeIn(growth.signs, run_time=theme.LEAP),
            LaggedStart(
                *(AnimationGroup(*flight) for flight in flights),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.DRAW,
            ),
        )
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
        line = choose("", "\\ ", "")  # beside the rectangle of a square frame is little room
        rule = in_roles(
            f"(u v)' = {{{{u : left0}}}} thin {{{{v' : exact1}}}} {line}+ "
            "{{v : left1}} thin {{u' : exact2}}",
            size=theme.TITLE_SIZE,
        )
        room.part(*choose(*RULES)).place(algebra.fit(rule), *choose(*RULE_AT))
        first_term, second_term = rule.parts("left0", "exact1"), rule.parts("left1", "exact2")
        self.play(
            *carry(top_slope, first_term), *carry(right_slope, second_term), FadeIn(rule.rest())
        )
        self.rule = rule

    def product_checked(self) -> None:
        numbers, block, room = self.numbers, self.block, self.layout.readable
        kept = block.core, block.right_sliver, block.top_sliver
        self.clear_stage(self.rule, *kept)
        choose = self.layout.by_shape
        algebra = room.part(*choose(*ALGEBRA))
        factors = numbers.left_factor, numbers.right_factor
        u, v = (typst(f.expression) for f in factors)
        du, dv = (typst(f.derivative_expression) for f in factors)
        # The same rectangle once more, with sides of which the product is known.
        sides = SideMarks(kept, ((u, "Delta u"), (v, "Delta v")), theme.RISE).sides
        whole = Formula(typst(numbers.product_power), size=theme.TITLE_SIZE).move_to(block.core)
        slopes, simple = (
            VGroup(*(in_roles(term, size=theme.TABLE_SIZE) for term in terms))
            for terms in (
                (f"{u} dot {{{{{dv} : exact}}}}", f"{v} dot {{{{{du} : exact}}}}"),
                [f"{{{{{typst(term)} : exact}}}}" for term in numbers.product_terms],
            )
        )
        for top, right in (slopes, simple):
            top.move_to(block.top_sliver)
            right.next_to(block.right_sliver, RIGHT, buff=theme.LABEL_GAP)
        self.play(
            animated(self.rule, run_time=theme.FADE).move_to(
                (room.part(*choose(*RULES)).center[0], room.at(0.0, choose(*RULE_ROW))[1], 0.0)
            ),
            FadeIn(sides, slopes, whole, run_time=theme.FADE),
        )
        self.wait(theme.LEAP)
        self.play(FadeOut(slopes), FadeIn(simple, rate_func=late(ARRIVAL / 2)))
        # Two routes meet below: the rule begins at the left, the power at the right.
        first, second = (typst(term) for term in numbers.product_terms)
        summed = in_roles(
            f"{{{{{first} : exact0}}}} + {{{{{second} : exact1}}}}", size=theme.KEY_SIZE
        )
        power = Formula(f"({{{{{typst(numbers.product_power)} : whole}}}})'", size=theme.KEY_SIZE)
        result = in_roles(
            f"{{{{{typst(numbers.product_slope)} : exact}}}}", size=theme.OPENING_SIZE
        )
        start, end = choose(*ROUTE_ROWS)
        summed.move_to((algebra.at(0.0, 0.0)[0], room.at(0.0, start)[1], 0.0))
        summed.shift((algebra.left - float(summed.get_left()[0])) * RIGHT)
        power.stand_on(summed.baseline)
        power.shift((algebra.right - float(power.get_right()[0])) * RIGHT)
        result.move_to((algebra.center[0], room.at(0.0, end)[1], 0.0))
        routes = [
            _arrow(
                begin.get_bottom() + theme.LABEL_GAP * DOWN,
                result.get_corner(corner) + theme.LABEL_GAP * corner,
            )
            for begin, corner in ((summed, UL), (power, UR))
        ]
        self.play(
            FadeIn(summed.rest(), run_time=theme.STEP),
            *carry(simple[0], summed.part("exact0"), run_time=theme.STEP),
            *carry(simple[1], summed.part("exact1"), angle=-ARC, run_time=theme.STEP),
        )
        self.play(Create(routes[0]), FadeIn(result, rate_func=late(ARRIVAL)), run_time=theme.FADE)
        self.play(
            FadeIn(power.without("whole"), run_time=theme.STEP),
            *carry(whole, power.part("whole"), angle=-ARC, run_time=theme.STEP),
        )
        self.play(Create(routes[1], run_time=theme.FADE))
        self.point_at(result)
        self.wait(theme.HOLD)
        self.clear_stage()
        self.leave_tile("rules", rules_picture())


def _arrow(start: Point3D, end: Point3D) -> Line:
    """Return an arrow from one point to another."""
    shaft = Line(start, end, stroke_color=theme.MUTED, stroke_width=theme.APPROX_STROKE)
    return shaft.add_tip(tip_length=theme.TIP, tip_width=theme.TIP)
