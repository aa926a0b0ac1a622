"""Signing in: once in the browser, afterwards from what is kept; told apart from its secrets."""

import json
import traceback
from types import SimpleNamespace

import pytest

from pipeline.types import MachineError, PipelineError
from publish.youtube import signin
from publish.youtube.signin import open_session
from publish.youtube.steps import SCOPE
from publish.youtube.tokens import SecretText
from tests.publish.youtube.server import REFRESH_TOKEN
from tests.publish.youtube.uploading import handed

WITHDRAWN = "withdrawn-of-this-test"
KEPT = {"client_id": "client", "client_secret": "hush", "refresh_token": REFRESH_TOKEN}


def keep(studio, **changed):
    told = {**KEPT, "token_uri": f"{studio.api.base}token", **changed}
    studio.vault.write(SecretText(json.dumps(told)))


@pytest.fixture
def client(tmp_path):
    path = tmp_path / "client.json"
    path.write_text(json.dumps({"installed": {"client_id": "client"}}))
    return path


def test_without_the_packages_the_way_out_is_told(studio, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(signin, "import_module", missing)
    with pytest.raises(MachineError, match="type: make youtube"):
        open_session(None, studio.vault, studio.said.append)


class TestWithGooglesPackages:
    @pytest.fixture(autouse=True)
    def packages(self):
        reason = "the extra youtube is not installed"
        pytest.importorskip("google.auth.transport.requests", reason=reason)
        pytest.importorskip("google_auth_oauthlib.flow", reason=reason)

    def test_the_whole_upload_goes_through_them(self, studio):
        keep(studio)
        studio.api.script("piece", "rejected", "half", "drop")
        studio.api.script("last", "lost")
        session = open_session(None, studio.vault, studio.said.append)
        desk = studio.desk()
        desk.open_session = lambda: session
        desk.upload(handed(studio.root))
        studio.check_one_video()

    def test_a_void_token_is_refreshed_by_us_alone(self, studio):
        keep(studio)
        studio.api.script("start", "rejected", "rejected")
        desk = studio.desk()
        desk.open_session = lambda: open_session(None, studio.vault, studio.said.append)
        with pytest.raises(PipelineError, match="sign in again with --client FILE"):
            desk.upload(handed(studio.root))
        assert studio.api.seen.count("start") == 2

    def test_a_sign_in_that_was_withdrawn_is_told_without_it(self, studio):
        keep(studio, refresh_token=WITHDRAWN)
        desk = studio.desk()
        desk.open_session = lambda: open_session(None, studio.vault, studio.said.append)
        with pytest.raises(PipelineError, match="Google does not take this sign-in") as refused:
            desk.upload(handed(studio.root))
        assert "of-this-test" not in "".join(traceback.format_exception(refused.value))

    def test_nobody_is_signed_in_at_first(self, studio, tmp_path):
        empty = type(studio.vault)(tmp_path / "empty", None)
        with pytest.raises(PipelineError, match="say --client FILE"):
            open_session(None, empty, studio.said.append)

    @pytest.mark.parametrize("kept", [REFRESH_TOKEN, "[]", '{"client_id": "c"}'])
    def test_a_damaged_sign_in_is_told_without_it(self, kept, studio):
        studio.vault.write(SecretText(kept + " " * 9))
        with pytest.raises(PipelineError, match="is damaged") as refused:
            open_session(None, studio.vault, studio.said.append)
        assert REFRESH_TOKEN not in str(refused.value)
        studio.vault.write(SecretText(REFRESH_TOKEN))

    def flow(self, monkeypatch, run):
        """Let a browser do as a test says."""
        asked = {}

        class Flow:
            @classmethod
            def from_client_secrets_file(cls, path, scopes):
                asked.update(path=path, scopes=scopes)
                return cls()

            def run_local_server(self, **options):
                asked.update(options)
                return run()

        real = signin.import_module
        fake = SimpleNamespace(InstalledAppFlow=Flow)
        monkeypatch.setattr(
            signin,
            "import_module",
            lambda name: fake if name == "google_auth_oauthlib.flow" else real(name),
        )
        return asked

    def test_signing_in_asks_for_one_permission_and_keeps_the_rest_secret(
        self, studio, client, monkeypatch
    ):
        from google.oauth2.credentials import Credentials

        uri = f"{studio.api.base}token"
        asked = self.flow(monkeypatch, lambda: Credentials(None, token_uri=uri, **KEPT))
        open_session(client, studio.vault, studio.said.append)
        assert asked["scopes"] == [SCOPE]
        assert asked["prompt"] == "consent"
        assert json.loads(studio.vault.read().reveal()) == {**KEPT, "token_uri": uri}
        desk = studio.desk()
        desk.open_session = lambda: open_session(None, studio.vault, studio.said.append)
        desk.upload(handed(studio.root))
        studio.check_one_video()

    def test_a_sign_in_that_fails_keeps_what_was_there_and_quotes_nothing(
        self, studio, client, monkeypatch
    ):
        def fail():
            raise ValueError(f"bad answer: {REFRESH_TOKEN}")

        self.flow(monkeypatch, fail)
        with pytest.raises(PipelineError, match=r"did not end well \(ValueError\)") as failed:
            open_session(client, studio.vault, studio.said.append)
        assert REFRESH_TOKEN not in "".join(traceback.format_exception(failed.value))
        assert studio.vault.read().reveal() == REFRESH_TOKEN

    @pytest.mark.parametrize("text", ["", "[]", '{"web": {}}'])
    def test_a_client_of_another_kind_is_refused(self, text, studio, client):
        client.write_text(text)
        with pytest.raises(PipelineError, match="no OAuth client of the type 'Desktop app'"):
            open_session(client, studio.vault, studio.said.append)
