"""Options: what several commands of the command line take, each said once."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias, get_args

import click

from lessons.library import every_lesson
from pipeline.audio.voice_settings import LOUDNESS, TAKES, TIMEOUT, WORDS_A_MINUTE, Filler, Kind
from pipeline.cli.kinds import FiniteRange, FolderPath, ProfileType, StoreAddress
from pipeline.engine.plan.profiles import SHAPES, WIDE
from pipeline.engine.plan.themes import THEMES
from pipeline.engine.workers.executors import default_jobs
from pipeline.types import Format

SECONDS = FiniteRange(min=0, min_open=True, max=10**6)
"""A limit of time: none at all would stop every clip."""

Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]


def _with(command: Callable[..., Any], options: Iterable[Decorator]) -> Callable[..., Any]:
    """Return a command that takes options."""
    return functools.reduce(lambda decorated, option: option(decorated), options, command)


def lesson_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take ``--lesson`` and ``--store``."""
    lesson = click.option(
        "--lesson",
        "lesson_name",
        callback=_choose_lesson,
        help="Which lesson; may be left out while there is only one.",
    )
    return lesson(store_option(command))


def _choose_lesson(_context: click.Context, _param: click.Parameter, value: str | None) -> str:
    """Return the lesson that is meant; the only one there is where none is named."""
    if value is not None:
        return value
    lessons = every_lesson()
    if len(lessons) == 1:
        return lessons[0]
    if not lessons:
        raise click.UsageError("there is no lesson: no folder of lessons/ has a lesson.py")
    raise click.UsageError(f"which lesson? say --lesson {' or --lesson '.join(lessons)}")


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take ``--store``."""
    return click.option(
        "--store",
        type=StoreAddress(file_okay=False, path_type=str),
        default="media/.store",
        show_default=True,
        help="Where finished clips are kept: a folder, s3://BUCKET/PREFIX or file:///FOLDER.",
    )(command)


def profile_option(default: str) -> Callable[..., Any]:
    """Let a command take ``--profile``."""
    return click.option(
        "--profile",
        type=ProfileType(),
        default=default,
        show_default=True,
        help="draft, preview, final, uhd, or WIDTHxHEIGHT@FPS.",
    )


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take ``--set``, ``--params``, ``--theme`` and ``--shape``."""
    sets = click.option(
        "--set",
        "sets",
        multiple=True,
        metavar="NAME=VALUE",
        help="A parameter of a clip; may be given several times.",
    )
    file = click.option(
        "--params",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="A TOML file of parameters; --set wins over it.",
    )
    return sets(file(theme_option(command)))


def theme_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take ``--theme`` and ``--shape``."""
    theme = click.option(
        "--theme",
        type=click.Choice(THEMES),
        default=THEMES[0],
        show_default=True,
        help="The set of colours.",
    )
    shape = click.option(
        "--shape",
        type=click.Choice(SHAPES),
        default=WIDE,
        show_default=True,
        help="The shape of the picture: 16:9, 9:16 or 1:1.",
    )
    return theme(shape(command))


def out_option(
    command: Callable[..., Any], folder: str = "media/LESSON/PROFILE"
) -> Callable[..., Any]:
    """Let a command take ``--out``; by default its output goes to ``folder``."""
    return click.option(
        "--out",
        type=FolderPath(file_okay=False, path_type=Path),
        help=f"Output folder.  [default: {folder}]",
    )(command)


def voice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take who speaks, and how."""
    options = [
        click.option(
            "--voice",
            type=click.Choice(get_args(Kind)),
            default="silent",
            show_default=True,
            help="Who speaks.",
        ),
        click.option(
            "--takes",
            type=FolderPath(path_type=Path),
            default=TAKES,
            show_default=True,
            help="Your recordings: FOLDER/<lesson>/<clip>/<beat>.wav, .flac, .mp3, .m4a or .ogg.",
        ),
        click.option(
            "--missing",
            type=click.Choice(get_args(Filler)),
            default="silent",
            show_default=True,
            help="What to do about a beat without a take.",
        ),
        click.option(
            "--voice-command",
            metavar="COMMAND",
            help="A program that speaks: 'prog --text-file {text} --out {wav}'.",
        ),
        click.option(
            "--voice-timeout",
            type=SECONDS,
            default=TIMEOUT,
            show_default=True,
            help="Seconds that it may take over one line.",
        ),
        click.option(
            "--voice-rate",
            type=click.IntRange(80, 450),
            default=WORDS_A_MINUTE,
            show_default=True,
            help="Words a minute of espeak.",
        ),
        click.option(
            "--loudness",
            type=FiniteRange(-30, -10),
            default=LOUDNESS,
            show_default=True,
            help="LUFS of each video.",
        ),
    ]
    return _with(command, options)


def scenes_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take what is asked of scenes that belong to no lesson."""
    options: list[Decorator] = [
        click.option("-a", "--all", "every", is_flag=True, help="All scenes of the files."),
        click.option(
            "--drawing",
            type=click.Choice(["stock", "fast", "auto"]),
            default="auto",
            show_default=True,
            help="Who draws.",
        ),
        click.option(
            "--input",
            "inputs",
            multiple=True,
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="A file that a scene reads: a change in it draws again; may be given several "
            "times.",
        ),
        click.option(
            "--sections", is_flag=True, help="Also write a video of each section of a scene."
        ),
        click.option(
            "--format",
            "kind",
            type=click.Choice([kind.value for kind in Format]),
            help="The kind of file; png is the last picture.  [default: what the file says, or "
            "mp4, or mov for what is transparent]",
        ),
        click.option(
            "-t", "--transparent", is_flag=True, help="Leave out the ground, in all but mp4."
        ),
        functools.partial(limit_options, folder="media/scenes/FILE/PROFILE"),
    ]
    return _with(command, options)


def jobs_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take ``--jobs``."""
    return click.option(
        "--jobs",
        type=click.IntRange(1, 1024),
        default=default_jobs(),
        show_default="one per core",
        help="Workers side by side.",
    )(command)


def cluster_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take ``--cluster`` and ``--tls``."""
    cluster = click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Have the workers of a cluster do the jobs: tls://HOST:PORT, or local:N for N workers "
        "on this machine.",
    )
    return cluster(tls_option(command))


def tls_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take ``--tls``."""
    return click.option(
        "--tls",
        type=FolderPath(file_okay=False, path_type=Path),
        help="The folder of the cluster's certificates.",
    )(command)


def run_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take what every command that draws a lesson takes."""
    return limit_options(command, "media/LESSON/PROFILE")


def limit_options(command: Callable[..., Any], folder: str) -> Callable[..., Any]:
    """Let a command take where its output goes, and what each of its workers may take."""
    options: list[Decorator] = [
        functools.partial(out_option, folder=folder),
        jobs_option,
        click.option(
            "--memory-limit",
            type=click.IntRange(1, 10**6),
            default=4000,
            show_default=True,
            help="MB per worker.",
        ),
        click.option(
            "--time-limit",
            type=SECONDS,
            default=14400.0,
            show_default=True,
            help="Seconds per worker.",
        ),
        click.option(
            "--stall-limit",
            type=SECONDS,
            default=180.0,
            show_default=True,
            help="Seconds without progress.",
        ),
        click.option("--json", "as_json", is_flag=True, help="One JSON object per line."),
    ]
    return _with(command, options)
