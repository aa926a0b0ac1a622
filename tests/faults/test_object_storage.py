"""A store in object storage, on a server of this machine that speaks S3."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import fsspec
import pytest

from pipeline.engine.store.remote import RemoteBackend
from pipeline.engine.store.store import Store
from pipeline.types import MachineError
from tests.harness.cluster import cluster_of
from tests.harness.desk import Desk, drawn, one_line
from tests.harness.runs import PATIENCE, frames_of_videos

SECRET = "wJalrXUtnFEMI-of-this-test"  # noqa: S105 opens nothing
BUCKET = "lessons"
KEY = "0" * 64


@dataclass
class ObjectStorage:
    """A server with one bucket, and what a program takes to reach it."""

    process: subprocess.Popen[bytes]
    environment: dict[str, str]

    @property
    def address(self) -> str:
        return f"s3://{BUCKET}/derivatives"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStorage]:
    """Start a server; its credentials are those of the environment, as everywhere."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        "AWS_ACCESS_KEY_ID": "a-key-of-this-test",
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_CONFIG_FILE": os.devnull,
    }
    log = (tmp_path_factory.mktemp("server") / "log").open("w")
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, stdout=log, stderr=log)
    with pytest.MonkeyPatch.context() as patched, log:
        for name, value in environment.items():
            patched.setenv(name, value)
        until = time.monotonic() + PATIENCE
        while True:
            try:
                fsspec.filesystem("s3", skip_instance_cache=True).mkdir(BUCKET)
                break
            except Exception:  # noqa: BLE001 it starts
                assert process.poll() is None
                assert time.monotonic() < until
                time.sleep(0.1)
        yield ObjectStorage(process, environment)
    process.kill()
    process.wait(PATIENCE)


def store_of(server: ObjectStorage, cache: Path, patience: float = PATIENCE) -> Store:
    return Store(RemoteBackend(f"{server.address}-{cache.name}", cache, 10**9, patience))


def commit(store: Store, folder: Path, data: bytes = b"a video") -> str:
    folder.mkdir(exist_ok=True, parents=True)
    (folder / "made").write_bytes(data)
    return store.commit(KEY, folder / "made", {"frames": 3}).blob


def test_it_keeps_lists_moves_and_forgets(server: ObjectStorage, tmp_path: Path) -> None:
    store = store_of(server, tmp_path / "a")
    blob = commit(store, tmp_path / "a")
    record = store.verified_record(KEY)
    assert record is not None
    assert record.body == {"frames": 3}
    assert [entry.name for entry in store.backend.entries("cas")] == [f"cas/{blob}"]
    assert [one.key for one in store.records()] == [KEY]
    store.reject(KEY, "is wrong")
    assert store.verified_record(KEY) is None
    assert len(list(store.backend.entries("quarantine"))) == 1
    store.backend.delete(f"cas/{blob}")
    store.backend.delete(f"cas/{blob}")  # gone already
    assert not list(store.backend.entries("cas"))


def test_a_server_that_is_silent_for_a_while_is_waited_for(
    server: ObjectStorage, tmp_path: Path
) -> None:
    store = store_of(server, tmp_path / "b")
    commit(store, tmp_path / "b")
    server.process.send_signal(signal.SIGSTOP)
    woken = subprocess.Popen(["/bin/sh", "-c", f"sleep 5; kill -CONT {server.process.pid}"])
    began = time.monotonic()
    try:
        assert store.verified_record(KEY) is not None
        assert time.monotonic() - began > 3
    finally:
        woken.wait(PATIENCE)


def test_a_bucket_that_is_not_there_is_one_line(server: ObjectStorage, tmp_path: Path) -> None:
    store = Store(RemoteBackend("s3://nowhere/x", tmp_path, 10**9, 0.0))
    with pytest.raises(MachineError, match="the store s3://nowhere/x is not there"):
        commit(store, tmp_path / "made")
    assert server.process.poll() is None


def test_a_lesson_drawn_by_a_cluster_into_object_storage_is_that_of_a_local_run(
    server: ObjectStorage, desk: Desk, tiny: Desk
) -> None:
    desk = replace(desk, environment=server.environment)
    with cluster_of(desk, 2) as cluster:
        words = [*cluster.words, "--store", server.address]
        assert drawn(desk.events(*words)) == ["01", "02"]
        assert frames_of_videos(desk.out) == frames_of_videos(tiny.out)
        assert not drawn(desk.events(*words))
    # Secrets stay in the environment: in no record, no log, no output of any of the processes.
    fs = fsspec.filesystem("s3", skip_instance_cache=True)
    texts = [fs.cat_file(path) for path in fs.find(f"{BUCKET}/derivatives")]
    texts += [path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()]
    assert len(texts) > 10
    assert not any(SECRET.encode() in text for text in texts)


def test_an_address_that_nothing_answers_at_is_one_line(desk: Desk) -> None:
    nothing = {"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_ACCESS_KEY_ID": "a key"}
    desk = replace(desk, environment={**nothing, "AWS_SECRET_ACCESS_KEY": SECRET})
    refused = desk.run("render", "--store", "s3://lessons/x")
    assert refused.returncode == 3
    assert one_line(refused.stderr)
    assert "is out of reach" in refused.stderr
