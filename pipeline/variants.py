"""The variants: which set of colours the theme wears, as the environment says."""

from __future__ import annotations

from pipeline.types import UsageError


def variant_in_force() -> str:
    """Return the variant that this run's workers will draw: they inherit its environment.

    Raises
    ------
    UsageError
        If the environment names one that the theme does not have.
    """
    return _theme()[0]


def every_variant() -> tuple[str, ...]:
    """Return all variants that the theme has."""
    return _theme()[1]


def _theme() -> tuple[str, tuple[str, ...]]:
    # The theme reads and judges the environment itself, when it is imported, and needs no manim.
    try:
        from scenes.theme import PALETTES, VARIANT
    except ValueError as error:
        raise UsageError(str(error)) from error
    return VARIANT, tuple(PALETTES)
