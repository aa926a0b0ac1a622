"""Measures settings of the encoder against stock manim's own, on the same true frames.

``python -m bench.parts.encoders [FILE…] [--clips 03 05b]`` renders scenes and clips once without
loss, encodes these frames with each of ``SETTINGS``, and prints a Markdown table: processor
seconds of encoding alone, the size of the file, and how far it is from the true frames. All are
relative to stock manim's settings on the same frames. A setting that is to take the place of
another must have a worst error of at most 1.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from threading import Event as Flag
from typing import Protocol

import av
from av.video.frame import PictureType, VideoFrame

from bench.tools.part import LESSON, scene_files
from bench.tools.tables import table as markdown
from bench.tools.videos import likeness
from pipeline.engine.plan.job import SceneJob
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.plan.profiles import PROFILES, profile_named
from pipeline.engine.workers.child import run_child
from pipeline.machine.x264 import BLIND, COMMON, SMALL
from pipeline.protocol import TASK_FILE, VIDEO, ClipTask, Listed, ListTask, SceneTask, Task, encode
from pipeline.protocol import Result as WorkerResult
from pipeline.types import Limits, Profile
from pipeline.worker.encoder import Encoder

CLIPS = ("03", "05b", "11")
EVERY = 5
"""One frame of so many is compared: neighbours are alike."""

# Keyframes at marks and nowhere else, so that the true frames know where the beats begin.
LOSSLESS = {**COMMON, "preset": "ultrafast", "qp": "0", "x264-params": "keyint=infinite"}
STOCK = {"crf": "23", "threads": "1", "forced-idr": "1"}
SETTINGS: Mapping[str, Mapping[str, str]] = {
    "`ultrafast`, crf 27": {**BLIND, "preset": "ultrafast", "crf": "27"},
    "`ultrafast`, qp 25, keyframes 16": PROFILES["draft"].encoder,
    "`superfast`, crf 22": {**BLIND, "preset": "superfast", "crf": "22"},
    "`superfast`, p8x8, 3 refs, aq 0.7, crf 24.6": {
        **SMALL,
        "refs": "3",
        "aq-strength": "0.7",
        "crf": "24.6",
    },
    "`superfast`, p8x8, 3 refs, qp 24": {**SMALL, "refs": "3", "qp": "24"},
    "`superfast`, p8x8, 3 refs, hex, subme 2, qp 26, keyframes 17, colours −3": PROFILES[
        "final"
    ].encoder,
    "the same, 1 ref": PROFILES["uhd"].encoder,
    "`veryfast`, no lookahead, crf 22": {**BLIND, "preset": "veryfast", "crf": "22"},
}


class Coder(Protocol):
    """What takes pictures and writes a file."""

    def mark(self) -> None:
        """Hear that a beat begins."""

    def send(self, picture: VideoFrame) -> None:
        """Encode a picture."""

    def close(self) -> None:
        """End the file."""


class StockCoder:
    """Encodes as manim's own file writer does, but for one thread, and one file for all frames.

    manim begins a file, and so with a keyframe, at every play. Here only the beats are known: stock
    is given the fewest keyframes that it can have.
    """

    def __init__(self, path: Path, profile: Profile) -> None:
        self._container = av.open(path, "w", format="mp4")
        self._stream = self._container.add_stream("libx264", rate=profile.fps, options=dict(STOCK))
        self._stream.pix_fmt = "yuv420p"
        self._stream.width, self._stream.height = profile.width, profile.height
        self._time_base, self._frames = Fraction(1, profile.fps), 0
        self._key_next = False

    def mark(self) -> None:
        """Hear that a beat begins, and with it a play."""
        self._key_next = True

    def send(self, picture: VideoFrame) -> None:
        """Encode a picture."""
        picture.pts, picture.time_base = self._frames, self._time_base
        picture.pict_type = PictureType.I if self._key_next else PictureType.NONE
        self._key_next = False
        self._frames += 1
        self._mux(picture)

    def close(self) -> None:
        """Write what is still inside and end the file."""
        self._mux(None)
        self._container.close()

    def _mux(self, picture: VideoFrame | None) -> None:
        for packet in self._stream.encode(picture):
            self._container.mux(packet)


@dataclass(frozen=True)
class Result:
    """What one setting did to one video.

    ``seconds`` of the processor, ``size`` in bytes, ``psnr`` (dB, luma) and ``ssim`` against the
    true frames.
    """

    seconds: float
    size: int
    psnr: float
    ssim: float


@dataclass(frozen=True)
class Ratio:
    """One setting against stock's, on one video: ``error`` is that of ``1 - SSIM``."""

    seconds: float
    size: float
    error: float
    psnr: float


def tasks(
    files: Sequence[Path], clips: Sequence[str], profile: Profile, output: Path
) -> Iterator[ClipTask | SceneTask]:
    """Yield what a worker is to play: every scene of the files, then the clips."""
    for file in files:
        listed = work(ListTask(file, Path.cwd(), profile, output))
        if not isinstance(listed, Listed):
            raise TypeError(f"{file} was not listed")
        for scene in listed.scenes:
            yield SceneJob(file, scene, profile, Path.cwd()).task(output)
    if clips:
        for job in make_plan(LESSON.slug, clips, profile).jobs:
            yield job.task(output)


