"""The encoder: it writes pictures as one H.264 stream, with equal settings for a whole profile."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.codec.context import Flags
from av.video.frame import PictureType, VideoFrame
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from pipeline.fastdraw.paint import _convert
from pipeline.fastdraw.paint.damage import Rect
from pipeline.machine.videos import measure_video
from pipeline.types import MP4, Profile


class Encoder:
    """Writes one video file.

    The colours are BT.709 in limited range, and tagged so: without the tags, a player guesses the
    colour space by the size, and the colours of a small video come out wrong.

    Parameters
    ----------
    path
        The MP4 file to write.
    profile
        The size, the frame rate and the options of x264.
    """

    def __init__(self, path: Path, profile: Profile) -> None:
        self.frames = 0
        self._key_next = True
        self._picture: VideoFrame | None = None
        self._container = av.open(path, "w", format="mp4", options=MP4)
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
        """Make the next frame a keyframe, at which a player can jump and a program can cut."""
        self._key_next = True

    def write(
        self,
        pixels: npt.NDArray[np.uint8],
        repeat: int = 1,
        damage: Sequence[Rect] | None = None,
    ) -> None:
        """Encode an RGBA picture of shape ``(height, width, 4)``, ``repeat`` times.

        A picture is converted once, however often it is repeated. ``damage`` names the rectangles
        in which it differs from the one before; only those are converted. ``None`` means all.
        """
        self.send(self._update(pixels, damage), repeat)

    def send(self, picture: VideoFrame, repeat: int = 1) -> None:
        """Encode a converted picture, ``repeat`` times."""
        for _ in range(repeat):
            picture.pts, picture.time_base = self.frames, self._time_base
            picture.pict_type = PictureType.I if self._key_next else PictureType.NONE
            self._key_next = False
            self._mux(picture)
            self.frames += 1

    def close(self) -> None:
        """Write the frames that x264 still holds, and close the file."""
        self._mux(None)
        self._container.close()

    def _update(self, pixels: npt.NDArray[np.uint8], damage: Sequence[Rect] | None) -> VideoFrame:
        """Update the converted picture, which is one object for all frames, and return it."""
        height, width = pixels.shape[:2]
        if self._picture is None or damage is None:
            damage = [Rect(0, 0, width, height)]
        if self._picture is None:
            self._picture = VideoFrame(width, height, "yuv420p")
            self._picture.colorspace = Colorspace.ITU709
            self._picture.color_range = ColorRange.MPEG
        luma, blue, red = self._picture.planes
        strides = luma.line_size, blue.line_size
        for rect in damage:
            corners = rect.left, rect.top, rect.right, rect.bottom
            _convert.convert(pixels, (height, width), luma, blue, red, strides, corners)
        return self._picture

    def _mux(self, picture: VideoFrame | None) -> None:
        for packet in self._stream.encode(picture):
            self._container.mux(packet)


def count_frames(path: Path, profile: Profile) -> int:
    """Reopen a finished file and return how many frames it holds.

    Raises
    ------
    ValueError
        If its size or rate is not the profile's.
    """
    video = measure_video(path)
    found = (video.width, video.height, video.rate)
    if found != (profile.width, profile.height, Fraction(profile.fps)):
        raise ValueError(
            f"{path.name} came out as {video.width}x{video.height} at {video.rate} frames per "
            f"second, not as {profile.name}"
        )
    return video.frames
