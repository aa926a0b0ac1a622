"""When two mobjects are the same, in every attribute, to the last bit; and when they share any."""

from collections.abc import Collection, Iterable
from typing import Any

import manim
import numpy as np

_ALWAYS_OWN = {"submobjects", "original_id", "tip", "start_tip"}


def assert_same_mobject(
    found: manim.VMobject, expected: manim.VMobject, but: Collection[str] = ()
) -> None:
    """Every attribute of the one is the other's, of the same type, and so are their parts.

    ``but`` names attributes that need not be: where a mobject keeps parts of its own, or of what it
    was read from.
    """
    for one, other in zip(found.get_family(), expected.get_family(), strict=True):
        ours, theirs = vars(one), vars(other)
        assert type(one) is type(other)
        names = set(ours) - _ALWAYS_OWN - set(but)
        assert names == set(theirs) - _ALWAYS_OWN - set(but)
        for name in names:
            value, wanted = ours[name], theirs[name]
            assert type(value) is type(wanted), name
            if isinstance(value, np.ndarray):
                assert (value.dtype, value.shape) == (wanted.dtype, wanted.shape), name
                assert (value + 0.0).tobytes() == (wanted + 0.0).tobytes(), name
            else:
                assert np.array_equal(value, wanted) or (value != value and wanted != wanted), name


def shared_between(mobjects: Iterable[manim.Mobject]) -> list[tuple[str, str]]:
    """Return the names of what two mobjects hold and one of them may change for both."""
    held: list[tuple[int, str, Any]] = []
    found = []
    for place, mobject in enumerate(mobjects):
        for name, value in vars(mobject).items():
            if not isinstance(value, np.ndarray | list | dict):
                continue
            for owner, other_name, other in held:
                arrays = isinstance(value, np.ndarray) and isinstance(other, np.ndarray)
                same = np.may_share_memory(value, other) if arrays else value is other
                if owner != place and same:
                    found.append((name, other_name))
            held.append((place, name, value))
    return found
