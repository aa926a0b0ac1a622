"""What kind of file a scene becomes: as the command says, else as the file says, else MP4."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from av.codec import CodecContext
from av.video.frame import VideoFrame
from PIL import Image

from pipeline.types import ExitCode
from tests.harness.runs import PATIENCE, PROJECT

Run = Callable[..., str]

FILE = """
from manim import RED, Create, FadeIn, Scene, Sphere, Square, ThreeDScene, config


class Half(Scene):
    def construct(self):
        self.add(Square(4, fill_opacity=0.5, fill_color="#ff0000", stroke_width=0))
        self.play(Create(Square(1)), run_time=0.4)
        self.next_section("two")
        self.play(FadeIn(Square(2)), run_time=0.4)


class Short(Scene):
    def construct(self):
        self.wait(0.2)


class Ball(ThreeDScene):
    def construct(self):
        self.play(FadeIn(Sphere(resolution=8)), run_time=0.4)


class Asking(Scene):
    def __init__(self):
        config.format = "gif"
        config.output_file = "a name"
        super().__init__()

    def construct(self):
        self.play(Create(Square(1)), run_time=0.4)


class AskingToo(Asking):
    pass


class Clear(Half):
    def __init__(self):
        config.background_opacity = 0.0
        config.save_sections = True
        super().__init__()


class Segmented(Scene):
    def render(self, *args, **options):
        again = super().render(*args, **options)
        writer = self.renderer.file_writer
        sizes = [len(open(file, "rb").read()) for file in writer.partial_movie_files]
        print("segments:", len(sizes), all(sizes), writer.movie_file_path.is_file(), flush=True)
        return again

    def construct(self):
        self.play(Create(Square()), run_time=0.4)
        self.wait(0.2)


class SegmentedSections(Scene):
    def construct(self):
        self.play(Create(Square()), run_time=0.4)
        print("kept:", self.renderer.file_writer.sections[0].partial_movie_files, flush=True)
