"""Stitching: joins segments packet by packet, without encoding again, and names what is inside."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import av
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from lessons.model import Lesson
from pipeline.engine.deliver.outputs import whole
from pipeline.machine.contents import file_digest
from pipeline.machine.videos import measure_video
from pipeline.types import MP4, Chapter, Format, PipelineError, Video

if TYPE_CHECKING:
    from av.container.core import Chapter as Entry  # exists in PyAV's stubs alone

# The index first, so that a player can start before the file is there; no edit list, and none
# needed: the first picture stands at zero.
CONTAINER = {**MP4, "movflags": f"+faststart{MP4['movflags']}"}

_TICKS = 90_000
"""Ticks a second of the captions' clock, more than the picture's has. FFmpeg compares the two as
bare numbers: with fewer it takes each caption for over, and adds an empty one of no length."""
_ISO_639_2 = {"de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "km": "khm"}


class Caption(Protocol):
    """Text between two moments of the video, in seconds."""

    @property
    def start(self) -> float:
        """When it appears."""

    @property
    def end(self) -> float:
        """When it leaves."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands on screen."""


@dataclass(frozen=True, slots=True)
class VideoPart:
    """One segment of a video: its file and how many frames it must have.

    Attributes
    ----------
    path, frames
        The file, and how many of its frames.
    first
        The first of them; a keyframe.
    """

    path: Path
    frames: int
    first: int = 0


def stitch(
    parts: Sequence[VideoPart],
    target: Path,
    chapters: Sequence[Chapter],
    tags: Mapping[str, str],
    language: str,
    captions: Sequence[Caption] = (),
    sound: Path | None = None,
    container: Format = Format.MP4,
) -> Video:
    """Join ``parts`` to the video ``target``, which appears whole or not at all.

    Parameters
    ----------
    parts
        Segments that are encoded alike.
    target
        The file.
    chapters, tags, language
        What a player shows.
    captions
        Text that a viewer may switch on, in the order of time, none over another.
    sound
        A file whose sound goes with the pictures, encoded, from its start to its end.
    container
        MP4, MOV or WEBM; the last takes no captions.

    Raises
    ------
    PipelineError
        If the parts are not encoded alike, or a frame is missing in the end.
    """
    with whole(target) as temporary:
        _write(parts, temporary, chapters, tags, language, captions, sound, container)
        made = measure_video(temporary)
        expected = sum(part.frames for part in parts)
        if made.frames != expected:
            raise PipelineError(
                f"{target.name} has {made.frames} frames, not {expected}; not replaced"
            )
        sha256 = file_digest(temporary)
    return Video(target, expected, float(expected / made.rate), sha256, written=True)


def copy_video(source: Path, target: Path) -> Video:
    """Give a file that is whole as it is, a GIF or a picture, its final name."""
    with whole(target) as temporary:
        shutil.copyfile(source, temporary)
        with av.open(temporary) as container:
            seconds = (container.duration or 0) / av.time_base
        frames, sha256 = measure_video(temporary).frames, file_digest(temporary)
    return Video(target, frames, seconds, sha256, written=True)


def lesson_tags(lesson: Lesson, title: str) -> dict[str, str]:
    """Return the tags an MP4 player shows. MP4 knows no publisher: it stands as album artist."""
    return {
        "title": title,
        "artist": lesson.author,
        "album_artist": lesson.publisher,
        "album": lesson.course,
        "comment": lesson.subtitle,
        "date": lesson.published.isoformat(),
    }


