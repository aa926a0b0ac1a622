"""What is handed over to YouTube is within its limits, and says what the lesson says."""

import json
from dataclasses import replace
from itertools import pairwise

import av
import numpy as np
import pytest
from PIL import Image

from lessons.library import load_lesson, publication_of
from lessons.model import Clip
from lessons.publication import Licence, Publication
from pipeline.types import MP4, Chapter, PipelineError
from publish.manifest import verify
from publish.rendered import RenderedBeat, RenderedVideo
from publish.youtube import folder as folders
from publish.youtube.chapters import merged, to_lines
from publish.youtube.container import boxes, faults_of
from publish.youtube.folder import build_folder
from publish.youtube.limits import (
    LONGEST_DESCRIPTION,
    LONGEST_TITLE,
    MOST_TAGS,
    check_words,
    tags_length,
)
from publish.youtube.words import end_screen_of, metadata_of, words_of

FPS = 10
LESSON_OF_TESTS = "tests.pipeline.lessons.tiny"
LESSON = load_lesson("derivatives")
PUBLICATION = publication_of("derivatives")


def chapters(*seconds):
    ends = np.cumsum([0, *seconds]) * FPS
    return [
        Chapter(f"Chapter {place}", int(start), int(end))
        for place, (start, end) in enumerate(pairwise(ends), start=1)
    ]


def played(clip: Clip, fps: int = FPS) -> RenderedVideo:
    """Return a clip's video as it would lie there, each beat as long as it is planned."""
    beats, place = [], 0
    for beat in clip.beats:
        end = place + round(beat.seconds * fps)
        beats.append(RenderedBeat(clip, beat, place, end, end - 1, ()))
        place = end
    return RenderedVideo(
        f"clips/{clip.name}", None, "0" * 64, 64, 36, fps, place, tuple(beats), "en"
    )


