"""AV1 with Opus: a smaller copy of a video for browsers that play it."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.video.frame import VideoFrame

from pipeline.types import MP4
from publish.rendered import RenderedVideo

SUFFIX = ".av1.mp4"
TYPE = 'video/mp4; codecs="av01.0.08M.08, opus"'
_VIDEO = {"preset": "6", "crf": "34", "svtav1-params": "tune=0"}
_SOUND_RATE = 48_000
"""Samples a second: Opus knows no other that would carry the whole band."""


def write_av1(video: RenderedVideo, path: Path) -> None:
    """Write a video's pictures as AV1 and its sound, if it has any, as Opus.

    Every frame is encoded once more, at the time it had: captions and links stay true.
    """
    os.environ["SVT_LOG"] = "1"  # errors only: it would tell the terminal of each setting
    with (
        av.open(video.path) as source,
        av.open(path, "w", format="mp4", options={**MP4, "movflags": "+faststart"}) as target,
    ):
        picture = target.add_stream("libsvtav1", rate=video.fps)
        picture.width, picture.height = video.width, video.height
        picture.pix_fmt = "yuv420p"
        # The stream's own base changes when the file begins: frames keep this one.
        base = Fraction(1, video.fps)
        picture.codec_context.time_base = base
        picture.options = {**_VIDEO, "g": str(2 * video.fps)}
        context = picture.codec_context
        context.color_range, context.colorspace = 1, 1  # limited range, BT.709
        context.color_primaries, context.color_trc = 1, 1
        sound = target.add_stream("libopus", rate=_SOUND_RATE) if source.streams.audio else None
        sampler = AudioResampler(format="flt", layout="stereo", rate=_SOUND_RATE)
        place = 0
        # As the source lies, pictures and sound by turns, so that a player reads both at once.
        for packet in source.demux(*source.streams.video[:1], *source.streams.audio[:1]):
            for frame in packet.decode():
                if isinstance(frame, VideoFrame):
                    frame.pts, frame.time_base = place, base
                    place += 1
                    target.mux(picture.encode(frame))
                elif isinstance(frame, AudioFrame) and sound is not None:
                    for piece in sampler.resample(frame):
                        target.mux(sound.encode(piece))
        target.mux(picture.encode(None))
        if sound is not None:
            for piece in sampler.resample(None):
                target.mux(sound.encode(piece))
            target.mux(sound.encode(None))
