"""The mix: every line at its place, digital silence between them, at the wanted loudness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

from pipeline.audio.filters import filtered, frame_of
from pipeline.audio.loudness import BOTH_EARS, SILENCE, Loudness, measure, measure_file
from pipeline.audio.waves import RATE, Samples, read_wave
from pipeline.types import PipelineError

PEAK = -1.0
"""dBTP; no peak may exceed it after encoding."""
TOLERANCE = 0.5
"""LU; twice as strict as promised, because other decoders may round differently."""
BIT_RATE = 128_000
_CODER = "fast"
"""The encoder's method of distributing bits. At this rate its signal-to-noise ratio for a voice is
18 dB better than that of the slower method, and it takes 40 % of the time."""
PRIMING = 1024
"""The number of samples by which the AAC encoder delays the sound: its first packet."""

_BLOCK = RATE
_ATTEMPTS = 6
_LIMIT = PEAK - 1.5
"""dBFS; samples are limited to it in the first attempt. The wave between them rises higher."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in the mix: its file, and its first sample."""

    file: Path
    start: int


def mix(lines: Sequence[Placed], length: int, target: Path, loudness: float) -> Loudness:
    """Write one track of ``length`` samples as AAC-LC in an MP4 file, and return how loud it is.

    The gain comes from a first measurement. The finished file is measured again, and the gain is
    corrected for what encoding and limiting have changed.

    Parameters
    ----------
    lines
        In the order of time, none over another.
    length
        Samples at 48 kHz, two equal channels.
    target
        The file.
    loudness
        Integrated, in LUFS.

    Raises
    ------
    ValueError
        If a line runs into the next one or over the end, or begins before the encoder can give
        sound.
    PipelineError
        If that loudness cannot be reached below the highest peak.
    """
    before = measure(_blocks(lines, length)).integrated + BOTH_EARS
    if before <= SILENCE + BOTH_EARS:
        raise ValueError("there is nothing to hear in this mix")
    gain, limit = loudness - before, _LIMIT
    for _ in range(_ATTEMPTS):
        _encode(_held(_blocks(lines, length), gain, limit), length, target)
        found = measure_file(target)
        if abs(found.integrated - loudness) <= TOLERANCE and found.true_peak <= PEAK:
            return found
        gain += loudness - found.integrated
        limit -= max(0.0, found.true_peak - PEAK + 0.1)
    raise PipelineError(
        f"the voice cannot be made {loudness:g} LUFS loud below {PEAK:g} dBTP (it is "
        f"{found.integrated:.1f} LUFS, {found.true_peak:.1f} dBTP); ask for less with --loudness"
    )


def _blocks(lines: Sequence[Placed], length: int) -> Iterator[Samples]:
    """Yield the mix in pieces, silence and lines in turn; only one line is read at a time."""
    place = 0
    for line in lines:
        if line.start < max(place, PRIMING):
            raise ValueError(f"{line.file} begins at sample {line.start}, before {place} is over")
        yield from _silence(line.start - place)
        samples = read_wave(line.file)
        place = line.start + samples.size
        if place > length:
            raise ValueError(f"{line.file} ends at sample {place}, the mix at {length}")
        yield samples
    yield from _silence(length - place)


def _silence(count: int) -> Iterator[Samples]:
    for place in range(0, count, _BLOCK):
        yield np.zeros(min(_BLOCK, count - place), np.float32)


def _held(blocks: Iterator[Samples], gain: float, limit: float) -> Iterator[Samples]:
    """Yield the sound, louder by ``gain`` dB and limited to ``limit`` dBFS."""
    louder = ("volume", f"volume={gain:.4f}dB:precision=float")
    held = ("alimiter", f"limit={10 ** (limit / 20):.6f}:attack=5:release=60:level=0:latency=1")
    even = ("aformat", f"sample_fmts=fltp:sample_rates={RATE}:channel_layouts=mono")
    for frame in filtered(blocks, louder, held, even):
        yield frame.to_ndarray()[0]


def _encode(blocks: Iterator[Samples], length: int, target: Path) -> None:
    """Write blocks of one channel as AAC in two channels, without a shift in time.

    The encoder delays the sound by one packet. Players skip that packet only if the file says so in
    an edit list, and it has none. Instead, the first ``PRIMING`` samples, which are silent, are not
    given to the encoder; so its delay takes their place.
    """
    with av.open(target, "w", format="mp4", options={"use_editlist": "0"}) as container:
        stream = container.add_stream(
            "aac", rate=RATE, layout="stereo", bit_rate=BIT_RATE, options={"aac_coder": _CODER}
        )
        place, skip = 0, PRIMING

        def mux(frame: av.AudioFrame | None) -> None:
            for packet in stream.encode(frame):
                assert packet.pts is not None  # noqa: S101 an encoder counts; tells mypy so
                start = packet.pts + PRIMING
                if start >= length:
                    continue  # nothing but the encoder's own padding
                packet.pts = packet.dts = start
                packet.duration = min(PRIMING, length - start)
                container.mux(packet)

        for block in blocks:
            kept = block[skip:]
            skip -= block.size - kept.size
            if not kept.size:
                continue
            mux(frame_of(np.stack([kept, kept]), "stereo", place))
            place += kept.size
        mux(None)
