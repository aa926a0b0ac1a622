"""A grid is a folder with a page that shows a clip for each combination of some values."""

import re
from pathlib import Path

import av
import pytest
from PIL import Image

from lessons.parameters import Typed
from pipeline.engine.flow.piece_grid import MOST, read_axes
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.plan import plan_one
from pipeline.protocol import PieceKind
from pipeline.types import ExitCode, PipelineError, UsageError
from publish.grid.build import build_grid
from publish.manifest import verify
from tests.publish.grid.conftest import BEAT, REFUSED, GridDesk


@pytest.mark.parametrize(
    ("word", "values"),
    [
        ("x0=-2:2:5", ("-2", "-1", "0", "1", "2")),
        ("h=1,0.1, 0.01", ("1", "0.1", "0.01")),
        ("x=0.1:0.3:3", ("0.1", "0.2", "0.3")),
        ("x=-1:1:4", ("-1", "-0.3333333333", "0.3333333333", "1")),
        ("x=2:-1e-3:2", ("2", "-0.001")),
        ("function=x**2,sin(x)", ("x**2", "sin(x)")),
    ],
)
def test_values_are_those_that_a_reader_expects(word: str, values: tuple[str, ...]) -> None:
    (axis,) = read_axes([word])
    assert axis.values == values


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["x0"], "write NAME=FIRST:LAST:COUNT"),
        (["x0=1"], "two values or more"),
        (["x0=1,1"], "each once"),
        (["x0=1,,2"], "a value is empty"),
        (["x0=a:b:3"], "a range is FIRST:LAST:COUNT"),
        (["x0=0:inf:3"], "two finite ends"),
        (["x0=0:1:1"], "from 2 to"),
        (["x0=0:1:2", "x0=0:1:3"], "given twice"),
        (["a=1,2", "b=1,2", "c=1,2"], "3 parameters; a page has at most 2"),
        (["x0=0:1:10", "h=1:2:9"], f"10 × 9 values make 90 points; at most {MOST}"),
    ],
)
def test_what_is_no_grid_is_refused_in_one_line(words: list[str], hint: str) -> None:
    with pytest.raises(UsageError, match=re.escape(hint)) as refusal:
        read_axes(words)
    assert "\n" not in str(refusal.value)


def test_every_point_has_a_picture_or_says_why_not(drawn: GridDesk) -> None:
    points = drawn.data()["points"]
    assert points.keys() == {"0-0", "0-1", "1-0", "1-1"}
    for place, point in points.items():
        refused = place.endswith("-1")  # h = 0
        assert point["refusal"].startswith(REFUSED) == refused
        assert bool(point["file"]) != refused
        if point["file"]:
            with Image.open(drawn.page / point["file"]) as picture:
                assert picture.size == (128, 72)
    assert len(list((drawn.page / "points").iterdir())) == 2


def test_pictures_of_different_values_differ(drawn: GridDesk) -> None:
    one, other = (point["file"] for point in drawn.data()["points"].values() if point["file"])
    assert (drawn.page / one).read_bytes() != (drawn.page / other).read_bytes()


def test_the_page_has_a_labelled_slider_for_each_parameter(drawn: GridDesk) -> None:
    text = (drawn.page / "index.html").read_text(encoding="utf-8")
    sliders = re.findall(r'<input type="range" id="(axis-\d)".*aria-valuetext="([^"]*)"', text)
    assert sliders == [("axis-0", "x0 = −1"), ("axis-1", "h = 0.5")]
    assert re.findall(r'<label for="(axis-\d)">', text) == ["axis-0", "axis-1"]
    assert "the point (lesson coordinates)" in text
    assert drawn.data()["axes"][0] == {"name": "x0", "values": ["−1", "1"]}


def test_the_page_asks_for_nothing_outside_of_its_folder(drawn: GridDesk) -> None:
    text = (drawn.page / "index.html").read_text(encoding="utf-8")
    for address in re.findall(r'(?:src|href)="([^"]*)"', text):
        assert (drawn.page / address).is_file(), address
    for file in drawn.page.rglob("*.*s"):
        assert "://" not in file.read_text(encoding="utf-8"), file
    assert not re.search(r"<style| style=| on\w+=", text)
    assert verify(drawn.page) == []


