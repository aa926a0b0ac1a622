"""Compares the drawing of manim's own examples, as they stand in its documentation."""

from __future__ import annotations

import ast
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import manim

from bench.tools.pairs import DIFFERENT, FAILS, HANDED, NEAR, SAME, Try, Verdict, try_all
from bench.tools.part import Part, Setting, tell
from bench.tools.tables import table

PROFILE = "320x180@5"
FEW = 20
"""How many examples a quick run takes."""
_EXAMPLE = re.compile(r"^( *)\.\. manim:: *(\w+) *\n((?:\1 +.*\n| *\n)*)", re.MULTILINE)
_OPTION = re.compile(r"^ *:\w+:.*$")


def measure(setting: Setting, scratch: Path) -> Part:
    """Play the examples of the installed manim both ways."""
    tries = list(examples())
    if setting.quick:
        tries = tries[:: max(1, len(tries) // FEW)]
    found = []
    for number, verdict in enumerate(try_all(tries, PROFILE, scratch), start=1):
        tell(f"examples {number}/{len(tries)}: {verdict.name}: {verdict.kind} {verdict.why}")
        found.append(verdict)
    count = Counter(verdict.kind for verdict in found)
    kinds = table(
        ["of manim's own examples", "scenes", "frames"],
        [[kind, count[kind], _frames(found, kind)] for kind in (SAME, NEAR, HANDED, DIFFERENT)],
    )
    whys = Counter(_reason(one) for one in found if one.kind in (HANDED, FAILS))
    reasons = table(["handed over, or manim itself fails", "scenes"], list(whys.most_common()))
    page = (
        f"{len(found)} examples of the documentation of manim {manim.__version__}, at {PROFILE}, "
        f"before encoding; {count[FAILS]} of them fail in manim itself here, most for want of "
        f"LaTeX.\n\n{kinds}\n\n{reasons}"
    )
    faults = [f"{one.name}: {one.why}" for one in found if one.kind == DIFFERENT]
    return Part(page, [asdict(one) for one in found], faults=faults)


def examples() -> Iterator[Try]:
    """Yield the examples that stand in the docstrings of manim, each as a file of its own."""
    package = Path(manim.__file__).parent
    seen: Counter[str] = Counter()
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                continue
            text = ast.get_docstring(node, clean=True) or ""
            for _, scene, body in _EXAMPLE.findall(text + "\n"):
                lines = [line for line in body.splitlines() if not _OPTION.match(line)]
                code = textwrap.dedent("\n".join(lines))
                seen[scene] += 1
                name = f"{path.stem}.{scene}" + (f".{seen[scene]}" if seen[scene] > 1 else "")
                yield Try(name, f"from manim import *\n\n{code}\n", scene)


def _frames(found: list[Verdict], kind: str) -> int:
    return sum(one.frames for one in found if one.kind == kind)


def _reason(verdict: Verdict) -> str:
    if "latex" in verdict.why.lower():
        return "needs LaTeX"
    return f"{verdict.kind}: {verdict.why}"
