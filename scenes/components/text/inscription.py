"""What letters say together: the note that a piece of text leaves on each of its letters.

manim takes a formula apart to animate one of its parts, and copies letters to move them. The note
goes along, so that the text can still be read off the stage later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from manim import Mobject, VMobject

Kind = Literal["words", "formula", "number"]


@dataclass(eq=False, slots=True)
class Inscription:
    """One piece of text; shared by its letters, copied once with each copy of them.

    Attributes
    ----------
    says
        The words, the Typst source of a formula, or the digits of a number as they are shown.
    kind
        Which of these three it is.
    size
        Font size at which the letters were measured.
    value, decimals
        Of a number: unrounded, and how many digits are shown after the point.
    scale
        Whether the number belongs to the scale of an axis.
    letters
        How many letters the whole text has.
    """

    says: str
    kind: Kind
    size: float
    value: float | None = None
    decimals: int = 0
    scale: bool = False
    letters: int = 0

    @property
    def name(self) -> str:
        """Its name in a report."""
        return f'{self.kind} "{self.says}"'


def inscribe(letter: VMobject, text: Inscription, span: float | None = None) -> None:
    """Note on ``letter`` that it is part of ``text``.

    Parameters
    ----------
    letter
        A shape with points.
    text
        What it is part of.
    span
        Its extent at the text's font size, by default its extent now.
    """
    marked: Any = letter
    marked.inscription = text
    marked.inscribed_span = extent(letter.points) if span is None else span


def inscription_of(mobject: Mobject) -> Inscription | None:
    """Return the text that a shape is a letter of, if it is one."""
    return getattr(mobject, "inscription", None)


def size_of(letter: Mobject) -> float:
    """Return the font size at which a letter stands on stage now."""
    marked: Any = letter
    size: float = marked.inscription.size
    return float(size * extent(letter.points) / marked.inscribed_span)


def read_texts(mobjects: Iterable[Mobject]) -> tuple[Inscription, ...]:
    """Return the texts of which a letter is visible, each once, in the order of drawing."""
    found: dict[Inscription, None] = {}
    for mobject in mobjects:
        for letter in mobject.family_members_with_points():
            text = inscription_of(letter)
            if text is not None and text not in found and letter.get_fill_opacity() > 0:
                found[text] = None
    return tuple(found)


def extent(points: np.ndarray[Any, np.dtype[np.float64]]) -> float:
    """Return the diagonal of the box around some points, in frame units."""
    return float(np.hypot(*(points.max(axis=0) - points.min(axis=0))[:2]))
