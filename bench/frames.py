"""Times our drawing against stock manim and against the encoder's limit, on the same scenes.

``python -m bench.frames`` renders the scenes of ``bench/scenes``, written as an ordinary user of
manim writes them, by turns with ``manim render`` (caching off) and with ``render.py scenes``, and
encodes the finished frames once more with nothing else to do. It writes a table, the figures as
JSON and a plot into ``media/bench``. Ratios hold better than seconds: both ways run in one go, by
turns, and the median counts. ``--quick`` does it small and once.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import av
from av.filter import Graph

from pipeline.profiles import profile_named
from pipeline.stitch import measure as measure_video
from pipeline.types import Profile
from pipeline.worker.encoder import Encoder

PROJECT = Path(__file__).resolve().parents[1]
SCENES = PROJECT / "bench" / "scenes"
TARGET = Path("media/bench")
ROUNDS = 3
LIKENESS = ("lavfi.psnr.psnr.y", "lavfi.ssim.All")
SETTINGS = {"final": ("1920,1080", "60"), "draft": ("854,480", "15")}


@dataclass(frozen=True)
class Cost:
    """What a command took: wall and processor seconds, and the largest process in megabytes."""

    wall: float
    cpu: float
    peak_mb: float


@dataclass(frozen=True)
class Row:
    """One scene: its frames, what each way took in the median, and how alike the pictures are.

    ``stock_kb`` and ``ours_kb`` are the sizes of the files, ``limit`` the seconds that encoding
    alone takes on one core, ``psnr`` and ``ssim`` ours against the file of stock manim.
    """

    scene: str
    frames: int
    stock: Cost
    ours: Cost
    limit: float
    stock_kb: int
    ours_kb: int
    psnr: float
    ssim: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end and return what it took, its children included."""
    began = time.monotonic()
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = (folder / "log.txt").read_text(encoding="utf-8")[-2000:]
        sys.exit(f"{' '.join(command)} failed; its log:\n{words}")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(time.monotonic() - began, cpu, usage.ru_maxrss / 1024)


def stock_command(file: Path, profile: Profile, folder: Path) -> list[str]:
    """Return how manim itself is asked for every scene of a file."""
    size, rate = SETTINGS[profile.name]
    manim = Path(sys.executable).with_name("manim")
    options = ["-r", size, "--fps", rate, "--disable_caching", "--progress_bar", "none", "-a"]
    return [str(manim), "render", *options, "--media_dir", str(folder), str(file)]


def our_command(file: Path, profile: Profile, folder: Path) -> list[str]:
    """Return how our program is asked for the same."""
    places = ["--out", str(folder / "out"), "--store", str(folder / "store")]
    words = ["scenes", str(file), "-a", "--profile", profile.name, "--force", *places]
    return [sys.executable, str(PROJECT / "render.py"), *words]


