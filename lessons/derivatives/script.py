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
            shows="A dial's pointer swings clockwise from 2 to 2.1; a tall bar named J sinks from "
            "11 to 8.91.",
        ),
        Beat(
            "two_moves_make_a_ratio",
            10,
            "Two things matter: which way the error moved, and how much it moved per turn.",
            shows="Marked delta w on the dial and delta J on the bar give minus 2.09 over 0.1, "
            "minus 20.9.",
        ),
        Beat(
            "one_knob_among_many",
            9,
            "A small model has two knobs, a large one billions. Each asks: which way, how much?",
            shows="The dial shrinks into a grid of 24; its label reads minus 20.9, every other a "
            "question mark.",
        ),
        Beat(
            "ratio_settles",
            11,
            "Turn it less and less, and the ratio settles "
            "on one number. That number is a derivative.",
            shows="Beside dial and bar, a table lists minus 20.9, minus 21.89, minus 21.989, with "
            "an arrow to minus 22.",
        ),
        Beat(
            "map_appears",
            11,
            "We will earn that idea from scratch, then let it fit a line to data.",
            shows="On a falling curve of J against w, a tangent appears; then eight empty boxes: "
            "lines, curves, limits, rules, descent.",
        ),
    ),
)

LINES_AND_SLOPES = Clip(
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
        ),
        Beat(
            "steps_repeat",
            8,
            "Look at the steps: one across, two up, and again, and again.",
            shows="A staircase climbs from dot to dot; brackets beside the table mark plus 1 and "
            "plus 2.",
        ),
        Beat(
            "dots_become_a_line",
            8,
            "Fill in the inputs between, and the dots close up into a straight line.",
            shows="More and more dots crowd in between; the table gives way to y equals 2 x plus "
            "1.",
        ),
        Beat(
            "two_numbers_describe_it",
            9,
            "One number says how steeply it climbs, the other "
            "where it starts. How do you measure steepness?",
            shows="Below the equation appears y equals m x plus b; the crossing at height 1 and "
            "the staircase light up.",
        ),
        Beat(
            "rise_over_run",
            9,
            "Take two points. Measure across, measure up, and divide: two over one is two.",
            shows="A right triangle joins the points at heights 1 and 3, labelled delta x and "
            "delta y.",
        ),
        Beat(
            "triangle_travels",
            12,
            "Choose other points. The triangle grows and travels. What happens to the ratio?",
            shows="Both points slide along the line, leaving faint triangles; the readings "
            "change, up to 6 over 3.",
        ),
        # The question closes the beat before and the answer opens this one: the pause falls
        # between.
        Beat(
            "triangles_nest",
            8,
            "Nothing. It is one triangle at different sizes, and that is why a line has one slope.",
            shows="Three triangles share one corner, with runs 1, 2, 3 and rises 2, 4, 6.",
        ),
        Beat(
            "run_collapses",
            10,
            "One condition: the points must sit over "
            "different inputs. A vertical line has no slope.",
            shows="The line turns upright as its run shrinks to zero; the quotient, 4 over zero, "
            "reads undefined.",
        ),
        Beat(
            "line_turns",
            14,
            "Two: up two per step. Zero: level. Minus three: where does one step take you?",
            shows="A line pivots about one point, leaving faint copies; beside one step on the "
            "last, a question mark.",
        ),
        Beat(
            "sign_and_size_part",
            9,
            "Three down. The sign says up or down. The "
            "size says how much output per unit of input.",
            shows="The point drops to the line; each slope splits into an arrow for direction and "
            "a bar for size.",
        ),
        Beat(
            "triangle_becomes_a_tile",
            7,
            "A line has one rate, everywhere. What if we bend it?",
            shows="A small triangle flies into the first of eight empty tiles; a caption says "
            "slope, one rate everywhere.",
        ),
    ),
)

