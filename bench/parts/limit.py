"""The encoder's limit: the same frames, ready and converted, encoded with nothing else to do.

``python -m bench.parts.limit PROFILE FOLDER FILE…`` encodes the frames of some videos into
``FOLDER`` and prints the seconds that encoding took. A second of frames at a time is
decoded into memory, with the clock standing still, and then encoded, with the clock running.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import av
from av.video.frame import VideoFrame

from bench.tools.part import environment
from pipeline.engine.plan.profiles import profile_named
from pipeline.types import Profile
from pipeline.worker.encoder import Encoder


@dataclass(frozen=True)
class Limit:
    """Processor seconds of encoding alone, and over how many cores they are spread."""

    cpu: float
    cores: int

    @property
    def wall(self) -> float:
        """The seconds it would take if the cores had nothing else to do and shared it evenly."""
        return self.cpu / self.cores


def measure_limit(files: Mapping[Path, int], profile: Profile, jobs: int, folder: Path) -> Limit:
    """Encode the frames of videos, each given with their number, in ``jobs`` processes at once."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        processes = []
        for number, share in enumerate(shares(files, jobs)):
            target = folder / str(number)
            target.mkdir(exist_ok=True)
            words = [profile.name, str(target), *map(str, share)]
            process = subprocess.Popen(
                [sys.executable, "-m", "bench.parts.limit", *words],
                env=environment(),
                stdout=subprocess.PIPE,
            )
            stack.callback(process.kill)
            processes.append(process)
        told = [process.communicate()[0] for process in processes]
        if any(process.returncode for process in processes):
            sys.exit("encoding alone failed")
    return Limit(sum(json.loads(one)["cpu"] for one in told), jobs)


def shares(files: Mapping[Path, int], jobs: int) -> list[list[Path]]:
    """Spread files over processes: the largest first, each to the least loaded process."""
    given: list[list[Path]] = [[] for _ in range(jobs)]
    load = [0] * jobs
    for file in sorted(files, key=lambda file: -files[file]):
        place = load.index(min(load))
        given[place].append(file)
        load[place] += files[file]
    return [share for share in given if share]


def encode(file: Path, profile: Profile, target: Path) -> float:
    """Return the processor seconds that encoding the frames of a video takes."""
    began = time.process_time()
    encoder = Encoder(target, profile)
    seconds = time.process_time() - began
    for frames in batches(file, profile.fps):
        began = time.process_time()
        for frame in frames:
            encoder.send(frame)
        seconds += time.process_time() - began
    began = time.process_time()
    encoder.close()
    return seconds + time.process_time() - began


def batches(file: Path, size: int) -> Iterator[Sequence[VideoFrame]]:
    """Yield the decoded frames of a video, some at a time."""
    with av.open(file) as container:
        stream = container.streams.video[0]
        # In this thread: another would decode ahead while the clock runs.
        stream.codec_context.thread_count = 1
        frames = container.decode(stream)
        while batch := list(islice(frames, size)):
            yield batch


def main() -> int:
    """Encode what the command line names, and print what it took."""
    name, folder, *files = sys.argv[1:]
    profile = profile_named(name)
    seconds = [
        encode(Path(file), profile, Path(folder, f"{number}.mp4"))
        for number, file in enumerate(files)
    ]
    print(json.dumps({"cpu": sum(seconds)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
