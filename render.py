"""The command line: parses, calls pipeline.flow, prints."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from pipeline.casting import TAKES
from pipeline.flow.opening import choose_report, open_workshop, read_casting
from pipeline.options import (
    ProfileType,
    lesson_option,
    out_option,
    profile_option,
    run_options,
    scenes_options,
    settings_options,
    store_option,
    voice_options,
)
from pipeline.profiles import profile_named
from pipeline.tell import (
    describe_verdict,
    print_failures,
    print_paths,
    print_plan,
    print_scenes,
    print_summary,
    print_verdicts,
)
from pipeline.types import ExitCode, Need, PipelineError, Profile, ignore

LACKS = {Need.TO_RENDER: "LACKS", Need.TO_INSTALL: "warn", Need.ADVISED: "warn"}
"""What the doctor calls that which is not well."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Turn a calculus lesson into videos."""


@cli.command()
@click.argument("clips", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@profile_option("draft")
@settings_options
@lesson_option
def plan(clips: tuple[str, ...], as_json: bool, **options: Any) -> None:
    """Say what render would do: clips, beats, seconds, what is cached and what would run."""
    from pipeline.flow.planning import plan_lesson

    made, rows = plan_lesson(open_workshop(options), clips)
    print_plan(made.lesson.slug, rows, as_json=as_json)


@cli.command()
@click.argument("clips", nargs=-1)
@profile_option("draft")
@click.option("--force", is_flag=True, help="Render even what is in the store.")
@voice_options
@run_options
@settings_options
@lesson_option
def render(clips: tuple[str, ...], force: bool, as_json: bool, **options: Any) -> None:
    """Render what is missing and join it: all drawn clips, or exactly CLIPS."""
    from pipeline.flow.lesson import render_lesson

    with choose_report(as_json=as_json) as report:
        shop = replace(open_workshop(options), listen=report)
        done = render_lesson(shop, clips, force=force, casting=read_casting(options))
    if not as_json:
        print_summary(done.lesson, done.drawn, len(done.clips) - done.drawn, done.failures)
    sys.exit(done.exit_code)


@cli.command()
@click.argument("clips", nargs=-1)
@profile_option("draft")
@click.option("--full", is_flag=True, help="Also write each frame in its own size.")
@run_options
@settings_options
@lesson_option
def sheet(clips: tuple[str, ...], full: bool, as_json: bool, **options: Any) -> None:
    """Make contact sheets: for each beat a middle and the last frame."""
    from pipeline.flow.sheets import make_sheets

    with choose_report(as_json=as_json) as report:
        shop = replace(open_workshop(options), listen=report)
        done = make_sheets(shop, clips, full=full)
    if as_json:
        click.echo(json.dumps({"event": "sheets", "paths": [str(path) for path in done.paths]}))
    else:
        print_failures(done.failures)
        print_paths(done.paths)
    sys.exit(done.exit_code)


@cli.command()
@click.argument("clips", nargs=-1)
@profile_option("draft")
@run_options
@settings_options
@lesson_option
def check(clips: tuple[str, ...], as_json: bool, **options: Any) -> None:
    """Look at each clip as a viewer would, and say what is wrong: errors fail, warnings do not."""
    from pipeline.flow.checking import check_lesson

    with choose_report(as_json=as_json) as report:
        shop = replace(open_workshop(options), listen=report)
        done = check_lesson(shop, clips)
    if as_json:
        for verdict in done.verdicts:
            click.echo(json.dumps(describe_verdict(verdict), ensure_ascii=False))
    else:
        print_verdicts(done.verdicts)
        print_failures(done.failures)
    sys.exit(done.exit_code)


@cli.command()
@click.argument("words", nargs=-1, metavar="FILE... [SCENE]...")
@profile_option("draft")
@click.option("--force", is_flag=True, help="Render even what is in the store.")
@scenes_options
@store_option
def scenes(
    words: tuple[str, ...],
    every: bool,
    force: bool,
    drawing: str,
    inputs: tuple[Path, ...],
    as_json: bool,
    **options: Any,
) -> None:
    """Render scenes of ordinary manim FILEs: SCENEs by name, or the only one of each file."""
    from pipeline.flow.scenes import render_scenes

    with choose_report(as_json=as_json) as report:
        shop = replace(open_workshop(options), listen=report)
        done = render_scenes(shop, words, every=every, force=force, drawing=drawing, inputs=inputs)
    if not as_json:
        print_scenes(done.videos, done.drawn, done.failures)
    sys.exit(done.exit_code)


@cli.command()
@click.argument("clip")
@click.argument("beats", nargs=-1, metavar="[BEAT]...")
@click.option("--still", is_flag=True, help="Only the last frame of each beat, as a picture.")
@click.option("--watch", is_flag=True, help="Again at each save of a source, until Ctrl-C.")
@click.option(
    "--profile",
    type=ProfileType(),
    help="As for render.  [default: draft; with --still: preview]",
)
@out_option
@settings_options
@lesson_option
def preview(
    clip: str,
    beats: tuple[str, ...],
    still: bool,
    watch: bool,
    profile: Profile | None,
    **options: Any,
) -> None:
    """Draw some beats of CLIP, by name, by number or as 03.5; the others are played unseen."""
    from pipeline.flow.previews import make_preview
    from pipeline.flow.watching import watch_preview

    options["profile"] = profile or profile_named("preview" if still else "draft")
    shop = open_workshop(options)
    # A still is there before a bar would have moved.
    with nullcontext(ignore) if still else choose_report(as_json=False) as report:
        shop = replace(shop, listen=report)
        if not watch:
            print_paths(make_preview(shop, clip, beats, stills=still))
            return
        with suppress(KeyboardInterrupt):  # the usual way to end a watch
            for outcome in watch_preview(shop, clip, beats, stills=still):
                if isinstance(outcome, PipelineError):
                    click.echo(f"error: {outcome}", err=True)
                else:
                    print_paths(outcome)


@cli.command()
@click.option(
    "--check",
    "files",
    multiple=True,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A .vtt or .srt file; may be given several times.",
)
@click.option("--chapters", is_flag=True, help="The cues are chapters.")
def captions(files: tuple[Path, ...], chapters: bool) -> None:
    """Say what is wrong with caption files; render writes those of the lesson."""
    from pipeline.flow.captions import judge_file

    sound = True
    for file in files:
        read = judge_file(file, chapters=chapters)
        sound &= read.is_sound
        for flaw in read.flaws:
            click.echo(f"{'error' if flaw.grave else 'warn':<5} {file}:{flaw.line}: {flaw.what}")
        click.echo(f"{file}: {len(read.cues)} cues, {len(read.flaws)} flaws")
    sys.exit(ExitCode.OK if sound else ExitCode.FAILED)


@cli.group()
def voice() -> None:
    """Prepare the voice of the lesson; render --voice lets it speak."""


@voice.command("sheet")
@click.argument("clips", nargs=-1)
@click.option(
    "--takes",
    type=click.Path(path_type=Path),
    default=TAKES,
    show_default=True,
    help="Where the recordings will lie.",
)
@settings_options
@lesson_option
def recording_sheet(clips: tuple[str, ...], takes: Path, **options: Any) -> None:
    """Print what to record: for each beat its file, its words, and the seconds they may take."""
    from pipeline.flow.recording import recording_lines

    shop = open_workshop({**options, "profile": profile_named("draft")})
    for line in recording_lines(shop, clips, takes):
        click.echo(line)


@cli.command()
@click.argument("clip")
@profile_option("draft")
@settings_options
@lesson_option
def why(clip: str, **options: Any) -> None:
    """Say what has changed since CLIP was last rendered."""
    from pipeline.flow.changes import explain_changes

    for line in explain_changes(open_workshop(options), clip):
        click.echo(line)


@cli.command()
@profile_option("draft")
@out_option
@lesson_option
def doctor(**options: Any) -> None:
    """Say what the machine has and lacks, with the line that mends it."""
    from pipeline.flow.doctor import examine

    lacking = False
    for check in examine(open_workshop(options)):
        lacking |= not check.ok and check.need is Need.TO_RENDER
        state = "ok" if check.ok else LACKS[check.need]
        click.echo(f"{state:<5} {check.subject}: {check.found}")
        if not check.ok:
            click.echo(f"      {check.mend}")
    sys.exit(ExitCode.MACHINE if lacking else ExitCode.OK)


@cli.command()
@click.option("--max-size", default="2GB", show_default=True, help="What may be left, as 500MB.")
@lesson_option
def gc(max_size: str, **options: Any) -> None:
    """Trim the store, oldest use first, but never what the lesson uses now."""
    from pipeline.flow.upkeep import trim_store
    from pipeline.sizes import parse_size, show_size

    limit = parse_size(max_size)
    shop = open_workshop({**options, "profile": profile_named("draft")})
    done = trim_store(shop, limit)
    click.echo(f"freed {show_size(done.freed)} ({done.deleted} files), {show_size(done.left)} left")
    if done.left > limit:
        click.echo(f"the lesson uses all that is left, which is more than {show_size(limit)}")


def main() -> None:
    """Run the command line; every error ends here, as one line and an exit code."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except click.ClickException as error:
        click.echo(f"error: {error.format_message()}", err=True)
        sys.exit(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; the same command goes on from here", err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except PipelineError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        from pipeline.flow.workshop import explain

        click.echo(f"error: {explain(error)}", err=True)
        sys.exit(ExitCode.MACHINE)


if __name__ == "__main__":
    main()
