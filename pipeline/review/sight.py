"""The view of the stage at one moment: visible parts, texts, and what crosses them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import numpy as np
from manim import FadeIn, FadeOut, ManimColor, Mobject, Scene, VMobject, Wait
from numpy.typing import NDArray

from pipeline.review.shapes import Box
from scenes import theme
from scenes.components.motion.attention import dimmed_opacity
from scenes.components.text.inscription import Inscription, inscription_of, size_of
from scenes.components.text.text import STROKE_PER_UNIT

FAINT = 0.02
"""An opacity below this is invisible."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour ``#RRGGBB`` and its opacity."""

    color: str
    opacity: float


@dataclass(frozen=True, slots=True)
class VisiblePart:
    """One shape that is drawn.

    Attributes
    ----------
    mobject
        The shape itself.
    name
        Its name in a report.
    thing
        The name under which the scene keeps the mobject that it belongs to.
    text, size
        The inscription that a letter belongs to, and the letter's present font size.
    box
        The box around it and half its stroke, in frame units.
    fill, stroke, width
        Its paints, and the width of its stroke in manim's units.
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
        """The paint that is noticed first: the more opaque one of fill and stroke."""
        return self.fill if self.fill.opacity >= self.stroke.opacity else self.stroke

    @property
    def dimmed(self) -> bool:
        """Whether it is faint, so that the viewer looks at other parts."""
        opacity = self.main.opacity
        if opacity <= theme.GHOST:
            return True
        # What ``attention.dim`` has dimmed keeps more than a ghost, so that it can be read.
        return opacity < 1 and abs(opacity - _dimmed_opacity(self.main.color)) < FAINT

    @property
    def quiet(self) -> bool:
        """Whether it asks for no attention: dimmed, muted, or ground."""
        return self.dimmed or self.main.color in _QUIET

    @property
    def is_line(self) -> bool:
        """Whether it is stroked and not filled."""
        return self.fill.opacity <= FAINT < self.stroke.opacity


_dimmed_opacity = cache(dimmed_opacity)
_QUIET = {theme.MUTED, theme.GRID, theme.BG, theme.PANEL}


@dataclass(frozen=True, slots=True)
class Text:
    """One text on stage, with its visible letters.

    Attributes
    ----------
    inscription
        The inscription that its letters belong to.
    says
        What it says at this moment; a running number changes.
    letters
        Its visible letters.
    rests
        Whether it has the same box as in the view before.
    """

    inscription: Inscription
    says: str
    letters: tuple[VisiblePart, ...]
    rests: bool

    @property
    def box(self) -> Box:
        """The box around its letters."""
        box = self.letters[0].box
        for letter in self.letters[1:]:
            box = box.around(letter.box)
        return box

    @property
    def size(self) -> float:
        """The font size of its largest letter, so that an exponent does not count."""
        return max(letter.size for letter in self.letters)

    @property
    def opacity(self) -> float:
        """The opacity of its faintest letter."""
        return min(letter.main.opacity for letter in self.letters)

    @property
    def whole(self) -> bool:
        """Whether all of its letters are there; a part of a formula says less than the whole."""
        return len(self.letters) >= self.inscription.letters

    @property
    def name(self) -> str:
        """Its name in a report."""
        return self.inscription.name


@dataclass(frozen=True, slots=True)
class StageView:
    """The stage at one moment.

    Attributes
    ----------
    frame
        The number of the frame, from the start of the clip.
    seconds
        The time of the frame.
    beat
        The beat that is played.
    still
        Whether nothing moves.
    parts, texts
        All visible parts in drawing order, and the texts that their letters form.
    moving
        How many motions are played at once; all fades together are one.
    crossings
        The parts that are painted across a text; known for stills only.
    behind
        The colour of the ground of each part, by its number; known for stills only.
    """

    frame: int
    seconds: float
    beat: str
    still: bool
    parts: tuple[VisiblePart, ...]
    texts: tuple[Text, ...]
    moving: int = 0
    crossings: tuple[Crossing, ...] = ()
    behind: Mapping[int, tuple[float, float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A part that lies under or over letters of a text that it does not belong to."""

    text: Text
    part: VisiblePart
    pixels: int


def see_parts(scene: Scene) -> tuple[VisiblePart, ...]:
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
    """Return how many motions the scene plays at once; a group is one, and all fades are one."""
    motions = scene.animations or []
    fades = sum(isinstance(motion, FadeIn | FadeOut | Wait) for motion in motions)
    return len(motions) - fades + min(fades, 1)


def gather_texts(parts: tuple[VisiblePart, ...], before: Mapping[int, Box]) -> tuple[Text, ...]:
    """Return the texts that the visible letters form.

    Parameters
    ----------
    parts
        The visible parts.
    before
        The box of each text in the view before, by the ``id`` of its inscription.
    """
    letters: dict[int, list[VisiblePart]] = {}
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
    """Return the name of each mobject by its ``id``: its attribute of the scene, or its class."""
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


def _see(mobject: VMobject, camera: Any, names: Mapping[int, str]) -> VisiblePart | None:
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
    return VisiblePart(
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
