"""The resumable upload: piece by piece, and after every fault from where YouTube says it stands.

The protocol is that of the YouTube Data API, "Resumable Uploads". Nothing here remembers how far an
upload came: only the server knows, and it is asked after each fault and by each new process.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import BinaryIO, Literal

from pipeline.types import MachineError, PipelineError, explain
from publish.youtube.api_call import ApiCall
from publish.youtube.calls import (
    MOST_FAULTS,
    Caller,
    Reply,
    UnsureError,
    refusal,
    told_by,
)
from publish.youtube.ledger import Ledger, UploadRecord

UNIT = 256 * 1024
"""Bytes: each piece but the last is a multiple of it."""
PIECE = 32 * UNIT
_RANGE = re.compile(r"(?:bytes=)?0-(\d+)")


@dataclass(frozen=True, slots=True)
class SentSoFar:
    """How far an upload came.

    Attributes
    ----------
    sent, size
        Bytes that YouTube has, and those of the file.
    rate
        Bytes a second, of this process; 0 while unknown.
    """

    sent: int
    size: int
    rate: float

    def __str__(self) -> str:
        done = f"{self.sent / 1e6:.1f} of {self.size / 1e6:.1f} MB"
        if not self.rate:
            return done
        left = round((self.size - self.sent) / self.rate)
        return f"{done}, {self.rate / 1e6:.2f} MB/s, {left // 60}:{left % 60:02d} left"


@dataclass(frozen=True, slots=True)
class _Stand:
    """What the server said: how many bytes it has, or how the upload ended."""

    kind: Literal["has", "done", "gone", "strange"]
    has: int = 0
    video: str = ""


class ResumableUpload:
    """One upload of one file.

    Parameters
    ----------
    caller, ledger
        What sends, and where the address of the upload is kept.
    record
        Of the video; its session and id are changed and written.
    size
        Of the file, in bytes.
    tell
        Told how far it came, after each piece.
    piece
        Bytes sent at a time, a multiple of ``UNIT``.
    """

    def __init__(
        self,
        caller: Caller,
        ledger: Ledger,
        record: UploadRecord,
        size: int,
        tell: Callable[[SentSoFar], None],
        piece: int = PIECE,
    ) -> None:
        self._caller, self._ledger, self._record = caller, ledger, record
        self._size, self._tell, self._piece = size, tell, piece
        self._first: tuple[int, float] | None = None

    def run(
        self, file: BinaryIO, start: ApiCall, note: Callable[[], None], find: Callable[[], str]
    ) -> None:
        """Upload the file, or what is missing of it; afterwards the record holds the video's id.

        Parameters
        ----------
        file
            The open file: it stays the same one, whatever takes its place in the folder.
        start
            The call that begins an upload.
        note
            Notes in the record what that call tells, before the record is written.
        find
            Returns the id of the video if it is on the channel already. It is asked where an
            upload is forgotten whose last bytes may have arrived.

        Raises
        ------
        PipelineError
            If YouTube refuses it, or does not answer after many tries.
        """
        has: int | None = None
        most = faults = 0
        while not self._record.video:
            wait = 0.0
            try:
                if not self._record.session:
                    self._begin(start, note)
                    has, most = 0, 0
                asked = has is None
                stand = self._ask() if has is None else self._send(file, has)
            except UnsureError as error:
                asked, stand, wait = False, _Stand("strange"), error.wait
            forward = stand.kind == "has" and stand.has > most
            if stand.kind == "done":
                self._finish(stand.video)
            elif stand.kind == "has" and stand.has < self._size and (forward or asked):
                has = stand.has
                if forward:
                    most, faults = has, 0
                    self._report(has)
            else:
                if stand.kind == "gone":
                    self._forget(find)
                    if self._record.video:
                        return
                # Nothing came forward: the server is asked where it stands, after a while.
                has, faults = None, faults + 1
                if faults >= MOST_FAULTS:
                    raise MachineError(
                        "YouTube does not take the video now; the same command goes on from here"
                    )
                self._caller.patience.wait(faults, wait)

    def settle(self, find: Callable[[], str]) -> None:
        """Find out how an upload ended that was never finished, without sending a byte of it.

        Afterwards the record holds the video's id, or no session.

        Parameters
        ----------
        find
            As in ``run``.
        """
        faults = 0
        while self._record.session and not self._record.video:
            wait = 0.0
            try:
                stand = self._ask()
            except UnsureError as error:
                stand, wait = _Stand("strange"), error.wait
            if stand.kind == "done":
                self._finish(stand.video)
            elif stand.kind == "gone" or (stand.kind == "has" and stand.has < self._size):
                self._forget(find)
            else:
                # With all its bytes there it may still become a video.
                faults += 1
                if faults >= MOST_FAULTS:
                    raise MachineError(
                        "YouTube does not say what became of an earlier upload; try again later"
                    )
                self._caller.patience.wait(faults, wait)

    def _begin(self, start: ApiCall, note: Callable[[], None]) -> None:
        data, headers = start.content()
        reply = self._caller.send(
            start.method,
            start.address(self._caller.base),
            data,
            {
                **headers,
                "X-Upload-Content-Length": str(self._size),
                "X-Upload-Content-Type": "video/mp4",
            },
        )
        address = reply.headers.get("Location")
        if reply.status_code != 200 or not address:
            raise refusal(start.name, reply)
        now = _date_of(reply) or self._caller.patience.now().astimezone(UTC)
        self._record.session, self._record.all_sent = address, False
        self._record.size = self._size
        self._record.begun = f"{now:%Y-%m-%dT%H:%M:%SZ}"
        note()
        self._ledger.write(self._record)

    def _ask(self) -> _Stand:
        return self._put(b"", "bytes */{size}")

    def _send(self, file: BinaryIO, has: int) -> _Stand:
        try:
            file.seek(has)
            data = file.read(self._piece)
        except OSError as error:
            raise explain(error) from error
        end = has + len(data)
        if not data:
            raise PipelineError(f"{file.name} became shorter while it was uploaded")
        if end == self._size and not self._record.all_sent:
            self._record.all_sent = True
            self._ledger.write(self._record)
        if self._first is None:
            self._first = has, self._caller.patience.seconds()
        stand = self._put(data, f"bytes {has}-{end - 1}/{{size}}")
        # The server cannot have more than it was sent.
        return _Stand("strange") if stand.kind == "has" and stand.has > end else stand

    def _put(self, data: bytes, where: str) -> _Stand:
        span = where.format(size=self._size)
        reply = self._caller.send("PUT", self._record.session, data, {"Content-Range": span})
        return self._stand(reply)

    def _stand(self, reply: Reply) -> _Stand:
        """Return what an answer means."""
        if reply.status_code in (200, 201):
            video = told_by(reply).get("id")
            # Without the id nothing is known but that the server must be asked again.
            return _Stand("done", video=video) if isinstance(video, str) else _Stand("strange")
        if reply.status_code in (404, 410):
            return _Stand("gone")
        if reply.status_code != 308:
            raise refusal("the upload", reply)
        told = reply.headers.get("Range")
        if told is None:
            return _Stand("has", 0)
        found = _RANGE.fullmatch(told)
        has = int(found[1]) + 1 if found else self._size + 1
        return _Stand("has", has) if has <= self._size else _Stand("strange")

    def _finish(self, video: str) -> None:
        self._record.video, self._record.session = video, ""
        self._ledger.write(self._record)

    def _forget(self, find: Callable[[], str]) -> None:
        """Give a session up that the server does not know, or that will not be finished."""
        found = find() if self._record.all_sent else ""
        if found:
            self._finish(found)
            return
        self._record.session, self._record.all_sent = "", False
        self._ledger.write(self._record)

    def _report(self, has: int) -> None:
        rate = 0.0
        if self._first is not None:
            since = self._caller.patience.seconds() - self._first[1]
            rate = (has - self._first[0]) / since if since > 0 else 0.0
        self._tell(SentSoFar(has, self._size, rate))


def _date_of(reply: Reply) -> datetime | None:
    """Return the server's own time, by which it will say when the video came."""
    try:
        return parsedate_to_datetime(reply.headers.get("Date") or "").astimezone(UTC)
    except ValueError:
        return None
