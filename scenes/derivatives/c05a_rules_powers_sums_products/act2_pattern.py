"""Clip 05a, second act: a cube, n brackets, and the exponent that steps down."""

from __future__ import annotations

from manim import (
    DOWN,
    DR,
    LEFT,
    ORIGIN,
    RIGHT,
    UR,
    FadeIn,
    FadeOut,
    VGroup,
    VMobject,
    there_and_back,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import ARRIVAL, carry, late
from scenes.components.motion.sweep import Sweep, between, hop, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c05a_rules_powers_sums_products.act1_square import AfterSquareGrows
from scenes.derivatives.c05a_rules_powers_sums_products.props.bracket_picks import (
    BracketPicks,
    pick_row,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_view import (
    CornerState,
    CornerView,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.cube import GrowingCube
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_grid import PickGrid
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
from scenes.layout import Region
from scenes.notation import typst

BRACKETS = 4
BRACKETS_AT = (0.0, 0.47, 0.27, 0.82)
"""The part of the frame for the brackets: left, right, lower and upper edge, as shares."""
PICKS_AT = (0.535, 0.72)
"""Where the table of picks begins in the frame, as shares."""
PICK_PITCH = 0.73
"""Distance between two letters of a pick, in frame units."""
BRACE_MORE = 0.12
"""How far the count stands off its brace beyond the usual gap, in frame units."""
CUBE_SIDE, CUBE_NUDGE, CUBE_GAP = 2.9, 0.5, 0.4
"""Side of the cube, its first nudge, and the gap between its parts, in frame units."""
CUBE_AT = (0.16, 0.27)
"""Where the cube stands in the left part, as shares."""
POWER_EDGE = 0.61
"""Where the signs of equality of the rules of powers stand, as a share of the frame."""
ICON_AT, COUNT_AT = 0.13, 0.24
"""Where the middle of a growing thing and the left edge of its count stand, as shares."""
ICON_SIDE, ICON_NUDGE, ICON_GAP = 0.88, 0.14, 0.08
"""Side, nudge and gap of the small square and cube, in frame units."""
GRID_SIZE = 1.22
"""Width of the small table of picks, in frame units."""
MARKS_BELOW = 0.11
"""How much lower than usual the braces of the cube stand: its edge hangs over them."""
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
                ("3 x thin (Delta x)^2", "approx", NOTHING),
                ("(Delta x)^3", "approx", NOTHING),
            ),
            per="Delta x",
        )
        algebra.place(growth, 0.0, 0.72)
        for pieces, sign, term in zip(
            (cube.slabs, cube.bars, VGroup(cube.corner)), growth.signs, growth.terms, strict=True
        ):
            self.play(self._swell(cube, pieces), FadeIn(sign, term, run_time=theme.POINT))
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

    @staticmethod
    def _swell(cube: GrowingCube, pieces: VGroup) -> Sweep:
        """Let some solids of a cube swell once, each about its middle, behind what covers them."""
        still = pieces.copy()

        def grow(share: float) -> None:
            for piece, before in zip(pieces, still, strict=True):
                piece.become(before.copy().scale(1 + (SOLID_GROWTH - 1) * share))

        return Sweep(grow, between(0.0, 1.0), cube, rate_func=there_and_back, run_time=theme.POINT)

    def brackets_pick_one_nudge(self) -> None:
        self.clear_stage()
        room = self.layout.readable
        first, second, last = (f"(x + {{{{Delta x : run{place}}}}})" for place in range(3))
        product = in_roles(
            f"(x + {{{{Delta x : run}}}})^n = {first} {second} dots.c {last}", size=theme.KEY_SIZE
        )
        room.place(product, 0.5, 1.0)
        picks = BracketPicks(room.part(*BRACKETS_AT), BRACKETS)
        self.play(FadeIn(product, run_time=theme.FADE))
        self.play(FadeIn(picks, shift=DOWN * theme.NUDGE_SHIFT, run_time=theme.FADE))
        self.add(picks.path)
        single = [[int(place == row) for place in range(BRACKETS)] for row in range(BRACKETS)]
        rows = VGroup(*(self._row(chosen, place) for place, chosen in enumerate(single)))
        now: list[int] | None = None
        for chosen, row in zip(single, rows, strict=True):
            self._lead(picks, now, chosen)
            self.play(FadeIn(row, shift=RIGHT * theme.NUDGE_SHIFT, run_time=theme.LEAP))
            now = chosen
        bottom, top = (rows.get_corner(side) + theme.GUTTER * RIGHT for side in (DR, UR))
        count = Formula("n", size=theme.TITLE_SIZE, color=theme.EXACT)
        brace = SpanBrace(bottom, top, count)
        count.shift(RIGHT * BRACE_MORE)
        self.play(FadeIn(brace, run_time=theme.FADE))
        # Every other pick has no nudge, or two and more.
        for place, (chosen, term) in enumerate(
            (([0, 0, 0, 0], "x^n"), ([1, 1, 0, 0], "x^(n - 2) (Delta x)^2")), start=BRACKETS
        ):
            row = self._row(chosen, place, theme.MUTED)
            told = Formula(f"= {term}", size=theme.TABLE_SIZE, color=theme.MUTED)
            told.next_to(row, RIGHT, buff=theme.GUTTER).stand_on(self._line(place))
            self._lead(picks, now, chosen)
            self.play(FadeIn(row, told, shift=RIGHT * theme.NUDGE_SHIFT, run_time=theme.LEAP))
            now = chosen
        total = in_roles(
            "{{Delta f : rise}} {{= : is}} {{n : m}} thin {{x^(n - 1) : x}} thin {{Delta x : run}} "
            "{{+ dots.c : more}}",
            size=theme.KEY_SIZE,
        )
        room.place(total, 0.02, 0.06)
        self.play(dim(picks, picks.path))
        self.play(
            *carry(count, total.part("m")),
            FadeIn(total.without("m"), run_time=theme.WRITE),
        )

    def _line(self, place: int) -> float:
        _, top, _ = self.layout.readable.at(*PICKS_AT)
        return float(top) - place * theme.WIDE_PITCH

    def _row(self, chosen: list[int], place: int, color: str | None = None) -> VGroup:
        left, _, _ = self.layout.readable.at(*PICKS_AT)
        row = pick_row(chosen, PICK_PITCH, color)
        return row.shift((float(left), self._line(place), 0.0))

    def _lead(self, picks: BracketPicks, before: list[int] | None, after: list[int]) -> None:
        """Lead the path from one pick to the next; the first one appears where it lies."""
        if before is None:
            picks.pick(after)
            self.play(FadeIn(picks.path, run_time=theme.LEAP))
            return

        def go(share: float) -> None:
            picks.pick([a + share * (b - a) for a, b in zip(before, after, strict=True)])

        self.play(
            Sweep(
                go,
                between(0.0, 1.0),
                picks,
                picks.path,
                run_time=theme.FADE,
                rate_func=theme.TRAVEL,
            )
        )

    def exponent_hops_down(self) -> None:
        self.clear_stage()
        room = self.layout.readable
        *rows, last, asked = room.rows(*[1.15] * len(self.numbers.powers), 0.95, 0.5)
        rules, beside = [], VGroup()
        for (power, f), row, (icon, name) in zip(
            self.numbers.powers.items(), rows, self._growing(), strict=True
        ):
            icon.move_to(row.at(ICON_AT, 0.5))
            pieces = Words(f"{power} {name}", size=theme.TABLE_SIZE, color=theme.MUTED)
            pieces.move_to(row.at(COUNT_AT, 0.5), aligned_edge=LEFT)
            beside.add(icon, pieces)
            left = power - 1
            # The exponent 1 is not written.
            plain = f"{{{{= {typst(f.derivative_expression)} : plain}}}}" if left == 1 else ""
            rules.append(self._slope_of_power(str(power), str(left), plain, row))
        every = Formula('n upright("picks")', size=theme.TABLE_SIZE, color=theme.MUTED)
        every.move_to(last.at(COUNT_AT, 0.5), aligned_edge=LEFT)
        general = self._slope_of_power("n", "n - 1", "", last)
        # The left sides stand there before the first exponent hops.
        self.play(FadeIn(beside, *(self._left_side(rule) for rule in rules), run_time=theme.FADE))
        for rule in rules:
            self._hop(rule)
        self.play(FadeIn(every, self._left_side(general), run_time=theme.LEAP))
        self._hop(general)
        question = Words("For every power?", size=theme.TABLE_SIZE)
        asked.place(question, 0.0, 0.5).align_to(general, LEFT)
        self.ask(question)

    @staticmethod
    def _left_side(rule: Formula) -> VGroup:
        return (
            rule.without("hop1", "left", "plain")
            if "plain" in rule.labels
            else rule.without("hop1", "left")
        )

    def _hop(self, rule: Formula) -> None:
        """Let the exponent of a rule hop from its left side to the front of its right side."""
        moving = rule.part("hop0").copy()
        rest = rule.parts(*(name for name in rule.labels if name in ("left", "plain")))
        self.play(hop(moving, rule.part("hop1")), FadeIn(rest, rate_func=late(ARRIVAL)))
        self.remove(moving, rule)
        self.add(rule)

    def _growing(self) -> list[tuple[VMobject, str]]:
        """Return a square, a cube and a table of picks, and what is counted in each."""
        unit = ICON_SIDE / self.numbers.squares[0].side
        square = CornerView(
            self.numbers.squares[0].side,
            CornerState(unit, (0.0, 0.0), ICON_NUDGE / unit, ICON_GAP),
        )
        cube = GrowingCube(ICON_SIDE, ICON_NUDGE, ICON_GAP, ORIGIN)
        return [
            (VGroup(square.core, square.right_sliver, square.top_sliver), "slivers"),
            (cube.slabs, "faces"),
            (PickGrid(max(self.numbers.powers), GRID_SIZE), "picks"),
        ]

    @staticmethod
    def _slope_of_power(power: str, left: str, plain: str, row: Region) -> Formula:
        """Return a row: the derivative of a power, with its exponent in both of its places."""
        rule = Formula(
            f"(x^{{{{{power} : hop0}}}})' {{{{= : is}}}} {{{{{power} : hop1}}}} "
            f"{{{{x^({left}) : left}}}} {plain}",
            {"hop0": theme.EXACT, "hop1": theme.EXACT},
            size=theme.KEY_SIZE,
        )
        row.place(rule)
        return rule.shift((row.at(POWER_EDGE, 0.5)[0] - rule.part("is").get_x()) * RIGHT)
