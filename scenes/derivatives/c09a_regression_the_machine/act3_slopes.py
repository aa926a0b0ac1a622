"""Clip 09a, third act: the chain rule at one point, then its average over all of them."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    AnimationGroup,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    VGroup,
)

from lessons.derivatives.c09a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.attention import dim, undim
from scenes.components.motion.carry import carry
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c09a_regression_the_machine.act2_bowl import AfterLossBowl
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import LineMachine
from scenes.derivatives.c09a_regression_the_machine.props.point_chain import PointChain
from scenes.derivatives.c09a_regression_the_machine.props.rooms import Rooms
from scenes.derivatives.c09a_regression_the_machine.props.weighted_sum import (
    term_labels,
    weight_labels,
    weighted_sum,
)
from scenes.derivatives.c09a_regression_the_machine.props.written import (
    ERROR,
    LOSS,
    in_colors,
    point_count,
    slope_of,
)


@dataclass(frozen=True, slots=True)
class AfterTwoSlopes:
    """What the third act leaves on stage.

    Attributes
    ----------
    rooms
        The rooms of the clip.
    machine
        The two knobs and what depends on them.
    work
        The sum, both slopes, and the errors with their numbers.
    """

    rooms: Rooms
    machine: LineMachine
    work: VGroup


class TwoSlopes(Act):
    """Each slope is twice the error times what the knob is multiplied by."""

    numbers: Numbers
    before: AfterLossBowl

    def prepare(self) -> None:
        """Take over the two knobs and their rooms."""
        self.rooms = self.before.rooms

    def chain_rule_at_one_point(self) -> None:
        numbers, rooms, before = self.numbers, self.rooms, self.before
        self.machine = machine = before.machine.standing_at(rooms.beside, numbers.trial)
        old = before.machine
        self.play(
            FadeOut(
                *(before.plane, before.heights, before.rest, old.loss, old.errors.sticks),
                run_time=theme.FADE,
            ),
            old.move_to(machine),
        )
        self.others = VGroup(
            *(dot for k, dot in enumerate(machine.plot.dots) if k != numbers.focus)
        )
        self.chain = chain = PointChain(numbers, machine, rooms.square)
        self.play(Create(chain.stick), FadeIn(chain.error), dim(self.others))
        self.play(
            FadeIn(chain.square.square, target_position=chain.stick, scale=theme.SEED),
            FadeIn(chain.area, rate_func=theme.ENTER),
        )
        self.add(chain.square.cells)
        # Outer slope: as the error changes a little, both strips come or go.
        self.play(FadeIn(chain.square.strips), FadeIn(chain.outer), run_time=theme.STEP)
        self.add(chain.square)
        self.point_at(chain.outer)
        self.of_one, ghosts = list[Formula](), list[Line]()
        for row, (knob, inner) in enumerate((("w", "x"), ("b", "1"))):
            there, back = chain.nudges(row)
            self.play(there, *(FadeOut(thing, run_time=theme.FADE) for thing in ghosts))
            mark, tag = chain.mark(row)
            ghosts = [chain.ghost()]
            self.add(*ghosts)
            self.play(Create(mark), FadeIn(tag, shift=theme.NUDGE_SHIFT * (LEFT if row else RIGHT)))
            formula = self._slope(knob, inner)
            room = rooms.slopes[row]
            room.place(room.fit(formula), 0.0, 0.6)
            self.play(
                back,
                *carry(chain.outer.name_part, formula.parts("two", "approx")),
                *carry(tag, formula.part("inner")),
                FadeIn(formula.part("head"), formula.rest()),
            )
            self.play(FadeIn(formula.part("value"), run_time=theme.FADE))
            self.add(formula)
            self.of_one.append(formula)

    def _slope(self, knob: str, inner: str) -> Formula:
        """Write one slope of one point's square."""
        value = self.numbers.focus_slopes[0 if knob == "w" else 1]
        told = spell(value, common_places([value]))
        return in_colors(
            f"{{{{{slope_of(_SQUARE, knob)} : head}}}} = {{{{2 dot : two}}}} {ERROR} dot "
            f"{{{{{inner} : inner}}}} {{{{= {told} : value}}}}",
            theme.TABLE_SIZE,
            {"head": "exact", "two": "exact", "inner": "exact", "value": "exact"},
        )

    def _average(self, knob: str, inner: str) -> Formula:
        """Write one slope of the whole loss."""
        return in_colors(
            f"{{{{{slope_of('J', knob)} : slope}}}} = {{{{2 / n : twice}}}} sum {ERROR} dot "
            f"{{{{{inner} : inner}}}}",
            theme.TABLE_SIZE,
            {"slope": "exact", "twice": "exact", "inner": "exact"},
        )

    def slopes_average_too(self) -> None:
        rooms, machine, chain = self.rooms, self.machine, self.chain
        self.play(FadeOut(chain, run_time=theme.FADE), undim(self.others))
        sticks = VGroup(*(s for s in machine.errors.sticks if s is not chain.stick))
        self.loss = in_roles(LOSS, theme.KEY_SIZE)
        self.count = point_count(self.numbers.size)
        above = rooms.square
        above.place(above.fit(self.loss), 0.0, 0.9)
        self.count.next_to(self.loss, DOWN, buff=theme.GUTTER).align_to(self.loss, LEFT)
        self.play(
            LaggedStart(*(Create(stick) for stick in sticks), lag_ratio=theme.LAG),
            FadeIn(self.loss, self.count),
            run_time=theme.WRITE,
        )
        self.add(machine.errors.sticks, machine.line, machine.plot.dots)
        self.averages = []
        for row, (knob, inner) in enumerate((("w", "x"), ("b", "1"))):
            formula = self._average(knob, inner)
            room = rooms.slopes[row]
            room.place(room.fit(formula), 0.0, 0.6)
            self.play(Morph(self.of_one[row], formula))
            self.averages.append(formula)

    def first_gradient(self) -> None:
        numbers, rooms, before = self.numbers, self.rooms, self.machine
        self.machine = machine = before.standing_at(rooms.below_sum, numbers.start)
        self.play(
            FadeOut(self.loss, self.count, before.errors.sticks, run_time=theme.FADE),
            before.move_to(machine),
        )
        sticks = machine.errors.sticks
        named = bool(term_labels(numbers))
        self.tags = (
            machine.errors.numbers(common_places(numbers.start_errors)) if named else VGroup()
        )
        self.play(
            LaggedStart(*(Create(stick) for stick in sticks), lag_ratio=theme.LAG),
            *(
                [LaggedStart(*(FadeIn(tag) for tag in self.tags), lag_ratio=theme.LAG)]
                if named
                else []
            ),
            run_time=theme.WRITE,
        )
        # The sum for w has twice as many numbers as that for b.
        lines = {"w": 2 if self.layout.upright else 1, "b": 1}
        self.sums = [
            rooms.sum_room.place(rooms.sum_room.fit(weighted_sum(numbers, knob, lines[knob])))
            for knob in "wb"
        ]
        weighted, plain = self.sums
        labels, weights = term_labels(numbers), weight_labels(numbers)
        self.play(FadeIn(weighted.without("value", *labels, *weights)))
        if labels:
            self.play(
                LaggedStart(
                    *(
                        AnimationGroup(*carry(tag, weighted.part(label)))
                        for tag, label in zip(self.tags, labels, strict=True)
                    ),
                    lag_ratio=theme.ROW_LAG,
                    run_time=theme.JOURNEY,
                )
            )
            self.play(
                LaggedStart(
                    *(FadeIn(weighted.part(label)) for label in weights), lag_ratio=theme.LAG
                ),
                run_time=theme.STEP,
            )
        self.play(FadeIn(weighted.part("value"), run_time=theme.FADE))
        self.add(weighted)
        self.results = VGroup()
        self._tell(0, weighted)
        self.play(Morph(weighted, plain))
        self._tell(1, plain)

    def _tell(self, row: int, total: Formula) -> None:
        """Bring the value of a sum down to its knob."""
        slope = float(self.numbers.start_gradient[row])
        result = in_colors(
            f"{{{{{slope_of('J', 'wb'[row])} : slope}}}} "
            f"{{{{= {spell(slope, common_places([slope]))} : value}}}}",
            theme.KEY_SIZE,
            {"slope": "exact", "value": "exact"},
        )
        room = self.rooms.slopes[row]
        room.place(room.fit(result), 0.0, 0.6)
        flight, _ = carry(total.part("value"), result.part("value"))
        self.play(flight, Morph(self.averages[row], result))
        self.results.add(result)

    def hand_over(self) -> AfterTwoSlopes:
        """Return what the next act needs."""
        work = VGroup(self.sums[1], self.results, self.tags, self.machine.errors.sticks)
        return AfterTwoSlopes(self.rooms, self.machine, work)


_SQUARE = 'upright("error")^2'
