"""What the voice says in clip 09a, Regression: the machine is built, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="09a",
    slug="regression-the-machine",
    title="Regression: the machine is built",
    scene="RegressionTheMachine",
    beats=(
        Beat(
            "line_on_two_dials",
            10,
            "Five points, and a line with two knobs. Which setting fits?",
            shows="Dots climb from 1, 5 to 5, 17; two dials swing a line, "
            "which ends near them at w 2, b 4.",
            title="A line with two knobs",
            asks=Question(
                "Look at how the dots climb. For which w does the line fit best?",
                "number",
                "best.w",
                tolerance=0.2,
                decimals=1,
            ),
        ),
        Beat(
            "misses_become_squares",
            12,
            "For each point, predicted minus actual. Square it, so misses on both sides count.",
            shows="Gaps marked plus 1, 0, minus 1, minus 2 and minus 3 open into squares of "
            "area 1, 0, 1, 4, 9.",
            title="Misses become squares",
        ),
        # "Loss" for the average: "error" is already the miss of one point.
        Beat(
            "squares_average_into_one",
            9,
            "Average the squares: one number for how bad this line is, its loss.",
            shows="In a row, the ruled squares level out to area 3 each and merge into one: "
            "J, 15 over 5, is 3.",
            title="One number, the loss",
        ),
        Beat(
            "settings_fill_a_bowl",
            15,
            "Every line is one point on the right, its loss a height. "
            "All lines together make a bowl. Seen from above, it is a map. Which way is down?",
            shows="The line shrinks to a dot on a plane; its height J traces curves, which "
            "become a surface and then its map.",
            title="All lines together make a bowl",
        ),
        Beat(
            "chain_rule_at_one_point",
            15,
            "Chain rule, one point at a time. Outer slope: twice the "
            "error. Inner slope: x for the first knob, one for the second.",
            shows="At x equals 5, the square of error minus 3 shrinks with each nudge; "
            "its strips give minus 6.",
            title="The chain rule at one point",
        ),
        Beat(
            "slopes_average_too",
            9,
            "Average over the points, and both slopes are ready. What do they say at zero?",
            shows="Two formulas: 2 over n, the number of points, times the sum of error times x, "
            "or times 1.",
            title="Both slopes as averages",
            asks=Question(
                "At w and b zero the line lies flat on the axis. Which sign has the slope "
                "of the loss for w there?",
                "sign",
                "start_gradient.0",
            ),
        ),
        Beat(
            "first_gradient",
            15,
            "Five misses, all too low. Weigh them by x, double, average: "
            "minus seventy-eight. Unweighted: minus twenty-two.",
            shows="The line lies flat on the axis; errors minus 5 to minus 17 fly into one sum.",
            title="The first gradient",
        ),
        Beat(
            "first_step",
            12,
            "One small step against it, and the loss falls from one "
            "hundred and thirty-nine to eighty-one. And after ten?",
            shows="On the map an arrow leads from 0, 0 to 0.78, 0.22, and the line tilts up.",
            title="The first step",
            asks=Question(
                "How many per cent of the loss at the start will be gone after ten steps?",
                "number",
                "percent_gone_after_ten",
                tolerance=2.0,
                decimals=1,
            ),
        ),
        Beat(
            "ten_steps",
            13,
            "Again, and again. Ten steps, and over ninety-nine per cent of the loss is gone.",
            shows="The dot makes shortening hops to w 3.07, b 0.89, short of the centre; the line "
            "almost meets the dots.",
            title="Step after step",
        ),
    ),
)
