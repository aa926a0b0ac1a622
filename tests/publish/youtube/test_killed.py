"""The process is killed in the middle; a new one goes on, and there is one video in the end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MOMENTS = [
    "before start:1",
    "after start:1",
    "while writing:1",
    "after writing:1",
    "half of piece:2",
    "after piece:2",
    "before last:1",
    "half of last:1",
    "after last:1",
    "after captions.insert:1",
    "after thumbnails.set:1",
    "after playlistItems.insert:1",
]


def upload(studio, moment="never:1"):
    """Upload in a process of its own, which dies at a moment; return how it ended."""
    command = [sys.executable, "-m", "tests.publish.youtube.victim"]
    done = subprocess.run(
        [*command, str(studio.root), studio.api.base, moment],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    studio.check_no_token_lies_about(done.stdout, done.stderr)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_once(moment, studio):
    assert upload(studio, moment) == -signal.SIGKILL
    assert upload(studio) == 0
    studio.check_one_video()
    # Before its address is on the disk, and before a byte was sent, an upload begins anew.
    begun = 2 if moment in ("after start:1", "while writing:1") else 1
    assert studio.api.seen.count("start") == begun


def test_killed_ten_times_in_a_row(studio):
    # Each process looks for the playlist, then comes a few moments farther than the one before.
    ends = [upload(studio, f"*:{place}") for place in (1, 2, 3, 4, 5, 6, 7, 7, 6, 6)]
    assert ends == [-signal.SIGKILL] * 10
    assert upload(studio) == 0
    studio.check_one_video()


def test_killed_at_the_lost_last_reply(studio):
    """The worst: all bytes are there, the video is made, and nobody was told."""
    studio.api.script("last", "lost")
    studio.api.script("ask", "busy")
    assert upload(studio, "before ask:1") == -signal.SIGKILL
    assert len(studio.api.videos) == 1
    assert upload(studio) == 0
    studio.check_one_video()
    assert studio.api.seen.count("start") == 1


def test_an_upload_keeps_every_other_out(studio):
    with studio.desk().ledger.alone():
        command = [sys.executable, "-m", "tests.publish.youtube.victim"]
        done = subprocess.run(
            [*command, str(studio.root), studio.api.base],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert f"the upload to YouTube is in use by process {os.getpid()}" in done.stderr
    assert studio.api.seen == []
