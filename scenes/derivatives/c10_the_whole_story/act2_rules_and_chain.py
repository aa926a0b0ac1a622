"""Clip 10, second act: rules that spare the limit, and machines in a chain."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Rectangle,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
    VMobject,
)

from lessons.derivatives.c10.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.square import GrowingRectangle
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.text import STROKE_PER_UNIT, Heading
from scenes.derivatives.c10_the_whole_story.act1_line_to_tangent import AfterLineToTangent
from scenes.derivatives.c10_the_whole_story.props.bending import headed, named
from scenes.derivatives.c10_the_whole_story.props.rules_room import RulesRoom
from scenes.derivatives.c10_the_whole_story.props.stretch_chain import StretchChain
from scenes.notation import per

GROWN = 0.9
"""By how much both sides of the rectangle grow."""
NARROWED = 0.7
"""By how much they have grown when the strips are divided: their names still fit in."""
NAME_ROW = 0.6
"""Height of the row with the name of the picture, per height of a rule's row."""
CHAIN, NARROW_CHAIN = (0.0, 0.8, 0.13, 0.95), (0.0, 0.92, 0.13, 0.95)
"""The part of the stage that the bars take, left of their product or below it."""
NUDGE, WIGGLE = 1.35, 1.2
"""Length of the first bar, and how much longer it gets."""
NARROW_NUDGE = 0.13
"""Length of the first bar in a narrow frame, as a share of the bars' width."""
PRODUCT_AT = (1.0, 0.97)
"""Where the upper right corner of the product stands on the stage of a wide frame."""


@dataclass(frozen=True, slots=True)
class AfterRulesAndChain:
    """What the second act leaves on stage.

    Attributes
    ----------
    bar
        The last bar of the chain, a level line.
    rest
        All else.
    """

    bar: VMobject
    rest: VGroup


