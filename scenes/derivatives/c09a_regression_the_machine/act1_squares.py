"""Clip 09a, first act: a line on two dials, its errors as true squares, and their average.

Both sides of a square have the unit of the outputs. The inputs have another unit, and their axis
has a scale of its own.
"""

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
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c09a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.plate import on_plate
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.decimals import common_places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c09a_regression_the_machine.props.average_square import AverageSquare
from scenes.derivatives.c09a_regression_the_machine.props.error_squares import FEW
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import LineMachine
from scenes.derivatives.c09a_regression_the_machine.props.rooms import Rooms
from scenes.derivatives.c09a_regression_the_machine.props.written import (
    ERROR,
    GUESS,
    LOSS,
    B,
    W,
    point_count,
)

LINE = f"{GUESS} = {W} x + {B}"
SQUARES_PART = (0.0, 1.0, 0.24, 0.63)
"""The part of the main room in which the squares stand in a row."""
LOSS_AT, COUNT_AT = (0.5, 1.0), (0.5, 0.75)
"""Where the loss and the number of points stand in the main room."""
ONE_AT = (0.33, 0.17)
"""Where the average square stands in the main room."""
ONE_SIDE = 0.37
"""The side of the average square at the end, as a share of the room's height."""
SUM_DIGITS = 4


@dataclass(frozen=True, slots=True)
class AfterSquares:
    """What the first act leaves on stage.

    Attributes
    ----------
    rooms
        The rooms of the clip.
    machine
        The two knobs and what depends on them, in the panel.
    average
        The average square with its formulas.
    """

    rooms: Rooms
    machine: LineMachine
    average: VGroup


