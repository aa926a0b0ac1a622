"""A camera in space that paints only what has changed, and looks at all faces at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from manim import Mobject, ThreeDCamera, VMobject
from manim.mobject.three_d.three_d_utils import (
    get_3d_vmob_end_corner,
    get_3d_vmob_end_corner_unit_normal,
    get_3d_vmob_start_corner,
    get_3d_vmob_start_corner_unit_normal,
)
from manim.utils.color import get_shaded_rgb

from pipeline.drawing.camera import (
    DamageCamera,
    Ends,
    Pixels,
    colours_of,
    gradient_ends,
    plain_look,
)
from pipeline.drawing.coat import Colours, Points
from pipeline.drawing.memory import Memory
from pipeline.drawing.shape import Look, which_are_finite


@dataclass(slots=True)
class Face:
    """What a face has by itself, wherever the camera stands: kept until its points change.

    Attributes
    ----------
    points
        What it was made from, as bytes.
    center
        What its depth is measured at.
    corners
        The two points between which its light changes, each with the normal there.
    ends
        Those corners, ``(2, 3)``: where a gradient begins and ends.
    shaded
        Its colours in the light, and what decided them: the light and its own colours.
    """

    points: bytes
    center: Points
    corners: tuple[tuple[Points, Points], ...]
    ends: Points
    shaded: tuple[tuple[bytes, ...], Colours] | None = None

    def shade(self, own: Colours, light: Points) -> Colours:
        """Do what ``ThreeDCamera.modified_rgbas`` does with all colours of a mobject."""
        key = (light.tobytes(), *own.key)
        if self.shaded is None or self.shaded[0] != key:
            arrays = (self._shade(rgbas, light) for rgbas in (own.fill, own.stroke, own.behind))
            self.shaded = key, Colours.of(*arrays)
        return self.shaded[1]

    def _shade(self, rgbas: Points, light: Points) -> Points:
        shaded: Points = rgbas.repeat(2, axis=0) if len(rgbas) < 2 else np.array(rgbas[:2])
        for place, (corner, normal) in enumerate(self.corners):
            shaded[place, :3] = get_shaded_rgb(shaded[place, :3], corner, normal, light)
        return shaded


class SolidCamera(DamageCamera, ThreeDCamera):
    """Manim's camera in space, with a memory."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._faces: Memory[Face] = Memory()
        super().__init__(*args, **kwargs)

    def paint(self, ground: Pixels, mobjects: Iterable[Mobject]) -> None:
        """Make the picture of ``mobjects`` over ``ground``, from where the camera stands now."""
        self.reset_rotation_matrix()
        super().paint(ground, mobjects)

    def grow_older(self) -> None:
        """Forget what two plays did not use."""
        super().grow_older()
        self._faces.grow_older()

    def look(self, mobjects: Sequence[VMobject]) -> list[Look]:
        """Return mobjects as they stand on the picture, the farthest first."""
        faces = {id(one): self._face_of(one) for one in mobjects if one.shade_in_3d}
        ordered = self._sorted(mobjects, faces)
        known: Ends = {}
        light = self.light_source.points[0]
        looks = [self._lit(one, faces.get(id(one)), light, known) for one in ordered]
        self._project(looks)
        return looks

    def _face_of(self, mobject: VMobject) -> Face:
        points = mobject.points.tobytes()
        face = self._faces.recall(mobject)
        if face is None or face.points != points:
            corners = (
                (get_3d_vmob_start_corner(mobject), get_3d_vmob_start_corner_unit_normal(mobject)),
                (get_3d_vmob_end_corner(mobject), get_3d_vmob_end_corner_unit_normal(mobject)),
            )
            copied = tuple((corner.copy(), normal) for corner, normal in corners)
            ends = np.array([corner for corner, _ in copied])
            face = Face(points, mobject.get_center(), copied, ends)
        self._faces.keep(mobject, face)
        return face

    def _sorted(self, mobjects: Sequence[VMobject], faces: dict[int, Face]) -> list[VMobject]:
        """Sort as ``ThreeDCamera.get_mobjects_to_display`` does."""
        turned = self.get_rotation_matrix().T
        centers: dict[int, Points] = {}

        def depth(mobject: VMobject) -> float:
            face = faces.get(id(mobject))
            if face is None:
                return float("inf")
            group = group_of(mobject)
            if group is mobject and not mobject.submobjects:
                center = face.center
            else:
                if id(group) not in centers:
                    centers[id(group)] = group.get_center()
                center = centers[id(group)]
            return float(np.dot(center, turned)[2])

        return sorted(mobjects, key=depth)

    def _lit(self, mobject: VMobject, face: Face | None, light: Points, known: Ends) -> Look:
        """Return a mobject in the light, not yet on the picture."""
        if face is None or not self.should_apply_shading:
            return plain_look(mobject, known)
        own = "get_gradient_start_and_end_points" in vars(mobject)
        ends = gradient_ends(mobject, known) if own else face.ends
        colours = face.shade(colours_of(mobject), light)
        return Look(mobject, mobject.points, colours, ends)

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
        graded = [look for look in looks if look.ends is not None]
        if graded:
            ends = self.project_points(np.concatenate([look.ends for look in graded]))
            for number, look in enumerate(graded):
                look.ends = ends[2 * number : 2 * number + 2]


def group_of(mobject: VMobject) -> Any:
    """Return ``mobject.z_index_group``, or the mobject, and never ask manim for what is not there.

    It looks through all names that begin with ``get_`` and ``set_`` first.
    """
    if hasattr(type(mobject), "z_index_group"):
        return getattr(mobject, "z_index_group", mobject)
    return vars(mobject).get("z_index_group", mobject)