WHEN_LINES_BEND = Clip(
    number="02",
    slug="when-lines-bend",
    title="When lines bend",
    scene="WhenLinesBend",
    beats=(
        # Seven rows, not five: every run of the next beat begins and ends at a dot that was
        # computed.
        Beat(
            "dots_refuse_a_line",
            9,
            "Square the input instead. Can any straight edge fit these dots?",
            shows="A table of x squared fills from minus 3 to 3; a straight edge meets just two "
            "of seven dots.",
        ),
        Beat(
            "rises_disagree",
            13,
            "None can. Same step across each time, but look at the "
            "rises: down five, three, one; then up one, three, five.",
            shows="A curve joins the dots; a step walks along it, and each rise becomes a bar "
            "beside it.",
        ),
        Beat(
            "bars_tilt_into_chords",
            8,
            "Falling steeply on the left, nearly level in "
            "the middle, climbing steeply on the right.",
            shows="The bars tilt and fly onto the curve, forming a chain of dashed chords.",
        ),
        # One slope may serve many points on other curves: only x² never repeats one.
        Beat(
            "sign_and_size_chips",
            9,
            "On this curve no slope ever repeats; on others it can. Is one number enough?",
            shows="At minus 3, a tangent falls 6 in one step; at zero, it is level. A wave carries "
            "three parallel ones.",
        ),
        Beat(
            "secant_joins_two_points",
            9,
            "For a pair of points it is. Join one and three: across two, up eight, a rate of four.",
            shows="A triangle with a dashed secant stands on the curve; beside it, 9 minus 1 over "
            "3 minus 1.",
        ),
        Beat(
            "numbers_become_letters",
            10,
            "Call the start x and the gap h. The same picture becomes a formula.",
            shows="Axis numbers turn into x, x plus h, and their f values; the fraction becomes a "
            "difference over h.",
        ),
        Beat(
            "gap_points_left",
            8,
            "The gap may point left, too. Only zero is forbidden: what would you divide by?",
            shows="The triangle vanishes and only h not equal to zero stands; then h reads minus "
            "1.5, left of the point.",
        ),
        Beat(
            "three_paths_one_average",
            13,
            "Three different journeys, one average. An "
            "average remembers the ends and forgets the way.",
            shows="A curve, a straight line and a wiggle share the same two ends; each earns "
            "average rate 4.",
        ),
        Beat(
            "parallel_line_kisses",
            10,
            "Somewhere on the way, the curve itself must run "
            "at exactly four. How would we measure it there?",
            shows="A tangent parallel to the secant touches at x equals 2; then the secant fills "
            "the second tile.",
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
            shows="On an upward curve, the second point slides down onto the first, at 1; the "
            "joining line vanishes.",
        ),
        Beat(
            "points_part_by_a_hair",
            7,
            "So we never do that. We come close, and watch.",
            shows="An open point leaves the solid one until h is 2, trailing a dashed line; h "
            "must not be zero.",
        ),
        Beat(
            "gap_closes_from_the_right",
            15,
            "Close the gap. Four, three, two and a half, two "
            "point one: it is slowing down. Where is it heading?",
            shows="The open point slides down the curve; the dashed line tilts, as a table runs "
            "to h 0.001, slope 2.001.",
        ),
        Beat(
            "gap_closes_from_the_left",
            12,
            "Now from the other side: one, one and a half, one "
            "point nine. Which number do both columns squeeze?",
            shows="The open point climbs from the left; new rows fill upward towards an empty "
            "box, ending at slope 1.999.",
        ),
        Beat(
            "both_sides_meet",
            8,
            "Two. Never reached by any row, and yet there is no other candidate.",
            shows="The empty box fills, arrows point to it from above and below, and the dashed "
            "line becomes a solid tangent.",
        ),
        Beat(
            "quotient_has_a_hole",
            12,
            "Plot the quotient against the gap: a straight line, "
            "with a single hole at gap zero. How sure is the two?",
            shows="Table entries fly out as dots on a graph; a line joins them, with an open ring "
            "at height 2.",
        ),
        Beat(
            "band_and_strip",
            12,
            "Ask for any tolerance. We can find gaps small enough to stay "
            "inside it, on both sides. That is what a limit promises.",
            shows="A horizontal band and a vertical strip narrow around the ring; a close-up "
            "shows the line within 0.01.",
        ),
        Beat(
            "one_becomes_x",
            9,
            "Nothing was special about one. What happens if we keep x?",
            shows="Beside the quotient, a square of side x gains two strips, x times h, and a "
            "corner, h squared.",
        ),
        Beat(
            "squares_cancel",
            9,
            "Multiply out. The two x squares cancel.",
            shows="The big square fades away, leaving an L shape: two strips and the corner.",
        ),
        Beat(
            "h_is_divided_away",
            10,
            "Every term carries an h. Since h is not zero, we may divide it away.",
            shows="The pieces join into one strip of height h, which flattens to a line: 2 x plus "
            "h.",
        ),
        Beat(
            "lone_h_shrinks",
            9,
            "Only now let the last h shrink to nothing. What stays?",
            shows="The short end piece, h, shrinks away; the rest turns yellow, the colour of "
            "limits.",
        ),
        Beat(
            "slopes_at_every_point",
            9,
            "Two x. One calculation, every point: and the "
            "missing four from before sits at x equals two.",
            shows="A tangent slides along the parabola, filling a table at 1, 2, 3 and minus 3, "
            "then returns.",
        ),
        # Not "the curve is its tangent": it never becomes straight, the gap only shrinks faster
        # than the window.
        Beat(
            "microscope",
            14,
            "Zoom in ten times, and the gap shrinks a hundredfold. "
            "Close up, curve and tangent can hardly be told apart.",
            shows="Around x equals 2, a window narrows from 4 to 0.01; the largest gap falls from "
            "4 to 0.000025.",
        ),
        Beat(
            "tangent_meets_again",
            12,
            "This tangent meets its curve again, far to the left. Is it still a tangent?",
            shows="The cubic's tangent at 1 cuts it at minus 2; their difference factors, with x "
            "minus 1 squared.",
        ),
        Beat(
            "tangent_crosses_at_contact",
            9,
            "It is: the promise is local. A tangent may even cross "
            "where it touches. What counts is the close-up fit.",
            shows="The cubic's tangent at zero lies flat along the axis. End card: limit, the "
            "value approached; third box filled.",
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
            shows="The secant swings down to become the tangent at x; the formula, named f prime "
            "of x, is boxed.",
        ),
        Beat(
            "two_spellings",
            10,
            "Two spellings. The second remembers it began as a small rise over a small run.",
            shows="A small triangle stands at the point of tangency; below the box appears d f "
            "over d x.",
        ),
        Beat(
            "small_print_underlined",
            8,
            "Mind the small print: the limit has to exist. When might it fail?",
            shows="Everything dims except the limit sign; beneath the box, underlined: if the "
            "limit exists.",
        ),
        Beat(
            "slopes_draw_a_curve",
            14,
            "Slide the tangent along and write down each slope "
            "below. The list of slopes is a function itself.",
            shows="A tangent slides along x squared; below, its slope at each point traces the "
            "straight line 2 x.",
        ),
        Beat(
            "three_slopes_read",
            8,
            "Steep down reads minus four. Level reads zero. Climbing reads three.",
            shows="Three tangents, one steeply falling, one level, one climbing, are tied by "
            "dotted lines to points on the lower graph.",
        ),
        Beat(
            "zeros_found_first",
            12,
            "Here is a curve that rises, falls, and rises again. "
            "Before its slopes appear: where must they cross zero?",
            shows="Above, x cubed minus 3 x; level tangents at minus 1 and 1 drop dots onto the "
            "axis below.",
        ),
        Beat(
            "marble_rides_the_ribbon",
            13,
            "Positive slope: uphill as you walk right. "
            "Negative: downhill. Zero: level for an instant.",
            shows="A marble rolls along; arrows between the graphs mark its direction as 3 x "
            "squared minus 3 is traced below.",
        ),
        Beat(
            "cliff_and_gentle_slope",
            10,
            "The size tells how quickly the height changes per "
            "unit of input. Nine is a cliff; about half is gentle.",
            shows="A long bar with an upward arrow belongs to a steep point; a short one, "
            "pointing downward, to a gentle one.",
        ),
        Beat(
            "five_pictures",
            12,
            "Five readings from one number. Keep these pictures. "
            "Does every point of every curve have such a number?",
            shows="Five points leave the curve as small pictures: rising, falling, level, fast "
            "and slow.",
        ),
        Beat(
            "corner_disagrees",
            14,
            "No. At a corner the two sides disagree for ever: no common value, so no derivative.",
            shows="On a V, secants from the right always measure 1, from the left minus 1, "
            "however small h is.",
        ),
        Beat(
            "secant_stands_up",
            10,
            "Here the quotient grows without bound: the tangent stands vertical. Can it get worse?",
            shows="A steep S curve: its slopes run 1, 4.64, 21.54, 100 in a table as the secant "
            "turns upright.",
        ),
        Beat(
            "jump_never_settles",
            9,
            "It can: across a jump, the slopes from one side run "
            "away. Slopes need unbroken curves, and more.",
            shows="The secant turns upright; from one side the table repeats zero, from the other "
            "it grows from 1 to 1000.",
        ),
        # Positive slopes are enough for a rise, not needed: x³ rises through a level point.
        Beat(
            "endless_small_dips",
            15,
            "A positive slope at one point only compares it with its "
            "neighbours. Positive slopes all along a stretch guarantee a rise.",
            shows="Near zero a wiggly rising curve hugs its tangent, its short falling pieces "
            "marked; then the fourth tile fills.",
        ),
    ),
)

