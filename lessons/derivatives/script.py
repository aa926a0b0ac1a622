"""The script of "Derivatives: the language of change": what is said, in which order, for how long.

Each beat is one line of voice and one scene method of the same name. The seconds are planned and
include the quiet at the beat's end. Two rules of the voice decide most of the wording: a question
comes at least every 40 seconds, and it closes its beat, so that the pause for thinking falls before
the next line answers. A comment stands where a handier phrase would have been wrong.
"""

from __future__ import annotations

from datetime import date

from lessons.model import Beat, Clip, Lesson

ONE_QUESTION = Clip(
    number="00",
    slug="one-question",
    title="One question",
    scene="OneQuestion",
    beats=(
        Beat(
            "knob_turns_error_drops",
            9,
            "Here is a knob inside a model. We turn it a little, and the error drops.",
        ),
        Beat(
            "two_moves_make_a_ratio",
            10,
            "Two things matter: which way the error moved, and how much it moved per turn.",
        ),
        Beat(
            "one_knob_among_many",
            9,
            "A small model has two knobs, a large one billions. Each asks: which way, how much?",
        ),
        Beat(
            "ratio_settles",
            11,
            "Turn it less and less, and the ratio settles "
            "on one number. That number is a derivative.",
        ),
        Beat(
            "map_appears",
            11,
            "We will earn that idea from scratch, then let it fit a line to data.",
        ),
    ),
)

LINES_AND_SLOPES = Clip(
    number="01",
    slug="lines-and-slopes",
    title="Lines and slopes",
    scene="LinesAndSlopes",
    beats=(
        Beat("rows_become_dots", 9, "Double it and add one. Four inputs, four outputs, four dots."),
        Beat("steps_repeat", 8, "Look at the steps: one across, two up, and again, and again."),
        Beat(
            "dots_become_a_line",
            8,
            "Fill in the inputs between, and the dots close up into a straight line.",
        ),
        Beat(
            "two_numbers_describe_it",
            9,
            "One number says how steeply it climbs, the other "
            "where it starts. How do you measure steepness?",
        ),
        Beat(
            "rise_over_run",
            9,
            "Take two points. Measure across, measure up, and divide: two over one is two.",
        ),
        Beat(
            "triangle_travels",
            12,
            "Choose other points. The triangle grows and travels. What happens to the ratio?",
        ),
        # The question closes the beat before and the answer opens this one: the pause falls
        # between.
        Beat(
            "triangles_nest",
            8,
            "Nothing. It is one triangle at different sizes, and that is why a line has one slope.",
        ),
        Beat(
            "run_collapses",
            10,
            "One condition: the points must sit over "
            "different inputs. A vertical line has no slope.",
        ),
        Beat(
            "line_turns",
            14,
            "Two: up two per step. Zero: level. Minus three: where does one step take you?",
        ),
        Beat(
            "sign_and_size_part",
            9,
            "Three down. The sign says up or down. The "
            "size says how much output per unit of input.",
        ),
        Beat("triangle_becomes_a_tile", 7, "A line has one rate, everywhere. What if we bend it?"),
    ),
)

WHEN_LINES_BEND = Clip(
    number="02",
    slug="when-lines-bend",
    title="When lines bend",
    scene="WhenLinesBend",
    beats=(
        Beat(
            "dots_refuse_a_line",
            9,
            "Square the input instead. Can any straight edge fit these dots?",
        ),
        Beat(
            "rises_disagree",
            13,
            "None can. Same step across each time, but look at the "
            "rises: down five, three, one; then up one, three, five.",
        ),
        Beat(
            "bars_tilt_into_chords",
            8,
            "Falling steeply on the left, nearly level in "
            "the middle, climbing steeply on the right.",
        ),
        # One slope may serve many points on other curves: only x² never repeats one.
        Beat(
            "sign_and_size_chips",
            9,
            "On this curve no slope ever repeats; on others it can. Is one number enough?",
        ),
        Beat(
            "secant_joins_two_points",
            9,
            "For a pair of points it is. Join one and three: across two, up eight, a rate of four.",
        ),
        Beat(
            "numbers_become_letters",
            10,
            "Call the start x and the gap h. The same picture becomes a formula.",
        ),
        Beat(
            "gap_points_left",
            8,
            "The gap may point left, too. Only zero is forbidden: what would you divide by?",
        ),
        Beat(
            "three_paths_one_average",
            13,
            "Three different journeys, one average. An "
            "average remembers the ends and forgets the way.",
        ),
        Beat(
            "parallel_line_kisses",
            10,
            "Somewhere on the way, the curve itself must run "
            "at exactly four. How would we measure it there?",
        ),
    ),
)

