"""A camera that paints only what has changed since its last picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import CodeType, FunctionType
from typing import Any, TypeAlias

import numpy as np
from manim import Camera, Mobject, PMobject, VMobject
from manim.mobject.types.image_mobject import AbstractImageMobject

from pipeline.fastdraw.paint.damage import Rect, cover
from pipeline.fastdraw.paint.generational_cache import GenerationalCache
from pipeline.fastdraw.paint.shape import Place, ProjectedMobject, Shape, make_shapes
from pipeline.fastdraw.paint.style import Colours, PaintStyle, Points
from pipeline.fastdraw.reliance import check_mobjects, hand_over, refuse_strangers

Pixels: TypeAlias = Any
"""RGBA, shape ``(height, width, 4)``, uint8; manim's own type names another type of number."""


Ends: TypeAlias = dict[tuple[CodeType, tuple[int, ...]], Points]
"""The known ends of gradients in one picture, by the function that computes them."""

MANY = 150
"""If more shapes than this have changed, and more than the picture shows, all of it is painted:
finding the places of the changes would cost more."""

MOST = 0.6
"""If a larger share of the picture has changed, all of it is painted, without the sheet."""


class DamageCamera(Camera):
    """manim's flat camera, which remembers what it has painted.

    ``paint`` is to be called with the ground and with all mobjects over it. While the ground stays
    the same array, only those rectangles are restored and painted again in which a shape has come,
    gone or changed. Images, clouds of points and mobjects coloured by an image are painted by
    manim; then the whole picture counts as changed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._ground: Pixels | None = None
        self._shown: list[Shape] = []
        self._shapes: GenerationalCache[Shape] = GenerationalCache()
        self.damage: list[Rect] = []
        """Where the picture has changed since the last call of ``take_damage``."""
        self._painting = False
        super().__init__(*args, **kwargs)
        self._sheet: Pixels = self.pixel_array.copy()

    @property
    def background(self) -> Pixels:
        """The empty picture; a scene that asks for it may paint on it."""
        refuse_strangers("the scene reaches for the background of its camera")
        return self._background

    @background.setter
    def background(self, pixels: Pixels) -> None:
        self._background = pixels

    @property
    def pixel_array(self) -> Pixels:
        """The picture; a scene that asks for it may paint on it."""
        refuse_strangers("the scene reaches for the picture of its camera")
        return self._pixel_array

    @pixel_array.setter
    def pixel_array(self, pixels: Pixels) -> None:
        self._pixel_array = pixels

    def capture_mobjects(self, *args: Any, **kwargs: Any) -> None:
        """Paint as manim does, if it is ``paint`` that asks for it.

        Raises
        ------
        HandedToManim
            If it is anybody else.
        """
        if not self._painting:
            hand_over("the scene takes pictures with its own camera")
        super().capture_mobjects(*args, **kwargs)

    def project(self, mobjects: Sequence[VMobject]) -> list[ProjectedMobject]:
        """Return mobjects as they stand on the picture, from back to front.

        They are given in the order of the scene.
        """
        known: Ends = {}
        return [flat_view(mobject, known) for mobject in mobjects]

    def paint(self, ground: Pixels, mobjects: Iterable[Mobject]) -> None:
        """Make the picture of ``mobjects`` over ``ground``."""
        family = drawable(mobjects, use_z_index=self.use_z_index)
        vectors = [one for one in family if isinstance(one, VMobject)]
        if any(one.background_image for one in vectors) or any(
            isinstance(one, PMobject | AbstractImageMobject) for one in family
        ):
            self.forget()
            self.set_pixel_array(ground)
            self._painting = True
            try:
                self.capture_mobjects(family)
            finally:
                self._painting = False
            return
        check_mobjects(vectors)
        if ground is self.background:
            self.grow_older()
        shapes = self._shapes_of(self.project(vectors))
        if ground is self._ground:
            self._mend(ground, shapes)
        else:
            self._paint_all(ground, shapes)
        self._ground, self._shown = ground, shapes

    def damage_beneath(self) -> list[Rect]:
        """Return where the picture beneath the shapes differs from the one that is shown."""
        return []

    def paint_beneath(self, pixels: Pixels, holes: Sequence[Rect]) -> None:
        """Paint everything beneath the shapes that meets one of some rectangles."""

    @property
    def whole(self) -> Rect:
        """The whole picture."""
        return Rect(0, 0, self.pixel_width, self.pixel_height)

    def forget(self) -> None:
        """Count everything as changed, because the picture was painted in another way."""
        self._ground, self._shown = None, []
        self.damage = [self.whole]

    def take_damage(self) -> list[Rect]:
        """Return where the picture has changed since the last call."""
        damage, self.damage = self.damage, []
        return damage

    def grow_older(self) -> None:
        """Forget the shapes that two plays did not use; each play begins on the ground."""
        self._shapes.grow_older()

    def _paint_all(self, ground: Pixels, shapes: Iterable[Shape]) -> None:
        self.set_pixel_array(ground)
        context = self.get_cairo_context(self.pixel_array)
        self.paint_beneath(self.pixel_array, [self.whole])
        for shape in shapes:
            shape.paint(context)
        self.damage = [self.whole]

    def _mend(self, ground: Pixels, shapes: list[Shape]) -> None:
        """Restore the picture and paint it again where shapes differ from those that are shown."""
        changed = differing(self._shown, shapes)
        if len(changed) > max(MANY, len(shapes)):
            self._paint_all(ground, shapes)
            return
        # Each shape is painted as a whole, on a sheet beside the picture: if Cairo is limited to a
        # part of a shape, it rounds the edges of that part in another way.
        context = self.get_cairo_context(self._sheet)
        rects = [rect for shape in changed if (rect := shape.bounds(context))]
        rects += self.damage_beneath()
        holes = cover(rects, self.pixel_width, self.pixel_height)
        if sum(hole.area for hole in holes) > MOST * self.whole.area:
            self._paint_all(ground, shapes)
            return
        if not holes:
            return
        for hole in holes:
            self._sheet[hole.rows, hole.columns] = ground[hole.rows, hole.columns]
        self.paint_beneath(self._sheet, holes)
        for shape in shapes:
            bounds = shape.bounds(context)
            if bounds and any(hole.meets(bounds) for hole in holes):
                shape.paint(context)
        for hole in holes:
            self.pixel_array[hole.rows, hole.columns] = self._sheet[hole.rows, hole.columns]
        self.damage = cover([*self.damage, *holes], self.pixel_width, self.pixel_height)

    def _shapes_of(self, views: Sequence[ProjectedMobject]) -> list[Shape]:
        """Return the shape of each mobject: a known one, or one that is made with all new ones."""
        thin = self.cairo_line_width_multiple
        found: list[Shape | None] = []
        wanting: list[ProjectedMobject] = []
        places: list[Place] = []
        styles: list[PaintStyle] = []
        for view in views:
            mobject, place = view.mobject, view.place
            key = PaintStyle.key_of(mobject, view.colours, thin, graded=view.ends is not None)
            shape = self._shapes.recall(mobject)
            style = shape.style if shape is not None and shape.style.key == key else None
            if shape is not None and style is not None and shape.place == place:
                found.append(shape)
                continue
            found.append(None)
            wanting.append(view)
            places.append(place)
            styles.append(style or PaintStyle.make(mobject, view.colours, key))
        context = self.get_cairo_context(self._sheet)
        made = iter(make_shapes(wanting, places, styles, context))
        shapes = [shape or next(made) for shape in found]
        for view, shape in zip(views, shapes, strict=True):
            self._shapes.keep(view.mobject, shape)
        return shapes


def flat_view(mobject: VMobject, known: Ends) -> ProjectedMobject:
    """Return a mobject at its own points and in its own colours.

    ``known`` holds the ends of gradients that were computed for the same picture.
    """
    colours = colours_of(mobject)
    ends = None
    if len(colours.fill) > 1 or len(colours.stroke) > 1 or len(colours.behind) > 1:
        # A gradient runs over the whole family, which may change while the mobject does not.
        ends = gradient_ends(mobject, known)
    return ProjectedMobject(mobject, mobject.points, colours, ends)


def colours_of(mobject: VMobject) -> Colours:
    """Return a mobject's own colours."""
    return Colours.of(
        mobject.get_fill_rgbas(), mobject.get_stroke_rgbas(), mobject.get_stroke_rgbas(True)
    )


