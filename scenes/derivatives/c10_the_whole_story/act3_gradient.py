"""Clip 10, third act: one slope for each knob, and the arrow that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from manim import DOWN, RIGHT, Create, FadeIn, FadeOut, there_and_back

from lessons.derivatives.c10.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import SolidDot
from scenes.components.landscape.descent_path import ScaledArrow
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.numeral import Numeral
from scenes.derivatives.c10_the_whole_story.act2_rules_and_chain import AfterRulesAndChain
from scenes.derivatives.c10_the_whole_story.props.tile_stage import TileStage
from scenes.derivatives.map.story_map import begin_like

ARROW_SCALE = 0.48
REACH = 0.7
"""How far a knob is turned to and fro, in its own units."""
SLOPE_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class AfterGradientTile:
    """What the third act leaves on stage.

    Attributes
    ----------
    tiles
        The map with its stage; seven tiles are filled.
    """

    tiles: TileStage


class GradientTile(Act):
    """The tile of the gradient."""

    numbers: Numbers
    before: AfterRulesAndChain

    def prepare(self) -> None:
        """Take over the map."""
        self.tiles = self.before.tiles

    def gradient_tile(self) -> None:
        numbers = self.numbers
        line = self.tiles.enter(self, "gradient")
        (left, right), (low, high) = numbers.uphill_window
        plane = ParameterPlane(
            (left, right, 1), (low, high, 1), self.tiles.stage, decimals=(None, None)
        )
        for axis_line in (plane.axes.x_axis, plane.axes.y_axis):
            axis_line.match_style(plane.axes.grid[0])  # they would strike out a number
        rings = ContourMap(plane, numbers.uphill_map, stroke=theme.CURVE_STROKE)
        at = numbers.uphill_at
        dot = SolidDot(plane.place(at))
        gradient = ScaledArrow(plane, at, numbers.uphill, ARROW_SCALE)
        legs = gradient.legs(at, numbers.uphill)
        slices = [
            plane.through(at, way, color)
            for way, color in (((1, 0), theme.RUN), ((0, 1), theme.RISE))
        ]
        self.play(FadeIn(plane, rings, dot, line, run_time=theme.FADE))
        for axis, (cut, leg, side) in enumerate(zip(slices, legs, (DOWN, RIGHT), strict=True)):
            cut.set_stroke(opacity=theme.GHOST)
            color = (theme.RUN, theme.RISE)[axis]
            number = Numeral(numbers.uphill[axis], SLOPE_DECIMALS, color=color)
            number.next_to(leg, side, buff=theme.LABEL_GAP)
            if axis == 0:
                number.align_to(leg, RIGHT)  # clear of the contour

            def turn(by: float, axis: int = axis) -> None:
                here = list(at)
                here[axis] += by
                dot.move_to(plane.place(here))

            self.add(cut, dot)
            self.play(
                FadeIn(cut, run_time=theme.FADE / 2),
                Sweep(
                    turn,
                    between(0.0, REACH),
                    dot,
                    rate_func=there_and_back,
                    run_time=theme.STEP,
                ),
            )
            self.play(
                Create(leg.shaft),
                FadeIn(leg.tip, number),
                FadeOut(cut),
                run_time=theme.FADE,
            )
        self.play(Create(gradient.shaft), FadeIn(gradient.tip), run_time=theme.WRITE)
        self.add(dot)
        self.wait(theme.FADE)
        goals: Any = self.tiles.story.pictures["gradient"][0]
        for ring, goal in zip(rings, goals, strict=True):
            begin_like(ring, goal)
        self.tiles.leave(self, "gradient", rings, gradient, dot)

    def hand_over(self) -> AfterGradientTile:
        """Return what the next act needs."""
        return AfterGradientTile(self.tiles)
