"""Kills a render at seeded moments and compares what the same command then makes of it.

``python -m bench.kills`` renders a tiny lesson undisturbed. Then, for each of twenty moments, it
starts the same render in an empty folder, kills its whole process group with ``SIGKILL``, and runs
the same command again. That one must succeed, its videos must decode to the undisturbed frames,
and every blob of the store must be what its name says.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.harness.runs import Bench, frames_of_videos

MOMENTS, SEED = 20, 20260410


def moments(seconds: float, count: int, seed: int = SEED) -> list[float]:
    """Return ``count`` seeded moments of a run that takes ``seconds``."""
    draw = random.Random(seed)  # noqa: S311 the same moments each time are the point
    return [draw.uniform(0.02, 0.98) * seconds for _ in range(count)]


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
            what = "killed after" if bench.kill_after(moment) else "ended before"
            faults = bench.faults_after(reference)
            harmed += bool(faults)
            outcome = "; ".join(faults) or "same frames, every blob whole"
            print(f"{number:>3}/{len(chosen)}  {what} {moment:.2f} s: {outcome}", flush=True)
    print(f"{len(chosen) - harmed} of {len(chosen)} did no harm")
    return 1 if harmed else 0


if __name__ == "__main__":
    sys.exit(main())
