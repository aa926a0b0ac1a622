"""What a scene adds to its picture: sound, subcaptions, sections; and names that manim uses too."""

import json
import math
import struct
import subprocess
import sys
import wave
from pathlib import Path

import av
import numpy as np
import pytest

from pipeline.captions.subcaptions import cues_of_scene, in_turn
from tests.harness.runs import PATIENCE, PROJECT, decoded

RATE = 22_050
FILE = """
from pathlib import Path

from manim import Create, Dot, FadeOut, Scene, Square

HERE = Path(__file__).parent


class Spoken(Scene):
    def construct(self):
        self.add_sound(HERE / "low.wav")
        self.add_subcaption("one", duration=0.4)
        self.play(Create(Square()), run_time=1)
        self.next_section("second part")
        self.add_sound(HERE / "low.wav", gain=-10)
        self.wait(0.4)
        self.add_sound(HERE / "low.wav", time_offset=0.2)
        self.play(FadeOut(Dot()), run_time=1, subcaption="two & three")
        self.next_section("left out", skip_animations=True)
        self.wait(2)
        self.add_sound(HERE / "low.wav")
        self.wait(2)
        self.next_section("last!")
        self.wait(0.4)


class Beeping(Scene):
    def add_sound(self, name, length=0.4):
        self.wait(length)

    def construct(self):
        self.play(Create(Square()), run_time=0.4)
        for name in ("one", "two", "three"):
            self.add_sound(name)


def scene_with(sides):
    class Made(Scene):
        def construct(self):
            self.wait(0.2 * sides)

    Made.__name__ = f"Sides{sides}"
    return Made


three, five = scene_with(3), scene_with(5)
"""
LOUD = 12_000 / 2**15 / math.sqrt(2)
"""The level of the tone, full scale 1."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the scenes, and return the folder of their videos."""
    folder = tmp_path_factory.mktemp("extras")
    (folder / "extras.py").write_text(FILE, encoding="utf-8")
    with wave.open(str(folder / "low.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        turns = (2 * math.pi * 440 * k / RATE for k in range(int(0.3 * RATE)))
        file.writeframes(b"".join(struct.pack("<h", int(12_000 * math.sin(t))) for t in turns))
    done = subprocess.run(
        [
            *(sys.executable, str(PROJECT / "render.py"), "scenes", "extras.py", "-a"),
            *("--sections", "--profile", "64x36@5"),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "media/scenes/extras/64x36@5"


def level(video: Path, start: float, end: float) -> float:
    """Return how loud a video is between two seconds: the root of the mean square.

    Where the sound is over it is silent.
    """
    resampler = av.AudioResampler(format="flt", layout="mono", rate=48_000)
    with av.open(video) as container:
        parts = [
            even.to_ndarray()[0]
            for frame in container.decode(audio=0)
            for even in resampler.resample(frame)
        ]
    samples = np.concatenate(parts)[round(start * 48_000) : round(end * 48_000)]
    return float(np.sqrt((samples**2).mean())) if samples.size else 0.0


@pytest.mark.parametrize(
    ("start", "end", "gain"),
    [
        (0.05, 0.3, 0.0),
        (0.4, 1.0, None),
        (1.05, 1.3, -10.0),
        (1.35, 1.55, None),
        (1.65, 1.9, 0.0),
        (2.0, 2.7, None),
    ],
)
def test_sounds_are_mixed_where_the_scene_puts_them(
    start: float, end: float, gain: float | None, out: Path
) -> None:
    expected = 0.0 if gain is None else LOUD * 10 ** (gain / 20)
    assert level(out / "Spoken.mp4", start, end) == pytest.approx(expected, rel=0.1, abs=1e-3)


def test_a_skipped_section_is_neither_seen_nor_heard(out: Path) -> None:
    assert len(decoded(out / "Spoken.mp4")) == 14


def test_subcaptions_are_files_and_a_track(out: Path) -> None:
    assert (out / "Spoken.srt").read_text() == (
        "1\n00:00:00,000 --> 00:00:00,400\none\n\n2\n00:00:01,400 --> 00:00:02,400\ntwo & three\n"
    )
    assert "two &amp; three" in (out / "Spoken.vtt").read_text()
    with av.open(out / "Spoken.mp4") as container:
        assert len(container.streams.subtitles) == 1


def test_sections_are_chapters_and_files_with_their_list(out: Path) -> None:
    with av.open(out / "Spoken.mp4") as container:
        titles = [chapter["metadata"]["title"] for chapter in container.chapters()]
    assert titles == ["autocreated", "second part", "last!"]
    listed = json.loads((out / "sections/Spoken.json").read_text())
    assert [(section["video"], section["nb_frames"]) for section in listed] == [
        ("Spoken_0000_autocreated.mp4", "5"),
        ("Spoken_0001_second-part.mp4", "7"),
        ("Spoken_0003_last.mp4", "2"),
    ]
    whole = decoded(out / "Spoken.mp4")
    parts = [frame for section in listed for frame in decoded(out / "sections" / section["video"])]
    assert parts == whole


def test_a_method_of_the_scene_s_own_is_called_whatever_its_name(out: Path) -> None:
    assert len(decoded(out / "Beeping.mp4")) == 8


def test_classes_that_a_function_has_made_go_by_their_own_names(out: Path) -> None:
    assert (len(decoded(out / "Sides3.mp4")), len(decoded(out / "Sides5.mp4"))) == (3, 5)


def test_in_a_track_a_cue_ends_when_the_next_begins_or_the_video_does() -> None:
    cues = cues_of_scene(
        [(1.0, 9.0, "b"), (0.0, 2.0, "a\nc"), (3.0, 3.0, "never"), (4.0, 5.0, " ")]
    )
    assert [(cue.start, cue.end, cue.lines) for cue in in_turn(cues, 6.0)] == [
        (0.0, 1.0, ("a", "c")),
        (1.0, 6.0, ("b",)),
    ]
    assert in_turn([], 6.0) == []
