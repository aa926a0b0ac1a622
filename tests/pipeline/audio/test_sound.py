"""Sound: what is cut off, how loud it becomes, where it stands."""

from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.library import load_lesson
from pipeline.audio.espeak import Espeak, word_times
from pipeline.audio.loudness import LINE, SILENCE, level, measure, measure_file
from pipeline.audio.mix import PEAK, PRIMING, TOLERANCE, Placed, mix
from pipeline.audio.voice import SpokenLine, record
from pipeline.audio.voice_settings import TIMEOUT, WORDS_A_MINUTE
from pipeline.audio.waves import RATE, WaveError, read_wave, trim, write_flac
from pipeline.captions.timing import SpokenBeat, make_cues
from pipeline.types import LEAD, PipelineError
from tests.pipeline.audio.voices import hum, quiet, write_wav

CLIP = load_lesson("derivatives")["03"]


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, float, tuple[float, ...]]]:
    """Return clip 03, spoken by eSpeak beat by beat."""
    voice = Espeak(WORDS_A_MINUTE, TIMEOUT)
    return [
        record(
            voice,
            SpokenLine(CLIP.number, beat.name, beat.narration, "en"),
            tmp_path_factory.mktemp(beat.name),
        )
        for beat in CLIP.beats
    ]


class TestWaves:
    @pytest.mark.parametrize(("rate", "channels"), [(44_100, 1), (48_000, 2), (8_000, 1)])
    def test_any_rate_and_any_channels_become_one_channel_at_48_khz(self, tmp_path, rate, channels):
        file = write_wav(tmp_path / "a.wav", hum(1.0, rate), rate, channels)
        assert read_wave(file).size == pytest.approx(RATE, abs=RATE / 1000)

    def test_what_is_kept_reads_back_as_it_was(self, tmp_path):
        write_flac(tmp_path / "a.flac", hum(0.5))
        assert np.abs(read_wave(tmp_path / "a.flac") - hum(0.5)).max() < 1e-4

    @pytest.mark.parametrize("content", [b"", b"not a sound", b"RIFF\x24\x00\x00\x00WAVEfmt "])
    def test_a_file_that_is_no_sound_is_refused(self, tmp_path, content):
        file = tmp_path / "a.wav"
        file.write_bytes(content)
        with pytest.raises(WaveError, match=r"decoded|no sound"):
            read_wave(file)

    def test_silence_is_cut_off_at_both_ends_and_told(self):
        samples = np.concatenate([quiet(1.0), hum(2.0), quiet(3.0)])
        voice, before = trim(samples)
        assert before == pytest.approx(1.0, abs=0.05)
        assert voice.size / RATE == pytest.approx(2.0, abs=0.15)

    def test_the_noise_of_a_room_counts_as_silence(self):
        room = np.random.default_rng(1).normal(0, 0.002, 5 * RATE).astype(np.float32)
        room[RATE : 2 * RATE] += hum(1.0)
        assert trim(room)[0].size / RATE == pytest.approx(1.0, abs=0.15)

    def test_nothing_but_silence_is_no_voice(self):
        with pytest.raises(WaveError, match="silent"):
            trim(quiet(2.0))


class TestLevel:
    @pytest.mark.parametrize("gain", [0.02, 0.2, 1.0])
    def test_a_soft_line_and_a_loud_one_become_equally_loud(self, gain):
        louder = level(hum(3.0) * np.float32(gain))
        assert measure([louder]).integrated == pytest.approx(LINE, abs=0.3)

    def test_one_short_word_is_not_blown_up_beyond_full_scale(self):
        assert np.abs(level(hum(0.05))).max() <= 1.0

    def test_silence_measures_as_silence(self):
        assert measure([quiet(2.0)]).integrated == SILENCE


