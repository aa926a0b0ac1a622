"""A PowerPoint deck of a rendered video."""

import hashlib
import posixpath
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck

from pipeline.engine.deliver.frames import read_frames
from publish.cut import cut_beats
from publish.rendered import RenderedVideo
from publish.slides.pptx import LARGEST, MOST_VIDEOS, warning, write_pptx
from publish.slides.pptx_theme import new_deck, palette_of
from scenes.palette import PALETTES
from tests.publish.slides.rendered_lesson import rendered_in

SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@pytest.fixture(scope="module")
def whole(videos: Path) -> RenderedVideo:
    found = rendered_in(videos).whole
    assert found is not None
    return found


@pytest.fixture(scope="module")
def path(whole: RenderedVideo, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("deck") / "lesson.pptx"
    write_pptx(whole, made)
    return made


@pytest.fixture
def deck(path: Path) -> Deck:
    return Presentation(str(path))


@pytest.fixture(scope="module")
def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        assert len(set(names)) == len(names)
        return {name: package.read(name) for name in names}


def test_a_deck_has_one_slide_for_each_beat(deck: Deck, whole: RenderedVideo) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles == [f"{beat.number} {beat.beat.chapter}" for beat in whole.beats]


def test_the_notes_of_a_slide_are_the_narration(deck: Deck, whole: RenderedVideo) -> None:
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert notes == [beat.beat.narration for beat in whole.beats]


def test_the_foot_of_the_notes_is_the_number_of_the_beat(deck: Deck, whole: RenderedVideo) -> None:
    for slide, beat in zip(deck.slides, whole.beats, strict=True):
        (foot,) = [shape for shape in slide.notes_slide.shapes if "Footer" in shape.name]
        assert foot.text_frame.text == beat.number


def test_a_slide_has_the_shape_of_the_video_and_the_video_fills_it(
    deck: Deck, whole: RenderedVideo
) -> None:
    assert deck.slide_width / deck.slide_height == pytest.approx(
        whole.width / whole.height, rel=1e-5
    )
    for slide in deck.slides:
        movie = slide.shapes[1]
        assert (movie.left, movie.top) == (0, 0)
        assert (movie.width, movie.height) == (deck.slide_width, deck.slide_height)


@pytest.mark.parametrize("shape", [(1280, 720), (640, 480), (720, 1280), (600, 600), (4000, 300)])
def test_a_deck_takes_any_shape_that_powerpoint_takes(shape: tuple[int, int]) -> None:
    deck = new_deck(*shape, PALETTES["dark"])
    assert deck.slide_width / deck.slide_height == pytest.approx(shape[0] / shape[1], rel=1e-4)
    assert max(deck.slide_width, deck.slide_height) <= 56 * 914_400
    assert min(deck.slide_width, deck.slide_height) >= 914_400


def test_the_title_lies_above_the_slide_where_it_covers_nothing(deck: Deck) -> None:
    for slide in deck.slides:
        assert slide.shapes.title.top + slide.shapes.title.height <= 0


def test_alternative_text_is_what_is_shown_or_else_the_name_of_the_beat(
    deck: Deck, whole: RenderedVideo
) -> None:
    for slide, beat in zip(deck.slides, whole.beats, strict=True):
        named = slide.shapes[1].element.find("p:nvPicPr/p:cNvPr", SPACES)
        assert named.get("descr") == (beat.beat.shows or beat.beat.chapter)


def test_each_slide_holds_the_video_of_its_beat(
    deck: Deck, whole: RenderedVideo, tmp_path: Path
) -> None:
    for slide, cut in zip(deck.slides, cut_beats(whole, tmp_path), strict=True):
        movie = slide.shapes[1].element
        link = movie.find(".//a:videoFile", SPACES).get(f"{{{SPACES['r']}}}link")
        part = slide.part.related_part(link)
        assert part.content_type == "video/mp4"
        assert hashlib.sha256(part.blob).digest() == (
            hashlib.sha256(cut.path.read_bytes()).digest()
        )


def test_the_video_of_a_slide_plays_by_itself(deck: Deck, whole: RenderedVideo) -> None:
    for slide, beat in zip(deck.slides, whole.beats, strict=True):
        timing = slide.element.find("p:timing", SPACES)
        (effect,) = timing.findall(".//p:cTn[@nodeType='afterEffect']", SPACES)
        command = effect.find(".//p:cmd", SPACES)
        assert command.get("cmd") == "playFrom(0.0)"
        length = command.find(".//p:cTn", SPACES).get("dur")
        assert int(length) == round(1000 * (beat.last - beat.first) / whole.fps)
        targets = {target.get("spid") for target in timing.iterfind(".//p:spTgt", SPACES)}
        assert targets == {str(slide.shapes[1].shape_id)}
        ids = [node.get("id") for node in timing.iterfind(".//p:cTn", SPACES)]
        assert len(set(ids)) == len(ids)


def test_every_relationship_leads_to_a_part_and_every_part_has_a_type(
    parts: dict[str, bytes],
) -> None:
    types = parse_xml(parts["[Content_Types].xml"])
    endings = {node.get("Extension") for node in types if node.get("Extension")}
    named = {node.get("PartName") for node in types if node.get("PartName")}
    reached = {"[Content_Types].xml"}
    for name, data in parts.items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = []
        for rel in parse_xml(data).iter(RELS):
            ids.append(rel.get("Id"))
            target = rel.get("Target") or ""
            place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            assert place in parts, f"{name} leads to {place}"
            reached.add(place)
        assert len(set(ids)) == len(ids)
        assert set(re.findall(rb'r:(?:embed|link|id)="(rId\d+)"', owner_of(name, parts))) <= {
            (found or "").encode() for found in ids
        }
    assert reached == set(parts)
    for name in set(parts) - {"[Content_Types].xml"}:
        assert f"/{name}" in named or name.rpartition(".")[2] in endings


def owner_of(rels: str, parts: dict[str, bytes]) -> bytes:
    """Return the part whose relationships these are; nothing for those of the package."""
    folder, _, name = rels.rpartition("_rels/")
    return parts.get(folder + name.removesuffix(".rels"), b"")


def test_no_slide_uses_an_id_twice(deck: Deck) -> None:
    for slide in deck.slides:
        ids = [node.get("id") for node in slide.element.iterfind(".//p:cNvPr", SPACES)]
        assert len(set(ids)) == len(ids)
    slides = [slide.slide_id for slide in deck.slides]
    assert len(set(slides)) == len(slides)


def test_slides_of_several_clips_are_sections(
    parts: dict[str, bytes], deck: Deck, whole: RenderedVideo
) -> None:
    told = parts["ppt/presentation.xml"].decode()
    names = re.findall(r'<p14:section[^>]* name="([^"]*)"', told)
    assert names == [f"{clip.number} {clip.title}" for clip in whole.clips]
    listed = [int(found) for found in re.findall(r'<p14:sldId id="(\d+)"', told)]
    assert listed == [slide.slide_id for slide in deck.slides]


def test_a_deck_tells_its_title_its_author_and_its_language(deck: Deck, videos: Path) -> None:
    lesson = rendered_in(videos).lesson
    told = deck.core_properties
    assert (told.title, told.author, told.language) == (lesson.title, lesson.author, "en")
    assert told.modified.date() == lesson.published


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_ground_of_a_deck_is_that_of_the_theme(theme: str) -> None:
    deck = new_deck(640, 360, PALETTES[theme])
    master = deck.slide_master
    role = master.element.find("p:clrMap", SPACES).get("bg1")
    related = {rel.reltype.rpartition("/")[2]: rel.target_part for rel in master.part.rels.values()}
    colour = parse_xml(related["theme"].blob).find(f".//a:{role}/a:srgbClr", SPACES)
    assert colour is not None
    assert f"#{colour.get('val')}" == PALETTES[theme].bg


def test_the_theme_is_read_off_the_picture(whole: RenderedVideo) -> None:
    ((_, picture),) = read_frames(whole.path, [0])
    assert palette_of(picture) == PALETTES["dark"]


def test_words_of_the_lesson_are_never_markup(whole: RenderedVideo, tmp_path: Path) -> None:
    says = 'Is <a:t> & "b" > c?'
    first = whole.beats[0]
    beat = replace(
        first, beat=replace(first.beat, seconds=60.0, narration=says, title=says, shows=says)
    )
    clip = replace(first.clip, beats=(beat.beat, *first.clip.beats[1:]))
    made = tmp_path / "deck.pptx"
    write_pptx(replace(whole, beats=(replace(beat, clip=clip),)), made)
    (slide,) = Presentation(str(made)).slides
    assert slide.notes_slide.notes_text_frame.text == says
    assert slide.shapes.title.text_frame.text == f"{beat.clip.number}.1 {says}"


def test_a_small_deck_has_no_warning_and_a_large_one_says_what_it_risks(
    whole: RenderedVideo,
) -> None:
    assert warning(replace(whole, width=LARGEST[0], height=LARGEST[1])) == ""
    large = warning(replace(whole, width=LARGEST[0] + 1))
    assert f"{LARGEST[0] + 1} × {whole.height}" in large
    many = warning(replace(whole, beats=whole.beats[:1] * (MOST_VIDEOS + 1)))
    assert f"{MOST_VIDEOS + 1} videos" in many
    assert "\n" not in large + many