def work(task: Task, target: Path | None = None, seconds: int = 0) -> WorkerResult:
    """Let a worker do its task; the first ``seconds`` of its video go to ``target``."""
    folder = task.output.parent
    order = folder / TASK_FILE
    order.write_bytes(encode(task))
    ending = run_child(order, folder / "log", Limits(), lambda _: None, Flag())
    if ending.result is None:
        sys.exit(f"{order}: {ending.reason}")
    if target:
        cut(task.output, target, seconds * task.profile.fps)
    return ending.result


def cut(path: Path, target: Path, frames: int) -> None:
    """Copy the first frames of a video that has no B-frames."""
    with av.open(path) as source, av.open(target, "w") as output:
        video = source.streams.video[0]
        stream = output.add_stream_from_template(video)
        for number, packet in enumerate(source.demux(video)):
            if number == frames or packet.dts is None:
                break
            packet.stream = stream
            output.mux(packet)


def encode_all(true: Path, folder: Path, profile: Profile) -> dict[str, Result]:
    """Encode the true frames with stock's settings, here called ``""``, and with each of ours.

    All by turns, frame by frame: whatever else the machine does meets them alike.
    """
    paths = {name: folder / f"{number}.mp4" for number, name in enumerate(("", *SETTINGS))}
    coders: dict[str, Coder] = {"": StockCoder(paths[""], profile)}
    for name, options in SETTINGS.items():
        coders[name] = Encoder(paths[name], like(profile, options))
    seconds = dict.fromkeys(coders, 0.0)
    with av.open(true) as container:
        for frame in container.decode(video=0):
            begins = frame.key_frame
            for name, coder in coders.items():
                if begins:
                    coder.mark()
                began = time.process_time()
                coder.send(frame)
                seconds[name] += time.process_time() - began
    for name, coder in coders.items():
        began = time.process_time()
        coder.close()
        seconds[name] += time.process_time() - began
    return {
        name: Result(seconds[name], path.stat().st_size, *likeness(path, true, EVERY))
        for name, path in paths.items()
    }


def like(profile: Profile, options: Mapping[str, str]) -> Profile:
    """Return a profile of the same size and rate with other options of the encoder."""
    return Profile(profile.name, profile.width, profile.height, profile.fps, options)


def against(stock: Result, ours: Result) -> Ratio:
    """Return ours relative to stock's."""
    return Ratio(
        ours.seconds / stock.seconds,
        ours.size / stock.size,
        (1 - ours.ssim) / (1 - stock.ssim),
        ours.psnr - stock.psnr,
    )


def table(results: Sequence[Mapping[str, Result]]) -> str:
    """Return a Markdown table, a row for each setting: over all videos, and the worst of them."""
    lines = [["stock: `medium`, crf 23", *["1.00"] * 5, *["0.0"] * 2]]
    for name in SETTINGS:
        ratios = [against(result[""], result[name]) for result in results]
        seconds = statistics.median(ratio.seconds for ratio in ratios)
        sizes, errors, psnrs = (
            [getattr(ratio, figure) for ratio in ratios] for figure in ("size", "error", "psnr")
        )
        figures = [seconds, statistics.median(sizes), max(sizes), statistics.median(errors)]
        figures.append(max(errors))
        gains = [statistics.median(psnrs), min(psnrs)]
        lines.append([name, *(f"{one:.2f}" for one in figures), *(f"{one:+.1f}" for one in gains)])
    heads = ["setting", "processor", "size, median", "worst", "error, median", "worst"]
    return markdown([*heads, "PSNR, median", "worst"], lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Render, encode and tell."""
    parser = argparse.ArgumentParser(description="Measure settings of the encoder.")
    parser.add_argument("files", nargs="*", type=Path, help="scene files [bench/scenes/*.py]")
    parser.add_argument("--clips", nargs="*", default=CLIPS, help=f"of the lesson {CLIPS}")
    parser.add_argument("--seconds", type=int, default=25, help="of each, from its start [25]")
    parser.add_argument("--profile", choices=PROFILES, default="final", help="size and rate")
    options = parser.parse_args(arguments)
    profile = like(profile_named(options.profile), LOSSLESS)
    files = [path.resolve() for path in options.files] or scene_files()
    results = []
    with tempfile.TemporaryDirectory(prefix="encoders-") as top:
        for task in tasks(files, options.clips, profile, Path(top, VIDEO)):
            true = Path(top, "true.mp4")
            work(task, true, options.seconds)
            results.append(encode_all(true, Path(top), profile))
            print(f"{task.scene}:\n{table(results[-1:])}", flush=True)
    print(f"all {len(results)}, at {profile.width}x{profile.height}, {profile.fps}:")
    print(table(results), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
