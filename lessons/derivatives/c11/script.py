"""What the voice says in clip 11, Next, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip

CLIP = Clip(
    number="11",
    slug="next",
    title="Next",
    scene="Next",
    beats=(
        # One start and one map for each dial: balls set apart to be seen would stand at losses
        # that are not theirs.
        Beat(
            "swarm_of_balls",
            9,
            "You have the step. The next lesson makes an engine out of it.",
            shows="Three maps of one valley: after 12 steps the smallest alpha creeps, the middle "
            "nears the lowest point, the largest leaps across.",
            title="Three dials on one valley",
        ),
        Beat(
            "three_questions",
            13,
            "How long a stride? Must every data point vote "
            "each time? And can we remember our speed?",
            shows="A stride on a bowl; a line refitted to a few dots; two balls in a valley, where "
            "momentum calms the zigzag.",
            title="Three questions for next time",
        ),
        Beat(
            "practice_card",
            11,
            "Before you go: differentiate this one by hand, and check it with a tiny nudge. "
            "Then let the knob turn by itself.",
            shows="Two question marks beside 2 x squared plus 1, cubed; then a dial turns by "
            "itself and the error bar empties.",
            title="One slope to find by hand",
        ),
    ),
)

LOOPS = ("practice_card",)
"""Beats that go round in a lecture: the exercise comes back while it is worked by hand."""
