"""The landscape over two knobs: one relief, which lies aslant, stands upright or becomes a map."""

from __future__ import annotations

from typing import Any

from manim import FadeOut, VMobject

from mathcore.optimization.contours import Contour
from mathcore.optimization.landscape import Landscape
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.landscape.on_surface import Floor, SurfaceBall, SurfaceContours
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.landscape.relief import Relief, Span, View
from scenes.components.landscape.surface import GlassSheet, Surface
from scenes.components.motion.sweep import Sweep, animated, between

TICKS = (-2.5, 2.5, 1)
"""First and last value of each knob on its scale, and the step between ticks."""
_ASLANT = (32.0, 27.0, 0.9)
"""Yaw, tilt and zoom of the usual view."""
_GLASS_SPAN = (-6.0, 25.5)
"""The lowest and the highest height of a sheet of glass."""


class KnobLandscape:
    """A relief with its floor, its surface, a ball, and at times a sheet of glass that cuts it.

    Parameters
    ----------
    land
        The landscape that is shown.
    span
        The range of both knobs.
    facing
        Axes of the view from the front.

    Attributes
    ----------
    relief
        What is on stage: it holds all the others.
    floor, surface, ball
        Its parts.
    aslant
        The usual view.
    """

    def __init__(self, land: Landscape, span: Span, facing: GraphAxes) -> None:
        self.relief = Relief(land, span, span, facing)
        terrain = self.relief.terrain
        self.floor, self.surface = Floor(terrain), Surface(terrain)
        self.ball = SurfaceBall(terrain, (0.0, 0.0))
        self.aslant = self.relief.view(*_ASLANT)
        self.relief.hold(self.floor, self.surface, self.ball).look(self.aslant)

    def insert_sheet(self, start: tuple[float, float], end: tuple[float, float]) -> GlassSheet:
        """Cut the surface with a sheet of glass whose foot has these ends."""
        sheet = GlassSheet(self.surface, start, end, _GLASS_SPAN, theme.INK)
        self.surface.sheet = sheet
        self.relief.hold(sheet)
        return sheet

    def release_sheet(self) -> None:
        """Take the sheet out of the surface, which is whole again."""
        if self.surface.sheet is not None:
            self.relief.release(self.surface.sheet)
            self.surface.sheet = None

    def turn(
        self, view: View, presence: tuple[float, float], *moved: VMobject, **kwargs: Any
    ) -> Sweep:
        """Turn to another view, while the surface appears or vanishes.

        Parameters
        ----------
        view
            The view at the end.
        presence
            How much of the surface is seen at the start and at the end.
        *moved
            What else is redrawn.
        **kwargs
            Of the animation.
        """
        start, (first, last) = self.relief.terrain.view, presence

        def look(share: float) -> None:
            self.surface.presence = first + share * (last - first)
            self.relief.look(start.toward(view, share))

        return Sweep(look, between(0, 1), self.relief, *moved, **{"run_time": theme.DRAW, **kwargs})

    def look_down(self, axes: GraphAxes, *moved: VMobject) -> Sweep:
        """Turn the landscape until it is a map on these axes; its surface vanishes."""
        return self.turn(self.relief.map_view(axes), (1.0, 0.0), *moved)

    def lift_map(
        self,
        act: Act,
        plane: ParameterPlane,
        rings: ContourMap,
        contours: tuple[Contour, ...],
        view: View,
    ) -> None:
        """Turn a map that is on stage into the landscape of which it is the map.

        Parameters
        ----------
        act
            The act that plays it.
        plane, rings
            The map; all else leaves the stage.
        contours
            The lines that the rings show.
        view
            The view at the end.
        """
        relief = self.relief
        act.clear_stage(rings, plane)
        lines = SurfaceContours(relief.terrain, contours)
        start = relief.map_view(plane.axes)
        relief.hold(lines).look(start)
        self.floor.names.set_opacity(0.0)
        self.surface.set_presence(0.0)
        self.ball.put((0.0, 0.0)).set_opacity(0.0)
        act.remove(rings)
        act.add(relief)

        def look(share: float) -> None:
            self.surface.presence = share
            for line in lines:
                line.set_stroke(opacity=1 - share)
            relief.look(start.toward(view, share))

        act.play(
            Sweep(look, between(0, 1), relief, run_time=theme.DRAW),
            FadeOut(plane, run_time=theme.FADE),
        )
        relief.release(lines)
        act.add(relief)
        act.play(animated(self.floor.names, run_time=theme.FADE).set_opacity(1.0))
