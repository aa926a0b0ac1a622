"""What judges the pages: the browser, and the programs that `make test-browser` has set up."""

import subprocess
from pathlib import Path

SET_UP = Path(__file__).parents[2] / ".venv/browser"
PACKAGES = SET_UP / "node_modules"


def installed(path: Path) -> Path:
    """Return a path of the set-up, which must be there."""
    assert path.exists(), f"{path} is missing: type make test-browser, which sets it up"
    return path


def browser_program() -> str:
    """Return the browser that was found when all was set up."""
    return installed(SET_UP / "browser").read_text(encoding="utf-8").strip()


def script(name: str) -> str:
    """Return a script of the packages, to be run in a page."""
    return installed(PACKAGES / name).read_text(encoding="utf-8")


def complaints_of_html_validate(pages: list[Path]) -> str:
    """Return what html-validate finds in pages, by the rules that stand beside these tests."""
    program = installed(PACKAGES / "html-validate/bin/html-validate.mjs")
    rules = Path(__file__).parent / "html-validate.json"
    return _complaints("node", program, "--config", rules, "--formatter", "text", *pages)


def complaints_of_vnu(pages: list[Path]) -> str:
    """Return the errors that the Nu Html Checker finds in pages.

    Its warnings are left out: in a file it takes every address for one of another site.
    """
    program = installed(PACKAGES / "vnu-jar/build/dist/vnu.jar")
    return _complaints("java", "-jar", program, "--errors-only", *pages)


def _complaints(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = (done.stdout + done.stderr).strip()
    assert told or done.returncode == 0, command
    return told
