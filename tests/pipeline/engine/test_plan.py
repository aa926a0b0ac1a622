"""Planning answers at once and never loads manim."""

import json
import subprocess
import sys

import pytest

from pipeline.engine.plan.plan import choose_beats, choose_clips
from pipeline.types import UsageError
from tests.harness.desk import Desk, one_line
from tests.pipeline.lessons.tiny.lesson import LESSON

DOT, FORMULA, NOT_YET = LESSON.clips


def test_planning_never_loads_what_is_heavy(tiny: Desk) -> None:
    command = [sys.executable, "-X", "importtime", *tiny.command("plan")[1:]]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    loaded = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    assert "pipeline.engine.plan.plan" in loaded
    assert not loaded & {"manim", "numpy", "sympy", "typst", "scenes.stage"}


def test_plan_lists_every_clip_with_its_beats_its_seconds_and_its_state(tiny: Desk) -> None:
    shown = tiny.run("plan").stdout.splitlines()
    assert [" ".join(line.split()) for line in shown] == [
        "01 A moving dot 3 beats 4.0 s cached",
        "02 A formula 2 beats 2.6 s cached",
        "03 Not yet 1 beats 1.0 s no scene yet",
        "3 clips, 7.6 s planned",
    ]


def test_plan_speaks_json(tiny: Desk, desk: Desk) -> None:
    rows = json.loads(tiny.run("plan", "--json").stdout)["clips"]
    assert [row["number"] for row in rows] == ["01", "02", "03"]
    assert rows[0]["beats"] == ["appear", "move", "stay"]
    assert rows[0]["seconds"] == 4.0
    assert desk.states() == {"01": "to render", "02": "to render", "03": "no scene yet"}


def test_planning_writes_nothing(desk: Desk) -> None:
    desk.states()
    assert list(desk.folder.iterdir()) == []


def test_a_past_run_says_how_long_the_next_one_will_take(rendered: Desk) -> None:
    for record in rendered.store.glob("ac/*.json"):
        if json.loads(record.read_text())["content"]["body"].get("clip") == "01":
            record.unlink()
    rows = json.loads(rendered.run("plan", "--json").stdout)["clips"]
    assert rows[0]["state"] == "to render"
    assert rows[0]["expected_seconds"] > 0


@pytest.mark.parametrize("word", ["01", "1", "moving-dot", "01-moving-dot"])
def test_a_clip_is_known_by_number_slug_and_both(word: str) -> None:
    assert choose_clips(LESSON, [word]) == (DOT,)


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ((), (DOT, FORMULA, NOT_YET)),
        (("02", "01", "02"), (DOT, FORMULA)),
        (("02-03",), (FORMULA, NOT_YET)),
    ],
)
def test_clips_come_once_each_and_in_lesson_order(words: tuple[str, ...], chosen: tuple) -> None:
    assert choose_clips(LESSON, words) == chosen


@pytest.mark.parametrize("command", ["plan", "render"])
def test_an_unknown_clip_is_refused_with_the_nearest_name(command: str, desk: Desk) -> None:
    done = desk.run(command, "moving-dog")
    assert done.returncode == 2
    assert one_line(done.stderr)
    assert "'moving-dog'; did you mean 'moving-dot'?" in done.stderr
    assert not desk.out.exists()


@pytest.mark.parametrize("word", ["move", "2", "01.2"])
def test_a_beat_is_known_by_name_and_by_place(word: str) -> None:
    assert choose_beats(DOT, [word]) == (DOT.beats[1],)


def test_an_unknown_beat_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match="did you mean 'move'"):
        choose_beats(DOT, ["moves"])
