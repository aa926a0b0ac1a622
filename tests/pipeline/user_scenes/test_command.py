"""Any ordinary manim file goes through the same engine, and pretends to be no lesson."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import pytest

from pipeline.engine.deliver.frames import read_frames
from pipeline.types import ExitCode
from tests.harness.desk import edit, one_line
from tests.harness.runs import PATIENCE, decoded, wait_until_gone
from tests.pipeline.engine.test_stitch import names

FOREIGN = "tests/pipeline/user_scenes/foreign"
PROFILE = "64x36@5"
DRAWN = {"Zoom": 3, "Turn": 3, "Still": 1, "Own": 2}


@dataclass(frozen=True)
class Bench:
    """A folder of a user's files, in which the command is typed."""

    folder: Path
    project: Path

    @property
    def out(self) -> Path:
        """Return the folder that the videos of a file go to."""
        return self.folder / "media/scenes"

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start the command."""
        program = [sys.executable, str(self.project / "render.py"), "scenes"]
        return subprocess.Popen(
            [*program, "--profile", PROFILE, *words],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the command to its end."""
        with self.start(*words) as process:
            out, err = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def events(self, *words: str) -> list[dict[str, Any]]:
        """Run the command, which must succeed, and return everything that happened."""
        done = self.run("--json", *words)
        assert done.returncode == 0, done.stdout + done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


def bench_in(folder: Path, project: Path) -> Bench:
    shutil.copytree(project / FOREIGN, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "steps.txt").write_text("3")
    return Bench(folder, project)


@pytest.fixture(scope="session", autouse=True)
def started(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Bench, subprocess.Popen[str]]]:
    """Start the one run of all scenes of a file, while the first tests go on."""
    bench = bench_in(tmp_path_factory.mktemp("foreign") / "files", project)
    with bench.start("many.py", "-a", "--input", "steps.txt") as process:
        yield bench, process
        process.kill()  # in case no test has waited for its end
    assert not wait_until_gone(str(bench.folder))


