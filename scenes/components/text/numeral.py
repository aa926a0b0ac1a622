"""Numbers: pinned decimal points, steady digits, one glyph per digit, no rebuilding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Self

import numpy as np
from manim import VGroup, VMobject
from manim.typing import Point3D, Point3D_Array

from scenes import theme
from scenes.components.text.inscription import Inscription, extent, inscribe
from scenes.components.text.text import Lettering

MINUS = "−"
_SAMPLE = f"0123456789.,+{MINUS}"
_SAMPLE_SIZE = theme.DIGIT_SIZE


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The outlines of the digits and signs at one font size, each on its own pen position.

    ``outlines`` maps a character to its points relative to the pen, ``advances`` to the width that
    the pen moves on, ``spans`` to its extent; all in frame units at ``size``.
    """

    size: float
    outlines: dict[str, Point3D_Array]
    advances: dict[str, float]
    spans: dict[str, float]
    height: float


@cache
def glyphs() -> Glyphs:
    """Compile the digits and signs once for the whole process."""
    font = f'font: "{theme.MATH_FONT}", fallback: false'
    # Doubled, so that the distance between equal neighbours is the advance width.
    doubled = "".join(character * 2 for character in _SAMPLE)
    line = Lettering(
        f'#text({font}, features: ("kern": 0, "liga": 0), "{doubled}")', font_size=_SAMPLE_SIZE
    )
    pen = np.array(line.get_baseline_frame(line.submobjects[0])[0])
    outlines, advances = {}, {}
    for character, first, second in zip(
        _SAMPLE, line.submobjects[0::2], line.submobjects[1::2], strict=True
    ):
        advances[character] = float(second.get_left()[0] - first.get_left()[0])
        outlines[character] = first.points - pen
        pen[0] += 2 * advances[character]
    height = float(outlines["1"][:, 1].max())
    spans = {character: extent(outline) for character, outline in outlines.items()}
    return Glyphs(_SAMPLE_SIZE, outlines, advances, spans, height)


def spell(value: float, decimals: int, *, plus: bool = False, grouped: bool = False) -> str:
    """Write ``value`` with fixed decimals, a true minus sign, and never a negative zero."""
    text = f"{abs(value):{',' if grouped else ''}.{decimals}f}"
    is_zero = not any(digit in "123456789" for digit in text)
    if value < 0 and not is_zero:
        return MINUS + text
    return f"+{text}" if plus and not is_zero else text


