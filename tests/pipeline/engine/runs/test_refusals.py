"""What cannot be done is refused in one clear line, and nothing is lost."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.engine.plan.plan import make_plan
from pipeline.engine.plan.profiles import PROFILES, profile_named
from pipeline.types import ExitCode, UsageError, explain
from tests.harness.desk import Desk, edit, one_line
from tests.harness.runs import PATIENCE, decoded, false_blobs, frames_of_videos, unfinished

CLIP = "clips/01-moving-dot.mp4"
TINY = Path(__file__).parents[2] / "lessons/tiny/lesson.py"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--profile", "finale"), "did you mean 'final'?"),
        (("--profile", "8k"), "choose from draft, preview, final, uhd"),
        (("--profile", "65x36@5"), "must be even"),
        (("--profile", "64x36@999"), "at most 120 frames per second"),
        (("--jobs", "0"), "--jobs"),
        (("--jobs", "many"), "--jobs"),
        (("--memory-limit", "0"), "--memory-limit"),
        (("--time-limit", "0"), "--time-limit"),
        (("--stall-limit", "-1"), "--stall-limit"),
        (("--lesson", "integrals"), "there is no lesson 'integrals'"),
        (("--lesson", "../secrets"), "there is no lesson '../secrets'"),
        (("--lesson", "tests.pipeline.lessons.nothing"), "there is no lesson"),
        (("--speed", "9"), "--speed"),
        (("04",), "there is no clip '04'"),
    ],
)
def test_a_command_that_asks_for_what_does_not_exist_is_refused(
    words: tuple[str, ...], hint: str, desk: Desk
) -> None:
    done = desk.run("render", *words)
    assert done.returncode == ExitCode.USAGE
    assert one_line(done.stderr), done.stderr
    assert hint in done.stderr
    assert not done.stdout
    assert list(desk.folder.iterdir()) == []


def test_an_unknown_command_is_refused(desk: Desk) -> None:
    done = desk.run("redner")
    assert done.returncode == ExitCode.USAGE
    assert one_line(done.stderr)


@pytest.mark.parametrize("name", ["64x36@5", "1080x1920@30", "10x10@1"])
def test_a_profile_may_be_said_in_numbers(name: str) -> None:
    profile = profile_named(name)
    assert f"{profile.width}x{profile.height}@{profile.fps}" == name


@pytest.mark.parametrize(
    "name", ["", "0x0@0", "64x36", "64x36@0", "-64x36@5", "64x36@5 ", "６４x36@5"]
)
def test_no_other_profile_is_understood(name: str) -> None:
    with pytest.raises(UsageError, match="there is no profile"):
        profile_named(name)


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_is_known_by_its_name(name: str) -> None:
    assert profile_named(name).name == name


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('"It moves."', '"It moves.', "SyntaxError"),
        ('"It moves."', '"It moves. " * 20', "beat 'move' asks for 40 words in 2 s"),
        ('"It moves."', '""', "beat 'move' has no narration"),
        ('Beat("move", 2.0', 'Beat("move", -2.0', "it must be positive"),
        ('Beat("move", 2.0', 'Beat("mo ve", 2.0', "is not a Python identifier"),
        ("import date", "import dates", "ImportError"),
        ("import date", "import date, nothing", "ImportError"),
        ("from datetime", "from datetimes", "ModuleNotFoundError"),
        ("LESSON = Lesson(", "LESSONS = Lesson(", "AttributeError"),
        ("LESSON = Lesson(", "LESSON = dict(", "is not a Lesson"),
        ("LESSON = Lesson(", "{}['missing']\nLESSON = Lesson(", "KeyError: 'missing'"),
        ("tiny.scenes", "tiny.no_scenes", "there is no package"),
        ("tests.pipeline.lessons.tiny.scenes", "nowhere.at.all", "there is no package"),
    ],
)
def test_a_mistake_in_the_script_is_told_in_one_line(
    old: str, new: str, mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = TINY.read_text(encoding="utf-8")
    assert old in text
    script = tmp_path / "mistaken" / "integrals" / "lesson.py"
    script.parent.mkdir(parents=True)
    script.write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [name for name in sys.modules if name.partition(".")[0] == "mistaken"]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(UsageError) as refused:
        make_plan("mistaken.integrals", (), profile_named("64x36@5"))
    assert one_line(str(refused.value))
    assert mistake in str(refused.value)


def test_a_mistake_in_the_script_ends_a_command_at_once(edited: Desk) -> None:
    edit(edited.project / "tests/pipeline/lessons/tiny/lesson.py", '"It moves."', '""')
    for command in ("plan", "render"):
        done = edited.run(command)
        assert done.returncode == ExitCode.USAGE
        assert one_line(done.stderr), done.stderr


@pytest.mark.parametrize("option", ["--out", "--store"])
def test_a_folder_that_cannot_be_is_refused_before_anything_is_drawn(
    option: str, desk: Desk
) -> None:
    file = desk.folder / "file"
    file.write_text("a file, no folder")
    done = desk.run("render", option, str(file / "below"))
    assert done.returncode == ExitCode.MACHINE
    assert one_line(done.stderr), done.stderr
    assert "Not a directory" in done.stderr
    assert not done.stdout
    assert file.read_text() == "a file, no folder"


def test_a_store_that_cannot_be_is_refused_by_plan_too(desk: Desk) -> None:
    file = desk.folder / "file"
    file.write_text("a file, no folder")
    done = desk.run("plan", "--store", str(file / "below"))
    assert done.returncode == ExitCode.MACHINE
    assert one_line(done.stderr)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_is_refused(desk: Desk) -> None:
    desk.out.mkdir()
    desk.out.chmod(0o500)
    done = desk.run("render")
    assert done.returncode == ExitCode.MACHINE
    assert one_line(done.stderr)
    assert "cannot write" in done.stderr


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no space left on the disk /x; free some"),
        (errno.EDQUOT, "no space left on the disk /x; free some"),
        (errno.EACCES, "cannot write /x: Permission denied; choose another with --out"),
        (errno.EROFS, "cannot write /x: Read-only file system; choose another with --out"),
        (errno.EIO, "Input/output error /x"),
    ],
)
def test_what_the_machine_refuses_is_said_with_the_way_out(number: int, said: str) -> None:
    assert said in str(explain(OSError(number, os.strerror(number), "/x")))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 12 KB, which holds a lock and a page or two but no whole video."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or not system("mount", "-t", "tmpfs", "-o", "size=12k", "x", str(disk)):
        pytest.skip("only root can make a small disk")
    yield disk
    system("umount", str(disk))


def enlarge(disk: Path) -> None:
    system("mount", "-o", "remount,size=20m", str(disk))


def system(*words: str) -> bool:
    """Run a program of the system; tell whether all went well."""
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def test_a_disk_that_may_only_be_read_is_refused(small_disk: Path, desk: Desk) -> None:
    assert system("mount", "-o", "remount,ro", str(small_disk))
    done = desk.run("render", "--out", str(small_disk / "out"))
    assert done.returncode == ExitCode.MACHINE
    assert one_line(done.stderr), done.stderr
    assert "cannot write" in done.stderr
    assert "--out" in done.stderr


def test_a_full_disk_under_the_store_is_said_and_loses_nothing(
    small_disk: Path, desk: Desk, tiny: Desk
) -> None:
    words = ("01", "--store", str(small_disk / "store"))
    done = desk.run("render", *words)
    assert done.returncode == ExitCode.FAILED
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stdout.count("failed: no space left on the disk; free some") == 1
    assert not false_blobs(small_disk / "store")
    enlarge(small_disk)
    assert desk.run("render", *words).returncode == ExitCode.OK
    assert decoded(desk.out / CLIP) == decoded(tiny.out / CLIP)


def test_a_full_disk_under_the_output_is_said_and_loses_nothing(
    small_disk: Path, rendered: Desk, tiny: Desk
) -> None:
    out = small_disk / "out"
    done = rendered.run("render", "--out", str(out))
    assert done.returncode == ExitCode.MACHINE
    assert one_line(done.stderr), done.stderr
    assert "no space left on the disk" in done.stderr
    assert not unfinished(small_disk)
    enlarge(small_disk)
    again = rendered.run("render", "--out", str(out))
    assert again.returncode == ExitCode.OK
    assert "0 clips rendered, 2 from the store" in again.stdout
    assert frames_of_videos(out) == frames_of_videos(tiny.out)


def test_a_worker_that_may_write_no_more_says_so(desk: Desk) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, before[1]))
    try:
        process = desk.start("render", "01")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    with process:
        told, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == ExitCode.FAILED
    assert told.count("failed: no space left on the disk") == 1
