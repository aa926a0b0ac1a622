"""What the voice says in clip 01, Steps."""

from __future__ import annotations

from lessons.model import Beat, Clip

CLIP = Clip(
    number="01",
    slug="steps",
    title="Steps",
    scene="Steps",
    beats=(
        Beat("one_step", 3, "One step to the right."),
        Beat("two_up", 3, "Two steps up. What now?"),
        Beat("tile", 4, "That is a slope."),
    ),
)
