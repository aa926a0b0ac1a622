"""What the tiny lesson says of itself."""

from lessons.publication import Licence, Publication

PUBLICATION = Publication(
    description='One learns that a dot moves. <b>"Nothing"</b> & more.',
    tags=("dot", "formula"),
    level="beginner",
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    site="https://lessons.example/course",
    credits=("Drawn by a test",),
    thumbnails={"01": "move"},
)
