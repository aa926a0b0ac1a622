"""A cluster on this machine, with certificates, gives what a local run gives."""

import json
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.engine.cluster.security import make_certificates, security_for
from pipeline.types import UsageError
from tests.harness.cluster import ClusterDesk, cluster_of
from tests.harness.desk import Desk, drawn, edit, one_line
from tests.harness.runs import PATIENCE, false_blobs, frames_of_videos


@pytest.fixture
def cluster(desk: Desk) -> Iterator[ClusterDesk]:
    """Yield a cluster of two workers."""
    with cluster_of(desk, 2) as made:
        yield made


@pytest.fixture
def held(desk: Desk, tmp_path: Path) -> Desk:
    """Return a desk for the lesson whose second clip waits as long as a file stands."""
    gate = tmp_path / "gate"
    gate.touch()
    return replace(desk, lesson="tests.pipeline.lessons.held", environment={"HOLD": str(gate)})


def test_a_lesson_drawn_by_a_cluster_has_the_frames_of_a_local_run(
    cluster: ClusterDesk, tiny: Desk
) -> None:
    events = cluster.desk.events(*cluster.words)
    assert drawn(events) == ["01", "02"]
    assert frames_of_videos(cluster.desk.out) == frames_of_videos(tiny.out)
    beats = [(event["clip"], event["beat"]) for event in events if event["event"] == "beat"]
    assert sorted(beats) == [
        ("01", "appear"),
        ("01", "move"),
        ("01", "stay"),
        ("02", "show"),
        ("02", "turn"),
    ]
    again = cluster.desk.events(*cluster.words)
    assert not drawn(again)
    assert not false_blobs(cluster.shared)
    reviewed = cluster.desk.run("check", *cluster.words)
    local = tiny.run("check")
    assert reviewed.returncode == local.returncode
    assert reviewed.stdout.splitlines()[-1] == local.stdout.splitlines()[-1]


def test_a_worker_that_is_killed_costs_its_job_one_more_run(held: Desk) -> None:
    with cluster_of(held, 1) as cluster:
        client = held.start("render", "--json", *cluster.words)
        assert client.stdout
        told = []
        for line in client.stdout:
            told.append(json.loads(line))
            if told[-1]["event"] == "beat" and told[-1]["clip"] == "02":
                break
        (first,) = cluster.workers
        first.send_signal(signal.SIGKILL)
        Path(held.environment["HOLD"]).unlink()
        cluster.start_worker()
        out, err = client.communicate(timeout=PATIENCE)
        assert client.returncode == 0, out + err
        told += [json.loads(line) for line in out.splitlines()]
        begun = [event["clip"] for event in told if event["event"] == "beat"]
        assert begun.count("01") == 1  # the clip that was done is not done again
        assert begun.count("02") == 2
    local = replace(held, folder=held.folder / "local")
    assert local.run("render").returncode == 0
    assert frames_of_videos(held.out) == frames_of_videos(local.out)


def test_a_worker_with_other_sources_refuses_and_names_what_differs(
    cluster: ClusterDesk, tmp_path: Path
) -> None:
    for worker in cluster.workers:
        worker.send_signal(signal.SIGTERM)
        worker.wait(PATIENCE)
    other = tmp_path / "other"
    shutil.copytree(cluster.desk.project, other)
    edit(other / "scenes/palette.py", "\n", "\n# another state\n\n")
    cluster.start_worker(other)
    refused = cluster.desk.run("render", *cluster.words)
    assert refused.returncode == 3
    assert one_line(refused.stderr)
    assert "no worker has the files and versions of this run" in refused.stderr
    assert "sources: scenes/palette.py changed" in refused.stderr
    cluster.start_worker()
    assert drawn(cluster.desk.events(*cluster.words)) == ["01", "02"]


def test_certificates_are_for_their_owner_alone_and_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "tls"
    make_certificates(folder)
    assert folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())
    with pytest.raises(UsageError, match=r"holds ca.pem, cert.pem, key.pem already"):
        make_certificates(folder)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("tcp://192.0.2.7:8786", "say tls://192.0.2.7:8786 --tls FOLDER"),
        ("tcp://render.example:8786", "neither encrypted nor of this machine"),
        ("tls://192.0.2.7:8786", "takes certificates"),
        ("192.0.2.7:8786", "no address of a scheduler"),
        ("tls://192.0.2.7", "no address of a scheduler"),
        ("tls://192.0.2.7:port", "no address of a scheduler"),
        ("local:0", "no address of a scheduler"),
    ],
)
def test_an_address_that_cannot_be_is_refused_in_one_line(address: str, told: str) -> None:
    with pytest.raises(UsageError) as refused:
        security_for(address, None)
    assert told in str(refused.value)
    assert one_line(str(refused.value))


def test_this_machine_alone_needs_no_certificates() -> None:
    assert security_for("tcp://127.0.0.1:8786", None) is None
    assert security_for("tcp://localhost:8786", None) is None


def test_workers_elsewhere_need_a_store_that_they_reach(desk: Desk, tmp_path: Path) -> None:
    make_certificates(tmp_path / "tls")
    words = ["--cluster", "tls://192.0.2.7:8786", "--tls", str(tmp_path / "tls")]
    refused = desk.run("render", *words)
    assert refused.returncode == 2
    assert one_line(refused.stderr)
    assert "--store s3://BUCKET/PREFIX" in refused.stderr


def test_a_cluster_of_this_machine_is_started_and_ended_by_one_word(desk: Desk, tiny: Desk) -> None:
    done: subprocess.CompletedProcess[str] = desk.run("render", "--cluster", "local:2")
    assert done.returncode == 0, done.stdout + done.stderr
    assert frames_of_videos(desk.out) == frames_of_videos(tiny.out)
    assert done.stderr == ""
