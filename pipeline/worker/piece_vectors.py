"""The stage as vectors: the shapes that are painted on a picture, painted on an SVG instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cairo
import numpy as np
from manim import ManimColor, PMobject, Scene, VMobject
from manim.mobject.mobject import Mobject
from manim.mobject.types.image_mobject import AbstractImageMobject
from manim.utils.iterables import list_update

from pipeline.fastdraw.cameras.faces import Faces
from pipeline.fastdraw.cameras.flat import DamageCamera, drawable
from pipeline.fastdraw.cameras.space import SpaceCamera
from pipeline.fastdraw.paint.shape import ProjectedMobject, Shape, lay_paths, make_shapes
from pipeline.fastdraw.paint.style import Colours, Context, Layer, PaintStyle, Pen, Points
from pipeline.fastdraw.renderer import FastRenderer, QuietRenderer
from pipeline.types import PipelineError

_WAY_OUT = "ask for png"


def write_vectors(path: Path, scene: Scene, renderer: QuietRenderer) -> None:
    """Write the picture that a renderer has just drawn of a scene as SVG.

    Raises
    ------
    PipelineError
        If it holds pixels: images, clouds of points, or what manim itself has to draw.
    """
    if not isinstance(renderer, FastRenderer):
        raise PipelineError(f"svg: manim itself draws this clip, and only in pixels; {_WAY_OUT}")
    shown = list_update(scene.mobjects, scene.foreground_mobjects)
    write_shapes(path, renderer.damage_camera, shown)


def write_shapes(path: Path, camera: DamageCamera, mobjects: Iterable[Mobject]) -> None:
    """Write what a camera paints of mobjects as SVG, one unit a pixel.

    A ground that is seen through is left out.

    Parameters
    ----------
    path
        The file.
    camera
        The camera, as it stood when it last painted.
    mobjects
        All that is on stage, in the order of the scene.

    Raises
    ------
    PipelineError
        If one of them is no vectors.
    """
    shapes = list(shapes_of(camera, mobjects))
    width, height = camera.pixel_width, camera.pixel_height
    with cairo.SVGSurface(str(path), width, height) as surface:
        surface.set_document_unit(cairo.SVGUnit.PX)
        context = _RedFirst(cairo.Context(surface))
        if camera.background_opacity:
            # A clip may give its camera a colour as text, which manim leaves as it is.
            ground = ManimColor(camera.background_color)
            context.set_source_rgb(*ground.to_rgb().tolist())
            context.paint()
        context.set_matrix(_pixel_context(camera).get_matrix())
        for shape in shapes:
            shape.paint(context)


def shapes_of(camera: DamageCamera, mobjects: Iterable[Mobject]) -> Iterator[Shape]:
    """Yield what a camera paints of mobjects, from back to front.

    Raises
    ------
    PipelineError
        If one of them is no vectors.
    """
    family = drawable(mobjects, use_z_index=camera.use_z_index)
    vectors = [one for one in family if isinstance(one, VMobject)]
    for one in family:
        if isinstance(one, PMobject | AbstractImageMobject) or (
            isinstance(one, VMobject) and one.background_image
        ):
            kind = type(one).__name__
            raise PipelineError(f"svg: {kind} is on stage, which is no vectors; {_WAY_OUT}")
    context = _pixel_context(camera)
    views = camera.project(vectors)
    if isinstance(camera, SpaceCamera) and camera.faces is not None:
        yield from _shapes_of_faces(camera.faces, context)
    thin = camera.cairo_line_width_multiple
    styles = []
    for view in views:
        key = PaintStyle.key_of(view.mobject, view.colours, thin, graded=view.ends is not None)
        styles.append(PaintStyle.make(view.mobject, view.colours, key))
    yield from make_shapes(views, [view.place for view in views], styles, context)


def _shapes_of_faces(faces: Faces, context: Context) -> Iterator[Shape]:
    """Yield the shape of each face, the farthest first: as ``Faces.paint``, face by face."""
    edges = faces.measures.starts.tolist()
    for place in faces.order.tolist():
        mobject: Any = faces.measures.mobjects[place]
        points, ends = faces.points[edges[place] : edges[place + 1]], faces.ends[place]
        behind, area, line = faces.colours[place]
        colours = Colours.of(area, line, behind)
        view = ProjectedMobject(mobject, points, colours, ends)
        (laid,) = lay_paths([view], context)
        join, cap = faces.pens.styles[place].tolist()
        thin, thick = faces.pens.widths[place].tolist()
        layers: list[Layer] = []
        for rgbas, width in ((behind, thin), (area, None), (line, thick)):
            if width == 0 or not rgbas[:, 3].any():
                continue
            pen = None if width is None else _pen(width, join, cap)
            layers.append((_source(ends, rgbas), pen))
        yield Shape(view.place, PaintStyle((), ()), laid, tuple(layers))


def _source(ends: Points, rgbas: Points) -> Any:
    """Return the gradient between two points, or the one colour; blue first, as all layers."""
    low, high = np.clip(rgbas, 0, 1)[:, [2, 1, 0, 3]].tolist()
    if low == high:
        return cairo.SolidPattern(*low)
    gradient: Any = cairo.LinearGradient(*ends.ravel().tolist())
    gradient.add_color_stop_rgba(0, *low)
    gradient.add_color_stop_rgba(1, *high)
    return gradient


def _pen(width: float, join: int, cap: int) -> Pen:
    def take(context: Context) -> None:
        context.set_line_width(width)
        context.set_line_join(join)
        context.set_line_cap(cap)

    return take


def _pixel_context(camera: DamageCamera) -> Context:
    """Return the context in which the camera paints, from the scene to pixels."""
    return camera.get_cairo_context(camera.pixel_array)


class _RedFirst:
    """A context that takes sources whose blue comes first, and puts red first.

    ``PaintStyle`` says why blue comes first in all that is painted on an array.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def set_source(self, source: cairo.Pattern) -> None:
        """Paint with a colour or with a gradient."""
        self._context.set_source(_red_first(source))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)


def _red_first(source: Any) -> cairo.Pattern:
    if isinstance(source, cairo.SolidPattern):
        blue, green, red, alpha = source.get_rgba()
        return cairo.SolidPattern(red, green, blue, alpha)
    gradient = cairo.LinearGradient(*source.get_linear_points())
    for offset, blue, green, red, alpha in source.get_color_stops_rgba():
        gradient.add_color_stop_rgba(offset, red, green, blue, alpha)
    return gradient
