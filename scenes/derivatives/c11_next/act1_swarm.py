"""Clip 11, first act: one valley, one start, one rule, and three step factors."""

from __future__ import annotations

from manim import RIGHT, UP, FadeIn, VGroup, linear

from lessons.derivatives.c11.numbers import Numbers, ValleyWindow
from mathcore.optimization.bands import ValleyHeights
from mathcore.optimization.regression import RegressionPath
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import OpenDot
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.motion.sweep import Sweep
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c11_next.props.bare import bare_plane
from scenes.derivatives.c11_next.props.recent_path import RecentPath
from scenes.derivatives.c11_next.props.stepping import in_steps
from scenes.layout import Layout, Region

ROWS = (0.85, 0.5, 5.15)
"""Heights of the rule, of the numbers and of the maps."""
UPRIGHT_ROWS = (0.85, 0.6, 10.2)
"""Heights of the rule, of the number of steps and of the maps in an upright frame."""
SQUARE_ROWS = (0.85, 7.9)
"""Heights of the rule and of the maps in a square frame."""
NAME_ROOM = 0.45
"""Room for the name of a parameter beside its map, in frame units."""
LANE_ROWS, LANE_COLUMNS = (0.5, 2.8), (0.68, 0.32)
"""The shares of the numbers above an upright map, and of a square one beside its numbers."""
STACKED = (0.68, 0.32)
"""Heights of the two numbers beside a map, as shares of the map's height."""
ALPHA_DECIMALS, LOSS_DECIMALS = 3, 1


class Swarm(Act):
    """Only the step factor differs, and the same number of steps leads to three places."""

    numbers: Numbers

    def swarm_of_balls(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        rule = in_roles(
            "({{w : run1}}, {{b : rise1}}) <- ({{w : run2}}, {{b : rise2}}) "
            "- {{alpha : dial}} thin {{gradient J : exact}}",
            theme.KEY_SIZE,
        )
        rule.part("dial").set_color(theme.ALPHA)
        count = Readout('upright("step")', 0, digits=2, flush=True, size=theme.TABLE_SIZE)
        lanes = lay_lanes(self.layout, len(numbers.paths), rule, count)
        seen = numbers.low if self.layout.narrow else numbers.high
        planes = [bare_plane(seen.window, region, ("w", "b"), equal=True) for _, region in lanes]
        maps = [self._map(plane, seen) for plane in planes]
        alphas, losses = zip(
            *(
                self._values(path, region)
                for path, (region, _) in zip(numbers.paths, lanes, strict=True)
            ),
            strict=True,
        )
        balls = [
            RecentPath(plane, path.points)
            for plane, path in zip(planes, numbers.paths, strict=True)
        ]
        # The lowest point is marked by a ring through which the map is seen.
        goals = [
            OpenDot(plane.map(*numbers.floor.best), theme.INK, theme.HOLE_RADIUS).set_fill(
                opacity=0
            )
            for plane in planes
        ]
        # The map and the start are the same three times: only the step factors differ.
        self.play(FadeIn(rule, count, *alphas, *losses, *maps, *goals, *balls, run_time=theme.FADE))
        self.add(*balls)

        def race(step: float) -> None:
            count.set_value(int(step))
            for ball, loss, path in zip(balls, losses, numbers.paths, strict=True):
                ball.put(step)
                loss.set_value(path.losses[int(step)])

        self.play(
            Sweep(
                race,
                in_steps(len(numbers.paths[0].points) - 1),
                *balls,
                *losses,
                count,
                rate_func=linear,
                run_time=theme.SETTLE + theme.MORPH,
            )
        )

    def _values(self, path: RegressionPath, region: Region) -> tuple[Readout, Readout]:
        """Return a step factor and the loss that it has led to, at both ends of a row."""
        alpha = Readout(
            "alpha =",
            path.alpha,
            decimals=ALPHA_DECIMALS,
            size=theme.DIGIT_SIZE,
            color=theme.ALPHA,
        )
        loss = Readout(
            "J =",
            path.losses[0],
            decimals=LOSS_DECIMALS,
            flush=True,
            size=theme.DIGIT_SIZE,
            color=theme.FUNC,
        )
        if self.layout.narrow and not self.layout.upright:
            first, second = STACKED
            return region.place(alpha, 0.0, first), region.place(loss, 0.0, second)
        return region.place(alpha, 0.0, 0.5), region.place(loss, 1.0, 0.5)

    def _map(self, plane: ParameterPlane, seen: ValleyWindow) -> VGroup:
        """Return the valley as bands of height, with the names of both parameters."""
        heights = HeightMap(
            plane,
            seen.valley,
            ValleyHeights(self.numbers.floor),
            labels=0,
        )
        below = plane.names[0]
        below.shift(UP * max(0.0, self.layout.full.bottom - float(below.get_bottom()[1])))
        return VGroup(heights, plane.names)


def _beside_names(row: Region) -> Region:
    """Return a row without the room for the names at both ends."""
    return Region(row.left + NAME_ROOM, row.right - NAME_ROOM, row.bottom, row.top)


def lay_lanes(
    layout: Layout, many: int, rule: Formula, count: Readout
) -> list[tuple[Region, Region]]:
    """Place the rule and the number of steps; return the places of each path's numbers and map.

    The maps stand beside each other, and below each other in a narrow frame.

    Parameters
    ----------
    layout
        Of the frame.
    many
        How many paths there are.
    rule, count
        The rule of all steps and how many were taken: they are placed above the maps.
    """
    stage, lanes = layout.stage, [1] * many
    if layout.upright:
        head, steps, below = stage.rows(*UPRIGHT_ROWS, gap=theme.GUTTER)
        head.place(rule)
        steps.place(count)
        pairs = (
            lane.rows(*LANE_ROWS, gap=theme.LABEL_GAP)
            for lane in _beside_names(below).rows(*lanes, gap=theme.GUTTER)
        )
        return [(values, plane) for values, plane in pairs]
    count.next_to(rule, RIGHT, buff=2 * theme.COLUMN_GAP).stand_on(rule.baseline)
    if layout.narrow:
        head, below = stage.rows(*SQUARE_ROWS, gap=theme.GUTTER)
        head.place(VGroup(rule, count))
        pairs = (
            lane.columns(*LANE_COLUMNS, gap=2 * NAME_ROOM)
            for lane in _beside_names(below).rows(*lanes, gap=theme.CARD_GAP)
        )
        return [(values, plane) for plane, values in pairs]
    head, *rows = stage.rows(*ROWS, gap=theme.GUTTER)
    head.place(VGroup(rule, count))
    values, maps = (_beside_names(row).columns(*lanes, gap=2 * NAME_ROOM) for row in rows)
    return list(zip(values, maps, strict=True))
