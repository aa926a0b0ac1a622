"""A clip stands on its own: it imports no other clip, and its files are short."""

import ast
from pathlib import Path

import pytest

from lessons.library import every_lesson, load_lesson

ROOT = Path(__file__).parents[2]
SCENES = ROOT / "scenes"
CLIP_FOLDERS = [
    folder
    for name in every_lesson()
    for folder in sorted((ROOT / load_lesson(name).scenes.replace(".", "/")).glob("c[0-9]*"))
    if folder.is_dir()
]


def imports(path):
    """What a file imports by name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]


def test_every_lesson_has_clips_in_folders_of_their_own():
    assert len(CLIP_FOLDERS) >= len(every_lesson())


@pytest.mark.parametrize("folder", CLIP_FOLDERS, ids=lambda folder: folder.name)
def test_a_clip_leans_on_no_other_clip(folder):
    package = folder.relative_to(ROOT).as_posix().replace("/", ".")
    others = package.rpartition(".")[0] + ".c"
    for path in folder.rglob("*.py"):
        strange = [name for name in imports(path) if f"{name}.".startswith(others)]
        assert [name for name in strange if not f"{name}.".startswith(f"{package}.")] == []


@pytest.mark.parametrize("folder", CLIP_FOLDERS, ids=lambda folder: folder.name)
def test_an_act_knows_the_act_before_it_and_no_other(folder):
    acts = sorted(folder.glob("act*.py"), key=lambda path: int(path.stem.split("_")[0][3:]))
    for place, path in enumerate(acts):
        known = {name.rpartition(".")[2] for name in imports(path)} & {act.stem for act in acts}
        assert known <= ({acts[place - 1].stem} if place else set())


@pytest.mark.parametrize("path", sorted(SCENES.rglob("*.py")), ids=lambda path: path.name)
def test_no_file_is_longer_than_one_can_keep_in_mind(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