CLOSING_IN = Clip(
    number="03",
    slug="closing-in",
    title="Closing in",
    scene="ClosingIn",
    beats=(
        Beat(
            "points_fuse",
            9,
            "Tempting: put both points in the same place. Zero over zero. No line at all.",
        ),
        Beat("points_part_by_a_hair", 7, "So we never do that. We come close, and watch."),
        Beat(
            "gap_closes_from_the_right",
            15,
            "Close the gap. Four, three, two and a half, two "
            "point one: it is slowing down. Where is it heading?",
        ),
        Beat(
            "gap_closes_from_the_left",
            12,
            "Now from the other side: one, one and a half, one "
            "point nine. Which number do both columns squeeze?",
        ),
        Beat(
            "both_sides_meet",
            8,
            "Two. Never reached by any row, and yet there is no other candidate.",
        ),
        Beat(
            "quotient_has_a_hole",
            12,
            "Plot the quotient against the gap: a straight line, "
            "with a single hole at gap zero. How sure is the two?",
        ),
        Beat(
            "band_and_strip",
            12,
            "Ask for any tolerance. We can find gaps small enough to stay "
            "inside it, on both sides. That is what a limit promises.",
        ),
        Beat("one_becomes_x", 9, "Nothing was special about one. What happens if we keep x?"),
        Beat("squares_cancel", 9, "Multiply out. The two x squares cancel."),
        Beat(
            "h_is_divided_away",
            10,
            "Every term carries an h. Since h is not zero, we may divide it away.",
        ),
        Beat("lone_h_shrinks", 9, "Only now let the last h shrink to nothing. What stays?"),
        Beat(
            "slopes_at_every_point",
            9,
            "Two x. One calculation, every point: and the "
            "missing four from before sits at x equals two.",
        ),
        # Not "the curve is its tangent": it never becomes straight, the gap only shrinks faster
        # than the window.
        Beat(
            "microscope",
            14,
            "Zoom in ten times, and the gap shrinks a hundredfold. "
            "Close up, curve and tangent can hardly be told apart.",
        ),
        Beat(
            "tangent_meets_again",
            12,
            "This tangent meets its curve again, far to the left. Is it still a tangent?",
        ),
        Beat(
            "tangent_crosses_at_contact",
            9,
            "It is: the promise is local. A tangent may even cross "
            "where it touches. What counts is the close-up fit.",
        ),
    ),
)

