"""What the voice says in clip 03, Closing in, beat by beat."""

from __future__ import annotations

from lessons.model import Beat, Clip

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
            "Close the gap, and read the slope each time. Four, three, two and a half, two "
            "point one, two point oh one: it is slowing down. Where is it heading?",
            shows="The open point slides down the curve; the dashed line tilts, as a table runs "
            "to h 0.001, slope 2.001.",
        ),
        Beat(
            "gap_closes_from_the_left",
            13,
            "Now from the other side, gap below zero: one, one and a half, one "
            "point nine, one point nine nine. Which number do both columns squeeze?",
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
            shows="Slopes fly out of the table and land as dots; a line joins them, with an open "
            "ring at height 2.",
        ),
        Beat(
            "band_and_strip",
            12,
            "Ask for any tolerance. We can find gaps small enough to stay "
            "inside it, on both sides. That is what a limit promises.",
            shows="A horizontal band and a vertical strip narrow around the ring; pushed in, the "
            "picture repeats, down to 0.01.",
        ),
        Beat(
            "one_becomes_x",
            8,
            "Nothing was special about one. What happens if we keep x?",
            shows="Beside the quotient, a square of side x gains two strips, x times h, and a "
            "corner, h squared.",
        ),
        Beat(
            "squares_cancel",
            8,
            "Multiply out. The two x squares cancel.",
            shows="Areas fly into the formula; the big square is struck out, leaving two strips "
            "and the corner.",
        ),
        Beat(
            "h_is_divided_away",
            10,
            "Every term carries an h. Since h is not zero, we may divide it away.",
            shows="The pieces join into one strip; divided by its height, h, its area leaves its "
            "width, 2 x plus h.",
        ),
        Beat(
            "lone_h_shrinks",
            8,
            "Only now let the last h shrink to nothing. What stays?",
            shows="The end piece and the height, both h, shrink together, until the strip is all "
            "but a line.",
        ),
        Beat(
            "slopes_at_every_point",
            9,
            "Two x. One calculation, every point: and the "
            "missing four from before sits at x equals two.",
            shows="A tangent slides along the parabola, filling a table at 1, 2, 3 and minus 3, "
            "then returns to 2.",
        ),
        # Not "the curve is its tangent": it never becomes straight, the gap only shrinks faster
        # than the window.
        Beat(
            "microscope",
            14,
            "Zoom in ten times, and the gap shrinks a hundredfold. "
            "Close up, curve and tangent can hardly be told apart.",
            shows="Around x equals 2, a window narrows from 1 to 0.01; the largest gap falls from "
            "0.25 to 0.000025.",
        ),
        Beat(
            "tangent_meets_again",
            14,
            "This tangent meets its curve again, far to the left. A squared factor where it "
            "touches, a plain one where it crosses. Is it still a tangent?",
            shows="The cubic's tangent at 1 cuts it at minus 2; each factor of their difference "
            "flies to its point.",
        ),
        Beat(
            "tangent_crosses_at_contact",
            9,
            "It is: the promise is local. A tangent may even cross "
            "where it touches. What counts is the close-up fit.",
            shows="The cubic's flat tangent at zero, curve below, then above it. End card: limit, "
            "the value approached; third box filled.",
        ),
    ),
)
