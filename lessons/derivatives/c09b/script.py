"""What the voice says in clip 09b, Regression: the surprise, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="09b",
    slug="regression-the-surprise",
    title="Regression: the surprise",
    scene="RegressionTheSurprise",
    beats=(
        Beat(
            "guess_the_print",
            9,
            "Five hundred steps should surely land on three "
            "and two. Write down your guess: will they?",
            shows="The program stands beside five points and a line that begins to rise; below is "
            "the expected line, questioned.",
            title="Guess what it prints",
            asks=Question(
                "Will it print the numbers of the best line, right to four decimals?",
                "choice",
                "prints_the_best_line",
                choices=("yes", "no"),
            ),
        ),
        Beat(
            "printed_line",
            10,
            "It prints three point oh five five and one point eight. Close, but no. Is it a bug?",
            shows="The line turns up to the points; what is printed stands below the expected "
            "line, wrong digits in orange.",
            title="What it really prints",
        ),
        Beat(
            "misses_magnified",
            11,
            "No bug. On the plot you can hardly tell. Magnify the "
            "misses: the line tilts about a pivot near three point six.",
            shows="The expected line is laid level; five misses grow fifty times, from minus 0.144 "
            "to plus 0.077, balanced on a wedge.",
            title="Misses under magnification",
        ),
        Beat(
            "narrow_valley",
            14,
            "Here is why. The bowl is a narrow valley. About twenty steps cross "
            "it; hundreds creep along its floor. How slow is that creep?",
            shows="The bowl turns into its map; a ball crosses long thin ovals; a lens follows it "
            "along the floor towards 3, 2.",
            title="The shape of the valley",
            asks=Question(
                "Along the floor, about how many steps halve the distance that is left?",
                "number",
                "contraction.half_life",
                tolerance=50.0,
                decimals=0,
            ),
        ),
        Beat(
            "two_speeds",
            11,
            "Across, each step keeps about three quarters. Along, it keeps "
            "ninety-nine point seven per cent. Halving takes two hundred and five steps.",
            shows="Two legs lead from the ball to the lowest point; the bar across empties "
            "almost at once, the other shrinks to half.",
            title="Two speeds in the valley",
        ),
        Beat(
            "counter_spins",
            15,
            "Along the floor, b is one point oh nine off. Every tenfold costs another six hundred "
            "and eighty steps; four correct decimals, two thousand nine hundred and forty-nine. "
            "Can we hurry?",
            shows="From 1.09 off, a ball walks four stretches of 680 steps, each divides by ten; a "
            "counter runs to 2949.",
            title="How many steps it takes",
        ),
        Beat(
            "dial_turned_too_far",
            15,
            "Turn the dial up: faster, faster, until the steep direction rebels. Past "
            "two over the largest curvature, it diverges: every hop lands higher than the last. "
            "What else can we change?",
            shows="A dial turns; the table reads 1472, then 586 epochs. At 0.09 a ball leaps "
            "from wall to wall, ever higher.",
            title="The dial turned too far",
        ),
        Beat(
            "valley_becomes_round",
            14,
            "The inputs. Centre and scale them, and the valley "
            "becomes round. With the right dial: one step, done.",
            shows="Five input dots gather around zero, and ovals become circles; one arrow reaches "
            "the centre; a small map keeps the ovals.",
            title="Better inputs, a round valley",
        ),
        Beat(
            "three_honest_prints",
            12,
            "Three honest fixes: more steps, a larger dial, or better "
            "inputs. Each prints what it says. Did we need descent at all?",
            shows="Three bars, each with its changed line of code: 2949 steps, 365 steps and 1 "
            "step; each prints 3.0000 x plus 2.0000.",
            title="Honest fixes, honest prints",
        ),
        Beat(
            "solved_directly",
            10,
            "Not here: a straight line can be solved directly. "
            "Descent earns its keep when no formula exists.",
            shows="Two equations give 3 and 2, and the dashed line closes; where no formula "
            "exists, a ball finds a dip.",
            title="A line solved directly",
        ),
    ),
)
