"""Small pages with the explorers, written into a folder and opened from there."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from publish.site.vocabulary import vocabulary
from scenes.palette import PALETTES, Palette

STATIC = Path(__file__).parents[2] / "publish" / "site" / "static"
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; "
    "img-src 'self' data:; media-src 'self' data:; font-src 'self'"
)
OpenPage = Callable[..., Page]
"""Opens a page with explorers of the kinds given; other options are those of a browser context."""
KINDS = ("curve", "descent", "regression")
STATES: dict[str, dict[str, Any]] = {
    "curve": {"kind": "curve", "function": "x**2", "x0": 2, "h": 1.5},
    "descent": {"kind": "descent", "function": "x**2", "start": 4, "alpha": 0.1, "steps": 20},
    "regression": {
        "kind": "regression",
        "points": [[1, 5], [2, 8], [3, 11], [4, 14], [5, 17]],
        "alpha": 0.01,
        "epochs": 500,
    },
}
FUNCTIONS = [
    ["x²", "x**2"],
    ["x³ − 3x", "x**3 - 3*x"],
    ["sin x", "sin(x)"],
    ["eˣ", "exp(x)"],
    ["|x|", "abs(x)"],
    ["√x", "sqrt(x)"],
    ["two valleys", "x**4/4 - x**2 + x/4"],
]


def colours(palette: Palette) -> str:
    """Return the colours of a theme as CSS, as the page gives them."""
    named = {
        "bg": palette.bg,
        "surface": palette.panel,
        "ink": palette.ink,
        "muted": palette.muted,
        "line": palette.grid,
        "func": palette.func,
        "exact": palette.exact,
        "approx": palette.approx,
        "run": palette.run,
        "rise": palette.rise,
        "alpha": palette.run,
        "accent": palette.func,
    }
    return " ".join(f"--{name}: {value};" for name, value in named.items())


def write_page(folder: Path, kinds: tuple[str, ...] = KINDS, mount: bool = True) -> Path:
    """Write a page with explorers into a folder, under the policy of the site; return it."""
    scripts = sorted(path.name for path in STATIC.glob("ex*.js"))
    sheets = sorted(path.name for path in STATIC.glob("explorer*.css"))
    for name in (*scripts, *sheets):
        shutil.copy(STATIC / name, folder / name)
    dark = colours(PALETTES["dark"])
    (folder / "page.css").write_text(
        f":root {{ color-scheme: light dark; {colours(PALETTES['light'])} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        "body { margin: 0; background: var(--bg); color: var(--ink);"
        " font: 16px/1.5 system-ui, sans-serif; }\n"
        "main { max-width: 1240px; margin: 0 auto; padding: 16px; }\n",
        encoding="utf-8",
    )
    (folder / "mount.js").write_text(
        "const { explorers } = window.LanguageOfChange;\n"
        f"const states = {json.dumps(STATES)};\n"
        "window.mounted = {};\n"
        "for (const section of document.querySelectorAll('.explorer')) {\n"
        "  const { kind } = section.dataset;\n"
        f"  const options = {{ state: states[kind], functions: {json.dumps(FUNCTIONS)},\n"
        "    onShowMe: (state) => { window.shown = state; } };\n"
        "  window.mounted[kind] = explorers.mount(section, options);\n"
        "}\n",
        encoding="utf-8",
    )
    names = [*scripts, "mount.js"] if mount else scripts
    tags = "\n".join(f'<script src="{name}" defer></script>' for name in names)
    links = "\n".join(f'<link rel="stylesheet" href="{name}">' for name in sheets)
    sections = "\n".join(
        f'<section class="explorer" data-kind="{kind}" id="explorer-{kind}"></section>'
        for kind in kinds
    )
    page = folder / "explorers.html"
    page.write_text(
        f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>Explorers</title>
<link rel="stylesheet" href="page.css">
{links}
<script type="application/json" id="vocabulary">{json.dumps(vocabulary())}</script>
{tags}
</head>
<body><main>
{sections}
</main></body>
</html>
""",
        encoding="utf-8",
    )
    return page
