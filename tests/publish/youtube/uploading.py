"""What the tests of the upload share: a session without Google's packages, a folder, a desk."""

from __future__ import annotations

import http.client
import json
import random
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from pipeline.machine.contents import file_digest
from publish.manifest import YOUTUBE, write_manifest
from publish.youtube.calls import Patience
from publish.youtube.handed import read_handed
from publish.youtube.ledger import Ledger
from publish.youtube.resumable import UNIT
from publish.youtube.steps import Wishes
from publish.youtube.upload import UploadDesk
from tests.publish.youtube.server import kind_of

SIZE = 3 * UNIT + 12_345
"""Bytes of a video: three whole pieces and a rest."""
NAME = "01-moving-dot"


class PlainReply:
    """An answer, as ``requests`` gives it."""

    def __init__(self, reply):
        self.status_code, self.headers, self.content = reply.status, reply.headers, reply.read()


class PlainSession:
    """Sends one request after another with the standard library, and signs it.

    Parameters
    ----------
    base, vault
        The server, and where the refresh token is kept.
    moment
        Called before each request, in the middle of a long one, and after each answer.
    """

    def __init__(self, base, vault, moment=lambda _name: None):
        self.base, self.vault, self.moment = base, vault, moment
        self.token = ""

    def request(self, method, url, *, data, headers, timeout, allow_redirects):
        assert timeout > 0
        assert not allow_redirects
        if not self.token:
            self.refresh()
        kind = kind_of(method, url, headers.get("Content-Range"))
        self.moment(f"before {kind}")
        told = {**headers, "Authorization": f"Bearer {self.token}"}
        reply = self.exchange(method, url, data, told, kind)
        self.moment(f"after {kind}")
        return reply

    def refresh(self):
        secret = self.vault.read().reveal()
        told = urlencode({"grant_type": "refresh_token", "refresh_token": secret}).encode()
        headers = {"Content-Length": str(len(told))}
        reply = self.exchange("POST", f"{self.base}token", told, headers, "token")
        self.token = json.loads(reply.content)["access_token"]

    def exchange(self, method, url, data, headers, kind):
        parts = urlsplit(url)
        # The server says nothing only where a test wants it: there is nothing to wait for.
        self.begin(kind)
        connection = http.client.HTTPConnection(parts.netloc, timeout=10)
        try:
            connection.putrequest(method, f"{parts.path}?{parts.query}")
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            connection.send(data[: len(data) // 2])
            if kind in ("piece", "last"):
                self.moment(f"half of {kind}")
            connection.send(data[len(data) // 2 :])
            self.sent(kind)
            return PlainReply(connection.getresponse())
        except http.client.HTTPException as error:
            # As ``requests`` has it: every broken connection is an OSError.
            raise ConnectionError(type(error).__name__) from None
        finally:
            connection.close()

    def begin(self, kind):
        """Do nothing; a test may look here at what the server will do."""

    def sent(self, kind):
        """Do nothing; a test may give up waiting for the answer here."""


class FakeTime:
    """A clock that is moved by waiting alone."""

    def __init__(self):
        self.waits, self.seconds = [], 0.0

    def patience(self):
        return Patience(
            now=lambda: datetime(2026, 11, 30, 20, 0, tzinfo=UTC),
            seconds=self.tick,
            sleep=self.waits.append,
            chance=lambda: 1.0,
        )

    def tick(self):
        self.seconds += 1.0
        return self.seconds


def write_folder(
    folder: Path, *names: str, seed: int = 1, title: str = "A dot moves", short: bool = False
) -> Path:
    """Write a published folder as ``publish youtube`` does, with any bytes as videos."""
    for place, name in enumerate(names or (NAME,)):
        room = folder / name
        room.mkdir(parents=True, exist_ok=True)
        video = room / f"{name}.mp4"
        chance = random.Random(f"{seed} {place}")  # noqa: S311 bytes of a test
        video.write_bytes(chance.randbytes(SIZE))
        (room / "captions.en.srt").write_text("1\n00:00:00,000 --> 00:00:02,000\nA dot.\n")
        (room / "thumbnail.png").write_bytes(b"\x89PNG of " + name.encode())
        told = {
            "key": file_digest(video),
            "video": video.name,
            "captions": {"file": "captions.en.srt", "language": "en"},
            "thumbnail": "thumbnail.png",
            "short": short,
            "insert": {
                "snippet": {"title": f"{title} {place}", "categoryId": "27", "tags": ["dot"]},
                "status": {"privacyStatus": "private", "selfDeclaredMadeForKids": False},
                "recordingDetails": {"recordingDate": "2026-11-30T00:00:00Z"},
            },
        }
        (room / "metadata.json").write_text(json.dumps(told))
    write_manifest(folder, YOUTUBE, {})
    return folder


def desk_for(root, base, session, say, confirm, patience, wishes=None):
    """Return a desk whose ledger lies below ``root``."""
    return UploadDesk(
        Ledger(root / "ledger"),
        wishes or Wishes(playlist="Calculus"),
        lambda: session,
        say,
        confirm,
        base=base,
        patience=patience,
        piece=UNIT,
    )


def handed(root, privacy=None, at=None):
    """Return the videos of the folder below ``root``."""
    folder = root / "youtube"
    names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    return read_handed(folder, names, "tiny", privacy, at)