def _write(
    parts: Sequence[VideoPart],
    path: Path,
    chapters: Sequence[Chapter],
    tags: Mapping[str, str],
    language: str,
    captions: Sequence[Caption],
    sound: Path | None,
    container: Format,
) -> None:
    with ExitStack() as stack:
        options = {} if container is Format.WEBM else CONTAINER
        output = stack.enter_context(av.open(path, "w", format=container.value, options=options))
        output.metadata.update(tags)
        stream: VideoStream | None = None
        likeness: tuple[object, ...] = ()
        voice: Iterator[None] = iter(())
        count = 0
        for part in parts:
            with av.open(part.path) as source:
                video = source.streams.video[0]
                if stream is None:
                    likeness = _likeness(video)
                    stream = output.add_stream_from_template(video)
                    stream.metadata["language"] = _three_letters(language)
                    output.set_chapters(_chapter_entries(chapters, video))
                    rate = _rate(video)
                    if sound:
                        heard = stack.enter_context(av.open(sound))
                        voice = _copy_sound(heard, output, language, 1 / rate)
                        next(voice)  # it has its place before the first packet is written
                    length = sum(part.frames for part in parts) * 1000 // rate
                    if container is not Format.WEBM:
                        _write_captions(output, captions, language, int(length))
                elif _likeness(video) != likeness:
                    raise PipelineError(
                        f"{part.path.name} is encoded differently from the clips before it; "
                        "render it again with --force"
                    )
                pictures = (packet for packet in source.demux(video) if packet.dts is not None)
                for packet in islice(pictures, part.first, part.first + part.frames):
                    _place(packet, count, video)
                    packet.stream = stream
                    output.mux(packet)
                    next(voice, None)
                    count += 1
        deque(voice, maxlen=0)


def _copy_sound(
    source: InputContainer, output: OutputContainer, language: str, step: Fraction
) -> Iterator[None]:
    """Copy the packets of a sound, a ``step`` of seconds each time it is asked to go on.

    So picture and sound lie side by side in the file, and a player that is fed by a network never
    waits for the one while it has the other.
    """
    track = source.streams.audio[0]
    stream = output.add_stream_from_template(track)
    stream.metadata["language"] = _three_letters(language)
    until = Fraction(0)
    yield
    for packet in source.demux(track):
        if packet.dts is None or packet.time_base is None:
            continue  # the mark at the end
        while packet.dts * packet.time_base > until:
            until += step
            yield
        packet.stream = stream
        output.mux(packet)


def _write_captions(
    output: OutputContainer, captions: Sequence[Caption], language: str, length: int
) -> None:
    """Write the captions as a track of timed text, an empty one wherever nothing is said.

    A sample of ``mov_text`` is its length in two bytes, and that many bytes of UTF-8.
    """
    if not captions:
        return
    tick = Fraction(1, _TICKS)
    stream = output.add_mux_stream("mov_text", time_base=tick)
    stream.metadata["language"] = _three_letters(language)
    samples, now = [], 0
    for caption in captions:
        start, end = round(caption.start * 1000), min(round(caption.end * 1000), length)
        if start > now:
            samples.append((now, start, ""))
        samples.append((start, end, "\n".join(caption.lines)))
        now = end
    if now < length:
        samples.append((now, length, ""))
    for start, end, text in samples:
        data = text.encode()
        packet = Packet(len(data).to_bytes(2, "big") + data)
        packet.stream, packet.time_base = stream, tick
        packet.pts = packet.dts = start * _TICKS // 1000
        packet.duration = (end - start) * _TICKS // 1000
        packet.is_keyframe = True
        output.mux(packet)


def _three_letters(language: str) -> str:
    return _ISO_639_2.get(language[:2], "und")


def _place(packet: Packet[VideoStream], number: int, video: VideoStream) -> None:
    """Give a packet its place in the whole, counted in frames: no sum of rounded times."""
    packet.time_base = 1 / _rate(video)
    packet.pts = packet.dts = number
    packet.duration = 1


def _likeness(video: VideoStream) -> tuple[object, ...]:
    """Return what must be the same in all parts: everything that the decoder is told once."""
    context = video.codec_context
    return (
        context.name,
        context.width,
        context.height,
        context.pix_fmt,
        video.average_rate,
        video.time_base,
        context.extradata,
    )


def _chapter_entries(chapters: Sequence[Chapter], video: VideoStream) -> list[Entry]:
    rate = _rate(video)
    return [
        {
            "id": number,
            "start": chapter.start,
            "end": chapter.end,
            "time_base": Fraction(1) / rate,
            "metadata": {"title": chapter.title},
        }
        for number, chapter in enumerate(chapters)
    ]


def _rate(video: VideoStream) -> Fraction:
    rate = video.average_rate
    assert rate is not None  # noqa: S101 a video stream has one; tells mypy so
    return Fraction(rate)