RULES_POWERS_SUMS_PRODUCTS = Clip(
    number="05a",
    slug="rules-powers-sums-products",
    title="Rules I: powers, multiples, sums, products",
    scene="RulesPowersSumsProducts",
    beats=(
        # Δx while the nudge is finite, d only for what the limit leaves: clip 04 has just said
        # that df/dx is a limit.
        Beat(
            "square_grows",
            9,
            "Picture x squared as a real square, and lengthen its sides a little.",
            shows="A square of side 3 gains a strip on top, a strip at the right and a corner "
            "piece.",
        ),
        Beat(
            "pieces_become_terms",
            11,
            "The new area: two slivers and a tiny corner. May we forget the corner?",
            shows="The pieces part and their labels become delta f equals 2 x delta x plus delta "
            "x squared.",
        ),
        Beat(
            "corner_fades",
            13,
            "Shrink the nudge. The slivers shrink in step with it; the corner shrinks much faster.",
            shows="Strips thin; a bar and table give the corner's share of delta f: 7.69, 1.64, "
            "then 0.17 percent.",
        ),
        Beat(
            "corner_leaves_nothing",
            9,
            "Per unit of nudge, the corner leaves nothing behind: two x, as before. And a cube?",
            shows="The formula is divided by delta x; its last delta x fades and the corner "
            "square vanishes.",
        ),
        Beat(
            "cube_grows",
            11,
            "A cube grows by three faces. Its edges and its corner fade too fast to count.",
            shows="A cube's added slabs, rods and small corner drift apart; rods and corner "
            "vanish, leaving 3 x squared.",
        ),
        # One pick carries no nudge at all: the old power, which cancels.
        Beat(
            "brackets_pick_one_nudge",
            13,
            "Multiply n brackets. There are n ways to pick exactly "
            "one nudge; every other pick has none, or two and more.",
            shows="Under a row of brackets, each line picks delta x from another bracket: n lines "
            "in all.",
        ),
        Beat(
            "exponent_hops_down",
            13,
            "So the exponent steps down in front and leaves "
            "one fewer behind. Does that hold for every power?",
            shows="Rows appear: x squared, x cubed, x to the tenth and x, each with an arrow to "
            "its derivative.",
        ),
        # "Where it is defined" would let in the cube root at zero, which has no slope there.
        Beat(
            "constant_stays_flat",
            10,
            "A constant has no rise at all. Negative powers must "
            "avoid zero, and fractional ones need a positive x.",
            shows="A level line at height 5 carries a short delta x; beside it, the slopes of "
            "1 over x and root x.",
        ),
        Beat(
            "graph_stretches",
            12,
            "Stretch a graph three times taller. Every rise "
            "triples, every run stays. What happens to the slope?",
            shows="A parabola stretches upward; over the same run, its rise grows from 1.25 to "
            "3.75, three stacked copies.",
        ),
        Beat(
            "layers_grow",
            14,
            "It triples. And a sum stacks heights, so it stacks rises: "
            "nudge the input, and each layer grows by its own amount.",
            shows="Bars for x cubed, 5 x squared, minus 2 x and 7 form stairs to f; tabled rises "
            "total 0.1108.",
        ),
        Beat(
            "slopes_add_up",
            11,
            "Add the slopes, layer by layer: three, ten, minus "
            "two. Eleven. Do products multiply their slopes, then?",
            shows="Beside the bars, a table sets rise over delta x, 3.03, 10.05, minus 2, zero, "
            "against the slopes.",
        ),
        Beat(
            "rectangle_grows_two_ways",
            14,
            "They do not. A rectangle grows along two sides: two "
            "slivers, each side times the other's growth, added.",
            shows="A rectangle, u by v, gains two strips and a corner; they thin out, and the "
            "corner's term turns grey.",
        ),
        Beat(
            "product_checked",
            11,
            "Test it on a case we know. Both routes give five x to the fourth.",
            shows="The rule is worked through for x squared times x cubed. End card: powers, "
            "sums, multiples, products; fifth box filled.",
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
            shows="Three number lines, one below another, are linked by arrows: x 0.2 leads to u "
            "1.6, then y 6.5536.",
        ),
        Beat(
            "markers_follow",
            10,
            "Move the first marker, and the others must follow. By how much?",
            shows="The top marker slides right and back; the middle marker swings wider and the "
            "bottom one wider still.",
        ),
        Beat(
            "first_lens_reads_three",
            13,
            "A nudge on top becomes three times that in the middle. Always three: it is a line.",
            shows="The x marker slides; delta x stays 0.1, delta u 0.3, and a round lens reads "
            "times 3.",
        ),
        # The nudge in the middle is laid end to end under the one below: the eye can count what
        # the lens reads.
        Beat(
            "second_lens_settles",
            12,
            "The second machine's magnification depends on where u sits, "
            "and settles as the nudge shrinks. How do the two combine?",
            shows="A second, dashed lens reads 21.595; all lines magnify a hundredfold, and it "
            "turns solid at 16.384.",
        ),
        Beat(
            "lenses_multiply",
            13,
            "Magnify, then magnify again. Magnifications multiply: "
            "three times sixteen and a bit. That is the chain rule.",
            shows="The two lenses slide together into a third, times 49.152; a table falls "
            "towards it from 64.785.",
        ),
        Beat(
            "inner_box_stays_whole",
            12,
            "Slope of the outer, with the inner left inside it, times slope of the inner.",
            shows="A box holding u sits inside a fourth power; u becomes 3 x plus 1, giving 12 "
            "times its cube.",
        ),
        # One graph and one scale for both slopes: in windows of their own 768 would look flatter
        # than 12.
        Beat(
            "two_quick_checks",
            9,
            "At zero that gives twelve; at one, seven hundred "
            "and sixty-eight. Where is the outer slope read?",
            shows="On the curve of 3 x plus 1 to the fourth, a nearly flat tangent appears, then "
            "a steep one.",
        ),
        # The condition, spoken: both slopes must exist where they are read.
        Beat(
            "general_chain",
            10,
            "At the inner's output. Forgetting that is the "
            "classic slip. And both slopes must exist there.",
            shows="A question mark in f prime's bracket becomes g of x; a grey line with x "
            "instead is marked unequal.",
        ),
        Beat(
            "values_flow_forward",
            13,
            "A miniature neuron: weigh, squash, compare with "
            "the target. Values flow forward. What flows back?",
            shows="Circles w and b, both 0, feed z, 0; then a, 0.5, and the loss L, 0.25; target "
            "1.",
        ),
        Beat(
            "slopes_flow_back",
            14,
            "Slopes do, multiplying as they go. The shared part is worked out once and reused.",
            shows="Lenses appear on the arrows, times minus 1, 0.25, 1 and 1; both w and b "
            "receive minus 0.25.",
        ),
        Beat(
            "paths_add",
            10,
            "Where paths meet, add. Multiply along, add across, reuse: that is backpropagation.",
            shows="Two routes of arrows run back from L to x: minus 0.0505 and 0.0604. End card: "
            "magnifications multiply; sixth box filled.",
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
            shows="Two rising curves cross at height 1; a table reaches slopes 0.693 and 1.099, "
            "and a third curve settles between.",
        ),
        Beat(
            "slope_equals_height",
            12,
            "We call it e, about two point seven. Its slope "
            "equals its height, everywhere. And its mirror image?",
            shows="Tangents and upright lines stand at 0, 1 and 2; a table pairs 1, 2.718 and "
            "7.389 with themselves.",
        ),
        # "Positive" belongs to the rule: the mirror image has no other inputs.
        Beat(
            "mirror_swaps_run_and_rise",
            13,
            "Run and rise trade places, so the slope turns "
            "upside down: one over x, for every positive x.",
            shows="The exponential flips over the diagonal into the logarithm; a slope of 2 "
            "becomes one half, its triangle turned over.",
        ),
        Beat(
            "angle_nudge_lifts",
            14,
            "Nudge the angle. The height gains a sliver, and similar "
            "triangles say its share is cosine. And sideways?",
            shows="On a quarter circle, a copy of the angle's triangle turns onto the nudge; "
            "dotted lines reach the graph.",
        ),
        Beat(
            "angle_nudge_draws_back",
            12,
            "The sideways part shrinks by sine: hence the minus sign.",
            shows="The sine side turns onto the nudge's triangle, pointing left; then slopes below "
            "the sine trace a cosine, below that, minus sine.",
        ),
        Beat(
            "degrees_flatten",
            9,
            "All this in radians. In degrees every slope shrinks by a factor of about fifty-seven.",
            shows="Axis labels change to 90, 180, 270 and 360 degrees; the slope curve collapses "
            "almost flat, peak 0.01745.",
        ),
        Beat(
            "height_times_headroom",
            13,
            "The sigmoid's slope is its height times its head-room. Where is that product largest?",
            shows="A tangent slides along an S curve; beside it, the bar for the slope swells, "
            "then shrinks.",
        ),
        Beat(
            "sigmoid_in_three_lines",
            12,
            "In the middle: one quarter. Power rule outside, "
            "exponential inside: the chain rule writes it for us.",
            shows="Three formula lines appear: sigma; its outer slope times its inner slope; then "
            "sigma times 1 minus sigma.",
        ),
        Beat(
            "reference_card",
            12,
            "Keep this card. Almost everything ahead is built from these and the rules.",
            shows="Five rows show a curve, its name, its derivative and the derivative's curve: "
            "exponential, logarithm, sine, cosine, sigmoid.",
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

DOWNHILL = Clip(
    number="07",
    slug="downhill",
    title="Downhill in one dimension",
    scene="Downhill",
    beats=(
        Beat(
            "three_level_points",
            13,
            "Three curves, all level at zero. What tells them apart?",
            shows="Graphs of x squared, minus x squared and x cubed each gain a flat tangent and "
            "a question mark.",
        ),
        Beat(
            "saddle_is_sent_away",
            10,
            "The slope's signs on either side. The third pauses and "
            "carries on: an inflection. Saddles need two variables.",
            shows="Strips read minus plus, plus minus, plus plus, labelled minimum, maximum, "
            "level inflection; a saddle-shaped surface appears on the right.",
        ),
        Beat(
            "shelf_and_corner",
            12,
            "Shelves are level too, and a corner can be lowest "
            "with no slope at all. Check those as well.",
            shows="Two more graphs join, a flat shelf and absolute x; braces mark four as "
            "stationary, all five as critical.",
        ),
        Beat(
            "slope_vanishes_at_two",
            11,
            "Find where the slope vanishes: at two. The "
            "height there is one. Is that truly the lowest?",
            shows="A parabola stands above its slope line, 2 x minus 4; a dotted line joins zero "
            "slope to lowest point.",
        ),
        Beat(
            "square_plus_one",
            12,
            "Falling before, rising after. Or rewrite it: a square plus one never gets below one.",
            shows="A vertical bar from height 1 up to the curve follows a ball moving from 5 to "
            "minus 1.",
        ),
        Beat(
            "computer_checks_the_signs",
            13,
            "Let the computer solve for the level point and check the "
            "signs, not write in the answer. Could a ball find it?",
            shows="Seven code lines light up in turn; the output reads x 2, f 1, slope minus 2 to "
            "2.",
        ),
        Beat(
            "slope_is_a_compass",
            12,
            "It could. On the right the slope is positive, so "
            "go left. On the left it is negative, so go right.",
            shows="Balls sit at x equals 5 and x equals 0 with tangents; below, horizontal arrows "
            "point inward from each.",
        ),
        Beat(
            "step_too_long",
            14,
            "Right direction, far too long a step: we land higher than "
            "we began. The promise holds for small steps. How small?",
            shows="From 2.1, height 1.01, a ball jumps to 1.1, height 1.81; then a shorter step "
            "reaches 2, height 1.",
        ),
        Beat(
            "dial_scales_the_step",
            12,
            "Make the step proportional to the slope, with a dial for length. Descent in one line.",
            shows="A dial turns to alpha 0.10, the step arrow changes length, and the formula for "
            "the new x appears.",
        ),
        Beat(
            "distance_shrinks_by_a_fifth",
            14,
            "Each step keeps eighty per cent of the distance left: long "
            "strides first, tiny ones at the end. And another dial?",
            shows="The ball hops from 5 through 4.4 and 3.92 to 2.983; bars of its distance to the "
            "lowest point shorten.",
        ),
        Beat(
            "five_dials",
            16,
            "Same hill, five dials. Glide; straight there; "
            "overshoot but settle; bounce for ever; fly away.",
            shows="Five parabolas with alpha 0.1, 0.5, 0.9, 1.0 and 1.1 show ball trails, with "
            "bars for the distances below.",
        ),
        Beat(
            "safe_factors",
            10,
            "The factor must stay between minus one and one: curvature "
            "sets the speed limit. Does every start reach the bottom?",
            shows="On a line of factors, alphas 0.1, 0.5 and 0.9 lie inside the band, 1.0 on its "
            "edge, 1.1 outside.",
        ),
        Beat(
            "two_valleys",
            14,
            "Where you start decides where you end. Descent "
            "finds a valley, not always the deepest.",
            shows="Balls on a two-valley curve roll down, parting at 0.126, and gather at minus "
            "1.473, the deeper, and 1.347.",
        ),
        Beat(
            "level_ground_stalls",
            9,
            "And on level ground it slows to a crawl, minimum or not.",
            shows="On x cubed, a ball's hops shrink towards 0; a card reads: step against it, "
            "small enough, above eight tiles.",
        ),
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
            shows="Two dials set a dot on a square plane; a twisted sheet rises, lifting the dot "
            "over 2, 1.",
        ),
        Beat(
            "first_slice",
            14,
            "Hold the second knob still. What is left is an "
            "ordinary curve, with an ordinary slope: seven.",
            shows="A cut at w 2 equals 1 shows a curve; a ball runs along it, then a tangent "
            "appears.",
        ),
        Beat(
            "second_slice",
            13,
            "Now hold the first. The other cut has slope eight. "
            "The curly d says: everything else held still.",
            shows="The view switches to the cut at w 1 equals 2, with a tangent at w 2 equals 1.",
        ),
        Beat(
            "frozen_symbol",
            11,
            "In the formula, the frozen knob behaves like a "
            "plain number. What do two slopes make together?",
            shows="Two derivations, one below the other; boxes mark the frozen letters, and the "
            "results read 7 and 8.",
        ),
        Beat(
            "slopes_stack_into_an_arrow",
            10,
            "Stack them into an arrow on the map: seven across, eight up. That is the gradient.",
            shows="On a contour map, a horizontal and a vertical arrow from 2, 1 join into a "
            "diagonal one, drawn seven times shorter.",
        ),
        Beat(
            "needle_turns_round",
            15,
            "Turn around on the spot and measure the slope "
            "in every direction. Which way is steepest?",
            shows="A needle sweeps a full turn, as long as the slope is large: it traces two "
            "touching circles, uphill and downhill.",
        ),
        Beat(
            "length_is_the_steepest_slope",
            11,
            "Exactly along the arrow. Its length is that steepest "
            "slope, and at right angles the ground is level.",
            shows="The needle stops at 48.8 degrees, reading 10.63, then at 138.8 degrees along "
            "the contour, reading 0.",
        ),
        Beat(
            "gradient_small_print",
            8,
            "This needs a smooth landscape, ordinary "
            "distances, and a place that is not already level.",
            shows="The arrow stands on its contour; beside it, three conditions: differentiable, "
            "gradient not zero, ordinary distance.",
        ),
        Beat(
            "height_nears_zero",
            13,
            "Follow minus the gradient. Down, down, in ever shorter steps, to nearly zero. Done?",
            shows="From the upper right a ball takes 3 shrinking steps over the contours; heights "
            "read 7.75, 1.88, 0.40, 0.01.",
        ),
        Beat(
            "ball_slides_off_sideways",
            11,
            "No. It slides off sideways, and the height keeps falling, below zero and without end.",
            shows="The ball turns and runs to the lower right, off the map; after 25 steps the "
            "height reads minus 7.34.",
        ),
        Beat(
            "saddle_cut_twice",
            14,
            "Along one diagonal it is a valley, along the other a ridge. "
            "A saddle: level, yet no minimum. Who reaches the centre?",
            shows="Two curves are drawn across the surface, one bending up with curvature 5, one "
            "down with curvature minus 1.",
        ),
        Beat(
            "only_from_the_diagonal",
            9,
            "Only starts balanced exactly on the diagonal, halving their distance at every step.",
            shows="On the map, a ball starts at 1, 1 and hops along the diagonal; coordinates "
            "shrink to 0.0625.",
        ),
        Beat(
            "surface_becomes_a_bowl",
            10,
            "Weaken the coupling, and both diagonals bend upward. Now there is a bottom.",
            shows="The middle coefficient drops from 3 to 1 and the sheet reshapes; the "
            "curvatures become 3 and 1.",
        ),
        Beat(
            "fast_across_slow_along",
            14,
            "Each arrow leaves its contour at a right angle. Fast "
            "across the valley, then slowly along it. Why so slowly?",
            shows="On oval contours, a chain of ever shorter arrows bends towards the centre; "
            "heights fall from 7 to 0.05.",
        ),
        Beat(
            "two_factors",
            9,
            "One direction keeps forty per cent per step, the "
            "other eighty. The flattest direction sets the pace.",
            shows="Both diagonals are drawn; bars for one shrink to 0.064 and for the other only "
            "to 0.512.",
        ),
        Beat(
            "column_of_slopes",
            13,
            "With a million knobs there is no landscape to draw. But "
            "the list works: sign says which way, size says how much.",
            shows="Eight dials in a column, each with an up or down arrow and a bar, turn by "
            "matching amounts.",
        ),
        Beat(
            "gradient_becomes_a_tile",
            8,
            "One list of slopes, one step against it, repeat.",
            shows="A card reads gradient, one slope per knob; below, a tile of contours with an "
            "arrow lights up among eight.",
        ),
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
            shows="Dots climb from 1, 5 to 5, 17; dials at w 2, b 4 set a dashed line nearby.",
        ),
        Beat(
            "misses_become_squares",
            12,
            "For each point, predicted minus actual. Square it, so misses on both sides count.",
            shows="Vertical gaps marked plus 1, 0, minus 1, minus 2 and minus 3 grow into squares "
            "with those sides.",
        ),
        # "Loss" for the average: "error" is already the miss of one point.
        Beat(
            "squares_average_into_one",
            9,
            "Average the squares: one number for how bad this line is, its loss.",
            shows="The squares move right, become five equal squares of area 3, and merge into "
            "one, labelled J.",
        ),
        Beat(
            "settings_fill_a_bowl",
            13,
            "Every line is one point on the right, its loss a height. "
            "All lines together make a bowl. Which way is down?",
            shows="As the dials turn, a dot traces curves over a plane, which fill into a surface; "
            "its bottom is marked.",
        ),
        Beat(
            "chain_rule_at_one_point",
            15,
            "Chain rule, one point at a time. Outer slope: twice the "
            "error. Inner slope: x for the first knob, one for the second.",
            shows="For the point at x equals 5, a diagram leads from w and b through error minus "
            "3 to 9.",
        ),
        Beat(
            "slopes_average_too",
            10,
            "Average over the points, and both slopes are ready. What do they say at zero?",
            shows="Two formulas: 2 over m, the number of points, times the sum of error times x, "
            "or times 1.",
        ),
        # Both sums are doubled and averaged before they are slopes: minus 195 becomes minus 78.
        Beat(
            "first_gradient",
            15,
            "Five misses, all too low. Weigh them by x, double, average: "
            "minus seventy-eight. Unweighted: minus twenty-two.",
            shows="The line lies flat on the axis; a table lists errors minus 5 to minus 17, "
            "summing to minus 55.",
        ),
        Beat(
            "first_step",
            12,
            "One small step against it, and the loss falls from one "
            "hundred and thirty-nine to eighty-one. And after ten?",
            shows="On a contour map an arrow leads from 0, 0 to 0.78, 0.22, and the line tilts up.",
        ),
        Beat(
            "ten_steps",
            14,
            "Again, and again. Ten steps, and over ninety-nine per cent of the loss is gone.",
            shows="The dot makes shortening hops to w 3.07, b 0.89, short of the centre; the line "
            "almost meets the dots.",
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
            shows="The program is shown, its loop line lit; below, in a box, the expected line "
            "with a question mark.",
        ),
        Beat(
            "printed_line",
            10,
            "It prints three point oh five five and one point eight. Close, but no. Is it a bug?",
            shows="The last line of the program lights up, and its output is set under the "
            "expected one.",
        ),
        Beat(
            "misses_magnified",
            12,
            "No bug. On the plot you could not tell. Magnify the "
            "misses: the line tilts about a pivot near three point six.",
            shows="Beside the data, five errors grow fifty times, from minus 0.144 to plus 0.077, "
            "balanced on a small wedge.",
        ),
        Beat(
            "narrow_valley",
            14,
            "Here is why. The bowl is a narrow valley. Ten steps cross "
            "it; hundreds creep along its floor. How slow is that creep?",
            shows="On a contour map of w and b, a ball crosses long thin ovals, then turns along "
            "them towards 3, 2.",
        ),
        Beat(
            "two_speeds",
            14,
            "Across, each step keeps about three quarters. Along, it keeps ninety- "
            "nine point seven per cent. Halving takes two hundred and five steps.",
            shows="Two lines cross the map; beside it, one bar empties almost at once, the other "
            "shrinks to half.",
        ),
        Beat(
            "counter_spins",
            10,
            "Four correct decimals take two thousand nine hundred and forty- "
            "nine steps. The algebra predicted that number. Can we hurry?",
            shows="An epoch counter races while the printed line settles; beneath, an inequality "
            "gives k greater than 2948.5.",
        ),
        Beat(
            "dial_turned_too_far",
            15,
            "Turn the dial up: faster, faster, until the steep direction rebels. Past "
            "two over the largest curvature, it diverges. What else can we change?",
            shows="A dial turns; the table reads 1472, then 586 epochs. At 0.09 the ball leaps "
            "ever farther across the valley.",
        ),
        Beat(
            "valley_becomes_round",
            14,
            "The inputs. Centre and scale them, and the valley "
            "becomes round. With the right dial: one step, done.",
            shows="Five input dots gather around zero; on a map of circles, one arrow reaches the "
            "centre; converted, w 3, b 2.",
        ),
        Beat(
            "three_honest_prints",
            12,
            "Three honest fixes: more steps, a larger dial, or better "
            "inputs. Each prints what it says. Did we need descent at all?",
            shows="Three code boxes appear in turn, with 2949, 500 and 1 epochs; all show 3.0000 "
            "x plus 2.0000.",
        ),
        Beat(
            "solved_directly",
            10,
            "Not here: a straight line can be solved directly. "
            "Descent earns its keep when no formula exists.",
            shows="Both slopes set to zero make two equations, which give 3 and 2; the dashed line "
            "through the data becomes solid.",
        ),
    ),
)

THE_WHOLE_STORY = Clip(
    number="10",
    slug="the-whole-story",
    title="The whole story on one page",
    scene="TheWholeStory",
    beats=(
        Beat(
            "line_tile",
            9,
            "A line has one rate: rise over run, wherever you look.",
            shows="A triangle with run 1 and rise 0.5 sits on a line; the card shrinks to the "
            "first tile.",
        ),
        Beat(
            "secant_tile",
            8,
            "A curve gives averages, one for each gap. What happens as the gap closes?",
            shows="A secant stands on a curve, with its slope and its gap beside it; the second "
            "tile is filled.",
        ),
        Beat(
            "limit_tile",
            9,
            "The averages approach a value, the limit, whether or not any of them reaches it.",
            shows="Two bands, one upright and one level, frame a hole in a line at height 2; "
            "third tile.",
        ),
        Beat(
            "tangent_tile",
            9,
            "That value is the derivative: the slope of the curve seen up close.",
            shows="A tangent touches a curve, and a magnifying window shows the same point; "
            "fourth tile.",
        ),
        Beat(
            "rules_tile",
            10,
            "Rules spare us the limit: step the exponent down, "
            "add, stretch, and two slivers for products.",
            shows="Four rules stand beside a rectangle with two strips and a tiny corner; fifth "
            "tile.",
        ),
        Beat(
            "chain_tile",
            9,
            "Chained machines multiply their magnifications. And with many knobs?",
            shows="A short bar widens twice, through lenses marked times 3 and times 2, together "
            "times 6; sixth tile.",
        ),
        Beat(
            "gradient_tile",
            10,
            "One slope for each, stacked into an arrow that points uphill.",
            shows="On oval contours, a sideways arrow of 2.5 and an upright one of 2 combine; "
            "seventh tile.",
        ),
        Beat(
            "descent_tile",
            11,
            "Step against the arrow, with a step the curvature allows, and models learn.",
            shows="A ball steps down a bowl, each step shorter, alpha 0.2; the eighth and last "
            "tile is filled.",
        ),
        Beat(
            "tiles_become_one_story",
            9,
            "Not every model learns this way. But an astonishing number do.",
            shows="A bright path lights up from tile to tile, linking all eight pictures.",
        ),
    ),
)

NEXT = Clip(
    number="11",
    slug="next",
    title="Next",
    scene="Next",
    beats=(
        # One start and one map for each dial: balls set apart to be seen would stand at losses
        # that are not theirs.
        Beat(
            "swarm_of_balls",
            9,
            "You have the step. The next lesson makes an engine out of it.",
            shows="Three dials and maps: after 12 steps the smallest creeps, the middle nears the "
            "valley, the largest leaps across.",
        ),
        Beat(
            "three_questions",
            11,
            "How long a stride? Must every data point vote "
            "each time? And can we remember our speed?",
            shows="Three cards: a ball on a bowl, a line refitted to a few dots, two paths into a "
            "valley, without and with.",
        ),
        Beat(
            "practice_card",
            9,
            "Before you go: differentiate this one by hand, then check it with a tiny nudge.",
            shows="A card asks for f prime of 1, f being 2 x squared plus 1, cubed; at last: 108 "
            "and 108.20.",
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
