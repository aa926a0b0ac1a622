"""Clip 05a, second act: a cube, n brackets, and the exponent that steps down."""

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
    there_and_back,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.carry import carry, late
from scenes.components.motion.sweep import Sweep, animated, between, hop, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.act1_square import AfterSquareGrows
from scenes.derivatives.c05a_rules_powers_sums_products.props.cube import GrowingCube
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
from scenes.layout import Region
from scenes.notation import typst

BRACKETS = 4
BRACKET_PITCH = 0.88
"""Distance between two lines of picked letters, in frame units."""
CUBE_SIDE, CUBE_NUDGE, CUBE_GAP = 2.9, 0.5, 0.4
"""Side of the cube, its first nudge, and the gap between its parts, in frame units."""
CUBE_AT = (0.16, 0.27)
"""Where the cube stands in the left part, as shares."""
POWER_SIZE = 90.0
"""The size of the rules of powers: nothing else stands on stage."""
POWER_EDGE = 0.42
"""Where the left sides of the rules of powers end, as a share of their row."""
SOLID_GROWTH = 1.08
"""How much a solid swells when it is pointed at; the others stand close to it."""


class PowerPattern(Act):
    """From squares to every power: one nudge is picked from each bracket in turn."""

    numbers: Numbers
    before: AfterSquareGrows

    def cube_grows(self) -> None:
        self.clear_stage()
        shrink, algebra = self.numbers.nudges, self.before.algebra
        cube = GrowingCube(CUBE_SIDE, theme.VANISH, 0.0, self.before.picture.at(*CUBE_AT))
        volume = algebra.place(Formula("f = x^3", size=theme.KEY_SIZE), 0.0, 0.96)
        self.play(FadeIn(cube.core, volume))
        self.add(cube)
        self.play(Sweep(cube.set_nudge, between(theme.VANISH, CUBE_NUDGE), cube))
        self.play(Sweep(cube.set_gap, between(0.0, CUBE_GAP), cube))
        # The braces go below the pieces in front, where nothing else stands.
        slab, bar = cube.slabs[-1][-1], cube.bars[-1][-1]
        side, width = marks = VGroup(
            *(
                SpanBrace(
                    piece.get_corner(DOWN + LEFT),
                    piece.get_corner(DOWN + RIGHT),
                    Formula(name, size=theme.TABLE_SIZE, color=color),
                    color=color,
                )
                for piece, name, color in (
                    (slab, "x", theme.INK),
                    (bar, "Delta x", theme.RUN),
                )
            )
        )
        self.play(FadeIn(marks, run_time=theme.FADE))

        def shrink_to(nudge: float) -> None:
            before = slab.get_corner(DOWN + LEFT)
            cube.set_nudge(nudge)
            side.shift(slab.get_corner(DOWN + LEFT) - before)

        growth = TermRows(
            "Delta f",
            (
                ("3 x^2 thin Delta x", "rise", "3 x^2"),
                ("3 x thin (Delta x)^2", "approx", NOTHING),
                ("(Delta x)^3", "approx", NOTHING),
            ),
            per="Delta x",
        )
        algebra.place(growth, 0.0, 0.72)
        for pieces, sign, term in zip(
            (cube.slabs, cube.bars, VGroup(cube.corner)), growth.signs, growth.terms, strict=True
        ):
            self.play(
                *(
                    animated(piece, rate_func=there_and_back, run_time=theme.POINT).scale(
                        SOLID_GROWTH
                    )
                    for piece in pieces
                ),
                FadeIn(sign, term, run_time=theme.POINT),
            )
        self.play(
            Sweep(
                shrink_to,
                log_way(CUBE_NUDGE, CUBE_NUDGE * shrink[1] / shrink[0]),
                cube,
                side,
            ),
            FadeOut(width, run_time=theme.FADE),
        )
        self.play(FadeOut(cube.bars, cube.corner), growth.divide())
        slope = in_roles(
            "{{dif f : rise}} / {{dif x : run}} = {{3 x^2 : exact}}", size=theme.TITLE_SIZE
        )
        algebra.place(slope, 0.0, 0.14)
        self.play(
            FadeIn(slope.without("exact")),
            *carry(growth.limits[0].part("exact"), slope.part("exact")),
        )
        self.wait(theme.HOLD)

    def brackets_pick_one_nudge(self) -> None:
        self.clear_stage()
        factors = " ".join(
            f"({{{{x : x{place}}}}} + {{{{Delta x : d{place}}}}})" for place in range(BRACKETS)
        )
        product = Formula(f"{factors} thin {{{{dots.c : on}}}}", size=theme.KEY_SIZE)
        for place in range(BRACKETS):
            product.part(f"d{place}").set_color(theme.RUN)
        table = self.layout.full
        table.place(product, 0.4, 0.98)
        self.play(FadeIn(product))
        rows = VGroup()
        for picked in range(BRACKETS):
            # The picked letters fall straight down; the nudge moves on by one bracket in each row.
            names = [f"{'d' if place == picked else 'x'}{place}" for place in range(BRACKETS)]
            fall = (picked + 1) * BRACKET_PITCH
            row = VGroup(*(product.part(name).copy().shift(DOWN * fall) for name in (*names, "on")))
            self.play(
                *(
                    TransformFromCopy(product.part(name), letters)
                    for name, letters in zip((*names, "on"), row, strict=True)
                ),
                run_time=theme.WRITE,
            )
            rows.add(row)
        more = Formula("dots.v", size=theme.KEY_SIZE, color=theme.MUTED)
        more.move_to(rows).shift(DOWN * (BRACKETS + 1) / 2 * BRACKET_PITCH)
        ways = VGroup(rows, more)
        bottom, top = (ways.get_corner(side + RIGHT) + theme.GUTTER * RIGHT for side in (DOWN, UP))
        count = Formula("n", size=theme.TITLE_SIZE, color=theme.EXACT)
        self.play(FadeIn(more, SpanBrace(bottom, top, count)))
        total = in_roles(
            "{{Delta f : rise}} {{= : is}} {{n : m}} thin {{x^(n - 1) : x}} thin {{Delta x : run}} "
            "{{+ dots.c : more}}",
            size=theme.TITLE_SIZE,
        )
        table.place(total, 0.4, 0.09)
        self.play(
            *carry(count, total.part("m")),
            *carry(row[BRACKETS - 1], total.part("run")),
            FadeIn(total.parts("rise", "is", "x", "more")),
        )

    def exponent_hops_down(self) -> None:
        self.clear_stage()
        powers = self.numbers.powers
        *rows, last = self.layout.full.part(0.12, 0.82, 0.04, 0.97).rows(*[1] * (len(powers) + 1))
        for (power, f), row in zip(powers.items(), rows, strict=True):
            before, after = self._slope_of_power(str(power), str(power - 1), row)
            moving = before.part("hop").copy().set_color(theme.EXACT)
            self.play(FadeIn(before, run_time=theme.LEAP))
            rest = after.without("hop")
            self.play(hop(moving, after.part("hop")), FadeIn(rest, rate_func=late(theme.DIM)))
            self.remove(moving, rest)
            self.add(after)
            if power - 1 < 2:  # the exponents 1 and 0 are not written
                plain = Formula(f"= {typst(f.derivative_expression)}", size=POWER_SIZE)
                plain.next_to(after, RIGHT, buff=theme.GUTTER).stand_on(after.baseline)
                self.play(FadeIn(plain, run_time=theme.LEAP))
        rule = VGroup(*self._slope_of_power("n", "n - 1", last))
        self.play(FadeIn(rule, rate_func=theme.ENTER, run_time=theme.FADE))
        self.wait(theme.HOLD)

    @staticmethod
    def _slope_of_power(power: str, left: str, row: Region) -> tuple[Formula, Formula]:
        """Return both sides of a row: the derivative of a power, and its exponent in front."""
        before = Formula(f"(x^{{{{{power} : hop}}}})' =", size=POWER_SIZE)
        after = Formula(
            f"{{{{{power} : hop}}}} x^{{{{{left} : left}}}}",
            size=POWER_SIZE,
            colors={"hop": theme.EXACT},
        )
        row.place(before).align_to(row.at(POWER_EDGE, 0.5), RIGHT)
        after.next_to(before, RIGHT, buff=theme.GUTTER).stand_on(before.baseline)
        return before, after
