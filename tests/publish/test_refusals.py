"""Bad input to publish is told in one line, and nothing is left half written."""

import json
from dataclasses import replace

import pytest

from lessons.publication import PublicationError
from pipeline.types import MachineError, PipelineError
from publish import lookup
from publish.manifest import MANIFEST, verify
from publish.site import build
from publish.site.build import build_site


def untouched(publisher):
    return not publisher.site.exists() and not list(publisher.folder.glob(".site.*"))


def test_nothing_rendered(publisher, tmp_path):
    run = replace(publisher.run(), out=tmp_path / "nowhere")
    with pytest.raises(PipelineError, match=r"nothing is rendered in .*; type: python render.py"):
        build_site(run, (), publisher.site, print)
    assert untouched(publisher)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["clips/01-moving-dot.mp4", "tiny.mp4"])
def test_a_video_that_is_missing(publisher, name):
    (publisher.out / name).unlink()
    with pytest.raises(PipelineError, match=rf"{name} is not rendered in .*; type: python"):
        publisher.publish()
    assert untouched(publisher)


def test_a_video_that_was_changed(publisher):
    video = publisher.out / "clips/02-formula.mp4"
    video.write_bytes(video.read_bytes() + b"more")
    with pytest.raises(PipelineError, match=r"02-formula.mp4 was changed since it was rendered"):
        publisher.publish()
    assert untouched(publisher)


def test_captions_that_are_missing(publisher):
    (publisher.out / "captions/clips/02-formula.en.srt").unlink()
    with pytest.raises(PipelineError, match=r"captions of clips/02-formula.mp4 are missing"):
        publisher.publish()


def test_words_that_were_changed_since(publisher):
    path = publisher.out / "timelines/clips/01-moving-dot.json"
    told = json.loads(path.read_text())
    told["clips"][0]["beats"][0]["narration"] = "Other words."
    path.write_text(json.dumps(told))
    with pytest.raises(PipelineError, match=r"clip 01 was rendered with other words"):
        publisher.publish()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"clips": 3}'])
def test_a_timeline_that_is_none(publisher, text):
    (publisher.out / "timelines/clips/01-moving-dot.json").write_text(text)
    with pytest.raises(PipelineError, match=r"01-moving-dot.mp4 is not rendered"):
        publisher.publish()


def test_a_lesson_without_publication_data(publisher):
    run = replace(publisher.run(), lesson_name="tests.pipeline.lessons.held")
    with pytest.raises(PipelineError, match=r"no publication data: write .*held/publication.py"):
        build_site(run, (), publisher.site, print)


def test_publication_data_that_are_wrong(publisher, monkeypatch):
    def wrong(_name):
        raise PublicationError("the address of the site is 'ftp://x'; it must be an address")

    monkeypatch.setattr(lookup, "publication_of", wrong)
    with pytest.raises(PipelineError, match=r"lesson '.*tiny': the address of the site is 'ftp"):
        publisher.publish()


def test_a_folder_that_is_not_ours_is_left_alone(publisher):
    publisher.site.mkdir()
    (publisher.site / "thesis.txt").write_text("years of work")
    with pytest.raises(PipelineError, match=r"holds files that are not of a published site folder"):
        publisher.publish()
    assert [path.name for path in publisher.site.iterdir()] == ["thesis.txt"]


def test_a_file_in_the_place_of_the_folder(publisher):
    publisher.site.write_text("a file")
    with pytest.raises(PipelineError, match=r"is not a folder"):
        publisher.publish()
    assert publisher.site.read_text() == "a file"


def test_a_folder_that_cannot_be_written(publisher):
    # Below a file nothing can be made, by root neither.
    file = publisher.folder / "file"
    file.write_text("a file")
    with pytest.raises(MachineError, match=r"cannot be written"):
        build_site(publisher.run(), (), file / "site", print)
    assert file.read_text() == "a file"


def test_a_folder_that_may_not_be_written(publisher, monkeypatch):
    def forbidden(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkdtemp", forbidden)
    with pytest.raises(MachineError, match=r"cannot be written: Permission denied; name another"):
        publisher.publish()
    assert untouched(publisher)


def test_a_failure_on_the_way_leaves_the_old_folder(publisher, monkeypatch, files):
    publisher.publish()
    before = files(publisher.site)
    (publisher.site / "tiny/index.html").unlink()

    def full(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, "write_stills", full)
    with pytest.raises(MachineError, match=r"no space left on the disk"):
        publisher.publish()
    del before["tiny/index.html"]
    assert files(publisher.site) == before
    assert not list(publisher.folder.glob(".site.*"))


def test_verify_tells_what_is_missing_changed_and_new(publisher):
    publisher.publish()
    assert verify(publisher.site) == []
    (publisher.site / "tiny/index.html").unlink()
    (publisher.site / "index.html").write_text("changed")
    (publisher.site / "new.txt").write_text("new")
    assert verify(publisher.site) == [
        "index.html was changed",
        "new.txt is not in the manifest",
        "tiny/index.html is missing",
    ]
    (publisher.site / MANIFEST).unlink()
    with pytest.raises(PipelineError, match=r"has no manifest.json"):
        verify(publisher.site)
