"""What the voice says in clip 03, Closing in, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip
from lessons.question import Question

CLIP = Clip(
    number="03",
    slug="closing-in",
    title="Closing in",
    scene="ClosingIn",
    beats=(
        Beat(
            "points_fuse",
            9,
            "Tempting: put both points in the same place. Zero over zero. No line at all.",
            shows="On an upward curve, the second point slides onto the first, at 1; a line "
            "through that one point turns freely.",
            title="Zero over zero is no line",
        ),
        Beat(
            "points_part_by_a_hair",
            7,
            "So we never do that. We come close, and watch.",
            shows="A half-filled point comes close to the solid one; under a magnifying glass a "
            "small h keeps them apart.",
            title="Coming close instead",
        ),
        Beat(
            "gap_closes_from_the_right",
            15,
            "Close the gap, and read the slope each time. Four, three, two and a half, two "
            "point one, two point oh one: it is slowing down. Where is it heading?",
            shows="The half-filled point slides down the curve, then under a magnifying glass, as "
            "a table runs to h 0.001, slope 2.001.",
            title="Closing the gap from the right",
            asks=Question(
                "As the gap closes, the slopes read 4, 3, 2.5, 2.1, 2.01. Which number are "
                "they heading for?",
                "number",
                "limit",
                tolerance=0.005,
                decimals=1,
            ),
        ),
        Beat(
            "gap_closes_from_the_left",
            13,
            "Now from the other side, gap below zero: one, one and a half, one "
            "point nine, one point nine nine. Which number do both columns squeeze?",
            shows="The half-filled point climbs from the left; new rows fill upward towards an "
            "empty box, ending at slope 1.999.",
            title="Closing the gap from the left",
        ),
        Beat(
            "both_sides_meet",
            8,
            "Two. Never reached by any row, and yet there is no other candidate.",
            shows="The empty box fills, arrows point to it from above and below, and the dashed "
            "line becomes a solid tangent.",
            title="Both sides meet at two",
        ),
        Beat(
            "quotient_has_a_hole",
            12,
            "Plot the quotient against the gap: a straight line, "
            "with a single hole at gap zero. How sure is the two?",
            shows="Slopes land as dots; a line joins them, with a large open ring at height 2, "
            "where h has no value.",
            title="A quotient with one hole",
        ),
        Beat(
            "band_and_strip",
            12,
            "Ask for any tolerance. We can find gaps small enough to stay "
            "inside it, on both sides. That is what a limit promises.",
            shows="A horizontal band and a vertical strip narrow around the ring; pushed in, the "
            "picture repeats, down to 0.01.",
            title="Inside every tolerance",
        ),
        Beat(
            "one_becomes_x",
            8,
            "Nothing was special about one. What happens if we keep x?",
            shows="Beside the quotient, a square of side x plus h: inside, x squared, two strips, "
            "x h, and a corner, h squared.",
            title="Keep x instead of one",
        ),
        Beat(
            "squares_cancel",
            8,
            "Multiply out. The two x squares cancel.",
            shows="Areas fly into the formula; the big square vanishes with its two terms, "
            "leaving two strips and the corner.",
            title="The two squares cancel",
        ),
        Beat(
            "h_is_divided_away",
            10,
            "Every term carries an h. Since h is not zero, we may divide it away. What stays as "
            "h shrinks?",
            shows="The pieces join into one strip; divided by its height, h, it collapses to a "
            "bar of length 2 x plus h.",
            title="Dividing the gap away",
            asks=Question(
                "The slope of the secant is 2 x plus h. What stays as h shrinks to nothing?",
                "choice",
                "what_stays",
                choices=("nothing", "x", "2 x", "x squared"),
            ),
        ),
        Beat(
            "lone_h_shrinks",
            8,
            "Only now let the last h shrink to nothing. Two x stays: that is the slope.",
            shows="Over the bar, its lengths, 2 x plus h; the end piece shrinks to nothing; "
            "slope equals 2 x stands alone, large.",
            title="The last h shrinks",
        ),
        Beat(
            "slopes_at_every_point",
            10,
            "One calculation, every point: and the missing four sits at x equals two. "
            "How well does its tangent fit?",
            shows="Slope equals 2 x moves up; below it seven tangents along the parabola, each "
            "with its slope, from minus 6 to 6.",
            title="A slope at every point",
        ),
        # Not "the curve is its tangent": it never becomes straight, the gap only shrinks faster
        # than the window.
        Beat(
            "microscope",
            13,
            "Zoom in ten times, and the miss shrinks a hundredfold: half the window, squared. "
            "Close up, curve and tangent can hardly be told apart.",
            shows="The tangent at 2, laid level, in three windows side by side, 1 to 0.01 wide, "
            "with misses from 0.25 to 0.000025.",
            title="The tangent under a microscope",
        ),
        Beat(
            "tangent_meets_again",
            14,
            "This tangent meets its curve again, far to the left. A squared factor where it "
            "touches, a plain one where it crosses. Is it still a tangent?",
            shows="The cubic's tangent at 1 cuts it at minus 2; each factor of their difference "
            "flies to its point.",
            title="The tangent meets its curve again",
        ),
        Beat(
            "tangent_crosses_at_contact",
            9,
            "It is. A tangent may even cross where it touches. Only close up must it fit: "
            "a limit is local.",
            shows="The cubic's flat tangent at zero; the picture pushes in until both agree. End "
            "card: limit, the value approached; third box filled.",
            title="A tangent that crosses its curve",
        ),
    ),
)
