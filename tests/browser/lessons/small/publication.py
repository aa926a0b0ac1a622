"""What the small lesson says of itself where it is published."""

from lessons.publication import Licence, Publication

PUBLICATION = Publication(
    description="What a slope is, and where it leads.",
    tags=("slopes", "descent"),
    level="beginner",
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    credits=("Written by A. Teacher",),
    thumbnails={"01": "secant"},
)
