"""What the voice says in clip 05b, Rules II: the chain, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="05b",
    slug="rules-the-chain",
    title="Rules II: the chain",
    scene="RulesTheChain",
    beats=(
        Beat(
            "two_machines_in_a_row",
            11,
            "One machine feeds another. The first triples and adds one; the second squares.",
            shows="Three number lines of one scale are linked by arrows: x 0.20 leads to u 1.60, "
            "then y 2.56.",
            title="Two machines in a row",
        ),
        # The homes of the markers stand below each other, so that the way each has gone can be
        # compared by eye.
        Beat(
            "markers_follow",
            10,
            "Move the first marker, and the others must follow. By how much?",
            shows="The top marker slides left and back; the middle marker swings wider and the "
            "bottom one wider still.",
            title="Moving the first marker",
            asks=Question(
                "The first machine triples and adds one. When x moves by 0.2, how far does u move?",
                "number",
                "nudges.0.du",
                tolerance=0.02,
                decimals=1,
            ),
        ),
        Beat(
            "first_lens_reads_three",
            13,
            "A nudge on top becomes three times that in the middle. Always three: it is a line.",
            shows="Light falls from a bar, delta x 0.200, onto one of three such lengths; a round "
            "lens reads times 3.",
            title="The first lens magnifies by three",
        ),
        Beat(
            "second_lens_settles",
            13,
            "The second machine's magnification depends on where u sits. At one it settles at "
            "two, as the nudge shrinks. How do the two combine?",
            shows="A second, dashed lens reads 2.600; all lines magnify a hundredfold, and it "
            "turns solid at times 2.",
            title="The second lens settles at two",
            asks=Question(
                "The first machine magnifies a small nudge 3 times, the second one 2 "
                "times. How many times do both together?",
                "number",
                "slope",
                tolerance=0.1,
                decimals=0,
            ),
        ),
        Beat(
            "lenses_multiply",
            13,
            "Magnify, then magnify again. Magnifications multiply: three times two is six. "
            "That is the chain rule.",
            shows="A bar falls through both lenses, first three times as wide, then twice that: "
            "six equal parts lie in the last one.",
            title="Magnifications multiply",
        ),
        Beat(
            "inner_box_stays_whole",
            12,
            "Slope of the outer, with the inner left inside it, times slope of the inner.",
            shows="A box holding u sits in a square; the 2 comes to the front, times 3 is "
            "appended: 6 times the inner.",
            title="The chain rule as a formula",
        ),
        # One graph and one scale for both slopes: in windows of their own 24 would look flatter
        # than 6.
        Beat(
            "two_quick_checks",
            10,
            "At zero that gives six, as the lenses did; at one, twenty-four. "
            "Where is the outer slope read?",
            shows="On the curve of the square of 3 x plus 1, a gentle tangent appears, then a "
            "steep one.",
            title="Two quick checks",
        ),
        # The condition, spoken: both slopes must exist where they are read.
        Beat(
            "general_chain",
            11,
            "At the inner's output. Forgetting that is the "
            "classic slip. And both slopes must exist there.",
            shows="A question mark in f prime's bracket becomes g of x, giving 6 at 0; a grey line "
            "with x gives 0.",
            title="The classic slip with the chain",
        ),
        Beat(
            "values_flow_forward",
            9,
            "A miniature neuron: weigh, squash, compare with "
            "the target. Values flow forward. What flows back?",
            shows="Circles w, 2, x, 3, and b, minus 6, feed z, 0; then a, 0.5, and the loss L, "
            "0.16; target 0.9.",
            title="Values flow forward",
            asks=Question(
                "The output a is 0.5, the target 0.9, and the loss is the squared miss. "
                "Which sign has the slope of the loss, if a is nudged?",
                "sign",
                "neuron.dl_da",
            ),
        ),
        Beat(
            "slopes_flow_back",
            14,
            "Slopes do, multiplying as they go. The squash gives a times one minus a. "
            "The shared part is worked out once and reused.",
            shows="Arrows lead back with factors minus 0.8, 0.25, 3 and 1; w receives minus 0.6, "
            "b minus 0.2.",
            title="Slopes flow back",
        ),
        Beat(
            "paths_add",
            11,
            "Where paths meet, add. Multiply along, add across, reuse: that is backpropagation.",
            shows="Factors stand on two routes back from L to x: their products 3 and minus 2 add "
            "to 1. Sixth tile filled.",
            title="Where paths meet, add",
        ),
    ),
)
