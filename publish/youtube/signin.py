"""Signing in to YouTube: in the browser once, afterwards with what is kept of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.types import Json, MachineError, PipelineError
from publish.youtube.calls import Reply
from publish.youtube.steps import SCOPE
from publish.youtube.tokens import SecretText, Vault

_KEPT = ("client_id", "client_secret", "refresh_token", "token_uri")


class GoogleSession:
    """A session of ``requests`` that signs each request, and refreshes when it is told to.

    Parameters
    ----------
    credentials
        Of ``google.oauth2.credentials``.
    """

    def __init__(self, credentials: Any) -> None:
        transport = _imported("google.auth.transport.requests")
        self._failures = _imported("google.auth.exceptions")
        self._credentials = credentials
        self._refresher = transport.Request()
        # Its own second try after 401 is switched off: there is one place that sends again.
        self._session = transport.AuthorizedSession(credentials, refresh_status_codes=())

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
        """Send one request."""
        reply: Reply = self._tried(
            lambda: self._session.request(
                method,
                url,
                data=data,
                headers=dict(headers),
                timeout=timeout,
                allow_redirects=allow_redirects,
            )
        )
        return reply

    def refresh(self) -> None:
        """Get a new access token."""
        self._tried(lambda: self._credentials.refresh(self._refresher))

    def _tried(self, do: Callable[[], Any]) -> Any:
        # What these errors say themselves may quote an answer with a token in it.
        try:
            return do()
        except self._failures.TransportError:
            broken = True
        except self._failures.GoogleAuthError:
            broken = False
        if broken:
            raise ConnectionError("no connection for signing in")
        raise PipelineError(
            "Google does not take this sign-in any more; sign in with --client FILE"
        )


def open_session(client: Path | None, vault: Vault, say: Callable[[str], None]) -> GoogleSession:
    """Return a session that is signed in, from what is kept or by asking in the browser.

    Parameters
    ----------
    client
        The file of the OAuth client from the Google Cloud console; with it the user signs in anew.
    vault
        Where the sign-in is kept.
    say
        Told what happens.

    Raises
    ------
    PipelineError
        If nothing is kept and no client is named, or the sign-in fails.
    """
    credentials = _imported("google.oauth2.credentials")
    if client is None:
        secret = vault.read()
        if secret is None:
            raise PipelineError(
                "nobody is signed in to YouTube here: "
                "say --client FILE with the OAuth client from the Google Cloud console"
            )
        kept = _understood(secret)
        return GoogleSession(
            credentials.Credentials(
                None, **{name: kept.get(name) for name in _KEPT}, scopes=[SCOPE]
            )
        )
    _check_client(client)
    flows = _imported("google_auth_oauthlib.flow")
    say("sign in in the browser that opens now")
    told = None
    try:
        flow = flows.InstalledAppFlow.from_client_secrets_file(str(client), scopes=[SCOPE])
        told = flow.run_local_server(port=0, access_type="offline", prompt="consent")
    except Exception as error:  # noqa: BLE001 its errors have many kinds, and may quote a token
        reason = type(error).__name__
    if told is None or not told.refresh_token:
        why = f" ({reason})" if told is None else ""
        raise PipelineError(f"the sign-in did not end well{why}; nothing was kept; try it again")
    kept = {name: getattr(told, name) for name in _KEPT}
    vault.write(SecretText(json.dumps(kept)))
    return GoogleSession(told)


def _understood(secret: SecretText) -> Json:
    try:
        kept = json.loads(secret.reveal())
    except ValueError:
        kept = None
    if not isinstance(kept, dict) or not all(isinstance(kept.get(name), str) for name in _KEPT):
        raise PipelineError("the sign-in that is kept is damaged; sign in with --client FILE")
    return kept


def _check_client(client: Path) -> None:
    try:
        told = json.loads(client.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        told = None
    if not isinstance(told, dict) or "installed" not in told:
        raise PipelineError(
            f"{client} is no OAuth client of the type 'Desktop app'; "
            "download its JSON from the Google Cloud console"
        )


def _imported(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        pass
    raise MachineError(
        "uploading needs a few packages more; type: make youtube (or pip install '.[youtube]')"
    )
