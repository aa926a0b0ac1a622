"""A folder of slides is whole, asks for nothing outside of it, and is written once."""

import base64
import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.types import MachineError, PipelineError
from publish.manifest import SLIDES, read_manifest, verify
from publish.slides import build
from publish.slides.pages import REVEAL

DECKS = ("01-moving-dot.html", "02-formula.html")


class Named(HTMLParser):
    """Collects the files that a page names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, _tag, attrs):
        self.found += [value for name, value in attrs if name in ("src", "href", "data-still")]


def test_there_is_a_deck_for_each_clip_and_a_list_of_them(decks):
    assert sorted(path.name for path in decks.decks.glob("*.html")) == [*DECKS, "index.html"]
    listed = Named((decks.decks / "index.html").read_text(encoding="utf-8")).found
    assert [name for name in listed if name in DECKS] == list(DECKS)
    assert read_manifest(decks.decks)["kind"] == SLIDES
    assert verify(decks.decks) == []


@pytest.mark.parametrize("name", [*DECKS, "index.html"])
def test_every_file_that_a_page_names_lies_in_the_folder(decks, page, name):
    for link in Named(page(name)).found:
        if not link.startswith("data:"):
            path = (decks.decks / link).resolve()
            assert path.is_file(), link
            assert path.is_relative_to(decks.decks.resolve())


@pytest.mark.parametrize("name", [*DECKS, "index.html"])
def test_a_page_runs_nothing_inline_and_has_no_trace_of_its_template(page, name):
    text = page(name)
    assert "default-src &#39;none&#39;" in text
    assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:", text)
    for script in re.findall(r"<script[^>]*>", text):
        assert "src=" in script or "json" in script
    for left in ("{{", "}}", "{%", "None"):
        assert left not in re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)


def test_the_video_of_a_deck_is_the_rendered_one(decks):
    for name in DECKS:
        stem = name.removesuffix(".html")
        video = (decks.decks / f"{stem}.mp4").read_bytes()
        assert video == (decks.out / f"clips/{stem}.mp4").read_bytes()


def test_where_no_second_name_can_be_given_the_video_is_copied(desk, monkeypatch):
    def cannot(*_args):
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr("publish.folder.os.link", cannot)
    desk.build("01")
    copy = desk.decks / "01-moving-dot.mp4"
    assert copy.read_bytes() == (desk.out / "clips/01-moving-dot.mp4").read_bytes()
    assert copy.stat().st_nlink == 1


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_deck_has_the_theme_of_its_videos(desk, theme):
    done = build.build_slides(desk.run(theme=theme), (), desk.slides, print)
    assert done.folder.name == ("tiny" if theme == "dark" else "tiny-light")
    for path in done.folder.glob("*.html"):
        assert f'data-theme="{theme}"' in path.read_text(encoding="utf-8")


def test_one_file_holds_the_video_and_all_that_a_deck_needs(desk):
    desk.build("02", one_file=True)
    text = (desk.decks / "02-formula.html").read_text(encoding="utf-8")
    assert all(link.startswith("data:") for link in Named(text).found)
    packed = re.search(r'id="video-data">(.*?)</script>', text)[1]
    assert base64.b64decode(packed) == (desk.out / "clips/02-formula.mp4").read_bytes()
    assert not (desk.decks / "02-formula.mp4").exists()
    assert "Permission is hereby granted" in text
    size = (desk.decks / "02-formula.html").stat().st_size
    assert f"02-formula.html: {size / 1e6:.1f} MB" in desk.said
    assert not any("about" in line for line in desk.said)


def test_the_policy_of_one_file_names_exactly_what_it_runs(desk):
    desk.build("02", one_file=True)
    text = (desk.decks / "02-formula.html").read_text(encoding="utf-8")
    policy = re.search(r'Policy" content="(.*?)"', text)[1].replace("&#39;", "'")
    inline = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", text, flags=re.DOTALL)
    assert inline
    for part in inline:
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.count("sha256-") == len(inline)
    assert "unsafe" not in policy


def test_a_large_file_is_told_before_it_is_written(desk, monkeypatch):
    monkeypatch.setattr(build, "LARGE", 1000)
    desk.build("02", one_file=True)
    warned = next(line for line in desk.said if "will have about" in line)
    assert warned.startswith("02-formula.html will have about 0 MB, and above 0 MB")
    assert desk.said.index(warned) < next(
        place for place, line in enumerate(desk.said) if line.startswith("02-formula.html: ")
    )


def test_a_second_run_writes_nothing(desk):
    assert desk.build().written
    stamps = {path: path.stat().st_mtime_ns for path in desk.slides.rglob("*")}
    again = desk.build()
    assert not again.written
    assert [path.name for path in again.pages] == ["index.html", *DECKS]
    assert stamps == {path: path.stat().st_mtime_ns for path in desk.slides.rglob("*")}


def test_another_choice_or_another_mark_is_written_anew(desk, monkeypatch):
    desk.build()
    assert desk.build(one_file=True).written
    monkeypatch.setattr(build, "marked_beats", lambda _lesson, clip, _mark: (clip.beats[0].name,))
    assert desk.build(one_file=True).written


def test_twice_written_is_the_same_bytes(desk, decks, files):
    desk.build()
    assert files(desk.slides) == files(decks.slides)


def test_a_file_that_was_changed_is_mended(desk, files):
    desk.build()
    before = files(desk.slides)
    (desk.decks / "01-moving-dot.html").write_text("broken")
    assert desk.build().written
    assert files(desk.slides) == before


def test_slides_of_some_clips_need_no_video_of_the_lesson(desk):
    (desk.out / "tiny.mp4").unlink()
    assert [path.name for path in desk.build("01").pages] == ["index.html", DECKS[0]]


def test_a_video_that_is_missing_is_told_with_what_to_type(desk):
    (desk.out / "clips/01-moving-dot.mp4").unlink()
    with pytest.raises(PipelineError, match=r"01-moving-dot.mp4 is not rendered .*; type: python"):
        desk.build()
    assert not desk.slides.exists()


def test_a_folder_that_is_not_ours_is_left_alone(desk):
    desk.decks.mkdir(parents=True)
    (desk.decks / "thesis.txt").write_text("years of work")
    with pytest.raises(PipelineError, match=r"not of a published slides folder: nothing was"):
        desk.build()
    assert [path.name for path in desk.decks.iterdir()] == ["thesis.txt"]


def test_a_full_disk_on_the_way_leaves_the_old_folder(desk, monkeypatch, files):
    desk.build("01")
    before = files(desk.slides)

    def full(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, "write_stills", full)
    with pytest.raises(MachineError, match="no space left on the disk"):
        desk.build()
    assert files(desk.slides) == before
    assert [path.name for path in desk.slides.iterdir()] == ["tiny"]


def test_another_lesson_beside_it_stays(desk, decks):
    shutil.copytree(decks.decks, desk.slides / "other")
    desk.build()
    assert verify(desk.slides / "other") == []


def test_what_is_taken_from_reveal_is_as_it_was_published():
    told = dict(
        reversed(line.split("  "))
        for line in (REVEAL / "reveal.sha256").read_text(encoding="utf-8").splitlines()
    )
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in REVEAL.iterdir()
        if path.name != "reveal.sha256"
    }
    assert found == told


def test_the_cards_of_the_list_say_how_many_beats_and_how_long(decks, page):
    text = page("index.html")
    for video in decks.rendered.clips:
        seconds = video.frames // video.fps
        assert f"{len(video.beats)} beats · 0:{seconds:02}" in text
    assert json.loads((decks.decks / "manifest.json").read_text())["made_from"].keys() == {"tiny"}
    assert Path(decks.decks / "posters").is_dir()
