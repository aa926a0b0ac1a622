"""The strict reader refuses what players repair in silence."""

import pytest

from pipeline.captions.judge import judge_file
from pipeline.captions.strict import read_captions

GOOD_VTT = """WEBVTT
Language: en

00:00:00.500 --> 00:00:03.000
Two lines of text,
the lower one longer.

00:00:03.000 --> 00:00:05.500
And a second cue.
"""
GOOD_SRT = """1
00:00:00,500 --> 00:00:03,000
Two lines of text,
the lower one longer.

2
00:00:03,000 --> 00:00:05,500
And a second cue.
"""


def flaws(text, kind="vtt", **options):
    data = text if isinstance(text, bytes) else text.encode()
    return [flaw.what for flaw in read_captions(data, kind, **options).flaws]


def vtt(*cues):
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


@pytest.mark.parametrize(("text", "kind"), [(GOOD_VTT, "vtt"), (GOOD_SRT, "srt")])
class TestSound:
    def test_a_sound_file_has_no_flaw_and_its_cues_are_read(self, text, kind):
        read = read_captions(text.encode(), kind, until=5.5)
        assert read.flaws == ()
        assert [cue.text for _, cue in read.cues] == [
            "Two lines of text, the lower one longer.",
            "And a second cue.",
        ]

    def test_line_ends_of_windows_are_accepted(self, text, kind):
        assert not flaws(text.replace("\n", "\r\n"), kind)

    def test_blank_lines_at_the_end_are_accepted(self, text, kind):
        assert not flaws(text + "\n\n", kind)


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("00:00:03.000 --> 00:00:01.000\nText.", "not after it begins"),
        ("00:00:03.000 --> 00:00:03.000\nText.", "not after it begins"),
        ("00:00:01.000 --> 00:00:61.000\nText.", "not a time"),
        ("00:00:01,000 --> 00:00:02,000\nText.", "not a time"),
        ("00:00:01.00 --> 00:00:02.000\nText.", "not a time"),
        ("00:00:01.000-->00:00:02.000\nText.", "not a time"),
        ("00:00:01.000 --> 00:00:03.000\nText --> more.", "in the text"),
        ("00:00:01.000 --> 00:00:05.000\n" + "x" * 43, "43 characters"),
        ("00:00:01.000 --> 00:00:05.000\none\ntwo\nthree", "3 lines"),
        ("00:00:01.000 --> 00:00:01.500\nText.", "stands 0.50 s"),
        ("00:00:01.000 --> 00:00:09.000\nText.", "stands 8.00 s"),
        ("00:00:01.000 --> 00:00:02.000\n" + "x" * 25, "25.0 characters a second; 20"),
        ("00:00:01.000 --> 00:00:03.000", "without text"),
        ("a name", "without a time"),
    ],
)
def test_a_broken_cue_is_named(cue, words):
    (what,) = flaws(vtt(cue))
    assert words in what


def test_a_hurry_is_no_grave_flaw():
    read = read_captions(vtt("00:00:01.000 --> 00:00:02.000\n" + "x" * 18).encode(), "vtt")
    assert [flaw.grave for flaw in read.flaws] == [False]
    assert read.is_sound


def test_cues_out_of_order_and_over_each_other_are_named():
    first, second = (
        "00:00:01.000 --> 00:00:04.000\nFirst cue.",
        "00:00:03.000 --> 00:00:05.000\nSecond cue.",
    )
    assert "before the cue above it ends" in flaws(vtt(first, second))[0]
    assert "not in order" in flaws(vtt(second, first))[0]


def test_a_cue_past_the_end_of_the_video_is_named():
    assert "after the video" in flaws(GOOD_VTT, until=5.0)[0]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("\ufeff" + GOOD_SRT, "srt", "byte order mark"),
        (GOOD_VTT + "\ufeff", "vtt", "inside the file"),
        (GOOD_SRT.encode("utf-16"), "srt", "not UTF-8"),
        (GOOD_VTT.replace("WEBVTT", "WEBVT"), "vtt", "not WEBVTT"),
        (GOOD_VTT.replace("Language: en\n\n", ""), "vtt", "no blank line"),
        (GOOD_SRT.replace("2\n", "3\n", 1), "srt", "where cue 2 begins"),
        ("WEBVTT\n", "vtt", "no cue"),
        ("", "srt", "no cue"),
    ],
)
def test_a_broken_file_is_named(text, kind, words):
    assert any(words in what for what in flaws(text, kind))


def test_a_byte_order_mark_before_webvtt_is_allowed():
    assert not flaws("\ufeff" + GOOD_VTT)


def test_notes_and_styles_are_no_cues():
    text = GOOD_VTT.replace("\n\n00:00:00", "\n\nNOTE by hand\n\nSTYLE\n::cue {}\n\n00:00:00", 1)
    assert not flaws(text)


def test_chapters_may_be_long():
    long = vtt(
        "00:00:00.000 --> 00:03:00.000\nA chapter with a name of more than forty-two letters"
    )
    assert flaws(long)
    assert not flaws(long, track="chapters")


def test_webvtt_may_leave_the_hours_out_and_subrip_may_not():
    assert not flaws(b"WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n")
    assert flaws(b"WEBVTT\n\n0:00.000 --> 00:02.000\nHello\n")
    read = read_captions(b"1\n00:00,000 --> 00:02,000\nHello\n", "srt")
    assert [flaw.what for flaw in read.flaws] == [
        "'00:00,000 --> 00:02,000' is not a time of a cue"
    ]


def test_a_description_may_be_long_and_may_not_overlap():
    words = "A dial turns, and a line rises towards its data while a bar sinks slowly."
    apart = vtt(
        f"00:00:00.000 --> 00:00:20.000\n{words}", f"00:00:20.000 --> 00:00:30.000\n{words}"
    )
    assert flaws(apart)
    assert not flaws(apart, track="descriptions")
    over = vtt(f"00:00:00.000 --> 00:00:21.000\n{words}", f"00:00:20.000 --> 00:00:30.000\n{words}")
    assert flaws(over, track="descriptions")


@pytest.mark.parametrize(
    ("name", "sound"),
    [("a.en.vtt", False), ("a.en.descriptions.vtt", True), ("a.chapters.vtt", True)],
)
def test_the_name_of_a_file_says_which_kind_of_track_it_is(name, sound, tmp_path):
    (tmp_path / name).write_text(vtt("00:00:00.000 --> 00:01:00.000\nA long one"))
    assert judge_file(tmp_path / name).is_sound is sound
    assert judge_file(tmp_path / name, "chapters").is_sound
