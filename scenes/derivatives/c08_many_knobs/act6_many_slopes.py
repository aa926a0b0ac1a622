"""Clip 08, sixth act: from two slopes on a landscape to a list of slopes without one."""

from __future__ import annotations

from manim import LEFT, RIGHT, UP, FadeIn, GrowFromEdge, LaggedStart, VGroup

from lessons.derivatives.c08.numbers import Numbers
from scenes import theme
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.chip import SlopeChip
from scenes.components.rigs.dial import Dial
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import gradient_picture

COLUMNS, NARROW_COLUMNS = (0.8, 1.3, 3.4, 3.6), (0.8, 1.2, 5.0)
"""Widths of the names, the knobs, their slopes and the rule, which stands below in a narrow frame.
"""
NARROW_RULE = 0.12
"""The share of a narrow frame's height that the rule takes."""
LIST_ROWS = 8.5
"""Height of a list of many knobs, in heights of its heading."""
ARROW_SHARE = 0.7
RULE_AT = 0.44
"""How high the rule stands, as a share of the height: beside a short bar."""
LONGEST_BAR, UPRIGHT_BAR = 4.3, 3.3
"""Length of the bar of the steepest slope, in frame units."""
KNOB_RADIUS = 0.32
"""Radius of one of many knobs."""


class ManySlopes(MappedAct):
    """From two slopes on a landscape to a list of slopes without one."""

    numbers: Numbers

    # Scene 8E: n knobs

    def column_of_slopes(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        region, longest = self.layout.full, LONGEST_BAR
        columns: tuple[float, ...] = COLUMNS
        if self.layout.narrow:
            clear, columns = self.layout.above_captions(region), NARROW_COLUMNS
            region, below = clear.rows(1 - NARROW_RULE, NARROW_RULE)
        if self.layout.upright:
            longest = UPRIGHT_BAR
        heads, body = region.rows(1, LIST_ROWS)
        rows = body.rows(*[1.0] * len(numbers.many_parameters), 1.0)
        names, knobs, slopes, *beside = region.columns(*columns)
        steepest = abs(numbers.many_partials).max()
        self.crowd = [
            Dial(value, numbers.many_span, radius=KNOB_RADIUS, ticks=5)
            for value in numbers.many_parameters
        ]
        labels, entries = VGroup(), VGroup()
        chips = [
            SlopeChip(
                slope,
                row.center * UP + slopes.at(0.05, 0.0) * RIGHT,
                longest / steepest,
            )
            for slope, row in zip(numbers.many_partials, rows, strict=False)
        ]
        for place, (dial, row) in enumerate(zip(self.crowd, rows, strict=False)):
            label = Formula(f"w_{place + 1}", size=theme.TABLE_SIZE, color=theme.RUN)
            labels.add(label.move_to(row.center * UP + names.at(0.5, 0.0) * RIGHT))
            dial.move_to(row.center * UP + knobs.at(0.3, 0.0) * RIGHT)
            chips[place].arrow.scale(ARROW_SHARE)
            # The entries of the gradient have signs, which the arrows repeat.
            slope = float(numbers.many_partials[place])
            entry = Numeral(slope, shortest(slope), size=theme.TABLE_SIZE, color=theme.EXACT)
            entries.add(entry.next_to(chips[place].bar, RIGHT, buff=theme.LABEL_GAP))
        headings = VGroup(
            Formula("w", size=theme.TABLE_SIZE, color=theme.RUN),
            Formula("gradient J", size=theme.TABLE_SIZE, color=theme.EXACT),
        )
        for heading, x in zip(headings, (knobs.at(0.3, 0.0), slopes.at(0.05, 0.0)), strict=True):
            heading.move_to(heads.center * UP + x * RIGHT)
        more = VGroup(
            *(
                Formula("dots.v", size=theme.DIGIT_SIZE, color=theme.MUTED).move_to(
                    rows[-1].center * UP + x * RIGHT
                )
                for x in (names.at(0.5, 0.0), knobs.at(0.3, 0.0), slopes.at(0.05, 0.0))
            )
        )
        self.play(
            FadeIn(headings[0]),
            LaggedStart(
                *(FadeIn(label, dial) for label, dial in zip(labels, self.crowd, strict=True)),
                lag_ratio=theme.LAG,
                run_time=theme.GROUP,
            ),
            FadeIn(more),
        )
        self.play(
            FadeIn(headings[1]),
            LaggedStart(
                *(FadeIn(chip.arrow) for chip in chips), lag_ratio=theme.LAG, run_time=theme.WRITE
            ),
        )
        self.play(
            LaggedStart(
                *(GrowFromEdge(chip.bar, LEFT) for chip in chips),
                lag_ratio=theme.LAG,
                run_time=theme.WRITE,
            ),
            FadeIn(entries),
        )
        rule = in_roles(
            "{{w : run1}} <- {{w : run2}} - {{alpha : dial}} thin {{gradient J : exact}}",
            theme.KEY_SIZE,
        )
        rule.part("dial").set_color(theme.ALPHA)
        if self.layout.narrow:
            below.place(rule)
        else:
            beside[0].place(rule, 1.0, RULE_AT)
        self.play(FadeIn(rule))
        # Every knob turns against its own slope, all at once.
        self.play(Sweep(self._turn_all, between(0.0, 1.0), *self.crowd, run_time=theme.DRAW))

    def _turn_all(self, share: float) -> None:
        numbers = self.numbers
        for dial, before, after in zip(
            self.crowd, numbers.many_parameters, numbers.many_after, strict=True
        ):
            dial.set_value(before + share * (after - before))

    def gradient_becomes_a_tile(self) -> None:
        self.clear_stage()
        self.leave_tile("gradient", gradient_picture())
