"""A piece of a lesson is one file of the kind that is asked for, whole, and in its own name."""

import xml.etree.ElementTree as ET
from pathlib import Path

import av
import numpy as np
import pytest
from av.codec import CodecContext
from av.video.frame import VideoFrame
from PIL import Image

from tests.harness.desk import Desk, edit, one_line

SHAPES = "tests/pipeline/lessons/tiny/scenes/shapes.py"
KINDS = ("png", "svg", "gif", "apng", "webm", "mov", "mp4")
MOVING = ("gif", "apng", "webm", "mov")
NAME = "01.2-move"
FRAMES = 10


def last_picture(path: Path) -> np.ndarray:
    """Return the last picture of a file as RGBA, ``(height, width, 4)``."""
    if path.suffix in (".png", ".apng", ".gif"):
        with Image.open(path) as image:
            image.seek(getattr(image, "n_frames", 1) - 1)
            return np.asarray(image.convert("RGBA"))
    with av.open(path) as container:
        video = container.streams.video[0]
        # FFmpeg's own decoder of VP9 knows no opacity.
        own = CodecContext.create("libvpx-vp9", "r") if path.suffix == ".webm" else None
        frames: list[VideoFrame] = []
        for packet in container.demux(video):
            if packet.dts is not None:
                frames += own.decode(packet) if own else packet.decode()
        frames += own.decode(None) if own else video.decode(None)
    return frames[-1].reformat(format="rgba").to_ndarray()


def test_one_performance_gives_every_kind_of_file(desk: Desk) -> None:
    done = desk.run("export", "01.2", "--as", ",".join(KINDS), "--to", str(desk.out))
    assert done.returncode == 0, done.stderr
    files = [desk.out / f"{NAME}.{kind}" for kind in KINDS]
    told = done.stdout.splitlines()[-len(files) :]
    assert done.stdout.count("rendering") == 1
    for file, line in zip(files, told, strict=True):
        assert line.startswith(f"{file} (64 × 36, ")
        assert ("2.0 s at 5 frames a second" in line) == (file.suffix not in (".png", ".svg"))
    for kind in (*MOVING, "mp4"):
        with av.open(desk.out / f"{NAME}.{kind}") as container:
            assert sum(1 for _ in container.decode(video=0)) == FRAMES
    assert sorted(desk.out.iterdir()) == sorted(files)


def test_what_nothing_is_painted_on_is_seen_through(desk: Desk) -> None:
    kinds = ("png", *MOVING)
    done = desk.run(
        "export", "01.move", "--as", ",".join(kinds), "--transparent", "--to", str(desk.out)
    )
    assert done.returncode == 0, done.stderr
    for kind in kinds:
        picture = last_picture(desk.out / f"{NAME}.{kind}")
        assert picture[0, 0, 3] == 0, kind
        assert picture[..., 3].max() == 255, kind
        red, _, blue, _ = picture[18, 45].tolist()  # the dot, three units to the right
        assert blue > red + 60, kind


def test_without_transparency_the_ground_is_painted(desk: Desk) -> None:
    done = desk.run("export", "01.2", "--as", "gif,apng,webm", "--to", str(desk.out))
    assert done.returncode == 0, done.stderr
    for kind in ("gif", "apng", "webm"):
        assert last_picture(desk.out / f"{NAME}.{kind}")[..., 3].min() == 255, kind


def test_a_still_is_the_one_that_a_preview_shows(desk: Desk) -> None:
    shown = desk.run("preview", "01", "move", "--still", "--out", str(desk.out))
    exported = desk.run("export", "01.2", "--to", str(desk.out))
    assert (shown.returncode, exported.returncode) == (0, 0)
    preview = last_picture(desk.out / "previews" / f"{NAME}.png")
    assert np.array_equal(last_picture(desk.out / f"{NAME}.png"), preview)


def test_a_piece_is_drawn_once(desk: Desk) -> None:
    words = ("export", "02.turn", "--as", "gif", "--to", str(desk.out / "a"))
    assert "rendering" in desk.run(*words).stdout
    again = desk.run(*words[:-1], str(desk.out / "b"))
    assert "8 frames from the store" in again.stdout
    one, other = (desk.out / folder / "02.2-turn.gif" for folder in ("a", "b"))
    assert one.read_bytes() == other.read_bytes()


def test_without_a_beat_a_piece_is_the_whole_clip(desk: Desk) -> None:
    done = desk.run("export", "moving-dot", "--as", "mp4,png", "--to", str(desk.out))
    assert done.returncode == 0, done.stderr
    with av.open(desk.out / "01-moving-dot.mp4") as video:
        assert [chapter["metadata"]["title"] for chapter in video.chapters()] == [
            *("appear", "move", "stay")
        ]
        assert video.metadata["artist"] == "A. Teacher"
        assert sum(1 for _ in video.decode(video=0)) == 20
    assert (desk.out / "01-moving-dot.png").is_file()


