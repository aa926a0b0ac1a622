"""What comes out is a video that any player plays, cuts and seeks rightly."""

import hashlib
import json
import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from pipeline.engine.deliver.stitch import VideoPart, stitch
from pipeline.engine.plan.profiles import PROFILES, profile_named
from pipeline.types import Chapter, PipelineError, Profile
from pipeline.worker.encoder import Encoder, count_frames
from tests.harness.desk import Desk
from tests.harness.runs import decoded

CLIPS = ("clips/01-moving-dot.mp4", "clips/02-formula.mp4")
VIDEOS = ("tiny.mp4", *CLIPS)
FPS = 5
BRANCHES = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"udta"}
IDR = 5


def atoms(data: bytes, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], bytes]]:
    """Yield every atom of an MP4 file with the names of those around it, in the file's order."""
    place = 0
    while place < len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, place + 8)
            head = 16
        size = size or len(data) - place
        inside = data[place + head : place + size]
        here = (*path, kind.decode("latin-1"))
        yield here, inside
        if kind in BRANCHES:
            yield from atoms(inside, here)
        place += size


def names(path: Path) -> list[str]:
    return ["/".join(name) for name, _ in atoms(path.read_bytes())]


@pytest.fixture(params=VIDEOS)
def video(request: pytest.FixtureRequest, tiny: Desk) -> Path:
    return tiny.out / str(request.param)


def test_a_lesson_has_the_frames_of_its_clips_one_after_the_other(tiny: Desk) -> None:
    parts = [decoded(tiny.out / clip) for clip in CLIPS]
    assert [len(part) for part in parts] == [20, 13]
    assert decoded(tiny.out / "tiny.mp4") == parts[0] + parts[1]


def test_joining_encodes_nothing_anew(tiny: Desk) -> None:
    def packets(path: Path) -> list[bytes]:
        with av.open(path) as container:
            return [bytes(packet) for packet in container.demux(video=0) if packet.size]

    one, two = (packets(tiny.out / clip) for clip in CLIPS)
    assert packets(tiny.out / "tiny.mp4") == one + two


def test_the_index_stands_before_the_pictures(video: Path) -> None:
    top = [name for name in names(video) if "/" not in name]
    assert top.index("moov") < top.index("mdat")


def test_there_is_no_edit_list(video: Path) -> None:
    assert "moov/trak/mdia/minf/stbl/stts" in names(video)
    assert not [name for name in names(video) if "edts" in name or "elst" in name]


def test_the_first_picture_stands_at_zero(video: Path) -> None:
    with av.open(video) as container:
        assert container.start_time == 0
        assert container.streams.video[0].start_time == 0


def test_frames_come_at_a_constant_rate(video: Path) -> None:
    with av.open(video) as container:
        stream = container.streams.video[0]
        assert stream.average_rate == stream.base_rate == FPS
        times = [frame.pts * frame.time_base for frame in container.decode(stream)]
    assert times == [Fraction(number, FPS) for number in range(len(times))]


def test_every_frame_lasts_as_long_as_any_other(video: Path) -> None:
    tables = [inside for name, inside in atoms(video.read_bytes()) if name[-1] == "stts"]
    entries = struct.unpack_from(">I", tables[0], 4)[0]
    assert entries == 1


def test_the_length_of_the_file_is_the_length_of_its_frames(video: Path) -> None:
    with av.open(video) as container:
        assert container.duration == len(decoded(video)) * av.time_base // FPS


def test_colours_say_what_they_are(video: Path) -> None:
    with av.open(video) as container:
        context = container.streams.video[0].codec_context
        assert context.color_primaries == ColorPrimaries.BT709
        assert context.color_trc == ColorTrc.BT709
        assert context.colorspace == Colorspace.ITU709
        assert context.color_range == ColorRange.MPEG
        assert context.pix_fmt == "yuv420p"


def test_the_container_says_it_too(video: Path) -> None:
    (entry,) = (
        inside
        for name, inside in atoms(video.read_bytes())
        if name[-1] == "stsd" and b"avc1" in inside
    )
    found = entry[entry.index(b"colr") :]
    assert found[4:8] == b"nclx"
    assert struct.unpack_from(">HHHB", found, 8) == (1, 1, 1, 0)


def test_every_keyframe_is_one_that_nothing_before_it_is_needed_for(video: Path) -> None:
    with av.open(video) as container:
        keys = [packet for packet in container.demux(video=0) if packet.is_keyframe]
    assert keys
    for packet in keys:
        assert IDR in nal_units(bytes(packet))


def nal_units(data: bytes) -> list[int]:
    """Return the kinds of the units in one packet, each of which follows its own length."""
    kinds, place = [], 0
    while place < len(data):
        (size,) = struct.unpack_from(">I", data, place)
        kinds.append(data[place + 4] & 31)
        place += 4 + size
    return kinds


def chapters(path: Path) -> list[tuple[str, Fraction, Fraction]]:
    with av.open(path) as container:
        return [
            (
                chapter["metadata"]["title"],
                chapter["start"] * chapter["time_base"],
                chapter["end"] * chapter["time_base"],
            )
            for chapter in container.chapters()
        ]


def test_a_lesson_has_a_chapter_for_each_clip(tiny: Desk) -> None:
    assert chapters(tiny.out / "tiny.mp4") == [
        ("A moving dot", 0, 4),
        ("A formula", 4, Fraction(33, 5)),
    ]


def test_a_clip_has_a_chapter_for_each_beat(tiny: Desk) -> None:
    assert chapters(tiny.out / CLIPS[0]) == [("Appear", 0, 1), ("Move", 1, 3), ("Stay", 3, 4)]


