"""What the voice says in clip 05b, Rules II: the chain, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip

CLIP = Clip(
    number="05b",
    slug="rules-the-chain",
    title="Rules II: the chain",
    scene="RulesTheChain",
    beats=(
        Beat(
            "two_machines_in_a_row",
            11,
            "One machine feeds another. The first triples "
            "and adds one; the second takes a fourth power.",
            shows="Three number lines, one below another, are linked by arrows: x 0.2 leads to u "
            "1.6, then y 6.5536.",
        ),
        Beat(
            "markers_follow",
            10,
            "Move the first marker, and the others must follow. By how much?",
            shows="The top marker slides right and back; the middle marker swings wider and the "
            "bottom one wider still.",
        ),
        Beat(
            "first_lens_reads_three",
            13,
            "A nudge on top becomes three times that in the middle. Always three: it is a line.",
            shows="The x marker slides; delta x stays 0.1, delta u 0.3, and a round lens reads "
            "times 3.",
        ),
        # The nudge in the middle is laid end to end under the one below: the eye can count what
        # the lens reads.
        Beat(
            "second_lens_settles",
            12,
            "The second machine's magnification depends on where u sits, "
            "and settles as the nudge shrinks. How do the two combine?",
            shows="A second, dashed lens reads 21.595; all lines magnify a hundredfold, and it "
            "turns solid at 16.384.",
        ),
        Beat(
            "lenses_multiply",
            13,
            "Magnify, then magnify again. Magnifications multiply: "
            "three times sixteen and a bit. That is the chain rule.",
            shows="The two lenses slide together into a third, times 49.152; a table falls "
            "towards it from 64.785.",
        ),
        Beat(
            "inner_box_stays_whole",
            12,
            "Slope of the outer, with the inner left inside it, times slope of the inner.",
            shows="A box holding u sits inside a fourth power; u becomes 3 x plus 1, giving 12 "
            "times its cube.",
        ),
        # One graph and one scale for both slopes: in windows of their own 768 would look flatter
        # than 12.
        Beat(
            "two_quick_checks",
            9,
            "At zero that gives twelve; at one, seven hundred "
            "and sixty-eight. Where is the outer slope read?",
            shows="On the curve of 3 x plus 1 to the fourth, a nearly flat tangent appears, then "
            "a steep one.",
        ),
        # The condition, spoken: both slopes must exist where they are read.
        Beat(
            "general_chain",
            10,
            "At the inner's output. Forgetting that is the "
            "classic slip. And both slopes must exist there.",
            shows="A question mark in f prime's bracket becomes g of x; a grey line with x "
            "instead is marked unequal.",
        ),
        Beat(
            "values_flow_forward",
            13,
            "A miniature neuron: weigh, squash, compare with "
            "the target. Values flow forward. What flows back?",
            shows="Circles w and b, both 0, feed z, 0; then a, 0.5, and the loss L, 0.25; target "
            "1.",
        ),
        Beat(
            "slopes_flow_back",
            14,
            "Slopes do, multiplying as they go. The shared part is worked out once and reused.",
            shows="Lenses appear on the arrows, times minus 1, 0.25, 1 and 1; both w and b "
            "receive minus 0.25.",
        ),
        Beat(
            "paths_add",
            10,
            "Where paths meet, add. Multiply along, add across, reuse: that is backpropagation.",
            shows="Two routes of arrows run back from L to x: minus 0.0505 and 0.0604. End card: "
            "magnifications multiply; sixth box filled.",
        ),
    ),
)
