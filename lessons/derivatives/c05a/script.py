"""What the voice says in clip 05a, Rules I: powers, multiples, sums, products, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="05a",
    slug="rules-powers-sums-products",
    title="Rules I: powers, multiples, sums, products",
    scene="RulesPowersSumsProducts",
    beats=(
        # Δx is written while the nudge is finite, and d only for what the limit leaves: clip 04
        # has just said that df/dx is a limit.
        Beat(
            "square_grows",
            9,
            "Picture x squared as a real square, and lengthen its sides a little.",
            shows="A square of side 3 gains two strips and a corner piece; its area grows from 9 "
            "to 12.25.",
            title="A square grows at its sides",
        ),
        Beat(
            "pieces_become_terms",
            11,
            "The new area: two slivers and a tiny corner. May we forget the corner?",
            shows="The pieces part and their labels become delta f equals 2 x delta x plus delta "
            "x squared.",
            title="Two slivers and a tiny corner",
            asks=Question(
                "Make the nudge five times smaller, from 0.5 to 0.1. How many times "
                "smaller does the corner become?",
                "number",
                "corner_shrinks",
                tolerance=0.5,
                decimals=0,
            ),
        ),
        Beat(
            "corner_fades",
            12,
            "Shrink the nudge. The slivers shrink in step with it; the corner shrinks much faster.",
            shows="Five times thinner, strips keep a fifth, the corner one cell of 25; its share "
            "falls from 7.7 to 0.2 percent.",
            title="The corner shrinks faster",
        ),
        Beat(
            "corner_leaves_nothing",
            9,
            "Per unit of nudge, the corner leaves nothing behind: two x, as before. And a cube?",
            shows="Laid end to end, the strips grow from delta x to 1 thick and stay 2 x long; the "
            "corner shrinks away.",
            title="The slope of the square",
        ),
        Beat(
            "cube_grows",
            11,
            "A cube grows by three faces. Its edges and its corner fade too fast to count.",
            shows="A cube's added slabs, rods and small corner drift apart; rods and corner "
            "vanish, leaving 3 x squared.",
            title="A cube grows by three faces",
        ),
        # One pick carries no nudge at all: it is the old power, which cancels.
        Beat(
            "brackets_pick_one_nudge",
            12,
            "Multiply n brackets. There are n ways to pick exactly "
            "one nudge; every other pick has none, or two and more.",
            shows="Paths pick one letter from each of four brackets; every pick stands sorted by "
            "nudges, those with one are circled.",
            title="Picking one nudge from n brackets",
        ),
        Beat(
            "exponent_hops_down",
            12,
            "So the exponent steps down in front and leaves "
            "one fewer behind. Does that hold for every power?",
            shows="Below slivers, faces and picks, exponents hop to the front; the three rules "
            "give way to one, for x to the n.",
            title="The exponent steps down",
        ),
        # "Where it is defined" would let in the cube root at zero, which has no slope there.
        Beat(
            "constant_stays_flat",
            13,
            "A constant has no rise at all: its slope is zero. Negative powers must "
            "avoid zero, where their graph breaks. Square roots need a positive x.",
            shows="One graph after another: a step slides along a level line; tangents of one over "
            "x and of the root form triangles.",
            title="Constants, negative powers, roots",
        ),
        Beat(
            "graph_stretches",
            12,
            "Stretch a graph three times taller. Every rise "
            "triples, every run stays. What happens to the slope?",
            shows="A parabola stretches upward; over the same run, its rise grows from 4 to 12; "
            "both slanted sides are dashed.",
            title="A graph stretched three times taller",
            asks=Question(
                "Every rise triples and every run stays. What happens to the slope?",
                "choice",
                "slope_when_stretched",
                choices=("it stays", "it triples", "it grows ninefold"),
            ),
        ),
        Beat(
            "layers_grow",
            12,
            "It triples. And a sum stacks heights, so it stacks rises: "
            "nudge the input, and each layer grows by its own amount.",
            shows="Slope 4 becomes 12; three blue layers, drawn to the right, gain green wedges; "
            "the blue sinks, and the wedges stack up.",
            title="A sum grows layer by layer",
        ),
        Beat(
            "slopes_add_up",
            14,
            "Divide every rise by the same nudge: each becomes a slope. Now let the nudge "
            "shrink: twelve, twenty, minus two; together, thirty. Do products multiply their "
            "slopes, then?",
            shows="The wedges straighten as the nudge shrinks; their heights, 12, 20 and minus 2, "
            "stack to 30, term under term.",
            title="Slopes of a sum add up",
            asks=Question(
                "Sums add their slopes. Do products multiply theirs?",
                "choice",
                "products_multiply_slopes",
                choices=("yes", "no"),
            ),
        ),
        Beat(
            "rectangle_grows_two_ways",
            13,
            "They do not. A rectangle grows along two sides: two "
            "slivers, each side times the other's growth, added.",
            shows="A slider moves x; a rectangle, u by v, gains two strips and a corner, which "
            "shrinks to nothing.",
            title="A product grows along two sides",
        ),
        Beat(
            "product_checked",
            11,
            "Test it on a case we know. Both routes give five x to the fourth.",
            shows="The rectangle is x squared by x cubed; two arrows end at 5 x to the fourth. "
            "End card: fifth box filled.",
            title="Testing the product rule",
        ),
    ),
)
