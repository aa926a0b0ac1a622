"""From the options of a command to the run, the voice and the report that they describe."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.audio.voice_settings import Casting
from pipeline.types import Limits, Listener, UsageError, ignore
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
    from pipeline.engine.store.remote import copies_of, is_remote
    from pipeline.engine.workspace.run import MEDIA

    if not is_remote(store):
        return {"store_root": Path(store)}
    return {"store_root": copies_of(store, MEDIA), "address": store}


@contextmanager
def on_cluster(run: Run, cluster: str | None, tls: Path | None) -> Iterator[Run]:
    """Lend the same run with its jobs done by the cluster that a command names, if it names one.

    Raises
    ------
    UsageError
        If it names none that can be, or the extra ``cluster`` is not installed.
    """
    if cluster is None:
        yield run
        return
    with ExitStack() as stack:
        with needs_cluster():
            from pipeline.engine.cluster.client import Cluster
            from pipeline.engine.cluster.local import local_cluster
            from pipeline.engine.cluster.security import is_loopback, security_for
            from pipeline.engine.flow.orders import work_order
        if count := _LOCAL.fullmatch(cluster):
            address, security = stack.enter_context(local_cluster(int(count[1])))
        else:
            address, security = cluster, security_for(cluster, tls)
            if not run.address and not is_loopback(cluster):
                raise UsageError(
                    f"the workers of {cluster} do not reach the folder {run.store_root}; say "
                    "--store s3://BUCKET/PREFIX, or --store file:///FOLDER that all of them share"
                )
        machines = Cluster(address, security, work_order)
        stack.callback(machines.close)
        yield replace(run, machines=machines)


@contextmanager
def needs_cluster() -> Iterator[None]:
    """Say what to install where the packages of the extra ``cluster`` are missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(
            f"a cluster needs the package {error.name}, of the extra cluster: "
            "pip install 'language-of-change[cluster]'"
        ) from error


_LOCAL = re.compile(r"local:([1-9]\d{0,3})")


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