def test_pieces_lie_in_a_folder_of_their_profile_and_theme_by_default(desk: Desk) -> None:
    done = desk.run("export", "01.1", "02.1", "--theme", "light")
    assert done.returncode == 0, done.stderr
    folder = desk.folder / "media/pieces/tiny/64x36@5-light"
    assert {path.name for path in folder.glob("*.png")} == {"01.1-appear.png", "02.1-show.png"}


def test_the_ending_of_a_file_says_its_kind(desk: Desk) -> None:
    loop = desk.folder / "my loop.gif"
    done = desk.run("export", "01.2", "--to", str(loop))
    assert done.returncode == 0, done.stderr
    with Image.open(loop) as image:
        assert (image.format, getattr(image, "n_frames", 0)) == ("GIF", FRAMES)
        assert image.info["loop"] == 0


def test_a_gif_is_as_fast_as_players_show_and_says_so(desk: Desk) -> None:
    done = desk.run(
        "export", "01.2", "--as", "gif", "--to", str(desk.out), "--profile", "64x36@100"
    )
    assert "2.0 s at 50 frames a second" in done.stdout
    with Image.open(desk.out / f"{NAME}.gif") as image:
        assert getattr(image, "n_frames", 0) == 100
        assert image.info["duration"] == 20


def palettes_of_gif(data: bytes) -> tuple[bool, int]:
    """Return whether a GIF has a palette for all pictures, and how many have one of their own."""

    def after_blocks(place: int) -> int:
        while data[place]:
            place += data[place] + 1
        return place + 1

    def table(flags: int) -> int:
        return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0

    place, own = 13 + table(data[10]), 0
    while data[place] != ord(";"):
        if data[place] == ord("!"):
            place = after_blocks(place + 2)
        else:
            own += data[place + 9] >> 7
            place = after_blocks(place + 11 + table(data[place + 9]))
    return bool(data[10] & 0x80), own


def test_a_gif_has_one_palette_for_all_of_its_pictures(desk: Desk) -> None:
    desk.run("export", "01.2", "--as", "gif", "--to", str(desk.out))
    assert palettes_of_gif((desk.out / f"{NAME}.gif").read_bytes()) == (True, 0)


def test_a_vector_picture_is_paths_in_the_frame_of_the_profile(desk: Desk) -> None:
    done = desk.run("export", "02.1", "--as", "svg", "--to", str(desk.out))
    assert done.returncode == 0, done.stderr
    root = ET.fromstring((desk.out / "02.1-show.svg").read_bytes())  # noqa: S314 written just now
    assert root.get("viewBox") == "0 0 64 36"
    tags = [node.tag.rpartition("}")[2] for node in root.iter()]
    assert tags.count("path") >= 6  # f ( x ) = x 2
    assert not {"image", "text"} & set(tags)


def test_a_picture_of_pixels_is_no_vector_picture(edited: Desk) -> None:
    edit(edited.project / SHAPES, "BLUE, Dot", "BLUE, Dot, PointCloudDot")
    edit(edited.project / SHAPES, "-> Dot:\n    return Dot", "-> Dot:\n    return PointCloudDot")
    done = edited.run("export", "01.1", "--as", "svg,png", "--to", str(edited.folder / "here"))
    assert done.returncode == 1
    assert "svg: PointCloudDot is on stage, which is no vectors; ask for png" in done.stdout
    assert not (edited.folder / "here").exists()
    assert edited.run("export", "01.1", "--to", str(edited.folder / "here")).returncode == 0


def test_a_clip_that_fails_leaves_the_file_as_it_was(edited: Desk) -> None:
    kept = edited.folder / "kept.png"
    kept.write_bytes(b"mine")
    edit(edited.project / SHAPES, "radius=1", "radius=no_such_name")
    done = edited.run("export", "01.2", "--to", str(kept))
    assert done.returncode == 1
    assert "NameError" in done.stdout
    assert kept.read_bytes() == b"mine"
    assert not list(edited.folder.glob(".*.part"))


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ([], "which piece?"),
        (["01."], "write CLIP or CLIP.BEAT"),
        (["01.mov"], "did you mean 'move'?"),
        (["01.4"], "has no beat '4'"),
        (["03"], "no scene yet"),
        (["01-02"], "name one"),
        (["01", "--as", "jpg"], "'jpg' is no kind of file; choose from png, svg"),
        (["01", "--as", "mp4", "--transparent"], "mp4 cannot be transparent"),
        (["01", "--as", "gif", "--to", "a.png"], "does not end in .gif"),
        (["01", "02", "--to", "a.png"], "names one file, and 2 are written"),
        (["01", "--set", "x0=1"], "no clip asked for has parameters"),
    ],
)
def test_what_cannot_be_a_piece_is_refused_in_one_line(
    desk: Desk, words: list[str], hint: str
) -> None:
    done = desk.run("export", *words)
    assert done.returncode == 2
    assert one_line(done.stderr)
    assert hint in done.stderr
    assert not (desk.folder / "media").exists()
