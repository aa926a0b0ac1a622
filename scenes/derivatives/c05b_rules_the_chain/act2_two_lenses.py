"""Clip 05b, second act: what the second machine makes of a nudge, and both together."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    FadeIn,
    FadeOut,
    LaggedStart,
    TransformFromCopy,
)

from lessons.derivatives.c05b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.plate import on_plate
from scenes.components.motion.attention import undim
from scenes.components.motion.carry import carry
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.rigs.lens import Lens
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05b_rules_the_chain.act1_three_lines import (
    AfterThreeLines,
    note_beside,
)
from scenes.derivatives.c05b_rules_the_chain.props.nudge import stretch_lens
from scenes.derivatives.c05b_rules_the_chain.props.traveller import Traveller
from scenes.notation import per, typst


class TwoLenses(Act):
    """The second magnification settles; magnifications multiply."""

    numbers: Numbers
    before: AfterThreeLines

    def second_lens_settles(self) -> None:
        numbers, nudged = self.numbers, self.before.nudged
        cascade, (_, middle, lower) = nudged.cascade, nudged.bars
        beam, machine = nudged.beams[1], cascade.machines[1]
        self.play(undim(*self.before.rest))
        self.add(beam.light)
        self.bring_to_back(beam.light)
        note = in_roles(
            f"{{{{y : rise}}}} = {{{{{typst(numbers.outer.expression)} : rule}}}}", theme.KEY_SIZE
        )
        note_beside(self.layout, machine, note)
        self.play(
            FadeOut(machine),
            FadeIn(note),
            Sweep(beam.reach, between(0.0, 1.0), beam.light),
            run_time=theme.FADE,
        )
        lower.cut(middle.length)
        self.play(FadeIn(lower), FadeIn(beam.lens, scale=theme.SEED), run_time=theme.FADE)
        power = Readout(
            'upright("zoom") times',
            numbers.magnification(numbers.nudges[-1].dx),
            digits=3,
            flush=True,
        )
        side = DOWN if self.layout.upright else LEFT
        self.badge = on_plate(power).next_to(self.before.note, side, buff=theme.CARD_GAP)
        power.set_value(1.0)
        self.play(FadeIn(self.badge, run_time=theme.FADE))

        def shrink(dx: float) -> None:
            factor = numbers.magnification(dx)
            nudged.put(numbers.at, dx, factor)
            power.set_value(factor)

        for wide, tight in pairwise(numbers.nudges):
            self.play(
                Sweep(
                    shrink,
                    log_way(wide.dx, tight.dx),
                    *cascade.tracks,
                    *(part for beam in nudged.beams for part in (beam.light, beam.lens)),
                    *nudged.bars,
                    self.badge,
                    run_time=theme.ZOOM,
                    rate_func=theme.TRAVEL,
                )
            )
            self.wait(theme.HOLD if tight is numbers.nudges[1] else theme.FADE)
        three = self._exact(nudged.beams[0].lens, per("u", "x"), numbers.inner_slope)
        two = self._exact(beam.lens, per("y", "u"), numbers.outer_slope)
        slope = in_roles(
            f"{{{{{typst(numbers.outer.derivative_expression)} = "
            f"{numbers.power} dot {spell(numbers.nudges[0].u, 0)} : exact}}}}",
            theme.KEY_SIZE,
        )
        note_beside(self.layout, machine, slope)
        self.play(FadeIn(two, three, slope), FadeOut(note), run_time=theme.FADE)
        self.remove(nudged.beams[0].lens, beam.lens)
        self.point_at(two)
        nudged.beams[0].lens, beam.lens = three, two
        self.slope = slope

    def _exact(self, lens: Lens, name: str, value: float) -> Lens:
        return stretch_lens(name, value, theme.EXACT).move_to(lens)

    def lenses_multiply(self) -> None:
        numbers, nudged = self.numbers, self.before.nudged
        upper, middle, lower = nudged.bars
        first, second = (beam.lens for beam in nudged.beams)
        self.play(
            FadeOut(middle, lower, self.slope, self.before.note, self.badge),
            run_time=theme.FADE,
        )
        strip = Traveller(nudged)
        self.add(strip)
        self.bring_to_front(first, second)
        for way, (lens, bar) in enumerate(((first, middle), (second, lower))):
            self.play(
                Sweep(strip.put, between(way, way + 1), strip, run_time=theme.DRAW),
                animated(lens, rate_func=theme.EMPHASIS, run_time=theme.DRAW).scale(
                    theme.POINT_GROWTH
                ),
            )
            bar.cut(upper.length)
            self.play(FadeIn(bar), run_time=theme.FADE)
            self.bring_to_front(strip, first, second)
        self.remove(strip)
        pieces = lower.pieces(upper.length, theme.RUN)
        self.play(
            LaggedStart(
                *(TransformFromCopy(upper.strip, piece) for piece in pieces),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.DRAW,
            )
        )
        self.bring_to_front(lower.cuts)
        rule = in_roles(
            f"{per('y', 'x')} = {{{{{spell(numbers.inner_slope, 0)} : exact1}}}} dot "
            f"{{{{{spell(numbers.outer_slope, 0)} : exact2}}}} = "
            f"{{{{{spell(numbers.slope, 0)} : exact3}}}}",
            theme.TITLE_SIZE,
        )
        gap = self.layout.safe.part(0.5, 1.0, 0.0, 1.0)
        rule.move_to(gap.center[0] * RIGHT + first.get_y() * UP)
        if self.layout.upright:  # below the lines, where it has the whole width
            self.layout.readable.place(rule, 0.5, 0.0)
        elif self.layout.narrow:
            rule.move_to((self.layout.safe.right - theme.TICK) * RIGHT + first.get_y() * UP, RIGHT)
        self.play(
            FadeIn(rule.without("exact1", "exact2", "exact3")),
            *carry(first.reading.number, rule.part("exact1")),
            *carry(second.reading.number, rule.part("exact2")),
        )
        self.play(emerge(rule.part("exact3"), lower.strip), FadeOut(pieces))
        self.point_at(rule.part("exact3"))
