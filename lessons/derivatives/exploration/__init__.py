"""States of the explorers that the beats of this lesson show, by the number of the clip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lessons.derivatives.exploration import curves, descents, endings, knobs, regressions, rules
from lessons.exploration import BeatStates, Exploration


def _distinct(exploration: Exploration) -> Exploration:
    """Return the same states, none of them twice in a beat."""

    def states(numbers: Any) -> BeatStates:
        shown = exploration(numbers)
        return {beat: tuple(dict.fromkeys(states)) for beat, states in shown.items()}

    return states


_BY_CLIP: Mapping[str, Exploration] = {
    "00": curves.one_question,
    "01": curves.lines_and_slopes,
    "02": curves.when_lines_bend,
    "03": curves.closing_in,
    "04": curves.the_derivative,
    "05a": rules.powers_sums_products,
    "05b": rules.the_chain,
    "05c": rules.five_functions,
    "06": descents.the_explorer,
    "07": descents.downhill,
    "08": knobs.many_knobs,
    "09a": regressions.the_machine,
    "09b": regressions.the_surprise,
    "10": endings.the_whole_story,
    "11": endings.next_time,
}
EXPLORATIONS: Mapping[str, Exploration] = {
    number: _distinct(exploration) for number, exploration in _BY_CLIP.items()
}
OPENINGS: Mapping[str, str] = {
    "06": "rows_light_up",
    "07": "five_dials",
    "09b": "printed_line",
}
"""By clip the beat with whose first state an explorer of the whole lesson begins."""
