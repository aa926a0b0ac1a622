"""A server, a folder that is published, and a desk from which it is uploaded."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from publish.youtube.steps import Wishes
from publish.youtube.tokens import SecretText, Vault
from tests.publish.youtube.server import REFRESH_TOKEN, FakeYouTube
from tests.publish.youtube.uploading import FakeTime, PlainSession, desk_for, handed, write_folder


class HastySession(PlainSession):
    """Gives up waiting where the server says nothing, as a session does after its timeout."""

    def __init__(self, api, vault):
        super().__init__(api.base, vault)
        self.api = api

    def begin(self, kind):
        self.is_hasty = list(self.api.faults[kind])[:1] == ["silent"]

    def sent(self, kind):
        del kind
        if self.is_hasty:
            assert self.api.is_silent.wait(10)
            self.api.is_silent.clear()
            raise TimeoutError


@dataclass
class Studio:
    """A user with a folder to upload, and the channel that it goes to."""

    root: Path
    api: FakeYouTube
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    yes: bool = True
    time: FakeTime = field(default_factory=FakeTime)

    @property
    def vault(self):
        return Vault(self.root / "vault", None)

    def confirm(self, question):
        self.asked.append(question)
        return self.yes

    def desk(self, **wishes):
        """Return a desk as a new process has it: nothing is known but what lies on the disk."""
        return desk_for(
            self.root,
            self.api.base,
            HastySession(self.api, self.vault),
            self.said.append,
            self.confirm,
            self.time.patience(),
            Wishes(**{"playlist": "Calculus", **wishes}),
        )

    def upload(self, privacy=None, at=None, **wishes):
        self.desk(**wishes).upload(handed(self.root, privacy, at))

    def rewrite(self, **changed):
        write_folder(self.root / "youtube", **changed)

    def changes(self):
        """Return the calls since then that change anything."""
        return [
            kind
            for kind in self.api.seen
            if kind != "token" and not kind.endswith((".list", "piece"))
        ]

    def check_one_video(self):
        """One video is there, with these bytes, captions, thumbnail and place in the playlist."""
        (video,) = handed(self.root)
        ((name, told),) = self.api.videos.items()
        assert told["bytes"] == video.path.read_bytes()
        assert told["snippet"] == video.insert["snippet"]
        (captions,) = self.api.captions.values()
        assert captions["snippet"] == {"videoId": name, "language": "en", "name": ""}
        assert captions["bytes"] == video.captions.read_bytes()
        assert self.api.thumbnails[name] == video.thumbnail.read_bytes()
        (item,) = self.api.items.values()
        assert item == {
            "playlistId": "PL1",
            "resourceId": {"kind": "youtube#video", "videoId": name},
        }

    def check_no_token_lies_about(self, *texts):
        """No token stands in any file but its own, nor in what was said."""
        secret = b"-of-this-test"
        holding = [
            path.relative_to(self.root).as_posix()
            for path in self.root.rglob("*")
            if path.is_file() and secret in path.read_bytes()
        ]
        assert holding == ["vault/youtube.json"]
        for text in (*self.said, *self.asked, *texts):
            assert secret.decode() not in text


@pytest.fixture
def api():
    with FakeYouTube() as server:
        yield server


@pytest.fixture
def studio(tmp_path, api):
    made = Studio(tmp_path, api)
    made.rewrite()
    made.vault.write(SecretText(REFRESH_TOKEN))
    yield made
    if os.listdir(tmp_path):  # noqa: PTH208 only whether it is there
        made.check_no_token_lies_about()


@pytest.fixture
def uploaded(studio):
    studio.upload()
    studio.api.seen.clear()
    studio.api.asked.clear()
    studio.asked.clear()
    studio.said.clear()
    return studio
