"""Clip 10, second act: rules that spare the limit, and machines in a chain."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    TransformFromCopy,
    VGroup,
    there_and_back,
)

from lessons.derivatives.c10.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.lens import Lens
from scenes.components.rigs.square import GrowingRectangle
from scenes.components.text.formula import Formula, fly
from scenes.components.text.roles import in_roles
from scenes.derivatives.c10_the_whole_story.act1_line_to_tangent import AfterLineToTangent
from scenes.derivatives.c10_the_whole_story.props.stretch_chain import StretchChain
from scenes.derivatives.c10_the_whole_story.props.tile_stage import TileStage
from scenes.notation import per

CUBE = 1
"""Place of x³ among the powers of clip 05a: its exponent hops."""
SIDE = 3.2
NUDGE_SHARE = 0.25
"""How far the square grows: as in its tile."""
LENS_RADIUS = 0.72
PRODUCT_RADIUS = 1.05
"""Radius of a lens between two bars, and of the one for all of the chain."""
NUDGE = 0.72
"""Length of the first bar."""
WIGGLE = 1.35


@dataclass(frozen=True, slots=True)
class AfterRulesAndChain:
    """What the second act leaves on stage.

    Attributes
    ----------
    tiles
        The map with its stage; six tiles are filled.
    """

    tiles: TileStage


class RulesAndChain(Act):
    """The tiles of the rules and of the chain."""

    numbers: Numbers
    before: AfterLineToTangent

    def prepare(self) -> None:
        """Take over the map."""
        self.tiles = self.before.tiles

    def rules_tile(self) -> None:
        line = self.tiles.enter(self, "rules")
        formulas, picture = self.tiles.stage.columns(1.15, 1)
        power = list(self.numbers.rules.powers)[CUBE]
        hop, total, multiple, product = rules = VGroup(
            in_roles(
                f"(x^{{{{{power} : exact1}}}})' {{{{= : is}}}} {{{{{power} : exact2}}}} "
                f"{{{{x^{power - 1} : left}}}}"
            ),
            in_roles("(u + v)' {{= : is}} {{u' : exact1}} + {{v' : exact2}}"),
            in_roles("(c thin u)' {{= : is}} c thin {{u' : exact}}"),
            in_roles("(u thin v)' {{= : is}} {{u thin v' : rise1}} + {{v thin u' : rise2}}"),
        )
        rows = formulas.part(0.0, 1.0, 0.03, 0.97).rows(*[1] * len(rules))
        for row, rule in zip(rows, rules, strict=True):
            row.place(rule, 0.0, 0.5)
            rule.shift((row.at(0.42, 0.0)[0] - rule.part("is").get_center()[0]) * RIGHT)
        grown = SIDE * NUDGE_SHARE
        low = picture.center - (SIDE + grown) / 2 * (RIGHT + UP)
        block = GrowingRectangle((SIDE, SIDE), (theme.VANISH, theme.VANISH), low)
        sides = VGroup(
            Formula("u", size=theme.LABEL_SIZE).next_to(block.core, DOWN, buff=theme.LABEL_GAP),
            Formula("v", size=theme.LABEL_SIZE).next_to(block.core, LEFT, buff=theme.LABEL_GAP),
        )
        self.play(FadeIn(block.core, sides, line, run_time=theme.FADE))
        self.play(FadeIn(hop.without("exact2", "left"), run_time=theme.FADE))
        self.play(
            fly(hop.part("exact1"), hop.part("exact2"), path_arc=-PI / 2, run_time=theme.WRITE),
            FadeIn(hop.part("left"), run_time=theme.WRITE),
        )
        self.play(FadeIn(total, run_time=theme.FADE))
        self.play(FadeIn(multiple, run_time=theme.FADE))
        self.add(*block.pieces)
        self.play(
            Sweep(
                lambda nudge: block.set_nudges(nudge, nudge),
                between(theme.VANISH, grown),
                block,
                run_time=theme.LEG,
            ),
            FadeIn(product.without("rise1", "rise2"), run_time=theme.LEG),
        )
        self.play(
            emerge(product.part("rise1"), block.top_sliver, run_time=theme.STEP),
            emerge(product.part("rise2"), block.right_sliver, run_time=theme.STEP),
        )
        self.wait(theme.HOLD)
        self.tiles.leave(self, "rules", block.core, *block.pieces)

    def chain_tile(self) -> None:
        numbers = self.numbers
        line = self.tiles.enter(self, "chain")
        picture = self.tiles.stage.part(0.2, 0.8, 0.08, 0.94)
        chain = StretchChain(picture, numbers.magnifications, NUDGE)
        inner, outer = numbers.magnifications
        lenses = [
            Lens(
                self.tiles.stage.at(0.1, 0.0) * RIGHT + chain.height_between(machine) * UP,
                name,
                value,
                color=theme.EXACT,
                radius=LENS_RADIUS,
            )
            for machine, (name, value) in enumerate(
                ((per("u", "x"), inner), (per("y", "u"), outer))
            )
        ]
        whole = Lens(
            self.tiles.stage.at(0.9, 0.51),
            per("y", "x"),
            numbers.magnification,
            color=theme.EXACT,
            radius=PRODUCT_RADIUS,
            name_size=theme.FORMULA_SMALL_SIZE,
        )
        whole.reading.scale(theme.BOX_GROWTH)
        first, second, third = chain.bars
        names = [
            Formula(name, size=theme.LABEL_SIZE, color=color)
            for name, color in (("x", theme.RUN), ("u", theme.INK), ("y", theme.RISE))
        ]

        def put(nudge: float) -> None:
            chain.put(nudge)
            for name, bar in zip(names, chain.bars, strict=True):
                name.next_to(bar, RIGHT, buff=theme.LABEL_GAP)

        put(NUDGE)
        self.play(FadeIn(line, names[0]), GrowFromCenter(first), run_time=theme.FADE)
        for lens, rays, start, end, name in (
            (lenses[0], chain.rays[:2], first, second, names[1]),
            (lenses[1], chain.rays[2:], second, third, names[2]),
        ):
            self.play(FadeIn(lens, rays, name), TransformFromCopy(start, end), run_time=theme.STEP)
        self.play(
            FadeIn(whole.glass, whole.rim, whole.gleam, whole.name_tag),
            *(
                FadeOut(lens.reading.copy(), target_position=whole.reading, scale=theme.SEED)
                for lens in lenses
            ),
            FadeIn(whole.reading, scale=theme.SEED),
            run_time=theme.WRITE,
        )
        self.add(whole)
        # A wider nudge: all bars answer at once, and the lenses read what they did.
        self.play(
            Sweep(
                put,
                between(NUDGE, NUDGE * WIGGLE),
                chain,
                *names,
                rate_func=there_and_back,
                run_time=theme.MORPH,
            )
        )
        self.tiles.leave(self, "chain", *chain.rays, *chain.bars)

    def hand_over(self) -> AfterRulesAndChain:
        """Return what the next act needs."""
        return AfterRulesAndChain(self.tiles)
