"""A public fake of the YouTube Data API, with faults; long: one server speaks all of its calls.

It follows the documentation (guides "Resumable Uploads" and "Quota", reference of each call), keeps
everything in memory, and asks for a valid access token. A script of faults says what goes wrong.

Faults, by what they do to the next request of a kind (``start``, ``piece``, ``last``, ``ask``, or
the name of a call such as ``captions.insert``):

``busy`` 503, nothing done; ``too fast`` 429 with Retry-After; ``half`` takes half of a piece, then
503; ``drop`` hangs up, nothing done; ``lost`` does all and hangs up without a reply; ``silent``
does all and says nothing until the other side hangs up; ``gone`` 404, and the session is forgotten;
``forgotten`` does all, forgets the session and hangs up; ``quota`` and ``refused`` 403;
``rejected`` 401, and the token is void; ``beyond`` and ``garbled`` name a Range that cannot be;
``more`` names more than was sent; ``nothing`` takes nothing, 308 without Range; ``created`` 201
instead of 200; ``nameless`` 200 without the id; ``processing`` takes all and still says 308.
"""

from __future__ import annotations

import json
import re
import threading
from collections import defaultdict, deque
from contextlib import suppress
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

REFRESH_TOKEN = "refresh-token-of-this-test-alone"  # noqa: S105 of the fake
TIME = 1_800_000_000
"""The server's time, in seconds of Unix."""
_CALLS = {
    ("POST", "/upload/youtube/v3/videos"): "start",
    ("PUT", "/youtube/v3/videos"): "videos.update",
    ("GET", "/youtube/v3/videos"): "videos.list",
    ("DELETE", "/youtube/v3/videos"): "videos.delete",
    ("POST", "/upload/youtube/v3/captions"): "captions.insert",
    ("PUT", "/upload/youtube/v3/captions"): "captions.update",
    ("GET", "/youtube/v3/captions"): "captions.list",
    ("POST", "/upload/youtube/v3/thumbnails/set"): "thumbnails.set",
    ("GET", "/youtube/v3/playlists"): "playlists.list",
    ("GET", "/youtube/v3/playlistItems"): "playlistItems.list",
    ("POST", "/youtube/v3/playlistItems"): "playlistItems.insert",
    ("GET", "/youtube/v3/channels"): "channels.list",
    ("POST", "/token"): "token",
}
_SPAN = re.compile(r"bytes (\d+)-(\d+)/(\d+)")


def kind_of(method, url, span):
    """Return what a request is, by the words of the script of faults."""
    path = urlsplit(url).path
    if path.startswith("/session/"):
        sent = _SPAN.fullmatch(span or "")
        if not sent:
            return "ask"
        return "last" if int(sent[2]) + 1 == int(sent[3]) else "piece"
    return _CALLS.get((method, path), "unknown")


class FakeYouTube:
    """The server; use it as a context."""

    def __init__(self):
        self.faults = defaultdict(deque)
        self.seen = []
        self.asked = []
        self.sessions, self.videos, self.captions = {}, {}, {}
        self.thumbnails, self.items, self.deleted = {}, {}, []
        self.playlists = {"PL1": "Calculus"}
        self.token, self.tokens = "", 0
        self.processing = 0
        self.lock, self.is_silent = threading.RLock(), threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self):
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def script(self, kind, *faults):
        """Let the next requests of a kind go wrong; ``ok`` lets one pass."""
        self.faults[kind].extend(faults)

    def new_token(self):
        """Void the access token and return the next one."""
        self.tokens += 1
        self.token = f"access-token-{self.tokens}-of-this-test"
        return self.token

    def new_id(self, made, prefix):
        """Return an id that was never used."""
        return f"{prefix}{len(made) + len(self.deleted) + 1}"


