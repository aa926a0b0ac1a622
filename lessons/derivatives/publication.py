"""What the lesson "Derivatives: the language of change" says of itself where it is published."""

from __future__ import annotations

from lessons.publication import Licence, Publication

PUBLICATION = Publication(
    description=(
        "How fast does something change, and which way? Fifteen short animated clips build the "
        "derivative from nothing but lines and their slopes: two points on a curve, a gap that "
        "closes, a number on which the slopes settle. You learn to read the sign and the size of a "
        "slope, to find slopes with a handful of rules, and to multiply them along a chain. Then "
        "you follow slopes downhill, first with one knob, then with many, and watch a line fit "
        "itself to data by gradient descent. All that is needed is school algebra; every number on "
        "screen is computed, and most of them can be tried out with numbers of your own."
    ),
    tags=(
        "derivatives",
        "calculus",
        "slope of a curve",
        "limits",
        "difference quotient",
        "tangent line",
        "chain rule",
        "differentiation rules",
        "gradient descent",
        "linear regression",
        "machine learning",
        "maths animation",
    ),
    level="beginner",
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    site="",
    credits=(
        "Written by Chau Dara",
        "Published by TFDevs for the AI & ML Bootcamp",
        "Animated with Manim Community",
        "Text and formulas set with Typst",
        "Fonts: Libertinus Serif, New Computer Modern Math, DejaVu Sans Mono",
    ),
    thumbnails={
        "00": "knob_turns_error_drops",
        "01": "triangles_nest",
        "02": "three_paths_one_average",
        "03": "slopes_at_every_point",
        "04": "marble_rides_the_ribbon",
        "05a": "cube_grows",
        "05b": "lenses_multiply",
        "05c": "slope_equals_height",
        "06": "error_is_a_gap",
        "07": "five_dials",
        "08": "saddle_cut_twice",
        "09a": "misses_become_squares",
        "09b": "dial_turned_too_far",
        "10": "tiles_become_one_story",
        "11": "swarm_of_balls",
    },
)
