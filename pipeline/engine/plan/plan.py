"""Planning: from a lesson and a wish to the clips that can be drawn. Never imports manim."""

from __future__ import annotations

import difflib
import importlib.util
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypedDict

from lessons.library import load_lesson, parameters_of
from lessons.model import Beat, Clip, Lesson
from lessons.parameters import ClipParameters, ParameterError, names_of, unknown
from pipeline.engine.plan.job import LessonJob, tag_of
from pipeline.types import Profile, UsageError
from scenes.palette import DEFAULT


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do: the jobs in lesson order, and the clips that have no scene yet."""

    lesson: Lesson
    jobs: tuple[LessonJob, ...]
    without_scene: tuple[Clip, ...]

    @property
    def name(self) -> str:
        """The stem of the lesson's files: its slug, and what was changed in its clips."""
        changed = {job.clip.number: dict(job.parameters) for job in self.jobs if job.parameters}
        return self.lesson.slug + tag_of(changed)


def make_plan(
    lesson_name: str,
    wanted: Sequence[str],
    profile: Profile,
    settings: Mapping[str, object] = MappingProxyType({}),
    theme: str = DEFAULT,
) -> Plan:
    """Plan the clips ``wanted``, or all of them.

    Parameters
    ----------
    lesson_name
        What the lesson is called.
    wanted
        What was typed: numbers (``"05"`` means 05a to 05c), slugs, or ranges such as ``"01-03"``;
        empty means every clip.
    profile
        Size, rate and encoder.
    settings
        Parameters by name; each goes to every chosen clip that has one of this name.
    theme
        The set of colours.

    Raises
    ------
    UsageError
        If there is no such lesson, clip or parameter, a parameter is wrong, or the
        lesson's script is in error.
    """
    lesson = _read_lesson(lesson_name)
    folder, root = _scene_folder(lesson)
    chosen = choose_clips(lesson, wanted)
    wishes = _read_settings(lesson_name, chosen, settings) if settings else {}
    performed = {
        clip.number: adapted(clip, wishes.get(clip.number, ClipParameters())) for clip in chosen
    }
    jobs = tuple(
        LessonJob(
            lesson_name=lesson_name,
            lesson=lesson,
            clip=performed[clip.number],
            **_scene_file(lesson, clip, folder),
            root=root,
            profile=profile,
            parameters=wishes[clip.number].changed() if clip.number in wishes else {},
            theme=theme,
        )
        for clip in chosen
    )
    return Plan(
        lesson=lesson,
        jobs=tuple(job for job in jobs if job.source.is_file()),
        without_scene=tuple(job.clip for job in jobs if not job.source.is_file()),
    )


def plan_one(
    lesson_name: str,
    word: str,
    profile: Profile,
    settings: Mapping[str, object] = MappingProxyType({}),
    theme: str = DEFAULT,
) -> LessonJob:
    """Plan the one clip named by ``word``.

    Raises
    ------
    UsageError
        If that is no clip, several clips, or one that has no scene yet.
    """
    plan = make_plan(lesson_name, [word], profile, settings, theme)
    if len(plan.jobs) + len(plan.without_scene) > 1:
        raise UsageError(f"{word!r} means several clips; name one")
    if plan.without_scene:
        (clip,) = plan.without_scene
        raise UsageError(
            f"clip {clip.number} {clip.title} has no scene yet: "
            f"no {clip.module}.py, no {clip.module}/clip.py"
        )
    (job,) = plan.jobs
    return job


def _read_settings(
    lesson_name: str, chosen: Sequence[Clip], settings: Mapping[str, object]
) -> dict[str, ClipParameters]:
    """Return, by the number of each chosen clip that takes any, the parameters asked for."""
    kinds = parameters_of(lesson_name)
    numbers = [clip.number for clip in chosen]
    taking = [kind for kind in kinds if set(kind.clips) & set(numbers)]
    if not taking:
        having = ", ".join(number for kind in kinds for number in kind.clips)
        raise UsageError(f"no clip asked for has parameters; those that do: {having or 'none'}")
    known = {name: None for kind in taking for name in names_of(kind)}
    wishes: dict[str, ClipParameters] = {}
    try:
        for name in settings:
            if name not in known:
                raise ParameterError(unknown(name, known))
        for kind in taking:
            own = {name: settings[name] for name in names_of(kind) if name in settings}
            wishes |= dict.fromkeys(set(kind.clips) & set(numbers), kind.read(own))
    except ParameterError as error:
        raise UsageError(str(error)) from error
    return wishes


