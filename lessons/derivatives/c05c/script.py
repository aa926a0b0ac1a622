"""What the voice says in clip 05c, Rules III: five functions worth knowing, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip

CLIP = Clip(
    number="05c",
    slug="rules-five-functions",
    title="Rules III: five functions worth knowing",
    scene="RulesFiveFunctions",
    beats=(
        Beat(
            "bases_race",
            13,
            "Leaving zero, base two climbs at less than one, base "
            "three at more. Which base leaves at exactly one?",
            shows="Two rising curves cross at height 1; a table reaches slopes 0.693 and 1.099, "
            "and a third curve settles between.",
        ),
        Beat(
            "slope_equals_height",
            12,
            "We call it e, about two point seven. Its slope "
            "equals its height, everywhere. And its mirror image?",
            shows="Tangents and upright lines stand at 0, 1 and 2; a table pairs 1, 2.718 and "
            "7.389 with themselves.",
        ),
        # "Positive" belongs to the rule: the mirror image has no other inputs.
        Beat(
            "mirror_swaps_run_and_rise",
            13,
            "Run and rise trade places, so the slope turns "
            "upside down: one over x, for every positive x.",
            shows="The exponential flips over the diagonal into the logarithm; a slope of 2 "
            "becomes one half, its triangle turned over.",
        ),
        Beat(
            "angle_nudge_lifts",
            14,
            "Nudge the angle. The height gains a sliver, and similar "
            "triangles say its share is cosine. And sideways?",
            shows="On a quarter circle, a copy of the angle's triangle turns onto the nudge; "
            "dotted lines reach the graph.",
        ),
        Beat(
            "angle_nudge_draws_back",
            12,
            "The sideways part shrinks by sine: hence the minus sign.",
            shows="The sine side turns onto the nudge's triangle, pointing left; then slopes below "
            "the sine trace a cosine, below that, minus sine.",
        ),
        Beat(
            "degrees_flatten",
            9,
            "All this in radians. In degrees every slope shrinks by a factor of about fifty-seven.",
            shows="Axis labels change to 90, 180, 270 and 360 degrees; the slope curve collapses "
            "almost flat, peak 0.01745.",
        ),
        Beat(
            "height_times_headroom",
            13,
            "The sigmoid's slope is its height times its head-room. Where is that product largest?",
            shows="A tangent slides along an S curve; beside it, the bar for the slope swells, "
            "then shrinks.",
        ),
        Beat(
            "sigmoid_in_three_lines",
            12,
            "In the middle: one quarter. Power rule outside, "
            "exponential inside: the chain rule writes it for us.",
            shows="Three formula lines appear: sigma; its outer slope times its inner slope; then "
            "sigma times 1 minus sigma.",
        ),
        Beat(
            "reference_card",
            12,
            "Keep this card. Almost everything ahead is built from these and the rules.",
            shows="Five rows show a curve, its name, its derivative and the derivative's curve: "
            "exponential, logarithm, sine, cosine, sigmoid.",
        ),
    ),
)
