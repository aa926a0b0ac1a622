"""Documents for paper: a Typst template and its data become a PDF that screen readers can read."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from lessons.library import publication_of
from lessons.model import Lesson
from lessons.publication import Publication, PublicationError
from pipeline.types import Json, PipelineError
from publish.rendered import RenderedLesson
from scenes import theme
from scenes.palette import PALETTES

_TEMPLATES = Path(__file__).parent / "typst"
_PAPER = PALETTES["light"]
"""The colours on paper, whatever the theme of the pictures is."""


def write_pdf(template: str, lesson: Lesson, told: Json, room: Path, path: Path) -> int:
    """Write a PDF/UA-1 document with the lesson's title, author, language and date.

    Equal data are equal bytes. What a lesson says is data of the template, and never code; its
    formulas are compiled as mathematics alone, and can read no file outside of ``room``.

    Parameters
    ----------
    template
        The name of a file in the folder ``typst``.
    lesson
        Whose document it is.
    told
        What the template shows beside that.
    room
        A folder with the pictures that the data name.
    path
        Where the document goes.

    Returns
    -------
    int
        How many pages it has.

    Raises
    ------
    PipelineError
        If Typst cannot set it.
    """
    language, region = _language(lesson.language)
    day = datetime.combine(lesson.published, time(), tzinfo=UTC)
    shared = {
        "title": lesson.title,
        "subtitle": lesson.subtitle,
        "author": lesson.author,
        "course": lesson.course,
        "publisher": lesson.publisher,
        "date": [day.year, day.month, day.day],
        "language": language,
        "region": region,
        "fonts": {"text": theme.TEXT_FONT, "math": theme.MATH_FONT, "code": theme.CODE_FONT},
        "colours": {"ink": _PAPER.ink, "muted": _PAPER.muted, "line": _PAPER.grid}
        | {"accent": _PAPER.func, "panel": _PAPER.panel},
    }
    (room / "told.json").write_text(json.dumps(shared | told), encoding="utf-8")
    for source in (template, "paper.typ"):
        (room / source).write_bytes((_TEMPLATES / source).read_bytes())
    try:
        compiler = typst.Compiler(room / template, root=room)
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=day)
        pages = int(compiler.query("<pages>", field="value", one=True))
    except typst.TypstError as error:
        reason = " ".join(str(error.message).split())
        raise PipelineError(
            f"{path.name} cannot be set: {reason}; mend the text or the formula that it names"
        ) from error
    if not isinstance(made, bytes):
        raise PipelineError(f"{path.name} cannot be set: Typst returned no document")
    path.write_bytes(made)
    return pages


def publication_of_rendered(rendered: RenderedLesson) -> Publication | None:
    """Return what the lesson says of itself where it is published; ``None`` where nothing.

    Raises
    ------
    PipelineError
        If it says something wrong.
    """
    name = rendered.plan.jobs[0].lesson_name
    try:
        return publication_of(name)
    except PublicationError as error:
        raise PipelineError(f"lesson {name!r}: {error}") from error


def description_of(rendered: RenderedLesson, description: str) -> str:
    """Return a description of the lesson; empty where clips are left out, for it tells of all."""
    told = len(rendered.plan.jobs) + len(rendered.plan.without_scene)
    return description if told == len(rendered.lesson.clips) else ""


def _language(tag: str) -> tuple[str, str]:
    """Return the language and the region of a BCP 47 tag; the region may be empty."""
    language, *rest = tag.split("-")
    regions = [part.upper() for part in rest if len(part) == 2 and part.isalpha()]
    return language.lower(), regions[0] if regions else ""
