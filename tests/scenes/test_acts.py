import ast
from pathlib import Path

import pytest

SCENES = Path(__file__).parents[2] / "scenes"
CLIP_FILES = sorted((SCENES / "derivatives").glob("c*.py"))


def clip_of(module):
    """The clip that a file belongs to: ``c03`` for ``c03_closing_in`` and for ``c03_hole``."""
    return module.rpartition(".")[2].partition("_")[0]


@pytest.mark.parametrize("path", CLIP_FILES, ids=lambda path: path.stem)
def test_a_clip_leans_on_no_other_clip(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scenes.deriv"):
            assert clip_of(node.module) == clip_of(path.stem)


@pytest.mark.parametrize("path", sorted(SCENES.rglob("*.py")), ids=lambda path: path.name)
def test_no_file_is_longer_than_one_can_keep_in_mind(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
