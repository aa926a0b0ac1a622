"""Watching notices a save, whatever way the editor saves, and waits until it is over."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread, Timer

import pytest

from pipeline.engine.workspace.saves import take_stamps, wait_for_save


def write_in_place(path: Path) -> None:
    path.write_text("after", encoding="ascii")


def put_another_there(path: Path) -> None:
    new = path.with_suffix(".new")
    new.write_text("after", encoding="ascii")
    new.replace(path)


def take_away(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("save", [write_in_place, put_another_there, take_away])
def test_every_way_to_save_is_noticed(tmp_path: Path, save: Callable[[Path], None]) -> None:
    source = tmp_path / "scene.py"
    source.write_text("before it was saved", encoding="ascii")
    seen = take_stamps([source, tmp_path / "not-there.py"])
    save(source)
    waiting = Thread(target=wait_for_save, args=(seen,), daemon=True)
    waiting.start()
    waiting.join(timeout=10)
    assert not waiting.is_alive()


def test_a_file_that_is_being_filled_is_waited_for(tmp_path: Path) -> None:
    source = tmp_path / "scene.py"
    source.write_text("before", encoding="ascii")
    seen = take_stamps([source])
    source.write_text("", encoding="ascii")
    filling = Timer(0.05, source.write_text, ["after"])
    filling.start()
    wait_for_save(seen)
    assert source.read_text(encoding="ascii") == "after"
    filling.join()
