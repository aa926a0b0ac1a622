"""Clip 11, first act: one valley, one start, one rule, and three step factors."""

from __future__ import annotations

from manim import RIGHT, UP, FadeIn, VGroup, linear

from lessons.derivatives.c11.numbers import Numbers
from mathcore.optimization.bands import ValleyHeights
from mathcore.optimization.regression import RegressionPath
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import OpenDot
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.motion.sweep import Sweep
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c11_next.props.bare import bare_plane
from scenes.derivatives.c11_next.props.recent_path import RecentPath
from scenes.derivatives.c11_next.props.stepping import in_steps
from scenes.layout import Region

ROWS = (0.85, 0.5, 5.15)
"""Heights of the rule, of the numbers and of the maps."""
NAME_ROOM = 0.45
"""Room for the name of a parameter beside its map, in frame units."""
ALPHA_DECIMALS, LOSS_DECIMALS = 3, 1


class Swarm(Act):
    """Only the step factor differs, and the same number of steps leads to three places."""

    numbers: Numbers

    def swarm_of_balls(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        head, values, below = self.layout.stage.rows(*ROWS, gap=theme.GUTTER)
        rule = in_roles(
            "({{w : run1}}, {{b : rise1}}) <- ({{w : run2}}, {{b : rise2}}) "
            "- {{alpha : dial}} thin {{gradient J : exact}}",
            theme.KEY_SIZE,
        )
        rule.part("dial").set_color(theme.ALPHA)
        count = Readout('upright("step")', 0, digits=2, flush=True, size=theme.TABLE_SIZE)
        count.next_to(rule, RIGHT, buff=2 * theme.COLUMN_GAP).stand_on(rule.baseline)
        head.place(VGroup(rule, count))
        lanes = [
            Region(row.left + NAME_ROOM, row.right - NAME_ROOM, row.bottom, row.top).columns(
                *(1 for _ in numbers.paths), gap=2 * NAME_ROOM
            )
            for row in (values, below)
        ]
        planes = [bare_plane(numbers.window, region, ("w", "b"), equal=True) for region in lanes[1]]
        maps = [self._map(plane) for plane in planes]
        alphas, losses = zip(
            *(self._values(*lane) for lane in zip(numbers.paths, lanes[0], strict=True)),
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
        return region.place(alpha, 0.0, 0.5), region.place(loss, 1.0, 0.5)

    def _map(self, plane: ParameterPlane) -> VGroup:
        """Return the valley as bands of height, with the names of both parameters."""
        heights = HeightMap(
            plane,
            self.numbers.valley,
            ValleyHeights(self.numbers.floor),
            labels=0,
        )
        below = plane.names[0]
        below.shift(UP * max(0.0, self.layout.full.bottom - float(below.get_bottom()[1])))
        return VGroup(heights, plane.names)