THE_DERIVATIVE = Clip(
    number="04",
    slug="the-derivative",
    title="The derivative",
    scene="TheDerivative",
    beats=(
        Beat(
            "quotient_gets_its_limit",
            12,
            "Freeze the recipe: build the quotient, let the gap close, keep what it approaches.",
        ),
        Beat(
            "two_spellings",
            10,
            "Two spellings. The second remembers it began as a small rise over a small run.",
        ),
        Beat(
            "small_print_underlined",
            8,
            "Mind the small print: the limit has to exist. When might it fail?",
        ),
        Beat(
            "slopes_draw_a_curve",
            14,
            "Slide the tangent along and write down each slope "
            "below. The list of slopes is a function itself.",
        ),
        Beat(
            "three_slopes_read",
            8,
            "Steep down reads minus four. Level reads zero. Climbing reads three.",
        ),
        Beat(
            "zeros_found_first",
            12,
            "Here is a curve that rises, falls, and rises again. "
            "Before its slopes appear: where must they cross zero?",
        ),
        Beat(
            "marble_rides_the_ribbon",
            13,
            "Positive slope: uphill as you walk right. "
            "Negative: downhill. Zero: level for an instant.",
        ),
        Beat(
            "cliff_and_gentle_slope",
            10,
            "The size tells how quickly the height changes per "
            "unit of input. Nine is a cliff; about half is gentle.",
        ),
        Beat(
            "five_pictures",
            12,
            "Five readings from one number. Keep these pictures. "
            "Does every point of every curve have such a number?",
        ),
        Beat(
            "corner_disagrees",
            14,
            "No. At a corner the two sides disagree for ever: no common value, so no derivative.",
        ),
        Beat(
            "secant_stands_up",
            10,
            "Here the quotient grows without bound: the tangent stands vertical. Can it get worse?",
        ),
        Beat(
            "jump_never_settles",
            9,
            "It can: across a jump there is nothing to settle "
            "on. Slopes need unbroken curves, and more.",
        ),
        # Positive slopes are enough for a rise, not needed: x³ rises through a level point.
        Beat(
            "endless_small_dips",
            15,
            "A positive slope at one point only compares it with its "
            "neighbours. Positive slopes all along a stretch guarantee a rise.",
        ),
    ),
)

RULES_POWERS_SUMS_PRODUCTS = Clip(
    number="05a",
    slug="rules-powers-sums-products",
    title="Rules I: powers, multiples, sums, products",
    scene="RulesPowersSumsProducts",
    beats=(
        Beat(
            "square_grows",
            9,
            "Picture x squared as a real square, and lengthen its sides a little.",
        ),
        Beat(
            "pieces_become_terms",
            11,
            "The new area: two slivers and a tiny corner. May we forget the corner?",
        ),
        Beat(
            "corner_fades",
            13,
            "Shrink the nudge. The slivers shrink in step with it; the corner shrinks much faster.",
        ),
        Beat(
            "corner_leaves_nothing",
            9,
            "Per unit of nudge, the corner leaves nothing behind: two x, as before. And a cube?",
        ),
        Beat(
            "cube_grows",
            11,
            "A cube grows by three faces. Its edges and its corner fade too fast to count.",
        ),
        # One pick carries no nudge at all: the old power, which cancels.
        Beat(
            "brackets_pick_one_nudge",
            13,
            "Multiply n brackets. There are n ways to pick exactly "
            "one nudge; every other pick has none, or two and more.",
        ),
        Beat(
            "exponent_hops_down",
            13,
            "So the exponent steps down in front and leaves "
            "one fewer behind. Does that hold for every power?",
        ),
        # "Where it is defined" would let in the cube root at zero, which has no slope there.
        Beat(
            "constant_stays_flat",
            10,
            "A constant has no rise at all. Negative powers must "
            "avoid zero, and fractional ones need a positive x.",
        ),
        Beat(
            "graph_stretches",
            12,
            "Stretch a graph three times taller. Every rise "
            "triples, every run stays. What happens to the slope?",
        ),
        Beat(
            "layers_grow",
            14,
            "It triples. And a sum stacks heights, so it stacks rises: "
            "nudge the input, and each layer grows by its own amount.",
        ),
        Beat(
            "slopes_add_up",
            11,
            "Add the slopes, layer by layer: three, ten, minus "
            "two. Eleven. Do products multiply their slopes, then?",
        ),
        Beat(
            "rectangle_grows_two_ways",
            14,
            "They do not. A rectangle grows along two sides: two "
            "slivers, each side times the other's growth, added.",
        ),
        Beat(
            "product_checked",
            11,
            "Test it on a case we know. Both routes give five x to the fourth.",
        ),
    ),
)

