"""What the voice says in clip 06, The explorer, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip

CLIP = Clip(
    number="06",
    slug="the-explorer",
    title="The explorer",
    scene="TheExplorer",
    beats=(
        Beat(
            "rows_light_up",
            14,
            "A dashboard for one point. Height four, true slope four. With "
            "a gap of one and a half, the quotient says five and a half.",
            shows="On x squared, at x equals 2, a tangent and a dashed secant appear, while six "
            "rows of readings fill.",
        ),
        Beat(
            "error_is_a_gap",
            9,
            "Too steep by one and a half: the curve bends away. How fast can that error shrink?",
            shows="The wedge between secant and tangent is shaded, its far edge marked error "
            "times h, 2.25; other rows dim.",
        ),
        # The secant nears the tangent and never becomes it.
        Beat(
            "error_shrinks_with_the_gap",
            15,
            "Shrink the gap tenfold, and the error shrinks tenfold. "
            "The dashes close up as the secant nears the tangent.",
            shows="The far point slides to the near one; below, circles on a graph of error "
            "against h line up straight.",
        ),
        Beat(
            "half_the_gap_times_bending",
            12,
            "For this parabola the error is the gap itself. Elsewhere it "
            "is roughly half the gap times the bending. Can we do better?",
            shows="Beside the parabola's line, a second, parallel line appears for x cubed at 1; "
            "three error formulas are listed.",
        ),
        Beat(
            "both_sides_cancel",
            11,
            "Reach out equally on both sides, and the bending cancels. For parabolas, exactly.",
            shows="A dashed secant through heights 0.25 and 12.25, equally far to both sides, runs "
            "parallel to the tangent; both have slope 4.",
        ),
        Beat(
            "point_moves_columns_switch",
            15,
            "Now walk to the right. Falling, then level at zero, then rising. "
            "Which way is downhill?",
            shows="The point slides from minus 1.5 to 2, its tangent tilting; three cards light in "
            "turn.",
        ),
        # Stepping against the slope lowers the curve only when the step is small enough.
        Beat(
            "balls_step_against_the_slope",
            12,
            "Rising: step left. Falling: step right. Level: stay. "
            "Always against the slope, and in small enough steps.",
            shows="Each card gains a ball and step arrow; the formula reads step equals minus "
            "alpha times the slope.",
        ),
        Beat(
            "rounding_eats_the_difference",
            13,
            "One warning from real machines. Below a certain gap, "
            "rounding eats the difference, and the answer falls apart.",
            shows="Dots form a V: error falls until h is about 10 to the minus 8, then scatters "
            "upward to 4.",
        ),
    ),
)
