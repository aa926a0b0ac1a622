"""A published folder is whole, says what was rendered, and is the same each time."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import av
import pytest

from pipeline.types import PipelineError
from publish.manifest import MANIFEST, verify
from publish.site.scorm import write_package
from publish.site.writer import PACKAGE


class Links(HTMLParser):
    """Collects the files that a page names."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, _tag, attrs):
        self.found += [value for name, value in attrs if name in ("src", "href", "poster")]


def pages(folder):
    return sorted(folder.rglob("*.html"))


def test_there_is_a_page_for_the_course_the_lesson_and_each_clip(published):
    assert [page.relative_to(published).as_posix() for page in pages(published)] == [
        "index.html",
        "tiny/01-moving-dot.html",
        "tiny/02-formula.html",
        "tiny/index.html",
        f"tiny/{PACKAGE}",
    ]


def test_every_file_that_a_page_names_is_there_and_nothing_lies_outside(published):
    for page in pages(published):
        for link in Links(page).found:
            if link.startswith(("data:", "#", "https://creativecommons", "https://lessons")):
                continue
            path = (page.parent / re.split("[?#]", link)[0]).resolve()
            assert path.is_file(), (page.name, link)
            assert path.is_relative_to(published.resolve())


def test_every_page_has_a_policy_and_nothing_that_it_forbids(published):
    for page in pages(published):
        text = page.read_text(encoding="utf-8")
        assert "default-src &#39;none&#39;" in text
        assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:", text), page.name
        for script in re.findall(r"<script[^>]*>", text):
            assert "src=" in script or "json" in script


def test_nothing_of_a_template_or_of_typst_is_left(published):
    for page in pages(published):
        text = page.read_text(encoding="utf-8")
        for left in ("{{", "}}", "{%", "#text(", "upright(", "None"):
            assert left not in text, (page.name, left)


def test_what_the_lesson_says_is_escaped(published):
    text = (published / "index.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;&#34;Nothing&#34;&lt;/b&gt; &amp; more." in text


def test_the_transcript_says_what_is_said_and_shown(published):
    text = (published / "tiny/02-formula.html").read_text(encoding="utf-8")
    assert "It turns round." in text
    assert 'href="#at=02.2"' in text
    assert "A course" in text


def test_what_machines_read_names_the_beats_with_their_times(published):
    text = (published / "tiny/01-moving-dot.html").read_text(encoding="utf-8")
    told = json.loads(re.search(r'ld\+json">(.*?)</script>', text)[1])
    assert told["duration"] == "PT0M8S" or told["duration"].startswith("PT0M")
    assert [part["name"] for part in told["hasPart"]] == ["Appear", "Move", "Stay"]
    starts = [part["startOffset"] for part in told["hasPart"]]
    assert starts == sorted(starts)
    assert told["contentUrl"] == "https://lessons.example/course/tiny/01-moving-dot.mp4"
    assert told["hasPart"][1]["url"].endswith("tiny/01-moving-dot.html#at=01.2")
    chapters = json.loads((published / "tiny/01-moving-dot.chapters.json").read_text())
    assert [chapter["startTime"] for chapter in chapters["chapters"]] == starts


def test_each_beat_has_a_still_and_each_clip_a_poster(published):
    stills = sorted(path.name for path in (published / "tiny/stills").iterdir())
    assert stills == ["01.1.jpg", "01.2.jpg", "01.3.jpg", "02.1.jpg", "02.2.jpg"]
    assert len(list((published / "tiny/posters").iterdir())) == 2


def test_a_second_run_writes_nothing(publisher):
    assert publisher.publish().written
    stamps = {path: path.stat().st_mtime_ns for path in publisher.site.rglob("*")}
    assert not publisher.publish().written
    assert stamps == {path: path.stat().st_mtime_ns for path in publisher.site.rglob("*")}


def test_twice_published_is_the_same_bytes(publisher, published, files):
    publisher.publish()
    assert files(publisher.site) == files(published)


def test_a_file_that_was_changed_is_mended(publisher, files):
    publisher.publish()
    before = files(publisher.site)
    (publisher.site / "tiny/index.html").write_text("broken")
    assert publisher.publish().written
    assert files(publisher.site) == before


def test_some_clips_make_pages_of_those_and_a_list(publisher):
    assert publisher.publish("01").written
    assert [page.name for page in pages(publisher.site)] == [
        "index.html",
        "01-moving-dot.html",
        "index.html",
    ]
    text = (publisher.site / "tiny/index.html").read_text(encoding="utf-8")
    assert 'href="01-moving-dot.html"' in text
    assert "<video" not in text
    with pytest.raises(PipelineError, match=r"the package needs the video of the whole lesson"):
        write_package(publisher.site, "tiny")


def times_of(path: Path) -> list[float]:
    with av.open(path) as container:
        video = container.streams.video[0]
        packets = [packet for packet in container.demux(video) if packet.pts is not None]
        return sorted(float(packet.pts * video.time_base) for packet in packets)


def test_as_av1_a_video_has_the_same_frames_at_the_same_times(publisher):
    publisher.publish("02", av1=True)
    folder = publisher.site / "tiny"
    times = times_of(folder / "02-formula.av1.mp4")
    assert times == pytest.approx(times_of(folder / "02-formula.mp4"), abs=1e-4)
    page = (folder / "02-formula.html").read_text(encoding="utf-8")
    assert page.index("02-formula.av1.mp4") < page.index('"02-formula.mp4"')


def test_another_lesson_in_the_folder_stays(publisher):
    publisher.publish()
    other = publisher.site / "other"
    shutil.copytree(publisher.site / "tiny", other)
    card = json.loads((other / "lesson.json").read_text())
    (other / "lesson.json").write_text(json.dumps({**card, "folder": "other"}))
    book = json.loads((publisher.site / MANIFEST).read_text())
    book["made_from"]["other"] = "something"
    (publisher.site / MANIFEST).write_text(json.dumps(book))
    (publisher.site / "tiny/index.html").unlink()
    assert publisher.publish().written
    assert (other / "index.html").is_file()
    assert "other/index.html" in (publisher.site / "index.html").read_text(encoding="utf-8")
    assert verify(publisher.site) == []
