"""Clip 10, fourth act: the last tile, and all tiles as one story."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from manim import FadeIn, FadeOut, VGroup, linear
from manim.typing import Point3D

from lessons.derivatives.c10.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.optimization.descent import Descent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.marks.dashes import Dashes
from scenes.components.marks.ray import Ray
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.marble import Marble
from scenes.components.text.readout import Readout
from scenes.derivatives.c10_the_whole_story.act3_gradient import AfterGradientTile

ALPHA_AT = (2.0, 6.6)
"""Where the learning rate stands: between the slopes of the valley, on its own axes."""
STEP_LEVEL = -0.5
"""Height at which a step is drawn, on the axes of the valley."""
STEP_STYLE: Final[Any] = {"gap": 0.0, "color": theme.RUN, "stroke": theme.NUDGE_STROKE}


class OneStory(Act):
    """The last tile, and all tiles as one story."""

    numbers: Numbers
    before: AfterGradientTile

    def prepare(self) -> None:
        """Take over the map."""
        self.tiles = self.before.tiles

    def descent_tile(self) -> None:
        numbers = self.numbers
        line = self.tiles.enter(self, "descent")
        axes = self.tiles.graph((-2.6, 6.6, 1), (-1.4, 15.4, 2))
        curve = Curve(axes, sample(numbers.hill, -2.2, 6.2))
        start, *later = numbers.walk.points.tolist()
        marble = Marble(axes, numbers.tangent_on_hill(start))
        tag = self._alpha(numbers.rebel, theme.APPROX, axes.map(*ALPHA_AT))
        self.play(FadeIn(axes, curve, marble, line, run_time=theme.FADE))
        self.play(FadeIn(tag, run_time=theme.FADE))
        # The step is too long: each one crosses the valley and ends higher up.
        hops = VGroup()
        for before, after in pairwise(numbers.rebel.points.tolist()):
            low, high = (numbers.tangent_on_hill(x).point for x in (before, after))
            hop = Dashes(axes.map(*low), axes.map(*high))
            hops.add(hop)
            self.play(FadeIn(hop, run_time=theme.FADE), self._put(marble, after))
        self.wait(theme.FADE)
        small = self._alpha(numbers.walk, theme.EXACT, axes.map(*ALPHA_AT))
        self.play(
            FadeOut(hops, tag, run_time=theme.FADE),
            FadeIn(small, run_time=theme.FADE),
            self._put(marble, start),
        )
        stops = VGroup()
        steps = VGroup()
        for before, after in pairwise((start, *later)):
            stop = SolidDot(
                axes.map(*numbers.tangent_on_hill(before).point),
                theme.MUTED,
                theme.FINE_DOT_RADIUS,
            )
            stops.add(stop)
            self.add(stop, marble)
            step = Ray(axes.map(before, STEP_LEVEL), axes.map(after, STEP_LEVEL), **STEP_STYLE)
            steps.add(step)
            self.play(FadeIn(step, run_time=theme.FADE), self._put(marble, after))
        self.wait(theme.FADE)
        # The picture of the tile has this many stops, and the ball at the end of them.
        kept = len(self.tiles.story.pictures["descent"]) - 3
        self.tiles.leave(self, "descent", curve, *stops[:kept], marble.ball, steps[0])

    def tiles_become_one_story(self) -> None:
        story = self.tiles.story
        self.play(
            Sweep(
                story.walk,
                between(0.0, 1.0),
                story,
                rate_func=linear,
                run_time=2 * theme.DRAW,
            )
        )
        self.wait(2 * theme.CLIP_END)

    def _alpha(self, path: Descent, color: str, at: Point3D) -> Readout:
        tag = Readout("alpha =", path.alpha, decimals=2, size=theme.FORMULA_SMALL_SIZE, color=color)
        return tag.move_to(at)

    def _put(self, marble: Marble, goal: float) -> Any:
        """Let the marble step to another input, straight through the air."""
        return animated(marble, run_time=theme.FADE).put(self.numbers.tangent_on_hill(goal))
