"""What a source imports is told from its text, or from its syntax tree where need be."""

import ast
from itertools import chain
from pathlib import Path

import manim
import pytest

from pipeline.engine.keys.imports import imported_names

ROOT = Path(__file__).parents[3]
OURS = sorted(chain.from_iterable((ROOT / name).rglob("*.py") for name in ("pipeline", "scenes")))
THEIRS = sorted(Path(manim.__file__).parent.rglob("*.py"))


def named_in_tree(source: bytes) -> set[str]:
    """Return the names that a source imports from no folder of its own."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("files", [OURS, THEIRS], ids=["ours", "manim"])
def test_no_import_of_a_real_file_is_missed(files: list[Path]) -> None:
    assert len(files) > 100
    for file in files:
        source = file.read_bytes()
        assert named_in_tree(source) <= {*imported_names(source, "a.b", is_package=False)}, file


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import one, two.three as four", {"one", "two.three"}),
        (
            "from one import (  # both\n    two,\n    three as four,\n)",
            {"one", "one.two", "one.three"},
        ),
        ("from . import beside", {"pack", "pack.beside"}),
        ("from ..up import one  # above", {"up", "up.one"}),
        ("x = 1; import one", {"one"}),
        ("if True: import one", {"one"}),
        ("import one; import two", {"one", "two"}),
        ("from one import two, \\\n    three", {"one", "one.two", "one.three"}),
        ("from one import *", {"one", "one.*"}),
        ("# import one\nimport two", {"two"}),
        ("import (one", set()),
    ],
)
def test_an_import_is_found_however_it_is_written(source: str, names: set[str]) -> None:
    assert {*imported_names(source.encode(), "pack.mod", is_package=False)} == names


def test_a_source_in_another_encoding_is_read_as_it_says() -> None:
    source = "# -*- coding: latin-1 -*-\nimport one  # \xe9".encode("latin-1")
    assert imported_names(source, "mod", is_package=False) == ("one",)
