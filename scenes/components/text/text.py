"""Words on screen: Typst text in the fonts of its own wheel, entered as an escaped string."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any, Self

import numpy as np
import svgelements as se
from manim import Typst, VGroup, VMobject
from numpy.typing import NDArray

from scenes import theme
from scenes.components.text.inscription import Inscription, inscribe

STROKE_PER_UNIT = 100
"""manim draws a stroke of width 100 one frame unit wide."""
LINE_PITCH_PER_SIZE = 0.0115
"""From one line of a heading to the next, in frame units per unit of font size."""


def quote(text: str) -> str:
    """Return ``text`` as a Typst string literal: nothing in it is markup or code any more."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class Lettering(Typst):
    """Typst output whose rules keep their thickness at every resolution and size.

    manim 0.22 sets the stroke of a fraction bar from the pixels of the frame, so that it grows with
    the profile; here it is a length of the frame like any other. ``baseline`` is the height of the
    line that the letters stand on.
    """

    def __init__(self, typst_code: str, **kwargs: Any) -> None:
        super().__init__(typst_code, track_baselines=True, **kwargs)
        self.inscription = Inscription(typst_code, "words", self._font_size)
        for letter in self.submobjects:
            if letter.has_points():
                inscribe(letter, self.inscription)
                self.inscription.letters += 1

    def _refresh_svg_stroke_widths(self) -> None:
        for rule in self._marked("_typst_reference_size"):
            marks: Any = rule
            scale = max(rule.width, rule.height) / marks._typst_reference_size
            rule.set_stroke(
                width=marks._typst_source_stroke_width * scale * STROKE_PER_UNIT, family=False
            )

    @staticmethod
    def _get_reference_baseline_frame(shape: se.SVGElement) -> NDArray[np.float64]:
        """Read the pen's frame from the transform that the SVG gives a letter.

        manim reads it from ``shape.transform``, which svgelements has already worked into the
        outline and set back to the identity: every baseline would be the top edge of the text.
        """
        matrix = se.Matrix(shape.values.get("transform", ""))
        frame = [
            [matrix.e, matrix.f, 0.0],
            [matrix.a + matrix.e, matrix.b + matrix.f, 0.0],
            [matrix.c + matrix.e, matrix.d + matrix.f, 0.0],
        ]
        return np.array(frame, dtype=np.float64)

    def _marked(self, mark: str) -> list[VMobject]:
        """Return the letters that carry one of manim's own measures.

        manim keeps lists of them too, but leaves the lists empty when it takes the letters of a
        formula it has seen before from its cache; the measures travel with the letters.
        """
        return [letter for letter in self.submobjects if hasattr(letter, mark)]

    @property
    def baseline(self) -> float:
        """Height of the first letter's baseline."""
        return self.baseline_of(self._marked("_typst_reference_points")[0])

    def baseline_of(self, letter: VMobject) -> float:
        """Height of the baseline of one letter."""
        origin, _, _ = self.get_baseline_frame(letter)
        return float(origin[1])

    def stand_on(self, baseline: float) -> Self:
        """Shift up or down until the first letter stands on the height ``baseline``."""
        self.shift(np.array([0.0, baseline - self.baseline, 0.0]))
        return self


class Words(Lettering):
    """A few words, set in the text face.

    Parameters
    ----------
    text
        The words as they are: Typst markup in them has no effect.
    size, color
        Named in the theme.
    font
        One of the theme's fonts.
    """

    def __init__(
        self,
        text: str,
        size: float = theme.DIGIT_SIZE,
        color: str = theme.INK,
        font: str = theme.TEXT_FONT,
    ) -> None:
        self.text = text
        super().__init__(
            f"#text(font: {quote(font)}, fallback: false, {quote(text)})",
            font_size=size,
            color=color,
        )
        self.inscription.says = text


class Heading(Words):
    """A clip's title or its one-line conclusion, set in the title face."""

    def __init__(self, text: str, size: float = theme.TITLE_SIZE, color: str = theme.INK) -> None:
        super().__init__(text, size=size, color=color, font=theme.TITLE_FONT)


class HeadingLines(VGroup):
    """A heading in as few lines as a width asks for, each about as long as the others.

    Parameters
    ----------
    text
        The words as they are.
    width
        What each line has, in frame units; a single word that is longer is scaled down.
    size, color
        Named in the theme.
    """

    def __init__(
        self, text: str, width: float, size: float = theme.TITLE_SIZE, color: str = theme.INK
    ) -> None:
        self.text = text
        words = text.split()
        for count in range(1, len(words) + 1):
            lines = [Heading(line, size, color) for line in _even_lines(words, count)]
            if max(line.width for line in lines) <= width:
                break
        super().__init__(*lines)
        for place, line in enumerate(lines):
            line.set_x(0.0).stand_on(-place * LINE_PITCH_PER_SIZE * size)
        if self.width > width:
            self.scale(width / self.width)
        self.center()


def _even_lines(words: list[str], count: int) -> list[str]:
    """Return words in lines, broken where the longest line has the fewest letters."""
    cuts = combinations(range(1, len(words)), count - 1)
    broken = (
        [" ".join(words[start:end]) for start, end in pairwise((0, *cut, len(words)))]
        for cut in cuts
    )
    return min(broken, key=lambda lines: max(map(len, lines)))
