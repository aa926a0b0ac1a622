"""The store believes no entry that it has not verified; long: a case for each kind of damage."""

import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine.store.backend import SCRATCH, LocalBackend
from pipeline.engine.store.lock import scratch
from pipeline.engine.store.store import Store
from pipeline.engine.workers.estimate import Past
from tests.harness.desk import Desk, drawn
from tests.harness.runs import PROJECT, decoded, false_blobs, frames_of_videos

KEY = "0" * 64
DATA = b"a video, as far as the store can tell"


@pytest.fixture
def damage() -> list[str]:
    """Return the list to which the store adds what it says about damage."""
    return []


@pytest.fixture
def store(tmp_path: Path, damage: list[str]) -> Store:
    return Store(LocalBackend(tmp_path / "store"), damage.append)


def a_file(store: Store, data: bytes = DATA) -> Path:
    folder = store.backend.root.parent  # type: ignore[attr-defined]
    path = folder / f"{threading.get_ident()}.bin"
    path.write_bytes(data)
    return path


def root(store: Store) -> Path:
    assert isinstance(store.backend, LocalBackend)
    return store.backend.root


def record_file(store: Store, key: str = KEY) -> Path:
    return root(store) / f"ac/{key}.json"


def seal(content: Any) -> str:
    """Return a record with a right seal, whatever it says."""
    sealed = json.dumps(content, sort_keys=True).encode()
    return json.dumps({"content": content, "sha256": hashlib.sha256(sealed).hexdigest()})


def content_of(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text())["content"])


def test_what_was_committed_is_found_again(store: Store, damage: list[str]) -> None:
    record = store.commit(KEY, a_file(store), {"frames": 3})
    assert store.verified_record(KEY) == record
    assert store.seems_to_hold(KEY)
    assert store.blob(record.blob).read_bytes() == DATA
    assert not damage


def test_a_blob_is_named_by_its_sha_256(store: Store) -> None:
    record = store.commit(KEY, a_file(store), {})
    assert record.blob == hashlib.sha256(DATA).hexdigest()
    assert store.blob(record.blob).name == record.blob


def test_an_unknown_key_is_no_hit_and_no_damage(store: Store, damage: list[str]) -> None:
    assert store.verified_record(KEY) is None
    assert not store.seems_to_hold(KEY)
    assert not damage


def test_committing_leaves_no_file_behind(store: Store) -> None:
    store.commit(KEY, a_file(store), {})
    files = [path for path in root(store).parent.rglob("*") if path.is_file()]
    assert sorted(path.parent.name for path in files) == ["ac", "cas"]


BLOB_DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda data: data[:-1],
    "empty": lambda _: b"",
    "longer": lambda data: data + b"\0",
    "bit-flipped": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "of the same size": lambda data: b"x" * len(data),
}


@pytest.mark.parametrize("how", BLOB_DAMAGE)
def test_a_damaged_blob_is_no_hit_and_is_set_aside(
    how: str, store: Store, damage: list[str]
) -> None:
    blob = store.blob(store.commit(KEY, a_file(store), {}).blob)
    blob.write_bytes(BLOB_DAMAGE[how](DATA))
    assert store.verified_record(KEY) is None
    assert len(damage) == 2
    assert not blob.exists()
    assert not record_file(store).exists()
    assert len(list((root(store) / "quarantine").iterdir())) == 2
    assert store.verified_record(KEY) is None  # and no damage is reported
    assert len(damage) == 2


def test_a_record_without_its_blob_is_no_hit(store: Store, damage: list[str]) -> None:
    store.blob(store.commit(KEY, a_file(store), {}).blob).unlink()
    assert not store.seems_to_hold(KEY)
    assert store.verified_record(KEY) is None
    assert len(damage) == 1


RECORD_DAMAGE: dict[str, Callable[[dict[str, Any]], str]] = {
    "empty": lambda _: "",
    "no JSON": lambda _: "\0\1\2",
    "cut short": lambda content: seal(content)[:-20],
    "a list": lambda _: "[]",
    "a number": lambda _: "1",
    "sealed nonsense": lambda _: seal({"key": KEY}),
    "a sealed list": lambda _: seal([1, 2]),
    "of another key": lambda content: seal({**content, "key": "1" * 64}),
    "edited": lambda content: seal(content).replace('"frames": 3', '"frames": 4'),
    "with a field too many": lambda content: seal({**content, "extra": 1}),
    "with a path for a blob": lambda content: seal({**content, "blob": "../../secret"}),
    "with a number for a blob": lambda content: seal({**content, "blob": 7}),
    "with a text for a size": lambda content: seal({**content, "size": "37"}),
    "with another size": lambda content: seal({**content, "size": 1}),
    "with a list for a body": lambda content: seal({**content, "body": []}),
}


@pytest.mark.parametrize("how", RECORD_DAMAGE)
def test_a_broken_or_forged_record_is_no_hit_and_is_set_aside(
    how: str, store: Store, damage: list[str]
) -> None:
    store.commit(KEY, a_file(store), {"frames": 3})
    path = record_file(store)
    path.write_text(RECORD_DAMAGE[how](content_of(path)))
    (root(store).parent / "secret").write_bytes(DATA)
    assert not store.seems_to_hold(KEY)
    assert store.verified_record(KEY) is None
    assert damage
    assert not path.exists()


def test_a_list_of_all_records_skips_and_sets_aside_the_broken_ones(
    store: Store, damage: list[str]
) -> None:
    good = store.commit(KEY, a_file(store), {})
    for number, make in enumerate(RECORD_DAMAGE.values(), start=1):
        key = f"{number:064}"
        store.commit(key, a_file(store), {"frames": 3})
        path = record_file(store, key)
        path.write_text(make(content_of(path)))
    assert good in list(store.records())
    assert damage


