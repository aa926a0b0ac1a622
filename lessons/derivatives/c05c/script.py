"""What the voice says in clip 05c, Rules III: five functions worth knowing, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="05c",
    slug="rules-five-functions",
    title="Rules III: five functions worth knowing",
    scene="RulesFiveFunctions",
    beats=(
        Beat(
            "bases_race",
            13,
            "Two curves leave height one. As h shrinks, base two climbs at less "
            "than one, base three at more. Which base climbs at exactly one?",
            shows="Two secants turn as h shrinks, to slopes 0.693 and 1.099; among the curves "
            "between, one follows a line of slope 1.",
            title="Base two against base three",
            asks=Question(
                "Base two leaves height one at a slope below one, base three at one above. "
                "Which base climbs at exactly one?",
                "number",
                "e",
                tolerance=0.1,
                decimals=3,
            ),
        ),
        Beat(
            "slope_equals_height",
            14,
            "We call it e, about two point seven. Over a run of one, each of its tangents "
            "climbs by its height: so slope equals height, everywhere. And its mirror image?",
            shows="A curve settles at base 2.71828; its tangents rise by 1, 2.718 and 7.389 over "
            "a run of one.",
            title="Slope equals height",
        ),
        # "Positive" belongs to the rule: the mirror image has no other inputs.
        Beat(
            "mirror_swaps_run_and_rise",
            13,
            "Run and rise trade places, so the slope turns "
            "upside down: one over x, for every positive x.",
            shows="The exponential flips over the diagonal into the logarithm; a slope of 2 "
            "becomes one half, its triangle turned over.",
            title="The logarithm, a mirror image",
        ),
        Beat(
            "angle_nudge_lifts",
            14,
            "Nudge the angle. The height gains a sliver, and similar "
            "triangles say its share is cosine. And sideways?",
            shows="A window magnifies a nudge on a quarter circle; a copy of the angle's triangle "
            "turns and fits onto it.",
            title="Nudging an angle lifts the height",
            asks=Question(
                "The angle grows a little and the height rises. Which sign has the change "
                "of the sideways part?",
                "sign",
                "circle.tangent_run",
            ),
        ),
        Beat(
            "angle_nudge_draws_back",
            12,
            "The sideways part shrinks by sine: hence the minus sign. "
            "Traced all around, sine gives cosine, and cosine gives minus sine.",
            shows="The sine side turns onto the triangle, pointing left; as a circle turns, sine "
            "traces cosine, then cosine minus sine.",
            title="Sine, cosine and a minus sign",
        ),
        Beat(
            "degrees_flatten",
            9,
            "All this in radians. In degrees every slope shrinks by a factor of about fifty-seven.",
            shows="An arc of one radian becomes 57 degrees, the scale below a large wave too; the "
            "wave collapses, divided by 57.",
            title="Degrees flatten every slope",
        ),
        Beat(
            "height_times_headroom",
            13,
            "The sigmoid's slope is its height times its head-room. Where is that product largest?",
            shows="A tangent slides along an S curve; in a square beside it, height times "
            "head-room spans a thin rectangle.",
            title="Height times head-room",
            asks=Question(
                "Height and head-room add up to one. How large can their product be at most?",
                "number",
                "steepest",
                tolerance=0.02,
                decimals=2,
            ),
        ),
        Beat(
            "sigmoid_in_three_lines",
            12,
            "In the middle: one quarter. Power rule outside, "
            "exponential inside: the chain rule writes it for us.",
            shows="The rectangle grows to a square, one half by one half; three formula lines take "
            "turns; its area traces a bell.",
            title="The sigmoid by the chain rule",
        ),
        Beat(
            "reference_card",
            10,
            "Keep this card. Almost everything ahead is built from these and the rules.",
            shows="Five rows show a curve, its name, its derivative and the derivative's curve: "
            "exponential, logarithm, sine, cosine, sigmoid.",
            title="A card of five functions",
        ),
    ),
)