def _handler(api):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_words):
            """Say nothing."""

        def date_time_string(self, timestamp=None):  # noqa: ARG002
            return formatdate(TIME, usegmt=True)

        def handle(self):
            # A client that was killed in the middle of a request is no fault of the server's.
            with suppress(OSError):
                super().handle()

        def do_GET(self):
            self.serve()

        def do_POST(self):
            self.serve()

        def do_PUT(self):
            self.serve()

        def do_DELETE(self):
            self.serve()

        def serve(self):
            size = int(self.headers.get("Content-Length", 0))
            span = self.headers.get("Content-Range")
            kind = kind_of(self.command, self.path, span)
            body = self.rfile.read(size)
            if len(body) < size:
                self.close_connection = True
                if kind in ("piece", "last"):
                    with api.lock:
                        self.take(body, kind, whole=False)
                return
            with api.lock:
                api.seen.append(kind)
                query = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
                api.asked.append((kind, query, dict(self.headers), body))
                waiting = api.faults[kind]
                fault = waiting.popleft() if waiting else "ok"
                if kind != "token" and self.headers["Authorization"] != f"Bearer {api.token}":
                    self.error(401, "authError")
                elif not self.fails(fault, kind, body):
                    answer = self.answer(kind, query, body)
                    if fault in ("lost", "forgotten", "silent"):
                        self.close_connection = True
                        if fault == "forgotten":
                            api.sessions.pop(self.session_id, None)
                    elif fault == "created":
                        self.reply(201, answer[1])
                    elif fault == "nameless":
                        self.reply(200, {})
                    elif fault == "processing":
                        self.has(size=int(_SPAN.fullmatch(span)[3]))
                    else:
                        self.reply(*answer)
            if fault == "silent":
                api.is_silent.set()
                # The other side waits for an answer until it has had enough, and hangs up.
                self.connection.recv(1)

        @property
        def session_id(self):
            return urlsplit(self.path).path.rpartition("/")[2]

        def fails(self, fault, kind, body):
            """Do what a fault does instead of the call; return whether it did."""
            session = api.sessions.get(self.session_id)
            if fault == "busy":
                self.error(503, "backendError")
            elif fault == "too fast":
                self.error(429, "rateLimitExceeded", {"Retry-After": "7"})
            elif fault == "half":
                self.take(body[: len(body) // 2], kind, whole=False)
                self.error(503, "backendError")
            elif fault == "drop":
                self.close_connection = True
            elif fault == "gone":
                api.sessions.pop(self.session_id, None)
                self.error(404, "notFound")
            elif fault == "quota":
                self.error(403, "quotaExceeded")
            elif fault == "refused":
                self.error(403, "forbidden")
            elif fault == "rejected":
                api.new_token()
                self.error(401, "authError")
            elif fault == "beyond":
                self.has(size=session["size"] + 6)
            elif fault == "garbled":
                self.reply(308, headers={"Range": "bytes=5-9"})
            elif fault == "more":
                self.has(size=session["size"] - 1)
            elif fault == "nothing":
                self.reply(308)
            else:
                return False
            return True

        def has(self, size):
            self.reply(308, headers={"Range": f"bytes=0-{size - 1}"} if size else {})

        def take(self, body, kind, *, whole=True):
            """Append a piece to its session where it belongs; make the video when all is there."""
            session = api.sessions.get(self.session_id)
            if session is None or session["video"]:
                return session
            if kind != "ask":
                span = _SPAN.fullmatch(self.headers["Content-Range"])
                start, end, size = map(int, span.groups())
                assert size == session["size"]
                if whole:
                    assert end + 1 - start == len(body)
                    assert kind == "last" or len(body) % (256 * 1024) == 0
                if start == len(session["data"]):
                    session["data"] += body
            if len(session["data"]) == session["size"]:
                session["video"] = api.new_id(api.videos, "video")
                api.videos[session["video"]] = {
                    **session["told"],
                    "bytes": bytes(session["data"]),
                    "publishedAt": "2027-01-15T08:00:00Z",
                }
            return session

        def answer(self, kind, query, body):
            """Return the status, the body and the header fields of a call that goes well."""
            if kind in ("piece", "last", "ask"):
                session = self.take(body, kind)
                if session is None:
                    return 404, {}
                if session["video"]:
                    return 200, {"id": session["video"]}
                has = len(session["data"])
                return 308, {}, {"Range": f"bytes=0-{has - 1}"} if has else {}
            if kind == "start":
                told = json.loads(body)
                # Whoever leaves it out publishes the video.
                assert told["status"]["privacyStatus"]
                assert query["notifySubscribers"] == "false"
                assert set(query["part"].split(",")) == set(told)
                name = f"upload{len(api.seen)}"
                size = int(self.headers["X-Upload-Content-Length"])
                fresh = {"size": size, "data": bytearray(), "told": told, "video": ""}
                api.sessions[name] = fresh
                return 200, {}, {"Location": f"{api.base}session/{name}"}
            if kind == "token":
                told = parse_qs(body.decode())
                if told["refresh_token"] != [REFRESH_TOKEN]:
                    return 400, {"error": "invalid_grant"}
                return 200, {"access_token": api.new_token(), "expires_in": 3599}
            return self.answer_about_videos(kind, query, body)

        def answer_about_videos(self, kind, query, body):
            if kind == "videos.update":
                told = json.loads(body)
                if told["id"] not in api.videos:
                    return 404, {}
                assert set(query["part"].split(",")) == set(told) - {"id"}
                api.videos[told["id"]].update(told)
            elif kind == "videos.list":
                status = {"uploadStatus": "uploaded" if api.processing else "processed"}
                api.processing = max(0, api.processing - 1)
                return self.items(
                    [{"id": v, "status": status} for v in api.videos if v == query["id"]]
                )
            elif kind == "videos.delete":
                if api.videos.pop(query["id"], None) is None:
                    return 404, {}
                api.deleted.append(query["id"])
                return 204, None
            elif kind in ("captions.insert", "captions.update"):
                _, told, media, _ = body.split(b"--" + self.boundary())
                told = json.loads(told.partition(b"\r\n\r\n")[2])
                media = media.partition(b"\r\n\r\n")[2][:-2]
                if kind == "captions.insert":
                    told["id"] = api.new_id(api.captions, "caption")
                    taken = {json.dumps(one["snippet"]) for one in api.captions.values()}
                    if json.dumps(told["snippet"]) in taken:
                        return 409, {"error": {"errors": [{"reason": "captionExists"}]}}
                    api.captions[told["id"]] = told
                api.captions[told["id"]]["bytes"] = media
                return 200, {"id": told["id"]}
            elif kind == "captions.list":
                listed = [
                    {"id": key, "snippet": one["snippet"]} for key, one in api.captions.items()
                ]
                return self.items(
                    [one for one in listed if one["snippet"]["videoId"] == query["videoId"]]
                )
            elif kind == "thumbnails.set":
                api.thumbnails[query["videoId"]] = body
            elif kind == "playlists.list":
                return self.items(
                    [{"id": key, "snippet": {"title": name}} for key, name in api.playlists.items()]
                )
            elif kind == "playlistItems.insert":
                name = api.new_id(api.items, "item")
                api.items[name] = json.loads(body)["snippet"]
                return 200, {"id": name}
            elif kind == "playlistItems.list":
                return self.items(self.listed(query))
            elif kind == "channels.list":
                return self.items(
                    [{"contentDetails": {"relatedPlaylists": {"uploads": "UPLOADS"}}}]
                )
            else:
                return 404, {}
            return 200, {}

        def listed(self, query):
            if query["playlistId"] == "UPLOADS":
                return [
                    {
                        "id": f"place of {key}",
                        "snippet": {
                            "title": one["snippet"]["title"],
                            "publishedAt": one["publishedAt"],
                            "resourceId": {"videoId": key},
                        },
                    }
                    for key, one in api.videos.items()
                ]
            return [
                {"id": key, "snippet": one}
                for key, one in api.items.items()
                if one["playlistId"] == query["playlistId"]
                and one["resourceId"]["videoId"] == query["videoId"]
            ]

        def items(self, listed):
            """Answer with a list, one a page, as a long list comes."""
            query = parse_qs(urlsplit(self.path).query)
            place = int(query.get("pageToken", ["0"])[0])
            told = {"items": listed[place : place + 1]}
            if "maxResults" not in query:
                return 200, {"items": listed}
            if place + 1 < len(listed):
                told["nextPageToken"] = str(place + 1)
            return 200, told

        def boundary(self):
            return self.headers["Content-Type"].partition("boundary=")[2].encode()

        def error(self, status, reason, headers=None):
            told = {
                "error": {"errors": [{"reason": reason}], "message": f"{reason}, said the fake"}
            }
            self.reply(status, told, headers)

        def reply(self, status, told=None, headers=None):
            data = b"" if told is None else json.dumps(told).encode()
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Handler
