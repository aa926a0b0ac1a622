"""What the voice says in clip 02, Steps."""

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="02",
    slug="steps",
    title="Steps",
    scene="Steps",
    beats=(
        Beat(
            "downhill",
            2,
            "Which way is downhill?",
            shows="Two places.",
            asks=Question("Which way does descent go?", "choice", "way", choices=("left", "right")),
        ),
        Beat("fit", 2, "A line fits itself.", shows="Its slope."),
    ),
)
