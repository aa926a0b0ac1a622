"""The sign-in: kept in the system's keyring, else in a file that the user alone can read."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from pipeline.types import MachineError, PipelineError, explain
from publish.youtube.ledger import write_for_good

SERVICE, ACCOUNT = "language-of-change", "youtube"
_FILE = "youtube.json"


class KeyringLike(Protocol):
    """A keyring, as the package ``keyring`` has it."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Return what is kept."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep it."""


class SecretText:
    """A text that is shown nowhere: neither by print, nor in a traceback that shows variables."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text itself."""
        return self._text

    def __repr__(self) -> str:
        return "SecretText(...)"

    def __reduce__(self) -> Any:
        raise TypeError("a secret is not written anywhere")


class Vault:
    """Where the sign-in is kept from one upload to the next.

    Parameters
    ----------
    folder
        For the file; it must belong to the user and be closed to all others.
    keyring
        The system's; ``None`` where there is none.
    """

    def __init__(self, folder: Path, keyring: KeyringLike | None) -> None:
        self._folder, self._keyring = folder, keyring

    def read(self) -> SecretText | None:
        """Return what is kept; ``None`` where nothing is.

        Raises
        ------
        PipelineError
            If others could have read or changed the file.
        """
        if self._keyring is not None:
            told = _without_its_words(
                lambda keyring: keyring.get_password(SERVICE, ACCOUNT), self._keyring
            )
            return None if told is None else SecretText(told)
        try:
            _check(self._folder, self._folder.lstat(), stat.S_ISDIR, 0o700)
            handle = os.open(self._folder / _FILE, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise explain(error) from error
        with os.fdopen(handle, encoding="utf-8") as file:
            _check(self._folder / _FILE, os.fstat(handle), stat.S_ISREG, 0o600)
            return SecretText(file.read())

    def write(self, secret: SecretText) -> None:
        """Keep a sign-in.

        Raises
        ------
        PipelineError
            If it would not be safe there.
        """
        if self._keyring is not None:
            _without_its_words(
                lambda keyring: keyring.set_password(SERVICE, ACCOUNT, secret.reveal()),
                self._keyring,
            )
            return
        try:
            with suppress(FileExistsError):
                self._folder.parent.mkdir(parents=True, exist_ok=True)
                self._folder.mkdir(mode=0o700)
            _check(self._folder, self._folder.lstat(), stat.S_ISDIR, 0o700)
            write_for_good(self._folder / _FILE, secret.reveal())
        except OSError as error:
            raise explain(error) from error


def home_folder() -> Path:
    """Return where a user's own settings are kept."""
    root = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(root) / SERVICE


def system_keyring() -> KeyringLike | None:
    """Return the system's keyring; ``None`` where there is none that keeps anything."""
    try:
        keyring: Any = import_module("keyring")
    except ImportError:
        return None
    found: Any = keyring.get_keyring()
    # Backends that only fail, or keep nothing, have no priority above zero.
    return found if getattr(found, "priority", 0) > 0 else None


def _check(path: Path, seen: os.stat_result, is_kind: Callable[[int], bool], mode: int) -> None:
    wrong = (
        "is no plain file or folder"
        if not is_kind(seen.st_mode)
        else "belongs to another user"
        if seen.st_uid != os.getuid()
        else "is open to other users"
        if stat.S_IMODE(seen.st_mode) & ~mode
        else ""
    )
    if wrong:
        raise PipelineError(
            f"{path} {wrong}, so that the sign-in in it is not safe: "
            "remove it, and sign in again with --client FILE"
        )


def _without_its_words(do: Callable[[KeyringLike], str | None], keyring: KeyringLike) -> str | None:
    """Call a keyring; what it says when it fails is not told, since it may quote the secret."""
    try:
        return do(keyring)
    except Exception as error:  # noqa: BLE001 each backend raises errors of its own
        name = type(error).__name__
    raise MachineError(f"the system's keyring does not answer ({name}); unlock it and try again")
