"""What clips 09a and 09b say about other data, another learning rate, other epochs."""

from __future__ import annotations

import math

from lessons.derivatives.c09.spoken import spoken, spoken_count, spoken_share
from lessons.derivatives.c09a import numbers as c09a
from lessons.derivatives.c09b import numbers as c09b

ALMOST_ROUND = 4.0
"""A valley with a smaller condition number is not narrow."""
HARDLY = 0.005
MOSTLY_NOISE = 0.5


def machine_narrations(n: c09a.Numbers) -> dict[str, str | None]:
    """Return what is said in clip 09a where the script's words may be false."""
    words: dict[str, str | None] = {}
    count = spoken_count(n.size)
    if n.truth is None:
        fits = "fits best" if n.least > 0 else "fits"
        words["line_on_two_dials"] = (
            f"{count.capitalize()} points, and a line with two knobs. Which setting {fits}?"
        )
        across, up = (spoken(slope) for slope in n.start_gradient.tolist())
        words["first_gradient"] = (
            f"{count.capitalize()} misses. Weigh them by x, double, average: {across}. "
            f"Unweighted: {up}."
        )
    before, after = (spoken(loss) for loss in n.descent.losses[:2].tolist())
    if n.descent.losses[1] < n.descent.losses[0]:
        words["first_step"] = (
            f"One small step against it, and the loss falls from {before} to {after}. "
            "And after more?"
        )
    else:
        words["first_step"] = (
            f"One step against it, and the loss does not fall: from {before} to {after}. "
            "The step is too long. And after more?"
        )
    words["ten_steps"] = _steps(n)
    return words


def _steps(n: c09a.Numbers) -> str | None:
    if n.steps < 2:
        return None
    many = spoken_count(n.steps).capitalize()
    if n.share_gone < 0:
        return (
            f"Again, and again. {many} steps, and the loss is {spoken(n.growth, 2)} times as large."
        )
    if n.share_gone < HARDLY:
        return f"Again, and again. {many} steps, and hardly anything has changed."
    said = f"Again, and again. {many} steps, and {spoken_share(n.share_gone)} of the loss is gone."
    if n.least > MOSTLY_NOISE * float(n.descent.losses[-1]):
        said += " Most of the rest is noise: no line can take it away."
    return said


def surprise_narrations(n: c09b.Numbers) -> dict[str, str | None]:
    """Return what is said in clip 09b where the script's words may be false."""
    goal = "three and two" if n.truth else "the best line"
    return {
        "guess_the_print": f"{spoken_count(n.epochs).capitalize()} steps should surely land on "
        f"{goal}. Write down your guess: will they?",
        "printed_line": _printed(n),
        "misses_magnified": _misses(n),
        "narrow_valley": _valley(n),
        "two_speeds": _speeds(n),
        "counter_spins": _count(n),
        "dial_turned_too_far": _dial(n),
        "three_honest_prints": _fixes(n),
    }


def _printed(n: c09b.Numbers) -> str:
    if n.outcome == "settled":
        return "It prints just that, to four decimals. But did it need so many steps?"
    if n.outcome == "diverges":
        if n.descent.diverged_at is not None:
            return "It prints that this is not a number: both knobs have run away. Is it a bug?"
        return "It prints numbers that have run away from the best line. Is it a bug?"
    how = "Close, but no" if n.lens > 1 else "Not there yet"
    w, b = (spoken(value, 4) for value in n.printed)
    return f"It prints {w} and {b}. {how}. Is it a bug?"


def _misses(n: c09b.Numbers) -> str | None:
    if n.outcome != "slow" or not n.has_pivot:
        return None
    what = "the misses" if n.truth else "how far it is from the best line"
    return (
        f"No bug. On the plot you can hardly tell. Magnify {what}: "
        f"the line tilts about a pivot near {spoken(n.crossing, 2)}."
    )


def _valley(n: c09b.Numbers) -> str:
    if n.outcome == "diverges":
        return (
            "Here is why. The bowl is a narrow valley. Each step jumps across it, "
            "and lands higher on the other side."
        )
    if n.condition < ALMOST_ROUND:
        return "Look at the bowl. It is almost round, and every step heads for its bottom."
    across, _ = n.kept(n.epochs)
    if across > 0.5:
        return (
            "Here is why. The bowl is a narrow valley, and these steps are tiny: "
            "not even the way across is done. How slow is that?"
        )
    return (
        "Here is why. The bowl is a narrow valley. The first steps cross it; "
        "the others creep along its floor. How slow is that creep?"
    )


def _speeds(n: c09b.Numbers) -> str | None:
    across, along = n.contraction.factors.tolist()
    if n.outcome == "diverges" or abs(across) > abs(along):
        return None
    flips = "flips the side and " if across < 0 else ""
    return (
        f"Across, each step {flips}keeps {spoken_share(abs(across))}. Along, it keeps "
        f"{spoken_share(along)}. Halving takes {spoken(round(n.contraction.half_life))} steps."
    )


def _count(n: c09b.Numbers) -> str | None:
    if n.outcome == "diverges":
        return None
    if n.epochs_needed is None:
        return (
            "Four correct decimals would take more than a million steps: too many to run here. "
            "Can we hurry?"
        )
    needed = spoken_count(n.epochs_needed)
    if n.is_predicted:
        off = spoken(n.slow_part)
        return (
            f"Along the floor, {n.slow_knob} is {off} off. Four correct decimals ask for "
            f"{needed} steps. Can we hurry?"
        )
    take = "take" if n.outcome == "slow" else "took"
    return f"Four correct decimals {take} {needed} steps. Can we hurry?"


def _dial(n: c09b.Numbers) -> str:
    if n.outcome == "diverges":
        return (
            "Turn the dial down, below two over the largest curvature, and it converges. "
            "What else can we change?"
        )
    larger = [dial for dial in n.dials if dial > n.alpha]
    needed = [n.needed_by_dial.get(dial) or math.inf for dial in larger]
    if len(larger) > 1 and needed == sorted(needed, reverse=True) and needed[0] < math.inf:
        up = "Turn the dial up: faster, faster, until the steep direction rebels."
    else:
        up = "Turn the dial up, and in the end the steep direction rebels."
    return f"{up} Past two over the largest curvature, it diverges. What else can we change?"


_NAMES = {
    "steps": "more steps",
    "smaller": "a smaller dial",
    "larger": "a larger dial",
    "inputs": "better inputs",
}


def _fixes(n: c09b.Numbers) -> str:
    names = [_NAMES[fix] for fix in n.fixes]
    many = spoken_count(len(names)).capitalize()
    kind = "faster ways" if n.outcome == "settled" else "honest fixes"
    if len(names) == 1:
        return f"An honest fix: {names[0]}. It prints what it says. Did we need descent at all?"
    listed = f"{', '.join(names[:-1])}, or {names[-1]}" if len(names) > 2 else " or ".join(names)
    return f"{many} {kind}: {listed}. Each prints what it says. Did we need descent at all?"
