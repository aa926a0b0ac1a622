"""The parts of the engine stand alone; only flow knows their order."""

import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pipeline

ROOT = Path(__file__).parents[3]
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(pipeline.__path__, "pipeline.")
    if not module.name.endswith("__main__")
)
IMPORT_EACH = """
import importlib, sys
for name in sys.argv[1:]:
    for loaded in [name for name in sys.modules if name.split(".")[0] == "pipeline"]:
        del sys.modules[loaded]
    importlib.import_module(name)
"""


def test_every_module_can_be_imported_first() -> None:
    assert len(MODULES) > 20
    # Each import has its own process: a second copy of a class would confuse other tests.
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH, *MODULES],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_contract_keeps_the_stages_apart() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (
        contract
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract.get("containers") == ["pipeline"]
    )
    assert contract["exhaustive"]
    assert contract["layers"][:2] == ["cli", "engine | worker"]
    assert contract["layers"][-1] == "types"
