"""Formulas as MathML: the very Typst sources of the screen, compiled in one go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import typst
from markupsafe import Markup

_LABEL = re.compile(r"\s*:\s*[a-zA-Z_][a-zA-Z0-9_-]*\s*\Z")
"""The name at the end of a labelled part, ``{{ part : name }}``."""
_GROUP = "#let group(..parts) = parts.pos().join($,$)\n"
"""A labelled part is the call of a function, as it is on screen: a fraction takes it whole."""
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_BARE = re.compile(r"(?<=>)>(?=</)")
"""A greater-than sign that Typst writes as it is."""
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


class MathSetter:
    """Sets formulas as MathML.

    Parameters
    ----------
    sources
        Every formula that will be asked for, with labels as on screen.

    Attributes
    ----------
    style
        The rules that the MathML asks for, as a style sheet.

    Raises
    ------
    RuntimeError
        If a formula is no mathematics of Typst, which cannot be of one that was drawn.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        told = list(dict.fromkeys(sources))
        lines = [f'#html.elem("p")[${without_labels(source)}$]' for source in told]
        page = typst.compile((_GROUP + "\n".join(lines)).encode(), format="html").decode()
        found = _PARAGRAPH.findall(page)
        if len(found) != len(told):
            raise RuntimeError(f"{len(told)} formulas were set as {len(found)}")
        style = _STYLE.search(page)
        self.style = style[1].strip() + "\n" if style else ""
        self._set = {
            # Written by Typst, which escapes what it sets.
            source: Markup(_BARE.sub("&gt;", math))  # noqa: S704
            for source, math in zip(told, found, strict=True)
        }

    def __call__(self, source: str) -> Markup:
        """Return the MathML of one formula."""
        return self._set[source]


def without_labels(source: str) -> str:
    """Return a formula with the call of a function in the place of each labelled part."""
    written: list[str] = []
    starts: list[int] = []
    for part in _parts(source):
        if part == "{{":
            starts.append(len(written))
            written.append("")
        elif part == "}}" and starts:
            start = starts.pop()
            inside = "".join(written[start + 1 :])
            del written[start:]
            written.append(f"group({_LABEL.sub('', inside).strip()})")
        else:
            written.append(part)
    return "".join(written)


def _parts(source: str) -> Iterator[str]:
    place = 0
    for mark in re.finditer(r"\{\{|\}\}", source):
        yield source[place : mark.start()]
        yield mark.group()
        place = mark.end()
    yield source[place:]
