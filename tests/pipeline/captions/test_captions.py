"""Captions: words become cues that can be read, at the time when they are said."""

import itertools
import subprocess
import sys

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.library import load_lesson
from pipeline.captions.cue import FEWEST_FRAMES, LONGEST_LINE, MOST_LINES, Cue
from pipeline.captions.phrases import cut
from pipeline.captions.strict import read_captions
from pipeline.captions.timing import SpokenBeat, make_cues
from pipeline.captions.write import (
    chapters_to_lines,
    chapters_to_vtt,
    stamp,
    to_srt,
    to_vtt,
)
from pipeline.types import Chapter
from tests.harness.desk import drawn, edit

LESSON = load_lesson("derivatives")
words = st.lists(st.text("abcdefg,.?", min_size=1, max_size=14), min_size=1, max_size=40)


def beats_of(clip, fps):
    start, beats = 0, []
    for beat in clip.beats:
        end = start + round(beat.seconds * fps)
        beats.append(SpokenBeat(beat.narration, start, end))
        start = end
    return beats


class TestPhrases:
    @given(words)
    def test_no_word_is_lost_and_no_line_is_too_long(self, spoken):
        pieces = cut(tuple(spoken))
        assert " ".join(line for lines in pieces for line in lines).split() == spoken
        assert all(len(lines) <= MOST_LINES for lines in pieces)
        assert all(len(line) <= LONGEST_LINE for lines in pieces for line in lines)

    def test_it_is_cut_where_a_sentence_ends(self):
        text = (
            "Multiply out what stands above the bar. Both squares of x cancel, as they must. "
            "What stays is shorter, and every term of it carries the gap."
        )
        assert [" ".join(lines)[-1] for lines in cut(tuple(text.split()))] == [".", "."]

    def test_an_article_does_not_end_a_line(self):
        words = "We come as close as we like to the number in the box"
        assert cut(tuple(words.split()))[0][0].split()[-1] not in ("the", "to", "as", "in")

    def test_what_fits_into_one_line_stays_in_one(self):
        assert cut(("So", "we", "never", "do", "that.")) == (("So we never do that.",),)

    def test_a_word_longer_than_a_line_is_refused(self):
        with pytest.raises(ValueError, match="longer than a line"):
            cut(("x" * 43,))


class TestTiming:
    @pytest.mark.parametrize("fps", [15, 30, 60])
    @pytest.mark.parametrize("clip", LESSON.clips, ids=lambda clip: clip.number)
    def test_the_captions_of_a_clip_pass_the_strict_reader(self, clip, fps):
        beats = beats_of(clip, fps)
        cues = make_cues(beats, fps)
        for data, kind in ((to_vtt(cues, "en"), "vtt"), (to_srt(cues), "srt")):
            read = read_captions(data.encode(), kind, until=beats[-1].end / fps)
            assert not [flaw for flaw in read.flaws if flaw.grave]
            assert [cue.text for _, cue in read.cues] == [cue.text for cue in cues]

    @given(words, st.integers(90, 600))
    def test_cues_follow_each_other_inside_their_beat(self, spoken, frames):
        frames = max(frames, 15 * len(spoken))
        cues = make_cues([SpokenBeat(" ".join(spoken), 30, 30 + frames)], 30)
        times = [time for cue in cues for time in (cue.start, cue.end)]
        assert times == sorted(times)
        assert times[0] >= 1.0 - 1e-9
        assert times[-1] <= (30 + frames) / 30 + 1e-9

    def test_no_gap_is_so_short_that_it_flickers(self):
        cues = make_cues(beats_of(LESSON["03"], 15), 15)
        gaps = [round((b.start - a.end) * 15) for a, b in itertools.pairwise(cues)]
        assert all(gap == 0 or gap >= FEWEST_FRAMES for gap in gaps)

    def test_a_cue_begins_with_its_first_word_as_the_voice_says_it(self):
        text = "So we never do that. We come close to the forbidden value, and then we watch it."
        said = tuple(0.5 * place for place in range(len(text.split())))
        cues = make_cues([SpokenBeat(text, 0, 600, spoken=8.5, said=said)], 60)
        place = 0
        for cue in cues:
            assert cue.start == pytest.approx(said[place], abs=1 / 60)
            place += len(cue.text.split())


class TestWriting:
    cues = (Cue(1.0, 3.0, ("f < g & h",)),)

    def test_signs_of_markup_are_spelled_for_webvtt_and_left_for_subrip(self):
        assert "f &lt; g &amp; h" in to_vtt(self.cues, "en")
        assert "f < g & h" in to_srt(self.cues)

    def test_both_read_back_as_the_same_text(self):
        for data, kind in ((to_vtt(self.cues, "en"), "vtt"), (to_srt(self.cues), "srt")):
            ((_, cue),) = read_captions(data.encode(), kind).cues
            assert cue.lines == ("f < g & h",)

    @pytest.mark.parametrize(
        ("seconds", "text"),
        [(0, "00:00:00.000"), (3661.0415, "01:01:01.042"), (59.9996, "00:01:00.000")],
    )
    def test_a_time_is_written_to_the_millisecond(self, seconds, text):
        assert stamp(seconds, ".") == text


