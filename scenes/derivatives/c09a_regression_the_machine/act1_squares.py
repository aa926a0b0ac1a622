"""Clip 09a, first act: a line on two dials, its errors as true squares, and their average.

Both sides of a square have the unit of the outputs. The inputs have another unit, and their axis
has a scale of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from manim import DOWN, Create, FadeIn, FadeOut, LaggedStart, ReplacementTransform, VGroup

from lessons.derivatives.c09a.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.act import Act
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.decimals import common_places, places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.roles import in_roles
from scenes.derivatives.c09a_regression_the_machine.props.error_squares import FEW, AverageSquare
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import LineMachine
from scenes.derivatives.c09a_regression_the_machine.props.written import ERROR, point_count
from scenes.layout import Region

STRIP_SHARE = 0.27
"""How much of the right half's height the two dials take, with the loss beside them."""
LINE = "hat(y) = {{w : run}} x + {{b : rise}}"
LOSS = "J(w, b) = 1 / m sum ({{w : run}} x + {{b : rise}} - y)^2"


@dataclass(frozen=True, slots=True)
class AfterSquares:
    """What the first act leaves on stage.

    Attributes
    ----------
    machine
        The two knobs and what depends on them.
    main, right
        The room below the dials, and all of the right half.
    average
        The average square with its formula.
    """

    machine: LineMachine
    main: Region
    right: Region
    average: VGroup


class Squares(Act):
    """Two knobs, and how bad one setting of them is."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the points on the left; dials and loss above all else on the right."""
        numbers = self.numbers
        left, self.right = self.layout.full.columns(0.42, 0.58, gap=theme.CARD_GAP)
        strip = self.right.part(0.0, 1.0, 1 - STRIP_SHARE, 1.0)
        self.main = self.right.part(0.0, 1.0, 0.0, 1 - STRIP_SHARE).inset(theme.LEG_GAP)
        self.machine = LineMachine(numbers, left, strip)

    def line_on_two_dials(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        rule = in_roles(LINE, theme.CONCLUSION_SIZE)
        self.main.place(rule, 0.5, 0.6)
        self.play(
            FadeIn(self.machine.plot.axes),
            LaggedStart(
                *(FadeIn(dot, scale=2) for dot in self.machine.plot.dots),
                lag_ratio=theme.LAG,
                run_time=theme.WRITE,
            ),
        )
        self.play(Create(self.machine.line), FadeIn(rule, self.machine.knobs))
        for setting in numbers.wave[1:]:
            self.play(self.machine.turn(setting, theme.LEG))
        self.rule = rule

    def misses_become_squares(self) -> None:
        numbers = self.numbers
        told = in_roles(f"{ERROR} = hat(y) - y", theme.FORMULA_SIZE)
        self.main.place(told, 0.5, 0.45)
        sticks, squares = self.machine.errors.sticks, self.machine.errors.squares
        self.play(animated(self.rule).move_to(self.main.at(0.5, 0.85)))
        entrance = [Create(stick) for stick in sticks]
        self.play(LaggedStart(*entrance, lag_ratio=theme.LAG, run_time=theme.WRITE), FadeIn(told))
        self.tags = VGroup()
        if len(sticks) <= FEW:
            self.tags = self.machine.errors.numbers(
                self.machine.line, common_places(numbers.trial_errors)
            )
            self.play(
                LaggedStart(
                    *(FadeIn(tag) for tag in self.tags),
                    lag_ratio=theme.ROW_LAG,
                    run_time=theme.GROUP,
                )
            )
        square = in_roles(f"{ERROR}^2", theme.FORMULA_SIZE)
        square.next_to(told, DOWN, buff=theme.CARD_GAP)
        self.play(
            LaggedStart(
                *(
                    FadeIn(shape, target_position=stick, scale=theme.SEED)
                    for shape, stick in zip(squares, sticks, strict=True)
                ),
                lag_ratio=theme.LAG,
                run_time=theme.DRAW,
            ),
            FadeIn(square),
        )
        self.add(self.machine.errors)
        self.play(FadeOut(self.tags, run_time=theme.FADE))
        # The squares grow and shrink with the knob, and end as they began.
        trial = numbers.trial
        half = Parameters((trial.w + numbers.best.w) / 2, trial.b)
        for setting in (half, trial):
            self.play(self.machine.turn(setting, theme.LEG))
        self.told = VGroup(told, square)

    def squares_average_into_one(self) -> None:
        numbers = self.numbers
        formula = in_roles(LOSS, theme.FORMULA_SMALL_SIZE)
        self.main.place(self.main.fit(formula), 0.5, 1.0)
        average = AverageSquare(
            numbers.levelled(0.0),
            float(numbers.levelled(1.0)[0]),
            self.machine.plot.y_unit,
            self.main.part(0.0, 1.0, 0.16, 0.68),
        )
        areas = self._areas(average)
        self.play(FadeOut(self.told, self.rule, run_time=theme.FADE))
        copies = self.machine.errors.squares.copy()
        self.play(
            ReplacementTransform(copies, average, run_time=theme.MORPH),
            animated(self.machine.errors.squares, run_time=theme.FADE).set_opacity(0.0),
        )
        self.play(FadeIn(areas, run_time=theme.FADE))

        def level(share: float) -> None:
            average.put(numbers.levelled(share))
            for told, area in zip(areas, numbers.areas(share).tolist(), strict=False):
                told.set_value(area)  # many squares have no numbers

        self.play(Sweep(level, between(0.0, 1.0), average, areas, run_time=theme.DRAW))
        one = average.gathered(average.feet[len(average.feet) // 2])
        self.play(
            ReplacementTransform(average, one, run_time=theme.MORPH),
            FadeOut(areas, run_time=theme.FADE),
        )
        whole = one[0].copy().set_fill(opacity=theme.FILL).set_stroke(opacity=1.0)
        name = Formula("J", size=theme.FORMULA_SIZE).move_to(whole)
        count = point_count(numbers.size).next_to(formula, DOWN, buff=theme.GUTTER)
        self.remove(one)
        self.add(whole)
        self.play(FadeIn(name), FadeIn(formula, count))
        self.play(FadeIn(self.machine.loss.name_part), emerge(self.machine.loss.number, whole))
        self.average = VGroup(whole, name, formula, count)
        self.point_at(self.machine.loss)

    def _areas(self, average: AverageSquare) -> VGroup:
        """Return the area of each square below it, where there are few."""
        areas = self.numbers.areas(0.0).tolist() if average.in_a_row else []
        return VGroup(
            *(
                Numeral(
                    area,
                    places(self.numbers.trial_loss, 2),
                    digits=whole_digits(*areas),
                    size=theme.AXIS_SIZE,
                    color=theme.APPROX,
                ).next_to(foot, DOWN, buff=theme.LABEL_GAP)
                for area, foot in zip(areas, average.feet, strict=False)
            )
        )

    def hand_over(self) -> AfterSquares:
        """Return what the next act needs."""
        return AfterSquares(self.machine, self.main, self.right, self.average)