def test_a_player_may_jump_to_any_chapter(video: Path) -> None:
    whole = decoded(video)
    for _, start, _ in chapters(video):
        with av.open(video) as container:
            stream = container.streams.video[0]
            container.seek(int(start / stream.time_base), stream=stream)
            frames = list(container.decode(stream))
        first = int(start * FPS)
        assert frames[0].pts * frames[0].time_base == start
        found = [hashlib.sha256(frame.to_ndarray().tobytes()).hexdigest() for frame in frames]
        assert found == whole[first:]


def test_the_tags_say_whose_lesson_it_is(tiny: Desk) -> None:
    with av.open(tiny.out / "tiny.mp4") as container:
        tags = container.metadata
        assert container.streams.video[0].language == "eng"
    assert tags["title"] == "A tiny lesson"
    assert tags["artist"] == "A. Teacher"
    assert tags["album"] == "A course"
    assert tags["album_artist"] == "A school"
    assert tags["date"] == "2026-04-10"


def test_a_clip_s_title_names_lesson_and_clip(tiny: Desk) -> None:
    with av.open(tiny.out / CLIPS[1]) as container:
        assert container.metadata["title"] == "A tiny lesson · A formula"


def test_the_timeline_is_measured_and_fits_the_video(tiny: Desk) -> None:
    timeline = json.loads((tiny.out / "timeline.json").read_text(encoding="utf-8"))
    video = tiny.out / "tiny.mp4"
    assert timeline["sha256"] == hashlib.sha256(video.read_bytes()).hexdigest()
    assert timeline["frames"] == len(decoded(video))
    beats = [beat for clip in timeline["clips"] for beat in clip["beats"]]
    assert [beat["id"] for beat in beats] == ["01.1", "01.2", "01.3", "02.1", "02.2"]
    starts = [beat["start_frame"] for beat in beats]
    assert [*starts[1:], timeline["frames"]] == [beat["end_frame"] for beat in beats]


def test_a_beat_is_still_from_the_frame_the_timeline_says(tiny: Desk) -> None:
    timeline = json.loads((tiny.out / "timeline.json").read_text(encoding="utf-8"))
    move = timeline["clips"][0]["beats"][1]
    assert (move["start_frame"], move["still_frame"], move["end_frame"]) == (5, 10, 15)


def draw(path: Path, profile: Profile, frames: int = 3) -> VideoPart:
    encoder = Encoder(path, profile)
    for number in range(frames):
        encoder.write(np.full((profile.height, profile.width, 4), 6 * number, np.uint8))
    encoder.close()
    return VideoPart(path, frames)


@pytest.mark.parametrize("other", ["66x36@5", "64x38@5", "64x36@6"])
def test_a_clip_of_another_size_or_rate_is_refused(other: str, tmp_path: Path) -> None:
    parts = [
        draw(tmp_path / "one.mp4", profile_named("64x36@5")),
        draw(tmp_path / "two.mp4", profile_named(other)),
    ]
    target = tmp_path / "whole.mp4"
    with pytest.raises(PipelineError, match=r"^two\.mp4 is encoded differently.*--force$"):
        stitch(parts, target, [], {}, "en")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.mp4", "two.mp4"]


def test_a_video_with_a_frame_missing_never_gets_its_name(tmp_path: Path) -> None:
    part = draw(tmp_path / "one.mp4", profile_named("64x36@5"))
    target = tmp_path / "whole.mp4"
    target.write_bytes(b"the one from before")
    with pytest.raises(PipelineError, match="3 frames, not 4; not replaced"):
        stitch([VideoPart(part.path, 4)], target, [], {}, "en")
    assert target.read_bytes() == b"the one from before"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("frames", [1, 2, 11, 40])
def test_however_few_frames_all_arrive(frames: int, tmp_path: Path) -> None:
    profile = profile_named("64x36@5")
    parts = [draw(tmp_path / f"{name}.mp4", profile, frames) for name in ("one", "two")]
    assert count_frames(parts[0].path, profile) == frames
    video = stitch(parts, tmp_path / "whole.mp4", [Chapter("All", 0, 2 * frames)], {}, "en")
    assert video.frames == 2 * frames == len(decoded(video.path))
    assert video.seconds == pytest.approx(2 * frames / FPS)
    assert video.sha256 == hashlib.sha256(video.path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_keeps_colours_as_they_were_drawn(name: str, tmp_path: Path) -> None:
    given = PROFILES[name]
    small = Profile("small", 64, 36, given.fps, given.encoder)
    colours = [(255, 255, 255), (0, 0, 0), (255, 0, 0), (0, 128, 255), (16, 18, 28)]
    encoder = Encoder(tmp_path / "video.mp4", small)
    for colour in colours:
        encoder.mark()
        encoder.write(np.full((36, 64, 4), (*colour, 255), np.uint8))
    encoder.close()
    with av.open(tmp_path / "video.mp4") as container:
        frames = [frame.to_ndarray(format="yuv444p") for frame in container.decode(video=0)]
    for frame, colour in zip(frames, colours, strict=True):
        assert np.abs(frame[:, 18, 32] - limited_bt709(*colour)).max() <= 3


def limited_bt709(red: int, green: int, blue: int) -> np.ndarray:
    """Return the colour as BT.709 defines it, in limited range."""
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return np.array(
        [
            16 + luma * 219 / 255,
            128 + (blue - luma) / 1.8556 * 224 / 255,
            128 + (red - luma) / 1.5748 * 224 / 255,
        ]
    )
