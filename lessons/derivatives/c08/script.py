"""What the voice says in clip 08, Many knobs: the gradient, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="08",
    slug="many-knobs",
    title="Many knobs: the gradient",
    scene="ManyKnobs",
    beats=(
        # "Height", not "error": this landscape falls below zero, which no averaged square can.
        Beat(
            "landscape_rises",
            11,
            "Two knobs now, so the curve becomes a landscape over "
            "a plane. We stand at height eleven. How steep is it?",
            shows="A twisted surface in bands of height rises over a plane; two dials move a dot "
            "on it to 2, 1.",
            title="Two knobs make a landscape",
        ),
        Beat(
            "first_slice",
            14,
            "Hold the second knob still. What is left is an "
            "ordinary curve, with an ordinary slope: seven.",
            shows="A cut at w 2 equals 1 opens the surface and becomes a graph; a ball rides "
            "along, then a tangent appears.",
            title="One cut, the second knob still",
        ),
        Beat(
            "second_slice",
            13,
            "Now hold the first. The other cut has slope eight. "
            "The curly d says: everything else held still.",
            shows="A cut at w 1 equals 2 opens it; from the front it is another graph, with its "
            "tangent.",
            title="The other cut, the first still",
        ),
        Beat(
            "frozen_symbol",
            11,
            "In the formula, the frozen knob behaves like a "
            "plain number. What do two slopes make together?",
            shows="Two derivations, one below the other; boxes mark the frozen letters, and the "
            "results read 7 and 8.",
            title="The frozen knob is a number",
        ),
        Beat(
            "slopes_stack_into_an_arrow",
            10,
            "Stack them into an arrow on the map: seven across, eight up. That is the gradient.",
            shows="The surface tilts into its map; from 2, 1 two arrows join into a diagonal one, "
            "drawn a fifth as long.",
            title="Two slopes become an arrow",
        ),
        Beat(
            "needle_turns_round",
            15,
            "Turn around on the spot and measure the slope "
            "in every direction. Which way is steepest?",
            shows="A needle sweeps a full turn, as long as the slope is large: it traces two "
            "touching circles, uphill and downhill.",
            title="Turning around on the spot",
            asks=Question(
                "The slope is 7 across and 8 up. At about how many degrees from the first "
                "axis is it steepest uphill?",
                "number",
                "gradient_degrees",
                tolerance=6.0,
                decimals=0,
            ),
        ),
        Beat(
            "length_is_the_steepest_slope",
            11,
            "Exactly along the arrow. Its length is that steepest "
            "slope, and at right angles the ground is level.",
            shows="The needle stops at 48.8 degrees, reading 10.63, then at 138.8 degrees along "
            "the contour, reading 0.",
            title="The arrow points the steepest way",
        ),
        Beat(
            "gradient_small_print",
            8,
            "This needs a smooth landscape, and a place that is not already level.",
            shows="Three conditions appear, J smooth, ordinary distance, gradient not zero; the "
            "arrow slides towards the centre and shrinks.",
            title="What the gradient needs",
        ),
        Beat(
            "height_nears_zero",
            13,
            "Follow minus the gradient. Down, down, in ever shorter steps, to nearly zero. Done?",
            shows="With alpha 0.1 a ball takes 3 shrinking steps down the map; heights read 7.75, "
            "1.88, 0.40, 0.01.",
            title="Down to nearly zero",
            asks=Question(
                "The ball goes on stepping down. Which sign has the height after "
                "twenty-five steps?",
                "sign",
                "saddle_heights.-1",
            ),
        ),
        Beat(
            "ball_slides_off_sideways",
            11,
            "No. It slides off sideways, and the height keeps falling, below zero and without end.",
            shows="The map rises into the surface; the ball turns and slides down its low corner "
            "to minus 7.34 after 25 steps.",
            title="The ball slides off sideways",
        ),
        Beat(
            "saddle_cut_twice",
            14,
            "A dip along one diagonal, a hump along the other. "
            "A saddle: level, yet no minimum. Who reaches the centre?",
            shows="On the surface one diagonal bends up, curvature 5, the other down, curvature "
            "minus 1; a dot where they cross.",
            title="A dip and a hump",
            asks=Question(
                "Descent on this saddle: which starts reach the centre?",
                "choice",
                "starts_that_reach_the_centre",
                choices=(
                    "all of them",
                    "only those on the diagonal that dips",
                    "only those on the diagonal that humps",
                    "none of them",
                ),
            ),
        ),
        Beat(
            "only_from_the_diagonal",
            9,
            "Only starts balanced exactly on the diagonal, halving their distance at every step.",
            shows="On the map, a ball starts at 1, 1 and hops along the diagonal; coordinates "
            "shrink to 0.0625.",
            title="Only starts on the diagonal",
        ),
        Beat(
            "surface_becomes_a_bowl",
            10,
            "Weaken the coupling, and both diagonals bend upward. Now there is a bottom.",
            shows="The middle coefficient of J drops from 3 to 1 and the surface reshapes; the "
            "curvatures become 3 and 1.",
            title="A weaker coupling makes a bowl",
        ),
        Beat(
            "fast_across_slow_along",
            14,
            "Each arrow leaves its contour at a right angle. Fast "
            "across the valley, then slowly along it. Why so slowly?",
            shows="On oval bands, with alpha 0.2, ever shorter arrows bend towards the centre; "
            "the distance falls fast, then from 0.29 to 0.23.",
            title="Fast across, slow along",
        ),
        Beat(
            "two_factors",
            9,
            "One direction keeps forty per cent per step, the "
            "other eighty. The flattest direction sets the pace.",
            shows="Both diagonals are drawn and named; bars for across shrink to 0.064, those for "
            "along only to 0.512.",
            title="The flattest direction sets the pace",
        ),
        Beat(
            "column_of_slopes",
            13,
            "With a million knobs there is no landscape to draw. But "
            "the list works: sign says which way, size says how much.",
            shows="Eight dials in a column, each with an up or down arrow and a bar, turn by "
            "matching amounts.",
            title="A million knobs, one list",
        ),
        Beat(
            "gradient_becomes_a_tile",
            8,
            "One list of slopes, one step against it, repeat.",
            shows="A card reads gradient, one slope per knob; below, a tile of contours with an "
            "arrow lights up among eight.",
            title="Step against the list, repeat",
        ),
    ),
)

SHORT = (
    "landscape_rises",
    "first_slice",
    "second_slice",
    "frozen_symbol",
    "slopes_stack_into_an_arrow",
    "needle_turns_round",
    "length_is_the_steepest_slope",
)
"""The clip is too long for a Short: these beats go from two knobs to the gradient."""
