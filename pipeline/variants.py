"""The theme as planning sees it: its variants, the one in force, its typefaces. Needs no manim."""

from __future__ import annotations

from types import ModuleType

from pipeline.types import UsageError


def variant_in_force() -> str:
    """Return the variant that this run's workers will draw: they inherit its environment.

    Raises
    ------
    UsageError
        If the environment names one that the theme does not have.
    """
    name: str = _theme().VARIANT
    return name


def every_variant() -> tuple[str, ...]:
    """Return all variants that the theme has."""
    return tuple(_theme().PALETTES)


def theme_fonts() -> tuple[str, ...]:
    """Return the families that the theme sets text in, each once."""
    names = vars(_theme())
    return tuple(sorted({names[name] for name in names if name.endswith("_FONT")}))


def _theme() -> ModuleType:
    # The theme reads and judges the environment itself, when it is imported.
    try:
        from scenes import theme
    except ValueError as error:
        raise UsageError(str(error)) from error
    return theme
