"""Where the processor's time goes while clips are drawn: by kind of work, and by beat."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from bench.tools.commands import run
from bench.tools.part import Part, Setting, tell
from bench.tools.samples import EVERY, KINDS, START
from bench.tools.tables import table
from pipeline.engine.plan.job import RENDER
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workspace.past import past_of
from pipeline.engine.workspace.run import MEDIA, Run

DEAREST = 5
BEATS = 3
"""Clips that are looked at, and beats of each that are named."""


def measure(setting: Setting, scratch: Path) -> Part:
    """Play the dearest clips, each in a process of its own, and look where it stands."""
    profile = profile_named("320x180@5" if setting.quick else "final")
    numbers = setting.clips or (("00", "11") if setting.quick else dearest())
    found = {}
    for place, number in enumerate(numbers, start=1):
        tell(f"profile: {place}/{len(numbers)} {number}")
        folder = scratch / number
        program = [sys.executable, "-m", "bench.tools.samples", number, profile.name]
        run([*program, str(folder / "found.json")], folder)
        found[number] = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    kinds = [
        [kind, *(_share(one["kinds"].get(kind, 0), one["kinds"]) for one in found.values())]
        for kind in (START, *KINDS)
    ]
    rows = [
        ["frames", *(one["frames"] for one in found.values())],
        ["processor, s", *(f"{sum(one['kinds'].values()) * EVERY:.0f}" for one in found.values())],
        *kinds,
        [
            "in updaters and sweeps, of all kinds",
            *(_share(one["updated"], one["kinds"]) for one in found.values()),
        ],
        ["dearest beats", *(_beats(one["beats"]) for one in found.values())],
    ]
    page = (
        f"At {profile.name}, one process each, a look every {EVERY * 1000:g} ms of its processor "
        "time; each look counts for the innermost function that belongs to a kind.\n\n"
        + table(["", *found], rows)
    )
    return Part(page, found)


def dearest() -> list[str]:
    """Return the clips that take longest, as the store remembers; the first ones without it."""
    chosen = Run("derivatives", profile_named("draft"), MEDIA / ".store")
    jobs = make_plan("derivatives", (), chosen.profile).jobs
    past = past_of(chosen, RENDER, jobs)
    ranked = sorted(jobs, key=lambda job: -(past.expected_seconds(job) or 0.0))
    return [job.clip.number for job in ranked[:DEAREST]]


def _share(looks: int, counts: dict[str, int]) -> str:
    return f"{100 * looks / sum(counts.values()):.0f} %"


def _beats(counts: dict[str, int]) -> str:
    ranked = Counter(counts).most_common(BEATS)
    return ", ".join(f"{place} ({_share(looks, counts)})" for place, looks in ranked)
