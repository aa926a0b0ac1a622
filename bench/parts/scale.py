"""Many machines: what a cluster costs here, what its scheduler costs, and how far it would carry.

Real: the lesson by workers in processes of their own, against a run without a cluster. Modelled:
how long one lesson, and a course of a thousand lessons in four variants, would take on more cores
than this machine has, from what each beat of the lesson took here.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from bench.tools.cluster_model import makespan
from bench.tools.commands import Cost, descendants, median, run
from bench.tools.part import LESSON, Part, Setting, our_command, tell
from bench.tools.tables import BLUE, GREEN, GREY, svg, table, text
from pipeline.engine.flow.lesson import render_lesson
from pipeline.engine.plan.job import RENDER
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workers.estimate import quickest_order
from pipeline.engine.workers.split import Stretch, split_clips
from pipeline.engine.workspace.past import past_of
from pipeline.engine.workspace.run import Run
from tests.harness.cluster import cluster_of
from tests.harness.desk import Desk
from tests.harness.runs import decoded

WORKERS = (1, 2)
MOST_RATIO, MOST_MS = 1.10, 1.0
"""What is claimed: the cluster's time over the local one; milliseconds of the scheduler a job."""

JOBS = 24_000
PIECES = 3
"""Parts that each clip is cut into, to compare it with the whole one."""

CORES = (4, 8, 16, 32, 64, 128, 256, 512, 1024)
LOSSES = 0.01
"""Losses an hour of one core."""
COURSE = 1000 * 4


@dataclass(frozen=True)
class Row:
    """Cores, and for a batch the seconds until all is done, whole clips and split ones."""

    cores: int
    whole: float
    split: float
    course: float


def measure(setting: Setting, scratch: Path) -> Part:
    """Take all three measures."""
    profile = profile_named("320x180@5" if setting.quick else "draft")
    words = ["--profile", profile.name, "--force"]
    words += ["00", "11"] if setting.quick else []
    local: dict[int, list[Cost]] = {workers: [] for workers in WORKERS}
    cluster: dict[int, list[Cost]] = {workers: [] for workers in WORKERS}
    run(our_command("render", *words), scratch)  # formulas, and how long each clip takes
    for number in range(setting.times()):
        for workers in WORKERS:
            tell(f"scale, round {number + 1}/{setting.times()}: {workers} at a time")
            here = our_command("render", *words, "--jobs", str(workers))
            there = our_command("render", *words, "--cluster", f"local:{workers}")
            local[workers].append(run(here, scratch))
            cluster[workers].append(run(there, scratch))
    ratios = {
        workers: median(cluster[workers]).wall / median(local[workers]).wall for workers in WORKERS
    }
    clips = 2 if setting.quick else len(LESSON.clips)
    over = {
        workers: (median(cluster[workers]).wall - median(local[workers]).wall) / clips
        for workers in WORKERS
    }
    tell(f"scale: {JOBS} jobs that do nothing")
    each, there_and_back = scheduling_ms(2000 if setting.quick else JOBS, scratch / "scheduling")
    beats = beat_costs(scratch, profile.name)
    tell("scale: each clip in parts, against the whole one")
    frames, unlike = compare_parts(setting, scratch)
    tell("scale: the model")
    modelled = [row_of(beats, cores) for cores in CORES]
    faults = [
        f"{workers} workers of a cluster take {ratio:.2f} times as long, not {MOST_RATIO}"
        for workers, ratio in ratios.items()
        if ratio > MOST_RATIO
    ]
    faults += [f"{name} in {PIECES} parts has other frames" for name in unlike]
    if each > MOST_MS:
        faults.append(f"the scheduler takes {each:.2f} ms a job, not {MOST_MS:g}")
    page = (
        f"The lesson at {profile.name}, {clips} clips, rounds: {setting.times()}.\n\n"
        + table(
            ["at a time", "this machine, s", "cluster, s", "ratio", "more for each clip, s"],
            [
                [
                    workers,
                    f"{median(local[workers]).wall:.1f}",
                    f"{median(cluster[workers]).wall:.1f}",
                    f"{ratios[workers]:.2f}",
                    f"{over[workers]:.2f}",
                ]
                for workers in WORKERS
            ],
        )
        + f"\nEach clip in {PIECES} parts against the whole one, decoded: {frames} frames, "
        f"{len(unlike)} clips with a difference.\n"
        + f"\nJobs that do nothing: **{each:.2f} ms** of the scheduler's processor each, and "
        f"{there_and_back:.2f} ms until it is back, with all processes on this machine.\n\n"
        + f"Modelled from the {sum(map(len, beats))} beats as measured here, each core lost with "
        f"{LOSSES:.0%} an hour: one lesson, drawn in whole clips and in parts, and {COURSE} "
        "lessons.\n\n"
        + table(
            ["cores", "lesson, whole clips, s", "in parts, s", "gain", f"{COURSE} lessons, h"],
            [
                [
                    row.cores,
                    f"{row.whole:.1f}",
                    f"{row.split:.1f}",
                    f"{row.whole / row.split:.2f}",
                    f"{row.course / 3600:.2f}",
                ]
                for row in modelled
            ],
        )
    )
    figures = {
        "ratios": ratios,
        "overhead": over,
        "scheduling_ms": each,
        "there_and_back_ms": there_and_back,
        "frames_compared": frames,
        "unlike": unlike,
        "model": [vars(row) for row in modelled],
    }
    return Part(page, figures, {"scale": plot(modelled)}, faults)


