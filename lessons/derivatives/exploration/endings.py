"""Clips 10 and 11: the whole story in eight pictures, and what a pupil can try next."""

from __future__ import annotations

from lessons.derivatives.c10 import numbers as c10
from lessons.derivatives.c11 import numbers as c11
from lessons.derivatives.exploration.states import (
    NEAR,
    States,
    at,
    closing,
    cut,
    exact,
    fitted,
    over,
    rolled,
    slice_at,
)
from lessons.exploration import BeatStates
from mathcore.formulas.functions import function
from mathcore.formulas.symbolic import X
from mathcore.optimization.regression import dataset


def the_whole_story(n: c10.Numbers) -> BeatStates:
    """Return the states of clip 10: one picture of each clip before."""
    parabola, here = n.limit.parabola, n.limit.at
    inner, outer = n.machines
    tangent = (at(parabola, here, n.near_gap),)
    walks = tuple(
        rolled(n.hill, path.points[0], path.alpha, path.steps) for path in (n.walk, n.rebel)
    )
    gradient = _slopes_of_the_bowl(n)
    tiles: dict[str, States] = {
        "line_tile": over(n.line, n.travelling(0.0), n.travelling(1.0), n.growing(1.0)),
        "secant_tile": closing(parabola, here, n.gaps[::-1]),
        "limit_tile": closing(parabola, here, n.averages[::-1, 0]),
        "tangent_tile": (*tangent, at(parabola, here, n.gaps[-1])),
        "rules_tile": (at(function(X**n.power), here), *tangent),
        "chain_tile": (
            at(function(outer.expression.subs(outer.variable, inner.expression)), 0.0),
            at(inner, 0.0),
            at(outer, inner(0.0)),
        ),
        "descent_tile": walks,
        "gradient_tile": gradient,
    }
    return {
        **tiles,
        "tiles_become_one_story": (*tangent, *(states[0] for states in tiles.values())),
    }


def _slopes_of_the_bowl(n: c10.Numbers) -> States:
    """Return the bowl along each knob, and along the arrow that both slopes make."""
    arrow = [exact(part) for part in n.uphill.tolist()]
    size = sum(part**2 for part in arrow) ** exact(0.5)
    return (
        *(at(slice_at(n.bowl, knob, n.uphill_at), n.uphill_at[knob]) for knob in (0, 1)),
        at(cut(n.bowl, n.uphill_at, [part / size for part in arrow]), 0.0),
    )


def next_time(n: c11.Numbers) -> BeatStates:
    """Return the states of clip 11: three dials, strides and batches, and a slope to find."""
    cloud = dataset(n.cloud[:, 0], n.cloud[:, 1])
    return {
        "swarm_of_balls": tuple(
            state
            for path in n.paths
            for state in fitted(n.knob.data, path.alpha, len(path.losses) - 1)
        ),
        "three_questions": (
            *(rolled(n.hill, n.hill_at, alpha, 1) for alpha in n.strides),
            *fitted(cloud, n.strides[0], c11.STEPS),
        ),
        "practice_card": (
            *closing(n.practice, n.practice_tangent.point.x, (n.tiny_nudge, NEAR**2)),
            rolled(n.knob.loss, n.knob.knob, c11.KNOB_ALPHA, len(n.knob_path) - 1),
        ),
    }
