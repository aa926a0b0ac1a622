"""Certificates: everybody in a cluster shows one, and believes those of one authority alone."""

from __future__ import annotations

import ipaddress
import logging
import os
import warnings
from pathlib import Path
from urllib.parse import urlsplit

from distributed.security import Security
from distributed.versions import VersionMismatchWarning

from pipeline.types import UsageError

AUTHORITY, CERTIFICATE, KEY = FILES = ("ca.pem", "cert.pem", "key.pem")
"""The files of a folder of certificates."""


# What goes wrong is told by this program, in one line, and Dask would tell it in hundreds.
for _name in ("distributed", "distributed.client"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)
warnings.simplefilter("ignore", VersionMismatchWarning)  # keys are compared, job by job


def make_certificates(folder: Path) -> None:
    """Write a new key and its certificate, which is its own authority, into a private folder.

    Whoever has the folder can join the cluster, as a worker or as one who gives it work.

    Raises
    ------
    UsageError
        If there are certificates already.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    if held := [name for name in FILES if (folder / name).exists()]:
        raise UsageError(f"{folder} holds {', '.join(held)} already; name another folder")
    made = Security.temporary()
    texts = (made.tls_ca_file, made.tls_client_cert, made.tls_client_key)
    for name, text in zip(FILES, texts, strict=True):
        handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)


def security_for(address: str, folder: Path | None) -> Security | None:
    """Return the certificates for an address; ``None`` where the address takes none.

    Parameters
    ----------
    address
        The scheduler's, ``tls://HOST:PORT`` or, on this machine alone, ``tcp://127.0.0.1:PORT``.
    folder
        The folder of the certificates; without one, what Dask's own settings name.

    Raises
    ------
    UsageError
        If the address is none, or it is plain and not of this machine, or a file is missing.
    """
    parts = urlsplit(address)
    try:
        complete = bool(parts.hostname and parts.port)
    except ValueError:  # the port is no number
        complete = False
    if parts.scheme not in ("tls", "tcp") or not complete:
        raise UsageError(f"{address!r} is no address of a scheduler; say tls://HOST:PORT")
    host = str(parts.hostname)
    if parts.scheme == "tcp":
        if not is_loopback(address):
            raise UsageError(
                f"{address} is neither encrypted nor of this machine: anybody on the way could "
                f"run programs here; say tls://{host}:{parts.port} --tls FOLDER"
            )
        return None
    if folder is None:
        configured = Security(require_encryption=True)
        if configured.tls_ca_file is None:
            raise UsageError(
                f"{address} takes certificates: --tls FOLDER, with {', '.join(FILES)}; "
                "'render.py certificates FOLDER' makes new ones"
            )
        return configured
    if missing := [name for name in FILES if not (folder / name).is_file()]:
        raise UsageError(f"{folder} has no {', '.join(missing)}; see 'render.py certificates'")
    authority, certificate, key = (str(folder / name) for name in FILES)
    return Security(
        require_encryption=True,
        tls_ca_file=authority,
        **{
            f"tls_{role}_{what}": path
            for role in ("client", "scheduler", "worker")
            for what, path in (("cert", certificate), ("key", key))
        },
    )


def is_loopback(address: str) -> bool:
    """Return whether an address is one of this machine alone."""
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
