"""A model of a cluster: when a batch of jobs is done if cores fail now and then."""

from __future__ import annotations

import heapq
import random
from collections.abc import Sequence


def makespan(seconds: Sequence[float], cores: int, losses_an_hour: float, seed: int = 1) -> float:
    """Return when the last job is done, in seconds.

    Each core takes the next job when it is free, in the order given. A core is lost at random
    moments, on average ``losses_an_hour`` times an hour, and is replaced at once; the job that it
    had begins again before all others.

    Parameters
    ----------
    seconds
        How long each job takes, in the order in which they are begun.
    cores
        How many jobs run at a time.
    losses_an_hour
        Of one core; zero for none.
    seed
        Of the random moments.
    """
    chance = random.Random(seed)  # noqa: S311 a simulation, no secret
    waiting = list(reversed(seconds))
    free = [0.0] * min(cores, len(seconds))
    end = 0.0
    while waiting:
        began = heapq.heappop(free)
        job = waiting.pop()
        lost = chance.expovariate(losses_an_hour / 3600) if losses_an_hour else float("inf")
        if lost < job:
            waiting.append(job)
            heapq.heappush(free, began + lost)
            continue
        end = max(end, began + job)
        heapq.heappush(free, began + job)
    return end
