"""Clip 09b, second act: a narrow valley, its two speeds, and the epochs that they need."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import SolidDot
from scenes.components.landscape.parameter_plane import ContourMap
from scenes.components.landscape.plane import path_on, plane_in
from scenes.components.marks.brace import Hairline
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.decimals import common_places, places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.mode_bars import ModeBars
from scenes.derivatives.c09b_regression_the_surprise.props.printing import DECIMALS, alpha_text

TOLD = 3
QUICK = 10
WAYS = ("distance left, across", "distance left, along")


class NarrowValley(Act):
    """The descent crosses the valley fast, and is slow along its floor."""

    numbers: Numbers

    def narrow_valley(self) -> None:
        numbers = self.numbers
        self.clear_stage()
        room, self.beside = self.layout.full.columns(0.66, 0.34, gap=theme.CARD_GAP)
        self.plane = plane_in(room, numbers.near)
        rings = ContourMap(self.plane, numbers.near_rings)
        self.play(FadeIn(self.plane, rings))
        if numbers.outcome == "diverges":
            self._run_away()
            return
        epochs = numbers.trail_epochs
        stops = [epochs.index(epoch) for epoch in numbers.shown_epochs]
        self.path = path_on(
            self.plane, numbers.trail_points, marks=sorted({*range(stops[0] + 1), *stops})
        )
        largest = abs(numbers.shown_points).max(axis=0).tolist()
        table = ValueTable(
            [
                Column('upright("epoch")', theme.MUTED, 0),
                Column("w", theme.RUN, places(largest[0], TOLD + 1)),
                Column("b", theme.RISE, places(largest[1], TOLD + 1)),
            ],
            [
                (epoch, *point)
                for epoch, point in zip(
                    numbers.shown_epochs, numbers.shown_points.tolist(), strict=True
                )
            ],
            gap=theme.CARD_GAP,
        )
        self.beside.place(self.beside.fit(table), 0.5, 0.95)
        self.play(FadeIn(self.path), table.open())
        start = 0
        for row, stop in zip(table.rows, stops, strict=True):
            self.play(self.path.go(start, stop, run_time=theme.DRAW if start == 0 else theme.LEG))
            self.play(FadeIn(row, shift=LEFT * theme.NUDGE_SHIFT, run_time=theme.LEAP))
            start = stop
        self._mark_minimum()
        ratio = Formula(
            f"1 : {spell(numbers.axis_ratio, places(numbers.axis_ratio, 2))}",
            size=theme.FORMULA_SIZE,
            color=theme.FUNC,
        )
        told = Words("width to length", size=theme.AXIS_SIZE, color=theme.MUTED)
        shape = VGroup(ratio, told).arrange(DOWN, buff=theme.LABEL_GAP)
        self.beside.place(shape, 0.5, 0.12)
        self.table, self.rings = VGroup(table), rings
        if numbers.near.equal:  # elsewhere the picture does not have this shape
            self.play(FadeIn(shape))
            self.table.add(shape)

    def _mark_minimum(self) -> None:
        """Say where the path will end, clear of the rings about it."""
        best = self.numbers.expected
        w, b = (spell(value, common_places([value])) for value in best)
        dot = SolidDot(self.plane.place(best), theme.EXACT, theme.FINE_DOT_RADIUS)
        name = Formula(f"({w}, {b})", size=theme.AXIS_SIZE, color=theme.EXACT)
        name.next_to(dot, RIGHT, buff=theme.COLUMN_GAP)
        name.set_stroke(theme.BG, theme.HALO, background=True)
        tie = Hairline(dot.get_center(), name.get_left() + theme.LABEL_GAP / 2 * LEFT, theme.EXACT)
        self.minimum = VGroup(dot, tie, name)
        self.play(FadeIn(self.minimum, run_time=theme.FADE))

    def _run_away(self) -> None:
        """Past the limit each step lands higher on the other side."""
        numbers = self.numbers
        path = path_on(self.plane, numbers.diverging.points)
        losses = numbers.shown_losses
        table = ValueTable(
            [
                Column('upright("epoch")', theme.MUTED, 0),
                Column("J", theme.INK, places(float(losses[0]))),
            ],
            [*enumerate(losses.tolist())],
        )
        self.beside.place(self.beside.fit(table), 0.5, 0.95)
        self.play(FadeIn(path), table.open())
        self.play(FadeIn(table.rows[0], run_time=theme.FADE))
        for step in range(len(losses) - 1):
            self.play(path.go(step, step + 1, run_time=theme.STEP))
            self.play(FadeIn(table.rows[step + 1], run_time=theme.LEAP))

    def two_speeds(self) -> None:
        numbers = self.numbers
        self.play(
            FadeOut(self.table, self.path, self.minimum),
            animated(self.rings).set_stroke(opacity=theme.GHOST),
        )
        self.counter = Readout(
            'upright("epoch")', 0, digits=whole_digits(numbers.contraction.half_life)
        )
        alpha = Formula(f"alpha = {alpha_text(numbers.alpha)}", size=theme.LABEL_SIZE)
        alpha.next_to(self.counter, RIGHT, buff=theme.COLUMN_GAP).stand_on(self.counter.baseline)
        self.beside.place(VGroup(self.counter, alpha), 0.0, 1.0)
        self.play(FadeIn(alpha, run_time=theme.FADE))
        room = self.beside.part(0.0, 1.0, 0.08, 0.86)
        bars = ModeBars(room)
        blocks = []
        for name, line, row in zip(WAYS, self._factors(), room.rows(1, 1), strict=True):
            told = Words(name, size=theme.AXIS_SIZE, color=theme.MUTED)
            block = VGroup(told, line).arrange(DOWN, aligned_edge=LEFT, buff=theme.LEG_GAP)
            row.place(row.fit(block), 0.0, 0.6)
            blocks.append(block)
        for way, block, frame, bar in zip(
            numbers.curvatures.directions.tolist(), blocks, bars.frames, bars.bars, strict=True
        ):
            axis = self.plane.through(numbers.floor.best, way, theme.EXACT)
            self.play(Create(axis), FadeIn(block))
            self.play(FadeIn(frame, bar))
            self.play(animated(axis, run_time=theme.FADE).set_stroke(color=theme.MUTED))
        self._race(bars)

    def _factors(self) -> list[Formula]:
        """Write what one step keeps of the distance across, and along."""
        numbers, lines = self.numbers, []
        for value, factor in zip(
            numbers.curvatures.values.tolist(), numbers.contraction.factors.tolist(), strict=True
        ):
            # What counts is how far a factor is from one.
            digits = places(1 - abs(factor))
            lines.append(
                in_roles(
                    f"1 - alpha dot {{{{{spell(value, max(places(value), 2))} : exact}}}} = "
                    f"{{{{{spell(factor, digits)} : exact1}}}}",
                    theme.LABEL_SIZE,
                )
            )
        return lines

    def _race(self, bars: ModeBars) -> None:
        """Let both distances shrink until the slow one is halved."""
        numbers, counter = self.numbers, self.counter
        half = round(numbers.contraction.half_life)
        self.play(FadeIn(bars.half, bars.half_name, counter))

        def run(epoch: float) -> None:
            bars.put(*numbers.kept(epoch))
            counter.set_value(round(epoch))

        fast = min(half, QUICK)
        moved = (bars, counter)
        self.play(Sweep(run, between(0, fast), *moved, run_time=theme.DRAW))
        self.play(Sweep(run, between(fast, half), *moved, run_time=theme.JOURNEY))

    def counter_spins(self) -> None:
        numbers = self.numbers
        self.clear_stage()
        needed = numbers.epochs_needed
        if needed is None:
            self._count_is_hopeless()
            return
        start = numbers.epochs if numbers.outcome == "slow" else min(QUICK, needed)
        counter = Numeral(
            start, digits=len(spell(needed, 0, grouped=True)), grouped=True, size=theme.OPENING_SIZE
        )
        name = Words("epochs", color=theme.MUTED)
        center = self.layout.full
        center.place(counter, 0.5, 0.78)
        name.next_to(counter, DOWN, buff=theme.GUTTER)
        counter.shift((center.center[0] - (counter.slots_left + counter.slots_right) / 2, 0, 0))
        first = numbers.setting_after(start)
        # The sign of b stands in the sum, unless it changes on the way.
        steady = first.b * numbers.expected.b > 0
        sign = 0.0 if not steady else 1.0 if first.b > 0 else -1.0
        w, b = (
            Numeral(
                value,
                DECIMALS,
                digits=whole_digits(value, best),
                signed=signed,
                plus=plus,
                size=theme.TITLE_SIZE,
                color=theme.APPROX,
            )
            for value, best, signed, plus in (
                (first.w, numbers.expected.w, first.w < 0 or numbers.expected.w < 0, False),
                (abs(first.b) if steady else first.b, numbers.expected.b, not steady, not steady),
            )
        )
        between_them = {0.0: "x", 1.0: "x +", -1.0: "x -"}[sign]
        line = VGroup(w, Formula(between_them, size=theme.TITLE_SIZE), b)
        line.arrange(RIGHT, buff=theme.GUTTER)
        line[1].stand_on(w.baseline)
        center.place(center.fit(line), 0.5, 0.38)
        self.play(FadeIn(counter, name, line))

        def spin(share: float) -> None:
            epoch = numbers.epoch_at(start, needed, share)
            at = numbers.setting_after(epoch)
            counter.set_value(epoch)
            w.set_value(at.w)
            b.set_value(abs(at.b) if steady else at.b)

        self.play(Sweep(spin, between(0.0, 1.0), counter, w, b, run_time=theme.JOURNEY))
        self.play(animated(VGroup(w, b), run_time=theme.FADE).set_color(theme.EXACT))
        self.point_at(counter)
        if numbers.is_predicted and numbers.epochs_predicted is not None:
            slow = float(numbers.contraction.factors[1])
            # With fewer digits, what is written would not give what is claimed.
            factor = spell(slow, places(1 - slow) + 1)
            rule = in_roles(
                f'underbrace({spell(numbers.slow_part, DECIMALS)}, "miss at first") dot '
                f'underbrace({{{{{factor} : exact}}}}^k, "after" med k med "epochs") < '
                f'underbrace({spell(numbers.half_unit, DECIMALS + 1)}, "half a digit") '
                "quad => quad "
                f"k > {spell(numbers.epochs_predicted, 1, grouped=True)}",
                theme.FORMULA_SMALL_SIZE,
            )
            center.place(rule, 0.5, 0.08)
            self.play(FadeIn(rule))
            self.wait(theme.THINK + theme.SETTLE)

    def _count_is_hopeless(self) -> None:
        """Say that there are too many epochs to be counted."""
        numbers = self.numbers
        words = Words(
            f"more than {spell(numbers.longest_run, 0, grouped=True)} epochs", size=theme.TITLE_SIZE
        )
        self.layout.full.place(words, 0.5, 0.65)
        self.play(FadeIn(words))
        if numbers.epochs_predicted is not None:
            digits, power = numbers.predicted_digits
            rule = Formula(f"approx {spell(digits, 1)} dot 10^({power})", size=theme.FORMULA_SIZE)
            rule.next_to(words, DOWN, buff=theme.CARD_GAP)
            self.play(FadeIn(rule))
