"""One clip that crashes, hangs or runs out of memory never stops the others."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event as Flag
from typing import Any

import pytest

from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workers.child import run_child
from pipeline.engine.workers.dispatch import ATTEMPTS, JobError, dispatch
from pipeline.protocol import TASK_FILE
from pipeline.types import Event, Failure, Limits, Segment, Subject, ignore
from tests.harness.desk import Desk
from tests.harness.fake_executor import InlineExecutor
from tests.harness.runs import PATIENCE, processes_naming, wait_until_gone
from tests.pipeline.lessons.tiny.lesson import LESSON

REASONS = {
    "02": r"ValueError: the slope of a vertical line \(c02_raises\.py:\d+, in act\)",
    "03": "crashed with SIGSEGV",
    "04": "made no progress for 14 s",
    "05": "ended with exit code 0 and no video",
    "06": r"took \d+ MB of memory; the limit is 900 MB",
    "07": "AttributeError: module '.*' has no attribute 'Nobody' .*",
    "08": r"RuntimeError: a lesson uses no LaTeX, .* \(.*\)",
}
CRASHES = {"03", "05"}


@pytest.fixture(scope="session")
def broken(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Make the desk that the broken lesson is rendered at."""
    return Desk(tmp_path_factory.mktemp("broken"), project, "tests.pipeline.lessons.broken")


@pytest.fixture(scope="session", autouse=True)
def started(broken: Desk) -> Iterator[subprocess.Popen[str]]:
    """Start the one run in which everything goes wrong, while the first tests go on."""
    # All eight run at once, so that the one that sleeps decides how long it takes.
    words = ("--jobs", "8", "--stall-limit", "14", "--memory-limit", "900")
    with broken.start("render", *words) as process:
        yield process
        process.kill()  # in case no test has waited for its end


@pytest.fixture(scope="session")
def run(started: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """Wait for the end of that run and return what it printed."""
    out, err = started.communicate(timeout=PATIENCE)
    return subprocess.CompletedProcess(started.args, started.returncode, out, err)


def test_workers_die_when_their_run_is_killed(desk: Desk, tmp_path: Path) -> None:
    sleeping = replace(desk, lesson="tests.pipeline.lessons.broken")
    with sleeping.start("render", "04", "--json") as process:
        assert process.stdout
        for line in process.stdout:
            if json.loads(line)["event"] == "beat":
                break
        worker = set(processes_naming(str(sleeping.store))) - {process.pid}
        assert len(worker) == 1
        os.kill(process.pid, signal.SIGKILL)
    assert not wait_until_gone(str(tmp_path))


def test_a_scene_file_with_a_syntax_error_stops_no_other_clip(edited: Desk) -> None:
    scenes = edited.project / "tests/pipeline/lessons/tiny/scenes"
    (scenes / "c02_formula.py").write_text("class Formula(:\n")
    (scenes / "shapes.py").write_text((scenes / "shapes.py").read_text() + "# changed\n")
    assert edited.states() == {"01": "to render", "02": "to render", "03": "no scene yet"}
    run = edited.run("render")
    assert run.returncode == 1
    assert "02 A formula failed: SyntaxError: invalid syntax" in run.stdout
    assert "01 A moving dot: done, 20 frames" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


JOBS = [
    LessonJob("tiny", LESSON, clip, "scenes.x", Path("x.py"), Path(), profile_named("64x36@5"))
    for clip in LESSON.clips
]


def outcomes(work: Any, cancelled: Flag | None = None) -> list[Segment | Failure]:
    return dispatch(JOBS, work, InlineExecutor(), ignore, cancelled or Flag())


def test_an_attempt_that_may_end_better_is_made_anew() -> None:
    def work(job: LessonJob, attempt: int) -> Segment:
        if attempt < ATTEMPTS:
            raise JobError("a crash", Path("log"), again=True)
        return Segment(job.name, job.clip, "key", "blob", 1, 1, ())

    assert all(isinstance(outcome, Segment) for outcome in outcomes(work))


def test_no_attempt_is_made_anew_once_the_run_is_cancelled() -> None:
    cancelled = Flag()
    cancelled.set()

    def work(_job: LessonJob, _attempt: int) -> Segment:
        raise JobError("a crash", Path("log"), again=True)

    ended = outcomes(work, cancelled)
    assert [outcome.attempts for outcome in ended if isinstance(outcome, Failure)] == [1, 1, 1]


def test_whatever_ends_a_run_early_stops_its_workers_first() -> None:
    cancelled = Flag()

    def work(_job: LessonJob, _attempt: int) -> Segment:
        cancelled.wait(60)
        raise JobError("interrupted", Path("log"))

    def interrupted(event: Event) -> None:
        if event.kind == "started" and event.subject == Subject.of(LESSON.clips[1]):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        dispatch(JOBS, work, ThreadPoolExecutor(2), interrupted, cancelled)
    assert cancelled.is_set()


@pytest.mark.parametrize(
    ("program", "limits", "reason", "again"),
    [
        ("import os; os.kill(os.getpid(), 9)", Limits(), "crashed with SIGKILL", True),
        ("import os; os.kill(os.getpid(), 40)", Limits(), "crashed with signal 40", True),
        ("raise SystemExit(7)", Limits(), "ended with exit code 7 and no video", True),
        ("print('not JSON', flush=True)", Limits(), "ended with exit code 0 and no video", True),
        (
            "import time; time.sleep(600)",
            Limits(stall_seconds=0.5),
            "made no progress for 0.5 s",
            False,
        ),
        (
            "import time\nwhile True: print('{}', flush=True); time.sleep(.1)",
            Limits(wall_seconds=1),
            "was not done after 1 s",
            False,
        ),
    ],
)
def test_a_child_s_end_is_told_in_one_line(
    program: str,
    limits: Limits,
    reason: str,
    again: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "program.py").write_text(program)
    stand_in = tmp_path / "python"
    stand_in.write_text(f"#!/bin/sh\nexec {sys.executable} {tmp_path}/program.py\n")
    stand_in.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(stand_in))
    monkeypatch.setattr("pipeline.engine.workers.launch.SERVED", False)
    report = run_child(tmp_path / TASK_FILE, tmp_path / "log", limits, lambda _: None, Flag())
    assert (report.reason, report.again, report.result) == (reason, again, None)


