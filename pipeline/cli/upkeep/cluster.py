"""certificates, scheduler, worker: the machines of a cluster."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from pipeline.cli.kinds import FolderPath
from pipeline.cli.opening import needs_cluster
from pipeline.cli.options import jobs_option, tls_option


@click.command("certificates")
@click.argument("folder", type=FolderPath(file_okay=False, path_type=Path))
def certificates(folder: Path) -> None:
    """Make certificates for a cluster in FOLDER; copy it, in secret, to each of its machines."""
    with needs_cluster():
        from pipeline.engine.cluster.security import make_certificates

    make_certificates(folder)
    click.echo(f"{folder}: whoever has these files can run programs on the cluster's machines")


@click.command("scheduler")
@click.argument("address")
@tls_option
def scheduler(address: str, tls: Path | None) -> None:
    """Be the scheduler of a cluster at ADDRESS, tls://HOST:PORT, until stopped."""
    with needs_cluster():
        from pipeline.engine.cluster.processes import schedule
        from pipeline.engine.cluster.security import security_for

    security = security_for(address, tls)
    parts = urlsplit(address)
    schedule(str(parts.hostname), int(parts.port or 0), security, click.echo)


@click.command("worker")
@click.argument("address")
@jobs_option
@tls_option
@click.option(
    "--folder",
    type=FolderPath(file_okay=False, path_type=Path),
    default="media/.worker",
    show_default=True,
    help="Where logs are kept while it works.",
)
def worker(address: str, jobs: int, tls: Path | None, folder: Path) -> None:
    """Work for the scheduler at ADDRESS, tls://HOST:PORT, until it ends or this is stopped."""
    with needs_cluster():
        from pipeline.engine.cluster.processes import work_for
        from pipeline.engine.cluster.security import security_for

    work_for(address, security_for(address, tls), jobs, folder, click.echo)