@pytest.fixture
def bench(project: Path, tmp_path: Path) -> Bench:
    """Return a folder that belongs to this test alone."""
    return bench_in(tmp_path / "files", project)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ((), "name a file of manim scenes"),
        (("Walk",), "name a file of manim scenes"),
        (("onee.py",), "there is no file onee.py; did you mean one.py?"),
        (("nowhere/one.py",), "there is no file nowhere/one.py; look where it lies"),
        (("near",), "near is a folder; name a file in it"),
        (("steps.txt",), "steps.txt is no Python file"),
        (("broken.py",), "broken.py:3 is no Python: "),
        (("one.py", "--input", "nothing.csv"), "nothing.csv"),
        (("one.py", "--drawing", "slow"), "--drawing"),
        (("one.py", "copy/one.py"), "two of the files are called one.py"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line(
    words: tuple[str, ...], hint: str, bench: Bench
) -> None:
    (bench.folder / "broken.py").write_text("from manim import *\n\nclass Broken(:\n")
    (bench.folder / "copy").mkdir()
    shutil.copy(bench.folder / "one.py", bench.folder / "copy")
    done = bench.run(*words)
    assert done.returncode == ExitCode.USAGE
    assert one_line(done.stderr), done.stderr
    assert hint in done.stderr
    assert not (bench.folder / "media").exists()


def test_a_file_that_cannot_be_imported_says_why_and_where(bench: Bench) -> None:
    edit(bench.folder / "near/colours.py", "import BLUE", "import BLEU")
    done = bench.run("one.py")
    assert done.returncode == ExitCode.USAGE
    assert one_line(done.stderr), done.stderr
    assert "one.py cannot be imported: ImportError: cannot import name 'BLEU'" in done.stderr
    assert "(colours.py:3, in <module>); mend that first" in done.stderr


def test_a_change_in_what_a_scene_takes_draws_it_again_and_nothing_else_does(
    bench: Bench,
) -> None:
    words = ("one.py", "--input", "steps.txt")
    first = bench.events(*words)
    assert [event["scene"] for event in first if event["event"] == "finished"] == ["one.Walk"]
    video = bench.out / "one" / PROFILE / "Walk.mp4"
    frames = decoded(video)
    assert len(frames) == 7
    edit(bench.folder / "many.py", "config.frame_rate", "# a comment\nconfig.frame_rate")
    again = bench.events("Walk", *words)
    assert [event["event"] for event in again] == ["hit", "unchanged"]
    edit(bench.folder / "near/colours.py", "BLUE", "RED")
    other = bench.events(*words)
    assert [event["frames"] for event in other if event["event"] == "started"] == [7]
    assert decoded(video) != frames
    edit(bench.folder / "steps.txt", "3", "4")
    assert "started" in [event["event"] for event in bench.events(*words)]


def test_of_scenes_that_nobody_knows_those_in_space_are_drawn_first(bench: Bench) -> None:
    (bench.folder / "two.py").write_text(
        "from manim import *\n\n"
        "class Flat(Scene):\n    def construct(self):\n        self.add(Square())\n\n"
        "class Deep(ThreeDScene):\n    def construct(self):\n        self.add(Cube())\n"
    )
    events = bench.events("two.py", "-a", "--jobs", "1")
    begun = [event["scene"] for event in events if event["event"] == "started"]
    assert begun == ["two.Deep", "two.Flat"]


@pytest.fixture(scope="session")
def run(
    started: tuple[Bench, subprocess.Popen[str]],
) -> tuple[Bench, subprocess.CompletedProcess[str]]:
    """Wait for the end of the run of all scenes and return what it printed."""
    bench, process = started
    out, err = process.communicate(timeout=PATIENCE)
    return bench, subprocess.CompletedProcess(process.args, process.returncode, out, err)


Run = tuple[Bench, subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("scene", DRAWN)
def test_a_scene_of_any_kind_becomes_a_whole_video(scene: str, run: Run) -> None:
    bench, done = run
    video = bench.out / "many" / PROFILE / f"{scene}.mp4"
    assert len(decoded(video)) == DRAWN[scene], done.stdout
    top = [name for name in names(video) if "/" not in name]
    assert top.index("moov") < top.index("mdat")
    assert not [name for name in names(video) if "elst" in name]
    with av.open(video) as container:
        context = container.streams.video[0].codec_context
        assert (context.width, context.height) == (64, 36)
        assert container.streams.video[0].average_rate == 5
        assert container.metadata["title"] == scene


def pixel(run: Run, scene: str, place: tuple[int, int], number: int = 0) -> tuple[int, ...]:
    bench, _ = run
    ((_, picture),) = read_frames(bench.out / "many" / PROFILE / f"{scene}.mp4", [number])
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return found


def close(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_a_background_that_the_file_asks_for_is_there(run: Run) -> None:
    assert close(pixel(run, "Zoom", (2, 2)), (0x20, 0x40, 0x60))


def test_a_frame_that_the_file_asks_for_is_there(run: Run) -> None:
    # The circle is two units across and the frame four units high.
    assert close(pixel(run, "Still", (32, 11)), pixel(run, "Still", (32, 18)))
    assert close(pixel(run, "Still", (32, 5)), (0x20, 0x40, 0x60))


def test_a_picture_is_shown(run: Run) -> None:
    assert close(pixel(run, "Still", (60, 32)), (0, 255, 0))


def test_a_camera_of_one_s_own_is_used(run: Run) -> None:
    assert close(pixel(run, "Own", (2, 2)), (0x58, 0xC4, 0xDD))


def test_a_moving_camera_moves(run: Run) -> None:
    bench, _ = run
    first, *_, last = decoded(bench.out / "many" / PROFILE / "Zoom.mp4")
    assert first != last


def test_a_scene_that_needs_latex_fails_alone_and_says_so(run: Run) -> None:
    bench, done = run
    assert done.returncode == ExitCode.FAILED
    assert not done.stderr
    (told,) = [line for line in done.stdout.splitlines() if line.startswith("many.Typeset failed")]
    assert "needs LaTeX, and there is no program latex here" in told
    assert "(many.py:" in told
    assert "scenes: 4 rendered, 0 from the store" in done.stdout
    assert not (bench.out / "many" / PROFILE / "Typeset.mp4").exists()


def test_nothing_is_left_beside_the_files(run: Run) -> None:
    bench, _ = run
    assert {path.name for path in bench.folder.iterdir()} == {
        "many.py",
        "one.py",
        "near",
        "steps.txt",
        "media",
    }
    assert not list((bench.folder / "media/.store/scratch").iterdir())