RULES_THE_CHAIN = Clip(
    number="05b",
    slug="rules-the-chain",
    title="Rules II: the chain",
    scene="RulesTheChain",
    beats=(
        Beat(
            "two_machines_in_a_row",
            11,
            "One machine feeds another. The first triples "
            "and adds one; the second takes a fourth power.",
        ),
        Beat(
            "markers_follow",
            10,
            "Move the first marker, and the others must follow. By how much?",
        ),
        Beat(
            "first_lens_reads_three",
            13,
            "A nudge on top becomes three times that in the middle. Always three: it is a line.",
        ),
        Beat(
            "second_lens_settles",
            12,
            "The second machine's magnification depends on where u sits, "
            "and settles as the nudge shrinks. How do the two combine?",
        ),
        Beat(
            "lenses_multiply",
            13,
            "Magnify, then magnify again. Magnifications multiply: "
            "three times sixteen and a bit. That is the chain rule.",
        ),
        Beat(
            "inner_box_stays_whole",
            12,
            "Slope of the outer, with the inner left inside it, times slope of the inner.",
        ),
        Beat(
            "two_quick_checks",
            9,
            "At zero that gives twelve; at one, seven hundred "
            "and sixty-eight. Where is the outer slope read?",
        ),
        # The condition, spoken: both slopes must exist where they are read.
        Beat(
            "general_chain",
            10,
            "At the inner's output. Forgetting that is the "
            "classic slip. And both slopes must exist there.",
        ),
        Beat(
            "values_flow_forward",
            13,
            "A miniature neuron: weigh, squash, compare with "
            "the target. Values flow forward. What flows back?",
        ),
        Beat(
            "slopes_flow_back",
            14,
            "Slopes do, multiplying as they go. The shared part is worked out once and reused.",
        ),
        Beat(
            "paths_add",
            10,
            "Where paths meet, add. Multiply along, add across, reuse: that is backpropagation.",
        ),
    ),
)

RULES_FIVE_FUNCTIONS = Clip(
    number="05c",
    slug="rules-five-functions",
    title="Rules III: five functions worth knowing",
    scene="RulesFiveFunctions",
    beats=(
        Beat(
            "bases_race",
            13,
            "Leaving zero, base two climbs at less than one, base "
            "three at more. Which base leaves at exactly one?",
        ),
        Beat(
            "slope_equals_height",
            12,
            "We call it e, about two point seven. Its slope "
            "equals its height, everywhere. And its mirror image?",
        ),
        # "Positive" belongs to the rule: the mirror image has no other inputs.
        Beat(
            "mirror_swaps_run_and_rise",
            13,
            "Run and rise trade places, so the slope turns "
            "upside down: one over x, for every positive x.",
        ),
        Beat(
            "angle_nudge_lifts",
            14,
            "Nudge the angle. The height gains a sliver, and similar "
            "triangles say its share is cosine. And sideways?",
        ),
        Beat(
            "angle_nudge_draws_back",
            12,
            "The sideways part shrinks by sine: hence the minus sign.",
        ),
        Beat(
            "degrees_flatten",
            9,
            "All this in radians. In degrees every slope shrinks by a factor of about fifty-seven.",
        ),
        Beat(
            "height_times_headroom",
            13,
            "The sigmoid's slope is its height times its head-room. Where is that product largest?",
        ),
        Beat(
            "sigmoid_in_three_lines",
            12,
            "In the middle: one quarter. Power rule outside, "
            "exponential inside: the chain rule writes it for us.",
        ),
        Beat(
            "reference_card",
            12,
            "Keep this card. Almost everything ahead is built from these and the rules.",
        ),
    ),
)