class RulesAndChain(Act):
    """The rules, beside a rectangle that grows, and a chain of bars that stretch."""

    numbers: Numbers
    before: AfterLineToTangent

    def rules_tile(self) -> None:
        power, room = self.numbers.power, RulesRoom.of(self.layout)
        hop, total, multiple, product = rules = VGroup(
            *(
                in_roles(source, theme.KEY_SIZE)
                for source in (
                    f"(x^{{{{{power} : exact1}}}})' {{{{= : is}}}} {{{{{power} : exact2}}}} "
                    f"{{{{x^{power - 1} : left}}}}",
                    "(u + v)' {{= : is}} {{u' : exact1}} + {{v' : exact2}}",
                    "(c thin u)' {{= : is}} c thin {{u' : exact}}",
                    "(u thin v)' {{= : is}} {{u thin v' : rise1}} + {{v thin u' : rise2}}",
                )
            )
        )
        head, *rows = room.rules.rows(NAME_ROW, *[1] * len(rules))
        for row, rule in zip(rows, rules, strict=True):
            row.place(rule, 0.0, 0.5)
            rule.shift((row.at(0.42, 0.0)[0] - rule.part("is").get_center()[0]) * RIGHT)
        name = head.place(Heading("rules", size=theme.TABLE_SIZE, color=theme.MUTED), 0.0, 0.5)
        name.align_to(product, LEFT)
        block = GrowingRectangle(room.sides, (theme.VANISH, theme.VANISH), room.corner)
        sides = VGroup(
            Formula("u", size=theme.KEY_SIZE).next_to(block.core, DOWN, buff=theme.LABEL_GAP),
            Formula("v", size=theme.KEY_SIZE).next_to(block.core, LEFT, buff=theme.LABEL_GAP),
        )
        # The window on the curve closes into the rectangle.
        pane = self.before.zoom.pane.copy()
        self.play(
            FadeOut(self.before.zoom, self.before.label),
            ReplacementTransform(pane, block.core),
            FadeIn(hop.without("exact2", "left"), name),
            run_time=theme.WRITE,
        )
        self.play(
            fly(hop.part("exact1"), hop.part("exact2"), path_arc=-PI / 2),
            FadeIn(hop.part("left")),
            run_time=theme.STEP,
        )
        self.play(FadeIn(total, sides, run_time=theme.FADE))
        self.play(FadeIn(multiple, run_time=theme.FADE))
        self.add(*block.pieces)
        self.play(
            Sweep(
                lambda nudge: block.set_nudges(nudge, nudge),
                between(theme.VANISH, GROWN),
                block,
                rate_func=theme.TRAVEL,
            ),
            FadeIn(product.without("rise1", "rise2")),
            run_time=theme.LEG,
        )
        # Each strip says what it is, and keeps saying it when a copy has gone into the rule.
        slivers = (block.top_sliver, block.right_sliver)
        grown, areas = (
            [
                Formula(area, size=theme.DIGIT_SIZE).move_to(sliver)
                for area, sliver in zip(names, slivers, strict=True)
            ]
            for names in (("u thin Delta v", "v thin Delta u"), ("u thin v'", "v thin u'"))
        )
        self.play(FadeIn(*grown), run_time=theme.FADE)
        self._divide(block, grown, areas)
        for area, part in zip(areas, ("rise1", "rise2"), strict=True):
            self.play(*carry(area, product.part(part), run_time=theme.STEP))
        self.block = block

    def _divide(self, block: GrowingRectangle, grown: list[Formula], areas: list[Formula]) -> None:
        """Divide both strips by a nudge that closes: they get narrow, and the corner goes."""
        divided = Formula("div Delta x", size=theme.TABLE_SIZE, color=theme.RUN)
        divided.move_to(block.corner)
        self.play(FadeOut(block.corner), FadeIn(divided), run_time=theme.LEAP)

        def narrow(nudge: float) -> None:
            block.set_nudges(nudge, nudge)
            for name in (*grown, *areas):
                sliver = block.top_sliver if name in (grown[0], areas[0]) else block.right_sliver
                name.move_to(sliver)

        self.play(
            Sweep(narrow, between(GROWN, NARROWED), block, *grown, rate_func=theme.TRAVEL),
            run_time=theme.STEP,
        )
        self.play(FadeOut(*grown, divided), FadeIn(*areas), run_time=theme.LEAP)

    def chain_tile(self) -> None:
        numbers, stage = self.numbers, self.layout.stage
        strip_above, below = headed(self.layout)
        bars = below.part(*(NARROW_CHAIN if strip_above else CHAIN))
        nudged = NARROW_NUDGE * bars.width if strip_above else NUDGE
        chain = StretchChain(bars, numbers.magnifications, nudged)
        inner, outer = numbers.magnifications
        first, second, third = chain.bars
        names = [
            Formula(name, size=theme.KEY_SIZE, color=color)
            for name, color in (("x", theme.RUN), ("u", theme.INK), ("y", theme.RISE))
        ]
        factors = [
            Readout("times", value, size=theme.KEY_SIZE, color=theme.EXACT)
            for value in (inner, outer)
        ]
        for machine, factor in enumerate(factors):
            factor.move_to(chain.region.at(0.5, 0.0) * RIGHT + chain.height_between(machine) * UP)

        def put(nudge: float) -> None:
            chain.put(nudge)
            for name, bar in zip(names, chain.bars, strict=True):
                name.next_to(bar, RIGHT, buff=theme.LABEL_GAP)

        put(nudged)
        # The strip on top of the rectangle becomes the first nudge.
        strip = self.block.top_sliver.copy()
        slab = Rectangle(
            width=first.width,
            height=theme.ROAD_STROKE / STROKE_PER_UNIT,
            stroke_width=0.0,
            fill_color=theme.RUN,
            fill_opacity=1.0,
        ).move_to(first)
        self.add(strip)
        rest = self.scene.all_but(strip)
        self.play(
            *(FadeOut(thing) for thing in rest),
            ReplacementTransform(strip, slab),
            FadeIn(names[0]),
            run_time=theme.STEP,
        )
        self.remove(slab)
        self.add(first)
        for factor, rays, start, end, name, cuts in (
            (factors[0], chain.rays[:2], first, second, names[1], chain.cuts[1]),
            (factors[1], chain.rays[2:], second, third, names[2], chain.cuts[2]),
        ):
            self.play(
                Create(rays, lag_ratio=0.0),
                TransformFromCopy(start, end),
                FadeIn(factor, name),
                run_time=theme.STEP,
            )
            self.play(FadeIn(cuts, run_time=theme.LEAP))
        product = Formula(
            f"{per('y', 'x')} = {{{{{spell(inner, 0)} : first}}}} dot "
            f"{{{{{spell(outer, 0)} : second}}}} {{{{= : is}}}} "
            f"{{{{{spell(numbers.magnification, 0)} : all}}}}",
            size=theme.KEY_SIZE,
            colors={"first": theme.EXACT, "second": theme.EXACT, "all": theme.EXACT},
        )
        label = named("chain", product)
        if strip_above:
            strip_above.place(label)
        else:
            label.move_to(stage.at(*PRODUCT_AT), aligned_edge=UP + RIGHT)
        self.play(
            FadeIn(VGroup(*label[:-1]), product.without("first", "second", "is", "all")),
            *carry(factors[0].number, product.part("first")),
            *carry(factors[1].number, product.part("second")),
            run_time=theme.WRITE,
        )
        self.play(FadeIn(product.parts("is", "all"), run_time=theme.FADE))
        # A wider nudge: all bars answer at once.
        self.play(
            Sweep(
                put,
                between(nudged, nudged * WIGGLE),
                chain,
                *names,
                rate_func=theme.EMPHASIS,
                run_time=theme.MORPH,
            )
        )
        self.bar = third
        self.rest = VGroup(chain.rays, chain.cuts, first, second, *names, *factors, label)

    def hand_over(self) -> AfterRulesAndChain:
        """Return what the next act needs."""
        return AfterRulesAndChain(self.bar, self.rest)
