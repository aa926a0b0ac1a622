"""What the voice says in clip 10, The whole story on one page, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip

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
            shows="A triangle with run 1 and rise 0.5 sits on a line; the card shrinks to the "
            "first tile.",
        ),
        Beat(
            "secant_tile",
            8,
            "A curve gives averages, one for each gap. What happens as the gap closes?",
            shows="A secant stands on a curve, with its slope and its gap beside it; the second "
            "tile is filled.",
        ),
        Beat(
            "limit_tile",
            9,
            "The averages approach a value, the limit, whether or not any of them reaches it.",
            shows="Two bands, one upright and one level, frame a hole in a line at height 2; "
            "third tile.",
        ),
        Beat(
            "tangent_tile",
            9,
            "That value is the derivative: the slope of the curve seen up close.",
            shows="A tangent touches a curve, and a magnifying window shows the same point; "
            "fourth tile.",
        ),
        Beat(
            "rules_tile",
            10,
            "Rules spare us the limit: step the exponent down, "
            "add, stretch, and two slivers for products.",
            shows="Four rules stand beside a rectangle with two strips and a tiny corner; fifth "
            "tile.",
        ),
        Beat(
            "chain_tile",
            9,
            "Chained machines multiply their magnifications. And with many knobs?",
            shows="A short bar widens twice, through lenses marked times 3 and times 2, together "
            "times 6; sixth tile.",
        ),
        Beat(
            "gradient_tile",
            10,
            "One slope for each, stacked into an arrow that points uphill.",
            shows="On oval contours, a sideways arrow of 2.5 and an upright one of 2 combine; "
            "seventh tile.",
        ),
        Beat(
            "descent_tile",
            11,
            "Step against the arrow, with a step the curvature allows, and models learn.",
            shows="A ball steps down a bowl, each step shorter, alpha 0.2; the eighth and last "
            "tile is filled.",
        ),
        Beat(
            "tiles_become_one_story",
            9,
            "Not every model learns this way. But an astonishing number do.",
            shows="A bright path lights up from tile to tile, linking all eight pictures.",
        ),
    ),
)
