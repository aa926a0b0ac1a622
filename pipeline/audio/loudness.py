"""Loudness: measured as EBU R 128 asks, by FFmpeg's own filter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

from pipeline.audio.filters import filtered
from pipeline.audio.waves import RATE, Samples

SILENCE = -70.0
"""LUFS; softer sound counts as silence."""
LINE = -23.0
"""LUFS; every line is brought to this level, so that all are equally loud."""
BOTH_EARS = 3.0103
"""LU; a sound in two channels is louder than in one by ten times log₁₀ 2."""
_MOST_GAIN = 40.0
_SHORTEST = RATE // 2
"""The number of samples that the filter needs for its first block."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """The loudness of a sound.

    Attributes
    ----------
    integrated
        The loudness of the whole sound, in LUFS; ``SILENCE`` if it is silent.
    true_peak
        The peak of the wave, also between the samples, in dBTP.
    """

    integrated: float
    true_peak: float


def measure(blocks: Iterable[Samples], layout: str = "mono") -> Loudness:
    """Measure sound that comes in blocks, ``(N,)`` of one channel or ``(C, N)``."""
    last: dict[str, str] = {}
    peak = 0.0
    meter = ("ebur128", "peak=true:metadata=1:framelog=quiet")
    for frame in filtered(blocks, meter, layout=layout):
        last = frame.metadata or last
        peak = max(peak, float(last.get("lavfi.r128.true_peak", 0)))
    integrated = float(last.get("lavfi.r128.I", SILENCE))
    return Loudness(max(SILENCE, integrated), 20 * float(np.log10(max(peak, 1e-6))))


def measure_file(path: Path) -> Loudness:
    """Measure the sound of a finished file, all its channels."""
    with av.open(path) as container:
        stream = container.streams.audio[0]
        frames = container.decode(stream)
        blocks = (frame.to_ndarray().astype(np.float32, copy=False) for frame in frames)
        return measure(blocks, stream.layout.name)


def level(samples: Samples) -> Samples:
    """Return a line at the loudness ``LINE``, but never above full scale."""
    padded = np.zeros(max(samples.size, _SHORTEST), np.float32)
    padded[: samples.size] = samples
    gain = min(_MOST_GAIN, LINE - measure([padded]).integrated)
    louder = samples * np.float32(10 ** (gain / 20))
    return louder / np.float32(max(1.0, np.abs(louder).max()))
