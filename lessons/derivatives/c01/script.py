"""What the voice says in clip 01, Lines and slopes, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="01",
    slug="lines-and-slopes",
    title="Lines and slopes",
    scene="LinesAndSlopes",
    beats=(
        Beat(
            "rows_become_dots",
            9,
            "Double it and add one. Four inputs, four outputs, four dots.",
            shows="A table fills with inputs 0 to 3 and outputs 1, 3, 5, 7; each row becomes a "
            "dot.",
            title="Four rows become four dots",
        ),
        Beat(
            "steps_repeat",
            8,
            "Look at the steps: one across, two up, and again, and again.",
            shows="A staircase climbs from dot to dot; brackets beside the table mark plus 1 and "
            "plus 2.",
            title="The same step again and again",
        ),
        Beat(
            "dots_become_a_line",
            8,
            "Fill in the inputs between, and the dots close up into a straight line.",
            shows="More and more dots crowd in between; the table gives way to y equals 2 x plus "
            "1.",
            title="The dots close into a line",
        ),
        Beat(
            "two_numbers_describe_it",
            9,
            "One number says how steeply it climbs, the other "
            "where it starts. How do you measure steepness?",
            shows="Below the equation appears y equals m x plus b; the crossing at height 1 and "
            "the staircase light up.",
            title="Two numbers describe a line",
        ),
        Beat(
            "rise_over_run",
            9,
            "Take two points. Measure across, measure up, and divide: two over one is two.",
            shows="A right triangle joins the points at heights 1 and 3, labelled delta x and "
            "delta y.",
            title="Rise over run",
        ),
        Beat(
            "triangle_travels",
            12,
            "Choose other points. The triangle grows and travels. What happens to the ratio?",
            shows="Both points slide along the line, leaving faint triangles; the readings "
            "change, up to 6 over 3.",
            title="The triangle grows and travels",
            asks=Question(
                "Other points, other triangles: what happens to rise over run as the "
                "triangle grows along the line?",
                "choice",
                "ratio_on_the_way",
                choices=("it grows", "it shrinks", "it stays the same"),
            ),
        ),
        # The question closes the beat before and the answer opens this one: the pause falls
        # between.
        Beat(
            "triangles_nest",
            8,
            "Nothing. It is one triangle at different sizes, and that is why a line has one slope.",
            shows="Three triangles share one corner, with runs 1, 2, 3 and rises 2, 4, 6.",
            title="One triangle at every size",
        ),
        Beat(
            "run_collapses",
            10,
            "One condition: the points must sit over "
            "different inputs. A vertical line has no slope.",
            shows="The line turns upright as its run shrinks to zero; the quotient, 4 over zero, "
            "reads undefined.",
            title="A vertical line has no slope",
        ),
        Beat(
            "line_turns",
            14,
            "Two: up two per step. Zero: level. Minus three: where does one step take you?",
            shows="A line pivots about one point, leaving faint copies; beside one step on the "
            "last, a question mark.",
            title="Slopes of two, zero, minus three",
            asks=Question(
                "The last line has the slope minus three. From height 1, one step to the "
                "right: at which height is the line then?",
                "number",
                "read_triangles.2.q.y",
                tolerance=0.2,
                decimals=0,
            ),
        ),
        Beat(
            "sign_and_size_part",
            9,
            "Three down. The sign says up or down. The "
            "size says how much output per unit of input.",
            shows="The point drops to the line; each slope splits into an arrow for direction and "
            "a bar for size.",
            title="What sign and size say",
        ),
        Beat(
            "triangle_becomes_a_tile",
            7,
            "A line has one rate, everywhere. What if we bend it?",
            shows="A small triangle flies into the first of eight empty tiles; a caption says "
            "slope, one rate everywhere.",
            title="A line has one rate",
        ),
    ),
)
