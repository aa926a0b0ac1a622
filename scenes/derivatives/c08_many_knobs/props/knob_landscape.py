"""The landscape over two knobs: one relief, which lies aslant, stands upright or becomes a map."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from manim import FadeIn, FadeOut, VMobject

from lessons.derivatives.c08.numbers import Numbers
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
UPRIGHT_TICKS = (-2.0, 4.0, 2.0)
"""The same of the first knob on the map of an upright frame."""
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

    def plane(self, upright: bool = False) -> ParameterPlane:
        """Return the plane of both knobs, on which the map lies.

        In an upright frame it is as high as wide, and shows a part of the landscape.
        """
        ticks = UPRIGHT_TICKS if upright else FIRST_TICKS
        return ParameterPlane(ticks, SECOND_TICKS, self.picture)

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
        part = self._shows_more_than(plane)
        act.play(self.turn(self.relief.map_view((self.plane() if part else plane).axes)))
        heights.labels.set_opacity(0.0)
        if part:
            self._zoom(act, plane, heights, True, *stay)
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
        if self._shows_more_than(plane):
            self._zoom(act, plane, heights, False, *moved)
        act.remove(heights)
        act.add(self.relief)
        act.bring_to_back(self.relief)
        act.bring_to_front(*moved)
        act.play(self.turn(self.aslant, *moved))
        act.play(animated(self.floor.names, run_time=theme.FADE / 2).set_opacity(1.0))

    def _shows_more_than(self, plane: ParameterPlane) -> bool:
        """Whether the surface, seen from above, reaches beyond the map."""
        return self.numbers.window[0][0] < plane.axes.spans[0][0]

    def _zoom(
        self, act: Act, plane: ParameterPlane, heights: HeightMap, closer: bool, *on_it: VMobject
    ) -> None:
        """Enlarge the map of a part, which lies on the surface seen from above, or shrink it.

        The surface is seen only while the map is small: it reaches farther than the frame.
        """
        whole, goal = self.plane(), heights.get_center()
        growth = plane.unit / whole.unit
        small = whole.place([(first + last) / 2 for first, last, _ in plane.axes.spans])
        start, end = (self.relief.map_view(on.axes) for on in (whole, plane))
        if closer:
            heights.scale(1 / growth).move_to(small)
        else:
            act.add(self.relief)
        held = [thing for thing in (*on_it, self.ball) if thing in self.relief.submobjects]
        act.bring_to_back(self.relief)
        act.add(heights, *held)

        def look(share: float) -> None:
            self.surface.presence = self.axis.presence = max(0.0, 1 - _FADING * share)
            self.floor.lines.set_stroke(opacity=self.surface.presence)
            zoom, across, up = (
                at_first + share * (at_last - at_first)
                for at_first, at_last in (
                    (start.zoom, end.zoom),
                    (start.across, end.across),
                    (start.up, end.up),
                )
            )
            self.relief.look(replace(start, zoom=zoom, across=across, up=up))

        travel = animated(heights, run_time=theme.STEP, rate_func=theme.TRAVEL)
        act.play(
            travel.scale(growth).move_to(goal)
            if closer
            else travel.scale(1 / growth).move_to(small),
            Sweep(
                look,
                between(0.0, 1.0) if closer else between(1.0, 0.0),
                *(self.surface, self.floor, self.axis, *held),
                run_time=theme.STEP,
                rate_func=theme.TRAVEL,
            ),
        )
        if not closer:
            heights.scale(growth).move_to(goal)
