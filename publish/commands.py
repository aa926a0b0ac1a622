"""publish: turns rendered videos into what is handed to others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.kinds import FolderPath
from pipeline.cli.opening import open_run
from pipeline.cli.options import (
    lesson_option,
    out_option,
    profile_option,
    settings_options,
)
from pipeline.engine.plan.profiles import TALL
from pipeline.types import PipelineError

if TYPE_CHECKING:
    from publish.youtube.folder import Which

SITE, YOUTUBE, SLIDES = Path("media/site"), Path("media/youtube"), Path("media/slides")


def _to_option(default: Path, told: str) -> Callable[..., Any]:
    """Let a command take ``--to``."""
    return click.option(
        "--to",
        "folder",
        type=FolderPath(file_okay=False, path_type=Path),
        default=default,
        show_default=True,
        help=told,
    )


@click.group("publish", invoke_without_command=True)
@click.option(
    "--verify",
    "folder",
    type=FolderPath(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Compare a published folder with its manifest.",
)
@click.pass_context
def publish(context: click.Context, folder: Path | None) -> None:
    """Turn rendered videos into a course page, into slides, or into a folder for YouTube."""
    if context.invoked_subcommand is not None:
        if folder is not None:
            raise click.UsageError("--verify stands alone: publish --verify FOLDER")
        return
    if folder is None:
        click.echo(context.get_help())
        context.exit(2)
    from publish.manifest import read_manifest, verify

    faults = verify(folder)
    for fault in faults:
        click.echo(fault)
    if faults:
        raise PipelineError(f"{folder}: {len(faults)} files are not as published")
    told = read_manifest(folder)
    click.echo(f"{folder}: all {len(told['files']) if told else 0} files are as published")


@publish.command("site")
@click.argument("clips", nargs=-1)
@profile_option("draft")
@_to_option(SITE, "The folder of the course; other lessons in it stay.")
@click.option("--av1", is_flag=True, help="Offer each video as AV1 too: smaller, slow to make.")
@click.option(
    "--scorm", is_flag=True, help="Also write a SCORM 1.2 package for a learning platform."
)
@click.option("--serve", is_flag=True, help="Show the folder at an address of this machine.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where --serve listens; 0 takes any that is free.",
)
@out_option
@settings_options
@lesson_option
def site(
    clips: tuple[str, ...],
    folder: Path,
    av1: bool,
    scorm: bool,
    serve: bool,
    port: int,
    **options: Any,
) -> None:
    """Write the course page of a lesson, of all clips or exactly CLIPS, from rendered videos.

    The folder works from a file manager, from any web server and inside of a learning platform.
    """
    from publish.site.build import build_site

    done = build_site(open_run(options), clips, folder, click.echo, av1=av1)
    page = done.folder / done.lesson / "index.html"
    click.echo(f"{page}" if done.written else f"{page} (nothing had changed)")
    if scorm:
        from publish.site.scorm import write_package

        click.echo(write_package(done.folder, done.lesson))
    if serve:
        from publish.site.server import serve_folder

        serve_folder(done.folder, port, click.echo)


@publish.command("youtube")
@click.argument("clips", nargs=-1)
@profile_option("final")
@click.option("--whole", "which", flag_value="whole", help="Only the lesson's video.")
@click.option("--clips", "which", flag_value="clips", help="Only the videos of the clips.")
@click.option(
    "--shorts",
    "which",
    flag_value="shorts",
    help="Upright Shorts of the clips, from what is rendered in the tall shape.",
)
@_to_option(YOUTUBE, "The folder of all videos; each lesson has its own in it.")
@click.option("--upload", is_flag=True, help="Also upload what YouTube does not have yet.")
@click.option("--dry-run", is_flag=True, help="Show every call of an upload, and send none.")
@click.option(
    "--privacy",
    type=click.Choice(["private", "unlisted", "public"]),
    help="Who sees the videos; a new one is private unless this says otherwise.",
)
@click.option("--at", metavar="DATE", help="When private videos become public.")
@click.option("--playlist", metavar="NAME", default="", help="Your playlist that they belong to.")
@click.option(
    "--replace",
    is_flag=True,
    help="Where a picture changed, upload a new video and delete the one that is there.",
)
@click.option(
    "--client",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Sign in with this OAuth client of the Google Cloud console; needed once.",
)
@out_option
@settings_options
@lesson_option
def youtube(
    clips: tuple[str, ...],
    which: Which | None,
    folder: Path,
    upload: bool,
    dry_run: bool,
    privacy: str | None,
    at: str | None,
    playlist: str,
    replace: bool,
    client: Path | None,
    **options: Any,
) -> None:
    """Write for each rendered video a folder that can be handed over to YouTube.

    It holds the video, captions, chapters, title, description, tags, a thumbnail, and what the
    interface of YouTube is told. With --upload it is handed over: never twice, however often the
    command is interrupted and typed again.
    """
    asked = upload or dry_run
    if not asked and (privacy or at or playlist or replace or client):
        raise click.UsageError(
            "--privacy, --at, --playlist, --replace and --client go with --upload or --dry-run"
        )
    from publish.youtube.folder import build_folder
    from publish.youtube.upload import publish_time

    at = publish_time(at, privacy, datetime.now(UTC)) if at else None
    if which == "shorts":
        options["shape"] = TALL
    run = open_run(options)
    done = build_folder(run, clips, folder, click.echo, which or "all")
    for name in done.videos:
        click.echo(done.folder / name)
    if not done.written:
        click.echo("(nothing had changed)")
    if asked:
        from publish.youtube.handed import read_handed
        from publish.youtube.ledger import Ledger
        from publish.youtube.signin import open_session
        from publish.youtube.steps import Wishes
        from publish.youtube.tokens import Vault, home_folder, system_keyring
        from publish.youtube.upload import UploadDesk

        desk = UploadDesk(
            Ledger(),
            Wishes(settings=bool(privacy or at), playlist=playlist, replace=replace),
            lambda: open_session(client, Vault(home_folder(), system_keyring()), click.echo),
            click.echo,
            click.confirm,
        )
        videos = read_handed(done.folder, done.videos, run.lesson_name, privacy, at)
        if dry_run:
            desk.show(videos)
        else:
            desk.upload(videos)


def _formats(_context: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
    """Return the formats of a list with commas, each once."""
    from publish.slides.build import FORMATS

    named = [word.strip().lower() for word in value.split(",") if word.strip()]
    strange = [word for word in named if word not in FORMATS]
    if strange or not named:
        said = f"{', '.join(strange)} is none of" if strange else "name some of"
        raise click.BadParameter(f"{said} {', '.join(FORMATS)}; separate them by commas")
    return tuple(dict.fromkeys(named))


@publish.command("slides")
@click.argument("clips", nargs=-1)
@profile_option("preview")
@_to_option(SLIDES, "The folder of all slides; each lesson has its own in it.")
@click.option(
    "--format",
    "formats",
    default="html",
    show_default=True,
    callback=_formats,
    metavar="FORMAT[,FORMAT]",
    help="html, pptx, pdf (a handout and a summary), or some of them with commas.",
)
@click.option("--one-file", is_flag=True, help="Make of each HTML deck one file that holds all.")
@out_option
@settings_options
@lesson_option
def slides(
    clips: tuple[str, ...], folder: Path, formats: tuple[str, ...], one_file: bool, **options: Any
) -> None:
    """Write for each clip, of all or of exactly CLIPS, slides that stop at the end of each beat."""
    if one_file and "html" not in formats:
        raise click.UsageError("--one-file goes with the format html")
    from publish.slides.build import build_slides

    done = build_slides(
        open_run(options), clips, folder, click.echo, formats=formats, one_file=one_file
    )
    for page in done.pages:
        click.echo(page)
    if not done.written:
        click.echo("(nothing had changed)")


@click.command("present")
@click.argument("clip", default="")
@profile_option("preview")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Where the slides are served; any that is free unless this says otherwise.",
)
@out_option
@settings_options
@lesson_option
def present(clip: str, port: int, **options: Any) -> None:
    """Show the slides of CLIP, or a list of all, in the browser.

    The arrows, space or a clicker play a beat, and the picture stands at its end; ? tells all keys.
    """
    from publish.slides.present import DECKS, build_deck, show_deck

    show_deck(build_deck(open_run(options), clip, DECKS, click.echo), port, click.echo)
