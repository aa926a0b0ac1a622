"""The table of patches: manim is the one that they were written for, or manim itself draws."""

import inspect
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from pkgutil import resolve_name

import manim
import PIL.Image
import pytest
from manim.camera import camera as manim_camera

from pipeline.fastdraw.patches.expected.patched import DIGITS, Patched, digest_of, source_of
from pipeline.fastdraw.patches.expected.table import TABLE, differing
from pipeline.fastdraw.pictures import mended_pictures
from pipeline.protocol import Remark
from pipeline.worker.setup import drawing_for

ROOT = Path(__file__).parents[4]
FOREIGN = ROOT / "tests/pipeline/user_scenes/foreign/one.py"

WRONG = replace(TABLE[0], digest="0" * DIGITS)
REMARK = (
    f"manim itself draws it: manim's own {WRONG.label} is not the one "
    "that the fast drawing was written for"
)

PLAY = """
import dataclasses, importlib, json, sys
from pathlib import Path

import manim.camera.camera, PIL.Image

from lessons.library import load_lesson
from pipeline.engine.plan.profiles import profile_named
from pipeline.fastdraw.patches.expected import table
from pipeline.protocol import ClipTask, Remark, SceneTask, visible_script
from pipeline.worker import setup
from pipeline.worker.work import work

kind, is_wrong, folder, source = sys.argv[1], sys.argv[2] == "wrong", *map(Path, sys.argv[3:])
if is_wrong:
    first, *others = table.TABLE
    table.TABLE = (dataclasses.replace(first, digest="0" * 16), *others)


class Notes:
    remarks = []

    def send(self, message):
        if isinstance(message, Remark):
            self.remarks.append(message.message)

    def frame(self, number):
        pass


drawn_by = []
own = setup.renderer_for


def noting(*args, **kwargs):
    renderer = own(*args, **kwargs)
    deepcopy = manim.Mobject.__deepcopy__.__name__
    drawn_by.append([type(renderer).__name__, deepcopy])
    return renderer


profile, output = profile_named("64x36@5"), folder / "video.mp4"
if kind == "scene":
    from pipeline.worker import user_scene as player

    task = SceneTask(source, "Walk", folder, profile, "auto", output)
else:
    from pipeline.worker import performance as player

    lesson = load_lesson("tests.pipeline.lessons.tiny")
    clip = lesson["02"]
    task = ClipTask(
        lesson="tests.pipeline.lessons.tiny",
        module="tests.pipeline.lessons.tiny.scenes.c02_formula",
        scene="Formula",
        profile=profile,
        theme="dark",
        output=output,
        script=visible_script(lesson, clip),
        numbers="tests.pipeline.lessons.tiny",
    )
player.renderer_for = noting
notes = Notes()
played = work(task, notes)
restored = manim.camera.camera.Image is PIL.Image
json.dump([drawn_by, notes.remarks, played.frames, restored], sys.stdout)
"""


class Notes:
    """A channel that keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[object] = []

    def send(self, message: object) -> None:
        self.sent.append(message)


def play(kind: str, table: str, folder: Path) -> list:
    """Play a clip or a user scene as a worker does; return who drew, the remarks, and the rest."""
    done = subprocess.run(
        [sys.executable, "-c", PLAY, kind, table, folder, FOREIGN],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


class TestTable:
    @pytest.mark.parametrize("row", TABLE, ids=lambda row: row.label)
    def test_the_source_of_manim_is_the_one_that_the_row_names(self, row: Patched) -> None:
        source = inspect.getsource(resolve_name(row.path))
        assert source_of(resolve_name(row.path)) == source
        assert digest_of(source) == row.digest
        assert row.matches

    def test_no_function_has_two_rows_with_different_digests(self) -> None:
        digests = {(row.path, row.digest) for row in TABLE}
        assert len(digests) == len({row.path for row in TABLE})

    def test_a_row_belongs_to_the_class_that_defines_the_function(self) -> None:
        for row in TABLE:
            owner = resolve_name(row.owner)
            assert row.name.partition(".")[0] in vars(owner), row.label

    @pytest.mark.parametrize(
        "row",
        [
            WRONG,
            replace(WRONG, name="no_such_method"),
            replace(WRONG, owner="manim.no_such_module"),
            replace(WRONG, owner="manim", name="UP"),
            Patched("builtins", "len", "0" * DIGITS, "It has no source in Python."),
        ],
        ids=lambda row: row.label,
    )
    def test_another_source_or_none_is_a_mismatch(self, row: Patched) -> None:
        assert differing([TABLE[1], row]) == (row.label,)

    def test_a_function_that_was_replaced_is_a_mismatch(self, monkeypatch) -> None:
        (row,) = [row for row in TABLE if row.label == "Mobject.shift"]
        monkeypatch.setattr(manim.Mobject, "shift", lambda mobject, *_vectors: mobject)
        assert not row.matches


class TestWhoDraws:
    def test_nothing_is_said_where_manim_is_the_expected_one(self) -> None:
        notes = Notes()
        assert drawing_for("auto", notes) == "auto"
        assert not notes.sent

    def test_several_mismatches_are_one_remark(self, monkeypatch) -> None:
        monkeypatch.setattr(
            "pipeline.fastdraw.patches.expected.table.mismatches", lambda: ("A.b", "C.d", "E.f")
        )
        notes = Notes()
        assert drawing_for("fast", notes) == "stock"
        (remark,) = notes.sent
        assert isinstance(remark, Remark)
        assert "manim's own A.b (and 2 more) is not the one" in remark.message

    def test_stock_drawing_does_not_ask(self, monkeypatch) -> None:
        monkeypatch.setattr("pipeline.fastdraw.patches.expected.table.mismatches", None)
        assert drawing_for("stock", Notes()) == "stock"

    @pytest.mark.parametrize("kind", ["clip", "scene"])
    @pytest.mark.parametrize(
        ("table", "renderer", "copying", "remarks"),
        [
            ("right", "FastRenderer", "_copy_mobject", []),
            ("wrong", "QuietRenderer", "__deepcopy__", [REMARK]),
        ],
    )
    def test_manim_draws_where_it_is_not_the_expected_one_and_a_remark_says_so(
        self, tmp_path, kind, table, renderer, copying, remarks
    ) -> None:
        drawn_by, said, frames, restored = play(kind, table, tmp_path)
        assert drawn_by == [[renderer, copying]]
        assert said == remarks
        assert frames > 5
        assert restored


class TestPictures:
    def test_the_camera_has_its_own_image_again_afterwards(self) -> None:
        assert manim_camera.Image is PIL.Image
        with mended_pictures():
            assert manim_camera.Image is not PIL.Image
        assert manim_camera.Image is PIL.Image

    def test_also_after_a_scene_that_failed(self) -> None:
        with pytest.raises(ZeroDivisionError), mended_pictures():
            raise ZeroDivisionError
        assert manim_camera.Image is PIL.Image
