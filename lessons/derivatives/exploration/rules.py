"""Clips 05a to 05c: what their beats show of the functions to which the rules are applied."""

from __future__ import annotations

from lessons.derivatives.c05a import numbers as c05a
from lessons.derivatives.c05b import numbers as c05b
from lessons.derivatives.c05c import numbers as c05c
from lessons.derivatives.exploration.states import at, at_each, closing, over
from lessons.exploration import BeatStates
from mathcore.formulas.functions import function


def powers_sums_products(n: c05a.Numbers) -> BeatStates:
    """Return the states of clip 05a: powers, a stretched graph, a sum and a product."""
    side, nudges = n.squares[0].side, n.nudges
    square = closing(n.parabola, side, nudges)
    cube = (at(n.powers[3], n.cube.side, n.cube.nudge),)
    flat = n.flat_triangle
    terms = n.sums[0].terms
    product = function(n.product_power)
    sides = (n.left_factor, n.right_factor)
    return {
        "square_grows": square[:1],
        "pieces_become_terms": square[:1],
        "corner_fades": square,
        "corner_leaves_nothing": square[::-1],
        "cube_grows": cube,
        "brackets_pick_one_nudge": tuple(
            at(power, n.product_at, nudges[-1]) for power in n.powers.values()
        ),
        "exponent_hops_down": tuple(at(power, n.product_at) for power in n.powers.values()),
        "constant_stays_flat": (
            *over(n.flat, flat),
            *(at(power, flat.p.x) for power in (n.reciprocal, n.root)),
        ),
        "graph_stretches": (
            *over(n.parabola, n.triangle),
            *over(n.stretched, n.stretched_triangle),
        ),
        "layers_grow": tuple(at(f, n.sum_at, nudges[0]) for f in (n.total, *terms)),
        "slopes_add_up": (
            *closing(n.total, n.sum_at, nudges[::-1]),
            *(at(term, n.sum_at, nudges[-1]) for term in terms),
        ),
        "rectangle_grows_two_ways": (
            *closing(product, n.product_at, nudges),
            *(at(side, n.product_at, nudges[0]) for side in sides),
        ),
        "product_checked": tuple(at(f, n.product_at) for f in (product, *sides)),
    }


def the_chain(n: c05b.Numbers) -> BeatStates:
    """Return the states of clip 05b: two machines, and the loss of a neuron by its weights."""
    first = n.nudges[0]
    shown, swept = n.nudge_at(n.shown_at, first.dx), n.nudge_at(n.shown_at, -n.shown_at)
    cell = n.neuron
    by_weight = f"(sigmoid({cell.x:g}*x {cell.b:+g}) - {cell.t:g})**2"
    by_bias = f"(sigmoid({cell.w * cell.x:g} + x) - {cell.t:g})**2"
    checks = at_each(n.chained, [check.point.x for check in n.checks])
    forward = (at(by_weight, cell.w), at("sigmoid(x)", cell.z), at(f"(x - {cell.t:g})**2", cell.a))
    return {
        "two_machines_in_a_row": (
            at(n.chained, shown.x, shown.dx),
            at(n.inner, shown.x, shown.dx),
            at(n.outer, shown.u, shown.du),
        ),
        "markers_follow": (
            at(n.chained, swept.x, swept.dx),
            at(n.inner, swept.x, swept.dx),
            at(n.outer, swept.u, swept.du),
        ),
        "first_lens_reads_three": closing(n.inner, n.at, [nudge.dx for nudge in n.nudges]),
        "second_lens_settles": closing(n.outer, first.u, [nudge.du for nudge in n.nudges]),
        "lenses_multiply": (
            *closing(n.chained, n.at, [nudge.dx for nudge in n.nudges[::-1]]),
            at(n.inner, n.at),
            at(n.outer, first.u),
        ),
        "inner_box_stays_whole": checks[:1],
        "two_quick_checks": checks,
        "general_chain": (checks[0], at(n.outer, first.u), at(n.outer, n.at)),
        "values_flow_forward": forward,
        "slopes_flow_back": (forward[0], at(by_bias, cell.b), *forward[1:]),
        "paths_add": (at(_loss_of_two_units(), c05b.PATHS_AT),),
    }


def _loss_of_two_units() -> str:
    """Return the loss of two hidden units as a function of their input."""
    units = zip(c05b.OUTWARD, c05b.INWARD, strict=True)
    output = " + ".join(f"{outward:g}*sigmoid({inward:g}*x)" for outward, inward in units)
    return f"({output} - {c05b.PATHS_TARGET:g})**2"


def five_functions(n: c05c.Numbers) -> BeatStates:
    """Return the states of clip 05c: exponentials, the logarithm, sine, cosine and the sigmoid."""
    heights = at_each(n.exponential, [tangent.point.x for tangent in n.heights])
    turned = (at(n.sine, n.angle, n.angle_nudge), at(n.cosine, n.angle, n.angle_nudge))
    quarters = n.degree_marks[:, 0]
    unit = n.heights[1].point.x
    sines = (at_each(n.sine, quarters), at_each(n.cosine, quarters))
    return {
        "bases_race": (*closing(n.two, 0.0, n.gaps), *closing(n.three, 0.0, n.gaps)),
        "slope_equals_height": (*heights, *closing(n.exponential, 0.0, n.gaps)),
        "mirror_swaps_run_and_rise": (
            *over(n.logarithm, n.mirrored_triangle),
            *over(n.exponential, n.tangent_triangle),
        ),
        "angle_nudge_lifts": turned,
        "angle_nudge_draws_back": (*turned[::-1], *sines[0], *sines[1]),
        "degrees_flatten": at_each(n.sine_in_degrees, (0.0, *n.degree_marks[:, 1])),
        "height_times_headroom": at_each(n.sigmoid, n.sigmoid_inputs),
        "sigmoid_in_three_lines": at_each(n.sigmoid, (0.0,)),
        "reference_card": tuple(at(f, unit) for f in n.card.values()),
    }
