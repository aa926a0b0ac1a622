"""What the fast drawing relies on, in one place, and how a scene that changes it is handed over.

The fast drawing keeps pictures and paths that manim computes anew for every frame. It relies on
this: nobody else writes into the camera's pictures or paints with the camera, renderer and camera
stay the same objects with their own methods, and of a mobject the methods in ``RELIED_ON`` are
manim's. Everything else it asks at every frame. Where a scene breaks one of these,
``HandedToManim`` is raised: the scene is played once more from its first frame, and manim itself
draws it.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import manim
from manim import VMobject

RELIED_ON = frozenset(
    {"consider_points_equals_2d", "get_stroke_width", "get_subpath_split_indices_from_points"}
)
"""Methods of a mobject that manim calls for every picture, and the fast drawing does not."""

OWN = (f"{Path(manim.__file__).parent}{os.sep}", f"{Path(__file__).parents[1]}{os.sep}")
"""The code of manim and of this project's engine, which uses a camera as it is meant."""


class HandedToManim(BaseException):
    """The scene does something that the fast drawing cannot follow; it says what.

    It is no ``Exception``: a scene that catches those must not catch this.
    """


class SegmentsAskedFor(HandedToManim):
    """The scene reads manim's own files of each animation, or of the whole."""


LISTENERS: list[Callable[[str], None]] = []
"""Told why a scene is handed over, before anything is raised; one may end the process."""


def hand_over(what: str, kind: type[HandedToManim] = HandedToManim) -> NoReturn:
    """Hand the scene over to manim.

    Parameters
    ----------
    what
        What the scene does that the fast drawing cannot follow.
    kind
        What to raise.
    """
    for listen in LISTENERS:
        listen(what)
    raise kind(what)


def refuse_strangers(what: str, refusal: type[HandedToManim] = HandedToManim) -> None:
    """Hand the scene over if a function of its own has asked the caller for something.

    Parameters
    ----------
    what
        What the scene does, as the end of a sentence about it.
    refusal
        What to raise.

    Raises
    ------
    HandedToManim
        If the caller was called from outside of manim and of this project.
    """
    frame = inspect.currentframe()
    for _ in range(2):
        frame = frame.f_back if frame else None
    if frame is not None and not frame.f_code.co_filename.startswith(OWN):
        hand_over(what, refusal)


def check_methods(thing: object, name: str) -> None:
    """Hand the scene over if an object has methods in place of those of its class.

    Raises
    ------
    HandedToManim
        If it has.
    """
    kind = type(thing)
    for own in vars(thing):
        if callable(getattr(kind, own, None)):
            hand_over(f"the scene replaces {own} of its {name}")


def check_mobjects(mobjects: Iterable[VMobject]) -> None:
    """Hand the scene over if a mobject computes by itself what the fast drawing takes as known.

    Raises
    ------
    HandedToManim
        If one does.
    """
    for one in mobjects:
        kind = type(one)
        if kind not in _KNOWN:
            _KNOWN[kind] = next(
                (name for name in RELIED_ON if getattr(kind, name) is not getattr(VMobject, name)),
                "",
            )
        own = _KNOWN[kind] or next((name for name in RELIED_ON if name in vars(one)), "")
        if own:
            hand_over(f"{kind.__name__} has a {own} of its own")


_KNOWN: dict[type[VMobject], str] = {}
"""For each class the first method that is not manim's; empty if all are."""
