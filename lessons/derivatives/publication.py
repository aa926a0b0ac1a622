"""What the lesson "Derivatives: the language of change" says of itself where it is published."""

from __future__ import annotations

from lessons.publication import WHOLE, Licence, Publication

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
    headlines={
        WHOLE: "The language of change",
        "00": "Which way, how fast?",
        "01": "One line, one slope",
        "02": "When lines bend",
        "03": "The gap closes",
        "04": "A slope everywhere",
        "05a": "Where powers come from",
        "05b": "Slopes multiply",
        "05c": "Slope equals height",
        "06": "How wrong is it?",
        "07": "Five learning rates",
        "08": "Which way is down?",
        "09a": "A line learns",
        "09b": "Why so slow?",
        "10": "From line to learning",
        "11": "What comes next",
    },
    summaries={
        WHOLE: (
            "From the slope of a line to the step by which a model learns: limits, derivatives, "
            "their rules, and gradient descent, in fifteen short clips."
        ),
        "00": "One knob, one error: the question that the whole lesson answers.",
        "01": "What a slope is, why a line has only one, and what its sign and size say.",
        "02": (
            "A curve has no single slope. Averages over a stretch, and why they hide what "
            "happens inside."
        ),
        "03": (
            "Two points move together, the gap closes, and the slopes settle on one number: a "
            "limit, from both sides, without ever dividing by zero."
        ),
        "04": (
            "The slope at every point is a new function. How to read it, and the places where "
            "there is none: corners, upright tangents, jumps."
        ),
        "05a": (
            "Where the power rule comes from, and the rules for multiples, sums and products, "
            "seen as pieces that grow."
        ),
        "05b": (
            "Functions one after another: why their slopes multiply, and how that becomes "
            "backpropagation."
        ),
        "05c": (
            "The slopes of exponential, logarithm, sine, cosine and sigmoid, each from a picture."
        ),
        "06": (
            "A dashboard for one point: quotient, slope and error, how the error shrinks with "
            "the gap, and where rounding takes over."
        ),
        "07": (
            "Level points, and a descent that follows the slope: what the learning rate does, "
            "and how large it may be."
        ),
        "08": (
            "Many knobs: partial slopes, the gradient, the steepest way, valleys, saddles and "
            "bowls."
        ),
        "09a": (
            "A line is fitted to points by gradient descent: errors, their squares, their mean, "
            "and the slopes that shrink it."
        ),
        "09b": (
            "Why the fit is slow: a narrow valley, two speeds, a learning rate that is too "
            "large, and the inputs that make the valley round."
        ),
        "10": "The whole story once more, from a line to a machine that learns.",
        "11": "Where this leads: longer strides, fewer votes, and speed that is remembered.",
    },
)
