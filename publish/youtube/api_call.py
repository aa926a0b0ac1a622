"""Requests to YouTube as data, which can be shown before they are sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from pipeline.types import Json

BASE = "https://youtube.googleapis.com/"


@dataclass(frozen=True, slots=True)
class ApiCall:
    """One call: what is asked for, not yet sent.

    Attributes
    ----------
    name
        As the documentation of YouTube calls it.
    method, path, params
        Of its request; ``params`` go into the address.
    body
        What is told as JSON.
    media, media_type
        A file that goes along, and its type.
    """

    name: str
    method: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    body: Json | None = None
    media: bytes = b""
    media_type: str = ""

    def address(self, base: str) -> str:
        """Return where it is sent."""
        return f"{base}{self.path}?{urlencode(self.params, safe=',')}"

    def content(self) -> tuple[bytes, dict[str, str]]:
        """Return its bytes and the header fields that say what they are."""
        told = b"" if self.body is None else json.dumps(self.body, ensure_ascii=False).encode()
        json_type = "application/json; charset=UTF-8"
        if not self.media:
            return told, {"Content-Type": json_type} if told else {}
        if self.body is None:
            return self.media, {"Content-Type": self.media_type}
        mark = b"part-of-" + self.name.replace(".", "-").encode()
        while mark in self.media or mark in told:
            mark += b"-"
        parts = ((json_type, told), (self.media_type, self.media))
        whole = b"".join(
            b"--%b\r\nContent-Type: %b\r\n\r\n%b\r\n" % (mark, kind.encode(), part)
            for kind, part in parts
        )
        kind = f"multipart/related; boundary={mark.decode()}"
        return whole + b"--%b--\r\n" % mark, {"Content-Type": kind}

    def shown(self, base: str = BASE) -> str:
        """Return the call as a person reads it before it is sent."""
        lines = [f"{self.name}: {self.method} {self.address(base)}"]
        if self.body is not None:
            lines.append(json.dumps(self.body, indent=1, ensure_ascii=False))
        if self.media:
            lines.append(f"and {len(self.media):,} bytes of {self.media_type}")
        return "\n".join(lines)
