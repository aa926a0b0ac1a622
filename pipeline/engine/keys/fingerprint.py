"""The fingerprint: everything that decides a clip's frames, and a digest of it."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lessons.model import Clip
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.keys.sources import PROJECT, file_closure, source_closure
from pipeline.engine.plan.job import Job, LessonJob, SceneJob
from pipeline.engine.plan.part import PartJob
from pipeline.protocol import visible_script
from pipeline.types import Fingerprint, Json, Profile

SCHEMA = 4
"""Goes up when the meaning of a key or of a stored record changes."""

_PIPELINE = PROJECT / "pipeline"
_DRAWING = ("fastdraw", "worker")
"""The folders of the pipeline whose code decides a frame."""
_TOOLS = ("manim", "typst", "manimpango", "pycairo", "av", "numpy", "sympy")
_DATA_FOLDERS = ("assets", "fonts")


def take_fingerprint(job: Job, files: SourceFiles | None = None) -> Fingerprint:
    """Read everything that decides the job's frames, and digest it.

    Each file is read once; a render takes the fingerprint again afterwards and throws the
    result away if a file changed in between.

    Parameters
    ----------
    job
        Whose frames.
    files
        What is already read, in one look at many jobs; else all is read now.
    """
    files = files or SourceFiles()
    match job:
        case LessonJob():
            own = _of_clip(job, files)
        case SceneJob():
            own = _of_scene(job, files)
        case PartJob():
            whole = take_fingerprint(job.clip_job, files)
            return Fingerprint(
                digest({"part of": whole.key, "beats": job.beat_names}), whole.ingredients
            )
        case _:
            raise TypeError(f"what decides the frames of {job!r} is unknown")
    ingredients: Json = {
        "schema": SCHEMA,
        **own,
        "drawing code": _digests(files, _drawing_code(files), PROJECT),
        "profile": _of_profile(job.profile),
        "versions": tool_versions(),
    }
    return Fingerprint(digest(ingredients), ingredients)


def with_look(fingerprint: Fingerprint, profile: Profile, theme: str) -> Fingerprint:
    """Return the fingerprint of the same clip at another profile and in another theme."""
    ingredients = {**fingerprint.ingredients, "profile": _of_profile(profile), "theme": theme}
    return Fingerprint(digest(ingredients), ingredients)


def _of_profile(profile: Profile) -> Json:
    return {
        "size": [profile.width, profile.height],
        "fps": profile.fps,
        "gop": profile.gop,
        "encoder": dict(profile.encoder),
    }


def _of_clip(job: LessonJob, files: SourceFiles) -> Json:
    sources = source_closure(job, files)
    return {
        "scene": {"module": job.module, "class": job.clip.scene},
        "sources": _digests(files, sources, job.root),
        "script": visible_script(job.lesson, job.clip),
        "voice": dict(job.voice_seconds),
        "parameters": dict(job.parameters),
        "theme": job.theme,
        **{
            name: _digests(files, _data_files(files, sources, name), job.root)
            for name in _DATA_FOLDERS
        },
    }


def _of_scene(job: SceneJob, files: SourceFiles) -> Json:
    folder = job.source.parent
    return {
        "scene": {"module": job.module, "class": job.scene},
        "sources": _digests(files, file_closure(job.source, files), folder),
        "inputs": _digests(files, job.inputs, folder),
        "fonts": {},  # a scene takes those of the machine
        "drawing": job.drawing,
        "profile insists": job.insists,
        "format": [job.format, job.transparent],
    }


def list_key(source: Path, inputs: Iterable[Path]) -> str:
    """Return the key of the list of a file's scenes: all that decides what importing it gives."""
    folder, files = source.parent, SourceFiles()
    return digest(
        {
            "scenes of": source.name,
            "sources": _digests(files, file_closure(source, files), folder),
            "inputs": _digests(files, inputs, folder),
            "drawing code": _digests(files, _drawing_code(files), PROJECT),
            "versions": tool_versions(),
        }
    )


def review_key(
    clip: Clip, fingerprint: Fingerprint, samples: int | None, files: SourceFiles | None = None
) -> str:
    """Return the key of what the review says of a clip.

    It depends on all that decides the clip's frames, on the narration, on the rules, and on how
    many pictures of each motion were looked at. ``files`` is of one look at many clips.
    """
    files = files or SourceFiles()
    rules = [path for path in files.below(_PIPELINE / "review") if path.suffix == ".py"]
    return digest(
        {
            "clip": fingerprint.key,
            "narration": [beat.narration for beat in clip.beats],
            "review": _digests(files, rules, PROJECT),
            "coloraide": version("coloraide"),
            "samples": samples,
        }
    )


@cache
def audio_sources() -> Json:
    """Return what decides how a line sounds besides its voice: the code that records and mixes."""
    return {
        "sources": _digests(SourceFiles(), sorted((_PIPELINE / "audio").glob("*.py")), PROJECT),
        "av": version("av"),
    }


def digest(value: Any) -> str:
    """Return the SHA-256 of ``value`` as canonical JSON."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def tool_versions() -> dict[str, str]:
    """Return the versions of everything outside the project that draws, compiles or encodes."""
    return {"python": platform.python_version(), **{tool: version(tool) for tool in _TOOLS}}


def _drawing_code(files: SourceFiles) -> list[Path]:
    """Return the code that draws and encodes; of the part in C the compiled files, which run."""
    endings = (".py", EXTENSION_SUFFIXES[0])
    code = (file for folder in _DRAWING for file in files.below(_PIPELINE / folder))
    return sorted(file for file in code if file.name.endswith(endings))


def _digests(files: SourceFiles, paths: Iterable[Path], root: Path) -> dict[str, str]:
    return {label_of(path, root): files.digest(path) for path in paths}


@lru_cache(maxsize=4096)  # fifteen clips name the same three hundred files
def label_of(path: Path, root: Path) -> str:
    """Name a file the same in every checkout."""
    for base in (root, PROJECT):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return path.as_posix()


def _data_files(files: SourceFiles, sources: Iterable[Path], folder: str) -> list[Path]:
    """Return the files of the folders called ``folder`` that lie beside a module of the closure."""
    beside = {path.parent for path in sources}
    return sorted(file for place in beside for file in files.below(place / folder))
