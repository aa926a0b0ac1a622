"""The command as it is typed: what it takes, what it shows, and that it uploads its own folder."""

from dataclasses import replace
from functools import partial

import pytest
from click.testing import CliRunner

from lessons.library import publication_of
from pipeline.types import PipelineError, UsageError
from publish.commands import publish
from publish.youtube import folder as folders
from publish.youtube import signin, upload
from publish.youtube.resumable import UNIT
from publish.youtube.tokens import SecretText, Vault
from tests.publish.conftest import LESSON, PROFILE
from tests.publish.youtube.server import REFRESH_TOKEN
from tests.publish.youtube.uploading import FakeTime, PlainSession


@pytest.fixture
def typed(publisher, api, monkeypatch, tmp_path):
    """Return a function that types the command in a folder with a rendered lesson."""
    monkeypatch.chdir(tmp_path)
    # Neither the tiny lesson's words nor its pictures, drawn for speed, are what YouTube takes.
    told = replace(publication_of(LESSON), description="A dot moves.")
    monkeypatch.setattr(folders, "read_publication", lambda _name: told)
    monkeypatch.setattr(folders, "faults_of", lambda _path: [])
    here = partial(upload.UploadDesk, base=api.base, patience=FakeTime().patience(), piece=UNIT)
    monkeypatch.setattr(upload, "UploadDesk", here)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    vault = Vault(tmp_path / "vault", None)
    vault.write(SecretText(REFRESH_TOKEN))
    monkeypatch.setattr(
        signin, "open_session", lambda _client, _vault, _say: PlainSession(api.base, vault)
    )

    def run(*words, answer="y\n"):
        places = ["--lesson", LESSON, "--profile", PROFILE, "--to", str(tmp_path / "youtube")]
        places += ["--out", str(publisher.out), "--store", str(publisher.folder / "store")]
        command = ["youtube", *words, *places]
        return CliRunner().invoke(publish, command, input=answer)

    return run


def test_the_folder_that_was_written_is_uploaded_once(typed, api, tmp_path):
    first = typed("--upload", "--playlist", "Calculus")
    assert first.exit_code == 0, first.output
    folder = tmp_path / "youtube"
    sent = {path.read_bytes() for path in folder.rglob("*.mp4")}
    assert len(sent) == 3
    assert {one["bytes"] for one in api.videos.values()} == sent
    assert {one["status"]["privacyStatus"] for one in api.videos.values()} == {"private"}
    assert len(list((tmp_path / "state/language-of-change/youtube").glob("*.json"))) == 3
    api.seen.clear()
    again = typed("--upload", "--playlist", "Calculus")
    assert "YouTube has all of this already" in again.output
    assert set(api.seen) == {"token", "videos.list"}


def test_a_dry_run_shows_the_calls_and_signs_nobody_in(typed, api):
    shown = typed("--dry-run", "--whole", "--privacy", "unlisted")
    assert shown.exit_code == 0, shown.output
    assert '"privacyStatus": "unlisted"' in shown.output
    assert "That takes 1 of 100 uploads" in shown.output
    assert api.seen == []


def test_who_says_no_uploads_nothing(typed, api):
    refused = typed("--upload", answer="n\n")
    assert "3 of 100 uploads and 1,350 of 10,000 units" in refused.output
    assert isinstance(refused.exception, PipelineError)
    assert api.seen == []


def test_options_of_an_upload_stand_with_it_alone(typed):
    for words in (("--privacy", "public"), ("--replace",), ("--playlist", "X"), ("--at", "2027")):
        assert "go with --upload or --dry-run" in typed(*words).output


def test_a_date_that_cannot_be_is_told_before_anything_is_written(typed, tmp_path):
    refused = typed("--upload", "--at", "2020-01-01")
    assert isinstance(refused.exception, UsageError)
    assert not (tmp_path / "youtube").exists()
