"""A lesson as data: ordered clips, ordered beats, the words and the planned seconds."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lessons.pacing import MAX_WORDS_PER_SECOND, PACE
from lessons.question import Question

_NUMBER = re.compile(r"\d{2}[a-z]?")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Beat:
    """One spoken line, one idea, one place to pause.

    Parameters
    ----------
    name
        The method that plays it, of the clip's scene or of one of its acts: a Python identifier.
    seconds
        Planned length, the silence at its end included.
    narration
        What the voice says, as it is spoken.
    shows
        What is shown and not said, for a listener who does not see the picture.
    title
        Its name in lists of chapters; where there is none, its name in words stands there.
    asks
        The question in which it ends.
    """

    name: str
    seconds: float
    narration: str
    shows: str = ""
    title: str = ""
    asks: Question | None = None

    def __post_init__(self) -> None:
        if not self.name.isidentifier() or keyword.iskeyword(self.name):
            raise ValueError(f"beat name {self.name!r} is not a Python identifier")
        if not self.seconds > 0:
            raise ValueError(f"beat {self.name!r} lasts {self.seconds} s; it must be positive")
        if not self.narration.strip():
            raise ValueError(f"beat {self.name!r} has no narration")
        if self.words > MAX_WORDS_PER_SECOND * self.seconds:
            raise ValueError(
                f"beat {self.name!r} asks for {self.words} words in {self.seconds:g} s; "
                f"at most {MAX_WORDS_PER_SECOND} words a second can be followed"
            )

    @property
    def chapter(self) -> str:
        """Its name in lists of chapters."""
        return self.title or self.name.replace("_", " ").capitalize()

    @property
    def words(self) -> int:
        """How many words the voice says."""
        return len(self.narration.split())

    @property
    def spoken_seconds(self) -> float:
        """How long a voice is assumed to take before it was recorded."""
        return self.words / PACE


@dataclass(frozen=True, slots=True)
class Clip:
    """One scene: a self-contained part of the lesson, one video.

    Parameters
    ----------
    number
        Two digits and perhaps a letter, ``"01"`` or ``"05a"``: its place in the lesson.
    slug
        Its name in file names and on the command line, ``"lines-and-slopes"``.
    title
        Its name on screen and in chapter lists.
    scene
        The class that draws it.
    beats
        Its beats, in order.
    """

    number: str
    slug: str
    title: str
    scene: str
    beats: tuple[Beat, ...]

    def __post_init__(self) -> None:
        if not _NUMBER.fullmatch(self.number):
            raise ValueError(f"clip number {self.number!r} is not two digits and perhaps a letter")
        if not _SLUG.fullmatch(self.slug):
            raise ValueError(f"clip slug {self.slug!r} is not lower-case-with-hyphens")
        if not self.scene.isidentifier():
            raise ValueError(f"clip {self.number}: scene {self.scene!r} is not a class name")
        if not self.beats:
            raise ValueError(f"clip {self.number} has no beats")
        names = [beat.name for beat in self.beats]
        chapters = [beat.chapter for beat in self.beats]
        for what, values in (("names a beat", names), ("titles a beat", chapters)):
            if twice := sorted({value for value in values if values.count(value) > 1}):
                raise ValueError(f"clip {self.number} {what} twice: {', '.join(twice)}")

    @property
    def name(self) -> str:
        """Number and slug, ``"01-lines-and-slopes"``: the stem of its files."""
        return f"{self.number}-{self.slug}"

    @property
    def module(self) -> str:
        """What its scene's file or folder is called, ``"c01_lines_and_slopes"``."""
        return f"c{self.number}_{self.slug.replace('-', '_')}"

    @property
    def seconds(self) -> float:
        """Planned length of all beats together."""
        return sum(beat.seconds for beat in self.beats)

    @property
    def words(self) -> int:
        """How many words the voice says in the whole clip."""
        return sum(beat.words for beat in self.beats)

    def beat_id(self, beat: Beat) -> str:
        """Return the beat's number for people: ``"03.5"`` is the fifth of clip 03."""
        return f"{self.number}.{self.beats.index(beat) + 1}"


@dataclass(frozen=True)
class Lesson:
    """A whole lesson: who made it, for whom, and its clips in order.

    Parameters
    ----------
    slug
        Its name in paths and on the command line.
    title, subtitle, author, publisher, course
        For the title card, the video's tags and whatever is published.
    language
        BCP 47 tag of the narration.
    published
        The date the lesson carries.
    scenes
        The package that holds its scene files, ``"scenes.derivatives"``.
    clips
        Its clips, in order.
    """

    slug: str
    title: str
    subtitle: str
    author: str
    publisher: str
    course: str
    language: str
    published: date
    scenes: str
    clips: tuple[Clip, ...]

    def __post_init__(self) -> None:
        if not self.clips:
            raise ValueError(f"lesson {self.slug!r} has no clips")
        for field in ("number", "slug"):
            values = [getattr(clip, field) for clip in self.clips]
            if len(set(values)) != len(values):
                raise ValueError(f"lesson {self.slug!r} uses a clip {field} twice")

    @cached_property
    def _by_key(self) -> dict[str, Clip]:
        keys: dict[str, Clip] = {}
        for clip in self.clips:
            keys |= {clip.number: clip, clip.slug: clip, clip.name: clip}
        return keys

    def __getitem__(self, key: str) -> Clip:
        """Return the clip with this number, slug or name; ``KeyError`` if there is none."""
        return self._by_key[key]

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything a clip may be called by."""
        return tuple(self._by_key)

    @property
    def seconds(self) -> float:
        """Planned length of all clips together."""
        return sum(clip.seconds for clip in self.clips)
