"""What the voice says in clip 01, Slopes."""

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="01",
    slug="slopes",
    title="Slopes",
    scene="Slopes",
    beats=(
        Beat(
            "square",
            2,
            "A parabola. How steep here?",
            shows="A formula.",
            title="A parabola",
            asks=Question("How steep is x² at 2?", "number", "slope", tolerance=0.1, decimals=1),
        ),
        Beat("secant", 2, "Two points share a slope.", shows="Two slopes, one below the other."),
        Beat(
            "cubic",
            2,
            "Does it rise here?",
            title="Up or down?",
            asks=Question("Which sign has the slope here?", "sign", "falling"),
        ),
    ),
)
