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
            shows="The program is shown, its loop line lit; below it stands the expected line, "
            "with a question mark.",
        ),
        Beat(
            "printed_line",
            10,
            "It prints three point oh five five and one point eight. Close, but no. Is it a bug?",
            shows="The last line of the program lights up; its output stands below the expected "
            "line, wrong digits in orange.",
        ),
        Beat(
            "misses_magnified",
            11,
            "No bug. On the plot you can hardly tell. Magnify the "
            "misses: the line tilts about a pivot near three point six.",
            shows="The expected line is laid level; five misses grow fifty times, from minus 0.144 "
            "to plus 0.077, balanced on a wedge.",
        ),
        Beat(
            "narrow_valley",
            14,
            "Here is why. The bowl is a narrow valley. Ten steps cross "
            "it; hundreds creep along its floor. How slow is that creep?",
            shows="The bowl turns into its map; a ball crosses long thin ovals; a lens follows it "
            "along the floor towards 3, 2.",
        ),
        Beat(
            "two_speeds",
            12,
            "Across, each step keeps about three quarters. Along, it keeps "
            "ninety-nine point seven per cent. Halving takes two hundred and five steps.",
            shows="Two lines cross the map, across and along; one bar empties almost at once, the "
            "other shrinks to half.",
        ),
        Beat(
            "counter_spins",
            13,
            "Along the floor, b is one point oh nine off. Four correct decimals ask for "
            "two thousand nine hundred and forty-nine steps. Can we hurry?",
            shows="Beside the floor, delta b is 1.0857; an inequality gives k greater than 2948.5, "
            "where an epoch counter stops.",
        ),
        Beat(
            "dial_turned_too_far",
            15,
            "Turn the dial up: faster, faster, until the steep direction rebels. Past "
            "two over the largest curvature, it diverges: every hop lands higher than the last. "
            "What else can we change?",
            shows="A dial turns; the table reads 1472, then 586 epochs. At 0.09 red arcs leap "
            "ever farther across the valley.",
        ),
        Beat(
            "valley_becomes_round",
            14,
            "The inputs. Centre and scale them, and the valley "
            "becomes round. With the right dial: one step, done.",
            shows="Five input dots gather around zero, and the ovals become circles; one arrow "
            "reaches the centre; converted, w 3, b 2.",
        ),
        Beat(
            "three_honest_prints",
            12,
            "Three honest fixes: more steps, a larger dial, or better "
            "inputs. Each prints what it says. Did we need descent at all?",
            shows="The lines of one program change, to 2949, 500 and 1 epochs; each time it prints "
            "3.0000 x plus 2.0000.",
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
