"""A camera that paints only what has changed since its last picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import CodeType, FunctionType
from typing import Any, TypeAlias

import numpy as np
from manim import Camera, Mobject, PMobject, VMobject
from manim.mobject.types.image_mobject import AbstractImageMobject

from pipeline.fastdraw.paint.damage import Rect, cover
from pipeline.fastdraw.paint.generational_cache import Memory
from pipeline.fastdraw.paint.shape import Look, Place, Shape, make_shapes
from pipeline.fastdraw.paint.style import Coat, Colours, Points

Pixels: TypeAlias = Any
"""RGBA, shape ``(height, width, 4)``; manim's types say that its bytes are something else."""


Ends: TypeAlias = dict[tuple[CodeType, tuple[int, ...]], Points]
"""Of gradients, by the function that tells them, as far as they are worked out for one picture."""

MANY = 150
"""Where more shapes have changed than this, and most, all is painted: to ask where costs more."""

MOST = 0.6
"""Of a picture: where more of it has changed, all is painted, without the sheet between."""


class DamageCamera(Camera):
    """Manim's flat camera, with a memory.

    ``paint`` is to be called with the ground and all that moves over it. While the ground stays the
    same array, only the rectangles in which a shape has come, gone or changed are restored and
    painted again. What it cannot follow (images, clouds of points, mobjects coloured by an image)
    manim paints as ever, and everything counts as changed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._ground: Pixels | None = None
        self._shown: list[Shape] = []
        self._shapes: Memory[Shape] = Memory()
        self.damage: list[Rect] = []
        """Where the picture has changed since somebody last took this list."""
        super().__init__(*args, **kwargs)
        self._sheet: Pixels = self.pixel_array.copy()

    def look(self, mobjects: Sequence[VMobject]) -> list[Look]:
        """Return how mobjects look, from back to front; they come in the order of the scene."""
        known: Ends = {}
        return [plain_look(mobject, known) for mobject in mobjects]

    def paint(self, ground: Pixels, mobjects: Iterable[Mobject]) -> None:
        """Make the picture of ``mobjects`` over ``ground``."""
        family = drawable(mobjects, use_z_index=self.use_z_index)
        vectors = [one for one in family if isinstance(one, VMobject)]
        if any(one.background_image for one in vectors) or any(
            isinstance(one, PMobject | AbstractImageMobject) for one in family
        ):
            self.forget()
            self.set_pixel_array(ground)
            self.capture_mobjects(family)
            return
        if ground is self.background:
            self.grow_older()
        shapes = self._shapes_of(self.look(vectors))
        if ground is self._ground:
            self._mend(ground, shapes)
        else:
            self._paint_all(ground, shapes)
        self._ground, self._shown = ground, shapes

    def damage_beneath(self) -> list[Rect]:
        """Return where the picture beneath the shapes differs from what is shown."""
        return []

    def paint_beneath(self, pixels: Pixels, holes: Sequence[Rect]) -> None:
        """Paint what lies beneath the shapes and meets one of some rectangles."""

    @property
    def whole(self) -> Rect:
        """The whole picture."""
        return Rect(0, 0, self.pixel_width, self.pixel_height)

    def forget(self) -> None:
        """Take everything as changed: somebody else has painted."""
        self._ground, self._shown = None, []
        self.damage = [self.whole]

    def take_damage(self) -> list[Rect]:
        """Return where the picture has changed since this was last asked."""
        damage, self.damage = self.damage, []
        return damage

    def grow_older(self) -> None:
        """Forget what two plays did not use: each begins with what stands still, on the ground."""
        self._shapes.grow_older()

    def _paint_all(self, ground: Pixels, shapes: Iterable[Shape]) -> None:
        self.set_pixel_array(ground)
        context = self.get_cairo_context(self.pixel_array)
        self.paint_beneath(self.pixel_array, [self.whole])
        for shape in shapes:
            shape.paint(context)
        self.damage = [self.whole]

    def _mend(self, ground: Pixels, shapes: list[Shape]) -> None:
        """Restore and paint again where the shapes differ from those that are shown."""
        changed = differing(self._shown, shapes)
        if len(changed) > max(MANY, len(shapes)):
            self._paint_all(ground, shapes)
            return
        # On a sheet beside the picture, each shape as a whole: where Cairo may paint only a part of
        # a shape, it rounds the edges of that part another way.
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

    def _shapes_of(self, looks: Sequence[Look]) -> list[Shape]:
        """Return the shapes of looks: those that are known, and the others made together."""
        thin = self.cairo_line_width_multiple
        found: list[Shape | None] = []
        wanting: list[Look] = []
        places: list[Place] = []
        coats: list[Coat] = []
        for look in looks:
            mobject, place = look.mobject, look.place
            key = Coat.key_of(mobject, look.colours, thin, graded=look.ends is not None)
            shape = self._shapes.recall(mobject)
            coat = shape.coat if shape is not None and shape.coat.key == key else None
            if shape is not None and coat is not None and shape.place == place:
                found.append(shape)
                continue
            found.append(None)
            wanting.append(look)
            places.append(place)
            coats.append(coat or Coat.make(mobject, look.colours, key))
        context = self.get_cairo_context(self._sheet)
        made = iter(make_shapes(wanting, places, coats, context))
        shapes = [shape or next(made) for shape in found]
        for look, shape in zip(looks, shapes, strict=True):
            self._shapes.keep(look.mobject, shape)
        return shapes


def plain_look(mobject: VMobject, known: Ends) -> Look:
    """Return how a mobject looks where it stands, in its own colours.

    ``known`` holds the ends of gradients that somebody has worked out for the same picture.
    """
    colours = colours_of(mobject)
    ends = None
    if len(colours.fill) > 1 or len(colours.stroke) > 1 or len(colours.behind) > 1:
        # A gradient runs over the whole family, which may change where the mobject does not.
        ends = gradient_ends(mobject, known)
    return Look(mobject, mobject.points, colours, ends)


def colours_of(mobject: VMobject) -> Colours:
    """Return a mobject's own colours."""
    return Colours.of(
        mobject.get_fill_rgbas(), mobject.get_stroke_rgbas(), mobject.get_stroke_rgbas(True)
    )


def gradient_ends(mobject: VMobject, known: Ends) -> Points:
    """Return where a mobject's gradient begins and ends, ``(2, 3)``.

    The ticks of an axis in space ask for those of the axis, each by a function that it was given.
    """
    own = vars(mobject).get("get_gradient_start_and_end_points")
    if type(own) is not FunctionType or own.__defaults__ or own.__kwdefaults__:
        return np.asarray(mobject.get_gradient_start_and_end_points())
    # The same code over the same objects, in the same picture, says the same.
    key = (own.__code__, tuple(id(cell.cell_contents) for cell in own.__closure__ or ()))
    if key not in known:
        known[key] = np.asarray(own())
    return known[key]


def differing(before: list[Shape], after: list[Shape]) -> set[Shape]:
    """Return the shapes that are in one of two pictures only, or lie in another order."""
    gone, come = set(before), set(after)
    changed = gone ^ come
    if changed:
        before = [shape for shape in before if shape in come]
        after = [shape for shape in after if shape in gone]
    if before != after:
        # Which of them has moved to the front does not matter: the order is rarely another.
        changed |= {*before, *after}
    return changed


def drawable(mobjects: Iterable[Mobject], *, use_z_index: bool) -> list[Mobject]:
    """Return mobjects and their families, those with points, each once, from back to front.

    The order is manim's, where of several places of one mobject the last one counts.
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
