"""Compiled formulas: kept from run to run, because each costs 30 ms to compile."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

from pipeline.engine.plan.job import Job
from pipeline.types import Fingerprint

FOLDER = "Tex"
"""Where manim keeps compiled formulas, in its media folder."""

_MAX_FILES = 8000
_EPOCH = (1980, 1, 1, 0, 0, 0)


def formulas_key(job: Job, fingerprint: Fingerprint) -> str:
    """Return the name of a job's bundle: it holds for one compiler and one set of fonts.

    Inside, a formula's file is named by manim after a digest of its source.
    """
    versions, fonts = fingerprint.ingredients["versions"], fingerprint.ingredients["fonts"]
    text = (
        f"formulas {job.formulas} {versions['typst']} {versions['manim']} {sorted(fonts.items())}"
    )
    return hashlib.sha256(text.encode()).hexdigest()


def unpack(bundle: Path, scratch: Path) -> frozenset[str]:
    """Unpack a bundle into a worker's scratch and return the names of its files.

    Copies, never links: manim writes such files in place.
    """
    folder = scratch / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(bundle) as archive:
        for name in archive.namelist():
            (folder / Path(name).name).write_bytes(archive.read(name))
        return frozenset(archive.namelist())


def pack(scratch: Path, unpacked: frozenset[str]) -> bytes | None:
    """Return a bundle of what an orderly worker leaves behind; ``None`` if nothing is new.

    Never to be called after a crash: a file may have been cut short. A bundle that grew large
    starts anew with this run's formulas, because the old ones are no longer in use.
    """
    folder = scratch / FOLDER
    svgs = sorted(folder.glob("*.svg")) if folder.is_dir() else []
    complete = [path for svg in svgs for path in (svg.with_suffix(".typ"), svg) if path.is_file()]
    new = [path for path in complete if path.name not in unpacked]
    if not new:
        return None
    kept = complete if len(complete) <= _MAX_FILES else new
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in kept:
            archive.writestr(zipfile.ZipInfo(path.name, _EPOCH), path.read_bytes())
    return packed.getvalue()
