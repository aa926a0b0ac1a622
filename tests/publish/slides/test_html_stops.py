"""A deck has one stop for each beat, with the frames that were rendered and the words to say."""

import json
import re
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from PIL import ImageColor

from lessons.library import load_lesson, numbers_of
from lessons.model import Beat, Clip
from pipeline.engine.deliver.frames import read_frames
from pipeline.types import PipelineError
from publish import marks
from publish.marks import LOOPS, marked_beats
from publish.rendered import RenderedBeat, RenderedVideo
from publish.site.questions import question_data
from publish.slides.pages import DeckWriter
from publish.slides.stops import stops_of

CLIPS = ("01-moving-dot", "02-formula")
NASTY = '<script>alert("1")</script> & \' {{ 7 * 7 }} </p></section> --> \n'
LESSON = load_lesson("derivatives")


class Notes(HTMLParser):
    """Collects the notes of a deck, as a browser reads them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.titles: list[str] = []
        self.tags: list[str] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        given = dict(attrs)
        if tag == "p" and given.get("class") == "notes":
            self._inside = True
            self.found.append("")
            self.titles.append(given["data-title"])

    def handle_endtag(self, tag):
        self._inside = self._inside and tag != "p"

    def handle_data(self, data):
        if self._inside:
            self.found[-1] += data


def data_of(text: str):
    return json.loads(re.search(r'id="deck-data">(.*?)</script>', text)[1])


@pytest.mark.parametrize("name", CLIPS)
def test_a_deck_has_one_stop_for_each_beat_at_the_frames_that_were_rendered(decks, page, name):
    told = json.loads((decks.out / f"timelines/clips/{name}.json").read_text())
    frames = [(beat["start_frame"], beat["end_frame"]) for beat in told["clips"][0]["beats"]]
    data = data_of(page(f"{name}.html"))
    assert data["fps"] == told["fps"]
    assert [(beat["first"], beat["last"]) for beat in data["beats"]] == frames
    assert len(re.findall(r'<section id="beat-', page(f"{name}.html"))) == len(frames)


@pytest.mark.parametrize("name", CLIPS)
def test_what_surrounds_the_picture_has_the_colour_of_its_corner(decks, page, name):
    [(_, picture)] = read_frames(decks.out / f"clips/{name}.mp4", [0])
    ground = data_of(page(f"{name}.html"))["ground"]
    assert ImageColor.getrgb(ground) == picture.getpixel((0, 0))


@pytest.mark.parametrize("name", CLIPS)
def test_the_notes_are_the_narration_to_the_letter(decks, page, name):
    video = next(video for video in decks.rendered.clips if video.name == name)
    notes = Notes(page(f"{name}.html"))
    assert notes.found == [played.beat.narration for played in video.beats]
    assert notes.titles == [played.beat.chapter for played in video.beats]


def test_words_that_look_like_markup_stay_words(decks, tmp_path):
    video = decks.rendered.clips[0]
    clip = Clip("01", "moving-dot", NASTY, "MovingDot", (Beat("one", 90, NASTY, NASTY, NASTY),))
    nasty = RenderedVideo(
        **{name: getattr(video, name) for name in video.__dataclass_fields__}
        | {"beats": (RenderedBeat(clip, clip.beats[0], 0, 5, 4, ()),)}
    )
    text = DeckWriter(tmp_path, decks.rendered.lesson, "dark").write_deck(
        nasty, stops_of(nasty, frozenset())
    )
    notes = Notes(text.read_text(encoding="utf-8"))
    plain = Notes((decks.decks / f"{video.name}.html").read_text(encoding="utf-8"))
    assert notes.found == [NASTY]
    assert notes.titles == [NASTY]
    assert notes.tags.count("script") == plain.tags.count("script")
    assert notes.tags.count("section") == plain.tags.count("section") - len(video.beats) + 1


@pytest.mark.parametrize("clip", LESSON.clips, ids=lambda clip: clip.number)
def test_a_beat_that_asks_ends_with_the_question_and_does_not_say_the_answer(clip):
    numbers = numbers_of("derivatives", clip.number)
    for beat in (beat for beat in clip.beats if beat.asks):
        assert beat.narration.rstrip().endswith("?"), beat.name
        asked = question_data(RenderedBeat(clip, beat, 0, 1, 0, ()), numbers)
        assert asked is not None
        last = re.split(r"(?<=[.?!]) ", beat.narration)[-1]
        assert str(asked.get("told", asked["answer"])) not in last.split()


def test_the_beats_that_a_lesson_marks_go_round_and_no_other():
    marked = {
        clip.number: marked_beats("derivatives", clip, LOOPS)
        for clip in LESSON.clips
        if marked_beats("derivatives", clip, LOOPS)
    }
    assert marked == {"02": ("three_paths_one_average",), "11": ("practice_card",)}
    clip = LESSON["11"]
    beats = tuple(
        RenderedBeat(clip, beat, place, place + 1, place, ())
        for place, beat in enumerate(clip.beats)
    )
    video = RenderedVideo("clips/x", None, "", 64, 36, 5, 3, beats, "en")
    stops = stops_of(video, marked_beats("derivatives", clip, LOOPS))
    assert [stop.loops for stop in stops] == [False, False, True]


def test_a_lesson_without_marks_has_no_beat_that_goes_round():
    clip = load_lesson("tests.pipeline.lessons.tiny").clips[0]
    assert marked_beats("tests.pipeline.lessons.tiny", clip, LOOPS) == ()


def test_a_mark_on_no_beat_is_told_with_the_beats_that_there_are(monkeypatch):
    wrong = SimpleNamespace(LOOPS=("practise_card",))
    monkeypatch.setattr(marks.importlib, "import_module", lambda _name: wrong)
    with pytest.raises(PipelineError, match=r"names practise_card; clip 11 has the beats swarm"):
        marked_beats("derivatives", LESSON["11"], LOOPS)
