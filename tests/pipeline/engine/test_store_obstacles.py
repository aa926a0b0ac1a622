"""What stands in the store where an entry should be is set aside, and work goes on."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.engine.plan.job import RENDER
from pipeline.engine.store.backend import LocalBackend
from pipeline.engine.store.store import BLOBS, QUARANTINE, RECORDS, Store
from pipeline.engine.workers.estimate import Past

KEY = "ab" * 32


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a store's folder that holds one answer."""
    store, file = Store(LocalBackend(tmp_path / "store")), tmp_path / "file"
    file.write_text("the answer")
    store.commit(KEY, file, {"work": "test"})
    return tmp_path / "store"


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside").touch()


def dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def nested(path: Path) -> None:
    path.write_text("[" * 100_000)


def other_json(path: Path) -> None:
    path.write_text(json.dumps({"content": ["beats"]}))


OBSTACLES: tuple[Callable[[Path], None], ...] = (folder, dangling, nested, other_json)


@pytest.mark.parametrize("spoil", OBSTACLES)
@pytest.mark.parametrize("part", [RECORDS, BLOBS])
def test_whatever_stands_there_a_new_answer_takes_its_place(
    part: str, spoil: Callable[[Path], None], root: Path
) -> None:
    (entry,) = (root / part).iterdir()
    spoil(entry)
    said: list[str] = []
    store = Store(LocalBackend(root), said.append)
    assert not store.seems_to_hold(KEY) or part == BLOBS
    assert store.verified_record(KEY) is None
    list(store.records())
    answer = root.parent / "again"
    answer.write_text("the answer")
    store.commit(KEY, answer, {"work": "test"})
    record = store.verified_record(KEY)
    assert record
    assert store.blob(record.blob).read_text() == "the answer"
    assert all("\n" not in line for line in said)


def test_a_file_in_the_place_of_a_folder_of_the_store_is_set_aside(root: Path) -> None:
    (root / RECORDS).rename(root / "elsewhere")
    (root / RECORDS).write_text("I am no folder")
    said: list[str] = []
    store = Store(LocalBackend(root), said.append)
    assert store.verified_record(KEY) is None
    answer = root.parent / "again"
    answer.write_text("the answer")
    store.commit(KEY, answer, {"work": "test"})
    assert store.verified_record(KEY)
    assert said == [f"{RECORDS} is in the way; set aside"]
    assert len(list((root / QUARANTINE).iterdir())) == 1


def test_a_record_of_another_version_says_nothing_of_the_past() -> None:
    assert Past.from_records([{"work": RENDER}, {"work": RENDER, "beats": 3}]) == Past()
