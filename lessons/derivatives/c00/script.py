"""What the voice says in clip 00, One question, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip

CLIP = Clip(
    number="00",
    slug="one-question",
    title="One question",
    scene="OneQuestion",
    beats=(
        Beat(
            "knob_turns_error_drops",
            9,
            "Here is a knob inside a model. We turn it a little, and the error drops.",
            shows="A dial turns from 2 to 2.1; a line rises towards its data, and bar J sinks "
            "from 11 to 8.91.",
            title="Turn a knob, the error drops",
        ),
        Beat(
            "two_moves_make_a_ratio",
            10,
            "Two things matter: which way the error moved, and how much it moved for each unit of "
            "the turn.",
            shows="Marked delta w on the dial and delta J on the bar give minus 2.09 over 0.1, "
            "minus 20.9.",
            title="Which way, and how much",
        ),
        Beat(
            "one_knob_among_many",
            9,
            "A small model has two knobs, a large one billions. Each asks: which way, how much?",
            shows="Two dials, then sixty; seen from nearer, the first reads minus 20.9, and all "
            "others have question marks.",
            title="One knob among billions",
        ),
        Beat(
            "ratio_settles",
            11,
            "Turn it less and less, and the ratio settles "
            "on one number. That number is a derivative.",
            shows="A step shrinks and is magnified again; a table lists minus 20.9, minus 21.89, "
            "minus 21.989, then minus 22.",
            title="Smaller turns, a settled ratio",
        ),
        Beat(
            "map_appears",
            11,
            "We will earn that idea from scratch, then let it fit a line to data.",
            shows="A ball rolls down the curve of J while a line swings into its data; eight "
            "faint tiles follow.",
            title="The road to a fitted line",
        ),
    ),
)
