"""Assets: the style sheets, scripts and the font that all pages share."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from publish.site.colours import style_sheet

STATIC = Path(__file__).parent / "static"
COLOURS, MATH = "colours.css", "math.css"
"""Style sheets that are made: of the palettes, and of what MathML asks for."""

SHEETS = (COLOURS, MATH, "page.css")
EXPLORER_SHEETS = (
    "explorer.css",
    "explorer-controls.css",
    "explorer-picture.css",
    "explorer-readings.css",
)
SCRIPTS = ("page-player.js", "page-search.js", "page-questions.js")
EXPLORER_SCRIPTS = (
    "expression-functions.js",
    "expression-form.js",
    "expression-parser.js",
    "expression.js",
    "explorer-numbers.js",
    "explorer-limits.js",
    "explorer-paths.js",
    "explorer-samples.js",
    "explorer-parts.js",
    "explorer-plot.js",
    "explorer-written.js",
    "explorer-writing.js",
    "explorer-formula.js",
    "explorer-points.js",
    "explorer-curve-words.js",
    "explorer-curve-labels.js",
    "explorer-curve.js",
    "explorer-descent-words.js",
    "explorer-descent.js",
    "explorer-regression.js",
    "explorer.js",
    "page-explorers.js",
)
"""In the order in which they run; each but the last is one explorer's part or the parser's."""
PACKAGE_SCRIPT = "scorm.js"
"""Only inside of a learning platform."""


def write_assets(folder: Path, math_style: str) -> None:
    """Write every asset into a folder that is not there yet."""
    shutil.copytree(STATIC, folder, copy_function=shutil.copyfile)
    (folder / COLOURS).write_text(style_sheet(), encoding="utf-8")
    (folder / MATH).write_text(math_style, encoding="utf-8")


def versioned(folder: Path, names: tuple[str, ...]) -> list[str]:
    """Return assets as pages name them: another content has another address.

    A browser that keeps a style sheet of an older page must not use it for a new one.
    """
    return [f"{name}?v={_digest(folder / name)}" for name in names]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]
