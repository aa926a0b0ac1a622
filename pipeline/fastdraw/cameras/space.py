"""A camera in space that paints only what has changed, and looks at all faces at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from manim import Mobject, ThreeDCamera, VMobject

from pipeline.fastdraw.cameras.faces import CURVE, Faces, Onlooker, depths, lit, replaced
from pipeline.fastdraw.cameras.flat import DamageCamera, Ends, Pixels, gradient_ends, plain_look
from pipeline.fastdraw.paint.damage import Rect
from pipeline.fastdraw.paint.shape import Look, which_are_finite
from pipeline.fastdraw.paint.style import Points

_WORD = 8
"""Pixels: a stencil's rows are filled up to a multiple of it."""


class SolidCamera(DamageCamera, ThreeDCamera):
    """Manim's camera in space, with a memory.

    What is shaded in space lies beneath all else, as manim has it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._onlooker = Onlooker()
        self._faces: Faces | None = None
        self._faces_shown: Faces | None = None
        super().__init__(*args, **kwargs)
        row = -(-self.pixel_width // _WORD) * _WORD
        self._stencil = np.zeros((self.pixel_height, row), dtype=np.uint8)

    def paint(self, ground: Pixels, mobjects: Iterable[Mobject]) -> None:
        """Make the picture of ``mobjects`` over ``ground``, from where the camera stands now."""
        self.reset_rotation_matrix()
        super().paint(ground, mobjects)
        self._faces_shown = self._faces

    def look(self, mobjects: Sequence[VMobject]) -> list[Look]:
        """Return mobjects as they stand on the picture, but for faces, which are kept aside."""
        known: Ends = {}
        faces = [one for one in mobjects if one.shade_in_3d and len(one.points) >= CURVE]
        others = [one for one in mobjects if not one.shade_in_3d]
        self._faces = None
        if faces and self.should_apply_shading:
            self._faces = self._look_at(faces, known)
        elif faces:
            centers = np.array([one.get_center() for one in faces])
            others = [faces[place] for place in self._order(faces, centers).tolist()] + others
        looks = [plain_look(one, known) for one in others]
        self._project(looks)
        return looks

    def damage_beneath(self) -> list[Rect]:
        """Return where the faces differ from those that are shown."""
        before, after = self._faces_shown, self._faces
        if before is after:
            return []
        if before is None or after is None:
            return [faces.extent() for faces in (before, after) if faces is not None]
        return after.damage(before)

    def paint_beneath(self, pixels: Pixels, holes: Sequence[Rect]) -> None:
        """Paint the faces."""
        if self._faces is not None:
            self._faces.paint(pixels, self._stencil, holes)

    def _look_at(self, mobjects: Sequence[VMobject], known: Ends) -> Faces:
        """Look at faces: the same ones as last time, if nothing has changed."""
        measures = self._onlooker.measure(mobjects, self.light_source.points[0])
        own = {
            place: gradient_ends(one, known)
            for place, one in enumerate(mobjects)
            if "get_gradient_start_and_end_points" in vars(one)
        }
        corners = replaced(measures.corners, own)
        with np.errstate(invalid="ignore", over="ignore"):  # what is nowhere is left out later
            points, ends = self.project_points(measures.points), self._flat(corners)
        for place, one in enumerate(mobjects):
            if one in self.fixed_in_frame_mobjects or one in self.fixed_orientation_mobjects:
                part = slice(*measures.starts[place : place + 2])
                points[part] = self.transform_points_pre_display(one, measures.points[part])
                ends[place] = self.transform_points_pre_display(one, corners[place])[:, :2]
        matrix = self.get_cairo_context(self._sheet).get_matrix()
        faces = Faces(
            measures,
            self._onlooker.pens(mobjects, self.cairo_line_width_multiple),
            points,
            ends,
            lit(mobjects, measures.glow),
            self._order(mobjects, measures.centers),
            (matrix.xx, matrix.yx, matrix.xy, matrix.yy, matrix.x0, matrix.y0),
            (self.pixel_height, self.pixel_width),
        )
        shown = self._faces_shown
        return shown if shown is not None and faces.is_like(shown) else faces

    def _flat(self, corners: Points) -> Points:
        projected = self.project_points(corners.reshape(-1, 3))
        return np.ascontiguousarray(projected[:, :2].reshape(-1, 2, 2))

    def _order(self, mobjects: Sequence[VMobject], centers: Points) -> Any:
        """Sort as ``ThreeDCamera.get_mobjects_to_display`` does."""
        nearness = depths(mobjects, centers, self.get_rotation_matrix().T)
        return np.argsort(nearness, kind="stable")

    def _project(self, looks: Sequence[Look]) -> None:
        """Put looks onto the picture: all that the camera does not hold fast in one go."""
        held = self.fixed_in_frame_mobjects | self.fixed_orientation_mobjects.keys()
        free = []
        for look, finite in zip(looks, which_are_finite(looks), strict=True):
            if finite and look.mobject not in held:
                free.append(look)
            else:
                self._project_alone(look)
        if free:
            self._project_together(free)

    def _project_alone(self, look: Look) -> None:
        look.points = self.transform_points_pre_display(look.mobject, look.points)
        if look.ends is not None:
            look.ends = self.transform_points_pre_display(look.mobject, look.ends)

    def _project_together(self, looks: Sequence[Look]) -> None:
        together = self.project_points(np.concatenate([look.points for look in looks]))
        place = 0
        for look in looks:
            after = place + len(look.points)
            look.points = together[place:after]
            place = after
            if look.ends is not None:
                look.ends = self.project_points(look.ends)
