"""Each rule of the review is proved by a beat that breaks it and by one that does not."""

import json
from typing import Any

import pytest

from pipeline.review.rules.contrast import too_close
from scenes import theme
from tests.harness.desk import Desk

LESSON = "tests.pipeline.lessons.watched"

BROKEN = [
    ("leaves_the_frame", "frame", "outside the safe area"),
    ("meets_the_subtitles", "frame", "strip of the subtitles"),
    ("text_on_text", "overlap", "overlap"),
    ("line_through_text", "overlap", "across"),
    ("text_too_small", "size", "font size 18"),
    ("text_on_its_own_colour", "contrast", "contrast 1.0 : 1"),
    ("line_on_its_own_colour", "contrast", "below 3"),
    ("finite_line", "contrast", "approximate, but not dashed"),
    ("limit_line", "contrast", "exact, but dashed"),
    ("text_leaves", "reading", "to read"),
    ("things_move", "load", "4 things move"),
    ("things_stand", "load", "8 things"),
    ("picture_blinks", "flash", "general flashes"),
    ("number_is_shown", "truth", "3.75 is none"),
    ("number_is_shown", "truth", "47 is none"),
    ("number_is_none", "truth", "not a number"),
    ("zero_is_shown", "truth", "minus sign"),
    ("beat_opens", "cuts", "jumps"),
    ("ends", "cuts", "held"),
    ("ends", "reading", "quiet"),
]


@pytest.fixture(scope="module")
def verdicts(project, tmp_path_factory) -> dict[str, dict[str, Any]]:
    desk = Desk(tmp_path_factory.mktemp("watched"), project, LESSON, "426x240@15")
    done = desk.run("check", "--json")
    assert done.returncode == 1, done.stdout + done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["clip"]: line for line in lines if line["event"] == "verdict"}


@pytest.mark.parametrize(("beat", "rule", "words"), BROKEN)
def test_a_fault_is_found(verdicts, beat, rule, words):
    found = verdicts["01"]["findings"]
    assert [f for f in found if (f["beat"], f["rule"]) == (beat, rule) and words in f["what"]]


def test_nothing_else_is_found_in_the_faulty_clip(verdicts):
    expected = {(beat, rule) for beat, rule, _ in BROKEN}
    other = [f for f in verdicts["01"]["findings"] if (f["beat"], f["rule"]) not in expected]
    assert not other


def test_nothing_is_found_where_all_is_well(verdicts):
    assert verdicts["02"]["findings"] == []
    assert verdicts["02"]["errors"] == 0


def test_what_a_clip_accepts_is_counted_with_its_reason(verdicts):
    (accepted,) = verdicts["02"]["accepted"]
    assert accepted == {
        "beat": "things_stand",
        "rule": "load",
        "reason": "eight dots in a row are one row",
        "count": 1,
    }


def test_load_is_a_warning_and_the_rest_are_errors(verdicts):
    grave = {f["rule"]: f["grave"] for f in verdicts["01"]["findings"]}
    assert [rule for rule, is_grave in grave.items() if not is_grave] == ["load"]


def test_a_finding_says_where_and_what(verdicts):
    (found,) = [f for f in verdicts["01"]["findings"] if f["beat"] == "line_through_text"]
    assert found["objects"] == ['words "crossed"', "Group: Line"]
    assert 9 < found["seconds"] < 13


def test_roles_that_look_alike_in_some_sight_are_named():
    ((first, second, sight, apart),) = too_close({"GOOD": "#83C167", "BAD": "#FC6255"})
    assert {first, second} == {"GOOD", "BAD"}
    assert sight == "deuteranopia"
    assert apart < 10
    assert not list(too_close({"APPROX": theme.APPROX, "EXACT": theme.EXACT}))