THE_EXPLORER = Clip(
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
        ),
        Beat(
            "error_is_a_gap",
            9,
            "Too steep by one and a half: the curve bends away. How fast can that error shrink?",
        ),
        # The secant nears the tangent and never becomes it.
        Beat(
            "error_shrinks_with_the_gap",
            15,
            "Shrink the gap tenfold, and the error shrinks tenfold. "
            "The dashes close up as the secant nears the tangent.",
        ),
        Beat(
            "half_the_gap_times_bending",
            12,
            "For this parabola the error is the gap itself. Elsewhere it "
            "is roughly half the gap times the bending. Can we do better?",
        ),
        Beat(
            "both_sides_cancel",
            11,
            "Reach out equally on both sides, and the bending cancels. For parabolas, exactly.",
        ),
        Beat(
            "point_moves_columns_switch",
            15,
            "Now move the point. Rising, then level at zero, then falling. Which way is downhill?",
        ),
        # Stepping against the slope lowers the curve only when the step is small enough.
        Beat(
            "balls_step_against_the_slope",
            12,
            "Rising: step left. Falling: step right. Level: stay. "
            "Always against the slope, and in small enough steps.",
        ),
        Beat(
            "rounding_eats_the_difference",
            13,
            "One warning from real machines. Below a certain gap, "
            "rounding eats the difference, and the answer falls apart.",
        ),
    ),
)

DOWNHILL = Clip(
    number="07",
    slug="downhill",
    title="Downhill in one dimension",
    scene="Downhill",
    beats=(
        Beat("three_level_points", 13, "Three curves, all level at zero. What tells them apart?"),
        Beat(
            "saddle_is_sent_away",
            10,
            "The slope's signs on either side. The third pauses and "
            "carries on: an inflection. Saddles need two variables.",
        ),
        Beat(
            "shelf_and_corner",
            12,
            "Shelves are level too, and a corner can be lowest "
            "with no slope at all. Check those as well.",
        ),
        Beat(
            "slope_vanishes_at_two",
            11,
            "Find where the slope vanishes: at two. The "
            "height there is one. Is that truly the lowest?",
        ),
        Beat(
            "square_plus_one",
            12,
            "Falling before, rising after. Or rewrite it: a square plus one never gets below one.",
        ),
        Beat(
            "computer_checks_the_signs",
            13,
            "Let the computer solve for the level point and check the "
            "signs, not write in the answer. Could a ball find it?",
        ),
        Beat(
            "slope_is_a_compass",
            12,
            "It could. On the right the slope is positive, so "
            "go left. On the left it is negative, so go right.",
        ),
        Beat(
            "step_too_long",
            14,
            "Right direction, far too long a step: we land higher than "
            "we began. The promise holds for small steps. How small?",
        ),
        Beat(
            "dial_scales_the_step",
            12,
            "Make the step proportional to the slope, with a dial for length. Descent in one line.",
        ),
        Beat(
            "distance_shrinks_by_a_fifth",
            14,
            "Each step keeps eighty per cent of the distance left: long "
            "strides first, tiny ones at the end. And another dial?",
        ),
        Beat(
            "five_dials",
            16,
            "Same hill, five dials. Glide; straight there; "
            "overshoot but settle; bounce for ever; fly away.",
        ),
        Beat(
            "safe_factors",
            10,
            "The factor must stay between minus one and one: curvature "
            "sets the speed limit. Does every start reach the bottom?",
        ),
        Beat(
            "two_valleys",
            14,
            "Where you start decides where you end. Descent "
            "finds a valley, not always the deepest.",
        ),
        Beat("level_ground_stalls", 9, "And on level ground it slows to a crawl, minimum or not."),
    ),
)

