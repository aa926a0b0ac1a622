"""The kinds of files that a user's scene can become, beside the lessons' H.264 in MP4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import chain, islice
from pathlib import Path

import av
import manim
import numpy as np
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.frame import PictureType, VideoFrame
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from av.video.stream import VideoStream
from PIL import Image

from pipeline.fastdraw.paint.damage import Rect
from pipeline.machine.videos import measure_video
from pipeline.types import Format, Profile
from pipeline.worker.encoder import Encoder, count_frames
from pipeline.worker.sink import Pixels, Sink

GIF_RATE = 50
"""Frames a second, at most, of a GIF: players slow down what is faster."""


@dataclass(frozen=True, slots=True)
class _Codec:
    """How FFmpeg is told to encode: encoder, container, kind of pixel, options of the encoder."""

    name: str
    container: str
    pixels: str
    options: Mapping[str, str] = field(default_factory=dict)
    packing: Mapping[str, str] = field(default_factory=dict)
    """Options of the container."""


_ONE_THREAD = {"threads": "1"}
_PRORES = _Codec("prores_ks", "mov", "yuva444p10le", {"profile": "4444", "alpha_bits": "16"})
_VP9 = _Codec(
    "libvpx-vp9",
    "webm",
    "yuv420p",
    # No hidden frames: each packet is one picture, and alpha knows none.
    {"crf": "24", "b": "0", "cpu-used": "4", "auto-alt-ref": "0", **_ONE_THREAD},
)
_VP9_ALPHA = replace(_VP9, pixels="yuva420p")
_LOSSLESS = _Codec("qtrle", "mov", "argb")
_APNG = _Codec("apng", "apng", "rgb24", packing={"plays": "0"})  # it plays again for ever
_APNG_ALPHA = replace(_APNG, pixels="rgba")


def open_film(path: Path, profile: Profile, kind: Format, *, alpha: bool) -> Sink:
    """Open the file that a scene becomes; ``alpha`` says whether its ground is seen through."""
    match kind:
        case Format.PNG:
            return _LastPicture(path, alpha=alpha)
        case Format.GIF:
            return _Gif(path, profile, alpha=alpha)
        case Format.WEBM:
            return _Film(path, profile, _VP9_ALPHA if alpha else _VP9)
        case Format.MOV if alpha:
            return _Film(path, profile, _PRORES)
        case _:
            return Encoder(path, profile)


def open_animated_png(path: Path, profile: Profile, *, alpha: bool) -> Sink:
    """Open a PNG that moves: all of its pictures, without loss."""
    return _Film(path, profile, _APNG_ALPHA if alpha else _APNG)


def check_film(path: Path, profile: Profile, kind: Format, drawn: int) -> int:
    """Reopen a finished file and return how many frames it holds.

    Raises
    ------
    RuntimeError
        If frames are missing.
    """
    match kind:
        case Format.PNG:
            expected, found = 1, measure_video(path).frames
        case Format.GIF:
            expected, found = -(-drawn // _gif_step(profile)), measure_video(path).frames
        case _:
            expected, found = drawn, count_frames(path, profile)
    if found != expected:
        raise RuntimeError(f"{expected} frames were drawn, {found} are in the file")
    return found


def straight(pixels: Pixels) -> Pixels:
    """Return a picture with the colours of its half transparent pixels as they are without ground.

    Cairo multiplies a colour with its opacity, ``c · a``; films and PNG want ``c``. It is not known
    for a ground that has a colour of its own, which manim leaves as it is: then nothing is done.

    Parameters
    ----------
    pixels
        RGBA, shape ``(height, width, 4)``.
    """
    if any(manim.config.background_color.to_int_rgb()):
        return pixels
    alpha = pixels[..., 3]
    partly = (alpha > 0) & (alpha < 255)
    made = pixels.copy()
    opacity = alpha[partly].astype(np.uint16)[:, np.newaxis]
    colours = (pixels[partly][:, :3].astype(np.uint16) * 255 + opacity // 2) // opacity
    made[partly, :3] = np.minimum(colours, 255)
    return made


class _Film:
    """Writes one film with any encoder."""

    def __init__(self, path: Path, profile: Profile, codec: _Codec) -> None:
        self.frames = 0
        self._codec, self._key_next = codec, True
        self._alpha = "a" in codec.pixels
        self._container = av.open(path, "w", format=codec.container, options=dict(codec.packing))
        stream = self._container.add_stream(
            codec.name, rate=profile.fps, options=dict(codec.options)
        )
        assert isinstance(stream, VideoStream)  # noqa: S101 all codecs here are; tells mypy so
        stream.width, stream.height = profile.width, profile.height
        stream.pix_fmt = codec.pixels
        context = stream.codec_context
        self._time_base = context.time_base = Fraction(1, profile.fps)
        if codec.pixels.startswith("yuv"):
            context.gop_size = profile.gop
            context.color_primaries = ColorPrimaries.BT709
            context.color_trc = ColorTrc.BT709
            context.colorspace = Colorspace.ITU709
            context.color_range = ColorRange.MPEG
        self._stream = stream

    def mark(self) -> None:
        """Make the next frame a keyframe."""
        self._key_next = True

    def write(
        self,
        pixels: Pixels,
        repeat: int = 1,
        damage: Sequence[Rect] | None = None,  # noqa: ARG002 all of the picture is converted
    ) -> None:
        """Encode an RGBA picture, ``repeat`` times."""
        shown = straight(pixels) if self._alpha else pixels
        picture = VideoFrame.from_ndarray(np.ascontiguousarray(shown), format="rgba")
        if self._codec.pixels.startswith("yuv"):
            picture = picture.reformat(
                format=self._codec.pixels,
                dst_colorspace=Colorspace.ITU709,
                dst_color_range=ColorRange.MPEG,
            )
        else:
            picture = picture.reformat(format=self._codec.pixels)
        for _ in range(repeat):
            picture.pts, picture.time_base = self.frames, self._time_base
            picture.pict_type = PictureType.I if self._key_next else PictureType.NONE
            self._key_next = False
            self._container.mux(self._stream.encode(picture))
            self.frames += 1

    def close(self) -> None:
        """Write what the encoder still holds, and close the file."""
        self._container.mux(self._stream.encode(None))
        self._container.close()


class _Gif:
    """Writes a GIF: the frames without loss first, then the best 256 colours for all of them."""

    def __init__(self, path: Path, profile: Profile, *, alpha: bool) -> None:
        self.frames = 0
        self._path, self._alpha = path, alpha
        self._step = _gif_step(profile)
        self._rate = Fraction(profile.fps, self._step)
        self._kept = path.with_name(f"{path.name}.lossless")
        self._film = _Film(self._kept, profile, _LOSSLESS)

    def mark(self) -> None:
        """Do nothing: a GIF has no keyframes."""

    def write(self, pixels: Pixels, repeat: int = 1, damage: Sequence[Rect] | None = None) -> None:
        """Take an RGBA picture, ``repeat`` times."""
        self._film.write(pixels, repeat, damage)
        self.frames += repeat

    def close(self) -> None:
        """Choose the colours, and write the GIF."""
        self._film.close()
        palette = self._palette()
        with (
            av.open(self._kept) as source,
            av.open(self._path, "w", format="gif", options={"loop": "0"}) as container,
        ):
            video = source.streams.video[0]
            stream = container.add_stream("gif", rate=self._rate)
            stream.width, stream.height, stream.pix_fmt = video.width, video.height, "pal8"
            graph = Graph()
            pictures = graph.add_buffer(template=video)
            colours = graph.add_buffer(
                width=palette.width,
                height=palette.height,
                format=palette.format,
                time_base=Fraction(1),
            )
            use = graph.add("paletteuse", "dither=sierra2_4a:diff_mode=rectangle")
            pictures.link_to(use, 0, 0)
            colours.link_to(use, 0, 1)
            use.link_to(graph.add("buffersink"))
            graph.configure()
            colours.push(palette)
            colours.push(None)
            frames = islice(source.decode(video), None, None, self._step)
            for number, made in enumerate(_through(graph, pictures, frames)):
                made.pts, made.time_base = number, 1 / self._rate
                container.mux(stream.encode(made))
            container.mux(stream.encode(None))
        self._kept.unlink()

    def _palette(self) -> VideoFrame:
        """Return the picture of the 256 colours that suit all frames best."""
        graph = Graph()
        with av.open(self._kept) as source:
            video = source.streams.video[0]
            pictures = graph.add_buffer(template=video)
            choose = graph.add(
                "palettegen", f"stats_mode=diff:reserve_transparent={int(self._alpha)}"
            )
            pictures.link_to(choose)
            choose.link_to(graph.add("buffersink"))
            graph.configure()
            return next(_through(graph, pictures, source.decode(video)))


def _through(
    graph: Graph, start: FilterContext, frames: Iterable[VideoFrame]
) -> Iterator[VideoFrame]:
    """Send frames through a graph of filters, and give on what comes out."""
    for frame in chain(frames, [None]):
        start.push(frame)
        while True:
            try:
                made = graph.pull()
            except (BlockingIOError, EOFError):
                break
            assert isinstance(made, VideoFrame)  # noqa: S101 the graph holds pictures alone; tells mypy so
            yield made


class _LastPicture:
    """Keeps the last picture as a PNG."""

    def __init__(self, path: Path, *, alpha: bool) -> None:
        self.frames = 0
        self._path, self._alpha = path, alpha

    def mark(self) -> None:
        """Do nothing: a picture has no keyframes."""

    def write(
        self,
        pixels: Pixels,
        repeat: int = 1,
        damage: Sequence[Rect] | None = None,  # noqa: ARG002 all of the picture is written
    ) -> None:
        """Write a picture in place of the one before."""
        shown = straight(pixels) if self._alpha else pixels[..., :3]
        Image.fromarray(np.ascontiguousarray(shown)).save(self._path, format="PNG")
        self.frames += repeat

    def close(self) -> None:
        """Do nothing: the file is whole already."""


def _gif_step(profile: Profile) -> int:
    """Return which frames a GIF keeps: one of so many."""
    return -(-profile.fps // GIF_RATE)
