"""Every drawn clip is held to the script, to the theme and to the frame, without a frame drawn."""

import ast
import re
from importlib import import_module
from importlib.util import find_spec
from inspect import isfunction
from pathlib import Path

import pytest

from lessons.library import load_lesson
from scenes.stage import LessonScene
from tests.scenes.performances import performance

SCENES = Path(__file__).parents[2] / "scenes"
FILES = sorted(SCENES.rglob("*.py"))
CLIP_FILES = sorted(SCENES.glob("derivatives/c*.py"))
LESSON = load_lesson("derivatives")
DRAWN = [clip for clip in LESSON.clips if find_spec(f"{LESSON.scenes}.{clip.module}")]

HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
TYPED_SIZE = re.compile(r"\bfont_size\s*=\s*[\d.]")
DRAWN_CLIPS = pytest.mark.parametrize("clip", DRAWN, ids=lambda clip: clip.number)
EACH_FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
EACH_CLIP_FILE = pytest.mark.parametrize("path", CLIP_FILES, ids=lambda path: path.stem)


def scene_class(clip):
    return getattr(import_module(f"{LESSON.scenes}.{clip.module}"), clip.scene)


def acts(scene):
    """The classes that make up a clip, in the order in which they are played."""
    return [
        act
        for act in reversed(scene.__mro__)
        if issubclass(act, LessonScene) and act is not LessonScene
    ]


def public_methods(act):
    """What a class defines itself, in the order of its file, without what every scene has."""
    return [
        name
        for name, value in vars(act).items()
        if isfunction(value) and not name.startswith("_") and not hasattr(LessonScene, name)
    ]


@DRAWN_CLIPS
def test_a_clip_is_a_scene_of_its_number(clip):
    scene = scene_class(clip)
    assert issubclass(scene, LessonScene)
    assert scene.clip_number == clip.number


@DRAWN_CLIPS
def test_the_methods_of_a_clip_are_its_beats_in_the_same_order_and_nothing_else(clip):
    methods = [name for act in acts(scene_class(clip)) for name in public_methods(act)]
    assert methods == [beat.name for beat in clip.beats]


@DRAWN_CLIPS
def test_a_clip_plays_to_its_end_inside_the_safe_area(clip):
    # No beat is drawn; all are played, down to their last formula, and LaTeX is refused.
    inspector = performance(clip.number)
    assert inspector.begun == [beat.name for beat in clip.beats]
    assert not inspector.outside


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
    assert path.name == "theme.py" or not HEX.search(text)
    assert not TYPED_SIZE.search(text)


@DRAWN_CLIPS
def test_a_clip_lasts_about_as_long_as_planned(clip):
    timeline = performance(clip.number).scene.timeline
    played = timeline[-1].end / performance(clip.number).scene.frame_rate
    assert played == pytest.approx(clip.seconds, rel=0.15)
