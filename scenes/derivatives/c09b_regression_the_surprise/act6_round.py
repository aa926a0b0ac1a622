"""Clip 09b, sixth act: the inputs are centred and scaled, and the valley becomes round."""

from __future__ import annotations

from manim import DOWN, LEFT, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.optimization.valley import PlaneWindow, Valley
from scenes import theme
from scenes.act import Act
from scenes.components.marks.ray import Ray
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles, wear_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.after_valley import AfterValley
from scenes.derivatives.c09b_regression_the_surprise.props.input_strip import InputStrip
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import Goal, ViewPath

PRINTED = 4
SCALED_NAMES = ("w_z", "b_z")
STRIP = (0.0, 1.0, 0.46, 0.75)
"""The part of the panel in which the inputs stand."""
KEPT_AT = 0.3
"""How high on the panel it is said what one step keeps."""
UPRIGHT_STRIP, SQUARE_STRIP = (0.0, 1.0, 0.33, 0.62), (0.0, 0.5, 0.0, 0.46)
"""The part of a low panel in which the inputs stand."""
ASIDE = 0.57
"""Where in a low and wide panel the right half begins, as a share of its width."""


class RoundValley(Act):
    """With scaled inputs the valley is round, and one step ends at its lowest point."""

    numbers: Numbers
    before: AfterValley

    def valley_becomes_round(self) -> None:
        numbers, board = self.numbers, self.before.board
        self.play(FadeOut(self.before.rest, run_time=theme.FADE))
        if not self.before.map_is_seen:
            self.play(FadeIn(board.view), FadeIn(board.scale), run_time=theme.FADE)
        step = numbers.scaled_step
        path = ViewPath(board.view, step.points, marks=(0,), color=theme.EXACT)
        board.view.hold(path)
        rule = self._rule()
        board.room.place(board.room.fit(rule), 0.0, 1.0)
        part = self.layout.by_shape(STRIP, SQUARE_STRIP, UPRIGHT_STRIP)
        strip = InputStrip(board.room.part(*part), numbers.inputs_at(0.0), numbers.inputs_at(1.0))
        self.play(FadeIn(path), FadeIn(rule, strip))

        def reshape(share: float) -> tuple[Valley, PlaneWindow]:
            strip.put(numbers.inputs_at(share), share)
            return numbers.reshaped(share)

        self.play(
            *board.travel(
                numbers.round_window,
                path,
                strip,
                names=SCALED_NAMES,
                reshape=reshape,
                run_time=theme.JOURNEY,
            )
        )
        kept = self._kept()
        aside = board.room.part(ASIDE, 1.0, 0.0, 1.0)
        room, at = self.layout.by_shape(
            (board.room, (0.0, KEPT_AT)), (aside, (0.0, 1.0)), (aside, (1.0, 1.0))
        )
        room.place(room.fit(kept), *at)
        self.play(FadeIn(kept))
        arrow = Ray(
            path.place(0), path.place(1), gap=0.0, color=theme.EXACT, stroke=theme.EXACT_STROKE
        )
        self.play(Create(arrow.shaft), FadeIn(arrow.tip))
        self.bring_to_front(path)
        self.play(path.go(0, 1, run_time=theme.LEG, rate_func=theme.TRAVEL))
        landed = self._landed()
        self.play(FadeIn(landed, run_time=theme.FADE))
        for line in self._landing():
            self.play(FadeIn(line, run_time=theme.STEP))
        self.wait(theme.HOLD)

    def _rule(self) -> Formula:
        spread, mean, sign = self._scaling()
        return in_roles(
            f"{{{{z : run}}}} = ({{{{x : run1}}}} {sign} {mean}) / {spread}", theme.FORMULA_SIZE
        )

    def _kept(self) -> VGroup:
        """Write what one step keeps of each distance."""
        numbers = self.numbers
        alpha, curvature = numbers.scaled_step.alpha, float(numbers.scaled_curvatures.values[0])
        kept = wear_roles(
            Formula(
                f"1 - {{{{{spell(alpha, shortest(alpha))} : alpha}}}} dot "
                f"{{{{{spell(curvature, 0)} : exact}}}} = "
                f"{{{{{spell(numbers.scaled_factor, 0)} : kept}}}}",
                size=theme.FORMULA_SIZE,
            )
        )
        kept.part("alpha").set_color(theme.ALPHA)
        told = Words("a step keeps", size=theme.DIGIT_SIZE, color=theme.MUTED)
        return VGroup(told, kept).arrange(DOWN, aligned_edge=LEFT, buff=theme.LEG_GAP)

    def _scaling(self) -> tuple[str, str, str]:
        """Write spread and mean of the inputs, and say with which sign the mean is taken off."""
        numbers = self.numbers
        mean, spread = numbers.scaled.mean, numbers.scaled.spread
        whole = shortest(numbers.variance) == 0
        below = (
            f"sqrt({spell(numbers.variance, 0)})"
            if whole
            else spell(spread, common_places([spread]))
        )
        return below, spell(abs(mean), common_places([mean])), "-" if mean >= 0 else "+"

    def _landed(self) -> Goal:
        """Return the mark of where the step lands."""
        end = self.numbers.scaled_step.end
        w, b = (spell(value, min(PRINTED, shortest(value))) for value in end)
        name = Formula(f"({w}, {b})", size=theme.TABLE_SIZE, color=theme.EXACT)
        board = self.before.board
        return Goal(board.view, end, name, board.open_room)

    def _landing(self) -> VGroup:
        """Return the w and b that the step gives for the unscaled inputs."""
        numbers, whole = self.numbers, self.before.board.room
        room = self.layout.by_shape(whole, whole.part(ASIDE, 1.0, 0.0, 1.0), whole)
        spread, mean, sign = self._scaling()
        w, b = (spell(value, PRINTED) for value in numbers.unscaled)
        lines = VGroup(
            in_roles(f"w = w_z \\/ {spread} = {{{{{w} : exact}}}}", theme.TABLE_SIZE),
            in_roles(f"b = b_z {sign} {mean} w = {{{{{b} : exact}}}}", theme.TABLE_SIZE),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        room.fit(lines)
        return room.place(lines, 0.0, 0.0)
