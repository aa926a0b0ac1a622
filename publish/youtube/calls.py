"""Sends calls to YouTube and understands the answers.

A call is sent again after a fault that passes by itself, where that cannot do a thing twice.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline.types import Json, MachineError, PipelineError
from publish.youtube.api_call import BASE, ApiCall

MOST_FAULTS = 10
"""After so many faults in a row, none of which brought anything forward, an upload stops."""
_LONGEST_WAIT = 300.0
_TIMEOUT = 120.0
"""Seconds of silence after which a connection counts as broken."""
_SPENT = {"quotaExceeded", "dailyLimitExceeded"}
_TOO_FAST = {"rateLimitExceeded", "userRateLimitExceeded"}


class Reply(Protocol):
    """An answer as the library ``requests`` gives it."""

    @property
    def status_code(self) -> int:
        """The status of HTTP."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Its header fields, by name in any case."""

    @property
    def content(self) -> bytes:
        """Its body."""


class WebSession(Protocol):
    """What sends requests and signs them; a session of ``requests`` and one thing more."""

    def request(
        self,
        method: str,
        url: str,
        *,
        data: bytes,
        headers: Mapping[str, str],
        timeout: float,
        allow_redirects: bool,
    ) -> Reply:
        """Send one request; a broken connection is an ``OSError``."""

    def refresh(self) -> None:
        """Get a new access token."""


class UnsureError(MachineError):
    """A fault that passes by itself; what was asked for may have been done or not."""

    def __init__(self, message: str, wait: float = 0.0) -> None:
        super().__init__(f"{message}; the same command goes on from here")
        self.wait = wait


class QuotaSpentError(PipelineError):
    """YouTube answers no more today."""


@dataclass(frozen=True, slots=True)
class Patience:
    """The clock, the waiting and the chance, which tests replace.

    Attributes
    ----------
    now
        Returns the time of day.
    seconds
        Returns a time in seconds that only grows.
    sleep
        Waits for seconds.
    chance
        Returns a number from 0 to 1.
    """

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    seconds: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    def wait(self, faults: int, least: float = 0.0) -> None:
        """Wait after a fault: twice as long each time, and a part of that by chance.

        Parameters
        ----------
        faults
            How many there were in a row.
        least
            Seconds that YouTube asked to wait.
        """
        longest = min(2.0 ** (faults - 1), 64.0)
        self.sleep(min(max(least, longest * (0.5 + self.chance() / 2)), _LONGEST_WAIT))


class Caller:
    """Sends calls and understands the answers.

    Parameters
    ----------
    session
        What sends and signs them.
    base
        The address of YouTube; tests give another.
    patience
        Its clock.
    """

    def __init__(
        self, session: WebSession, base: str = BASE, patience: Patience | None = None
    ) -> None:
        self._session = session
        self.base = base
        self.patience = patience or Patience()

    def ask(self, call: ApiCall) -> Json:
        """Send a call that does no harm when it is sent twice, until it is answered.

        Raises
        ------
        PipelineError
            If YouTube refuses it, or does not answer after many tries.
        """
        faults = 0
        while True:
            try:
                return self.ask_once(call)
            except UnsureError as error:
                faults += 1
                if faults >= MOST_FAULTS:
                    raise
                self.patience.wait(faults, error.wait)

    def ask_once(self, call: ApiCall) -> Json:
        """Send a call once.

        Raises
        ------
        UnsureError
            If nobody knows whether it was done.
        PipelineError
            If YouTube refuses it.
        """
        data, headers = call.content()
        reply = self.send(call.method, call.address(self.base), data, headers)
        if not 200 <= reply.status_code < 300:
            raise refusal(call.name, reply)
        return told_by(reply)

    def send(self, method: str, address: str, data: bytes, headers: Mapping[str, str]) -> Reply:
        """Send one request; a rejected access token is refreshed, once.

        Raises
        ------
        UnsureError
            If the connection broke, or YouTube is busy.
        QuotaSpentError
            If the day's quota is used up.
        """
        _check_address(address, self.base)
        reply = self._send(method, address, data, headers)
        if reply.status_code == 401:
            self._session.refresh()
            reply = self._send(method, address, data, headers)
            if reply.status_code == 401:
                raise PipelineError(
                    "YouTube does not take this sign-in any more; sign in again with --client FILE"
                )
        reasons = reasons_of(reply)
        if reply.status_code == 403 and reasons & _SPENT:
            raise QuotaSpentError(
                f"YouTube's quota of the day is used up; it is reset {next_reset(self.patience)}, "
                "and the same command goes on from here then"
            )
        busy = reply.status_code == 403 and reasons & _TOO_FAST
        if busy or reply.status_code in (408, 429) or reply.status_code >= 500:
            raise UnsureError(f"YouTube is busy (status {reply.status_code})", _asked_wait(reply))
        return reply

    def _send(self, method: str, address: str, data: bytes, headers: Mapping[str, str]) -> Reply:
        try:
            # Status 308 means "go on" here. Whoever follows it as a redirection sends twice.
            return self._session.request(
                method,
                address,
                data=data,
                headers={**headers, "Content-Length": str(len(data))},
                timeout=_TIMEOUT,
                allow_redirects=False,
            )
        except OSError as error:
            # Its own words are not told: they may hold the address of the upload.
            raise UnsureError(f"the connection broke ({type(error).__name__})") from None


def told_by(reply: Reply) -> Json:
    """Return the JSON of an answer; nothing where it is none."""
    try:
        told = json.loads(reply.content or b"{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def reasons_of(reply: Reply) -> set[str]:
    """Return the words by which YouTube says why it refused."""
    error = told_by(reply).get("error") if reply.status_code >= 400 else None
    listed = error.get("errors", ()) if isinstance(error, dict) else ()
    return {str(one.get("reason")) for one in listed if isinstance(one, dict)}


def refusal(what: str, reply: Reply) -> PipelineError:
    """Return the error that says what YouTube refused, and why, in one line."""
    error = told_by(reply).get("error")
    message = str(error.get("message", "")) if isinstance(error, dict) else ""
    why = ", ".join(sorted(reasons_of(reply))) or f"status {reply.status_code}"
    said = f": {' '.join(message.split())[:300]}" if message else ""
    return PipelineError(f"YouTube refused {what} ({why}){said}")


def next_reset(patience: Patience) -> str:
    """Return when the day's quota is reset: at midnight of the Pacific coast."""
    try:
        there = patience.now().astimezone(ZoneInfo("America/Los_Angeles"))
    except ZoneInfoNotFoundError:
        return "at midnight Pacific Time"
    midnight = there.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return f"at midnight Pacific Time, {midnight.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _asked_wait(reply: Reply) -> float:
    asked = reply.headers.get("Retry-After") or ""
    return float(asked) if asked.isascii() and asked.isdigit() else 0.0


def _check_address(address: str, base: str) -> None:
    """Refuse an address that is not Google's: each request carries the access token."""
    to, ours = urlsplit(address), urlsplit(base)
    if (to.scheme, to.netloc) == (ours.scheme, ours.netloc):
        return
    host = to.hostname or ""
    if to.scheme != "https" or to.port not in (None, 443) or not host.endswith(".googleapis.com"):
        raise PipelineError("YouTube named an address for the upload that is not Google's")