class TestMix:
    @pytest.mark.parametrize("loudness", [-16.0, -14.0, -23.0])
    def test_it_is_as_loud_as_was_asked_for_and_no_peak_is_too_high(
        self, tmp_path, spoken, loudness
    ):
        lines = [
            Placed(file, RATE // 10 + 12 * RATE * place)
            for place, (file, _, _) in enumerate(spoken[:5])
        ]
        target = tmp_path / "mix.mp4"
        mix(lines, 12 * RATE * len(lines), target, loudness)
        found = measure_file(target)
        assert found.integrated == pytest.approx(loudness, abs=TOLERANCE)
        assert found.true_peak <= PEAK

    def test_each_line_stands_at_its_sample_and_between_them_is_true_silence(self, tmp_path):
        write_flac(tmp_path / "a.flac", hum(1.0))
        lines = [Placed(tmp_path / "a.flac", start) for start in (RATE, 3 * RATE)]
        mix(lines, 5 * RATE, tmp_path / "mix.mp4", -16.0)
        heard = read_wave(tmp_path / "mix.mp4")
        assert 0 <= heard.size - 5 * RATE < PRIMING  # the last packet is decoded whole
        # AAC spreads an onset over its window of two packets, and no further.
        for silent in ((0, RATE), (2 * RATE, 3 * RATE), (4 * RATE, 5 * RATE)):
            inside = heard[silent[0] + 2 * PRIMING : silent[1] - 2 * PRIMING]
            assert not inside.any()
        once = heard[RATE : 2 * RATE]
        shifts = range(-60, 61)
        fit = [float(np.dot(hum(1.0)[100:-100], once[100 + s : RATE - 100 + s])) for s in shifts]
        assert shifts[int(np.argmax(fit))] == 0

    def test_it_begins_at_zero_and_ends_with_its_last_sample(self, tmp_path):
        write_flac(tmp_path / "a.flac", hum(1.0))
        length = 3 * RATE + 123
        mix([Placed(tmp_path / "a.flac", RATE)], length, tmp_path / "mix.mp4", -16.0)
        with av.open(tmp_path / "mix.mp4") as container:
            (stream,) = container.streams.audio
            assert stream.start_time == 0
            assert stream.duration == length
            assert stream.codec_context.name == "aac"
            assert stream.codec_context.profile == "LC"
            assert stream.codec_context.sample_rate == RATE

    @pytest.mark.parametrize("start", [0, 2 * RATE - 10])
    def test_a_line_over_another_or_over_the_edge_is_refused(self, tmp_path, start):
        write_flac(tmp_path / "a.flac", hum(1.0))
        lines = [Placed(tmp_path / "a.flac", at) for at in sorted((RATE, start))]
        with pytest.raises(ValueError, match="sample"):
            mix(lines, 2 * RATE + 10, tmp_path / "mix.mp4", -16.0)

    def test_a_loudness_that_peaks_forbid_is_refused_in_one_line(self, tmp_path):
        click = quiet(30.0)
        click[RATE :: 5 * RATE] = 1.0
        write_flac(tmp_path / "a.flac", click)
        with pytest.raises(PipelineError, match="--loudness"):
            mix([Placed(tmp_path / "a.flac", RATE)], 32 * RATE, tmp_path / "mix.mp4", -16.0)


class TestEspeak:
    def test_the_same_line_always_sounds_the_same(self, tmp_path):
        line = SpokenLine("03", "words", "Zero over zero. No line at all.", "en")
        voice = Espeak(WORDS_A_MINUTE, TIMEOUT)
        heard = [voice.speak(line, tmp_path).file.read_bytes() for _ in range(2)]
        assert heard[0] == heard[1]

    def test_a_faster_voice_takes_less_time(self, tmp_path):
        line = SpokenLine("03", "words", CLIP.beats[0].narration, "en")
        slow, fast = (record(Espeak(rate, TIMEOUT), line, tmp_path)[1] for rate in (120, 240))
        assert fast < 0.7 * slow

    def test_every_word_has_its_time(self, spoken):
        for beat, (_, seconds, said) in zip(CLIP.beats, spoken, strict=True):
            assert len(said) == beat.words
            assert list(said) == sorted(said)
            assert said[-1] < seconds

    @pytest.mark.parametrize("fps", [15, 60])
    def test_the_caption_that_holds_a_word_is_on_screen_when_the_word_is_said(self, spoken, fps):
        beats, start = [], 0
        for beat, (_, seconds, said) in zip(CLIP.beats, spoken, strict=True):
            end = start + round(beat.seconds * fps)
            beats.append(SpokenBeat(beat.narration, start, end, LEAD, seconds, said))
            start = end
        cues = iter(make_cues(beats, fps))
        left: list[str] = []
        for beat in beats:
            for word, moment in zip(beat.words, beat.said, strict=True):
                if not left:
                    cue = next(cues)
                    left = cue.text.split()
                assert left.pop(0) == word
                assert cue.start <= beat.start / fps + LEAD + moment < cue.end, word
        assert next(cues, None) is None

    def test_a_line_at_the_wrong_language_is_refused_in_one_line(self, tmp_path):
        with pytest.raises(PipelineError, match="no voice for the language"):
            Espeak(WORDS_A_MINUTE, TIMEOUT).speak(
                SpokenLine("03", "x", "A word.", "zz-zz"), tmp_path
            )


class TestWordTimes:
    def test_a_word_begins_with_the_first_sound_of_it(self):
        assert word_times("ab 0.5 c", [(0, 0.0), (3, 1.0), (4, 1.2), (7, 2.0)]) == (0.0, 1.0, 2.0)

    def test_a_word_that_is_not_told_stands_between_its_neighbours(self):
        assert word_times("aa bb cc", [(0, 0.0), (6, 2.0)]) == (0.0, 1.0, 2.0)

    @given(
        st.lists(st.text("ab.", min_size=1, max_size=6), min_size=1, max_size=9),
        st.lists(st.tuples(st.integers(0, 60), st.floats(0, 20)), max_size=12),
    )
    def test_there_is_one_for_each_word_and_they_never_fall(self, words, begins):
        times = word_times(" ".join(words), begins)
        assert len(times) == len(words)
        assert list(times) == sorted(times)
