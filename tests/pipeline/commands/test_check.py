"""The check as a command: what it prints, what it remembers, and how it ends."""

import json
import re

import pytest

from lessons.library import load_lesson
from pipeline.review.suppressions import suppress_accepted
from pipeline.types import Finding
from tests.harness.desk import Desk, one_line

WATCHED = "tests.pipeline.lessons.watched"
TINY = load_lesson("tests.pipeline.lessons.tiny")
FINDING = Finding("overlap", "move", 1.5, "overlap", ("a", "b"))


@pytest.fixture(scope="module")
def seen(project, tmp_path_factory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("seen"), project, WATCHED, "426x240@15")
    desk.run("check")
    return desk


def test_each_finding_is_one_line_with_its_beat_its_time_and_its_objects(seen: Desk) -> None:
    done = seen.run("check", "01")
    line = next(line for line in done.stdout.splitlines() if "small" in line)
    shape = r'(error|warn) 01\.5 12\.8 s \w+: .*18\.0.* \[words "small"\]'
    assert re.fullmatch(shape, " ".join(line.split()))
    assert done.returncode == 1


def test_a_clip_that_has_not_changed_is_not_looked_at_again(seen: Desk) -> None:
    done = seen.run("check")
    assert (
        done.stdout.count("unchanged; what a review of every frame said of it is in the store") == 2
    )
    assert "rendering" not in done.stdout
    assert done.returncode == 1  # what was wrong is still wrong


def test_the_summary_counts_errors_warnings_and_what_was_accepted(seen: Desk) -> None:
    last = seen.run("check").stdout.splitlines()[-1]
    assert re.fullmatch(r"2 clips: [1-9]\d* errors, [1-9]\d* warnings, 1 rules accepted", last)


def test_a_clip_without_errors_ends_well(seen: Desk) -> None:
    assert seen.run("check", "02").returncode == 0


def test_its_json_is_one_object_a_line(seen: Desk) -> None:
    lines = [json.loads(line) for line in seen.run("check", "02", "--json").stdout.splitlines()]
    assert lines[-1]["event"] == "verdict"
    assert lines[-1]["errors"] == 0


def test_a_clip_that_fails_is_named_and_the_others_are_looked_at(project, tmp_path) -> None:
    desk = Desk(tmp_path, project, "tests.pipeline.lessons.broken", "64x36@5")
    done = desk.run("check", "01", "02")
    assert "02 " in done.stdout
    assert "failed: ValueError" in done.stdout
    assert "1 clips:" in done.stdout
    assert done.returncode == 1


def test_an_unknown_clip_is_refused_in_one_line(seen: Desk) -> None:
    done = seen.run("check", "17")
    assert done.returncode == 2
    assert one_line(done.stderr)


def test_looking_leaves_no_video_behind(seen: Desk) -> None:
    assert not list(seen.folder.rglob("*.mp4"))


class TestSuppressions:
    clip = TINY["01"]

    def test_what_is_accepted_does_not_stand(self) -> None:
        said = suppress_accepted([FINDING], {("move", "overlap"): "it is a chain"}, self.clip)
        findings, accepted = said
        assert findings == ()
        assert accepted[0].count == 1

    def test_only_that_rule_at_that_beat_is_accepted(self) -> None:
        elsewhere = Finding("overlap", "stay", 3.5, "overlap")
        other = Finding("size", "move", 1.5, "small")
        said = suppress_accepted(
            [FINDING, elsewhere, other], {("move", "overlap"): "why"}, self.clip
        )
        assert [(found.rule, found.beat) for found in said[0]] == [
            ("size", "move"),
            ("overlap", "stay"),
        ]

    @pytest.mark.parametrize("beat", ["move", "nowhere"])
    def test_accepting_what_is_not_there_is_an_error_itself(self, beat: str) -> None:
        ((found,), _) = suppress_accepted([], {(beat, "size"): "why"}, self.clip)
        assert found.rule == "accepted"
        assert found.grave

    def test_where_not_every_frame_was_seen_nothing_is_said_of_unused_ones(self) -> None:
        said = suppress_accepted([], {("move", "size"): "why"}, self.clip, unused=False)
        assert said[0] == ()
