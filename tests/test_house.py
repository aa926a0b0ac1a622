"""The house: the lock, the Makefile and the pages that a newcomer reads."""

import ast
import importlib
import json
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

GENERATED = {".git", ".venv", "media", "build", "dist", "__pycache__"}
# The brackets keep this line from finding itself.
REGISTRY = re.compile(
    r"p[y]pi\.org|p[y]thonhosted|-index-u[r]l|--find-l[i]nks|/s[i]mple\b|npm[j]s\.(org|com)"
)
PIN = re.compile(r"([a-z0-9-]+)==[\w.]+( ; [\w .'<>=!]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def project_files() -> Iterator[Path]:
    """Yield every file of the project that is not generated."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name not in GENERATED and not name.endswith(("_cache", ".egg-info"))
        ]
        yield from (Path(folder, name) for name in names)


def locked() -> set[str]:
    """Return the names of the locked packages."""
    return {match[1] for line in LOCK.splitlines() if (match := PIN.fullmatch(line))}


def test_the_lock_holds_pins_and_hashes_and_nothing_else() -> None:
    strange = [
        line for line in LOCK.splitlines() if not (PIN.fullmatch(line) or HASH.fullmatch(line))
    ]
    assert not strange


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK
    assert "file:" not in LOCK


@pytest.mark.parametrize(
    "requirement", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
)
def test_every_dependency_is_in_the_lock(requirement: str) -> None:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    assert re.sub(r"[-_.]+", "-", name[0]).lower() in locked()


@pytest.mark.parametrize("lock", ["uv", "voice", "browser"])
def test_a_lock_of_an_extra_holds_pins_and_hashes_and_nothing_else(lock: str) -> None:
    lines = (ROOT / f".ci/{lock}.lock").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if not (PIN.fullmatch(line) or HASH.fullmatch(line))]


def test_the_packages_of_the_browsers_tests_are_locked_without_an_address() -> None:
    folder = ROOT / "tests/browser"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert lock.pop("")["devDependencies"] == wanted
    for name, package in lock.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_the_lock_serves_the_pythons_that_lost_audioop() -> None:
    assert re.search(r"^audioop-lts==\S+ ; python_full_version >= '3\.13'", LOCK, re.MULTILINE)


def test_no_file_names_a_registry() -> None:
    naming = []
    for path in project_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or another binary file
        if REGISTRY.search(text):
            naming.append(path.relative_to(ROOT).as_posix())
    assert not naming


def test_every_target_of_the_makefile_has_a_line_of_help() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony
    explained = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
    assert set(phony[1].split()) - {"ready"} == explained


def make(*arguments: str) -> str:
    """Return what make prints, untouched by the make that may have started these tests."""
    program = shutil.which("make")
    assert program
    return subprocess.run(
        [program, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_make_alone_shows_the_help() -> None:
    shown = make()
    for target in ("lesson", "test", "test-browser", "check", "bench", "clean"):
        assert re.search(rf"^  {target} ", shown, re.MULTILINE)


@pytest.mark.parametrize(
    ("settings", "command"),
    [
        ([], "render.py render"),
        (
            ["PROFILE=final", "CLIPS=01 03", "JOBS=2"],
            "render.py render 01 03 --profile final --jobs 2",
        ),
    ],
)
def test_make_lesson_passes_its_settings_on(settings: list[str], command: str) -> None:
    shown = make("--dry-run", "lesson", *settings)
    assert " ".join(shown.split()).endswith(command)


@pytest.mark.parametrize(("script", "shell"), [(".ci/setup", "sh"), (".ci/run", "bash")])
def test_a_shell_script_can_be_started_and_parsed(script: str, shell: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    subprocess.run([shell, "-n", script], cwd=ROOT, check=True)


def headings(text: str) -> set[str]:
    """Return the headings of a page as links name them."""
    return {
        re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_a_page_links_only_to_what_exists(page: str) -> None:
    text = re.sub(r"<!--.*?-->", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if "://" in target:
            continue
        path, _, heading = target.partition("#")
        there = ROOT / path if path else ROOT / page
        assert there.exists(), target
        assert not heading or heading in headings(there.read_text(encoding="utf-8")), target


def test_a_file_of_more_than_three_hundred_lines_says_why_in_its_first_line() -> None:
    silent = []
    for path in project_files():
        if path.suffix in (".py", ".c", ".h"):
            lines = path.read_text(encoding="utf-8").splitlines()
            if len(lines) > 300 and "long: " not in lines[0]:
                silent.append(path.relative_to(ROOT).as_posix())
    assert not silent


def test_two_classes_of_the_program_never_share_a_name() -> None:
    """``Numbers`` is the exception, because each clip of a lesson has a class of that name."""
    places: dict[str, list[str]] = {}
    for package in ("mathcore", "lessons", "scenes", "pipeline", "publish"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and node.name != "Numbers":
                    places.setdefault(node.name, []).append(path.relative_to(ROOT).as_posix())
    assert not {name: where for name, where in places.items() if len(where) > 1}


def test_the_installed_command_is_a_function_that_exists():
    for target in PROJECT["scripts"].values():
        module, _, name = target.partition(":")
        assert callable(getattr(importlib.import_module(module), name))
