"""What the voice says in clip 09b, Regression: the surprise, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip

CLIP = Clip(
    number="09b",
    slug="regression-the-surprise",
    title="Regression: the surprise",
    scene="RegressionTheSurprise",
    beats=(
        Beat(
            "guess_the_print",
            10,
            "Five hundred steps should surely land on three "
            "and two. Write down your guess: will they?",
            shows="The program is shown, its loop line lit; below, in a box, the expected line "
            "with a question mark.",
        ),
        Beat(
            "printed_line",
            10,
            "It prints three point oh five five and one point eight. Close, but no. Is it a bug?",
            shows="The last line of the program lights up, and its output is set under the "
            "expected one.",
        ),
        Beat(
            "misses_magnified",
            12,
            "No bug. On the plot you could not tell. Magnify the "
            "misses: the line tilts about a pivot near three point six.",
            shows="Beside the data, five errors grow fifty times, from minus 0.144 to plus 0.077, "
            "balanced on a small wedge.",
        ),
        Beat(
            "narrow_valley",
            14,
            "Here is why. The bowl is a narrow valley. Ten steps cross "
            "it; hundreds creep along its floor. How slow is that creep?",
            shows="On a contour map of w and b, a ball crosses long thin ovals, then turns along "
            "them towards 3, 2.",
        ),
        Beat(
            "two_speeds",
            14,
            "Across, each step keeps about three quarters. Along, it keeps "
            "ninety-nine point seven per cent. Halving takes two hundred and five steps.",
            shows="Two lines cross the map; beside it, one bar empties almost at once, the other "
            "shrinks to half.",
        ),
        Beat(
            "counter_spins",
            10,
            "Four correct decimals take two thousand nine hundred and "
            "forty-nine steps. The algebra predicted that number. Can we hurry?",
            shows="An epoch counter races while the printed line settles; beneath, an inequality "
            "gives k greater than 2948.5.",
        ),
        Beat(
            "dial_turned_too_far",
            15,
            "Turn the dial up: faster, faster, until the steep direction rebels. Past "
            "two over the largest curvature, it diverges. What else can we change?",
            shows="A dial turns; the table reads 1472, then 586 epochs. At 0.09 the ball leaps "
            "ever farther across the valley.",
        ),
        Beat(
            "valley_becomes_round",
            14,
            "The inputs. Centre and scale them, and the valley "
            "becomes round. With the right dial: one step, done.",
            shows="Five input dots gather around zero; on a map of circles, one arrow reaches the "
            "centre; converted, w 3, b 2.",
        ),
        Beat(
            "three_honest_prints",
            12,
            "Three honest fixes: more steps, a larger dial, or better "
            "inputs. Each prints what it says. Did we need descent at all?",
            shows="Three code boxes appear in turn, with 2949, 500 and 1 epochs; all show 3.0000 "
            "x plus 2.0000.",
        ),
        Beat(
            "solved_directly",
            10,
            "Not here: a straight line can be solved directly. "
            "Descent earns its keep when no formula exists.",
            shows="Both slopes set to zero make two equations, which give 3 and 2; the dashed line "
            "through the data becomes solid.",
        ),
    ),
)
