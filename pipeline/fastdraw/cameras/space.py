"""A camera in space that paints only what has changed, and computes all faces together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from manim import Mobject, ThreeDCamera, VMobject

from pipeline.fastdraw.cameras.faces import Faces
from pipeline.fastdraw.cameras.flat import DamageCamera, Ends, Pixels, flat_view, gradient_ends
from pipeline.fastdraw.cameras.measures import CURVE, replaced
from pipeline.fastdraw.cameras.reader import FaceReader, depths, lit
from pipeline.fastdraw.paint.damage import Rect
from pipeline.fastdraw.paint.shape import ProjectedMobject, which_are_finite
from pipeline.fastdraw.paint.style import Points

_WORD = 8
"""Pixels; the rows of a stencil are filled up to a multiple of this."""


class SpaceCamera(DamageCamera, ThreeDCamera):
    """manim's camera in space, which remembers what it has painted.

    As in manim, mobjects with ``shade_in_3d`` lie beneath all others.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._reader = FaceReader()
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

    @property
    def faces(self) -> Faces | None:
        """The faces of the last projection."""
        return self._faces

    def project(self, mobjects: Sequence[VMobject]) -> list[ProjectedMobject]:
        """Return mobjects as they stand on the picture; faces are kept apart."""
        known: Ends = {}
        faces = [one for one in mobjects if one.shade_in_3d and len(one.points) >= CURVE]
        others = [one for one in mobjects if not one.shade_in_3d]
        self._faces = None
        if faces and self.should_apply_shading:
            self._faces = self._read_faces(faces, known)
        elif faces:
            centers = np.array([one.get_center() for one in faces])
            others = [faces[place] for place in self._order(faces, centers).tolist()] + others
        views = [flat_view(one, known) for one in others]
        self._project_all(views)
        return views

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

    def _read_faces(self, mobjects: Sequence[VMobject], known: Ends) -> Faces:
        """Return the faces of mobjects: the object of the last picture, if nothing has changed."""
        measures = self._reader.measure(mobjects, self.light_source.points[0])
        own = {
            place: gradient_ends(one, known)
            for place, one in enumerate(mobjects)
            if "get_gradient_start_and_end_points" in vars(one)
        }
        corners = replaced(measures.corners, own)
        with np.errstate(invalid="ignore", over="ignore"):  # faces that are not finite get no box
            points, ends = self.project_points(measures.points), self._flat(corners)
        for place, one in enumerate(mobjects):
            if one in self.fixed_in_frame_mobjects or one in self.fixed_orientation_mobjects:
                part = slice(*measures.starts[place : place + 2])
                points[part] = self.transform_points_pre_display(one, measures.points[part])
                ends[place] = self.transform_points_pre_display(one, corners[place])[:, :2]
        matrix = self.get_cairo_context(self._sheet).get_matrix()
        faces = Faces(
            measures,
            self._reader.pens(mobjects, self.cairo_line_width_multiple),
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
        """Return the order in which ``ThreeDCamera.get_mobjects_to_display`` sorts mobjects."""
        nearness = depths(mobjects, centers, self.get_rotation_matrix().T)
        return np.argsort(nearness, kind="stable")

    def _project_all(self, views: Sequence[ProjectedMobject]) -> None:
        """Project mobjects onto the picture; those that are not fixed are projected together."""
        held = self.fixed_in_frame_mobjects | self.fixed_orientation_mobjects.keys()
        free = []
        for view, finite in zip(views, which_are_finite(views), strict=True):
            if finite and view.mobject not in held:
                free.append(view)
            else:
                self._project_alone(view)
        if free:
            self._project_together(free)

    def _project_alone(self, view: ProjectedMobject) -> None:
        view.points = self.transform_points_pre_display(view.mobject, view.points)
        if view.ends is not None:
            view.ends = self.transform_points_pre_display(view.mobject, view.ends)

    def _project_together(self, views: Sequence[ProjectedMobject]) -> None:
        together = self.project_points(np.concatenate([view.points for view in views]))
        place = 0
        for view in views:
            after = place + len(view.points)
            view.points = together[place:after]
            place = after
            if view.ends is not None:
                view.ends = self.project_points(view.ends)
