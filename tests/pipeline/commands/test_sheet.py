"""A contact sheet shows what is in the finished video, and nothing else."""

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from pipeline.engine.deliver.frames import read_frames
from pipeline.engine.deliver.sheet import BeatRow, Picture, draw_page
from pipeline.engine.flow import sheets
from pipeline.engine.flow.sheets import make_sheets
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.store.lock import hold
from pipeline.engine.workspace.run import Run
from pipeline.types import PipelineError
from tests.harness.desk import Desk, one_line

CLIP = "01-moving-dot"


def workshop(desk: Desk) -> Run:
    """Return a run in the same folders, for calls without the program."""
    return Run(desk.lesson, profile_named(desk.profile), desk.store, desk.out)


def picture(path: Path) -> Image.Image:
    """Return a picture from a file, which is closed again."""
    with Image.open(path) as file:
        return file.convert("RGB")


def test_a_sheet_is_made_of_a_clip_that_was_never_rendered(desk: Desk) -> None:
    done = desk.run("sheet", "01", "--out", str(desk.out))
    assert done.returncode == 0, done.stderr
    assert "rendering" in done.stdout
    page = desk.out / "sheets" / f"{CLIP}-1.png"
    assert done.stdout.splitlines()[-1] == str(page)
    assert picture(page).width > 2 * 480


def test_full_frames_are_named_by_beat_and_moment_and_have_their_own_size(rendered: Desk) -> None:
    done = rendered.run("sheet", "01", "--full", "--out", str(rendered.out))
    assert "rendering" not in done.stdout
    frames = sorted((rendered.out / "sheets" / "full").iterdir())
    assert [frame.name for frame in frames] == [
        f"01.{place}-{moment}.png" for place in (1, 2, 3) for moment in ("last", "middle")
    ]
    assert {picture(frame).size for frame in frames} == {(64, 36)}
    for path in frames:
        assert str(path) in done.stdout


def test_a_long_clip_fills_several_pages_and_old_pages_go(
    rendered: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "BEATS_PER_PAGE", 2)
    pages = make_sheets(workshop(rendered), ["01"]).paths
    assert [path.name for path in pages] == [f"{CLIP}-1.png", f"{CLIP}-2.png"]
    monkeypatch.undo()
    (page,) = make_sheets(workshop(rendered), ["01"]).paths
    assert list(page.parent.iterdir()) == [page]


def test_looking_does_not_wait_for_a_run_in_the_same_folder(rendered: Desk) -> None:
    with hold(rendered.out / ".lock", what="the output folder"):
        assert make_sheets(workshop(rendered), ["01"]).paths


def test_drawing_what_is_missing_waits_like_any_run(desk: Desk) -> None:
    with hold(desk.out / ".lock", what="the output folder"):
        done = desk.run("sheet", "01", "--out", str(desk.out))
    assert done.returncode == 3
    assert one_line(done.stderr)
    assert "in use by process" in done.stderr


def test_a_frame_found_by_jumping_is_the_frame_found_by_counting(rendered: Desk) -> None:
    video = rendered.out / "clips" / f"{CLIP}.mp4"
    with av.open(video) as container:
        counted = [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]
    for number, picture in read_frames(video, [len(counted) - 1, 7, 0, 7]):
        found = np.asarray(picture.convert("L"), dtype=float)
        distances = [np.abs(found - np.asarray(frame, dtype=float)).mean() for frame in counted]
        assert distances[number] == min(distances)
    with pytest.raises(PipelineError, match="has no frame"):
        list(read_frames(video, [len(counted)]))


def test_a_picture_has_the_colours_that_were_drawn(rendered: Desk) -> None:
    ((_, picture),) = read_frames(rendered.out / "clips" / f"{CLIP}.mp4", [19])
    corner = picture.getpixel((1, 1))
    assert np.allclose(corner, (0x10, 0x14, 0x18), atol=3)


@pytest.mark.parametrize("size", [(64, 36), (36, 64), (50, 50)])
def test_a_page_has_room_for_clips_of_any_shape(size: tuple[int, int]) -> None:
    red, blue = (Picture(Image.new("RGB", size, name), name) for name in ("red", "blue"))
    one = draw_page("header", [BeatRow("01.1 a_beat", (red, blue))])
    six = draw_page("header", [BeatRow("01.1 a_beat", (red, blue))] * 6)
    colours = [six.copy().convert("RGB").getcolors(1 << 20), one.convert("RGB").getcolors(1 << 20)]
    for channel in ((255, 0, 0), (0, 0, 255)):
        many, few = (next(n for n, colour in found or [] if colour == channel) for found in colours)
        assert many == 6 * few


def test_a_clip_that_is_not_drawn_has_no_sheet_and_that_is_said(desk: Desk) -> None:
    heard = []
    shop = replace(workshop(desk), listen=lambda event: heard.append(event.kind))
    assert make_sheets(shop, ["03"]).paths == ()
    assert heard == ["without_scene"]
