"""Phrases: where a sentence may be cut so that each piece reads as one thought."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.captions.cue import LONGEST_LINE, MOST_LINES

ROOM = MOST_LINES * LONGEST_LINE
_LEADS = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "nor",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "without",
        "into",
        "than",
        "that",
        "which",
        "who",
        "whose",
        "if",
        "as",
        "when",
        "where",
        "while",
        "because",
        "so",
        "is",
        "are",
        "was",
        "were",
        "its",
        "it",
        "one",
        "no",
        "not",
        "only",
    ]
)
"""Words that a line should not end with."""

_IMPOSSIBLE = float("inf")


@lru_cache(maxsize=4096)  # a line is cut for its clip's captions, and for the lesson's
def cut(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Cut spoken words into the lines of successive cues.

    Of all ways to do it, the one is chosen whose cuts fall at the ends of sentences, then at commas
    and colons, then before joining words; in which cues are of like length; and in which the lower
    line of two is the longer.

    Parameters
    ----------
    words
        The words in order, each without spaces.

    Returns
    -------
    tuple
        For each cue its lines, at most two of at most 42 characters.

    Raises
    ------
    ValueError
        If a word is longer than a line.
    """
    for word in words:
        if len(word) > LONGEST_LINE:
            raise ValueError(f"{word!r} is longer than a line of {LONGEST_LINE} characters")

    @cache
    def best(start: int) -> tuple[float, tuple[int, ...]]:
        """Return the cost of the words from ``start`` on, and where its cues end."""
        if start == len(words):
            return 0.0, ()
        ways = []
        for end in range(start + 1, len(words) + 1):
            if _length(words[start:end]) > ROOM:
                break
            lines = _lines(words[start:end])
            if lines is None:
                continue
            after, ends = best(end)
            ways.append((_cost(words, start, end) + after, (end, *ends)))
        return min(ways) if ways else (_IMPOSSIBLE, ())

    cues, start = [], 0
    for end in best(0)[1]:
        lines = _lines(words[start:end])
        assert lines is not None  # noqa: S101 only such ways were kept; tells mypy so
        cues.append(lines)
        start = end
    return tuple(cues)


def _cost(words: Sequence[str], start: int, end: int) -> float:
    """Return the cost of a cue with these words, by the place of its end and by its length."""
    length = _length(words[start:end])
    # A short cue without need costs the reader one more jump.
    lonely = max(0.0, 1 - length / LONGEST_LINE) ** 2
    return 1.0 + 2 * lonely + (0.0 if end == len(words) else _seam(words[end - 1], words[end]))


def _seam(last: str, following: str) -> float:
    """Return the cost of a cut between two words."""
    if last[-1] in ".?!…":
        return 0.0
    if last[-1] in ",;:":
        return 0.5
    if last.lower() in _LEADS:
        return 4.0
    return 1.2 if following.lower() in _LEADS else 2.0


def _lines(words: Sequence[str]) -> tuple[str, ...] | None:
    """Return the words as one line or as the best two; ``None`` if they do not fit."""
    whole = " ".join(words)
    if len(whole) <= LONGEST_LINE:
        return (whole,)
    ways = []
    for place in range(1, len(words)):
        upper, lower = " ".join(words[:place]), " ".join(words[place:])
        if max(len(upper), len(lower)) <= LONGEST_LINE:
            uneven = abs(len(lower) - len(upper)) / LONGEST_LINE
            top_heavy = 0.2 if len(upper) > len(lower) else 0.0
            ways.append((_seam(words[place - 1], words[place]) + uneven + top_heavy, upper, lower))
    return min(ways)[1:] if ways else None


def _length(words: Sequence[str]) -> int:
    return sum(map(len, words)) + len(words) - 1
