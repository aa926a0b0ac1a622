"""Sight: what stands on stage at one moment, as a viewer has it before him."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from manim import FadeIn, FadeOut, ManimColor, Mobject, Scene, VMobject, Wait
from numpy.typing import NDArray

from pipeline.review.shapes import Box
from scenes import theme
from scenes.components.text.inscription import Inscription, inscription_of, size_of
from scenes.components.text.text import STROKE_PER_UNIT

FAINT = 0.02
"""An opacity below this is not seen."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour ``#RRGGBB`` and how opaque it is laid on."""

    color: str
    opacity: float


@dataclass(frozen=True, slots=True)
class Part:
    """One shape that is drawn.

    Attributes
    ----------
    mobject
        The shape itself.
    name
        What to call it in a report.
    thing
        The larger thing it belongs to: what the scene keeps under one name.
    text, size
        For a letter: what it is part of, and its font size now.
    box
        What it covers, half its stroke included, in frame units.
    fill, stroke, width
        How it is painted; the width in manim's units.
    halo
        Whether a rim of another colour stands around it.
    """

    mobject: VMobject
    name: str
    thing: str
    text: Inscription | None
    size: float
    box: Box
    fill: Paint
    stroke: Paint
    width: float
    halo: bool

    @property
    def main(self) -> Paint:
        """The paint that catches the eye: of the fill, if it is filled."""
        return self.fill if self.fill.opacity >= self.stroke.opacity else self.stroke

    @property
    def dimmed(self) -> bool:
        """Whether it stands back, so that something else is looked at."""
        return self.main.opacity <= theme.GHOST

    @property
    def quiet(self) -> bool:
        """Whether it asks for no attention: dimmed, muted, or ground."""
        return self.dimmed or self.main.color in _QUIET

    @property
    def is_line(self) -> bool:
        """Whether it is stroked and not filled."""
        return self.fill.opacity <= FAINT < self.stroke.opacity


_QUIET = {theme.MUTED, theme.GRID, theme.BG, theme.PANEL}


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of text as it stands on stage.

    Attributes
    ----------
    inscription
        What its letters say together.
    says
        That, at this moment: a running number says something else at the next.
    letters
        Its visible letters.
    rests
        Whether it stands where it stood when it was last looked at.
    """

    inscription: Inscription
    says: str
    letters: tuple[Part, ...]
    rests: bool

    @property
    def box(self) -> Box:
        """What it covers."""
        box = self.letters[0].box
        for letter in self.letters[1:]:
            box = box.around(letter.box)
        return box

    @property
    def size(self) -> float:
        """Font size of its letters; an exponent counts like what it stands on."""
        return max(letter.size for letter in self.letters)

    @property
    def opacity(self) -> float:
        """How visible it is: as its faintest letter."""
        return min(letter.main.opacity for letter in self.letters)

    @property
    def whole(self) -> bool:
        """Whether all of its letters are there; a part of a formula says less than the whole."""
        return len(self.letters) >= self.inscription.letters

    @property
    def name(self) -> str:
        """What to call it in a report."""
        return self.inscription.name


@dataclass(frozen=True, slots=True)
class StageView:
    """What was seen at one moment.

    Attributes
    ----------
    frame
        Its number, from the start of the clip.
    seconds
        The same as a time.
    beat
        The beat that is played.
    still
        Whether nothing moves.
    parts, texts
        All that is visible, in drawing order; the texts once more, as wholes.
    moving
        How many motions are played at once; all fades together are one.
    crossings
        What is painted across a text, when the picture was painted for the eye.
    behind
        By part, the colour of the ground it was painted on.
    """

    frame: int
    seconds: float
    beat: str
    still: bool
    parts: tuple[Part, ...]
    texts: tuple[Text, ...]
    moving: int = 0
    crossings: tuple[Crossing, ...] = ()
    behind: Mapping[int, tuple[float, float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A part that is seen through, or on top of, a letter of a text it has no part in."""

    text: Text
    part: Part
    pixels: int