class TestChapters:
    def test_a_short_chapter_is_told_with_those_after_it(self):
        told = merged(chapters(4, 7, 12, 3, 20), FPS)
        assert [(one.title, one.start / FPS) for one in told] == [
            ("Chapter 1", 0.0),
            ("Chapter 3", 11.0),
            ("Chapter 4", 23.0),
        ]

    def test_a_short_last_chapter_is_told_with_the_one_before(self):
        told = merged(chapters(12, 12, 12, 5), FPS)
        assert [one.title for one in told] == ["Chapter 1", "Chapter 2", "Chapter 3"]
        assert told[-1].end == 41 * FPS

    def test_two_chapters_are_none(self):
        assert merged(chapters(30, 30), FPS) == []
        assert len(merged(chapters(10, 10, 10), FPS)) == 3

    def test_lines_begin_at_zero_and_count_whole_seconds(self):
        told = to_lines(chapters(10.3, 65, 12), FPS)
        assert told == "0:00 Chapter 1\n0:11 Chapter 2\n1:16 Chapter 3\n"

    @pytest.mark.parametrize("clip", LESSON.clips, ids=lambda clip: clip.number)
    def test_every_chapter_of_the_lesson_lasts_ten_seconds_as_it_is_told(self, clip):
        video = played(clip)
        told = merged(
            [Chapter(beat.beat.chapter, beat.first, beat.last) for beat in video.beats], FPS
        )
        starts = [-(-chapter.start // FPS) for chapter in told] + [video.frames // FPS]
        assert all(end - start >= 10 for start, end in pairwise(starts))


class TestLimits:
    @pytest.mark.parametrize(
        ("tags", "length"),
        [([], 0), (["a"], 1), (["a", "bc"], 4), (["a b"], 5), (["a b", "c"], 7)],
    )
    def test_tags_are_counted_as_youtube_does(self, tags, length):
        assert tags_length(tags) == length

    def test_words_at_each_limit_are_taken_and_one_more_is_not(self):
        tags = ["t" * 249, "u" * 250]
        assert tags_length(tags) == MOST_TAGS
        check_words("clip", "t" * LONGEST_TITLE, "é" * (LONGEST_DESCRIPTION // 2), tags)
        for words in (
            ("t" * (LONGEST_TITLE + 1), "", []),
            ("t", "é" * (LONGEST_DESCRIPTION // 2) + "x", []),
            ("t", "", [*tags, "v"]),
        ):
            with pytest.raises(PipelineError, match=r"the \w+ has \d+ \w+, and YouTube takes"):
                check_words("clip", *words)

    @pytest.mark.parametrize("character", "<>")
    def test_angle_brackets_are_refused(self, character):
        for words in ((character, "d", []), ("t", character, []), ("t", "d", [character])):
            with pytest.raises(PipelineError, match="which YouTube refuses"):
                check_words("clip", *words)

    def test_a_video_has_a_title(self):
        with pytest.raises(PipelineError, match="no title"):
            check_words("clip", " ", "", [])


class TestWords:
    @pytest.mark.parametrize("clip", LESSON.clips, ids=lambda clip: clip.number)
    def test_every_clip_of_the_lesson_has_words_of_its_own(self, clip):
        words = words_of(LESSON, PUBLICATION, played(clip))
        assert clip.title in words.title
        assert PUBLICATION.summaries[clip.number] in words.description
        assert words.chapters in words.description + "\n"
        assert 1 <= len(words.headline.split()) <= 5

    def test_the_page_is_named_where_its_address_is_known(self):
        video = played(LESSON["06"])
        assert "https" not in words_of(LESSON, PUBLICATION, video).description.split("Licence")[0]
        known = replace(PUBLICATION, site="https://lessons.example")
        assert (
            "https://lessons.example/derivatives/06-the-explorer.html"
            in words_of(LESSON, known, video).description
        )

    def test_the_privacy_is_always_told(self):
        words = words_of(LESSON, PUBLICATION, played(LESSON["06"]))
        told = metadata_of(LESSON, PUBLICATION, words)
        assert told["status"]["privacyStatus"] == "private"
        assert told["status"]["selfDeclaredMadeForKids"] is False
        assert told["status"]["license"] == "creativeCommon"
        assert "publishAt" not in told["status"]
        own = replace(PUBLICATION, licence=Licence("All rights reserved", "https://x.example/"))
        assert metadata_of(LESSON, own, words)["status"]["license"] == "youtube"

    def test_an_end_screen_stands_over_the_last_beat(self):
        for clip in LESSON.clips:
            video = played(clip)
            start, end = end_screen_of(video)
            assert end == pytest.approx(video.seconds)
            assert 5 <= end - start <= 20
            assert start >= video.beats[-1].first / FPS - 1e-9 or end - start == 5


def write_mp4(path, *, profile="high", options=None, edit_list=False):
    container = {} if edit_list else MP4 | {"movflags": "+faststart+negative_cts_offsets"}
    with av.open(path, "w", format="mp4", options=container) as target:
        stream = target.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        stream.options = {"profile": profile, "bf": "0", **(options or {})}
        context = stream.codec_context
        context.color_range, context.colorspace = 1, 1
        context.color_primaries, context.color_trc = 1, 1
        for place in range(12):
            pixels = np.full((36, 64, 3), 20 * place, np.uint8)
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts = place
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return path


class TestContainer:
    def test_a_good_file_has_no_fault(self, tmp_path):
        path = write_mp4(tmp_path / "good.mp4", options={"x264-params": "8x8dct=1:cabac=1"})
        assert faults_of(path) == []
        assert boxes(path)[0] == "ftyp"

    def test_another_profile_is_told(self, tmp_path):
        path = write_mp4(tmp_path / "base.mp4", profile="baseline")
        assert "its profile is Constrained Baseline, not High" in faults_of(path)

    def test_data_before_the_index_and_an_edit_list_are_told(self, tmp_path):
        path = write_mp4(tmp_path / "late.mp4", options={"bf": "2"}, edit_list=True)
        faults = faults_of(path)
        assert "moov does not stand before mdat" in faults
        assert "moov/trak/edts/elst is there" in faults

    def test_a_broken_box_is_told(self, tmp_path):
        path = write_mp4(tmp_path / "cut.mp4")
        path.write_bytes(path.read_bytes()[:-3])
        assert "a box is broken" in faults_of(path)


class TestFolder:
    @pytest.fixture(autouse=True)
    def tame(self, monkeypatch):
        """The tiny lesson's own description holds what YouTube refuses."""
        told = replace(publication_of(LESSON_OF_TESTS), description="A dot moves.")
        monkeypatch.setattr(folders, "read_publication", lambda _name: told)

    @pytest.fixture
    def hand_over(self, publisher, monkeypatch):
        # A picture of this size is encoded for speed: its profile is not what is tested here.
        monkeypatch.setattr(folders, "faults_of", lambda _path: [])
        target = publisher.folder / "youtube"

        def build(*clips, which="all"):
            return build_folder(publisher.run(), clips, target, publisher.said.append, which)

        return build

    def test_each_video_has_all_that_is_asked_for(self, hand_over, publisher):
        done = hand_over()
        assert done.videos == ("tiny", "01-moving-dot", "02-formula")
        one = done.folder / "01-moving-dot"
        assert sorted(path.name for path in one.iterdir()) == [
            "01-moving-dot.mp4",
            "captions.en.srt",
            "chapters.txt",
            "description.txt",
            "metadata.json",
            "tags.txt",
            "thumbnail.png",
            "title.txt",
        ]
        with Image.open(one / "thumbnail.png") as picture:
            assert picture.size == (1280, 720)
        assert (one / "thumbnail.png").stat().st_size <= 2_000_000
        told = json.loads((one / "metadata.json").read_text())
        assert told["insert"]["snippet"]["title"] == (one / "title.txt").read_text().strip()
        assert told["insert"]["status"]["privacyStatus"] == "private"
        assert "01-moving-dot: no chapters, for fewer" in " ".join(publisher.said)
        assert verify(done.folder) == []

    def test_only_the_clips_or_only_the_whole(self, hand_over):
        assert hand_over(which="clips").videos == ("01-moving-dot", "02-formula")
        assert hand_over(which="whole").videos == ("tiny",)
        with pytest.raises(PipelineError, match=r"does not hold these clips; say --clips"):
            hand_over("01", which="whole")

    def test_a_second_run_writes_nothing(self, hand_over):
        assert hand_over().written
        assert not hand_over().written

    def test_twice_is_the_same_bytes(self, hand_over, files):
        folder = hand_over().folder
        before = files(folder)
        (folder / "tiny/title.txt").unlink()
        assert hand_over().written
        assert files(folder) == before

    def test_words_that_are_too_long_are_told_before_anything_is_written(
        self, hand_over, publisher, monkeypatch
    ):
        long = Publication("x" * 5001, ("dot",), "beginner", Licence("CC", "https://c.example"))
        monkeypatch.setattr(folders, "read_publication", lambda _name: long)
        with pytest.raises(PipelineError, match=r"tiny: the description has \d+ bytes"):
            hand_over()
        assert not (publisher.folder / "youtube").exists()

    def test_a_video_that_is_drawn_for_speed_is_refused_with_the_way_out(self, publisher):
        with pytest.raises(PipelineError, match=r"not High; render it with --profile final"):
            build_folder(publisher.run(), (), publisher.folder / "youtube", print)

    def test_a_site_is_not_replaced_by_it(self, publisher):
        publisher.publish()
        with pytest.raises(PipelineError, match=r"not of a published youtube folder"):
            build_folder(publisher.run(), (), publisher.site, print)
