"""What is kept: the ledger whole or not at all, the sign-in where nobody else can read it."""

import json
import os
import pickle
import stat
import traceback

import pytest

from pipeline.types import MachineError, PipelineError
from publish.youtube import ledger as ledgers
from publish.youtube import tokens
from publish.youtube.ledger import Ledger, UploadRecord
from publish.youtube.tokens import SecretText, Vault, home_folder

KEY = "a" * 64
SECRET = "a secret of this test"  # noqa: S105 of the fake


class TestLedger:
    def test_a_record_comes_back_as_it_was(self, tmp_path):
        record = UploadRecord(KEY, "tiny/tiny", title="Ä dot", size=7, all_sent=True, video="v")
        Ledger(tmp_path / "new").write(record)
        assert Ledger(tmp_path / "new").read(KEY, "tiny/tiny") == record

    def test_an_unknown_key_has_an_empty_record(self, tmp_path):
        assert Ledger(tmp_path).read(KEY, "tiny/tiny") == UploadRecord(KEY, "tiny/tiny")

    def test_the_same_picture_under_another_name_is_the_same_video(self, tmp_path):
        ledger = Ledger(tmp_path)
        ledger.write(UploadRecord(KEY, "tiny/old", video="v"))
        assert ledger.read(KEY, "tiny/new") == UploadRecord(KEY, "tiny/new", video="v")

    @pytest.mark.parametrize("text", ["", "{", "[]", '{"key": 1, "else": 2}', "null"])
    def test_a_damaged_record_is_no_leave_to_begin_anew(self, text, tmp_path):
        (tmp_path / f"{KEY}.json").write_text(text)
        with pytest.raises(PipelineError, match="could be uploaded twice"):
            Ledger(tmp_path).read(KEY, "tiny/tiny")

    def test_a_copied_record_is_refused(self, tmp_path):
        Ledger(tmp_path).write(UploadRecord(KEY, "tiny/tiny", video="v"))
        (tmp_path / f"{KEY}.json").rename(tmp_path / f"{'b' * 64}.json")
        with pytest.raises(PipelineError, match="tells of another video"):
            Ledger(tmp_path).read("b" * 64, "tiny/tiny")

    @pytest.mark.parametrize("key", ["", "../up", "A" * 64, "a" * 63])
    def test_a_key_that_is_no_digest_is_refused(self, key, tmp_path):
        with pytest.raises(PipelineError, match="no digest of a video"):
            Ledger(tmp_path).read(key, "tiny/tiny")

    def test_a_write_that_fails_leaves_the_old_record(self, tmp_path, monkeypatch):
        ledger = Ledger(tmp_path)
        ledger.write(UploadRecord(KEY, "tiny/tiny", video="old"))

        def full(_handle):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(ledgers.os, "fsync", full)
        with pytest.raises(MachineError, match="no space left"):
            ledger.write(UploadRecord(KEY, "tiny/tiny", video="new"))
        assert ledger.read(KEY, "tiny/tiny").video == "old"
        assert [path.name for path in tmp_path.iterdir()] == [f"{KEY}.json"]

    def test_file_and_folder_reach_the_disk_in_this_order(self, tmp_path, monkeypatch):
        reached, real = [], os.fsync

        def fsync(handle):
            reached.append(stat.S_ISDIR(os.fstat(handle).st_mode))
            real(handle)

        monkeypatch.setattr(ledgers.os, "fsync", fsync)
        Ledger(tmp_path).write(UploadRecord(KEY, "tiny/tiny"))
        assert reached == [False, True]

    def test_what_a_killed_process_left_is_taken_away(self, tmp_path):
        left = tmp_path / f".{KEY}.json.new"
        left.write_text("half")
        ledger = Ledger(tmp_path)
        assert ledger.others(UploadRecord(KEY, "tiny/tiny")) == []
        ledger.write(UploadRecord(KEY, "tiny/tiny"))
        assert not left.exists()

    def test_others_cannot_read_it(self, tmp_path):
        ledger = Ledger(tmp_path / "new")
        ledger.write(UploadRecord(KEY, "tiny/tiny"))
        assert stat.S_IMODE(ledger.folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((ledger.folder / f"{KEY}.json").stat().st_mode) == 0o600


class FakeKeyring:
    """A keyring in memory; a locked one quotes what it was given, as a careless one may."""

    priority = 5

    def __init__(self, *, locked=False):
        self.kept, self.locked = {}, locked

    def get_password(self, service, username):
        if self.locked:
            raise RuntimeError(f"locked: {SECRET}")
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        if self.locked:
            raise RuntimeError(f"locked: {password}")
        self.kept[service, username] = password


class TestVault:
    @pytest.fixture
    def vault(self, tmp_path):
        made = Vault(tmp_path / "kept", None)
        made.write(SecretText(SECRET))
        return made

    def test_the_file_is_closed_to_all_others(self, vault, tmp_path):
        folder = tmp_path / "kept"
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / "youtube.json").stat().st_mode) == 0o600
        assert vault.read().reveal() == SECRET

    def test_nothing_is_kept_at_first(self, tmp_path):
        assert Vault(tmp_path / "none", None).read() is None
        assert Vault(tmp_path / "none", FakeKeyring()).read() is None

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o700, 0o777])
    def test_a_looser_file_is_refused(self, mode, vault, tmp_path):
        (tmp_path / "kept/youtube.json").chmod(mode)
        with pytest.raises(PipelineError, match=r"youtube.json is open to other users"):
            vault.read()

    @pytest.mark.parametrize("mode", [0o750, 0o705, 0o711, 0o777])
    def test_a_looser_folder_is_refused(self, mode, vault, tmp_path):
        (tmp_path / "kept").chmod(mode)
        for use in (vault.read, lambda: vault.write(SecretText(SECRET))):
            with pytest.raises(PipelineError, match="kept is open to other users"):
                use()

    def test_what_belongs_to_another_is_refused(self, vault, monkeypatch):
        monkeypatch.setattr(tokens.os, "getuid", lambda: os.geteuid() + 1)
        with pytest.raises(PipelineError, match="belongs to another user"):
            vault.read()

    def test_a_link_is_not_followed(self, vault, tmp_path):
        real = tmp_path / "kept/youtube.json"
        real.rename(tmp_path / "kept/else.json")
        real.symlink_to(tmp_path / "kept/else.json")
        with pytest.raises(PipelineError):
            vault.read()
        linked = tmp_path / "linked"
        linked.symlink_to(tmp_path / "kept")
        with pytest.raises(PipelineError, match="is no plain file or folder"):
            Vault(linked, None).read()

    def test_a_pipe_in_its_place_does_not_hang(self, vault, tmp_path):
        (tmp_path / "kept/youtube.json").unlink()
        os.mkfifo(tmp_path / "kept/youtube.json", 0o600)
        with pytest.raises(PipelineError, match="is no plain file or folder"):
            vault.read()

    def test_the_keyring_comes_first_and_nothing_is_written(self, tmp_path):
        keyring = FakeKeyring()
        vault = Vault(tmp_path / "kept", keyring)
        vault.write(SecretText(SECRET))
        assert vault.read().reveal() == SECRET
        assert not (tmp_path / "kept").exists()

    def test_what_a_keyring_says_when_it_fails_is_not_told(self, tmp_path):
        vault = Vault(tmp_path, FakeKeyring(locked=True))
        for use in (vault.read, lambda: vault.write(SecretText(SECRET))):
            with pytest.raises(MachineError, match=r"does not answer \(RuntimeError\)") as failed:
                use()
            assert SECRET not in "".join(traceback.format_exception(failed.value))

    def test_a_keyring_that_keeps_nothing_is_none(self, monkeypatch):
        class Package:
            backend = FakeKeyring()

            def get_keyring(self):
                return self.backend

        package = Package()
        monkeypatch.setattr(tokens, "import_module", lambda _name: package)
        assert tokens.system_keyring() is package.backend
        package.backend.priority = 0
        assert tokens.system_keyring() is None

    def test_without_the_package_there_is_no_keyring(self, monkeypatch):
        def missing(name):
            raise ImportError(name)

        monkeypatch.setattr(tokens, "import_module", missing)
        assert tokens.system_keyring() is None

    def test_the_users_own_place_is_asked_of_the_system(self, monkeypatch, tmp_path):
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        assert home_folder() == tmp_path / "language-of-change"


def test_a_secret_is_shown_nowhere():
    secret = SecretText(SECRET)
    assert SECRET not in f"{secret} {secret!r} {[secret]}"
    for write in (pickle.dumps, json.dumps):
        with pytest.raises(TypeError):
            write(secret)
