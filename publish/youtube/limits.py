"""What YouTube allows of words: checked before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.types import PipelineError

LONGEST_TITLE = 100
"""Characters."""
LONGEST_DESCRIPTION = 5000
"""Bytes in UTF-8."""
MOST_TAGS = 500
"""Characters of all tags, by YouTube's own counting; see ``tags_length``."""
FORBIDDEN = "<>"
"""Neither a title, a description nor a tag may hold these."""


def tags_length(tags: Sequence[str]) -> int:
    """Return how long YouTube counts a list of tags to be.

    A comma stands between two tags, and a tag with a space in it counts with quotation marks.
    """
    letters = sum(len(tag) + 2 * (" " in tag) for tag in tags)
    return letters + max(0, len(tags) - 1)


def check_words(what: str, title: str, description: str, tags: Sequence[str]) -> None:
    """Refuse words that YouTube would refuse.

    Parameters
    ----------
    what
        The video, as a person calls it.
    title, description, tags
        Its words.

    Raises
    ------
    PipelineError
        Says which of them is too long and by how much, or holds what it must not.
    """
    for name, text in (("title", title), ("description", description), ("tags", " ".join(tags))):
        for character in FORBIDDEN:
            if character in text:
                raise PipelineError(
                    f"{what}: the {name} holds {character!r}, which YouTube refuses"
                )
    _check(what, "title", len(title), LONGEST_TITLE, "characters")
    size = len(description.encode())
    _check(what, "description", size, LONGEST_DESCRIPTION, "bytes")
    _check(what, "tags", tags_length(tags), MOST_TAGS, "characters")
    if not title.strip():
        raise PipelineError(f"{what}: it has no title")


def _check(what: str, name: str, size: int, most: int, unit: str) -> None:
    if size > most:
        raise PipelineError(
            f"{what}: the {name} has {size} {unit}, and YouTube takes {most}; "
            "shorten it in the lesson's publication.py"
        )
