"""Uploads the folder below a place, and kills itself at a moment: ``victim PLACE BASE [MOMENT]``.

A moment is a name and how often it comes (``after piece:2``), or how many moments there are before
it (``*:17``). The access to the account is read from its file, never from the command line.
"""

import os
import signal
import sys
from pathlib import Path

from publish.youtube import ledger as ledgers
from publish.youtube.ledger import Ledger
from publish.youtube.tokens import Vault
from tests.publish.youtube.uploading import FakeTime, PlainSession, desk_for, handed

PLACE, BASE, MOMENT = Path(sys.argv[1]), sys.argv[2], (*sys.argv[3:], "never:1")[0]
seen: dict[str, int] = {}


def moment(name: str) -> None:
    """Die here if it is time."""
    wanted, _, times = MOMENT.rpartition(":")
    for one in (name, "*"):
        seen[one] = seen.get(one, 0) + 1
        if one == wanted and seen[one] == int(times):
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)


class MortalLedger(Ledger):
    """Tells when it writes."""

    def write(self, record):
        moment("before writing")
        super().write(record)
        moment("after writing")


def fsync(handle: int) -> None:
    """Tell of each step of a write: the file lies there under its passing name, or for good."""
    moment("while writing")
    os.fsync(handle)


class Os:
    """The module ``os``, which tells of fsync."""

    fsync = staticmethod(fsync)

    def __getattr__(self, name):
        return getattr(os, name)


ledgers.os = Os()
desk = desk_for(
    PLACE,
    BASE,
    PlainSession(BASE, Vault(PLACE / "vault", None), moment),
    print,
    lambda _question: True,
    FakeTime().patience(),
)
desk.ledger = MortalLedger(PLACE / "ledger")
desk.upload(handed(PLACE))