def measure(file: Path, profile: Profile, rounds: int) -> Row:
    """Time one file both ways, by turns."""
    stock, ours = [], []
    with tempfile.TemporaryDirectory(prefix="frames-") as top:
        for number in range(rounds):
            places = [Path(top, f"{way}-{number}") for way in ("stock", "ours")]
            for place in places:
                place.mkdir()
            stock.append(run(stock_command(file, profile, places[0]), places[0]))
            ours.append(run(our_command(file, profile, places[1]), places[1]))
        (theirs,) = places[0].glob("videos/*/*/*.mp4")
        (mine,) = places[1].glob("out/*.mp4")
        (frames, _), (expected, _) = measure_video(mine), measure_video(theirs)
        if frames != expected:
            sys.exit(f"{file.name}: {frames} frames, but {expected} of stock manim")
        psnr, ssim = likeness(mine, theirs)
        limit = encode_alone(mine, profile, Path(top, "limit.mp4"))
        sizes = [path.stat().st_size // 1000 for path in (theirs, mine)]
    return Row(file.stem, frames, median(stock), median(ours), limit, *sizes, psnr, ssim)


def median(costs: Sequence[Cost]) -> Cost:
    """Return the middle of each figure."""
    return Cost(
        *(statistics.median(asdict(cost)[name] for cost in costs) for name in asdict(costs[0]))
    )


def encode_alone(path: Path, profile: Profile, target: Path) -> float:
    """Return the processor seconds that encoding the frames of a video takes, and nothing else."""
    encoder, seconds = Encoder(target, profile), 0.0
    with av.open(path) as container:
        for frame in container.decode(video=0):
            began = time.process_time()
            encoder.send(frame)
            seconds += time.process_time() - began
    encoder.close()
    return seconds


def likeness(one: Path, other: Path, every: int = 1) -> tuple[float, float]:
    """Return PSNR (dB, luma) and SSIM (all planes) of one video against another, in the mean.

    Of ``every`` so many frames one is compared.
    """
    told: list[list[float]] = [[], []]
    with av.open(one) as first, av.open(other) as second:
        graph = Graph()
        sources = [graph.add_buffer(template=each.streams.video[0]) for each in (first, second)]
        filters = [graph.add("psnr"), graph.add("ssim")]
        splits = [graph.add("split") for _ in sources]
        sinks = [graph.add("buffersink") for _ in filters]
        for place, (source, split) in enumerate(zip(sources, splits, strict=True)):
            source.link_to(split)
            for output, compare in enumerate(filters):
                split.link_to(compare, output, place)
        for compare, sink in zip(filters, sinks, strict=True):
            compare.link_to(sink)
        graph.configure()

        def drain() -> None:
            for name, sink, values in zip(LIKENESS, sinks, told, strict=True):
                with suppress(av.BlockingIOError, av.EOFError):  # no more for now, or for ever
                    while True:
                        values.append(min(100.0, float(sink.pull().metadata[name])))

        pairs = zip(first.decode(video=0), second.decode(video=0), strict=True)
        for pair in islice(pairs, 0, None, every):
            for source, frame in zip(sources, pair, strict=True):
                source.push(frame)
            drain()
        for source in sources:
            source.push(None)
        drain()
    return statistics.fmean(told[0]), statistics.fmean(told[1])


def table(rows: Sequence[Row]) -> str:
    """Return the figures as a Markdown table, with a last line for all scenes together."""
    lines = [
        "| scene | frames | stock, s | ours, s | ratio | limit, s | peak, MB | size | SSIM |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.scene} | {row.frames} | {row.stock.wall:.1f} | {row.ours.wall:.1f} "
        f"| {row.stock.wall / row.ours.wall:.2f} | {row.limit:.1f} "
        f"| {row.stock.peak_mb:.0f} → {row.ours.peak_mb:.0f} "
        f"| {row.ours_kb / row.stock_kb:.2f} | {row.ssim:.4f} |"
        for row in rows
    ]
    stock, ours = (sum(getattr(row, way).wall for row in rows) for way in ("stock", "ours"))
    limit = sum(row.limit for row in rows)
    lines.append(
        f"| all, one after the other | {sum(row.frames for row in rows)} | {stock:.1f} "
        f"| {ours:.1f} | {stock / ours:.2f} | {limit:.1f} | | | |"
    )
    return "\n".join(lines) + "\n"


def plot(rows: Sequence[Row]) -> str:
    """Return bars as SVG: for each scene stock, ours and the limit, to one scale."""
    longest = max(row.stock.wall for row in rows)
    parts, top = [], 30
    for row in rows:
        parts.append(f'<text x="10" y="{top + 26}">{row.scene}</text>')
        bars = ((row.stock.wall, "#9aa4b2"), (row.ours.wall, "#4f7cf7"), (row.limit, "#00cca6"))
        for place, (seconds, colour) in enumerate(bars):
            width, y = 480 * seconds / longest, top + 14 * place
            parts.append(f'<rect x="110" y="{y}" width="{width:.1f}" height="12" fill="{colour}"/>')
            parts.append(f'<text x="{116 + width:.1f}" y="{y + 10}">{seconds:.1f} s</text>')
        top += 60
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="680" height="{top}" '
        'font-family="sans-serif" font-size="12" fill="#101418">'
        '<text x="110" y="18">stock manim (grey), ours (blue), encoding alone (green)</text>'
        + "".join(parts)
        + "</svg>\n"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, tell, and write it down."""
    parser = argparse.ArgumentParser(description="Time our drawing against stock manim.")
    parser.add_argument("--quick", action="store_true", help="at draft size, once")
    parser.add_argument("files", nargs="*", type=Path, help="scene files [bench/scenes/*.py]")
    options = parser.parse_args(arguments)
    profile = profile_named("draft" if options.quick else "final")
    files = [path.resolve() for path in options.files] or sorted(SCENES.glob("[a-z]*.py"))
    rows = []
    for number, file in enumerate(files, start=1):
        print(f"{number}/{len(files)} {file.stem}", flush=True)
        rows.append(measure(file, profile, 1 if options.quick else ROUNDS))
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "frames.md").write_text(table(rows), encoding="utf-8")
    (TARGET / "frames.json").write_text(
        json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8"
    )
    (TARGET / "frames.svg").write_text(plot(rows), encoding="utf-8")
    print(table(rows), end="")
    print(f"{os.cpu_count()} cores, {profile.width}x{profile.height} at {profile.fps}; {TARGET}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
