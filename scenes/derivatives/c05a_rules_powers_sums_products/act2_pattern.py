"""Clip 05a, second act: a cube, n brackets, and the exponent that steps down."""

from __future__ import annotations

from manim import (
    DL,
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    SurroundingRectangle,
    VGroup,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.carry import ARRIVAL, carry, late
from scenes.components.motion.sweep import Sweep, between, hop, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c05a_rules_powers_sums_products.act1_square import AfterSquareGrows
from scenes.derivatives.c05a_rules_powers_sums_products.props.bracket_picks import (
    BracketPicks,
    PickRow,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.cube import GrowingCube
from scenes.derivatives.c05a_rules_powers_sums_products.props.growing_things import (
    any_picks,
    growing_things,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_chart import PickChart
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
from scenes.layout import Region
from scenes.notation import typst

BRACKETS_AT = (0.02, 0.5, 0.22, 0.82)
"""The part of the frame for the brackets: left, right, lower and upper edge, as shares."""
PICKS_AT = (0.64, 0.73)
"""Where the table of picks begins in the frame, as shares."""
PICK_PITCH = 0.86
"""Distance between two letters of a pick, in frame units."""
CHART_AT, CHART_PITCH = (0.0, 1.0, 0.27, 0.84), 0.56
"""The part of the frame for the chart of all picks, as shares, and its pitch in frame units."""
CUBE_SIDE, CUBE_NUDGE, CUBE_GAP = 2.9, 0.5, 0.4
"""Side of the cube, its first nudge, and the gap between its parts, in frame units."""
CUBE_AT = (0.16, 0.27)
"""Where the cube stands in the left part, as shares."""
POWER_EDGE = 0.61
"""Where the signs of equality of the rules of powers stand, as a share of the frame."""
ICON_AT, COUNT_AT = 0.18, 0.2
"""Where the right edge of a growing thing and the left edge of its count stand, as shares."""
MARKS_BELOW = 0.11
"""How much lower than usual the braces of the cube stand: its edge hangs over them."""


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
                ("3 x thin (Delta x)^2", "run", NOTHING),
                ("(Delta x)^3", "run", NOTHING),
            ),
            per="Delta x",
        )
        algebra.place(growth, 0.0, 0.77)
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
        algebra.place(slope, 0.0, 0.14)
        self.play(
            FadeIn(slope.without("exact")),
            *carry(growth.limits[0].part("exact"), slope.part("exact")),
        )
        self.wait(theme.HOLD)

    def brackets_pick_one_nudge(self) -> None:
        self.clear_stage()
        room, count = self.layout.readable, len(self.numbers.picks) - 1
        first, second, last = (f"(x + {{{{Delta x : run{place}}}}})" for place in range(3))
        product = in_roles(
            f"(x + {{{{Delta x : run}}}})^n = {first} {second} dots.c {last}", size=theme.KEY_SIZE
        )
        room.place(product, 0.5, 1.0)
        picks = BracketPicks(room.part(*BRACKETS_AT), count)
        amount = in_roles(f"n = {{{{{count} : m}}}}", size=theme.KEY_SIZE)
        below = SpanBrace(picks.boxes.get_corner(DL), picks.boxes.get_corner(DR), amount)
        self.play(FadeIn(product, run_time=theme.FADE))
        self.play(FadeIn(picks, below, shift=DOWN * theme.NUDGE_SHIFT, run_time=theme.FADE))
        self.add(picks.path)
        single = [[int(place == row) for place in range(count)] for row in range(count)]
        rows = [self._row(chosen, place) for place, chosen in enumerate(single)]
        now: list[int] | None = None
        for chosen, row in zip(single, rows, strict=True):
            self._lead(picks, now, chosen)
            self.play(FadeIn(row, shift=RIGHT * theme.NUDGE_SHIFT, run_time=theme.LEAP))
            now = chosen
        chart = PickChart(self.numbers.picks, room.part(*CHART_AT), CHART_PITCH)
        none, one, *more = chart.columns
        # The brackets leave; what was picked becomes a column of a chart of every pick.
        rows_of_tiles = VGroup(*(row.tiles for row in rows))
        terms, braces = chart.terms, chart.braces
        self.play(
            FadeOut(picks, picks.path, below, *(row.letters for row in rows), run_time=theme.FADE),
            ReplacementTransform(rows_of_tiles, one, rate_func=theme.TRAVEL, run_time=theme.POINT),
            LaggedStart(
                *(
                    FadeIn(column, term, shift=UP * theme.NUDGE_SHIFT)
                    for column, term in zip((none, *more), (terms[0], *terms[2:]), strict=True)
                ),
                lag_ratio=theme.LAG,
                run_time=theme.MORPH,
            ),
            FadeIn(terms[1], braces[1], rate_func=late(ARRIVAL / 2), run_time=theme.MORPH),
        )
        self.wait(theme.LEAP)
        ring = SurroundingRectangle(
            VGroup(one, terms[1]),
            buff=theme.LABEL_GAP,
            corner_radius=theme.CORNER,
            color=theme.EXACT,
            stroke_width=theme.FRAME_STROKE,
        )
        self.play(FadeIn(braces[0], braces[2]), FadeOut(product), Create(ring), run_time=theme.FADE)
        total = in_roles(
            "{{Delta f : rise}} = {{n : m}} thin {{x^(n - 1) : x}} thin {{Delta x : run}} "
            "+ {{(Delta x)^2 : run2}} dot (dots.c)",
            size=theme.TITLE_SIZE,
        )
        room.place(total, 0.5, 1.0)
        self.play(
            *carry(chart.counted.part("m"), total.part("m")),
            FadeIn(total.without("m"), run_time=theme.WRITE),
        )
        self.wait(theme.HOLD)

    def _row(self, chosen: list[int], place: int) -> PickRow:
        left, top, _ = self.layout.readable.at(*PICKS_AT)
        row = PickRow(chosen, PICK_PITCH)
        return row.shift((float(left), float(top) - place * PICK_PITCH, 0.0))

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
        *rows, last, asked = room.rows(*[1.12] * len(self.numbers.powers), 0.95, 0.72)
        rules, beside = [], VGroup()
        for (power, f), row, (icon, name) in zip(
            self.numbers.powers.items(), rows, growing_things(self.numbers), strict=True
        ):
            icon.move_to(row.at(ICON_AT, 0.5), aligned_edge=RIGHT)
            # What is counted has the colour of the exponent that it becomes.
            pieces = self._count(str(power), name)
            pieces.move_to(row.at(COUNT_AT, 0.5), aligned_edge=LEFT)
            beside.add(icon, pieces)
            left = power - 1
            # The exponent 1 is not written.
            plain = f"{{{{= {typst(f.derivative_expression)} : plain}}}}" if left == 1 else ""
            rules.append(self._slope_of_power(str(power), str(left), plain, row))
        picks, every = any_picks(), self._count("n", name)
        picks.move_to(last.at(ICON_AT, 0.5), aligned_edge=RIGHT)
        every.move_to(last.at(COUNT_AT, 0.5), aligned_edge=LEFT)
        general = self._slope_of_power("n", "n - 1", "", last)
        # The left sides stand there before the first exponent hops.
        self.play(FadeIn(beside, *(self._left_side(rule) for rule in rules), run_time=theme.FADE))
        for rule in rules:
            self._hop(rule)
        self.play(FadeIn(picks, every, self._left_side(general), run_time=theme.LEAP))
        self._hop(general)
        question = Words("For every power?", size=theme.CONCLUSION_SIZE)
        asked.place(question, 0.0, 0.3).align_to(general, LEFT)
        self.ask(question)

    @staticmethod
    def _count(number: str, name: str) -> Formula:
        told = in_roles(f'{{{{{number} : exact}}}} upright("{name}")', size=theme.FORMULA_SIZE)
        told.rest().set_color(theme.MUTED)
        return told

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