def adapted(clip: Clip, parameters: ClipParameters) -> Clip:
    """Return a clip with the words that are true for its parameters.

    The words need the numbers: what has none is refused here, before anything is drawn.
    """
    try:
        return parameters.apply_to(clip)
    except (ValueError, ArithmeticError) as error:
        asked = ", ".join(f"{name}={value}" for name, value in parameters.changed().items())
        raise UsageError(
            f"clip {clip.number} cannot be shown with {asked}: {error}; "
            "choose other values, or a gentler function"
        ) from error


def choose_clips(lesson: Lesson, wanted: Sequence[str]) -> tuple[Clip, ...]:
    """Return the clips ``wanted``, each once, in lesson order."""
    if not wanted:
        return lesson.clips
    numbers = {number for word in wanted for number in _numbers(lesson, word)}
    return tuple(clip for clip in lesson.clips if clip.number in numbers)


def choose_beats(clip: Clip, wanted: Sequence[str]) -> tuple[Beat, ...]:
    """Return the beats ``wanted`` of a clip: ``"5"``, ``"03.5"`` or the beat's name."""
    if not wanted:
        return clip.beats
    by_key = {
        key: beat
        for place, beat in enumerate(clip.beats, start=1)
        for key in (beat.name, str(place), clip.beat_id(beat))
    }
    for word in wanted:
        if word not in by_key:
            raise UsageError(
                f"clip {clip.number} has no beat {word!r}; "
                + _nearest(word, [beat.name for beat in clip.beats])
            )
    names = {by_key[word].name for word in wanted}
    return tuple(beat for beat in clip.beats if beat.name in names)


def _numbers(lesson: Lesson, word: str) -> list[str]:
    """Return the numbers of the clips that one word names."""
    if word in lesson.keys:
        return [lesson[word].number]
    if word.isdecimal() and word.zfill(2) in lesson.keys:
        return [word.zfill(2)]
    first, dash, last = word.partition("-")
    numbers = [clip.number for clip in lesson.clips]
    if lettered := [number for number in numbers if number[:-1] == word]:
        return lettered
    if dash and first in numbers and last in numbers:
        if numbers.index(first) > numbers.index(last):
            raise UsageError(f"{word!r} is no range of clips; did you mean {last}-{first}?")
        return numbers[numbers.index(first) : numbers.index(last) + 1]
    raise UsageError(f"there is no clip {word!r}; {_nearest(word, lesson.keys)}")


def _nearest(word: str, names: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.0)
    return f"did you mean {near[0]!r}?"


def _read_lesson(name: str) -> Lesson:
    try:
        return load_lesson(name)
    except Exception as error:
        if type(error) is LookupError:  # said by load_lesson; a KeyError comes from the script
            way_out = "a lesson is a folder of lessons/ with a lesson.py"
            raise UsageError(f"{error}; {way_out}") from error
        raise UsageError(f"lesson {name!r}: {_mistake(error)}") from error


def _mistake(error: Exception) -> str:
    """Say in one line what is wrong with a lesson's words, and in which line of which file."""
    what = f"{type(error).__name__}: {' '.join(str(error).split())}"
    frames = traceback.extract_tb(error.__traceback__)
    places = [
        f"{path.parent.name}/{path.name}:{frame.lineno}"
        for frame in frames
        if (path := Path(frame.filename)).name in ("lesson.py", "script.py")
    ]
    return f"{what} ({places[-1]})" if places else what


class _SceneFile(TypedDict):
    module: str
    source: Path


def _scene_file(lesson: Lesson, clip: Clip, folder: Path) -> _SceneFile:
    """Return where a clip's scene stands: in ``clip.py`` of a folder of its own, or in one file."""
    module = f"{lesson.scenes}.{clip.module}"
    inside = folder / clip.module / "clip.py"
    if inside.is_file():
        return {"module": f"{module}.clip", "source": inside}
    return {"module": module, "source": folder / f"{clip.module}.py"}


def _scene_folder(lesson: Lesson) -> tuple[Path, Path]:
    """Return the folder of the lesson's scene files, and the one its top package lies in."""
    # find_spec imports the packages above, never a scene: those packages are empty.
    try:
        spec = importlib.util.find_spec(lesson.scenes)
    except ModuleNotFoundError:
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise UsageError(f"lesson {lesson.slug!r}: there is no package {lesson.scenes!r}")
    folder = Path(next(iter(spec.submodule_search_locations))).resolve()
    return folder, folder.parents[lesson.scenes.count(".")]
