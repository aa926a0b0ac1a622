"""A web server for one folder, on this machine only, that answers for parts of a file.

A browser asks for parts of a video when it seeks; Python's own server always sends the whole.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.types import MachineError

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_PIECE = 1 << 16


class RangeHandler(SimpleHTTPRequestHandler):
    """Serves files of a folder, whole or in part (RFC 9110, section 14)."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".vtt": "text/vtt",
        ".woff2": "font/woff2",
        ".js": "text/javascript",
    }

    def send_head(self) -> BinaryIO | None:
        """Answer with the head of a file, or of the part of it that was asked for."""
        self.left: int | None = None
        wanted = _RANGE.fullmatch(self.headers.get("Range", "").strip())
        path = Path(self.translate_path(self.path))
        if wanted is None or not path.is_file() or not is_range(*wanted.groups()):
            return super().send_head()
        size = path.stat().st_size
        first, last = part_of(size, *wanted.groups())
        if first > last:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        file = path.open("rb")
        file.seek(first)
        self.left = last - first + 1
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(self.left))
        self.end_headers()
        return file

    def end_headers(self) -> None:
        """Say with every answer that parts can be asked for."""
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        """Send a file, or as much of it as was asked for."""
        try:
            if self.left is None:
                super().copyfile(source, outputfile)
                return
            while self.left > 0 and (piece := source.read(min(_PIECE, self.left))):
                outputfile.write(piece)
                self.left -= len(piece)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the browser has seeked elsewhere

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


class QuietServer(ThreadingHTTPServer):
    """Says nothing of a browser that went away; every other error is told as ever."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of an error in an answer, unless the browser closed the connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def is_range(first: str, last: str) -> bool:
    """Whether a range has an end, and does not end before it begins; else it is to be ignored."""
    return bool(first or last) and not (first and last and int(last) < int(first))


def part_of(size: int, first: str, last: str) -> tuple[int, int]:
    """Return the first and the last byte that a range of a file asks for.

    Parameters
    ----------
    size
        Of the file, in bytes.
    first, last
        As they were asked for; without a first one the last so many bytes are meant. The range is
        empty, the first behind the last, where it lies outside of the file.
    """
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def make_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder that listens on this machine only.

    Raises
    ------
    MachineError
        If the port is taken.
    """
    handler = partial(RangeHandler, directory=os.fspath(folder))
    try:
        return QuietServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise MachineError(
            f"port {port} cannot be used ({error.strerror}); choose another with --port"
        ) from None


def serve_folder(folder: Path, port: int, say: Callable[[str], None]) -> None:
    """Serve a folder until it is interrupted."""
    with make_server(folder, port) as server:
        say(f"http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it)")
        server.serve_forever()
