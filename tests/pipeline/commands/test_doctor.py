"""The doctor names what is lacking and the line that mends it."""

import os
from pathlib import Path

import pytest

from pipeline.engine.plan.themes import theme_fonts
from pipeline.engine.store.lock import hold
from pipeline.machine.folders import check_lock, check_writable
from pipeline.machine.packages import LOCK, check_compiled, check_packages, check_voice
from pipeline.machine.system import check_disk, check_memory, check_python, check_tools
from pipeline.machine.typefaces import check_typefaces
from pipeline.types import Need
from tests.harness.desk import Desk


def test_the_doctor_says_a_line_for_each_check(desk: Desk) -> None:
    done = desk.run("doctor", "--out", str(desk.out))
    assert done.returncode == 0, done.stdout + done.stderr
    states = [line.split()[0] for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert set(states) <= {"ok", "warn"}
    assert len(states) == 15


def test_a_folder_that_cannot_be_written_fails_the_machine(desk: Desk) -> None:
    done = desk.run("doctor", "--out", "/dev/null/out")
    assert done.returncode == 3
    assert "LACKS output folder: cannot write /dev/null" in done.stdout
    assert "--out" in done.stdout


def test_tools_that_only_installing_needs_are_a_warning() -> None:
    found = check_tools(lambda _command: False)
    assert {check.need for check in found} == {Need.TO_INSTALL}
    lacking = [check.subject for check in found if not check.ok]
    assert lacking[:3] == ["C compiler", "pkg-config", "Pango and Cairo headers"]
    assert all(check.mend for check in found)


def test_a_compiler_that_does_not_exist_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "no-such-compiler -O2")
    assert not check_tools()[0].ok


def test_this_machine_can_run_its_own_tests(tmp_path: Path) -> None:
    assert check_python().ok
    assert check_disk(tmp_path / "not" / "made").found.endswith(str(tmp_path))
    assert check_memory().found


def test_the_theme_is_set_in_typefaces_that_typst_has() -> None:
    assert len(theme_fonts()) == 3
    assert check_typefaces(theme_fonts()).ok


def test_a_typeface_that_typst_lacks_is_named() -> None:
    found = check_typefaces(["Libertinus Serif", "Nobody Sans"])
    assert not found.ok
    assert found.found == "unknown font family: nobody sans"


def test_the_lock_is_read_with_its_markers(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(
        "click==0.1 \\\n    --hash=sha256:00\n"
        "no-such-package==1.0 ; sys_platform == 'amiga' \\\n    --hash=sha256:00\n",
        encoding="ascii",
    )
    found = check_packages(lock)
    assert not found.ok
    assert found.need is Need.ADVISED
    assert found.found.startswith("not as pinned: click is ")


def test_a_part_that_was_never_compiled_is_missed() -> None:
    assert check_compiled().ok
    found = check_compiled("pipeline.fastdraw.nothing")
    assert (found.ok, found.need) == (False, Need.TO_RENDER)
    assert "make test" in found.mend


def test_a_missing_scratch_voice_is_a_warning() -> None:
    assert check_voice("espeakng-loader").ok
    found = check_voice("no-such-package")
    assert not found.ok
    assert found.need is Need.ADVISED
    assert "VOICE=espeak" in found.mend


def test_a_missing_package_is_more_than_a_warning(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("no-such-package==1.0 \\\n    --hash=sha256:00\n", encoding="ascii")
    found = check_packages(lock)
    assert found.need is Need.TO_RENDER
    assert found.found == "missing: no-such-package"


def test_no_package_of_the_projects_own_lock_is_missing() -> None:
    assert "missing" not in check_packages(LOCK).found


def test_whoever_holds_a_lock_is_named_and_keeps_it(tmp_path: Path) -> None:
    lock = tmp_path / ".lock"
    assert check_lock("the store", lock).ok
    assert not lock.exists()
    with hold(lock, what="the store"):
        found = check_lock("the store", lock)
        assert not found.ok
        assert found.found == f"in use by process {os.getpid()}"
    assert check_lock("the store", lock).ok


def test_looking_whether_a_folder_can_be_written_leaves_nothing(tmp_path: Path) -> None:
    assert check_writable("store", tmp_path / "new").ok
    assert not list(tmp_path.iterdir())
