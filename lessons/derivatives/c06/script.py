"""What the voice says in clip 06, The explorer, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

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
            shows="On x squared at x equals 2, a height bar, a tangent and a dashed secant appear; "
            "four readings light up.",
            title="A dashboard for one point",
        ),
        Beat(
            "error_is_a_gap",
            10,
            "Too steep by one and a half: the curve bends away. How fast can that error shrink?",
            shows="Over a run of 1, the tangent climbs 4; an orange piece up to the secant reads "
            "error equals 1.5.",
            title="The error as a gap",
            asks=Question(
                "The gap becomes ten times smaller. What happens to the error?",
                "choice",
                "error_shrinks",
                choices=("it hardly shrinks", "it shrinks about tenfold", "it shrinks even faster"),
            ),
        ),
        # The secant nears the tangent and never becomes it.
        Beat(
            "error_shrinks_with_the_gap",
            14,
            "Shrink the gap tenfold, and the error shrinks tenfold. "
            "The dashes close up as the secant nears the tangent.",
            shows="A lens pushes in a thousandfold; beside it, circles of error against h line up "
            "on a straight diagonal.",
            title="Shrinking the gap",
        ),
        Beat(
            "half_the_gap_times_bending",
            17,
            "Watch the tangent turn: its slope gains two per unit, the bending. "
            "Half of that, times the gap: the error is the gap itself. "
            "For x cubed at one, roughly three gaps. Can we do better?",
            shows="The tangent turns from slope 4.0 to 6.0; on the graph of errors, a parallel "
            "line for x cubed appears.",
            title="Half the gap times the bending",
        ),
        Beat(
            "both_sides_cancel",
            11,
            "Reach out equally on both sides, and the bending cancels. For parabolas, exactly.",
            shows="A dashed secant through heights 0.25 and 12.25, equally far to both sides, runs "
            "parallel to the tangent; both have slope 4.",
            title="Reaching out to both sides",
        ),
        Beat(
            "point_moves_columns_switch",
            13,
            "Now walk to the right. Falling, then level at zero, then rising. "
            "Which way is downhill?",
            shows="The point slides from minus 1.5 to 2, its tangent tilting; three cards light in "
            "turn.",
            title="A walk to the right",
            asks=Question(
                "The point has come to the end of its walk. Which way is downhill from there?",
                "choice",
                "downhill_at_the_end",
                choices=("to the left", "to the right", "neither, it is level"),
            ),
        ),
        # Stepping against the slope lowers the curve only when the step is small enough.
        Beat(
            "balls_step_against_the_slope",
            10,
            "Rising: step left. Falling: step right. Level: stay. "
            "Always against the slope, and in small enough steps.",
            shows="Three balls on the curve gain step arrows; the formula reads step equals minus "
            "alpha times the slope.",
            title="Step against the slope",
        ),
        Beat(
            "rounding_eats_the_difference",
            12,
            "One warning from real machines. Below a certain gap, "
            "rounding eats the difference, and the answer falls apart.",
            shows="Dots form a V: error falls until h is about 10 to the minus 8, then scatters "
            "upward to 4.0.",
            title="Rounding eats the difference",
        ),
    ),
)