def see_parts(scene: Scene) -> tuple[Part, ...]:
    """Return all that is visible on stage, in drawing order."""
    camera: Any = scene.camera
    names = name_things(scene)
    parts = []
    for mobject in camera.get_mobjects_to_display(scene.mobjects):
        if isinstance(mobject, VMobject) and mobject.has_points():
            part = _see(mobject, camera, names)
            if part is not None:
                parts.append(part)
    return tuple(parts)


def count_motions(scene: Scene) -> int:
    """Return how many motions the scene plays at once: a group is one, all fades are one."""
    motions = scene.animations or []
    fades = sum(isinstance(motion, FadeIn | FadeOut | Wait) for motion in motions)
    return len(motions) - fades + min(fades, 1)


def gather_texts(parts: tuple[Part, ...], before: Mapping[int, Box]) -> tuple[Text, ...]:
    """Return the texts that the visible letters make up.

    Parameters
    ----------
    parts
        What is visible.
    before
        By the identity of each inscription, the box of its text at the last look.
    """
    letters: dict[int, list[Part]] = {}
    for part in parts:
        if part.text is not None:
            letters.setdefault(id(part.text), []).append(part)
    texts = []
    for own in letters.values():
        inscription = own[0].text
        assert inscription is not None  # noqa: S101 only letters were gathered; tells mypy so
        text = Text(inscription, inscription.says, tuple(own), rests=False)
        texts.append(replace(text, rests=before.get(id(inscription)) == text.box))
    return tuple(texts)


def name_things(scene: Scene) -> dict[int, str]:
    """Return by identity how the scene calls each mobject, or what it belongs to on stage."""
    names: dict[int, str] = {}
    for attribute, value in vars(scene).items():
        if attribute in ("mobjects", "foreground_mobjects", "moving_mobjects", "static_mobjects"):
            continue
        for mobject in _mobjects_in(value):
            for member in mobject.get_family():
                names.setdefault(id(member), attribute)
    for top in scene.mobjects:
        for member in top.get_family():
            text = inscription_of(member)
            names.setdefault(id(member), text.name if text else type(top).__name__)
    return names


def _mobjects_in(value: object) -> Iterator[Mobject]:
    if isinstance(value, Mobject):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _mobjects_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _mobjects_in(item)


def _see(mobject: VMobject, camera: Any, names: Mapping[int, str]) -> Part | None:
    fill = _paint(mobject.get_fill_rgbas())
    width = float(mobject.get_stroke_width())
    stroke = _paint(mobject.get_stroke_rgbas()) if width > 0 else Paint(theme.BG, 0.0)
    if max(fill.opacity, stroke.opacity) <= FAINT:
        return None
    points = camera.transform_points_pre_display(mobject, mobject.points)
    rim = width / STROKE_PER_UNIT / 2 if stroke.opacity > FAINT else 0.0
    (left, bottom), (right, top) = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    text = inscription_of(mobject)
    kind = type(mobject).__name__
    thing = names.get(id(mobject), kind)
    if text is not None:
        name = f'a letter of "{text.says}"'
    else:
        name = f"{thing}: {kind}" if thing != kind else kind
    halo = mobject.get_stroke_width(background=True) > 0 and bool(
        mobject.get_stroke_opacity(background=True) > FAINT
    )
    return Part(
        mobject=mobject,
        name=name,
        thing=thing,
        text=text,
        size=size_of(mobject) if text is not None else 0.0,
        box=Box(float(left) - rim, float(right) + rim, float(bottom) - rim, float(top) + rim),
        fill=fill,
        stroke=stroke,
        width=width,
        halo=halo,
    )


def _paint(rgbas: NDArray[np.float64]) -> Paint:
    red, green, blue, opacity = rgbas[0]
    return Paint(ManimColor((red, green, blue)).to_hex(), float(opacity))