class Squares(Act):
    """Two knobs, and how bad one setting of them is."""

    numbers: Numbers

    def prepare(self) -> None:
        """Set up the points, with the knobs in the free corner below them."""
        self.rooms = Rooms.of(self.layout, rising=self.numbers.best.w >= 0)
        self.machine = LineMachine(self.numbers, self.rooms.docked, self.numbers.wave[0])

    def line_on_two_dials(self) -> None:
        self.scene.show_title()
        machine = self.machine
        rule = in_roles(LINE, theme.KEY_SIZE)
        self.rooms.dock.place(rule, 0.5, 0.6)
        self.dock = on_plate(rule, machine.knobs)
        self.dock[0].set_fill(theme.BG)  # on a light plate the blue of the guess is too faint
        self.play(
            FadeIn(machine.plot.axes),
            LaggedStart(
                *(FadeIn(dot, scale=2) for dot in machine.plot.dots),
                lag_ratio=theme.LAG,
                run_time=theme.WRITE,
            ),
        )
        self.play(Create(machine.line), FadeIn(self.dock))
        for setting in self.numbers.wave[1:]:
            self.play(machine.turn(setting, theme.LEG))

    def misses_become_squares(self) -> None:
        machine, errors = self.machine, self.machine.errors
        told = in_roles(f"{ERROR} = {GUESS} - y", theme.KEY_SIZE)
        native = told.width
        self.rooms.corner.place(self.rooms.corner.fit(told), 0.0, 1.0)
        self.play(
            LaggedStart(
                *(Create(stick) for stick in errors.sticks),
                lag_ratio=theme.LAG,
                run_time=theme.WRITE,
            ),
            FadeIn(told),
        )
        self.tags = VGroup()
        if len(errors.sticks) <= FEW:
            self.tags = errors.numbers(common_places(self.numbers.trial_errors), squared=True)
            self.play(
                LaggedStart(
                    *(
                        emerge(tag, stick)
                        for tag, stick in zip(self.tags, errors.sticks, strict=True)
                    ),
                    lag_ratio=theme.ROW_LAG,
                    run_time=theme.DRAW,
                )
            )
            self.wait(theme.BREATH)
        power = in_roles(f"{ERROR}^2", theme.KEY_SIZE).scale(told.width / native)
        power.next_to(told, DOWN, buff=theme.GUTTER).align_to(told, LEFT)
        self.add(errors)
        self.bring_to_front(machine.line, machine.plot.dots, self.tags)
        self.play(errors.grow(), FadeIn(power))
        if len(self.tags):
            areas = errors.areas(self._area_decimals)
            self.play(
                LaggedStart(
                    *(
                        AnimationGroup(
                            FadeOut(tag, run_time=theme.FADE / 2),
                            emerge(area, square, run_time=theme.FADE),
                        )
                        for tag, area, square in zip(self.tags, areas, errors.squares, strict=True)
                    ),
                    lag_ratio=theme.ROW_LAG,
                    run_time=theme.DRAW,
                )
            )
            self.tags = areas
        # A miss above the line and one below it count alike.
        if alike := self._alike():
            self.point_at(*alike)
        self.told = VGroup(told, power)

    @property
    def _area_decimals(self) -> int:
        return common_places([*self.numbers.areas(0.0).tolist(), self.numbers.trial_loss])

    def _alike(self) -> list[VMobject]:
        """Return the squares of the two errors of either sign that are nearest in size."""
        errors = self.numbers.trial_errors.tolist()
        pairs = [
            (abs(up + down), i, j)
            for i, up in enumerate(errors)
            for j, down in enumerate(errors)
            if up > 0 > down
        ]
        if not pairs:
            return []
        _, first, second = min(pairs)
        squares = self.machine.errors.squares
        return [squares[first], squares[second]]

    def squares_average_into_one(self) -> None:
        numbers, main = self.numbers, self.rooms.main
        before = self.machine
        self.machine = before.standing_at(self.rooms.panel, to_the_edge=True)
        average = AverageSquare(
            numbers.levelled(0.0),
            float(numbers.levelled(1.0)[0]),
            before.plot.y_unit,
            main.part(*SQUARES_PART),
        )
        areas = self._areas(average)
        leaving = before.errors.squares.copy()
        moved = [ReplacementTransform(self.tags, areas)] if len(self.tags) == len(areas) > 0 else []
        # One by one, so that none of them leaves its place in the drawing order.
        gone = [
            *self.told,
            self.dock[0],
            self.dock[1],
            before.errors.sticks,
            *([] if moved else self.tags.submobjects),
        ]
        self.play(*(FadeOut(thing) for thing in gone), run_time=theme.FADE)
        self.remove(before.errors.squares)
        self.play(
            before.move_to(self.machine),
            ReplacementTransform(leaving, average.squares),
            *moved,
            run_time=theme.MORPH,
        )
        formula = in_roles(LOSS, theme.KEY_SIZE)
        main.place(main.fit(formula), *LOSS_AT)
        count = point_count(numbers.size)
        main.place(count, *COUNT_AT)
        if count.get_top()[1] > formula.get_bottom()[1] - theme.LABEL_GAP:  # a low room
            count.next_to(formula, DOWN, buff=theme.LABEL_GAP)
        sticks = self.machine.errors.sticks
        if not moved:
            self.play(FadeIn(areas, run_time=theme.FADE))
        self.add(areas)
        self.play(FadeIn(average.cells, sticks, formula))
        self.add(sticks, self.machine.line, self.machine.plot.dots)
        self.wait(theme.BREATH)

        def level(share: float) -> None:
            average.put(numbers.levelled(share))
            for told, area in zip(areas, numbers.areas(share).tolist(), strict=False):
                told.set_value(area)  # many squares have no numbers

        self.play(
            Sweep(
                level,
                between(0.0, 1.0),
                average,
                areas,
                rate_func=theme.TRAVEL,
                run_time=theme.DRAW,
            )
        )
        one = average.gathered(main.at(*ONE_AT))
        self.play(
            ReplacementTransform(average.squares, one, run_time=theme.MORPH),
            FadeOut(areas, average.cells, run_time=theme.FADE),
        )
        whole = one[0].copy().set_fill(opacity=theme.FILL).set_stroke(opacity=1.0)
        self.remove(one)
        self.add(whole)
        total = self._total()
        name = Formula("J", size=theme.KEY_SIZE)
        growth = ONE_SIDE * main.height / whole.height
        grown = whole.copy().scale(growth, about_edge=DOWN)
        name.move_to(grown)
        total.next_to(grown, RIGHT, buff=theme.CARD_GAP)
        self.play(
            animated(whole).scale(growth, about_edge=DOWN),
            FadeIn(name, total, count),
        )
        self.play(FadeIn(self.machine.loss.name_part), emerge(self.machine.loss.number, whole))
        self.add(self.machine.loss)
        self.average = VGroup(whole, name, formula, count, total)

    def _total(self) -> Formula:
        """Write the average of the squares: their sum, divided by how many there are."""
        numbers = self.numbers
        total, loss = (
            spell(value, common_places([value], SUM_DIGITS))
            for value in (numbers.trial_sum, numbers.trial_loss)
        )
        return in_roles(f"= {{{{{total} : approx}}}} / {numbers.size} = {loss}", theme.KEY_SIZE)

    def _areas(self, average: AverageSquare) -> VGroup:
        """Return the area of each square below it, where there are few."""
        areas = self.numbers.areas(0.0).tolist() if average.in_a_row else []
        return VGroup(
            *(
                Numeral(
                    area,
                    self._area_decimals,
                    digits=whole_digits(*areas),
                    size=theme.TABLE_SIZE,
                    color=theme.ERROR,
                ).next_to(foot, DOWN, buff=theme.LABEL_GAP)
                for area, foot in zip(areas, average.feet, strict=False)
            )
        )

    def hand_over(self) -> AfterSquares:
        """Return what the next act needs."""
        return AfterSquares(self.rooms, self.machine, self.average)
