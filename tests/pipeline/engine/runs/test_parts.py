"""A clip that several workers have drawn in parts is the clip that one worker draws."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.engine.flow.lesson import Rendered, render_lesson
from pipeline.engine.flow.planning import plan_lesson
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workers.split import Stretch
from pipeline.engine.workspace.run import Run
from pipeline.types import Event
from tests.harness.desk import Desk
from tests.harness.runs import false_blobs, frames_of_videos

WHERE = "pipeline.engine.flow.split.split_clips"


def each_beat_alone(beats: Sequence[Sequence[float]], _slots: int) -> list[list[Stretch]]:
    """Cut every clip at all of its beats."""
    return [
        [Stretch(place, place + 1, seconds) for place, seconds in enumerate(clip)] for clip in beats
    ]


def split_run(desk: Desk, events: list[Event] | None = None, slots: int = 2) -> Run:
    """Return a run on a desk that notes its events."""
    listen = (lambda _: None) if events is None else events.append
    profile = profile_named(desk.profile)
    return Run(desk.lesson, profile, desk.store, desk.out, slots=slots, listen=listen)


@dataclass(frozen=True)
class Parted:
    """The tiny lesson drawn again, each beat in a worker of its own; tests read it."""

    desk: Desk
    done: Rendered
    events: list[Event]


@pytest.fixture(scope="module")
def parted(tiny: Desk, tmp_path_factory: pytest.TempPathFactory) -> Parted:
    """Draw every clip that is in the store again, in parts."""
    desk = Desk(tmp_path_factory.mktemp("parted"), tiny.project)
    shutil.copytree(tiny.out, desk.out)
    shutil.copytree(tiny.store, desk.store)
    events: list[Event] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(WHERE, each_beat_alone)
        return Parted(desk, render_lesson(split_run(desk, events), (), force=True), events)


def test_frames_captions_and_chapters_are_those_of_the_whole_clip(
    parted: Parted, tiny: Desk
) -> None:
    assert parted.done.drawn == 2
    assert not parted.done.failures
    assert frames_of_videos(parted.desk.out) == frames_of_videos(tiny.out)
    texts = [path for path in tiny.out.rglob("*") if path.suffix in (".srt", ".vtt", ".txt")]
    assert len(texts) > 6
    for path in texts:
        assert (parted.desk.out / path.relative_to(tiny.out)).read_text() == path.read_text()


def test_each_part_tells_of_its_own_beats_and_frames(parted: Parted) -> None:
    begun = [
        (event.subject.name, event.data["beat"], event.data["frame"])
        for event in parted.events
        if event.kind == "beat" and event.subject
    ]
    assert sorted(begun) == [
        ("01.1", "appear", 0),
        ("01.2", "move", 0),
        ("01.3", "stay", 0),
        ("02.1", "show", 0),
        ("02.2", "turn", 0),
    ]
    ended = [one.subject.name for one in parted.events if one.kind == "finished" and one.subject]
    assert sorted(ended) == ["01", "01.1", "01.2", "01.3", "02", "02.1", "02.2"]


def test_a_clip_has_the_same_key_and_its_parts_leave_nothing_in_the_store(
    parted: Parted, tiny: Desk
) -> None:
    store = parted.desk.store
    names = {path.name for path in (store / "ac").iterdir()}
    assert names == {path.name for path in (tiny.store / "ac").iterdir()}
    assert len(list((store / "cas").iterdir())) <= len(names) + 2  # the clips drawn before
    assert not false_blobs(store)


def test_a_joined_clip_is_found_again_and_teaches_how_long_its_beats_take(parted: Parted) -> None:
    run = split_run(parted.desk)
    assert render_lesson(run, ()).drawn == 0
    bodies = [record.body for record in run.store.records() if "marks" in record.body]
    assert len(bodies) == 2
    for body in bodies:
        assert len(body["marks"]) == len(body["beats"])
        assert body["marks"] == sorted(body["marks"])
        assert body["marks"][-1] < body["seconds"]


def test_parts_that_were_done_when_a_run_was_stopped_are_not_drawn_again(
    rendered: Desk, monkeypatch: pytest.MonkeyPatch, tiny: Desk
) -> None:
    monkeypatch.setattr(WHERE, each_beat_alone)
    for record in (rendered.store / "ac").iterdir():
        if '"work": "render"' in record.read_text():
            record.unlink()
    # The past is gone with the records; how long the clips take is said instead.
    monkeypatch.setattr(
        "pipeline.engine.workers.estimate.Past.beat_seconds",
        lambda _past, job: [1.0] * len(job.clip.beats),
    )
    first: list[Event] = []
    run = split_run(rendered, first, slots=2)

    def stop_after_two(event: Event) -> None:
        first.append(event)
        if [one.kind for one in first].count("finished") == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_lesson(run.watched_by(stop_after_two), ())
    ended = {event.subject for event in first if event.kind == "finished"}
    second: list[Event] = []
    assert render_lesson(split_run(rendered, second), ()).drawn == 2
    assert {event.subject for event in second if event.kind == "hit"} >= ended
    assert frames_of_videos(rendered.out) == frames_of_videos(tiny.out)


def test_a_plan_says_in_how_many_parts_a_clip_will_be_drawn(
    rendered: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(WHERE, each_beat_alone)
    run = split_run(rendered)
    _, rows = plan_lesson(run, ())
    assert [row.parts for row in rows] == [1, 1, 1]  # all is cached, or has no scene
    monkeypatch.setattr(
        "pipeline.engine.workers.estimate.Past.beat_seconds",
        lambda _past, job: [1.0] * len(job.clip.beats),
    )
    empty = Run(run.lesson_name, run.profile, tmp_path / "empty", slots=2)
    _, rows = plan_lesson(empty, ())
    assert [row.parts for row in rows] == [3, 2, 1]
