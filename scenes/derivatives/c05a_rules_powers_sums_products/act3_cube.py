"""Clip 05a, third act: a cube grows by three faces."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, FadeIn, FadeOut, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.cube import GrowingCube
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
from scenes.layout import Region

SHARES = (0.49, 0.51)
"""The shares of picture and algebra of a wide stage's width."""
CUBE_SIDE, CUBE_NUDGE, CUBE_GAP = (2.9, 1.8, 2.6), 0.5, 0.4
"""Side of the cube in a wide, in a square and in an upright frame, its first nudge, and the gap
between its parts, in frame units."""
CUBE_AT = ((0.16, 0.27), (0.07, 0.59), (0.28, 0.58))
"""Where the cube stands in the part of the picture, as shares."""
VOLUME_AT, GROWTH_AT, SLOPE_AT = (
    ((0.0, 0.96), (0.75, 0.97), (0.0, 1.0)),
    ((0.0, 0.77), (0.5, 0.0), (0.5, 0.24)),
    ((0.0, 0.14), (0.82, 0.68), (0.5, 0.0)),
)
"""Where volume, growth and slope stand in the part of the algebra, as shares."""
MARKS_BELOW = 0.11
"""How much lower than usual the braces of the cube stand: its edge hangs over them."""


class CubeGrows(Act):
    """A cube grows by three slabs; its rods and its corner are too small to count."""

    numbers: Numbers

    def _parts(self) -> tuple[Region, Region]:
        """Return what picture and algebra fill: the halves of a wide frame, or all of another."""
        if self.layout.narrow:
            return self.layout.readable, self.layout.readable
        left, right = self.layout.stage.columns(*SHARES, gap=theme.CARD_GAP)
        return left, right

    def cube_grows(self) -> None:
        self.clear_stage()
        shrink, choose = self.numbers.nudges, self.layout.by_shape
        picture, algebra = self._parts()
        cube = GrowingCube(choose(*CUBE_SIDE), theme.VANISH, 0.0, picture.at(*choose(*CUBE_AT)))
        volume = algebra.place(Formula("f = x^3", size=theme.KEY_SIZE), *choose(*VOLUME_AT))
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
        ).shift(DOWN * MARKS_BELOW)
        self.play(FadeIn(marks, run_time=theme.FADE))

        def shrink_to(nudge: float) -> None:
            before = slab.get_corner(DOWN + LEFT)
            cube.set_nudge(nudge)
            side.shift(slab.get_corner(DOWN + LEFT) - before)

        growth = TermRows(
            "Delta f",
            (
                ("3 x^2 thin Delta x", "rise", "3 x^2"),
                ("3 x thin (Delta x)^2", "run", NOTHING),
                ("(Delta x)^3", "run", NOTHING),
            ),
            per="Delta x",
        )
        algebra.place(growth, *choose(*GROWTH_AT))
        for pieces, sign, term in zip(
            (cube.slabs, cube.bars, VGroup(cube.corner)), growth.signs, growth.terms, strict=True
        ):
            self.play(cube.swell(pieces), FadeIn(sign, term, run_time=theme.POINT))
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
        algebra.place(slope, *choose(*SLOPE_AT))
        self.play(
            FadeIn(slope.without("exact")),
            *carry(growth.limits[0].part("exact"), slope.part("exact")),
        )
        self.wait(theme.HOLD)
