"""What decides a scene's frames, and which scenes of a file are meant."""

import ast
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cli.report import describe
from pipeline.engine.keys.differences import differences
from pipeline.engine.keys.fingerprint import file_closure, list_key, take_fingerprint
from pipeline.engine.plan.job import SceneJob
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.plan.user_files import choose_scenes
from pipeline.engine.workers.estimate import Past, PastRun
from pipeline.types import Event, UsageError
from tests.harness.desk import edit

ROOT = Path(__file__).parents[3]
PROFILE = "64x36@5"
FILE = Path("waves.py")


@pytest.mark.parametrize(
    ("scenes", "wanted", "reason"),
    [
        ([], [], "waves.py has no scene"),
        (["A", "B"], [], "waves.py has several scenes, A, B; name some, or all with -a"),
        (["Sine", "Cosine"], ["Sin"], "there is no scene 'Sin' in waves.py; did you mean 'Sine'"),
    ],
)
def test_a_file_whose_scene_nobody_can_tell_is_refused(
    scenes: list[str], wanted: list[str], reason: str
) -> None:
    with pytest.raises(UsageError, match=reason):
        choose_scenes({FILE: scenes}, wanted, every=False)


def test_scenes_are_chosen_by_name_all_at_once_or_as_the_only_one() -> None:
    two = {FILE: ["A", "B"], Path("other.py"): ["C"]}
    assert choose_scenes(two, ["C", "B"], every=False) == [(FILE, "B"), (Path("other.py"), "C")]
    assert len(choose_scenes(two, [], every=True)) == 3
    assert choose_scenes({FILE: ["A"]}, [], every=False) == [(FILE, "A")]


@pytest.fixture
def job(tmp_path: Path) -> SceneJob:
    """A scene in a folder of its own, with a file that it reads."""
    folder = shutil.copytree(ROOT / "tests/pipeline/user_scenes/foreign", tmp_path / "files")
    data = folder / "steps.txt"
    data.write_text("3")
    return SceneJob(folder / "one.py", "Walk", profile_named(PROFILE), folder, inputs=(data,))


CHANGES: dict[str, Callable[[SceneJob], SceneJob]] = {
    "the scene": lambda job: replace(job, scene="Other"),
    "the profile": lambda job: replace(job, profile=profile_named("66x36@5")),
    "who draws": lambda job: replace(job, drawing="stock"),
    "an input more": lambda job: replace(job, inputs=(*job.inputs, job.source)),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_a_frame_may_depend_on_is_in_the_key(what: str, job: SceneJob) -> None:
    before, after = take_fingerprint(job), take_fingerprint(CHANGES[what](job))
    assert after.key != before.key
    assert differences(before.ingredients, after.ingredients)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("one.py", "sources: one.py changed"),
        ("near/colours.py", "sources: near/colours.py changed"),
        ("steps.txt", "inputs: steps.txt changed"),
    ],
)
def test_a_change_in_the_file_in_what_it_imports_and_in_an_input_is_another_key(
    name: str, line: str, job: SceneJob
) -> None:
    before = take_fingerprint(job)
    path = job.source.parent / name
    path.write_text(path.read_text() + "# a comment\n")
    assert differences(before.ingredients, take_fingerprint(job).ingredients) == [line]


def test_a_comment_elsewhere_changes_nothing(job: SceneJob) -> None:
    before = take_fingerprint(job)
    edit(job.source.parent / "many.py", "config.frame_rate", "# a comment\nconfig.frame_rate")
    assert take_fingerprint(job) == before


def test_what_is_installed_is_known_by_its_version_alone(job: SceneJob) -> None:
    assert {path.name for path in file_closure(job.source)} == {"one.py", "colours.py"}


def test_how_long_a_scene_was_before_is_not_in_the_key(job: SceneJob) -> None:
    assert take_fingerprint(replace(job, planned_frames=9)).key == take_fingerprint(job).key


def test_a_file_s_scenes_are_listed_anew_when_something_it_imports_changes(job: SceneJob) -> None:
    before = list_key(job.source, ())
    edit(job.source.parent / "near/colours.py", "SHADE", "SHADE_OF_BLUE")
    assert list_key(job.source, ()) != before


def test_a_scene_learns_its_time_from_its_own_past(job: SceneJob) -> None:
    body = {**job.record_fields, "beats": [], "marks": [], "seconds": 6.0, "frames": 12}
    past = Past.from_records([body], work="scene")
    assert past.expected_seconds(replace(job, planned_frames=12)) == 6
    run = past.run_of(job)
    assert run
    assert run.progress(3) == 0.25
    assert past.expected_seconds(job) is None


def test_of_the_records_no_more_are_read_than_tell_of_the_jobs(job: SceneJob) -> None:
    body = {**job.record_fields, "beats": [], "marks": [], "seconds": 6.0, "frames": 12}
    older = {**body, "seconds": 9.0}
    bodies = iter([{"work": "render"}, body, older])
    past = Past.from_records(bodies, [job], "scene")
    assert past.run_of(job) == PastRun(6.0, 12, (), ())
    assert list(bodies) == [older]


def test_a_job_without_a_past_learns_from_all_of_its_profile(job: SceneJob) -> None:
    body = {**job.record_fields, "beats": [], "marks": [], "seconds": 6.0, "frames": 12}
    others = [{**body, "scene": "Run", "seconds": seconds} for seconds in (9.0, 4.0)]
    others[1]["scene"] = "Jump"
    past = Past.from_records(others, [job], "scene")
    assert past.expected_seconds(replace(job, planned_frames=24)) == 13


def test_a_scene_of_unknown_length_is_announced_without_a_number(job: SceneJob) -> None:
    assert describe(Event("started", job.subject, {"frames": None})) == "one.Walk: rendering"


@pytest.mark.parametrize("file", sorted((ROOT / "bench/scenes").glob("*.py")), ids=lambda f: f.stem)
def test_a_scene_of_the_benchmark_is_written_as_anybody_would(file: Path) -> None:
    imported = {
        (node.module or "").partition(".")[0]
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.ImportFrom)
    }
    assert imported == {"manim"}
    assert file_closure(file) == (file,)
