"""Every drawn clip is held to the script, to the theme and to the frame."""

import ast
import re
from importlib.util import find_spec
from inspect import isfunction
from pathlib import Path

import pytest

from lessons.library import every_lesson, load_lesson
from pipeline.review.rules.layout.frame import FrameRule
from scenes.derivatives.map.mapped_clip import MappedAct, MappedClip
from scenes.stage import LessonScene
from tests.scenes.performances import FPS, performance, scene_class

SCENES = Path(__file__).parents[2] / "scenes"
FILES = sorted(SCENES.rglob("*.py"))
LESSONS = [load_lesson(name) for name in every_lesson()]
CLIP_FILES = [
    path
    for lesson in LESSONS
    for path in sorted((SCENES.parent / lesson.scenes.replace(".", "/")).glob("c[0-9]*/*.py"))
]
"""The clips and their acts; rigs in ``props/`` may compute where their points lie."""
DRAWN = [
    (lesson, clip)
    for lesson in LESSONS
    for clip in lesson.clips
    if find_spec(f"{lesson.scenes}.{clip.module}")
]

HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
TYPED_SIZE = re.compile(r"\bfont_size\s*=\s*[\d.]")
DRAWN_CLIPS = pytest.mark.parametrize(
    ("lesson", "clip"),
    [pytest.param(*pair, id=f"{pair[0].slug}-{pair[1].number}") for pair in DRAWN],
)
EACH_FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
EACH_CLIP_FILE = pytest.mark.parametrize(
    "path", CLIP_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}"
)


def public_methods(act):
    """What a class defines itself, in the order of its file, without what every one has."""
    common = {*dir(LessonScene), *dir(MappedClip), *dir(MappedAct)}
    return [
        name
        for name, value in vars(act).items()
        if isfunction(value) and not name.startswith("_") and name not in common
    ]


@DRAWN_CLIPS
def test_a_clip_is_a_scene_of_its_number(lesson, clip):
    scene = scene_class(lesson, clip)
    assert issubclass(scene, LessonScene)
    assert scene.clip_number == clip.number


@DRAWN_CLIPS
def test_the_methods_of_a_clip_are_its_beats_in_the_same_order_and_nothing_else(lesson, clip):
    scene = scene_class(lesson, clip)
    methods = [name for act in scene.acts or (scene,) for name in public_methods(act)]
    assert methods == [beat.name for beat in clip.beats]


@DRAWN_CLIPS
def test_a_clip_plays_to_its_end_inside_the_safe_area(lesson, clip):
    verdict = performance(lesson.slug, clip.number)
    assert [span.name for span in verdict.beats] == [beat.name for beat in clip.beats]
    assert not [finding for finding in verdict.findings if finding.rule == FrameRule.name]


@EACH_CLIP_FILE
def test_a_clip_holds_no_mathematics(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not imported & {"numpy", "sympy", "scipy", "math", "cmath"}


@EACH_FILE
def test_nothing_is_imported_by_star(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    assert not [alias for node in imports for alias in node.names if alias.name == "*"]


@EACH_FILE
def test_colours_and_sizes_are_named_in_the_theme(path):
    text = path.read_text(encoding="utf-8")
    assert path.name == "palette.py" or not HEX.search(text)
    assert not TYPED_SIZE.search(text)


@DRAWN_CLIPS
def test_a_clip_lasts_about_as_long_as_planned(lesson, clip):
    played = performance(lesson.slug, clip.number).frames / FPS
    assert played == pytest.approx(clip.seconds, rel=0.15)