MANY_KNOBS = Clip(
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
        ),
        Beat(
            "first_slice",
            14,
            "Hold the second knob still. What is left is an "
            "ordinary curve, with an ordinary slope: seven.",
        ),
        Beat(
            "second_slice",
            13,
            "Now hold the first. The other cut has slope eight. "
            "The curly d says: everything else held still.",
        ),
        Beat(
            "frozen_symbol",
            11,
            "In the formula, the frozen knob behaves like a "
            "plain number. What do two slopes make together?",
        ),
        Beat(
            "slopes_stack_into_an_arrow",
            10,
            "Stack them into an arrow on the map: seven across, eight up. That is the gradient.",
        ),
        Beat(
            "needle_turns_round",
            15,
            "Turn around on the spot and measure the slope "
            "in every direction. Which way is steepest?",
        ),
        Beat(
            "length_is_the_steepest_slope",
            11,
            "Exactly along the arrow. Its length is that steepest "
            "slope, and at right angles the ground is level.",
        ),
        Beat(
            "gradient_small_print",
            8,
            "This needs a smooth landscape, ordinary "
            "distances, and a place that is not already level.",
        ),
        Beat(
            "nearly_level_at_the_centre",
            13,
            "Follow minus the gradient. Down, down, nearly level at the centre. Done?",
        ),
        Beat(
            "ball_slides_off_sideways",
            11,
            "No. It slides off sideways, and the height keeps falling, below zero and without end.",
        ),
        Beat(
            "saddle_cut_twice",
            14,
            "Along one diagonal it is a valley, along the other a ridge. "
            "A saddle: level, yet no minimum. Who reaches the centre?",
        ),
        Beat(
            "only_from_the_diagonal",
            9,
            "Only starts balanced exactly on the diagonal, halving their distance at every step.",
        ),
        Beat(
            "surface_becomes_a_bowl",
            10,
            "Weaken the coupling, and both diagonals bend upward. Now there is a bottom.",
        ),
        Beat(
            "fast_across_slow_along",
            14,
            "Each arrow crosses the contours at right angles. Fast "
            "across the valley, then slowly along it. Why so slowly?",
        ),
        Beat(
            "two_factors",
            9,
            "One direction keeps forty per cent per step, the "
            "other eighty. The flattest direction sets the pace.",
        ),
        Beat(
            "column_of_slopes",
            13,
            "With a million knobs there is no landscape to draw. But "
            "the list works: sign says which way, size says how much.",
        ),
        Beat("gradient_becomes_a_tile", 8, "One list of slopes, one step against it, repeat."),
    ),
)

REGRESSION_THE_MACHINE = Clip(
    number="09a",
    slug="regression-the-machine",
    title="Regression: the machine is built",
    scene="RegressionTheMachine",
    beats=(
        Beat(
            "line_on_two_dials",
            10,
            "Five points, and a line with two knobs. Which setting fits?",
        ),
        Beat(
            "misses_become_squares",
            12,
            "For each point, predicted minus actual. Square it, so misses on both sides count.",
        ),
        # "Loss" for the average: "error" is already the miss of one point.
        Beat(
            "squares_average_into_one",
            9,
            "Average the squares: one number for how bad this line is, its loss.",
        ),
        Beat(
            "settings_fill_a_bowl",
            13,
            "Every line is one point on the right, its loss a height. "
            "All lines together make a bowl. Which way is down?",
        ),
        Beat(
            "chain_rule_at_one_point",
            15,
            "Chain rule, one point at a time. Outer slope: twice the "
            "error. Inner slope: x for the first knob, one for the second.",
        ),
        Beat(
            "slopes_average_too",
            10,
            "Average over the points, and both slopes are ready. What do they say at zero?",
        ),
        # Both sums are doubled and averaged before they are slopes: minus 195 becomes minus 78.
        Beat(
            "first_gradient",
            15,
            "Five misses, all too low. Weigh them by x, double, average: "
            "minus seventy-eight. Unweighted: minus twenty-two.",
        ),
        Beat(
            "first_step",
            12,
            "One small step against it, and the loss falls from one "
            "hundred and thirty-nine to eighty-one. And after ten?",
        ),
        Beat(
            "ten_steps",
            14,
            "Again, and again. Ten steps, and over ninety-nine per cent of the loss is gone.",
        ),
    ),
)