def compare_parts(setting: Setting, scratch: Path) -> tuple[int, list[str]]:
    """Draw each clip whole and in parts; return how many frames, and the clips that differ."""
    profile = profile_named("320x180@5")
    wanted = ("00", "11") if setting.quick else ()
    store = scratch / "compared"
    whole = Run("derivatives", profile, store, scratch / "whole", slots=setting.jobs)
    split = replace(whole, out=scratch / "split")
    render_lesson(whole, wanted)
    with patch("pipeline.engine.flow.split.split_clips", in_pieces):
        render_lesson(split, wanted, force=True)
    frames, unlike = 0, []
    for one in sorted((scratch / "whole/clips").glob("*.mp4")):
        expected, found = decoded(one), decoded(scratch / "split/clips" / one.name)
        frames += len(expected)
        if found != expected:
            unlike.append(one.stem)
    return frames, unlike


def in_pieces(beats: Sequence[Sequence[float]], _slots: int) -> list[list[Stretch]]:
    """Cut each clip into ``PIECES`` parts of as many beats each, as far as that goes."""
    cut = []
    for seconds in beats:
        bounds = [len(seconds) * piece // PIECES for piece in range(PIECES + 1)]
        pairs = [(a, b) for a, b in pairwise(bounds) if a < b]
        cut.append([Stretch(a, b, sum(seconds[a:b])) for a, b in pairs])
    return cut


def scheduling_ms(count: int, folder: Path) -> tuple[float, float]:
    """Return what one job that does nothing costs, in milliseconds.

    The first is the processor time of the scheduler, which bounds how many jobs a second a cluster
    of any size can take. The second is the time from giving the job away to having it back, here,
    where scheduler, client and two workers share the cores.
    """
    from distributed import Client

    from pipeline.engine.cluster.security import security_for

    folder.mkdir(parents=True, exist_ok=True)
    with cluster_of(Desk(folder), 2) as cluster:
        scheduler = cluster.scheduler.pid
        security = security_for(cluster.address, cluster.tls)
        with Client(cluster.address, security=security, set_as_default=False) as client:
            client.wait_for_workers(2)
            client.gather(client.map(nothing, range(100), pure=False))
            spent, began = processor_seconds(scheduler), time.monotonic()
            client.gather(client.map(nothing, range(count), pure=False))
            wall = time.monotonic() - began
            spent = processor_seconds(scheduler) - spent
    return spent / count * 1000, wall / count * 1000


def processor_seconds(pid: int) -> float:
    """Return the processor seconds that a process has taken."""
    return dict(descendants(pid))[pid]


def nothing(number: int) -> int:
    """Do nothing."""
    return number


def beat_costs(folder: Path, profile: str) -> list[list[float]]:
    """Return the seconds that each beat of each clip took, from the records of a store."""
    chosen = Run("derivatives", profile_named(profile), folder / "media/.store")
    past = past_of(chosen, RENDER)
    costs = (past.beat_seconds(job) for job in make_plan("derivatives", (), chosen.profile).jobs)
    return [cost for cost in costs if cost is not None]


def row_of(beats: Sequence[Sequence[float]], cores: int) -> Row:
    """Model one lesson and a course on so many cores."""
    whole = list(map(sum, beats))
    parts = [part.seconds for clip in split_clips(beats, cores) for part in clip]
    course = [seconds for seconds in whole for _ in range(COURSE)]
    return Row(cores, *(batch(jobs, cores) for jobs in (whole, parts, course)))


def batch(seconds: Sequence[float], cores: int) -> float:
    """Return how long jobs take in the order in which a run begins them."""
    order = quickest_order(seconds, cores)
    return makespan([seconds[job] for job in order], cores, LOSSES)


def plot(rows: Sequence[Row]) -> str:
    """Return how long one lesson takes on more and more cores, in whole clips and in parts."""
    width, height, margin = 560, 300, 56
    most = max(row.whole for row in rows)

    def place(number: int, seconds: float) -> tuple[float, float]:
        across = margin + (width - 2 * margin) * number / (len(rows) - 1)
        return across, height - margin - (height - 2 * margin) * seconds / most

    def line(colour: str, name: str, values: Sequence[float]) -> Iterator[str]:
        points = [place(number, value) for number, value in enumerate(values)]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        yield f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield text(points[-1][0] - 4, points[-1][1] - 8, name, "end")

    ground = height - margin
    parts = [
        f'<line x1="{margin}" y1="{ground}" x2="{width - margin}" y2="{ground}" stroke="{GREY}"/>',
        *(
            text(place(number, 0)[0], ground + 18, str(row.cores), "middle")
            for number, row in enumerate(rows)
        ),
        text(width / 2, height - 12, "cores", "middle"),
        text(margin, 24, f"seconds for one lesson; {most:.0f} on {rows[0].cores} cores"),
        *line(BLUE, "whole clips", [row.whole for row in rows]),
        *line(GREEN, "in parts", [row.split for row in rows]),
    ]
    return svg(width, height, parts)