class Numeral(VGroup):
    """A number with a fixed number of decimals, whose digits stand in fixed slots.

    There is one mobject per slot; :meth:`set_value` swaps outlines in place, so a number that runs
    with the picture costs no rebuilding and nothing in its row moves.

    Parameters
    ----------
    value
        The number, unrounded.
    decimals
        Digits after the point.
    digits
        Slots kept free before the point.
    signed
        Whether to keep a slot for a sign; by default only if the first value needs it.
    plus
        Whether a positive number shows its sign.
    grouped
        Whether thousands are set apart by a comma.
    flush
        Whether a short number stands at the left end of its slots, beside what precedes it, and
        grows to the right; only without thousands.
    scale
        Whether it belongs to the scale of an axis.
    size, color
        Named in the theme.
    """

    def __init__(
        self,
        value: float,
        decimals: int = 0,
        *,
        digits: int = 1,
        signed: bool | None = None,
        plus: bool = False,
        grouped: bool = False,
        flush: bool = False,
        scale: bool = False,
        size: float = theme.DIGIT_SIZE,
        color: str = theme.INK,
    ) -> None:
        super().__init__()
        self.decimals, self.plus, self.grouped, self.flush = decimals, plus, grouped, flush
        text = spell(value, decimals, plus=plus, grouped=grouped)
        has_sign = text[0] in f"+{MINUS}"
        self._signed = has_sign if signed is None else signed
        whole = text.lstrip(f"+{MINUS}").partition(".")[0]
        self._whole_slots = max(digits, len(whole))
        self._offsets = self._lay_out_slots()
        for _ in self._offsets:
            slot = VMobject(
                fill_opacity=1.0, stroke_width=0.0, fill_color=color, stroke_color=color
            )
            self.add(slot)
        self._shown: list[tuple[str, float]] = [("", 0.0)] * len(self._offsets)
        self.inscription = Inscription(
            text, "number", glyphs().size, decimals=decimals, scale=scale
        )
        self.set_value(value, _pose=(np.zeros(3), size / glyphs().size))

    def _lay_out_slots(self) -> list[float]:
        """Pen position of each slot: a sign, whole digits, and the point with the decimals."""
        advance = glyphs().advances
        widths = [advance[MINUS]] if self._signed else []
        if self.grouped:
            # From the right, every fourth whole slot holds a comma.
            widths += [
                advance[","] if (self._whole_slots - slot) % 4 == 0 else advance["0"]
                for slot in range(self._whole_slots)
            ]
        else:
            widths += [advance["0"]] * self._whole_slots
        if self.decimals:
            widths += [advance["."]] + [advance["0"]] * self.decimals
        return [float(sum(widths[:slot])) for slot in range(len(widths))]

    def _fill_slots(self, text: str) -> list[tuple[str, float]]:
        """Return what stands in each slot, and where its pen is."""
        sign = text[0] if text[0] in f"+{MINUS}" else ""
        whole, _, fraction = text.removeprefix(sign).partition(".")
        if len(whole) > self._whole_slots or (sign and not self._signed):
            raise ValueError(f"{text} does not fit into the slots of this number")
        empty = self._whole_slots - len(whole)
        row = [""] * empty + list(whole) + ([".", *fraction] if self.decimals else [])
        back = empty * glyphs().advances["0"] if self.flush else 0.0
        pens = [offset - back for offset in self._offsets]
        if not self._signed:
            return list(zip(row, pens, strict=True))
        # The sign stands next to the first digit, not at the far end of empty slots.
        sign_pen = pens[1 + empty] - glyphs().advances[MINUS]
        return [(sign, sign_pen), *zip(row, pens[1:], strict=True)]

    @property
    def _pose(self) -> tuple[Point3D, float]:
        """Where the pen began and how large the glyphs are now, read off the last slot."""
        character, offset = self._shown[-1]
        outline = glyphs().outlines[character]
        points = self.submobjects[-1].points
        height = outline[:, 1].max() - outline[:, 1].min()
        scale = (points[:, 1].max() - points[:, 1].min()) / height
        pen = points[0] - scale * (outline[0] + np.array([offset, 0.0, 0.0]))
        return pen, float(scale)

    def set_value(self, value: float, *, _pose: tuple[Point3D, float] | None = None) -> Self:
        """Show another value in the same slots; ``ValueError`` if it needs more of them."""
        text = spell(value, self.decimals, plus=self.plus, grouped=self.grouped)
        row = self._fill_slots(text)
        self.value = value
        self._text, self.inscription.value = text, value
        self._say()
        if row == self._shown:
            return self
        pen, scale = _pose or self._pose
        for slot, before, now in zip(self.submobjects, self._shown, row, strict=True):
            character, offset = now
            if now == before:
                continue
            if character:
                outline = glyphs().outlines[character]
                slot.set_points(pen + scale * (outline + np.array([offset, 0.0, 0.0])))
                inscribe(slot, self.inscription, glyphs().spans[character])
            else:
                slot.clear_points()
        self._shown = row
        return self

    @property
    def whole(self) -> VGroup:
        """The sign and the digits before the point, as far as they are there now."""
        return VGroup(*(slot for slot in self[: self._point_slot] if slot.has_points()))

    @property
    def fraction(self) -> VGroup:
        """The point and the decimals."""
        return VGroup(*self[self._point_slot :])

    def fade_fraction(self, opacity: float) -> None:
        """Show the point and the decimals as far as ``opacity`` says; hidden, they are not said."""
        self.fraction.set_fill(opacity=opacity)
        self._say()

    def _say(self) -> None:
        """Note what can be read."""
        hidden = self.decimals and not self.fraction[0].get_fill_opacity()
        self.inscription.says = self._text.partition(".")[0] if hidden else self._text
        self.inscription.decimals = 0 if hidden else self.decimals

    @property
    def _point_slot(self) -> int:
        return self._whole_slots + int(self._signed)

    @property
    def baseline(self) -> float:
        """Height of the line that the digits stand on."""
        return float(self._pose[0][1])

    @property
    def point_x(self) -> float:
        """Where the decimal point stands, or would stand after the last digit."""
        pen, scale = self._pose
        return float(pen[0] + scale * self._edge(self._point_slot))

    @property
    def slots_left(self) -> float:
        """Left edge of the first slot, filled or not."""
        return float(self._pose[0][0])

    @property
    def slots_right(self) -> float:
        """Right edge of the last slot."""
        pen, scale = self._pose
        return float(pen[0] + scale * self._edge(len(self._offsets)))

    def _edge(self, slot: int) -> float:
        if slot < len(self._offsets):
            return self._offsets[slot]
        return self._offsets[-1] + glyphs().advances["0"]

    def stand_on(self, baseline: float) -> Self:
        """Shift up or down until the digits stand on the height ``baseline``."""
        self.shift(np.array([0.0, baseline - self.baseline, 0.0]))
        return self

    def pin_point(self, x: float) -> Self:
        """Shift sideways until the decimal point stands at ``x``."""
        self.shift(np.array([x - self.point_x, 0.0, 0.0]))
        return self

    def start_at(self, x: float) -> Self:
        """Shift sideways until the first slot begins at ``x``."""
        self.shift(np.array([x - self.slots_left, 0.0, 0.0]))
        return self
