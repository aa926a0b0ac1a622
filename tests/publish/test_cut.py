"""Cutting a rendered video at its beats."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from pipeline.types import PipelineError
from publish.cut import cut_beats
from publish.rendered import RenderedVideo
from tests.publish.slides.rendered_lesson import rendered_in

FPS, RATE, FRAMES, CUTS = 10, 48_000, 30, (0, 12, 30)


def pictures(path: Path) -> list[np.ndarray]:
    """Return every frame of a video as it is decoded."""
    with av.open(path) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def samples(path: Path) -> np.ndarray:
    """Return the sound of a video, one channel."""
    with av.open(path) as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])


def boxes(path: Path) -> list[str]:
    """Return the names of a file's boxes, in order."""
    data, place, names = path.read_bytes(), 0, []
    while place < len(data):
        names.append(data[place + 4 : place + 8].decode())
        place += int.from_bytes(data[place : place + 4], "big")
    return names


@pytest.fixture
def whole(videos: Path) -> RenderedVideo:
    found = rendered_in(videos).whole
    assert found is not None
    return found


@pytest.fixture
def spoken(whole: RenderedVideo, tmp_path: Path) -> RenderedVideo:
    """Return a video of two beats whose sound is a tone that sets in with the second beat."""
    path = tmp_path / "spoken.mp4"
    with av.open(path, "w", options={"use_editlist": "0"}) as output:
        video = output.add_stream("libx264", rate=FPS, options={"bf": "0", "g": "250"})
        video.width, video.height, video.pix_fmt = 64, 36, "yuv420p"
        sound = output.add_stream("aac", rate=RATE)
        for number in range(FRAMES):
            shade = np.full((36, 64, 3), 8 * number, np.uint8)
            frame = av.VideoFrame.from_ndarray(shade, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            if number in CUTS:
                frame.pict_type = av.video.frame.PictureType.I
            output.mux(video.encode(frame))
        output.mux(video.encode(None))
        time = np.arange(RATE * FRAMES // FPS)
        tone = np.where(time < RATE * CUTS[1] // FPS, 0, 0.5 * np.sin(time / 20))
        heard = av.AudioFrame.from_ndarray(
            tone.astype(np.float32)[None], format="fltp", layout="mono"
        )
        heard.rate, heard.pts = RATE, 0
        output.mux(sound.encode(heard))
        output.mux(sound.encode(None))
    spans = zip(whole.beats[:2], CUTS, CUTS[1:], strict=False)
    beats = tuple(replace(beat, first=first, last=last) for beat, first, last in spans)
    return replace(
        whole, folder=tmp_path, stem="spoken", fps=FPS, frames=FRAMES, beats=beats, has_voice=True
    )


def test_the_cuts_together_are_the_frames_of_the_video(
    whole: RenderedVideo, tmp_path: Path
) -> None:
    cuts = list(cut_beats(whole, tmp_path))
    assert [cut.beat for cut in cuts] == list(whole.beats)
    frames = [picture for cut in cuts for picture in pictures(cut.path)]
    assert np.array_equal(frames, pictures(whole.path))


def test_a_cut_has_the_frames_of_its_beat_from_zero(whole: RenderedVideo, tmp_path: Path) -> None:
    for cut in cut_beats(whole, tmp_path):
        with av.open(cut.path) as container:
            assert container.streams.video[0].start_time == 0
            assert container.streams.video[0].frames == cut.beat.last - cut.beat.first
            assert len(container.streams.audio) == 0
        assert cut.seconds == (cut.beat.last - cut.beat.first) / whole.fps


def test_the_index_of_a_cut_comes_before_its_frames(whole: RenderedVideo, tmp_path: Path) -> None:
    for cut in cut_beats(whole, tmp_path):
        assert boxes(cut.path).index("moov") < boxes(cut.path).index("mdat")


def test_sound_is_cut_with_the_picture(spoken: RenderedVideo, tmp_path: Path) -> None:
    first, second = cut_beats(spoken, tmp_path)
    for cut in (first, second):
        assert len(pictures(cut.path)) == cut.beat.last - cut.beat.first
        assert abs(len(samples(cut.path)) / RATE - cut.seconds) < 2 * 1024 / RATE
    assert np.abs(samples(first.path)[: -2 * 1024]).max() < 0.01
    assert np.abs(samples(second.path)[2 * 1024 : 6 * 1024]).max() > 0.3


def test_nothing_but_the_cuts_is_left_in_the_folder(spoken: RenderedVideo, tmp_path: Path) -> None:
    folder = tmp_path / "cuts"
    folder.mkdir()
    names = [cut.path.name for cut in cut_beats(spoken, folder)]
    assert sorted(path.name for path in folder.iterdir()) == names


def test_a_beat_that_begins_at_no_keyframe_is_refused(
    spoken: RenderedVideo, tmp_path: Path
) -> None:
    wrong = replace(spoken, beats=(replace(spoken.beats[0], first=5),))
    with pytest.raises(PipelineError, match="does not begin at a keyframe"):
        list(cut_beats(wrong, tmp_path))


def test_a_beat_beyond_the_end_of_the_video_is_refused(
    spoken: RenderedVideo, tmp_path: Path
) -> None:
    wrong = replace(spoken, beats=(replace(spoken.beats[0], last=FRAMES + 1),))
    with pytest.raises(PipelineError, match="render it again"):
        list(cut_beats(wrong, tmp_path))
