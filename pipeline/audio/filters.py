"""Filters: sound in blocks is sent through FFmpeg's own filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import av
import numpy as np
from av.filter import Graph

from pipeline.audio.waves import RATE, Samples


def filtered(
    blocks: Iterable[Samples], *filters: tuple[str, str], layout: str = "mono"
) -> Iterator[av.AudioFrame]:
    """Send sound through filters, one after the other, and yield what comes out of the last.

    Parameters
    ----------
    blocks
        The sound, ``(N,)`` of one channel or ``(C, N)``.
    filters
        The name of each filter, with its options as FFmpeg writes them.
    layout
        FFmpeg's name for the channels.
    """
    graph = Graph()
    source = graph.add_abuffer(sample_rate=RATE, format="fltp", layout=layout)
    through = [graph.add(name, options) for name, options in filters]
    graph.link_nodes(source, *through, graph.add("abuffersink")).configure()
    place = 0
    for block in blocks:
        frame = frame_of(block, layout, place)
        place += frame.samples
        graph.push(frame)
        yield from _ready(graph)
    graph.push(None)
    yield from _ready(graph)


def frame_of(samples: Samples, layout: str, place: int) -> av.AudioFrame:
    """Return a block of sound, ``(N,)`` or ``(C, N)``, as a frame that begins at a sample."""
    frame = av.AudioFrame.from_ndarray(np.atleast_2d(samples), format="fltp", layout=layout)
    frame.sample_rate, frame.pts = RATE, place
    return frame


def _ready(graph: Graph) -> Iterator[av.AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        assert isinstance(frame, av.AudioFrame)  # noqa: S101 no picture went in; tells mypy so
        yield frame
