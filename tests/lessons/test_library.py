"""A lesson is found by name, and a broken one is not mistaken for a missing one."""

import subprocess
import sys
from pathlib import Path

import pytest

from lessons.derivatives.lesson import LESSON
from lessons.library import load_lesson

ROOT = Path(__file__).parents[2]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a package outside the project, in which the lesson ``elsewhere.integrals`` can lie."""
    package = tmp_path / "elsewhere" / "integrals"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").touch()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    for module in ("elsewhere", "elsewhere.integrals", "elsewhere.integrals.lesson"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    return package


def test_the_lesson_is_found_by_its_folder() -> None:
    assert load_lesson("derivatives") is LESSON


def test_the_lesson_is_found_by_its_dotted_name() -> None:
    assert load_lesson("lessons.derivatives") is LESSON


def test_a_lesson_may_live_in_another_package(elsewhere: Path) -> None:
    (elsewhere / "lesson.py").write_text("from lessons.derivatives.lesson import LESSON\n")
    assert load_lesson("elsewhere.integrals") is LESSON


@pytest.mark.parametrize("name", ["integrals", "nowhere.integrals", "lessons.integrals"])
def test_an_unknown_lesson_is_a_lookup_error_that_names_it(name: str) -> None:
    with pytest.raises(LookupError, match=f"no lesson '{name}'"):
        load_lesson(name)


@pytest.mark.parametrize("missing", ["no_such_module", "lessons.derivatives.no_such_module"])
def test_a_broken_import_inside_a_lesson_is_not_disguised_as_a_missing_lesson(
    elsewhere: Path, missing: str
) -> None:
    (elsewhere / "lesson.py").write_text(f"import {missing}\n")
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        load_lesson("elsewhere.integrals")


def test_a_script_must_hold_a_lesson(elsewhere: Path) -> None:
    (elsewhere / "lesson.py").write_text("LESSON = 'derivatives'\n")
    with pytest.raises(TypeError, match="is not a Lesson"):
        load_lesson("elsewhere.integrals")


def test_reading_the_lesson_needs_nothing_but_the_standard_library() -> None:
    code = (
        "import sys; sys.path.insert(0, '.'); from lessons.library import load_lesson; "
        "load_lesson('derivatives'); print('manim' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
