"""A preview shows some beats soon, and leaves the store's videos alone."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen
from threading import Timer

import av
import numpy as np
import pytest
from PIL import Image

from pipeline.engine.deliver.frames import read_frames
from tests.harness.desk import Desk, edit, one_line
from tests.harness.runs import PATIENCE

SHAPES = "tests/pipeline/lessons/tiny/scenes/shapes.py"
SCRIPT = "tests/pipeline/lessons/tiny/lesson.py"


def picture(path: Path) -> Image.Image:
    """Return a picture from a file, which is closed again."""
    with Image.open(path) as file:
        return file.convert("RGB")


def test_a_still_is_the_last_frame_of_its_beat_however_it_is_called(rendered: Desk) -> None:
    done = rendered.run("preview", "01", "--still", "move", "01.1", "3", "--out", str(rendered.out))
    assert done.returncode == 0, done.stderr
    stills = [
        rendered.out / "previews" / name
        for name in ("01.1-appear.png", "01.2-move.png", "01.3-stay.png")
    ]
    assert done.stdout.splitlines() == [str(path) for path in stills]
    frames = read_frames(rendered.out / "clips" / "01-moving-dot.mp4", [4, 14, 19])
    for still, (_, frame) in zip(stills, frames, strict=True):
        # Only means are compared: at this size video blurs the colour of every edge.
        assert np.abs(np.subtract(picture(still), frame, dtype=float)).mean() < 3
    appeared, moved = (picture(still) for still in stills[:2])
    assert np.abs(np.subtract(appeared, moved, dtype=float)).mean() > 6


def test_a_preview_holds_the_named_beat_alone(desk: Desk) -> None:
    done = desk.run("preview", "01", "move", "--out", str(desk.out))
    assert done.returncode == 0, done.stderr
    path = desk.out / "previews" / "01-moving-dot-2.mp4"
    assert done.stdout.splitlines()[-1] == str(path)
    with av.open(path) as video:
        assert sum(1 for _ in video.decode(video=0)) == 10
        assert [chapter["metadata"]["title"] for chapter in video.chapters()] == ["move"]
    assert desk.states()["01"] == "to render"
    assert not list(desk.folder.rglob("cas/*"))


def test_a_preview_without_beats_holds_them_all(desk: Desk) -> None:
    done = desk.run("preview", "moving-dot", "--out", str(desk.out))
    with av.open(desk.out / "previews" / "01-moving-dot-all.mp4") as video:
        assert sum(1 for _ in video.decode(video=0)) == 20
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["01", "mov"], "did you mean 'move'?"),
        (["01", "4"], "has no beat '4'"),
        (["01", "02.1"], "has no beat '02.1'"),
        (["03"], "no scene yet"),
        (["01-02"], "name one"),
        (["01", "mov", "--watch"], "did you mean 'move'?"),
        (["moving-dog"], "did you mean 'moving-dot'?"),
    ],
)
def test_what_does_not_exist_is_refused_in_one_line(
    desk: Desk, words: list[str], hint: str
) -> None:
    done = desk.run("preview", *words)
    assert done.returncode == 2
    assert one_line(done.stderr)
    assert hint in done.stderr


def test_a_scene_that_fails_says_why_and_where_more_can_be_read(edited: Desk) -> None:
    edit(edited.project / SHAPES, "radius=1", "radius=no_such_name")
    done = edited.run("preview", "01", "--still", "--out", str(edited.out))
    assert done.returncode == 1
    assert one_line(done.stderr)
    assert "NameError" in done.stderr
    log = edited.out / "logs" / "01-moving-dot.preview.log"
    assert str(log) in done.stderr
    assert "no_such_name" in log.read_text(encoding="utf-8")


@contextmanager
def watching(desk: Desk) -> Iterator["Popen[str]"]:
    """Yield a preview that watches, and stop it in the end, whatever happens."""
    with desk.start(
        "preview", "01", "appear", "--still", "--watch", "--out", str(desk.out)
    ) as process:
        late = Timer(PATIENCE, process.kill)  # ends the test too: it waits for lines
        late.start()
        try:
            yield process
        finally:
            late.cancel()
            process.kill()


@pytest.mark.usefixtures("interruptible")
def test_a_watch_draws_again_at_each_save_and_survives_mistakes(edited: Desk) -> None:
    still = edited.out / "previews" / "01.1-appear.png"
    with watching(edited) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().strip() == str(still)
        first = still.read_bytes()
        edit(edited.project / SHAPES, "radius=1", "radius=(")
        assert "SyntaxError" in process.stderr.readline()
        edit(edited.project / SHAPES, "radius=(", "radius=2")
        assert process.stdout.readline().strip() == str(still)
        assert still.read_bytes() != first
        edit(edited.project / SCRIPT, '"A dot."', "7")
        assert "lesson.py" in process.stderr.readline()
        edit(edited.project / SCRIPT, '"appear", 1.0, 7', '"appear", 1.0, "One dot."')
        assert process.stdout.readline().strip() == str(still)
        os.kill(process.pid, signal.SIGINT)
        assert process.wait(timeout=20) == 0
        assert process.stderr.read() == ""
