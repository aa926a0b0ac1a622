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
    chance = random.Random(seed)
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


@pytest.mark.parametrize("clip", RegressionParameters.clips)
def test_any_data_are_fitted_or_refused_in_one_line(clip: str) -> None:
    refused = 0
    for seed in SEEDS:
        try:
            wish = RegressionParameters.read(random_wish(seed))
            words = adapted(LESSON[clip], wish)
        except (UsageError, ParameterError) as refusal:
            refused += 1
            assert "\n" not in str(refusal), seed
        else:
            assert all(beat.narration for beat in words.beats), seed
    assert 0 < refused < len(SEEDS)
