"""What the voice says in clip 04, The derivative, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="04",
    slug="the-derivative",
    title="The derivative",
    scene="TheDerivative",
    beats=(
        Beat(
            "quotient_gets_its_limit",
            12,
            "Freeze the recipe: build the quotient, let the gap close, keep what it approaches.",
            shows="The secant swings down to become the tangent at x; the formula, named f prime "
            "of x, is boxed.",
            title="The limit gets a name",
        ),
        Beat(
            "two_spellings",
            10,
            "Two spellings. The second remembers it began as a small rise over a small run.",
            shows="A triangle under the tangent shrinks to legs d x and d f; a second box spells d "
            "f over d x.",
            title="Two spellings of the derivative",
        ),
        Beat(
            "small_print_underlined",
            8,
            "Mind the small print: the limit has to exist. When might it fail?",
            shows="The limit sign stays lit; a question mark slides off the curve on to a corner, "
            "an upright stretch and a jump.",
            title="The limit has to exist",
        ),
        Beat(
            "slopes_draw_a_curve",
            14,
            "Slide the tangent along and write down each slope "
            "below. The list of slopes is a function itself.",
            shows="A tangent slides along x squared; below, its slope at each point traces the "
            "straight line 2 x.",
            title="Slopes draw a curve",
        ),
        Beat(
            "three_slopes_read",
            8,
            "Steep down reads minus four. Level reads zero. Climbing reads three.",
            shows="Three tangents, one steeply falling, one level, one climbing, are tied "
            "to points on the lower graph, each with its number.",
            title="Three slopes read off",
        ),
        Beat(
            "zeros_found_first",
            12,
            "Here is a curve that rises, falls, and rises again. "
            "Before its slopes appear: where must they cross zero?",
            shows="Above, x cubed minus 3 x rises, falls and rises; a line leaves five question "
            "marks on the axis below.",
            title="Looking for the zeros of slope",
            asks=Question(
                "Where on this curve must the slope be zero?",
                "choice",
                "where_slopes_vanish",
                choices=(
                    "where it crosses the axis",
                    "at its peak and its dip",
                    "where it is steepest",
                ),
            ),
        ),
        Beat(
            "marble_rides_the_ribbon",
            13,
            "Positive slope: uphill as you walk right. "
            "Negative: downhill. Zero: level for an instant.",
            shows="Level tangents drop dots onto the lower axis; then a marble rolls along, "
            "arrows mark its direction, and the slope is traced.",
            title="Uphill, downhill, level",
        ),
        Beat(
            "cliff_and_gentle_slope",
            10,
            "The size tells how quickly the height changes per "
            "unit of input. Nine is a cliff; about half is gentle.",
            shows="On one curve, a step of one unit along each of two tangents: a tower 9 high, "
            "and a drop of 0.57.",
            title="A cliff and a gentle slope",
        ),
        Beat(
            "five_pictures",
            12,
            "Rising, slow, falling, level, fast: five readings from one number. "
            "Keep these pictures. Does every point of every curve have such a number?",
            shows="A tangent stops at five places of one curve, rising, slow, falling, level "
            "and fast; a question asks for every point.",
            title="Five readings of one number",
        ),
        Beat(
            "corner_disagrees",
            14,
            "No. At a corner the two sides disagree for ever: no common value, so no derivative. "
            "Can a smooth curve fail too?",
            shows="Under a lens the tip of a V keeps its corner: slope 1 from the right, minus 1 "
            "from the left.",
            title="A corner has no derivative",
        ),
        Beat(
            "secant_stands_up",
            10,
            "It can. Here the quotient grows without bound: the tangent stands vertical.",
            shows="On a cube root a secant stands up as h shrinks: slopes 1, 4.6, 21.5, 100.",
            title="A tangent that stands upright",
        ),
        Beat(
            "jump_never_settles",
            9,
            "Worse still: across a jump, the slopes from one side run "
            "away. Slopes need unbroken curves, and more.",
            shows="At a jump the slope stays 0 from the right; from the left, ever steeper "
            "secants reach 1000; then three tiles.",
            title="No slope across a jump",
        ),
        # Positive slopes are enough for a rise, not needed: x³ rises through a level point.
        Beat(
            "endless_small_dips",
            15,
            "A positive slope at one point only compares it with its "
            "neighbours. Positive slopes all along a stretch guarantee a rise.",
            shows="A wiggly curve dips at every magnification; then a tangent climbs all along "
            "another curve; the fourth tile fills.",
            title="What a positive slope promises",
        ),
    ),
)
