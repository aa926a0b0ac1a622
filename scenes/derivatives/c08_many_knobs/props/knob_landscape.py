"""The landscape over two knobs: one relief, which lies aslant, stands upright or becomes a map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from manim import FadeIn, FadeOut, VMobject

from lessons.derivatives.c08.numbers import Numbers
from mathcore.optimization.contours import Contour
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.on_surface import Floor, SurfaceBall
from scenes.components.landscape.parameter_plane import Pair, ParameterPlane
from scenes.components.landscape.relief import Relief, View
from scenes.components.landscape.upright import HeightAxis
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.derivatives.c08_many_knobs.props.cut import CutSheet, CutSurface
from scenes.layout import Region

FIRST_TICKS, SECOND_TICKS = (-4.0, 4.0, 2.0), (-3.0, 3.0, 1.0)
"""First and last value of each knob on its scale, and the step between ticks."""
BASE = -14.0
"""The height of the floor: below all of the landscape."""
_HEIGHTS = (BASE, 60.0, 20.0)
_LIFT = 0.52
"""How high the landscape stands aslant, as a share of the heights of its upright graph."""
_ASLANT = (32.0, 27.0)
"""Yaw and tilt of the usual view."""
_MARGINS = (0.8, 0.15, 0.15, 0.55)
"""Room left, right, below and above the landscape aslant, for the numbers of its axis and names."""
_RIM = 25
"""Points along each edge by which the size of the landscape is measured."""
_FADING, _COMING = 4.5, 2.0
"""How much faster than the view the surface fades on the way to the front, and comes back."""
_CELLS = 12
"""Faces along each side: half a unit each, so that a cut at a whole number runs between faces."""
_LABELS = 4
_ON_DIAGONAL = tuple((at, at) for at in (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0))
"""Points of the line that is drawn across the map."""
_AT_ARROWS = ((2.7, 1.0), (3.4, 1.0), (3.5, 1.8), (2.7, 1.8), (2.7, 2.7), (1.3, 0.2), (3.4, 2.6))
"""Points round the gradient at (2, 1), where its arrows and its circles are drawn."""
_BESIDE_TICKS = ((-4.0, -2.4), (-4.0, -2.0), (-4.0, -1.6))
"""Points beside a tick of the scale, whose number a height must not be read with."""


class KnobLandscape:
    """A relief with its floor, its surface, an axis of heights, a ball, and at times a cut.

    Parameters
    ----------
    numbers
        The landscape that is shown, over its window, with the levels between its bands.
    picture
        The part of the frame that it fills.
    facing
        Axes of the view from the front.

    Attributes
    ----------
    relief
        What is on stage: it holds all the others.
    floor, surface, axis, ball
        Its parts.
    aslant
        The usual view.
    """

    def __init__(self, numbers: Numbers, picture: Region, facing: GraphAxes) -> None:
        self.numbers, self.picture = numbers, picture
        self.relief = Relief(numbers.saddle, *numbers.window, facing)
        terrain = self.relief.terrain
        terrain.lift = _LIFT
        self.aslant = self.view(*_ASLANT)
        self.relief.look(self.aslant)
        self.floor = Floor(terrain, base=BASE)
        self.surface = CutSurface(terrain, numbers.levels, _CELLS)
        self.axis = HeightAxis(terrain, _HEIGHTS)
        self.ball = SurfaceBall(terrain, (0.0, 0.0))
        self.relief.hold(self.floor, self.surface, self.axis, self.ball)

    def view(self, yaw: float, tilt: float) -> View:
        """Return a view aslant in which the landscape is as large as its picture allows."""
        terrain, kept = self.relief.terrain, (self.relief.terrain.view, self.relief.terrain.lift)
        terrain.view, terrain.lift = replace(kept[0], yaw=yaw, tilt=tilt, zoom=1.0), _LIFT
        (u0, u1), (v0, v1) = terrain.u_range, terrain.v_range
        ring = np.array([(u0, v0), (u1, v0), (u1, v1), (u0, v1), (u0, v0)])
        shares = np.linspace(0.0, 1.0, _RIM)[:, None]
        ground = np.concatenate([a + shares * (b - a) for a, b in pairwise(ring)])
        floor = np.column_stack([ring, np.full(len(ring), BASE)])
        seen = np.concatenate([terrain.above(ground), terrain.project(floor)])[:, :2]
        middle = np.array([terrain.view.across, terrain.view.up])
        terrain.view, terrain.lift = kept
        left, right, below, above = _MARGINS
        room = Region(
            self.picture.left + left,
            self.picture.right - right,
            self.picture.bottom + below,
            self.picture.top - above,
        )
        low, high = seen.min(axis=0), seen.max(axis=0)
        zoom = min((room.width, room.height) / (high - low))
        across, up = room.center[:2] - zoom * ((low + high) / 2 - middle)
        return replace(
            self.relief.view(yaw, tilt), zoom=float(zoom), across=float(across), up=float(up)
        )

    def recline(self) -> None:
        """Stand whole in the usual view, without a cut."""
        self.release_sheet()
        self.surface.presence = self.axis.presence = 1.0
        self.floor.lines.set_stroke(opacity=1.0)
        self.relief.terrain.lift = _LIFT
        self.floor.names.set_opacity(1.0)
        self.relief.look(self.aslant)

    def insert_sheet(self, start: Pair, end: Pair) -> CutSheet:
        """Cut the surface along a line of the plane with these ends."""
        sheet = CutSheet(self.surface, start, end, BASE)
        self.surface.sheet = sheet
        self.relief.hold(sheet)
        return sheet

    def release_sheet(self) -> None:
        """Take the sheet out of the surface, which is whole again."""
        if self.surface.sheet is not None:
            self.relief.release(self.surface.sheet)
            self.surface.sheet = None

    def turn(
        self,
        view: View,
        *moved: VMobject,
        presence: tuple[float, float] = (1.0, 1.0),
        upright: bool = False,
        **kwargs: Any,
    ) -> Sweep:
        """Turn to another view, while the surface appears or vanishes.

        Parameters
        ----------
        view
            The view at the end.
        *moved
            What else is redrawn.
        presence
            How much of the surface is seen at the start and at the end.
        upright
            Whether it stands as high at the end as its upright graph; else as high as aslant.
        **kwargs
            Of the animation.
        """
        terrain, (first, last) = self.relief.terrain, presence
        start, low, high = terrain.view, terrain.lift, 1.0 if upright else _LIFT

        def look(share: float) -> None:
            seen = first + share * (last - first)
            # It stands up out of the picture: it is gone soon, and comes back when it is low again.
            self.surface.presence = max(0.0, 1 - (_FADING if upright else _COMING) * (1 - seen))
            self.axis.presence = self.surface.presence
            self.floor.lines.set_stroke(opacity=self.surface.presence)
            # It grows taller only while it is out of sight: there is no room for all of it.
            grown = max(0.0, 2 * share - 1) if upright else min(1.0, 2 * share)
            terrain.lift = low + grown * (high - low)
            self.relief.look(start.toward(view, share))

        return Sweep(
            look,
            between(0, 1),
            self.relief,
            *moved,
            **{"run_time": theme.DRAW, "rate_func": theme.TRAVEL, **kwargs},
        )

    def plane(self) -> ParameterPlane:
        """Return the plane of both knobs, on which the map lies."""
        return ParameterPlane(FIRST_TICKS, SECOND_TICKS, self.picture)

    def map_on(self, plane: ParameterPlane, contours: Sequence[Contour]) -> HeightMap:
        """Return the map of the saddle, whose bands are those of the surface."""
        numbers = self.numbers
        start = tuple(numbers.saddle_descent.points[0])
        avoid = [numbers.at, start, *_ON_DIAGONAL, *_AT_ARROWS, *_BESIDE_TICKS]
        heights = HeightMap(plane, contours, numbers.saddle, labels=_LABELS, avoid=avoid)
        return written_large(heights)

    def lie_down(
        self, act: Act, plane: ParameterPlane, heights: HeightMap, *stay: VMobject
    ) -> None:
        """Turn the surface until it is the map, which then takes its place.

        Parameters
        ----------
        act
            The act that plays it; the relief is on stage.
        plane, heights
            The map, which is on stage afterwards.
        *stay
            What lies on the landscape and stays on the map.
        """
        act.play(animated(self.floor.names, run_time=theme.FADE / 2).set_opacity(0.0))
        act.play(self.turn(self.relief.map_view(plane.axes)))
        heights.labels.set_opacity(0.0)
        act.remove(self.relief)
        act.add(heights, *stay)
        act.bring_to_back(heights)
        act.play(
            FadeIn(plane.ticks, plane.scales, plane.names, run_time=theme.FADE),
            animated(heights.labels, run_time=theme.FADE).set_opacity(1.0),
        )

    def stand_up(
        self, act: Act, plane: ParameterPlane, heights: HeightMap, *moved: VMobject
    ) -> None:
        """Turn the map, which is on stage, back into the surface that it shows.

        Parameters
        ----------
        act
            The act that plays it.
        plane, heights
            The map.
        *moved
            What lies on the landscape and rises with it; the relief holds it.
        """
        self.relief.look(self.relief.map_view(plane.axes))
        act.play(
            FadeOut(plane.ticks, plane.scales, plane.names, run_time=theme.FADE / 2),
            animated(heights.labels, run_time=theme.FADE / 2).set_opacity(0.0),
        )
        act.remove(heights)
        act.add(self.relief)
        act.bring_to_back(self.relief)
        act.bring_to_front(*moved)
        act.play(self.turn(self.aslant, *moved))
        act.play(animated(self.floor.names, run_time=theme.FADE / 2).set_opacity(1.0))


def written_large(heights: HeightMap) -> HeightMap:
    """Write the heights on a map as large as a number that the voice says."""
    for label in heights.labels:
        label.scale(theme.DIGIT_SIZE / theme.TICK_SIZE)
    return heights
