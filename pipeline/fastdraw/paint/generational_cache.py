"""A cache of values for mobjects that forgets what two generations did not use."""

from __future__ import annotations

from typing import Generic, TypeVar

from manim import Mobject

T = TypeVar("T")


class GenerationalCache(Generic[T]):
    """One value for each mobject; a value that was not used for two generations is forgotten.

    A mobject is found by its ``id``. It is kept beside its value, so that no other mobject gets the
    same ``id`` meanwhile.
    """

    def __init__(self) -> None:
        self._young: dict[int, tuple[Mobject, T]] = {}
        self._old: dict[int, tuple[Mobject, T]] = {}

    def recall(self, mobject: Mobject) -> T | None:
        """Return the value that is kept for a mobject, or ``None``."""
        key = id(mobject)
        kept = self._young.get(key) or self._old.get(key)
        return kept[1] if kept else None

    def keep(self, mobject: Mobject, value: T) -> None:
        """Keep a value for a mobject, instead of the one before."""
        self._young[id(mobject)] = mobject, value

    def grow_older(self) -> None:
        """Begin a generation, and forget the one before the last."""
        self._old, self._young = self._young, {}

    def clear(self) -> None:
        """Forget everything."""
        self._young, self._old = {}, {}
