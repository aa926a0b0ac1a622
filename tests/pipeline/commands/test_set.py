"""Parameters on the command line: part of the plan, of the key and of the output's name."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.job import tag_of
from pipeline.engine.plan.plan import make_plan, plan_one
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.plan.settings import parse_settings
from pipeline.types import UsageError
from tests.harness.desk import Desk, one_line

DRAFT = profile_named("draft")


def test_what_is_typed_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "wish.toml"
    file.write_text('x0 = 1.5\nfunction = "sin(x)"\n', encoding="utf-8")
    assert parse_settings(["x0 = 3"], file) == {"x0": "3", "function": "sin(x)"}


@pytest.mark.parametrize(
    ("text", "words"),
    [("x0 = ", "Invalid value"), ("[clip]\nx0 = 1", "is a table"), ("\x00", "wish.toml")],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "wish.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=words):
        parse_settings([], file)


def test_a_setting_without_a_value_is_refused() -> None:
    with pytest.raises(UsageError, match="NAME=VALUE"):
        parse_settings(["x0"], None)


def test_a_clip_without_parameters_names_those_that_have_some(desk: Desk) -> None:
    done = desk.run("plan", "01", "--set", "x0=1", "--lesson", "derivatives")
    assert done.returncode == 2
    assert one_line(done.stderr)
    assert "06, 07, 09a, 09b" in done.stderr


def test_a_wrong_parameter_is_refused_before_anything_is_rendered(desk: Desk) -> None:
    done = desk.run("render", "06", "--set", "x0=far", "--lesson", "derivatives")
    assert done.returncode == 2
    assert one_line(done.stderr)
    assert not desk.out.exists()


def test_the_name_of_a_file_says_what_was_changed() -> None:
    assert tag_of({}) == ""
    tag = tag_of({"function": "x**3 - 3*x", "x0": 1.2})
    assert tag.startswith("~function=x3-3x~x0=1.2~")
    assert tag != tag_of({"function": "x*3 - 3*x", "x0": 1.2})
    assert "/" not in tag_of({"data": "../../x"})


def test_a_number_without_its_letters_means_all_of_them() -> None:
    plan = make_plan("derivatives", ["05"], DRAFT)
    assert [job.clip.number for job in plan.jobs] == ["05a", "05b", "05c"]


def test_parameters_are_part_of_the_key_and_the_default_is_not() -> None:
    job = plan_one("tests.pipeline.lessons.tiny", "01", DRAFT)
    key = take_fingerprint(job).key

    assert take_fingerprint(replace(job, parameters={"x0": 1.0})).key != key
    assert take_fingerprint(replace(job, parameters={})).key == key