def gradient_ends(mobject: VMobject, known: Ends) -> Points:
    """Return the two ends of a mobject's gradient, ``(2, 3)``.

    Each tick of an axis in space has a function of its own that returns the ends for the axis.
    """
    own = vars(mobject).get("get_gradient_start_and_end_points")
    if type(own) is not FunctionType or own.__defaults__ or own.__kwdefaults__:
        return np.asarray(mobject.get_gradient_start_and_end_points())
    # In one picture, the same code over the same objects returns the same.
    key = (own.__code__, tuple(id(cell.cell_contents) for cell in own.__closure__ or ()))
    if key not in known:
        known[key] = np.asarray(own())
    return known[key]


def differing(before: list[Shape], after: list[Shape]) -> set[Shape]:
    """Return the shapes that are in only one of two pictures, or all if their order differs."""
    gone, come = set(before), set(after)
    changed = gone ^ come
    if changed:
        before = [shape for shape in before if shape in come]
        after = [shape for shape in after if shape in gone]
    if before != after:
        # The order changes rarely: it is not worth finding which shapes have moved to the front.
        changed |= {*before, *after}
    return changed


def drawable(mobjects: Iterable[Mobject], *, use_z_index: bool) -> list[Mobject]:
    """Return all members of families that have points, each once, from back to front.

    The order is manim's: of a mobject that occurs several times, the last place counts.
    """
    found: list[Mobject] = []
    seen: set[int] = set()

    def visit(mobject: Mobject) -> None:
        if id(mobject) in seen:
            return
        for part in reversed(mobject.submobjects):
            visit(part)
        seen.add(id(mobject))
        if len(mobject.points):
            found.append(mobject)

    for mobject in reversed(list(mobjects)):
        visit(mobject)
    found.reverse()
    if use_z_index and any(mobject.z_index for mobject in found):
        found.sort(key=lambda mobject: mobject.z_index)
    return found
