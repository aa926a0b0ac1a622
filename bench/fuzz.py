"""Tries random scenes, drawn by manim and by the fast drawing: ``python -m bench.fuzz [N]``.

Each scene has a seed, which is told with the verdict, and the text of a scene that comes out
different is kept. The exit code is 1 if any does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench.tools.pairs import DIFFERENT, Try, try_all
from bench.tools.random_scenes import NAME, random_scene

PROFILE = "160x90@5"


def main() -> int:
    """Try as many as the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("scenes", nargs="?", type=int, default=500, metavar="N")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first seed")
    parser.add_argument("--keep", type=Path, default=Path("media/bench/fuzz"), metavar="FOLDER")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.scenes)
    count: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        tries = (Try(str(seed), random_scene(seed), NAME) for seed in seeds)
        for verdict in try_all(tries, PROFILE, Path(folder)):
            count[verdict.kind] += 1
            print(f"{verdict.name}: {verdict.kind} {verdict.frames} {verdict.why}", flush=True)
            if verdict.kind == DIFFERENT:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"seed_{verdict.name}.py").write_text(
                    random_scene(int(verdict.name)), encoding="utf-8"
                )
    told = ", ".join(f"{number} {kind}" for kind, number in count.most_common())
    print(f"seeds {seeds.start} to {seeds.stop - 1}: {told}")
    return int(bool(count[DIFFERENT]))


if __name__ == "__main__":
    sys.exit(main())
