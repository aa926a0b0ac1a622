"""Clip 09b, sixth act: the inputs are centred and scaled, and the valley becomes round."""

from __future__ import annotations

from manim import Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.optimization.valley import PlaneWindow, Valley
from scenes import theme
from scenes.act import Act
from scenes.components.marks.ray import Ray
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c09b_regression_the_surprise.props.after_valley import AfterValley
from scenes.derivatives.c09b_regression_the_surprise.props.input_strip import InputStrip
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import MovingMap
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import Goal, ViewPath
from scenes.layout import Region

SCALED_NAMES = ("w_z", "b_z")
BEFORE, LOW_BEFORE = (0.0, 1.0, 0.0, 0.42), (0.56, 1.0, 0.17, 1.0)
"""The part of the panel in which the valley stands as it was: of a high panel, of a low one."""
STRIP, LOW_STRIP = (0.0, 1.0, 0.47, 0.75), (0.0, 0.5, 0.0, 0.42)
"""The part in which the inputs stand."""
ABOVE = 1
"""The drawing order of the small map, which lies on the panel."""


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
        room, narrow = board.room, self.layout.narrow
        small = self._as_it_was(room.part(*(LOW_BEFORE if narrow else BEFORE)))
        strip = InputStrip(
            room.part(*(LOW_STRIP if narrow else STRIP)),
            numbers.inputs_at(0.0),
            numbers.inputs_at(1.0),
        )
        rule = self._rule()
        rule_room = Region(room.left, float(strip.get_right()[0]), room.bottom, room.top)
        room.place(rule_room.fit(rule), 0.0, 1.0)
        self.play(FadeIn(path), FadeIn(rule, strip), FadeIn(small))
        self.wait(theme.LEAP)

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
        arrow = Ray(
            path.place(0), path.place(1), gap=0.0, color=theme.EXACT, stroke=theme.EXACT_STROKE
        )
        self.play(Create(arrow.shaft), FadeIn(arrow.tip))
        self.bring_to_front(path)
        self.play(path.go(0, 1, run_time=theme.LEG, rate_func=theme.TRAVEL))
        landed = self._landed()
        self.play(FadeIn(landed, run_time=theme.FADE))
        self.wait(theme.HOLD)

    def _as_it_was(self, room: Region) -> VGroup:
        """Return a small map of the valley for the inputs as they were, with the way through it."""
        numbers = self.numbers
        window = numbers.near
        needed = numbers.epochs_needed
        told = VGroup()
        if needed is not None:
            told.add(_steps(needed, theme.INK))
            room.place(told, 0.5, 0.0)
            room = Region(room.left, room.right, room.bottom + told.height + theme.TICK, room.top)
        view = MovingMap(
            room, numbers.map_levels, numbers.floor, window.filling(room.width / room.height)
        )
        way = ViewPath(view, numbers.trail_points).put(len(numbers.trail_points) - 1)
        return VGroup(view, way, told).set_z_index(ABOVE)

    def _rule(self) -> Formula:
        spread, mean, sign = self._scaling()
        return in_roles(
            f"{{{{z : run}}}} = ({{{{x : run1}}}} {sign} {mean}) / {spread}", theme.FORMULA_SIZE
        )

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
        board = self.before.board
        return Goal(
            board.view, self.numbers.scaled_step.end, _steps(1, theme.EXACT), board.open_room
        )


def _steps(steps: int, color: str) -> Formula:
    """Return a number of steps with its unit."""
    unit = "step" if steps == 1 else "steps"
    return Formula(f'{spell(steps, 0)} thick upright("{unit}")', size=theme.TABLE_SIZE, color=color)
