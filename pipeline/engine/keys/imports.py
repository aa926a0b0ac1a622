"""What a source imports: the names, wherever in it they stand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"\bimport\b")
_REMARK = re.compile(r"#[^\n]*")
_PLAIN = re.compile(
    r"""^[ \t]*
    (?:from[ \t]+(?P<level>\.*)(?P<base>[\w.]*)[ \t]+)?
    import[ \t]+
    (?:\((?P<inside>[^()]*)\)|(?P<names>[\w., \t]+))
    [ \t]*(?:\#[^\n]*)?$""",
    re.MULTILINE | re.VERBOSE,
)
_NAME = re.compile(r"\s*([\w.]+)(?:\s+as\s+\w+)?\s*")


@dataclass(frozen=True, slots=True)
class _Import:
    """One statement: ``import names``, or ``from ..base import names`` with two dots."""

    names: tuple[str, ...]
    base: str | None = None
    level: int = 0


def imported_names(source: bytes, module: str, *, is_package: bool) -> tuple[str, ...]:
    """Return every name that a source may import; those that are no modules are sorted out later.

    A syntax tree takes twenty times as long as to look for statements that stand on lines of their
    own, as nearly all do. So it is made only of a source in which the word stands elsewhere too. A
    line of a text that looks like an import adds a name, which does no harm. Of a source that is no
    Python it does not matter what it imports: no result is ever filed under it, and the worker says
    what is wrong.

    Parameters
    ----------
    source
        The text of the file.
    module
        The name by which the file is imported.
    is_package
        Whether that is the name of a folder, of which this is the ``__init__.py``.
    """
    found = _plain_imports(source)
    names: list[str] = []
    for one in _parsed_imports(source) if found is None else found:
        if one.base is None:
            names += one.names
        else:
            base = _absolute(one, module, is_package=is_package)
            names += [base, *(f"{base}.{name}" for name in one.names)]
    return tuple(names)


def _plain_imports(source: bytes) -> list[_Import] | None:
    """Return the statements of a source; ``None`` if some may be written in an unusual way."""
    try:
        text = source.decode()
    except UnicodeDecodeError:
        return None
    found = []
    for match in _PLAIN.finditer(text):
        listed = _REMARK.sub("", match["inside"] or match["names"]).strip().removesuffix(",")
        names = [_NAME.fullmatch(name) for name in listed.split(",")]
        if not all(names):
            return None
        told = tuple(name[1] for name in names if name)
        found.append(_Import(told, match["base"], len(match["level"] or "")))
    count = text.count("import")  # of longer words too; where these are none, no pattern is needed
    is_all = len(found) == count or len(found) == len(_WORD.findall(text))
    return found if is_all else None


def _parsed_imports(source: bytes) -> Iterator[_Import]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return
    for node in _statements(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = tuple(alias.name for alias in node.names)
            if isinstance(node, ast.Import):
                yield _Import(names)
            else:
                yield _Import(names, node.module or "", node.level)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Walk the blocks of a syntax tree, however deep; no import hides in an expression."""
    yield node
    for block in ("body", "handlers", "cases", "orelse", "finalbody"):
        inner = getattr(node, block, ())
        for statement in inner if isinstance(inner, list) else ():
            yield from _statements(statement)


def _absolute(one: _Import, module: str, *, is_package: bool) -> str:
    if not one.level:
        return one.base or ""
    parts = module.split(".")
    kept = parts[: len(parts) - one.level + (1 if is_package else 0)]
    return ".".join([*kept, *([one.base] if one.base else [])])