class TestChapters:
    chapters = (
        Chapter("One", 0, 300),
        Chapter("Short", 300, 360),
        Chapter("Two", 360, 900),
        Chapter("Three", 900, 1500),
    )

    def test_as_webvtt_they_pass_the_strict_reader(self):
        text = chapters_to_vtt(self.chapters, 15)
        assert not read_captions(text.encode(), "vtt", track="chapters").flaws

    def test_as_lines_the_first_begins_at_zero_and_a_short_one_is_left_out(self):
        assert chapters_to_lines(self.chapters, 15) == "0:00 One\n0:24 Two\n1:00 Three\n"

    def test_with_too_few_there_are_none(self):
        assert chapters_to_lines(self.chapters[:2], 15) == ""

    def test_of_a_long_video_they_show_hours(self):
        long = [Chapter(str(k), 900 * k, 900 * (k + 1)) for k in range(5)]
        assert chapters_to_lines(long, 1).splitlines()[-1] == "1:00:00 4"


class TestInTheVideo:
    def test_the_captions_lie_beside_the_video_and_pass_the_strict_reader(self, tiny):
        for stem in ("tiny", "clips/01-moving-dot", "clips/02-formula"):
            for kind in ("vtt", "srt"):
                data = (tiny.out / "captions" / f"{stem}.en.{kind}").read_bytes()
                assert read_captions(data, kind).is_sound, stem

    def test_the_captions_inside_are_those_beside_it(self, tiny):
        beside = (tiny.out / "captions" / "tiny.en.vtt").read_bytes()
        told = [(cue.start, cue.lines) for _, cue in read_captions(beside, "vtt").cues]
        inside = []
        with av.open(tiny.out / "tiny.mp4") as container:
            stream = container.streams.subtitles[0]
            assert stream.language == "eng"
            for packet in container.demux(stream):
                data = bytes(packet)
                if len(data) > 2:
                    text = data[2 : 2 + int.from_bytes(data[:2], "big")].decode()
                    time = float(packet.pts * packet.time_base)
                    inside.append((pytest.approx(time, abs=0.002), tuple(text.split("\n"))))
        assert told == inside

    def test_each_sample_of_the_track_has_a_length_and_a_time_of_its_own(self, tiny):
        with av.open(tiny.out / "tiny.mp4") as container:
            packets = [
                (packet.pts, packet.duration)
                for packet in container.demux(container.streams.subtitles[0])
                if packet.pts is not None
            ]
        # FFmpeg closes the track with a sample at its end, which has no length.
        assert all(length for _, length in packets[:-1])
        assert len({start for start, _ in packets}) == len(packets)

    def test_the_descriptions_pass_the_strict_reader_as_such(self, tiny):
        data = (tiny.out / "captions" / "tiny.en.descriptions.vtt").read_bytes()
        assert not read_captions(data, "vtt", track="descriptions").flaws

    def test_the_chapters_are_written_too(self, tiny):
        data = (tiny.out / "captions" / "tiny.chapters.vtt").read_bytes()
        read = read_captions(data, "vtt", track="chapters")
        assert [cue.text for _, cue in read.cues] == ["A moving dot", "A formula"]

    def test_a_comma_makes_new_captions_and_a_new_transcript_and_draws_nothing(self, edited):
        script = edited.project / "tests/pipeline/lessons/tiny/lesson.py"
        edit(script, "It moves.", "It, moves.")
        assert drawn(edited.events()) == []
        for name in ("captions/tiny.en.srt", "captions/tiny.en.vtt", "tiny.transcript.md"):
            assert "It, moves." in (edited.out / name).read_text()

    def test_new_words_make_new_captions_and_draw_nothing(self, edited):
        script = edited.project / "tests/pipeline/lessons/tiny/lesson.py"
        edit(script, "It moves.", "Now it moves on.")
        assert drawn(edited.events()) == []
        assert "Now it moves on." in (edited.out / "captions" / "tiny.en.srt").read_text()

    def test_the_command_judges_a_file(self, desk):
        good, bad = desk.folder / "good.srt", desk.folder / "bad.vtt"
        good.write_text("1\n00:00:01,000 --> 00:00:03,000\nText.\n", encoding="utf-8")
        bad.write_text("WEBVTT\n\n00:00:03.000 --> 00:00:01.000\nText.\n", encoding="utf-8")
        command = [sys.executable, str(desk.project / "render.py"), "captions", "--check"]
        assert subprocess.run([*command, str(good)], check=False).returncode == 0
        done = subprocess.run(
            [*command, str(bad), "--check", str(good)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert f"{bad}:3: ends at 1.000 s" in done.stdout
