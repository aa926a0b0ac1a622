"""What has changed between two fingerprints, a line for each ingredient."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.types import Json

_FILES = ("sources", "drawing code", "inputs", "assets", "fonts")
"""The groups of ingredients that are files, by name and digest."""


def differences(old: Json, new: Json) -> list[str]:
    """Return one line for each ingredient in which two fingerprints differ."""
    lines = []
    before, after = dict(_leaves(old)), dict(_leaves(new))
    for path in sorted({*before, *after}):
        if before.get(path) == after.get(path):
            continue
        lines.append(_difference(path, before.get(path), after.get(path)))
    return lines


def _difference(path: tuple[str, ...], old: Any, new: Any) -> str:
    group, *rest = path
    name = " ".join(rest)
    verb = "is new" if old is None else "is gone" if new is None else "changed"
    if group in _FILES:
        return f"{group}: {name} {verb}"
    if verb == "changed" and len(f"{old}{new}") < 60:
        return f"{group}: {name} was {old}, is {new}".replace(":  ", ": ")
    return f"{group}: {name} {verb}".replace(":  ", ": ")


def _leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    else:
        yield path, value
