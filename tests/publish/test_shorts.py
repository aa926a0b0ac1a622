"""A Short is an upright clip, or beats that its script names, and lasts three minutes at most."""

from dataclasses import replace

import av
import numpy as np
import pytest

from lessons.library import load_lesson
from pipeline.captions.strict import read_captions
from pipeline.machine.contents import file_digest
from pipeline.types import PipelineError
from publish.marks import SHORT, marked_beats
from publish.youtube import shorts
from publish.youtube.shorts import LONGEST, short_of
from publish.youtube.thumbnail import UPRIGHT, write_thumbnail
from tests.publish.slides.rendered_lesson import rendered_in

LESSON = "tests.pipeline.lessons.tiny"


@pytest.fixture
def upright(videos):
    """Return the video of a clip of two beats; only its data say that it is upright."""
    video = rendered_in(videos).clips[0]
    assert len(video.beats) >= 2
    return replace(video, width=36, height=64)


@pytest.fixture
def mark(monkeypatch, upright):
    """Shorten what a Short may last to one frame less than the clip, and mark beats by place."""

    def choose(*places, longest=None):
        least = (upright.frames - 1) / upright.fps
        monkeypatch.setattr(shorts, "LONGEST", least if longest is None else longest)
        names = tuple(upright.beats[place].beat.name for place in places)
        monkeypatch.setattr(shorts, "marked_beats", lambda _lesson, _clip, _mark: names)

    return choose


def pictures(path):
    with av.open(path) as container:
        return [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]


def test_a_clip_of_three_minutes_is_its_own_short(upright, tmp_path):
    short = short_of(LESSON, upright, tmp_path)
    assert short.name == f"{upright.name}-short"
    assert short.path.read_bytes() == upright.path.read_bytes()
    assert short.captions("srt").read_text() == upright.captions("srt").read_text()
    assert short.beats == upright.beats


def test_of_a_longer_clip_the_chosen_beats_are_cut_out(upright, mark, tmp_path):
    mark(1)
    short, beat = short_of(LESSON, upright, tmp_path), upright.beats[1]
    (only,) = short.beats
    assert (only.first, only.last, only.beat) == (0, beat.last - beat.first, beat.beat)
    assert 0 <= only.still < only.last == short.frames
    shown, whole = pictures(short.path), pictures(upright.path)
    assert len(shown) == short.frames
    for one, other in zip(shown, whole[beat.first : beat.last], strict=True):
        assert np.array_equal(one, other)
    assert short.sha256 == file_digest(short.path)


def test_its_captions_are_those_of_its_beats_from_its_own_start(upright, mark, tmp_path):
    mark(1)
    short = short_of(LESSON, upright, tmp_path)
    start, end = (place / upright.fps for place in (upright.beats[1].first, upright.beats[1].last))
    told = [cue for _, cue in read_captions(short.captions("srt").read_bytes(), "srt").cues]
    everything = [cue for _, cue in read_captions(upright.captions("srt").read_bytes(), "srt").cues]
    wanted = [cue for cue in everything if start <= cue.start < end]
    assert wanted
    assert [cue.lines for cue in told] == [cue.lines for cue in wanted]
    assert told[0].start == pytest.approx(wanted[0].start - start, abs=1e-3)
    assert told[-1].end <= short.seconds


def test_too_long_a_clip_without_a_choice_is_refused(upright, mark, tmp_path):
    mark()
    with pytest.raises(PipelineError, match=r"lasts .* at most .*: name beats that follow"):
        short_of(LESSON, upright, tmp_path)


def test_beats_that_are_still_too_long_are_refused(upright, mark, tmp_path):
    mark(0, 1, longest=0.1)
    with pytest.raises(PipelineError, match="name fewer"):
        short_of(LESSON, upright, tmp_path)


def test_a_wide_video_is_no_short(upright, tmp_path):
    with pytest.raises(PipelineError, match="render --shape tall"):
        short_of(LESSON, replace(upright, width=64, height=36), tmp_path)


def test_its_thumbnail_is_upright(upright, tmp_path):
    path = tmp_path / "thumbnail.png"
    write_thumbnail(upright, upright.beats[-1], "One dot", "dark", path)
    assert (*UPRIGHT,) == tuple(
        int.from_bytes(path.read_bytes()[at : at + 4], "big") for at in (16, 20)
    )


def test_each_clip_of_the_lesson_fits_or_names_beats_that_follow_each_other_and_fit():
    for clip in load_lesson("derivatives").clips:
        chosen = marked_beats("derivatives", clip, SHORT)
        if clip.seconds <= LONGEST:
            continue
        names = [beat.name for beat in clip.beats]
        first = names.index(chosen[0])
        assert tuple(names[first : first + len(chosen)]) == chosen
        assert sum(beat.seconds for beat in clip.beats if beat.name in chosen) <= LONGEST
