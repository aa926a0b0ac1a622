"""From the options of a command to the run, the voice and the report that they describe."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.audio.voice_settings import Casting
from pipeline.types import Limits, Listener, ignore
from scenes.palette import DEFAULT

if TYPE_CHECKING:
    from pipeline.cli.report import Report
    from pipeline.engine.workspace.run import Run


def open_run(options: dict[str, Any], listen: Listener = ignore) -> Run:
    """Return the run that a command's options describe, and who is told of its events."""
    from pipeline.engine.plan.profiles import WIDE, shaped
    from pipeline.engine.workspace.run import Run

    return Run(
        lesson_name=options.get("lesson_name", ""),
        profile=shaped(options["profile"], options.get("shape", WIDE)),
        theme=options.get("theme", DEFAULT),
        **read_store(options["store"]),
        out=options.get("out"),
        settings=read_settings(options.get("sets", ()), options.get("params")),
        slots=options.get("jobs", 1),
        limits=Limits(options["memory_limit"], options["time_limit"], options["stall_limit"])
        if "memory_limit" in options
        else Limits(),
        listen=listen,
    )


def read_store(store: str) -> dict[str, Any]:
    """Return the fields of a run that say where its store lies.

    A store elsewhere has a folder of copies on this machine, named after the address.
    """
    from pipeline.engine.store.remote import is_remote

    if not is_remote(store):
        return {"store_root": Path(store)}
    name = hashlib.sha256(store.rstrip("/").encode()).hexdigest()[:12]
    return {"store_root": Path("media/.copies") / name, "address": store}


def read_settings(sets: Sequence[str], params: Path | None) -> dict[str, object]:
    """Return the parameters that a command names."""
    from pipeline.engine.plan.settings import parse_settings

    return parse_settings(sets, params)


def read_casting(options: dict[str, Any]) -> Casting:
    """Return the voice that a command names."""
    return Casting(
        kind=options["voice"],
        takes=options["takes"],
        missing=options["missing"],
        command=options["voice_command"],
        timeout=options["voice_timeout"],
        words_a_minute=options["voice_rate"],
        loudness=options["loudness"],
    )


def choose_report(*, as_json: bool) -> Report:
    """Return bars for a terminal, lines for a pipe, JSON for a machine."""
    from rich.console import Console

    from pipeline.cli.report import JsonReport, LiveReport, PlainReport

    if as_json:
        return JsonReport(sys.stdout)
    console = Console()
    return LiveReport(console) if console.is_terminal else PlainReport(sys.stdout)
