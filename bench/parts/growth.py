"""How time and memory grow with the length of a clip, its size, and the number of clips."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.tools.commands import Cost, median, run, too_large
from bench.tools.part import PROJECT, Part, Setting, our_command, tell
from bench.tools.tables import BLUE, GREEN, Panel, panels, table
from pipeline.engine.plan.profiles import profile_named

TEMPLATE = PROJECT / "bench/parts/growing.py"
FLAT = 1.1
"""How much more memory the longest clip may take than the shortest."""


@dataclass(frozen=True)
class Case:
    """Scenes of one file: how long, how many, and at which profile.

    ``series`` is what grows, ``value`` how much of it there is here.
    """

    series: str
    value: float
    seconds: int
    copies: int
    profile: str

    @property
    def scenes(self) -> list[str]:
        """The names of its scenes, which no other case has."""
        return [f"Lasting{self.seconds}Copy{number}" for number in range(1, self.copies + 1)]


@dataclass(frozen=True)
class Point:
    """What a case took: the run, a worker's processor seconds, and the most memory of each kind."""

    case: Case
    wall: float
    worker_cpu: float
    worker_mb: float
    program_mb: float


LENGTH, SIZE, COUNT = SERIES = ("length, s", "picture, million pixels", "number of clips")


def cases(*, quick: bool) -> Iterator[Case]:
    """Yield all cases; the first of each series is the smallest."""
    fps, base = (10, "426x240") if quick else (30, "1920x1080")
    for seconds in (5, 15, 60):
        yield Case(LENGTH, seconds, seconds, 1, f"{base}@{fps}")
    sizes = ((426, 240), (854, 480), (1280, 720)) if quick else ()
    for width, height in sizes or ((854, 480), (1920, 1080), (3840, 2160)):
        pixels = round(width * height / 1e6, 2)
        yield Case(SIZE, pixels, 5, 1, f"{width}x{height}@{fps}")
    for copies in (1, 2, 4) if quick else (1, 4, 15):
        yield Case(COUNT, copies, 5, copies, "426x240@10" if quick else "854x480@15")


def measure(setting: Setting, scratch: Path) -> Part:
    """Render every case with our command."""
    points, faults = [], []
    chosen = list(cases(quick=setting.quick))
    for number, case in enumerate(chosen, start=1):
        source = write_scenes(case, scratch)
        costs = []
        for turn in range(setting.times()):
            tell(
                f"growth {number}/{len(chosen)}, round {turn + 1}/{setting.times()}: "
                f"{case.copies} × {case.seconds} s at {case.profile}"
            )
            words = [str(source), *case.scenes, "--profile", case.profile]
            words += ["--jobs", str(setting.jobs), "--force"]
            costs.append(run(our_command("scenes", *words), source.parent))
        points.append(point(case, costs))
        faults += too_large(costs, profile_named(case.profile))
    page = "A worker is the process that draws one clip; the program is the one that starts it.\n\n"
    page += table(
        [
            "what grows",
            "",
            "profile",
            "wall, s",
            "worker, processor s",
            "worker, MB",
            "program, MB",
        ],
        [
            [
                one.case.series,
                f"{one.case.value:g}",
                one.case.profile,
                f"{one.wall:.1f}",
                f"{one.worker_cpu:.1f}",
                f"{one.worker_mb:.0f}",
                f"{one.program_mb:.0f}",
            ]
            for one in points
        ],
    )
    lengths = [one.worker_mb for one in points if one.case.series == LENGTH]
    growth = lengths[-1] / lengths[0]
    page += f"\nThe longest clip takes {growth:.2f} times the memory of the shortest.\n"
    faults += not_flat(lengths)
    return Part(page, [asdict(one) for one in points], {"growth": plot(points)}, faults)


def not_flat(lengths: Sequence[float]) -> list[str]:
    """Say so if the memory of a worker grows with the length of its clip."""
    if max(lengths) <= FLAT * lengths[0]:
        return []
    return [f"memory grows with the length: {', '.join(f'{one:.0f} MB' for one in lengths)}"]


def write_scenes(case: Case, scratch: Path) -> Path:
    """Write the file of a case, in a folder of its own, and return it."""
    folder = scratch / f"{case.seconds}s-{case.copies}-{case.profile}"
    folder.mkdir(parents=True, exist_ok=True)
    classes = [f"class {scene}(Growing):\n    seconds = {case.seconds}\n" for scene in case.scenes]
    source = folder / "growing.py"
    source.write_text(
        "\n\n".join([TEMPLATE.read_text(encoding="utf-8"), *classes]), encoding="utf-8"
    )
    return source


def point(case: Case, costs: Sequence[Cost]) -> Point:
    """Return the medians over the rounds."""
    middle = median(costs)
    workers = middle.workers
    return Point(
        case,
        middle.wall,
        statistics.median(worker.cpu for worker in workers),
        max(worker.peak_mb for worker in workers),
        max(process.peak_mb for process in middle.processes if process.first),
    )


def plot(points: Sequence[Point]) -> str:
    """Return time and memory over each of the three that grow."""
    return panels(
        [
            [curve(points, series, "wall time, s", BLUE, "wall") for series in SERIES],
            [curve(points, series, "memory, MB", GREEN, "worker_mb") for series in SERIES],
        ]
    )


def curve(points: Sequence[Point], series: str, title: str, colour: str, figure: str) -> Panel:
    """Return one figure of a series, over what grows in it."""
    values = [
        (one.case.value, float(getattr(one, figure))) for one in points if one.case.series == series
    ]
    return Panel(title, series, values, colour)
