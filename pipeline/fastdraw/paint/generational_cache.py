"""Memory: what was made for a mobject, for as long as somebody uses it."""

from __future__ import annotations

from typing import Generic, TypeVar

from manim import Mobject

T = TypeVar("T")


class Memory(Generic[T]):
    """One thing for each mobject, in two generations: what neither used is forgotten.

    A mobject is known by its identity; it is kept with its thing, so that nobody else gets that.
    """

    def __init__(self) -> None:
        self._young: dict[int, tuple[Mobject, T]] = {}
        self._old: dict[int, tuple[Mobject, T]] = {}

    def recall(self, mobject: Mobject) -> T | None:
        """Return what is kept for a mobject, if anything is."""
        key = id(mobject)
        kept = self._young.get(key) or self._old.get(key)
        return kept[1] if kept else None

    def keep(self, mobject: Mobject, thing: T) -> None:
        """Keep something for a mobject, in the place of what was there."""
        self._young[id(mobject)] = mobject, thing

    def grow_older(self) -> None:
        """Begin a generation; the one before the last is forgotten."""
        self._old, self._young = self._young, {}

    def clear(self) -> None:
        """Forget everything."""
        self._young, self._old = {}, {}
