"""Each rule of the review is proved by a beat that breaks it and by one that does not."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.review.rules.legibility.contrast import too_close
from scenes import theme
from tests.harness.desk import Desk

LESSON = "tests.pipeline.lessons.watched"

BROKEN = [
    ("leaves_the_frame", "frame", "outside the safe area"),
    ("meets_the_subtitles", "frame", "strip of the subtitles"),
    ("text_on_text", "overlap", "overlap"),
    ("line_through_text", "overlap", "across"),
    ("text_too_small", "phone", "font size 18.0 is 4.6 pixels on a phone, below 7"),
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
    ("picture_is_small", "coverage", "covers 0% of the safe area"),
    ("text_on_a_phone", "phone", "7.6 pixels on a phone, below 9"),
    ("text_is_dimmed", "dim", "dimmed to a contrast of 2.1 : 1"),
    ("axis_is_named", "ticks", "from a number of the scale"),
    ("axis_stands", "ticks", "lost some of its numbers"),
    ("sign_has_a_colour", "roles", "α has the colour INK"),
    ("sign_has_a_colour", "roles", "ŷ has the colour INK"),
    ("question_is_asked", "reveal", "after the question has begun"),
    ("number_is_said", "spoken", '"minus two point five", which is not on screen'),
]


UNSAMPLED = {("picture_blinks", "flash"), ("beat_opens", "cuts"), ("ends", "cuts")}
"""What a review of samples cannot see."""


def review(project: Path, folder: Path, *words: str) -> dict[str, dict[str, Any]]:
    """What the review says about each clip, by number."""
    done = Desk(folder, project, LESSON, "426x240@15").run("check", "--json", *words)
    assert done.returncode == 1, done.stdout + done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["clip"]: line for line in lines if line["event"] == "verdict"}


@pytest.fixture(scope="module")
def verdicts(project, tmp_path_factory) -> dict[str, dict[str, Any]]:
    return review(project, tmp_path_factory.mktemp("watched"))


@pytest.fixture(scope="module")
def quick_verdicts(project, tmp_path_factory) -> dict[str, dict[str, Any]]:
    return review(project, tmp_path_factory.mktemp("quick"), "--quick")


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


def test_samples_show_the_same_faults_and_no_others(quick_verdicts):
    found = {(f["beat"], f["rule"]) for f in quick_verdicts["01"]["findings"]}
    assert found == {(beat, rule) for beat, rule, _ in BROKEN} - UNSAMPLED
    assert quick_verdicts["02"]["findings"] == []


def test_load_and_text_that_a_phone_shows_small_are_warnings_and_the_rest_are_errors(verdicts):
    grave = {f["rule"]: f["grave"] for f in verdicts["01"]["findings"]}
    assert {rule for rule, is_grave in grave.items() if not is_grave} == {"load", "phone"}


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
