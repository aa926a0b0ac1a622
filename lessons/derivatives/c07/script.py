"""What the voice says in clip 07, Downhill in one dimension, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="07",
    slug="downhill",
    title="Downhill in one dimension",
    scene="Downhill",
    beats=(
        Beat(
            "three_level_points",
            13,
            "Three curves, all level at zero. What tells them apart?",
            shows="Graphs of x squared, minus x squared and x cubed each gain a flat tangent "
            "and a question mark.",
            title="Three curves, level at zero",
            asks=Question(
                "All three curves are level at zero. What tells the three points apart?",
                "choice",
                "told_apart_by",
                choices=(
                    "the height there",
                    "the slope there",
                    "the signs of the slope on either side",
                ),
            ),
        ),
        Beat(
            "saddle_is_sent_away",
            10,
            "The slope's signs on either side. The third pauses and carries on: an "
            "inflection. Saddles need two variables.",
            shows="Strips read minus plus, plus minus, plus plus, labelled minimum, maximum, "
            "inflection; a saddle-shaped surface appears on the right.",
            title="Signs tell the three apart",
        ),
        Beat(
            "shelf_and_corner",
            11,
            "Shelves are level too, and a corner can be lowest with no slope at all. "
            "Check those as well.",
            shows="Two more graphs join, a flat shelf and absolute x; braces mark four as "
            "stationary, all five as critical.",
            title="Shelves and corners count too",
        ),
        Beat(
            "slope_vanishes_at_two",
            11,
            "Find where the slope vanishes: at two. The "
            "height there is one. Is that truly the lowest?",
            shows="A parabola stands above its slope line, 2 x minus 4; a dotted line joins zero "
            "slope to lowest point.",
            title="Where the slope vanishes",
            asks=Question(
                "To be lowest, a point needs a falling curve before it. Which sign has the "
                "slope one unit before this one?",
                "sign",
                "quadratic.sides.0.slope",
            ),
        ),
        Beat(
            "square_plus_one",
            12,
            "Falling before, rising after. Or rewrite it: a square plus one never gets below one.",
            shows="Tangents before and after 2; then the curve fills the frame, and a "
            "vertical bar stands on a line at height 1.",
            title="The curve rewritten as a square",
        ),
        Beat(
            "computer_checks_the_signs",
            12,
            "Let the computer solve for the level point and check the signs, not write "
            "in the answer. Could a ball find it?",
            shows="Seven code lines light up in turn; the output reads x 2, f 1, slope minus "
            "2 to 2.",
            title="The computer checks the signs",
        ),
        Beat(
            "slope_is_a_compass",
            11,
            "It could. On the right the slope is positive, so go left. On the left it "
            "is negative, so go right.",
            shows="Balls at 5 and 0 have slopes 6 and minus 4; arrows along the axis lead inward, "
            "longer where it is steeper.",
            title="The slope is a compass",
        ),
        Beat(
            "step_too_long",
            14,
            "Right direction, far too long a step: we land higher than we began. A "
            "tenth of it lands lower. The promise holds for small steps. How small?",
            shows="From 2.3, height 1.09, a ball jumps to 1.3, height 1.49; then a shorter "
            "step reaches 2.2, height 1.04.",
            title="A step that is too long",
        ),
        Beat(
            "dial_scales_the_step",
            11,
            "Make the step proportional to the slope, with a dial for length. Descent in one line.",
            shows="A dial turns to alpha 0.10, the step arrow changes length, and the formula "
            "for the new x appears.",
            title="A dial scales the step",
        ),
        Beat(
            "distance_shrinks_by_a_fifth",
            14,
            "Each step keeps eighty per cent of the distance left: long "
            "strides first, tiny ones at the end. And another dial?",
            shows="The ball hops from 5; bars of its distance to the lowest point "
            "shorten from 3 through 2.4 and 1.92 to 0.983.",
            title="What each step keeps",
            asks=Question(
                "One dial leads to the lowest point in a single step. Where does the first "
                "step with a larger dial land?",
                "choice",
                "larger_dial_lands",
                choices=(
                    "short of the lowest point",
                    "on the lowest point",
                    "beyond the lowest point",
                ),
            ),
        ),
        Beat(
            "five_dials",
            15,
            "Same hill, five dials. Glide; straight there; overshoot but settle; bounce "
            "for ever; fly away.",
            shows="Five parabolas with alpha 0.1, 0.5, 0.9, 1.0 and red 1.1 show ball trails, "
            "with bars for the distances below.",
            title="One hill, five dials",
        ),
        Beat(
            "safe_factors",
            17,
            "Each step multiplies distance by one minus alpha times curvature, the slope of the "
            "slope. It stays above minus one while alpha is below two over curvature, exact for "
            "parabolas. Does every start reach the bottom?",
            shows="The slope line has curvature 2; factors over alpha fall along a line that "
            "leaves the safe band at alpha 1.",
            title="Which dials are safe",
        ),
        Beat(
            "two_valleys",
            12,
            "Where you start decides where you end. Descent finds a valley, not always "
            "the deepest.",
            shows="Balls on a two-valley curve roll down, parting at 0.126, and gather at "
            "minus 1.473, the deeper, and 1.347.",
            title="Two valleys, two endings",
        ),
        Beat(
            "level_ground_stalls",
            9,
            "And on level ground it slows to a crawl, minimum or not.",
            shows="On x cubed, a ball's hops shrink towards 0, level but no minimum; a card "
            "reads: step against it, small enough.",
            title="Level ground slows descent",
        ),
    ),
)
