"""The writer: fills the templates, and puts videos, captions and data beside the pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lessons.model import Lesson
from lessons.publication import WHOLE, Publication
from pipeline.captions.transcript import clock
from pipeline.types import Json
from publish.rendered import RenderedLesson, RenderedVideo
from publish.site.assets import (
    EXPLORER_SCRIPTS,
    EXPLORER_SHEETS,
    PACKAGE_SCRIPT,
    SCRIPTS,
    SHEETS,
    versioned,
)
from publish.site.av1 import SUFFIX, write_av1
from publish.site.files import downloads, put_files, sources, tracks, transcript
from publish.site.pages import ClipView, Material, PageData, clip_views
from publish.site.stills import still_size
from publish.site.structured import podcast_chapters, video_object
from publish.site.vocabulary import vocabulary
from publish.templates import page_environment

CARD, PACKAGE = "lesson.json", "package.html"
"""What the page of the course needs to know of a lesson; the lesson's page without links to other
pages, for a learning platform."""
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src 'self' data:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
)
_FUNCTIONS = ("x**2", "x**3 - 3*x", "sin(x)", "exp(x)", "abs(x)", "1/x")
"""What is always offered: a valley, a hill beside one, waves, growth, a corner, a gap."""
_MOST_FUNCTIONS = 12


class Writer:
    """Writes the pages of one lesson into a folder of the course.

    Parameters
    ----------
    folder
        The folder of the course, with its assets.
    publication
        What the lesson says of itself.
    """

    def __init__(self, folder: Path, publication: Publication) -> None:
        self.folder, self.publication = folder, publication
        self._environment = page_environment(Path(__file__).parent / "templates")
        # Keys keep the order in which they were written, so that equal data are equal bytes.
        self._environment.policies["json.dumps_kwargs"] = {
            "sort_keys": False,
            "ensure_ascii": False,
            "separators": (",", ":"),
        }

    def write_course(self, cards: Sequence[Json], lesson: Lesson) -> None:
        """Write the page with all lessons of the course."""
        self._write(
            self.folder / "index.html",
            "course.html",
            root="",
            title=lesson.course,
            summary=f"{lesson.course}: {', '.join(card['title'] for card in cards)}",
            language=lesson.language,
            publisher=lesson.publisher,
            lessons=cards,
            sheets=self._assets(SHEETS),
            page="",
            picture="",
            structured=None,
        )

    def write_lesson(
        self,
        rendered: RenderedLesson,
        material: Material,
        *,
        av1: bool,
        say: Callable[[str], None],
    ) -> None:
        """Write the page of the lesson, one for each clip, and all files that they link to."""
        name, clips = rendered.plan.name, rendered.clips
        for video in rendered.videos:
            put_files(video, self.folder / name)
            if av1:
                say(f"{video.name} as AV1")
                write_av1(video, self.folder / name / f"{video.name}{SUFFIX}")
        views = [clip_views(video, material, PageData())[0] for video in clips]
        if rendered.whole:
            self._video_page(rendered, rendered.whole, material, av1=av1)
            self._video_page(rendered, rendered.whole, material, av1=av1, alone=True)
        else:
            self._list_page(rendered, views)
        for place, video in enumerate(clips):
            beside = [
                views[other] if 0 <= other < len(views) else None
                for other in (place - 1, place + 1)
            ]
            self._video_page(rendered, video, material, av1=av1, beside=beside)
        card = self._card(rendered, views)
        self._text(name, CARD, _json(card))

    def _card(self, rendered: RenderedLesson, views: Sequence[ClipView]) -> Json:
        """Return what the page of the course says of a lesson."""
        width, height = still_size(rendered.clips[0])
        return {
            "folder": rendered.plan.name,
            "title": rendered.lesson.title,
            "subtitle": rendered.lesson.subtitle,
            "description": self.publication.summaries.get(WHOLE, self.publication.description),
            "level": self.publication.level,
            "clips": len(rendered.clips),
            "length": clock(sum(video.seconds for video in rendered.clips)),
            "poster": views[0].poster,
            "width": width,
            "height": height,
        }

    def _list_page(self, rendered: RenderedLesson, views: Sequence[ClipView]) -> None:
        """Write the page of a lesson of which only some clips are published: their list."""
        card = self._card(rendered, views)
        title = f"{rendered.lesson.title}: {rendered.lesson.subtitle}"
        self._write(
            self.folder / rendered.plan.name / "index.html",
            "clips.html",
            root="../",
            title=title,
            summary=self.publication.description,
            language=rendered.lesson.language,
            course=rendered.lesson.course,
            facts=f"{_counted(card['clips'], 'clip')} · {card['length']} · {card['level']}",
            clips=views,
            still_width=card["width"],
            still_height=card["height"],
            sheets=self._assets(SHEETS),
            page=f"{rendered.plan.name}/index.html",
            picture=f"{rendered.plan.name}/{views[0].poster}",
            structured=None,
        )

    def _video_page(
        self,
        rendered: RenderedLesson,
        video: RenderedVideo,
        material: Material,
        *,
        av1: bool,
        beside: Sequence[ClipView | None] = (None, None),
        alone: bool = False,
    ) -> None:
        """Write the page of one video.

        ``alone`` leaves out all links to other pages.
        """
        lesson, publication = rendered.lesson, self.publication
        whole = video is rendered.whole
        data = PageData()
        views = clip_views(video, material, data)
        page = PACKAGE if alone else "index.html" if whole else f"{video.name}.html"
        heading = f"{lesson.title}: {lesson.subtitle}" if whole else views[0].title
        title = heading if whole else f"{heading} · {lesson.title}"
        poster = views[0].poster
        chapters = podcast_chapters(views, by_clip=whole)
        self._text(rendered.plan.name, f"{video.name}.chapters.json", _json(chapters))
        told = transcript(title, video, views)
        self._text(rendered.plan.name, f"{video.name}.transcript.md", told)
        width, height = still_size(video)
        self._write(
            self.folder / rendered.plan.name / page,
            "video.html",
            root="../",
            kind="lesson" if whole else "clip",
            alone=alone,
            title=title,
            heading=heading,
            lesson_title=lesson.title,
            course=lesson.course,
            summary=publication.description,
            about=self._about(None if whole else views[0].number),
            facts=self._facts(video, views, whole=whole),
            language=lesson.language,
            sheets=self._assets((*SHEETS, *(EXPLORER_SHEETS if data.states else ()))),
            scripts=self._scripts(data, alone=alone),
            data={
                "frame": round(1 / video.fps, 6),
                "beats": data.beats,
                "questions": data.questions,
                "states": data.states,
                "openings": data.openings(material.openings),
                "functions": functions_of(data.states),
            },
            vocabulary=vocabulary() if data.states else {},
            explorers=data.kinds,
            questions=data.questions,
            clips=views,
            poster=poster,
            width=video.width,
            height=video.height,
            still_width=width,
            still_height=height,
            sources=sources(video, av1=av1),
            tracks=tracks(video, views),
            downloads=downloads(video, self.folder / rendered.plan.name, av1=av1),
            before=beside[0],
            after=beside[1],
            credits=publication.credits,
            licence=publication.licence,
            page=f"{rendered.plan.name}/{page}",
            picture=f"{rendered.plan.name}/{poster}",
            structured=video_object(
                lesson, publication, video, title, views, poster=poster, page=page
            ),
        )

    def _about(self, number: str | None) -> str:
        """Return what one learns in the lesson, or in one of its clips."""
        publication = self.publication
        return publication.summaries.get(number or "", publication.description)

    def _facts(self, video: RenderedVideo, views: Sequence[ClipView], *, whole: bool) -> str:
        held = _counted(len(views), "clip") if whole else _counted(len(views[0].beats), "chapter")
        sound = [] if video.has_voice else ["silent, with captions"]
        return " · ".join([held, clock(video.seconds), self.publication.level, *sound])

    def _scripts(self, data: PageData, *, alone: bool) -> list[str]:
        names = [*SCRIPTS, *(EXPLORER_SCRIPTS if data.states else ())]
        return self._assets((*names, *((PACKAGE_SCRIPT,) if alone else ())))

    def _assets(self, names: tuple[str, ...]) -> list[str]:
        return versioned(self.folder / "assets", names)

    def _text(self, name: str, file: str, text: str) -> None:
        (self.folder / name / file).write_text(text, encoding="utf-8")

    def _write(self, path: Path, template: str, *, page: str, picture: str, **given: Any) -> None:
        """Fill a template; whole addresses are given where the site's own is known."""
        site = self.publication.site
        given["policy"] = POLICY
        given["addresses"] = [{"rel": "canonical", "href": f"{site}/{page}"}] if site else []
        given["picture_address"] = f"{site}/{picture}" if site and picture else ""
        text = self._environment.get_template(template).render(given)
        path.write_text(text.rstrip() + "\n", encoding="utf-8")


def _counted(count: int, noun: str) -> str:
    """Return how many there are, for people."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def functions_of(states: Sequence[Json]) -> list[list[str]]:
    """Return the functions of a page's states as the explorers list them: a label, the formula."""
    own = [state["function"] for state in states if state["kind"] != "regression"]
    formulas = list(dict.fromkeys([*_FUNCTIONS, *own]))
    return [[label_of(formula), formula] for formula in formulas[:_MOST_FUNCTIONS]]


def label_of(formula: str) -> str:
    """Return a formula as it is read in a list, ``"x³ − 3·x"``."""
    text = formula.replace("**2", "²").replace("**3", "³").replace("**", "^")
    return text.replace("*", "·").replace("-", "−")


def _json(told: Json) -> str:
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"
