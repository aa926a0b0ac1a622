"""Clip 09a, first act: a line on two dials, its errors as true squares, and their average.

A square's two sides have the unit of the outputs: inputs are another thing, and their axis has a
scale of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from manim import DOWN, Create, FadeIn, FadeOut, LaggedStart, ReplacementTransform, VGroup, VMobject

from lessons.derivatives.c09a.numbers import Numbers
from mathcore.regression import Parameters
from scenes import theme
from scenes.act import Act
from scenes.components.graph.data_plot import DataPlot, FittedLine
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.decimals import common_places, places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c09a_regression_the_machine.props.error_squares import (
    FEW,
    AverageSquare,
    ErrorSquares,
)

KNOB_RADIUS = 0.62
LOSS_DIGITS = 5
STRIP_SHARE = 0.27
"""How much of the right half's height the two dials take, with the loss beside them."""
LINE = "hat(y) = {{w : run}} x + {{b : rise}}"
ERROR = '{{upright("error") : approx}}'
LOSS = "J(w, b) = 1 / m sum ({{w : run}} x + {{b : rise}} - y)^2"


class Squares(Act):
    """Two knobs, and how bad one setting of them is."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the points on the left; dials and loss above all else on the right."""
        numbers = self.numbers
        left, self.right = self.layout.full.columns(0.42, 0.58, gap=theme.CARD_GAP)
        self.strip = self.right.part(0.0, 1.0, 1 - STRIP_SHARE, 1.0)
        self.main = self.right.part(0.0, 1.0, 0.0, 1 - STRIP_SHARE).inset(theme.LEG_GAP)
        self.plot = DataPlot(left, numbers.data, numbers.x_span, numbers.y_span)
        self.here = numbers.wave[0]
        self.line = FittedLine(self.plot, numbers.line_at(*self.here))
        self.errors = ErrorSquares(self.plot, numbers.errors_at(*self.here), self.here.w)
        self._build_strip()

    def _build_strip(self) -> None:
        numbers = self.numbers
        spans = (numbers.w_dial, numbers.b_dial)
        self.dials = [
            Dial(value, span, radius=KNOB_RADIUS)
            for value, span in zip(self.here, spans, strict=True)
        ]
        self.dials[1].pointer.set_color(theme.RISE)
        self.settings = [
            Readout(
                name,
                value,
                decimals=places(best or max(map(abs, span))),
                digits=whole_digits(*span),
                signed=True,
                color=color,
            )
            for name, value, span, best, color in (
                ("w =", self.here.w, numbers.w_dial, numbers.best.w, theme.RUN),
                ("b =", self.here.b, numbers.b_dial, numbers.best.b, theme.RISE),
            )
        ]
        self.loss = Readout(
            "J =",
            numbers.loss_at(*self.here),
            decimals=places(numbers.start_loss, LOSS_DIGITS),
            digits=whole_digits(numbers.largest_loss),
        )
        first, second, third = self.strip.columns(1, 1, 1.2)
        for dial, setting, place in zip(self.dials, self.settings, (first, second), strict=True):
            place.place(dial, 0.5, 1.0)
            setting.next_to(dial, DOWN, buff=theme.TICK)
        third.place(third.fit(self.loss), 0.5, 0.55)
        self.knobs = VGroup(*self.dials, *self.settings)

    def _turn(
        self,
        end: Parameters,
        run_time: float,
        *moved: VMobject,
        follow: Callable[[], object] = lambda: None,
    ) -> Sweep:
        """Turn the knobs to another setting; line, errors and loss follow, then what else does."""
        start = self.here

        def put(share: float) -> None:
            w, b = (a + share * (z - a) for a, z in zip(start, end, strict=True))
            self._put(Parameters(w, b))
            follow()

        return Sweep(
            put,
            between(0, 1),
            self.line,
            self.errors,
            self.knobs,
            self.loss,
            *moved,
            run_time=run_time,
        )

    def _put(self, at: Parameters) -> None:
        """Set the knobs; all that depends on them follows."""
        numbers, self.here = self.numbers, at
        for dial, setting, value in zip(self.dials, self.settings, at, strict=True):
            dial.set_value(value)
            setting.set_value(value)
        self.line.lay(numbers.line_at(*at))
        self.errors.put(numbers.errors_at(*at), at.w)
        self.loss.set_value(numbers.loss_at(*at))

    def line_on_two_dials(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        rule = in_roles(LINE, theme.CONCLUSION_SIZE)
        self.main.place(rule, 0.5, 0.6)
        self.play(
            FadeIn(self.plot.axes),
            LaggedStart(
                *(FadeIn(dot, scale=2) for dot in self.plot.dots),
                lag_ratio=theme.LAG,
                run_time=theme.WRITE,
            ),
        )
        self.play(Create(self.line), FadeIn(rule, self.knobs))
        for setting in numbers.wave[1:]:
            self.play(self._turn(setting, theme.LEG))
        self.rule = rule

    def misses_become_squares(self) -> None:
        numbers = self.numbers
        told = in_roles(f"{ERROR} = hat(y) - y", theme.FORMULA_SIZE)
        self.main.place(told, 0.5, 0.45)
        sticks, squares = self.errors.sticks, self.errors.squares
        self.play(animated(self.rule).move_to(self.main.at(0.5, 0.85)))
        entrance = [Create(stick) for stick in sticks]
        self.play(LaggedStart(*entrance, lag_ratio=theme.LAG, run_time=theme.WRITE), FadeIn(told))
        self.tags = VGroup()
        if len(sticks) <= FEW:
            self.tags = self.errors.numbers(self.line, common_places(numbers.trial_errors))
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
        self.add(self.errors)
        self.play(FadeOut(self.tags, run_time=theme.FADE))
        # The squares breathe with the knob, and are where they were again.
        trial = numbers.trial
        half = Parameters((trial.w + numbers.best.w) / 2, trial.b)
        for setting in (half, trial):
            self.play(self._turn(setting, theme.LEG))
        self.told = VGroup(told, square)

    def squares_average_into_one(self) -> None:
        numbers = self.numbers
        formula = in_roles(LOSS, theme.FORMULA_SMALL_SIZE)
        self.main.place(self.main.fit(formula), 0.5, 1.0)
        average = AverageSquare(
            numbers.levelled(0.0),
            float(numbers.levelled(1.0)[0]),
            self.plot.y_unit,
            self.main.part(0.0, 1.0, 0.16, 0.68),
        )
        areas = self._areas(average)
        self.play(FadeOut(self.told, self.rule, run_time=theme.FADE))
        copies = self.errors.squares.copy()
        self.play(
            ReplacementTransform(copies, average, run_time=theme.MORPH),
            animated(self.errors.squares, run_time=theme.FADE).set_opacity(0.0),
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
        count = self._count().next_to(formula, DOWN, buff=theme.GUTTER)
        self.remove(one)
        self.add(whole)
        self.play(FadeIn(name), FadeIn(formula, count))
        self.play(FadeIn(self.loss.name_part), emerge(self.loss.number, whole))
        self.average = VGroup(whole, name, formula, count)
        self.point_at(self.loss)

    def _count(self) -> Formula:
        """Say how many points m stands for."""
        return Formula(
            f'm = {self.numbers.size} upright(" points")', size=theme.AXIS_SIZE, color=theme.MUTED
        )

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
