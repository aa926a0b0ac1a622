"""Where it is told of the gradient, in the column of each frame."""

from __future__ import annotations

PLACES = {
    "partials": ((0.0, 1.0), (0.0, 1.0), (0.0, 1.0)),
    "other": ((0.0, 0.8), (0.0, 0.45), (0.0, 0.74)),
    "gradient": ((0.0, 0.5), (0.5, 1.0), (0.455, 1.0)),
    "note": ((0.0, 0.28), (0.5, 0.3), (0.0, 0.4)),
    "turn": ((0.0, 0.64), (0.5, 1.0), (0.0, 0.46)),
    "slope": ((0.0, 0.49), (0.5, 0.6), (0.46, 0.46)),
    "rule": ((0.0, 0.36), (0.5, 0.28), (0.46, 0.24)),
    "length": ((0.0, 0.1), (0.0, 0.08), (0.0, 0.0)),
    "scale": ((0.0, 0.1), (0.0, 0.08), (0.0, 0.14)),
    "conditions": ((0.0, 0.5), (0.0, 0.5), (0.0, 0.5)),
}
"""Where each thing begins in the column and how high it stands, as shares of it: in a wide, in a
square and in an upright frame."""
