"""The server of a published folder answers for whole files and for parts of them."""

from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from pipeline.types import MachineError
from publish.site.server import make_server, part_of

VIDEO = bytes(range(256)) * 1000
"""More than the server sends in one piece."""
SIZE = len(VIDEO)
QUICK = 0.01  # seconds after which the server sees that it is to stop


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Serve a folder with a video and a page, and give the port."""
    (tmp_path / "video.mp4").write_bytes(VIDEO)
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "index.html").write_text("<!doctype html><title>Course</title>", encoding="utf-8")
    with make_server(tmp_path, 0) as server:
        Thread(target=server.serve_forever, args=[QUICK], daemon=True).start()
        yield server.server_port
        server.shutdown()


def ask(
    port: int, name: str, part: str | None = None, method: str = "GET"
) -> tuple[HTTPResponse, bytes]:
    """Return the answer of the server, and what came with it."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    headers: Mapping[str, str] = {} if part is None else {"Range": part}
    connection.request(method, f"/{name}", headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_a_file_is_sent_whole_and_parts_are_offered(port: int) -> None:
    answer, body = ask(port, "video.mp4")
    assert (answer.status, body) == (200, VIDEO)
    assert answer.getheader("Accept-Ranges") == "bytes"
    assert answer.getheader("Content-Type") == "video/mp4"
    assert answer.getheader("Content-Length") == str(SIZE)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=10-19", 10, 19),
        ("bytes=0-", 0, SIZE - 1),
        (f"bytes={SIZE - 1}-", SIZE - 1, SIZE - 1),
        ("bytes=100-9999999", 100, SIZE - 1),
        ("bytes=-7", SIZE - 7, SIZE - 1),
        ("bytes=-9999999", 0, SIZE - 1),
    ],
)
def test_a_part_of_a_file_is_sent_alone(port: int, asked: str, first: int, last: int) -> None:
    answer, body = ask(port, "video.mp4", asked)
    assert (answer.status, body) == (206, VIDEO[first : last + 1])
    assert answer.getheader("Content-Range") == f"bytes {first}-{last}/{SIZE}"
    assert answer.getheader("Content-Length") == str(last - first + 1)
    assert answer.getheader("Content-Type") == "video/mp4"


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", f"bytes={SIZE + 5}-{SIZE + 9}", "bytes=-0"])
def test_a_part_outside_of_a_file_is_refused_with_its_size(port: int, asked: str) -> None:
    answer, body = ask(port, "video.mp4", asked)
    assert (answer.status, body) == (416, b"")
    assert answer.getheader("Content-Range") == f"bytes */{SIZE}"


@pytest.mark.parametrize("asked", ["bytes=0-", "bytes=-1"])
def test_an_empty_file_has_no_part(port: int, asked: str) -> None:
    assert ask(port, "empty.mp4", asked)[0].status == 416


@pytest.mark.parametrize(
    "asked", ["bytes=-", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", "bytes=9-3", "nonsense"]
)
def test_what_is_no_range_of_bytes_gets_the_whole_file(port: int, asked: str) -> None:
    answer, body = ask(port, "video.mp4", asked)
    assert (answer.status, body) == (200, VIDEO)


@pytest.mark.parametrize(("asked", "status", "length"), [(None, 200, SIZE), ("bytes=5-8", 206, 4)])
def test_the_head_alone_tells_the_length(
    port: int, asked: str | None, status: int, length: int
) -> None:
    answer, body = ask(port, "video.mp4", asked, "HEAD")
    assert (answer.status, body) == (status, b"")
    assert answer.getheader("Content-Length") == str(length)


def test_a_folder_is_its_index_and_scripts_have_their_type(port: int, tmp_path: Path) -> None:
    answer, body = ask(port, "", "bytes=0-4")
    assert answer.status == 200
    assert b"Course" in body
    for name, kind in (("a.js", "text/javascript"), ("a.woff2", "font/woff2")):
        (tmp_path / name).touch()
        assert ask(port, name)[0].getheader("Content-Type") == kind


@pytest.mark.parametrize("name", ["nothing.mp4", "../secret.txt", "%2e%2e/secret.txt"])
def test_nothing_is_sent_that_is_not_in_the_folder(port: int, tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret.txt").write_text("secret", encoding="utf-8")
    for part in (None, "bytes=0-"):
        assert ask(port, name, part)[0].status == 404


def test_several_parts_are_asked_for_over_one_connection(port: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    for first in (0, 1000, SIZE, 5):
        connection.request("GET", "/video.mp4", headers={"Range": f"bytes={first}-{first + 9}"})
        assert connection.getresponse().read() == VIDEO[first : first + 10]
    connection.close()


def test_a_port_that_is_taken_is_named(port: int, tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=rf"port {port} cannot be used .* --port"):
        make_server(tmp_path, port)


def test_a_part_is_counted_from_either_end() -> None:
    assert part_of(10, "2", "5") == (2, 5)
    assert part_of(10, "2", "") == (2, 9)
    assert part_of(10, "", "3") == (7, 9)
    assert part_of(10, "", "30") == (0, 9)
