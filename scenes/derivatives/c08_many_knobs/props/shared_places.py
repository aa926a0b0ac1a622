"""What several acts of clip 08 write in one way and at one place."""

from __future__ import annotations

LOSS_AT = (0.55, 1.0)
"""Where the formula of the landscape stands in its picture, between the two heights."""
PARTIALS = (r"partial J \/ partial w_1", r"partial J \/ partial w_2")
"""The names of the two slopes, as Typst mathematics."""