def test_a_record_that_says_nothing_of_use_is_no_past() -> None:
    assert Past.from_records([{}, {"formulas": "x"}]).runs == {}


def test_a_crash_between_blob_and_record_leaves_no_hit(
    store: Store, monkeypatch: pytest.MonkeyPatch, damage: list[str]
) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(store.backend, "put_bytes", crash)
        with pytest.raises(KeyboardInterrupt):
            store.commit(KEY, a_file(store), {})
    assert store.verified_record(KEY) is None
    assert not damage
    store.commit(KEY, a_file(store), {})
    assert store.verified_record(KEY)


def test_a_full_disk_while_a_record_is_written_leaves_the_old_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = store.commit(KEY, a_file(store), {"frames": 1})

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            store.commit(KEY, a_file(store), {"frames": 2})
    assert store.verified_record(KEY) == old
    assert list((root(store) / SCRATCH).iterdir()) == []


def test_what_a_kill_left_of_a_half_written_record_is_cleared_away_by_the_next_one(
    store: Store,
) -> None:
    lines = [
        "import os, sys",
        "from pathlib import Path",
        "from pipeline.engine.store.backend import SCRATCH, LocalBackend",
        "os.fsync = lambda handle: os.kill(os.getpid(), 9)",
        "LocalBackend(Path(sys.argv[1])).put_bytes('record', b'half')",
    ]
    command = [sys.executable, "-c", "\n".join(lines), str(root(store))]
    assert subprocess.run(command, cwd=PROJECT, check=False).returncode == -9
    assert not (root(store) / "record").exists()
    assert len(list((root(store) / SCRATCH).iterdir())) == 1
    store.backend.put_bytes("record", b"whole")
    assert store.backend.read("record") == b"whole"
    assert list((root(store) / SCRATCH).iterdir()) == []


WRITER = """
import sys
from pathlib import Path
from pipeline.engine.store.backend import SCRATCH, LocalBackend
from pipeline.engine.store.store import Store
top, name = Path(sys.argv[1]), sys.argv[2]
store = Store(LocalBackend(top / "store"), print)
for number in range(30):
    file = top / f"{name}-{number}"
    file.write_bytes(b"the same answer, for all run alike")
    store.commit("0" * 64, file, {"writer": name})
    assert store.verified_record("0" * 64)
"""


def test_many_processes_may_write_one_key_at_once(
    store: Store, tiny: Desk, damage: list[str]
) -> None:
    top = root(store).parent
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(top), str(name)], cwd=tiny.project, stdout=-1
        )
        for name in range(3)
    ]
    for writer in writers:
        said, _ = writer.communicate(timeout=120)
        assert writer.returncode == 0
        assert said == b""
    assert store.verified_record(KEY)
    assert not damage
    assert not false_blobs(root(store))


def test_no_scratch_is_swept_away_under_its_living_owner(tmp_path: Path) -> None:
    lost: list[Path] = []

    def work() -> None:
        for _ in range(100):
            with scratch(tmp_path) as folder:
                if not folder.is_dir():
                    lost.append(folder)

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
    assert not lost
    assert list(tmp_path.iterdir()) == []


def damage_blobs(desk: Desk, change: dict[str, Callable[[bytes], bytes]]) -> None:
    """Damage the stored video of each clip named."""
    for path in desk.store.glob("ac/*.json"):
        content = content_of(path)
        if content["body"].get("clip") in change:
            blob = desk.store / "cas" / content["blob"]
            blob.write_bytes(change[content["body"]["clip"]](blob.read_bytes()))


def whole_again(desk: Desk, tiny: Desk, words: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Render, check that store and frames are as before the damage, and return the events."""
    events = desk.events(*words)
    assert frames_of_videos(desk.out) == frames_of_videos(tiny.out)
    assert not false_blobs(desk.store)
    return events


def test_truncated_and_empty_videos_are_set_aside_and_drawn_again(
    rendered: Desk, tiny: Desk
) -> None:
    damage_blobs(rendered, {"01": lambda data: data[: len(data) // 2], "02": lambda _: b""})
    events = whole_again(rendered, tiny)
    assert drawn(events) == ["01", "02"]
    assert sum(event["event"] == "damaged" for event in events) == 4


def test_bit_flipped_and_shorter_but_valid_videos_are_set_aside_and_drawn_again(
    rendered: Desk, tiny: Desk
) -> None:
    shorter = rendered.out / "clips/02-formula.mp4"
    middle = shorter.stat().st_size // 2
    assert len(decoded(shorter)) == 13
    damage_blobs(
        rendered,
        {
            "01": lambda _: shorter.read_bytes(),
            "02": lambda data: data[:middle] + bytes([data[middle] ^ 4]) + data[middle + 1 :],
        },
    )
    assert drawn(whole_again(rendered, tiny)) == ["01", "02"]


def test_forged_records_are_set_aside_and_their_clips_drawn_again(
    rendered: Desk, tiny: Desk
) -> None:
    records = {
        content["body"]["clip"]: (path, content)
        for path in rendered.store.glob("ac/*.json")
        if "clip" in (content := content_of(path))["body"]
    }
    (one, first), (two, second) = records["01"], records["02"]
    one.write_text(seal({**first, "blob": second["blob"], "size": second["size"]}))
    two.write_text(seal({**second, "body": {}}))
    assert drawn(whole_again(rendered, tiny)) == ["01", "02"]
