"""Clip 05a, fourth act: n brackets, and the exponent that steps down."""

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
    VMobject,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import ARRIVAL, carry, late
from scenes.components.motion.sweep import Sweep, between, hop
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c05a_rules_powers_sums_products.props.bracket_picks import (
    BracketPicks,
    PickRow,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.growing_things import (
    growing_things,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.panels import power_tiles
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_chart import PickChart
from scenes.layout import Region

BRACKETS_AT = ((0.02, 0.5, 0.22, 0.82), (0.0, 0.58, 0.26, 0.72), (0.08, 0.92, 0.5, 0.82))
"""The part of the frame for the brackets in a wide, in a square and in an upright frame, as shares:
left, right, lower and upper edge."""
PICKS_AT = ((0.64, 0.73), (0.68, 0.66), (0.32, 0.31))
"""Where the table of picks begins in the frame, as shares."""
PICK_PITCH = 0.86
"""Distance between two letters of a pick, in frame units."""
CHART_AT = ((0.0, 1.0, 0.27, 0.84), (0.0, 1.0, 0.27, 0.84), (0.0, 1.0, 0.0, 0.77))
"""The part of the frame for the chart of all picks, as shares."""
CHART_PITCH = (0.56, 0.41, 0.41)
"""Its pitch, in frame units."""
BREAK = "\\ "
"""What breaks a formula into two lines."""
ICON_LOW, ICON_SCALE = 0.445, (1.0, 0.8, 0.88)
"""Where a growing thing stands in its column, as a share of the height, and its scale."""
GENERAL_AT = 0.3
"""How high the rule for any power stands in a wide frame, as a share."""
COUNT_BELOW, RULE_BELOW = 0.62, 1.5
"""How far below it the lines of its count and of its rule stand, in frame units."""
ASIDE, ASIDE_COUNT, ASIDE_RULE = (0.16, 0.36), 0.74, 0.36
"""In an upright frame: where the middle of the thing and the words beside it begin, as shares, and
how high these stand."""


class PowerPattern(Act):
    """From squares to every power: one nudge is picked from each bracket in turn."""

    numbers: Numbers

    def brackets_pick_one_nudge(self) -> None:
        self.clear_stage()
        room, count = self.layout.readable, len(self.numbers.picks) - 1
        first, second, last = (f"(x + {{{{Delta x : run{place}}}}})" for place in range(3))
        choose = self.layout.by_shape
        product = in_roles(
            f"(x + {{{{Delta x : run}}}})^n {choose('', BREAK, BREAK)}"
            f"= {first} {second} dots.c {last}",
            size=theme.KEY_SIZE,
        )
        room.place(room.fit(product), 0.5, 1.0)
        picks = BracketPicks(room.part(*choose(*BRACKETS_AT)), count)
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
        chart = PickChart(
            self.numbers.picks,
            room.part(*choose(*CHART_AT)),
            choose(*CHART_PITCH),
            upright=self.layout.upright,
        )
        none, one, *more = chart.columns
        # The brackets leave; what was picked becomes a column of a chart of every pick.
        rows_of_tiles = VGroup(*(row.tiles for row in rows))
        terms, braces = chart.terms, chart.braces
        self.wait(theme.FADE)
        leaving = (picks, picks.path, below, *(row.letters for row in rows))
        self.play(FadeOut(*leaving, run_time=theme.LEAP))
        self.play(
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
            buff=choose(theme.LABEL_GAP, theme.TICK, theme.LABEL_GAP),
            corner_radius=theme.CORNER,
            color=theme.EXACT,
            stroke_width=theme.FRAME_STROKE,
        )
        self.play(FadeIn(braces[0], braces[2]), FadeOut(product), Create(ring), run_time=theme.FADE)
        total = in_roles(
            "{{Delta f : rise}} = {{n : m}} thin {{x^(n - 1) : x}} thin {{Delta x : run}} "
            f"{choose('', '', BREAK)}+ {{{{(Delta x)^2 : run2}}}} dot (dots.c)",
            size=theme.TITLE_SIZE,
        )
        room.place(room.fit(total), 0.5, 1.0)
        self.play(
            *carry(chart.counted.part("m"), total.part("m")),
            FadeIn(total.without("m"), run_time=theme.WRITE),
        )
        self.wait(theme.HOLD)

    def _row(self, chosen: list[int], place: int) -> PickRow:
        left, top, _ = self.layout.readable.at(*self.layout.by_shape(*PICKS_AT))
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
        numbers = self.numbers
        *tiles, asked = power_tiles(self.layout, len(numbers.powers))
        rules, beside = [], VGroup()
        for power, tile, (icon, name) in zip(
            numbers.powers, tiles, growing_things(numbers), strict=False
        ):
            # What is counted has the colour of the exponent that it becomes.
            pieces = self._count(str(power), name)
            rule = self._slope_of_power(str(power), str(power - 1))
            self._lay_tile(tile, icon, pieces, rule)
            beside.add(icon, pieces)
            rules.append(rule)
        question = Words("For every power?", size=theme.CONCLUSION_SIZE)
        if self.layout.narrow:
            general = self._slope_of_power("n", "n - 1", theme.OPENING_SIZE)
            tiles[-1].fit(general).move_to(tiles[-1].center)
            asked.place(question, 0.5, 0.3)
        else:
            general = self._slope_of_power("n", "n - 1", theme.OPENING_SIZE)
            room = self.layout.readable
            general.move_to(room.at(0.5, GENERAL_AT))
            room.place(question, 0.5, 0.0)
        # The left sides stand there before the first exponent hops.
        self.play(FadeIn(beside, *(self._left_side(rule) for rule in rules), run_time=theme.FADE))
        for rule in rules:
            self._hop(rule)
        self.play(FadeOut(rules[0].part("one"), run_time=theme.LEAP))
        # What the three have in common remains, large.
        self.play(
            FadeOut(*rules),
            dim(beside),
            FadeIn(self._left_side(general), rate_func=late(ARRIVAL / 2)),
            run_time=theme.FADE,
        )
        self._hop(general)
        self.ask(question)

    def _lay_tile(self, tile: Region, icon: VMobject, pieces: Formula, rule: Formula) -> None:
        """Lay a growing thing with its count and its rule: close below it, or beside it."""
        icon.scale(self.layout.by_shape(*ICON_SCALE))
        if self.layout.upright:
            middle, words = ASIDE
            icon.move_to(tile.at(middle, 0.5))
            for told, height in ((pieces, ASIDE_COUNT), (rule, ASIDE_RULE)):
                told.move_to(tile.at(words, height), aligned_edge=LEFT)
            return
        # Close below it, so that a tile is one thing to look at.
        icon.move_to(tile.at(0.5, ICON_LOW), aligned_edge=DOWN)
        for told, drop in ((pieces, COUNT_BELOW), (rule, RULE_BELOW)):
            told.move_to(icon).stand_on(float(icon.get_bottom()[1]) - drop)

    @staticmethod
    def _count(number: str, name: str) -> Formula:
        told = in_roles(f'{{{{{number} : exact}}}} upright("{name}")', size=theme.FORMULA_SIZE)
        told.rest().set_color(theme.MUTED)
        return told

    @staticmethod
    def _left_side(rule: Formula) -> VGroup:
        return rule.without(*(name for name in rule.labels if name not in ("hop0", "is")))

    def _hop(self, rule: Formula) -> None:
        """Let the exponent of a rule hop from its left side to the front of its right side."""
        moving = rule.part("hop0").copy()
        rest = rule.parts(*(name for name in rule.labels if name in ("left", "one")))
        self.play(hop(moving, rule.part("hop1")), FadeIn(rest, rate_func=late(ARRIVAL)))
        self.remove(moving, rule)
        self.add(rule)

    @staticmethod
    def _slope_of_power(power: str, left: str, size: float = theme.KEY_SIZE) -> Formula:
        """Return the derivative of a power, with its exponent in both of its places."""
        # An exponent of 1 leaves later, since it is not written.
        label = "one" if left == "1" else "left"
        return Formula(
            f"(x^{{{{{power} : hop0}}}})' {{{{= : is}}}} {{{{{power} : hop1}}}} "
            f"{{{{x : left}}}}^({{{{{left} : {label}}}}})",
            {"hop0": theme.EXACT, "hop1": theme.EXACT},
            size=size,
        )
