"""A lesson is found by name, and a broken one is not mistaken for a missing one."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from lessons.derivatives.c06 import numbers as c06
from lessons.derivatives.c09a import numbers as c09a
from lessons.derivatives.c09b import numbers as c09b
from lessons.derivatives.exploration import EXPLORATIONS
from lessons.derivatives.lesson import LESSON
from lessons.derivatives.parameters import PARAMETERS
from lessons.derivatives.publication import PUBLICATION
from lessons.library import (
    explorations_of,
    load_lesson,
    numbers_of,
    openings_of,
    publication_of,
)
from lessons.parameters import ClipParameters
from lessons.publication import PublicationError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a package outside the project, in which the lesson ``elsewhere.integrals`` can lie."""
    package = tmp_path / "elsewhere" / "integrals"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").touch()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    for module in ("", ".integrals", ".integrals.lesson", ".integrals.publication"):
        monkeypatch.delitem(sys.modules, f"elsewhere{module}", raising=False)
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


def test_the_numbers_of_a_clip_are_those_of_the_lessons_own_example() -> None:
    assert numbers_of("derivatives", "06") is c06.compute()
    assert numbers_of("lessons.derivatives", "09a") is c09a.compute()


@pytest.mark.parametrize("kind", PARAMETERS)
def test_parameters_that_change_nothing_change_no_numbers(kind: type[ClipParameters]) -> None:
    for number in kind.clips:
        assert numbers_of("derivatives", number, kind()) is numbers_of("derivatives", number)


def test_changed_parameters_have_numbers_of_their_own() -> None:
    explorer, downhill, regression = PARAMETERS
    for kind, number, given in (
        (explorer, "06", {"x0": 1.0}),
        (downhill, "07", {"start": 4.0}),
        (regression, "09a", {"alpha": 0.02}),
        (regression, "09b", {"epochs": 100}),
    ):
        changed = numbers_of("derivatives", number, kind.read(given))
        assert changed is kind.read(given).numbers_of(number)
        assert changed is not numbers_of("derivatives", number)
    assert isinstance(regression.read({"alpha": 0.02}).numbers_of("09b"), c09b.Numbers)


@pytest.mark.parametrize("kind", PARAMETERS)
def test_a_clip_has_no_numbers_for_the_parameters_of_another(kind: type[ClipParameters]) -> None:
    with pytest.raises(LookupError, match=f"clip 01 has no numbers for {kind.__name__}"):
        kind().numbers_of("01")


def test_parameters_without_a_clip_have_no_numbers() -> None:
    @dataclass(frozen=True)
    class Plain(ClipParameters):
        pass

    with pytest.raises(LookupError, match="clip 01 has no numbers for Plain"):
        Plain().numbers_of("01")


def test_a_clip_that_computes_nothing_has_no_numbers(elsewhere: Path) -> None:
    assert numbers_of("tests.pipeline.lessons.tiny", "01") is None
    (elsewhere / "c01").mkdir()
    (elsewhere / "c01" / "__init__.py").touch()
    assert numbers_of("elsewhere.integrals", "01") is None


def test_a_lesson_may_have_no_explorations_and_no_publication() -> None:
    assert explorations_of("derivatives") is EXPLORATIONS
    assert publication_of("derivatives") is PUBLICATION
    assert explorations_of("tests.pipeline.lessons.held") == {}
    assert publication_of("tests.pipeline.lessons.held") is None


def test_an_explorer_of_the_lesson_opens_with_a_beat_that_there_is() -> None:
    lesson = load_lesson("derivatives")
    states = explorations_of("derivatives")
    for number, name in openings_of("derivatives").items():
        assert name in [beat.name for beat in lesson[number].beats]
        assert states[number](numbers_of("derivatives", number))[name]
    assert openings_of("tests.pipeline.lessons.held") == {}


def test_a_publication_is_checked_against_its_lesson(elsewhere: Path) -> None:
    (elsewhere / "lesson.py").write_text("from lessons.derivatives.lesson import LESSON\n")
    (elsewhere / "publication.py").write_text(
        "from dataclasses import replace\n"
        "from lessons.derivatives.publication import PUBLICATION as OTHER\n"
        "PUBLICATION = replace(OTHER, thumbnails={'99': 'a_beat'})\n"
    )
    with pytest.raises(PublicationError, match="there is no such clip"):
        publication_of("elsewhere.integrals")
