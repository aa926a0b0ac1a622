"""A lesson that speaks: who says what, and when it is heard; long: a class for each voice."""

import json
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import av
import numpy as np
import pytest

from lessons.pacing import BREATH
from pipeline.audio.loudness import measure_file
from pipeline.audio.voice import SpokenLine, VoiceError
from pipeline.audio.voice_settings import LOUDNESS
from pipeline.audio.waves import RATE, Samples, read_wave
from pipeline.engine.tracks import voices
from pipeline.types import LEAD
from tests.harness.desk import Desk, drawn, edit, one_line
from tests.harness.fake_voice import FakeVoice
from tests.harness.runs import processes_naming
from tests.pipeline.audio.voices import hum, quiet, write_wav

FPS = 5
SCRIPT = "tests/pipeline/lessons/tiny/lesson.py"
VIDEOS = ("tiny.mp4", "clips/01-moving-dot.mp4", "clips/02-formula.mp4")
SPEAKER = """
import sys, wave
words, target = open(sys.argv[1]).read().split(), sys.argv[2]
with wave.open(target, "wb") as file:
    file.setnchannels(1), file.setsampwidth(2), file.setframerate(8000)
    file.writeframes(b"\\x00\\x20\\x00\\xe0" * 1200 * len(words))
"""


@pytest.fixture(scope="module")
def narrated(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Render the tiny lesson with eSpeak; tests may read it and must not change it."""
    desk = Desk(tmp_path_factory.mktemp("narrated"), project)
    done = desk.run("render", "--voice", "espeak")
    assert done.returncode == 0, done.stdout + done.stderr
    return desk


def beats(desk: Desk) -> list[dict[str, Any]]:
    timeline = json.loads((desk.out / "timeline.json").read_text(encoding="utf-8"))
    return [beat for clip in timeline["clips"] for beat in clip["beats"]]


def heard(path: Path, seconds: float) -> Samples:
    return read_wave(path)[: round(seconds * RATE)]


def made(desk: Desk) -> dict[str, int]:
    """Return when each video, text and blob was written; a record is touched when it is used."""
    return {name: stamp for name, stamp in desk.stamps.items() if "store/ac" not in name}


def take(desk: Desk, name: str, samples: Samples, rate: int = RATE) -> Path:
    return write_wav(desk.folder / "takes/tiny" / f"{name}.wav", samples, rate)


class TestNarrated:
    @pytest.mark.parametrize("name", VIDEOS)
    def test_picture_and_sound_begin_at_zero_and_end_together(self, narrated, name):
        with av.open(narrated.out / name) as container:
            (video,), (audio,) = container.streams.video, container.streams.audio
            assert video.start_time == audio.start_time == 0
            lengths = [float(stream.duration * stream.time_base) for stream in (video, audio)]
            assert lengths[0] == pytest.approx(lengths[1], abs=1 / 60)
            codec = audio.codec_context
            assert (codec.name, codec.profile, codec.sample_rate) == ("aac", "LC", RATE)

    @pytest.mark.parametrize("name", VIDEOS)
    def test_it_is_as_loud_as_sites_ask(self, narrated, name):
        found = measure_file(narrated.out / name)
        assert found.integrated == pytest.approx(LOUDNESS, abs=1)
        assert found.true_peak <= -1

    def test_each_beat_is_heard_within_its_beat_and_nowhere_else(self, narrated):
        told = beats(narrated)
        samples = heard(narrated.out / "tiny.mp4", told[-1]["end_seconds"])
        for beat in told:
            start, end = (round(beat[key] * RATE) for key in ("start_seconds", "end_seconds"))
            loud = np.flatnonzero(np.abs(samples[start:end]) > 0.01) / RATE
            assert loud.size, beat["name"]
            assert loud[0] >= LEAD
            assert (end - start) / RATE - loud[-1] >= BREATH - 0.05

    def test_the_timeline_says_when_the_voice_speaks(self, narrated):
        for beat in beats(narrated):
            voice = beat["voice"]
            assert voice["start_seconds"] == pytest.approx(beat["start_seconds"] + LEAD)
            assert voice["end_seconds"] + BREATH <= beat["end_seconds"] + 0.5 / FPS

    def test_pictures_and_sound_lie_side_by_side_in_the_file(self, narrated):
        with av.open(narrated.out / "tiny.mp4") as container:
            places = [
                (packet.pos, float(packet.pts * packet.time_base))
                for packet in container.demux(
                    container.streams.video[0], container.streams.audio[0]
                )
                if packet.pts is not None
            ]
        times = [time for _, time in sorted(places)]
        assert max(a - b for a, b in pairwise(times)) < 1.5

    def test_the_same_again_makes_nothing_new(self, narrated):
        before = made(narrated)
        assert drawn(narrated.events("--voice", "espeak")) == []
        assert made(narrated) == before

    def test_without_a_voice_there_is_no_sound(self, tiny):
        with av.open(tiny.out / "tiny.mp4") as container:
            assert not container.streams.audio
        assert all(beat["voice"] is None for beat in beats(tiny))


class TestWhatIsMadeAgain:
    def test_other_words_in_one_beat_draw_nothing_and_speak_one_line(self, edited):
        edited.events("--voice", "espeak")
        before = {path: path.read_bytes() for path in (edited.out / "captions").rglob("*.vtt")}
        edit(edited.project / SCRIPT, '"It moves."', '"It moves on."')
        events = edited.events("--voice", "espeak")
        assert drawn(events) == []
        assert [event["done"] for event in events if event["event"] == "spoken"] == [5]
        written = {Path(event["path"]).name for event in events if event["event"] == "written"}
        assert written == {"tiny.mp4", "01-moving-dot.mp4"}
        changed = [path.name for path, data in before.items() if path.read_bytes() != data]
        assert sorted(changed) == ["01-moving-dot.en.vtt", "tiny.en.vtt"]

    def test_a_take_recorded_again_at_the_same_length_is_mixed_and_nothing_is_drawn(self, desk):
        for name in ("01/appear", "01/move", "01/stay", "02/show", "02/turn"):
            take(desk, name, hum(0.8))
        desk.events("--voice", "takes")
        take(desk, "01/move", hum(0.8)[::-1])
        events = desk.events("--voice", "takes")
        assert drawn(events) == []
        written = {Path(event["path"]).name for event in events if event["event"] == "written"}
        assert written == {"tiny.mp4", "01-moving-dot.mp4"}

    def test_a_voice_that_fits_into_its_beats_draws_nothing_again(self, rendered):
        take(rendered, "01/move", hum(0.5))
        assert drawn(rendered.events("--voice", "takes")) == []

    def test_a_longer_voice_makes_its_beat_longer(self, rendered):
        take(rendered, "01/move", hum(4.0))
        assert drawn(rendered.events("--voice", "takes")) == ["01"]
        (beat,) = (beat for beat in beats(rendered) if beat["name"] == "move")
        assert beat["end_seconds"] - beat["start_seconds"] == pytest.approx(
            4.0 + LEAD + BREATH, abs=0.3
        )

    def test_plan_and_why_are_about_the_clip_with_its_voice(self, rendered):
        take(rendered, "01/move", hum(4.0))
        voice = ("--voice", "takes")
        assert rendered.states(*voice) == {"01": "to speak", "02": "cached", "03": "no scene yet"}
        assert "has not spoken yet: 1;" in rendered.run("why", "01", *voice).stdout
        rendered.events(*voice)
        assert rendered.states(*voice)["01"] == "cached"
        assert rendered.run("why", "01", *voice).stdout == (
            "nothing changed: the stored clip would be used\n"
            "when it was rendered: voice: move is new\n"
        )


class TestTakes:
    @pytest.fixture
    def mixed(self, desk: Desk) -> Desk:
        """Write a good take, one of another rate, a silent and a corrupt one, and no last one."""
        take(desk, "01/appear", hum(0.4))
        take(desk, "01/move", quiet(1.0))
        take(desk, "01/stay", hum(0.4, 44_100), 44_100)
        take(desk, "02/show", hum(0.4)).write_bytes(b"RIFF and then nothing")
        take(desk, "02/tunr", hum(0.4))
        return desk

    def test_each_that_is_no_voice_is_told_in_one_line(self, mixed):
        done = mixed.run("render", "--voice", "takes")
        assert done.returncode == 0, done.stderr
        told = [line for line in done.stdout.splitlines() if line.startswith("takes/")]
        assert [line.split(":")[0] for line in told] == [
            "takes/tiny/01/move.wav",
            "takes/tiny/02/show.wav",
            "takes/tiny/02/turn.wav",
            "takes/tiny/02/tunr.wav",
        ]
        assert [
            word in line
            for word, line in zip(("silent", "decoded", "missing", "not used"), told, strict=True)
        ] == [True] * 4

    def test_those_in_the_place_of_before_are_read_with_a_remark(self, mixed):
        (mixed.folder / "takes/tiny/01").rename(mixed.folder / "takes/01")
        events = mixed.events("--voice", "takes")
        assert [beat["name"] for beat in beats(mixed) if beat["voice"]] == ["appear", "stay"]
        told = [event["message"] for event in events if event["event"] == "remark"]
        assert "takes: recordings of this lesson belong in takes/tiny; move them there" in told

    def test_the_others_are_heard(self, mixed):
        mixed.events("--voice", "takes")
        spoken = [beat["name"] for beat in beats(mixed) if beat["voice"]]
        assert spoken == ["appear", "stay"]

    def test_what_is_missing_can_be_filled_in_by_the_scratch_voice(self, mixed):
        mixed.events("--voice", "takes", "--missing", "espeak")
        assert all(beat["voice"] for beat in beats(mixed))

    def test_what_is_missing_can_be_refused_before_anything_is_drawn(self, mixed):
        done = mixed.run("render", "--voice", "takes", "--missing", "fail")
        assert done.returncode == 1
        assert one_line(done.stderr)
        assert "3 of 5 takes" in done.stderr
        assert "rendering" not in done.stdout

    def test_a_missing_folder_is_an_error_before_anything_is_drawn(self, desk):
        done = desk.run("render", "--voice", "takes", "--takes", "nowhere")
        assert done.returncode == 2
        assert one_line(done.stderr)
        assert "nowhere" in done.stderr
        assert "voice sheet" in done.stderr
        assert "rendering" not in done.stdout

    def test_the_sheet_names_each_file_its_words_and_its_seconds(self, desk):
        command = [sys.executable, str(desk.project / "render.py"), "voice", "sheet"]
        done = subprocess.run(
            [*command, "--lesson", desk.lesson], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert "takes/tiny/01/move.wav" in done.stdout
        assert "01.2, 1.3 s" in done.stdout
        assert "> It moves." in done.stdout


class TestCommand:
    @pytest.fixture
    def speaker(self, desk: Desk) -> str:
        desk.folder.mkdir(parents=True, exist_ok=True)
        program = desk.folder / "speaker with a space.py"
        program.write_text(SPEAKER, encoding="utf-8")
        return f"'{sys.executable}' '{program}' {{text}} {{wav}}"

    def test_any_program_may_speak(self, desk, speaker):
        desk.events("--voice", "command", "--voice-command", speaker)
        lengths = [
            beat["voice"]["end_seconds"] - beat["voice"]["start_seconds"] for beat in beats(desk)
        ]
        assert lengths == pytest.approx([0.6, 0.6, 0.6, 0.6, 0.9], abs=0.05)

    def test_no_shell_reads_the_command(self, desk, speaker):
        desk.events("--voice", "command", "--voice-command", f"{speaker} ; touch stolen")
        assert not list(desk.folder.rglob("stolen"))

    @pytest.mark.parametrize(
        ("command", "code", "said"),
        [
            ("prog --out {wav}", 2, "{text}"),
            ("prog {text}", 2, "{wav}"),
            ("no-such-program {text} {wav}", 2, "no-such-program"),
            ("'prog {text} {wav}", 2, "quotation"),
            ("false {text} {wav}", 1, "exit code 1"),
            ("true {text} {wav}", 1, "left no file"),
            ("cp {text} {wav}", 1, "decoded"),
        ],
    )
    def test_what_goes_wrong_is_said_in_one_line(self, desk, command, code, said):
        done = desk.run("render", "--voice", "command", "--voice-command", command)
        assert done.returncode == code
        assert one_line(done.stderr)
        assert said in done.stderr
        assert "rendering" not in done.stdout

    def test_one_that_hangs_is_stopped(self, desk):
        words = ("--voice", "command", "--voice-timeout", "0.5")
        done = desk.run("render", *words, "--voice-command", "sh -c 'sleep 60' {text} {wav}")
        assert done.returncode == 1
        assert one_line(done.stderr)
        assert "0.5 s" in done.stderr

    @pytest.mark.usefixtures("interruptible")
    def test_an_interrupt_stops_it_at_once(self, desk):
        command = "sh -c 'sleep 60' {text} {wav}"
        with desk.start("render", "--voice", "command", "--voice-command", command) as process:
            # The line to speak lies in a scratch folder, which the program is started with.
            while not list(processes_naming(str(desk.store / "scratch"))):
                assert process.poll() is None
                time.sleep(0.05)
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=20)
        assert process.returncode == 130
        assert "interrupted" in told

    def test_an_interrupt_while_lines_are_handed_in_stops_who_speaks(self, tmp_path, monkeypatch):
        lines = [SpokenLine("01", "beat", f"words {number}", "en") for number in range(2)]
        speaking, cancelled, stopped = Event(), Event(), []

        class Pool(ThreadPoolExecutor):
            def submit(self, say, line):
                if line is lines[0]:
                    return super().submit(say, line)
                speaking.wait(timeout=20)
                raise KeyboardInterrupt

        def wait(line):
            speaking.set()
            stopped.append(cancelled.wait(timeout=20))
            raise VoiceError(f"stopped over {line.name}")

        monkeypatch.setattr(voices, "ThreadPoolExecutor", Pool)
        shop = SimpleNamespace(
            slots=2,
            store=SimpleNamespace(verified_record=lambda _key: None),
            scratch_root=tmp_path,
            cancelled=cancelled,
        )
        with pytest.raises(KeyboardInterrupt):
            voices._speak(shop, FakeVoice(before=wait), lines)
        assert stopped == [True]

    def test_none_at_all_is_refused(self, desk):
        done = desk.run("render", "--voice", "command")
        assert done.returncode == 2
        assert one_line(done.stderr)
        assert "--voice-command" in done.stderr
