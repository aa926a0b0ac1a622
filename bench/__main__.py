"""Measures what this project says of itself: ``python -m bench [PART…] [--quick] [--rounds N]``.

Both ways run in one go, by turns, and the median counts: ratios hold better than seconds. Each part
writes a table, its figures as JSON and its plots into ``media/bench`` as soon as it is done. The
exit code is 1 if anything is not as claimed.

The parts: ``foreign`` (scenes that are not ours, against stock manim and against encoding alone),
``limit`` (ours against encoding alone), ``equivalence`` (each frame against manim's own),
``examples`` (the same for the examples of manim's documentation),
``lesson`` (against plain manim), ``growth`` (with length, size and number), ``daily`` (what a day's
work waits for), ``plugin`` (manim's own command, with the plugin and without), ``profile``
(where the lesson's time goes), ``scale`` (what a cluster costs, and how far it would carry).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import manim

from bench.parts import (
    daily,
    equivalence,
    examples,
    foreign,
    growth,
    lesson,
    plugin,
    profile,
    scale,
)
from bench.tools.part import LESSON, Part, Setting

TARGET = Path("media/bench")
PARTS: Mapping[str, Callable[[Setting, Path], Part]] = {
    "foreign": foreign.measure,
    "limit": foreign.measure_only_limit,
    "equivalence": equivalence.measure,
    "examples": examples.measure,
    "lesson": lesson.measure,
    "growth": growth.measure,
    "daily": daily.measure,
    "plugin": plugin.measure,
    "profile": profile.measure,
    "scale": scale.measure,
}


def chosen(words: Sequence[str]) -> list[str]:
    """Return the parts to run, in order; ``foreign`` measures the limit along with the rest."""
    wanted = set(words) or set(PARTS)
    if "foreign" in wanted:
        wanted.discard("limit")
    return [name for name in PARTS if name in wanted]


def machine() -> str:
    """Say on what this was measured."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:  # another system
        lines = []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return (
        f"{os.cpu_count()} cores, {named[0] if named else platform.machine()}, "
        f"{platform.system()}, Python {platform.python_version()}, manim {version('manim')}"
    )


def keep(name: str, part: Part, setting: Setting, folder: Path) -> None:
    """Write down what a part found."""
    folder.mkdir(parents=True, exist_ok=True)
    kind = "quick: small and once; no measure of anything" if setting.quick else "full size"
    plots = "".join(f"\n![{plot}]({plot}.svg)\n" for plot in part.plots)
    faults = "".join(f"\n- not as claimed: {fault}" for fault in part.faults)
    page = f"## {name}\n\n{machine()}; {kind}.\n\n{part.page}{plots}{faults}".rstrip() + "\n"
    (folder / f"{name}.md").write_text(page, encoding="utf-8")
    record = {
        "part": name,
        "quick": setting.quick,
        "machine": machine(),
        "figures": part.figures,
        "faults": list(part.faults),
    }
    (folder / f"{name}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    for plot, drawing in part.plots.items():
        (folder / f"{plot}.svg").write_text(drawing, encoding="utf-8")
    print(page)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, tell, and write it down."""
    parser = argparse.ArgumentParser(prog="bench", description="Measure what this project claims.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} [all]")
    parser.add_argument("--quick", action="store_true", help="small, and each time once")
    parser.add_argument("--rounds", type=int, help="how often each time is taken")
    parser.add_argument(
        "--clips",
        nargs="+",
        default=(),
        metavar="CLIP",
        choices=[clip.number for clip in LESSON.clips],
        help="what lesson times, in the place of all clips",
    )
    options = parser.parse_args(arguments)
    if unknown := sorted(set(options.parts) - set(PARTS)):
        parser.error(f"there is no part {unknown[0]!r}; choose from {', '.join(PARTS)}")
    if plugin.NAME in manim.config.plugins:
        parser.error(f"manim.cfg names {plugin.NAME}: then nothing here would be stock manim")
    if options.rounds is not None and options.rounds < 1:
        parser.error("--rounds must be at least 1")
    setting = Setting(options.quick, options.rounds, clips=tuple(options.clips))
    # As at Ctrl-C: whatever runs is stopped, and what it has written is swept.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    faults = []
    for name in chosen(options.parts):
        began = time.monotonic()
        print(f"== {name}", flush=True)
        with tempfile.TemporaryDirectory(prefix=f"bench-{name}-") as top:
            part = PARTS[name](setting, Path(top))
        keep(name, part, setting, TARGET)
        print(f"{name}: {time.monotonic() - began:.0f} s; {TARGET}/\n", flush=True)
        faults += [f"{name}: {fault}" for fault in part.faults]
    for fault in faults:
        print(f"not as claimed: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
