"""Whatever data a lecturer gives: clips whose words are true for them, or a one-line refusal.

``FUZZ=500`` in the environment tries as many; ``make fuzz`` does.
"""

import os
import random

import pytest

from lessons.derivatives.c09.parameters import RegressionParameters
from lessons.library import load_lesson
from lessons.parameters import ParameterError
from pipeline.engine.plan.plan import adapted
from pipeline.types import UsageError

LESSON = load_lesson("derivatives")
SEEDS = range(int(os.environ.get("FUZZ", "60")))


def random_wish(seed: int) -> dict[str, object]:
    """Return points on a line with noise, a learning rate and a number of epochs."""
    chance = random.Random(seed)  # noqa: S311 no secret
    scale = 10 ** chance.uniform(-3, 3.5)
    slope, level = chance.choice((0, 1, -3, 1e-4, 250)), chance.choice((0, 2, -40, 1e3))
    noise = chance.choice((0, 0, 0.1, 5))
    count = chance.choice((1, 2, 3, 5, 12, 40))
    places = [chance.choice((0, 1, 2, 3, chance.uniform(-5, 5))) * scale for _ in range(count)]
    return {
        "data": [[x, slope * x + level + chance.gauss(0, noise)] for x in places],
        "alpha": 10 ** chance.uniform(-7, 1),
        "epochs": chance.choice((10, 37, 500, 20_000)),
    }


def refusal(clip: str, wish: dict[str, object]) -> str:
    """Return why data are refused; empty if there is a clip with its words."""
    try:
        words = adapted(LESSON[clip], RegressionParameters.read(wish))
    except (UsageError, ParameterError) as told:
        return str(told)
    assert all(beat.narration for beat in words.beats)
    return ""


@pytest.mark.parametrize("clip", RegressionParameters.clips)
def test_any_data_are_fitted_or_refused_in_one_line(clip: str) -> None:
    refusals = [refusal(clip, random_wish(seed)) for seed in SEEDS]
    assert not any("\n" in told for told in refusals)
    assert 0 < sum(bool(told) for told in refusals) < len(SEEDS)
