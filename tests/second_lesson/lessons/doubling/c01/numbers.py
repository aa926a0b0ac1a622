"""Clip 01, Steps: one triangle under one line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from mathcore.slopes.lines import SlopeTriangle, line, triangle


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 01.

    Attributes
    ----------
    triangle
        Under y = 2x, from 0 to 1: run 1, rise 2.
    """

    triangle: SlopeTriangle


@cache
def compute() -> Numbers:
    """Return every number of clip 01."""
    return Numbers(triangle(line(2, 0), 0, 1))
