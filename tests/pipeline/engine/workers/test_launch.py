"""Workers come to life with manim loaded, one process per job, and nothing of it is left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event as Flag
from typing import Any

import pytest

from pipeline.engine.plan.job import PRELOADED
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workers import launch as launching
from pipeline.engine.workers.child import Ending, run_child
from pipeline.engine.workers.launch import launch
from pipeline.machine.processes import end_group
from pipeline.protocol import TASK_FILE, VIDEO, ListTask, Started, decode, encode
from pipeline.types import Limits

PROJECT = Path(__file__).resolve().parents[4]
SCENE = "\n\nfrom manim import Scene\n\n\nclass Only(Scene):\n    pass\n"

pytestmark = pytest.mark.skipif(not launching.SERVED, reason="workers are forked on Linux only")


def task_in(folder: Path, code: str) -> Path:
    """Write a file of scenes and the task to list them."""
    folder.mkdir(exist_ok=True)
    source = folder / "waves.py"
    source.write_text(code + SCENE)
    path = folder / TASK_FILE
    task = ListTask(source, folder, profile_named("draft"), folder / VIDEO)
    path.write_bytes(encode(task))
    return path


def listed(folder: Path, code: str = "") -> Ending:
    task = task_in(folder, code)
    return run_child(task, folder / "log", Limits(), lambda _: None, Flag(), PRELOADED)


def messages_of(worker: Any) -> list[Any]:
    """Return what a worker sends until it ends."""
    return [decode(line) for line in worker.output]


@pytest.fixture
def server() -> Any:
    """Return the server that forks workers."""
    return launching._SERVER


def test_each_job_has_a_process_of_its_own_and_all_have_one_parent(tmp_path, server):
    code = "import os\nprint(os.getpid(), os.getppid(), os.getsid(0))"
    seen = []
    for name in ("a", "b"):
        assert listed(tmp_path / name, code).result.scenes == {"Only": False}
        seen.append([int(word) for word in (tmp_path / name / "log").read_text().split()])
    (one, parent, session), (other, same, _) = seen
    assert one != other
    assert parent == same == server._process.pid
    assert session == one, "stopping a worker stops its whole session"


def test_the_server_has_loaded_what_takes_long_and_nothing_that_is_edited():
    program = (
        "import sys\nfrom pipeline.worker import server\n"
        f"server.load({[*PRELOADED, 'sympy']!r})\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert {"manim", "av", "sympy"} <= set(loaded)
    packages = {path.parent.name for path in PROJECT.glob("*/__init__.py")}
    assert {"scenes", "mathcore", "lessons", "pipeline"} <= packages
    ours = {name for name in loaded if name.partition(".")[0] in packages}
    assert ours == {
        "pipeline",
        "pipeline.worker",
        "pipeline.worker.server",
        "pipeline.worker.guard",
        "pipeline.machine",
        "pipeline.machine.variables",
    }


def test_a_server_that_was_warmed_up_has_loaded_all_when_a_worker_is_wanted(tmp_path):
    program = (
        "import sys\nfrom pathlib import Path\nfrom pipeline.engine.workers import launch\n"
        "launch.warm_up(['manim', 'sympy'])\nlaunch.warm_up(['av'])\n"
        "worker = launch.launch(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "maps = Path(f'/proc/{launch._SERVER._process.pid}/maps').read_text()\n"
        "print('site-packages/av/' in maps, 'site-packages/cairo/' in maps)\nworker.stop()\n"
    )
    task = task_in(tmp_path, "")
    done = subprocess.run(
        [sys.executable, "-c", program, str(task), str(tmp_path / "log")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True", "True"]


def test_the_server_has_one_thread(tmp_path, server):
    assert listed(tmp_path).result
    assert len(list(Path(f"/proc/{server._process.pid}/task").iterdir())) == 1


def test_an_edit_between_two_jobs_is_seen(tmp_path):
    (tmp_path / "near.py").write_text("NAME = 'before'")
    code = "import near\nprint(near.NAME)"
    for name in ("before", "after, which is longer"):
        (tmp_path / "near.py").write_text(f"NAME = {name!r}")
        assert listed(tmp_path, code).result
        assert (tmp_path / "log").read_text().strip() == name


@pytest.mark.parametrize(
    ("code", "reason", "again"),
    [
        ("import os; os.kill(os.getpid(), 9)", "crashed with SIGKILL", True),
        ("import os; os._exit(7)", "ended with exit code 7 and no video", True),
        ("raise SystemExit", "calls exit() before it is over (waves.py:1, in <module>)", False),
        ("exit(3)", "calls exit() before it is over (waves.py:1, in <module>)", False),
        ("raise GeneratorExit", "GeneratorExit (waves.py:1, in <module>)", False),
        (
            "class Mute(Exception):\n    def __str__(self): return self.x\nraise Mute",
            "Mute, which cannot be told: its __str__ raises AttributeError "
            "(waves.py:3, in <module>)",
            False,
        ),
        ("raise KeyError('x')", "KeyError: 'x' (waves.py:1, in <module>)", False),
    ],
)
def test_how_a_forked_worker_ended_is_reported(tmp_path, code, reason, again):
    report = listed(tmp_path, code)
    assert (report.reason, report.again, report.result) == (reason, again, None)


def test_a_worker_has_the_environment_of_the_moment(tmp_path, monkeypatch):
    assert listed(tmp_path).result
    monkeypatch.setenv("WAVES", "high")
    code = "import os, sys\nprint(os.environ['WAVES'], os.getcwd(), sys.flags.hash_randomization)"
    assert listed(tmp_path, code).result
    assert (tmp_path / "log").read_text().split() == ["high", str(tmp_path), "0"]


def test_a_server_that_has_died_is_replaced_and_took_its_workers_with_it(tmp_path, server):
    task = task_in(tmp_path, "import time; time.sleep(600)")
    worker = launch(task, tmp_path / "log", PRELOADED)
    end_group(server._process.pid)
    assert messages_of(worker) in ([], [Started()])
    assert worker.wait(10) == -signal.SIGKILL
    worker.stop()
    assert listed(tmp_path / "again").result


def test_where_the_server_cannot_be_had_a_worker_starts_by_itself(tmp_path, monkeypatch, server):
    def refuse(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(server, "_ask", refuse)
    code = "import os\nprint(os.getppid())"
    assert listed(tmp_path, code).result.scenes == {"Only": False}
    assert int((tmp_path / "log").read_text()) == os.getpid()


def test_what_a_worker_has_started_is_stopped_with_it(tmp_path):
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "print(child.pid, flush=True)\ntime.sleep(600)"
    )
    worker = launch(task_in(tmp_path, code), tmp_path / "log", PRELOADED)
    deadline = time.monotonic() + 30
    while not (words := (tmp_path / "log").read_text().split()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    worker.stop()
    assert ends(int(words[0]))
    assert ends(worker.pid)


def test_the_server_ends_with_the_run_however_that_ends(tmp_path):
    task = task_in(tmp_path, "")
    program = (
        "import os, signal\nfrom pathlib import Path\nfrom pipeline.engine.workers import launch\n"
        f"worker = launch.launch(Path({str(task)!r}), Path({str(tmp_path / 'log')!r}))\n"
        "worker.output.read()\nprint(launch._SERVER._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    pid = int(done.stdout)
    assert ends(pid)


def ends(pid: int) -> bool:
    """Return whether a process ends soon; one that was killed may need a moment."""
    deadline = time.monotonic() + 10
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not alive(pid)


def alive(pid: int) -> bool:
    """Return whether a process lives: a zombie does not count."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_what_a_scene_starts_is_ended_with_it(tmp_path):
    code = (
        "import os, subprocess, time\n"
        "subprocess.Popen(['sleep', '7771'], start_new_session=True)\n"
        "if os.fork() == 0:\n"
        "    os.setsid()\n"
        "    if os.fork() == 0:\n"
        "        os.execvp('sleep', ['sleep', '7772'])\n"
        "    os._exit(0)\n"
    )
    assert listed(tmp_path, code).result
    until = time.monotonic() + 5
    while (left := sleeping("7771", "7772")) and time.monotonic() < until:
        time.sleep(0.02)
    assert not left


def sleeping(*seconds):
    """Return the processes that sleep for so many seconds."""
    commands = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    return [line for line in commands if line.split(b"\0")[1:2] in [[s.encode()] for s in seconds]]


def test_what_a_scene_starts_counts_for_its_memory(tmp_path):
    hungry = "import time; x = bytearray(2**30); time.sleep(60)"
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {hungry!r}])"
    ending = run_child(
        task_in(tmp_path, code),
        tmp_path / "log",
        Limits(stall_seconds=60, wall_seconds=60, memory_mb=900),
        lambda _: None,
        Flag(),
        PRELOADED,
    )
    assert "MB of memory; the limit is 900 MB" in ending.reason


def test_warnings_are_errors_for_the_user_s_file_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    assert listed(tmp_path / "one").result
    ending = listed(tmp_path / "two", "import warnings\nwarnings.warn('mine')")
    assert ending.reason == "UserWarning: mine (waves.py:2, in <module>)"
