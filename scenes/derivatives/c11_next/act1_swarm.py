"""Clip 11, first act: one valley, one start, one rule, and three dials."""

from __future__ import annotations

from manim import RIGHT, FadeIn, VGroup, linear

from lessons.derivatives.c11.numbers import Numbers
from mathcore.optimization.regression import RegressionPath
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.descent_path import DescentPath
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.layout import Region

ROWS = (0.9, 1.0, 4.2)
"""Heights of the rule, of the dials and of the maps."""
DIAL_SHARE = 0.4
"""Where the dial's middle stands, as a share of its column."""
ALPHA_DECIMALS = 3


class Swarm(Act):
    """Only the dial differs, and the same number of steps leads to three places."""

    numbers: Numbers

    def swarm_of_balls(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        head, knobs, below = self.layout.full.rows(*ROWS, gap=theme.TICK)
        rule = in_roles(
            "({{w : run1}}, {{b : rise1}}) <- ({{w : run2}}, {{b : rise2}}) "
            "- {{alpha : dial}} thin {{gradient J : exact}}"
        )
        count = Readout('upright("step")', 0, digits=2, flush=True)
        count.next_to(rule, RIGHT, buff=2 * theme.COLUMN_GAP).stand_on(rule.baseline)
        head.place(VGroup(rule, count))
        lanes = [row.columns(*(1 for _ in numbers.paths)) for row in (knobs, below)]
        dials = [self._dial(*lane) for lane in zip(numbers.paths, lanes[0], strict=True)]
        maps = [self._map(region) for region in lanes[1]]
        balls = [
            DescentPath(valley, path.points, radius=theme.DOT_RADIUS)
            for valley, path in zip(maps, numbers.paths, strict=True)
        ]
        for ball in balls:
            # The trails are faint: with the largest dial the steps lie nearly on each other.
            ball.trail.set_stroke(width=theme.HAIRLINE_STROKE, opacity=theme.GHOST)
        # The map and the start are the same three times: only the dials differ.
        self.play(FadeIn(rule, count, *dials, *maps, *balls, run_time=theme.FADE))
        self.add(*balls)

        def race(step: float) -> None:
            count.set_value(int(step))
            for ball in balls:
                ball.put(step)

        last = len(numbers.paths[0].points) - 1
        self.play(
            Sweep(
                race,
                between(0.0, last),
                *balls,
                count,
                rate_func=linear,
                run_time=theme.SETTLE + theme.MORPH,
            )
        )

    def _dial(self, path: RegressionPath, region: Region) -> VGroup:
        """Return a knob with its setting beside it."""
        dial = Dial(path.alpha, (0.0, self.numbers.dial_top), radius=region.height / 2)
        dial.move_to(region.at(DIAL_SHARE, 0.5))
        alpha = Readout("alpha =", path.alpha, decimals=ALPHA_DECIMALS, color=theme.RUN)
        return VGroup(dial, alpha.next_to(dial, RIGHT, buff=theme.GUTTER))

    def _map(self, region: Region) -> ParameterPlane:
        """Return the plane with the contours of the valley on it."""
        (left, right), (low, high) = self.numbers.window
        plane = ParameterPlane((left, right, 2), (low, high, 2), region, names=("w", "b"))
        return plane.add(ContourMap(plane, self.numbers.valley))
