"""Why a clip would be rendered again: the ingredients that changed, and only those."""

import pytest

from tests.pipeline.desk import Desk, edit, one_line

TINY = "tests/pipeline/lessons/tiny"
SHAPES = f"{TINY}/scenes/shapes.py"
NOTHING = "nothing changed: the stored clip would be used\n"


def test_an_untouched_clip_has_not_changed(tiny: Desk) -> None:
    assert tiny.run("why", "01").stdout == NOTHING


def test_a_clip_that_was_never_rendered_says_so_for_its_profile(tiny: Desk) -> None:
    done = tiny.run("why", "01", "--profile", "final")
    assert done.stdout == "never rendered at this profile (final)\n"
    assert done.returncode == 0


def test_a_comment_in_a_component_concerns_only_the_clips_that_import_it(edited: Desk) -> None:
    edit(edited.project / SHAPES, "def big_dot", "# bigger than most\ndef big_dot")
    assert edited.run("why", "01").stdout == f"sources: {SHAPES} changed\n"
    assert edited.run("why", "02").stdout == NOTHING


def test_a_line_of_narration_concerns_only_its_clip(edited: Desk) -> None:
    edit(edited.project / TINY / "script.py", '"It moves."', '"It has moved."')
    done = edited.run("why", "01").stdout
    assert one_line(done)
    assert "move narration" in done
    assert "was It moves., is It has moved." in done
    assert edited.run("why", "02").stdout == NOTHING


def test_a_change_is_told_against_what_was_used_last(edited: Desk) -> None:
    shapes = edited.project / SHAPES
    edit(shapes, "radius=1", "radius=2")
    edited.events("01")
    edit(shapes, "radius=2", "radius=1")
    assert edited.events("01")[0]["event"] == "hit"
    edit(edited.project / TINY / "script.py", '"It moves."', '"It has moved."')
    assert "shapes" not in edited.run("why", "01").stdout


def test_a_video_that_is_gone_is_told_apart_from_a_change(rendered: Desk) -> None:
    for blob in rendered.store.glob("cas/*"):
        blob.unlink()
    assert "damaged or gone" in rendered.run("why", "01").stdout


def test_light_and_dark_never_share_a_clip(rendered: Desk) -> None:
    lit = Desk(rendered.folder, rendered.project, environment={"LESSON_VARIANT": "light"})
    assert lit.run("why", "01").stdout == "variant: was dark, is light\n"
    assert lit.states()["01"] == "to render"


@pytest.mark.parametrize("command", [["why", "01"], ["plan"], ["render"], ["doctor"]])
def test_a_variant_that_the_theme_does_not_have_is_refused(desk: Desk, command: list[str]) -> None:
    lit = Desk(desk.folder, desk.project, environment={"LESSON_VARIANT": "lite"})
    done = lit.run(*command)
    assert done.returncode == 2
    assert one_line(done.stderr)
    assert "choose one of dark, light" in done.stderr
