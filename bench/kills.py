"""Kills a render at seeded moments and compares what the same command then makes of it.

``python -m bench.kills`` renders a tiny lesson undisturbed. Then, for each of forty moments, of
which ten lie in the first tenth, while programs start, it starts the same render in an empty folder
and kills it with ``SIGKILL``: by turns its whole process group, and itself alone. Two seconds later
no process of it may live. The same command is run again: it must succeed, its videos must decode to
the undisturbed frames, and every blob of the store must be what its name says.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.harness.runs import Bench, frames_of_videos, wait_until_gone

MOMENTS, SEED = 40, 20260410
EARLY = 4
"""One moment of so many lies in the first tenth of the run."""
AFTERLIFE = 2.0
"""Seconds that a process may outlive its run."""


def moments(seconds: float, count: int, seed: int = SEED) -> list[float]:
    """Return ``count`` seeded moments of a run that takes ``seconds``."""
    draw = random.Random(seed)  # noqa: S311 the same moments each time are the point
    ends = (0.1 if number % EARLY == 0 else 0.98 for number in range(count))
    return [draw.uniform(0.02, end) * seconds for end in ends]


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, run again, compare; return 0 if nothing was ever lost."""
    parser = argparse.ArgumentParser(description="Kill a render, run it again, compare.")
    parser.add_argument("--moments", type=int, default=MOMENTS, help="how many [%(default)s]")
    parser.add_argument("--seed", type=int, default=SEED, help="which ones [%(default)s]")
    options = parser.parse_args(arguments)
    harmed = 0
    with tempfile.TemporaryDirectory(prefix="kills-") as top:
        undisturbed = Bench(Path(top, "undisturbed"))
        seconds = []
        for words in ((), ("--force",)):  # the first run also warms the machine's caches
            began = time.monotonic()
            done = undisturbed.run("render", *words)
            seconds.append(time.monotonic() - began)
            if done.returncode != 0:
                print(f"the undisturbed render failed:\n{done.stdout}{done.stderr}")
                return 1
        reference = frames_of_videos(undisturbed.out)
        print(f"undisturbed: {min(seconds):.2f} s, {len(reference)} videos", flush=True)
        chosen = moments(min(seconds), options.moments, options.seed)
        for number, moment in enumerate(chosen, start=1):
            bench = Bench(Path(top, f"kill-{number}"))
            killed = bench.kill_after(moment, alone=number % 2 == 0)
            what = "killed after" if killed else "ended before"
            began = time.monotonic()
            wait_until_gone(str(bench.folder))
            lived = time.monotonic() - began
            faults = bench.faults_after(reference)
            if lived > AFTERLIFE:
                faults.append(f"its processes lived {lived:.1f} s longer")
            harmed += bool(faults)
            outcome = "; ".join(faults) or f"gone in {lived:.2f} s, same frames, every blob whole"
            print(f"{number:>3}/{len(chosen)}  {what} {moment:.2f} s: {outcome}", flush=True)
    print(f"{len(chosen) - harmed} of {len(chosen)} did no harm")
    return 1 if harmed else 0


if __name__ == "__main__":
    sys.exit(main())
