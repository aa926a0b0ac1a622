"""Two runs at once cannot harm an output folder or a store."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.engine.store.lock import hold, scratch
from pipeline.machine.processes import end_group
from pipeline.types import MachineError
from tests.harness.desk import Desk, drawn, one_line
from tests.harness.runs import PATIENCE, false_blobs, frames_of_videos, wait_until_gone


@pytest.fixture
def held(desk: Desk, tmp_path: Path) -> Desk:
    """Return a desk for the lesson that waits as long as a file stands, and that file."""
    gate = tmp_path / "gate"
    gate.touch()
    return replace(desk, lesson="tests.pipeline.lessons.held", environment={"HOLD": str(gate)})


def open_gate(desk: Desk) -> None:
    Path(desk.environment["HOLD"]).unlink()


@contextmanager
def waiting(desk: Desk) -> Iterator[subprocess.Popen[str]]:
    """Start a render and yield it once its first clip is done and its second one waits."""
    with desk.start("render", "--json") as process:
        assert process.stdout
        open_ends = {("finished", "01"), ("beat", "02")}
        for line in process.stdout:
            event = json.loads(line)
            open_ends.discard((event["event"], event.get("clip")))
            if not open_ends:
                break
        assert not open_ends, process.communicate(timeout=PATIENCE)
        yield process


def test_a_second_run_on_one_folder_names_the_first_and_does_no_harm(held: Desk) -> None:
    with waiting(held) as first:
        second = held.run("render")
        assert second.returncode == 3
        assert one_line(second.stderr)
        assert f"in use by process {first.pid};" in second.stderr
        assert str(held.out) in second.stderr
        assert held.states() == {"01": "cached", "02": "to render"}  # planning needs no lock
        open_gate(held)
        first.communicate(timeout=PATIENCE)
    assert first.returncode == 0
    assert not false_blobs(held.store)
    assert [event["event"] for event in held.events()].count("hit") == 2


def test_a_lock_left_by_a_killed_run_holds_up_nobody(held: Desk) -> None:
    with waiting(held) as first:
        end_group(first.pid)
    open_gate(held)
    assert drawn(held.events()) == ["02"]


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("times", [1, 5])
def test_an_interrupt_stops_the_workers_and_the_same_command_goes_on(
    times: int, held: Desk
) -> None:
    with waiting(held) as process:
        for _ in range(times):
            process.send_signal(signal.SIGINT)
            time.sleep(0.02)
        told, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert '"failed"' not in told
    assert one_line(said)
    assert "the same command goes on from here" in said
    assert not wait_until_gone(str(held.store))
    assert list((held.store / "scratch").iterdir()) == []
    open_gate(held)
    assert drawn(held.events()) == ["02"]


def test_two_runs_share_one_store(desk: Desk, tiny: Desk) -> None:
    others = [desk.folder / name for name in ("one", "two")]
    runs = [desk.start("render", "--out", str(out)) for out in others]
    for run in runs:
        said = run.communicate(timeout=PATIENCE)
        assert run.returncode == 0, said
    for out in others:
        assert frames_of_videos(out) == frames_of_videos(tiny.out)
    assert not false_blobs(desk.store)
    assert set(desk.states("01", "02").values()) == {"cached"}


def test_a_lock_is_free_again_once_it_is_let_go(tmp_path: Path) -> None:
    for _ in range(2):
        with hold(tmp_path / "lock", what="it"):
            pass


def test_shared_holders_tolerate_each_other_and_nobody_else(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with (
        hold(lock, shared=True, what="it"),
        hold(lock, shared=True, what="it"),
        pytest.raises(MachineError, match=f"it is in use by process {os.getpid()}"),
        hold(lock, what="it"),
    ):
        pass


def test_a_scratch_left_by_a_dead_run_is_swept_and_a_living_one_is_not(tmp_path: Path) -> None:
    dead, unmarked, old = (tmp_path / name for name in ("dead", "unmarked", "old"))
    for folder in (dead, unmarked, old):
        folder.mkdir()
    (dead / ".alive").touch()
    os.utime(old, (0, 0))
    with scratch(tmp_path) as one, scratch(tmp_path) as two:
        assert {path.name for path in tmp_path.iterdir()} == {"unmarked", one.name, two.name}
