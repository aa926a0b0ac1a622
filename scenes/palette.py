"""The sets of colours, one for each theme, and the choice of one before anything is drawn."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours, by role.

    ``func`` is the curve, ``approx`` anything finite or inexact, ``exact`` anything in the limit,
    ``run`` inputs and their nudges, ``rise`` outputs and their nudges; ``ink`` is text, ``muted``
    ghosts and finished steps, ``grid`` decoration that never carries meaning; ``alarm`` is a
    descent that runs away, which its shape tells too.
    """

    bg: str
    panel: str
    ink: str
    muted: str
    grid: str
    func: str
    approx: str
    exact: str
    run: str
    rise: str
    alarm: str


PALETTES: Final = {
    "dark": Palette(
        bg="#101418",
        panel="#161C23",
        ink="#F2F4F7",
        muted="#9AA4B2",
        grid="#2A323C",
        func="#4F7CF7",
        approx="#E57C0A",
        exact="#FFF68A",
        run="#F3B4FF",
        rise="#00CCA6",
        alarm="#FF5C7A",
    ),
    "light": Palette(
        bg="#FBFBF8",
        panel="#F1F2EE",
        ink="#14181D",
        muted="#5B6573",
        grid="#D9DDE3",
        func="#4C5EF0",
        approx="#B13D00",
        exact="#3D006F",
        run="#7E477E",
        rise="#00523B",
        alarm="#B3003B",
    ),
}

DEFAULT: Final = "dark"
"""The theme in which a clip is drawn unless another one is chosen."""

_chosen = DEFAULT


def chosen() -> Palette:
    """Return the colours of the chosen theme."""
    return PALETTES[_chosen]


def choose(theme: str) -> None:
    """Choose the theme in which this process draws.

    ``scenes.theme`` takes its colours when it is imported, and components take them as default
    values: the choice comes before that, or not at all.

    Raises
    ------
    ValueError
        If there is no such theme.
    RuntimeError
        If another theme is in use already.
    """
    global _chosen
    if theme not in PALETTES:
        raise ValueError(f"there is no theme {theme!r}; choose one of {', '.join(PALETTES)}")
    if theme != _chosen and "scenes.theme" in sys.modules:
        raise RuntimeError(f"the theme {_chosen!r} is in use already; {theme!r} came too late")
    _chosen = theme
