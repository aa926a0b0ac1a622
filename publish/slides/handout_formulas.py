"""Formulas on paper: the mathematics of the screen, whole, with its text for screen readers."""

from __future__ import annotations

import re

from pipeline.captions.readings import Reading
from pipeline.types import Json
from publish.rendered import RenderedBeat
from publish.site.mathml import without_labels
from publish.site.pages import readings_of

_RELATION = re.compile(r"[=≈≠<>≤≥→←⇒⇔]")
_SAYS = re.compile(r"\S.*[=≈≠<>≤≥→←⇒⇔+−·/(]")
"""A formula that says something has a relation or an operation behind its first letter."""
_OPEN = re.compile(r"[=≈≠<>≤≥→←⇒⇔+·/]|.*[=≈≠<>≤≥→←⇒⇔+−·/]$")
"""A formula that begins or ends so is part of another one, or awaits a number."""


def formulas_of(beats: tuple[RenderedBeat, ...]) -> list[list[Json]]:
    """Return for each beat of a clip the formulas that are new on screen.

    Letters and lone names are left out, and what goes on in the picture: without it they say
    nothing. Numbers that were read off the screen are left out too: a number may run on, and the
    picture has another one.

    Returns
    -------
    list
        For each formula its ``source``, Typst's mathematics, and its plain ``text``.
    """
    return [
        [_told(reading) for reading in readings if _is_formula(reading)]
        for readings in readings_of(beats)
    ]


def statements_of(beats: tuple[RenderedBeat, ...]) -> list[Json]:
    """Return the formulas of a clip that relate letters, so that none is a single value."""
    found = {
        reading.text: _told(reading)
        for readings in readings_of(beats)
        for reading in readings
        if _is_formula(reading) and _relates(reading.text)
    }
    return list(found.values())


def _is_formula(reading: Reading) -> bool:
    is_math = all(piece.kind == "formula" for piece in reading.pieces)
    return is_math and bool(_SAYS.match(reading.text)) and not _OPEN.match(reading.text)


def _relates(text: str) -> bool:
    """Whether letters stand on both sides of a relation."""
    sides = _RELATION.split(text)
    return len(sides) > 1 and all(any(map(str.isalpha, side)) for side in sides)


def _told(reading: Reading) -> Json:
    source = " ".join(without_labels(piece.source) for piece in reading.pieces)
    return {"source": source, "text": reading.text}
