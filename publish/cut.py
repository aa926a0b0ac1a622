"""Cutting: the videos of single beats, or of some in a row, out of a rendered video."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer, OutputContainer

from pipeline.engine.deliver.stitch import VideoPart, stitch
from pipeline.types import PipelineError, Video
from publish.rendered import RenderedBeat, RenderedVideo


@dataclass(frozen=True, slots=True)
class BeatVideo:
    """The video of a beat.

    Attributes
    ----------
    beat
        Where it lay in the video that it was cut from.
    path
        The file: MP4, with the beat's frames alone, from zero.
    seconds
        How long it is.
    """

    beat: RenderedBeat
    path: Path
    seconds: float


def cut_beats(video: RenderedVideo, folder: Path) -> Iterator[BeatVideo]:
    """Write ``06.3.mp4`` for each beat of a video, and yield it as soon as it is there.

    Nothing is encoded again: a beat begins at a keyframe, and its packets are copied. Sound goes
    with it, cut at the packet that is nearest: at most half a packet away, 11 ms at 48 kHz.

    Parameters
    ----------
    video
        The rendered video.
    folder
        Where the files go; it must be there.

    Raises
    ------
    PipelineError
        If a beat does not begin at a keyframe, or has no frames.
    """
    keyframes = _keyframes(video.path)
    for beat in video.beats:
        path = folder / f"{beat.number}.mp4"
        _cut(video, (beat,), f"{beat.number} {beat.beat.chapter}", path, keyframes)
        yield BeatVideo(beat, path, (beat.last - beat.first) / video.fps)


def cut_span(video: RenderedVideo, beats: Sequence[RenderedBeat], title: str, path: Path) -> Video:
    """Write the video of some beats that follow each other, as ``cut_beats`` writes that of one.

    Parameters
    ----------
    video, beats
        The rendered video, and beats of it.
    title
        What a player shows.
    path
        The file.

    Raises
    ------
    PipelineError
        As ``cut_beats``.
    """
    return _cut(video, beats, title, path, _keyframes(video.path))


def _cut(
    video: RenderedVideo,
    beats: Sequence[RenderedBeat],
    title: str,
    path: Path,
    keyframes: set[int],
) -> Video:
    """Write some beats; their sound is cut out first, to a file of its own."""
    for beat in beats:
        if not 0 <= beat.first < beat.last <= video.frames:
            raise PipelineError(
                f"beat {beat.number} of {video.name} is told to go from frame {beat.first} to "
                f"{beat.last} of {video.frames}; render it again with --force"
            )
    first, last = beats[0].first, beats[-1].last
    if first not in keyframes:
        raise PipelineError(
            f"beat {beats[0].number} of {video.name} does not begin at a keyframe, so it cannot "
            "be cut out; render it again with --force"
        )
    part = VideoPart(video.path, last - first, first)
    with tempfile.TemporaryDirectory(dir=path.parent) as room:
        sound = Path(room) / "sound.mp4"
        has_sound = _cut_sound(
            video.path, (Fraction(first, video.fps), Fraction(last, video.fps)), sound
        )
        return stitch(
            [part], path, (), {"title": title}, video.language, sound=sound if has_sound else None
        )


def _keyframes(path: Path) -> set[int]:
    """Return the numbers of all frames that are decoded without those before them."""
    with av.open(path) as container:
        packets = (packet for packet in container.demux(video=0) if packet.dts is not None)
        return {number for number, packet in enumerate(packets) if packet.is_keyframe}


def _cut_sound(source: Path, span: tuple[Fraction, Fraction], target: Path) -> bool:
    """Copy the sound of a stretch of seconds to a file that begins at zero.

    Returns
    -------
    bool
        Whether there was any.
    """
    with av.open(source) as heard:
        if not heard.streams.audio:
            return False
        with av.open(target, "w", format="mp4", options={"use_editlist": "0"}) as output:
            return _copy_packets(heard, output, span)


def _copy_packets(
    heard: InputContainer, output: OutputContainer, span: tuple[Fraction, Fraction]
) -> bool:
    track = heard.streams.audio[0]
    unit = track.time_base
    assert unit is not None  # noqa: S101 a stream in a file has one; tells mypy so
    stream = output.add_stream_from_template(track)
    heard.seek(int(span[0] / unit), stream=track)
    zero: int | None = None
    for packet in heard.demux(track):
        if packet.pts is None or packet.dts is None:
            continue  # the mark at the end
        middle = (packet.pts + Fraction(packet.duration or 0, 2)) * unit
        if middle < span[0]:
            continue
        if middle >= span[1]:
            break
        zero = packet.pts if zero is None else zero
        packet.pts -= zero
        packet.dts -= zero
        packet.stream = stream
        output.mux(packet)
    return zero is not None
