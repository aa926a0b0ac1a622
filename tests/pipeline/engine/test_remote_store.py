"""A store in a folder that machines share behaves as one in a folder of one's own."""

import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine.store.remote import RemoteBackend
from pipeline.engine.store.store import Store
from pipeline.engine.store.trim import trim
from pipeline.types import MachineError

KEY, OTHER = "0" * 64, "1" * 64
DATA = b"a video, as far as the store can tell"
LARGE = 10**9


class Machine:
    """One machine with a cache of its own, and the store that it shares with others."""

    def __init__(self, folder: Path, name: str, cache_bytes: int = LARGE) -> None:
        self.folder = folder / name
        self.shared = folder / "shared"
        self.damage: list[str] = []
        self.backend = RemoteBackend(f"file://{self.shared}", self.folder, cache_bytes, 0.0)
        self.store = Store(self.backend, self.damage.append)

    def commit(self, key: str = KEY, data: bytes = DATA, **body: Any) -> str:
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "made"
        file.write_bytes(data)
        return self.store.commit(key, file, body).blob


@pytest.fixture
def here(tmp_path: Path) -> Machine:
    return Machine(tmp_path, "here")


@pytest.fixture
def there(tmp_path: Path) -> Machine:
    return Machine(tmp_path, "there")


def test_what_one_machine_commits_another_finds(here: Machine, there: Machine) -> None:
    blob = here.commit(frames=3)
    record = there.store.verified_record(KEY)
    assert record is not None
    assert record.body == {"frames": 3}
    assert there.store.seems_to_hold(KEY)
    assert there.store.blob(blob).read_bytes() == DATA
    assert there.store.blob(blob).is_relative_to(there.folder)
    assert [one.key for one in there.store.records()] == [KEY]
    assert not there.damage


def test_an_unknown_key_is_no_hit_and_no_damage(here: Machine) -> None:
    assert here.store.verified_record(KEY) is None
    assert not here.store.seems_to_hold(KEY)
    assert not list(here.store.records())
    assert not here.damage


def test_a_copy_that_was_damaged_on_this_machine_is_fetched_anew(
    here: Machine, there: Machine
) -> None:
    blob = here.commit()
    copy = there.store.blob(blob)
    copy.write_bytes(b"not the video")
    assert there.store.verified_record(KEY) is not None
    assert there.store.blob(blob).read_bytes() == DATA
    assert not there.damage


def test_a_blob_that_was_damaged_on_the_wire_is_fetched_once_more(
    here: Machine, there: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    blob = here.commit()
    whole, times = there.backend._fs.get_file, []

    def cut(path: str, to: str) -> None:
        whole(path, to)
        times.append(path)
        if len(times) == 1:
            Path(to).write_bytes(DATA[:5])

    monkeypatch.setattr(there.backend._fs, "get_file", cut)
    assert there.store.verified_record(KEY) is not None
    assert there.store.blob(blob).read_bytes() == DATA
    assert len(times) == 2
    assert not there.damage


def test_a_blob_that_is_damaged_in_the_store_is_set_aside(here: Machine, there: Machine) -> None:
    blob = here.commit()
    (here.shared / "cas" / blob).write_bytes(b"rot")
    assert there.store.verified_record(KEY) is None
    assert len(there.damage) == 2
    assert not (here.shared / "cas" / blob).exists()
    assert len(list((here.shared / "quarantine").iterdir())) == 2
    here.commit()
    assert there.store.verified_record(KEY) is not None


def test_two_machines_that_commit_the_same_clip_at_once_do_no_harm(
    here: Machine, there: Machine
) -> None:
    start = threading.Barrier(2)

    def commit(machine: Machine) -> None:
        start.wait()
        for _ in range(20):
            machine.commit()
            assert machine.store.verified_record(KEY) is not None

    threads = [threading.Thread(target=commit, args=(machine,)) for machine in (here, there)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not here.damage
    assert not there.damage
    assert [path.name for path in (here.shared / "ac").iterdir()] == [f"{KEY}.json"]
    assert len(list((here.shared / "cas").iterdir())) == 1


def test_copies_are_bounded_and_those_used_longest_ago_go_first(tmp_path: Path) -> None:
    small = Machine(tmp_path, "small", cache_bytes=250)
    blobs = [small.commit(f"{number:064}", bytes([number]) * 100) for number in range(4)]
    kept = {path.name for path in (small.folder / "cas").iterdir()}
    assert kept == set(blobs[2:])
    assert small.store.blob(blobs[0]).read_bytes() == bytes(100)  # from the store


def test_a_use_is_noted_once_a_day(here: Machine) -> None:
    here.commit()
    record = here.shared / "ac" / f"{KEY}.json"
    lately, long_ago = time.time() - 3600, time.time() - 3 * 86400
    os.utime(record, (lately, lately))
    here.store.verified_record(KEY)
    assert record.stat().st_mtime == pytest.approx(lately, abs=1)
    os.utime(record, (long_ago, long_ago))
    here.store.verified_record(KEY)
    assert record.stat().st_mtime == pytest.approx(time.time(), abs=60)


def test_trimming_a_shared_store_spares_what_is_young(here: Machine) -> None:
    old, young = here.commit(KEY, b"old"), here.commit(OTHER, b"young")
    orphans = {"written just now": 0.0, "left behind": 3 * 86400.0}
    for name, age in orphans.items():
        (here.shared / "cas" / name).write_bytes(b"x")
        os.utime(here.shared / "cas" / name, (time.time() - age,) * 2)
    long_ago = time.time() - 3 * 86400
    for name in (f"ac/{KEY}.json", f"cas/{old}"):
        os.utime(here.shared / name, (long_ago, long_ago))
    trim(here.store, 0, (), spared=time.time() - 86400)
    assert {path.name for path in (here.shared / "cas").iterdir()} == {young, "written just now"}
    assert [path.name for path in (here.shared / "ac").iterdir()] == [f"{OTHER}.json"]


def test_a_store_out_of_reach_is_one_line_after_its_patience(
    here: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: str) -> bytes:
        raise ConnectionError("no route to host\nand more")

    monkeypatch.setattr(here.backend._fs, "cat_file", refuse)
    with pytest.raises(MachineError, match=r"out of reach: no route to host; .* run it again"):
        here.store.verified_record(KEY)


def test_a_store_that_comes_back_is_waited_for(tmp_path: Path, monkeypatch: Any) -> None:
    machine = Machine(tmp_path, "patient")
    machine.commit()
    machine.backend._patience = 60.0
    monkeypatch.setattr("pipeline.engine.store.remote._PAUSE", 0.01)
    whole, times = machine.backend._fs.cat_file, []

    def falter(path: str) -> bytes:
        times.append(path)
        if len(times) < 5:
            raise TimeoutError("timed out")
        return bytes(whole(path))

    monkeypatch.setattr(machine.backend._fs, "cat_file", falter)
    assert machine.store.verified_record(KEY) is not None
    assert len(times) == 5


def test_a_store_that_may_not_be_written_says_what_it_takes(
    here: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise PermissionError("Access Denied")

    monkeypatch.setattr(here.backend._fs, "put_file", refuse)
    with pytest.raises(MachineError, match="refuses: Access Denied; it takes an account"):
        here.commit()
