"""Publication data: what a lesson says of itself where it is published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlsplit

from lessons.model import Lesson

Level = Literal["beginner", "intermediate", "advanced"]

LONGEST_TAG = 30
MOST_WORDS = 5
"""Of a headline: more cannot be read where a thumbnail is small."""
WHOLE = "whole"
"""Stands for the lesson's own video where clips are told by their numbers."""
_TAG = re.compile(r"[^,<>\s]+( [^,<>\s]+)*")


class PublicationError(ValueError):
    """A lesson cannot be published as its data says; told in one line."""


def web_address(text: str, what: str) -> str:
    """Return an address of the web without the slash at its end.

    Raises
    ------
    PublicationError
        If it is not one of http or https with a host.
    """
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    bad = any(character.isspace() or character in "<>\"'" for character in text)
    if parts.scheme not in ("http", "https") or not host or bad:
        raise PublicationError(
            f"{what} is {text!r}; it must be an address that begins with https:// or http://"
        )
    return text.rstrip("/")


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which terms a lesson may be used.

    Parameters
    ----------
    name
        As people call it, ``"CC BY 4.0"``.
    address
        Where its text stands.
    """

    name: str
    address: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise PublicationError("the licence has no name")
        web_address(self.address, "the address of the licence")


@dataclass(frozen=True, slots=True)
class Publication:
    """What is told of a lesson beside its videos.

    Parameters
    ----------
    description
        What one learns, in a few sentences.
    tags
        What it is found by.
    level
        For whom it is.
    licence
        Under which terms it may be used.
    site
        The address below which the course's pages will lie; empty where that is not known. Then
        what needs whole addresses is left out.
    credits
        Who and what made it possible, a line each.
    thumbnails
        For a clip's number the name of the beat whose last picture stands for the clip; the last
        beat but one where nothing is said.
    headlines, summaries
        For a clip's number, or ``WHOLE``, the few words on its thumbnail, and what one learns in
        it; its title and the description where nothing is said.
    """

    description: str
    tags: tuple[str, ...]
    level: Level
    licence: Licence
    site: str = ""
    credits: tuple[str, ...] = ()
    thumbnails: Mapping[str, str] = field(default_factory=dict)
    headlines: Mapping[str, str] = field(default_factory=dict)
    summaries: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.description.strip():
            raise PublicationError("the description is empty")
        if len(set(self.tags)) != len(self.tags):
            raise PublicationError("a tag stands twice")
        for tag in self.tags:
            if not _TAG.fullmatch(tag) or len(tag) > LONGEST_TAG:
                raise PublicationError(
                    f"the tag {tag!r} is not a few words of at most {LONGEST_TAG} characters "
                    "without commas and angle brackets"
                )
        if self.level not in ("beginner", "intermediate", "advanced"):
            raise PublicationError(
                f"the level is {self.level!r}; say beginner, intermediate or advanced"
            )
        if self.site:
            object.__setattr__(self, "site", web_address(self.site, "the address of the site"))
        for number, words in self.headlines.items():
            if not 1 <= len(words.split()) <= MOST_WORDS:
                raise PublicationError(
                    f"the headline {words!r} of {number} has {len(words.split())} words; "
                    f"say one to {MOST_WORDS}"
                )
        for name in ("thumbnails", "headlines", "summaries"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def check_against(self, lesson: Lesson) -> None:
        """Refuse what is told of a clip or of a beat that the lesson does not have.

        Raises
        ------
        PublicationError
            Names the clip or the beat, and what there is.
        """
        beats = {clip.number: [beat.name for beat in clip.beats] for clip in lesson.clips}
        for what in ("headlines", "summaries"):
            for number in getattr(self, what):
                if number != WHOLE and number not in beats:
                    raise PublicationError(
                        f"{what} of clip {number!r}: there is no such clip ({', '.join(beats)})"
                    )
        for number, name in self.thumbnails.items():
            if number not in beats:
                raise PublicationError(
                    f"thumbnail of clip {number!r}: there is no such clip ({', '.join(beats)})"
                )
            if name not in beats[number]:
                raise PublicationError(
                    f"thumbnail of clip {number}: it has no beat {name!r} "
                    f"({', '.join(beats[number])})"
                )
