"""Times scenes that are not ours: stock manim file by file, our one command, and encoding alone."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench.parts.equivalence import scenes_in
from bench.parts.limit import Limit, measure_limit
from bench.tools.commands import Cost, cells, run, together, too_large
from bench.tools.part import (
    Part,
    Setting,
    our_command,
    scene_files,
    stock_command,
    stock_video,
    tell,
)
from bench.tools.tables import BLUE, GREEN, GREY, WIDTH, bars, spread, svg, table
from bench.tools.videos import is_even, likeness, timestamps
from pipeline.engine.plan.profiles import profile_named
from pipeline.types import Profile


@dataclass(frozen=True)
class Row:
    """One scene: what each way took for it, and how alike the two videos are.

    ``psnr`` and ``ssim`` are ours against the file of stock manim.
    """

    scene: str
    frames: int
    stock_cpu: float
    ours_cpu: float
    stock_mb: float
    ours_mb: float
    stock_kb: int
    ours_kb: int
    psnr: float
    ssim: float


@dataclass
class Rounds:
    """The same scenes round by round, in folders that stay, as those of a user do.

    What manim has compiled, and what our store knows of costs and formulas, is there in the next
    round; all is drawn again in each.
    """

    profile: Profile
    jobs: int
    folder: Path
    files: Sequence[Path]
    stock: list[dict[str, Cost]] = field(default_factory=list)
    ours: list[Cost] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)

    def take_stock(self, what: str) -> None:
        """Render each file with stock manim, one after the other."""
        size, costs = f"{self.profile.width},{self.profile.height}", {}
        for number, file in enumerate(self.files, start=1):
            tell(f"{what}: stock manim, {number}/{len(self.files)} {file.stem}")
            folder = self.folder / "stock" / file.stem
            command = stock_command(file, size, self.profile.fps, folder / "media")
            costs[file.stem] = run(command, folder)
        self.stock.append(costs)

    def take_ours(self, what: str) -> None:
        """Render all files with one command of ours."""
        tell(f"{what}: ours, all {len(self.files)} files in one command")
        words = [*map(str, self.files), "-a", "--profile", self.profile.name]
        words += ["--jobs", str(self.jobs), "--force"]
        self.ours.append(run(our_command("scenes", *words), self.folder / "ours"))

    def take_limit(self, what: str) -> None:
        """Encode the frames of our videos once more."""
        tell(f"{what}: encoding alone, {self.jobs} processes side by side")
        files = {self.our_video(file): len(timestamps(self.our_video(file))) for file in self.files}
        limit = measure_limit(files, self.profile, self.jobs, self.folder / "limit")
        self.limits.append(limit)

    def our_video(self, file: Path) -> Path:
        """Return where our command has put the only scene of a file."""
        (scene,) = scenes_in(file)
        return self.folder / "ours/media/scenes" / file.stem / self.profile.name / f"{scene}.mp4"

    def stock_video(self, file: Path) -> Path:
        """Return where stock manim has put it."""
        (scene,) = scenes_in(file)
        return stock_video(self.folder / "stock" / file.stem / "media", scene)


def measure(setting: Setting, scratch: Path) -> Part:
    """Time stock manim, ours and the limit, by turns."""
    rounds = open_rounds(setting, scratch)
    for number in range(setting.times()):
        what = f"foreign, round {number + 1}/{setting.times()}"
        ways = [rounds.take_stock, rounds.take_ours]
        for way in ways if number % 2 == 0 else reversed(ways):
            way(what)
        rounds.take_limit(what)
    rows: list[Row] = []
    faults: list[str] = []
    for file in rounds.files:
        tell(f"foreign: how like stock manim's is our {file.stem}")
        faults += differences(rounds.stock_video(file), rounds.our_video(file), file.stem)
        if not faults:
            rows.append(row(rounds, file))
    faults += too_large(rounds.ours, rounds.profile)
    figures = {
        "rounds": [
            {"stock": asdict(stock), "ours": asdict(ours), "limit_cpu": limit.cpu}
            for stock, ours, limit in zip(
                map(all_of, rounds.stock), rounds.ours, rounds.limits, strict=True
            )
        ],
        "stock_over_ours": ratio(rounds),
        "ours_over_limit": over_limit(rounds),
        "scenes": [asdict(one) for one in rows],
    }
    page = batch_page(rounds) + "\n" + scene_page(rows) if rows else "\n".join(faults) + "\n"
    return Part(page, figures, {"foreign": plot(rounds, rows)} if rows else {}, faults)


def measure_only_limit(setting: Setting, scratch: Path) -> Part:
    """Time ours and the limit, by turns, without stock manim."""
    rounds = open_rounds(setting, scratch)
    for number in range(setting.times()):
        what = f"limit, round {number + 1}/{setting.times()}"
        rounds.take_ours(what)
        rounds.take_limit(what)
    walls = [limit.wall for limit in rounds.limits]
    figures = {
        "ours": [asdict(cost) for cost in rounds.ours],
        "limit_cpu": [limit.cpu for limit in rounds.limits],
        "ours_over_limit": over_limit(rounds),
    }
    rows = [
        ["ours, one command", spread([cost.wall for cost in rounds.ours])],
        ["encoding alone", spread(walls)],
        ["ours ÷ encoding alone", f"**{over_limit(rounds):.2f}**"],
    ]
    return Part(table(["", "wall, s"], rows) + "\n" + how_limit(rounds), figures)


def open_rounds(setting: Setting, scratch: Path) -> Rounds:
    """Return the rounds of all scene files, none taken yet."""
    profile = profile_named("426x240@10" if setting.quick else "final")
    return Rounds(profile, setting.jobs, scratch, scene_files())


def differences(stock: Path, ours: Path, name: str) -> list[str]:
    """Say in what our video is not what it must be: as many frames, at a constant rate."""
    expected, found = len(timestamps(stock)), timestamps(ours)
    faults = []
    if len(found) != expected:
        faults.append(f"{name}: {len(found)} frames, but {expected} of stock manim")
    if not is_even(found):
        faults.append(f"{name}: the steps from frame to frame are not all the same")
    return faults


def row(rounds: Rounds, file: Path) -> Row:
    """Return what the rounds say of one scene."""
    stock, ours = rounds.stock_video(file), rounds.our_video(file)
    (scene,) = scenes_in(file)
    psnr, ssim = likeness(ours, stock)
    theirs = [costs[file.stem] for costs in rounds.stock]
    workers = [cost.of(scene) for cost in rounds.ours]
    return Row(
        scene=file.stem,
        frames=len(timestamps(ours)),
        stock_cpu=statistics.median(cost.cpu for cost in theirs),
        ours_cpu=statistics.median(worker.cpu for worker in workers),
        stock_mb=max(cost.peak_mb for cost in theirs),
        ours_mb=max(worker.peak_mb for worker in workers),
        stock_kb=stock.stat().st_size // 1000,
        ours_kb=ours.stat().st_size // 1000,
        psnr=psnr,
        ssim=ssim,
    )


def all_of(costs: Mapping[str, Cost]) -> Cost:
    """Return what the files of one round took together."""
    return together(list(costs.values()))


def ratio(rounds: Rounds) -> float:
    """Return how many times longer stock manim takes, in the median of the rounds."""
    pairs = zip(map(all_of, rounds.stock), rounds.ours, strict=True)
    return statistics.median(stock.wall / ours.wall for stock, ours in pairs)


def over_limit(rounds: Rounds) -> float:
    """Return how many times longer ours takes than encoding alone, in the median of the rounds."""
    pairs = zip(rounds.ours, rounds.limits, strict=True)
    return statistics.median(ours.wall / limit.wall for ours, limit in pairs)


def batch_page(rounds: Rounds) -> str:
    """Return what the batch took, way by way, and the two ratios."""
    stock = [all_of(costs) for costs in rounds.stock]
    limits = rounds.limits
    rows = [
        ["stock manim, file by file", *cells(stock)],
        ["ours, one command", *cells(rounds.ours)],
    ]
    rows.append(
        [
            "encoding alone",
            spread([limit.wall for limit in limits]),
            spread([limit.cpu for limit in limits]),
            "",
        ]
    )
    return (
        f"{len(rounds.files)} files, {rounds.profile.width} × {rounds.profile.height} at "
        f"{rounds.profile.fps}, rounds: {len(rounds.ours)}, {rounds.jobs} workers of ours side by "
        "side. Medians; in brackets the least and the most.\n\n"
        + table(["", "wall, s", "processor, s", "largest process, MB"], rows)
        + f"\n**Stock ÷ ours: {ratio(rounds):.2f}** and ours ÷ encoding alone: "
        f"{over_limit(rounds):.2f}, each the median of the rounds' ratios of wall times.\n\n"
        + how_limit(rounds)
    )


def how_limit(rounds: Rounds) -> str:
    """Say how the limit was obtained."""
    return (
        "Encoding alone: the frames of our videos, decoded a second at a time into memory as "
        f"yuv420p, go through the same encoder in {rounds.jobs} processes side by side; only "
        "encoding and writing are counted. Its wall time is these processor seconds ÷ "
        f"{rounds.jobs} cores.\n"
    )


def scene_page(rows: Sequence[Row]) -> str:
    """Return the table of the scenes."""
    heads = ["scene", "frames", "stock, processor s", "ours, processor s", "peak MB, stock → ours"]
    heads += ["size kB, stock → ours", "SSIM", "PSNR, dB"]
    lines = [
        [
            one.scene,
            one.frames,
            f"{one.stock_cpu:.1f}",
            f"{one.ours_cpu:.1f}",
            f"{one.stock_mb:.0f} → {one.ours_mb:.0f}",
            f"{one.stock_kb} → {one.ours_kb}",
            f"{one.ssim:.4f}",
            f"{one.psnr:.1f}",
        ]
        for one in rows
    ]
    return table(heads, lines) + (
        "\nEach file of ours has as many frames as stock manim's and steps that are all equal. "
        "Memory is each process's own high-water mark (VmHWM), and the processor seconds of a "
        "worker are the last seen of it, both looked at five times a second.\n"
    )


def plot(rounds: Rounds, rows: Sequence[Row]) -> str:
    """Return bars: wall time of the batch, and processor time of each scene."""
    walls = [
        (statistics.median(all_of(costs).wall for costs in rounds.stock), GREY),
        (statistics.median(cost.wall for cost in rounds.ours), BLUE),
        (statistics.median(limit.wall for limit in rounds.limits), GREEN),
    ]
    key = "stock manim (grey), ours (blue), encoding alone (green)"
    first, end = bars(f"Wall time of all scenes: {key}", {"all": walls}, "s")
    groups = {one.scene: [(one.stock_cpu, GREY), (one.ours_cpu, BLUE)] for one in rows}
    second, end = bars("Processor time of each scene", groups, "s", end)
    return svg(WIDTH, end, [*first, *second])
