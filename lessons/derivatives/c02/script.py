"""What the voice says in clip 02, When lines bend, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip

CLIP = Clip(
    number="02",
    slug="when-lines-bend",
    title="When lines bend",
    scene="WhenLinesBend",
    beats=(
        # Seven rows, not five: every run of the next beat begins and ends at a dot that was
        # computed.
        Beat(
            "dots_refuse_a_line",
            9,
            "Square the input instead. Can any straight edge fit these dots?",
            shows="A table of x squared fills from minus 3 to 3; a straight edge meets just two "
            "of seven dots.",
            title="Squares against a straight edge",
        ),
        Beat(
            "rises_disagree",
            13,
            "None can. Same step across each time, but look at the "
            "rises: down five, three, one; then up one, three, five.",
            shows="A curve joins the dots; a step walks along it, and each rise becomes a bar "
            "beside it.",
            title="Equal steps, different rises",
        ),
        Beat(
            "rises_become_chords",
            8,
            "Falling steeply on the left, nearly level in "
            "the middle, climbing steeply on the right.",
            shows="Each rise returns to its place on the curve, and dashed chords close the "
            "triangles.",
            title="Falling, nearly level, climbing",
        ),
        # Of equal steps: unequal ones, from 1 to 3 and from 0 to 4, may have one slope on x², too.
        Beat(
            "no_slope_repeats",
            9,
            "Here equal steps never climb alike; on other curves they can. Is one number enough?",
            shows="Six chords have the slopes minus 5 to 5; a wave carries three parallel ones; a "
            "question stands alone.",
            title="Six chords, six slopes",
        ),
        Beat(
            "secant_joins_two_points",
            9,
            "For a pair of points it is. Join one and three: across two, up eight, a rate of four.",
            shows="A triangle with a dashed secant stands on the curve; above it, 9 minus 1 over "
            "3 minus 1.",
            title="The secant through two points",
        ),
        Beat(
            "numbers_become_letters",
            10,
            "Call the start x and the gap h. The same picture becomes a formula.",
            shows="Axis numbers turn into x, x plus h, and their f values; the fraction becomes a "
            "difference over h.",
            title="From numbers to a formula",
        ),
        Beat(
            "gap_points_left",
            8,
            "The gap may point left, too. Only zero is forbidden: what would you divide by?",
            shows="The triangle vanishes and only h not equal to zero stands; then h reads minus "
            "1.5, left of the point.",
            title="The gap may point left",
        ),
        Beat(
            "three_paths_one_average",
            13,
            "Three different journeys, one average. An "
            "average remembers the ends and forgets the way.",
            shows="Three dots race along a curve, a line and a wiggle between the same ends; all "
            "earn 4.",
            title="Three journeys, one average",
        ),
        Beat(
            "parallel_line_kisses",
            10,
            "Somewhere on the way, the curve itself must run "
            "at exactly four. How would we measure it there?",
            shows="A tangent parallel to the secant touches at x equals 2; then the secant fills "
            "the second tile.",
            title="A tangent parallel to the secant",
        ),
    ),
)

LOOPS = ("three_paths_one_average",)
"""Beats that go round in a lecture: the race is watched once for each of its three ways."""
