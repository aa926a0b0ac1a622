"""The encoder: pictures in, one H.264 stream out, every clip of a profile encoded alike."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.codec.context import Flags
from av.video.frame import PictureType, VideoFrame
from av.video.reformatter import (
    ColorPrimaries,
    ColorRange,
    Colorspace,
    ColorTrc,
    Interpolation,
    VideoReformatter,
)

from pipeline.drawing.damage import Rect
from pipeline.types import Profile

CONTAINER = {"use_editlist": "0", "movflags": "+negative_cts_offsets"}
"""No edit list: some players ignore it, others shift the picture by it."""


_MARGIN = 8
"""Pixels around a rectangle that are converted with it and thrown away; even."""

_STEP = 64
"""Pixels: widths and heights are rounded up to it, so that few sizes occur; even."""

# Of each colour that is averaged, all pixels are taken: otherwise half of them first, more slowly.
_AVERAGE = Interpolation.AREA | Interpolation.FULL_CHR_H_INP

_SIZES = 24
"""Sizes that are kept prepared, each with half a megabyte or more of its own."""


class Encoder:
    """Writes one video file.

    The picture is BT.709 in limited range, and says so: without the tags a player guesses by the
    size, and a small video's colours come out wrong.

    Parameters
    ----------
    path
        The file, MP4.
    profile
        Size, rate and options.
    """

    def __init__(self, path: Path, profile: Profile) -> None:
        self.frames = 0
        self._key_next = True
        self._reformatters: dict[tuple[int, ...], VideoReformatter] = {}
        self._picture: VideoFrame | None = None
        self._planes: list[npt.NDArray[np.uint8]] = []
        self._container = av.open(path, "w", format="mp4", options=CONTAINER)
        stream = self._container.add_stream(
            "libx264", rate=profile.fps, options=dict(profile.encoder)
        )
        stream.width, stream.height, stream.pix_fmt = profile.width, profile.height, "yuv420p"
        context = stream.codec_context
        context.time_base = Fraction(1, profile.fps)
        context.sample_aspect_ratio = Fraction(1)
        context.gop_size = profile.gop
        context.flags |= Flags.closed_gop
        context.color_primaries = ColorPrimaries.BT709
        context.color_trc = ColorTrc.BT709
        context.colorspace = Colorspace.ITU709
        context.color_range = ColorRange.MPEG
        self._stream, self._time_base = stream, context.time_base

    def mark(self) -> None:
        """Make the next frame a keyframe: a place to jump to and to cut at."""
        self._key_next = True

    def write(
        self,
        pixels: npt.NDArray[np.uint8],
        repeat: int = 1,
        damage: Sequence[Rect] | None = None,
    ) -> None:
        """Encode an RGBA picture of shape ``(height, width, 4)``, ``repeat`` times.

        A still picture is converted once, however long it is held; and of any other only what
        differs from the one before, where somebody knows: ``damage`` names the rectangles.
        """
        self.send(self._update(pixels, damage), repeat)

    def send(self, picture: VideoFrame, repeat: int = 1) -> None:
        """Encode a picture that is converted already, ``repeat`` times."""
        for _ in range(repeat):
            picture.pts, picture.time_base = self.frames, self._time_base
            picture.pict_type = PictureType.I if self._key_next else PictureType.NONE
            self._key_next = False
            self._mux(picture)
            self.frames += 1

    def close(self) -> None:
        """Write what is still inside and end the file."""
        self._mux(None)
        self._container.close()

    def _update(self, pixels: npt.NDArray[np.uint8], damage: Sequence[Rect] | None) -> VideoFrame:
        """Return the one picture that is sent again and again, brought up to date."""
        height, width = pixels.shape[:2]
        if self._picture is None:
            self._picture = self._convert(pixels)
            self._planes = planes_of(self._picture)
            return self._picture
        # Even if all has changed: to put it into the picture that is there takes less than another.
        for rect in [Rect(0, 0, width, height)] if damage is None else damage:
            self._patch(pixels, rect)
        return self._picture

    def _patch(self, pixels: npt.NDArray[np.uint8], rect: Rect) -> None:
        """Convert one rectangle, whose corners are even, and put it into the picture's planes."""
        height, width = pixels.shape[:2]
        # Chroma is the mean over two by two pixels, and looks a little beyond an edge.
        outer = _rounded(rect.grown(_MARGIN, width, height), width, height)
        patch = planes_of(self._convert(pixels[outer.rows, outer.columns]))
        for plane, piece, scale in zip(self._planes, patch, (1, 2, 2), strict=True):
            top, left = (rect.top - outer.top) // scale, (rect.left - outer.left) // scale
            target = plane[
                rect.top // scale : rect.bottom // scale, rect.left // scale : rect.right // scale
            ]
            target[:] = piece[top : top + target.shape[0], left : left + target.shape[1]]

    def _convert(self, pixels: npt.NDArray[np.uint8]) -> VideoFrame:
        # A reformatter prepares itself for a size, which takes longer than to convert a part.
        size = pixels.shape[:2]
        reformatter = self._reformatters.pop(size, None) or VideoReformatter()
        self._reformatters[size] = reformatter
        if len(self._reformatters) > _SIZES:
            del self._reformatters[next(iter(self._reformatters))]
        return reformatter.reformat(
            # Lent, even if it is a part of a larger one, and done with at once.
            VideoFrame.from_numpy_buffer(pixels, format="rgba"),
            format="yuv420p",
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
            interpolation=_AVERAGE,
        )

    def _mux(self, picture: VideoFrame | None) -> None:
        for packet in self._stream.encode(picture):
            self._container.mux(packet)


def _rounded(rect: Rect, width: int, height: int) -> Rect:
    """Return a rectangle that holds this one, of a size that is often met, in the same picture."""
    across = min(width, -(-(rect.right - rect.left) // _STEP) * _STEP)
    down = min(height, -(-(rect.bottom - rect.top) // _STEP) * _STEP)
    left, top = min(rect.left, width - across), min(rect.top, height - down)
    return Rect(left, top, left + across, top + down)


def planes_of(picture: VideoFrame) -> list[npt.NDArray[np.uint8]]:
    """Return the planes of a picture, to be read and written in place."""
    return [
        np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[
            :, : plane.width
        ]
        for plane in picture.planes
    ]


def count_frames(path: Path, profile: Profile) -> int:
    """Reopen a finished file and return how many frames it holds.

    Raises
    ------
    ValueError
        If its size or rate is not the profile's.
    """
    with av.open(path) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        found = (context.width, context.height, int(stream.average_rate or 0))
        if found != (profile.width, profile.height, profile.fps):
            raise ValueError(f"{path.name} came out as {found}, not as {profile.name}")
        return sum(packet.dts is not None for packet in container.demux(stream))
