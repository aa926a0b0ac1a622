"""Whatever happens to a cluster, all clips come out, or one line says why not; nothing is lost."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.engine.cluster.client import Cluster
from pipeline.engine.cluster.security import make_certificates, security_for
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workspace.run import Run
from tests.harness.cluster import cluster_of
from tests.harness.deadly import die_at_first
from tests.harness.desk import Desk, drawn, one_line
from tests.harness.runs import PATIENCE, PROJECT, frames_of_videos

TTL = {"DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "3s"}


@pytest.fixture
def held(desk: Desk, tmp_path: Path) -> Desk:
    """Return a desk for the lesson whose second clip waits as long as a file stands."""
    gate = tmp_path / "gate"
    gate.touch()
    return replace(desk, lesson="tests.pipeline.lessons.held", environment={"HOLD": str(gate)})


def open_gate(desk: Desk) -> None:
    Path(desk.environment["HOLD"]).unlink()


def wait_for_the_second(client: subprocess.Popen[str]) -> list[dict[str, object]]:
    """Return what a render has told once its first clip is done and its second one waits."""
    told: list[dict[str, object]] = []
    open_ends = {("finished", "01"), ("beat", "02")}
    assert client.stdout
    for line in client.stdout:
        told.append(json.loads(line))
        open_ends.discard((str(told[-1]["event"]), str(told[-1].get("clip"))))
        if not open_ends:
            return told
    raise AssertionError(told)


def ended(client: subprocess.Popen[str]) -> list[dict[str, object]]:
    """Return what a render tells until it ends well."""
    out, err = client.communicate(timeout=PATIENCE)
    assert client.returncode == 0, out + err
    return [json.loads(line) for line in out.splitlines()]


def assert_as_local(desk: Desk) -> None:
    """Compare with a local run of the same lesson."""
    local = replace(desk, folder=desk.folder / "local")
    assert local.run("render").returncode == 0
    assert frames_of_videos(desk.out) == frames_of_videos(local.out)


def test_a_frozen_worker_is_given_up(held: Desk) -> None:
    with cluster_of(held, 1, TTL) as cluster:
        client = held.start("render", "--json", *cluster.words)
        told = wait_for_the_second(client)
        cluster.workers[0].send_signal(signal.SIGSTOP)
        cluster.start_worker()
        open_gate(held)
        told += ended(client)
        begun = [event["clip"] for event in told if event["event"] == "beat"]
        assert begun.count("01") == 1
        assert begun.count("02") == 2
        assert_as_local(held)


def test_a_scheduler_that_is_killed_ends_the_run_with_one_line_and_loses_nothing(
    held: Desk,
) -> None:
    with cluster_of(held, 2) as cluster:
        client = held.start("render", *cluster.words)
        assert client.stdout
        for line in client.stdout:
            if "done, " in line:
                break
        assert cluster.scheduler
        cluster.scheduler.send_signal(signal.SIGKILL)
        out, err = client.communicate(timeout=PATIENCE)
        assert client.returncode == 3, out + err
        assert one_line(err)
        assert "is gone; what is done is kept in the store" in err
    open_gate(held)
    again = replace(held, folder=held.folder)
    with cluster_of(again, 1) as cluster:
        events = again.events(*cluster.words)
        assert drawn(events) == ["02"]
        assert_as_local(again)


def test_a_worker_says_that_its_scheduler_is_gone(desk: Desk) -> None:
    with cluster_of(desk, 1) as cluster:
        (worker,) = cluster.workers
        assert cluster.scheduler
        cluster.scheduler.send_signal(signal.SIGKILL)
        assert worker.wait(PATIENCE) == 3
        errors = (desk.folder / "worker-0/errors").read_text()
        assert errors.count("\n") == 1
        assert "is gone; start this again when it is back" in errors


def test_a_client_that_is_killed_leaves_no_work_behind_and_can_run_again(held: Desk) -> None:
    with cluster_of(held, 1) as cluster:
        client = held.start("render", "--json", *cluster.words)
        wait_for_the_second(client)
        client.send_signal(signal.SIGKILL)
        client.communicate(timeout=PATIENCE)
        again = held.start("render", "--json", *cluster.words)
        told: list[dict[str, object]] = []
        assert again.stdout
        for line in again.stdout:  # the slot is free again although the gate is still closed
            told.append(json.loads(line))
            if told[-1]["event"] == "beat":
                break
        open_gate(held)
        told += ended(again)
        assert [event["clip"] for event in told if event["event"] == "hit"] == ["01"]
        assert_as_local(held)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_stops_the_work_on_the_cluster_too(held: Desk) -> None:
    with cluster_of(held, 1) as cluster:
        client = held.start("render", "--json", *cluster.words)
        wait_for_the_second(client)
        client.send_signal(signal.SIGINT)
        _, err = client.communicate(timeout=PATIENCE)
        assert client.returncode == 130
        assert "Traceback" not in err
        until = time.monotonic() + PATIENCE
        while list(held.folder.glob("worker-*/media/.copies/*/scratch/*/.alive")):
            assert time.monotonic() < until  # a job has its folder as long as it is worked on
            time.sleep(0.05)
        open_gate(held)
        assert drawn(held.events(*cluster.words)) == ["02"]


def test_two_clients_at_once_do_no_harm(desk: Desk, tiny: Desk, tmp_path: Path) -> None:
    with cluster_of(desk, 2) as cluster:
        other = tmp_path / "other"
        first = desk.start("render", *cluster.words)
        second = desk.start("render", *cluster.words, "--out", str(other))
        for client in (first, second):
            out, err = client.communicate(timeout=PATIENCE)
            assert client.returncode == 0, out + err
        assert frames_of_videos(desk.out) == frames_of_videos(tiny.out)
        assert frames_of_videos(other) == frames_of_videos(tiny.out)


def test_a_worker_with_another_numpy_is_left_out_and_the_others_do_the_work(
    desk: Desk, tmp_path: Path
) -> None:
    metadata = tmp_path / "older/numpy-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: numpy\nVersion: 1.0\n")
    with cluster_of(desk, 0) as cluster:
        cluster.start_worker(PYTHONPATH=str(metadata.parent))
        refused = desk.run("render", *cluster.words)
        assert refused.returncode == 3
        assert one_line(refused.stderr)
        assert "versions: numpy was" in refused.stderr
        assert ", is 1.0" in refused.stderr
        cluster.start_worker()
        assert drawn(desk.events(*cluster.words)) == ["01", "02"]


def test_a_foreign_certificate_is_refused_in_one_line(desk: Desk, tmp_path: Path) -> None:
    make_certificates(tmp_path / "foreign")
    with cluster_of(desk, 1) as cluster:
        words = [*cluster.words[:-1], str(tmp_path / "foreign")]
        client = desk.run("render", *words)
        assert client.returncode == 3
        assert client.stderr.count("\n") == 1
        assert "see whether --tls names its certificates" in client.stderr
        command = [sys.executable, str(desk.project / "render.py"), "worker", cluster.address]
        command += ["--tls", str(tmp_path / "foreign"), "--jobs", "1"]
        environment = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "3s"}
        worker = subprocess.run(
            command, capture_output=True, text=True, cwd=tmp_path, env={**os.environ, **environment}
        )
        assert worker.returncode == 3
        assert worker.stderr.count("\n") == 1
        assert drawn(desk.events(*cluster.words)) == ["01", "02"]  # the others go on


def test_a_blob_that_is_damaged_in_the_store_is_drawn_again(desk: Desk, tiny: Desk) -> None:
    with cluster_of(desk, 1) as cluster:
        desk.events(*cluster.words)
        record = next(
            record
            for record in sorted((cluster.shared / "ac").iterdir())
            if json.loads(record.read_text())["content"]["body"].get("clip") == "01"
        )
        blob = json.loads(record.read_text())["content"]["blob"]
        (cluster.shared / "cas" / blob).write_bytes(b"not the video")
        shutil.rmtree(desk.folder / "media/.copies")
        shutil.rmtree(desk.out)
        assert drawn(desk.events(*cluster.words)) == ["01"]
        assert frames_of_videos(desk.out) == frames_of_videos(tiny.out)


def test_a_store_that_refuses_a_write_is_one_line(desk: Desk) -> None:
    with cluster_of(desk, 1) as cluster:
        cluster.shared.mkdir()
        (cluster.shared / "cas").write_text("a file where a folder should be")
        refused = desk.run("render", *cluster.words)
        assert refused.returncode == 3
        assert one_line(refused.stderr)
        assert "refuses: " in refused.stderr


def test_ten_machines_that_die_in_a_row_cost_no_job_more_than_one_run(
    desk: Desk, tmp_path: Path
) -> None:
    with cluster_of(replace(desk, project=PROJECT), 2) as cluster:
        security = security_for(cluster.address, cluster.tls)
        machines = Cluster(cluster.address, security, die_at_first)
        run = Run(desk.lesson, profile_named(desk.profile), tmp_path / "marks", desk.out)
        (job, _) = make_plan(desk.lesson, (), run.profile).jobs
        answers: list[str] = []

        def ask() -> None:
            with machines.core(run.cancelled):
                answers.append(machines.attempt(run, job, 1, "draw").key)

        asking = [threading.Thread(target=ask) for _ in range(10)]
        for thread in asking:
            thread.start()
        until = time.monotonic() + PATIENCE
        while any(thread.is_alive() for thread in asking):
            assert time.monotonic() < until
            living = [worker for worker in cluster.workers if worker.poll() is None]
            if len(living) < 2:
                cluster.start_worker(PROJECT)
            time.sleep(0.05)
        machines.close()
        assert sorted(answers) == sorted(f"begun-{number}" for number in range(1, 11))
        assert sum(worker.poll() is not None for worker in cluster.workers) == 10
