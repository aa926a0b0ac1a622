"""Frames: single pictures taken out of a finished video, by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import av
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace
from PIL import Image

from pipeline.types import PipelineError


def read_frames(path: Path, numbers: Iterable[int]) -> Iterator[tuple[int, Image.Image]]:
    """Yield the frames called for, each with its number, in the order of the video.

    Jumps to the keyframe before each one: a sheet of a long clip decodes a tenth of it.

    Raises
    ------
    PipelineError
        If the video has no such frame.
    """
    with av.open(path) as container:
        video = container.streams.video[0]
        rate, unit = video.average_rate, video.time_base
        assert rate is not None  # noqa: S101 a video stream has one; tells mypy so
        assert unit is not None  # noqa: S101 likewise
        for number in sorted(set(numbers)):
            container.seek(round(number / rate / unit), stream=video)
            for frame in container.decode(video):
                assert frame.pts is not None  # noqa: S101 the encoder numbers every frame
                if round(frame.pts * unit * rate) == number:
                    yield number, to_picture(frame)
                    break
            else:
                raise PipelineError(f"{path.name} has no frame {number}")


def to_picture(frame: VideoFrame) -> Image.Image:
    """Return a frame in the colours that were drawn: BT.709, limited range, as it was encoded."""
    pixels = frame.to_ndarray(
        format="rgb24",
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
    )
    return Image.fromarray(pixels)
