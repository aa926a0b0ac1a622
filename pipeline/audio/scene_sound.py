"""The sound of a user's scene: what the scene has mixed, encoded to go with its picture."""

from __future__ import annotations

from pathlib import Path

import av
from av.audio.resampler import AudioResampler

from pipeline.audio.mix import BIT_RATE, PRIMING
from pipeline.audio.waves import RATE


def encode_sound(wave: Path, seconds: float, target: Path) -> None:
    """Write a sound as AAC-LC in an MP4 file, in two channels, no longer than its picture.

    The encoder delays the sound by ``PRIMING`` samples, 21 ms. The file has no edit list that would
    make a player skip them: the sound comes that much later, as it does in manim's own videos.

    Parameters
    ----------
    wave
        The sound file.
    seconds
        How long the picture is.
    target
        The file to write.
    """
    resampler = AudioResampler(format="fltp", layout="stereo", rate=RATE)
    length = round(seconds * RATE)
    with (
        av.open(wave) as source,
        av.open(target, "w", format="mp4", options={"use_editlist": "0"}) as container,
    ):
        stream = container.add_stream("aac", rate=RATE, layout="stereo", bit_rate=BIT_RATE)

        def mux(frame: av.AudioFrame | None) -> None:
            for packet in stream.encode(frame):
                assert packet.pts is not None  # noqa: S101 an encoder counts; tells mypy so
                start = packet.pts + PRIMING
                if start < length:
                    packet.pts = packet.dts = start
                    packet.duration = min(PRIMING, length - start)
                    container.mux(packet)

        place = 0
        for frame in (*source.decode(source.streams.audio[0]), None):
            for even in resampler.resample(frame):
                even.pts = place
                place += even.samples
                mux(even)
        mux(None)
