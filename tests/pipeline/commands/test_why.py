"""Why a clip would be rendered again: the ingredients that changed, and only those."""

import pytest

from tests.harness.desk import Desk, edit, one_line

TINY = "tests/pipeline/lessons/tiny"
SHAPES = f"{TINY}/scenes/shapes.py"
NOTHING = "nothing changed: the stored clip would be used\n"


def test_an_untouched_clip_has_not_changed(tiny: Desk) -> None:
    assert tiny.run("why", "01").stdout == NOTHING


def test_a_clip_that_was_never_rendered_says_so_for_its_profile(tiny: Desk) -> None:
    done = tiny.run("why", "01", "--profile", "final")
    assert done.stdout == "never rendered at this profile (final) in the theme dark\n"
    assert done.returncode == 0


def test_a_comment_in_a_component_concerns_only_the_clips_that_import_it(edited: Desk) -> None:
    edit(edited.project / SHAPES, "def big_dot", "# bigger than most\ndef big_dot")
    assert edited.run("why", "01").stdout == f"sources: {SHAPES} changed\n"
    assert edited.run("why", "02").stdout == NOTHING


def test_a_narration_that_leaves_the_beats_alone_changes_no_clip(edited: Desk) -> None:
    edit(edited.project / TINY / "lesson.py", '"It moves."', '"It has moved."')
    assert edited.run("why", "01").stdout == NOTHING


def test_the_length_of_a_beat_concerns_only_its_clip(edited: Desk) -> None:
    edit(edited.project / TINY / "lesson.py", '"move", 2.0', '"move", 2.4')
    assert edited.run("why", "01").stdout == "script: seconds move was 2.0, is 2.4\n"
    assert edited.run("why", "02").stdout == NOTHING


def test_a_change_is_told_against_what_was_used_last(edited: Desk) -> None:
    shapes = edited.project / SHAPES
    edit(shapes, "radius=1", "radius=2")
    edited.events("01")
    edit(shapes, "radius=2", "radius=1")
    assert edited.events("01")[0]["event"] == "hit"
    edit(edited.project / TINY / "lesson.py", '"move", 2.0', '"move", 2.4')
    assert "shapes" not in edited.run("why", "01").stdout


def test_after_a_render_it_says_what_had_changed(edited: Desk) -> None:
    edit(edited.project / SHAPES, "radius=1", "radius=2")
    edited.events("01")
    then = f"when it was rendered: sources: {SHAPES} changed\n"
    assert edited.run("why", "01").stdout == NOTHING + then


def test_a_video_that_is_gone_is_told_apart_from_a_change(rendered: Desk) -> None:
    for blob in rendered.store.glob("cas/*"):
        blob.unlink()
    assert "damaged or gone" in rendered.run("why", "01").stdout


def test_light_and_dark_never_share_a_clip(rendered: Desk) -> None:
    never = "never rendered at this profile (64x36@5) in the theme light\n"
    assert rendered.run("why", "01", "--theme", "light").stdout == never
    assert rendered.states("01", "--theme", "light")["01"] == "to render"


@pytest.mark.parametrize("command", [["why", "01"], ["plan"], ["render"]])
def test_a_theme_that_there_is_not_is_refused(desk: Desk, command: list[str]) -> None:
    done = desk.run(*command, "--theme", "lite")
    assert done.returncode == 2
    assert one_line(done.stderr)
    assert "'dark', 'light'" in done.stderr
