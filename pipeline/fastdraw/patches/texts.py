"""A patch that keeps of a text only what it shows and the names of its parts."""

from __future__ import annotations

from manim import SVGMobject, Typst

_UNNAMED = "numbered_group_"
"""How manim's names of those parts of a drawing begin that have no name of their own."""

_generate_mobject = SVGMobject.generate_mobject


def light_mobject(mobject: SVGMobject) -> SVGMobject:
    """Do what ``SVGMobject.generate_mobject`` does, and drop what manim never asks a text for.

    manim keeps every text that it has set. With each text it keeps the drawing that each letter was
    read from, and a group for each part of that drawing, so that the memory of a long clip grows.
    A scene that needs these is to be drawn with ``--drawing stock``.
    """
    _generate_mobject(mobject)
    if isinstance(mobject, Typst):
        for letter in mobject.submobjects:
            vars(letter).pop("path_obj", None)
        groups = mobject.id_to_vgroup_dict
        for name in [name for name in groups if name.startswith(_UNNAMED)]:
            del groups[name]
    return mobject
