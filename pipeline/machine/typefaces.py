"""The typefaces: whether Typst finds those that the theme names; manim is not needed."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.types import Check


def check_typefaces(families: Sequence[str]) -> Check:
    """Set a line in each family; Typst warns of one that it does not know."""
    subject = "typefaces of the theme"
    mend = "make test, which installs the pinned typst: it brings them along"
    try:
        import typst
    except ImportError as error:
        return Check(subject, False, f"typst cannot be imported: {error}", mend)
    lines = [f'#text(font: "{family}", fallback: false)[Hamburg 123]' for family in families]
    try:
        _, warnings = typst.compile_with_warnings("\n".join(lines).encode(), format="svg")
    except typst.TypstError as error:
        return Check(subject, False, " ".join(str(error).split()), mend)
    if warnings:
        return Check(subject, False, ", ".join(warning.message for warning in warnings), mend)
    return Check(subject, True, ", ".join(families), mend)
