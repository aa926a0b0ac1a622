"""What the voice says in clip 10, The whole story on one page, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="10",
    slug="the-whole-story",
    title="The whole story on one page",
    scene="TheWholeStory",
    beats=(
        Beat(
            "line_tile",
            9,
            "A line has one rate: rise over run, wherever you look.",
            shows="A triangle glides along a line and grows; rise over run stays at 0.80.",
            title="A line has one rate",
        ),
        Beat(
            "secant_tile",
            8,
            "A curve gives averages, one for each gap. What happens as the gap closes?",
            shows="The line bends into a curve; a dashed secant joins two of its points, gap 0.30.",
            title="A curve has averages",
            asks=Question(
                "On x squared, from x at one, which number do the averages approach as the "
                "gap closes?",
                "number",
                "limit.limit",
                tolerance=0.02,
                decimals=0,
            ),
        ),
        Beat(
            "limit_tile",
            9,
            "The averages approach a value, the limit, whether or not any of them reaches it.",
            shows="The averages lie on a line with a hole at height 2, which two bands frame.",
            title="The averages approach a limit",
        ),
        Beat(
            "tangent_tile",
            9,
            "That value is the derivative: the slope of the curve seen up close.",
            shows="The secant closes into a tangent; a hundred times larger, both are one line.",
            title="The derivative, seen up close",
        ),
        Beat(
            "rules_tile",
            10,
            "Rules spare us the limit: step the exponent down, "
            "add, stretch, and two slivers for products.",
            shows="A rectangle grows two strips and a tiny corner; four rules stand beside it.",
            title="Rules spare us the limit",
        ),
        Beat(
            "chain_tile",
            9,
            "Chained machines multiply: times three, then times two, is times six. "
            "What is a slope good for?",
            shows="A short bar widens times 3, then times 2, together times 6.",
            title="Chained machines multiply",
        ),
        Beat(
            "descent_tile",
            10,
            "With one knob, step against the slope, with a step the curvature allows.",
            shows="A ball jumps out of a valley with alpha 1.05; with 0.20 it steps down.",
            title="One knob, against the slope",
        ),
        Beat(
            "gradient_tile",
            11,
            "With many knobs, stack one slope for each into an arrow. "
            "Step against it, and models learn.",
            shows="The valley tilts into a map of contours; slopes 2.5 and 2.0 make an arrow.",
            title="Many knobs, one arrow",
        ),
        Beat(
            "tiles_become_one_story",
            9,
            "Not every model learns this way. But an astonishing number do.",
            shows="A bright path with arrowheads links all eight pictures, from line to gradient.",
            title="Eight pictures, one story",
        ),
    ),
)
