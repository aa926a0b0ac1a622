"""What a finished video is: its frames, its rate, and how like another one it looks."""

from __future__ import annotations

import statistics
from contextlib import suppress
from itertools import islice, pairwise
from pathlib import Path

import av
from av.filter import Graph

LIKENESS = ("lavfi.psnr.psnr.y", "lavfi.ssim.All")
CAP = 100.0
"""The PSNR of two pictures that do not differ at all, which has none."""


def timestamps(path: Path) -> list[int]:
    """Return when each frame of a video is shown, in its own unit, in order."""
    with av.open(path) as container:
        packets = container.demux(container.streams.video[0])
        return sorted(packet.pts for packet in packets if packet.pts is not None)


def is_even(moments: list[int]) -> bool:
    """Tell whether all steps from frame to frame are the same: a constant frame rate."""
    steps = {after - before for before, after in pairwise(moments)}
    return len(steps) <= 1 and 0 not in steps


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
                        values.append(min(CAP, float(sink.pull().metadata[name])))

        pairs = zip(first.decode(video=0), second.decode(video=0), strict=True)
        for pair in islice(pairs, 0, None, every):
            for source, frame in zip(sources, pair, strict=True):
                source.push(frame)
            drain()
        for source in sources:
            source.push(None)
        drain()
    return statistics.fmean(told[0]), statistics.fmean(told[1])