def test_nothing_is_drawn_or_written_a_second_time(desk: GridDesk) -> None:
    again = desk.build()
    assert (again.drawn, again.written, again.refused) == (0, False, 2)
    assert again.exit_code is ExitCode.OK
    assert {event.kind for event in desk.events} == {"hit"}


def test_another_value_draws_that_one_alone(desk: GridDesk) -> None:
    done = desk.build("x0=-1,1,2", "h=0.5,0")
    assert (done.drawn, done.points, done.written) == (1, 6, True)
    assert len(list((desk.page / "points").iterdir())) == 3


def test_a_beat_becomes_videos_where_they_are_asked_for(drawn: GridDesk, tmp_path: Path) -> None:
    desk = GridDesk(tmp_path)
    done = build_grid(desk.run(), BEAT, ["x0=-1,1"], PieceKind.MP4, desk.page)
    assert done.drawn == 2
    point = desk.data()["points"]["0"]
    with av.open(desk.page / point["file"]) as video:
        frames = sum(1 for _ in video.decode(video=0))
    assert frames / 2 == point["seconds"] == point["beats"][-1]["end"]
    assert point["beats"][0]["says"].startswith("A dashboard for one point")
    assert not drawn.data()["moving"]
    assert desk.data()["moving"]


def test_a_whole_clip_has_the_key_of_a_render_with_these_values(tmp_path: Path) -> None:
    desk = GridDesk(tmp_path)
    done = desk.build("h=1,0.5", word="06")
    assert (done.drawn, done.refused) == (2, 0)
    run = desk.run()
    for value in ("1", "0.5"):
        job = plan_one("derivatives", "06", run.profile, {"h": Typed(value)})
        assert run.store.verified_record(take_fingerprint(job).key) is not None
    points = desk.data()["points"].values()
    assert [len(point["beats"]) for point in points] == [8, 8]
    for point in points:
        assert point["seconds"] == point["beats"][-1]["end"]


def test_words_of_a_lesson_are_never_code(desk: GridDesk) -> None:
    done = desk.build("function=x**2,<b>x</b>")
    assert done.refused == 1
    text = (desk.page / "index.html").read_text(encoding="utf-8")
    assert "<b>" not in text
    assert "&lt;b&gt;x&lt;/b&gt;" in text
    assert desk.data()["axes"][0]["values"][1] == "<b>x</b>"


@pytest.mark.parametrize(
    ("axes", "word", "hint"),
    [
        (["y0=1,2"], "06", "there is no parameter 'y0'; did you mean 'x0'?"),
        (["x0=1,2"], "05b", "clip 05b has no parameters; those that do: "),
        (["x0=1,2"], "06.99", "has no beat '99'"),
        (["h=0,0.0001"], "06.1", "refuses every point; the first: h is 0"),
        (["h=1,2"], "06.1", "h is set and is in the grid"),
    ],
)
def test_what_the_clip_cannot_take_is_refused_and_nothing_is_written(
    tmp_path: Path, axes: list[str], word: str, hint: str
) -> None:
    desk = GridDesk(tmp_path)
    settings = {"h": 1.0} if "is set" in hint else {}
    with pytest.raises(UsageError, match=re.escape(hint)):
        desk.build(*axes, word=word, settings=settings)
    assert not desk.page.exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    desk = GridDesk(tmp_path)
    desk.page.mkdir()
    (desk.page / "mine.txt").write_text("mine")
    with pytest.raises(PipelineError, match="nothing was changed"):
        desk.build()
    assert [path.name for path in desk.page.iterdir()] == ["mine.txt"]
    assert not desk.events


def test_a_grid_goes_by_default_beside_those_of_its_lesson(
    drawn: GridDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = GridDesk(tmp_path).run(store_root=drawn.folder / "store", out=None)
    done = build_grid(run, "06.1", ["x0=-1:1:2", "h=0.5,0"])
    assert done.folder == tmp_path / "media/grid/derivatives/06.1-rows_light_up"
    assert done.written
