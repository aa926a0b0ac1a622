"""Running again is always safe, and does no work twice."""

import json
from pathlib import Path

import pytest

from pipeline.engine.deliver.outputs import Outputs
from pipeline.engine.flow.lesson import render_lesson
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workspace.run import Run
from pipeline.types import Video
from tests.harness.desk import Desk, drawn
from tests.harness.runs import frames_of_videos

BOOK = ".outputs.json"


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def test_a_second_render_draws_nothing_and_writes_nothing(rendered: Desk) -> None:
    rendered.events()  # the copy of the session's files learns its own times
    stamps = {name: at for name, at in rendered.stamps.items() if "/ac/" not in f"/{name}"}
    before = contents(rendered.folder)
    events = rendered.events()
    assert sorted({event["event"] for event in events}) == ["hit", "unchanged", "without_scene"]
    # Only the time of a record may change: it says when its clip was last used.
    assert {name: at for name, at in rendered.stamps.items() if "/ac/" not in f"/{name}"} == stamps
    assert contents(rendered.folder) == before


def test_force_draws_again_and_gives_the_same_frames(rendered: Desk, tiny: Desk) -> None:
    assert drawn(rendered.events("--force")) == ["01", "02"]
    assert frames_of_videos(rendered.out) == frames_of_videos(tiny.out)


def test_deleted_outputs_come_back_from_the_store_without_drawing(
    rendered: Desk, tiny: Desk
) -> None:
    for path in rendered.out.rglob("*.*"):
        if path.is_file():
            path.unlink()
    events = rendered.events()
    assert not drawn(events)
    assert frames_of_videos(rendered.out) == frames_of_videos(tiny.out)
    assert (rendered.out / "timeline.json").read_bytes() == (
        tiny.out / "timeline.json"
    ).read_bytes()


def test_outputs_are_joined_anew_when_the_container_changes(
    rendered: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Run(rendered.lesson, profile_named(rendered.profile), rendered.store, rendered.out)
    same = render_lesson(shop, ())
    monkeypatch.setattr("pipeline.engine.flow.lesson.CONTAINER", {"movflags": "+faststart"})
    other = render_lesson(shop, ())
    assert [video.written for video in same.clips] == [False, False]
    assert [video.written for video in other.clips] == [True, True]
    assert same.drawn == other.drawn == 0


def test_outputs_damaged_under_their_final_names_are_replaced(rendered: Desk, tiny: Desk) -> None:
    lesson, clip = rendered.out / "tiny.mp4", rendered.out / "clips/01-moving-dot.mp4"
    data = lesson.read_bytes()
    lesson.write_bytes(data[:-10] + bytes(10))
    clip.write_bytes((rendered.out / "clips/02-formula.mp4").read_bytes())
    (rendered.out / "timeline.json").write_text("{}")
    events = rendered.events()
    assert not drawn(events)
    assert sorted(Path(event["path"]).name for event in events if event["event"] == "written") == [
        "01-moving-dot.mp4",
        "tiny.mp4",
    ]
    assert frames_of_videos(rendered.out) == frames_of_videos(tiny.out)
    assert (rendered.out / "timeline.json").read_bytes() == (
        tiny.out / "timeline.json"
    ).read_bytes()


def test_half_written_files_of_a_dead_run_are_cleared_away(rendered: Desk) -> None:
    parts = [rendered.out / ".tiny.mp4.1.part", rendered.out / "clips/.01-moving-dot.mp4.1.part"]
    for part in parts:
        part.write_bytes(b"half")
    rendered.events()
    assert not any(part.exists() for part in parts)


def test_a_part_of_the_lesson_is_joined_from_exactly_what_was_asked_for(rendered: Desk) -> None:
    assert not drawn(rendered.events("02"))
    timeline = json.loads((rendered.out / "timeline.json").read_text(encoding="utf-8"))
    assert [clip["number"] for clip in timeline["clips"]] == ["02"]


def test_clips_that_nobody_has_drawn_yet_are_no_failure(desk: Desk) -> None:
    done = desk.run("render", "03")
    assert done.returncode == 0
    assert "03 Not yet: no scene yet, left out" in done.stdout
    assert not list(desk.out.rglob("*.mp4"))


def make(path: Path) -> Video:
    path.write_bytes(b"video")
    return Video(path, 1, 0.2, "0" * 64, written=True)


@pytest.mark.parametrize(
    "book",
    [
        "",
        "no JSON",
        "[1, 2]",
        "7",
        "null",
        '{"a.mp4": 1}',
        '{"a.mp4": {}}',
        '{"a.mp4": {"made_from": "x", "sha256": 1}}',
        '{"a.mp4": {"made_from": "x", "sha256": 1, "size": null, "frames": 1, "seconds": 1}}',
    ],
)
def test_a_broken_book_of_outputs_costs_a_join_and_no_more(book: str, tmp_path: Path) -> None:
    (tmp_path / BOOK).write_text(book)
    (tmp_path / "a.mp4").write_bytes(b"old")
    assert Outputs(tmp_path).video("a.mp4", "x", make).written
    assert json.loads((tmp_path / BOOK).read_text())["a.mp4"]["made_from"] == "x"


def test_an_output_made_from_something_else_is_made_anew(tmp_path: Path) -> None:
    Outputs(tmp_path).video("a.mp4", "x", make)
    assert Outputs(tmp_path).video("a.mp4", "y", make).written


@pytest.mark.parametrize("place", ["", "clips", "captions", "captions/clips", "timelines/clips"])
def test_what_a_killed_run_was_writing_is_swept_wherever_it_lies(
    rendered: Desk, place: str
) -> None:
    left = rendered.out / place / ".half.vtt.4711.part"
    left.write_bytes(b"half")
    assert rendered.run("render").returncode == 0
    assert not left.exists()
