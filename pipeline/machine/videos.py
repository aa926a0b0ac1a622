"""Video files: what one holds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av


@dataclass(frozen=True, slots=True)
class Measured:
    """The picture of a video file.

    Attributes
    ----------
    frames
        How many frames it holds.
    rate
        Frames per second; zero where the file does not say.
    width, height
        Of the picture, in pixels.
    """

    frames: int
    rate: Fraction
    width: int
    height: int


def measure_video(path: Path) -> Measured:
    """Open a video file and count its frames, without decoding them.

    Raises
    ------
    av.FFmpegError, IndexError
        If it is no video.
    """
    with av.open(path) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        frames = sum(packet.dts is not None for packet in container.demux(stream))
        rate = Fraction(stream.average_rate or 0)
        if not rate and container.duration:
            # A WebM of one frame names no rate; its length is known to the microsecond.
            rate = Fraction(frames * av.time_base, container.duration).limit_denominator(1001)
        return Measured(frames, rate, context.width, context.height)