"""
FPS, FRAMES, SIDE = 5, 4, 36


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that draws scenes into the folder ``out`` and returns what was said."""
    (tmp_path / "own.py").write_text(FILE)

    def draw(*words: str, code: int = 0) -> str:
        done = subprocess.run(
            [
                *(sys.executable, str(PROJECT / "render.py"), "scenes", "own.py"),
                *("--profile", f"64x{SIDE}@{FPS}", "--out", "out", *words),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    return draw


def pictures(path: Path) -> list[np.ndarray]:
    """Return the frames of a film as RGBA; FFmpeg's own decoder of VP9 leaves out the alpha."""
    with av.open(path) as container:
        stream = container.streams.video[0]
        name = {"vp9": "libvpx-vp9"}.get(stream.codec_context.name)
        if name is None:
            frames = list(container.decode(video=0))
        else:
            decoder = CodecContext.create(name, "r")
            frames = [
                frame for packet in container.demux(stream) for frame in decoder.decode(packet)
            ]
    assert all(isinstance(frame, VideoFrame) for frame in frames)
    return [frame.to_ndarray(format="rgba") for frame in frames]


@pytest.mark.parametrize("kind", ["mov", "webm", "gif"])
def test_a_transparent_film_has_alpha_and_the_colours_of_its_shapes(
    kind: str, run: Run, tmp_path: Path
) -> None:
    run("Half", "--format", kind, "--transparent")
    frames = pictures(tmp_path / f"out/Half.{kind}")
    assert len(frames) == FRAMES
    corner, middle = frames[0][2, 2].astype(int), frames[0][SIDE // 2, 24].astype(int)
    assert corner[3] == 0
    # A GIF knows full alpha or none.
    assert middle[3] == pytest.approx(255 if kind == "gif" else 128, abs=3)
    assert middle[:3] == pytest.approx([255, 0, 0], abs=8)


@pytest.mark.parametrize("kind", ["mov", "webm", "gif"])
def test_a_film_on_a_ground_has_the_frames_of_the_mp4(kind: str, run: Run, tmp_path: Path) -> None:
    run("Half", "Short")
    run("Half", "Short", "--format", kind, "--sections")
    with av.open(tmp_path / f"out/Short.{kind}") as film:
        assert film.duration == av.time_base // FPS
    own, mp4 = pictures(tmp_path / f"out/Half.{kind}"), pictures(tmp_path / "out/Half.mp4")
    assert len(own) == len(mp4) == FRAMES
    for one, other in zip(own, mp4, strict=True):
        assert np.abs(one.astype(int) - other).mean() < 4
    cut = tmp_path / f"out/sections/Half_0001_two.{kind}"
    if kind == "gif":
        assert not cut.exists()
    else:
        assert len(pictures(cut)) == FRAMES // 2
        listed = json.loads((tmp_path / "out/sections/Half.json").read_text())
        assert [part["codec_name"] for part in listed] == [{"mov": "h264", "webm": "vp9"}[kind]] * 2


def test_a_png_is_the_last_picture(run: Run, tmp_path: Path) -> None:
    run("Half")
    run("Half", "--format", "png")
    picture = np.asarray(Image.open(tmp_path / "out/Half.png"))
    last = pictures(tmp_path / "out/Half.mp4")[-1][..., :3]
    assert picture.shape == last.shape
    assert np.abs(picture.astype(int) - last).mean() < 4


@pytest.mark.parametrize("scene", ["Half", "Ball"])
def test_fast_and_stock_drawing_agree_on_alpha(scene: str, run: Run, tmp_path: Path) -> None:
    found = {}
    for drawing in ("fast", "stock"):
        said = run(scene, "-t", "--format", "mov", "--drawing", drawing, "--force")
        assert "manim itself" not in said
        found[drawing] = pictures(tmp_path / f"out/{scene}.mov")
    assert np.array_equal(found["fast"], found["stock"])


def test_what_a_file_asks_for_holds_and_a_name_is_given_once(run: Run, tmp_path: Path) -> None:
    said = run("Asking", "AskingToo", "Clear")
    made = {path.name for path in (tmp_path / "out").iterdir() if path.is_file()}
    assert {"a name.gif", "AskingToo.gif", "Clear.mov"} <= made
    assert "own.AskingToo: it asks to be called a name, as another does" in said
    assert (tmp_path / "out/sections/Clear_0001_two.mov").is_file()
    with av.open(tmp_path / "out/Clear.mov") as film:
        assert film.streams.video[0].codec_context.pix_fmt == "yuva444p10le"


def test_the_command_wins_over_the_file(run: Run, tmp_path: Path) -> None:
    run("Asking", "--format", "mp4")
    assert (tmp_path / "out/a name.mp4").is_file()


def test_mp4_knows_no_alpha(run: Run) -> None:
    said = run("Half", "-t", "--format", "mp4", code=ExitCode.FAILED)
    assert "is transparent, which MP4 does not know; say --format mov" in said


def test_a_gif_is_no_faster_than_players_can_show(run: Run, tmp_path: Path) -> None:
    run("Half", "--format", "gif", "--profile", "64x36@60")
    with av.open(tmp_path / "out/Half.gif") as film:
        assert len(list(film.decode(video=0))) == 24
        assert film.duration == pytest.approx(0.8 * av.time_base, abs=av.time_base / 50)


@pytest.mark.parametrize(
    ("scene", "said"),
    [("Segmented", "segments: 2 True True"), ("SegmentedSections", "kept: ['")],
)
def test_a_scene_that_reads_manims_own_files_finds_them(
    scene: str, said: str, run: Run, tmp_path: Path
) -> None:
    lines = run(scene)
    assert lines.count("manim itself draws it: the scene reads manim's own video files") == 1
    log = (tmp_path / f"out/logs/{scene}.attempt-1.log").read_text()
    assert said in log
