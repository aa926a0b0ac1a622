"""When two mobjects are the same: in every attribute, to the last bit."""

from collections.abc import Collection

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
            assert type(ours[name]) is type(theirs[name]), name
            assert np.array_equal(ours[name], theirs[name]), name