REGRESSION_THE_SURPRISE = Clip(
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
        ),
        Beat(
            "printed_line",
            10,
            "It prints three point oh five five and one point eight. Close, but no. Is it a bug?",
        ),
        Beat(
            "misses_magnified",
            12,
            "No bug. On the plot you could not tell. Magnify the "
            "misses: the line tilts about a pivot near three point six.",
        ),
        Beat(
            "narrow_valley",
            14,
            "Here is why. The bowl is a narrow valley. Ten steps cross "
            "it; hundreds creep along its floor. How slow is that creep?",
        ),
        Beat(
            "two_speeds",
            14,
            "Across, each step keeps about three quarters. Along, it keeps ninety- "
            "nine point seven per cent. Halving takes two hundred and five steps.",
        ),
        Beat(
            "counter_spins",
            10,
            "Four correct decimals take two thousand nine hundred and forty- "
            "nine steps. The algebra predicted that number. Can we hurry?",
        ),
        Beat(
            "dial_turned_too_far",
            15,
            "Turn the dial up: faster, faster, until the steep direction rebels. Past "
            "two over the largest curvature, it diverges. What else can we change?",
        ),
        Beat(
            "valley_becomes_round",
            14,
            "The inputs. Centre and scale them, and the valley "
            "becomes round. With the right dial: one step, done.",
        ),
        Beat(
            "three_honest_prints",
            12,
            "Three honest fixes: more steps, a larger dial, or better "
            "inputs. Each prints what it says. Did we need descent at all?",
        ),
        Beat(
            "solved_directly",
            10,
            "Not here: a straight line can be solved directly. "
            "Descent earns its keep when no formula exists.",
        ),
    ),
)

THE_WHOLE_STORY = Clip(
    number="10",
    slug="the-whole-story",
    title="The whole story on one page",
    scene="TheWholeStory",
    beats=(
        Beat("line_tile", 9, "A line has one rate: rise over run, wherever you look."),
        Beat(
            "secant_tile",
            8,
            "A curve gives averages, one for each gap. What happens as the gap closes?",
        ),
        Beat(
            "limit_tile",
            9,
            "The averages approach a value, the limit, whether or not any of them reaches it.",
        ),
        Beat(
            "tangent_tile",
            9,
            "That value is the derivative: the slope of the curve seen up close.",
        ),
        Beat(
            "rules_tile",
            10,
            "Rules spare us the limit: step the exponent down, "
            "add, stretch, and two slivers for products.",
        ),
        Beat(
            "chain_tile",
            9,
            "Chained machines multiply their magnifications. And with many knobs?",
        ),
        Beat("gradient_tile", 10, "One slope for each, stacked into an arrow that points uphill."),
        Beat(
            "descent_tile",
            11,
            "Step against the arrow, with a step the curvature allows, and models learn.",
        ),
        Beat(
            "tiles_become_one_story",
            9,
            "Not every model learns this way. But an astonishing number do.",
        ),
    ),
)

NEXT = Clip(
    number="11",
    slug="next",
    title="Next",
    scene="Next",
    beats=(
        Beat("swarm_of_balls", 9, "You have the step. The next lesson makes an engine out of it."),
        Beat(
            "three_questions",
            11,
            "How long a stride? Must every data point vote "
            "each time? And can we remember our speed?",
        ),
        Beat(
            "practice_card",
            9,
            "Before you go: differentiate this one by hand, then check it with a tiny nudge.",
        ),
    ),
)

LESSON = Lesson(
    slug="derivatives",
    title="Derivatives",
    subtitle="The language of change",
    author="Chau Dara",
    publisher="TFDevs",
    course="AI & ML Bootcamp",
    language="en",
    published=date(2026, 4, 10),
    scenes="scenes.derivatives",
    clips=(
        ONE_QUESTION,
        LINES_AND_SLOPES,
        WHEN_LINES_BEND,
        CLOSING_IN,
        THE_DERIVATIVE,
        RULES_POWERS_SUMS_PRODUCTS,
        RULES_THE_CHAIN,
        RULES_FIVE_FUNCTIONS,
        THE_EXPLORER,
        DOWNHILL,
        MANY_KNOBS,
        REGRESSION_THE_MACHINE,
        REGRESSION_THE_SURPRISE,
        THE_WHOLE_STORY,
        NEXT,
    ),
)