def test_the_exit_code_tells_of_failures(run: subprocess.CompletedProcess[str]) -> None:
    assert run.returncode == 1
    assert "Traceback" not in run.stdout + run.stderr


def test_the_good_clip_is_finished(broken: Desk, run: subprocess.CompletedProcess[str]) -> None:
    assert "01 Good: done, 5 frames" in run.stdout
    assert [path.name for path in broken.out.rglob("*.mp4")] == ["01-good.mp4"]


@pytest.mark.parametrize("number", REASONS)
def test_the_summary_names_a_failed_clip_with_its_reason_and_its_log(
    number: str, run: subprocess.CompletedProcess[str]
) -> None:
    tries = f" after {ATTEMPTS} attempts" if number in CRASHES else ""
    line = rf"^{number} \w+ failed{tries}: {REASONS[number]}\n   log: (.+)$"
    found = re.search(line, run.stdout, re.MULTILINE)
    assert found, run.stdout
    assert Path(found[1]).is_file()


@pytest.mark.parametrize("number", ["01", *REASONS])
def test_only_a_crash_is_tried_again_and_at_most_twice(
    number: str, broken: Desk, run: subprocess.CompletedProcess[str]
) -> None:
    assert run.returncode == 1
    logs = sorted(path.name for path in (broken.out / "logs").glob(f"{number}-*"))
    assert len(logs) == (ATTEMPTS if number in CRASHES else 1)


def test_a_log_says_more(broken: Desk, run: subprocess.CompletedProcess[str]) -> None:
    assert run.returncode == 1
    logs = broken.out / "logs"
    assert "Traceback" in (logs / "02-raises.attempt-1.log").read_text()
    assert "Segmentation fault" in (logs / "03-crashes.attempt-1.log").read_text()


def test_no_process_and_no_scratch_outlives_the_run(
    broken: Desk, run: subprocess.CompletedProcess[str]
) -> None:
    assert run.returncode == 1
    assert not wait_until_gone(str(broken.folder))
    assert list((broken.store / "scratch").iterdir()) == []
