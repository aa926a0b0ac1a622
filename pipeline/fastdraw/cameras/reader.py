"""Reads faces from mobjects: their measures, pens, colours and depths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import VMobject

from pipeline.fastdraw.cameras.measures import Measures, replaced
from pipeline.fastdraw.cameras.pens import Pens
from pipeline.fastdraw.paint.style import Points


class FaceReader:
    """Reads faces, and keeps what it read last until a face changes."""

    def __init__(self) -> None:
        self._measures: Measures | None = None
        self._pens: Pens | None = None

    def measure(self, mobjects: Sequence[VMobject], light: Points) -> Measures:
        """Return the measures of mobjects in a light from the point ``light``.

        Each mobject has at least one curve.
        """
        lengths = [len(one.points) for one in mobjects]
        points = np.concatenate([one.points for one in mobjects], dtype=np.float64)
        known = self._measures
        if known is None or not known.are_of(mobjects, light, lengths, points):
            self._measures = known = Measures.of(mobjects, light, lengths, points)
        return known

    def pens(self, mobjects: Sequence[VMobject], thin: float) -> Pens:
        """Return what the lines of mobjects are drawn with."""
        key = Pens.key_of(mobjects, thin)
        if self._pens is None or self._pens.key != key:
            self._pens = Pens.of(mobjects, key)
        return self._pens


def lit(mobjects: Sequence[VMobject], glow: Points) -> Points:
    """Return the colours of mobjects in a light: of background line, area and line.

    The shape is ``(n, 3, 2, 4)``: a layer has one colour at each corner. Of a layer with several
    colours, manim keeps the first two when it adds the light; a single colour is used twice.
    """
    own = [one.get_stroke_rgbas(True) for one in mobjects]
    own += [one.get_fill_rgbas() for one in mobjects]
    own += [one.get_stroke_rgbas() for one in mobjects]
    together, counts = np.concatenate(own), np.array([len(one) for one in own])
    firsts = np.cumsum(counts) - counts
    pairs = together[np.stack([firsts, firsts + (counts > 1)], axis=1)]
    colours = np.ascontiguousarray(pairs.reshape(3, -1, 2, 4).swapaxes(0, 1))
    colours[..., :3] += glow[:, None, :, None]
    return colours


def depths(mobjects: Sequence[VMobject], centers: Points, turned: Points) -> Points:
    """Return how near each mobject is, as ``ThreeDCamera.get_mobjects_to_display`` measures it.

    ``turned`` is the transposed rotation matrix of the camera.
    """
    moved: dict[int, Points] = {}
    known: dict[int, Points] = {}
    for place, (mobject, group) in enumerate(zip(mobjects, groups_of(mobjects), strict=True)):
        if group is not mobject or mobject.submobjects:
            if id(group) not in known:
                known[id(group)] = group.get_center()
            moved[place] = known[id(group)]
    # Only one column is multiplied: so the last bit, which may decide the order, is manim's.
    nearness: Points = replaced(centers, moved) @ turned[:, 2]
    return nearness


def groups_of(mobjects: Sequence[VMobject]) -> list[Any]:
    """Return ``mobject.z_index_group`` of each mobject, or the mobject if it has none.

    The attribute is looked up in ``vars``: for a missing attribute, manim's ``__getattr__`` would
    first search all names that begin with ``get_`` and ``set_``.
    """
    asked = {kind for kind in set(map(type, mobjects)) if hasattr(kind, "z_index_group")}
    return [
        getattr(one, "z_index_group", one)
        if type(one) in asked
        else vars(one).get("z_index_group", one)
        for one in mobjects
    ]
