"""The sound of a user's scene: what the scene has mixed, encoded to go with its picture."""

from __future__ import annotations

from pathlib import Path

import av
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream

from pipeline.audio.mix import BIT_RATE
from pipeline.audio.waves import RATE
from pipeline.types import Format


def encode_sound(wave: Path, seconds: float, target: Path, container: Format = Format.MP4) -> None:
    """Write a sound in two channels, no longer than its picture: AAC-LC, or Opus for WEBM.

    An encoder delays the sound by some samples, AAC by 1024, or 21 ms. The file has no edit list
    that would make a player skip them: the sound comes that much later, as it does in manim's own
    videos.

    Parameters
    ----------
    wave
        The sound file.
    seconds
        How long the picture is.
    target, container
        The file to write, and what kind of video it is for.
    """
    webm = container is Format.WEBM
    codec, samples = ("libopus", "flt") if webm else ("aac", "fltp")
    options = {} if webm else {"use_editlist": "0"}
    resampler = AudioResampler(format=samples, layout="stereo", rate=RATE)
    length = round(seconds * RATE)
    with (
        av.open(wave) as source,
        av.open(target, "w", format="webm" if webm else "mp4", options=options) as output,
    ):
        stream = output.add_stream(codec, rate=RATE, layout="stereo", bit_rate=BIT_RATE)
        assert isinstance(stream, AudioStream)  # noqa: S101 both codecs are; tells mypy so
        delay: int | None = None

        def mux(frame: av.AudioFrame | None) -> None:
            nonlocal delay
            for packet in stream.encode(frame):
                assert packet.pts is not None  # noqa: S101 an encoder counts; tells mypy so
                if delay is None:
                    delay = -packet.pts
                start = packet.pts + delay
                if start < length:
                    packet.pts = packet.dts = start
                    packet.duration = min(packet.duration or 0, length - start)
                    output.mux(packet)

        place = 0
        for frame in (*source.decode(source.streams.audio[0]), None):
            for even in resampler.resample(frame):
                even.pts = place
                place += even.samples
                mux(even)
        mux(None)
